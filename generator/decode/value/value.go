// Package value reads what one cell says: a number with what may stand about it, a
// stroke or words for none, or something that is no one number, with the reason. A
// text goes in, a Value comes out, or that the text is no value, as a label is. It
// fails closed: what may be two numbers is garbled. Whose number it is is not its job.
package value

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/han"
	"ogi/generator/report"
)

// A Value is what one published cell says if it is read as a cell of the form.
type Value struct {
	State report.State
	Dirty bool
	split bool // digits with white space between them: one number or several
	Num   report.Decimal
	Unit  report.Unit // of an amount
	Why   *report.Why // it is garbled
}

// Filled reports whether the cell is not blank.
func (v Value) Filled() bool { return v.State != report.Blank }

// Same reports whether two cells say the same.
func (v *Value) Same(o *Value) bool { return v.State == o.State && v.Num.Cmp(o.Num) == 0 }

// Read reads a cell. It reports false for text that is no value, as a
// label is.
func Read(text string) (Value, bool) {
	// The common case first: a few plain digits.
	if n := len(text); n > 0 && n <= 9 {
		k, x := 0, int64(0)
		for k < n && text[k] >= '0' && text[k] <= '9' {
			x = x*10 + int64(text[k]-'0')
			k++
		}
		if k == n {
			return Value{State: report.Number, Num: report.Int(x), Dirty: n > 1 && text[0] == '0'}, true
		}
	}
	if text == "" {
		return Value{State: report.Blank}, true
	}
	if len(text) > 150 {
		return Value{}, false
	}
	text = strings.Map(drawn, text)
	if saysNone(text) {
		return Value{State: report.Dash}, true
	}
	if n := Lead(text); n > 0 {
		v, ok := readNumber(text[n:])
		v.Dirty = true
		return v, ok && v.State == report.Number
	}
	if beginsLabel(text) {
		return Value{}, false
	}
	if IsDash(text) {
		return Value{State: report.Dash}, true
	}
	return readNumber(text)
}

// drawn drops the marks of no width that converters leave between digits:
// nobody sees them, so 1 and 2 with one between are twelve.
func drawn(u rune) rune {
	switch u {
	case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
		return -1
	}
	return u
}

// forewords are the words that an agency writes before a figure: 共12件, 件数：12.
var forewords = []string{"共计", "共有", "共", "计", "件数：", "件数:", "数量：", "数量:", "数：", "数:"}

// Lead is the length of such words before a digit (traditional-units).
func Lead(text string) int {
	if text[0] < utf8.RuneSelf {
		return 0
	}
	switch char.First(text) {
	case '共', '计', '計', '件', '数', '數':
	default:
		return 0
	}
	if s := han.Fold(text); len(s) == len(text) {
		text = s // 計12件, 件數：12
	}
	for _, w := range forewords {
		if rest, ok := strings.CutPrefix(text, w); ok {
			if n := len(text) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); char.IsDigitAt(text, n) {
				return n
			}
		}
	}
	return 0
}

// beginsLabel reports whether the first character is one with which no value
// begins, as that of most labels is.
func beginsLabel(text string) bool {
	u, _ := utf8.DecodeRuneInString(text)
	return u >= 0x4E00 && u <= 0x9FFF && !strings.ContainsRune("无無不没未暂零"+char.Numerals, u)
}

// IsDash knows cells of strokes alone; more than eight are a line that somebody drew
// (dash-of-six-strokes).
func IsDash(text string) bool {
	t := strings.TrimFunc(text, unicode.IsSpace)
	switch t {
	case "N/A", "n/a", "NA":
		return true
	}
	n := 0
	for _, u := range t {
		if !strings.ContainsRune("-—–―─━－‐‑‒﹣⁃/／∕\\＼一_﹘ー～~*＊×", u) {
			return false
		}
		n++
	}
	// A lone 一 is a dash drawn with the character for one, or the number one.
	return n > 0 && n <= 8 && t != "一"
}

// units that may follow a count, and those of an amount.
var countUnits = []string{"件次", "人次", "件", "条", "份", "宗", "次", "人", "个", "项", "篇", "起", "例", "部", "家"}

// IsUnit reports whether a text is the unit of a figure (pdf-text-with-units-apart).
func IsUnit(s string) bool {
	s = han.Fold(s)
	return slices.Contains(countUnits, s) || slices.Contains(amountUnits, s)
}

var amountUnits = []string{"万元", "亿元", "元", "万"}

// readNumber reads a number with what may stand about it: a sign, full-width
// digits, thousands marks, a unit, a remark in brackets.
func readNumber(text string) (Value, bool) {
	v := Value{State: report.Number}
	p := numberScan{s: text}
	p.space()
	p.sign()
	p.digits()
	if p.count == 0 {
		if strings.ContainsRune(smallDigits, char.First(text)) {
			return Value{State: report.Garbled, Why: doubtful(text)}, true
		}
		if isLetterNumber(text) {
			return Garbled(report.LooksLikeNumber), true
		}
		if n, ok := chineseNumber(text); ok {
			return Value{State: report.Number, Num: report.Int(n), Dirty: true}, true
		}
		return Value{}, false
	}
	if p.bad != report.Plainly && strings.TrimFunc(p.s[p.i:], unicode.IsSpace) == "" {
		g := Garbled(p.bad)
		g.split = p.spaced
		return g, true
	}
	rest := strings.TrimFunc(p.s[p.i:], unicode.IsSpace)
	if rest != "" && strings.ContainsRune(smallDigits+"\u0336.", char.First(rest)) {
		if why := doubtful(text); why != nil {
			return Value{State: report.Garbled, Why: why}, true
		}
	}
	if rest != "" {
		rest = han.Fold(rest) // 萬元, 個
		for _, u := range amountUnits {
			if after, ok := strings.CutPrefix(rest, u); ok {
				v.Unit = report.UnitOf(u)
				rest = strings.TrimLeftFunc(after, unicode.IsSpace)
				break
			}
		}
		if v.Unit == report.NoUnit {
			for _, u := range countUnits {
				if after, ok := strings.CutPrefix(rest, u); ok {
					rest = strings.TrimLeftFunc(after, unicode.IsSpace)
					break
				}
			}
		}
	}
	switch {
	case rest == "":
	case isRemark(rest) && corrects(rest):
		return Garbled(report.Corrected), true
	case isRemark(rest):
	case rest == "%" || rest == "％":
		return Garbled(report.Percentage), true
	case strings.Trim(rest, ".。，,、；;*＊") == "":
		return Garbled(report.MarksBehind), true
	default:
		return Value{}, false
	}
	if p.bad != report.Plainly {
		return Garbled(p.bad), true
	}
	n, err := report.ParseDecimal(p.plain.String())
	if err != nil {
		return Garbled(report.Unreadable), true
	}
	v.Num = n
	v.Dirty = p.dirty || p.plain.Len() != len(text)
	return v, true
}

// Garbled is a value that could not be read, and why.
func Garbled(e report.Evidence) Value {
	return Value{State: report.Garbled, Why: e.Why()}
}

// isRemark knows what may follow a number: （其中修订16件）
// (numbers-with-marks-units-remarks).
func isRemark(s string) bool {
	if strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(") {
		return strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")
	}
	return false
}

// corrects reports whether a remark says that the figure before it was wrong or
// stood for another, and gives one: 15（有误，更正为18）. Which of both holds is
// then not ours to say.
func corrects(remark string) bool {
	return strings.IndexFunc(remark, unicode.IsDigit) >= 0 && char.HasAny(remark, []string{"更正", "有误", "应为", "改为", "勘误", "订正", "修正", "误填"})
}

// doubtful tells why a number with digits that are raised or struck (5¹, 8̶) is
// none, and what it may be; package seen leaves them where it could not tell.
func doubtful(s string) *report.Why {
	if !strings.ContainsFunc(s, isDoubtful) {
		return nil // 1.第三方
	}
	var whole, plain strings.Builder
	struck, small := false, false
	for _, u := range s {
		switch d := strings.IndexRune(smallDigits, u); {
		case u == '\u0336':
			struck = true
		case d >= 0:
			small = true
			whole.WriteRune('0' + rune(utf8.RuneCountInString(smallDigits[:d])%10))
		default:
			whole.WriteRune(u)
			plain.WriteRune(u)
		}
	}
	switch {
	case struck:
		return report.Struck.With(strings.TrimSpace(whole.String()))
	case small:
		return report.SmallDigits.With(strings.TrimSpace(plain.String()), strings.TrimSpace(whole.String()))
	}
	return nil
}

func isDoubtful(u rune) bool {
	return u >= '²' && (u == '\u0336' || strings.ContainsRune(smallDigits, u))
}

const smallDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"

// A numberScan walks over the digits of a number.
type numberScan struct {
	s      string
	i      int
	plain  strings.Builder
	count  int
	dirty  bool
	spaced bool
	bad    report.Evidence // why it is no number
}

func (p *numberScan) space() {
	t := strings.TrimLeftFunc(p.s[p.i:], unicode.IsSpace)
	p.i = len(p.s) - len(t)
}

func (p *numberScan) sign() {
	u, n := utf8.DecodeRuneInString(p.s[p.i:])
	switch u {
	case '-', '－', '−', '﹣', '–':
		p.plain.WriteByte('-')
	case '+', '＋', '↑':
	case '↓':
		p.plain.WriteByte('-')
	default:
		return
	}
	p.dirty = p.dirty || u != '-'
	p.i += n
	from := p.i
	if p.space(); p.i > from && u != '+' && u != '＋' && u != '↑' {
		// A dash that stands apart is a cell of its own, or that of a page number.
		p.bad = report.SignApart
	}
}

// digits reads digits, thousands marks and one decimal point. Marks that do
// not stand where thousands stand, and white space between digits, make the
// number unreadable.
func (p *numberScan) digits() {
	point := false
	since := -1 // digits since the last thousands mark
	for p.i < len(p.s) {
		u, n := utf8.DecodeRuneInString(p.s[p.i:])
		switch {
		case u >= '0' && u <= '9':
			p.plain.WriteByte(byte(u))
		case u >= '０' && u <= '９':
			p.plain.WriteByte(byte('0' + u - '０'))
			p.dirty = true
		case (u == ',' || u == '，' || u == '\'' || u == '’' || u == '٬' || u == '\u2009' || u == '\u202f') && p.count > 0 && !point && p.digitAt(p.i+n):
			if since >= 0 && since != 3 || since < 0 && p.count > 3 {
				p.bad = report.BadThousands
			}
			since = 0
			p.dirty = true
			p.i += n
			continue
		case (u == '.' || u == '．' || u == '·') && p.count > 0 && !point && p.digitAt(p.i+n):
			if since >= 0 && since != 3 {
				p.bad = report.BadThousands
			}
			since = -1
			point = true
			p.dirty = p.dirty || u != '.'
			p.plain.WriteByte('.')
			p.i += n
			continue
		case unicode.IsSpace(u) && p.count > 0:
			j := p.i
			for j < len(p.s) {
				v, m := utf8.DecodeRuneInString(p.s[j:])
				if !unicode.IsSpace(v) {
					break
				}
				j += m
			}
			if p.digitAt(j) {
				p.bad, p.spaced = report.SpaceWithin, true
				p.i = j
				continue
			}
			p.i = j
			p.thousands(since)
			return
		default:
			p.thousands(since)
			return
		}
		p.count++
		if since >= 0 && !point {
			since++
		}
		p.i += n
	}
	p.thousands(since)
}

func (p *numberScan) thousands(since int) {
	if since >= 0 && since != 3 {
		p.bad = report.BadThousands
	}
}

func (p *numberScan) digitAt(i int) bool { return i < len(p.s) && char.IsDigitAt(p.s, i) }

// CutGlued parts a number that sticks to the end of a label: 3.其他0,
// 行政许可 97. It gives the label and where the digits begin (number-glued-to-label).
func CutGlued(text string) (label string, at int) {
	at = len(text)
	for at > 0 {
		u, n := utf8.DecodeLastRuneInString(text[:at])
		if u >= '0' && u <= '9' || u >= '０' && u <= '９' || (u == '.' || u == ',') && at < len(text) {
			at -= n
			continue
		}
		break
	}
	if at == len(text) || at == 0 {
		return text, len(text)
	}
	return strings.TrimRightFunc(text[:at], unicode.IsSpace), at
}
