package decode

import (
	"fmt"

	"ogi/generator/form"
)

// indicators finds the 统计表 that reports of the years before the statutory
// form carry: 指标名称, 单位, 代码 and a number a row. Its rows stay as they are
// printed; none of them is a cell of the form. It reports whether there is one.
func (c *reader) indicators() bool {
	if y := c.yearAnywhere(); y == 0 || y > 2018 {
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
