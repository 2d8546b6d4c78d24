package page

import (
	"slices"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/chart"
	"ogi/generator/config"
	"ogi/generator/tongue"
)

// An Agency is the page of one body: what it has reported over the years.
type Agency struct {
	Base
	Name     string
	Kind     tongue.Text
	Region   []Link
	Homepage Origin
	Data     string // its file of open data, "" for none
	Names    []Fact // earlier names
	Before   []Duty // bodies whose duties this one took over
	After    []Duty // bodies that took over duties of this one
	State    State
	Latest   *Link
	Families []Family
	Strip    []MatrixCell
	Years    []Link // every year between the first and the last
	Wide     bool   // too many years to fit on every screen
	Missing  []int
	Dashes   bool // some figure is “–”: there is nothing to divide by, or no such item
	Series   []Series
	Peers    tongue.Text // what the medians are of, or why there are none
	Charts   []*chart.Chart
	Code     BadgeCode
}

// A Duty says that duties went over in a year, from or to the body of Of.
type Duty struct {
	Of   Link // without an address where the body is not held
	Note tongue.Text
}

// A Series is the indicators of one topic over the years.
type Series struct {
	Topic tongue.Text
	Rows  []SeriesRow
}

// A SeriesRow is one indicator. Peers is the median among bodies of the same
// level and function in the newest year, "" where too few are held.
type SeriesRow struct {
	Name    tongue.Text
	Unit    tongue.Text
	Formula tongue.Text
	Cells   []Cell // by year; Text is empty where no report is held
	Spark   *Spark
	Peers   string
	Note    tongue.Text // n, and how many of them report zero
}

// A Spark is a small line of a series, in a box of 100 by 24: the points of each
// unbroken run, and all points as the path of a pen that only touches them.
type Spark struct {
	Lines  []string
	Points string
}

// wentOver says when duties went over, and whether all did.
func wentOver(p config.Predecessor) tongue.Text {
	out := tongue.Text{}
	if p.Year != 0 {
		y := strconv.Itoa(p.Year)
		out = tongue.Of(y+"年", y)
	}
	if p.Part == "part" {
		if p.Year != 0 {
			out = out.Plus("，", ", ")
		}
		out = out.Plus("部分职责", "some duties")
	}
	return out
}

func (s *site) agency(b Base, g *BodyBrief) *Agency {
	a := g.Agency
	b.rests(g.Reports...)
	b.Abstract = a.Name + "政府信息公开工作年度报告"
	b.at(tongue.ZH(a.Name), Crumb{tongue.Of("机关", "Agencies"), b.to("agencies/")})
	p := &Agency{Name: a.Name, Kind: kinds[a.Kind], State: s.held(nil)}
	if a.Region != "" {
		p.Region = s.way(&b, a.Region)
	}
	p.Homepage = origin(&archive.Entry{Meta: metaOf(a.Homepage)})
	for _, n := range a.Names {
		p.Names = append(p.Names, Fact{Name: tongue.ZH(n.Name), Value: span(n.From, n.To)})
	}
	for _, pre := range a.Predecessors {
		of := Link{Text: tongue.ZH(pre.Agency)}
		if o := s.bySlug[pre.Agency]; o != nil {
			of = Link{tongue.ZH(o.Agency.Name), b.to(agencyPath(o.Agency))}
		}
		p.Before = append(p.Before, Duty{of, wentOver(pre)})
	}
	for _, h := range s.heirs[a.Slug] {
		for _, pre := range h.Agency.Predecessors {
			if pre.Agency == a.Slug {
				p.After = append(p.After, Duty{Link{tongue.ZH(h.Agency.Name), b.to(agencyPath(h.Agency))}, wentOver(pre)})
			}
		}
	}
	if r := g.newest(); r != nil {
		if s.Archive.Site.Data.Has("agencies") {
			p.Data = "data.csv"
		}
		a := g.agency()
		year := strconv.Itoa(r.Year)
		p.Latest = &Link{tongue.Of(year+"年", year), b.to(r.path())}
		p.State, p.Families = s.held(r), s.families(g.Families)
		m := s.matrix(&b, []*BodyBrief{g})
		p.Years, p.Strip, p.Wide = m.Years, m.Rows[0].Cells, len(m.Years) > 7
		slices.Reverse(p.Years) // a series runs from left to right
		slices.Reverse(p.Strip)
		for i, y := 0, g.Reports[0].Year; y <= r.Year; i, y = i+1, y+1 {
			if of := g.report(y); of == nil {
				p.Missing = append(p.Missing, y)
			} else {
				p.Years[i].Href = b.to(of.path())
			}
		}
		p.Series, p.Peers = s.series(&b, a, r)
		if len(p.Series) == 0 {
			p.Peers = tongue.Of("所收录的报告没有统一表格，没有可列的数字。",
				"The reports held have no statutory tables, so there are no figures to list.")
		}
		p.Dashes = dashes(p.Series)
		if len(p.Series) > 0 { // else all years are prose alone
			p.Charts = []*chart.Chart{chart.Outcomes(a, s.smallN), chart.Disputes(a), chart.TableTwo(a)}
		}
		b.Scripts = drawn(p.Charts)
	}
	p.Code = s.code(&b, g)
	p.Base = b
	return p
}

func span(from, to int) tongue.Text {
	year := func(y int) string {
		if y == 0 {
			return "…"
		}
		return strconv.Itoa(y)
	}
	return tongue.ZH(year(from) + "–" + year(to))
}
