package decode

import (
	"strings"

	"ogi/generator/form"
)

// What is said of a row and of figures without a name beside it.
const (
	lostFigures = "“%s”一行没有数，而相邻一行有数无名，可能本是一行"
	brokenRow   = "“%s”一行的相邻一行有数无名，可能是断开的同一行"
)

// besideLost reports whether a row without any figure stands beside one that
// has figures and no name, with at most pieces of labels between: they may be
// one row, and then its blanks are none.
func (t *tableReader) besideLost(r *trow) bool {
	i := t.indexOf(r)
	if i < 0 {
		return false
	}
	if i == 0 && t.t == form.Three && r.key != t.Report.Form.Rows(form.Three)[0] {
		return true // the table begins in its midst: what stands above was not taken for it
	}
	for _, by := range [...]int{-1, 1} {
		j, over := t.pastPieces(i, by)
		if j < 0 || j >= len(t.rows) {
			continue
		}
		o := &t.rows[j]
		if !o.isData() || o.key != "" || foreign(o) {
			continue
		}
		if g := group(o); g != "" && (!strings.HasPrefix(r.key, g+".") || o.items[o.last].label().Group != "") {
			continue // of another group, or the figures of the group itself
		}
		if o.last >= 0 && form.IsPiece(o.items[o.last].text) || (over || hasPieces(o)) && !onlyDashes(o) {
			return true
		}
	}
	return false
}

// brokenOff reports whether a row's figures may go on in a row beside it that has
// no name of its own: below it, and above it too where the row itself has none.
// Pieces of labels may stand between.
func (t *tableReader) brokenOff(r *trow) bool {
	i := t.indexOf(r)
	if i < 0 {
		return false
	}
	if t.nameless(i+1) || !r.isData() && t.nameless(i-1) {
		return true
	}
	j, over := t.pastPieces(i, 1)
	return r.isData() && (t.goesOn(j) || over && t.nameless(j))
}

func (t *tableReader) indexOf(r *trow) int {
	for i := range t.rows {
		if &t.rows[i] == r {
			return i
		}
	}
	return -1
}

// pastPieces goes from a row past those that hold pieces of labels and no
// figure, and tells whether there were any.
func (t *tableReader) pastPieces(i, by int) (at int, over bool) {
	for i += by; i >= 0 && i < len(t.rows); i += by {
		r := &t.rows[i]
		if r.isData() || r.key != "" || t.names(r) || !hasPieces(r) {
			break
		}
		over = true
	}
	return i, over
}

// hasPieces reports whether all words of a row are pieces of labels.
func hasPieces(r *trow) bool {
	any := false
	for k := range r.items {
		switch it := &r.items[k]; {
		case it.text == "" || it.filled():
		case form.Norm(it.text) != "" && !form.IsPiece(it.text):
			return false
		default:
			any = true // a stroke or a quotation mark is what is left of a label too
		}
	}
	return any
}

// goesOn reports whether a row has figures, fewer than table three has columns, and of words
// only a piece of a label: the second line of a row, as 府 | 5 | 2 | below
// 一、本年新收政 | 76 | 7 |.
func (t *tableReader) goesOn(i int) bool {
	if i < 0 || i >= len(t.rows) {
		return false
	}
	r := &t.rows[i]
	return r.isData() && r.key == "" && r.units == nil && len(r.fill) < len(form.Columns) &&
		!onlyDashes(r) && !t.names(r) && hasPieces(r)
}

// nameless reports whether a row has figures, fewer than table three has columns, and no words,
// and was not told by its neighbours.
func (t *tableReader) nameless(i int) bool {
	if i < 0 || i >= len(t.rows) {
		return false
	}
	r := &t.rows[i]
	if !r.isData() || r.key != "" || r.units != nil || len(r.fill) >= len(form.Columns) || onlyDashes(r) {
		return false
	}
	if i > 0 && t.rows[i-1].unit == r.unit || i+1 < len(t.rows) && t.rows[i+1].unit == r.unit {
		return false // a number in front of a label, as of a serial column
	}
	for k := range r.items {
		if it := &r.items[k]; it.text != "" && (!it.val || k <= r.last) {
			return false
		}
	}
	return true
}
