package page

import (
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/chart"
	"ogi/generator/stat"
	"ogi/generator/tongue"
)

var topics = []struct {
	topic stat.Topic
	name  tongue.Text
}{
	{stat.Requests, tongue.Of("申请", "Requests")},
	{stat.Outcomes, tongue.Of("办理结果", "Outcomes")},
	{stat.Remedies, tongue.Of("复议、诉讼", "Reconsideration and litigation")},
	{stat.Proactive, tongue.Of("主动公开", "Proactive disclosure")},
}

// series lays out an agency's indicators by topic. An indicator that no form
// of its years has is left out; one that is not known says why.
func (s *site) series(b *Base, a *archive.Agency, newest *Brief) ([]Series, tongue.Text) {
	group := s.peerGroup(newest)
	var out []Series
	for _, t := range topics {
		part := Series{Topic: t.name}
		for _, ind := range stat.Indicators {
			if ind.Topic != t.topic {
				continue
			}
			if row, ok := s.seriesRow(b, ind, a); ok {
				if group != nil {
					row.Peers, row.Note = median(group.spreads[ind], group.n)
				}
				part.Rows = append(part.Rows, row)
			}
		}
		if len(part.Rows) > 0 {
			out = append(out, part)
		}
	}
	return out, s.peerWords(a, group)
}

func (s *site) seriesRow(b *Base, ind *stat.Indicator, a *archive.Agency) (SeriesRow, bool) {
	row := SeriesRow{
		Name: ind.Name, Unit: ind.Unit.Label(),
		Formula: ind.Formula,
	}
	if ind.Unit == stat.Share {
		row.Unit = tongue.Text{} // the figures say %
	}
	var xs []*float64
	any := false
	for _, p := range stat.Series(ind, a) {
		c := s.figure(p.Value)
		switch {
		case p.Entry == nil:
			c = Cell{Is: NotHeld, Title: "未收录（not held）"}
		case p.Entry.Unread():
			c = Cell{Is: NotHeld, Title: "未能读取（not read）", Href: b.to(reportPath(p.Entry))}
		case p.Entry.Report == nil:
			c = Cell{Is: NotHeld, Title: "已撤下（withdrawn）"}
		default:
			c.Href = b.to(reportPath(p.Entry))
			if len(ind.Num) == 1 && p.Entry.Report.Form.Index(ind.Num[0]) >= 0 {
				c.Href += cellHref(p.Entry.Report.Form, ind.Num[0])
			}
			any = any || !p.Value.Absent
			c.Title = join(s.changed(p), c.Title)
		}
		row.Cells = append(row.Cells, c)
		if p.Value.Known && !p.Value.Small(s.smallN) {
			f := p.Value.Float()
			xs = append(xs, &f)
		} else {
			xs = append(xs, nil)
		}
	}
	row.Spark = spark(xs)
	return row, any
}

// dashes reports whether some figure is a dash.
func dashes(parts []Series) bool {
	for _, p := range parts {
		for _, r := range p.Rows {
			for _, c := range r.Cells {
				if c.Is == Dash {
					return true
				}
			}
		}
	}
	return false
}

// changed is the change on the year before in words, "" where there is none.
func (s *site) changed(p stat.Point) string {
	if !p.Change.Known || p.Change.Small(s.smallN) || p.Change.Diff.Sign() == 0 {
		return ""
	}
	t := p.Change.Text(p.Value.Indicator.Unit)
	if rate := p.Change.RateText(); rate != "" {
		t += "，" + rate
	}
	return "较上年 yoy " + t
}

// figure is a figure as a cell: a figure that is not known says why.
func (s *site) figure(v stat.Value) Cell {
	switch {
	case v.Absent:
		return Cell{Is: Dash, Text: "–", Title: "该年表格没有此项（not in that form）"}
	case v.Empty:
		return Cell{Is: Dash, Text: "–", Title: "分母为零，无从计算（nothing to divide by）"}
	case !v.Known:
		return Cell{Is: Unknown, Text: "？", Title: "未知：" + v.Note.ZH}
	}
	c := Cell{Text: v.Text(s.smallN), Title: v.Note.ZH, Zero: v.IsZero(), Inferred: v.Recovered}
	if v.Recovered {
		c.Title = join("含推定值（recovered）", c.Title)
	}
	if v.Small(s.smallN) {
		c.Title = join("件数太少，不算比例（too few for a ratio）", c.Title)
	}
	return c
}

// median is a median with how many bodies report zero, and of how many it is where
// that is not the whole group.
func median(sp stat.Spread, group int) (string, tongue.Text) {
	if sp.Median == nil {
		return "", tongue.Text{}
	}
	zero := stat.Format(sp.ZeroShare(), stat.Share)
	words := tongue.Of("零占"+zero, zero+" zero")
	if sp.N != group {
		n := fmt.Sprintf("n=%d", sp.N)
		words = tongue.Of(n+"，"+words.ZH, n+", "+words.EN)
	}
	return sp.Text(), words
}

// peerWords says what the medians are of.
func (s *site) peerWords(a *archive.Agency, g *peerGroup) tongue.Text {
	year := a.Reports[len(a.Reports)-1].Year
	switch {
	case g == nil:
		return tongue.Of("没有可比的同类机关，不列中位数。", "No comparable bodies; no medians.")
	case g.n < s.smallN:
		return tongue.Of(fmt.Sprintf("本站收录的同级同类机关%d年只有%d个，不足%d个，不列中位数。", year, g.n, s.smallN),
			fmt.Sprintf("Bodies of the same level and function held for %d: %d; below %d no median is given.", year, g.n, s.smallN))
	}
	return tongue.Of(fmt.Sprintf("中位数取自本站收录的%d个同级同类机关（含本机关）%d年的报告。", g.n, year),
		fmt.Sprintf("Medians are of %d bodies of the same level and function held for %d, this one included.", g.n, year))
}

// drawn reports whether any of the charts has something to draw.
func drawn(cs []*chart.Chart) bool {
	for _, c := range cs {
		if c != nil && c.Pictured() {
			return true
		}
	}
	return false
}
