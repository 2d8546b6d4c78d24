package layout

import (
	"bytes"
	"encoding/xml"
	slash "path"
	"slices"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// A wordPackage tells which member of a Word file is what. The usual names are
// only usual: some editors write word/document2.xml.
type wordPackage struct {
	main  string
	links []wordLink
}

type wordLink struct{ id, kind, target string }

func wordParts(p pack) wordPackage {
	out := wordPackage{main: "word/document.xml"}
	for _, l := range wordLinks(p, "") {
		if l.kind == "officeDocument" && p[l.target] != nil {
			out.main = l.target
		}
	}
	out.links = wordLinks(p, out.main)
	return out
}

// wordLinks reads the links of a member, or of the whole file; damaged ones
// are as none.
func wordLinks(p pack, of string) []wordLink {
	dir, base := slash.Split(of)
	b, err := p.read(dir + "_rels/" + base + ".rels")
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
	var out []wordLink
	for _, l := range part.Links {
		if l.Mode == "External" {
			continue
		}
		target, whole := strings.CutPrefix(l.Target, "/")
		if !whole {
			target = slash.Join(dir, l.Target)
		}
		out = append(out, wordLink{l.ID, l.Type[strings.LastIndexByte(l.Type, '/')+1:], target})
	}
	return out
}

// named is the member of a kind, by link or by its usual name.
func (w wordPackage) named(kind string) string {
	for _, l := range w.links {
		if l.kind == kind {
			return l.target
		}
	}
	return slash.Join(slash.Dir(w.main), kind+".xml")
}

// all are the members of a kind, in order, also those that nothing links to.
func (w wordPackage) all(p pack, kind string) []string {
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

// chunk reads a page that stands in the document as a file of its own, as
// programs that fill templates leave it. Its places are those of the document:
// its tables and paragraphs count on.
func (w *wordReader) chunk(e xml.StartElement) error {
	if err := w.x.Skip(); err != nil {
		return err
	}
	at := slices.IndexFunc(w.parts.links, func(l wordLink) bool { return l.id == attr(e, "id") })
	if at < 0 || w.dropped > 0 {
		return nil
	}
	name := w.parts.links[at].target
	b, err := w.pack.read(name)
	if err != nil {
		return err
	}
	f, err := source.Read(name, b)
	if err != nil {
		return err
	}
	var d *grid.Doc
	switch f.Kind {
	case source.HTML:
		d, err = readHTML(f)
	case source.MHT:
		d, err = readMHT(f)
	default:
		w.doc.Notes = append(w.doc.Notes, "嵌入的文件未读："+name)
		return nil
	}
	if err != nil {
		return err
	}
	tables := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for k := range b.Lines {
			w.paras++
			b.Lines[k].Pos = source.Pos{}.In(source.Place{Para: w.paras})
		}
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for k := range row {
				at := row[k].Pos.Place()
				tables = max(tables, at.Table)
				row[k].Pos = source.Pos{}.In(source.Place{Table: w.tables + at.Table, Row: at.Row, Cell: at.Cell})
			}
		}
	}
	w.tables += tables
	w.out.blocks = append(w.out.blocks, d.Blocks...)
	w.unseen.from(d)
	return nil
}
