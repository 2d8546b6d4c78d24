package word

import (
	"encoding/xml"

	"ogi/generator/read/kit"
)

// property reads a property of the open run.
func (w *reader) property(e xml.StartElement) {
	if w.par == nil {
		return
	}
	switch e.Name.Local {
	case "rStyle":
		if style, ok := w.styles.runs[kit.Attr(e, "val")]; ok {
			w.par.run = style.over(w.styles.usual, w.par.run)
		}
	case "shd":
		w.par.run.shade(kit.Attr(e, "fill"))
	default:
		w.par.run.set(e.Name.Local, kit.Attr(e, "val"))
	}
}

// paragraphProperties reads the heading level and the list number.
func (w *reader) paragraphProperties() error {
	list, level := "", 0
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			if n := w.styles.heading[kit.Attr(e, "val")]; n > 0 && w.par != nil {
				w.par.heading = n
			}
			if w.par != nil {
				w.par.hides = w.par.hides != w.styles.hidden[kit.Attr(e, "val")]
				if run, ok := w.styles.runs[kit.Attr(e, "val")]; ok {
					w.par.usual = run.inTable(w.styles.usual, w.par.usual)
				}
			}
			if l, ok := w.styles.list[kit.Attr(e, "val")]; ok && list == "" {
				list, level = l.list, l.level
			}
		case "outlineLvl":
			if n := number(e, "val"); n >= 0 && n < 6 && w.par != nil {
				w.par.heading = n + 1
			}
		case "numId":
			list = kit.Attr(e, "val")
		case "ilvl":
			level = number(e, "val")
		case "shd":
			if w.par != nil {
				w.par.usual.shade(kit.Attr(e, "fill"))
			}
		case "rPr", "pPrChange":
			return w.x.Skip()
		}
		return w.each(read)
	}
	if err := w.each(read); err != nil {
		return err
	}
	if w.par != nil && list != "" && w.dropped == 0 {
		w.par.number = w.lists.next(list, level)
	}
	return nil
}
