package fact

// excludes reports whether a sentence says that something is left out.
func (r *reader) excludes(s sentence) bool {
	for _, c := range s.clauses {
		if r.says(c, "不含", "不包括", "不计入", "未计入", "除外", "剔除", "扣除", "不包含") && !r.says(c, "结转") {
			return true
		}
	}
	if len(s.clauses) == 0 {
		return false
	}
	c := s.clauses[0] // 除…外，共收到 15 件
	return r.p.plain[c.i] == '除' && r.p.plain[c.j-1] == '外'
}

// context takes over what the clause says of time, scope and topic.
func (r *reader) context(ts []token, c clause) {
	if r.says(c, "信息处理费") { // also inside 《》
		r.fee = true
	}
	about := r.names(ts)
	ways := false // several channels: no one in particular
	for i := range ts {
		r.when(ts, i)
		ways = r.whose(ts, i, ways)
		r.what(ts, i, about)
	}
}

// when takes over what a token says of time.
func (r *reader) when(ts []token, i int) {
	switch t := ts[i]; t.class {
	case cYear:
		if i > 0 && ts[i-1].class == cCompare || i+1 < len(ts) && ts[i+1].class == cCompare && !has(ts[:i], cIn) && i > 0 && ts[i-1].class == cJoin {
			r.compared = t.year == r.ctx.Year-1 // 较2023年
			return
		}
		switch {
		case r.ctx.Year == 0:
			r.time = OtherTime
		case t.year == r.ctx.Year:
			r.time = ThisYear
		case t.year == r.ctx.Year-1:
			r.time = LastYear
		case t.year > r.ctx.Year:
			r.time = Plan
		default:
			r.time = OtherTime
		}
		if i+1 < len(ts) && ts[i+1].class == cPart || severalYears(ts[:i], t) {
			r.time = OtherTime
		}
	case cTime:
		if r.time != OtherTime || i == 0 || ts[i-1].class != cYear {
			r.time = ThisYear
			if i > 0 && ts[i-1].class == cYear && ts[i-1].year != r.ctx.Year { // 2023年全年
				r.time = LastYear
			}
		}
	case cLast:
		r.time = LastYear
	case cPart:
		r.time = OtherTime
	case cSince: // 今年以来, else from some year on
		if i == 0 || ts[i-1].class != cTime && (ts[i-1].class != cYear || ts[i-1].year != r.ctx.Year) {
			r.time = OtherTime
		}
	case cPlan:
		r.time = Plan
	case cCompare:
		r.compared = true
	}
}

// whose takes over what a token says of scope; ways is whether several channels
// were named, before and after.
func (r *reader) whose(ts []token, i int, ways bool) bool {
	switch t := ts[i]; t.class {
	case cEvery: // 邮寄、邮件等方式
		if r.scope == Channel {
			r.owner = owner{}
		}
		ways = true
	case cArea, cOwn, cSub, cProxy, cChannel, cSubset:
		if t.class == cChannel && r.scope == Channel && i > 0 && ts[i-1].class == cJoin {
			r.owner = owner{} // 网站及窗口
			ways = true
		}
		if t.class == cChannel && ways || r.scope == Area && r.word(t) == "系统" { // 全县司法行政系统
			return ways
		}
		r.scoped(t)
	case cUnknown:
		r.organ(ts, i)
	}
	return ways
}

// what takes over what a token says of the topic; about is whether the clause
// names requests or disclosure as the cause of a remedy.
func (r *reader) what(ts []token, i int, about bool) {
	switch t := ts[i]; t.class {
	case cOGI:
		r.ogi = true
	case cRequest:
		if !bare(r.p.plain, t) {
			r.ogi = true
		}
		if r.ogi && r.topic != tElse || !bare(r.p.plain, t) {
			r.topic = tRequests
		}
	case cBlock:
		r.topic = tElse
	case cItem:
		if has(ts, cNumber) {
			r.topic = tElse
		}
	case cReview:
		r.topic, r.disputes = tReviews, true
		r.cue = r.cue || about
		r.renew()
	case cSuit:
		r.disputes = true
		r.cue = r.cue || about
		if t.kind == "" {
			r.fresh = r.fresh || r.topic == tReviews // 其中纠正 5 件，行政诉讼 28 件
			r.renew()
		}
		r.topic = tSuits
	case cNorm:
		r.topic = tNormative
		r.verb = 0
	case cRules:
		r.topic = tRules
		r.verb = 0
	case cDecision:
		r.topic = tElse
		r.publish = r.publish || has(ts, cDisclose)
	case cFee, cNotice:
		r.fee = true
	case cJudge:
		r.judge = true
	case cPublish:
		r.publish = true
	case cTotal:
		r.total = true
		r.among = false
	case cAmong:
		r.among = true
	}
}

// severalYears reports whether an earlier year is joined to t: 2020年至2024年.
func severalYears(before []token, t token) bool {
	n := len(before)
	return n > 1 && (before[n-1].class == cJoin || before[n-1].class == cGlue) && before[n-2].class == cYear && before[n-2].year != t.year
}

// renew ends the list of 其中 where a new subject comes after a semicolon.
func (r *reader) renew() {
	if r.fresh {
		r.among, r.fresh = false, false
	}
}

// names reports whether a clause that counts reviews or suits names requests
// or disclosure as their cause.
func (r *reader) names(ts []token) bool {
	if !has(ts, cNumber|cNot) {
		return false
	}
	if has(ts, cOGI) {
		return true
	}
	for _, t := range ts {
		if t.class == cRequest && !bare(r.p.plain, t) {
			return true
		}
	}
	return false
}
