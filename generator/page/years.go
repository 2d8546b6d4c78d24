package page

import (
	"strconv"

	"ogi/generator/chart"
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// A Years is the list of report years.
type Years struct {
	Base
	Years []YearRow
	Key   []State
}

// A YearRow is one year: how many reports and in what states.
type YearRow struct {
	Year   Link
	N      int
	States []Tally
}

// A Tally is a state with how many reports are in it.
type Tally struct {
	State State
	N     int
}

// A Year is one report year: how it went over all reports held.
type Year struct {
	Base
	Year    int
	N       int
	States  []Tally
	Hits    []Hit
	Charts  []*chart.Chart
	Reports []Entry
	Earlier *Link
	Later   *Link
}

// A Hit is how often one rule spoke.
type Hit struct {
	Rule Link
	Fail int
	Hint int
}

func (s *site) years(b Base) *Years {
	b.at(tongue.Of("年度", "Years"))
	p := &Years{Base: b, Key: s.key()}
	for _, y := range s.allYears {
		p.Years = append(p.Years, YearRow{s.yearLink(&b, y), len(s.byYear[y]), s.tally(y)})
	}
	return p
}

func (s *site) yearLink(b *Base, y int) Link {
	n := strconv.Itoa(y)
	return Link{tongue.Of(n+"年", n), b.to(yearPath(y))}
}

// tally counts the reports of a year by state, in the order of the key.
func (s *site) tally(y int) []Tally {
	counts := map[string]int{}
	for _, r := range s.byYear[y] {
		counts[s.held(r).Key]++
	}
	var ts []Tally
	for _, k := range stateOrder {
		if n := counts[string(k)]; n > 0 && k != check.NotHeld {
			ts = append(ts, Tally{s.state(k), n})
		}
	}
	return ts
}

func (s *site) year(b Base, y, n int) *Year {
	name := strconv.Itoa(y)
	b.rests(s.byYear[y]...)
	b.Abstract = name + "年政府信息公开工作年度报告"
	b.at(tongue.Of(name+"年", name), Crumb{tongue.Of("年度", "Years"), b.to("years/")})
	p := &Year{Year: y, N: len(s.byYear[y]), States: s.tally(y)}
	held := s.byYear[y]
	for _, r := range part(held, n) {
		p.Reports = append(p.Reports, s.listed(&b, r))
	}
	if n > 1 { // what is said of the year stands on its first page
		p.States, p.Base = nil, b
		return p
	}
	spoke := s.spoke(held)
	for i, r := range s.Rules {
		if t := spoke[i]; t.Fail+t.Hint > 0 && !r.Guard {
			p.Hits = append(p.Hits, Hit{Link{r.Found, b.to(rulePath(r.ID))}, t.Fail, t.Hint})
		}
	}
	for i, o := range s.allYears {
		if o == y && i > 0 {
			l := s.yearLink(&b, s.allYears[i-1])
			p.Later = &l
		}
		if o == y && i+1 < len(s.allYears) {
			l := s.yearLink(&b, s.allYears[i+1])
			p.Earlier = &l
		}
	}
	es := entries(held)
	p.Charts = []*chart.Chart{chart.Distribution(y, es, "disclosed-share", s.smallN), chart.Releases(y, es)}
	b.Scripts = drawn(p.Charts)
	p.Base = b
	return p
}
