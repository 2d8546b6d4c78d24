package chart

import (
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/badge"
	"ogi/generator/tongue"
)

// A VerdictRow is one agency of the heat map with its states by year; a year
// without a report is badge.NotHeld or absent.
type VerdictRow struct {
	Name   string
	States map[int]badge.State
}

// maxVerdictRows is how many agencies a heat map can show legibly; the table
// has them all.
const maxVerdictRows = 60

// Verdicts is the heat map of verdicts, agency × year. Rows keep the order
// given, which must not be one of merit. looks are the site's words.
func Verdicts(rows []VerdictRow, first, last int, looks []badge.Look) *Chart {
	c := &Chart{
		ID: "verdicts", Title: tongue.Of("各机关历年核对结果", "Verdicts by agency and year"),
		Unit: tongue.Of("份", "reports"), NWord: tongue.Of("份报告", "reports"),
	}
	c.Table = Table{Caption: tongue.Of("各机关历年核对结果", "Verdicts by agency and year"), Corner: tongue.Of("机关", "Agency")}
	for y := first; y <= last; y++ {
		c.Table.Columns = append(c.Table.Columns, yearLabel(y))
	}
	by := map[badge.State]int{}
	for _, r := range rows {
		row := Row{Head: tongue.Text{ZH: r.Name}}
		for y := first; y <= last; y++ {
			l := lookOf(looks, r.States[y])
			by[l.State]++
			row.Cells = append(row.Cells, Cell{Text: looked(l), Unknown: l.State == badge.NotHeld})
		}
		c.Table.Rows = append(c.Table.Rows, row)
	}
	c.N = len(rows)*(last-first+1) - by[badge.NotHeld]
	if c.N <= 0 {
		c.N = 0
		c.nothing(tongue.Of("各机关核对结果", "verdicts"))
		return c
	}
	c.Sentence = verdictWords(len(rows), c.N, first, last, by, looks)
	if len(rows) > maxVerdictRows {
		c.Note = tongue.Of(fmt.Sprintf("图中为前%d个机关，表中为全部。", maxVerdictRows),
			fmt.Sprintf("The chart shows the first %d agencies, the table all.", maxVerdictRows))
		rows = rows[:maxVerdictRows]
	}
	c.drawVerdicts(rows, first, last, looks)
	return c
}

func verdictWords(agencies, n, first, last int, by map[badge.State]int, looks []badge.Look) tongue.Text {
	var parts []tongue.Text
	for _, l := range looks {
		if k := by[l.State]; k > 0 && l.State != badge.NotHeld {
			parts = append(parts, tongue.Of(l.Word.ZH+count(int64(k))+"份", l.Word.EN+" "+count(int64(k))))
		}
	}
	said, span := list(parts), years(first, last)
	return tongue.Of(
		fmt.Sprintf("%s个机关%s共收录%s份报告：%s。未收录不等于未公布。", count(int64(agencies)), span.ZH, count(int64(n)), said.ZH),
		fmt.Sprintf("%s reports of %s agencies held for %s: %s. Not held does not mean not published.", count(int64(n)), count(int64(agencies)), span.EN, said.EN))
}

// looked is a state as a mark and a word.
func looked(l badge.Look) tongue.Text { return tongue.Of(l.Shape+" "+l.Word.ZH, l.Shape+" "+l.Word.EN) }

func (c *Chart) drawVerdicts(rows []VerdictRow, first, last int, looks []badge.Look) {
	w := words{}
	c.Height = 60 + 26*len(rows)
	var axis, names []string
	for y := first; y <= last; y++ {
		axis = append(axis, strconv.Itoa(y))
	}
	var data []map[string]any
	seen := map[badge.State]bool{}
	for i := range rows {
		r := rows[len(rows)-1-i] // ECharts draws from the bottom
		names = append(names, r.Name)
		for y := first; y <= last; y++ {
			k, l := 0, lookOf(looks, r.States[y])
			for j := range looks {
				if looks[j].State == l.State {
					k = j
				}
			}
			seen[l.State] = true
			// Values begin at 1: a zero would be dropped from the pieces.
			d := map[string]any{"name": l.Shape, "value": []int{y - first, i, k + 1}}
			if l.State == badge.NotHeld {
				d["label"] = map[string]any{"color": quiet.Light}
			}
			data = append(data, d)
		}
	}
	var pieces []map[string]any
	for j, l := range looks {
		if seen[l.State] {
			pieces = append(pieces, map[string]any{
				"value": j + 1, "color": verdictColour(l).Light,
				"label": w.put(looked(l)),
			})
		}
	}
	h := charts.NewHeatMap()
	h.SetGlobalOptions(legend(false), tooltip("item"))
	h.MultiSeries = append(h.MultiSeries, charts.SingleSeries{
		Type: "heatmap", Data: data, // HeatMapData has no label of its own
		Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: white.Light},
	})
	// The library's heat map drops its axis data and a zero minimum, so axes and
	// visual map are given here.
	c.draw(h, w, map[string]any{
		"grid":  map[string]any{"left": 4, "right": 8, "top": 30, "bottom": 4, "containLabel": true},
		"xAxis": map[string]any{"type": "category", "data": axis, "position": "top"},
		"yAxis": map[string]any{"type": "category", "data": names, "axisLabel": map[string]any{"interval": 0, "width": 180, "overflow": "break", "lineHeight": 13}},
		"visualMap": map[string]any{
			"type": "piecewise", "orient": "horizontal", "left": 0, "top": 0, "pieces": pieces, "selectedMode": false,
		},
	})
}

// verdictColour is the fill of a cell of the heat map.
func verdictColour(l badge.Look) Colour {
	if l.State == badge.NotHeld {
		return blank
	}
	return Colour{l.Light, l.Dark}
}

func lookOf(looks []badge.Look, s badge.State) badge.Look {
	if s == "" {
		s = badge.NotHeld
	}
	for _, l := range looks {
		if l.State == s {
			return l
		}
	}
	return badge.LookOf(s)
}
