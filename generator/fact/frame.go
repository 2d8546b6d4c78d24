package fact

import "slices"

// Sets of classes.
const (
	verb  = cIn | cDo | cOut
	state = cIssue | cRepeal | cInForce
	paper = cNorm | cRules
	// specific classes say what a number counts; they win over a verb that stands
	// nearer.
	specific = cCarryIn | cCarryOut | cOutcome | cApplicant | cReview | cSuit | cResult | paper | cDecision | cNotice | cFee | cGrow | cShrink
	// soft words may stand between a verb and its number without changing what is
	// counted.
	soft = cGlue | cTotal | cJoin | cTime | cApprox | cEvery | cThing | cOGI | cRequest | cAll | cIncl | cAlso | cOwn | cArea | cYear | cAmong |
		cChannel | cInfo | cEach | cTimely | cRest | cDecide
	// rounding words may end a statement, following its number.
	rounding = soft | cOut | cDo | cNot
)

// A spot is a number and the words that say what it counts: those that lead up
// to it or that follow it, with the head among them, and what comes after.
type spot struct {
	c     clause
	n     number
	words []token
	h     int
	rest  []token
}

func (s *spot) head() token     { return s.words[s.h] }
func (s *spot) before() []token { return s.words[:s.h] }
func (s *spot) after() []token  { return s.words[s.h+1:] }

// A frame is one way to state a count: what may stand about the head and the
// number, and how it is then read.
type frame struct {
	head    class
	behind  bool            // the head stands behind the number: 11 件办结
	units   map[string]bool // nil: any
	about   func(*reader, *spot) bool
	subject bool  // whoever does it must be the agency
	between class // may stand between head and number, beside soft words
	not     class // nowhere in the words
	earlier class // not before the head
	next    class // not next after them
	read    func(*reader, *spot)
}

var (
	requestUnits  = set("件 件次 条 份 宗 次 例 起 项 个 封")
	documentUnits = set("件 部 个 份 项")
	decisionUnits = set("件 件次 宗 起 例 次 项")
)

var frames = []frame{
	{head: cIn, units: requestUnits, about: (*reader).ofRequests, subject: true, not: cCompare | cCause | cSubset, earlier: cAssist, next: cSubset, read: (*reader).flow},
	{head: cDo | cOut, units: requestUnits, about: (*reader).ofRequests, subject: true, between: cSubset, not: cCompare | cCause | cSubset, earlier: cAssist, next: cSubset, read: (*reader).flow},
	{head: cCarryIn | cCarryOut, about: (*reader).onRequests, between: cSubset, read: (*reader).carries},
	{head: cOutcome | cApplicant, about: (*reader).onRequests, between: cSubset, earlier: cOutcome | cApplicant | cReview | cSuit, read: (*reader).share},
	{head: cReview | cSuit | cResult, between: cSubset, read: (*reader).remedy},
	{head: paper, units: documentUnits, between: cSubset | state, not: cAssist, next: cUnknown, read: (*reader).document},
	{head: state, about: ending, between: cSubset, read: (*reader).moreDocuments},
	{head: cDecision, units: decisionUnits, between: cSubset, read: (*reader).decision},
	{head: cOut | cOutcome | cApplicant | cCarryIn | cCarryOut, behind: true, about: (*reader).closing, read: (*reader).part},
	{head: cReview | cSuit, behind: true, read: (*reader).remedy},
	{head: cResult, behind: true, about: rounded, read: (*reader).remedy},
}

// match reads the spot by the frame for its head, and reports whether there is
// one and nothing speaks against it.
func (r *reader) match(s *spot, behind bool) bool {
	for i := range frames {
		f := &frames[i]
		if f.head&s.head().class == 0 || f.behind != behind {
			continue
		}
		if s.n.unit != "" && f.units != nil && !f.units[s.n.unit] || !behind && !joined(s, f.between) || f.about != nil && !f.about(r, s) {
			return false
		}
		if f.subject {
			r.subject(s.before())
		}
		if has(s.words, f.not) || has(s.before(), f.earlier) || len(s.rest) > 0 && s.rest[0].class&f.next != 0 {
			return false
		}
		f.read(r, s)
		return true
	}
	return false
}

// joined reports whether only words that are understood stand between head and
// number. Of 等 the request itself must follow: 市民、企业等提出的申请.
func joined(s *spot, also class) bool {
	ts := s.after()
	if of(ts)&^(soft|verb|cCollect|cOpen|also) != 0 {
		return false
	}
	for i, t := range ts {
		if t.class == cOpen && !has(ts[i:], cRequest) {
			return false
		}
	}
	return true
}

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
	if r.leading(c, first, left, n, right) {
		return 0
	}
	used := r.following(c, left, n, right)
	if used == 0 && !has(left, cCompare) && !has(right, cCompare) { // 比2023年的40件增长25%
		r.received = false
	}
	return used
}

// numbersRequests reports whether the words speak of how many requests came.
func (r *reader) numbersRequests(ts []token) bool {
	for _, t := range ts {
		switch {
		case t.class == cRequest, r.word(t) == "申请数量":
			return true
		case t.class&(cOut|cDo|cChannel|cDisclose|cCarryIn|cCarryOut|cOutcome|cApplicant) != 0:
			return false
		}
	}
	return false
}

// leading reads "收到申请 34 件": the head stands before the number.
func (r *reader) leading(c clause, first bool, left []token, n number, right []token) bool {
	h, ok := r.head(left)
	switch {
	case !ok:
		return first && r.nominal(c, left, n, right)
	case !first && h < len(left)-1 && has(left[h+1:], cJoin): // 35件新收申请和2件结转申请: the head belongs to the number before
	case n.unit == "" && !ends(right):
	case len(right) > 0 && right[0].class == cUnknown && !has(left, countable): // 收到 3 件锦旗
	default:
		r.match(&spot{c, n, left, h, right}, false)
	}
	return true
}

// countable words name what is counted.
const countable = cRequest | cReview | cSuit | paper | cDecision | cOutcome | cApplicant

// head is the token that says what the number after left counts: the last
// specific one, else the last verb.
func (r *reader) head(left []token) (int, bool) {
	v := -1
	for i := len(left) - 1; i >= 0; i-- {
		switch c := left[i].class; {
		case c&specific != 0:
			return i, true
		case c&verb != 0 && v < 0:
			v = i
		case c&state != 0 && v < 0 && (r.topic == tNormative || r.topic == tRules) && !has(left[:i], paper):
			// 废止26件 after 制发行政规范性文件8件
			return i, r.verb != 0 && of(left)&^(soft|state) == 0
		}
	}
	return v, v >= 0
}

// inverted reads "作出694宗行政许可", "制发3件规范性文件": the verb stands before
// the number and what is counted behind it.
func (r *reader) inverted(c clause, left []token, n number, right []token) int {
	i := index(right, ^cGlue)
	if i < 0 || right[i].class&(paper|cDecision) == 0 || !has(left, cDecide|cDo|cIssue|cRepeal) || has(left, paper|cDecision) {
		return 0
	}
	r.span[1] = max(r.span[1], right[i].j)
	ts := slices.Concat(left, right[:i+1])
	r.match(&spot{c, n, ts, len(ts) - 1, right[i+1:]}, false)
	return i + 1
}

// following reads "11件办结", "有 1 件涉及政府信息公开的行政复议". A subject may lead:
// 市科委有 1 件涉及政府信息公开的行政复议.
func (r *reader) following(c clause, left []token, n number, right []token) int {
	if len(left) > 1 && left[0].class == cUnknown && r.word(left[len(left)-1]) == "有" {
		left = left[1:]
	}
	i := index(right, specific|verb)
	if i < 0 || of(left)&^(soft|cResult) != 0 || of(right[:i])&^(soft|cCause) != 0 { // 1 起因信息公开引起的复议
		return 0
	}
	r.span[1] = max(r.span[1], right[i].j)
	if !r.match(&spot{c, n, right, i, right[i+1:]}, true) {
		return 0
	}
	return i + 1
}

func (r *reader) word(t token) string { return r.p.str(t.i, t.j) }

// ends reports whether nothing follows a number that could be counted by it:
// the clause ends, or goes on with another statement.
func ends(right []token) bool {
	const on = cAll | cOut | cJoin | cAlso | cTimely | cOpen | cNot | cIncl | cAmong | cRequest | cCompare | cTotal | cTime | cSubset | cIn | cDo |
		cOutcome | cApplicant | cCarryIn | cCarryOut | cReview | cSuit | cResult
	return len(right) == 0 || right[0].class&on != 0 || right[0].class == cGlue && (right[0].j-right[0].i == 1 || len(right) == 1)
}

// What must have been said, or follow.
func ending(_ *reader, s *spot) bool  { return ends(s.rest) }
func rounded(_ *reader, s *spot) bool { return of(s.rest)&^rounding == 0 }

func (r *reader) closing(s *spot) bool    { return r.aboutRequests() && rounded(r, s) }
func (r *reader) onRequests(s *spot) bool { return r.aboutRequests() || r.requests(s.words, s.rest) }

// ofRequests: without the word 申请 the topic must be known, and nothing unknown
// may follow that could be counted instead.
func (r *reader) ofRequests(s *spot) bool {
	return r.requests(s.words, s.rest) || r.aboutRequests() && ends(s.rest)
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

// index is where the first of ts with one of those classes stands, -1 if none
// does; first is its class.
func index(ts []token, cs class) int {
	return slices.IndexFunc(ts, func(t token) bool { return t.class&cs != 0 })
}

func first(ts []token, cs class) class {
	if i := index(ts, cs); i >= 0 {
		return ts[i].class
	}
	return 0
}
