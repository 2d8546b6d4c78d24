package decode_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A score is how the cells of one file were read, against what its pages say.
// Misread values say of themselves that they were inferred; wrong ones do not.
type score struct {
	cells, right, recovered, flagged, misread, wrong int
	notes                                            []string
}

func (s *score) String() string {
	return fmt.Sprintf("%4d cells %4d right (%d recovered) %4d flagged %2d misread %2d wrong", s.cells, s.right, s.recovered, s.flagged, s.misread, s.wrong)
}

// mark compares one cell. A value that is not the true one is wrong unless it
// says of itself that it is doubtful; a cell that says it could not be read is
// flagged.
func (s *score) mark(key form.Key, got report.Cell, want report.State, value report.Decimal) {
	s.cells++
	same := got.State == want || want == report.Missing && got.State == report.Blank || want == report.Blank && got.State == report.Missing
	if want == report.Number {
		same = got.State == report.Number && got.Value.Cmp(value) == 0
	}
	switch {
	case same:
		s.right++
		if got.Recovered {
			s.recovered++
		}
		return
	case got.Recovered && got.State == report.Number:
		s.misread++
	case got.Recovered || got.State == report.Garbled || got.State == report.Missing:
		s.flagged++
	default:
		s.wrong++
	}
	s.notes = append(s.notes, fmt.Sprintf("%s: got %s %s (recovered %v, %q), want %s %s", key, got.State, got.Value, got.Recovered, got.Why, want, value))
}

// A truth is what the pages of a real report say, read by people.
type truth struct {
	Form   string                    `json:"form"`
	Cells  map[form.Key]*json.Number `json:"cells"`
	States map[form.Key]string       `json:"states"`
}

func (t *truth) want(key form.Key) (report.State, report.Decimal) {
	if n := t.Cells[key]; n != nil {
		d, err := report.ParseDecimal(n.String())
		if err == nil {
			return report.Number, d
		}
	}
	for _, s := range []report.State{report.Missing, report.Dash, report.Garbled} {
		if t.States[key] == s.String() {
			return s, report.Decimal{}
		}
	}
	return report.Blank, report.Decimal{}
}

func shared(t *testing.T) string {
	dir := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(filepath.Join(dir, "corpus")); err != nil {
		t.Skip("shared reports not present")
	}
	return dir
}

// Every cell of the real reports against what people read there: none is
// silently wrong, and nearly all are right.
func TestRealReports(t *testing.T) {
	dir := shared(t)
	var table strings.Builder
	var class [2]score
	for _, g := range []string{"seeds", "corpus"} {
		files, _ := filepath.Glob(filepath.Join(dir, g, "*.*"))
		for _, name := range files {
			base := filepath.Base(name)
			stem, kind, _ := strings.Cut(base, ".")
			b, err := os.ReadFile(filepath.Join(dir, g, "truth", stem+".json"))
			if err != nil {
				continue
			}
			var want truth
			if err := json.Unmarshal(b, &want); err != nil {
				t.Fatal(err)
			}
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r, ds := decode.File(base, file)
			if r == nil {
				t.Errorf("%s: not read: %v", base, ds)
				continue
			}
			var s score
			for key := range want.Cells {
				state, value := want.want(key)
				s.mark(key, r.Cell(key), state, value)
			}
			fmt.Fprintf(&table, "%-36s %-5s %s %.3f %s\n", base, r.Layout, r.Form.Version, r.Coverage, &s)
			c := 0
			if strings.Contains(kind, ".") || kind == "pdf" {
				c = 1
			}
			class[c].cells += s.cells
			class[c].right += s.right
			if s.wrong > 0 || s.right*100 < s.cells*90 {
				t.Errorf("%s: %s\n%s", base, &s, strings.Join(s.notes, "\n"))
			}
		}
	}
	for c, least := range []int{99, 98} {
		if class[c].right*100 < class[c].cells*least {
			t.Errorf("%s: %d of %d cells right, want %d %%", []string{"text, html", "pdf and its flattenings"}[c], class[c].right, class[c].cells, least)
		}
	}
	t.Log("\n" + table.String())
}
