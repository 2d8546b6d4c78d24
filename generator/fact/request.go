package fact

import "strings"

// requestUnits are the units of requests; persons and telephones are not.
var requestUnits = map[string]bool{"": true, "件": true, "件次": true, "条": true, "份": true, "宗": true, "次": true, "例": true, "起": true, "项": true, "个": true, "封": true}

// carry records a carry-over. 上年 and 下年 belong to the word, not to the
// time of the count, and a carry-over under 其中 is still the whole of it.
func (r *reader) carry(c clause, k Kind, n number, none bool) {
	f := r.emit(c, k, n, none)
	f.Part = f.Aside
	if f.Time == LastYear && k == CarriedIn {
		f.Time = ThisYear
	}
}

// flow reads received, processed and handled.
func (r *reader) flow(c clause, left []token, h int, n number, right []token) bool {
	if !requestUnits[n.unit] {
		return true
	}
	if !r.requests(left, right) {
		// Without the word 申请 the topic must be known, and nothing unknown may
		// follow that could be counted instead.
		if !r.aboutRequests() || !ends(right) {
			return true
		}
	}
	r.subject(left[:h])
	if has(left, cCompare) || has(left[:h], cAssist) || r.foreign(left) { // 较去年新增 5 件, 指导全市办理
		return true
	}
	if has(left, cCause|cSubset) || has(right[:min(1, len(right))], cSubset) {
		return true
	}
	if r.word(left[h]) == "登记" && !has(left[h:], cRequest) || r.turns(left[:h]) {
		return true
	}
	kinds := map[class]Kind{cIn: Received, cDo: Processed, cOut: Handled}
	k := kinds[left[h].class]
	// 受理并答复 34 件: both.
	if v, ok := r.joined(left[:h]); ok && kinds[v] != k {
		r.emit(c, kinds[v], n, false)
	}
	r.emit(c, k, n, false)
	r.received = k == Received && !r.among
	return true
}

// acts are words that change nothing beside a verb, and are one without.
var acts = set(`出具 制作 送达 下达 发出 寄发 寄送 开具 开出 答复书 涉及 涉 关于 相关 有关 要求 针对 引发 引起
	产生 导致 受到 遭 做 作 予以 再次 继续 正在 其他 其它 过 不服 有效 该 上述 属于 属 企业 律师`)

// nominal reads a count without a verb: 政府信息公开申请数量为0, 有1件政府信息公开
// 申请. What was disclosed on request is no request: of 依申请公开 only none tells.
func (r *reader) nominal(c clause, left []token, n number, right []token) bool {
	if !requestUnits[n.unit] || r.among || c.depth > 0 || !r.requests(left, right) {
		return false
	}
	for i, m := range left {
		switch m.class {
		case cRest, cAlso, cIncl, cEach, cInfo, cThing, cDecide, cAll:
			return false
		case cRequest:
			number := i+1 < len(left) && contains(r.word(left[i+1]), "数", "量")
			if !n.value.IsZero() && (bare(r.p.plain, m) || !number && !contains(r.word(m), "公开申请", "的申请", "信息申请")) {
				return false
			}
		default:
			if m.class&soft == 0 || acts[r.word(m)] {
				return false
			}
		}
	}
	if has(left, cRequest) {
		if !ends(right) {
			return false
		}
	} else {
		if !endsIn(r, left, "有") && !endsIn(r, left, "共") || right[0].class != cRequest || bare(r.p.plain, right[0]) || !closes(right[1:], 0) {
			return false
		}
		r.span[1] = max(r.span[1], right[0].j)
	}
	r.emit(c, Received, n, false)
	r.received = true
	return true
}

// endsIn reports whether the last word ends so.
func endsIn(r *reader, ts []token, w string) bool {
	return len(ts) > 0 && strings.HasSuffix(r.word(ts[len(ts)-1]), w)
}

// joined is the verb that is joined to the one after left: 受理并按期.
func (r *reader) joined(left []token) (class, bool) {
	join := false
	for i := len(left) - 1; i >= 0; i-- {
		switch m := left[i]; m.class {
		case cIn, cDo, cOut:
			return m.class, join
		case cJoin:
			join = true
		case cGlue, cTimely, cRequest:
			join = join || r.word(m) == "并" || r.word(m) == "并且"
		default:
			return 0, false
		}
	}
	return 0, false
}

// turns reports whether an earlier verb belongs to an earlier year: 2023年收到、
// 2024年答复的4件.
func (r *reader) turns(left []token) bool {
	for i, m := range left {
		if m.class&verb != 0 && has(left[i:], cYear) {
			return true
		}
	}
	return false
}

// share reads outcomes and applicants, which are shares of the requests.
func (r *reader) share(c clause, left []token, h int, n number, right []token) {
	t := left[h]
	if !r.aboutRequests() && !r.requests(left, right) {
		return
	}
	for _, m := range left[:h] {
		if m.class == t.class || m.class == cOutcome || m.class == cApplicant || m.class == cReview || m.class == cSuit {
			return // 予以公开及部分公开: two rows in one number
		}
		if m.class == cDisclose && left[h-1].class == cJoin {
			return // so are 公开和部分公开
		}
	}
	if !ends(right) || n.unit == "次" {
		return
	}
	f := r.emit(c, t.kind, n, false)
	if !known(left[:h]) || has(left, cCause) { // 因国家秘密不予公开 3 件 may be a part of the row
		f.Scope, f.Words = Subset, r.p.quote(left[0].i, left[h].j)
	} else if n := len(r.out.Facts); r.sep == '、' && n > 1 && r.out.Facts[n-2].Scope == Subset { // so is what stands in one list with it
		f.Scope, f.Words = Subset, r.out.Facts[n-2].Words
	}
	r.received = false
}

// requests reports whether the words about a number name requests.
func (r *reader) requests(left, right []token) bool {
	for _, m := range left {
		if m.class == cRequest && (r.ogi || !bare(r.p.plain, m)) {
			return true
		}
	}
	for _, m := range right {
		if m.class == cRequest && (r.ogi || !bare(r.p.plain, m)) {
			return true
		}
		if m.class&soft == 0 {
			return false
		}
	}
	return false
}

// foreign reports whether the words name applications of another kind: 办理其他
// 申请.
func (r *reader) foreign(left []token) bool {
	for i, m := range left {
		if i > 0 && m.class == cRequest && bare(r.p.plain, m) {
			if w := r.word(left[i-1]); w == "其他" || w == "其它" || w == "各类" {
				return true
			}
		}
	}
	return false
}

func (r *reader) aboutRequests() bool { return r.topic == tRequests && r.ogi }

// counted reports whether left already names what is counted.
func (r *reader) counted(left []token) bool {
	for _, m := range left {
		switch m.class {
		case cRequest, cReview, cSuit, cNorm, cRules, cDecision, cOutcome, cApplicant:
			return true
		}
	}
	return false
}
