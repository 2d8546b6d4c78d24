// Package date reads the days, years and periods of a text, however they are written: in
// figures of any width, in words, as foreign systems print them. A text goes in, a date
// and where it begins come out. Which of a report's days is which is not its job.
package date

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/report"
)

// First reads the first date of a short text, also as saved pages print it:
// January 24, 2024; 24/01/2024, where only one number can be the month
// (html-page-about-the-report).
func First(s string) (report.Date, int, bool) {
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
		day, _ := Digits(group(1) + group(4) + group(6))
		year, _ := Digits(group(3) + group(5) + group(8))
		month, _ := Digits(group(7))
		if name := strings.ToLower(group(2)); name != "" {
			month = strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name[:3])/3 + 1
		}
		d := report.Date{Year: year, Month: month, Day: day, Text: s[m[0]:m[1]]}
		take(d, m[0], Valid(year, month, day) && (group(7) == "" || day > 12 || day == month))
	}
	return best, from, found
}

const monthName = `(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`

// Last reads the last full date of a text: 2024年1月19日, 2024-01-19,
// 2024.1.19, 二〇二四年一月十九日.
func Last(s string) (d report.Date, at int, ok bool) {
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
		y := YearBefore(s[:k])
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
		if n2 == 0 || !strings.HasPrefix(tail, "日") && !strings.HasPrefix(tail, "号") || !Valid(y, m, day) {
			continue
		}
		from := YearStart(s, k)
		to := len(s) - len(tail) + len("日")
		return report.Date{Year: y, Month: m, Day: day, Text: s[from:to]}, from, true
	}
	return report.Date{}, 0, false
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
		if digits == 0 || digits > 2 || !Valid(y, m, day) {
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

// Digits reads up to nine digits at the beginning of s, and how many they are.
func Digits(s string) (v, n int) {
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		v = v*10 + int(s[n]-'0')
		n++
	}
	return v, n
}

// englishDate is a date as browsers and foreign systems print it.
var englishDate = regexp.MustCompile(`(?i)\b(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?(` + monthName + `)\.?,?\s+(?:(20[0-9]{2})\b|([0-9]{1,2})(?:st|nd|rd|th)?,?\s+(20[0-9]{2})\b)|\b([0-9]{1,2})/([0-9]{1,2})/(20[0-9]{2})\b`)

// Valid reports whether a month has such a day (day-that-no-month-has), in years of
// such reports.
func Valid(y, m, d int) bool {
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

// Period reads 2024年1月1日至(2024年)12月31日.
func Period(s string) (p [2]report.Date, ok bool) {
	for _, sep := range []string{"至", "到", "—", "-", "~", "－"} {
		for i := 0; ; {
			k := strings.Index(s[i:], sep)
			if k < 0 {
				break
			}
			at := i + k
			i = at + len(sep)
			near := max(0, at-LongClause) // where the date in front may begin
			from, a, ok1 := Last(s[near:at])
			if a += near; !ok1 || strings.Trim(s[a+len(from.Text):at], " \u00a0\u3000起，,、始") != "" {
				continue
			}
			rest := s[i:]
			to, ok2 := firstDate(rest, from.Year)
			if !ok2 {
				continue
			}
			return [2]report.Date{from, to}, true
		}
	}
	return p, false
}

// firstDate reads the date at the beginning of s; without a year it takes the
// one given.
func firstDate(s string, year int) (report.Date, bool) {
	end := strings.Index(s, "日")
	if end < 0 || end > 40 {
		return report.Date{}, false
	}
	t := s[:end+len("日")]
	if d, _, ok := Last(t); ok {
		return d, true
	}
	t = strings.TrimLeft(t, " \u00a0\u3000")
	t = strings.TrimPrefix(strings.TrimPrefix(t, "同年"), "当年") // 至同年12月31日
	lead, t := len(s[:end+len("日")])-len(t), s[:end+len("日")]
	m, n := char.Small(t[lead:])
	n += lead
	if n == 0 || !strings.HasPrefix(t[n:], "月") {
		return report.Date{}, false
	}
	d, n2 := char.Small(t[n+len("月"):])
	if n2 == 0 || !Valid(year, m, d) {
		return report.Date{}, false
	}
	return report.Date{Year: year, Month: m, Day: d, Text: t[lead:]}, true
}
