package decode

import (
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A count in the prose tells the scope of the figures where it is the table's.
func TestScopeByCount(t *testing.T) {
	for _, c := range []struct {
		agency, words string
		total         int64
		want          report.Scope
	}{
		{"青山县人民政府", "2024年，全县共受理政府信息公开申请 312 件。", 312, report.ScopeArea},
		{"青山县人民政府", "2024年，全县共受理政府信息公开申请 312 件。", 95, report.ScopeUnclear},
		{"青山县人民政府", "2024年，全县共收到政府信息公开申请 3 件。", 3, report.ScopeUnclear},
		{"青山县人民政府", "2024年，县政府办代表县政府受理政府信息公开申请 17 件。", 17, report.ScopeUnclear},
		{"青山县人民政府", "2024年，本机关共收到政府信息公开申请 17 件。", 17, report.ScopeOwn},
		{"青山县人民政府", "2024年，全县共受理政府信息公开申请 312 件。本机关收到政府信息公开申请 17 件。", 312, report.ScopeUnclear},
		{"青山县司法局", "2024年，我局收到政府信息公开申请 3 件。", 3, report.ScopeOwn},
		{"青山县司法局", "2024年，我局收到政府信息公开申请 3 件。", 4, report.ScopeUnclear},
		{"青山县司法局", "2024年，我局未收到政府信息公开申请。", 0, report.ScopeOwn},
		{"青山县司法局", "2024年，全局共收到政府信息公开申请 3 件。", 3, report.ScopeOwn},
		{"青山县司法局", "2024年，我局通过网络收到政府信息公开申请 3 件。", 3, report.ScopeUnclear},
		{"青山县司法局", "2023年，我局收到政府信息公开申请 3 件。", 3, report.ScopeUnclear},
		{"青山县司法局", "我局收到政府信息公开申请约 3 件。", 3, report.ScopeUnclear},
		{"青山县人民政府", "2024年，青山县人民政府收到政府信息公开申请 17 件。", 17, report.ScopeUnclear},
		{"青山县司法局", "2024年，共收到政府信息公开申请 3 件。", 3, report.ScopeUnclear},
	} {
		v := map[string]int64{}
		for _, d := range form.F2021.Defs {
			v[d.Key] = 0
		}
		v["requests.received.natural_person"], v["requests.received.total"] = c.total, c.total
		s := sheets[0](v)
		text := strings.NewReplacer("青山县司法局", c.agency, "本年度工作平稳，现按要求报告如下。", c.words).Replace(s.text())
		r, _ := File(s.file, []byte(text))
		if r.Scope != c.want {
			t.Errorf("%s: %s total %d: %v, want %v", c.agency, c.words, c.total, r.Scope, c.want)
		}
		if c.want != report.ScopeUnclear && (r.ScopeWords.Pos.Line != 5 || !strings.Contains(c.words, r.ScopeWords.Text)) {
			t.Errorf("quoted %q at %v", r.ScopeWords.Text, r.ScopeWords.Pos)
		}
	}
}
