package fact

import "ogi/generator/report"

// wordless reads what a clause says without a number: none, and all handled.
func (r *reader) wordless(c clause, ts []token, numbers int) {
	if r.fee || r.says(c, "收费", "费用") {
		if numbers == 0 {
			r.feeNone(c, ts)
		}
		return
	}
	if has(ts, cNot) && numbers == 0 {
		r.none(c, ts)
		return
	}
	r.all(c, ts)
}

var noNumber = number{exact: true, value: report.Int(0)}

// all reads 全部办结, 均已答复. In time (按期, 法定期限内) is another statement.
func (r *reader) all(c clause, ts []token) {
	if r.says(c, "按时", "按期", "期限", "时限") { // in time: another statement
		return
	}
	if !r.aboutRequests() || has(ts, cTimely|cNot|cBlock|cPlan) {
		return
	}
	if has(ts, cRate) {
		return
	}
	// 自然人提出的申请均已答复, 上年结转的均已办结: all of some.
	if has(ts, cApplicant|cCarryIn) || has(ts, cOutcome) && !has(ts, cRequest) {
		return
	}
	if f := r.lastOfSentence(); f != nil && f.Kind == CarriedIn && !r.counts(Received) {
		return // 2022年结转的申请2件，已全部办结
	}
	for i, t := range ts {
		if t.class != cAll {
			continue
		}
		for k := i + 1; k < len(ts); k++ {
			if ts[k].class == cOut {
				if len(ts) > k+1 && !closes(ts[k+1:], 0) {
					return
				}
				r.emit(c, AllHandled, noNumber, false)
				return
			}
			if ts[k].class&soft == 0 && ts[k].class != cDo {
				return
			}
		}
	}
}

// lastOfSentence is the last fact of the sentence at hand, nil if none.
func (r *reader) lastOfSentence() *Fact {
	if n := len(r.out.Facts); n > r.from && r.out.Facts[n-1].Sentence == r.nth {
		return &r.out.Facts[n-1]
	}
	return nil
}

// counts reports whether the sentence at hand counted k.
func (r *reader) counts(k Kind) bool {
	for i := len(r.out.Facts) - 1; i >= max(r.from, len(r.out.Facts)-20) && r.out.Facts[i].Sentence == r.nth; i-- {
		if r.out.Facts[i].Kind == k {
			return true
		}
	}
	return false
}
