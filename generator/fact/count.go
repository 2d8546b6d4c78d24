package fact

import "slices"

// soft words may stand between a verb and its number without changing what is
// counted.
const soft = cGlue | cTotal | cJoin | cTime | cApprox | cEvery | cThing | cOGI | cRequest | cAll | cIncl | cAlso | cOwn | cArea | cYear | cAmong |
	cChannel | cInfo | cEach | cTimely | cRest | cDecide

// specific classes say what a number counts; they win over a verb that stands
// nearer.
const (
	specific = cCarryIn | cCarryOut | cOutcome | cApplicant | cReview | cSuit | cResult | cNorm | cRules | cDecision | cNotice | cFee | cGrow | cShrink
	verb     = cIn | cDo | cOut
	states   = cIssue | cRepeal | cInForce
)

// number reads one number with what stands before it (since the number
// before) and after it (up to the next). It returns how many of the words
// after it belong to it.
func (r *reader) number(c clause, first bool, left []token, t token, right []token) int {
	n := t.num
	r.lead = ""
	if has(left, cApprox) {
		n.exact = false
	}
	if n.percent {
		r.growth(c, left, n)
		return 0
	}
	if n.unit == "元" || n.unit == "万元" || n.unit == "亿元" || r.fee {
		r.feeNumber(c, left, n, right)
		return 0
	}
	if n.unit != "" && !counts[n.unit] || n.unit == "" && r.bare {
		return 0
	}
	if has(left, cBlock) || has(right, cBlock) || has(left, cNot) && !has(left, cOutcome) {
		r.received = false
		return 0
	}
	if used := r.inverted(c, left, n, right); used > 0 {
		return used
	}
	if has(left, cCompare) && has(left, cGrow|cShrink) && known(left) && r.ogi && r.numbersRequests(left) {
		r.received = true // 申请数量较上年增加 5 件，增长 10%
	}
	if r.before(c, first, left, n, right) {
		return 0
	}
	used := r.after(c, left, n, right)
	if used == 0 && !has(left, cCompare) && !has(right, cCompare) { // 比2023年的40件增长25%
		r.received = false
	}
	return used
}

// numbersRequests reports whether the words speak of how many requests came.
func (r *reader) numbersRequests(ts []token) bool {
	for _, t := range ts {
		switch t.class {
		case cRequest:
			return true
		case cGlue:
			if r.word(t) == "申请数量" {
				return true
			}
		case cOut, cDo, cChannel, cDisclose, cCarryIn, cCarryOut, cOutcome, cApplicant:
			return false
		}
	}
	return false
}

// before reads "收到申请 34 件": the head stands before the number.
func (r *reader) before(c clause, first bool, left []token, n number, right []token) bool {
	h, ok := r.head(left)
	if !ok {
		return first && r.nominal(c, left, n, right)
	}
	t := left[h]
	if !first && h < len(left)-1 && has(left[h+1:], cJoin) {
		return true // 35件新收申请和2件结转申请: the head belongs to the number before
	}
	// Only words that are understood between head and number.
	for i, m := range left[h+1:] {
		// 市民、企业等提出的申请
		others := m.class == cOpen && has(left[h+1+i:], cRequest)
		state := (t.class == cNorm || t.class == cRules) && (m.class == cIssue || m.class == cRepeal || m.class == cInForce) // 规范性文件制发3件
		if m.class&soft == 0 && m.class&verb == 0 && m.class != cCollect && !others && !state && !(m.class == cSubset && t.class != cIn) {
			return true
		}
	}
	if n.unit == "" && !ends(right) {
		return true
	}
	if tail := right; len(tail) > 0 && tail[0].class == cUnknown && !r.counted(left) {
		return true // 收到 3 件锦旗
	}
	switch t.class {
	case cIn, cDo, cOut:
		return r.flow(c, left, h, n, right)
	case cCarryIn, cCarryOut:
		if !r.requests(left, right) && !r.aboutRequests() {
			return true
		}
		for _, m := range left[:h+1] { // 上年结转和结转下年均为0件: one number for both
			if m.class != t.class && (m.class == cCarryIn || m.class == cCarryOut) && !n.value.IsZero() {
				return true
			}
		}
		for _, m := range left[:h+1] {
			switch m.class {
			case cCarryIn:
				r.carry(c, CarriedIn, n, false)
			case cCarryOut:
				r.carry(c, CarriedOut, n, false)
			}
		}
		r.received = false
	case cOutcome, cApplicant:
		r.share(c, left, h, n, right)
	case cReview, cSuit, cResult:
		r.remedy(c, left, h, n)
	case cNorm, cRules:
		r.document(c, left, h, n, right)
	case cIssue, cRepeal, cInForce:
		doc := cNorm
		if r.topic == tRules {
			doc = cRules
		}
		if ends(right) {
			r.emitDocument(c, doc, t.class, n)
		}
	case cDecision:
		r.decision(c, left, h, n, right)
	}
	return true
}

// head is the token that says what the number after left counts: the last
// specific one, else the last verb.
func (r *reader) head(left []token) (int, bool) {
	v := -1
	for i := len(left) - 1; i >= 0; i-- {
		switch {
		case left[i].class&specific != 0:
			return i, true
		case left[i].class&verb != 0 && v < 0:
			v = i
		case left[i].class&states != 0 && v < 0 && (r.topic == tNormative || r.topic == tRules) && !has(left[:i], cNorm|cRules):
			// 废止26件 after 制发行政规范性文件8件
			return i, r.bareDocument(left)
		}
	}
	return v, v >= 0
}

// inverted reads "作出694宗行政许可", "制发3件规范性文件": the verb stands before
// the number and what is counted behind it.
func (r *reader) inverted(c clause, left []token, n number, right []token) int {
	if !has(left, cDecide|cDo|cIssue|cRepeal) || has(left, cNorm|cRules|cDecision) {
		return 0
	}
	for i, m := range right {
		switch m.class {
		case cGlue:
			continue
		case cNorm, cRules, cDecision:
			ts := slices.Concat(left, right[:i+1])
			r.span[1] = max(r.span[1], m.j)
			if m.class == cDecision {
				r.decision(c, ts, len(ts)-1, n, right[i+1:])
			} else {
				r.document(c, ts, len(ts)-1, n, right[i+1:])
			}
			return i + 1
		}
		return 0
	}
	return 0
}

// after reads "11件办结", "有 1 件涉及政府信息公开的行政复议".
func (r *reader) after(c clause, left []token, n number, right []token) int {
	for i, m := range left {
		// A subject may lead: 市科委有 1 件涉及政府信息公开的行政复议.
		if subject := i == 0 && m.class == cUnknown && len(left) > 1 && r.word(left[len(left)-1]) == "有"; m.class&soft == 0 && m.class != cResult && !subject {
			return 0
		}
	}
	for i, m := range right {
		if m.class&specific != 0 || m.class&verb != 0 {
			rest := right[i+1:]
			r.span[1] = max(r.span[1], m.j)
			switch m.class {
			case cOut, cCarryOut, cCarryIn:
				if !r.aboutRequests() || !closes(rest, 0) {
					return 0
				}
				k := map[class]Kind{cOut: Handled, cCarryOut: CarriedOut, cCarryIn: CarriedIn}[m.class]
				if m.class == cOut {
					r.emit(c, k, n, false).Part = true
				} else {
					r.carry(c, k, n, false)
				}
				return i + 1
			case cOutcome, cApplicant:
				if !r.aboutRequests() || !closes(rest, 0) {
					return 0
				}
				f := r.emit(c, m.kind, n, false)
				f.Part = true
				return i + 1
			case cReview, cSuit:
				r.remedy(c, right, i, n)
				return i + 1
			case cResult:
				if !closes(rest, 0) {
					return 0
				}
				r.remedy(c, right, i, n)
				return i + 1
			}
			return 0
		}
		if m.class&soft == 0 && m.class != cCause { // 1 起因信息公开引起的复议
			return 0
		}
	}
	return 0
}

func (r *reader) word(t token) string { return r.p.str(t.i, t.j) }

// ends reports whether nothing follows a number that could be counted by it:
// the clause ends, or goes on with another statement.
func ends(right []token) bool {
	if len(right) == 0 {
		return true
	}
	switch right[0].class {
	case cAll, cOut, cJoin, cAlso, cTimely, cOpen, cNot, cIncl, cAmong, cRequest, cCompare, cTotal, cTime, cSubset, cIn, cDo:
		return true
	case cOutcome, cApplicant, cCarryIn, cCarryOut, cReview, cSuit, cResult:
		return true
	case cGlue:
		return right[0].j-right[0].i == 1 || len(right) == 1
	}
	return false
}

// closes reports whether rest only rounds off the statement.
func closes(rest []token, also class) bool {
	return of(rest)&^(soft|cOut|cDo|cNot|also) == 0
}

// known reports whether all words are understood or only name time and body.
func known(ts []token) bool { return !has(ts, cUnknown|cSubset) }

// has reports whether one of ts is of those classes.
func has(ts []token, cs class) bool { return of(ts)&cs != 0 }

// of are the classes of ts.
func of(ts []token) class {
	var cs class
	for i := range ts {
		cs |= ts[i].class
	}
	return cs
}
