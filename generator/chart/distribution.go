package chart

import (
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
)

// Distribution shows how the reports of one year spread over an indicator that
// is a share, in tenths. It names nobody: bodies of different level and
// function cannot be ranked.
func Distribution(year int, entries []*archive.Entry, key string, smallN int) *Chart {
	ind := stat.ByKey(key)
	s := stat.SpreadOf(ind, entries, smallN)
	c := &Chart{
		ID: "distribution", Title: ind.Name + "的分布", TitleEN: "Distribution: " + lower(ind.NameEN),
		Unit: "个机关", UnitEN: "bodies", NWord: "个机关", NWordEN: "bodies", N: s.N, Height: 260,
		Note: ind.Formula + "。不同层级、职能的机关不宜直接比较。", NoteEN: ind.FormulaEN + ". Bodies of different level or function should not be compared directly.",
	}
	c.Table = Table{
		Caption: Label{fmt.Sprintf("%d年%s的分布", year, ind.Name), fmt.Sprintf("Distribution in %d: %s", year, lower(ind.NameEN))},
		Corner:  Label{ind.Name, ind.NameEN},
		Columns: []Label{{"机关数", "Bodies"}},
	}
	var bins [10]int64
	var axis []string
	for _, e := range entries {
		if v := stat.Of(ind, e); v.Known && !v.Small(smallN) {
			bins[min(int(v.Num.Int64()*10/v.Den.Int64()), 9)]++
		}
	}
	for i, n := range bins {
		name := fmt.Sprintf("%d–%d%%", i*10, i*10+10)
		axis = append(axis, name)
		c.Table.Rows = append(c.Table.Rows, Row{Head: Label{ZH: name}, Cells: []Cell{plain(n)}})
	}
	left := func(zh, en string, n int) {
		if n > 0 {
			c.Table.Rows = append(c.Table.Rows, Row{Head: Label{zh, en}, Cells: []Cell{plain(int64(n))}})
		}
	}
	left(fmt.Sprintf("少于%d件，不计比例", smallN), fmt.Sprintf("fewer than %d cases, no share", smallN), s.Small)
	left("未知或无办理结果", "unknown or no outcomes", s.Unknown)
	if s.N == 0 {
		c.nothing(fmt.Sprintf("%d年%s", year, ind.Name), lower(ind.NameEN)+" in "+strconv.Itoa(year))
		return c
	}
	c.Sentence = fmt.Sprintf("%d年收录的%d份报告中，%d份可计算%s", year, s.Held, s.N, ind.Name)
	c.SentenceEN = fmt.Sprintf("Reports held for %d: %d; the share can be computed for %d", year, s.Held, s.N)
	if s.Median != nil {
		c.Sentence += fmt.Sprintf("，中位数%s，其中为零的占%s", s.Text(), stat.Format(s.ZeroShare(), stat.Share))
		c.SentenceEN += fmt.Sprintf("; median %s, zero in %s of them", s.Text(), stat.Format(s.ZeroShare(), stat.Share))
	} else {
		c.Sentence += fmt.Sprintf("（少于%d份，不列中位数）", smallN)
		c.SentenceEN += fmt.Sprintf(" (fewer than %d: no median)", smallN)
	}
	if s.Small > 0 {
		c.Sentence += fmt.Sprintf("；%d份少于%d件", s.Small, smallN)
		c.SentenceEN += fmt.Sprintf("; fewer than %d cases: %d", smallN, s.Small)
	}
	if s.Unknown > 0 {
		c.Sentence += fmt.Sprintf("；%d份未知或无办理结果", s.Unknown)
		c.SentenceEN += fmt.Sprintf("; unknown or without outcomes: %d", s.Unknown)
	}
	c.Sentence, c.SentenceEN = c.Sentence+"。", c.SentenceEN+"."

	w := words{}
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "24", "8", "4"), legend(false), tooltip("item"), whole)
	var data []opts.BarData
	for _, n := range bins {
		d := opts.BarData{Value: n}
		if n > 0 {
			d.Label = &opts.Label{Show: opts.Bool(true), Position: "top"}
		}
		data = append(data, d)
	}
	bar.AddSeries(w.put(Label{"机关数", "Bodies"}), data, fill(accent), charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "8%"}))
	c.draw(bar, w, nil)
	return c
}
