package specimen

import (
	"math/rand/v2"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// figures draws every cell so that rows, columns and the balance of table
// three and the totals of table four hold.
func figures(r *rand.Rand, o Options) map[form.Key]report.Decimal {
	for range 200 {
		d := drawer{r: r, o: o, used: map[int64]bool{}}
		cells := d.draw()
		if !o.Distinct || distinct(cells) {
			return cells
		}
	}
	panic("internal error: no distinct figures found")
}

type drawer struct {
	r    *rand.Rand
	o    Options
	used map[int64]bool
}

func (d *drawer) draw() map[form.Key]report.Decimal {
	cells := map[form.Key]report.Decimal{}
	set := func(k form.Key, n int64) { cells[k] = report.Int(n) }
	at := func(k form.Key) int64 { return cells[k].Unscaled }

	for _, def := range d.o.Form.Defs {
		switch {
		case def.Table == form.Two && def.Amount:
			n := d.inner() * 97
			cells[def.Key] = report.Decimal{Unscaled: n, Scale: 2}
		case def.Table == form.Two:
			set(def.Key, d.inner())
		}
	}
	f := d.o.Form
	total := func(s form.Sum) {
		sum := int64(0)
		for _, k := range f.Keys(s.Left) {
			sum += at(k)
		}
		set(f.Defs[s.Right[0]].Key, sum)
	}
	for _, s := range f.Sums(form.Four, form.Across) {
		for _, k := range f.Keys(s.Left) {
			set(k, d.inner())
		}
		total(s)
	}
	for c, s := range f.Sums(form.Three, form.Downwards)[:6] {
		for _, k := range f.Keys(s.Left) {
			set(k, d.inner())
		}
		total(s)
		b := f.Sums(form.Three, form.Balance)[c]
		received, carriedIn, handled, carriedOut := f.Defs[b.Left[0]].Key, f.Defs[b.Left[1]].Key, f.Defs[b.Right[0]].Key, f.Defs[b.Right[1]].Key
		in, out := d.inner(), d.inner()
		if p := d.o.Previous; p != nil {
			in = p.Int(carriedOut)
		} else {
			in = min(in, at(handled)+out)
		}
		if short := in - at(handled) - out; short > 0 {
			granted := f.Defs[s.Left[0]].Key
			set(granted, at(granted)+short)
			total(s)
		}
		set(carriedIn, in)
		set(carriedOut, out)
		set(received, at(handled)+out-in)
	}
	for _, s := range f.Sums(form.Three, form.Across) {
		total(s)
	}
	return cells
}

// inner is one figure that is no sum.
func (d *drawer) inner() int64 {
	top, zero := d.o.Max, d.o.Zero
	if zero == 0 {
		zero = 0.5
	}
	switch {
	case d.o.AllZero:
		return 0
	case d.o.Distinct:
		if top == 0 {
			top = 60000
		}
		for {
			if n := 1 + d.r.Int64N(top); !d.used[n] {
				d.used[n] = true
				return n
			}
		}
	case d.r.Float64() < zero:
		return 0
	}
	if top == 0 {
		top = 40
	}
	return 1 + d.r.Int64N(top)
}

func distinct(cells map[form.Key]report.Decimal) bool {
	seen := map[string]bool{}
	for _, d := range cells {
		s := strings.TrimRight(d.String(), "0")
		if d.Scale == 0 {
			s = d.String()
		}
		if seen[s] || d.IsZero() {
			return false
		}
		seen[s] = true
	}
	return true
}
