package three

import (
	"slices"
	"strings"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
)

// A drawing is what the rows of table three teach one another of where in a row
// the seven cells stand, blank or not, beside spare ones for the columns and rows
// that labels span. Some converters drop blank cells, and fill the row up at the
// right or not: then a value may have moved to the left. So a row with blanks is
// read as it is drawn only where something speaks against that:
//
//   - the rows are drawn alike: each has just seven cells behind its label, or as
//     many spare ones as its label spans columns, or all are as wide as one another
//     (TestSpareCellsAreTold). In rows of one width its total must be filled, or
//     there must be other rows with blanks between figures (TestZerosLeftBlank);
//   - other rows of its shape are full, and its own sum holds with blanks as zero
//     (tab-row-with-blanks-that-adds-up, tab-rows-one-value-short);
//   - in a true grid, its figures stand below those of full rows.
type drawing struct {
	kinds []kind
	alike func(*tabular.Row) bool // whether a row is drawn as nearly all are
	sure  bool                    // their cells cannot be as many if blank ones were dropped
	kept  bool                    // blank cells are told to be kept by those between figures
	full  ruler                   // where the figures of most full rows of a true grid stand
}

// A spread is the shape of a row: the index of its last label, and how many
// cells follow it.
type spread struct{ last, cells int }

// A kind is the rows of one shape.
type kind struct {
	spread
	first, to int // between them the seven cells begin that hold all figures, counted from the first cell
	at        int // where they begin, -1 if it is not told
	exact     int // rows whose figures reach over seven cells
	data      int // rows with figures
	alike     bool
}

// fewRows is the number of rows that must be alike for their number of cells to
// be believed.
const fewRows = 5

// draw learns from all rows, of which there is one. A kind begins where only one
// place holds all its figures, or its totals end it and a sum or the side of the
// spare cells says the same; where blank cells were surely kept, on that side. The
// head tells it, or else where all kinds have them.
func (t *Reader) draw(rows []*tabular.Row) *drawing {
	n := len(form.Columns)
	d, full := &drawing{full: noColumns}, map[ruler]int{}
	for _, r := range rows {
		if r.Aligned && len(r.Fill) == n {
			var at ruler
			for j, k := range r.Fill {
				at[j] = r.Items[k].Col
			}
			full[at]++
			if m := full[at] - full[d.full]; m > 0 || m == 0 && at[0] < d.full[0] {
				d.full = at
			}
		}
		k := d.of(r)
		if k == nil {
			d.kinds = append(d.kinds, kind{spread: spread{r.Last, len(r.Vals)}, to: len(r.Vals) - n, at: -1})
			k = &d.kinds[len(d.kinds)-1]
		}
		if m := len(r.Fill); m > 0 {
			k.data++
			k.first = max(k.first, r.Fill[m-1]-r.Last-n)
			k.to = min(k.to, r.Fill[0]-r.Last-1)
			k.exact += tabular.One(r.Fill[m-1]-r.Fill[0] == n-1)
		}
	}
	d.drawnAlike(rows)
	front, behind := t.headSpans()
	if front == behind {
		front, behind = true, true
		for i := range d.kinds {
			k := &d.kinds[i]
			front = front && (!k.alike || k.to == k.cells-n)
			behind = behind && (!k.alike || k.first == 0)
		}
	}
	for i := range d.kinds {
		k, side := &d.kinds[i], -1
		switch {
		case front == behind:
		case front:
			side = k.cells - n
		default:
			side = 0
		}
		switch {
		case k.first > k.to:
		case k.first == k.to:
			k.at = k.first
		case !k.alike:
		case d.ends(rows, k, side == k.first):
			k.at = k.first
		case d.sure && side >= k.first && side <= k.to:
			k.at = side
		}
	}
	kept, totals, data := 0, 0, 0
	for _, r := range rows {
		if cells := d.drawn(r); cells != nil && r.IsData() && d.alike(r) {
			data++
			totals += tabular.One(r.Items[cells[n-1]].Filled())
			kept += tabular.One(tabular.BlankBetween(r, cells))
		}
	}
	d.kept = kept >= 3 && totals*2 >= data
	return d
}

// of is the kind of a row, nil if there is none yet.
func (d *drawing) of(r *tabular.Row) *kind {
	i := slices.IndexFunc(d.kinds, func(k kind) bool { return k.spread == spread{r.Last, len(r.Vals)} })
	if i < 0 {
		return nil
	}
	return &d.kinds[i]
}

// drawn are the seven cells of a row as its kind has them, nil if they are not told.
func (d *drawing) drawn(r *tabular.Row) []int {
	k := d.of(r)
	if k == nil || k.at < 0 {
		return nil
	}
	return r.Vals[k.at : k.at+len(form.Columns)]
}

// drawnAlike finds in what most rows are alike, and marks their kinds.
func (d *drawing) drawnAlike(rows []*tabular.Row) {
	n := len(form.Columns)
	common, ofThem := commonWidth(rows)
	wide := func(r *tabular.Row) bool { return len(r.Items) == common }
	d.alike = func(*tabular.Row) bool { return false }
	best := 0
	for i, alike := range [...]func(*tabular.Row) bool{
		func(r *tabular.Row) bool { return len(r.Vals) == n },
		func(r *tabular.Row) bool { return len(r.Vals) == n+2-depth(r.Key) },
		wide,
	} {
		sure := i < 2 && (rows[0].Aligned || ofThem*10 < len(rows)*9)
		holds := func(r *tabular.Row) bool { // a row of another width has lost a cell, or has one too many
			return (!r.Aligned || i == 0 && r.Units == nil) && !r.Flat && r.Last >= 0 && len(r.Vals) >= n && r.Items[r.Vals[0]].From == 0 && alike(r)
		}
		if m := count(rows, holds); m > best {
			best, d.sure = m, sure
			d.alike = func(r *tabular.Row) bool { return holds(r) && (sure || wide(r)) }
		}
	}
	if m := count(rows, d.alike); m < fewRows || m*10 < len(rows)*9 {
		d.alike, d.sure = func(*tabular.Row) bool { return false }, false
	}
	for _, r := range rows {
		if d.alike(r) {
			d.of(r).alike = true
		}
	}
}

// ends reports whether most rows of a kind end in the last of the seven cells that
// begin at its first place, if that is told to be the one, or the total of some row
// is then the sum of others.
func (d *drawing) ends(rows []*tabular.Row, k *kind, told bool) bool {
	end := 0
	for _, r := range rows {
		if !r.IsData() || !d.alike(r) || d.of(r) != k {
			continue
		}
		if total := &r.Items[r.Vals[k.first+len(form.Columns)-1]]; total.Filled() {
			end++
			told = told || !total.V.Num.IsZero() && r.Adds()
		}
	}
	return told && end*2 > k.data
}

// place gives a row its cells by what all rows teach, nil if they do not tell. They
// are weak if they are not to be believed where another row with as many labels is
// not told.
func (d *drawing) place(r *tabular.Row) (cells []int, weak bool) {
	n := len(form.Columns)
	cells = d.drawn(r)
	switch m := len(r.Fill); {
	case cells != nil && d.alike(r) && (d.sure || m == 0 || r.Items[cells[n-1]].Filled() || d.kept && (tabular.BlankBetween(r, cells) || !r.Adds())):
		return cells, false
	case m == n && (r.Aligned || r.Fill[n-1]-r.Fill[0] == n-1):
		return r.Fill, false
	case m == 0 && len(r.Vals) >= n || r.Set && len(r.Vals) == n:
		return r.Vals[:n], false
	case m == 0 || m >= n:
	case r.Aligned && r.Whole && len(r.Vals) == n:
		return r.Vals, false
	case r.Aligned && r.Whole:
		if cells, m := under(r, d.full); m == n {
			return cells, false
		}
	case !r.Aligned && cells != nil && d.of(r).exact > 0 && !d.loose(r) && credible(r, cells):
		return cells, true
	}
	return nil, false
}

// loose reports whether a row whose first value stands further right than its
// kind begins may have been moved: there is room behind the last column, and one
// row alone tells that it is not used.
func (d *drawing) loose(r *tabular.Row) bool {
	k := d.of(r)
	return r.Fill[0]-r.Last-1 > k.at && k.cells > k.at+len(form.Columns) && k.exact < 2
}

// credible reports whether the sum of a row holds with its blanks as zero. A
// blank total tells nothing.
func credible(r *tabular.Row, cells []int) bool {
	over, told := across(r, cells)
	return told && over == 0 && r.Items[cells[tabular.AcrossThree.Right[0]]].Filled()
}

// across is by how much the cells of a row are more than its total, those that it
// lacks as zero, and reports whether all are told.
func across(r *tabular.Row, cells []int) (over int64, told bool) {
	told = true
	over = tabular.AcrossThree.Over(func(j int) int64 {
		if cells[j] < 0 {
			return 0
		}
		v := &r.Items[cells[j]].V
		n, ok := tabular.Whole(v.State, v.Num)
		told = told && ok
		return n
	})
	return over, told
}

// commonWidth is how many items most rows have, the fewest of two that are even,
// and how many rows have as many.
func commonWidth(rows []*tabular.Row) (width, n int) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, len(r.Items))
	}
	have := make([]int, widest+1)
	for _, r := range rows {
		have[len(r.Items)]++
	}
	for w, k := range have {
		if k > n {
			width, n = w, k
		}
	}
	return width, n
}

func count(rows []*tabular.Row, holds func(*tabular.Row) bool) int {
	n := 0
	for _, r := range rows {
		n += tabular.One(holds(r))
	}
	return n
}

// headSpans tells by the head on which side of a cell its spare ones stand:
// 法人或其他组织, which spans five columns, stands four cells before 总计, or
// directly before it and the spare cells at the end of the row
// (TestOnlyTotalsBelowTheirHead).
func (t *Reader) headSpans() (front, behind bool) {
	for i := range t.Rows {
		r := &t.Rows[i]
		for k := range r.Items {
			if it := &r.Items[k]; it.Val || !strings.Contains(it.Text, "法") || !strings.Contains(form.Norm(it.Text), "法人") {
				continue
			}
			j := k + 1
			for j < len(r.Items) && r.Items[j].Val && !r.Items[j].Filled() {
				j++
			}
			if j < len(r.Items) && r.Items[j].Label().Column == "total" {
				front = front || j == k+5
				behind = behind || j == k+1 && j+1 < len(r.Items) && r.Items[j+1].Val && !r.Items[j+1].Filled()
			}
		}
		if r.IsData() {
			break
		}
	}
	return front, behind
}

// depth is how many labels a row of table three stands below.
func depth(key string) int {
	switch key {
	case "requests.received", "requests.carried_in", "requests.carried_out":
		return 0
	case "requests.granted", "requests.partial", "requests.other_outcome", "requests.outcomes_total":
		return 1
	}
	return strings.Count(key, ".")
}
