package kit

import (
	"iter"

	"ogi/generator/grid"
	"ogi/generator/place"
)

// Texts are the texts of a block, by line or by cell, with their places.
func Texts(b *grid.Block) iter.Seq2[string, place.Pos] {
	return func(yield func(string, place.Pos) bool) {
		for i := range b.Lines {
			if !yield(b.Lines[i].Text, b.Lines[i].Pos) {
				return
			}
		}
		if b.Table == nil {
			return
		}
		for _, row := range b.Table.Rows {
			for i := range row {
				if !yield(row[i].Text, row[i].Pos) {
					return
				}
			}
		}
	}
}

// Chars counts the characters of a block that are no white space.
func Chars(b *grid.Block) int {
	n := 0
	for text := range Texts(b) {
		n += countChars(text)
	}
	return n
}

// Paragraphs reports whether what a cell holds is whole paragraphs: its table only
// lays out the page.
func Paragraphs(blocks []grid.Block) bool {
	n, lines := 0, 0
	for i := range blocks {
		lines += len(blocks[i].Lines)
		n += Chars(&blocks[i])
	}
	return lines >= 3 && n > 300
}

// Single reports whether a table is but one cell, a frame around a figure.
func Single(g *grid.Grid) bool { return len(g.Rows) == 1 && len(g.Rows[0]) == 1 }
