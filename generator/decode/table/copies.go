package table

import (
	"fmt"
	"slices"

	"ogi/generator/decode/find"
	"ogi/generator/decode/four"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/three"
	"ogi/generator/decode/two"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/report"
)

// copies reads the further copies of the tables, as files have them that were
// put together of two readings of one report. A cell in which they differ is
// garbled: no copy is the better one (table-two-once-more-below-itself).
func (c *tables) copies() {
	for _, k := range c.found.Spare {
		r := *c.Report
		r.Cells = make([]report.Cell, len(c.Report.Cells))
		r.Tables = [3]report.Table{}
		r.Readings = nil
		o := *c.Reader
		o.Report, o.Cells, o.Units = &r, nil, slices.Clone(c.Units)
		for i := range o.Units {
			o.Units[i].Table = 0
			o.Units[i].Roles = slices.Clone(o.Units[i].Roles)
		}
		for i := k.From; i <= k.Last; i++ {
			o.Units[i].Further = false
		}
		find.Claim(&o, k)
		t := &tabular.Table{Reader: &o, Of: k.Table}
		t.Gather(c.found.Items)
		switch k.Table {
		case form.Two:
			two.Read(t)
		case form.Three:
			three.New(t).Read()
		default:
			four.Read(t)
		}
		c.compareCopy(&o, k)
	}
}

// compareCopy lays the cells of a copy beside those that were read first. It is
// a copy only if it has most of them; else it is some other table
// (table-two-once-more-below-itself).
func (c *tables) compareCopy(o *unit.Reader, k find.Cluster) {
	first, both, differ := 0, 0, []int(nil)
	for i, d := range c.Report.Form.Defs {
		a, b := &c.Report.Cells[i], &o.Report.Cells[i]
		if d.Table != k.Table || a.State != report.Number {
			continue
		}
		first++
		if b.State != report.Number {
			continue
		}
		both++
		if a.Value.Cmp(b.Value) != 0 {
			differ = append(differ, i)
		}
	}
	if first == 0 || both*10 < first*7 {
		return
	}
	for i := k.From; i <= k.Last; i++ {
		if u := &c.Units[i]; u.Table == 0 {
			u.Table, u.Role, u.Roles = o.Units[i].Table, o.Units[i].Role, o.Units[i].Roles
		}
	}
	place := o.Units[k.From].Pos()
	note := fmt.Sprintf("%s 表%s在文件中有两份", place, [...]string{"二", "三", "四"}[k.Table-form.Two])
	if len(differ) == 0 {
		c.Report.Readings = append(c.Report.Readings, note+"，数字一致")
		return
	}
	c.Report.Readings = append(c.Report.Readings, fmt.Sprintf("%s，%d 处数字不同，未采用任何一份", note, len(differ)))
	for _, i := range differ {
		a, b := c.Report.Cells[i], o.Report.Cells[i]
		c.Report.Cells[i] = report.Cell{
			State: report.Garbled, Raw: a.Raw, Pos: a.Pos,
			Why: report.CopiesDiffer.With(a.Raw, a.Pos.String(), b.Raw, b.Pos.String()),
		}
	}
}
