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
	r.all(c, ts, numbers)
}

var noNumber = number{exact: true, value: report.Int(0)}

// none reads 未收到…申请, 无…行政复议、行政诉讼, 申请为零.
func (r *reader) none(c clause, ts []token) {
	i := 0
	for ts[i].class != cNot {
		i++
	}
	w := r.word(ts[i])
	if has(ts, cBlock) || has(ts, cJudge) || has(ts, cItem) {
		return
	}
	if i == len(ts)-1 || w == "均无" { // 行政复议、行政诉讼均为零
		if w == "零" || w == "无" || w == "均无" {
			r.nouns(c, ts[:i], true)
		}
		return
	}
	r.subject(ts[:i])
	rest := ts[i+1:]
	if len(rest) > 1 && rest[0].class == cNorm && rest[1].class == cIssue { // 无行政规范性文件出台
		r.emit(c, NormativeIssued, noNumber, true)
		return
	}
	verbless := w == "无" || w == "零" || w == "没有" || w == "暂无" || w == "均无" || w == "不存在" || w == "尚无" || w == "也无"
	if !verbless {
		k := 0
		for k < len(rest) && (rest[k].class == cGlue || rest[k].class == cTime || rest[k].class == cAll || rest[k].class == cCause || rest[k].class == cOGI || rest[k].class == cRequest) && r.word(rest[k]) != "发生" && r.word(rest[k]) != "产生" && r.word(rest[k]) != "引发" && r.word(rest[k]) != "出现" && r.word(rest[k]) != "发生过" && r.word(rest[k]) != "引起" && r.word(rest[k]) != "被" {
			k++
		}
		if k == len(rest) {
			return
		}
		switch m := rest[k]; {
		case m.class == cIssue, m.class == cRepeal:
			r.noDocument(c, rest[k:])
			return
		case m.class == cIn, m.class == cGlue, m.class == cReview, m.class == cSuit:
		default:
			return
		}
	}
	r.nouns(c, rest, false)
}

// noDocument reads 未制发行政规范性文件.
func (r *reader) noDocument(c clause, ts []token) {
	for _, t := range ts[1:] {
		switch {
		case t.class == cNorm || t.class == cRules:
			k := map[class]Kind{cIssue: NormativeIssued, cRepeal: NormativeRepealed}[ts[0].class]
			if t.class == cRules {
				k = map[class]Kind{cIssue: RulesIssued, cRepeal: RulesRepealed}[ts[0].class]
			}
			r.emit(c, k, noNumber, true)
		case !soft(t.class) && t.class != cIssue && t.class != cRepeal:
			return
		}
	}
}

// subject sees to it that whoever received nothing is plainly the agency.
func (r *reader) subject(ts []token) {
	k := len(ts) - 1
	for k >= 0 && (ts[k].class == cGlue || ts[k].class == cTime || ts[k].class == cYear || ts[k].class == cAll) {
		k--
	}
	if k < 0 || ts[k].class != cUnknown || r.scope > Own {
		return
	}
	if s := r.p.plain[ts[k].i:ts[k].j]; r.ctx.Agency == "" || !subsequence(s, r.ctx.Agency) {
		r.scope, r.words = Named, [2]int{ts[k].i, ts[k].j}
	}
}

// nouns records "none" for each thing that is named in ts. Where back is set
// the negation stands behind them.
func (r *reader) nouns(c clause, ts []token, back bool) {
	cause, subset := false, false
	for i, t := range ts {
		if t.class == cCause {
			cause = true
		}
		if t.class == cSubset {
			subset = true
		}
		switch t.class {
		case cRequest:
			if cause || !r.ogi && bare(r.p.plain, t) || remedyFollows(ts[i+1:]) {
				continue
			}
			if !back && !r.followed(ts[i+1:]) {
				return
			}
			r.emit(c, Received, noNumber, true)
			r.received = true
		case cCarryIn, cCarryOut:
			if !r.aboutRequests() {
				continue
			}
			k := CarriedIn
			if t.class == cCarryOut {
				k = CarriedOut
			}
			r.carry(c, k, noNumber, true)
			return
		case cReview, cSuit:
			if !r.cue {
				continue
			}
			k := Reviews
			if t.class == cSuit {
				k = Suits
				if t.kind != "" {
					k = t.kind
				}
			}
			f := r.emit(c, k, noNumber, true)
			if subset || has(ts[i+1:], cSubset) || has(ts[i+1:], cResult) || has(ts[:i], cResult) {
				f.Scope = Subset
			}
		case cUnknown, cOutcome, cResult, cApplicant:
			if !back {
				return
			}
			if t.class == cUnknown {
				// The agency or another lead before the nouns.
				continue
			}
			return
		}
	}
}

// remedyFollows reports whether a review or suit follows without a joint: in
// 依申请公开行政复议 the request is not what is counted.
func remedyFollows(ts []token) bool {
	for _, t := range ts {
		switch t.class {
		case cJoin, cCause:
			return false
		case cReview, cSuit:
			return true
		}
	}
	return false
}

// followed reports whether the words after 申请 leave the sense alone: 未收到
// 申请 may not go on as 未收到申请人 or 申请材料.
func (r *reader) followed(ts []token) bool {
	for _, t := range ts {
		switch t.class {
		case cJoin:
			return true
		case cUnknown, cSubset, cOut:
			return false
		}
	}
	return true
}

// all reads 全部办结, 均已答复. In time (按期, 法定期限内) is another statement.
func (r *reader) all(c clause, ts []token, numbers int) {
	if r.says(c, "按时", "按期", "期限", "时限") { // in time: another statement
		return
	}
	if !r.aboutRequests() || has(ts, cTimely) || has(ts, cNot) || has(ts, cBlock) || has(ts, cPlan) {
		return
	}
	if has(ts, cRate) {
		return
	}
	for i, t := range ts {
		if t.class != cAll {
			continue
		}
		for k := i + 1; k < len(ts); k++ {
			if ts[k].class == cOut {
				if len(ts) > k+1 && !closes(ts[k+1:]) {
					return
				}
				r.emit(c, AllHandled, noNumber, false)
				return
			}
			if !soft(ts[k].class) && ts[k].class != cDo {
				return
			}
		}
	}
}

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
		if !soft(t.class) {
			return
		}
	}
	named := false
	for _, t := range left[:at] {
		switch t.class {
		case cRequest:
			named = r.ogi || !bare(r.p.plain, t)
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
