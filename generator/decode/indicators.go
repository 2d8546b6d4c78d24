package decode

import (
	"fmt"

	"ogi/generator/form"
)

// indicators finds the 统计表 that reports of the years before the statutory
// form carry: 指标名称, 单位, 代码 and a number a row. Its rows stay as they are
// printed; none of them is a cell of the form. It reports whether there is one
// (free-form-with-indicators).
func (c *reader) indicators() bool {
	if !c.beforeForm() {
		return false
	}
	head := -1
	for i := range c.units {
		u := &c.units[i]
		if !u.isRow() || u.aside {
			continue
		}
		named, unit := false, false
		for j := range u.row {
			switch form.Norm(u.row[j].Text) {
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
	rows := 0
	for i := head; i < len(c.units); i++ {
		if u := &c.units[i]; u.isRow() && !u.aside && u.section < 0 {
			u.setRole(labelRole)
			rows++
		}
	}
	c.r.Readings = append(c.r.Readings, fmt.Sprintf("%s 统计表，%d 行；该年度尚无法定格式，照原样保留，不读入单元格", c.units[head].pos(), rows))
	return true
}

// beforeForm reports whether the report is one of the years before the
// statutory form, by its title.
func (c *reader) beforeForm() bool {
	y := c.yearAnywhere
	return y > 0 && y < 2019
}

// fewestOldRows is the least number of rows of table three that make a report
// one on the statutory form though its title says an earlier year.
const fewestOldRows = 5

// otherTables finds the tables of a report of the years before the statutory
// form that are no 统计表: small ones of its own, whose words may be those of
// the form. They stay as they are printed. It reports whether the report is one
// of those years (free-form-with-tables-of-its-own).
func (c *reader) otherTables() bool {
	if !c.beforeForm() {
		return false
	}
	first, rows, form3 := len(c.units), 0, 0
	if len(c.heads) > 0 {
		first = c.heads[0].unit
	}
	for i := first; i < len(c.units); i++ {
		u := &c.units[i]
		if !u.isRow() || u.aside || u.section >= 0 {
			continue
		}
		rows++
		if len(u.row) < len(form.Columns) {
			continue
		}
		for k := range u.row {
			if l := form.Firm(u.row[k].Text); l.Table == form.Three && l.Row != "" {
				form3++
				break
			}
		}
	}
	if form3 >= fewestOldRows {
		return false
	}
	for i := first; i < len(c.units); i++ {
		if u := &c.units[i]; u.isRow() && !u.aside && u.section < 0 {
			u.setRole(labelRole)
		}
	}
	if rows > 0 {
		c.r.Readings = append(c.r.Readings, fmt.Sprintf("表格 %d 行；该年度尚无法定格式，照原样保留，不读入单元格", rows))
	}
	return true
}
