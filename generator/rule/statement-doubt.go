package rule

import (
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
)

// reorganised says that bodies were merged, founded or renamed: then whose
// count a number is cannot be told. Files handed to an archive, a team that was
// set up and a sign that was hung out change no body.
var reorganised = regexp.MustCompile(`机构改革|改革前|改革后|合并[前后]|合并组建|职[责能]划|划转|划入|划出|` +
	`(?:职[责能]|机构|权限|业务|事项)[^，。；]{0,8}移交|移交[^，。；]{0,8}(?:职[责能]|机构|业务|事项)|` +
	`挂牌成立|新组建|组建[^，。；、]{0,12}(?:局|委员会|厅|镇|乡|街道办事处)(?:$|[^\p{Han}]|成立|后|以来|，)|撤并|更名|撤县|撤镇|撤乡`)

// besides says that a "none" is one besides what was counted before.
var besides = regexp.MustCompile(`除[^，。；]{0,40}外|其[他它余](?:的|形式|类型|政府|信息|依申请|公开|申请)|另外|新的|再次|再收到|未再`)

func besidesOthers(f fact.Fact) bool { return besides.MatchString(f.Before) }

// ofThose is a number of those among others that are about something.
var ofThose = regexp.MustCompile(`涉及?[^，。；]{2,20}的[有共为计]?[0-9]`)

var countIn = regexp.MustCompile(`([0-9]+(?:,[0-9]{3})*)(?:余)?(?:件|宗|份|条|起|例|项|个|部|次)`)

// explained reports whether the other numbers of the sentence can make up the
// difference: one of them is the table's, or with one or two of them the number
// becomes the table's. Numbers that agree with cells of their own explain
// nothing.
func explained(p *check.Run, f fact.Fact, table []amount) bool {
	var others []int64
	for _, m := range countIn.FindAllStringSubmatch(f.Whole, -1) {
		if n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ",", ""), 10, 64); err == nil {
			others = append(others, n)
		}
	}
	drop := func(d report.Decimal) {
		for i, n := range others {
			if d.Cmp(report.Int(n)) == 0 {
				others = append(others[:i], others[i+1:]...)
				return
			}
		}
	}
	drop(f.Value)
	for _, g := range facts(p).Facts {
		if g.Section == f.Section && g.Paragraph == f.Paragraph && g.Sentence == f.Sentence && g.Kind != f.Kind && agreesWith(p, g, cellsFor(p, g.Kind)) {
			drop(g.Value)
		}
	}
	if len(others) > 8 {
		others = others[:8]
	}
	for _, a := range table {
		v, _, ok := tableValue(p, a)
		if !ok || !v.IsInt() || !f.Value.IsInt() {
			continue
		}
		want := v.Int64() - f.Value.Int64()
		for i, a := range others {
			if a == v.Int64() || a == want || -a == want {
				return true
			}
			for _, b := range others[i+1:] {
				if a+b == want || -a-b == want {
					return true
				}
			}
		}
	}
	return false
}

// cellsFor are the cells that a kind of statement counts, nil where the form
// has none.
func cellsFor(p *check.Run, k fact.Kind) []amount {
	for _, w := range kindCells {
		if w.kind == k {
			return w.is
		}
	}
	for _, g := range outcomeGroups {
		if g.kind == k {
			return []amount{{plus: g.keys(p)}}
		}
	}
	for _, g := range applicantCells {
		if g.kind == k {
			return []amount{cells(g.keys("requests.received")...), cells(g.keys("requests.outcomes_total")...)}
		}
	}
	switch k {
	case fact.NormativeIssued:
		return []amount{cells("proactive.normative_documents.issued")}
	case fact.NormativeRepealed:
		return []amount{cells("proactive.normative_documents.repealed")}
	case fact.NormativeInForce:
		return []amount{cells("proactive.normative_documents.in_force")}
	case fact.SuitsDirect:
		return []amount{cells(directSuits)}
	case fact.SuitsAfter:
		return []amount{cells(afterSuits)}
	}
	return nil
}
