package beside

import (
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Strays doubts the rows about a line of figures that is no row: a figure that
// was too wide for its column goes on there, so that the rows beside it print
// pieces of their figures. Sums do not help, since the pieces may add up too
// (pdf-text-figures-torn-by-narrow-columns).
func (t Table) Strays(data []*tabular.Row) {
	for i, r := range data {
		if !r.Flat || !r.IsData() || r.Key != "" && (!r.Why.Is(report.ByNeighbours) || r.Adds() || len(r.Fill) == 1 && t.Of == form.Two) {
			continue
		}
		for _, o := range data[max(0, i-1):min(len(data), i+2)] {
			for _, k := range o.Fill {
				o.Items[k].V = value.Garbled(report.TornAbout)
			}
		}
	}
}
