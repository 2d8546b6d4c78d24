package page

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Line is one line of the source view; or, where Above is set, the place of
// lines that stand above as prose.
type Line struct {
	ID    string // "L39"
	Label string // its number as painted: see Counting; "" where the id says it
	Spans []Span
	Marks []Mark
	Above *Above
}

// An Above is a run of lines that the page shows as prose.
type Above struct{ From, To, Href string }

// A Span is a piece of a line; N is the number of the cell that was read from it,
// 0 if none was. The first cell of a row is a link to it; those that come Next after
// the one before them are told by their place, which spares readers without a mouse
// some hundred and seventy links, and the page a thirtieth.
type Span struct {
	Text string
	N    int
	Next bool
}

// An Anchor is where lines of the file stand in the prose: their ids, the first of
// them painted with its number, and the marks of findings.
type Anchor struct {
	ID    string // "" where the line is in the source view
	More  []string
	Label string
	Marks []Mark
}

// A Place is words with the place in the source they speak of. Href is empty
// where the place is not in the source view.
type Place struct {
	Text  string
	Where tongue.Text
	Href  string
}

// shownBytes is how much of a file its page shows; real reports have a tenth.
const shownBytes = 1 << 20

// shown are the lines that fit on the page.
func shown(lines []report.ViewLine) []report.ViewLine {
	n := 0
	for i, l := range lines {
		if n += len(l.Text) + 64; n > shownBytes {
			return lines[:i]
		}
	}
	return lines
}

// anchors finds the line of the source view that holds a place.
type anchors struct {
	ids      []string
	labels   []string
	counting Counting
	byLine   map[int]int
	starts   []start             // of what begins at a place of a line, in order
	byRow    map[place.Place]int // page, sheet, table, row
	marked   map[int]int         // by index of the cell, the line that it was read from
	cells    []report.Mark
	view     []report.ViewLine
	tinted   map[int]bool // lines that cells were read from
	above    map[int]bool // lines that stand above as prose
	linked   map[int]bool // lines that something on the page leads to
	lean     bool         // only these are shown
}

// newAnchors knows the lines that are shown of a view, and of its marks those
// that are in them.
func newAnchors(lines []report.ViewLine, marks []report.Mark) *anchors {
	a := &anchors{
		byLine: map[int]int{}, byRow: map[place.Place]int{}, marked: map[int]int{},
		view: lines, tinted: map[int]bool{}, above: map[int]bool{}, linked: map[int]bool{},
	}
	a.labels, a.counting = numbered(lines)
	for i, l := range lines {
		id := "L" + strconv.Itoa(i+1)
		if n := l.Pos.Line; n > 0 {
			id = "L" + strconv.Itoa(n)
			if _, seen := a.byLine[n]; seen {
				id += "." + strconv.Itoa(i+1)
			} else {
				a.byLine[n] = i
			}
			a.starts = append(a.starts, start{n, l.Pos.Col, i})
		}
		a.ids = append(a.ids, id)
		if row := rowOf(l.Pos.Place()); row != (place.Place{}) {
			if _, seen := a.byRow[row]; !seen {
				a.byRow[row] = i
			}
		}
	}
	slices.SortStableFunc(a.starts, start.compare)
	for a.cells = marks; len(marks) > 0 && int(marks[0].Line) < len(lines); marks = marks[1:] {
		a.marked[int(marks[0].Cell)] = int(marks[0].Line)
		a.tinted[int(marks[0].Line)] = true
	}
	return a
}

// A start is where a line of the view begins in the file.
type start struct{ line, col, at int }

func (s start) compare(o start) int {
	return cmp.Or(cmp.Compare(s.line, o.line), cmp.Compare(s.col, o.col))
}

// rowOf is a place without what is finer than a line of the view.
func rowOf(p place.Place) place.Place {
	return place.Place{Page: p.Page, Sheet: p.Sheet, Table: p.Table, Row: p.Row}
}

// line is the index of the view line that holds pos, -1 if none does. A place
// on a page that no line of the view has leads to the head of that page.
func (a *anchors) line(pos place.Pos) int {
	if i, ok := a.byRow[rowOf(pos.Place())]; ok {
		return i
	}
	if i, ok := a.byLine[pos.Line]; ok && pos.Line > 0 {
		// Of several that begin on one line, as on a page saved as one, the last
		// that begins before the place.
		at, _ := slices.BinarySearchFunc(a.starts, start{pos.Line, pos.Col + 1, 0}, start.compare)
		if at > 0 && a.starts[at-1].line == pos.Line {
			return a.starts[at-1].at
		}
		return i
	}
	if i, ok := a.byRow[place.Place{Page: pos.Place().Page}]; ok && pos.Place().Page > 0 {
		return i
	}
	return -1
}

// painted is the number of a line where its id does not say it: L8 is line 8.
func (a *anchors) painted(i int) string {
	if a.ids[i] == "L"+a.labels[i] {
		return ""
	}
	return a.labels[i]
}

// href leads to the line that holds pos, "" if none does.
func (a *anchors) href(pos place.Pos) string {
	if i := a.line(pos); i >= 0 {
		a.linked[i] = true
		return "#" + a.ids[i]
	}
	return ""
}

// anchor takes the lines of a text that the page shows word for word out of the
// source view: they are anchored in the prose. A text that is not what its lines
// say keeps them there.
func (v *view) anchor(text string, pos place.Pos) Anchor {
	a := v.anchors
	first := a.line(pos)
	if first < 0 {
		return Anchor{}
	}
	at, rest := first, trimmed(text)
	for rest != "" {
		if at == len(a.view) || a.above[at] || a.tinted[at] {
			return Anchor{}
		}
		line := trimmed(a.view[at].Text)
		if line == "" && at == first || !strings.HasPrefix(rest, line) {
			return Anchor{}
		}
		at, rest = at+1, trimmed(rest[len(line):])
	}
	if at == first {
		return Anchor{}
	}
	out := Anchor{ID: a.ids[first], Label: a.painted(first), Marks: v.byLine[first]}
	for i := first; i < at; i++ {
		a.above[i] = true
		if i > first {
			out.More, out.Marks = append(out.More, a.ids[i]), append(out.Marks, v.byLine[i]...)
		}
	}
	return out
}

// trimmed is text without the blanks that indent a line or end it.
func trimmed(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' })
}

// lines lays the source view out, marks in their place. Of lines that stand above
// there is only the place; blank ones are left out, since the numbers tell of them. A
// lean page has those that something leads to, and no others.
func (a *anchors) lines(view []report.ViewLine, marks map[int][]Mark, f *form.Form) []Line {
	lines, cells := make([]Line, 0, len(view)), a.cells
	for i := 0; i < len(view); i++ {
		n := 0
		for n < len(cells) && int(cells[n].Line) == i {
			n++
		}
		of := cells[:n]
		cells = cells[n:]
		blank := func(k int) bool {
			return trimmed(view[k].Text) == "" && len(marks[k]) == 0 && !a.tinted[k] && !a.linked[k]
		}
		if a.lean && (a.above[i] || !a.linked[i] && len(marks[i]) == 0) {
			continue
		}
		if !a.above[i] && !blank(i) {
			lines = append(lines, Line{ID: a.ids[i], Label: a.painted(i), Marks: marks[i], Spans: spans(view[i].Text, of, f)})
			continue
		}
		if !a.above[i] {
			continue
		}
		last, k := i, i+1
		for ; k < len(view) && (a.above[k] || blank(k)); k++ {
			if a.above[k] {
				last = k
			}
		}
		lines = append(lines, Line{Above: &Above{a.labels[i], a.labels[last], "#" + a.ids[i]}})
		i = k - 1
	}
	return lines
}

func spans(text string, marks []report.Mark, f *form.Form) []Span {
	if len(marks) == 0 {
		return []Span{{Text: text}}
	}
	var out []Span
	runes, at, last := []rune(text), 0, 0
	for _, m := range marks {
		start, end := int(m.Start), int(m.End)
		if start < at || end < start || end > len(runes) {
			continue
		}
		if start > at {
			out = append(out, Span{Text: string(runes[at:start])})
		}
		n := f.Defs[m.Cell].Number
		out = append(out, Span{string(runes[start:end]), n, last > 0 && n == last+1})
		at, last = end, n
	}
	if at < len(runes) {
		out = append(out, Span{Text: string(runes[at:])})
	}
	return out
}

// words name a place of the report by the number that the source view shows
// beside it: of a paragraph, a row of a table, or a line of the file.
func (a *anchors) words(pos place.Pos) tongue.Text {
	if i := a.line(pos); i >= 0 && pos.Place().Table == 0 && a.counting == ByPart {
		if n, ok := strings.CutPrefix(a.labels[i], "段"); ok {
			return tongue.Of("第"+n+"段", "paragraph "+n)
		}
	}
	return where(pos)
}

// where is a place in words: 第39行第26字, 第2页文件中第3表第5行第4格.
func where(p place.Pos) tongue.Text {
	place := p.Place()
	if p.Line > 0 && place.Table == 0 {
		return tongue.Of(check.PlaceWords(p), "line "+strconv.Itoa(p.Line)+", character "+strconv.Itoa(p.Col))
	}
	var en []string
	if place.Sheet != "" {
		en = append(en, "sheet “"+place.Sheet+"”")
	}
	add := func(word string, n int) {
		if n > 0 {
			en = append(en, word+" "+strconv.Itoa(n))
		}
	}
	add("page", place.Page)
	add("table", place.Table)
	add("row", place.Row)
	add("cell", place.Cell)
	return tongue.Of(check.PlaceWords(p), strings.Join(en, ", "))
}
