package fact

import (
	"slices"
	"strings"

	"ogi/generator/han"
)

// A name is what the agency is called, and the ways to shorten it: what stands
// before its end, and the ends that are said for it. place is an end that is
// the last character of the stem: 镇 of 青溪镇人民政府.
type name struct {
	full, stem []rune
	ends       []string
	place      rune
	last       int // where its last part begins: 办公室 of 云岭市人民政府办公室
}

// names are those the agency goes by.
type names []name

// parts end the name of a body inside that of another: of 国家税务总局青禾县税务局
// the first part is somebody above it.
var parts = []string{"人民政府", "政府", "总局", "公安局", "监督管理局", "管理局", "管委会", "管理委员会", "大学", "公司", "海关"}

// nameEnds are the last words of names with their short forms, the longest first.
var nameEnds = []struct{ long, short string }{
	{"管理委员会", "管理委员会 管委会 管委 委"},
	{"委员会", "委员会 委"},
	{"街道办事处", "街道办事处 街道办 街道 办事处"},
	{"办事处", "办事处"},
	{"办公室", "办公室 办"},
	{"办公厅", "办公厅 办"},
	{"人民政府", "人民政府 政府"},
	{"联合会", "联合会 联 会"},
	{"人民法院", "人民法院 法院"},
	{"人民检察院", "人民检察院 检察院"},
	{"供销合作总社", "供销合作总社 供销社 供销总社"},
	{"供销合作社", "供销合作社 供销社"},
	{"中学", "中学 学校"},
	{"小学", "小学 学校"},
	{"大学", "大学 学校"},
	{"有限公司", "有限公司 公司"},
	{"集团", "集团 公司"},
	{"医院", "医院"},
	{"中心", "中心"},
}

func named(full string, also []string) names {
	var ns names
	for _, f := range append([]string{full}, also...) {
		if f = han.Fold(strings.Join(strings.Fields(f), "")); f == "" {
			continue
		}
		n := name{full: []rune(f)}
		long := string(n.full[len(n.full)-1:])
		n.ends = []string{long}
		for _, e := range nameEnds {
			if strings.HasSuffix(f, e.long) {
				long, n.ends = e.long, strings.Fields(e.short)
				break
			}
		}
		n.stem = []rune(strings.TrimSuffix(f, long))
		if k := len(n.stem); k > 0 && (long == "人民政府" || long == "管理委员会") && strings.ContainsRune("省市县区州盟旗镇乡园城", n.stem[k-1]) {
			n.place = n.stem[k-1]
		}
		for _, p := range parts {
			if i := strings.LastIndex(f, p); i >= 0 && i+len(p) < len(f) {
				n.last = max(n.last, len([]rune(f[:i+len(p)])))
			}
		}
		ns = append(ns, n)
	}
	return ns
}

// is reports whether s is the agency, in full or shortened: its characters
// stand in the name in order, its end is the name's own, and what stands before
// the end comes from the last part of the name. 司法所 is no 司法局, and
// 国家税务总局 is not the bureau under it.
func (ns names) is(s []rune) bool {
	return slices.ContainsFunc(ns, func(n name) bool {
		if k := len(s) - 1; n.place != 0 && k > 0 && s[k] == n.place && n.within(s[:k], n.stem[:len(n.stem)-1]) {
			return true
		}
		for _, e := range n.ends {
			if head, ok := strings.CutSuffix(string(s), e); ok && n.within([]rune(head), n.stem) {
				return true
			}
		}
		return false
	})
}

// within reports whether the characters of s stand in stem in that order, the
// last of them in the last part of the name.
func (n name) within(s, stem []rune) bool {
	at := len(stem)
	for k := len(s) - 1; k >= 0; k-- {
		for at--; at >= 0 && stem[at] != s[k]; at-- {
		}
		if at < 0 || k == len(s)-1 && at < n.last && n.last < len(stem) {
			return false
		}
	}
	return true
}

// speaks reports whether the agency can call itself so: 我局 is said by a bureau,
// 我镇 by a township. What no name fits (我单位, 本机关) anybody says.
func (ns names) speaks(word string) bool {
	if len(ns) == 0 {
		return true
	}
	key := strings.TrimLeft(word, "我本全")
	fit, ok := selves[key]
	if !ok {
		return true
	}
	for _, n := range ns {
		for _, r := range fit {
			if slices.Contains(n.full, r) {
				return true
			}
		}
	}
	return false
}

// selves are the ends of 我局 and 本镇 that only some bodies say, with a
// character that the names of these have.
var selves = map[string]string{
	"局": "局社", "委": "委", "办": "办", "厅": "厅", "镇": "镇", "乡": "乡", "街道": "街", "街": "街", "中心": "中", "院": "院",
	"所": "所", "站": "站", "队": "队", "校": "校学", "关": "关", "处": "处", "行": "行", "分局": "局", "支队": "队", "大队": "队", "管委会": "委",
	"局机关": "局", "社": "社", "会": "会", "馆": "馆",
}
