package rule

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/tongue"
)

// textGrowthRate: see text-growth-rate.md for the text readers get.
var textGrowthRate = &check.Rule{
	ID: "text-growth-rate", Title: tongue.Of("正文同比比例", "growth rate, in the prose"),
	Found:  tongue.Of("正文同比比例与两年数字不符", "growth rate differs from the two years' figures"),
	Family: check.TextVsTable, Severity: check.S3, Grade: check.Logical,
	Basis:   tongue.Of("由两年年报表三“一、本年新收”总计算得", "computed from received of table three of two years"),
	Formula: "正文“同比增长x%”：x = （本年新收 − 上年新收）÷ 上年新收 × 100，容差0.1个百分点（整数百分比1个百分点）",
	MayBeWrong: tongue.Of("正文比较的是另一基数，或上年年报后来更正。",
		"the text compares with another base, or last year's report was corrected later"),
	Needs: check.LastYear | check.Predecessors,
	Check: func(p *check.Run) {
		for _, f := range clearly(p, fact.Growth) {
			growthRate(p, f)
		}
	},
}

// growthBases are what a text may compare with last year.
var growthBases = append(slices.Clone(receivedAmounts), cells(handled))

func growthRate(p *check.Run, f fact.Fact) {
	last := strconv.Itoa(p.Entry.Year - 1)
	finding := check.Finding{Pos: f.Pos, Operands: []check.Operand{{Label: "正文", Text: f.Text, Pos: f.Pos}, p.Cell("requests.received.total")}}
	finding.Formula = f.Value.String() + "% ？ " + check.Shown(p.Report.Cell("requests.received.total")) + "，" + last + "年"
	unknown := func(zh, en string) {
		finding.Message = tongue.Of("正文称“"+f.Text+"”，同比比例无法核对："+zh+"。", "the growth rate cannot be checked: "+en+".")
		p.Unknown(finding)
	}
	prior, why := predecessors(p)
	if why != "" || len(prior) != 1 || prior[0].Agency != p.Agency {
		if why == "" {
			why = "职责由其他机关划入"
		}
		unknown(why, "last year's report is not at hand or not comparable")
		return
	}
	before := prior[0].Report
	finding.Operands = append(finding.Operands, check.CellOf(before, "requests.received.total", prior[0].Path))
	tolerance := 0.1
	if f.Value.Scale == 0 {
		tolerance = 1
	}
	plain, rate := true, 0.0
	for i, base := range growthBases {
		var now, then float64
		for _, k := range base.plus {
			a, b := p.Report.Cell(k), before.Cell(k)
			plain = plain && a.Plain() && b.Plain()
			now += a.Value.Float()
			then += b.Value.Float()
		}
		if then == 0 {
			if i == 0 {
				unknown("上年新收为零或未能读出", "nothing was received the year before")
				return
			}
			continue
		}
		x := (now - then) / then * 100
		if i == 0 {
			rate = x
		}
		if math.Abs(x-f.Value.Float()) <= tolerance+1e-9 {
			p.Pass()
			return
		}
	}
	received := p.Report.Cell("requests.received.total").Value
	finding.Formula = fmt.Sprintf("（%s − %s）÷ %s = %.1f%% ≠ %s%%", received, before.Cell("requests.received.total").Value, before.Cell("requests.received.total").Value, rate, f.Value)
	switch {
	case !plain:
		unknown("表中数字未能明确读出", "a cell was not read plainly")
	case p.Entry.Abridged():
		unknown("本站收录的是节录本，正文经过压缩", "this archive holds an abridged edition")
	case !sameScope(p, &f):
		unknown("正文与表格的统计口径不明或不同", "the scope of the statement is not plainly that of the table")
	default:
		finding.Message = tongue.Of(fmt.Sprintf("正文称“%s”，与两年新收总计算得的%.1f%%不符。", f.Text, rate),
			fmt.Sprintf("the text states %s %%, the two tables give %.1f %%.", f.Value, rate))
		p.Fail(finding)
	}
}
