package cascade

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A part is one compound of a selector, with the joint to the part before it.
type part struct {
	compound compound
	joint    byte  // ' ' '>' '+' '~', 0 for the first
	before   int32 // the part before it
	rule     int32 // the rule that it ends, -1 if other parts follow
	weight   uint32
}

// A compound is what a selector asks of one element.
type compound struct {
	tag     string
	id      string
	classes []string
	attrs   []attrTest
	not     []compound // none of them
	any     [][]compound
	nth     []nth
	states  []string // :root, :checked and the like
}

type attrTest struct {
	name, value string
	op          byte // 0 for there, else the sign before =
	fold        bool
}

// An nth asks for the a·n+b-th child.
type nth struct {
	a, b  int
	typed bool
}

// selector adds the parts of one selector. One that cannot be told of a page
// that nobody moves in (:hover), or not before the page ends (:last-child), never
// matches.
func (p *Page) selector(s string, rule int32) {
	weight := uint32(0)
	var parts []part
	sc := scan{s: strings.TrimSpace(s)}
	joint := byte(0)
	for sc.i < len(sc.s) {
		c, ok := sc.compound(0)
		if !ok {
			return
		}
		weight += c.weight()
		parts = append(parts, part{compound: c, joint: joint, rule: -1})
		if sc.i == len(sc.s) {
			break
		}
		if joint = sc.joint(); joint == 0 {
			return
		}
	}
	if len(parts) == 0 || len(parts) > 32 {
		return
	}
	last := &parts[len(parts)-1]
	last.rule, last.weight = rule, min(weight, 1<<29)
	for i := range parts {
		at := int32(len(p.parts))
		parts[i].before = at - 1
		c := &parts[i].compound
		p.tilde = p.tilde || parts[i].joint == '~'
		p.typed = p.typed || slices.ContainsFunc(c.nth, func(n nth) bool { return n.typed })
		p.parts = append(p.parts, parts[i])
		switch {
		case c.id != "":
			p.byID[c.id] = append(p.byID[c.id], at)
		case len(c.classes) > 0:
			p.byName[c.classes[0]] = append(p.byName[c.classes[0]], at)
		case c.tag != "":
			p.byTag[c.tag] = append(p.byTag[c.tag], at)
		default:
			p.any = append(p.any, at)
		}
	}
}

// weight is the specificity: ids, then classes, then tags.
func (c *compound) weight() uint32 {
	w := uint32(len(c.classes)+len(c.attrs)+len(c.nth)+len(c.states)) << 8
	if c.id != "" {
		w += 1 << 16
	}
	if c.tag != "" {
		w++
	}
	most := func(cs []compound) (m uint32) {
		for i := range cs {
			m = max(m, cs[i].weight())
		}
		return m
	}
	w += most(c.not)
	for _, cs := range c.any {
		w += most(cs)
	}
	return w
}

// matches asks an element that is the newest child of the level up.
func (c *compound) matches(e *Element, up *level, p *Page) bool {
	if c.tag != "" && c.tag != e.Tag || c.id != "" && c.id != e.Attrs.Get("id") {
		return false
	}
	for _, name := range c.classes {
		if !slices.Contains(e.classes, name) {
			return false
		}
	}
	for i := range c.attrs {
		if p.tries += len(e.Attrs)/8 + len(e.Attrs.Get(c.attrs[i].name))/64; !c.attrs[i].matches(e) {
			return false
		}
	}
	for _, n := range c.nth {
		at := up.children
		if n.typed {
			at = up.kinds[e.Tag]
		}
		if !n.holds(at) {
			return false
		}
	}
	for _, s := range c.states {
		if p.tries += len(e.Attrs) / 8; !inState(e, s, len(p.open)) {
			return false
		}
	}
	for i := range c.not {
		if p.tries++; c.not[i].matches(e, up, p) {
			return false
		}
	}
	for _, cs := range c.any {
		if !slices.ContainsFunc(cs, func(c compound) bool { p.tries++; return c.matches(e, up, p) }) {
			return false
		}
	}
	return true
}

func inState(e *Element, state string, depth int) bool {
	_, ok := e.Attrs.Find(state)
	switch state {
	case "root":
		return depth == 1
	case "link", "any-link":
		_, ok = e.Attrs.Find("href")
	case "enabled":
		_, ok = e.Attrs.Find("disabled")
		return !ok
	}
	return ok // checked, disabled, open, required
}

func (n nth) holds(at int) bool {
	if n.a == 0 {
		return at == n.b
	}
	return (at-n.b)%n.a == 0 && (at-n.b)/n.a >= 0
}

func (a *attrTest) matches(e *Element) bool {
	v, ok := e.Attrs.Find(a.name)
	if !ok || a.op == 0 {
		return ok
	}
	w := a.value
	if a.fold {
		v, w = strings.ToLower(v), strings.ToLower(w)
	}
	switch a.op {
	case '~':
		return slices.Contains(classes(v), w)
	case '|':
		return v == w || strings.HasPrefix(v, w+"-")
	case '^':
		return w != "" && strings.HasPrefix(v, w)
	case '$':
		return w != "" && strings.HasSuffix(v, w)
	case '*':
		return w != "" && strings.Contains(v, w)
	}
	return v == w
}

// maxClasses bounds the classes of an element that are looked at.
const maxClasses = 60

func classes(s string) []string {
	if s == "" {
		return nil
	}
	out := strings.Fields(s)
	return out[:min(len(out), maxClasses)]
}

// A scan goes through one selector.
type scan struct {
	s string
	i int
}

func (sc *scan) peek() byte {
	if sc.i < len(sc.s) {
		return sc.s[sc.i]
	}
	return 0
}

// joint reads the sign between two compounds, 0 where there is none.
func (sc *scan) joint() byte {
	joint := byte(0)
	for ; sc.i < len(sc.s); sc.i++ {
		switch c := sc.s[sc.i]; c {
		case ' ', '\t', '\n', '\r', '\f':
			if joint == 0 {
				joint = ' '
			}
		case '>', '+', '~':
			if joint != 0 && joint != ' ' {
				return 0
			}
			joint = c
		default:
			return joint
		}
	}
	return 0
}

// compound reads up to the next joint.
func (sc *scan) compound(depth int) (c compound, ok bool) {
	from := sc.i
	for sc.i < len(sc.s) {
		switch ch := sc.peek(); ch {
		case ' ', '\t', '\n', '\r', '\f', '>', '+', '~':
			return c, sc.i > from
		case '*':
			sc.i++
		case '#':
			sc.i++
			if c.id = sc.ident(); c.id == "" {
				return c, false
			}
		case '.':
			sc.i++
			name := sc.ident()
			if name == "" {
				return c, false
			}
			c.classes = append(c.classes, name)
		case '[':
			a, ok := sc.attr()
			if !ok {
				return c, false
			}
			c.attrs = append(c.attrs, a)
		case ':':
			if !sc.pseudo(&c, depth) {
				return c, false
			}
		default:
			name := sc.ident()
			if name == "" || sc.i-len(name) != from {
				return c, false
			}
			c.tag = strings.ToLower(name)
		}
	}
	return c, sc.i > from
}

// ident reads a name, its escapes resolved.
func (sc *scan) ident() string {
	var b strings.Builder
	for sc.i < len(sc.s) {
		c := sc.s[sc.i]
		switch {
		case c == '\\':
			sc.i++
			n := 0
			for n < 6 && sc.i+n < len(sc.s) && strings.IndexByte("0123456789abcdefABCDEF", sc.s[sc.i+n]) >= 0 {
				n++
			}
			if n == 0 {
				u, w := utf8.DecodeRuneInString(sc.s[sc.i:])
				b.WriteRune(u)
				sc.i += max(1, w)
				continue
			}
			v, _ := strconv.ParseUint(sc.s[sc.i:sc.i+n], 16, 32)
			b.WriteRune(rune(v))
			if sc.i += n; sc.peek() == ' ' {
				sc.i++
			}
		case c == '-' || c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf:
			b.WriteByte(c)
			sc.i++
		default:
			return b.String()
		}
	}
	return b.String()
}

// attr reads [name], [name=value] and the like.
func (sc *scan) attr() (a attrTest, ok bool) {
	end := strings.IndexByte(sc.s[sc.i:], ']')
	if end < 0 {
		return a, false
	}
	in := strings.TrimSpace(sc.s[sc.i+1 : sc.i+end])
	sc.i += end + 1
	name, value, valued := strings.Cut(in, "=")
	if !valued {
		a.name = strings.ToLower(in)
		return a, in != ""
	}
	name = strings.TrimSpace(name)
	a.op = '='
	if n := len(name); n > 0 && strings.IndexByte("~|^$*", name[n-1]) >= 0 {
		a.op, name = name[n-1], name[:n-1]
	}
	value = strings.TrimSpace(value)
	if v, ok := strings.CutSuffix(value, " i"); ok {
		value, a.fold = strings.TrimSpace(v), true
	}
	a.name, a.value = strings.ToLower(strings.TrimSpace(name)), strings.Trim(value, `"'`)
	return a, a.name != ""
}

// pseudo reads what begins with a colon; false for what never matches here.
func (sc *scan) pseudo(c *compound, depth int) bool {
	sc.i++
	if sc.peek() == ':' {
		return false // an element that the page does not hold: ::before
	}
	name := strings.ToLower(sc.ident())
	arg := ""
	if sc.peek() == '(' {
		end := closing(sc.s, sc.i)
		if end < 0 {
			return false
		}
		arg = strings.TrimSpace(sc.s[sc.i+1 : end])
		sc.i = end + 1
	}
	switch name {
	case "root", "link", "any-link", "checked", "disabled", "enabled", "open":
		c.states = append(c.states, name)
	case "first-child":
		c.nth = append(c.nth, nth{b: 1})
	case "first-of-type":
		c.nth = append(c.nth, nth{b: 1, typed: true})
	case "nth-child", "nth-of-type":
		n, ok := parseNth(arg)
		if !ok {
			return false
		}
		n.typed = name == "nth-of-type"
		c.nth = append(c.nth, n)
	case "not", "is", "where", "matches", "-webkit-any", "-moz-any":
		cs, ok := compounds(arg, depth)
		if !ok {
			return false
		}
		if name == "not" {
			c.not = append(c.not, cs...)
		} else {
			c.any = append(c.any, cs)
		}
	default:
		return false
	}
	return true
}

// compounds reads the list in :not(…). Selectors of several parts are left out of
// it, as of one that never matches.
func compounds(list string, depth int) (out []compound, ok bool) {
	if depth >= 4 {
		return nil, false
	}
	for _, s := range splitTop(list, ',') {
		sc := scan{s: strings.TrimSpace(s)}
		if c, ok := sc.compound(depth + 1); ok && sc.i == len(sc.s) {
			out = append(out, c)
		}
	}
	return out, len(out) > 0
}

// closing is where the bracket that opens at i closes, -1 if it does not.
func closing(s string, i int) int {
	depth := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// parseNth reads odd, even, 3, 2n+1, -n+3.
func parseNth(s string) (n nth, ok bool) {
	s = strings.ReplaceAll(strings.ToLower(s), " ", "")
	switch s {
	case "odd":
		return nth{a: 2, b: 1}, true
	case "even":
		return nth{a: 2}, true
	}
	a, b, step := strings.Cut(s, "n")
	if !step {
		a, b = "0", s
	}
	switch a {
	case "", "+":
		a = "1"
	case "-":
		a = "-1"
	}
	if b == "" {
		b = "0"
	}
	var err error
	if n.a, err = strconv.Atoi(a); err != nil {
		return n, false
	}
	n.b, err = strconv.Atoi(b)
	return n, err == nil
}
