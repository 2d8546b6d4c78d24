package fact

import "strings"

// document reads 制发, 废止 and 现行有效 of normative documents and rules. A
// document that is only published, filed or interpreted is not counted.
func (r *reader) document(s *spot) {
	k := len(s.words) - 1
	for k >= 0 && s.words[k].class != cUnknown {
		k--
	}
	ts := s.words[k+1:] // what is understood
	v := of(ts) & state
	if k > s.h || of(ts)&paper != s.head().class || has(ts, cPublish|cInfo|cBlock|cItem|cCompare) || v == 0 || v&(v-1) != 0 { // 制发废止: two in one number
		return
	}
	for i := range ts {
		if ts[i].class == cDisclose && (k+1+i < 2 || s.words[k+i-1].class != cIssue) { // not 制定并公布
			return
		}
	}
	r.verb = v
	if i := index(s.words, cIssue|cRepeal); i >= 0 {
		r.subject(s.words[:i])
	}
	r.emit(s.c, kinds[s.head().class|v], s.n, false)
}

// moreDocuments reads 废止 N 件 after a statement that named the documents.
func (r *reader) moreDocuments(s *spot) {
	doc := cNorm
	if r.topic == tRules {
		doc = cRules
	}
	r.emit(s.c, kinds[doc|s.head().class], s.n, false)
}

// decision reads 行政许可, 行政处罚 and 行政强制 as decisions taken. Entries that
// were published (公示条数), items of power (事项) and applications are not.
func (r *reader) decision(s *spot) {
	if r.disputes { // 行政复议案件中，行政处罚 45 件
		return
	}
	// What a township's team of law enforcement decides, it decides in the
	// township's name.
	if saved := r.scope; saved == Sub && strings.HasSuffix(string(r.p.plain[r.words[0]:r.words[1]]), "综合行政执法队") {
		r.scope = Own
		defer func() { r.scope = saved }()
	}
	own := has(s.words, cDecide|verb&^cIn)
	if r.refused && !own { // 减少行政许可5件、行政处罚3件
		return
	}
	r.refused = of(s.before())&^(cDecide|cDo|cOut|cTotal|cTime|cYear|cOwn|cArea|cAlso|cApprox|cAll|cAmong|cJoin|cIncl|cUnknown|cGlue) != 0
	for _, m := range s.before() { // 简易程序行政处罚; 涉及行政处罚
		r.refused = r.refused || m.class == cUnknown && m.j == s.head().i || m.class == cGlue && concerns[r.word(m)]
	}
	if r.refused || r.publish || has(s.after(), cDisclose|cPublish|cInfo|cItem|cIn) || has(s.rest, cItem) ||
		len(s.rest) > 0 && s.rest[0].class&(cAll|cJoin|cAmong) == 0 {
		return
	}
	r.decided = r.decided || own
	if s.n.unit == "项" && !r.decided || has(s.after(), cRequest) {
		return
	}
	for _, m := range s.after() {
		// 许可事项 45 项 are powers, 办理许可事项 45 件 decisions.
		if r.word(m) == "事项" && (s.n.unit == "项" || !has(s.before(), cDo|cDecide)) {
			return
		}
	}
	r.emit(s.c, s.head().kind, s.n, false)
}

// concerns are words by which what follows is only the matter of something.
var concerns = set("涉及 涉 有关 相关 关于 对 属于")
