package fact

import "ogi/generator/report"

// growth reads 同比增长 12.3% where the count before it was of requests
// received.
func (r *reader) growth(c clause, left []token, n number) {
	sign := int64(0)
	at := -1
	for i, t := range left {
		switch t.class {
		case cGrow:
			sign, at = 1, i
		case cShrink:
			sign, at = -1, i
		}
	}
	if n.unit == "个百分点" && sign != 0 {
		return
	}
	if sign == 0 {
		// 办结率 100%
		if r.aboutRequests() && n.value.Cmp(report.Int(100)) == 0 && has(left, cRate) && !has(left, cTimely) && len(left) > 0 {
			for _, t := range left {
				if t.class == cRate && (r.word(t) == "办结率" || r.word(t) == "办复率") {
					r.emit(c, AllHandled, noNumber, false)
				}
			}
		}
		return
	}
	if !r.compared || n.unit != "%" {
		return
	}
	for _, t := range left[at+1:] {
		if t.class&soft == 0 {
			return
		}
	}
	named := false
	for _, t := range left[:at] {
		switch t.class {
		case cRequest:
			named = r.ogi || !bare(r.p.plain, t)
		case cGlue:
			named = named || r.word(t) == "申请数量" && r.ogi
		case cUnknown, cOut, cOutcome, cApplicant, cReview, cSuit, cDisclose, cInfo, cCarryIn, cCarryOut, cBlock, cDo, cChannel, cRate:
			return
		}
	}
	if !named && !r.received {
		return
	}
	n.value.Unscaled *= sign
	f := r.emit(c, Growth, n, false)
	if f.Time == LastYear {
		f.Time = ThisYear
	}
}
