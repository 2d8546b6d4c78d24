package decode

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/form"
	"ogi/generator/report"
)

// identity finds title and agency, and what the page says about itself.
func (c *reader) identity() {
	for i := range c.beforeHeads() {
		if u := &c.units[i]; !u.isRow() && isTrail(u.line.Text) {
			c.trail(u)
			c.residue(u)
		}
	}
	at := c.title()
	r := c.r
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
func (c *reader) fromPageTitle() {
	r := c.r
	if r.Title.Text != "" {
		return
	}
	t := c.doc.Title
	for _, cut := range []string{"_", "|", " - ", "-", "——"} {
		if head, _, ok := strings.Cut(t, cut); ok && titleScore(head) >= 7 {
			t = head
		}
	}
	if titleScore(t) < 7 {
		return
	}
	r.Title = report.Text{Text: strings.TrimSpace(t)}
	c.names(report.ByTitle, agencyIn(t), r.Title.Pos)
}

// title finds the title line above the first heading and gives its unit, -1
// if there is none. A name above it has up to thirty characters
// (title-below-a-long-name).
func (c *reader) title() int {
	end := len(c.units)
	if len(c.heads) > 0 {
		end = c.heads[0].unit
	}
	best, at := 0, -1
	for i := 0; i < end; i++ {
		u := &c.units[i]
		if u.isRow() || u.role == residueRole || hasTrailMark(u.line.Text) {
			continue // the end of a trail that was broken over lines is no title either
		}
		score := titleScore(u.line.Text)
		if score == 0 && i+1 < end {
			score = c.brokenTitle(u, &c.units[i+1])
		}
		if score == 0 {
			continue
		}
		if u.heading > 0 {
			score += 3
		}
		if u.aside || body.TrimLost(u.line.Text) != strings.TrimSpace(u.line.Text) {
			score -= 2
		}
		if score >= best {
			best, at = score, i
		}
	}
	if at < 0 {
		return -1
	}
	text, pos := c.units[at].line.Text, c.units[at].line.Pos
	c.units[at].setRole(titleRole)
	// A title broken over lines: its agency stands above, or its end below.
	for j := at - 1; j >= 0 && !c.units[j].isRow() && agencyIn(text) == ""; j-- {
		above := c.units[j].line.Text
		if c.units[j].aside != c.units[at].aside || utf8.RuneCountInString(above) > 30 || strings.ContainsAny(above, "。，,；;：:") {
			break
		}
		if whole := above + text; !body.IsName(strings.Trim(above, "（）()")) && (agencyIn(whole) == "" || titleScore(whole) < fullTitle) {
			break
		}
		text, pos = above+text, c.units[j].line.Pos
		c.units[j].setRole(titleRole)
	}
	if j := at + 1; j < end && !c.units[j].isRow() && !titleNames(text) && titleEnds(text+c.units[j].line.Text) && utf8.RuneCountInString(c.units[j].line.Text) <= 30 {
		text += c.units[j].line.Text
		c.units[j].setRole(titleRole)
	}
	text, lost := trimLost(text)
	c.r.Title = report.Text{Text: text, Pos: pos.Shift(strings.Repeat(" ", lost), lost)}
	return at
}

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
func (c *reader) brokenTitle(u, next *unit) int {
	if next.isRow() || next.aside != u.aside || titleScore(next.line.Text) > 0 || !titleEnds(next.line.Text) || utf8.RuneCountInString(next.line.Text) > 30 {
		return 0
	}
	if score := titleScore(u.line.Text + next.line.Text); score >= fullTitle {
		return score
	}
	return 0
}

// fullTitle is the score of a title that names what it is and its year, to its end. It
// is what the word, its year and its end make together (title-broken-inside-its-words,
// page-of-one-table).
const fullTitle = 9

func titleEnds(s string) bool {
	n := form.Norm(s)
	return strings.HasSuffix(n, "报告") || strings.HasSuffix(n, "年报")
}

// titleNames reports whether a title already says what it heads, as
// …年度报告（2024年度） does: the next line is not its end (title-with-its-year-behind).
func titleNames(s string) bool {
	n := form.Norm(s)
	return strings.Contains(n, "报告") || strings.Contains(n, "年报")
}

// titleScore tells how much a line looks like the title of such a report.
func titleScore(s string) int {
	if len(s) > 300 || strings.ContainsFunc(s, endsSentence) {
		return 0
	}
	n := form.Norm(s)
	chars := utf8.RuneCountInString(n)
	if chars > 60 || !strings.Contains(n, "信息公开") && !strings.Contains(n, "政务公开") {
		return 0
	}
	if char.HasAny(n, []string{"现将", "如下", "特编制", "根据", "本报告"}) {
		return 0 // a sentence
	}
	score := 0
	switch {
	case strings.Contains(n, "年度报告"), strings.Contains(n, "年度工作报告"), strings.Contains(n, "年报"):
		score = 4
	case strings.Contains(n, "报告"):
		score = 3
	case date.Year(s) > 0 && !strings.ContainsAny(s, "，,"):
		score = 1
	default:
		return 0
	}
	if date.Year(s) > 0 {
		score += 3
	}
	if titleEnds(s) {
		score += 2
	}
	if strings.ContainsAny(s, "，,《") {
		score -= 4
	}
	return max(0, score)
}

func endsSentence(u rune) bool { return u == '。' || u == '；' || u == ';' }
