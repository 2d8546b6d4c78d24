package rule

import (
	"slices"
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// A count is where the tables have what facts of one kind count.
type count struct {
	kind fact.Kind
	what tongue.Text // 本年新收总计
	// is are the readings of the table that agree with a statement; findings show
	// the first. group is one of the outcomes instead, all its rows together.
	is    []amount
	group string
	// near are readings that explain a difference without an error: unknown.
	near []amount
	// shares: a statement counts all even where it is a share of another number.
	shares bool
	// firm is what makes a statement plain enough to fail on, if anything must.
	firm firmness
	// body: the count shows whether prose and table speak of the same body.
	body bool
}

// A firmness is what a statement must have to fail on it.
type firmness uint8

const (
	_        firmness = iota
	marked            // 共, 合计 or the like
	named             // the words of the table, in company
	amongAll          // company, or natural persons and organisations that are all
)

const documented = "proactive.normative_documents."

// The number of requests received is r1, or r1 + r2 where the prose counts
// what was carried in along.
var receivedAmounts = []amount{cells(received), cells(received, carriedIn)}

var counted = slices.Concat([]count{
	{kind: fact.Received, what: tongue.Of("本年新收总计", "received"), is: receivedAmounts, body: true},
	{
		kind: fact.Handled, what: tongue.Of("（七）总计", "outcomes"), is: []amount{cells(handled)}, body: true, firm: marked,
		near: []amount{{plus: []form.Key{handled}, minus: []form.Key{carriedIn}}, cells(received)},
	},
	{ // 办理 may count what came in or what was done
		kind: fact.Processed, what: tongue.Of("（七）总计", "outcomes"), firm: marked,
		is: append([]amount{cells(handled)}, receivedAmounts...),
	},
	{kind: fact.CarriedIn, what: tongue.Of("上年结转总计", "carried in"), is: []amount{cells(carriedIn)}, shares: true, body: true},
	{kind: fact.CarriedOut, what: tongue.Of("结转下年度总计", "carried on"), is: []amount{cells("requests.carried_out.total")}, shares: true, body: true},
	{kind: fact.AllHandled, what: tongue.Of("结转下年度总计", "carried on"), is: []amount{cells("requests.carried_out.total")}, shares: true},
	{kind: fact.Reviews, what: tongue.Of("行政复议总计", "reviews"), is: []amount{cells(reviews)}, body: true},
	{
		kind: fact.Suits, what: tongue.Of("行政诉讼两类总计", "suits"), is: []amount{cells(suitsDirect, suitsAfter)}, body: true,
		near: []amount{cells(suitsDirect), cells(suitsAfter)},
	},
	{kind: fact.SuitsDirect, what: tongue.Of("未经复议直接起诉总计", "direct suits"), is: []amount{cells(suitsDirect)}, shares: true},
	{kind: fact.SuitsAfter, what: tongue.Of("复议后起诉总计", "suits after reconsideration"), is: []amount{cells(suitsAfter)}, shares: true},
	{kind: fact.NormativeIssued, what: tongue.Of("行政规范性文件本年制发件数", "normative documents issued"), is: []amount{cells(documented + "issued")}},
	{kind: fact.NormativeRepealed, what: tongue.Of("行政规范性文件本年废止件数", "normative documents repealed"), is: []amount{cells(documented + "repealed")}},
	{kind: fact.NormativeInForce, what: tongue.Of("行政规范性文件现行有效件数", "normative documents in force"), is: []amount{cells(documented + "in_force")}},
	{kind: fact.Licensing, what: tongue.Of("行政许可本年处理决定数量", "licensing decisions"), is: []amount{cells("proactive.licensing.decisions")}},
	{kind: fact.Penalties, what: tongue.Of("行政处罚本年处理决定数量", "penalty decisions"), is: []amount{cells("proactive.penalties.decisions")}},
	{kind: fact.Compulsion, what: tongue.Of("行政强制本年处理决定数量", "compulsion decisions"), is: []amount{cells("proactive.compulsion.decisions")}},
	{
		kind: fact.Granted, group: "requests.granted", what: tongue.Of("予以公开各行总计", "granted"), shares: true, firm: named,
		near: []amount{cells("requests.granted.total", "requests.partial.total")},
	},
	{kind: fact.Partial, group: "requests.partial", what: tongue.Of("部分公开各行总计", "partially granted"), shares: true, firm: named},
	{kind: fact.Denied, group: "requests.denied", what: tongue.Of("不予公开各行总计", "denied"), shares: true, firm: named},
	{kind: fact.Unavailable, group: "requests.unavailable", what: tongue.Of("无法提供各行总计", "unable to provide"), shares: true, firm: named},
	{kind: fact.Unprocessed, group: "requests.unprocessed", what: tongue.Of("不予处理各行总计", "not processed"), shares: true, firm: named},
	{kind: fact.Other, group: "requests.other_outcome", what: tongue.Of("其他处理各行总计", "otherwise handled"), shares: true, firm: named},
},
	applicantsAre(fact.Natural, "自然人", "natural persons", 0, 1),
	applicantsAre(fact.Legal, "法人或其他组织五列之和", "organisations", 1, 6),
	applicantsAre(fact.Enterprise, "商业企业", "enterprises", 1, 2),
	applicantsAre(fact.Research, "科研机构", "research institutions", 2, 3),
	applicantsAre(fact.PublicWelfare, "社会公益组织", "public-interest organisations", 3, 4),
	applicantsAre(fact.LegalService, "法律服务机构", "legal-service organisations", 4, 5),
)

// applicantsAre are the columns of table three that one word of the prose counts.
func applicantsAre(k fact.Kind, zh, en string, from, to int) []count {
	keys := func(rows ...string) amount {
		var a amount
		for _, row := range rows {
			for _, c := range form.Columns[from:to] {
				a.plus = append(a.plus, row+"."+c)
			}
		}
		return a
	}
	return []count{{
		kind: k, what: tongue.Of("本年新收"+zh, "received, "+en), shares: true, firm: amongAll,
		is: []amount{keys("requests.received")}, near: []amount{keys("requests.received", "requests.carried_in"), keys("requests.outcomes_total")},
	}}
}

// countOf is the count of a kind, false where the tables have none.
func countOf(k fact.Kind) (count, bool) {
	i := slices.IndexFunc(counted, func(c count) bool { return c.kind == k })
	if i < 0 {
		return count{}, false
	}
	return counted[i], true
}

// amounts are the readings of the table at hand; none where its form lacks them.
func (c *count) amounts(p *check.Run) []amount {
	if c.kind == fact.NormativeIssued && p.Report.Form.Version == "2019" {
		return []amount{cells(documented + "made")}
	}
	if c.group == "" {
		return c.is
	}
	var a amount
	for _, row := range p.Report.Form.Outcomes() {
		if row == c.group || strings.HasPrefix(row, c.group+".") {
			a.plus = append(a.plus, row+".total")
		}
	}
	if a.plus == nil {
		return nil
	}
	return []amount{a}
}

// facts are the statements of the prose to compare with c. Persons who applied
// are no requests.
func (c *count) facts(p *check.Run) []fact.Fact {
	return slices.DeleteFunc(facts(p).Of(c.kind), func(f fact.Fact) bool {
		return f.Part && !c.shares || c.firm == amongAll && persons[f.Unit]
	})
}

var persons = map[string]bool{"人": true, "人次": true, "户": true, "家": true, "名": true}

// agrees reports whether f is what the table has of its kind.
func agrees(p *check.Run, f *fact.Fact) bool {
	c, ok := countOf(f.Kind)
	return ok && agreesWith(p, f, c.amounts(p))
}

// firmly reports whether f is plain enough to fail on.
func (c *count) firmly(p *check.Run, f *fact.Fact) bool {
	switch c.firm {
	case marked:
		return f.Total
	case named:
		return strings.Contains(f.Text, strings.TrimSuffix(c.what.ZH, "各行总计")) && witnessed(p, f)
	case amongAll:
		return witnessed(p, f) || allApplicants(p, f)
	}
	return true
}

// allApplicants reports whether the sentence counts natural persons and
// organisations, and both together are what was received.
func allApplicants(p *check.Run, f *fact.Fact) bool {
	sum, n := fact.Fact{}, 0
	for _, g := range facts(p).Of(fact.Natural, fact.Legal) {
		if g.Beside(f) && g.Clear() {
			sum.Value, n = sum.Value.Add(g.Value), n+1
		}
	}
	return n == 2 && p.Report.Cell(received).Plain() && agreesWith(p, &sum, receivedAmounts[:1])
}

// witnessed reports whether the same sentence states another count that
// agrees with the table and is not zero. A share without such company may be
// a share of something else.
func witnessed(p *check.Run, f *fact.Fact) bool {
	return slices.ContainsFunc(facts(p).Facts, func(g fact.Fact) bool {
		return g.Kind != f.Kind && g.Beside(f) && g.Clear() && !g.Value.IsZero() && agrees(p, &g)
	})
}
