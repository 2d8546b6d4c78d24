package fact

import (
	"slices"
	"strings"

	"ogi/generator/place"
	"ogi/generator/report"
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
	r.said, r.told, r.begun = said{topic: r.topic}, told{}, len(r.out.Facts)
	for i, c := range s.clauses {
		r.sep = 0
		if i > 0 {
			r.sep = s.clauses[i-1].sep
		}
		if r.sep == '；' {
			if r.fresh = true; r.scope == Channel && r.among {
				r.owner = owner{}
			}
			r.among = r.among && (r.commas == 0 || r.commas == '；')
		}
		if r.sep == '：' && r.answer(s.clauses[i-1], c) {
			c.i = s.clauses[i-1].i
		}
		r.clause(c)
	}
	r.ofThose(s)
	if r.excludes(s) { // 34件（不含重复申请3件）: what is left out may be in the table
		for i := r.begun; i < len(r.out.Facts); i++ {
			r.out.Facts[i].Scope = max(r.out.Facts[i].Scope, Subset)
		}
	}
}

// ofThose drops what was read of all reviews and suits where the sentence goes
// on to say how many of those are about disclosure.
func (r *reader) ofThose(s sentence) {
	for _, c := range s.clauses {
		if r.says(c, "其中") && r.says(c, "信息公开") && slices.ContainsFunc(r.p.plain[c.i:c.j], isDigit) {
			all := slices.DeleteFunc(r.out.Facts[r.begun:], func(f Fact) bool {
				return (f.Kind == Reviews || f.Kind == Suits) && !strings.Contains(f.Text, "信息公开")
			})
			r.out.Facts = r.out.Facts[:r.begun+len(all)]
			return
		}
	}
}

// clause reads one clause: first what it says of time, scope and topic, then
// each number in it, then what it says without a number.
func (r *reader) clause(c clause) {
	before := r.said
	r.buf = r.p.lex(c.i, c.j, r.buf[:0])
	ts := r.bodies(r.none1(r.merge(r.buf)))
	r.lead = ""
	if len(ts) == 0 {
		return
	}
	if r.scope == Channel && r.views(c) { // 按申请人分 begins anew
		r.owner = owner{}
	}
	r.context(ts, c)
	if r.among && !before.among {
		r.commas = 0
	}
	if r.among && has(ts, cNumber) && (r.commas == 0 || share(ts)) {
		r.commas = c.sep
	}
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
		prev = i + 1 + r.number(c, numbers == 1, ts[prev:i], t, ts[i+1:next])
	}
	r.span = [2]int{c.i, c.j}
	r.wordless(c, ts, numbers)
	if numbers == 0 && r.verb == 0 && has(ts, cNorm|cRules) && of(ts)&^(rounding|paper) == 0 {
		r.verb = cIssue // 规范性文件方面，本年制发 3 件
	}
	if has(ts, cCompare) { // 与2023年相比 is no time of what follows
		r.time = before.time
	}
	if numbers == 0 && r.scope == Channel && r.mentions(ts) { // 申请渠道保持畅通
		r.owner = before.owner
	}
	// 均为网上申请 speaks of the count before, a channel or 逾期 under 其中 of its own.
	if numbers == 0 && ts[0].class == cAll || numbers > 0 && r.among && (r.scope == Channel || r.scope == Subset) {
		r.owner = before.owner
	}
	if c.depth > 0 {
		r.said = before
	}
}

// mentions reports whether a clause without a number only speaks of channels,
// and does not say that what follows came by one: 依申请公开渠道保持畅通, not 通过
// 门户网站 nor 网上.
func (r *reader) mentions(ts []token) bool {
	if has(ts, cIn|cNot|cAmong) || ts[0].class == cAll {
		return false
	}
	at := slices.IndexFunc(ts, func(t token) bool { return t.class == cChannel })
	if at < 0 {
		return false
	}
	for _, t := range ts[:at] {
		if w := r.word(t); w == "通过" || w == "采取" || w == "采用" || w == "以" || w == "从" || w == "经" {
			return false
		}
	}
	return has(ts, cUnknown)
}

// answer reports whether c says no more than none or how many of what label
// names: 依申请公开情况：2024年度无.
func (r *reader) answer(label, c clause) bool {
	if label.depth != c.depth || slices.ContainsFunc(r.p.plain[label.i:label.j], isDigit) {
		return false
	}
	said := false
	for _, t := range r.p.lex(c.i, c.j, nil) {
		switch t.class {
		case cNot, cNumber:
			if said {
				return false
			}
			said = true
		case cTime, cYear, cGlue, cOwn, cTotal, cApprox:
		case cIn:
			if !said { // 申请情况：未收到
				return false
			}
		default:
			return false
		}
	}
	return said
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

// none1 takes the number out of 未收到1件申请 and 无一例: it is none.
func (r *reader) none1(ts []token) []token {
	for i := 1; i < len(ts); i++ {
		if t := ts[i]; t.class == cNumber && t.num.value.Cmp(report.Int(1)) == 0 && counts[t.num.unit] &&
			(ts[i-1].class == cNot || i > 1 && ts[i-2].class == cNot && receives[r.word(ts[i-1])]) {
			return slices.Delete(ts, i, i+1)
		}
	}
	return ts
}

// receives are the verbs of which 未…1件 denies all.
var receives = set("收到 接到 接收到 接收 发生 出现")

// says reports whether a clause contains one of the words, brackets and titles
// included.
func (r *reader) says(c clause, words ...string) bool {
	return contains(r.p.str(c.i, c.j), words...)
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
		Text: r.p.quote(r.span[0], r.span[1]), Pos: place.Pos{Col: int(r.p.at[r.span[0]])},
		Section: r.section, Paragraph: r.para, Sentence: r.nth, Lead: r.lead, span: r.span,
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
