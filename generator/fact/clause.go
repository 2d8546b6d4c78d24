package fact

import (
	"strings"

	"ogi/generator/report"
	"ogi/generator/source"
)

func contains(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (r *reader) sentence(s sentence) {
	r.time, r.scope, r.words = ThisYear, Unsaid, [2]int{}
	r.total, r.among, r.received, r.fee, r.judge, r.publish, r.compared, r.fresh, r.verb = false, false, false, false, false, false, false, false, 0
	first := len(r.out.Facts)
	defer func() {
		// 34件（不含重复申请3件）: what is left out may be in the table.
		if r.excludes(s) {
			for i := first; i < len(r.out.Facts); i++ {
				r.out.Facts[i].Scope = max(r.out.Facts[i].Scope, Subset)
			}
		}
	}()
	for i, c := range s.clauses {
		if i > 0 && s.clauses[i-1].sep == '；' {
			r.fresh = true
		}
		r.clause(c)
	}
}

// excludes reports whether a sentence says that something is left out.
func (r *reader) excludes(s sentence) bool {
	return r.says(clause{i: s.i, j: s.j}, "不含", "不包括", "不计入", "未计入", "除外", "剔除", "扣除", "不包含")
}

// clause reads one clause: first what it says of time, scope and topic, then
// each number in it, then what it says without a number.
func (r *reader) clause(c clause) {
	saved := *r
	ts := r.p.lex(c.i, c.j, r.buf[:0])
	r.buf = ts
	ts = r.merge(ts)
	if len(ts) == 0 {
		return
	}
	was := r.time
	r.context(ts, c)
	prev := 0
	numbers := 0
	for i, t := range ts {
		if t.class != cNumber {
			continue
		}
		numbers++
		next := i + 1
		for next < len(ts) && ts[next].class != cNumber {
			next++
		}
		r.span = [2]int{t.i, t.j}
		for _, l := range ts[prev:i] {
			if l.class != cJoin {
				r.span[0] = l.i
				break
			}
		}
		if next == len(ts) {
			r.span[1] = ts[next-1].j
		}
		prev = i + 1 + r.number(c, ts[prev:i], t, ts[i+1:next])
	}
	r.span = [2]int{c.i, c.j}
	r.wordless(c, ts, numbers)
	if c.depth > 0 { // what brackets say ends with them
		r.time, r.scope, r.words, r.among, r.total = was, saved.scope, saved.words, saved.among, saved.total
		r.topic, r.received = saved.topic, saved.received
	}
}

// merge makes a carry-over of 结转 with a year beside it.
func (r *reader) merge(ts []token) []token {
	out := ts[:0]
	for i := 0; i < len(ts); i++ {
		t := ts[i]
		if r.ctx.Year > 0 && t.class == cYear && i+1 < len(ts) {
			k := i + 1
			if ts[k].class == cGlue && k+1 < len(ts) {
				k++
			}
			if ts[k].class == cTurn && t.year == r.ctx.Year-1 {
				out = append(out, token{class: cCarryIn, i: t.i, j: ts[k].j})
				i = k
				continue
			}
		}
		if r.ctx.Year > 0 && t.class == cTurn && i+1 < len(ts) {
			k := i + 1
			if ts[k].class == cGlue && k+1 < len(ts) {
				k++
			}
			if ts[k].class == cYear && (ts[k].year == r.ctx.Year+1 || ts[k].year == r.ctx.Year-1) {
				cl := cCarryOut
				if ts[k].year < r.ctx.Year {
					cl = cCarryIn
				}
				out = append(out, token{class: cl, i: t.i, j: ts[k].j})
				i = k
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// says reports whether a clause contains one of the words, brackets and titles
// included.
func (r *reader) says(c clause, words ...string) bool {
	s := r.p.plain[:c.j]
	for i := c.i; i < c.j; i++ {
		for _, w := range words {
			if hasAt(s, i, w) {
				return true
			}
		}
	}
	return false
}

// context takes over what the clause says of time, scope and topic.
func (r *reader) context(ts []token, c clause) {
	if r.says(c, "信息处理费") { // also inside 《》
		r.fee = true
	}
	for i, t := range ts {
		switch t.class {
		case cYear:
			if i > 0 && ts[i-1].class == cCompare || i+1 < len(ts) && ts[i+1].class == cCompare && !has(ts[:i], cIn) && i > 0 && ts[i-1].class == cJoin {
				r.compared = t.year == r.ctx.Year-1 // 较2023年
				continue
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
			if i+1 < len(ts) && ts[i+1].class == cPart {
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
		case cPlan:
			r.time = Plan
		case cCompare:
			r.compared = true
		case cArea, cOwn, cSub, cProxy, cChannel, cEvery, cSubset:
			r.scoped(t)
		case cUnknown:
			r.organ(ts, i)
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
			r.cue = r.cue || r.about(ts)
			r.renew()
		case cSuit:
			r.disputes = true
			r.cue = r.cue || r.about(ts)
			if t.kind == "" {
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
}

// renew ends the list of 其中 where a new subject comes after a semicolon.
func (r *reader) renew() {
	if r.fresh {
		r.among, r.fresh = false, false
	}
}

// about reports whether a clause that counts reviews or suits names requests
// or disclosure as their cause.
func (r *reader) about(ts []token) bool {
	if !has(ts, cNumber) && !has(ts, cNot) {
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

func (r *reader) scoped(t token) {
	var s Scope
	switch t.class {
	case cArea:
		s = Area
	case cOwn:
		s = Own
	case cSub:
		s = Sub
	case cProxy:
		s = Proxy
	case cChannel:
		s = Channel
	case cSubset:
		s = Subset
	case cEvery:
		return
	}
	r.scope, r.words = s, [2]int{t.i, t.j}
}

// organ sees whether an unknown run before a verb names a body, and whether
// that can be the agency itself.
func (r *reader) organ(ts []token, i int) {
	t := ts[i]
	s := r.p.plain[t.i:t.j]
	n := len(s)
	if n < 2 {
		return
	}
	if strings.Contains(string(s), "名义") { // 以县政府名义
		r.scope, r.words = Proxy, [2]int{t.i, t.j}
		return
	}
	end := string(s[max(0, n-3):])
	if !hasAnySuffix(end, "局", "委", "办", "厅", "镇", "乡", "街道", "中心", "办公室", "政府", "办事处", "管委会", "委员会", "学校", "医院", "支队", "大队", "公司") {
		return
	}
	if i+1 < len(ts) && leads(r.p.plain[ts[i+1].i:]) { // 在县委、县政府的领导下
		return
	}
	if r.scope == Proxy { // the government an office stands in for
		return
	}
	scope := Named
	if r.ctx.Agency != "" && subsequence(s, r.ctx.Agency) {
		scope = Own
	}
	r.scope, r.words = scope, [2]int{t.i, t.j}
}

// leads reports whether what follows a body's name makes it no subject.
func leads(s []rune) bool {
	for _, w := range []string{"的", "领导", "部署", "要求", "统一", "关于", "印发", "门户", "网站", "安排", "指导"} {
		if hasAt(s, 0, w) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// subsequence reports whether all of s stands in name in that order: 市科委 in
// 上海市科学技术委员会.
func subsequence(s []rune, name string) bool {
	for _, r := range name {
		if len(s) == 0 {
			break
		}
		if s[0] == r {
			s = s[1:]
		}
	}
	return len(s) == 0
}

// bare reports whether a request word is only 申请: it may be any application.
func bare(s []rune, t token) bool {
	w := string(s[t.i:t.j])
	return !strings.Contains(w, "公开") && !strings.Contains(w, "依申请") && !strings.Contains(w, "政府信息")
}

// emit records a fact read from clause c.
func (r *reader) emit(c clause, k Kind, n number, none bool) *Fact {
	f := Fact{
		Kind: k, Value: n.value, High: n.high, Unit: n.unit, None: none, Exact: n.exact,
		Total: r.total, Part: r.among || c.depth > 0, Aside: c.depth > 0,
		Time: r.time, Scope: r.scope, Words: r.p.quote(r.words[0], r.words[1]),
		Text: r.p.quote(r.span[0], r.span[1]), Pos: source.Pos{Col: r.p.at[r.span[0]]},
		Section: r.section, Paragraph: r.para, Sentence: r.nth,
	}
	if none {
		f.Value, f.Exact = report.Int(0), true
	}
	if k == Received || k == Handled || k == Processed || k == CarriedIn || k == CarriedOut {
		r.cue = true
	}
	r.out.Facts = append(r.out.Facts, f)
	return &r.out.Facts[len(r.out.Facts)-1]
}
