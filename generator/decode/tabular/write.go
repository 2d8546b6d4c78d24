package tabular

import (
	"fmt"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// Keys are the cells of the form in a row.
func (t *Table) Keys(r *Row) (keys []form.Key) {
	for i := range t.Report.Form.Defs {
		if d := &t.Report.Form.Defs[i]; d.Row == r.Key {
			keys = append(keys, d.Key)
		}
	}
	return keys
}

// SetAll gives a row its cells, one for each key or -1.
func (t *Table) SetAll(r *Row, keys []form.Key, cells []int) {
	for j, key := range keys {
		if cells[j] >= 0 {
			t.Set(key, r, cells[j], nil)
		}
	}
}

// DoubtAll writes the cells of a row of which none can be told.
func (t *Table) DoubtAll(r *Row, keys []form.Key, why *report.Why) {
	for _, key := range keys {
		t.Doubt(key, r, why)
	}
}

// Miscount tells that a row has too few values or too many.
func (t *Table) Miscount(r *Row, n int) {
	switch k := len(r.Fill); {
	case k < n:
		t.Problem(t.At(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，缺少 %d 个", t.Name(r), k, n, n-k))
	case k > n:
		t.Problem(t.At(r), fmt.Sprintf("“%s”一行有 %d 个数，应为 %d 个，多出 %d 个", t.Name(r), k, n, k-n))
	}
}

// Write gives the values of a row to its cells as far as the mappings agree.
// Zeros tells that a lost value can only have been a zero.
func (t *Table) Write(r *Row, keys []string, fit []Mapping, zeros bool, why *report.Why) {
	same := func(a, b int) bool {
		x := &r.Items[r.Seq[a]].V
		return x.State != report.Garbled && x.Same(&r.Items[r.Seq[b]].V)
	}
	// Of cells in one line each, or in running text, a blank one leaves no trace: a
	// zero beside the gap may be in its place as well (zero-beside-a-blank-cell).
	zeros = zeros && !r.Flat && r.Units == nil
	zero := func(a int) bool {
		x := &r.Items[r.Seq[a]].V
		return zeros && (x.State == report.Number && x.Num.IsZero() || x.State == report.Dash || x.State == report.Blank)
	}
	for j, v := range weigh(fit, len(keys), same, zero) {
		switch {
		case v.value >= 0 && r.Items[r.Seq[v.value]].V.State == report.Blank:
			t.Doubt(keys[j], r, report.MaybeBlank.Why())
		case v.value >= 0:
			t.Set(keys[j], r, r.Seq[v.value], why)
		case len(v.both) > 0:
			both := make([]int, len(v.both))
			for i, b := range v.both {
				both[i] = -1
				if b >= 0 {
					both[i] = r.Seq[b]
				}
			}
			t.Doubt(keys[j], r, either(r, both))
		}
	}
}

// Name is the row's printed label for messages.
func (t *Table) Name(r *Row) string {
	if r.Key == "" {
		return "无标签"
	}
	if t.Of == form.Three {
		return t.Report.Form.RowLabel(r.Key)
	}
	for _, d := range t.Report.Form.Defs {
		if d.Row == r.Key {
			label, _, _ := strings.Cut(d.Label, " ")
			return label
		}
	}
	return r.Key
}
