package chart

import (
	"slices"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/tongue"
)

// A panel is one of several small charts over the same years, each with a
// scale of its own, so that 66 documents can be seen beside four million decisions.
type panel struct {
	title  tongue.Text
	unit   tongue.Text
	stack  bool
	series []panelSeries
}

type panelSeries struct {
	label  tongue.Text
	colour Colour
	line   bool
	values []float64
	known  []bool
}

const panelHeight, panelGap = 96, 58

// drawPanels draws the panels below each other. Series of the same label have
// the same colour in all panels and share one place in the legend.
func (c *Chart) drawPanels(panels []panel, axis []string) {
	w := words{}
	top := 16
	if len(legends(panels)) > 0 {
		top = 34
	}
	c.Height = top + len(panels)*(panelHeight+panelGap)
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	names := legends(panels)
	show := legend(len(names) > 0)
	bar.SetGlobalOptions(show, tooltip("axis"))
	bar.Legend.Data = names
	var grids, xs, ys, titles []map[string]any
	for i, p := range panels {
		y := top + i*(panelHeight+panelGap)
		titles = append(titles, map[string]any{"text": w.put(inUnit(p.title, p.unit)), "left": 0, "top": y})
		grids = append(grids, map[string]any{"left": 52, "right": 12, "top": y + 30, "height": panelHeight - 24})
		xs = append(xs, map[string]any{"type": "category", "data": axis, "gridIndex": i})
		y0 := map[string]any{"type": "value", "min": 0, "splitNumber": 2, "gridIndex": i, "boundaryGap": []any{0, "18%"}}
		if p.unit.ZH != "万元" {
			y0["minInterval"] = 1
		}
		ys = append(ys, y0)
		for _, s := range p.series {
			bar.MultiSeries = append(bar.MultiSeries, s.series(w, i, p))
		}
	}
	c.draw(bar, w, map[string]any{"grid": grids, "xAxis": xs, "yAxis": ys, "title": titles})
}

// legends are the series of panels that have more than one.
func legends(panels []panel) []string {
	var names []string
	for _, p := range panels {
		for _, s := range p.series {
			if len(p.series) > 1 && !slices.Contains(names, s.label.ZH) {
				names = append(names, s.label.ZH)
			}
		}
	}
	return names
}

func (s panelSeries) series(w words, i int, p panel) charts.SingleSeries {
	longest := 0.0
	for _, v := range s.values {
		longest = max(longest, v)
	}
	one := charts.SingleSeries{
		Name: w.put(s.label), Type: "bar", XAxisIndex: i, YAxisIndex: i,
		ItemStyle: &opts.ItemStyle{Color: s.colour.Light}, BarMaxWidth: "28",
	}
	if p.stack {
		one.Stack = "panel" + strconv.Itoa(i)
	} else if !s.line {
		one.Label = &opts.Label{Show: opts.Bool(true), Position: "top"}
	}
	if s.line {
		one.Type, one.BarMaxWidth, one.Symbol, one.SymbolSize = "line", "", "circle", 7
		one.LineStyle = &opts.LineStyle{Color: s.colour.Light, Width: 2}
		one.Label = &opts.Label{Show: opts.Bool(true), Position: "top"}
		var data []opts.LineData
		for k, v := range s.values {
			if s.known[k] {
				data = append(data, opts.LineData{Value: v})
			} else {
				data = append(data, opts.LineData{Value: gap})
			}
		}
		one.Data = data
		return one
	}
	var data []opts.BarData
	for k, v := range s.values {
		if s.known[k] {
			data = append(data, opts.BarData{Value: v})
		} else {
			data = append(data, opts.BarData{Value: gap})
		}
	}
	one.Data = data
	return one
}
