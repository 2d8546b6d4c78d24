package value

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/form"
	"ogi/generator/han"
	"ogi/generator/report"
)

// InWords reads what words say that stand in place of a figure; the zero value
// is that of words which say something else.
func InWords(text string) Value {
	if saysNone(text) {
		return Value{State: report.Dash}
	}
	if why := NotANumber(text); why != report.Plainly {
		return Garbled(why)
	}
	if isLetterNumber(text) {
		return Garbled(report.LooksLikeNumber)
	}
	return Value{}
}

// IsWords reports whether words stand in place of a figure.
func IsWords(text string) bool { return InWords(text).State != report.Missing }

// isLetterNumber knows letters and marks that stand in place of digits (letters-for-digits).
func isLetterNumber(s string) bool {
	switch s {
	case "O", "o", "Ｏ", "ｏ", "○", "〇〇", "l", "I", "?", "？", "#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?":
		return true
	}
	return false
}

// refusals are words that stand in place of a number and say none.
var refusals = map[string]bool{
	"见附件": true, "详见附件": true, "见附表": true, "详见附表": true, "见正文": true, "见说明": true, "另附": true, "另行公布": true, "另行公开": true,
	"若干": true, "若干件": true, "多件": true, "数件": true, "数十件": true, "数百件": true, "大量": true, "少量": true, "少许": true,
	"保密": true, "秘密": true, "涉密": true, "涉密不公开": true, "不公开": true, "不宜公开": true, "暂不公开": true, "依法不予公开": true, "不便公开": true,
	"未统计": true, "不统计": true, "无法统计": true, "待统计": true, "待核实": true, "待定": true, "待补充": true, "统计中": true, "不详": true, "不明": true, "不清楚": true,
	"略": true, "同上": true, "同左": true,
}

// NotANumber tells why a text that is neither number, dash nor label is no
// number, Plainly where it may be words of a label. What is garbled here is written
// where a number should stand (words-for-a-figure-behind-a-label).
func NotANumber(text string) report.Evidence {
	if mayRefuse(text) && refusals[form.Norm(text)] {
		return report.NoNumber
	}
	if len(text) <= 30 && mayBeRound(text) && roundly.MatchString(text) && !exactly.MatchString(text) {
		return report.Inexact
	}
	return OddFigure(text)
}

// mayRefuse looks at the first character, which Norm keeps if it is one of ours.
func mayRefuse(text string) bool {
	u, _ := utf8.DecodeRuneInString(text)
	return u < 0x4E00 || u > 0x9FFF || han.Foreign(u) || refusalOpens[u]
}

var refusalOpens = func() map[rune]bool {
	m := map[rune]bool{}
	for w := range refusals {
		m[char.First(w)] = true
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
	switch char.First(text) {
	case '约', '近', '逾', '超', '大', '将', '上', '数', '几', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万':
		return true
	}
	return false
}

// OddFigure knows texts of figures that are no one number: 3/5, 12O, 1月5日,
// 3-Jan, 约10. Three letters are a month, six digits with two marks a day
// (dates-that-a-spreadsheet-made).
func OddFigure(text string) report.Evidence {
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
