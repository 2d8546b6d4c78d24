package form

import (
	"slices"
	"strings"
)

// A SumKind is a kind of sum that the form prints.
type SumKind uint8

const (
	Across    SumKind = iota // 总计 of a row of table three, of a kind of remedy in table four
	Downwards                // （一） to （六） make （七）总计, in each column
	Balance                  // 一 and 二 make （七）总计 and 四, in each column
	sumKinds
)

// sumNames are what the files of the forms call them. A cell stands on the left
// with a plus, on the right with an equals sign.
var sumNames = [sumKinds]string{"across", "outcomes", "balance"}

// A Sum is one of the form's own sums: the cells of Left make those of Right. They
// are places in Defs.
type Sum struct {
	Kind        SumKind
	Left, Right []int
}

// Sums are those of a kind in a table, in printed order: of each row, or of each
// column. They are not to be written to.
func (f *Form) Sums(t Table, k SumKind) []Sum { return f.sums[t][k] }

// A side is where a cell stands in the sums of a kind: which of those of its table,
// and whether it adds to the left or to the right.
type side struct {
	sum int
	add int8 // 1 left, -1 right, 0 in none
}

// SumOf is the sum of a kind that the cell at a place in Defs is part of, nil if it
// is part of none.
func (f *Form) SumOf(i int, k SumKind) *Sum {
	if f.side[k][i].add == 0 {
		return nil
	}
	return &f.sums[f.Defs[i].Table][k][f.side[k][i].sum]
}

// Side is 1 for a cell on the left of a sum of a kind, -1 for one on the right, 0
// for one that is part of none.
func (f *Form) Side(i int, k SumKind) int64 { return int64(f.side[k][i].add) }

// From is the sum with its cells counted from one on, as those of a row or a table
// by itself.
func (s *Sum) From(first int) Sum {
	count := func(places []int) []int {
		out := slices.Clone(places)
		for k := range out {
			out[k] -= first
		}
		return out
	}
	return Sum{s.Kind, count(s.Left), count(s.Right)}
}

// Keys are the keys of cells.
func (f *Form) Keys(places []int) []Key {
	keys := make([]Key, len(places))
	for i, p := range places {
		keys[i] = f.Defs[p].Key
	}
	return keys
}

// Over is by how much the left side is more than the right one.
func (s *Sum) Over(value func(place int) int64) int64 {
	n := int64(0)
	for _, i := range s.Left {
		n += value(i)
	}
	for _, i := range s.Right {
		n -= value(i)
	}
	return n
}

// addUp finds the sums that the cells say they are part of: across, those of one
// row, else those of one column.
func (f *Form) addUp() {
	for k, name := range sumNames {
		f.side[k] = make([]side, len(f.Defs))
		known := map[string]int{}
		for i, d := range f.Defs {
			line := d.Column
			if SumKind(k) == Across {
				line = d.Row
			}
			for term := range strings.FieldsSeq(d.terms) {
				if term[1:] != name {
					continue
				}
				sums := &f.sums[d.Table][k]
				at, ok := known[line]
				if !ok {
					at = len(*sums)
					known[line] = at
					*sums = append(*sums, Sum{Kind: SumKind(k)})
				}
				s := &(*sums)[at]
				if term[0] == '=' {
					s.Right = append(s.Right, i)
					f.side[k][i] = side{at, -1}
				} else {
					s.Left = append(s.Left, i)
					f.side[k][i] = side{at, 1}
				}
			}
		}
	}
}
