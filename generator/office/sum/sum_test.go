package sum_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/office/sum"
	"ogi/generator/report"
	"ogi/generator/rule"
)

// unit is a specimen as it is read back.
func unit(t *testing.T, s *specimen.Specimen, k specimen.Kind) sum.Unit {
	t.Helper()
	r, ds := decode.File("report"+k.Ext(), s.MustWrite(k))
	if r == nil {
		t.Fatal(ds)
	}
	g := &archive.Agency{Name: s.Agency, Kind: archive.KindOf(s.Agency)}
	e := &archive.Entry{Agency: g, Year: s.Year, Report: r}
	g.Reports = []*archive.Entry{e}
	return sum.Unit{Name: s.Agency, File: s.Agency + k.Ext(), Entry: e, Judgement: check.One(g, e, nil, rule.All, false)}
}

// three are reports of three units in three kinds, the last on the form with
// one row of other outcomes.
func three() []*specimen.Specimen {
	return []*specimen.Specimen{
		specimen.Random(1, specimen.Options{Agency: "青禾县司法局"}),
		specimen.Random(2, specimen.Options{Agency: "青禾县教育局"}),
		specimen.Random(3, specimen.Options{Agency: "青禾县水利局", Form: form.F2021OneRow}),
	}
}

func TestSumsAreExact(t *testing.T) {
	ss := three()
	s := sum.Of(2024, []sum.Unit{unit(t, ss[0], specimen.HTML), unit(t, ss[1], specimen.DOCX), unit(t, ss[2], specimen.Tab)}, nil)
	if len(s.Units) != 3 || s.Held() != len(s.Checks) || len(s.Checks) != 43 {
		t.Errorf("%s", s.Summary())
	}
	for _, c := range s.Cells {
		var want report.Decimal
		for _, sp := range ss {
			if v, ok := sp.Cells[c.Def.Key]; ok {
				want = want.Add(v)
			}
		}
		if c.Value.Cmp(want) != 0 {
			t.Errorf("%s: %s, want %s", c.Def.Key, c.Value, want)
		}
	}
	if got, want := s.OneRow["total"].Value, ss[2].Cells["requests.other_outcome.total"]; got.Cmp(want) != 0 {
		t.Errorf("one row: %s, want %s", got, want)
	}
	b, err := s.XLSX()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.GetSheetList(), " "); got != "表二 表三 表四 明细 存疑" {
		t.Errorf("sheets %s", got)
	}
	again, err := s.XLSX()
	if err != nil || !bytes.Equal(b, again) {
		t.Error("the same sum has other bytes")
	}
}

// said is the doubts of one unit.
func said(s *sum.Sum, unit string) string {
	var out []string
	for _, d := range s.Doubts {
		if d.Unit == unit {
			out = append(out, d.Table+d.Row+d.Column+" "+d.What+" "+d.Place)
		}
	}
	return strings.Join(out, "\n")
}

func TestWhatCannotBeAddedIsListed(t *testing.T) {
	ss := three()
	ss[0].Print("requests.granted.total", "待定")
	ss[1].Print("requests.granted.research", "")
	bad := unit(t, ss[0], specimen.HTML)
	area := unit(t, specimen.Random(4, specimen.Options{Agency: "青禾县人民政府", Kind: "government"}), specimen.HTML)
	area.Entry.Meta.Scope = "unclear"
	whole := unit(t, specimen.Random(5, specimen.Options{Agency: "青禾县卫生健康局"}), specimen.HTML)
	whole.Entry.Meta.Scope = "area"
	old := unit(t, specimen.Random(6, specimen.Options{Agency: "青禾县民政局", Form: form.F2019, Year: 2024}), specimen.HTML)
	last := unit(t, specimen.Random(7, specimen.Options{Agency: "青禾县审计局", Year: 2023}), specimen.HTML)
	twice := unit(t, ss[1], specimen.Tab)
	s := sum.Of(2024, []sum.Unit{bad, unit(t, ss[1], specimen.DOCX), twice, area, whole, old, last}, []sum.Doubt{{Unit: "青禾县财政局", What: "未计入：未收到2024年的报告"}})
	if len(s.Units) != 2 {
		t.Errorf("%s", s.Summary())
	}
	for name, want := range map[string]string{
		"青禾县司法局":   "此格不是可用的数字，未计入 文件中第",
		"青禾县教育局":   "同一单位已计入另一文件",
		"青禾县人民政府":  "政府年报未写明是本级还是全区域口径",
		"青禾县卫生健康局": "全区域口径",
		"青禾县民政局":   "表格为2019年格式",
		"青禾县审计局":   "报告年度为2023年",
		"青禾县财政局":   "未收到2024年的报告",
	} {
		if !strings.Contains(said(s, name), want) {
			t.Errorf("%s: %q, want %q", name, said(s, name), want)
		}
	}
	c := s.Cells[s.Form.Index("requests.granted.total")]
	if c.Unread != 1 || !c.Doubtful() || c.Value.Cmp(ss[1].Cells["requests.granted.total"]) != 0 {
		t.Errorf("granted total %+v", c)
	}
	if c := s.Cells[s.Form.Index("requests.granted.research")]; c.Blanks != 1 || c.Doubtful() {
		t.Errorf("a blank counts as zero: %+v", c)
	}
	if s.Held() == len(s.Checks) {
		t.Error("a sum without a unread cell cannot hold")
	}
	for _, c := range s.Checks {
		if !c.Holds && !c.Unsure && c.Name != "表三 （一）予以公开行" && !strings.Contains(c.Name, "科研机构列") {
			t.Errorf("%s: %s", c.Name, c.Formula)
		}
	}
}

func TestAmountsBecomeTenThousands(t *testing.T) {
	for _, c := range []struct {
		value report.Decimal
		unit  report.Unit
		want  report.Decimal
		told  string
	}{
		{report.Int(251000), report.Yuan, report.Decimal{Unscaled: 2510, Scale: 2}, "单位为元，按万元折算"},
		{report.Int(3), report.YiYuan, report.Int(30000), "单位为亿元，按万元折算"},
		{report.Decimal{Unscaled: 12, Scale: 1}, report.YiYuan, report.Int(12000), "单位为亿元，按万元折算"},
		{report.Int(1 << 60), report.YiYuan, report.Decimal{}, "未计入"},
		{report.Int(3), report.Wan, report.Decimal{}, "“万”无法折算，未计入"},
	} {
		u := unit(t, three()[0], specimen.HTML)
		at := u.Entry.Report.Form.Index("proactive.charges.amount")
		u.Entry.Report.Cells[at].Value, u.Entry.Report.Cells[at].Unit = c.value, c.unit
		s := sum.Of(2024, []sum.Unit{u}, nil)
		if got := s.Cells[at].Value; got.Cmp(c.want) != 0 {
			t.Errorf("%s%s is %s万元", c.value, c.unit, got)
		}
		if !strings.Contains(said(s, u.Name), c.told) {
			t.Errorf("%s%s: %q, want %q", c.value, c.unit, said(s, u.Name), c.told)
		}
	}
}
