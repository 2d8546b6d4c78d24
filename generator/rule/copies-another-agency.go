package rule

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/passage"
	"ogi/generator/tongue"
)

// copiesAnotherAgency: see copies-another-agency.md for the text readers get.
var copiesAnotherAgency = &check.Rule{
	ID: "copies-another-agency", Title: tongue.Of("与他机关正文是否雷同", "prose of other bodies"),
	Found:  tongue.Of("与他机关正文雷同", "copies another body"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Assessed,
	Basis:   tongue.Of("考核通报列举的情形：照搬他机关年报", "named by assessors: passages copied from other bodies"),
	Formula: "正文每8字一段，见于同年或更早的他机关年报的最高比例 < 0.50（≥ 0.80 为一般，≥ 0.50 为提示）",
	MayBeWrong: tongue.Of("同一机关改名，或主管部门下发了范本。谁照搬谁，不作判断。",
		"the same office renamed, or a model text handed down; who copied is not judged"),
	Needs: check.Overlap,
	Check: func(p *check.Run) {
		mine, l := ownProse(p), limits(p)
		switch {
		case p.Near.Alone || !p.Near.Prose:
			p.NA()
			return
		case mine.Len() < l.ProseTooShortToMatch:
			tooShort(p, p.Near.Others, "正文", "他机关", l.ProseTooShortToMatch)
			return
		}
		best, found := (*archive.Entry)(nil), 0.0
		var theirs *passage.Passage
		for _, e := range p.Near.Alike {
			g := passage.Of(e.Report, 0)
			if s := passage.ShareOf(mine, g, share(l.CopiesAnotherHint)); s > found {
				best, found, theirs = e, s, g
			}
		}
		if best == nil {
			p.Pass()
			return
		}
		overlap(p, best, mine, theirs, found, share(l.CopiesAnother), share(l.CopiesAnotherHint))
	},
}
