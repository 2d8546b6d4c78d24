package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/passage"
	"ogi/generator/tongue"
)

// sameProblems: see same-problems.md for the text readers get.
var sameProblems = &check.Rule{
	ID: "same-problems", Title: tongue.Of("两年问题是否相同", "problems of two years"),
	Found:  tongue.Of("问题与上年相同", "same problems as last year"),
	Family: check.Duplication, Severity: check.S3, Grade: check.Assessed,
	Basis:      tongue.Of("考核通报列举的情形：存在问题年年相同", "named by assessors: the same problems year after year"),
	Formula:    "第五部分每8字一段，见于上年第五部分的比例 < 0.85",
	MayBeWrong: tongue.Of("问题确实没有解决。", "the problems really persist"),
	Needs:      check.LastYear,
	Check: func(p *check.Run) {
		mine := passage.Of(p.Report, 5)
		e := p.Near.Last
		if mine.Len() < problemsTooShort {
			tooShort(p, mine.Len() > 0 && e != nil && e.Report != nil && e.Report.Section(5) != nil, "第五部分", "上年", problemsTooShort)
			return
		}
		if e == nil || e.Report == nil || e.Report.Section(5) == nil {
			if e != nil && e.Unread() {
				notHeld(p, absent(e, strconv.Itoa(e.Year)))
				return
			}
			notHeld(p, "未收录"+strconv.Itoa(p.Entry.Year-1)+"年年报的第五部分")
			return
		}
		theirs := passage.Of(e.Report, 5)
		low := share(limits(p).SameProblems)
		overlap(p, e, mine, theirs, passage.ShareOf(mine, theirs, low), 2, low)
	},
}

// problemsTooShort is how many characters part five needs to be compared.
const problemsTooShort = 60
