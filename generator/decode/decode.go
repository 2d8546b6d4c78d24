// Package decode turns a file's blocks into the model of one report. A
// grid.Doc comes in, whatever it was read from; a report.Report goes out with
// every cell of the statutory form, its state and its place. It fails closed:
// a value is plain only where the table's own structure says which cell it is;
// where that had to be inferred it is marked recovered, where two readings fit
// it is garbled with both. Sums choose between readings; they never change a
// number. Judging what an agency wrote is not its job.
//
// What the file does not show is read only where the form lacks it (unveil.go).
//
// It orders the rooms below it, which hand on what they found in a unit.Reader:
//
//	unit      the file as lines and rows
//	head      the headings of the six parts
//	table     tables two to four, which find looks for among the rows, tabular cuts
//	          into rows of labels and values, and flat gathers from the lines of text
//	          whose cells are gone; two, three and four give the values to the form, and beside
//	          tells what rows say of the rows beside them
//	identity  title, body, days and year
//	prose     sections, items of the overview, whose figures they are
//
// What one cell says is read in value, a day or a year in date, digits and numerals in
// char.
package decode

import (
	"errors"

	"ogi/generator/decode/head"
	"ogi/generator/decode/identity"
	"ogi/generator/decode/prose"
	"ogi/generator/decode/table"
	"ogi/generator/decode/unit"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read"
	"ogi/generator/report"
	"ogi/generator/source"
)

// File reads a whole report file. The report is nil only when the file could
// not be used; then a diagnostic of level Error says why.
func File(path string, b []byte) (*report.Report, []diag.Diagnostic) {
	d, f, err := read.File(path, b)
	if err != nil {
		out := diag.Diagnostic{Level: diag.Error, File: path, Code: "unreadable-file", Message: err.Error()}
		var e *source.Error
		if errors.As(err, &e) {
			out.Pos, out.Message, out.Remedy = e.Pos, e.Message, e.Remedy
			if e.Sound {
				out.Code = diag.NoProgram
			}
		}
		return nil, []diag.Diagnostic{out}
	}
	r := Doc(f, d)
	return r, diagnose(r)
}

// Doc reads the blocks of a file. It is the same for all kinds of file.
func Doc(f *source.File, d *grid.Doc) *report.Report {
	if hasVeils(d) {
		return unveil(f, d)
	}
	c := readDoc(f, d, unit.Sight{})
	c.Report.Unopened = partsHidden(d) && c.lacking() != 0
	return c.Report
}

// A reader reads one report.
type reader struct{ *unit.Reader }

// readDoc reads what is in sight.
func readDoc(f *source.File, d *grid.Doc, s unit.Sight) *reader {
	c := &reader{unit.New(f, d, s, &report.Report{
		File: f.Path, Form: form.F2021, Layout: d.Layout, Encoding: f.Encoding, Fidelity: report.Original,
	})}
	switch f.Kind {
	case source.Text, source.Markdown, source.CSV:
		c.Report.Fidelity = report.Converted
	}
	c.Report.Readings = append(c.Report.Readings, d.Notes...)
	for _, h := range d.Hidden {
		c.Report.Hidden = append(c.Report.Hidden, report.Hidden(h))
	}
	c.YearAnywhere = c.TitleYear()
	head.Find(c.Reader)
	table.Read(c.Reader)
	identity.Read(c.Reader)
	prose.Read(c.Reader)
	c.cover()
	c.view()
	return c
}

// diagnose tells the keepers of the archive what was doubted.
func diagnose(r *report.Report) []diag.Diagnostic {
	n := 0
	for i := range r.Tables {
		n += len(r.Tables[i].Problems)
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; c.Recovered || c.State == report.Garbled {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]diag.Diagnostic, 0, n)
	note := func(pos place.Pos, code, message string) {
		out = append(out, diag.Diagnostic{Level: diag.Note, File: r.File, Pos: pos, Code: code, Message: message})
	}
	for i := range r.Tables {
		for _, p := range r.Tables[i].Problems {
			note(p.Pos, "table-shape", p.Text)
		}
	}
	var last *report.Why // of a row, which its cells share
	said := ""
	for i, c := range r.Cells {
		code := "recovered-cell"
		switch {
		case c.Recovered:
		case c.State == report.Garbled:
			code = "garbled-cell"
		default:
			continue
		}
		if c.Why != last {
			last, said = c.Why, c.Why.String()
		}
		note(c.Pos, code, r.Form.Defs[i].Label+"："+said)
	}
	return out
}
