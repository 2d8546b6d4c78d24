package prose

import (
	"iter"
	"strings"

	"ogi/generator/decode/unit"
	"ogi/generator/fact"
	"ogi/generator/han"
	"ogi/generator/report"
)

// scope looks for a sentence that says whose figures the tables hold. A count
// of the area's requests is no such sentence: the table may hold others
// (scope-of-the-figures).
func (c reader) scope() {
	for i := range c.Units {
		u := &c.Units[i]
		if u.IsRow() || u.Aside || u.Role != unit.ProseRole {
			continue
		}
		for off, text := range sentences(u.Line.Text) {
			line := &u.Line
			if off+len(text) == len(u.Line.Text) {
				text += c.restOfSentence(i)
			}
			if s, at, n := fact.Figures(text); s != report.ScopeUnclear {
				c.Report.Scope = s
				words := text[at : at+n]
				if at += off; at >= len(u.Line.Text) {
					line, at = &c.Units[i+1].Line, at-len(u.Line.Text)
				}
				c.Report.ScopeWords = report.Text{Text: words, Pos: line.Pos.Shift(line.Text, at)}
				return
			}
		}
	}
}

// sentences are those of a text, by where they begin.
func sentences(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for off := 0; off < len(text); {
			end := len(text)
			if i := strings.Index(text[off:], "。"); i >= 0 {
				end = off + i + len("。")
			}
			if !yield(off, text[off:end]) {
				return
			}
			off = end
		}
	}
}

// chance is the least count that agrees with the table by more than chance
// where the report's body may count for itself or for its whole area (TestScopeByCount).
const chance = 10

// scopeByCount looks for a statement that says how many requests the area, or
// the agency itself, received, where the table's total is that number. All
// such statements must say the same (TestScopeByCount).
func (c reader) scopeByCount() {
	total := c.Report.Cell("requests.received.total")
	if c.Report.Scope != report.ScopeUnclear || !total.Plain() || !total.Value.IsInt() {
		return
	}
	scope, words := report.ScopeUnclear, report.Text{}
	for i := range c.Units {
		u := &c.Units[i]
		if u.IsRow() || u.Role != unit.ProseRole || !strings.Contains(u.Line.Text, "申请") {
			continue
		}
		for off, text := range sentences(u.Line.Text) {
			if !strings.Contains(text, "申请") || !received.In(text) || !fact.Whose(text) {
				continue
			}
			// Without the agency's name: that of a government may stand for its area.
			for _, f := range fact.Read([]report.Text{{Text: text}}, fact.Context{Year: c.Report.Year}) {
				from := strings.Index(f.Text, f.Words)
				if f.Kind != fact.Received || !f.Clear() || f.Part || f.Scope != fact.Own && f.Scope != fact.Area || from < 0 {
					continue
				}
				s := report.ScopeOwn
				if f.Scope == fact.Area {
					s = report.ScopeArea
				}
				if f.Value.Cmp(total.Value) != 0 || scope != report.ScopeUnclear && s != scope {
					return
				}
				if scope == report.ScopeUnclear {
					scope, words.Text = s, f.Text[from:]
					words.Pos = u.Line.Pos.Shift(u.Line.Text, off+strings.Index(text, words.Text))
				}
			}
		}
	}
	if total.Value.Int64() < chance && (scope == report.ScopeArea || forOthers(c.Report.Agency.Text)) {
		return
	}
	c.Report.Scope, c.Report.ScopeWords = scope, words
}

var received = han.List("新收 接收 受理 收到 接到")

// forOthers reports whether a body's report may count for others too: a
// government, or its office. One without a name may be either.
func forOthers(agency string) bool {
	return agency == "" || strings.Contains(agency, "政府")
}

// restOfSentence is what the next line has of a sentence that unit i does not
// end, as in the text of a PDF (scope-of-a-sentence-over-two-lines).
func (c reader) restOfSentence(i int) string {
	if strings.HasSuffix(c.Units[i].Line.Text, "。") || i+1 == len(c.Units) {
		return ""
	}
	u := &c.Units[i+1]
	if u.IsRow() || u.Aside || u.Role != unit.ProseRole || u.Section >= 0 {
		return ""
	}
	rest, _, _ := strings.Cut(u.Line.Text, "。")
	return rest
}
