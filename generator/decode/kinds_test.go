package decode_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// blanksKept are the kinds in which an empty cell is still a cell. In the
// others a converter dropped it or wrote nothing, and which cell of a row is
// empty can be told by sums at best.
var blanksKept = map[specimen.Kind]bool{
	specimen.HTML: true, specimen.CMS: true, specimen.MHT: true,
	specimen.DOCX: true, specimen.XLSX: true, specimen.PDF: true,
}

// The same report in every dialect and file kind decodes to the same model.
// OGI_FULL=1 runs ten thousand reports, which takes a quarter of an hour;
// OGI_REPORTS sets another number; without them a sample is run.
func TestSameReportInEveryKind(t *testing.T) {
	n := 20
	if os.Getenv("OGI_FULL") != "" {
		n = 10000
	}
	if v, err := strconv.Atoi(os.Getenv("OGI_REPORTS")); err == nil {
		n = v
	}
	for _, k := range specimen.Kinds {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			var all score
			bad := 0
			for seed := range n {
				o := variant(seed)
				s := specimen.Random(uint64(seed), o)
				sc := readBack(t, s, k)
				all.add(sc)
				whole := k != specimen.TabCut && (!o.BlankZero || blanksKept[k])
				if sc.wrong+sc.misread > 0 || whole && len(sc.notes) > 0 {
					if bad++; bad <= 3 {
						t.Errorf("%v: %s\n%s", s, &sc, strings.Join(sc.notes[:min(12, len(sc.notes))], "\n"))
					}
				}
			}
			t.Logf("%-8s %d reports, %d failed: %s", k, n, bad, &all)
		})
	}
}

// variant spreads the seeds over forms, sizes, shares of zero and ways to
// print it.
func variant(seed int) specimen.Options {
	o := specimen.Options{
		Form:      []*form.Form{form.F2021, form.F2021OneRow, form.F2019}[seed%3],
		BlankZero: seed%5 == 3,
		DashZero:  seed%5 == 4,
	}
	switch seed % 4 {
	case 0:
		o.Distinct = true
	case 1:
		o.Zero = 0.9
	case 2:
		o.AllZero = seed%7 == 6
		o.Max = 5
	case 3:
		o.Max = 4000
		o.Zero = 0.2
	}
	return o
}

// readBack decodes a specimen and lays the model beside it.
func readBack(t *testing.T, s *specimen.Specimen, k specimen.Kind) score {
	t.Helper()
	return compare(t, s, "2024"+k.Ext(), s.MustWrite(k))
}

func decoded(t *testing.T, name string, b []byte) *report.Report {
	t.Helper()
	r, ds := decode.File(name, b)
	if r == nil {
		t.Fatalf("%s: not read: %v", name, ds)
	}
	return r
}

func compare(t *testing.T, s *specimen.Specimen, name string, b []byte) score {
	t.Helper()
	r := decoded(t, name, b)
	var sc score
	for _, d := range s.Form.Defs {
		want := s.States[d.Key]
		if want == report.Missing {
			want = report.Number
		}
		got := r.Cell(d.Key)
		if s.Lost[d.Key] && !(got.Recovered && got.Value.Cmp(s.Cells[d.Key]) == 0) {
			want = report.Missing
		}
		sc.mark(d.Key, got, want, s.Cells[d.Key])
	}
	sc.say(r.Form == s.Form, "form %s, one row %v", r.Form.Version, r.Form.OneRow)
	sc.say(r.Year == s.Year, "year %d", r.Year)
	sc.say(r.Agency.Text == s.Agency, "agency %q", r.Agency.Text)
	sc.say(joined(r.Title.Text) == s.Title, "title %q, want %q", r.Title.Text, s.Title)
	sc.say(r.Signed.Text == s.Signed, "signed %q", r.Signed.Text)
	for i, want := range s.Sections {
		sec := r.Section(i + 1)
		if sec == nil {
			sc.say(false, "no section %d", i+1)
			continue
		}
		var got strings.Builder
		for _, p := range sec.Paras {
			got.WriteString(p.Text)
		}
		prose := strings.Join(want.Paras, "")
		sc.say(strings.Contains(joined(got.String()), joined(prose)), "section %d: %q, want %q", i+1, got.String(), prose)
	}
	for i, it := range r.Items {
		sc.say(it.Found, "item %s not found", report.ItemNames[i])
	}
	return sc
}

func (s *score) add(o score) {
	s.cells += o.cells
	s.right += o.right
	s.recovered += o.recovered
	s.flagged += o.flagged
	s.misread += o.misread
	s.wrong += o.wrong
}

func (s *score) say(ok bool, format string, args ...any) {
	if !ok {
		s.notes = append(s.notes, fmt.Sprintf(format, args...))
	}
}

// joined drops white space, which no kind keeps as it was.
func joined(s string) string { return strings.Join(strings.Fields(s), "") }
