package decode_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// A reading tells how the cells of reports were read against what they say.
type reading struct {
	files, cells            int
	plain, inferred         int // right
	unread                  int // printed, and no number
	silent, wrong           int // a false number or a false blank: plain, inferred
	blanks, blanksRead      int
	foreign, broken, untold int // other form; nothing read at all; cells lost at full coverage
}

func (r *reading) add(o reading) {
	r.files += o.files
	r.cells += o.cells
	r.plain += o.plain
	r.inferred += o.inferred
	r.unread += o.unread
	r.silent += o.silent
	r.wrong += o.wrong
	r.blanks += o.blanks
	r.blanksRead += o.blanksRead
	r.foreign += o.foreign
	r.broken += o.broken
	r.untold += o.untold
}

func (r reading) String() string {
	return fmt.Sprintf("files %d cells %d plain %.1f%% inferred %.1f%% unread %.1f%% | silent wrong %d inferred wrong %d | blanks %d of %d | other form %d nothing read %d untold %d",
		r.files, r.cells, share(r.plain, r.cells), share(r.inferred, r.cells), share(r.unread, r.cells), r.silent, r.wrong, r.blanksRead, r.blanks, r.foreign, r.broken, r.untold)
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

// read lays a report beside what its specimen says. tell gets each false cell.
func read(s *specimen.Specimen, name string, b []byte, tell func(string, ...any)) reading {
	n := reading{files: 1}
	r, _ := decode.File(name, b)
	if r == nil {
		n.broken++
		tell("nothing read")
		return n
	}
	if r.Form.Version != s.Form.Version || r.Form.OneRow != s.Form.OneRow {
		n.foreign++
	}
	for _, d := range s.Form.Defs {
		got := r.Cell(d.Key)
		state := s.States[d.Key]
		if s.Lost[d.Key] {
			state = report.Missing
		} else if state == report.Missing {
			state = report.Number
		}
		switch {
		case state == report.Number && got.State == report.Number && got.Value.Cmp(s.Cells[d.Key]) == 0:
			n.cells++
			if got.Recovered {
				n.inferred++
			} else {
				n.plain++
			}
			continue
		case state == report.Number && (got.State == report.Missing || got.State == report.Garbled):
			n.cells++
			n.unread++
			continue
		case state == report.Number:
			n.cells++
		case state == report.Blank:
			n.blanks++
			if got.State == report.Blank {
				n.blanksRead++
			}
			if got.State != report.Number && got.State != report.Dash {
				continue
			}
		case got.State != report.Number:
			continue
		}
		if got.Recovered {
			n.wrong++
		} else {
			n.silent++
		}
		tell("%s reads %v %s %q, is %v %s (recovered %v, %s)", d.Key, got.State, got.Value, got.Raw, state, s.Cells[d.Key], got.Recovered, got.Why)
	}
	if n.unread*4 > n.cells && r.Coverage >= 0.995 {
		n.untold++
	}
	return n
}

// Every layout of text with every way to fill the form in: no number is read
// that the report does not print, and where places can be seen none is lost.
// OGI_FULL=1 takes more of them, OGI_LAYOUT one layout, and OGI_TELL=1 tells
// what was read wrongly.
func TestLayouts(t *testing.T) {
	seeds := 1
	if os.Getenv("OGI_FULL") != "" {
		seeds = 12
	}
	var whole reading
	byFilling := map[string]*reading{}
	for _, l := range specimen.Layouts {
		if only := os.Getenv("OGI_LAYOUT"); only != "" && only != l.Name {
			continue
		}
		var all reading
		for fi, f := range specimen.Fillings {
			var sum reading
			for seed := range seeds {
				for v := range 4 {
					o := specimen.Options{Form: []*form.Form{form.F2021, form.F2021, form.F2019, form.F2021OneRow}[(v+seed)%4]}
					switch v {
					case 0:
						o.Distinct = true
					case 1:
						o.Max, o.Zero = 13, 0.3
					case 2:
						o.Zero = 0.8
					case 3:
						o.Max, o.Zero = 3000, 0.1
					}
					s := specimen.Random(uint64(1000*fi+10*seed+v), o)
					s.Fill(f)
					name := "2024.txt"
					if strings.HasPrefix(l.Name, "bar-") && v%2 == 1 {
						name = "2024.md"
					}
					sum.add(read(s, name, s.Lay(l), func(format string, args ...any) {
						if os.Getenv("OGI_TELL") != "" {
							t.Logf("%s %s %v: %s", l.Name, f.Name, s, fmt.Sprintf(format, args...))
						}
					}))
				}
			}
			if os.Getenv("OGI_LAYOUT") != "" {
				t.Logf("   %-20s %s", f.Name, sum)
			}
			all.add(sum)
			if byFilling[f.Name] == nil {
				byFilling[f.Name] = &reading{}
			}
			byFilling[f.Name].add(sum)
		}
		t.Logf("%-28s %s", l.Name, all)
		whole.add(all)
	}
	for _, f := range specimen.Fillings {
		if r := byFilling[f.Name]; r != nil {
			t.Logf("%-28s %s", f.Name, *r)
		}
	}
	t.Logf("%-28s %s", "all", whole)
	if whole.silent+whole.wrong > 0 {
		t.Errorf("%d numbers silently wrong, %d inferred wrong", whole.silent, whole.wrong)
	}
}
