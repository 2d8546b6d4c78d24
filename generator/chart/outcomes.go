package chart

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
)

// Outcomes shows the outcomes of an agency's requests year by year, stacked in
// their fixed order. Shares of fewer than smallN outcomes are not shown.
func Outcomes(a *archive.Agency, smallN int) *Chart {
	return outcomesOf(a, smallN).caveats()
}

func outcomesOf(a *archive.Agency, smallN int) *Chart {
	c := &Chart{
		ID: "outcomes", Title: "历年办理结果", TitleEN: "Outcomes by year",
		Unit: "件", UnitEN: "cases", NWord: "份报告", NWordEN: "reports", Height: 340,
	}
	c.Table = Table{Caption: Label{a.Name + "历年办理结果（件）", a.Name + ": outcomes by year (cases)"}, Corner: Label{"年份", "Year"}}
	series := make([][]stat.Point, len(outcomes))
	for i, o := range outcomes {
		series[i] = stat.Series(stat.ByKey(o.key), a)
		c.Table.Columns = append(c.Table.Columns, o.label)
	}
	total := stat.Series(stat.ByKey("handled"), a)
	c.Table.Columns = append(c.Table.Columns, Label{"总计", "Total"})

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
		c.nothing("办理结果", "outcomes")
		return c
	}
	first, last := known[0], known[len(known)-1]
	if longest == 0 {
		zh, en := years(total[first].Year, total[last].Year)
		zh, en = readable(zh, en, len(known), last-first+1)
		c.zero(zh+"办理结果", "outcomes in "+en)
		return c
	}
	c.Sentence, c.SentenceEN = outcomeWords(total[last].Year, sums[last], smallN, func(i int) int64 { return series[i][last].Value.Num.Int64() })
	if n := len(known); n > 1 {
		before := known[n-2]
		c.Sentence += fmt.Sprintf("%d年为%s件。", total[before].Year, count(sums[before]))
		c.SentenceEN += fmt.Sprintf(" In %d: %s.", total[before].Year, count(sums[before]))
	}
	if gone := len(total) - len(known); gone > 0 {
		c.Note = fmt.Sprintf("%d个年份未收录或数据不足，图中留空。", gone)
		c.NoteEN = fmt.Sprintf("Years not held or not fully readable are left empty: %d.", gone)
	}

	w := words{}
	bar := charts.NewBar()
	var axis []string
	for _, p := range total {
		axis = append(axis, strconv.Itoa(p.Year))
	}
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "34", "8", "4"), legend(true), tooltip("axis"), whole)
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
func outcomeWords(year int, total int64, smallN int, of func(i int) int64) (string, string) {
	var zh, en []string
	for i, o := range outcomes {
		if n := of(i); n > 0 {
			zs, es := share(n, total, smallN)
			zh = append(zh, o.label.ZH+count(n)+"件"+zs)
			en = append(en, count(n)+" "+lower(o.label.EN)+es)
		}
	}
	z, e := list(zh, en)
	return fmt.Sprintf("%d年办理结果%s件，其中%s。", year, count(total), z),
		fmt.Sprintf("In %d, %s outcomes: %s.", year, count(total), e)
}

func (c *Chart) zero(zh, en string) {
	c.Empty = Zero
	c.Sentence = zh + "均为零。"
	c.SentenceEN = "All " + en + " are zero."
}

func (c *Chart) nothing(zh, en string) {
	c.Empty = Unknown
	c.Sentence = zh + "数据不足，不作图。"
	c.SentenceEN = "Not enough data on " + en + " to draw."
}
