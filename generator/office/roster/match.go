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
	for i, d := range drafts {
		says[i], file[i] = named(units, d), called(units, d.Path)
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

// named is the unit that a report says it is of.
func named(units []Unit, d Draft) int {
	own := form.Norm(d.Agency)
	if own != "" {
		for i, u := range units {
			if slices.Contains(u.norms(), own) {
				return i
			}
		}
		if i := only(units, func(n string) bool {
			return long(own) && long(n) && (strings.HasSuffix(own, n) || strings.HasSuffix(n, own))
		}); i >= 0 {
			return i
		}
		// One of the two leaves the division out; two that name one differ.
		bare := division.ReplaceAllString(own, "")
		return only(units, func(n string) bool {
			return n == bare || division.ReplaceAllString(n, "") == own
		})
	}
	return longest(units, form.Norm(d.Title), Unit.norms)
}

// called is the unit that a file's name tells, else the nearest folder's.
func called(units []Unit, p string) int {
	for p != "." && p != "/" && p != "" {
		base := path.Base(p)
		if i := longest(units, form.Norm(strings.TrimSuffix(base, path.Ext(base))), Unit.short); i >= 0 {
			return i
		}
		p = path.Dir(p)
	}
	return -1
}

// longest is the unit whose name in the text is the longest, -1 if none is or
// two are as long.
func longest(units []Unit, text string, names func(Unit) []string) int {
	best, at, tie := 0, -1, false
	for i, u := range units {
		n := 0
		for _, name := range names(u) {
			if utf8.RuneCountInString(name) >= 2 && strings.Contains(text, name) {
				n = max(n, len(name))
			}
		}
		switch {
		case n > best:
			best, at, tie = n, i, false
		case n > 0 && n == best:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return at
}

// only is the one unit with a name that fits, -1 if none or several have.
func only(units []Unit, fits func(string) bool) int {
	at := -1
	for i, u := range units {
		if slices.ContainsFunc(u.norms(), fits) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
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

// short are the unit's names and, as files are called, its name without the
// division: 司法局.docx.
func (u Unit) short() []string {
	ns := u.norms()
	for _, n := range ns {
		if s := division.ReplaceAllString(n, ""); s != n && s != "人民政府" && s != "政府" {
			ns = append(ns, s)
		}
	}
	return ns
}

func long(s string) bool { return utf8.RuneCountInString(s) >= 4 }
