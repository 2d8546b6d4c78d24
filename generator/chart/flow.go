package chart

import (
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"ogi/generator/archive"
	"ogi/generator/form"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// applicants are the six columns of table three.
var applicants = []struct {
	column string
	label  tongue.Text
}{
	{"natural_person", tongue.Of("自然人", "Natural persons")},
	{"enterprise", tongue.Of("商业企业", "Enterprises")},
	{"research", tongue.Of("科研机构", "Research")},
	{"public_welfare", tongue.Of("社会公益组织", "Public interest")},
	{"legal_service", tongue.Of("法律服务机构", "Legal services")},
	{"other", tongue.Of("其他申请人", "Other applicants")},
}

// Flow shows, for one report, from which applicants the requests came and how
// they ended.
func Flow(e *archive.Entry, smallN int) *Chart {
	return flow(e, smallN).caveats()
}

func flow(e *archive.Entry, smallN int) *Chart {
	c := &Chart{
		ID: "flow", Kind: "flow", Title: tongue.Of("申请人类型与办理结果", "From applicants to outcomes"),
		Unit: tongue.Of("件", "cases"), NWord: tongue.Of("件办理结果", "outcomes"),
	}
	c.Table = Table{
		Caption: tongue.Of(fmt.Sprintf("%d年各类申请人的办理结果（件）", e.Year), fmt.Sprintf("Outcomes by applicant, %d (cases)", e.Year)),
		Corner:  tongue.Of("申请人", "Applicant"),
	}
	for _, o := range outcomes {
		c.Table.Columns = append(c.Table.Columns, o.label)
	}
	c.Table.Columns = append(c.Table.Columns, tongue.Of("合计", "Sum"))

	var total int64
	from, to := make([]int64, len(applicants)), make([]int64, len(outcomes))
	complete := true
	for i, a := range applicants {
		row := Row{Head: a.label}
		for j, o := range outcomes {
			v := stat.Count(e, column(e, o.prefix, a.column)...)
			row.Cells = append(row.Cells, number(v, 0))
			complete = complete && v.Known
			n := v.Num.Int64()
			from[i], to[j], total = from[i]+n, to[j]+n, total+n
		}
		row.Cells = append(row.Cells, plain(from[i]))
		c.Table.Rows = append(c.Table.Rows, row)
	}
	switch {
	case !complete:
		c.nothing(tongue.Sprintf("%d年各类申请人的办理结果", "outcomes by applicant in %d", e.Year))
		for i := range c.Table.Rows {
			cells := c.Table.Rows[i].Cells
			cells[len(cells)-1] = Cell{Text: tongue.Of("未知", "unknown"), Unknown: true}
		}
		return c
	case total == 0:
		c.zero(tongue.Sprintf("%d年各类申请人的办理结果", "outcomes by applicant in %d", e.Year))
		return c
	}
	c.N = int(total)
	c.Sentence = flowWords(e.Year, total, from, to, smallN)
	return c
}

// flowOptions are the picture of all flows without a number: every applicant, every
// outcome.
func flowOptions() *Chart {
	c := &Chart{ID: "flow", Unit: tongue.Of("件", "cases")}
	w := words{}
	var nodes []opts.SankeyNode
	for _, a := range applicants {
		nodes = append(nodes, node(w.put(a.label), quiet, 0))
	}
	for _, o := range outcomes {
		nodes = append(nodes, node(w.put(o.label), o.colour, 1))
	}
	s := charts.NewSankey()
	s.SetGlobalOptions(legend(false), tooltip("item"))
	s.AddSeries("", nodes, []opts.SankeyLink{},
		charts.WithLineStyleOpts(opts.LineStyle{Color: "target", Opacity: opts.Float(0.35), Curveness: 0.5}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true)}),
		charts.WithSeriesOpts(func(s *charts.SingleSeries) {
			s.NodeGap, s.NodeWidth = opts.Int(16), opts.Int(10)
			s.Left, s.Right, s.Top, s.Bottom = "4", "150", "8", "8"
			s.Draggable = opts.Bool(false)
		}))
	c.draw(s, w, nil)
	return c
}

func node(name string, col Colour, depth int) opts.SankeyNode {
	return opts.SankeyNode{Name: name, Depth: &depth, ItemStyle: &opts.ItemStyle{Color: col.Light}}
}

// column are the cells of one applicant in the rows of an outcome.
func column(e *archive.Entry, prefix, col string) []form.Key {
	if e.Report == nil {
		return []form.Key{prefix + "." + col}
	}
	var keys []form.Key
	for _, row := range stat.OutcomeRows(e.Report.Form, prefix) {
		keys = append(keys, row+"."+col)
	}
	if keys == nil {
		keys = []form.Key{prefix + "." + col}
	}
	return keys
}

func flowWords(year int, total int64, from, to []int64, smallN int) tongue.Text {
	a, o := most(from), most(to)
	of, ended := share(from[a], total, smallN), share(to[o], total, smallN)
	zh := fmt.Sprintf("%d年的%s件办理结果中，申请人以%s最多，%s件%s；办理结果以%s最多，%s件%s。",
		year, count(total), applicants[a].label.ZH, count(from[a]), of.ZH, outcomes[o].label.ZH, count(to[o]), ended.ZH)
	en := fmt.Sprintf("Of the %s outcomes in %d, most went to %s: %s%s; the most frequent outcome was “%s”: %s%s.",
		count(total), year, lower(applicants[a].label.EN), count(from[a]), of.EN, lower(outcomes[o].label.EN), count(to[o]), ended.EN)
	return tongue.Of(zh, en)
}

// most is the index of the largest number, the first of equals.
func most(ns []int64) int {
	at := 0
	for i, n := range ns {
		if n > ns[at] {
			at = i
		}
	}
	return at
}
