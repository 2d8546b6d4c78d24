package fact

import (
	"slices"

	"ogi/generator/report"
)

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
	// 自然人提出的申请均已答复, 上年结转的均已办结: all of some.
	if !r.aboutRequests() || has(ts, cTimely|cNot|cBlock|cPlan|cRate|cApplicant|cCarryIn) || has(ts, cOutcome) && !has(ts, cRequest) {
		return
	}
	if f := r.last(); f != nil && f.Kind == CarriedIn && !r.counts(Received) {
		return // 2022年结转的申请2件，已全部办结
	}
	i := index(ts, cAll)
	ts = ts[i+1:]
	if k := index(ts, ^(soft | cDo)); i >= 0 && k >= 0 && ts[k].class == cOut && of(ts[k:])&^rounding == 0 {
		r.emit(c, AllHandled, noNumber, false)
	}
}

// last is the last fact of the sentence at hand, nil if none.
func (r *reader) last() *Fact {
	if n := len(r.out.Facts); n > r.begun {
		return &r.out.Facts[n-1]
	}
	return nil
}

// counts reports whether the sentence at hand counted k, not long before.
func (r *reader) counts(k Kind) bool {
	return slices.ContainsFunc(r.out.Facts[max(r.begun, len(r.out.Facts)-20):], func(f Fact) bool { return f.Kind == k })
}
