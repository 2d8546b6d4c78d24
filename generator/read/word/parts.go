package word

import (
	"bytes"
	"encoding/xml"
	slash "path"
	"slices"
	"strings"

	"ogi/generator/read/kit"
)

// A parts tells which member of a Word file is what. The usual names are
// only usual: some editors write word/document2.xml.
type parts struct {
	main  string
	links []link
}

type link struct{ id, kind, target string }

func partsOf(p kit.Pack) parts {
	out := parts{main: "word/document.xml"}
	for _, l := range linksOf(p, "") {
		if l.kind == "officeDocument" && p[l.target] != nil {
			out.main = l.target
		}
	}
	out.links = linksOf(p, out.main)
	return out
}

// linksOf reads the links of a member, or of the whole file; damaged ones
// are as none.
func linksOf(p kit.Pack, of string) []link {
	dir, base := slash.Split(of)
	b, err := p.Read(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil
	}
	var part struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		} `xml:"Relationship"`
	}
	if xml.NewDecoder(bytes.NewReader(b)).Decode(&part) != nil {
		return nil
	}
	var out []link
	for _, l := range part.Links {
		if l.Mode == "External" {
			continue
		}
		target, whole := strings.CutPrefix(l.Target, "/")
		if !whole {
			target = slash.Join(dir, l.Target)
		}
		out = append(out, link{l.ID, l.Type[strings.LastIndexByte(l.Type, '/')+1:], target})
	}
	return out
}

// named is the member of a kind, by link or by its usual name.
func (w parts) named(kind string) string {
	for _, l := range w.links {
		if l.kind == kind {
			return l.target
		}
	}
	return slash.Join(slash.Dir(w.main), kind+".xml")
}

// all are the members of a kind, in order, also those that nothing links to.
func (w parts) all(p kit.Pack, kind string) []string {
	var out []string
	for _, l := range w.links {
		if l.kind == kind && p[l.target] != nil {
			out = append(out, l.target)
		}
	}
	for name := range p {
		if ok, _ := slash.Match(slash.Join(slash.Dir(w.main), kind+"*.xml"), name); ok {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
