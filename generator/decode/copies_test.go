package decode

import (
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A report that stands in its file twice is read once; where the two differ,
// neither is taken, and a note says that there are two.
func TestTwoCopiesOfTheTables(t *testing.T) {
	v := map[string]int64{}
	for i, d := range form.F2021.Defs {
		v[d.Key] = int64(i + 100)
	}
	const key = "requests.denied.case_file.enterprise"
	for _, make := range sheets {
		s := make(v)
		if !strings.HasSuffix(s.name, "tabs") && s.name != "markdown" {
			continue
		}
		one := s.text()
		for _, differ := range []bool{false, true} {
			w := map[string]int64{}
			for k, n := range v {
				w[k] = n
			}
			if differ {
				w[key] = 7
			}
			alone, _ := File(s.file, []byte(one))
			r, _ := File(s.file, []byte(one+"\n"+make(w).text()))
			if !strings.Contains(strings.Join(r.Readings, "\n"), "表三在文件中有两份") {
				t.Errorf("%s: no note of two copies: %q", s.name, r.Readings)
			}
			for i, d := range r.Form.Defs {
				want := alone.Cells[i]
				got := r.Cells[i]
				if differ && d.Key == key && want.State == report.Number {
					if got.State != report.Garbled || !got.Why.Is(report.CopiesDiffer) || got.Why.Texts[2] != "7" {
						t.Errorf("%s: %s is %v %q", s.name, d.Key, got.State, got.Why)
					}
					continue
				}
				if got.State != want.State || got.Value.Cmp(want.Value) != 0 {
					t.Errorf("%s: %s is %v %v, alone %v %v", s.name, d.Key, got.State, got.Value, want.State, want.Value)
				}
			}
		}
	}
}
