package four

import (
	"math/bits"
	"slices"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// A keySet is the cells of table four that a figure may be, a bit each.
type keySet uint16

const allFour keySet = 1<<15 - 1

// groupSet and columnSet are the cells that a label leaves: all if it names no
// kind of remedy, or no result.
func groupSet(l *form.Label) keySet {
	if l.Group == "" || l.Guess || l.Table != form.Four {
		return allFour
	}
	if l.Group == "remedies.suits" {
		return 0x1f<<5 | 0x1f<<10
	}
	if g := slices.Index(tabular.FourGroups, l.Group); g >= 0 {
		return 0x1f << (5 * g)
	}
	return allFour
}

func columnSet(l *form.Label) keySet {
	if l.Column == "" {
		return allFour
	}
	if c := slices.Index(tabular.FourColumns, l.Column); c >= 0 && !l.Guess && l.Table != form.Three {
		return (1 | 1<<5 | 1<<10) << c
	}
	return allFour
}

// A fourCell is a figure of table four and the cells it may be.
type fourCell struct {
	row *tabular.Row
	k   int
	may keySet
}

// fourNames are what the names beside and above a row leave for its figures.
type fourNames struct {
	beside keySet
	above  map[int32]keySet // by column; nil if they tell nothing
}

// byPlace reads rows by the names that stand above and beside each figure, or
// beside it alone. Blank cells count where each stands below its name; else only
// what is filled. It reports false, and has done nothing, where the names leave a
// doubt. Unless the head is sure to have the results in the form's order, each
// figure needs both its names (markdown-remedies-under-headings).
func (t reader) byPlace(data []*tabular.Row, sure bool) bool {
	var names []fourNames
	namesOf := func(i int) fourNames {
		for r := len(names); r <= i; r++ { // each row looks at those above it
			names = append(names, fourNames{t.beside4(data[r]), t.above4(data[r])})
		}
		return names[i]
	}
	for _, above := range [...]bool{true, false} {
		for _, blanks := range [...]bool{true, false} {
			if cells := placed4(data, namesOf, above, blanks); fillsFour(cells, sure) {
				t.give(cells)
				return true
			}
		}
	}
	return false
}

// inTurn reads rows of five, or of five and ten, of whose kinds nothing is said. They
// come in the order of the form (remedies-as-rows-without-names).
func (t reader) inTurn(data []*tabular.Row, order []string) bool {
	at := 0
	for _, r := range data {
		n := len(r.Fill)
		if n != 5 && n != 10 || r.Fill[n-1]-r.Fill[0] != n-1 {
			return false
		}
		at += n
	}
	if at != len(order) {
		return false
	}
	for _, r := range data {
		t.SetAll(r, order[:len(r.Fill)], r.Fill)
		order = order[len(r.Fill):]
	}
	t.Facts.Rows, t.Facts.Columns, t.Facts.Values = len(data), len(data[0].Fill), at
	return true
}

// placed4 lists the figures of rows with what the names about them leave.
func placed4(data []*tabular.Row, namesOf func(int) fourNames, above, blanks bool) []fourCell {
	cells := make([]fourCell, 0, len(tabular.FourKeys))
	for i, r := range data {
		names := namesOf(i)
		vals := r.Fill
		if blanks {
			vals = r.Vals
		}
		var over map[int32]keySet
		if above {
			if over = names.above; over == nil {
				return nil
			}
		}
		for _, k := range vals {
			it := &r.Items[k]
			may := names.beside
			if above {
				m, ok := over[it.Col]
				switch {
				case !ok && (it.Filled() || len(over) < len(tabular.FourKeys)):
					return nil
				case !ok: // a cell more than the form has
					continue
				}
				may &= m
			}
			cells = append(cells, fourCell{r, k, may})
		}
		if len(cells) > len(tabular.FourKeys) {
			return nil // more than the form has
		}
	}
	return cells
}

// beside4 is what the labels in front of a row's figures leave, those of the
// rows above it included that name one kind of remedy for those below them
// (markdown-remedies-under-headings).
func (t reader) beside4(row *tabular.Row) keySet {
	side, used := allFour, true
	for i := range t.Rows {
		r := &t.Rows[i]
		group, column, groups, columns := allFour, allFour, 0, 0
		for k := range r.Items {
			it := &r.Items[k]
			if it.Val {
				continue
			}
			if g := groupSet(it.Label()); g != allFour {
				if group&g == 0 || group == allFour {
					groups++
				}
				group &= g
			}
			if c := columnSet(it.Label()); c != allFour {
				column &= c
				columns++
			}
		}
		switch {
		case groups > 1:
			side = allFour // the head of a wide table
		case groups == 1 && side&group != 0 && bits.OnesCount16(uint16(side)) == 10:
			side &= group // 行政诉讼, then which of its kinds
		case groups == 1 && !used:
			side = 0 // two kinds, and no figures of the first
		case groups == 1:
			side = group
		}
		used = used && groups != 1 || r.IsData()
		if r == row {
			if columns != 1 || len(r.Fill) > 1 && len(r.Vals) > len(tabular.FourGroups) {
				column = allFour
			}
			return side & column
		}
	}
	return side
}

// fillsFour reports whether figures can be told apart: those of which the same is
// known are just as many as the cells that this leaves, no two kinds of them may
// be the same cell, and it is known of all (markdown-remedies-under-headings).
func fillsFour(cells []fourCell, sure bool) bool {
	count := map[keySet]int{}
	for _, c := range cells {
		count[c.may]++
	}
	taken := keySet(0)
	for may, n := range count {
		if may == 0 || may == allFour || n > 1 && !sure || bits.OnesCount16(uint16(may)) != n || taken&may != 0 {
			return false
		}
		taken |= may
	}
	return len(cells) >= len(tabular.FourColumns)
}

// give sets the cells, in the form's order those of which the same is known.
func (t reader) give(cells []fourCell) {
	taken := keySet(0)
	for _, c := range cells {
		free := c.may &^ taken
		i := bits.TrailingZeros16(uint16(free))
		taken |= 1 << i
		t.Set(tabular.FourKeys[i], c.row, c.k, nil)
	}
	rows := map[*tabular.Row]int{}
	for _, c := range cells {
		rows[c.row]++
	}
	t.Facts.Rows, t.Facts.Columns, t.Facts.Values = len(rows), rows[cells[0].row], len(cells)
}
