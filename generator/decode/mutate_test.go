package decode

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A tally of one decoded sheet against what it was written from.
type tally struct{ right, recovered, lost, silent, misread int }

func (t *tally) add(o tally) {
	t.right += o.right
	t.recovered += o.recovered
	t.lost += o.lost
	t.silent += o.silent
	t.misread += o.misread
}

// compare decodes a text and lays it beside the values. A number that is not
// the value of its key is silent if it is not marked recovered.
func compare(t *testing.T, file, text string, v map[string]int64, what string) tally {
	t.Helper()
	r, ds := File(file, []byte(text))
	if r == nil {
		t.Fatalf("%s: %v", what, ds)
	}
	var n tally
	for i, d := range r.Form.Defs {
		c := r.Cells[i]
		ok := c.State == report.Number && c.Value.Cmp(report.Int(v[d.Key])) == 0
		switch {
		case ok && c.Recovered:
			n.recovered++
		case ok:
			n.right++
		case c.State != report.Number:
			n.lost++
		case c.Recovered:
			n.misread++
			if n.misread <= 3 {
				t.Errorf("%s: %s recovered as %s at %v, was %d: %s", what, d.Key, c.Value, c.Pos, v[d.Key], c.Why)
			}
		default:
			n.silent++
			if n.silent <= 3 {
				t.Errorf("%s: %s reads %s at %v, was %d", what, d.Key, c.Value, c.Pos, v[d.Key])
			}
		}
	}
	return n
}

// Full runs try every place, not a sample of them.
var full = os.Getenv("OGI_FULL") != ""

// TestShapesKeyByKey fills each layout with distinct numbers.
func TestShapesKeyByKey(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		v := distinct(r, form.F2021, seed%2 == 0)
		for _, make := range sheets {
			s := make(v)
			n := compare(t, s.file, s.text(), v, fmt.Sprint(s.name, " seed ", seed))
			if testing.Verbose() {
				t.Logf("%s sums=%v: %+v of %d", s.name, seed%2 == 0, n, len(s.keys))
			}
			if seed%2 == 0 && n.right+n.recovered != len(s.keys) || n.misread > 0 {
				t.Errorf("%s: %+v, printed %d", s.name, n, len(s.keys))
			}
		}
	}
}

// A mutation damages a sheet in one place.
type mutation struct {
	name  string
	apply func(s *sheet, table, at int) bool
}

var mutations = []mutation{
	{"column removed", func(s *sheet, table, at int) bool {
		hit := false
		for i, row := range s.tables[table] {
			if at < len(row) {
				s.tables[table][i] = append(row[:at:at], row[at+1:]...)
				hit = true
			}
		}
		return hit
	}},
	{"cell removed", func(s *sheet, table, at int) bool {
		for i, row := range s.tables[table] {
			if at < len(row) {
				s.tables[table][i] = append(row[:at:at], row[at+1:]...)
				return true
			}
			at -= len(row)
		}
		return false
	}},
	{"value column removed", func(s *sheet, table, at int) bool {
		if at >= 7 || table != 1 {
			return false
		}
		for i, row := range s.tables[table] {
			n := 0
			for j, c := range row {
				if c == "" || c[0] < '0' || c[0] > '9' || strings.ContainsAny(c, ".") {
					continue
				}
				if n == at {
					s.tables[table][i] = append(row[:j:j], row[j+1:]...)
					break
				}
				n++
			}
		}
		return true
	}},
	{"row removed", func(s *sheet, table, at int) bool {
		if at >= len(s.tables[table]) {
			return false
		}
		s.tables[table] = append(s.tables[table][:at:at], s.tables[table][at+1:]...)
		return true
	}},
	{"label removed", func(s *sheet, table, at int) bool {
		for _, row := range s.tables[table] {
			for j, c := range row {
				if c == "" || c[0] >= '0' && c[0] <= '9' && !strings.Contains(c, ".") {
					continue
				}
				if at == 0 {
					row[j] = ""
					return true
				}
				at--
			}
		}
		return false
	}},
	{"label cell removed", func(s *sheet, table, at int) bool {
		for i, row := range s.tables[table] {
			for j, c := range row {
				if c == "" || c[0] >= '0' && c[0] <= '9' && !strings.Contains(c, ".") {
					continue
				}
				if at == 0 {
					s.tables[table][i] = append(row[:j:j], row[j+1:]...)
					return true
				}
				at--
			}
		}
		return false
	}},
	{"rows swapped", func(s *sheet, table, at int) bool {
		rows := s.tables[table]
		if at+1 >= len(rows) {
			return false
		}
		rows[at], rows[at+1] = rows[at+1], rows[at]
		return true
	}},
	{"distant rows swapped", func(s *sheet, table, at int) bool {
		rows := s.tables[table]
		if at+9 >= len(rows) {
			return false
		}
		rows[at], rows[at+9] = rows[at+9], rows[at]
		return true
	}},
	{"value blanked", func(s *sheet, table, at int) bool {
		for _, row := range s.tables[table] {
			for j, c := range row {
				if c == "" || c[0] < '0' || c[0] > '9' || strings.Contains(c, ".") {
					continue
				}
				if at == 0 {
					row[j] = ""
					return true
				}
				at--
			}
		}
		return false
	}},
}

// TestMutatedShapes damages each layout everywhere: no value may be read as
// its neighbour's. OGI_FULL=1 damages every place.
func TestMutatedShapes(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 2))
	values := map[string]map[string]int64{
		"sums":   distinct(r, form.F2021, true),
		"random": distinct(r, form.F2021, false),
		"sparse": sparse(r, form.F2021),
	}
	for _, kind := range []string{"sums", "random", "sparse"} {
		v := values[kind]
		for _, make := range sheets {
			base := make(v)
			for _, m := range mutations {
				t.Run(kind+"/"+base.name+"/"+m.name, func(t *testing.T) {
					var total tally
					n := 0
					step := 11
					if full {
						step = 1
					}
					for table := range 3 {
						for at := (table + len(m.name)) % step; ; at += step {
							s := base.copy()
							if !m.apply(s, table, at) {
								break
							}
							n++
							total.add(compare(t, s.file, s.text(), v, fmt.Sprintf("%s %s %s table %d at %d", kind, s.name, m.name, table+2, at)))
						}
					}
					t.Logf("%-7s %-12s %-22s n=%-4d %+v", kind, base.name, m.name, n, total)
				})
			}
		}
	}
}
