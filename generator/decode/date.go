package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/report"
	"ogi/generator/source"
)

// dates finds the sign-off at the end and the period stated.
func (c *reader) dates() {
	r := c.r
	seen := 0
	for i := len(c.units) - 1; i >= 0 && seen < 12; i-- {
		u := &c.units[i]
		if u.section >= 0 && c.heads[u.section].n > 0 && c.heads[u.section].n < 6 {
			break
		}
		text, pos, ok := u.only()
		if !ok || u.table != 0 || u.aside || u.role == residueRole || u.role == metaRole {
			continue
		}
		seen++
		if d, at, ok := dateIn(text); ok && restIsName(text, at, d.Text) {
			d.Pos = shift(pos, text, at)
			r.Signed = d
			u.setRole(dateRole)
			c.signedAt = i
			break
		}
	}
	for i := range c.units {
		if u := &c.units[i]; !u.isRow() && strings.Contains(u.line.Text, "统") {
			if p, ok := c.period(i); ok {
				r.Period = p
				break
			}
		}
	}
}

// period reads the period stated from unit i on; lines of flattened text are
// joined, since it stands across two or three of them.
func (c *reader) period(i int) (p [2]report.Date, ok bool) {
	text, begins := "", []int(nil)
	for k := i; k < len(c.units) && k < i+3 && !c.units[k].isRow(); k++ {
		begins = append(begins, len(text))
		text += strings.TrimSpace(c.units[k].line.Text)
		if !strings.Contains(text, "统计") {
			continue
		}
		if p, ok = periodIn(text, source.Pos{}); !ok {
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

// restIsName reports whether beside the date stands at most a short name.
func restIsName(s string, at int, text string) bool {
	before, after := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+len(text):])
	return utf8.RuneCountInString(before) <= 28 && len(after) <= 6 && !strings.ContainsAny(before, "。，,；：:")
}

// dateIn reads the last full date of a text: 2024年1月19日, 2024-01-19,
// 2024.1.19, 二〇二四年一月十九日.
func dateIn(s string) (d report.Date, at int, ok bool) {
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
		m, n1 := smallNumber(s[k+len("年"):])
		rest := s[k+len("年")+n1:]
		if n1 == 0 || !strings.HasPrefix(rest, "月") {
			continue
		}
		day, n2 := smallNumber(rest[len("月"):])
		tail := rest[len("月")+n2:]
		if n2 == 0 || !strings.HasPrefix(tail, "日") && !strings.HasPrefix(tail, "号") || !validDay(y, m, day) {
			continue
		}
		from := yearStart(s, k)
		to := len(s) - len(tail) + len("日")
		return report.Date{Year: y, Month: m, Day: day, Text: s[from:to]}, from, true
	}
	return dashDate(s)
}

// yearStart gives the offset of the first of the four digits before the offset.
func yearStart(s string, at int) int {
	for digits := 0; digits < 4; {
		u, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
		if digitOf(u) >= 0 {
			digits++
		}
	}
	return at
}

func dashDate(s string) (d report.Date, at int, ok bool) {
	for i := 0; i+8 <= len(s); i++ {
		if s[i] < '1' || s[i] > '2' || i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
			continue
		}
		y, n := digits(s[i:])
		if n != 4 || i+n >= len(s) || !strings.ContainsRune("-./", rune(s[i+n])) {
			continue
		}
		sep := s[i+n]
		m, n1 := digits(s[i+n+1:])
		j := i + n + 1 + n1
		if n1 == 0 || n1 > 2 || j >= len(s) || s[j] != sep {
			continue
		}
		day, n2 := digits(s[j+1:])
		if n2 == 0 || n2 > 2 || !validDay(y, m, day) {
			continue
		}
		return report.Date{Year: y, Month: m, Day: day, Text: s[i : j+1+n2]}, i, true
	}
	return report.Date{}, 0, false
}

func digits(s string) (v, n int) {
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// smallNumber reads a month or a day, also as 十一 or 二十一.
func smallNumber(s string) (v, n int) {
	t := strings.TrimLeft(s, " \u00a0\u3000")
	lead := len(s) - len(t)
	seen := false
	for i := 0; i < len(t); {
		u, w := utf8.DecodeRuneInString(t[i:])
		if u == '十' {
			if v == 0 {
				v = 1
			}
			v *= 10
			seen = true
			i += w
			n = i
			continue
		}
		d := digitOf(u)
		if d < 0 {
			break
		}
		if v >= 10 && u >= utf8.RuneSelf && !(u >= '０' && u <= '９') && v%10 == 0 {
			v += d
		} else {
			v = v*10 + d
		}
		seen = true
		i += w
		n = i
		if v > 99 {
			return 0, 0
		}
	}
	if !seen {
		return 0, 0
	}
	for n < len(t) && t[n] == ' ' {
		n++
	}
	return v, lead + n
}

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
func periodIn(s string, pos source.Pos) (p [2]report.Date, ok bool) {
	for _, sep := range []string{"至", "到", "—", "-", "~", "－"} {
		for i := 0; ; {
			k := strings.Index(s[i:], sep)
			if k < 0 {
				break
			}
			at := i + k
			i = at + len(sep)
			from, a, ok1 := dateIn(s[:at])
			if !ok1 || strings.TrimSpace(s[a+len(from.Text):at]) != "" && !strings.HasSuffix(strings.TrimSpace(s[:at]), "起") {
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
	lead := len(t) - len(strings.TrimLeft(t, " \u00a0\u3000"))
	m, n := smallNumber(t)
	if n == 0 || !strings.HasPrefix(t[n:], "月") {
		return report.Date{}, 0, false
	}
	d, n2 := smallNumber(t[n+len("月"):])
	if n2 == 0 || !validDay(year, m, d) {
		return report.Date{}, 0, false
	}
	return report.Date{Year: year, Month: m, Day: d, Text: t[lead:]}, lead, true
}

// shift moves a place to the byte offset in the text that begins there.
func shift(pos source.Pos, text string, off int) source.Pos {
	if pos.Line == 0 || off <= 0 || strings.Contains(text[:off], "\n") {
		return pos
	}
	pos.Col += utf8.RuneCountInString(text[:off])
	return pos
}
