package page

import (
	"slices"
	"strconv"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Table is one of the three statutory tables. Kind is two, three or four and
// names the template, since their heads differ.
type Table struct {
	Kind     string
	Caption  tongue.Text
	Found    bool
	Bodies   []Body
	Problems []Place       // what is wrong with its shape
	Reasons  []tongue.Text // why cells were inferred or not understood; cells name them by number
	whys     []*report.Why // the same as evidence
	Hand     bool          // some cell was read by people
	Signs    []tongue.Text // what cells are that are no plain numbers
	Old      bool          // the 2019 form, which writes zeros as blanks
	Lean     bool          // cells do not lead to the source
}

// A Body is a group of rows. Columns are set in table two, where each group has
// a head of its own.
type Body struct {
	Head    tongue.Text
	Columns []tongue.Text
	Fill    int // columns that the widest group has and this one has not
	Rows    []Row
}

// A Row is one row of a table.
type Row struct {
	Label tongue.Text
	Total bool // （七）总计
	Part  bool // one of a group with a head of its own
	Cells []Cell
}

var captions = map[form.Table]struct {
	kind string
	text tongue.Text
}{
	form.Two:   {"two", tongue.Of("表二　主动公开政府信息情况", "Table two: proactive disclosure")},
	form.Three: {"three", tongue.Of("表三　收到和处理政府信息公开申请情况", "Table three: requests received and handled")},
	form.Four:  {"four", tongue.Of("表四　政府信息公开行政复议、行政诉讼情况", "Table four: reconsideration and litigation")},
}

// table lays one statutory table out as it is printed, one label a row.
func (v *view) table(t form.Table) *Table {
	r := v.entry.Report
	c := captions[t]
	out := &Table{Kind: c.kind, Caption: c.text, Found: r.Table(t).Found, Old: r.Form.Version == "2019", Lean: v.anchors.lean}
	for _, p := range r.Table(t).Problems {
		out.Problems = append(out.Problems, v.place(p.Text, p.Pos))
	}
	if !out.Found {
		return out
	}
	var seen [len(signs)]bool
	for i, d := range r.Form.Defs {
		if d.Table != t {
			continue
		}
		row, column := label(d)
		first := i == 0 || r.Form.Defs[i-1].Row != d.Row || r.Form.Defs[i-1].Table != t
		if first {
			out.start(d, row)
		}
		b := &out.Bodies[len(out.Bodies)-1]
		if t == form.Two && len(b.Rows) == 1 {
			b.Columns = append(b.Columns, tongue.Of(column, columnsEN[d.Column]))
		}
		cell := v.cell(i)
		if i < len(r.Cells) && r.Cells[i].Why != nil {
			cell.Word += "〔" + strconv.Itoa(out.reason(r.Cells[i].Why)) + "〕"
		}
		seen[signOf(&cell)] = true
		out.Hand = out.Hand || cell.Hand != ""
		last := &b.Rows[len(b.Rows)-1]
		last.Cells = append(last.Cells, cell)
	}
	for i, s := range signs {
		if seen[i] && i > 0 {
			out.Signs = append(out.Signs, s)
		}
	}
	widest := 0
	for _, b := range out.Bodies {
		widest = max(widest, len(b.Columns))
	}
	for i := range out.Bodies {
		if n := len(out.Bodies[i].Columns); n > 0 {
			out.Bodies[i].Fill = widest - n
		}
	}
	return out
}

// signs say how cells look that are no plain numbers, by signOf.
var signs = [...]tongue.Text{
	1: tongue.Of("空：原文未填，空白不等于零", "空: left blank, which is not zero"),
	2: tongue.Of("符号：照录原文", "signs: as printed"),
	3: tongue.Of("斜纹：未读到，公布的表中没有这一格", "hatched: not read, no such cell in the table as published"),
	4: tongue.Of("框：读不成数，照录原文", "framed: no number, as printed"),
	5: tongue.Of("虚线：推定值，非在原位读出", "dotted: inferred, not read in its place"),
}

func signOf(c *Cell) int {
	switch {
	case c.Is != Number:
		return int(c.Is)
	case c.Inferred:
		return len(signs) - 1
	}
	return 0
}

// reason is the number of a reason in the list below the table. Each reason is
// listed once, however many cells have it.
func (t *Table) reason(why *report.Why) int {
	i := slices.IndexFunc(t.whys, why.Equal)
	if i < 0 {
		i = len(t.whys)
		t.whys, t.Reasons = append(t.whys, why), append(t.Reasons, why.Text())
	}
	return i + 1
}

// start begins a row, and a body where the row begins a group.
func (t *Table) start(d form.Def, printed string) {
	row := Row{Label: tongue.Of(printed, rowsEN[d.Row])}
	var head tongue.Text
	fresh := len(t.Bodies) == 0
	switch d.Table {
	case form.Two:
		head = articles[d.Row]
		fresh = fresh || t.Bodies[len(t.Bodies)-1].Head != head
		if d.Column == "items" || d.Row == "proactive.charges" && d.Column == "amount" {
			fresh = true
		}
	case form.Three:
		group, part, ok := strings.Cut(printed, " ")
		if ok {
			head, row.Label.ZH, row.Part = tongue.Of(group, groupsEN[group]), part, true
		}
		fresh = fresh || t.Bodies[len(t.Bodies)-1].Head != head
		switch d.Row {
		case "requests.granted":
			fresh = true
		case "requests.outcomes_total":
			row.Total = true
		}
	}
	if fresh {
		t.Bodies = append(t.Bodies, Body{Head: head})
	}
	b := &t.Bodies[len(t.Bodies)-1]
	b.Rows = append(b.Rows, row)
}

// zeros reports whether the agency wrote nothing but zeros in table three.
func zeros(r *report.Report) bool {
	seen := false
	for i, d := range r.Form.Defs {
		if d.Table != form.Three || i >= len(r.Cells) {
			continue
		}
		if c := r.Cells[i]; c.State != report.Number || !c.Value.IsZero() {
			return false
		}
		seen = true
	}
	return seen
}
