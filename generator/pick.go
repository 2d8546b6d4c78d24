package generator

import (
	"slices"

	"ogi/generator/check"
)

// A Pick says which rules are asked for. The zero value asks for all.
type Pick struct {
	Rules []string // these alone, if not empty
	Skip  []string // but these
}

// Of is a judgement as if only the rules asked for had been; the other verdicts say
// that they do not apply.
func (p Pick) Of(j *check.Judgement) *check.Judgement {
	if j == nil || len(p.Rules)+len(p.Skip) == 0 {
		return j
	}
	asked := func(id string) bool {
		return (len(p.Rules) == 0 || slices.Contains(p.Rules, id)) && !slices.Contains(p.Skip, id)
	}
	n := *j
	n.Findings = nil
	for i := range j.Findings {
		if asked(j.Findings[i].Rule.ID) {
			n.Findings = append(n.Findings, j.Findings[i])
		}
	}
	n.Verdicts = slices.Clone(j.Verdicts)
	for i, v := range n.Verdicts {
		if !asked(v.Rule.ID) {
			n.Verdicts[i] = check.Verdict{Rule: v.Rule}
		}
	}
	return &n
}
