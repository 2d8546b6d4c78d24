package identity

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/date"
	"ogi/generator/decode/unit"
	"ogi/generator/grid"
	"ogi/generator/han"
	"ogi/generator/report"
)

// dates finds the sign-off at the end and the period stated.
func (c reader) dates() {
	r := c.Report
	c.signOff()
	for i := range c.Units {
		if u := &c.Units[i]; !u.IsRow() && (strings.Contains(u.Line.Text, "统") || ofPeriod.In(u.Line.Text)) {
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
func (c reader) period(i int) (p [2]report.Date, ok bool) {
	text, begins := "", []int(nil)
	for k := i; k < len(c.Units) && k < i+3 && !c.Units[k].IsRow(); k++ {
		begins = append(begins, len(text))
		text += strings.TrimSpace(c.Units[k].Line.Text)
		if !ofPeriod.In(text) {
			continue
		}
		if p, ok = date.Period(text); !ok {
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
			u := &c.Units[i+n]
			lead := len(u.Line.Text) - len(strings.TrimLeftFunc(u.Line.Text, unicode.IsSpace))
			p[d].Pos = u.Line.Pos.Shift(u.Line.Text, lead+at-begins[n])
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
func (c reader) signOff() {
	seen := 0
	for i := len(c.Units) - 1; i >= 0 && seen < 12; i-- {
		u := &c.Units[i]
		if u.Section >= 0 && c.Heads[u.Section].N > 0 {
			return
		}
		text, pos, ok := u.Only()
		if u.IsRow() && !ok && u.Table == 0 && len(u.Row) <= 8 {
			text, pos, ok = joined(u.Row), u.Pos(), true
		}
		if !ok || u.Table != 0 || u.Aside || u.Role == unit.ResidueRole || u.Role == unit.MetaRole {
			continue
		}
		seen++
		d, at, ok := date.Last(text)
		if !ok && i > 0 && !u.IsRow() && !c.Units[i-1].IsRow() && text != "" {
			if above := c.Units[i-1].Line; len(above.Text) <= 120 { // 2024年 ¶ 1月12日
				d, at, ok = date.Last(above.Text + text)
				if ok = ok && at < len(above.Text) && at+len(d.Text) > len(above.Text); ok {
					text, pos = above.Text+text, above.Pos
					c.Units[i-1].SetRole(unit.DateRole)
				}
			}
		}
		if ok && restIsName(text, at, d.Text) {
			d.Pos = pos.Shift(text, at)
			c.Report.Signed = d
			u.SetRole(unit.DateRole)
			c.SignedAt = i
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
	if after != "" || utf8.RuneCountInString(before) > 28 {
		return false
	}
	return before == "" || utf8.RuneCountInString(before) <= 4 && !strings.ContainsAny(before, "。，,；：:") ||
		body.IsName(strings.NewReplacer("（盖章）", "", "（公章）", "").Replace(before)) || hasAnyPrefix(before, []string{"落款", "日期"})
}

// bareDate takes a line near the title that is a date and nothing else. In
// digits, or with the time of day, the page printed it; in words or brackets the
// body did. Four lines below the title are near (day-in-brackets-below-the-title).
func (c reader) bareDate(u *unit.Unit, fromTitle int) bool {
	text, pos, ok := u.Only()
	if !ok || u.Table != 0 || len(text) > 150 || fromTitle < -3 || fromTitle > 4 {
		return false
	}
	d, at, ok := date.First(text)
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
	d.Pos = pos.Shift(text, at)
	if strings.Contains(d.Text, "年") && !strings.ContainsAny(after, ":：") {
		if c.Report.Signed.IsZero() {
			c.Report.Signed = d
		}
	} else if c.Report.Published.IsZero() {
		c.Report.Published = d
	}
	u.SetRole(unit.MetaRole)
	return true
}

// behindDate is what pages print behind the date of a report: its source, its
// readers, the size of its letters.
var behindDate = regexp.MustCompile(`[\s|【\[（(]*(?:信息来源|文章来源|来源|作者|编辑|责任编辑|浏览|浏览次数|浏览量|阅读|阅读次数|点击|点击数|点击率|字号|字体|字体大小)[:：].*$`)
