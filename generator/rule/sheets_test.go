package rule_test

import (
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/check"
	"ogi/generator/place"
	"ogi/generator/rule"
)

// A workbook may keep the prose on one sheet and tables on others: that part two
// comes behind part six there is no fault of order.
func TestPartsOnSheetsOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		sheets [6]string
		want   check.Status
	}{
		{[6]string{"正文", "正文", "正文", "正文", "正文", "正文"}, check.Fail},
		{[6]string{"正文", "表二", "表三", "表四", "正文", "正文"}, check.Unknown},
	} {
		a := load(t, txtar.Parse([]byte("-- 2024.edit --\n-- 2024.toml --\nfidelity = \"original\"\n")))
		e := a.Agency("unit").Report(2024)
		s := e.Report.Sections
		s = append(s[:1:1], s[4], s[5], s[1], s[2], s[3])
		for i := range s {
			s[i].Pos = s[i].Pos.In(place.Place{Sheet: c.sheets[s[i].N-1]})
		}
		e.Report.Sections = s
		got := check.Pass
		for _, f := range check.One(e.Agency, e, nil, rule.All, false).Findings {
			if f.Rule.ID == "section-order" {
				got = f.Status
			}
		}
		if got != c.want {
			t.Errorf("%v: %v, want %v", c.sheets, got, c.want)
		}
	}
}
