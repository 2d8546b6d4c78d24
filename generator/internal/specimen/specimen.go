// Package specimen makes annual reports for tests and for the invented archive that
// shows what a site is: random figures that obey the
// form's arithmetic, prose that tells the same figures, and the whole written
// in every dialect and file kind that ogi reads. The same seed and options
// always give the same bytes. No agency, place or sentence in it is real.
//
//	s := specimen.Random(7, specimen.Options{})
//	b, err := s.Write(specimen.HTML)      // a file
//	want := s.Cells["requests.received.total"]
//
// A specimen can be spoilt before it is written, to see whether the loss is
// noticed: DropColumn, DropRow, DropLabel, SwapRows and Print change what the
// tables print. Cells stays what the agency meant; Lost tells which keys are
// no longer printed under their own label.
package specimen

import (
	"fmt"
	"math/rand/v2"

	"ogi/generator/form"
	"ogi/generator/report"
)

// Options says what sort of report to make. The zero value is a department on
// the 2021 form with a few hundred requests, half of the inner cells zero.
type Options struct {
	Form     *form.Form // default form.F2021; F2021OneRow and F2019 work too
	Max      int64      // largest inner figure of table three, default 40
	Zero     float64    // share of inner cells that are zero, default 0.5; negative is none
	AllZero  bool       // every figure is zero
	Distinct bool       // no two cells alike and none zero: a shifted value shows
	// BlankZero prints zero as an empty cell, DashZero as "—"; States tells.
	BlankZero, DashZero bool

	Agency   string    // default invented
	Kind     string    // "government", "department", "township", …; default "department"
	Year     int       // report year, default 2024
	Previous *Specimen // last year's report: its carried-out row becomes ours carried in
}

// A Section is a top-level section: heading with its number, prose before the
// table (section two to four) or alone.
type Section struct {
	Heading string
	Paras   []string
	Before  []Extra // stands before the table, behind the prose
	After   []Extra
	Pane    string // HTML around the section, "…" for itself
}

// An Extra is one more block than the form has: a table, a line, a heading.
type Extra struct {
	Level int // of a heading, 0 for a paragraph
	Text  string
	Table *Table
	Like  form.Table // laid out on pages as this one
	Veil  *Way       // the whole of it has this look
}

// A Specimen is one report. Prose may be changed freely before Write.
type Specimen struct {
	Form     *form.Form
	Agency   string
	Year     int
	Title    string
	Preamble []string
	Sections [6]Section
	SignedBy string
	Signed   string // "2025年1月17日"

	Cells  map[form.Key]report.Decimal // what the agency means, every key of Form
	States map[form.Key]report.State   // only cells that are not printed as a number
	Lost   map[form.Key]bool           // not printed under its own label after a knob
	Tables [3]*Table                   // what is printed

	Front, Back     []Extra // before the title, behind the sign-off
	Level, SubLevel int     // how headings and sub-headings are marked up where not by default
	Head            string  // HTML in the head of a page
	HiddenSheet     *Table  // on a sheet of its own

	seed uint64
}

// Random makes the report of that seed.
func Random(seed uint64, o Options) *Specimen {
	if o.Form == nil {
		o.Form = form.F2021
	}
	if o.Year == 0 {
		o.Year = 2024
	}
	if o.Kind == "" {
		o.Kind = "department"
	}
	r := rand.New(rand.NewPCG(seed, 0x0917))
	s := &Specimen{
		Form: o.Form, Agency: o.Agency, Year: o.Year, seed: seed,
		States: map[form.Key]report.State{}, Lost: map[form.Key]bool{},
	}
	if s.Agency == "" {
		s.Agency = inventAgency(r, o.Kind)
	}
	s.Cells = figures(r, o)
	for _, d := range s.Form.Defs {
		if s.Cells[d.Key].IsZero() {
			switch {
			case o.BlankZero:
				s.States[d.Key] = report.Blank
			case o.DashZero:
				s.States[d.Key] = report.Dash
			}
		}
	}
	s.Tables = [3]*Table{s.tableTwo(), s.tableThree(), s.tableFour()}
	s.prose(r)
	return s
}

// Text is what the form prints in the cell key.
func (s *Specimen) Text(key form.Key) string {
	switch s.States[key] {
	case report.Blank:
		return ""
	case report.Dash:
		return "—"
	}
	t := s.Cells[key].String()
	if key == "proactive.procurement.amount" {
		t += "万元"
	}
	return t
}

// Int is the figure of a count.
func (s *Specimen) Int(key form.Key) int64 { return s.Cells[key].Int64() }

// Table is the printed table t.
func (s *Specimen) Table(t form.Table) *Table { return s.Tables[t-form.Two] }

func (s *Specimen) String() string {
	return fmt.Sprintf("specimen %d: %s %d", s.seed, s.Agency, s.Year)
}
