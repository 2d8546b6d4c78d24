package beside

import (
	"strings"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// What is said of a row and of figures without a name beside it.
const (
	LostFigures = "“%s”一行没有数，而相邻一行有数无名，可能本是一行"
	BrokenRow   = "“%s”一行的相邻一行有数无名，可能是断开的同一行"
)

// Lost reports whether a row without any figure stands beside one that
// has figures and no name, with at most pieces of labels between: they may be
// one row, and then its blanks are none.
func (t Table) Lost(r *tabular.Row) bool {
	i := t.indexOf(r)
	if i < 0 {
		return false
	}
	if i == 0 && t.Of == form.Three && r.Key != t.Report.Form.Rows(form.Three)[0] {
		return true // the table begins in its midst: what stands above was not taken for it
	}
	for _, by := range [...]int{-1, 1} {
		j, over := t.pastPieces(i, by)
		if j < 0 || j >= len(t.Rows) {
			continue
		}
		o := &t.Rows[j]
		if !o.IsData() || o.Key != "" || foreign(o) {
			continue
		}
		if g := Group(o); g != "" && (!strings.HasPrefix(r.Key, g+".") || o.Items[o.Last].Label().Group != "") {
			continue // of another group, or the figures of the group itself
		}
		if o.Last >= 0 && form.IsPiece(o.Items[o.Last].Text) || (over || hasPieces(o)) && !OnlyDashes(o) {
			return true
		}
	}
	return false
}

// BrokenOff reports whether a row's figures may go on in a row beside it that has
// no name of its own: below it, and above it too where the row itself has none.
// Pieces of labels may stand between.
func (t Table) BrokenOff(r *tabular.Row) bool {
	i := t.indexOf(r)
	if i < 0 {
		return false
	}
	if t.nameless(i+1) || !r.IsData() && t.nameless(i-1) {
		return true
	}
	j, over := t.pastPieces(i, 1)
	return r.IsData() && (t.goesOn(j) || over && t.nameless(j))
}

func (t Table) indexOf(r *tabular.Row) int {
	for i := range t.Rows {
		if &t.Rows[i] == r {
			return i
		}
	}
	return -1
}

// pastPieces goes from a row past those that hold pieces of labels and no
// figure, and tells whether there were any.
func (t Table) pastPieces(i, by int) (at int, over bool) {
	for i += by; i >= 0 && i < len(t.Rows); i += by {
		r := &t.Rows[i]
		if r.IsData() || r.Key != "" || t.Names(r) || !hasPieces(r) {
			break
		}
		over = true
	}
	return i, over
}

// hasPieces reports whether all words of a row are pieces of labels.
func hasPieces(r *tabular.Row) bool {
	any := false
	for k := range r.Items {
		switch it := &r.Items[k]; {
		case it.Text == "" || it.Filled():
		case form.Norm(it.Text) != "" && !form.IsPiece(it.Text):
			return false
		default:
			any = true // a stroke or a quotation mark is what is left of a label too
		}
	}
	return any
}

// unnamed is a row with figures, fewer than table three has columns, and without a
// name, nil if it is none.
func (t Table) unnamed(i int) *tabular.Row {
	if i < 0 || i >= len(t.Rows) {
		return nil
	}
	r := &t.Rows[i]
	if !r.IsData() || r.Key != "" || r.Units != nil || len(r.Fill) >= len(form.Columns) || OnlyDashes(r) {
		return nil
	}
	return r
}

// goesOn reports whether a row has figures and of words only a piece of a label: the
// second line of a row, as 府 | 5 | 2 | below 一、本年新收政 | 76 | 7 |.
func (t Table) goesOn(i int) bool {
	r := t.unnamed(i)
	return r != nil && !t.Names(r) && hasPieces(r)
}

// nameless reports whether a row has figures and no words, and was not told by its
// neighbours.
func (t Table) nameless(i int) bool {
	r := t.unnamed(i)
	if r == nil || i > 0 && t.Rows[i-1].Unit == r.Unit || i+1 < len(t.Rows) && t.Rows[i+1].Unit == r.Unit {
		return false // a number in front of a label, as of a serial column
	}
	for k := range r.Items {
		if it := &r.Items[k]; it.Text != "" && (!it.Val || k <= r.Last) {
			return false
		}
	}
	return true
}
