// Package cascade tells what a page's own style sheets say of each of its
// elements: which rules match, and of several declarations the one that counts,
// by weight, specificity and order. Elements come in as the page opens and
// closes them; Values go out, for the few properties that decide whether and how
// a text is seen. What the values mean is for the caller, and so are inheritance
// and the styles that browsers have of themselves. Sheets that the page only
// links to are not held, but for those that are parts of a web archive.
//
// Not followed are var(), and what cannot be told before the page has ended:
// :last-child, :nth-last-child, :only-child, :empty, :has. A rule with them never
// matches, so that what it would hide or strike is read as shown. The report is
// then taken at its word against its own sheet; to doubt each number that such a
// rule may touch would doubt every last row of pages that draw no line below it.
//
// The words of a sheet are parted by the lexer of tdewolff/parse. Matching is
// our own. cascadia matches selectors against a finished tree, which the reader of
// pages does not build, since it keeps the byte offset of each token; and for each
// part of a selector it tries every ancestor again: "b div div div div div i" took
// it 1.9 s for one element below 60 nested <div>, 18 s with one div more and 135 s
// with two. Here each part of a selector is tried once an element, with the parts
// before it remembered: the cost is elements times those parts that name the
// element's id, class or tag. What goes beyond Most tries is an attack.
package cascade

import "errors"

// Most bounds the parts of selectors that are tried on one page; the sheets of
// a site's framework on a long page need some hundred thousand.
const Most = 4_000_000

// ErrTooMuch says that a page's sheets have more rules than any page needs.
var ErrTooMuch = errors.New("too many style rules")

// A Sheet is the text of one style sheet and the media that it is for.
type Sheet struct{ Text, Media string }

// An Element is one that the page opens.
type Element struct {
	Tag   string
	Attrs Attrs

	classes []string
}

// Attrs are the attributes of an element, the first of a name counting.
type Attrs []Attr

// An Attr is one attribute, its name in lower case.
type Attr struct{ Name, Value string }

// Get is the value of an attribute, "" if there is none.
func (a Attrs) Get(name string) string {
	v, _ := a.Find(name)
	return v
}

// Find is the value of an attribute, and whether it is there.
func (a Attrs) Find(name string) (string, bool) {
	for i := range a {
		if a[i].Name == name {
			return a[i].Value, true
		}
	}
	return "", false
}

// A Page follows the elements of one page. The zero Page has no sheets.
type Page struct {
	rules  []rule
	parts  []part
	byID   map[string][]int32
	byName map[string][]int32 // class
	byTag  map[string][]int32
	any    []int32

	order   uint32
	tilde   bool // some selector looks at earlier siblings
	typed   bool // some selector counts siblings of its own kind
	near    []int32
	open    []level
	tries   int
	values  Values
	weight  [properties]uint64
	inlined map[string][]declaration // style attributes come again and again
}

// A level is one open element.
type level struct {
	parts    []held // that it matches and that others go on from
	last     []held // those of its last child
	earlier  map[int32]bool
	children int
	kinds    map[string]int
}

// A held is a part that an element matches, and the depth of the nearest element
// above that does.
type held struct {
	part  int32
	outer int32
}

// New reads the sheets of a page, in their order.
func New(sheets []Sheet) (*Page, error) {
	p := &Page{byID: map[string][]int32{}, byName: map[string][]int32{}, byTag: map[string][]int32{}}
	for _, s := range sheets {
		if !Applies(s.Media) {
			continue
		}
		if err := p.read(s.Text); err != nil {
			return nil, err
		}
	}
	p.near = make([]int32, len(p.parts))
	p.open = append(p.open, level{})
	return p, nil
}

// Plain reports whether no rule of the page's sheets concerns us.
func (p *Page) Plain() bool { return p == nil || len(p.rules) == 0 }

// Over reports whether the page has gone beyond Most.
func (p *Page) Over() bool { return p != nil && p.tries > Most }

// Open enters an element and gives what its sheets and its own style attribute
// say of it. The Values hold until the next call.
func (p *Page) Open(e Element) *Values {
	p.values, p.weight = Values{}, [properties]uint64{}
	if !p.Plain() {
		p.match(e)
	}
	if style := e.Attrs.Get("style"); style != "" {
		p.inline(style)
	}
	return &p.values
}

// maxInlined bounds the style attributes that are remembered.
const maxInlined = 500

// inline applies a style attribute, which weighs more than any selector.
func (p *Page) inline(style string) {
	ds, known := p.inlined[style]
	if !known {
		ds = declarations(style)
		if p.inlined == nil {
			p.inlined = map[string][]declaration{}
		}
		if len(p.inlined) < maxInlined {
			p.inlined[style] = ds
		}
	}
	for i := range ds {
		p.apply(&ds[i], 1<<62|uint64(i))
	}
}

// apply lets a declaration count if none did that weighs more.
func (p *Page) apply(d *declaration, weight uint64) {
	if d.important {
		weight |= 1 << 63
	}
	if weight >= p.weight[d.property] {
		p.weight[d.property], p.values[d.property] = weight, d.value
	}
}

func (p *Page) match(e Element) {
	e.classes = classes(e.Attrs.Get("class"))
	up := &p.open[len(p.open)-1]
	up.children++
	if p.typed {
		if up.kinds == nil {
			up.kinds = map[string]int{}
		}
		up.kinds[e.Tag]++
	}
	here := level{}
	depth := int32(len(p.open))
	try := func(ids []int32) {
		for _, id := range ids {
			if p.tries > Most {
				return
			}
			p.tries++
			s := &p.parts[id]
			if !p.follows(s, up, depth) || !s.compound.matches(&e, up, p) {
				continue
			}
			if s.rule >= 0 {
				r := &p.rules[s.rule]
				p.tries += len(r.declarations) / 4
				for i := range r.declarations {
					p.apply(&r.declarations[i], uint64(s.weight)<<32|uint64(r.order))
				}
				continue
			}
			here.parts = append(here.parts, held{id, p.near[id]})
		}
	}
	if id := e.Attrs.Get("id"); id != "" {
		try(p.byID[id])
	}
	for _, class := range e.classes {
		try(p.byName[class])
	}
	try(p.byTag[e.Tag])
	try(p.any)
	for _, h := range here.parts {
		p.near[h.part] = depth
	}
	p.open = append(p.open, here)
}

// follows reports whether the part before this one stands where it should.
func (p *Page) follows(s *part, up *level, depth int32) bool {
	switch s.joint {
	case ' ':
		return p.near[s.before] > 0
	case '>':
		return p.near[s.before] == depth-1 && depth > 1
	case '+':
		p.tries += len(up.last)
		for _, h := range up.last {
			if h.part == s.before {
				return true
			}
		}
		return false
	case '~':
		return up.earlier[s.before]
	}
	return true
}

// Close leaves the innermost element.
func (p *Page) Close() {
	n := len(p.open) - 1
	if p.Plain() || n < 1 {
		return
	}
	parts := p.open[n].parts
	for i := len(parts) - 1; i >= 0; i-- {
		p.near[parts[i].part] = parts[i].outer
	}
	p.open = p.open[:n]
	up := &p.open[n-1]
	up.last = parts
	if p.tilde {
		for _, h := range parts {
			if up.earlier == nil {
				up.earlier = map[int32]bool{}
			}
			up.earlier[h.part] = true
		}
	}
}
