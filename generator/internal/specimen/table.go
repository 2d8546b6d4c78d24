package specimen

import (
	"slices"
	"strings"

	"ogi/generator/form"
)

// A Table is one printed table with its spans: each cell stands once, at its
// top left. Head is the number of header rows that repeat on a new page.
type Table struct {
	Width, Head int
	Rows        [][]Cell
}

// A Cell is one printed cell. Key is empty in labels; Row is the row key its
// label belongs to, "" for headers and group labels.
type Cell struct {
	Text             string
	Key              form.Key
	Row              string
	RowSpan, ColSpan int
	Veiled           string // "row" or "column": stands in one that is not shown
}

// span is a label cell.
func span(text string, rows, cols int) Cell { return Cell{Text: text, RowSpan: rows, ColSpan: cols} }

func (s *Specimen) value(key form.Key, cols int) Cell {
	return Cell{Text: s.Text(key), Key: key, RowSpan: 1, ColSpan: cols}
}

func (s *Specimen) tableTwo() *Table {
	if s.Form.Version == "2019" {
		return s.tableTwo2019()
	}
	t := &Table{Width: 4}
	title := func(item string) { t.add(span("第二十条第（"+item+"）项", 1, 4)) }
	row := func(label, key string, cols ...string) {
		c := span(label, 1, 1)
		c.Row = "proactive." + key
		cells := []Cell{c}
		for _, col := range cols {
			cells = append(cells, s.value("proactive."+key+"."+col, 3/len(cols)))
		}
		t.add(cells...)
	}
	one := func(item, head string) {
		title(item)
		t.add(span("信息内容", 1, 1), span(head, 1, 3))
	}
	title("一")
	t.add(span("信息内容", 1, 1), span("本年制发件数", 1, 1), span("本年废止件数", 1, 1), span("现行有效件数", 1, 1))
	row("规章", "rules", "issued", "repealed", "in_force")
	row("行政规范性文件", "normative_documents", "issued", "repealed", "in_force")
	one("五", "本年处理决定数量")
	row("行政许可", "licensing", "decisions")
	one("六", "本年处理决定数量")
	row("行政处罚", "penalties", "decisions")
	row("行政强制", "compulsion", "decisions")
	one("八", "本年收费金额（单位：万元）")
	row("行政事业性收费", "charges", "amount")
	return t
}

func (s *Specimen) tableTwo2019() *Table {
	t := &Table{Width: 4}
	title := func(item string, heads ...string) {
		t.add(span("第二十条第（"+item+"）项", 1, 4))
		cells := []Cell{span("信息内容", 1, 1)}
		for i, h := range heads {
			cells = append(cells, span(h, 1, 1))
			if i == 1 && len(heads) == 2 {
				cells[2].ColSpan = 2
			}
		}
		t.add(cells...)
	}
	row := func(label, key string, cols ...string) {
		c := span(label, 1, 1)
		c.Row = "proactive." + key
		cells := []Cell{c}
		for i, col := range cols {
			v := s.value("proactive."+key+"."+col, 1)
			if i == 1 && len(cols) == 2 {
				v.ColSpan = 2
			}
			cells = append(cells, v)
		}
		t.add(cells...)
	}
	title("一", "本年新制作数量", "本年新公开数量", "对外公开总数量")
	row("规章", "rules", "made", "disclosed", "disclosed_total")
	row("规范性文件", "normative_documents", "made", "disclosed", "disclosed_total")
	title("五", "上一年项目数量", "本年增/减", "处理决定数量")
	row("行政许可", "licensing", "items_last_year", "change", "decisions")
	row("其他对外管理服务事项", "other_services", "items_last_year", "change", "decisions")
	title("六", "上一年项目数量", "本年增/减", "处理决定数量")
	row("行政处罚", "penalties", "items_last_year", "change", "decisions")
	row("行政强制", "compulsion", "items_last_year", "change", "decisions")
	title("八", "上一年项目数量", "本年增/减")
	row("行政事业性收费", "charges", "items_last_year", "change")
	title("九", "采购项目数量", "采购总金额")
	row("政府集中采购", "procurement", "items", "amount")
	return t
}

func (s *Specimen) tableThree() *Table {
	t := &Table{Width: 10, Head: 3}
	t.add(span("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), span("申请人情况", 1, 7))
	t.add(span("自然人", 2, 1), span("法人或其他组织", 1, 5), span("总计", 2, 1))
	var names []Cell
	for _, c := range form.Columns[1:6] {
		names = append(names, span(form.ColumnNames[c], 1, 1))
	}
	t.add(names...)

	rows := s.Form.Rows(form.Three)
	results := len(rows) - 3 // all but received, carried in, carried out
	group := ""
	for i, row := range rows {
		label := s.Form.RowLabel(row)
		label = strings.TrimSuffix(label, "（单行）")
		var cells []Cell
		if row == rows[2] {
			cells = append(cells, span("三、本年度办理结果", results, 1))
		}
		head, sub, nested := strings.Cut(label, " ")
		switch {
		case i < 2 || i == len(rows)-1:
			c := span(label, 1, 3)
			c.Row = row
			cells = append(cells, c)
		case nested:
			if head != group {
				cells = append(cells, span(head, s.groupSize(head), 1))
			}
			c := span(sub, 1, 1)
			c.Row = row
			cells = append(cells, c)
		default:
			c := span(label, 1, 2)
			c.Row = row
			cells = append(cells, c)
		}
		group = head
		for _, col := range form.Columns {
			cells = append(cells, s.value(row+"."+col, 1))
		}
		t.add(cells...)
	}
	return t
}

func (s *Specimen) groupSize(head string) int {
	n := 0
	for _, row := range s.Form.Rows(form.Three) {
		if strings.HasPrefix(s.Form.RowLabel(row), head+" ") {
			n++
		}
	}
	return n
}

func (s *Specimen) tableFour() *Table {
	t := &Table{Width: 15, Head: 3}
	heads := []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}
	t.add(span("行政复议", 1, 5), span("行政诉讼", 1, 10))
	var second, third, values []Cell
	for _, h := range heads {
		second = append(second, span(h, 2, 1))
	}
	second = append(second, span("未经复议直接起诉", 1, 5), span("复议后起诉", 1, 5))
	for range 2 {
		for _, h := range heads {
			third = append(third, span(h, 1, 1))
		}
	}
	for _, d := range s.Form.Defs {
		if d.Table == form.Four {
			values = append(values, s.value(d.Key, 1))
		}
	}
	t.add(second...)
	t.add(third...)
	t.add(values...)
	return t
}

// Clone is a copy that may be changed alone.
func (t *Table) Clone() *Table {
	c := *t
	c.Rows = make([][]Cell, len(t.Rows))
	for i := range t.Rows {
		c.Rows[i] = slices.Clone(t.Rows[i])
	}
	return &c
}

func (t *Table) add(cells ...Cell) { t.Rows = append(t.Rows, slices.Clone(cells)) }

// A slot is one place of a table laid out without spans. The cell stands where
// first holds; below it, at its left edge, edge holds; every other place of it
// is covered.
type slot struct {
	cell        Cell
	first, edge bool
	above       bool // covered from a row above
}

// layout lays the spans out as a full rectangle.
func (t *Table) layout() [][]slot {
	grid := make([][]slot, len(t.Rows))
	taken := make([][]bool, len(t.Rows))
	for i := range grid {
		grid[i] = make([]slot, t.Width)
		taken[i] = make([]bool, t.Width)
	}
	for i, row := range t.Rows {
		col := 0
		for _, c := range row {
			for col < t.Width && taken[i][col] {
				col++
			}
			for r := i; r < min(i+c.RowSpan, len(t.Rows)); r++ {
				for k := col; k < min(col+c.ColSpan, t.Width); k++ {
					taken[r][k] = true
					grid[r][k] = slot{cell: c, first: r == i && k == col, edge: r > i && k == col, above: r > i}
				}
			}
			col += c.ColSpan
		}
	}
	return grid
}
