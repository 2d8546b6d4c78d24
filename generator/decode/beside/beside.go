// Package beside tells of a row of a table what the rows beside it say: the name of one
// whose label was lost, a row that is broken in two, one that is told twice or that
// pieces of figures stand about. Whose column a value is in is not its job.
package beside

import (
	"slices"

	"ogi/generator/decode/tabular"
	"ogi/generator/report"
)

// A Table is one whose rows are told by those beside them.
type Table struct{ *tabular.Table }

// OnlyDashes reports whether a row has strokes for figures and is of no group.
func OnlyDashes(r *tabular.Row) bool {
	for _, k := range r.Fill {
		if r.Items[k].V.State != report.Dash {
			return false
		}
	}
	return len(r.Fill) > 0 && Group(r) == ""
}

// Group is the group that the labels of a row name.
func Group(r *tabular.Row) string {
	g := ""
	r.Labels(func(it *tabular.Item) bool {
		if it.Label().Group != "" && it.Label().Group != "requests.results" {
			g = it.Label().Group
			return false
		}
		return true
	})
	return g
}

// A HeadRow is what one row of a table's head names: columns of the form by
// their place in the row, left to right.
type HeadRow struct {
	Names []string
	Cols  []int32
	Sure  bool
	Wide  bool // a name spans several columns
	Width int
}

// HeadOfRow reads the names of a row without figures. Of text the place is the
// ordinal of the cell.
func HeadOfRow(r *tabular.Row, known []string) HeadRow {
	h := HeadRow{Sure: true, Width: len(r.Items)}
	for k := range r.Items {
		it := &r.Items[k]
		if it.Val || !slices.Contains(known, it.Label().Column) {
			continue
		}
		h.Sure = h.Sure && !it.Label().Guess
		h.Wide = h.Wide || it.Span > 1
		h.Names = append(h.Names, it.Label().Column)
		h.Cols = append(h.Cols, it.Col)
	}
	return h
}
