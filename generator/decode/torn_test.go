package decode_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// In the text of a PDF a figure too wide for its column goes on in the next
// line, and a blank cell leaves nothing: both together leave as many figures as
// there should be. No number may then be read as its neighbour's or as a piece
// of itself without a mark.
func TestTornFiguresAndBlankCellsAreNoticed(t *testing.T) {
	n := 30
	if os.Getenv("OGI_FULL") != "" {
		n = 600
	}
	for _, k := range []specimen.Kind{specimen.Flat, specimen.FlatRaw, specimen.FlatPlain} {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			var all score
			for seed := range n {
				r := rand.New(rand.NewPCG(uint64(seed), 3))
				s := specimen.Random(uint64(seed), specimen.Options{Distinct: true, Form: []*form.Form{form.F2021, form.F2021OneRow, form.F2019}[seed%3]})
				pick := func(near form.Key) form.Key {
					for {
						d := s.Form.Defs[r.IntN(len(s.Form.Defs))]
						if r.IntN(3) > 0 || near == "" || strings.HasPrefix(near, d.Row+".") {
							return d.Key
						}
					}
				}
				torn := pick("")
				blank := torn
				if seed%3 > 0 {
					blank = pick(torn)
				}
				text := s.Text(torn)
				if len(text) < 2 || strings.Contains(text, ".") {
					continue
				}
				at := 1 + r.IntN(len(text)-1)
				if blank != torn {
					s.Print(blank, "")
					s.States[blank] = report.Blank
				}
				b := string(s.MustWrite(k))
				b = regexp.MustCompile(`(?m)(^|\s)`+text+`(\s|$)`).ReplaceAllString(b, "${1}"+text[:at]+"\n"+text[at:]+"${2}")
				sc := compare(t, s, "2024.txt", []byte(b))
				all.add(sc)
				if sc.wrong > 0 {
					t.Errorf("%v: %s torn as %s|%s, %s blank: %s\n%s", s, torn, text[:at], text[at:], blank, &sc, strings.Join(wrongOnes(sc.notes), "\n"))
				}
			}
			t.Logf("%-7s %s", k, &all)
		})
	}
}
