package fact

import "ogi/generator/report"

// growth reads 同比增长 12.3% where the count before it was of requests
// received.
func (r *reader) growth(c clause, left []token, n number) {
	at := len(left) - 1
	for at >= 0 && left[at].class&(cGrow|cShrink) == 0 {
		at--
	}
	if at < 0 { // 办结率 100%
		if r.aboutRequests() && n.value.Cmp(report.Int(100)) == 0 && !has(left, cTimely) {
			for _, t := range left {
				if w := r.word(t); w == "办结率" || w == "办复率" {
					r.emit(c, AllHandled, noNumber, false)
				}
			}
		}
		return
	}
	if !r.compared || n.unit != "%" || of(left[at+1:])&^soft != 0 ||
		has(left[:at], cUnknown|cOut|cOutcome|cApplicant|cReview|cSuit|cDisclose|cInfo|cCarryIn|cCarryOut|cBlock|cDo|cChannel|cRate) {
		return
	}
	named := false
	for _, t := range left[:at] {
		if t.class == cRequest {
			named = r.ogi || !bare(r.p.plain, t)
		}
		named = named || r.word(t) == "申请数量" && r.ogi
	}
	if !named && !r.received {
		return
	}
	if left[at].class == cShrink {
		n.value.Unscaled = -n.value.Unscaled
	}
	f := r.emit(c, Growth, n, false)
	if f.Time == LastYear {
		f.Time = ThisYear
	}
}
