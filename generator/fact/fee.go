package fact

import (
	"slices"
	"strings"
)

// feeNumber reads amounts and items of the information-processing fee. The
// sentence must have named the fee or be about disclosure on request.
func (r *reader) feeNumber(c clause, left []token, n number, right []token) {
	if !r.fee || has(left, cBlock) { // 行政事业性收费
		return
	}
	if y, ok := yuan(n); ok {
		if has(left, cNot) || !has(left, cFee|cCollect) && of(left)&^soft != 0 {
			return
		}
		if len(right) > 0 && right[0].class == cUnknown {
			return // 100元标准
		}
		n.value, n.unit = y, "元"
		r.emit(c, Fee, n, false)
		return
	}
	switch {
	case !feeUnits[n.unit] || has(left, cNot):
	case has(left, cNotice), has(right, cNotice):
		r.emit(c, FeeNotice, n, false)
	case has(left, cCollect|cFee) || has(right, cFee) || of(left)&^soft == 0 && of(right)&^soft == 0 && r.feeBefore():
		r.emit(c, FeeItems, n, false)
	}
}

var feeUnits = set("件 份 次 宗 笔 起")

// feeBefore reports whether the last statement of this sentence is an amount:
// 收取信息处理费180元，共5件.
func (r *reader) feeBefore() bool {
	f := r.last()
	return f != nil && f.Kind == Fee && !f.None
}

// feeNone reads 未收取信息处理费, 无收费情况, 未发出收费通知.
func (r *reader) feeNone(c clause, ts []token) {
	i := index(ts, cNot)
	if i < 0 {
		return
	}
	none, notice := ts[i:], has(ts, cNotice)
	if u := index(none, cUnknown); u >= 0 && !has(ts[:i+u], cNotice) && !has(none[:u], cFee|cCollect) {
		return
	}
	fee := r.fee || r.aboutRequests() || r.section == 6 && !has(ts, cUnknown) || has(ts, cFee) || r.ogi && has(ts, cRequest|cOGI)
	charged := has(none, cFee) || r.fee && has(none, cCollect) ||
		fee && has(ts[:i], cFee) && (len(none) == 1 || has(none, cCollect)) || // 信息处理费未收取, 信息处理费为零
		slices.ContainsFunc(none, func(t token) bool { return t.class == cCollect && strings.Contains(r.word(t), "费") })
	switch {
	case notice:
		r.emit(c, FeeNotice, noNumber, true)
	case fee && charged:
		r.emit(c, Fee, noNumber, true)
	}
}
