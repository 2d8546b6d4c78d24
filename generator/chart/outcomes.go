package chart

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// Outcomes shows the outcomes of an agency's requests year by year, stacked in
// their fixed order. Shares of fewer than smallN outcomes are not shown.
func Outcomes(a *archive.Agency, smallN int) *Chart {
	return outcomesOf(a, smallN).caveats()
}

func outcomesOf(a *archive.Agency, smallN int) *Chart {
	c := &Chart{
		ID: "outcomes", Title: tongue.Of("历年办理结果", "Outcomes by year"),
		Unit: tongue.Of("件", "cases"), NWord: tongue.Of("份报告", "reports"), Height: 340,
	}
	c.Table = Table{Caption: tongue.Of(a.Name+"历年办理结果（件）", a.Name+": outcomes by year (cases)"), Corner: tongue.Of("年份", "Year")}
	series := make([][]stat.Point, len(outcomes))
	for i, o := range outcomes {
		series[i] = stat.Series(stat.ByKey(o.key), a)
		c.Table.Columns = append(c.Table.Columns, o.label)
	}
	total := stat.Series(stat.ByKey("handled"), a)
	c.Table.Columns = append(c.Table.Columns, tongue.Of("总计", "Total"))

	var known []int // years all of whose outcomes are known
	longest := 0.0
	sums := make([]int64, len(total))
	for y := range total {
		row := Row{Head: yearLabel(total[y].Year)}
		ok := true
		for i := range outcomes {
			v := series[i][y].Value
			row.Cells = append(row.Cells, number(v, 0))
			ok = ok && v.Known
			sums[y] += v.Num.Int64()
		}
		row.Cells = append(row.Cells, number(total[y].Value, 0))
		c.Table.Rows = append(c.Table.Rows, row)
		if ok {
			known = append(known, y)
			longest = max(longest, float64(sums[y]))
		}
	}
	c.N = len(known)
	if len(known) == 0 {
		c.nothing(tongue.Of("办理结果", "outcomes"))
		return c
	}
	first, last := known[0], known[len(known)-1]
	if longest == 0 {
		span := readable(years(total[first].Year, total[last].Year), len(known), last-first+1)
		c.zero(tongue.Of(span.ZH+"办理结果", "outcomes in "+span.EN))
		return c
	}
	c.Sentence = outcomeWords(total[last].Year, sums[last], smallN, func(i int) int64 { return series[i][last].Value.Num.Int64() })
	if n := len(known); n > 1 {
		before := known[n-2]
		c.Sentence = c.Sentence.Then(tongue.Sprintf("%d年为%s件。", " In %d: %s.", total[before].Year, count(sums[before])))
	}
	if gone := len(total) - len(known); gone > 0 {
		c.Note = tongue.Of(fmt.Sprintf("%d个年份未收录或数据不足，图中留空。", gone),
			fmt.Sprintf("Years not held or not fully readable are left empty: %d.", gone))
	}

	w := words{}
	bar := charts.NewBar()
	var axis []string
	for _, p := range total {
		axis = append(axis, strconv.Itoa(p.Year))
	}
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "34", "8", "4"), legend(true), tooltip("axis"), whole())
	for i, o := range outcomes {
		var data []opts.BarData
		for y := range total {
			v := series[i][y].Value
			if !slices.Contains(known, y) { // no bar rather than part of one
				data = append(data, opts.BarData{Value: gap})
				continue
			}
			n := v.Num.Int64()
			data = append(data, opts.BarData{Value: n, Label: inside(float64(n), longest)})
		}
		bar.AddSeries(w.put(o.label), data, fill(o.colour), charts.WithBarChartOpts(opts.BarChart{Stack: "outcomes"}), barWidth)
	}
	c.draw(bar, w, nil)
	return c
}

var barWidth = charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarMaxWidth = "56" })

// outcomeWords is "2024年办理结果3 153件，其中予以公开1 362件（43.2%），…".
func outcomeWords(year int, total int64, smallN int, of func(i int) int64) tongue.Text {
	var parts []tongue.Text
	for i, o := range outcomes {
		if n := of(i); n > 0 {
			part := tongue.Of(o.label.ZH+count(n)+"件", count(n)+" "+lower(o.label.EN))
			parts = append(parts, part.Then(share(n, total, smallN)))
		}
	}
	all := tongue.Sprintf("%d年办理结果%s件，其中", "In %d, %s outcomes: ", year, count(total))
	return all.Then(list(parts)).Plus("。", ".")
}

func (c *Chart) zero(what tongue.Text) {
	c.Empty = Zero
	c.Sentence = tongue.Of(what.ZH+"均为零。", "All "+what.EN+" are zero.")
}

func (c *Chart) nothing(what tongue.Text) {
	c.Empty = Unknown
	c.Sentence = tongue.Of(what.ZH+"数据不足，不作图。", "Not enough data on "+what.EN+" to draw.")
}
