package desk

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/region"
	"ogi/generator/report"
)

// known finds the agency of an archive that a report is by. exact tells whether
// one of its names is the one the report gives; else one name ends in the
// other (卫东区司法局, 平顶山市卫东区司法局) and no other agency's does.
func known(as []*archive.Agency, r *report.Report) (g *archive.Agency, exact bool) {
	if r == nil {
		return nil, false
	}
	return bearing(as, form.Norm(r.Agency.Text), form.Norm(r.Title.Text))
}

// bearing is the same for a name and a title, as form.Norm gives them.
func bearing(as []*archive.Agency, own, title string) (g *archive.Agency, exact bool) {
	var near []*archive.Agency
	for _, g := range as {
		for _, n := range names(g) {
			n = form.Norm(n)
			switch {
			case n == "":
				continue
			case n == own, own == "" && strings.HasPrefix(title, n):
				return g, true
			case long(own) && long(n) && (strings.HasSuffix(own, n) || strings.HasSuffix(n, own)):
				near = append(near, g)
			case own == "" && long(n) && strings.Contains(title, n):
				near = append(near, g)
			}
		}
	}
	near = slices.CompactFunc(near, func(a, b *archive.Agency) bool { return a == b })
	if len(near) == 1 {
		return near[0], false
	}
	return nil, false
}

func long(s string) bool { return utf8.RuneCountInString(s) >= 5 }

func names(g *archive.Agency) []string {
	ns := append([]string{g.Name}, g.Aliases...)
	for _, n := range g.Names {
		ns = append(ns, n.Name)
	}
	return ns
}

// A NewAgency is one that the archive does not have yet.
type NewAgency struct {
	Slug, Dir, Name, Region, Kind string
	Aliases                       []string // other names that the list of units gives it
}

// toml is its agency.toml.
func (n NewAgency) toml() []byte {
	s := "name = " + config.Quote(n.Name) + "\nregion = " + config.Quote(n.Region)
	if full := region.FullName(n.Region); full != "" {
		s += " # " + full
	}
	s += "\n"
	if n.Kind != "" {
		s += "kind = " + config.Quote(n.Kind) + "\n"
	}
	for i, name := range n.Aliases {
		if i == 0 {
			s += "aliases = ["
		} else {
			s += ", "
		}
		s += config.Quote(name)
	}
	if n.Aliases != nil {
		s += "]\n"
	}
	return []byte(s)
}

// beside is the folder where the agencies of that province lie, if they all
// lie in one; else content.
func beside(a *archive.Archive, code string) string {
	dir := ""
	for _, g := range a.Agencies {
		if len(code) != 6 || len(g.Region) != 6 || g.Region[:2] != code[:2] {
			continue
		}
		up := path.Dir(g.Dir)
		if dir != "" && dir != up {
			return "content"
		}
		dir = up
	}
	if dir == "" || slices.ContainsFunc(a.Agencies, func(g *archive.Agency) bool { return g.Dir == dir }) {
		return "content"
	}
	return dir
}
