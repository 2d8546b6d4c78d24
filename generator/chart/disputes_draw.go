package chart

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/tongue"
)

// fillDisputes writes the sentence and draws: for one report (axis nil) the script
// of its page draws, else three bars a year side by side.
func (c *Chart) fillDisputes(rows []disputeRow, axis []string, first, last int) {
	span := years(first, last)
	var all int64
	known := 0
	for _, d := range rows {
		if d.known {
			known++
			all += d.total
		}
	}
	switch {
	case known == 0 || axis == nil && known < len(rows):
		c.nothing(tongue.Of(span.ZH+"行政复议、行政诉讼", "reconsiderations and suits in "+span.EN))
		return
	case all == 0:
		span = readable(span, known/len(remedies), len(rows)/len(remedies))
		c.zero(tongue.Of(span.ZH+"行政复议、行政诉讼", "numbers of reconsiderations and suits in "+span.EN))
		return
	}
	if last >= 2024 {
		c.Note = direct2024
	}
	// The latest two years that are known, each by itself: a case pending at the
	// end of one year is counted again in the next, so years are not added.
	said := 0
	for i := len(rows) - 3; i >= 0 && said < 2; i -= 3 {
		if t, ok := disputeWords(rows[i:i+3], said > 0); ok {
			c.Sentence = then(c.Sentence, t)
			said++
		}
	}
	if said == 0 { // kinds are known in part only, in every year
		c.Sentence = tongue.Of(span.ZH+"行政复议、行政诉讼只有部分数据可读。", "The figures of "+span.EN+" are known in part only.")
	}
	if axis != nil {
		c.drawDisputes(rows, axis)
	}
}

// disputeWords puts one year, given by its three groups, into a sentence, or a
// short one for the year before. Not ok where a group is not known.
func disputeWords(d []disputeRow, short bool) (t tongue.Text, ok bool) {
	var total, corrected, pending int64
	for _, r := range d {
		if !r.known {
			return tongue.Text{}, false
		}
		total += r.total
		corrected += r.values[1].Num.Int64()
		pending += r.values[3].Num.Int64()
	}
	suits := d[1].total + d[2].total
	if short {
		return tongue.Sprintf("%d年行政复议%s件、行政诉讼%s件。", "In %d there were %s and %s.", d[0].year, count(d[0].total), count(suits)), true
	}
	t = tongue.Sprintf("%d年行政复议%s件、行政诉讼%s件", "In %d, %s reconsiderations and %s suits", d[0].year, count(d[0].total), count(suits))
	if suits > 0 {
		t = t.Then(tongue.Sprintf("（未经复议直接起诉%s件、复议后起诉%s件）", " (%s direct, %s after reconsideration)", count(d[1].total), count(d[2].total)))
	}
	if total > pending {
		t = t.Then(tongue.Sprintf("；已审结的%[1]s件中，结果纠正%[2]s件", "; %[2]s of the %[1]s concluded ended in correction",
			count(total-pending), count(corrected)))
	}
	return t.Plus("。", "."), true
}

// disputeOptions are lying bars of the three kinds by result, without a number.
func disputeOptions() *Chart {
	c := disputes(tongue.Text{})
	c.Height = 190
	w := words{}
	bar := charts.NewBar()
	var names []string
	for i := len(remedies) - 1; i >= 0; i-- {
		names = append(names, w.put(remedies[i].label))
	}
	bar.SetXAxis(names)
	bar.XYReversal()
	bar.SetGlobalOptions(grid("4", "34", "16", "4"), legend(true), tooltip("axis"))
	for _, r := range results {
		bar.AddSeries(w.put(r.label), []opts.BarData{}, fill(r.colour), barThin, charts.WithBarChartOpts(opts.BarChart{Stack: "results"}))
	}
	c.draw(bar, w, map[string]any{"xAxis": valueAxis(), "yAxis": categoryAxis(names)})
	return c
}

// drawDisputes gives each kind a panel of its own over the years.
func (c *Chart) drawDisputes(rows []disputeRow, axis []string) {
	var panels []panel
	for k, r := range remedies {
		p := panel{title: r.label, unit: tongue.Of("件", "cases"), stack: true}
		if k == 1 && c.Note.ZH != "" {
			p.unit = tongue.Of("件；2024年起含义不同", "cases; of other meaning from 2024")
		}
		for i, res := range results {
			s := panelSeries{label: res.label, colour: res.colour}
			for _, d := range rows {
				if d.remedy == k {
					s.values = append(s.values, d.values[i].Float())
					s.known = append(s.known, d.known)
				}
			}
			p.series = append(p.series, s)
		}
		panels = append(panels, p)
	}
	c.drawPanels(panels, axis)
}
