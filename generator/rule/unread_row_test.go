package rule_test

import (
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// A row of a workbook that was not understood, here of table four with two words
// among its figures, is there: its cells are not told as missing.
func TestAnUnreadRowOfAWorkbookIsNotMissing(t *testing.T) {
	for seed := range uint64(8) {
		s := specimen.Random(seed, specimen.Options{Distinct: true, Max: 3000})
		s.Print("remedies.reconsideration.pending", "不予公开")
		s.Print("remedies.suit_after_reconsideration.other", "数据待核")
		r, ds := decode.File("2023.xlsx", s.MustWrite(specimen.XLSX))
		if r == nil {
			t.Fatal(ds)
		}
		g := &archive.Agency{Slug: "a", Name: s.Agency, Kind: archive.Department, Level: archive.County}
		e := &archive.Entry{Agency: g, Year: s.Year, Path: r.File, Report: r}
		g.Reports = []*archive.Entry{e}
		for _, f := range check.One(g, e, nil, rule.All, false).Findings {
			if f.Rule.ID == "table-shape" && f.Status == check.Fail {
				t.Errorf("seed %d: %s", seed, f.Message.ZH)
			}
		}
	}
}
