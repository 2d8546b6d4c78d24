package decode

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
)

// weights of the places that name a body. The title and the sentence that says
// whose report it is are the report's own word, the sign-off nearly so; who put
// the page up is often another (a government's office for the government).
var weights = map[report.By]int{report.ByTitle: 4, report.BySentence: 4, report.BySignature: 3, report.ByPublisher: 1, report.ByTrail: 1}

// names says that a place of the file names a body.
func (c *reader) names(by report.By, name string, pos place.Pos) {
	if name != "" {
		c.r.Named = append(c.r.Named, report.Named{By: by, Text: report.Text{Text: name, Pos: pos}})
	}
}

// whose settles the agency: the body that most weighs for, by its longest name.
func (c *reader) whose() {
	r := c.r
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
func (c *reader) beforeHeads() int {
	if len(c.heads) > 0 {
		return c.heads[0].unit
	}
	return min(len(c.units), 12)
}

// sentences reads the preamble for the sentence that says whose report it is.
// Lines of flattened text are read with the two after them.
func (c *reader) whoseSentence() {
	end := c.beforeHeads()
	for i := range end {
		u := &c.units[i]
		if u.isRow() || u.aside || u.role != noRole && u.role != proseRole {
			continue
		}
		text := u.line.Text
		for k := i + 1; k < end && k < i+3 && !c.units[k].isRow() && !strings.HasSuffix(text, "。") && utf8.RuneCountInString(text) >= 20; k++ {
			text += strings.TrimSpace(c.units[k].line.Text)
		}
		if len(text) > 3000 {
			text = text[:3000]
		}
		if name := whoseIn(text); name != "" {
			pos := u.line.Pos
			if at := strings.Index(u.line.Text, name); at > 0 {
				pos = pos.Shift(u.line.Text, at)
			}
			c.names(report.BySentence, name, pos)
			return
		}
	}
}

// signature reads who signs: the line above the date at the end, beside it, or
// the last line of all where no date is printed. Two lines may stand below, and the
// name be long (signed-by-a-long-name-above-two-notes).
func (c *reader) signature() {
	seen := 0
	for i := len(c.units) - 1; i >= 0 && seen < 6; i-- {
		u := &c.units[i]
		if u.section >= 0 {
			return
		}
		text, pos, ok := u.only()
		if !ok || u.table != 0 || u.aside || u.role == residueRole || u.role == metaRole || text == "" {
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
		if stripSpace(name) == "" {
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
func (c *reader) aboveTitle(title int) {
	for j := title - 1; j >= 0 && j >= title-3; j-- {
		if u := &c.units[j]; !u.isRow() && !u.aside && u.role == noRole && body.IsName(u.line.Text) && !isTrail(u.line.Text) {
			u.setRole(titleRole)
			c.names(report.ByTitle, body.Plain(u.line.Text), u.line.Pos)
		}
	}
}

// belowTitle takes a line right below the title that is a name and nothing
// else, where the title itself names nobody.
func (c *reader) belowTitle(title int) {
	if title < 0 || len(c.r.Named) > 0 && c.r.Named[len(c.r.Named)-1].By == report.ByTitle {
		return
	}
	for j := title + 1; j < c.beforeHeads() && j <= title+2; j++ {
		if u := &c.units[j]; !u.isRow() && !u.aside && u.role == noRole && body.IsName(u.line.Text) && !body.IsPlace(body.Plain(u.line.Text)) {
			c.names(report.ByTitle, body.Plain(u.line.Text), u.line.Pos)
			return
		}
	}
}

// inProse looks for the body that the report's own sentences name most often,
// where neither title nor signature names one (no-title-line).
func (c *reader) inProse() {
	if c.r.Agency.Text != "" {
		return
	}
	count := map[string]int{}
	at := map[string]place.Pos{}
	best := ""
	for i := range c.units {
		u := &c.units[i]
		if u.isRow() || u.aside || u.role != noRole || u.section >= 0 {
			continue
		}
		eachAgency(u.line.Text, func(name string, off int) {
			if count[name] == 0 {
				at[name] = u.line.Pos.Shift(u.line.Text, off)
			}
			count[name]++
			if n := count[name]; best == "" || n > count[best] {
				best = name
			}
		})
	}
	if count[best] >= 2 {
		c.r.Agency = report.Text{Text: best, Pos: at[best]}
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
func (c *reader) trail(u *unit) {
	parts := trailParts(u.line.Text)
	for i := len(parts) - 1; i >= 0; i-- {
		if p := strings.TrimSpace(parts[i]); body.IsName(p) && utf8.RuneCountInString(p) >= 5 {
			c.names(report.ByTrail, body.Plain(p), u.line.Pos)
			return
		}
	}
}
