package web

import (
	"strings"

	"ogi/generator/cascade"
	"ogi/generator/grid"
)

// An element is one that the page has open.
type element struct {
	name     string
	attrs    cascade.Attrs
	shown    shown
	summed   bool // <details> that had its summary
	children int  // that it had, of an element of a formula
	edge     edge
	flex     bool   // its children are boxes of their own
	after    string // what its sheet prints behind it
}

// An edge is how an element is set off from what stands beside it, where its name
// alone does not say so (fixture boxes-by-style).
type edge uint8

const (
	noEdge   edge = iota
	apart         // a box of its own: digits in it are none of a number outside
	lineEdge      // lines of its own
)

func (w *walker) part(e edge) {
	switch e {
	case apart:
		w.flow().apart = true
	case lineEdge:
		w.flow().line(w.place)
	}
}

// edgeOf is the edge that style gives an element.
func edgeOf(name string, said *cascade.Values, inFlex bool) edge {
	d, place := said[cascade.Display], said[cascade.Position]
	switch {
	case d == "none" || isBlock(name) || isCell(name):
		return noEdge
	case inFlex, place == "absolute", place == "fixed", said[cascade.Float] == "left", said[cascade.Float] == "right",
		strings.HasPrefix(d, "inline-"), d == "table-cell":
		return apart
	case d == "block", d == "flex", d == "grid", d == "table", d == "list-item", d == "flow-root", d == "table-row":
		return lineEdge
	}
	return noEdge
}

// maxDepth bounds the elements that are followed, one in another, as browsers
// do; those deeper are as the one they stand in.
const maxDepth = 512

// enter opens an element, behind the ends that its start implies.
func (w *walker) enter(name string, attrs cascade.Attrs) {
	switch name {
	case "li":
		w.leaveUpTo("li", "ul", "ol")
	case "dt", "dd":
		w.leaveUpTo("dt", "dl")
		w.leaveUpTo("dd", "dl")
	case "option":
		w.leaveUpTo("option", "select")
	case "td", "th":
		w.leaveUpTo("td", "tr", "table")
		w.leaveUpTo("th", "tr", "table")
	case "tr":
		w.leaveUpTo("tr", "table")
	case "tbody", "thead", "tfoot":
		w.leaveUpTo("tr", "table")
		for _, part := range [...]string{"tbody", "thead", "tfoot", "colgroup"} {
			w.leaveUpTo(part, "table")
		}
	}
	if closesParagraph(name) {
		w.leaveUpTo("p", "table", "td", "th", "button", "caption", "dialog", "details")
	}
	w.display, w.collapsed, w.before = "", false, ""
	if isVoid(name) {
		if name == "col" || !w.page.Plain() {
			w.push(name, attrs)
			w.pop()
			w.before = ""
		}
		return
	}
	if len(w.open) >= maxDepth {
		if w.deep == nil {
			w.deep = map[string]int{}
		}
		w.deep[name]++
		return
	}
	w.push(name, attrs)
}

// push opens an element in the innermost one.
func (w *walker) push(name string, attrs cascade.Attrs) {
	up := w.now()
	w.open = append(w.open, element{name: name, attrs: attrs, shown: *up})
	n := len(w.open) - 1
	e := &w.open[n]
	s := &e.shown
	if n > 0 {
		s.look |= w.open[n-1].inFormula()
	}
	if name == "a" && names(w.tag, linkNames) {
		s.look |= grid.Linked
	}
	if name == "annotation" || name == "annotation-xml" { // what a formula says to programs
		s.look |= grid.Unshown
	}
	if s.closed {
		if s.closed = false; name == "summary" && !w.open[n-1].summed {
			w.open[n-1].summed = true
			if *s = w.ground; n > 1 {
				*s = w.open[n-2].shown
			}
		}
	}
	inFlex := n > 0 && w.open[n-1].flex
	said := &silent
	if !w.page.Plain() || attrs.Get("style") != "" {
		said = w.page.Open(cascade.Element{Tag: name, Attrs: attrs})
	} else if attrs == nil && !hasLook(name) {
		if isBlock(name) || isCell(name) {
			s.base = s.size
		}
		e.edge = edgeOf(name, said, inFlex)
		w.part(e.edge)
		return
	}
	w.see(e, said)
	e.edge = edgeOf(name, said, inFlex)
	w.part(e.edge)
	e.flex = strings.HasSuffix(said[cascade.Display], "flex") || strings.HasSuffix(said[cascade.Display], "grid")
	w.before, e.after = said[cascade.Before], said[cascade.After]
	w.display, w.collapsed = said[cascade.Display], said[cascade.Visibility] == "collapse"
}

// inFormula is the look of the next child of an element: in a formula it is told
// by its place. 7² is no 72, and what a bar parts is not one number.
func (e *element) inFormula() grid.Look {
	if len(e.name) < 4 || e.name[0] != 'm' {
		return 0
	}
	looks := formulaLooks[e.name]
	if looks == nil {
		return 0
	}
	e.children++
	return looks[min(e.children, len(looks))-1]
}

// formulaLooks are the looks of the children of MathML's elements, in their order.
var formulaLooks = map[string][]grid.Look{
	"msup":       {0, grid.Raised},
	"msub":       {0, grid.Lowered},
	"msubsup":    {0, grid.Lowered, grid.Raised},
	"mover":      {0, grid.Raised},
	"munder":     {0, grid.Lowered},
	"munderover": {0, grid.Lowered, grid.Raised},
	"mroot":      {0, grid.Raised},
	"mfrac":      {0, grid.Unsure},
}

// silent is what is declared of an element that no one speaks of.
var silent cascade.Values

// print adds what a sheet prints before or behind the text of an element. How it
// is seen is not followed: beside a digit it may be the mark of a note. A counter
// is counted in cells alone, since headings and lists have them.
func (w *walker) print(text string) {
	if name, ok := strings.CutPrefix(text, "attr("); ok {
		text = w.open[len(w.open)-1].attrs.Get(strings.TrimSpace(strings.TrimSuffix(name, ")")))
	}
	if text == "" || len(w.stack) == 0 && strings.Contains(text, "□") {
		return
	}
	f, now := w.flow(), w.now()
	f.look, f.in = now.looks()|grid.Unsure, now.veil()
	f.add(text, w.tagAt, w.links > 0, len(w.aside) > 0)
}

// hasLook reports whether browsers show an element in a way of its own.
func hasLook(name string) bool {
	switch name {
	case "sup", "sub", "small", "s", "strike", "del", "dialog", "details", "template", "rt", "rp", "bdo":
		return true
	}
	return false
}

// pop closes the innermost element.
func (w *walker) pop() {
	e := &w.open[len(w.open)-1]
	w.print(e.after)
	w.part(e.edge)
	w.open = w.open[:len(w.open)-1]
	w.page.Close()
}

// leave closes the innermost element of a name. Those inside it that change how
// letters look go on behind it, as browsers have it where ends cross or lack.
func (w *walker) leave(name string) {
	if w.deep[name] > 0 {
		w.deep[name]--
		return
	}
	for i := len(w.open) - 1; i >= 0; i-- {
		e := w.open[i].name
		if e == name {
			w.cut(i, isFormat(name))
			return
		}
		if isScope(e) && !isScope(name) || isSpecial(e) && !isSpecial(name) && !isFormat(name) {
			return
		}
	}
}

// leaveUpTo closes the innermost element of a name, if none of the others stands
// about it nearer.
func (w *walker) leaveUpTo(name string, others ...string) {
	for i := len(w.open) - 1; i >= 0; i-- {
		e := w.open[i].name
		if e == name {
			w.cut(i, false)
			return
		}
		for _, o := range others {
			if e == o {
				return
			}
		}
	}
}

// maxAgain bounds the elements that are opened again behind another's end.
const maxAgain = 8

// cut closes the elements from i on and opens again those that go on: letters'
// looks that were not closed in a paragraph, and the paragraphs in which such a
// look ends.
func (w *walker) cut(i int, format bool) {
	var again []element
	if !isScope(w.open[i].name) {
		for _, e := range w.open[i+1:] {
			if isFormat(e.name) || format && isSpecial(e.name) {
				again = append(again, element{name: e.name, attrs: e.attrs})
			}
		}
	}
	for len(w.open) > i {
		w.pop()
	}
	for _, e := range again[max(0, len(again)-maxAgain):] {
		w.push(e.name, e.attrs)
	}
}

// isFormat knows the elements that change how letters look and go on over the
// ends of others.
func isFormat(name string) bool {
	switch name {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}

// isScope knows the elements that nothing inside ends, and in which all ends.
func isScope(name string) bool {
	switch name {
	case "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "template", "body", "html":
		return true
	}
	return false
}

// isSpecial knows the elements that the end of a lesser one inside does not
// cross.
func isSpecial(name string) bool {
	switch name {
	case "details", "summary", "dialog", "nav", "header", "footer", "aside", "h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return isScope(name) || isBlock(name)
}

func closesParagraph(name string) bool {
	switch name {
	case "summary", "details", "dialog", "table":
		return true
	case "body", "html", "head", "option", "button", "caption", "tbody", "thead", "tfoot", "td", "th", "tr":
		return false
	}
	return isSpecial(name)
}

func isVoid(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}
