package chart

import (
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// tableTwo are the panels of table two: the issued, repealed and valid
// documents, then decisions and fees. The 2019 form counts other things (made,
// disclosed); only the columns it shares are drawn, the rest is in the table.
var tableTwo = []tableTwoBlock{
	{tongue.Of("规章", "Rules"), tongue.Of("件", "cases"), documents("rules")},
	{tongue.Of("行政规范性文件", "Normative documents"), tongue.Of("件", "cases"), documents("normative_documents")},
	{tongue.Of("行政许可决定", "Licensing decisions"), tongue.Of("件", "cases"), single("licensing.decisions")},
	{tongue.Of("行政处罚决定", "Administrative penalties"), tongue.Of("件", "cases"), single("penalties.decisions")},
	{tongue.Of("行政强制决定", "Administrative compulsion"), tongue.Of("件", "cases"), single("compulsion.decisions")},
	{tongue.Of("行政事业性收费", "Administrative fees"), tongue.Of("万元", "10,000 yuan"), single("charges.amount")},
}

type tableTwoBlock struct {
	title, unit tongue.Text
	series      []tableTwoSeries
}

type tableTwoSeries struct {
	key    string // of the indicator
	label  tongue.Text
	colour Colour
	stock  bool // drawn as a line
}

func documents(block string) []tableTwoSeries {
	return []tableTwoSeries{
		{block + ".issued", tongue.Of("制发", "Issued"), partial, false},
		{block + ".repealed", tongue.Of("废止", "Repealed"), unprocessed, false},
		{block + ".in_force", tongue.Of("现行有效", "In force"), quiet, true},
	}
}

func single(key string) []tableTwoSeries {
	return []tableTwoSeries{{key, tongue.Of("数量", "Number"), accent, false}}
}

// TableTwo shows table two of an agency over the years, one panel a block.
// Blocks that are zero in all years are named in the sentence and not drawn.
func TableTwo(a *archive.Agency) *Chart {
	return tableTwoOf(a).caveats()
}

func tableTwoOf(a *archive.Agency) *Chart {
	c := &Chart{
		ID: "table-two", Title: tongue.Of("历年主动公开（表二）", "Proactive disclosure by year (table two)"),
		Unit: tongue.Of("件、万元", "cases, 10,000 yuan"), NWord: tongue.Of("份报告", "reports"),
	}
	axis := c.listTableTwo(a)
	var panels []panel
	var said, zeros []tongue.Text
	known := false
	for _, block := range tableTwo {
		b := readBlock(block, a)
		known = known || b.known
		switch {
		case b.drawn:
			panels = append(panels, b.panel)
			said = append(said, b.said...)
		case b.known:
			z := block.title
			if b.absent {
				z = tongue.Of(z.ZH+"（2021年格式）", z.EN+" (2021 form)")
			}
			zeros = append(zeros, tongue.Of(z.ZH, lower(z.EN)))
		}
	}
	switch {
	case !known:
		c.nothing(tongue.Of("表二", "table two"))
		return c
	case len(panels) == 0:
		span := readable(years(a.Reports[0].Year, a.Reports[len(a.Reports)-1].Year), c.N, len(axis))
		c.zero(tongue.Of(span.ZH+"表二各项", "figures of table two in "+span.EN))
		return c
	}
	if len(said) > 0 {
		c.Sentence = tongue.Of("最近一年可读的数值：", "Latest figures read: ").Then(list(said)).Plus("。", ".")
	} else {
		c.Sentence = tongue.Of("最近一年各项为零，此前有数值。", "The latest year is zero throughout; earlier years are not.")
	}
	if len(zeros) > 0 {
		names := tongue.Join(zeros, "、", ", ")
		c.Sentence = c.Sentence.Plus(names.ZH+"已知数值均为零。", " Zero wherever known: "+names.EN+".")
	}
	c.drawPanels(panels, axis)
	return c
}

// listTableTwo fills in the table and gives the years.
func (c *Chart) listTableTwo(a *archive.Agency) (axis []string) {
	c.Table = Table{Caption: tongue.Of(a.Name+"历年表二", a.Name+": table two by year"), Corner: tongue.Of("年份", "Year")}
	if len(a.Reports) == 0 {
		return nil
	}
	var used []*stat.Indicator
	for _, ind := range stat.Indicators {
		if ind.Topic == stat.Proactive && usedBy(ind, a) {
			used = append(used, ind)
			c.Table.Columns = append(c.Table.Columns, inUnit(ind.Name, ind.Unit.Label()))
		}
	}
	for y := a.Reports[0].Year; y <= a.Reports[len(a.Reports)-1].Year; y++ {
		e := a.Report(y)
		row := Row{Head: yearLabel(y)}
		for _, ind := range used {
			row.Cells = append(row.Cells, number(stat.Of(ind, e), 0))
		}
		c.Table.Rows = append(c.Table.Rows, row)
		axis = append(axis, strconv.Itoa(y))
		if e != nil {
			c.N++
		}
	}
	return axis
}

// A blockRead is one block of table two over the years: what it has, and its
// latest figures in words.
type blockRead struct {
	panel                panel
	known, drawn, absent bool
	said                 []tongue.Text
}

func readBlock(block tableTwoBlock, a *archive.Agency) blockRead {
	b := blockRead{panel: panel{title: block.title, unit: block.unit}}
	for _, s := range block.series {
		ps := panelSeries{label: s.label, colour: s.colour, line: s.stock}
		var last stat.Value
		for _, p := range stat.Series(stat.ByKey(s.key), a) {
			ps.values = append(ps.values, p.Value.Float())
			ps.known = append(ps.known, p.Value.Known)
			b.drawn = b.drawn || p.Value.Known && !p.Value.IsZero()
			b.known = b.known || p.Value.Known
			b.absent = b.absent || p.Value.Absent
			if p.Value.Known {
				last = p.Value
			}
		}
		b.panel.series = append(b.panel.series, ps)
		if last.Known && !last.IsZero() {
			name := block.title
			if len(block.series) > 1 {
				name = tongue.Of(name.ZH+s.label.ZH, name.EN+" "+lower(s.label.EN))
			}
			b.said = append(b.said, tongue.Of(name.ZH+last.Text(0)+block.unit.ZH, lower(name.EN)+" "+last.Text(0)))
		}
	}
	return b
}

// usedBy reports whether any form the agency used has the indicator.
func usedBy(ind *stat.Indicator, a *archive.Agency) bool {
	for _, e := range a.Reports {
		if e.Report != nil && e.Report.Form != nil && e.Report.Form.Index(ind.Num[0]) >= 0 {
			return true
		}
	}
	return false
}
