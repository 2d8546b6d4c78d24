package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ogi/generator/form"
	"ogi/generator/place"
)

// A Spot is the place of a cell as a person finds it on paper. N is the
// row's number among the rows of its table, from 1.
type Spot struct {
	Table, Row, Column string // 表三; （三）不予公开 1.属于国家秘密; 自然人
	N                  int
}

// SpotOf is where the form prints the cell key, false if it has no such cell.
func SpotOf(f *form.Form, key form.Key) (Spot, bool) {
	i := f.Index(key)
	if i < 0 {
		return Spot{}, false
	}
	d := f.Defs[i]
	s := Spot{Table: tableNames[d.Table].ZH, N: slices.Index(f.Rows(d.Table), d.Row) + 1}
	if row, column, ok := strings.Cut(d.Label, " × "); ok {
		s.Row, s.Column = row, column
	} else if at := strings.LastIndexByte(d.Label, ' '); at >= 0 {
		s.Row, s.Column = d.Label[:at], d.Label[at+1:]
	}
	return s, true
}

// String gives 表三 第5行 自然人列.
func (s Spot) String() string {
	return fmt.Sprintf("%s 第%d行 %s列", s.Table, s.N, s.Column)
}

// Key is the cell a finding is about: the one at its own place, else the first
// of its operands that is a cell of this report; "" where it is about words.
func (f *Finding) Key() form.Key {
	first := ""
	for _, o := range f.Operands {
		switch {
		case o.Key == "" || o.File != "":
		case o.Pos == f.Pos:
			return o.Key
		case first == "":
			first = o.Key
		}
	}
	return first
}

// ComparePlaces orders places as a reader meets them in one file.
func ComparePlaces(a, b place.Pos) int {
	p, q := a.Place(), b.Place()
	down := 0
	if p.Table == 0 || p.Table != q.Table { // cells of one row may differ in height
		down = cmp.Compare(q.Box.Y1, p.Box.Y1)
	}
	return cmp.Or(
		cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
		cmp.Compare(p.Page, q.Page), cmp.Compare(p.Para, q.Para), cmp.Compare(p.Sheet, q.Sheet), down,
		cmp.Compare(p.Table, q.Table), cmp.Compare(p.Row, q.Row), cmp.Compare(p.Cell, q.Cell),
		cmp.Compare(p.Box.X0, q.Box.X0))
}

// InFileOrder are findings in the order of the file; those about the whole of
// it come first.
func InFileOrder(fs []Finding) []Finding {
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b Finding) int { return ComparePlaces(a.Pos, b.Pos) })
	return fs
}

// PlaceWords is a place in the file in words: 第39行第26字, 第2页文件中第3表第5行第4格.
func PlaceWords(p place.Pos) string {
	place := p.Place()
	if p.Line > 0 && place.Table == 0 {
		return fmt.Sprintf("第%d行第%d字", p.Line, p.Col)
	}
	s := ""
	if place.Sheet != "" {
		s = "工作表“" + place.Sheet + "”"
	}
	for _, part := range []struct {
		n      int
		format string
	}{{place.Page, "第%d页"}, {place.Table, "文件中第%d表"}, {place.Row, "第%d行"}, {place.Cell, "第%d格"}} {
		if part.n > 0 {
			s += fmt.Sprintf(part.format, part.n)
		}
	}
	return s
}
