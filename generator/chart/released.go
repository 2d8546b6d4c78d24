package chart

import (
	"fmt"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
)

var releaseKinds = []struct {
	label  Label
	colour Colour
	is     func(archive.Kind) bool
}{
	{Label{"部门（期限1月31日）", "Departments (by 31 January)"}, department, func(k archive.Kind) bool { return k == archive.Department }},
	{Label{"县级以上政府（期限3月31日）", "Governments (by 31 March)"}, government, func(k archive.Kind) bool { return k == archive.Government }},
	{Label{"其他（法律未定日期）", "Others (no date in law)"}, other, func(k archive.Kind) bool { return k != archive.Department && k != archive.Government }},
}

// Releases shows on which days the reports of one year were published, day by
// day from 1 January of the next year to 30 June; later ones stand together at
// the end, earlier ones at the beginning.
func Releases(year int, entries []*archive.Entry) *Chart {
	c := &Chart{
		ID: "releases", Title: "所见发布日期", TitleEN: "Dates of release seen",
		Unit: "份", UnitEN: "reports", NWord: "份报告", NWordEN: "reports", Height: 240,
		Note:   "法定期限：县级以上政府部门1月31日前，县级以上地方政府3月31日前（《政府信息公开条例》第四十九条）。所见日期可能是网站迁移后的日期。",
		NoteEN: "By law departments publish by 31 January, governments from county level up by 31 March (OGI Regulation, art. 49). A date seen may be that of a later site migration.",
	}
	c.Table = Table{
		Caption: Label{fmt.Sprintf("%d年度报告所见发布日期（份）", year), fmt.Sprintf("Dates of release seen, reports for %d", year)},
		Corner:  Label{"日期", "Date"},
	}
	for _, k := range releaseKinds {
		c.Table.Columns = append(c.Table.Columns, k.label)
	}
	start := time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)
	days := int(time.Date(year+1, 7, 1, 0, 0, 0, 0, time.UTC).Sub(start).Hours() / 24)
	counts := make([][]int64, len(releaseKinds)) // day -1 … days, shifted by one
	for i := range counts {
		counts[i] = make([]int64, days+2)
	}
	undated := 0
	var early, newest time.Time
	for _, e := range entries {
		d, ok := stat.Released(e)
		if !ok {
			undated++
			continue
		}
		c.N++
		day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
		if early.IsZero() || day.Before(early) {
			early = day
		}
		if day.After(newest) {
			newest = day
		}
		at := int(day.Sub(start).Hours() / 24)
		for i, k := range releaseKinds {
			if k.is(e.Agency.Kind) {
				counts[i][min(max(at, -1), days)+1]++
			}
		}
	}
	if c.N == 0 {
		c.nothing(fmt.Sprintf("%d年度报告的发布日期", year), fmt.Sprintf("dates of release of the reports for %d", year))
		return c
	}
	c.Sentence = fmt.Sprintf("%d年度的%d份报告中，%d份有可核的发布日期", year, len(entries), c.N)
	c.SentenceEN = fmt.Sprintf("Reports for %d: %d; with a date of release: %d", year, len(entries), c.N)
	if early.Equal(newest) {
		c.Sentence += fmt.Sprintf("，为%s。", dayZH(early))
		c.SentenceEN += ", " + early.Format("2 January 2006") + "."
	} else {
		c.Sentence += fmt.Sprintf("，最早%s，最晚%s。", dayZH(early), dayZH(newest))
		c.SentenceEN += ", from " + early.Format("2 January 2006") + " to " + newest.Format("2 January 2006") + "."
	}
	if undated > 0 {
		c.Sentence += fmt.Sprintf("其余%d份日期未知。", undated)
		c.SentenceEN += fmt.Sprintf(" Dates not known: %d.", undated)
	}

	name := func(i int) Label {
		switch i {
		case 0:
			return Label{"更早", "Earlier"}
		case days + 1:
			return Label{"7月以后", "July or later"}
		}
		d := start.AddDate(0, 0, i-1)
		return Label{fmt.Sprintf("%d月%d日", int(d.Month()), d.Day()), d.Format("2 Jan")}
	}
	first, last := 0, 0
	if sumAt(counts, 0) == 0 {
		first = 1
	}
	for i := range days + 2 {
		if sumAt(counts, i) > 0 {
			row := Row{Head: name(i)}
			for k := range releaseKinds {
				row.Cells = append(row.Cells, plain(counts[k][i]))
			}
			c.Table.Rows = append(c.Table.Rows, row)
			last = i
		}
	}
	last = max(last, daysTo(start, 4, 10)+1) // both deadlines stay in view

	w := words{}
	var axis []string
	for i := first; i <= last; i++ {
		axis = append(axis, w.put(name(i)))
	}
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "56", "24", "4"), legend(true), tooltip("axis"), whole)
	for k, kind := range releaseKinds {
		var data []opts.BarData
		for i := first; i <= last; i++ {
			if n := counts[k][i]; n > 0 {
				data = append(data, opts.BarData{Value: n})
			} else {
				data = append(data, opts.BarData{Value: gap})
			}
		}
		o := []charts.SeriesOpts{
			fill(kind.colour), charts.WithBarChartOpts(opts.BarChart{Stack: "day"}),
			charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarMinWidth = "3" }),
		}
		if k < 2 {
			deadline := name([]int{31, daysTo(start, 3, 31) + 1}[k])
			o = append(o, charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: deadline.ZH, XAxis: deadline.ZH}),
				charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
					Symbol:    []string{"none", "none"},
					Label:     &opts.Label{Formatter: "{b}", Color: kind.colour.Light},
					LineStyle: &opts.LineStyle{Color: kind.colour.Light, Type: "dashed"},
				}))
		}
		bar.AddSeries(w.put(kind.label), data, o...)
	}
	c.draw(bar, w, nil)
	return c
}

func dayZH(d time.Time) string {
	return fmt.Sprintf("%d年%d月%d日", d.Year(), int(d.Month()), d.Day())
}

func daysTo(start time.Time, month, day int) int {
	return int(time.Date(start.Year(), time.Month(month), day, 0, 0, 0, 0, time.UTC).Sub(start).Hours() / 24)
}

func sumAt(counts [][]int64, i int) int64 {
	var n int64
	for _, c := range counts {
		n += c[i]
	}
	return n
}
