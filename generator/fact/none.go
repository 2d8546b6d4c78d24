package fact

import "strings"

// none reads 未收到…申请, 无…行政复议、行政诉讼, 申请为零.
func (r *reader) none(c clause, ts []token) {
	i := 0
	for ts[i].class != cNot {
		i++
	}
	w := r.word(ts[i])
	if blocked(ts) || has(ts, cJudge|cItem) {
		return
	}
	if i > 0 && r.word(ts[i-1]) == "如" || r.says(c, "如未", "若未", "若无", "如无", "如没有", "凡未", "以外的", "之外的") { // 如未收到申请，应按零报告制度上报
		return
	}
	if i == len(ts)-1 || w == "均无" { // 行政复议、行政诉讼均为零
		if w == "零" || w == "无" || w == "均无" || w == "没有" || w == "暂无" {
			r.nouns(c, ts[:i], true)
		}
		return
	}
	r.subject(ts[:i])
	rest := ts[i+1:]
	if r.noDocument(c, rest, bareNone[w]) || r.noDecision(c, rest, bareNone[w]) {
		return
	}
	if !bareNone[w] {
		k := 0
		for k < len(rest) && !happens[r.word(rest[k])] && idle(rest[k].class) {
			k++
		}
		if k == len(rest) {
			return
		}
		if rest[k].class == cIn && k == len(rest)-1 && of(ts[:i])&^soft == 0 { // 申请情况：未收到
			r.nouns(c, ts[:i], true)
			return
		}
		switch rest[k].class {
		case cIn, cGlue, cReview, cSuit:
		default:
			return
		}
	}
	r.nouns(c, rest, false)
}

// blocked reports whether something else is counted, and stands before what is
// looked for: 未收到投诉和申请, not 未发生复议、举报.
func blocked(ts []token) bool {
	for _, t := range ts {
		switch t.class {
		case cBlock:
			return true
		case cRequest, cReview, cSuit:
			return false
		}
	}
	return false
}

// bareNone are the negations that need no verb; happens are the verbs of
// events, 未发生.
var (
	bareNone = set("无 零 没有 未有 暂无 均无 不存在 尚无 也无 无人 没有人 没人")
	happens  = set("发生 产生 引发 出现 发生过 引起 被")
)

// idle words may stand between a negation and its verb.
func idle(c class) bool {
	switch c {
	case cGlue, cTime, cAll, cCause, cOGI, cRequest:
		return true
	}
	return false
}

// noDocument reads 未制发行政规范性文件 and 无规范性文件出台: a verb and a document,
// in either order after a bare negation, and nothing that is not understood.
func (r *reader) noDocument(c clause, ts []token, bare bool) bool {
	kinds := map[[2]class]Kind{
		{cNorm, cIssue}: NormativeIssued, {cNorm, cRepeal}: NormativeRepealed, {cNorm, cInForce}: NormativeInForce,
		{cRules, cIssue}: RulesIssued, {cRules, cRepeal}: RulesRepealed, {cRules, cInForce}: RulesInForce,
	}
	var docs, verbs []class
read:
	for _, t := range ts {
		switch t.class {
		case cNorm, cRules:
			if len(docs) == 0 && len(verbs) == 0 && !bare {
				return false
			}
			docs = append(docs, t.class)
		case cIssue, cRepeal, cInForce:
			verbs = append(verbs, t.class)
		case cNot: // 未制定、未废止
		default:
			if t.class&soft == 0 || t.class == cInfo {
				break read // 无规范性文件出台及更新情况
			}
		}
	}
	for _, d := range docs {
		for _, v := range verbs {
			r.emit(c, kinds[[2]class{d, v}], noNumber, true)
		}
	}
	return len(docs) > 0 && len(verbs) > 0
}

// noDecision reads 未作出行政强制 and 无行政处罚、行政强制.
func (r *reader) noDecision(c clause, ts []token, bare bool) bool {
	var kinds []Kind
read:
	for i, t := range ts {
		switch t.class {
		case cDecision:
			if len(kinds) == 0 && !bare {
				return false
			}
			kinds = append(kinds, t.kind)
		case cDecide, cDo:
			bare = true
		case cJoin:
		case cThing:
			if r.word(t) == "事项" { // no such power
				return false
			}
		case cGlue:
			if w := r.word(t); w == "受到" || w == "被" || w == "遭" {
				return false
			}
		default:
			if len(kinds) == 0 || ts[i-1].class != cJoin {
				return false
			}
			break read // 未作出行政强制和行政征收
		}
	}
	for _, k := range kinds {
		r.emit(c, k, noNumber, true)
	}
	return len(kinds) > 0
}

// subject sees to it that whoever received or issued something, or nothing, is
// plainly the agency: what is not understood before a verb may be another body.
func (r *reader) subject(ts []token) {
	r.lead = r.unread(ts)
	k := len(ts) - 1
	for k >= 0 && (ts[k].class == cGlue || ts[k].class == cTime || ts[k].class == cYear || ts[k].class == cAll) {
		k--
	}
	if k < 0 || ts[k].class != cUnknown || ts[k].j-ts[k].i < 2 || ts[k].who == Own || r.scope > Own {
		return
	}
	if s := r.p.plain[ts[k].i:ts[k].j]; !strings.HasSuffix(string(s), "名义") && !r.self.is(s) {
		r.scope, r.words = Named, [2]int{ts[k].i, ts[k].j}
	}
}

// unread are the words among ts that are not understood, "" where they are no
// more than one character.
func (r *reader) unread(ts []token) string {
	words, n := "", 0
	for _, t := range ts {
		if t.class == cUnknown && t.who != Own && n < 100 {
			words, n = words+r.word(t), n+t.j-t.i
		}
	}
	if n < 2 {
		return ""
	}
	return words
}

// nouns records "none" for each thing that is named in ts. Where back is set
// the negation stands behind them.
func (r *reader) nouns(c clause, ts []token, back bool) {
	cause, seen, carried := false, false, false
	subset := has(ts, cSubset|cResult)
	for i, t := range ts {
		if t.class == cCause {
			cause = true
		}
		switch t.class {
		case cRequest:
			if carried && ts[i-1].class != cJoin || has(ts[max(0, i-1):i], cSubset) || cause || !r.ogi && bare(r.p.plain, t) || remedyFollows(ts[i+1:]) || turnFollows(ts[i+1:]) {
				continue
			}
			if !back && !r.followed(ts[i+1:]) {
				return
			}
			if !seen {
				r.emit(c, Received, noNumber, true)
			}
			r.received, seen = true, true
		case cCarryIn, cCarryOut:
			if !r.aboutRequests() {
				continue
			}
			k := CarriedIn
			if t.class == cCarryOut {
				k = CarriedOut
			}
			r.carry(c, k, noNumber, true)
			carried = true
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
			if subset {
				f.Scope = Subset
			}
		case cUnknown, cOutcome, cResult, cApplicant:
			if w := r.word(t); w == "公民" || w == "个人" || w == "公民个人" { // 没有公民提出申请
				continue
			}
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

// turnFollows reports whether a carry-over follows without a joint: 没有申请结转至
// 下年度办理 says nothing of what came.
func turnFollows(ts []token) bool {
	for _, t := range ts {
		switch t.class {
		case cJoin:
			return false
		case cCarryIn, cCarryOut, cTurn:
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
