package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ogi/generator/cascade"
	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// maxChars bounds the text of a page.
const maxChars = 2_000_000

// maxTables bounds how deep tables may nest; deeper ones are read as prose.
const maxTables = 40

type walker struct {
	place     func(off int) place.Pos // of an offset given to walk
	doc       *grid.Doc
	root      *flow
	stack     []*table
	tables    int      // <table> seen so far
	styled    []string // open <div>: the element that its style makes it
	tabled    int      // of these, tables
	aside     []string // open elements that hold page furniture
	links     int      // open <a>
	skip      string   // element whose content is dropped, until it closes
	script    [][2]int // contents of scripts and text fields, from and to
	tag       string   // the start tag being read, and its offset
	tagAt     int
	page      *cascade.Page
	open      []element         // that are open, the outermost first
	deep      map[string]int    // open ones beyond maxDepth
	held      map[string]string // addresses of style sheets that are known
	attrs     cascade.Attrs
	display   string // what the sheets make of the element just opened
	collapsed bool   // and whether it is a column that is not shown
	ground    shown  // how text is seen outside of all
	veils     int    // hidden containers seen so far
	cells     int    // cells seen so far
	texts     int    // pieces of text seen so far
	bytes     int    // of text
	unseen    *kit.Unseen
	option    bool   // the open option of a list is shown
	picked    string // text of the one that is, and its place
	pickedAt  int
	before    string // what a sheet prints before the text of the element that opens
}

// over reports whether the page has more than any report.
func (w *walker) over() bool {
	return w.cells > kit.MaxCells || w.texts > 4*kit.MaxLines || w.bytes > 4*maxChars || w.page.Over()
}

// flow is where text now goes: the page or the open cell.
func (w *walker) flow() *flow {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if c := w.stack[i].open; c != nil {
			return &c.flow
		}
	}
	return w.root
}

func (w *walker) walk(s string, base int) {
	z := html.NewTokenizer(strings.NewReader(s))
	off := base
	for {
		t := z.Next()
		if w.over() {
			return
		}
		raw := len(z.Raw())
		switch t {
		case html.ErrorToken:
			return
		case html.TextToken:
			w.text(s[off-base:off-base+raw], off)
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			w.tag, w.tagAt = s[off-base:off-base+raw], off
			w.attributes(w.tag, off)
			w.start(z, string(name), more, off+raw)
		case html.EndTagToken:
			name, _ := z.TagName()
			w.stop(string(name))
		case html.CommentToken:
			w.comment(s[off-base:off-base+raw], off)
		}
		off += raw
	}
}

func (w *walker) text(raw string, off int) {
	switch w.skip {
	case "":
	case "title":
		if t, _ := kit.Trim(html.UnescapeString(raw), 0); w.doc.Title == "" {
			w.doc.Title = strings.Join(strings.Fields(t), " ")
		}
		return
	case "script":
		w.script = append(w.script, [2]int{off, off + len(raw)})
		w.unseen.Lines(source.HiddenPageScript, raw, off, w.place)
		return
	case "select":
		if w.option && strings.TrimSpace(raw) != "" {
			w.option, w.picked, w.pickedAt = false, raw, off
		}
		w.unseen.Lines(source.HiddenPageText, html.UnescapeString(raw), off, w.place)
		return
	case "textarea", "noscript":
		w.script = append(w.script, [2]int{off, off + len(raw)})
		fallthrough
	default:
		w.unseen.Lines(source.HiddenPageText, html.UnescapeString(raw), off, w.place)
		return
	}
	w.texts++
	w.bytes += len(raw)
	f, now := w.flow(), w.now()
	f.look, f.in = now.looks(), now.veil()
	if now.turned {
		f.add("\u202e", off, false, false)
		defer f.add("\u202c", off+len(raw), false, false)
	}
	if now.masked && strings.TrimSpace(raw) != "" {
		f.add("□", off, false, false)
	}
	f.add(raw, off, w.links > 0, len(w.aside) > 0)
}

func (w *walker) start(z *html.Tokenizer, name string, more bool, after int) {
	if w.skip != "" {
		w.within(name)
		return
	}
	attr := cascade.Attrs(nil)
	if more && (wantsAttr(name) || !w.page.Plain() || names(w.tag, lookNames)) {
		attr = w.attributesOf(z)
	}
	w.enter(name, attr)
	if name == "div" {
		name = w.styledDiv(w.display)
	}
	switch name {
	case "script", "style", "title", "noscript", "textarea", "select", "iframe", "svg", "object":
		w.skip = name
		if len(w.open) > 0 && w.open[len(w.open)-1].name == name {
			w.pop()
		}
	case "meta":
		name := attr.Get("name")
		if name == "" {
			name = attr.Get("property")
		}
		w.meta(name, attr.Get("content"), after)
	case "link":
		switch rel := strings.ToLower(attr.Get("rel")); {
		case rel == "canonical":
			w.meta("canonical", attr.Get("href"), after)
		case isSheetLink(rel) && w.held[attr.Get("href")] == "":
			w.ground.vague = true // what it paints the page with cannot be told
			for i := range w.open {
				w.open[i].shown.vague = true
			}
		}
	case "br":
		w.flow().line(w.place)
	case "a":
		w.links++
	case "nav", "header", "footer", "aside":
		w.flow().line(w.place)
		w.aside = append(w.aside, name)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.flow().line(w.place)
		w.flow().heading = int(name[1] - '0')
	case "table":
		w.flow().line(w.place)
		w.tables++
		if len(w.stack) < maxTables {
			w.stack = append(w.stack, &table{number: w.tables, veil: w.now().veil(), boxed: w.now().boxed})
		}
	case "col":
		if t := w.top(); t != nil {
			t.column(span(attr.Get("span")), w.collapsed)
		}
	case "input":
		if kind := strings.ToLower(attr.Get("type")); (kind == "" || kind == "text" || kind == "number") && len(w.stack) > 0 {
			w.typed(attr.Get("value"))
		}
	case "tr":
		if t := w.top(); t != nil {
			w.closeCell()
			t.row()
		}
	case "td", "th":
		if t := w.top(); t != nil {
			w.closeCell()
			w.cells++
			t.cell(attr, after, len(w.aside) > 0, w.now())
		}
	default:
		if isBlock(name) {
			w.flow().line(w.place)
		}
	}
	if w.before != "" {
		w.print(w.before)
		w.before = ""
	}
}

// within looks at the elements of one that is left out: a picture's text cannot be
// placed among a cell's, and of a list to choose from one option is shown, the
// first or the one chosen.
func (w *walker) within(name string) {
	switch {
	case len(w.stack) == 0:
	case w.skip == "svg" && name == "text":
		f, now := w.flow(), w.now()
		f.look, f.in = now.looks(), now.veil()
		f.add("□", w.tagAt, false, false)
	case w.skip == "select" && name == "option":
		w.option = w.picked == "" || names(w.tag, []string{"selected"})
	}
}

// pick adds the option of a list that is shown.
func (w *walker) pick() {
	if t := w.picked; t != "" {
		w.picked = ""
		w.text(t, w.pickedAt)
	}
	w.option = false
}

// attributesOf reads the attributes of the open tag. They share one list, of
// which each element keeps its part.
func (w *walker) attributesOf(z *html.Tokenizer) cascade.Attrs {
	if cap(w.attrs)-len(w.attrs) < 4 { // a new list leaves the parts of the old one where they are
		w.attrs = make([]cascade.Attr, 0, min(max(16, 2*cap(w.attrs)), 64))
	}
	from := len(w.attrs)
	for more := true; more; {
		var k, v []byte
		k, v, more = z.TagAttr()
		w.attrs = append(w.attrs, cascade.Attr{Name: attrName(k), Value: string(v)})
	}
	return w.attrs[from:len(w.attrs):len(w.attrs)]
}

// attrName is the name as a string; the common ones need no new one.
func attrName(b []byte) string {
	for _, s := range [...]string{"style", "class", "id", "colspan", "rowspan", "width", "height", "align", "valign", "lang", "href"} {
		if string(b) == s {
			return s
		}
	}
	return string(b)
}

func wantsAttr(name string) bool {
	switch name {
	case "td", "th", "meta", "link", "input":
		return true
	}
	return false
}

// lookNames are the attributes that may say how text is seen.
var lookNames = []string{"style", "size", "hidden", "color", "bgcolor", "background", "open", "dir"}

var linkNames = []string{"href"}

// names reports whether a tag may have an attribute that begins with one of the
// names. It may err on the side of yes.
func names(tag string, begin []string) bool {
	for i := 1; i < len(tag); i++ {
		if c := tag[i-1]; c > ' ' && c != '"' && c != '\'' && c != '/' || tag[i] <= ' ' {
			continue
		}
		for _, name := range begin {
			if tag[i]|0x20 == name[0] && len(tag)-i > len(name) && strings.EqualFold(tag[i:i+len(name)], name) {
				return true
			}
		}
	}
	return false
}

// typed adds what stands in an input field, as forms have it that were saved
// filled in.
func (w *walker) typed(value string) {
	if at := strings.Index(w.tag, value); value != "" && at >= 0 {
		if eq := strings.Index(w.tag, "value"); eq >= 0 && strings.Contains(w.tag[eq:], value) {
			at = eq + strings.Index(w.tag[eq:], value)
		}
		w.text(value, w.tagAt+at)
	}
}

func (w *walker) stop(name string) {
	if w.skip != "" {
		if name == w.skip {
			w.skip = ""
			w.pick()
		}
		return
	}
	w.leave(name)
	if name == "div" {
		name = w.closeDiv()
	}
	switch name {
	case "a":
		w.links = max(0, w.links-1)
	case "nav", "header", "footer", "aside":
		w.flow().line(w.place)
		for i := len(w.aside) - 1; i >= 0; i-- {
			if w.aside[i] == name {
				w.aside = w.aside[:i]
				break
			}
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.flow().line(w.place)
		w.flow().heading = 0
	case "td", "th", "tr":
		w.closeCell()
	case "table":
		w.closeTable()
	default:
		if isBlock(name) {
			w.flow().line(w.place)
		}
	}
}

func (w *walker) top() *table {
	if len(w.stack) == 0 {
		return nil
	}
	return w.stack[len(w.stack)-1]
}

func (w *walker) closeCell() {
	if t := w.top(); t != nil && t.open != nil {
		t.open.flow.line(w.place)
		t.open.flow.prose()
		t.open = nil
	}
}

func (w *walker) closeTable() {
	t := w.top()
	if t == nil {
		return
	}
	w.closeCell()
	w.stack = w.stack[:len(w.stack)-1]
	to := w.flow()
	to.line(w.place)
	to.prose()
	if c := t.only(); c != nil && len(w.stack) > 0 {
		to.blocks = append(to.blocks, c.flow.blocks...) // a frame about the content of a cell
		return
	}
	to.blocks = append(to.blocks, t.blocks(w)...)
}

// end closes what the page left open and gives all blocks.
func (w *walker) end() []grid.Block {
	blocks := w.blocks()
	for len(w.open) > 0 {
		w.pop()
	}
	return blocks
}

// blocks closes the tables and the line that are open and gives all blocks.
func (w *walker) blocks() []grid.Block {
	for len(w.stack) > 0 {
		w.closeTable()
	}
	w.root.line(w.place)
	w.root.prose()
	return w.root.blocks
}

func (w *walker) meta(name, value string, after int) {
	if value = strings.TrimSpace(value); name != "" && value != "" {
		w.doc.Meta = append(w.doc.Meta, grid.Meta{Name: name, Value: value, Pos: w.place(after)})
	}
}

// comment reads the address that browsers write above a page they save:
// <!-- saved from url=(0034)https://… -->.
func (w *walker) comment(raw string, off int) {
	w.unseen.Lines(source.HiddenPageComment, raw, off, w.place)
	_, rest, ok := strings.Cut(raw, "saved from url=(")
	if !ok {
		return
	}
	if _, rest, ok = strings.Cut(rest, ")"); ok {
		address, _, _ := strings.Cut(strings.TrimSuffix(rest, "-->"), " ")
		w.meta("saved from url", address, off)
	}
}

func isBlock(name string) bool {
	switch atom.Lookup([]byte(name)) {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Section, atom.Article,
		atom.Main, atom.Body, atom.Html, atom.Head, atom.Center, atom.Blockquote, atom.Pre, atom.Hr, atom.Form,
		atom.Fieldset, atom.Figure, atom.Figcaption, atom.Address, atom.Caption, atom.Tbody, atom.Thead, atom.Tfoot,
		atom.Option, atom.Button, atom.Details, atom.Summary, atom.Dialog, atom.Template:
		return true
	}
	return false
}
