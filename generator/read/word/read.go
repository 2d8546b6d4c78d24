// Package word reads Word documents straight from their XML, element by element:
// the Go libraries for Word files drop merged cells, text boxes or tracked
// changes, each of which moves a figure. What Word shows is read: inserted
// text but not deleted, the new place of moved text, no hidden text, no field
// codes. A text box follows the paragraph it is anchored in.
package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// Read reads a Word document.
func Read(f *source.File) (*grid.Doc, error) {
	p, err := kit.OpenPack(f.Bytes)
	if err != nil {
		return nil, err
	}
	parts := partsOf(p)
	body, err := p.Read(parts.main)
	if err != nil {
		return nil, err
	}
	if body == nil {
		return nil, kit.Damaged(parts.main, errors.New("缺失"))
	}
	if bytes.Count(body, []byte(":tc>")) > kit.MaxCells {
		return nil, kit.TooLarge("Word 文件的表格单元格过多")
	}
	styles, err := p.Read(parts.named("styles"))
	if err != nil {
		return nil, err
	}
	numbering, err := p.Read(parts.named("numbering"))
	if err != nil {
		return nil, err
	}
	d := &grid.Doc{Layout: "docx"}
	w := &reader{
		doc: d, unseen: &kit.Unseen{Doc: d}, x: xml.NewDecoder(bytes.NewReader(body)), styles: readStyles(styles),
		lists: readLists(numbering), out: &flow{},
		anchors: map[string]int{}, pack: p, parts: parts,
	}
	w.x.Strict = false
	if err := w.body(); err != nil {
		var e *source.Error
		if errors.As(err, &e) {
			return nil, e
		}
		return nil, kit.Damaged(parts.main, err)
	}
	d.Blocks = tabbed(w.out.blocks)
	if err := w.aside(); err != nil {
		return nil, err
	}
	w.unseen.Properties(p)
	if w.changed {
		d.Notes = append(d.Notes, "文件带有未接受的修订：按插入后的文字读取，删除的文字未读")
	}
	return d, nil
}

// body reads the main part to its end.
func (w *reader) body() error {
	w.depth++
	for {
		t, err := w.x.Token()
		switch t := t.(type) {
		case xml.StartElement:
			if err := w.element(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		case nil:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// children reads up to the end tag of the open element.
func (w *reader) children() error { return w.each(w.element) }

func (w *reader) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return w.paragraph()
	case "tbl":
		return w.table()
	case "t":
		return w.characters()
	case "tab":
		w.add("\t")
	case "br", "cr":
		w.add("\n")
	case "noBreakHyphen", "softHyphen":
		if e.Name.Local == "noBreakHyphen" {
			w.add("-")
		}
	case "r":
		if w.par != nil {
			w.par.hidden, w.par.run = w.par.hides, w.par.usual
			if w.script != "" {
				w.par.run.vert = w.script
			}
			w.par.run.linked = w.links > 0
		}
	case "sup", "sub", "deg": // of a formula
		outer := w.script
		w.script = map[string]string{"sup": "superscript", "sub": "subscript", "deg": "superscript"}[e.Name.Local]
		defer func() { w.script = outer }()
	case "den":
		w.add("/")
	case "hyperlink":
		w.links++
		defer func() { w.links-- }()
	case "vertAlign", "position", "strike", "dstrike", "sz", "color", "highlight", "shd":
		w.property(e)
	case "vanish":
		if w.par != nil {
			w.par.hidden = on(e)
		}
	case "rStyle":
		if w.par != nil && w.styles.hidden[kit.Attr(e, "val")] {
			w.par.hidden = !w.par.hides // said of both styles, it is undone
		}
		w.property(e)
	case "sym":
		w.add("□") // a picture of a font; which one cannot be told
	case "altChunk":
		return w.chunk(e)
	case "del", "moveFrom":
		w.changed = true
		w.dropped++
		defer func() { w.dropped-- }()
	case "ins", "moveTo":
		w.changed = true
	case "delText":
		return w.characters()
	case "commentReference", "footnoteReference", "endnoteReference":
		w.anchors[strings.TrimSuffix(e.Name.Local, "Reference")+kit.Attr(e, "id")] = w.paras
	case "Fallback", "instrText", "delInstrText", "sectPr", "binData", "rt", "rPrChange":
		return w.x.Skip()
	case "pPr":
		return w.paragraphProperties()
	case "txbxContent":
		return w.textBox()
	}
	return w.children()
}

func (w *reader) characters() error {
	for {
		t, err := w.x.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			w.add(string(t))
		case xml.StartElement:
			if err := w.x.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// paragraph reads one paragraph into the flow; empty ones are left out.
func (w *reader) paragraph() error {
	outer := w.par
	p := &paragraph{usual: w.styles.usual}
	p.usual.ground, p.usual.maybe, p.usual.perhaps = w.ground, w.maybe, w.styles.parts[w.tableStyle]
	if in, ok := w.styles.runs[w.tableStyle]; ok {
		p.usual.strike, p.usual.double, p.usual.vert, p.hides = in.strike, in.double, in.vert, w.styles.hidden[w.tableStyle]
	}
	p.run = p.usual
	w.par = p
	if w.paras++; w.paras > kit.MaxLines {
		return kit.TooLarge("Word 文件的段落过多")
	}
	at := w.paras
	err := w.children()
	w.par = outer
	if err != nil {
		return err
	}
	pos := place.Pos{}.In(place.Place{Para: at})
	w.unseen.Add(source.HiddenRevision, p.deleted.String(), pos)
	w.unseen.Add(source.HiddenText, p.unshown.String(), pos)
	whole := p.text.String()
	text, looks := kit.TrimSpans(whole, p.looks(whole))
	if text != "" && p.number != "" {
		text = p.number + text
		looks = grid.Shift(nil, looks, len(p.number))
	}
	if text != "" {
		w.out.line(grid.Line{Text: text, Pos: pos, Marks: grid.Looked(looks)}, p.heading)
	}
	w.out.blocks = append(w.out.blocks, p.boxes...)
	return nil
}

// line adds a paragraph: to the open run of prose, or as a heading alone.
func (f *flow) line(l grid.Line, heading int) {
	if n := len(f.blocks); heading == 0 && n > 0 && f.blocks[n-1].Table == nil && f.blocks[n-1].Heading == 0 && f.blocks[n-1].Veil == 0 {
		f.blocks[n-1].Lines = append(f.blocks[n-1].Lines, l)
		return
	}
	f.blocks = append(f.blocks, grid.Block{Lines: []grid.Line{l}, Heading: heading})
}

func (w *reader) textBox() error {
	outer, par := w.out, w.par
	w.out, w.par = &flow{}, nil
	err := w.children()
	box := w.out
	w.out, w.par = outer, par
	if par != nil && w.dropped == 0 {
		par.boxes = append(par.boxes, box.blocks...)
	}
	return err
}
