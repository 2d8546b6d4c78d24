package decode

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/grid"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
)

// dates finds the sign-off at the end and the period stated.
func (c *reader) dates() {
	r := c.r
	c.signOff()
	for i := range c.units {
		if u := &c.units[i]; !u.isRow() && (strings.Contains(u.line.Text, "统") || ofPeriod.In(u.line.Text)) {
			if p, ok := c.period(i); ok {
				r.Period = p
				break
			}
		}
	}
}

// ofPeriod are words that a sentence about the period has.
var ofPeriod = han.Of("统计", "所列数据", "数据期限", "数据的期限", "数据时间", "报告期")

// period reads the period stated from unit i on; lines of flattened text are
// joined, since it stands across two or three of them.
func (c *reader) period(i int) (p [2]report.Date, ok bool) {
	text, begins := "", []int(nil)
	for k := i; k < len(c.units) && k < i+3 && !c.units[k].isRow(); k++ {
		begins = append(begins, len(text))
		text += strings.TrimSpace(c.units[k].line.Text)
		if !ofPeriod.In(text) {
			continue
		}
		if p, ok = periodIn(text, place.Pos{}); !ok {
			continue
		}
		from := 0
		for d := range p {
			at := from + strings.Index(text[from:], p[d].Text)
			from = at + len(p[d].Text)
			n := len(begins) - 1
			for begins[n] > at {
				n--
			}
			u := &c.units[i+n]
			lead := len(u.line.Text) - len(strings.TrimLeftFunc(u.line.Text, unicode.IsSpace))
			p[d].Pos = shift(u.line.Pos, u.line.Text, lead+at-begins[n])
		}
		return p, true
	}
	return p, false
}

// signOff finds the date at the end: alone on its line, behind the name of a
// body, or cut over the cells of a row or over two lines. A dozen lines may stand
// behind it (signed-above-lines-of-the-page), in the row as many cells as a day falls
// into and a few blank ones (signed-over-the-cells-of-a-row), on the line above a name
// (signed-over-two-lines-behind-a-name).
func (c *reader) signOff() {
	seen := 0
	for i := len(c.units) - 1; i >= 0 && seen < 12; i-- {
		u := &c.units[i]
		if u.section >= 0 && c.heads[u.section].n > 0 && c.heads[u.section].n < 6 {
			return
		}
		text, pos, ok := u.only()
		if u.isRow() && !ok && u.table == 0 && len(u.row) <= 8 {
			text, pos, ok = joined(u.row), u.pos(), true
		}
		if !ok || u.table != 0 || u.aside || u.role == residueRole || u.role == metaRole {
			continue
		}
		seen++
		d, at, ok := dateIn(text)
		if !ok && i > 0 && !u.isRow() && !c.units[i-1].isRow() && text != "" && len(text) <= 40 {
			if above := c.units[i-1].line; len(above.Text) <= 120 { // 2024年 ¶ 1月12日
				d, at, ok = dateIn(above.Text + text)
				if ok = ok && at < len(above.Text) && at+len(d.Text) > len(above.Text); ok {
					text, pos = above.Text+text, above.Pos
					c.units[i-1].setRole(dateRole)
				}
			}
		}
		if ok && restIsName(text, at, d.Text) {
			d.Pos = shift(pos, text, at)
			c.r.Signed = d
			u.setRole(dateRole)
			c.signedAt = i
			return
		}
	}
}

func joined(row []grid.Cell) string {
	var b strings.Builder
	for _, c := range row {
		b.WriteString(c.Text)
	}
	return b.String()
}

// restIsName reports whether beside the date stands at most a name: what lists
// of other pages print before their dates are titles. A name may be long
// (signed-beside-a-long-name), a word that is none is short
// (signed-behind-a-short-word).
func restIsName(s string, at int, text string) bool {
	before, after := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(text):])
	before = before[strings.LastIndex(before, "。")+1:]
	before = strings.TrimPrefix(before, "\x80\x82") // the rest of 。
	before = strings.Trim(before, "（()）[]【】 \u3000\u00a0")
	switch after {
	case "印发", "印", "发布", "）", ")", "（盖章）", "（公章）":
		after = ""
	}
	if len(after) > 6 || utf8.RuneCountInString(before) > 28 {
		return false
	}
	return before == "" || utf8.RuneCountInString(before) <= 4 && !strings.ContainsAny(before, "。，,；：:") ||
		body.IsName(strings.NewReplacer("（盖章）", "", "（公章）", "").Replace(before)) || hasAnyPrefix(before, []string{"落款", "日期"})
}

// bareDate takes a line near the title that is a date and nothing else. In
// digits, or with the time of day, the page printed it; in words or brackets the
// body did. Four lines below the title are near (day-in-brackets-below-the-title).
func (c *reader) bareDate(u *unit, fromTitle int) bool {
	text, pos, ok := u.only()
	if !ok || u.table != 0 || len(text) > 150 || fromTitle < -3 || fromTitle > 4 {
		return false
	}
	d, at, ok := anyDate(text)
	if !ok {
		return false
	}
	before, after := text[:at], behindDate.ReplaceAllString(text[at+len(d.Text):], "")
	if strings.Trim(before, "（([【〔［ \u00a0\u3000") != "" || strings.Trim(after, "）)]】〕］ \u00a0\u3000:：0123456789") != "" {
		return false // with 星期一 it is the day on which somebody looks
	}
	if fromTitle < 0 && strings.Contains(d.Text, "年") {
		return false
	}
	d.Pos = shift(pos, text, at)
	if strings.Contains(d.Text, "年") && !strings.ContainsAny(after, ":：") {
		if c.r.Signed.IsZero() {
			c.r.Signed = d
		}
	} else if c.r.Published.IsZero() {
		c.r.Published = d
	}
	u.setRole(metaRole)
	return true
}

// behindDate is what pages print behind the date of a report: its source, its
// readers, the size of its letters.
var behindDate = regexp.MustCompile(`[\s|【\[（(]*(?:信息来源|文章来源|来源|作者|编辑|责任编辑|浏览|浏览次数|浏览量|阅读|阅读次数|点击|点击数|点击率|字号|字体|字体大小)[:：].*$`)

// anyDate reads the first date of a short text, also as saved pages print it:
// January 24, 2024; 24/01/2024, where only one number can be the month
// (html-page-about-the-report).
func anyDate(s string) (report.Date, int, bool) {
	best, from, found := report.Date{}, len(s), false
	take := func(d report.Date, at int, ok bool) {
		if ok && at < from {
			best, from, found = d, at, true
		}
	}
	for end := 0; !found; {
		k := strings.IndexAny(s[end:], "日号")
		if k < 0 {
			break
		}
		end += k + len("日")
		take(wordDate(s[:end]))
	}
	take(dashDate(s))
	if found || !strings.Contains(s, "20") || !strings.ContainsAny(s, "/aeouAEOU") {
		return best, from, found // no name of a month
	}
	if m := englishDate.FindStringSubmatchIndex(s); m != nil {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return s[m[2*i]:m[2*i+1]]
		}
		day, _ := digits(group(1) + group(4) + group(6))
		year, _ := digits(group(3) + group(5) + group(8))
		month, _ := digits(group(7))
		if name := strings.ToLower(group(2)); name != "" {
			month = strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name[:3])/3 + 1
		}
		d := report.Date{Year: year, Month: month, Day: day, Text: s[m[0]:m[1]]}
		take(d, m[0], validDay(year, month, day) && (group(7) == "" || day > 12 || day == month))
	}
	return best, from, found
}

const monthName = `(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`

// dateIn reads the last full date of a text: 2024年1月19日, 2024-01-19,
// 2024.1.19, 二〇二四年一月十九日.
func dateIn(s string) (d report.Date, at int, ok bool) {
	if d, at, ok := wordDate(s); ok {
		return d, at, ok
	}
	return dashDate(s)
}

// wordDate reads the last date that is written with 年, 月 and 日.
func wordDate(s string) (d report.Date, at int, ok bool) {
	for i := len(s); i > 0; {
		k := strings.LastIndex(s[:i], "年")
		if k < 0 {
			break
		}
		i = k
		y := yearBefore(s[:k])
		if y == 0 {
			continue
		}
		m, n1 := char.Small(s[k+len("年"):])
		if strings.HasPrefix(s[k+len("年"):], "元月") {
			m, n1 = 1, len("元")
		}
		rest := s[k+len("年")+n1:]
		if n1 == 0 || !strings.HasPrefix(rest, "月") {
			continue
		}
		day, n2 := char.Small(rest[len("月"):])
		tail := rest[len("月")+n2:]
		if n2 == 0 || !strings.HasPrefix(tail, "日") && !strings.HasPrefix(tail, "号") || !validDay(y, m, day) {
			continue
		}
		from := yearStart(s, k)
		to := len(s) - len(tail) + len("日")
		return report.Date{Year: y, Month: m, Day: day, Text: s[from:to]}, from, true
	}
	return report.Date{}, 0, false
}

// yearStart gives the offset of the first of the four digits before the offset.
func yearStart(s string, at int) int {
	for digits := 0; digits < 4; {
		u, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
		if char.Digit(u) >= 0 {
			digits++
		}
	}
	return at
}

// dashDate reads the first date in digits: 2024-01-19, 2024.1.19, 2024/1/19,
// also in full-width characters (html-page-about-the-report).
func dashDate(s string) (d report.Date, at int, ok bool) {
	before := rune(0)
	for i, u := range s {
		begins := (u == '1' || u == '2' || u == '１' || u == '２') && !(before >= '0' && before <= '9') && !(before >= '０' && before <= '９')
		before = u
		if !begins {
			continue
		}
		y, digits, n := wideDigits(s[i:])
		sep, w := utf8.DecodeRuneInString(s[i+n:])
		if digits != 4 || !strings.ContainsRune("-./－．／—", sep) {
			continue
		}
		j := i + n + w
		m, digits, n := wideDigits(s[j:])
		again, w := utf8.DecodeRuneInString(s[j+n:])
		if digits == 0 || digits > 2 || again != sep {
			continue
		}
		j += n + w
		day, digits, n := wideDigits(s[j:])
		if digits == 0 || digits > 2 || !validDay(y, m, day) {
			continue
		}
		return report.Date{Year: y, Month: m, Day: day, Text: s[i : j+n]}, i, true
	}
	return report.Date{}, 0, false
}

// wideDigits reads a number in ordinary or full-width digits: its value, how
// many digits and how many bytes it has.
func wideDigits(s string) (v, count, n int) {
	for n < len(s) && count < 9 {
		u, w := utf8.DecodeRuneInString(s[n:])
		switch {
		case u >= '0' && u <= '9':
			v = v*10 + int(u-'0')
		case u >= '０' && u <= '９':
			v = v*10 + int(u-'０')
		default:
			return v, count, n
		}
		count++
		n += w
	}
	return v, count, n
}

func digits(s string) (v, n int) {
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// englishDate is a date as browsers and foreign systems print it.
var englishDate = regexp.MustCompile(`(?i)\b(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?(` + monthName + `)\.?,?\s+(?:(20[0-9]{2})\b|([0-9]{1,2})(?:st|nd|rd|th)?,?\s+(20[0-9]{2})\b)|\b([0-9]{1,2})/([0-9]{1,2})/(20[0-9]{2})\b`)

// validDay reports whether a month has such a day (day-that-no-month-has), in years of
// such reports.
func validDay(y, m, d int) bool {
	if y < 1990 || y > 2099 || m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	switch m {
	case 4, 6, 9, 11:
		return d <= 30
	case 2:
		leap := y%4 == 0 && (y%100 != 0 || y%400 == 0)
		return d <= 28 || leap && d == 29
	}
	return true
}

// periodIn reads 2024年1月1日至(2024年)12月31日.
func periodIn(s string, pos place.Pos) (p [2]report.Date, ok bool) {
	for _, sep := range []string{"至", "到", "—", "-", "~", "－"} {
		for i := 0; ; {
			k := strings.Index(s[i:], sep)
			if k < 0 {
				break
			}
			at := i + k
			i = at + len(sep)
			near := max(0, at-longClause) // where the date in front may begin
			from, a, ok1 := dateIn(s[near:at])
			if a += near; !ok1 || strings.Trim(s[a+len(from.Text):at], " \u00a0\u3000起，,、始") != "" {
				continue
			}
			rest := s[i:]
			to, b, ok2 := firstDate(rest, from.Year)
			if !ok2 {
				continue
			}
			from.Pos, to.Pos = shift(pos, s, a), shift(pos, s, i+b)
			return [2]report.Date{from, to}, true
		}
	}
	return p, false
}

// firstDate reads the date at the beginning of s; without a year it takes the
// one given.
func firstDate(s string, year int) (report.Date, int, bool) {
	end := strings.Index(s, "日")
	if end < 0 || end > 40 {
		return report.Date{}, 0, false
	}
	t := s[:end+len("日")]
	if d, at, ok := dateIn(t); ok {
		return d, at, true
	}
	t = strings.TrimLeft(t, " \u00a0\u3000")
	t = strings.TrimPrefix(strings.TrimPrefix(t, "同年"), "当年") // 至同年12月31日
	lead, t := len(s[:end+len("日")])-len(t), s[:end+len("日")]
	m, n := char.Small(t[lead:])
	n += lead
	if n == 0 || !strings.HasPrefix(t[n:], "月") {
		return report.Date{}, 0, false
	}
	d, n2 := char.Small(t[n+len("月"):])
	if n2 == 0 || !validDay(year, m, d) {
		return report.Date{}, 0, false
	}
	return report.Date{Year: year, Month: m, Day: d, Text: t[lead:]}, lead, true
}

// shift moves a place to the byte offset in the text that begins there.
func shift(pos place.Pos, text string, off int) place.Pos {
	if pos.Line == 0 || off <= 0 || strings.Contains(text[:off], "\n") {
		return pos
	}
	pos.Col += utf8.RuneCountInString(text[:off])
	return pos
}
