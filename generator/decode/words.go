package decode

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/form"
	"ogi/generator/han"
	"ogi/generator/report"
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
	switch firstRune(text) {
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

// refusals are words that stand in place of a number and say none.
var refusals = map[string]bool{
	"见附件": true, "详见附件": true, "见附表": true, "详见附表": true, "见正文": true, "见说明": true, "另附": true, "另行公布": true, "另行公开": true,
	"若干": true, "若干件": true, "多件": true, "数件": true, "数十件": true, "数百件": true, "大量": true, "少量": true, "少许": true,
	"保密": true, "秘密": true, "涉密": true, "涉密不公开": true, "不公开": true, "不宜公开": true, "暂不公开": true, "依法不予公开": true, "不便公开": true,
	"未统计": true, "不统计": true, "无法统计": true, "待统计": true, "待核实": true, "待定": true, "待补充": true, "统计中": true, "不详": true, "不明": true, "不清楚": true,
	"略": true, "同上": true, "同左": true,
}

// notANumber tells why a text that is neither number, dash nor label is no
// number, Plainly where it may be words of a label. What is garbled here is written
// where a number should stand (words-for-a-figure-behind-a-label).
func notANumber(text string) report.Evidence {
	if mayRefuse(text) && refusals[form.Norm(text)] {
		return report.NoNumber
	}
	if len(text) <= 30 && mayBeRound(text) && roundly.MatchString(text) && !exactly.MatchString(text) {
		return report.Inexact
	}
	return oddFigure(text)
}

// mayRefuse looks at the first character, which Norm keeps if it is one of ours.
func mayRefuse(text string) bool {
	u, _ := utf8.DecodeRuneInString(text)
	return u < 0x4E00 || u > 0x9FFF || han.Foreign(u) || refusalOpens[u]
}

var refusalOpens = func() map[rune]bool {
	m := map[rune]bool{}
	for w := range refusals {
		m[firstRune(w)] = true
	}
	return m
}()

// roundly matches numbers in words, exactly those of them that say no more than a
// number: 近百件 and 十余 are the one, 十 and 三件 both.
var (
	roundly = regexp.MustCompile(`^(约|近|逾|超过?|大约|将近|上|数|几)?[一二两三四五六七八九十百千万]+(余|多|来|几)?[件条个次项宗份起]?(左右|以上|上下|以下|余|多)?$`)
	exactly = regexp.MustCompile(`^[一二两三四五六七八九十百千万]+[件条个次项宗份起]?$`)
)

// mayBeRound looks at the first character that roundly wants; it is asked of most
// labels.
func mayBeRound(text string) bool {
	switch firstRune(text) {
	case '约', '近', '逾', '超', '大', '将', '上', '数', '几', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万':
		return true
	}
	return false
}

// oddFigure knows texts of figures that are no one number: 3/5, 12O, 1月5日,
// 3-Jan, 约10. Three letters are a month, six digits with two marks a day
// (dates-that-a-spreadsheet-made).
func oddFigure(text string) report.Evidence {
	if len(text) > 40 || !mayHoldDigit(text) {
		return report.Plainly
	}
	digits, letters, han, marks := 0, 0, 0, 0
	for _, u := range text {
		switch {
		case u >= '0' && u <= '9', u >= '０' && u <= '９':
			digits++
		case u >= 0x4E00 && strings.ContainsRune("年月日约近余多超逾至到件条份个项次宗人起第左右上下内", u):
			han++
		case unicode.IsLetter(u) && u < 0x2E80 || u >= 'Ａ' && u <= 'ｚ':
			letters++
		case unicode.IsSpace(u), unicode.IsPunct(u), unicode.IsSymbol(u):
			marks++
		default:
			return report.Plainly
		}
	}
	switch {
	case digits == 0:
		return report.Plainly
	case strings.HasSuffix(text, "年") || strings.HasSuffix(text, "年度"):
		return report.Plainly // the head of a column of several years
	case strings.Contains(text, "月") || letters >= 3 || digits >= 6 && marks >= 2:
		return report.ADate
	case letters > 0:
		return report.LettersWithin
	case han > 0:
		return report.Inexact
	case marks > 0:
		return report.SeveralNumbers
	}
	return report.Plainly
}

// mayHoldDigit is false of a text that certainly has no digit, a full-width one
// neither.
func mayHoldDigit(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c >= '0' && c <= '9' || c == "０"[0] {
			return true
		}
	}
	return false
}

// groupsForFigures finds where the name of a group stands in place of figures:
// 不予公开, bare and over and over, or behind the label of its row and, where rows
// may have run together, behind a figure. A row without a label that has more
// figures than table three has columns is none of that table.
func groupsForFigures(items []item, oneRow bool) {
	row, rows, figures := false, 0, 0
	for k := range items {
		if items[k].label().Row != "" {
			rows++
		}
		figures += last(items[k].filled())
	}
	four := oneRow && rows == 0 && figures > len(form.Columns)
	oneRow = oneRow && rows == 1 // else it is a head of several
	for k := range items {
		it := &items[k]
		if it.val || !it.label().Known() {
			continue
		}
		bare := isBareGroup(it)
		again := bare && (k > 0 && items[k-1].text == it.text || k+1 < len(items) && items[k+1].text == it.text)
		heads := k+1 < len(items) && firstOf(it.label().Group, items[k+1].label().Row)
		if again || bare && four || bare && row && (oneRow || items[k-1].val && !heads) {
			it.val, it.v, it.named = true, garbled(report.NoNumber), nil
			continue
		}
		row = it.label().Row != ""
	}
}

// firstOf reports whether a row is the first of its group.
func firstOf(group, row string) bool {
	if group == "" || len(row) <= len(group) || row[len(group)] != '.' || row[:len(group)] != group {
		return false
	}
	rows := form.F2021.Rows(form.Three)
	at := slices.Index(rows, row)
	return at > 0 && !strings.HasPrefix(rows[at-1], group+".")
}

// wordsForFigures finds words behind the label of a row that stand in place of a
// figure, where all cells were put into one row: they are what the row lacks, or
// no figure stands behind them.
func wordsForFigures(items []item, t form.Table) {
	for k := 1; k < len(items); k++ {
		it, row := &items[k], *items[k-1].label()
		if it.val || row.Row == "" || !mayStandFor(it.text) {
			continue
		}
		behind := 0
		for k+1+behind < len(items) && items[k+1+behind].filled() {
			behind++
		}
		if behind > 0 && rowAt(row, behind+1, t) < 0 || behind == 0 && k+1 < len(items) && firstOf(it.label().Group, items[k+1].label().Row) {
			continue
		}
		it.val, it.v, it.named = true, inWords(it.text), nil
		if it.v.state == report.Missing {
			it.v = garbled(report.NoNumber)
		}
	}
}

// isBareGroup knows the name of a group of rows printed without its number.
func isBareGroup(it *item) bool {
	if it.label().Group == "" || it.label().Row != "" || it.label().Table != form.Three {
		return false
	}
	u, _ := utf8.DecodeRuneInString(it.text)
	return u == '不' || u == '无' || u == '無'
}

// wordsForFour takes the words of a row of table four that has no label for
// what stands in place of its figures; a first one more than it has columns
// leads the row. Its cells are fifteen (table-four-row-that-begins-with-words).
func (r *trow) wordsForFour() {
	n := 0
	for k := range r.items {
		it := &r.items[k]
		if it.label().Known() || !it.val && form.IsPiece(it.text) {
			return
		}
		if it.text != "" {
			n++
		}
	}
	if n < 5 {
		return
	}
	for k := range r.items {
		if it := &r.items[k]; !it.val && (k > 0 || len(r.items) <= 15) {
			it.val, it.v = true, garbled(cmp.Or(notANumber(it.text), report.NoNumber))
		}
	}
}
