package specimen

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A Filling is one way in which an agency fills the form in. Blank says that
// it leaves cells blank.
type Filling struct {
	Name  string
	Blank bool
	Do    func(*Specimen, *rand.Rand)
}

// Fillings are all of them.
var Fillings = []Filling{
	{"whole", false, func(*Specimen, *rand.Rand) {}},
	{"only-total", true, keep("total")},
	{"first-and-total", true, keep("natural_person", "total")},
	{"two-and-total", true, keep("natural_person", "enterprise", "total")},
	{"first-only", true, keep("natural_person")},
	{"one-inner-and-total", true, keep("research", "total")},
	{"total-blank", true, func(s *Specimen, r *rand.Rand) {
		s.blank(func(d form.Def) bool { return d.Column == "total" && r.IntN(4) == 0 })
	}},
	{"some-blank", true, func(s *Specimen, r *rand.Rand) { s.blank(func(form.Def) bool { return r.IntN(5) < 2 }) }},
	{"few-blank", true, func(s *Specimen, r *rand.Rand) { s.blank(func(form.Def) bool { return r.IntN(20) == 0 }) }},
	{"rows-blank", true, func(s *Specimen, r *rand.Rand) {
		rows := map[string]bool{}
		for _, row := range s.Form.Rows(form.Three) {
			rows[row] = r.IntN(3) == 0
		}
		s.blank(func(d form.Def) bool { return rows[d.Row] })
	}},
	{"all-blank", true, func(s *Specimen, _ *rand.Rand) { s.blank(func(form.Def) bool { return true }) }},
	{"zero-dash", false, func(s *Specimen, r *rand.Rand) {
		for _, d := range s.Form.Defs {
			if r.IntN(3) == 0 {
				s.States[d.Key] = report.Dash
				s.Print(d.Key, "—")
			}
		}
	}},
	{"unit-behind", false, write("%s件")},
	{"unit-apart", false, write("%s 件")},
	{"unit-in-all", false, write("共%s件")},
	{"unit-counted", false, write("计%s件")},
	{"unit-named", false, write("件数：%s")},
	{"wide-digits", false, func(s *Specimen, _ *rand.Rand) {
		wide := strings.NewReplacer(strings.Fields("0 ０ 1 １ 2 ２ 3 ３ 4 ４ 5 ５ 6 ６ 7 ７ 8 ８ 9 ９")...)
		for _, d := range s.Form.Defs {
			s.Print(d.Key, wide.Replace(s.Text(d.Key)))
		}
	}},
	{"thousands", false, func(s *Specimen, _ *rand.Rand) {
		for _, d := range s.Form.Defs {
			if t := s.Text(d.Key); len(t) > 3 && !d.Amount {
				s.Print(d.Key, t[:len(t)-3]+","+t[len(t)-3:])
			}
		}
	}},
	{"fault", false, func(s *Specimen, r *rand.Rand) {
		for range 3 {
			d := s.Form.Defs[r.IntN(len(s.Form.Defs))]
			if !d.Amount {
				s.Cells[d.Key] = report.Int(s.Int(d.Key) + 2)
				s.Print(d.Key, s.Text(d.Key))
			}
		}
	}},
	{"row-gone", false, func(s *Specimen, r *rand.Rand) {
		rows := s.Form.Rows(form.Three)
		s.DropRow(rows[3+r.IntN(len(rows)-5)])
	}},
}

// keep leaves of table three only those columns filled in.
func keep(columns ...string) func(*Specimen, *rand.Rand) {
	return func(s *Specimen, _ *rand.Rand) {
		s.blank(func(d form.Def) bool { return d.Table == form.Three && !slices.Contains(columns, d.Column) })
	}
}

// blank empties the cells for which which holds.
func (s *Specimen) blank(which func(form.Def) bool) {
	for _, d := range s.Form.Defs {
		if which(d) {
			s.States[d.Key] = report.Blank
			s.Print(d.Key, "")
		}
	}
}

// write prints each count of table three and four in another shape.
func write(shape string) func(*Specimen, *rand.Rand) {
	return func(s *Specimen, _ *rand.Rand) {
		for _, d := range s.Form.Defs {
			if d.Table != form.Two {
				s.Print(d.Key, fmt.Sprintf(shape, s.Text(d.Key)))
			}
		}
	}
}

// Fill fills the form in that way.
func (s *Specimen) Fill(f Filling) { f.Do(s, rand.New(rand.NewPCG(s.seed, 0xf111))) }
