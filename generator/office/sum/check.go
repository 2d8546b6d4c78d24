package sum

import (
	"fmt"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// A Check is one sum within the drafted tables. Holds says nothing where a cell
// of it is doubtful by units that could not be read.
type Check struct {
	Name, Formula string
	Holds, Unsure bool
}

// check cross-foots the drafted tables as the form prints it.
func (s *Sum) check() {
	const r = "requests."
	for _, col := range form.Columns {
		name := form.ColumnNames[col] + "列"
		s.equal("表三 "+name+"收办", []Cell{s.at(r + "received." + col), s.at(r + "carried_in." + col)}, []Cell{s.at(r + "outcomes_total." + col), s.at(r + "carried_out." + col)})
		var parts []Cell
		for _, row := range s.Form.Outcomes() {
			parts = append(parts, s.at(row+"."+col))
		}
		if c, ok := s.OneRow[col]; ok {
			parts = append(parts, c)
		}
		s.equal("表三 "+name+"办理结果", parts, []Cell{s.at(r + "outcomes_total." + col)})
	}
	for _, row := range s.Form.Rows(form.Three) {
		var parts []Cell
		for _, col := range form.Columns[:6] {
			parts = append(parts, s.at(row+"."+col))
		}
		s.equal("表三 "+s.Form.RowLabel(row)+"行", parts, []Cell{s.at(row + ".total")})
	}
	if len(s.OneRow) > 0 {
		var parts []Cell
		for _, col := range form.Columns[:6] {
			parts = append(parts, s.OneRow[col])
		}
		s.equal("表三 （六）其他处理（未分行）行", parts, []Cell{s.OneRow["total"]})
	}
	for _, row := range s.Form.Rows(form.Four) {
		var parts []Cell
		for _, col := range []string{"upheld", "corrected", "other", "pending"} {
			parts = append(parts, s.at(row+"."+col))
		}
		spot, _ := check.SpotOf(s.Form, row+".total")
		s.equal("表四 "+spot.Row, parts, []Cell{s.at(row + ".total")})
	}
	for _, c := range s.Checks {
		if !c.Holds {
			what := "汇总后不符："
			if c.Unsure {
				what = "汇总后不符（有未读出的格，无法判断）："
			}
			s.Doubts = append(s.Doubts, Doubt{Table: strings.Fields(c.Name)[0], What: what + c.Name + "：" + c.Formula})
		}
	}
}

func (s *Sum) at(key form.Key) Cell { return s.Cells[s.Form.Index(key)] }

func (s *Sum) equal(name string, left, right []Cell) {
	c := Check{Name: name}
	side := func(cells []Cell) (sum report.Decimal, text string) {
		var terms []string
		for _, x := range cells {
			sum = sum.Add(x.Value)
			c.Unsure = c.Unsure || x.Unread > 0
			if !x.Value.IsZero() || len(cells) < 3 {
				terms = append(terms, x.Value.String())
			}
		}
		if terms == nil {
			terms = []string{"0"}
		}
		return sum, strings.Join(terms, " + ")
	}
	a, l := side(left)
	b, r := side(right)
	c.Holds = a.Cmp(b) == 0
	c.Formula = l + map[bool]string{true: " = ", false: " ≠ "}[c.Holds] + r
	s.Checks = append(s.Checks, c)
}

// Held is how many checks hold.
func (s *Sum) Held() int {
	n := 0
	for _, c := range s.Checks {
		if c.Holds {
			n++
		}
	}
	return n
}

// Summary is the sum in one sentence.
func (s *Sum) Summary() string {
	left := 0
	for _, d := range s.Doubts {
		if strings.HasPrefix(d.What, "未计入") {
			left++
		}
	}
	return fmt.Sprintf("计入%d个单位；未计入%d个；勾稽%d项，%d项相符；存疑%d条。", len(s.Units), left, len(s.Checks), s.Held(), len(s.Doubts))
}

func (s *Sum) doubt(u Unit, key form.Key, pos place.Pos, what string) {
	d := Doubt{Unit: u.Name, File: u.File, What: what, Place: check.PlaceWords(pos)}
	if spot, ok := check.SpotOf(u.Entry.Report.Form, key); ok {
		d.Table, d.Row, d.Column = spot.Table, spot.Row, spot.Column
		if c := u.Entry.Report.Cell(key); c.State != report.Missing {
			d.Raw = check.Shown(c)
		}
	}
	s.Doubts = append(s.Doubts, d)
}

func (s *Sum) cellDoubt(c Cell, what string) {
	spot, _ := check.SpotOf(s.Form, c.Def.Key)
	s.Doubts = append(s.Doubts, Doubt{Table: spot.Table, Row: spot.Row, Column: spot.Column, What: what})
}
