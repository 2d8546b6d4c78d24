package specimen_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
)

var forms = []*form.Form{form.F2021, form.F2021OneRow, form.F2019}

func TestSameSeedSameBytes(t *testing.T) {
	for _, k := range specimen.Kinds {
		a := specimen.Random(3, specimen.Options{}).MustWrite(k)
		b := specimen.Random(3, specimen.Options{}).MustWrite(k)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two writings differ", k)
		}
	}
}

func TestFiguresBalance(t *testing.T) {
	for _, f := range forms {
		for seed := range uint64(50) {
			s := specimen.Random(seed, specimen.Options{Form: f, Distinct: seed%2 == 1})
			if got, want := len(s.Cells), len(f.Defs); got != want {
				t.Fatalf("%v: %d cells, want %d", s, got, want)
			}
			for _, col := range form.Columns {
				var sum int64
				for _, row := range f.Outcomes() {
					sum += s.Int(row + "." + col)
				}
				if got := s.Int("requests.outcomes_total." + col); got != sum {
					t.Errorf("%v: %s: outcomes %d, sum %d", s, col, got, sum)
				}
				left := s.Int("requests.received."+col) + s.Int("requests.carried_in."+col)
				if right := sum + s.Int("requests.carried_out."+col); left != right {
					t.Errorf("%v: %s: %d in, %d out", s, col, left, right)
				}
				if s.Int("requests.received."+col) < 0 {
					t.Errorf("%v: %s: negative", s, col)
				}
			}
		}
	}
}

func TestNextYearCarriesOn(t *testing.T) {
	a := specimen.Random(1, specimen.Options{})
	b := specimen.Random(2, specimen.Options{Previous: a, Year: a.Year + 1})
	for _, col := range form.Columns {
		if got, want := b.Int("requests.carried_in."+col), a.Int("requests.carried_out."+col); got != want {
			t.Errorf("%s: carried in %d, want %d", col, got, want)
		}
	}
}

// OGI_SPECIMEN=dir writes one specimen in every kind there, to be looked at.
func TestWriteToFolder(t *testing.T) {
	dir := os.Getenv("OGI_SPECIMEN")
	if dir == "" {
		t.Skip("OGI_SPECIMEN is not set")
	}
	for i, f := range forms {
		s := specimen.Random(uint64(5+i), specimen.Options{Form: f, Distinct: true, Max: 900})
		for _, k := range specimen.Kinds {
			name := filepath.Join(dir, f.Version+string(rune('a'+i))+"-"+string(k)+k.Ext())
			if err := os.WriteFile(name, s.MustWrite(k), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}
