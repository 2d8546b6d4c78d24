package unit

import "ogi/generator/grid"

// A Sight says what of the blocks of a document is read: those that are shown,
// and some that are not.
type Sight struct {
	Open  map[int]bool // veils
	Whole map[int]bool // blocks whose tables are read with what is hidden of them
}

// table is the table of block i as it is read.
func (s Sight) table(d *grid.Doc, i int) *grid.Grid {
	if t := d.Blocks[i].Table; t == nil || t.Whole == nil || !s.Whole[i] {
		return t
	}
	return d.Blocks[i].Table.Whole
}
