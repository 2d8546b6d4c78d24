package web

import (
	"ogi/generator/cascade"
	"ogi/generator/grid"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// An Inset reads the HTML that stands in a text, piece by piece. What one piece
// leaves open hides or shows what follows it.
type Inset struct{ w walker }

// NewInset is for the HTML in a file. Its style sheets count for all of it.
func NewInset(f *source.File, hidden *kit.Unseen) (*Inset, error) {
	page, err := pageStyles(f.Text, nil)
	if err != nil {
		return nil, err
	}
	return &Inset{walker{place: f.Pos, doc: &grid.Doc{}, root: &flow{}, unseen: hidden, page: page, ground: plainShown}}, nil
}

// Blocks reads a passage that stands at an offset of the file.
func (n *Inset) Blocks(passage string, off int) []grid.Block {
	w := &n.w
	w.walk(passage, off)
	blocks := w.blocks()
	w.root = &flow{}
	for i := range w.open {
		if !staysOpen(w.open[i].name) {
			w.cut(i, false)
			break
		}
	}
	return blocks
}

// staysOpen reports whether an element goes on over the blocks of the text that
// follow its passage.
func staysOpen(name string) bool {
	switch name {
	case "div", "details", "section", "article", "main", "dialog", "template", "center", "body", "html":
		return true
	}
	return false
}

// Inline is for the tags within a line that stands at this place; no style sheet
// counts for them.
func (n *Inset) Inline() *Inset {
	return &Inset{walker{
		place: n.w.place, doc: &grid.Doc{}, root: &flow{}, unseen: n.w.unseen, page: &cascade.Page{}, ground: *n.w.now(), veils: 1 << 20,
	}}
}

// Tag reads one tag of a line.
func (n *Inset) Tag(tag string, off int) {
	n.w.walk(tag, off)
	n.w.root = &flow{}
}

// Look is how text at this place is seen.
func (n *Inset) Look() grid.Look {
	now := n.w.now()
	if now.veil() > 0 {
		return grid.Unshown
	}
	return now.looks()
}

// Veil is the number of the hidden container that text at this place stands in, 0
// if it is shown.
func (n *Inset) Veil() int { return n.w.now().veil() }
