package chart

import (
	"fmt"
	"iter"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// Distribution shows how the reports of one year spread over an indicator that
// is a share, in tenths. It names nobody: bodies of different level and
// function cannot be ranked.
func Distribution(year int, entries iter.Seq[*archive.Entry], key string, smallN int) *Chart {
	ind := stat.ByKey(key)
	s := stat.SpreadOf(ind, entries, smallN)
	c := &Chart{
		ID: "distribution", Title: tongue.Of(ind.Name.ZH+"的分布", "Distribution: "+lower(ind.Name.EN)),
		Unit: tongue.Of("个机关", "bodies"), NWord: tongue.Of("个机关", "bodies"), N: s.N, Height: 260,
		Note: tongue.Of(ind.Formula.ZH+"。不同层级、职能的机关不宜直接比较。",
			ind.Formula.EN+". Bodies of different level or function should not be compared directly."),
	}
	c.Table = Table{
		Caption: tongue.Of(fmt.Sprintf("%d年%s的分布", year, ind.Name.ZH), fmt.Sprintf("Distribution in %d: %s", year, lower(ind.Name.EN))),
		Corner:  ind.Name,
		Columns: []tongue.Text{tongue.Of("机关数", "Bodies")},
	}
	var bins [10]int64
	var axis []string
	for e := range entries {
		if v := stat.Of(ind, e); v.Known && !v.Small(smallN) {
			bins[min(int(v.Num.Int64()*10/v.Den.Int64()), 9)]++
		}
	}
	for i, n := range bins {
		name := fmt.Sprintf("%d–%d%%", i*10, i*10+10)
		axis = append(axis, name)
		c.Table.Rows = append(c.Table.Rows, Row{Head: tongue.Text{ZH: name}, Cells: []Cell{plain(n)}})
	}
	left := func(head tongue.Text, n int) {
		if n > 0 {
			c.Table.Rows = append(c.Table.Rows, Row{Head: head, Cells: []Cell{plain(int64(n))}})
		}
	}
	left(tongue.Sprintf("少于%d件，不计比例", "fewer than %d cases, no share", smallN), s.Small)
	left(tongue.Of("未知或无办理结果", "unknown or no outcomes"), s.Unknown)
	if s.N == 0 {
		c.nothing(tongue.Of(fmt.Sprintf("%d年%s", year, ind.Name.ZH), lower(ind.Name.EN)+" in "+strconv.Itoa(year)))
		return c
	}
	c.Sentence = tongue.Of(fmt.Sprintf("%d年收录的%d份报告中，%d份可计算%s", year, s.Held, s.N, ind.Name.ZH),
		fmt.Sprintf("Reports held for %d: %d; the share can be computed for %d", year, s.Held, s.N))
	say := func(t tongue.Text) { c.Sentence = c.Sentence.Then(t) }
	if s.Median != nil {
		say(tongue.Sprintf("，中位数%s，其中为零的占%s", "; median %s, zero in %s of them", s.Text(), stat.Format(s.ZeroShare(), stat.Share)))
	} else {
		say(tongue.Sprintf("（少于%d份，不列中位数）", " (fewer than %d: no median)", smallN))
	}
	if s.Small > 0 {
		say(tongue.Sprintf("；%[1]d份少于%[2]d件", "; fewer than %[2]d cases: %[1]d", s.Small, smallN))
	}
	if s.Unknown > 0 {
		say(tongue.Sprintf("；%d份未知或无办理结果", "; unknown or without outcomes: %d", s.Unknown))
	}
	say(tongue.Of("。", "."))

	w := words{}
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "24", "8", "4"), legend(false), tooltip("item"), whole())
	var data []opts.BarData
	for _, n := range bins {
		d := opts.BarData{Value: n}
		if n > 0 {
			d.Label = &opts.Label{Show: opts.Bool(true), Position: "top"}
		}
		data = append(data, d)
	}
	bar.AddSeries(w.put(tongue.Of("机关数", "Bodies")), data, fill(accent), charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "8%"}))
	c.draw(bar, w, nil)
	return c
}
