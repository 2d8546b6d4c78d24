package fact

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/han"
	"ogi/generator/report"
)

// A Doubt is why a clear fact may count something else than its kind says.
type Doubt uint8

const (
	Sure        Doubt = iota
	OfThose           // it is a number of those among others that are about something
	Reorganised       // bodies were merged, founded or renamed, so whose count is it?
	OfWhom            // words before the verb may name somebody else
	Hedged            // words of the sentence leave open what was counted
	Unrelated         // nothing says that a review or suit is one about disclosure
)

// Doubt is the gravest doubt about f, and the words of Hedged.
func (f *Fact) Doubt() (Doubt, string) {
	switch {
	case ofThose.MatchString(f.Said):
		return OfThose, ""
	case reorganised.MatchString(f.Around):
		return Reorganised, ""
	case f.Lead != "":
		return OfWhom, ""
	}
	for _, h := range hedges {
		if !slices.Contains(h.kinds, f.Kind) {
			continue
		}
		if w := h.before.Find(steps.ReplaceAllString(f.Before, "")); w != "" {
			return Hedged, w
		}
		if w := h.words.Find(steps.ReplaceAllString(f.Whole, "")); w != "" {
			return Hedged, w
		}
		if h.about != nil && f.Section != 4 && !h.about.In(f.Whole) {
			return Unrelated, ""
		}
	}
	return Sure, ""
}

// some reports whether f speaks of some only: a none besides what was counted
// before, an all of those carried in or due, or by the day of writing; and of no
// fee that was waived or given back.
func (f *Fact) some(year int) bool {
	switch f.Kind {
	case AllHandled:
		return someSaid.In(f.Said) || someWhole.In(f.Whole) || strings.Contains(f.Whole, strconv.Itoa(year+1)+"年")
	case Fee, FeeNotice:
		return waived.In(f.Said)
	}
	return f.None && besides.In(f.Before)
}

// Counts are the counts of things in the sentence of f, its own among them.
func (f *Fact) Counts() []report.Decimal {
	var ds []report.Decimal
	s := []rune(f.Whole)
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			continue
		}
		n, ok := scalar(s, i)
		if ok && things[n.unit] {
			ds = append(ds, n.value)
		}
		i = max(i, n.end-1)
	}
	return ds
}

var things = set("件 件次 宗 份 条 条次 起 例 项 项次 个 部 次")

// Of what was counted, some; and what is left besides.
var (
	someSaid  = han.List("上年 上一年 去年 结转 之日 截至目前 截至今 目前 至今 现已 到期 应答复 应办结 通过 网上 信函")
	someWhole = han.List("之日")
	besides   = han.List("除…40外 另外 新的 再次 再收到 未再 " +
		strings.Join(combine("其他 其它 其余", "的 形式 类型 政府 信息 依申请 公开 申请"), " "))
	waived  = han.List("减免 免收 免除 退还 退费 退回 应收")
	ofThose = regexp.MustCompile(`涉及?[^，。；]{2,20}的[有共为计]?[0-9]`)
)

// reorganised says that bodies were merged, founded or renamed. Files handed to
// an archive, a team that was set up and a sign that was hung out change no
// body.
var reorganised = regexp.MustCompile(`机构改革|改革前|改革后|合并[前后]|合并组建|职[责能]划|划转|划入|划出|` +
	`(?:职[责能]|机构|权限|业务|事项)[^，。；]{0,8}移交|移交[^，。；]{0,8}(?:职[责能]|机构|业务|事项)|` +
	`挂牌成立|新组建|组建[^，。；、]{0,12}(?:局|委员会|厅|镇|乡|街道办事处)(?:$|[^\p{Han}]|成立|后|以来|，)|撤并|更名|撤县|撤镇|撤乡`)

// steps are a row of working steps (登记、审核、办理) and 今年以来, which leave
// nothing open.
var steps = regexp.MustCompile(`(?:` + step + `)(?:(?:[、和及与]|以及)(?:` + step + `))+|(?:今年|本年度?|一年)以?来`)

const step = `登记|受理|接收|审查|审核|审批|办理|处理|承办|转办|交办|拟办|会商|答复|回复|送达|反馈|归档|指导|协助|补正`

// hedges are the words of a sentence that leave open what facts of some kinds
// count; before stand those that do so before the count or in it; about are
// words of which the sentence must have one, unless section four says it.
var hedges = []struct {
	kinds                []Kind
	words, before, about *han.Words
}{
	{ // more or less than came in: sorted out, put off, handled for others
		kinds:  []Kind{Received, CarriedIn},
		words:  han.List("剔除 收到且办 收到且已办 收到并办 收到并已办 不属于 补正后 历年 名义 以来 人次 政务服务 重复"),
		before: han.List("登记 交办 转办 协助 承办 审核 指导"),
	},
	{ // other answers than outcomes
		kinds: []Kind{Handled, Processed},
		words: han.List(`撤回 撤销 终止 中止 放弃 件次 人次 次（ 次， 次。 补正 合并 不予受理 告知书 历年 以来 协助 审核
			指导 交办 转办 承办 名义 剔除 不属于 重复 其中…40答复`),
	},
	{ // a part of the outcomes, or two groups in one
		kinds: []Kind{Granted, Partial, Denied, Unavailable, Unprocessed, Other},
		words: han.List("新收 收到的 受理的 当年 （含 含…12公开 包括…12公开 征收 拆迁 涉及 类申请 类事项 类信息"),
	},
	{ // only some of the cases against the agency, or cases it decides itself
		kinds: []Kind{Reviews, Suits, SuitsDirect, SuitsAfter},
		words: han.List(`新收 新增 新发生 上年 去年 未结 第三人 共同 作为复议机关 作为行政复议机关 审理 二审 再审 撤回 撤诉
			驳回 不予受理 其中 涉及…6信息公开 涉及…6公开 为被申请人 为被告 历年 以来 引发败诉 引发的败诉`),
		about: han.List("信息公开 政务公开 依申请公开 公开申请"),
	},
	{ // documents of others, or more than this year's
		kinds: []Kind{NormativeIssued, NormativeRepealed, NormativeInForce},
		words: han.List(`修订 修改 修正 重新 牵头 起草 代拟 联合 会同 名义 以来 期间 累计 历年 审查 备案 转发 失效 五年
			三年 部门制 参与 提请 推动`),
	},
	{ // entries, cases or a part of the decisions
		kinds: []Kind{Licensing, Penalties, Compulsion},
		words: han.List(`办件量 件次 人次 公开 公示 归集 上传 发布 推送 立案 结案 简易 普通程序 一般程序 领域 涉企 委托
			以来 历年 上半年 下半年 季度 环节 网上 线上 窗口 免罚 不予 减轻 书 新办 变更 延续 注销 即办 承诺`),
	},
}
