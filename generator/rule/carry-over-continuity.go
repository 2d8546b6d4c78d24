package rule

import (
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// carryOverContinuity: see carry-over-continuity.md for the text readers get.
var carryOverContinuity = &check.Rule{
	ID: "carry-over-continuity", Title: tongue.Of("结转衔接（总计）", "carry-over from last year"),
	Found:  tongue.Of("结转不衔接（总计）", "carry-over does not continue from last year"),
	Family: check.CrossYear, Severity: check.S1, Grade: check.Logical,
	Basis: tongue.Of("年度报告格式表三：本年“上年结转”即上年“结转下年度继续办理”",
		"table three of the printed form: what one year carries on, the next carries in"),
	Formula: "本年“二、上年结转”总计 = 上年“四、结转下年度继续办理”总计",
	MayBeWrong: tongue.Of("机构合并或拆分，两年统计口径不同，或上年年报后来更正。不判断哪一年有误。",
		"bodies merged or split, the scope changed, or last year's report was corrected later; neither year is blamed"),
	Needs: check.LastYear | check.Predecessors,
	Check: func(p *check.Run) {
		if p.Report.Form.Version == "free" {
			p.NA()
			return
		}
		carry(p, "total")
	},
}

// carry compares what this year carried in with what last year, or the bodies
// whose duties this one took over, carried on.
func carry(p *check.Run, col string) {
	in := p.Cell("requests.carried_in." + col)
	f := check.Finding{Operands: []check.Operand{in}, Pos: in.Pos, Responsible: check.ByMixed}
	last := strconv.Itoa(p.Entry.Year - 1)
	prior, why := predecessors(p)
	if why != "" {
		f.Message = tongue.Of(why+"，无法核对上年结转。", "last year's report is not at hand or not comparable.")
		f.Formula = check.Shown(p.Report.Cell(in.Key)) + " ？ " + last + "年"
		f.Lacks, f.Bar = lacks(p, why), notReadBar(why)
		p.Unknown(f)
		return
	}
	out, readable := report.Decimal{}, true
	var texts string
	for i, e := range prior {
		op := check.CellOf(e.Report, "requests.carried_out."+col, e.Path)
		op.Label = e.Agency.Name + strconv.Itoa(e.Year) + "年 " + op.Label
		f.Operands = append(f.Operands, op)
		c := e.Report.Cell(op.Key)
		readable = readable && check.Firm(c)
		out = out.Add(c.Value)
		if i > 0 {
			texts += " + "
		}
		texts += check.Shown(c)
	}
	c := p.Report.Cell(in.Key)
	equal := c.Value.Cmp(out) == 0
	f.Formula = check.Shown(c) + sign(equal) + texts
	switch {
	case !check.Firm(c) || !readable:
		if zeroable(c) && allZeroable(prior, "requests.carried_out."+col) && equal {
			p.PassNote(check.BlankAsZero)
			return
		}
		f.Message = tongue.Of("本年“上年结转”或"+last+"年“结转下年度”未能明确读出，无法核对。",
			"one of the two numbers was not read plainly.")
		p.Unknown(f)
	case equal:
		p.Pass()
	default:
		f.Message = tongue.Of("本年“上年结转”"+c.Value.String()+"件与"+last+"年“结转下年度继续办理”"+out.String()+"件不符。",
			"carried in "+c.Value.String()+", but "+last+" carried on "+out.String()+".")
		p.Fail(f)
	}
}

func sign(equal bool) string {
	if equal {
		return " = "
	}
	return " ≠ "
}

// zeroable cells are numbers, or blanks that a sum may read as zero.
func zeroable(c report.Cell) bool {
	return c.State == report.Number || c.State == report.Blank || c.State == report.Dash
}

func allZeroable(es []*archive.Entry, key string) bool {
	for _, e := range es {
		if !zeroable(e.Report.Cell(key)) {
			return false
		}
	}
	return true
}

// predecessors are the reports of last year that this year's goes on from: the
// agency's own, or those of the bodies that became it. why says in words why
// there is nothing to compare with.
func predecessors(p *check.Run) (es []*archive.Entry, why string) {
	year := p.Entry.Year - 1
	last := strconv.Itoa(year)
	add := func(e *archive.Entry) bool {
		if e == nil || e.Report == nil || e.Report.Form.Version == "free" {
			return false
		}
		es = append(es, e)
		return true
	}
	for _, pre := range p.Near.Forebears {
		if pre.Part {
			return nil, "部分职责由其他机关划入"
		}
		if !add(pre.Last) {
			return nil, "未收录前身机关" + last + "年年报"
		}
	}
	own := p.Near.Last
	if !add(own) && len(es) == 0 {
		return nil, absent(own, last)
	}
	if why := misfiled(p.Entry); why != "" {
		return nil, why
	}
	for _, e := range es {
		if why := misfiled(e); why != "" {
			return nil, why
		}
		a, b := e.Scope(), p.Entry.Scope()
		if a != b && a != report.ScopeUnclear && b != report.ScopeUnclear {
			return nil, "两年统计口径不同"
		}
	}
	return es, ""
}
