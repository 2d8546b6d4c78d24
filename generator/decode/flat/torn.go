package flat

import (
	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/report"
)

// tornAndBlank reports whether a run of figures, rows with a sum across, may be as many as it should only because one figure was torn in two and
// one cell is blank: some row does not add up, and all would with two
// neighbours put together and a blank elsewhere.
func tornAndBlank(fs []figure, row *form.Sum) bool {
	v, ok := wholes(fs)
	if !ok || tabular.AddsUp(v, row) {
		return false
	}
	out := make([]int64, 0, len(v))
	for torn := range len(v) - 1 {
		joined, ok := join2(fs[torn], fs[torn+1])
		if !ok {
			continue
		}
		for blank := range len(v) {
			out = out[:0]
			for i := 0; i < len(v); i++ {
				if len(out) == blank {
					out = append(out, 0)
				}
				if i == torn {
					out = append(out, joined)
					i++
					continue
				}
				out = append(out, v[i])
			}
			if len(out) < len(v) {
				out = append(out, 0)
			}
			if tabular.AddsUp(out, row) {
				return true
			}
		}
	}
	return false
}

// wholes are the numbers that figures are for a sum, if all are such.
func wholes(fs []figure) (v []int64, ok bool) {
	v = make([]int64, len(fs))
	for i := range fs {
		if v[i], ok = tabular.Whole(fs[i].tok.V.State, fs[i].tok.V.Num); !ok {
			return nil, false
		}
	}
	return v, true
}

// join2 puts the digits of two figures together.
func join2(a, b figure) (int64, bool) {
	if a.tok.V.State != report.Number || b.tok.V.State != report.Number || a.tok.V.Num.IsZero() {
		return 0, false
	}
	d, err := report.ParseDecimal(a.tok.Text + b.tok.Text)
	if err != nil || !d.IsInt() {
		return 0, false
	}
	return d.Int64(), true
}
