// Package sample reads archive entries written as short text, for tests. Each
// row of the form is one line: its key and its values in printed order.
//
//	# huaian-gov 2024 area
//	requests.received  3001 53 0 0 61 4 3119
//	remedies.direct_suit  4 0 2 1 7
//	proactive.rules  1 0 11
//	proactive.charges.amount  96171.6万元
//
// "_" is a blank, "?" garbled, "/" or "-" a dash, "." a missing cell, "~5" a
// recovered value; a number may carry a unit. Rows not given are missing; "*
// 0" fills all cells not given with zero. The head names slug, year, then any
// of own, area; 2019, one-row; a kind, a level, function=…, region=…,
// published=…, signed=….
package sample

import (
	"fmt"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/form"
	"ogi/generator/report"
)

// Entries reads all entries of a text; those of one slug share an agency.
func Entries(text string) ([]*archive.Entry, error) {
	var es []*archive.Entry
	agencies := map[string]*archive.Agency{}
	var filler string
	given := map[int]bool{} // cells of the last entry
	finish := func() error {
		if len(es) == 0 || filler == "" {
			return nil
		}
		r := es[len(es)-1].Report
		c, err := cell(filler)
		for i := range r.Cells {
			if !given[i] {
				r.Cells[i] = c
			}
		}
		return err
	}
	for n, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		var err error
		switch {
		case f[0] == "#":
			if err = finish(); err == nil {
				filler = ""
				clear(given)
				var e *archive.Entry
				e, err = head(f[1:], agencies)
				es = append(es, e)
			}
		case len(es) == 0:
			err = fmt.Errorf("a row before the first head")
		case f[0] == "*":
			filler = f[1]
		default:
			err = row(es[len(es)-1].Report, f[0], f[1:], given)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return es, finish()
}

func head(f []string, agencies map[string]*archive.Agency) (*archive.Entry, error) {
	e := &archive.Entry{Report: &report.Report{Form: form.F2021}}
	a := agencies[f[0]]
	if a == nil {
		a = &archive.Agency{Slug: f[0], Name: f[0], Kind: archive.Department, Level: archive.County, Region: "110101"}
		agencies[f[0]] = a
	}
	e.Agency = a
	if _, err := fmt.Sscan(f[1], &e.Year); err != nil {
		return nil, err
	}
	for _, w := range f[2:] {
		key, value, _ := strings.Cut(w, "=")
		switch key {
		case "own", "area":
			e.Meta.Scope = w
		case "2019":
			e.Report.Form = form.F2019
		case "one-row":
			e.Report.Form = form.F2021OneRow
		case "name":
			a.Name = value
		case "function":
			a.Function = value
		case "region":
			a.Region = value
		case "published":
			e.Meta.Published = value
		case "signed":
			d := &e.Report.Signed
			if _, err := fmt.Sscanf(value, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day); err != nil {
				return nil, err
			}
		case "government", "department", "township":
			a.Kind = archive.Kind(w)
		case "province", "prefecture", "county":
			a.Level = archive.Level(w)
		default:
			return nil, fmt.Errorf("unknown word %q", w)
		}
	}
	e.Report.Cells = make([]report.Cell, len(e.Report.Form.Defs))
	a.Reports = append(a.Reports, e)
	return e, nil
}

func row(r *report.Report, key string, values []string, given map[int]bool) error {
	at := r.Form.Index(key)
	if at < 0 {
		for i, d := range r.Form.Defs {
			if d.Row == key {
				at = i
				break
			}
		}
	}
	if at < 0 || at+len(values) > len(r.Cells) {
		return fmt.Errorf("form %s has no row %q of %d cells", r.Form.Version, key, len(values))
	}
	for i, v := range values {
		c, err := cell(v)
		if err != nil {
			return err
		}
		r.Cells[at+i], given[at+i] = c, true
	}
	return nil
}

func cell(v string) (report.Cell, error) {
	switch v {
	case ".":
		return report.Cell{}, nil
	case "_":
		return report.Cell{State: report.Blank}, nil
	case "?":
		return report.Cell{State: report.Garbled, Raw: v}, nil
	case "/", "-", "—":
		return report.Cell{State: report.Dash, Raw: v}, nil
	}
	c := report.Cell{State: report.Number, Raw: v}
	if v[0] == '~' {
		c.Recovered, v = true, v[1:]
	}
	for _, u := range []string{"万元", "亿元", "元"} {
		if s, ok := strings.CutSuffix(v, u); ok {
			v, c.Unit = s, report.UnitOf(u)
			break
		}
	}
	d, err := report.ParseDecimal(v)
	if err != nil {
		return c, fmt.Errorf("%q: %w", v, err)
	}
	c.Value = d
	return c, nil
}

// Agencies are the agencies of entries, each once, in order of appearance.
func Agencies(es []*archive.Entry) []*archive.Agency {
	var as []*archive.Agency
	seen := map[*archive.Agency]bool{}
	for _, e := range es {
		if !seen[e.Agency] {
			seen[e.Agency] = true
			as = append(as, e.Agency)
		}
	}
	return as
}
