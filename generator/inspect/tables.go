package inspect

import (
	"fmt"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// two prints table two with a line a cell.
func (p *printer) two() {
	if !p.table(form.Two) {
		return
	}
	for i, d := range p.r.Form.Defs {
		if d.Table == form.Two {
			c := p.r.Cells[i]
			p.line("  %s %s%s", pad(d.Label, 40), mark(c), p.place(c.Pos))
		}
	}
}

// rows prints a table with a line a row and the place of its cells.
func (p *printer) rows(t form.Table, columns []string) {
	if !p.table(t) {
		return
	}
	head := pad("", 40)
	for _, c := range columns {
		head += left(headWords[t][c], 9)
	}
	p.line("  %s", head)
	for _, row := range p.r.Form.Rows(t) {
		line := pad(clip(p.rowLabel(row, columns[0]), 38), 40)
		var cells []report.Cell
		for _, c := range columns {
			cell := p.r.Cell(row + "." + c)
			line += left(mark(cell), 9)
			cells = append(cells, cell)
		}
		p.line("  %s%s", line, p.span(cells))
	}
}

func (p *printer) rowLabel(row, column string) string {
	s, _ := check.SpotOf(p.r.Form, row+"."+column)
	return s.Row
}

// headWords are short names of the columns.
var headWords = map[form.Table]map[string]string{
	form.Three: {
		"natural_person": "自然人", "enterprise": "企业", "research": "科研", "public_welfare": "公益",
		"legal_service": "法律", "other": "其他", "total": "总计",
	},
	form.Four: {"upheld": "维持", "corrected": "纠正", "other": "其他", "pending": "未审结", "total": "总计"},
}

func (p *printer) table(t form.Table) bool {
	if len(p.r.Form.Rows(t)) == 0 {
		return false
	}
	info := p.r.Table(t)
	name := map[form.Table]string{form.Two: "表二 主动公开", form.Three: "表三 申请", form.Four: "表四 复议、诉讼"}[t]
	if !info.Found {
		p.head(name + ": " + p.say("未找到", "not found"))
		return false
	}
	p.head(name + p.place(info.Pos))
	for _, x := range info.Problems {
		p.line("  ! %s%s", x.Text, p.place(x.Pos))
	}
	return true
}

// mark is a cell as the tables show it: the number, ~ before one that was
// inferred, 空 for a blank, what the agency wrote for a dash, 缺 for a missing
// one, ? for what is no number.
func mark(c report.Cell) string {
	switch c.State {
	case report.Number:
		s := c.Value.String() + c.Unit.String()
		if c.Recovered {
			s = "~" + s
		}
		return s
	case report.Blank:
		return "空"
	case report.Dash:
		return clip(c.Raw, 8)
	case report.Garbled:
		return "?" + clip(strings.Join(strings.Fields(c.Raw), " "), 7)
	}
	return "缺"
}

// place is a place in print: line and column as editors know them, else in words.
func (p *printer) place(at place.Pos) string {
	switch {
	case at.IsZero():
		return ""
	case at.Line > 0 || p.english:
		return "  " + at.String()
	}
	if s := check.PlaceWords(at); s != "" {
		return "  " + s
	}
	return "  " + at.String()
}

// span is the places of a row's cells, from the first to the last.
func (p *printer) span(cells []report.Cell) string {
	var from, to place.Pos
	for _, c := range cells {
		if c.Pos.IsZero() {
			continue
		}
		if from.IsZero() {
			from = c.Pos
		}
		to = c.Pos
	}
	a, b := from.Place(), to.Place()
	switch {
	case from == to:
		return p.place(from)
	case from.Line > 0 && from.Line == to.Line:
		return fmt.Sprintf("%s–%d", p.place(from), to.Col)
	case from.Line == 0 && !p.english && a.Page == b.Page && a.Sheet == b.Sheet && a.Table == b.Table && a.Row == b.Row && a.Cell > 0:
		return strings.TrimSuffix(p.place(from), "格") + fmt.Sprintf("至%d格", b.Cell)
	}
	return p.place(from) + " –" + p.place(to)
}
