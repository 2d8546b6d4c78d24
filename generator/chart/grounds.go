package chart

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// grounds are the rows of （三）不予公开 and （四）无法提供.
var grounds = []struct {
	row    string
	label  tongue.Text
	colour Colour
}{
	{"requests.denied.state_secret", tongue.Of("国家秘密", "State secret"), denied},
	{"requests.denied.prohibited", tongue.Of("法律法规禁止公开", "Forbidden by law"), denied},
	{"requests.denied.security", tongue.Of("三安全一稳定", "Security and stability"), denied},
	{"requests.denied.third_party", tongue.Of("第三方合法权益", "Third party's rights"), denied},
	{"requests.denied.internal", tongue.Of("内部事务信息", "Internal affairs"), denied},
	{"requests.denied.process", tongue.Of("过程性信息", "Process information"), denied},
	{"requests.denied.case_file", tongue.Of("行政执法案卷", "Enforcement case file"), denied},
	{"requests.denied.inquiry", tongue.Of("行政查询事项", "Administrative query"), denied},
	{"requests.unavailable.not_held", tongue.Of("本机关不掌握", "Not held"), unavailable},
	{"requests.unavailable.not_existing", tongue.Of("没有现成信息", "No existing information"), unavailable},
	{"requests.unavailable.unclear", tongue.Of("补正后仍不明确", "Unclear after supplement"), unavailable},
}

// Grounds shows on what grounds one report's requests were denied or could not
// be met. Grounds that were never used are in the table only.
func Grounds(e *archive.Entry, smallN int) *Chart {
	return groundsOf(e, smallN).caveats()
}

func groundsOf(e *archive.Entry, smallN int) *Chart {
	c := &Chart{
		ID: "grounds", Kind: "grounds", Title: tongue.Of("不予公开与无法提供的理由", "Grounds of refusal and unavailability"),
		Unit: tongue.Of("件", "cases"), NWord: tongue.Of("件办理结果", "outcomes"),
	}
	c.Table = Table{
		Caption: tongue.Of(fmt.Sprintf("%d年不予公开、无法提供的理由", e.Year), fmt.Sprintf("Grounds of refusal and unavailability, %d", e.Year)),
		Corner:  tongue.Of("理由", "Ground"),
		Columns: []tongue.Text{tongue.Of("件数", "Cases"), tongue.Of("占办理结果", "Of all outcomes")},
	}
	total := stat.Of(stat.ByKey("handled"), e)
	values := make([]int64, len(grounds))
	complete := true
	var sum int64
	for i, g := range grounds {
		v := stat.Count(e, g.row+".total")
		complete = complete && v.Known
		values[i] = v.Num.Int64()
		sum += values[i]
		cells := []Cell{number(v, 0), {Text: tongue.ZH("—")}}
		if v.Known && total.Known && total.Num.Int64() >= int64(smallN) && total.Num.Int64() >= values[i] {
			cells[1] = Cell{Text: tongue.ZH(percent(values[i], total.Num.Int64()))}
		}
		c.Table.Rows = append(c.Table.Rows, Row{Head: g.label, Cells: cells})
	}
	switch {
	case !complete:
		c.nothing(tongue.Sprintf("%d年不予公开、无法提供的理由", "grounds of refusal in %d", e.Year))
		return c
	case sum == 0:
		c.zero(tongue.Sprintf("%d年不予公开、无法提供", "refusals and unavailabilities in %d", e.Year))
		return c
	}
	if total.Known {
		c.N = int(total.Num.Int64())
	}
	c.tellGrounds(e.Year, values, sum, smallN)
	return c
}

// tellGrounds says how many were refused and which ground was the most frequent.
func (c *Chart) tellGrounds(year int, values []int64, sum int64, smallN int) {
	var no, cannot int64
	for i, g := range grounds {
		if g.colour == denied {
			no += values[i]
		} else {
			cannot += values[i]
		}
	}
	top := most(values)
	part := share(values[top], sum, smallN)
	c.Sentence = tongue.Of(
		fmt.Sprintf("%d年不予公开%s件、无法提供%s件，其中“%s”最多，%s件%s。",
			year, count(no), count(cannot), grounds[top].label.ZH, count(values[top]), part.ZH),
		fmt.Sprintf("In %d, %s requests were denied and %s could not be met; the most frequent ground was “%s”: %s%s.",
			year, count(no), count(cannot), lower(grounds[top].label.EN), count(values[top]), part.EN))
}

// groundsOptions are bars for all grounds, those of denial and the others a series
// each, without a number.
func groundsOptions() *Chart {
	c := &Chart{ID: "grounds", Unit: tongue.Of("件", "cases")}
	w := words{}
	var axis []string
	for i := len(grounds) - 1; i >= 0; i-- { // ECharts draws from the bottom
		axis = append(axis, w.put(grounds[i].label))
	}
	bar := charts.NewBar()
	bar.SetXAxis(axis)
	bar.SetGlobalOptions(grid("4", "34", "56", "4"), legend(true), tooltip("item"))
	bar.XYReversal()
	label := charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right"})
	stack := charts.WithBarChartOpts(opts.BarChart{Stack: "grounds"})
	for _, o := range []outcome{outcomes[2], outcomes[3]} {
		bar.AddSeries(w.put(o.label), []opts.BarData{}, fill(o.colour), label, stack, barThin)
	}
	c.draw(bar, w, map[string]any{"xAxis": valueAxis(), "yAxis": categoryAxis(axis)})
	return c
}

var barThin = charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarMaxWidth = "20" })
