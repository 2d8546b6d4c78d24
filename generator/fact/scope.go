package fact

import "strings"

func (r *reader) scoped(t token) {
	var s Scope
	switch t.class {
	case cArea:
		s = Area
	case cOwn:
		s = Own
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
	if name, ok := strings.CutSuffix(string(s), "名义"); ok { // 以县政府名义
		if r.ctx.Agency == "" || !subsequence([]rune(name), r.ctx.Agency) {
			r.scope, r.words = Proxy, [2]int{t.i, t.j}
		}
		return
	}
	end := string(s[max(0, n-3):])
	if hasAnySuffix(end, "省", "市", "县", "区", "州", "盟", "旗") { // 清河县 is the region, or the body itself
		switch {
		case strings.HasSuffix(r.ctx.Agency, string(s)):
			r.scope, r.words = Own, [2]int{t.i, t.j}
		case strings.HasPrefix(r.ctx.Agency, string(s)) && !(i+1 < len(ts) && leads(r.p.plain[ts[i+1].i:])):
			r.scope, r.words = Area, [2]int{t.i, t.j}
		}
		return
	}
	if !hasAnySuffix(end, "局", "委", "办", "厅", "镇", "乡", "街道", "中心", "办公室", "政府", "办事处", "管委会", "委员会", "学校", "医院", "支队", "大队", "公司") || hasAnySuffix(end, "查办", "主办", "督办", "交办", "转办", "举办", "协办", "补办") {
		return
	}
	if i+1 < len(ts) && leads(r.p.plain[ts[i+1].i:]) { // 在县委、县政府的领导下
		return
	}
	if i > 0 && ts[i-1].j == t.i && (ts[i-1].class == cSub || ts[i-1].class == cArea) { // 乡镇政府
		return
	}
	if r.scope == Proxy { // the government an office stands in for
		return
	}
	scope := Named
	if r.ctx.Agency != "" && (subsequence(s, r.ctx.Agency) || r.itself(string(s))) {
		scope = Own
	}
	r.scope, r.words = scope, [2]int{t.i, t.j}
}

// itself reports whether a company, school or hospital speaks of itself.
func (r *reader) itself(s string) bool {
	return (s == "公司" || s == "学校" || s == "医院" || s == "集团公司") && !hasAnySuffix(r.ctx.Agency, "局", "委", "会", "办", "厅", "府", "室", "镇", "乡")
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
