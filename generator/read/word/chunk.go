package word

import (
	"encoding/xml"
	"slices"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/read/web"
	"ogi/generator/source"
)

// chunk reads a page that stands in the document as a file of its own, as
// programs that fill templates leave it. Its places are those of the document:
// its tables and paragraphs count on.
func (w *reader) chunk(e xml.StartElement) error {
	if err := w.x.Skip(); err != nil {
		return err
	}
	at := slices.IndexFunc(w.parts.links, func(l link) bool { return l.id == kit.Attr(e, "id") })
	if at < 0 || w.dropped > 0 {
		return nil
	}
	name := w.parts.links[at].target
	b, err := w.pack.Read(name)
	if err != nil {
		return err
	}
	f, err := source.Read(name, b)
	if err != nil {
		return err
	}
	var d *grid.Doc
	switch f.Kind {
	case source.HTML, source.MHT:
		d, err = web.Read(f)
	default:
		w.doc.Notes = append(w.doc.Notes, "嵌入的文件未读："+name)
		return nil
	}
	if err != nil {
		return err
	}
	tables, veils := 0, 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Veil > 0 {
			veils = max(veils, b.Veil)
			b.Veil += w.veils
		}
		for k := range b.Lines {
			w.paras++
			b.Lines[k].Pos = place.Pos{}.In(place.Place{Para: w.paras})
			unplace(b.Lines[k].Marks.Spans())
		}
		if b.Table == nil {
			continue
		}
		for t := b.Table; t != nil; t = t.Whole {
			for _, row := range t.Rows {
				for k := range row {
					at := row[k].Pos.Place()
					tables = max(tables, at.Table)
					row[k].Pos = place.Pos{}.In(place.Place{Table: w.tables + at.Table, Row: at.Row, Cell: at.Cell})
					unplace(row[k].Marks.Spans())
				}
			}
		}
	}
	w.tables += tables
	w.veils += veils
	w.out.blocks = append(w.out.blocks, d.Blocks...)
	w.unseen.From(d)
	return nil
}

// unplace takes the places off that looks have in a page of its own.
func unplace(looks []grid.Span) {
	for i := range looks {
		looks[i].After = place.Pos{}
	}
}
