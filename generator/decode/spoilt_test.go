package decode_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// spoilers take something away from the tables before they are written.
var spoilers = []struct {
	name  string
	spoil func(*specimen.Specimen, *rand.Rand) string
}{
	{"column", func(s *specimen.Specimen, r *rand.Rand) string {
		c := form.Columns[r.IntN(len(form.Columns))]
		s.DropColumn(c)
		return c
	}},
	{"row", func(s *specimen.Specimen, r *rand.Rand) string {
		row := anyRow(s, r)
		s.DropRow(row)
		return row
	}},
	{"label", func(s *specimen.Specimen, r *rand.Rand) string {
		row := anyRow(s, r)
		s.DropLabel(row)
		return row
	}},
	{"swap", func(s *specimen.Specimen, r *rand.Rand) string {
		a, b := anyRow(s, r), anyRow(s, r)
		s.SwapRows(a, b)
		return a + " " + b
	}},
}

func anyRow(s *specimen.Specimen, r *rand.Rand) string {
	rows := s.Form.Rows(form.Three)
	return rows[r.IntN(len(rows))]
}

// A column, row or label that a converter lost is noticed in every kind: no
// value slips into a neighbour's cell unmarked. In text out of a PDF rows are
// told by their order alone, so that exchanged rows whose labels stand apart
// come out recovered.
func TestLostPartsAreNoticedInEveryKind(t *testing.T) {
	n := 3
	if os.Getenv("OGI_FULL") != "" {
		n = 100
	}
	for _, k := range specimen.Kinds {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			for _, sp := range spoilers {
				var all score
				for seed := range n {
					r := rand.New(rand.NewPCG(uint64(seed), 7))
					s := specimen.Random(uint64(seed), specimen.Options{
						Distinct: true, Form: []*form.Form{form.F2021, form.F2021OneRow, form.F2019}[seed%3],
					})
					what := sp.spoil(s, r)
					sc := readBack(t, s, k)
					all.add(sc)
					if sc.wrong > 0 || sc.misread > 0 && k != specimen.FlatPlain {
						t.Errorf("%s: %v without %s: %s\n%s", sp.name, s, what, &sc, strings.Join(wrongOnes(sc.notes), "\n"))
					}
				}
				t.Logf("%-8s %-7s %s", k, sp.name, &all)
			}
		})
	}
}

func wrongOnes(notes []string) []string {
	var out []string
	for _, n := range notes {
		if strings.Contains(n, "got number") {
			out = append(out, n)
		}
	}
	return out[:min(len(out), 12)]
}

// A PDF table without ruled lines comes out as text and is no less safe.
func TestPDFWithoutRules(t *testing.T) {
	for seed := range 6 {
		s := specimen.Random(uint64(seed), specimen.Options{Distinct: true})
		b := bytes.ReplaceAll(s.MustWrite(specimen.PDF), []byte(" re S\n"), []byte(" re n\n"))
		sc := compare(t, s, "2024.pdf", b)
		if sc.wrong+sc.misread > 0 || sc.right*100 < sc.cells*98 {
			t.Errorf("%v: %s\n%s", s, &sc, strings.Join(sc.notes[:min(len(sc.notes), 12)], "\n"))
		}
		t.Log(&sc)
	}
}

// Every number's place holds its raw text.
func TestPlaceHoldsRawText(t *testing.T) {
	for _, k := range specimen.Kinds {
		s := specimen.Random(4, specimen.Options{Distinct: true})
		file := s.MustWrite(k)
		r := decoded(t, "2024"+k.Ext(), file)
		lines := strings.Split(strings.TrimPrefix(string(file), "\ufeff"), "\n")
		n := 0
		for i, c := range r.Cells {
			if c.State != report.Number {
				continue
			}
			p := c.Pos
			if p.IsZero() {
				t.Errorf("%s: %s has no place", k, r.Form.Defs[i].Key)
				continue
			}
			if p.Line == 0 || k == specimen.MHT || k == specimen.CMS {
				continue
			}
			line := []rune(lines[p.Line-1])
			if !strings.HasPrefix(string(line[p.Col-1:]), c.Raw) {
				t.Errorf("%s: %s at %v: raw %q, line has %q", k, r.Form.Defs[i].Key, p, c.Raw, string(line[p.Col-1:]))
				if n++; n > 3 {
					break
				}
			}
		}
	}
}
