package fact

// kinds are what heads count: a verb, a turn of the year, or a document and
// what was done to it.
var kinds = map[class]Kind{
	cIn: Received, cDo: Processed, cOut: Handled, cCarryIn: CarriedIn, cCarryOut: CarriedOut,
	cNorm | cIssue: NormativeIssued, cNorm | cRepeal: NormativeRepealed, cNorm | cInForce: NormativeInForce,
	cRules | cIssue: RulesIssued, cRules | cRepeal: RulesRepealed, cRules | cInForce: RulesInForce,
}

// carry records a carry-over. 上年 and 下年 belong to the word, not to the
// time of the count, and a carry-over under 其中 is still the whole of it.
func (r *reader) carry(c clause, k Kind, n number, none bool) {
	f := r.emit(c, k, n, none)
	f.Part = f.Aside
	if f.Time == LastYear && k == CarriedIn {
		f.Time = ThisYear
	}
}

// carries reads 上年结转2件, and 上年结转和结转下年均为0件: one number for both is
// none of either.
func (r *reader) carries(s *spot) {
	ts := s.words[:s.h+1]
	if !s.n.value.IsZero() && has(ts, s.head().class^(cCarryIn|cCarryOut)) {
		return
	}
	for _, t := range ts {
		if t.class&(cCarryIn|cCarryOut) != 0 {
			r.carry(s.c, kinds[t.class], s.n, false)
		}
	}
	r.received = false
}

// flow reads received, processed and handled; of 受理并答复 34 件 both.
func (r *reader) flow(s *spot) {
	k := kinds[s.head().class]
	if r.foreign(s.words) || r.turns(s.before()) || r.word(s.head()) == "登记" && !has(s.words[s.h:], cRequest) {
		return
	}
	if v := kinds[r.joined(s.before())]; v != "" && v != k {
		r.emit(s.c, v, s.n, false)
	}
	r.emit(s.c, k, s.n, false)
	r.received = k == Received && !r.among
}

// acts are words that change nothing beside a verb, and are one without.
var acts = set(`出具 制作 送达 下达 发出 寄发 寄送 开具 开出 答复书 涉及 涉 关于 相关 有关 要求 针对 引发 引起
	产生 导致 受到 遭 做 作 予以 再次 继续 正在 其他 其它 过 不服 有效 该 上述 属于 属 企业 律师`)

// nominal reads a count without a verb: 政府信息公开申请数量为0, 有1件政府信息公开
// 申请. What was disclosed on request is no request: of 依申请公开 only none tells.
func (r *reader) nominal(c clause, left []token, n number, right []token) bool {
	if n.unit != "" && !requestUnits[n.unit] || r.among || c.depth > 0 || !r.requests(left, right) ||
		of(left)&^(soft&^(cRest|cAlso|cIncl|cEach|cInfo|cThing|cDecide|cAll)) != 0 {
		return false
	}
	for i, m := range left {
		if m.class != cRequest {
			if acts[r.word(m)] {
				return false
			}
			continue
		}
		number := i+1 < len(left) && contains(r.word(left[i+1]), "数", "量")
		if !n.value.IsZero() && (bare(r.p.plain, m) || !number && !contains(r.word(m), "公开申请", "的申请", "信息申请")) {
			return false
		}
	}
	switch {
	case has(left, cRequest):
		if !ends(right) {
			return false
		}
	case len(left) == 0 || right[0].class != cRequest || bare(r.p.plain, right[0]) || of(right[1:])&^rounding != 0 ||
		!hasAnySuffix(r.word(left[len(left)-1]), "有", "共"):
		return false
	default:
		r.span[1] = max(r.span[1], right[0].j)
	}
	r.emit(c, Received, n, false)
	r.received = true
	return true
}

// joined is the verb that is joined to the one after left: 受理并按期.
func (r *reader) joined(left []token) class {
	join := false
	for i := len(left) - 1; i >= 0; i-- {
		switch m := left[i]; {
		case m.class&verb != 0 && join:
			return m.class
		case m.class == cJoin:
			join = true
		case m.class&(cGlue|cTimely|cRequest) != 0:
			join = join || r.word(m) == "并" || r.word(m) == "并且"
		default:
			return 0
		}
	}
	return 0
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

// share reads outcomes and applicants, which are shares of the requests. Of
// 公开和部分公开 there are two rows in one number.
func (r *reader) share(s *spot) {
	left, h := s.words, s.h
	if !ends(s.rest) || s.n.unit == "次" || h > 0 && left[h-1].class == cJoin && has(s.before(), cDisclose) {
		return
	}
	f := r.emit(s.c, s.head().kind, s.n, false)
	if !known(s.before()) || has(left, cCause) { // 因国家秘密不予公开 3 件 may be a part of the row
		f.Scope, f.Words = Subset, r.p.quote(left[0].i, left[h].j)
	} else if n := len(r.out.Facts); r.sep == '、' && n > 1 && r.out.Facts[n-2].Scope == Subset { // so is what stands in one list with it
		f.Scope, f.Words = Subset, r.out.Facts[n-2].Words
	}
	r.received = false
}

// part reads a share whose head follows: 11件办结.
func (r *reader) part(s *spot) {
	switch t := s.head(); t.class {
	case cCarryIn, cCarryOut:
		r.carry(s.c, kinds[t.class], s.n, false)
	case cOut:
		r.emit(s.c, Handled, s.n, false).Part = true
	default:
		r.emit(s.c, t.kind, s.n, false).Part = true
	}
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
