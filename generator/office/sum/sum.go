// Package sum drafts an area's three tables from the reports of its units, for
// the office that must report the area. Read reports come in; sums, what was
// left out and every doubt with its place go out. Only figures of a unit itself
// are added: a report of an area, or of a government that does not say, is left
// out and listed, since it would count its parts twice. A blank counts as zero
// and is noted; what could not be read is not counted and makes the sum
// doubtful. It judges no unit.
package sum

import (
	"fmt"
	"math"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A Unit is one report. Judgement may be nil; what it says of the unit's own
// sums becomes a doubt.
type Unit struct {
	Name, File string
	Entry      *archive.Entry
	Judgement  *check.Judgement
}

// A Cell is one sum. Unread units are not in it: it is then a lower bound.
type Cell struct {
	Def                      form.Def
	Value                    report.Decimal
	Blanks, Unread, Inferred int
}

// Doubtful reports whether the sum rests on more than plain figures.
func (c Cell) Doubtful() bool { return c.Unread > 0 || c.Inferred > 0 }

// A Doubt is what a person should look at before the sum is used.
type Doubt struct {
	Unit, File              string
	Table, Row, Column, Raw string
	What, Place             string
}

// A Sum is the draft of an area's tables.
type Sum struct {
	Year   int
	Units  []Unit // those added up
	Form   *form.Form
	Cells  []Cell          // by Form.Defs
	OneRow map[string]Cell // （六）其他处理 of units that print it as one row, by column
	Doubts []Doubt
	Checks []Check
}

// Of adds up units of one report year. Others are the doubts that the caller
// has, as units that are missing; they stand first.
func Of(year int, units []Unit, others []Doubt) *Sum {
	s := &Sum{Year: year, Form: form.F2021, OneRow: map[string]Cell{}, Doubts: others}
	s.Cells = make([]Cell, len(s.Form.Defs))
	for i, d := range s.Form.Defs {
		s.Cells[i].Def = d
	}
	seen := map[string]string{}
	named := map[string]string{}
	for _, u := range units {
		named[form.Norm(u.Name)] = u.Name
	}
	for _, u := range units {
		why := s.unfit(u)
		name := form.Norm(u.Name)
		if why == "" {
			why = s.foreign(u, named)
		}
		if first := seen[name]; why == "" && name != "" && first != "" {
			why = "同一单位已计入另一文件：" + first
		}
		if why != "" {
			s.Doubts = append(s.Doubts, Doubt{Unit: u.Name, File: u.File, What: "未计入：" + why})
			continue
		}
		seen[name] = u.File
		s.Units = append(s.Units, u)
		s.add(u)
	}
	s.unclear()
	s.check()
	return s
}

// unfit says why a report is not added, "" if it is.
func (s *Sum) unfit(u Unit) string {
	switch e := u.Entry; {
	case e == nil || e.Report == nil:
		return "未能读取"
	case e.Year != s.Year:
		return fmt.Sprintf("报告年度为%d年", e.Year)
	case e.Report.Form.Version == "free":
		return "没有法定表格"
	case e.Report.Form.Version != s.Form.Version:
		return "表格为" + e.Report.Form.Version + "年格式，栏目不同"
	case e.Scope() == report.ScopeArea:
		return words("数据含所属单位或下级（全区域口径）", e)
	case e.Scope() == report.ScopeUnclear && e.Agency.Kind == archive.Government:
		return "政府年报未写明是本级还是全区域口径"
	}
	return ""
}

// foreign says that the report of a unit is by another unit of the list, which has its
// own: it would count twice.
func (s *Sum) foreign(u Unit, named map[string]string) string {
	author := form.Norm(u.Entry.Report.Agency.Text)
	if other := named[author]; other != "" && author != form.Norm(u.Name) {
		return "文件里是另一单位的年报：" + other
	}
	return ""
}

func words(why string, e *archive.Entry) string {
	if w := strings.TrimSpace(e.Report.ScopeWords.Text); w != "" {
		if r := []rune(w); len(r) > 40 {
			w = string(r[:40]) + "…"
		}
		why += "：“" + w + "”"
	}
	return why
}

// add adds one unit's cells.
func (s *Sum) add(u Unit) {
	r := u.Entry.Report
	for i := range s.Cells {
		key := s.Cells[i].Def.Key
		if r.Form.OneRow && strings.HasPrefix(key, "requests.other_outcome.") {
			continue
		}
		s.count(u, &s.Cells[i], r.Cell(key))
	}
	if r.Form.OneRow {
		for _, col := range form.Columns {
			key := "requests.other_outcome." + col
			c, ok := s.OneRow[col]
			if !ok {
				c.Def = r.Form.Defs[r.Form.Index(key)]
			}
			s.count(u, &c, r.Cell(key))
			s.OneRow[col] = c
		}
		s.Doubts = append(s.Doubts, Doubt{Unit: u.Name, File: u.File, Table: "表三", Row: "（六）其他处理", What: "该单位此处只有一行，另列一行计入，未分到三个分行"})
	}
	if u.Judgement == nil {
		return
	}
	for _, f := range check.InFileOrder(u.Judgement.Findings) {
		if f.Rule.Family == check.CrossFooting && f.Status == check.Fail && f.Counts() {
			s.doubt(u, f.Key(), f.Pos, "该单位表内不符，已按原值计入："+strings.TrimSuffix(f.Message.ZH, "。")+"［"+f.Formula+"］")
		}
	}
}

// count adds one cell and notes what is doubtful about it.
func (s *Sum) count(u Unit, to *Cell, c report.Cell) {
	say := func(what string) { s.doubt(u, to.Def.Key, c.Pos, what) }
	switch c.State {
	case report.Blank:
		to.Blanks++
		return
	case report.Dash:
		return
	case report.Missing:
		to.Unread++
		say("此格未能读出，未计入")
		return
	case report.Garbled:
		to.Unread++
		say("此格不是可用的数字，未计入")
		return
	}
	v := c.Value
	switch {
	case to.Def.Amount && c.Unit == report.Yuan:
		v.Scale += 4
		say("单位为元，按万元折算计入")
	case to.Def.Amount && c.Unit == report.YiYuan && fromYi(&v):
		say("单位为亿元，按万元折算计入")
	case to.Def.Amount && (c.Unit == report.YiYuan || c.Unit == report.Wan):
		to.Unread++
		say("金额的单位“" + c.Unit.String() + "”无法折算，未计入")
		return
	case !to.Def.Amount && !v.IsInt():
		say("件数不是整数，已按原值计入")
	case v.Unscaled < 0:
		say("数字为负，已按原值计入")
	}
	if c.Recovered {
		to.Inferred++
		say("此数由相邻各格推定，已计入：" + c.Why.String())
	}
	to.Value = to.Value.Add(v)
}

// fromYi turns 亿元 into 万元; false where the number would be too large.
func fromYi(v *report.Decimal) bool {
	for range 4 {
		switch {
		case v.Scale > 0:
			v.Scale--
		case v.Unscaled > math.MaxInt64/10 || v.Unscaled < math.MinInt64/10:
			return false
		default:
			v.Unscaled *= 10
		}
	}
	return true
}

// unclear notes the units whose own scope is an assumption.
func (s *Sum) unclear() {
	var names []string
	for _, u := range s.Units {
		if u.Entry.Scope() == report.ScopeUnclear {
			names = append(names, u.Name)
		}
	}
	if len(names) > 0 {
		s.Doubts = append(s.Doubts, Doubt{What: fmt.Sprintf("%d个单位未写明数据口径，按本机关数据计入：%s", len(names), strings.Join(names, "、"))})
	}
	for _, c := range s.Cells {
		if c.Blanks > 0 && c.Blanks == len(s.Units) {
			s.cellDoubt(c, "各单位此格均为空白，按零计")
		}
	}
}
