// Package seen decides what of a text a report says. Readers of files hand over
// each text whole, with what they saw of how its pieces are shown; Settle leaves
// in it what a reader of the page takes for the text, and nothing else.
//
// Three kinds of pieces are taken out. The mark of a note (5 with a raised 1)
// goes to the Notes of its cell or line; what a mark may be is told in mark.go
// and nowhere else. What is not shown, and what is struck out, goes to the
// Hidden of the document, where only the rules about drafts and personal data
// look.
//
// It fails closed. Where digits stand beside digits and it cannot be told
// whether they are one number, those in doubt stay, written as small raised ones
// (5¹), and digits that were struck out with none in their place stay struck
// (8̶): no number of a table has either, so that decode calls it garbled.
//
// The mark of a note behind a word or a number of prose is kept in the Notes of
// its line and shown nowhere: it changes no figure, the note itself stands in the
// text, and the places of prose stay those of the text that is left. Marks of
// numbers in tables go on to the page.
//
// Whether a whole container that is not shown (a pane, a closed <details>) is
// read is not decided here: that takes knowledge of the form.
package seen

import (
	"slices"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/source"
)

// maxHidden bounds the text that is kept of what was taken out.
const maxHidden = 256 << 10

// Settle settles all texts of a document, once. unshown is the origin of what is
// not shown in a file of its kind, as source.HiddenText.
func Settle(d *grid.Doc, unshown string) {
	s := &settler{doc: d, unshown: unshown}
	for i := range d.Hidden {
		s.bytes += len(d.Hidden[i].Text)
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		emptied := false
		for k := range b.Lines {
			emptied = s.line(&b.Lines[k]) || emptied
		}
		if emptied {
			b.Lines = slices.DeleteFunc(b.Lines, func(l grid.Line) bool { return l.Text == "" })
		}
		if t := b.Table; t != nil {
			s.table(t)
			if t.Whole != nil {
				s.again = true
				s.table(t.Whole)
				s.again = false
			}
		}
	}
	d.Blocks = slices.DeleteFunc(d.Blocks, func(b grid.Block) bool { return b.Table == nil && len(b.Lines) == 0 })
}

type settler struct {
	doc     *grid.Doc
	unshown string
	bytes   int  // of what is hidden
	again   bool // the texts were settled before
}

// line settles a line and reports whether nothing is left of it.
func (s *settler) line(l *grid.Line) bool {
	if isPlain(l.Text, l.Marks.Spans()) {
		return false
	}
	t := settle(l.Text, l.Marks.Spans())
	s.hide(&t, l.Pos)
	l.Pos = t.place(l.Pos)
	l.Text, l.Marks = t.text, l.Marks.Settled(t.notes...)
	return l.Text == ""
}

// table settles the cells of a table. A number that was struck out with none
// beside it is no blank; a row of which nothing but that is left is no row.
func (s *settler) table(g *grid.Grid) {
	for _, row := range g.Rows {
		var withdrawn []int
		kept := false
		for i := range row {
			c := &row[i]
			if c.Marks == nil && isDigits(c.Text) {
				kept = kept || c.Text != ""
				continue // as most cells
			}
			if !isPlain(c.Text, c.Marks.Spans()) {
				t := settle(c.Text, c.Marks.Spans())
				s.hide(&t, c.Pos)
				c.Pos = t.place(c.Pos)
				c.Text, c.Marks = t.text, c.Marks.Settled(t.notes...)
				if t.text == "" && hasDigit(t.struck) {
					withdrawn = append(withdrawn, i)
					c.Text = strike(t.struck)
					continue
				}
			}
			if number, note := cutMark(c.Text); note != "" {
				c.Text, c.Marks = number, c.Marks.Settled(note)
			}
			kept = kept || c.Text != ""
		}
		for _, i := range withdrawn {
			if !kept {
				row[i].Text = ""
			}
		}
	}
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// hide keeps what was taken out of a text.
func (s *settler) hide(t *settled, at place.Pos) {
	if s.again {
		return
	}
	for _, h := range []grid.Hidden{
		{Origin: source.HiddenStruck, Text: t.struck, Pos: at},
		{Origin: s.unshown, Text: t.unshown, Pos: at},
	} {
		if s.bytes += len(h.Text); h.Text != "" && s.bytes <= maxHidden {
			s.doc.Hidden = append(s.doc.Hidden, h)
		}
	}
}
