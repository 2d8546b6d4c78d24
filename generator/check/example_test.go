package check_test

import (
	"fmt"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// A rule records its answers; the worst of them is its verdict.
func ExampleRun() {
	e := entry()
	put(e, "requests.received.total", number(95))
	put(e, "requests.outcomes_total.total", number(94))
	balance := &check.Rule{
		ID: "requests-balance", Grade: check.Printed, Severity: check.S1, Family: check.CrossFooting,
		Check: func(p *check.Run) {
			p.Equal(check.Equation{
				Name:  tongue.ZH("总计列收办"),
				Left:  []form.Key{"requests.received.total", "requests.carried_in.total"},
				Right: []form.Key{"requests.outcomes_total.total", "requests.carried_out.total"},
			})
		},
	}
	j := check.One(e.Agency, e, nil, []*check.Rule{balance}, false)
	for _, f := range j.Findings {
		fmt.Println(f.Status, f.Severity, f.Message.ZH, f.Formula)
	}
	fmt.Println(check.BadgeState(j).Word(nil).ZH)
	// Output:
	// fail S1 总计列收办：95与94不符。 95 + 0 ≠ 94 + 0
	// 有不符（待核）
}
