package decode_test

import (
	"bytes"
	"slices"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// A table that stands twice in sight is read from neither where the two differ,
// whatever became of the tables: grids cut at a page break, cells each on a line
// of their own, the whole report in one line.
func TestCopiesAtOddsAreReadFromNeither(t *testing.T) {
	for _, k := range slices.Concat(specimen.Kinds, specimen.MoreKinds) {
		t.Run(string(k), func(t *testing.T) {
			for seed := range 3 {
				s := specimen.Random(uint64(seed), specimen.Options{Distinct: true, Max: 3000})
				odd := map[form.Key]bool{}
				for i, table := range []form.Table{form.Two, form.Three, form.Four} {
					c := s.Table(table).Clone()
					for n, row := range c.Rows {
						for j := range row {
							if c := &row[j]; c.Key != "" && (n+j)%5 == 0 {
								c.Text += "7"
								odd[c.Key] = true
							}
						}
					}
					s.Sections[i+1].After = append(s.Sections[i+1].After, specimen.Extra{Table: c, Like: table})
				}
				file := s.MustWrite(k)
				for _, broken := range pageBreaks {
					if k != specimen.Split && broken != "" {
						continue
					}
					text := file
					if broken != "" {
						text = bytes.ReplaceAll(file, []byte("- 4 -"), []byte(broken))
					}
					r := decoded(t, "2024"+k.Ext(), text)
					for i, d := range r.Form.Defs {
						c := r.Cells[i]
						if c.State == report.Number && (odd[d.Key] || c.Value.Cmp(s.Cells[d.Key]) != 0) {
							t.Errorf("seed %d, page break %q: %s reads %s at %v", seed, broken, d.Key, c.Value, c.Pos)
						}
					}
				}
			}
		})
	}
}

var pageBreaks = []string{"", "第 5 页 共 9 页", "（续表）", "续上表"}
