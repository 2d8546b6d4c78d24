package table

import (
	"fmt"

	"ogi/generator/decode/unit"
	"ogi/generator/form"
)

// indicators finds the 统计表 that reports of the years before the statutory
// form carry: 指标名称, 单位, 代码 and a number a row. Its rows stay as they are
// printed; none of them is a cell of the form. It reports whether there is one
// (free-form-with-indicators).
func (c *tables) indicators() bool {
	if !c.BeforeForm() {
		return false
	}
	head := -1
	for i := range c.Units {
		u := &c.Units[i]
		if !u.IsRow() || u.Aside {
			continue
		}
		named, unit := false, false
		for j := range u.Row {
			switch form.Norm(u.Row[j].Text) {
			case "指标名称", "统计指标", "指标":
				named = true
			case "单位", "计量单位", "代码":
				unit = true
			}
		}
		if named && unit {
			head = i
			break
		}
	}
	if head < 0 {
		return false
	}
	rows := c.asPrinted(head)
	c.Report.Readings = append(c.Report.Readings, fmt.Sprintf("%s 统计表，%d 行；该年度尚无法定格式，照原样保留，不读入单元格", c.Units[head].Pos(), rows))
	return true
}

// fewestOldRows is the least number of rows of table three that make a report
// one on the statutory form though its title says an earlier year.
const fewestOldRows = 5

// otherTables finds the tables of a report of the years before the statutory
// form that are no 统计表: small ones of its own, whose words may be those of
// the form. They stay as they are printed. It reports whether the report is one
// of those years (free-form-with-tables-of-its-own).
func (c *tables) otherTables() bool {
	if !c.BeforeForm() {
		return false
	}
	first, form3 := len(c.Units), 0
	if len(c.Heads) > 0 {
		first = c.Heads[0].Unit
	}
	for i := first; i < len(c.Units); i++ {
		u := &c.Units[i]
		if !u.IsRow() || u.Aside || u.Section >= 0 || len(u.Row) < len(form.Columns) {
			continue
		}
		for k := range u.Row {
			if l := form.Firm(u.Row[k].Text); l.Table == form.Three && l.Row != "" {
				form3++
				break
			}
		}
	}
	if form3 >= fewestOldRows {
		return false
	}
	if rows := c.asPrinted(first); rows > 0 {
		c.Report.Readings = append(c.Report.Readings, fmt.Sprintf("表格 %d 行；该年度尚无法定格式，照原样保留，不读入单元格", rows))
	}
	return true
}

// asPrinted keeps the rows from a unit on as they are printed, and counts them.
func (c *tables) asPrinted(from int) (rows int) {
	for i := from; i < len(c.Units); i++ {
		if u := &c.Units[i]; u.IsRow() && !u.Aside && u.Section < 0 {
			u.SetRole(unit.LabelRole)
			rows++
		}
	}
	return rows
}
