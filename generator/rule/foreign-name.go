package rule

import (
	"regexp"
	"strings"
	"sync"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/region"
	"ogi/generator/tongue"
)

// foreignName: see foreign-name.md for the text readers get.
var foreignName = &check.Rule{
	ID: "foreign-name", Title: tongue.Of("文中的地名和机关名", "names in the prose"),
	Found:  tongue.Of("出现他地他机关名称", "name of another place or body"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Assessed,
	Basis:   tongue.Of("考核通报列举的情形：照搬他地年报而地名未改", "named by assessors: another region's name left in copied text"),
	Formula: "正文不出现同级他地的名称",
	MayBeWrong: tongue.Of("述及协作、对口支援、考察学习，或以地名为名的事物。",
		"cooperation, support or a visit, or a thing named after a place"),
	Check: func(p *check.Run) {
		own, ok := region.Lookup(p.Agency.Region)
		if !ok {
			p.NA()
			return
		}
		names := placeNames()[own.Level]
		found := map[string]bool{}
		for _, s := range sentences(p) {
			t := s.text
			if strings.Contains(t, "《") || strings.Contains(t, "“") || strings.Contains(t, `"`) {
				t = quoted.ReplaceAllString(t, "，")
			}
			named := namesIn(t, names)
			if len(named) == 0 || friendly.In(t) {
				continue
			}
			for _, name := range named {
				if found[name] || mine(p.Agency, own, name) {
					continue
				}
				found[name] = true
				p.Prose(check.Finding{
					Message: tongue.Of("正文出现同级他地名称“"+name+"”，与本机关所在地“"+own.Name+"”不符，请核实。",
						"the name of another region of the same level stands in the text."),
					Formula: name + " ≠ " + own.Name, Operands: []check.Operand{check.Words("正文", s.words())},
				})
			}
		}
		if len(found) == 0 {
			p.Pass()
		}
	},
}

var (
	quoted   = regexp.MustCompile(`《[^》]*》|“[^”]*”|"[^"]*"`)
	friendly = han.List(`对口 协作 支援 合作 交流 学习 考察 帮扶 结对 援建 援藏 援疆 援青 调研 跨省 跨市 跨区 联合 兄弟 经验 案例 迁 来自 籍`)
)

// placeNames are the names of at least three characters that only one division
// of a level bears, by level.
var placeNames = sync.OnceValue(func() map[string]map[string]string {
	byLevel := map[string]map[string]string{}
	var walk func(string)
	walk = func(code string) {
		for _, c := range region.Children(code) {
			r, _ := region.Lookup(c)
			if byLevel[r.Level] == nil {
				byLevel[r.Level] = map[string]string{}
			}
			if len([]rune(r.Name)) >= 3 {
				if _, twice := byLevel[r.Level][r.Name]; twice {
					byLevel[r.Level][r.Name] = ""
				} else {
					byLevel[r.Level][r.Name] = c
				}
			}
			walk(c)
		}
	}
	walk("")
	return byLevel
})

// namesIn are the names of places that stand in a sentence, told from their
// last character backwards, the longest first.
func namesIn(t string, names map[string]string) []string {
	if strings.IndexFunc(t, endsPlace) < 0 {
		return nil
	}
	var out []string
	rs, from := []rune(t), 0
	for j, r := range rs {
		if !endsPlace(r) || j+1 < len(rs) && strings.ContainsRune("场级容域值块别间分划位", rs[j+1]) { // 市场, 区域, 县级
			continue
		}
		for i := max(from, j-11); i+2 <= j; i++ {
			name := string(rs[i : j+1])
			if names[name] == "" || generic[name] {
				continue
			}
			out, from = append(out, name), j+1
			break
		}
	}
	return out
}

// endsPlace reports whether the name of a division may end with a character.
func endsPlace(r rune) bool {
	switch r {
	case '县', '区', '市', '旗', '州', '盟', '省':
		return true
	}
	return false
}

// generic names are common words too.
var generic = map[string]bool{"城中区": true, "市中区": true, "新城区": true, "开发区": true, "高新区": true, "老城区": true, "示范区": true, "郊区": true, "城区": true, "矿区": true, "林区": true}

// mine reports whether the name is that of the body itself, of its region or
// of one above or below it.
func mine(g *archive.Agency, own region.Region, name string) bool {
	for _, n := range append([]string{g.Name, own.Name}, g.Aliases...) {
		if strings.Contains(n, name) {
			return true
		}
	}
	for _, n := range g.Names {
		if strings.Contains(n.Name, name) {
			return true
		}
	}
	for _, r := range region.Path(own.Code) {
		if strings.Contains(r.Name, name) {
			return true
		}
	}
	return false
}
