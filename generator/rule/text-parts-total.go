package rule

import (
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// textPartsTotal: see text-parts-total.md for the text readers get.
var textPartsTotal = &check.Rule{
	ID: "text-parts-total", Title: tongue.Of("正文分项与合计", "parts and total, in the prose"),
	Found:  tongue.Of("正文分项不等于合计", "parts in the prose do not add up to their total"),
	Family: check.TextVsTable, Severity: check.S2, Grade: check.Logical,
	Basis:      tongue.Of("同一句中自述的合计与各分项", "a total and its parts stated in one sentence"),
	Formula:    "共 N，其中 a、b、c（列全）：a + b + c = N",
	MayBeWrong: tongue.Of("列举并未列全，或一件事项计入几个渠道。", "the list is open, or one thing counts in several channels"),
	Check: func(p *check.Run) {
		for _, g := range facts(p).Groups {
			partsTotal(p, &g)
		}
	},
}

// partsTotal judges one statement. Only a list that says it is whole can fall
// short; one that does not, and adds up all the same, holds.
func partsTotal(p *check.Run, g *fact.Group) {
	if !g.Exact() || len(g.Parts) < 2 || g.Open {
		return
	}
	sum := g.Sum()
	holds := sum.Cmp(g.Total.Value) == 0
	if holds {
		p.Pass()
		return
	}
	short, over := sum.Cmp(g.Total.Value) < 0, sum.Cmp(g.Total.Value) > 0
	// One entry may go out by several channels, a request comes in by one.
	tells := g.Complete && !g.Overlap || g.Closed && short || g.Ways && (over || g.Closed)
	if !tells || eachDone.In(g.Text) {
		return
	}
	var terms []string
	ops := []check.Operand{{Label: "合计", Text: g.Total.Text, Pos: g.Total.Pos}}
	for _, n := range g.Parts {
		terms = append(terms, n.Value.String())
		ops = append(ops, check.Operand{Label: "分项", Text: n.Text, Pos: n.Pos})
		if n.Unit != g.Total.Unit {
			return
		}
	}
	p.Fail(check.Finding{
		Message: tongue.Of("正文自述合计"+g.Total.Value.String()+g.Total.Unit+"与各分项之和"+sum.String()+g.Total.Unit+"不符。",
			"the text states a total of "+g.Total.Value.String()+", its parts add up to "+sum.String()+"."),
		Formula:  strings.Join(terms, " + ") + " ≠ " + g.Total.Value.String(),
		Operands: ops, Pos: g.Total.Pos,
	})
}

// eachDone tells what was done with some of them, not what they are made of.
var eachDone = han.List("分别被 分别由 分别获 分别向 分别入选 分别采用 分别报送 分别刊登 分别在")
