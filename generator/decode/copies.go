package decode

import (
	"fmt"
	"slices"

	"ogi/generator/form"
	"ogi/generator/report"
)

// copies reads the further copies of the tables, as files have them that were
// put together of two readings of one report. A cell in which they differ is
// garbled: no copy is the better one (table-two-once-more-below-itself).
func (c *reader) copies() {
	for _, k := range c.spare {
		r := *c.r
		r.Cells = make([]report.Cell, len(c.r.Cells))
		r.Tables = [3]report.Table{}
		r.Readings = nil
		o := *c
		o.r, o.cells, o.units = &r, nil, slices.Clone(c.units)
		for i := range o.units {
			o.units[i].table = 0
			o.units[i].roles = slices.Clone(o.units[i].roles)
		}
		for i := k.from; i <= k.last; i++ {
			o.units[i].further = false
		}
		o.claim(k)
		t := &tableReader{reader: &o, t: k.table}
		t.gather()
		switch k.table {
		case form.Two:
			t.readTwo()
		case form.Three:
			newThree(t).read()
		default:
			t.readFour()
		}
		c.compareCopy(&o, k)
	}
}

// compareCopy lays the cells of a copy beside those that were read first. It is
// a copy only if it has most of them; else it is some other table
// (table-two-once-more-below-itself).
func (c *reader) compareCopy(o *reader, k cluster) {
	first, both, differ := 0, 0, []int(nil)
	for i, d := range c.r.Form.Defs {
		a, b := &c.r.Cells[i], &o.r.Cells[i]
		if d.Table != k.table || a.State != report.Number {
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
	for i := k.from; i <= k.last; i++ {
		if u := &c.units[i]; u.table == 0 {
			u.table, u.role, u.roles = o.units[i].table, o.units[i].role, o.units[i].roles
		}
	}
	place := o.units[k.from].pos()
	note := fmt.Sprintf("%s 表%s在文件中有两份", place, [...]string{"二", "三", "四"}[k.table-form.Two])
	if len(differ) == 0 {
		c.r.Readings = append(c.r.Readings, note+"，数字一致")
		return
	}
	c.r.Readings = append(c.r.Readings, fmt.Sprintf("%s，%d 处数字不同，未采用任何一份", note, len(differ)))
	for _, i := range differ {
		a, b := c.r.Cells[i], o.r.Cells[i]
		c.r.Cells[i] = report.Cell{
			State: report.Garbled, Raw: a.Raw, Pos: a.Pos,
			Why: report.CopiesDiffer.With(a.Raw, a.Pos.String(), b.Raw, b.Pos.String()),
		}
	}
}
