package check_test

import (
	"slices"
	"testing"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// sums are the checks of table three: columns across, and the balance.
func sums(p *check.Run) {
	for _, row := range p.Report.Form.Rows(form.Three) {
		var left []form.Key
		for _, c := range form.Columns[:6] {
			left = append(left, row+"."+c)
		}
		p.Equal(check.Equation{Name: tongue.ZH(row), Left: left, Right: []form.Key{row + ".total"}})
	}
	for _, c := range form.Columns {
		p.Equal(check.Equation{
			Name: tongue.ZH(c), Left: []form.Key{"requests.received." + c, "requests.carried_in." + c},
			Right: []form.Key{"requests.outcomes_total." + c, "requests.carried_out." + c},
		})
	}
}

// What keeps checks from being made is told once, by the cells that do.
func TestOneCauseOneSentence(t *testing.T) {
	rule := &check.Rule{ID: "sums", Family: check.CrossFooting, Grade: check.Printed, Check: sums}
	gone := func(keep func(row, column string, i int) bool, c report.Cell) func(*report.Report) {
		return func(r *report.Report) {
			for i, d := range r.Form.Defs {
				if d.Table == form.Three && !keep(d.Row, d.Column, slices.Index(r.Form.Rows(form.Three), d.Row)) {
					r.Cells[i] = c
				}
			}
		}
	}
	odd := number(1)
	odd.Recovered = true
	for _, c := range []struct {
		name   string
		change func(*report.Report)
		want   string
	}{
		{"two columns", gone(func(_, c string, _ int) bool { return c != "other" && c != "total" }, report.Cell{}), "表三右边两列没有读到，27个等式无从核对"},
		{"one column", gone(func(_, c string, _ int) bool { return c != "total" }, report.Cell{}), "表三第七列没有读到，26个等式无从核对"},
		{"the table", gone(func(string, string, int) bool { return false }, report.Cell{}), "表三没有读到，32个等式无从核对"},
		{"a row", gone(func(_, _ string, i int) bool { return i != 4 }, report.Cell{State: report.Garbled, Raw: "若干"}), "表三第5行读不成数，1个等式无从核对"},
		{"most of two columns", gone(func(_, c string, i int) bool { return c != "other" && c != "total" || i < 3 }, report.Cell{}), "表三右边两列有44格没有读到，24个等式无从核对"},
		{"scattered", gone(func(_, c string, i int) bool { return i%5 != 0 || c != form.Columns[i/5] }, report.Cell{}), "表三有5格没有读到，6个等式无从核对"},
		{"rows apart", gone(func(_, c string, i int) bool { return i != 4 && i != 7 || c == "total" }, report.Cell{}), "表三第5、8行有12格没有读到，2个等式无从核对"},
		{"rows", gone(func(_, _ string, i int) bool { return i < 4 || i > 6 }, report.Cell{}), "表三第5至7行没有读到，3个等式无从核对"},
		{"one cell", gone(func(row, c string, _ int) bool { return row != "requests.granted" || c != "other" }, report.Cell{}), "表三第3行“其他”一格没有读到，1个等式无从核对"},
		{"inferred", gone(func(row, c string, _ int) bool { return row != "requests.granted" || c != "other" }, odd), "表三第3行“其他”一格是推定值，等式不成立，1个等式无从核对"},
	} {
		e := entry()
		c.change(e.Report)
		gaps := judge(e, rule).Gaps(nil)
		if len(gaps) != 1 {
			t.Errorf("%s: %d gaps", c.name, len(gaps))
			continue
		}
		if got := gaps[0].Told().ZH; got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// Reasons that differ stand apart, one that several rules share once; guards
// speak about our reading and are not told here.
func TestGapsAreByReason(t *testing.T) {
	says := func(id string, guard bool, f check.Finding) *check.Rule {
		return &check.Rule{ID: id, Guard: guard, Grade: check.Printed, Check: func(p *check.Run) { p.Unknown(f) }}
	}
	lacks := check.Finding{Lacks: "2023年年报"}
	j := judge(entry(),
		says("a", false, lacks), says("b", false, check.Finding{Message: tongue.ZH("没有日期")}), says("c", false, lacks),
		says("d", true, lacks), says("e", false, check.Finding{Bar: check.Abridged}))
	var got []string
	for _, g := range j.Gaps(nil) {
		zh := g.Told().ZH
		got = append(got, zh)
	}
	want := []string{"未收录2023年年报，2项无从核对", "，1项无从核对", "本站收录的是节录本，正文经过缩写，1项无从核对"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What a converter may have lost is told by the cells that were not read, where
// there are such: that is the same reason as of the sums.
func TestALostCellIsOneReasonWithOrWithoutAConverter(t *testing.T) {
	e := entry()
	e.Meta.Fidelity = "converted"
	put(e, "requests.granted.total", report.Cell{})
	shape := &check.Rule{ID: "shape", Grade: check.Printed, OnConverted: check.Unknown, Check: func(p *check.Run) {
		p.Fail(check.Finding{Message: tongue.ZH("缺一格"), Operands: []check.Operand{p.Cell("requests.granted.total")}})
		p.Fail(check.Finding{Message: tongue.ZH("缺日期")})
	}}
	gaps := judge(e, &check.Rule{ID: "sums", Family: check.CrossFooting, Grade: check.Printed, Check: sums}, shape).Gaps(nil)
	var got []string
	for _, g := range gaps {
		zh := g.Told().ZH
		got = append(got, zh)
	}
	want := []string{"表三第3行“总计”一格没有读到，1个等式和另1项无从核对", "文件经过格式转换，所查的内容可能在转换中丢失，1项无从核对"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
