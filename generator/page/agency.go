package page

import (
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/form"
	"ogi/generator/report"
)

// An Agency is the page of one body: what it has reported over the years.
type Agency struct {
	Base
	Name     string
	Kind     Text
	Region   []Link
	Homepage Origin
	Names    []Fact // earlier names
	State    State
	Latest   *Link
	Families []Family
	Strip    []MatrixCell
	Years    []Link // every year between the first and the last
	Missing  []int
	Series   []Series
	Badge    BadgeCode
}

// A Series is one indicator over the years.
type Series struct {
	Name  Text
	Unit  Text
	Cells []Cell // by year; Text is empty where no report is held
	Spark *Spark
}

// A Spark is a small line of a series: the points of each unbroken run, in a
// box of 100 by 24.
type Spark struct {
	Lines  []string
	Points []Point
}

// A Point is a place in a Spark.
type Point struct{ X, Y int }

var series = []struct {
	key  form.Key
	name Text
}{
	{"requests.received.total", Text{"新收申请", "Received"}},
	{"requests.carried_in.total", Text{"上年结转", "Carried over"}},
	{"requests.outcomes_total.total", Text{"办结", "Handled"}},
	{"requests.granted.total", Text{"予以公开", "Granted"}},
	{"requests.partial.total", Text{"部分公开", "Partially granted"}},
	{"requests.carried_out.total", Text{"结转下年", "Carried forward"}},
	{"remedies.reconsideration.total", Text{"行政复议", "Reconsiderations"}},
	{"remedies.direct_suit.total", Text{"未经复议直接起诉", "Direct suits"}},
	{"remedies.suit_after_reconsideration.total", Text{"复议后起诉", "Suits after reconsideration"}},
}

func (s *site) agency(b Base, a *archive.Agency) *Agency {
	b.Summary = a.Name + "政府信息公开工作年度报告"
	b.at(zh(a.Name), Crumb{Text{"机关", "Agencies"}, b.to("agencies/")})
	p := &Agency{Name: a.Name, Kind: kinds[a.Kind], State: s.held(nil)}
	if a.Region != "" {
		p.Region = s.way(&b, a.Region)
	}
	p.Homepage = origin(&archive.Entry{Meta: metaOf(a.Homepage)})
	for _, n := range a.Names {
		p.Names = append(p.Names, Fact{Name: zh(n.Name), Value: span(n.From, n.To)})
	}
	if n := len(a.Reports); n > 0 {
		e := a.Reports[n-1]
		year := strconv.Itoa(e.Year)
		p.Latest = &Link{Text{year + "年", year}, b.to(reportPath(e))}
		p.State, p.Families = s.held(e), s.families(e)
		m := s.matrix(&b, []*archive.Agency{a})
		p.Years, p.Strip = m.Years, m.Rows[0].Cells
		for i, y := 0, a.Reports[0].Year; y <= e.Year; i, y = i+1, y+1 {
			if r := a.Report(y); r == nil {
				p.Missing = append(p.Missing, y)
			} else {
				p.Years[i].Href = b.to(reportPath(r))
			}
		}
		p.Series = s.series(&b, a)
	}
	p.Badge = s.code(&b, a)
	p.Base = b
	return p
}

// series reads the totals of each year. A year not held stays empty; a cell
// that was not read plainly shows what it is.
func (s *site) series(b *Base, a *archive.Agency) []Series {
	var out []Series
	first, last := a.Reports[0].Year, a.Reports[len(a.Reports)-1].Year
	for _, d := range series {
		row, any := Series{Name: d.name, Unit: Text{"件", ""}}, false
		var xs []*float64
		for y := first; y <= last; y++ {
			e := a.Report(y)
			if e == nil || e.Report == nil || e.Report.Form.Index(d.key) < 0 {
				row.Cells, xs = append(row.Cells, Cell{Class: "none"}), append(xs, nil)
				continue
			}
			c := e.Report.Cell(d.key)
			shown := cell("", c)
			shown.Href = b.to(reportPath(e)) + cellHref(d.key)
			row.Cells, any = append(row.Cells, shown), true
			if c.State == report.Number {
				f := c.Value.Float()
				xs = append(xs, &f)
			} else {
				xs = append(xs, nil)
			}
		}
		if row.Spark = spark(xs); any {
			out = append(out, row)
		}
	}
	return out
}

func span(from, to int) Text {
	year := func(y int) string {
		if y == 0 {
			return "…"
		}
		return strconv.Itoa(y)
	}
	return zh(year(from) + "–" + year(to))
}
