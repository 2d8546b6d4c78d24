package identity

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/decode/unit"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
)

// weights of the places that name a body. The title and the sentence that says
// whose report it is are the report's own word, the sign-off nearly so; who put
// the page up is often another (a government's office for the government).
var weights = map[report.By]int{report.ByTitle: 4, report.BySentence: 4, report.BySignature: 3, report.ByPublisher: 1, report.ByTrail: 1}

// names says that a place of the file names a body.
func (c reader) names(by report.By, name string, pos place.Pos) {
	if name != "" {
		c.Report.Named = append(c.Report.Named, report.Named{By: by, Text: report.Text{Text: name, Pos: pos}})
	}
}

// whose settles the agency: the body that most weighs for, by its longest name.
func (c reader) whose() {
	r := c.Report
	best, sum := -1, 0
	for i, n := range r.Named {
		own := 0
		for _, m := range r.Named {
			if n.Text.Text == m.Text.Text || body.Same(n.Text.Text, m.Text.Text) {
				own += weights[m.By]
			}
		}
		if own > sum {
			best, sum = i, own
		}
	}
	if best < 0 {
		return
	}
	r.Agency = r.Named[best].Text
	for _, m := range r.Named {
		if long, short := m.Text.Text, r.Agency.Text; len(long) > len(short) && strings.HasSuffix(long, short) {
			r.Agency = m.Text
		}
	}
}

// beforeHeads is the unit of the first heading, or where the preamble of a
// report without headings surely ends.
func (c reader) beforeHeads() int {
	if len(c.Heads) > 0 {
		return c.Heads[0].Unit
	}
	return min(len(c.Units), 12)
}

// sentences reads the preamble for the sentence that says whose report it is.
// Lines of flattened text are read with the two after them.
func (c reader) whoseSentence() {
	end := c.beforeHeads()
	for i := range end {
		u := &c.Units[i]
		if u.IsRow() || u.Aside || u.Role != unit.NoRole && u.Role != unit.ProseRole {
			continue
		}
		text := u.Line.Text
		for k := i + 1; k < end && k < i+3 && !c.Units[k].IsRow() && !strings.HasSuffix(text, "。") && utf8.RuneCountInString(text) >= 20; k++ {
			text += strings.TrimSpace(c.Units[k].Line.Text)
		}
		if len(text) > 3000 {
			text = text[:3000]
		}
		if name := whoseIn(text); name != "" {
			pos := u.Line.Pos
			if at := strings.Index(u.Line.Text, name); at > 0 {
				pos = pos.Shift(u.Line.Text, at)
			}
			c.names(report.BySentence, name, pos)
			return
		}
	}
}

// signature reads who signs: the line above the date at the end, beside it, or
// the last line of all where no date is printed. Two lines may stand below, and the
// name be long (signed-by-a-long-name-above-two-notes).
func (c reader) signature() {
	seen := 0
	for i := len(c.Units) - 1; i >= 0 && seen < 6; i-- {
		u := &c.Units[i]
		if u.Section >= 0 {
			return
		}
		text, pos, ok := u.Only()
		if !ok || u.Table != 0 || u.Aside || u.Role == unit.ResidueRole || u.Role == unit.MetaRole || text == "" {
			continue
		}
		if strings.Contains(text, "印发") {
			continue
		}
		seen++
		lead := 0
		if at := strings.LastIndex(text, "。"); at >= 0 {
			lead = at + len("。")
		}
		name := text[lead:]
		if d, at, ok := date.Last(name); ok && strings.TrimSpace(name[at+len(d.Text):]) == "" {
			name = name[:at]
			seen = min(seen, 4) // two lines more: the name stands above
		}
		for _, w := range [...]string{"（盖章）", "(盖章)", "（公章）", "（章）"} {
			name = strings.ReplaceAll(name, w, "")
		}
		if char.StripSpace(name) == "" {
			continue
		}
		if utf8.RuneCountInString(name) > 40 || !body.IsName(name) || body.IsPlace(body.Plain(name)) {
			if seen > 2 {
				return
			}
			continue
		}
		c.names(report.BySignature, body.Plain(name), pos.Shift(text, lead))
		return
	}
}

// aboveTitle takes the lines above the title that name the body more fully:
// the title may say only 县司法局.
func (c reader) aboveTitle(title int) {
	for j := title - 1; j >= 0 && j >= title-3; j-- {
		if u := &c.Units[j]; !u.IsRow() && !u.Aside && u.Role == unit.NoRole && body.IsName(u.Line.Text) && !isTrail(u.Line.Text) {
			u.SetRole(unit.TitleRole)
			c.names(report.ByTitle, body.Plain(u.Line.Text), u.Line.Pos)
		}
	}
}

// belowTitle takes a line right below the title that is a name and nothing
// else, where the title itself names nobody.
func (c reader) belowTitle(title int) {
	if title < 0 || len(c.Report.Named) > 0 && c.Report.Named[len(c.Report.Named)-1].By == report.ByTitle {
		return
	}
	for j := title + 1; j < c.beforeHeads() && j <= title+2; j++ {
		if u := &c.Units[j]; !u.IsRow() && !u.Aside && u.Role == unit.NoRole && body.IsName(u.Line.Text) && !body.IsPlace(body.Plain(u.Line.Text)) {
			c.names(report.ByTitle, body.Plain(u.Line.Text), u.Line.Pos)
			return
		}
	}
}

// inProse looks for the body that the report's own sentences name most often,
// where neither title nor signature names one (no-title-line).
func (c reader) inProse() {
	if c.Report.Agency.Text != "" {
		return
	}
	count := map[string]int{}
	at := map[string]place.Pos{}
	best := ""
	for i := range c.Units {
		u := &c.Units[i]
		if u.IsRow() || u.Aside || u.Role != unit.NoRole || u.Section >= 0 {
			continue
		}
		eachAgency(u.Line.Text, func(name string, off int) {
			if count[name] == 0 {
				at[name] = u.Line.Pos.Shift(u.Line.Text, off)
			}
			count[name]++
			if n := count[name]; best == "" || n > count[best] {
				best = name
			}
		})
	}
	if count[best] >= 2 {
		c.Report.Agency = report.Text{Text: best, Pos: at[best]}
	}
}

// isTrail knows the trail of a page: 首页 > 信息公开 > 年报. It is no title, and
// its last body is at most who put the page up (html-page-about-the-report).
func isTrail(s string) bool {
	if len(s) > 600 || !hasTrailMark(s) {
		return false
	}
	parts := len(trailParts(s))
	if parts < 2 {
		return false
	}
	return parts >= 3 || char.HasAny(han.Fold(s), []string{"首页", "位置", "主页", "导航"})
}

func isTrailMark(u rune) bool {
	switch u {
	case '>', '＞', '›', '»', '→', '≫':
		return true
	}
	return false
}

func hasTrailMark(s string) bool { return strings.ContainsFunc(s, isTrailMark) }

// trailParts cuts a line at the marks of trails.
func trailParts(s string) []string { return strings.FieldsFunc(s, isTrailMark) }

// trail keeps the last body that a trail names. A name has five characters at least
// (trail-names-the-body).
func (c reader) trail(u *unit.Unit) {
	parts := trailParts(u.Line.Text)
	for i := len(parts) - 1; i >= 0; i-- {
		if p := strings.TrimSpace(parts[i]); body.IsName(p) && utf8.RuneCountInString(p) >= 5 {
			c.names(report.ByTrail, body.Plain(p), u.Line.Pos)
			return
		}
	}
}
