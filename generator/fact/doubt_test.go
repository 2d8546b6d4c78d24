package fact

import (
	"fmt"
	"testing"

	"ogi/generator/report"
)

// What casts doubt on the last statement of a paragraph; "some" where only some
// are meant.
func TestDoubts(t *testing.T) {
	for s, want := range map[string]string{
		"2024年共收到政府信息公开申请34件。":            "",
		"经登记、审核、办理，共收到政府信息公开申请34件。":       "", // a row of steps
		"今年以来，共收到政府信息公开申请34件。":            "",
		"经登记，共收到政府信息公开申请34件。":             "hedged 登记",
		"剔除重复件，共收到政府信息公开申请34件。":           "hedged 剔除",
		"机构改革后，共收到政府信息公开申请34件。":           "reorganised",
		"向档案馆移交档案，共收到政府信息公开申请34件。":        "",
		"涉及土地的政府信息公开申请中收到的3件。":            "of those",
		"共收到政府信息公开申请34件，答复33件，其中书面答复30件。": "hedged 其中书面答复",
		"涉及信息公开的行政复议3件。":                  "hedged 涉及信息公开",
		"因政府信息公开引发行政复议3件。":                "",
		"共收到政府信息公开申请34件，均已办结。":            "",
		"共收到政府信息公开申请34件，截至目前均已办结。":        "some",
		"共收到政府信息公开申请34件，2025年1月全部办结。":     "some",
		"除上述申请外，未收到政府信息公开申请。":             "some",
		"未收到政府信息公开申请。":                    "",
		"共收取信息处理费180元。":                   "",
		"应收信息处理费180元。":                    "some",
	} {
		fs := Read([]report.Text{{Text: s}}, Context{Year: 2024, Agency: "清河县司法局"})
		if len(fs) == 0 {
			t.Errorf("%s: nothing read", s)
			continue
		}
		f := fs[len(fs)-1]
		d, words := f.Doubt()
		got := map[Doubt]string{OfThose: "of those", Reorganised: "reorganised", OfWhom: "of whom", Hedged: "hedged " + words, Unrelated: "unrelated"}[d]
		if f.Some {
			got = "some"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestCounts(t *testing.T) {
	s := "2024年12月收到政府信息公开申请1,234件（含3宗重复件），20个工作日内答复33件，涉及5个部门、第2条。"
	f := Read([]report.Text{{Text: s}}, Context{Year: 2024})[0]
	if got := fmt.Sprint(f.Counts()); got != "[1234 3 33 5 2]" {
		t.Error(got)
	}
}
