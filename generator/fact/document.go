package fact

import "strings"

// document reads 制发, 废止 and 现行有效 of normative documents and rules. A
// document that is only published, filed or interpreted is not counted.
func (r *reader) document(c clause, left []token, h int, n number, right []token) {
	if n.unit != "件" && n.unit != "部" && n.unit != "个" && n.unit != "份" && n.unit != "项" && n.unit != "" {
		return
	}
	if len(right) > 0 && right[0].class == cUnknown || has(left, cAssist) {
		return
	}
	var v class
	for i := len(left) - 1; i >= 0; i-- {
		switch m := left[i]; m.class {
		case cIssue, cRepeal, cInForce:
			if v != 0 && v != m.class {
				return // 制发废止: two in one number
			}
			v = m.class
		case cNorm, cRules:
			if m.class != left[h].class {
				return // 规章、规范性文件 112 件
			}
		case cUnknown:
			if i > h || v == 0 {
				return
			}
			goto done
		case cDisclose:
			if i < 2 || left[i-2].class != cIssue { // 制定并公布
				return
			}
		case cPublish, cInfo, cBlock, cItem, cAssist, cCompare:
			return
		}
	}
done:
	if v == 0 {
		return
	}
	r.verb = v
	for i, m := range left {
		if m.class == cIssue || m.class == cRepeal {
			r.subject(left[:i])
			break
		}
	}
	r.emitDocument(c, left[h].class, v, n)
}

func (r *reader) emitDocument(c clause, doc, v class, n number) {
	kinds := map[class]Kind{cIssue: NormativeIssued, cRepeal: NormativeRepealed, cInForce: NormativeInForce}
	if doc == cRules {
		kinds = map[class]Kind{cIssue: RulesIssued, cRepeal: RulesRepealed, cInForce: RulesInForce}
	}
	r.emit(c, kinds[v], n, false)
}

// bareDocument reports whether 废止 N 件 stands alone after a statement that
// named the documents.
func (r *reader) bareDocument(left []token) bool {
	for _, m := range left {
		if m.class != cIssue && m.class != cRepeal && m.class != cInForce && m.class&soft == 0 {
			return false
		}
	}
	return r.verb != 0
}

// decision reads 行政许可, 行政处罚 and 行政强制 as decisions taken. Entries that
// were published (公示条数), items of power (事项) and applications are not.
func (r *reader) decision(c clause, left []token, h int, n number, right []token) {
	switch n.unit {
	case "件", "件次", "宗", "起", "例", "次", "项", "":
	default:
		return
	}
	if r.disputes { // 行政复议案件中，行政处罚 45 件
		return
	}
	// What a township's team of law enforcement decides, it decides in the
	// township's name.
	if saved := r.scope; saved == Sub && strings.HasSuffix(string(r.p.plain[r.words[0]:r.words[1]]), "综合行政执法队") {
		r.scope = Own
		defer func() { r.scope = saved }()
	}
	own := has(left, cDecide|cDo|cOut)
	if r.refused && !own { // 减少行政许可5件、行政处罚3件
		return
	}
	r.refused = true
	for _, m := range left[:h] {
		switch m.class {
		case cDecide, cDo, cOut, cTotal, cTime, cYear, cOwn, cArea, cAlso, cApprox, cAll, cAmong, cJoin, cIncl:
		case cUnknown:
			if m.j == left[h].i { // 简易程序行政处罚
				return
			}
		case cGlue:
			if w := r.word(m); w == "涉及" || w == "涉" || w == "有关" || w == "相关" || w == "关于" || w == "对" || w == "属于" {
				return
			}
		default:
			return
		}
	}
	r.refused = false
	if r.publish || has(left, cDisclose|cPublish|cInfo|cItem) || has(right, cItem) || has(left, cIn) {
		return
	}
	if len(right) > 0 && right[0].class != cAll && right[0].class != cJoin && right[0].class != cAmong {
		return
	}
	r.decided = r.decided || own
	if n.unit == "项" && !r.decided {
		return
	}
	for i, m := range left {
		if m.class == cDecision && i != h {
			return // 行政许可、行政处罚 200 件
		}
		if m.class == cRequest {
			return
		}
	}
	for _, m := range left[h+1:] {
		// 许可事项 45 项 are powers, 办理许可事项 45 件 decisions.
		if m.class == cThing && r.word(m) == "事项" && (n.unit == "项" || !has(left[:h], cDo|cDecide)) {
			return
		}
	}
	r.emit(c, left[h].kind, n, false)
}
