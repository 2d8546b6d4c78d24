package data

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/region"
	"ogi/generator/report"
	"ogi/generator/stat"
)

// An Agency is one that rows are made of, as it may be shown: its texts masked, its
// judgements those that a site tells.
type Agency struct {
	*archive.Agency
	Results check.Results
	Held    func(path string) string // why a file is not offered, "" where it is
	Lines   bool                     // also as JSON lines
	SmallN  int                      // a ratio that rests on fewer cases is told with both its numbers alone
}

// values are all indicators of a report.
func values(e *archive.Entry) []stat.Value {
	vs := make([]stat.Value, len(stat.Indicators))
	for i, ind := range stat.Indicators {
		vs[i] = stat.Of(ind, e)
	}
	return vs
}

// rows are those of a report in a table, in the order of the form, of the rules or of
// the findings.
func (g *Agency) rows(t *Table, e *archive.Entry, vs []stat.Value) []Row {
	switch t {
	case Reports:
		return []Row{g.report(e)}
	case Wide:
		return []Row{g.wide(e, vs)}
	case Cells:
		return cells(e)
	case Indicators:
		return indicators(e, vs)
	case Findings:
		return g.findings(e)
	case Verdicts:
		return g.verdicts(e)
	case Passages:
		return passages(e)
	}
	return nil
}

func (g *Agency) self() Row {
	var names, before []string
	for _, n := range g.Names {
		names = append(names, n.Name+span(n.From, n.To))
	}
	for _, p := range g.Predecessors {
		before = append(before, p.Agency+span(p.Year, p.Year))
	}
	r, _ := region.Lookup(g.Region)
	first, last := "", ""
	if n := len(g.Reports); n > 0 {
		first, last = strconv.Itoa(g.Reports[0].Year), strconv.Itoa(g.Reports[n-1].Year)
	}
	return Row{
		g.Slug, g.Name, g.Region, r.Name, string(g.Kind), string(g.Level), g.Function, g.Homepage,
		strings.Join(g.Aliases, ";"), strings.Join(names, ";"), strings.Join(before, ";"),
		first, last, strconv.Itoa(len(g.Reports)),
	}
}

// span is from which year to which, in brackets; "" where neither is known.
func span(from, to int) string {
	year := func(y int) string {
		if y == 0 {
			return ""
		}
		return strconv.Itoa(y)
	}
	switch {
	case from == 0 && to == 0:
		return ""
	case from == to:
		return "(" + year(from) + ")"
	}
	return "(" + year(from) + "–" + year(to) + ")"
}

func (g *Agency) report(e *archive.Entry) Row {
	j := g.Results[e]
	title, version, layout, coverage, size := "", "", "", "", ""
	if r := e.Report; r != nil {
		title, version, layout = r.Title.Text, r.Form.Version, r.Layout
		coverage = strconv.FormatFloat(r.Coverage, 'f', 4, 64)
	}
	released, _ := stat.Released(e)
	signed, _ := stat.Signed(e)
	var found [4]int
	undecided := 0
	for i := range j.Findings {
		if f := &j.Findings[i]; told(f) && f.Status != check.Unknown {
			found[f.Severity]++
		}
	}
	for i := range j.Verdicts {
		undecided += j.Verdicts[i].Counts.Of(check.Unknown)
	}
	if e.Size > 0 {
		size = strconv.FormatInt(e.Size, 10)
	}
	source := e.Meta.Source
	if source == "" && e.Report != nil {
		source = e.Report.Source
	}
	return Row{
		g.Slug, strconv.Itoa(e.Year), g.Name, g.Region, string(g.Kind), string(g.Level), g.Function,
		title, version, layout, e.Scope().String(), e.Fidelity().String(), coverage, check.ISO(released), check.ISO(signed),
		string(check.BadgeState(j).State), strconv.Itoa(found[1]), strconv.Itoa(found[2]), strconv.Itoa(found[3]), strconv.Itoa(undecided),
		source, e.Path, e.SHA256, size, g.Held(e.Path), e.Meta.Withdrawn, fmt.Sprintf("agencies/%s/%d/", g.Slug, e.Year),
	}
}

// told reports whether a finding is one about the agency that still counts.
func told(f *check.Finding) bool { return !f.Rule.Guard && f.Counts() }

func cells(e *archive.Entry) []Row {
	if e.Report == nil {
		return nil
	}
	var rows []Row
	for i := range e.Report.Cells {
		c := &e.Report.Cells[i]
		value, where := "", ""
		if c.State == report.Number {
			value = c.Value.String()
		}
		if !c.Pos.IsZero() {
			where = check.PlaceWords(c.Pos)
		}
		reader := [...]string{"program", "entered", "reviewed"}[c.Reading]
		rows = append(rows, Row{
			e.Agency.Slug, strconv.Itoa(e.Year), string(e.Report.Form.Defs[i].Key), c.State.String(), value, c.Unit.String(), c.Raw,
			strconv.FormatBool(c.Recovered), reader, where,
		})
	}
	return rows
}

// places are the columns of wide by cell.
var places = func() map[form.Key]int {
	at := map[form.Key]int{}
	for i := range Wide.Columns {
		at[form.Key(Wide.Columns[i].Key)] = i
	}
	return at
}()

func (g *Agency) wide(e *archive.Entry, vs []stat.Value) Row {
	r := make(Row, len(Wide.Columns))
	copy(r, Row{g.Slug, strconv.Itoa(e.Year), g.Name, g.Region, "", e.Scope().String()})
	if e.Report == nil {
		return r
	}
	r[4] = e.Report.Form.Version
	for i := range e.Report.Cells {
		if c := &e.Report.Cells[i]; c.State == report.Number {
			r[places[e.Report.Form.Defs[i].Key]] = c.Value.String()
		}
	}
	first := len(r) - len(stat.Indicators)
	for i, ind := range stat.Indicators {
		if v := vs[i]; v.Known && !v.Empty && !v.Small(g.SmallN) {
			r[first+i] = exact(v.Rat(), ind)
		}
	}
	return r
}

// exact writes a value: counts as they are, ratios with four decimals, half up.
func exact(v *big.Rat, ind *stat.Indicator) string {
	if v == nil {
		return ""
	}
	if !ind.Ratio() {
		s := v.FloatString(4)
		return strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return v.FloatString(4)
}

func indicators(e *archive.Entry, vs []stat.Value) []Row {
	var rows []Row
	for i, ind := range stat.Indicators {
		v := vs[i]
		state, value, num, den := "unknown", "", "", ""
		switch {
		case v.Absent:
			state = "absent"
		case v.Known && v.Empty:
			state = "empty"
		case v.Known:
			state = "known"
			value = exact(v.Rat(), ind)
		}
		if v.Known {
			num = v.Num.String()
			if ind.Ratio() {
				den = v.Den.String()
			}
		}
		rows = append(rows, Row{
			e.Agency.Slug, strconv.Itoa(e.Year), ind.Key, state, value, num, den, strconv.FormatBool(v.Recovered), v.Note.ZH,
		})
	}
	return rows
}

func (g *Agency) findings(e *archive.Entry) []Row {
	var rows []Row
	j := g.Results[e]
	for i := range j.Findings {
		f := &j.Findings[i]
		if !told(f) {
			continue
		}
		where, reply := "", ""
		if !f.Pos.IsZero() {
			where = check.PlaceWords(f.Pos)
		}
		if f.Note != nil {
			reply = f.Note.Status
		}
		rows = append(rows, Row{
			g.Slug, strconv.Itoa(e.Year), strconv.Itoa(len(rows) + 1), f.Rule.ID, string(f.Rule.Family), f.Status.String(),
			strconv.Itoa(int(f.Severity)), string(rune(f.Rule.Grade)), f.Message.ZH, f.Message.EN, f.Formula, string(f.Key()), where, reply,
		})
	}
	return rows
}

func (g *Agency) verdicts(e *archive.Entry) []Row {
	var rows []Row
	for _, v := range g.Results[e].Verdicts {
		if v.Rule.Guard {
			continue
		}
		r := Row{g.Slug, strconv.Itoa(e.Year), v.Rule.ID, v.Status.String()}
		for _, s := range []check.Status{check.Pass, check.Fail, check.Hint, check.Unknown, check.NA} {
			r = append(r, strconv.Itoa(v.Counts.Of(s)))
		}
		rows = append(rows, r)
	}
	return slices.Clip(rows)
}

func passages(e *archive.Entry) []Row {
	if e.Report == nil {
		return nil
	}
	var rows []Row
	for section, p := range e.Report.Paras() {
		rows = append(rows, Row{
			e.Agency.Slug, strconv.Itoa(e.Year), strconv.Itoa(len(rows) + 1), strconv.Itoa(section), check.PlaceWords(p.Pos), p.Text,
		})
	}
	return rows
}
