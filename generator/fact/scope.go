package fact

import (
	"slices"
	"strings"

	"ogi/generator/han"
)

// whose are the words for the area and for the agency itself.
var whose = func() *han.Words {
	var words []string
	for _, v := range vocabulary {
		if v.class&(cArea|cOwn) != 0 {
			words = append(words, strings.Fields(v.words)...)
		}
	}
	return han.Of(words...)
}()

// Whose reports whether a text has words for the area or for the agency itself,
// without which no fact in it is of Own or Area but by the agency's name.
func Whose(text string) bool { return whose.In(text) }

func (r *reader) scoped(t token) {
	var s Scope
	switch t.class {
	case cArea:
		s = Area
	case cOwn:
		if s = Own; !r.ctx.self.speaks(r.word(t)) {
			s = Named
		}
	case cSub:
		s = Sub
		if strings.HasSuffix(r.ctx.Agency, string(r.p.plain[t.i:t.j])) { // 分局 in its own report
			s = Own
		}
	case cProxy:
		s = Proxy
	case cChannel:
		s = Channel
	case cSubset:
		s = Subset
	}
	r.owner = owner{s, [2]int{t.i, t.j}}
}

// bodies makes one token of each name of a body and sees whose it is: 司法 and
// 所, 县, 法律援助 and 中心.
func (r *reader) bodies(ts []token) []token {
	for k := 0; k < len(ts); k++ {
		if c := ts[k].class; c != cUnknown && c != cGlue || ts[k].who != 0 {
			continue
		}
		s := r.p.plain[ts[k].i:ts[k].j]
		far, ok := organEnd(s)
		if !ok || !r.mayEnd(ts, k) {
			continue
		}
		if k+1 < len(ts) && ts[k+1].i == ts[k].j && leads(r.p.plain[ts[k+1].i:]) { // 在县委、县政府的领导下
			continue
		}
		from := k
		for from > 0 && ts[from-1].j == ts[from].i && ts[from-1].who == 0 && (ts[from-1].class == cUnknown || ts[from-1].class == cBlock) {
			from--
		}
		who := far
		switch {
		case r.everyOne(ts[:from]), hasAt(s, 0, "各"), hasAt(s, 0, "所属"), hasAt(s, 0, "下属"):
			who = Sub
		case r.itself(string(s)), r.ownName(ts[from : k+1]):
			who = Own
		}
		ts[from] = token{class: cUnknown, i: ts[from].i, j: ts[k].j, who: who}
		ts = slices.Delete(ts, from+1, k+1)
		k = from
	}
	return ts
}

// ownName reports whether the tokens or the last of them are the agency's name.
func (r *reader) ownName(ts []token) bool {
	for _, t := range ts {
		if r.ctx.self.is(r.p.plain[t.i:ts[len(ts)-1].j]) {
			return true
		}
	}
	return false
}

// mayEnd reports whether the token can be the end of a name: it is not
// understood, or the 所 that closes what is not.
func (r *reader) mayEnd(ts []token, k int) bool {
	switch t := ts[k]; t.class {
	case cUnknown:
		return t.j-t.i > 1 || k > 0 && ts[k-1].j == t.i && (ts[k-1].class == cBlock || r.word(ts[k-1]) == "各")
	case cGlue:
		if w := r.word(t); w != "所" && w != "企业" && w != "单位" || k == 0 || ts[k-1].j != t.i || ts[k-1].class != cUnknown && ts[k-1].class != cBlock {
			return false
		}
		before := r.p.plain[ts[k-1].i:ts[k-1].j]
		_, ended := organEnd(before)
		return !ended && !strings.HasSuffix(string(before), "机关")
	}
	return false
}

// everyOne reports whether the words right before a name make it one of many:
// 各, 所属.
func (r *reader) everyOne(ts []token) bool {
	if len(ts) == 0 {
		return false
	}
	t := ts[len(ts)-1]
	return t.class == cSub || r.word(t) == "各"
}

// organEnds are the last words of bodies by what they can be to the agency: a
// unit of it, or another body.
var organEnds = []struct {
	scope Scope
	words []string
}{
	{Named, strings.Fields("局 委 办 厅 镇 乡 街道 办公室 政府 办事处 管委会 委员会 法院 检察院")},
	{Sub, strings.Fields("所 站 队 院 科 室 中心 学校 公司 协会 学会 联合会 馆 村 社区 支行 管理部 园区 单位 企业 部门 居委会")},
}

// organLast are their last characters, for a quick look.
var organLast = func() map[rune]bool {
	m := map[rune]bool{}
	for _, e := range organEnds {
		for _, w := range e.words {
			rs := []rune(w)
			m[rs[len(rs)-1]] = true
		}
	}
	return m
}()

// organEnd tells what the last word of s makes of it, false for what is no body.
func organEnd(s []rune) (Scope, bool) {
	if !organLast[s[len(s)-1]] {
		return 0, false
	}
	end := string(s[max(0, len(s)-4):])
	if hasAnySuffix(end, "查办", "主办", "督办", "交办", "转办", "举办", "协办", "补办", "格局", "布局", "大局", "场所", "国务院", "为中心", "围绕中心", "学科", "试点") {
		return 0, false
	}
	for _, e := range organEnds {
		if hasAnySuffix(end, e.words...) {
			return e.scope, true
		}
	}
	return 0, false
}

// organ sees whether an unknown run before a verb names a body or a place, and
// whether that can be the agency itself.
func (r *reader) organ(ts []token, i int) {
	t := ts[i]
	s := r.p.plain[t.i:t.j]
	if t.who != 0 {
		if r.scope == Proxy { // the government an office stands in for
			return
		}
		if i > 0 && toward[r.word(ts[i-1])] {
			return
		}
		r.owner = owner{t.who, [2]int{t.i, t.j}}
		return
	}
	if len(s) < 2 {
		return
	}
	if name, ok := strings.CutSuffix(string(s), "名义"); ok { // 以县政府名义
		if name != "" && !r.ctx.self.is([]rune(name)) {
			r.owner = owner{Proxy, [2]int{t.i, t.j}}
		}
		return
	}
	if hasAnySuffix(string(s[len(s)-1:]), "省", "市", "县", "区", "州", "盟", "旗") { // 清河县 is the region, or the body itself
		switch {
		case strings.HasSuffix(r.ctx.Agency, string(s)):
			r.owner = owner{Own, [2]int{t.i, t.j}}
		case strings.HasPrefix(r.ctx.Agency, string(s)) && !(i+1 < len(ts) && leads(r.p.plain[ts[i+1].i:])):
			r.owner = owner{Area, [2]int{t.i, t.j}}
		}
	}
}

// toward stands before a body that is told something and does nothing itself.
var toward = set("向 对")

// itself reports whether a company, school or hospital speaks of itself.
func (r *reader) itself(s string) bool {
	return (s == "公司" || s == "学校" || s == "医院" || s == "集团公司") && !hasAnySuffix(r.ctx.Agency, "局", "委", "会", "办", "厅", "府", "室", "镇", "乡")
}

// leads reports whether what follows a body's name makes it no subject.
func leads(s []rune) bool {
	for _, w := range []string{"的", "领导", "部署", "要求", "统一", "关于", "印发", "门户", "网站", "安排", "指导", "坚强", "正确", "有力", "下发", "通报", "考核"} {
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
