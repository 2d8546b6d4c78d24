package page

import (
	"strings"
	"testing"

	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/stat"
)

// A share of nothing is no gap in our reading: it is a dash, and only what
// could not be read is a question mark.
func TestShareOfNothingIsADash(t *testing.T) {
	r := written(nil)
	for i := range r.Cells {
		r.Cells[i] = number(0)
	}
	v := viewOf(r, &check.Judgement{})
	ind := stat.ByKey("disclosed-share")
	if got := v.figure(stat.Of(ind, v.entry)); got.Is != Dash || got.Text != "–" || !strings.Contains(got.Title, "分母为零") {
		t.Errorf("nothing to divide by: %+v", got)
	}
	r.Cells[r.Form.Index("requests.outcomes_total.total")] = report.Cell{}
	if got := v.figure(stat.Of(ind, v.entry)); got.Is != Unknown {
		t.Errorf("a total that was not read: %+v", got)
	}
}

func TestAWithdrawnYearIsNoUnknownFigure(t *testing.T) {
	v := viewOf(written(nil), nil)
	v.entry.Agency.Reports[0].Report = nil
	v.entry.Agency.Reports[0].Meta.Withdrawn = "重复"
	row, _ := v.seriesRow(&Base{}, stat.ByKey("received"), v.entry.Agency)
	if c := row.Cells[0]; c.Is != NotHeld || c.Text != "" || !strings.Contains(c.Title, "已撤下") {
		t.Errorf("%+v", c)
	}
	v.entry.Agency.Reports[0].Meta.Withdrawn = "" // held, and no program reads it
	row, _ = v.seriesRow(&Base{}, stat.ByKey("received"), v.entry.Agency)
	if c := row.Cells[0]; c.Is != NotHeld || !strings.Contains(c.Title, "未能读取") || c.Href == "" {
		t.Errorf("%+v", c)
	}
}

func TestSparkOfZerosIsLeftOut(t *testing.T) {
	zero, one := 0.0, 1.0
	if spark([]*float64{&zero, &zero}) != nil {
		t.Error("a flat line of zeros says nothing")
	}
	if s := spark([]*float64{&zero, &one}); s == nil || s.Points != "M4 20h0M96 4h0" {
		t.Errorf("%+v", s)
	}
}
