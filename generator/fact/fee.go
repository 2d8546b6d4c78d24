package fact

import "ogi/generator/report"

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
	if n.unit != "件" && n.unit != "份" && n.unit != "次" && n.unit != "宗" && n.unit != "笔" && n.unit != "起" {
		return
	}
	switch {
	case has(left, cNot):
	case has(left, cNotice), has(right, cNotice):
		r.emit(c, FeeNotice, n, false)
	case has(left, cCollect|cFee) || has(right, cFee) || of(left)&^soft == 0 && of(right)&^soft == 0 && r.feeBefore():
		r.emit(c, FeeItems, n, false)
	}
}

// feeBefore reports whether the last statement of this sentence is an amount:
// 收取信息处理费180元，共5件.
func (r *reader) feeBefore() bool {
	n := len(r.out.Facts)
	return n > r.from && r.out.Facts[n-1].Kind == Fee && r.out.Facts[n-1].Sentence == r.nth && !r.out.Facts[n-1].None
}

// feeNone reads 未收取信息处理费, 无收费情况, 未发出收费通知.
func (r *reader) feeNone(c clause, ts []token) {
	not, notice, fee := -1, false, r.fee || r.aboutRequests() || r.section == 6 && !has(ts, cUnknown)
	for i, t := range ts {
		switch t.class {
		case cNot:
			if not < 0 {
				not = i
			}
		case cNotice:
			notice = true
		case cFee:
			fee = true
		case cRequest, cOGI:
			fee = fee || r.ogi
		case cUnknown:
			if not >= 0 && !notice && !has(ts[not:i], cFee|cCollect) {
				return
			}
		}
	}
	if not < 0 {
		return
	}
	k := Fee
	charge := notice
	for _, t := range ts[not:] {
		if t.class == cFee || t.class == cCollect && contains(r.word(t), "费") {
			charge = true
		}
	}
	// 信息处理费未收取, 信息处理费为零
	if !charge && fee && has(ts[:not], cFee) && (len(ts[not:]) == 1 || has(ts[not:], cCollect)) {
		charge = true
	}
	if !charge && r.fee && has(ts[not:], cCollect) {
		charge = true
	}
	if notice {
		k = FeeNotice
	} else if !fee {
		return
	}
	if !charge {
		return
	}
	r.emit(c, k, number{exact: true, value: report.Int(0)}, true)
}
