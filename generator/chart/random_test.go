package chart

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/stat"
)

// Whatever cells a report has, a chart either draws valid options or says why
// not, its table is whole, and no share leaves 0–100.
func TestAnyCellsDrawOrSayWhy(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	forms := []*form.Form{form.F2021, form.F2021OneRow, form.F2019, form.Free}
	for range 400 {
		a := &archive.Agency{Slug: "a", Name: "甲", Kind: archive.Department, Level: archive.County, Region: "110101"}
		for y := range 1 + r.IntN(4) {
			if y > 0 && r.IntN(4) == 0 {
				continue
			}
			e := &archive.Entry{Agency: a, Year: 2018 + y*2, Report: &report.Report{Form: forms[r.IntN(len(forms))]}}
			if r.IntN(12) == 0 {
				e.Report = nil
				e.Meta.Withdrawn = "test"
			} else {
				e.Report.Cells = cells(r, e.Report.Form)
			}
			a.Reports = append(a.Reports, e)
		}
		charts := []*Chart{Outcomes(a, 5), Disputes(a), TableTwo(a), Distribution(2018, slices.Values(a.Reports), "disclosed-share", 5), Releases(2018, slices.Values(a.Reports))}
		for _, e := range a.Reports {
			charts = append(charts, Flow(e, 5), Grounds(e, 5), DisputesOf(e))
			for _, ind := range stat.Indicators {
				v := stat.Of(ind, e)
				if !v.Known && v.Note.ZH == "" {
					t.Errorf("%s: unknown without a reason", ind.Key)
				}
				if v.Known && ind.Unit == stat.Share && (v.Float() < 0 || v.Float() > 100) {
					t.Errorf("%s: %v", ind.Key, v.Float())
				}
			}
		}
		for _, c := range charts {
			if c.Pictured() != (c.Empty == Drawn) || c.Kind != "" && c.Options != nil {
				t.Errorf("%s: options %v but empty %q", c.ID, c.Options != nil, c.Empty)
			}
			if c.Options != nil && !json.Valid(c.Options) {
				t.Errorf("%s: invalid options", c.ID)
			}
			if c.Sentence.ZH == "" || c.Sentence.EN == "" {
				t.Errorf("%s: no sentence", c.ID)
			}
			for _, row := range c.Table.Rows {
				if len(row.Cells) != len(c.Table.Columns) {
					t.Errorf("%s: row %q has %d cells of %d", c.ID, row.Head.ZH, len(row.Cells), len(c.Table.Columns))
				}
			}
		}
	}
}

func cells(r *rand.Rand, f *form.Form) []report.Cell {
	cs := make([]report.Cell, len(f.Defs))
	odd := r.IntN(20)
	for i := range cs {
		cs[i] = report.Cell{State: report.Number, Value: report.Int(int64(r.IntN(30)))}
		switch k := r.IntN(400); {
		case k < odd:
			cs[i] = report.Cell{State: report.State(r.IntN(5)), Value: report.Decimal{Unscaled: r.Int64() - r.Int64(), Scale: uint8(r.IntN(10))}, Unit: []report.Unit{report.NoUnit, report.WanYuan, report.Yuan, report.YiYuan}[r.IntN(4)]}
		case k < odd*4 && odd%3 == 0:
			cs[i] = report.Cell{State: report.Blank}
		case odd%5 == 0:
			cs[i].Value = report.Int(0)
		}
	}
	return cs
}
