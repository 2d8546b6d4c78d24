package data

import (
	"strconv"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/sign"
	"ogi/generator/stat"
)

// Small is an agency's file: a row a cell and an indicator, a column a year, for those
// who want one body and open it in a sheet. What is no number stands in brackets: 〔空白〕,
// 〔缺〕, or as it is printed; where the form of a year has no such cell there is nothing.
func (g *Agency) Small() []byte {
	t := &Table{Columns: []Column{{Key: "key"}, {Key: "label"}}}
	head := Row{"键", "名称"}
	for _, e := range g.Reports {
		t.Columns = append(t.Columns, Column{Key: strconv.Itoa(e.Year), Type: Number})
		head = append(head, strconv.Itoa(e.Year))
	}
	rows := []Row{head}
	seen := map[form.Key]bool{}
	for _, f := range Forms {
		for i := range f.Defs {
			d := &f.Defs[i]
			if seen[d.Key] {
				continue
			}
			seen[d.Key] = true
			r := Row{string(d.Key), strings.ReplaceAll(d.Label, " × ", " ")}
			any := false
			for _, e := range g.Reports {
				v := ""
				if e.Report != nil {
					if at := e.Report.Form.Index(d.Key); at >= 0 {
						v, any = shown(&e.Report.Cells[at]), true
					}
				}
				r = append(r, v)
			}
			if any {
				rows = append(rows, r)
			}
		}
	}
	for _, ind := range stat.Indicators {
		r := Row{"indicator." + ind.Key, ind.Name.ZH + "（" + ind.Unit.Label().ZH + "）"}
		any := false
		for _, e := range g.Reports {
			v := ""
			if s := stat.Of(ind, e); s.Known && !s.Empty && !s.Small(g.SmallN) {
				v, any = exact(s.Rat(), ind), true
			}
			r = append(r, v)
		}
		if any && ind.Ratio() {
			rows = append(rows, r)
		}
	}
	return append([]byte(bom), csvOf(t, rows, true)...)
}

func shown(c *report.Cell) string {
	switch c.State {
	case report.Number:
		return c.Value.String()
	case report.Blank:
		return "〔空白〕"
	case report.Missing:
		return "〔缺〕"
	}
	return "〔" + sign.Line(c.Raw) + "〕"
}
