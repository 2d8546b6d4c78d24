package value

import (
	"strings"

	"ogi/generator/decode/char"
	"ogi/generator/form"
)

// saysNone reports whether a whole cell says in words that there is nothing to
// count: 无, 不涉及, 未收到申请, 本年度无此类情况, 没有发生行政复议、行政诉讼. 不予公开
// and 未统计 say something else, and 无法提供 is a label (html-words-over-three-columns).
func saysNone(text string) bool {
	if len(text) > 120 || !mayBeNone(text) {
		return false
	}
	if text == "无" {
		return true
	}
	s := form.Norm(text)
	for {
		t := cutAny(s, leads)
		if t == s {
			break
		}
		s = t
	}
	rest := cutAny(s, negations)
	if rest == s || rest == "" && s != "无" && s != "没有" {
		return false
	}
	for rest != "" {
		t := cutAny(rest, nothings)
		if t == rest {
			return false
		}
		rest = t
	}
	return true
}

// mayBeNone looks at the first character, since most cells are something else.
func mayBeNone(text string) bool {
	switch char.First(text) {
	case '无', '無', '不', '没', '沒', '未', '暂', '暫', '尚', '本', '全', '今', '我', '（', '(', '该', '此':
		return true
	}
	return false
}

// leads may stand before the negation, nothings behind it, the longer first.
var (
	leads     = []string{"本年度", "本年", "全年", "今年", "本机关", "本单位", "本部门", "我单位", "我局", "本局", "尚", "暂"}
	negations = []string{"没有", "未有", "无", "未", "不", "没"}
	nothings  = []string{
		"信息公开", "政府信息", "依申请公开", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "复议", "诉讼", "起诉",
		"相关", "有关", "具体", "相应", "此", "该", "这", "类", "项", "种", "个", "任何", "类似", "上述",
		"情况", "情形", "数据", "事项", "事件", "事务", "业务", "内容", "申请", "案件", "案例", "记录", "项目", "信息", "数量",
		"发生", "发放", "产生", "涉及", "适用", "存在", "收到", "受理", "接到", "出现", "开展", "收费", "收取", "费用", "件", "有", "的", "和", "及", "或", "与",
	}
)

func cutAny(s string, words []string) string {
	for _, w := range words {
		if t, ok := strings.CutPrefix(s, w); ok {
			return t
		}
	}
	return s
}
