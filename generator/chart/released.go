package chart

import (
	"fmt"
	"iter"
	"time"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// A releaseKind is a group of bodies under one deadline.
type releaseKind struct {
	label    tongue.Text
	colour   Colour
	deadline [2]int // month and day of the next year, 0 for none
	is       func(archive.Kind) bool
}

var releaseKinds = []releaseKind{
	{tongue.Of("部门（期限1月31日）", "Departments (by 31 January)"), department, [2]int{1, 31}, func(k archive.Kind) bool { return k == archive.Department }},
	{tongue.Of("县级以上政府（期限3月31日）", "Governments (by 31 March)"), government, [2]int{3, 31}, func(k archive.Kind) bool { return k == archive.Government }},
	{tongue.Of("其他（法律未定日期）", "Others (no date in law)"), other, [2]int{}, func(k archive.Kind) bool { return k != archive.Department && k != archive.Government }},
}

// Before the regulation of 2019 all reports were due on the same day.
var releaseKinds2018 = []releaseKind{
	{tongue.Of("各机关（期限3月31日）", "All bodies (by 31 March)"), government, [2]int{3, 31}, func(archive.Kind) bool { return true }},
}

// days are the releases of one year's reports by day and kind: index 0 is
// before 1 January of the next year, the last index after 30 June.
type days struct {
	kinds       []releaseKind
	start       time.Time
	counts      [][]int64 // by kind, then day
	held        int
	dated       int // by release or sign-off
	signed      int // by sign-off only
	early, late time.Time
}

func readDays(year int, entries iter.Seq[*archive.Entry]) days {
	d := days{kinds: releaseKinds, start: time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)}
	if year < 2019 {
		d.kinds = releaseKinds2018
	}
	n := d.index(7, 1)
	for range d.kinds {
		d.counts = append(d.counts, make([]int64, n+1))
	}
	for e := range entries {
		d.held++
		r, ok := stat.Released(e)
		if !ok {
			if r, ok = stat.Signed(e); !ok {
				continue
			}
			d.signed++
		}
		d.dated++
		day := time.Date(r.Year, time.Month(r.Month), r.Day, 0, 0, 0, 0, time.UTC)
		if d.early.IsZero() || day.Before(d.early) {
			d.early = day
		}
		if day.After(d.late) {
			d.late = day
		}
		at := min(max(int(day.Sub(d.start).Hours()/24)+1, 0), n)
		for k, kind := range d.kinds {
			if kind.is(e.Agency.Kind) {
				d.counts[k][at]++
			}
		}
	}
	return d
}

// index is the place of a day in counts.
func (d days) index(month, day int) int {
	return int(time.Date(d.start.Year(), time.Month(month), day, 0, 0, 0, 0, time.UTC).Sub(d.start).Hours()/24) + 1
}

func (d days) name(i int) tongue.Text {
	switch i {
	case 0:
		return tongue.Of("更早", "Earlier")
	case len(d.counts[0]) - 1:
		return tongue.Of("7月以后", "July or later")
	}
	day := d.start.AddDate(0, 0, i-1)
	return tongue.Of(fmt.Sprintf("%d月%d日", int(day.Month()), day.Day()), day.Format("2 Jan"))
}

func (d days) total(i int) (n int64) {
	for _, c := range d.counts {
		n += c[i]
	}
	return n
}

// Releases shows on which days the reports of one year were published or, where
// that is not known, signed: day by day from 1 January of the next year to 30
// June. Earlier ones are one bar at the beginning, later ones one at the end.
func Releases(year int, entries iter.Seq[*archive.Entry]) *Chart {
	c := &Chart{
		ID: "releases", Title: tongue.Of("报告所见日期", "Dates seen"),
		Unit: tongue.Of("份", "reports"), NWord: tongue.Of("份报告", "reports"), Height: 240,
		Note: tongue.Of("法定期限：县级以上政府部门1月31日前，县级以上地方政府3月31日前（《政府信息公开条例》第四十九条）。发布日期可能是网站迁移后的日期。",
			"By law departments publish by 31 January, governments from county level up by 31 March (OGI Regulation, art. 49). A date of release may be that of a later site migration."),
	}
	c.Table = Table{
		Caption: tongue.Of(fmt.Sprintf("%d年度报告所见日期（份）", year), fmt.Sprintf("Dates seen, reports for %d", year)),
		Corner:  tongue.Of("日期", "Date"),
	}
	if year < 2019 {
		c.Note = tongue.Of("2018年度及以前的报告应在次年3月31日前公布。发布日期可能是网站迁移后的日期。",
			"Reports for 2018 and before were due by 31 March. A date of release may be that of a later site migration.")
	}
	d := readDays(year, entries)
	for _, k := range d.kinds {
		c.Table.Columns = append(c.Table.Columns, k.label)
	}
	c.N = d.dated
	if c.N == 0 {
		c.nothing(tongue.Sprintf("%d年度报告的日期", "dates of the reports for %d", year))
		return c
	}
	c.Sentence = d.words(year)
	for i := range d.counts[0] {
		if d.total(i) > 0 {
			row := Row{Head: d.name(i)}
			for k := range d.kinds {
				row.Cells = append(row.Cells, plain(d.counts[k][i]))
			}
			c.Table.Rows = append(c.Table.Rows, row)
		}
	}
	c.drawDays(d)
	return c
}

func (d days) words(year int) tongue.Text {
	t := tongue.Sprintf("%d年度的%d份报告中，%d份有可核的日期", "Reports for %d: %d; with a date: %d", year, d.held, d.dated)
	if d.signed > 0 {
		t = t.Then(tongue.Sprintf("（其中%d份只有成文日期）", " (%d of them a sign-off only)", d.signed))
	}
	early, late := dayWords(d.early), dayWords(d.late)
	if d.early.Equal(d.late) {
		t = t.Plus("，为", ", ").Then(early)
	} else {
		t = t.Plus("，最早", ", from ").Then(early).Plus("，最晚", " to ").Then(late)
	}
	t = t.Plus("。", ".")
	if n := d.held - d.dated; n > 0 {
		t = t.Then(tongue.Sprintf("其余%d份日期未知。", " Dates not known: %d.", n))
	}
	return t
}

func dayWords(d time.Time) tongue.Text {
	return tongue.Of(fmt.Sprintf("%d年%d月%d日", d.Year(), int(d.Month()), d.Day()), d.Format("2 January 2006"))
}

// drawDays draws a thin bar a day, from 1 January at least to 10 April, so that
// both deadlines stay in view.
func (c *Chart) drawDays(d days) {
	first, last := 1, d.index(4, 10)
	for i := range d.counts[0] {
		if d.total(i) > 0 {
			first, last = min(first, i), max(last, i)
		}
	}
	w := words{}
	var axis []string
	for i := first; i <= last; i++ {
		axis = append(axis, w.put(d.name(i)))
	}
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "56", "24", "4"), legend(true), tooltip("axis"), whole())
	for k, kind := range d.kinds {
		var data []opts.BarData
		for _, n := range d.counts[k][first : last+1] {
			if n > 0 {
				data = append(data, opts.BarData{Value: n})
			} else {
				data = append(data, opts.BarData{Value: gap})
			}
		}
		o := []charts.SeriesOpts{
			fill(kind.colour), charts.WithBarChartOpts(opts.BarChart{Stack: "day"}),
			charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarMinWidth = "3" }),
		}
		if kind.deadline[0] > 0 {
			o = append(o, deadline(d.name(d.index(kind.deadline[0], kind.deadline[1])).ZH, kind.colour)...)
		}
		bar.AddSeries(w.put(kind.label), data, o...)
	}
	c.draw(bar, w, nil)
}

// deadline is a dashed line at a day, in the colour of those it binds.
func deadline(day string, col Colour) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: day, XAxis: day}),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Formatter: "{b}", Color: col.Light},
			LineStyle: &opts.LineStyle{Color: col.Light, Type: "dashed"},
		}),
	}
}
