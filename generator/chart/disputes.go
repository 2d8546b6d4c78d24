package chart

import (
	"fmt"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

// The meaning of a direct suit changed with the reconsideration law in force
// from 2024 on (art. 23): a refusal must go to reconsideration first.
var direct2024 = tongue.Of(
	"自2024年1月1日起，对不予公开等决定不服的，应当先申请行政复议（《行政复议法》第二十三条），2024年起的“未经复议直接起诉”与此前年份含义不同。",
	"Since 1 January 2024 a refusal must go to reconsideration before a suit (Administrative Reconsideration Law, art. 23), so direct suits from 2024 on mean something else than before.",
)

// Disputes shows the reconsiderations and suits of an agency year by year, one
// bar each, by result.
func Disputes(a *archive.Agency) *Chart {
	c := disputes(tongue.Of("历年行政复议、行政诉讼", "Reconsiderations and suits by year"))
	c.Table.Caption = tongue.Of(a.Name+"历年行政复议、行政诉讼（件）", a.Name+": reconsiderations and suits by year (cases)")
	c.Table.Corner = tongue.Of("年份", "Year")
	if len(a.Reports) == 0 {
		c.nothing(tongue.Of("行政复议、行政诉讼", "reconsiderations and suits"))
		return c
	}
	c.NWord = tongue.Of("份报告", "reports")
	first, last := a.Reports[0].Year, a.Reports[len(a.Reports)-1].Year
	var axis []string
	var rows []disputeRow
	for y := first; y <= last; y++ {
		for i, r := range remedies {
			d := readDispute(a.Report(y), r.row)
			d.head = tongue.Of(fmt.Sprintf("%d %s", y, r.label.ZH), fmt.Sprintf("%d %s", y, lower(r.label.EN)))
			d.year, d.remedy = y, i
			rows = append(rows, d)
			c.Table.Rows = append(c.Table.Rows, d.row())
		}
		axis = append(axis, strconv.Itoa(y))
		if readDispute(a.Report(y), remedies[0].row).known {
			c.N++
		}
	}
	c.fillDisputes(rows, axis, first, last)
	return c.caveats()
}

// DisputesOf shows the reconsiderations and suits of one report by result.
func DisputesOf(e *archive.Entry) *Chart {
	c := disputes(tongue.Of("行政复议、行政诉讼及其结果", "Reconsiderations and suits by result"))
	c.Table.Caption = tongue.Of(fmt.Sprintf("%d年行政复议、行政诉讼（件）", e.Year), fmt.Sprintf("Reconsiderations and suits, %d (cases)", e.Year))
	c.Table.Corner = tongue.Of("类型", "Kind")
	c.NWord, c.Kind = tongue.Of("件", "cases"), "disputes"
	var rows []disputeRow
	for i, r := range remedies {
		d := readDispute(e, r.row)
		d.head, d.year, d.remedy = r.label, e.Year, i
		rows = append(rows, d)
		c.Table.Rows = append(c.Table.Rows, d.row())
		c.N += int(d.total)
	}
	c.fillDisputes(rows, nil, e.Year, e.Year)
	return c.caveats()
}

func disputes(title tongue.Text) *Chart {
	c := &Chart{ID: "disputes", Title: title, Unit: tongue.Of("件", "cases")}
	for _, r := range results {
		c.Table.Columns = append(c.Table.Columns, r.label)
	}
	c.Table.Columns = append(c.Table.Columns, tongue.Of("合计", "Sum"))
	return c
}

// A disputeRow is one of the three groups of table four in one year.
type disputeRow struct {
	head         tongue.Text
	year, remedy int
	known        bool
	values       []stat.Value
	total        int64
}

func readDispute(e *archive.Entry, row string) disputeRow {
	d := disputeRow{known: true}
	for _, r := range results {
		v := stat.Count(e, row+"."+r.column)
		d.values = append(d.values, v)
		d.known = d.known && v.Known
		d.total += v.Num.Int64()
	}
	if !d.known {
		d.total = 0
	}
	return d
}

func (d disputeRow) row() Row {
	r := Row{Head: d.head}
	for _, v := range d.values {
		r.Cells = append(r.Cells, number(v, 0))
	}
	if d.known {
		r.Cells = append(r.Cells, plain(d.total))
	} else {
		r.Cells = append(r.Cells, Cell{Text: tongue.Of("未知", "unknown"), Unknown: true})
	}
	return r
}
