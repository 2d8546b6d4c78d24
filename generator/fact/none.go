package fact

import (
	"slices"
	"strings"
)

// none reads 未收到…申请, 无…行政复议、行政诉讼, 申请为零.
func (r *reader) none(c clause, ts []token) {
	i := index(ts, cNot)
	w := r.word(ts[i])
	// Something else is counted that stands before what is looked for: 未收到投诉
	// 和申请, not 未发生复议、举报.
	if first(ts, cBlock|cRequest|cReview|cSuit) == cBlock || has(ts, cJudge|cItem) {
		return
	}
	if i > 0 && r.word(ts[i-1]) == "如" || r.says(c, "如未", "若未", "若无", "如无", "如没有", "凡未", "以外的", "之外的") { // 如未收到申请，应按零报告制度上报
		return
	}
	if i == len(ts)-1 || w == "均无" { // 行政复议、行政诉讼均为零
		if closingNone[w] {
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
		k := slices.IndexFunc(rest, func(t token) bool { return happens[r.word(t)] || t.class&idle == 0 })
		switch {
		case k < 0 || rest[k].class&(cIn|cGlue|cReview|cSuit) == 0:
			return
		case rest[k].class == cIn && k == len(rest)-1 && of(ts[:i])&^soft == 0: // 申请情况：未收到
			r.nouns(c, ts[:i], true)
			return
		}
	}
	r.nouns(c, rest, false)
}

// bareNone are the negations that need no verb, closingNone those that may
// stand last; happens are the verbs of events, 未发生.
var (
	bareNone    = set("无 零 没有 未有 暂无 均无 不存在 尚无 也无 无人 没有人 没人")
	closingNone = set("零 无 均无 没有 暂无")
	happens     = set("发生 产生 引发 出现 发生过 引起 被")
)

// idle words may stand between a negation and its verb.
const idle = cGlue | cTime | cAll | cCause | cOGI | cRequest

// noDocument reads 未制发行政规范性文件 and 无规范性文件出台: a verb and a document,
// in either order after a bare negation, and nothing that is not understood.
func (r *reader) noDocument(c clause, ts []token, bare bool) bool {
	if i := index(ts, ^(soft&^cInfo | paper | state | cNot)); i >= 0 { // 无规范性文件出台及更新情况
		ts = ts[:i]
	}
	if !bare && first(ts, paper|state)&paper != 0 || !has(ts, paper) {
		return false
	}
	for _, d := range ts {
		for _, v := range ts {
			if d.class&paper != 0 && v.class&state != 0 {
				r.emit(c, kinds[d.class|v.class], noNumber, true)
			}
		}
	}
	return has(ts, state)
}

// noDecision reads 未作出行政强制 and 无行政处罚、行政强制.
func (r *reader) noDecision(c clause, ts []token, bare bool) bool {
	var none []Kind
read:
	for i, t := range ts {
		switch {
		case t.class == cDecision && (bare || len(none) > 0):
			none = append(none, t.kind)
		case t.class&(cDecide|cDo) != 0:
			bare = true
		case t.class == cJoin, t.class&(cThing|cGlue) != 0 && !notDecided[r.word(t)]:
		case len(none) == 0 || t.class&(cDecision|cThing|cGlue) != 0 || ts[i-1].class != cJoin:
			return false
		default:
			break read // 未作出行政强制和行政征收
		}
	}
	for _, k := range none {
		r.emit(c, k, noNumber, true)
	}
	return len(none) > 0
}

// notDecided are words of which a body has no such power, or is the one decided
// about.
var notDecided = set("事项 受到 被 遭")

// subject sees to it that whoever received or issued something, or nothing, is
// plainly the agency: what is not understood before a verb may be another body.
func (r *reader) subject(ts []token) {
	r.lead = r.unread(ts)
	k := len(ts) - 1
	for k >= 0 && ts[k].class&(cGlue|cTime|cYear|cAll) != 0 {
		k--
	}
	if k < 0 || ts[k].class != cUnknown || ts[k].j-ts[k].i < 2 || ts[k].who == Own || r.scope > Own {
		return
	}
	if s := r.p.plain[ts[k].i:ts[k].j]; !strings.HasSuffix(string(s), "名义") && !r.ctx.self.is(s) {
		r.owner = owner{Named, [2]int{ts[k].i, ts[k].j}}
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

var anybody = set("公民 个人 公民个人")

// nouns records "none" for each thing that is named in ts. Where back is set
// the negation stands behind them.
func (r *reader) nouns(c clause, ts []token, back bool) {
	seen, carried := false, false
	subset := has(ts, cSubset|cResult)
	for i, t := range ts {
		rest := ts[i+1:]
		switch t.class {
		case cRequest:
			switch {
			case has(ts[:i], cCause), i > 0 && (ts[i-1].class == cSubset || carried && ts[i-1].class != cJoin), !r.ogi && bare(r.p.plain, t):
			case first(rest, cJoin|cCause|cReview|cSuit)&(cReview|cSuit) != 0: // in 依申请公开行政复议 the request is not what is counted
			case first(rest, cJoin|cCarryIn|cCarryOut|cTurn)&^cJoin != 0: // 没有申请结转至下年度办理 says nothing of what came
			case !back && first(rest, cJoin|cUnknown|cSubset|cOut)&^cJoin != 0: // 未收到申请人, 申请材料
				return
			default:
				if !seen {
					r.emit(c, Received, noNumber, true)
				}
				r.received, seen = true, true
			}
		case cCarryIn, cCarryOut:
			if r.aboutRequests() {
				r.carry(c, kinds[t.class], noNumber, true)
				carried = true
			}
		case cReview, cSuit:
			if !r.cue {
				continue
			}
			k := t.kind
			if k == "" {
				k = map[class]Kind{cReview: Reviews, cSuit: Suits}[t.class]
			}
			if f := r.emit(c, k, noNumber, true); subset {
				f.Scope = Subset
			}
		case cUnknown, cOutcome, cResult, cApplicant: // the agency may lead, and 没有公民提出申请
			if !(back && t.class == cUnknown) && !anybody[r.word(t)] {
				return
			}
		}
	}
}
