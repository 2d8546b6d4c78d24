package chart

import (
	"fmt"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/stat"
)

// tableTwo are the panels of table two: the issued, repealed and standing
// documents, then decisions and fees. The 2019 form counts other things (made,
// disclosed); only the columns it shares are drawn, the rest is in the table.
var tableTwo = []struct {
	title  Label
	unit   Label
	series []struct {
		key    string
		label  Label
		colour Colour
		stock  bool
	}
}{
	{Label{"规章", "Rules"}, Label{"件", "cases"}, documents("rules")},
	{Label{"行政规范性文件", "Normative documents"}, Label{"件", "cases"}, documents("normative_documents")},
	{Label{"行政许可决定", "Licensing decisions"}, Label{"件", "cases"}, single("licensing.decisions")},
	{Label{"行政处罚决定", "Administrative penalties"}, Label{"件", "cases"}, single("penalties.decisions")},
	{Label{"行政强制决定", "Administrative compulsion"}, Label{"件", "cases"}, single("compulsion.decisions")},
	{Label{"行政事业性收费", "Administrative fees"}, Label{"万元", "10,000 yuan"}, single("charges.amount")},
}

type tableTwoSeries = []struct {
	key    string
	label  Label
	colour Colour
	stock  bool
}

func documents(block string) tableTwoSeries {
	return tableTwoSeries{
		{block + ".issued", Label{"制发", "Issued"}, partial, false},
		{block + ".repealed", Label{"废止", "Repealed"}, unprocessed, false},
		{block + ".in_force", Label{"现行有效", "In force"}, quiet, true},
	}
}

func single(key string) tableTwoSeries {
	return tableTwoSeries{{key, Label{"数量", "Number"}, accent, false}}
}

// TableTwo shows table two of an agency over the years, one panel a block.
// Blocks that are zero in all years are named in the sentence and not drawn.
func TableTwo(a *archive.Agency) *Chart {
	return tableTwoOf(a).caveats()
}

func tableTwoOf(a *archive.Agency) *Chart {
	c := &Chart{
		ID: "table-two", Title: "历年主动公开（表二）", TitleEN: "Proactive disclosure by year (table two)",
		Unit: "件、万元", UnitEN: "cases, 10,000 yuan", NWord: "份报告", NWordEN: "reports",
	}
	c.Table = Table{Caption: Label{a.Name + "历年表二", a.Name + ": table two by year"}, Corner: Label{"年份", "Year"}}
	for _, ind := range stat.Indicators {
		if ind.Topic == stat.Proactive && usedBy(ind, a) {
			c.Table.Columns = append(c.Table.Columns, Label{ind.Name + "（" + ind.Unit.Label() + "）", ind.NameEN + " (" + ind.Unit.LabelEN() + ")"})
		}
	}
	var axis []string
	if len(a.Reports) > 0 {
		for y := a.Reports[0].Year; y <= a.Reports[len(a.Reports)-1].Year; y++ {
			e := a.Report(y)
			row := Row{Head: yearLabel(y)}
			for _, ind := range stat.Indicators {
				if ind.Topic == stat.Proactive && usedBy(ind, a) {
					row.Cells = append(row.Cells, number(stat.Of(ind, e), 0))
				}
			}
			c.Table.Rows = append(c.Table.Rows, row)
			axis = append(axis, strconv.Itoa(y))
			if e != nil {
				c.N++
			}
		}
	}

	var panels []panel
	var zh, en, zeroZH, zeroEN []string
	known := false
	for _, block := range tableTwo {
		p := panel{title: block.title, unit: block.unit}
		drawn, any, absent := false, false, false
		for _, s := range block.series {
			ps := panelSeries{label: s.label, colour: s.colour, line: s.stock}
			var last stat.Point
			for _, point := range stat.Series(stat.ByKey(s.key), a) {
				ps.values = append(ps.values, point.Value.Float())
				ps.known = append(ps.known, point.Value.Known)
				drawn = drawn || point.Value.Known && !point.Value.IsZero()
				any = any || point.Value.Known
				absent = absent || point.Value.Absent
				if point.Value.Known {
					last = point
				}
			}
			p.series = append(p.series, ps)
			if last.Year > 0 && !last.Value.IsZero() {
				name, unit := block.title.ZH, block.unit.ZH
				enName := block.title.EN
				if len(block.series) > 1 {
					name, enName = name+s.label.ZH, enName+" "+lower(s.label.EN)
				}
				zh = append(zh, fmt.Sprintf("%s%s%s", name, last.Value.Text(0), unit))
				en = append(en, fmt.Sprintf("%s %s", lower(enName), last.Value.Text(0)))
			}
		}
		known = known || any
		switch {
		case drawn:
			panels = append(panels, p)
		case any:
			z, e := block.title.ZH, lower(block.title.EN)
			if absent {
				z, e = z+"（2021年格式）", e+" (2021 form)"
			}
			zeroZH, zeroEN = append(zeroZH, z), append(zeroEN, e)
		}
	}
	switch {
	case !known:
		c.nothing("表二", "table two")
		return c
	case len(panels) == 0:
		z, e := years(a.Reports[0].Year, a.Reports[len(a.Reports)-1].Year)
		z, e = readable(z, e, c.N, len(axis))
		c.zero(z+"表二各项", "figures of table two in "+e)
		return c
	}
	if len(zh) > 0 {
		z, e := list(zh, en)
		c.Sentence, c.SentenceEN = "最近一年可读的数值："+z+"。", "Latest figures read: "+e+"."
	} else {
		c.Sentence, c.SentenceEN = "最近一年各项为零，此前有数值。", "The latest year is zero throughout; earlier years are not."
	}
	if len(zeroZH) > 0 {
		c.Sentence += strings.Join(zeroZH, "、") + "已知数值均为零。"
		c.SentenceEN += " Zero wherever known: " + strings.Join(zeroEN, ", ") + "."
	}
	c.drawPanels(panels, axis)
	return c
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
