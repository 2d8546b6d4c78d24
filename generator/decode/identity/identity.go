// Package identity reads which report it is: its title, the body it is of, the days it
// was signed and put up, the period and the year it tells of, and what the page says
// about it. Each place that names a body or a year is kept in the report with its kind;
// where they differ what most of them say counts.
package identity

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

type reader struct{ *unit.Reader }

// Read reads title and body, dates and year of a report.
func Read(r *unit.Reader) {
	c := reader{r}
	c.identity()
	c.dates()
	c.year()
}

// identity finds title and agency, and what the page says about itself.
func (c reader) identity() {
	for i := range c.beforeHeads() {
		if u := &c.Units[i]; !u.IsRow() && isTrail(u.Line.Text) {
			c.trail(u)
			c.Leave(u)
		}
	}
	at := c.title()
	r := c.Report
	if r.Title.Text != "" {
		c.names(report.ByTitle, agencyIn(r.Title.Text), r.Title.Pos)
	}
	c.aboveTitle(at)
	c.belowTitle(at)
	c.whoseSentence()
	c.meta(at)
	c.fromPageTitle()
	c.signature()
	c.whose()
	c.inProse()
}

// fromPageTitle takes the page's own title where the report prints none. Seven is the
// score of a title with its year (title-of-the-page-alone).
func (c reader) fromPageTitle() {
	r := c.Report
	if r.Title.Text != "" {
		return
	}
	t := c.Doc.Title
	for _, cut := range []string{"_", "|", " - ", "-", "——"} {
		if head, _, ok := strings.Cut(t, cut); ok && unit.TitleScore(head) >= 7 {
			t = head
		}
	}
	if unit.TitleScore(t) < 7 {
		return
	}
	r.Title = report.Text{Text: strings.TrimSpace(t)}
	c.names(report.ByTitle, agencyIn(t), r.Title.Pos)
}

// title finds the title line above the first heading and gives its unit, -1
// if there is none. A name above it has up to thirty characters
// (title-below-a-long-name).
func (c reader) title() int {
	end := len(c.Units)
	if len(c.Heads) > 0 {
		end = c.Heads[0].Unit
	}
	best, at := 0, -1
	for i := 0; i < end; i++ {
		u := &c.Units[i]
		if u.IsRow() || u.Role == unit.ResidueRole || hasTrailMark(u.Line.Text) {
			continue // the end of a trail that was broken over lines is no title either
		}
		score := unit.TitleScore(u.Line.Text)
		if score == 0 && i+1 < end {
			score = c.brokenTitle(u, &c.Units[i+1])
		}
		if score == 0 {
			continue
		}
		if u.Heading > 0 {
			score += 3
		}
		if u.Aside || body.TrimLost(u.Line.Text) != strings.TrimSpace(u.Line.Text) {
			score -= 2
		}
		if score >= best {
			best, at = score, i
		}
	}
	if at < 0 {
		return -1
	}
	text, pos := c.Units[at].Line.Text, c.Units[at].Line.Pos
	c.Units[at].SetRole(unit.TitleRole)
	// A title broken over lines: its agency stands above, or its end below.
	for j := at - 1; j >= 0 && !c.Units[j].IsRow() && agencyIn(text) == ""; j-- {
		above := c.Units[j].Line.Text
		if c.Units[j].Aside != c.Units[at].Aside || !goesWith(above) || strings.ContainsAny(above, "。，,；;：:") {
			break
		}
		if whole := above + text; !body.IsName(strings.Trim(above, "（）()")) && agencyIn(whole) == "" {
			break
		}
		text, pos = above+text, c.Units[j].Line.Pos
		c.Units[j].SetRole(unit.TitleRole)
	}
	if j := at + 1; j < end && !c.Units[j].IsRow() && !titleNames(text) && unit.TitleEnds(text+c.Units[j].Line.Text) && goesWith(c.Units[j].Line.Text) {
		text += c.Units[j].Line.Text
		c.Units[j].SetRole(unit.TitleRole)
	}
	text, lost := trimLost(text)
	c.Report.Title = report.Text{Text: text, Pos: pos.Shift(strings.Repeat(" ", lost), lost)}
	return at
}

// goesWith reports whether a line beside that of a title may be part of it: it has up
// to thirty characters (title-below-a-long-name).
func goesWith(line string) bool { return utf8.RuneCountInString(line) <= 30 }

// trimLost cuts runs of marks for lost characters out of a title, and counts
// the characters that went at its beginning.
func trimLost(text string) (string, int) {
	clean := strings.Trim(lostRun.ReplaceAllString(text, ""), " \u00a0\u3000")
	first, _ := utf8.DecodeRuneInString(clean)
	if at := strings.IndexRune(text, first); at > 0 && clean != text {
		return clean, utf8.RuneCountInString(text[:at])
	}
	return clean, 0
}

// lostRun is what stands for characters that a converter lost.
var lostRun = regexp.MustCompile(`[?？□■▢\x{FFFD}]{2,}|^[□■▢\x{FFFD}]+`)

// brokenTitle is the score of two lines that are a title only together, as where
// a line ends within 政府信息公开 (title-broken-inside-its-words).
func (c reader) brokenTitle(u, next *unit.Unit) int {
	if next.IsRow() || next.Aside != u.Aside || unit.TitleScore(next.Line.Text) > 0 || !unit.TitleEnds(next.Line.Text) || !goesWith(next.Line.Text) {
		return 0
	}
	if score := unit.TitleScore(u.Line.Text + next.Line.Text); score >= unit.FullTitle {
		return score
	}
	return 0
}

// titleNames reports whether a title already says what it heads, as
// …年度报告（2024年度） does: the next line is not its end (title-with-its-year-behind).
func titleNames(s string) bool {
	n := form.Norm(s)
	return strings.Contains(n, "报告") || strings.Contains(n, "年报")
}
