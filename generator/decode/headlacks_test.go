package decode_test

import (
	"regexp"
	"strings"
	"testing"

	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// The head of a true table says which column was left out: nothing else is in
// doubt.
func TestHeadNamesTheColumnThatIsLeftOut(t *testing.T) {
	s := specimen.Random(7, specimen.Options{Distinct: true})
	page := string(s.MustWrite(specimen.HTML))
	for _, column := range []string{"research", "other", "total"} {
		r, ds := decode.File("2024.html", []byte(withoutColumn(page, column)))
		if r == nil {
			t.Fatal(ds)
		}
		for i, d := range r.Form.Defs {
			if d.Table != form.Three {
				continue
			}
			c := r.Cells[i]
			if d.Column == column {
				if c.State != report.Missing {
					t.Errorf("without %s: %s is %v, want missing", column, d.Key, c.State)
				}
			} else if !c.Plain() || c.Value.Cmp(s.Cells[d.Key]) != 0 {
				t.Errorf("without %s: %s = %v %q (%s), want %v as printed", column, d.Key, c.State, c.Raw, c.Why, s.Cells[d.Key])
			}
		}
		if len(r.Table(form.Three).Problems) == 0 {
			t.Errorf("without %s: the table has no problem", column)
		}
	}
}

// A row without any figure has its cells there like the rows beside it: what is
// missing is the one column.
func TestBlankRowOfATableThatLacksAColumn(t *testing.T) {
	s := specimen.Random(7, specimen.Options{Distinct: true})
	page := withoutColumn(string(s.MustWrite(specimen.HTML)), "other")
	at := strings.Index(page, "（二）部分公开")
	end := at + strings.Index(page[at:], "</tr>")
	page = page[:at] + regexp.MustCompile(`>[0-9]+</td>`).ReplaceAllString(page[at:end], "></td>") + page[end:]
	r := decoded(t, "2024.html", []byte(page))
	for _, column := range form.Columns {
		want := report.Blank
		if column == "other" {
			want = report.Missing
		}
		if c := r.Cell("requests.partial." + column); c.State != want {
			t.Errorf("%s is %v, want %v", column, c.State, want)
		}
	}
}

// withoutColumn takes a column out of table three of a page, its name included.
func withoutColumn(page, column string) string {
	at := -1
	for i, c := range form.Columns {
		if c == column {
			at = i
		}
	}
	begin := strings.LastIndex(page[:strings.Index(page, "申请人情况")], "<table")
	end := begin + strings.Index(page[begin:], "</table>")
	rows := strings.SplitAfter(page[begin:end], "</tr>")
	for i, row := range rows {
		cells := strings.SplitAfter(row, "</td>")
		last := len(cells) - 1 // what stands behind the cells
		switch name := form.ColumnNames[column]; {
		case i == 0:
			row = strings.Replace(row, `colspan="7"`, `colspan="6"`, 1)
		case strings.Contains(row, "法人或其他组织") && column != "total" && column != "natural_person":
			row = strings.Replace(row, `colspan="5"`, `colspan="4"`, 1)
		case i < 3:
			for k := range cells {
				if strings.Contains(cells[k], ">"+name+"<") {
					cells[k] = ""
				}
			}
			row = strings.Join(cells, "")
		case last >= len(form.Columns):
			cells[last-len(form.Columns)+at] = ""
			row = strings.Join(cells, "")
		}
		rows[i] = row
	}
	return page[:begin] + strings.Join(rows, "") + page[end:]
}
