package identity

import (
	"strings"

	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/decode/unit"
	"ogi/generator/place"
	"ogi/generator/report"
)

// year settles the report year by what most places say; where they are even,
// by the title, then by the period, and so on.
func (c reader) year() {
	r := c.Report
	says := func(by report.By, year int, pos place.Pos) {
		if year > 0 {
			r.Dated = append(r.Dated, report.Dated{By: by, Year: year, Pos: pos})
		}
	}
	says(report.ByTitle, date.Year(r.Title.Text), r.Title.Pos)
	y, pos := c.sentenceYear()
	says(report.BySentence, y, pos)
	if to := r.Period[1]; !to.IsZero() {
		says(report.ByPeriod, to.Year, to.Pos)
	}
	y, pos = c.proseYear()
	says(report.ByProse, y, pos)
	if d := r.Signed; !d.IsZero() {
		says(report.BySignature, reportYear(d), d.Pos)
	}
	votes := map[int]int{}
	for _, d := range r.Dated {
		votes[d.Year]++
	}
	for _, d := range r.Dated {
		if votes[d.Year] > votes[r.Year] {
			r.Year, r.YearPos = d.Year, d.Pos
		}
	}
	if d := r.Published; r.Year == 0 && !d.IsZero() {
		r.Year, r.YearPos = reportYear(d), d.Pos
	}
	if r.Year == 0 {
		c.anyYear()
	}
}

// anyYear takes the first year printed, best beside the words for a report.
func (c reader) anyYear() {
	for _, words := range [...][]string{{"统计期限", "年度报告", "本报告"}, {"年"}} {
		for i := range c.Units {
			u := &c.Units[i]
			if u.IsRow() || u.Aside || !char.HasAny(u.Line.Text, words) {
				continue
			}
			if y := date.Year(u.Line.Text); y > 0 {
				c.Report.Year, c.Report.YearPos = y, u.Line.Pos
				return
			}
		}
	}
}

// reportYear is the year that a report of that day is about, 0 where the day
// does not tell: reports are signed from the last days of the year on, most of
// them by spring. June ends it (year-told-by-a-day-in-may).
func reportYear(d report.Date) int {
	switch {
	case d.Month == 12 && d.Day >= 20:
		return d.Year
	case d.Month <= 6:
		return d.Year - 1
	}
	return 0
}

// sentenceYear is the year of the sentence that says what this is: 2023年…年度报告
// (year-told-by-the-sentence-of-the-report).
func (c reader) sentenceYear() (int, place.Pos) {
	for i := range c.beforeHeads() {
		u := &c.Units[i]
		if u.IsRow() || u.Aside || u.Role != unit.NoRole && u.Role != unit.ProseRole {
			continue
		}
		text := unquoted(u.Line.Text)
		for at := 0; ; {
			k := strings.Index(text[at:], "年")
			if k < 0 {
				break
			}
			at += k + len("年")
			if y := date.YearBefore(text[:at-len("年")]); y > 0 && ofReport(text[at:]) && madeBefore(text[:at]) {
				return y, u.Line.Pos
			}
		}
	}
	return 0, place.Pos{}
}

// ofReport reports whether the clause goes on to name the report.
func ofReport(s string) bool {
	s = s[:min(len(s), date.LongClause)]
	if i := strings.IndexAny(s, "，。；：,;:"); i >= 0 {
		s = s[:i]
	}
	return len(s) <= 150 && strings.Contains(s, "信息公开") && (strings.Contains(s, "报告") || strings.Contains(s, "年报") || strings.Contains(s, "工作情况"))
}

// madeBefore reports whether the clause says before that the report is made.
func madeBefore(s string) bool {
	s = s[max(0, len(s)-date.LongClause):]
	if i := strings.LastIndexAny(s, "，。；：,;:"); i >= 0 {
		s = s[i:]
	}
	return char.HasAny(s, makes)
}

// proseYear is the year that preamble and overview speak of more often than of
// any other; days and the years of laws do not count (year-told-by-the-prose).
func (c reader) proseYear() (best int, pos place.Pos) {
	count, at := map[int]int{}, map[int]place.Pos{}
	end := len(c.Units)
	for _, h := range c.Heads {
		if h.N > 1 {
			end = h.Unit
			break
		}
	}
	for i := range end {
		u := &c.Units[i]
		if u.IsRow() || u.Aside || u.Role == unit.TitleRole || u.Role == unit.MetaRole || u.Role == unit.ResidueRole || u.Role == unit.DateRole || u.Section >= 0 {
			continue
		}
		text := unquoted(u.Line.Text)
		for from := 0; ; {
			k := strings.Index(text[from:], "年")
			if k < 0 {
				break
			}
			from += k + len("年")
			y := date.YearBefore(text[:from-len("年")])
			if _, n := char.Small(text[from:]); y == 0 || n > 0 || lawYear(text[from:]) {
				continue
			}
			if count[y]++; count[y] == 1 {
				at[y] = u.Line.Pos
			}
		}
	}
	tie := false
	for y, n := range count {
		switch {
		case best == 0 || n > count[best]:
			best, tie = y, false
		case n == count[best]:
			tie = true
		}
	}
	if tie {
		return 0, place.Pos{}
	}
	return best, at[best]
}

// lawYear reports whether what follows a year speaks of a law (year-told-by-the-prose).
func lawYear(after string) bool {
	for _, w := range [...]string{"公布", "修订", "施行", "修正", "以来", "起"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}
