package roster

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/form"
)

// A Draft is what is known of a file before it is paired.
type Draft struct {
	Path   string // slash path in the folder of drafts
	Agency string // as the report names its author
	Title  string
}

// A Pair says which unit a draft is of: its index, -1 for none. Note says in
// Chinese why none was found, or why the pair wants a look.
type Pair struct {
	Unit int
	Note string
}

// Match pairs drafts with units: by the agency a report names, and by the names
// of the file and its folders. Where the two name different units the report
// is believed, unless another draft that is beyond doubt takes that unit.
func Match(units []Unit, drafts []Draft) []Pair {
	says, file := make([]int, len(drafts)), make([]int, len(drafts))
	x := indexed(units)
	for i, d := range drafts {
		says[i], file[i] = x.named(d), x.called(d.Path)
	}
	sure := map[int]bool{}
	for i := range drafts {
		if says[i] >= 0 && (says[i] == file[i] || file[i] < 0) {
			sure[says[i]] = true
		}
	}
	pairs := make([]Pair, len(drafts))
	for i, d := range drafts {
		p := Pair{Unit: says[i]}
		switch {
		case says[i] < 0 && file[i] < 0:
			p.Note = "名册中没有与之对应的单位"
			if d.Agency != "" {
				p.Note = "名册中没有“" + d.Agency + "”"
			}
		case says[i] < 0:
			p.Unit = file[i]
			if d.Agency != "" && !near(units[file[i]], d.Agency) {
				p.Note = "按文件名对应；文中署名为“" + d.Agency + "”，请核对"
			}
		case file[i] >= 0 && file[i] != says[i]:
			p.Note = "文件名像是“" + units[file[i]].Name + "”，文中署名为“" + units[says[i]].Name + "”，请核对"
			if sure[says[i]] && !sure[file[i]] {
				p.Unit = file[i]
			}
		}
		pairs[i] = p
	}
	return pairs
}

// An index finds units by their names, however many there are.
type index struct {
	norms, short names
	undivided    map[string]these // by the name without the division
	back         []ending         // all names turned round, sorted
}

// These are the units that bear a name: the first, and whether another does.
type these struct {
	first int
	more  bool
}

func (t these) with(u these) these {
	switch {
	case t.first < 0:
		return u
	case u.first >= 0 && (u.more || u.first != t.first):
		t.more = true
	}
	return t
}

// one is the unit, -1 if there is none or there are several.
func (t these) one() int {
	if t.more {
		return -1
	}
	return t.first
}

// Names are the units that bear each, with the lengths of those that begin with a
// character, the longest first.
type names struct {
	of      map[string]these
	lengths map[rune][]int
}

func (n names) get(name string) these {
	if t, ok := n.of[name]; ok {
		return t
	}
	return these{first: -1}
}

func (n names) add(name string, unit int) {
	if t, ok := n.of[name]; ok {
		n.of[name] = t.with(these{first: unit})
		return
	}
	n.of[name] = these{first: unit}
	r, _ := utf8.DecodeRuneInString(name)
	ls := n.lengths[r]
	at, have := slices.BinarySearchFunc(ls, len(name), func(a, b int) int { return b - a })
	if !have {
		n.lengths[r] = slices.Insert(ls, at, len(name))
	}
}

// An ending is a name turned round, with the place of the next one of another
// unit: whether all of a stretch are of one unit is seen at its beginning.
type ending struct {
	turned string
	unit   int
	other  int
}

func indexed(units []Unit) *index {
	x := &index{
		norms:     names{map[string]these{}, map[rune][]int{}},
		short:     names{map[string]these{}, map[rune][]int{}},
		undivided: map[string]these{},
	}
	for i, u := range units {
		for _, n := range u.norms() {
			x.norms.add(n, i)
			bare := undivided(n)
			t, ok := x.undivided[bare]
			if !ok {
				t.first = -1
			}
			x.undivided[bare] = t.with(these{first: i})
			if long(n) {
				x.back = append(x.back, ending{turned: turned(n), unit: i})
			}
		}
		for _, n := range u.short() {
			x.short.add(n, i)
		}
	}
	slices.SortFunc(x.back, func(a, b ending) int { return strings.Compare(a.turned, b.turned) })
	for i := len(x.back) - 1; i >= 0; i-- {
		x.back[i].other = i + 1
		if i+1 < len(x.back) && x.back[i+1].unit == x.back[i].unit {
			x.back[i].other = x.back[i+1].other
		}
	}
	return x
}

// named is the unit that a report says it is of.
func (x *index) named(d Draft) int {
	own := form.Norm(d.Agency)
	if own == "" {
		return x.norms.longest(form.Norm(d.Title))
	}
	if t := x.norms.get(own); t.first >= 0 {
		return t.first
	}
	if long(own) {
		if i := x.within(own).with(x.ending(own)).one(); i >= 0 {
			return i
		}
	}
	// One of the two leaves the division out; two that name one differ.
	t := x.norms.get(undivided(own))
	if u, ok := x.undivided[own]; ok {
		t = t.with(u)
	}
	return t.one()
}

// within are the units with a long name that the text ends with.
func (x *index) within(text string) these {
	t := these{first: -1}
	for i, r := range text {
		if n := len(text) - i; slices.Contains(x.norms.lengths[r], n) && long(text[i:]) {
			t = t.with(x.norms.get(text[i:]))
		}
	}
	return t
}

// ending are the units with a long name that ends with the text.
func (x *index) ending(text string) these {
	text = turned(text)
	from, _ := slices.BinarySearchFunc(x.back, text, func(e ending, s string) int { return strings.Compare(e.turned, s) })
	if from == len(x.back) || !strings.HasPrefix(x.back[from].turned, text) {
		return these{first: -1}
	}
	other := x.back[from].other
	return these{x.back[from].unit, other < len(x.back) && strings.HasPrefix(x.back[other].turned, text)}
}

// turned is a text with its bytes in the other order, to look for endings.
func turned(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// called is the unit that a file's name tells, else the nearest folder's.
func (x *index) called(name string) int {
	for _, part := range slices.Backward(strings.Split(name, "/")) {
		if i := x.short.longest(form.Norm(strings.TrimSuffix(part, path.Ext(part)))); i >= 0 {
			return i
		}
	}
	return -1
}

// longest is the unit whose name in the text is the longest, -1 if none is or
// two are as long.
func (n names) longest(text string) int {
	best, t := 0, these{first: -1}
	for i, r := range text {
		for _, l := range n.lengths[r] {
			if l < best {
				break
			}
			if l > len(text)-i || utf8.RuneCountInString(text[i:i+l]) < 2 {
				continue
			}
			u, ok := n.of[text[i:i+l]]
			switch {
			case !ok:
				continue
			case l > best:
				best, t = l, u
			default:
				t = t.with(u)
			}
			break
		}
	}
	return t.one()
}

func near(u Unit, agency string) bool {
	own := form.Norm(agency)
	return slices.ContainsFunc(u.norms(), func(n string) bool { return strings.HasSuffix(own, n) || strings.HasSuffix(n, own) })
}

// norms are the unit's names as they are compared.
func (u Unit) norms() []string {
	ns := []string{form.Norm(u.Name)}
	for _, a := range u.Aliases {
		if n := form.Norm(a); n != "" {
			ns = append(ns, n)
		}
	}
	return ns
}

// division is the beginning of a name that only says where the unit is.
var division = regexp.MustCompile(`^(?:[^省市州盟县区旗]+?(?:自治)?[省市州盟县区旗])+`)

func undivided(name string) string { return division.ReplaceAllString(name, "") }

// short are the unit's names and, as files are called, its name without the
// division: 司法局.docx.
func (u Unit) short() []string {
	ns := u.norms()
	for _, n := range ns {
		if s := undivided(n); s != n && s != "人民政府" && s != "政府" {
			ns = append(ns, s)
		}
	}
	return ns
}

func long(s string) bool { return utf8.RuneCountInString(s) >= 4 }
