package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/tongue"
)

// An echart is what all charts of the library share.
type echart interface {
	Validate()
	JSON() map[string]any
}

// words collects the labels of one chart with their translation.
type words map[string]string

func (w words) put(l tongue.Text) string {
	if l.EN != "" {
		w[l.ZH] = l.EN
	}
	return l.ZH
}

// draw fills in the options. What charts.js needs besides is under
// "ogi": height, unit, English words and sentences. extra replaces options
// that the library cannot express.
func (c *Chart) draw(e echart, w words, extra map[string]any) {
	e.Validate()
	m := e.JSON()
	m["animation"] = false
	delete(m, "title") // the page has it
	delete(m, "toolbox")
	delete(m, "color") // every series has its own
	m["aria"] = map[string]any{"enabled": true, "label": map[string]any{"description": c.Title.ZH + "。" + c.Sentence.ZH}}
	m["ogi"] = map[string]any{
		"height": c.Height, "unit": c.Unit.ZH, "unitEN": c.Unit.EN,
		"aria": c.Title.EN + ". " + c.Sentence.EN, "en": w,
	}
	for k, v := range extra {
		m[k] = v
	}
	b, err := json.Marshal(m)
	if err != nil {
		panic("internal error: chart " + c.ID + ": " + err.Error())
	}
	c.Options = b
}

// fill colours a series. Its segments are parted by a line in the ground
// colour, which charts.js finds.
func fill(col Colour) charts.SeriesOpts {
	return charts.WithItemStyleOpts(opts.ItemStyle{Color: col.Light})
}

func grid(left, top, right, bottom string) charts.GlobalOpts {
	return charts.WithGridOpts(opts.Grid{Left: left, Top: top, Right: right, Bottom: bottom, ContainLabel: opts.Bool(true)})
}

// legend is above the plot, in the order of the series.
func legend(show bool) charts.GlobalOpts {
	l := opts.Legend{Show: opts.Bool(show)}
	if show {
		l.Top, l.Left, l.Icon = "0", "0", "rect"
	}
	return charts.WithLegendOpts(l)
}

func tooltip(trigger string) charts.GlobalOpts {
	return charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger})
}

// gap is the datum of a number that is not known: nil would be left out of the
// JSON, and the bar would be drawn as zero.
const gap = "-"

// inside is the label of a bar segment: its value in words on the mark, where
// the segment is at least a tenth of the longest bar.
func inside(v, longest float64) *opts.Label {
	if v <= 0 || v < longest/10 {
		return nil
	}
	return &opts.Label{Show: opts.Bool(true), Position: "inside", Color: white.Light}
}

// whole keeps the scale of counts to whole numbers. It is made for each chart: the
// library's option notes in itself for which axis it was used.
func whole() charts.GlobalOpts { return charts.WithYAxisOpts(opts.YAxis{Min: 0, MinInterval: 1}) }

// valueAxis and categoryAxis are the axes of lying bars, which the library's
// XYReversal leaves without types.
func valueAxis() []map[string]any {
	return []map[string]any{{"type": "value", "min": 0, "minInterval": 1}}
}

func categoryAxis(names []string) []map[string]any {
	return []map[string]any{{"type": "category", "data": names, "axisLabel": map[string]any{"interval": 0}}}
}
