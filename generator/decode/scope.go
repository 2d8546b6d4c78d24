package decode

import (
	"strings"

	"ogi/generator/report"
)

// scope looks for words that say whose figures the tables hold.
func (c *reader) scope() {
	own := []string{"本机关本级", "本级政府信息公开", "仅含本级", "仅包含本级", "不含下级", "不含所属", "仅统计本级", "本单位（不含"}
	area := []string{"全区各级行政机关", "全市各级行政机关", "全县各级行政机关", "全省各级行政机关", "各级行政机关共", "全市行政机关", "全区行政机关", "全县行政机关", "含所属部门", "含下级"}
	find := func(words []string) (report.Text, bool) {
		for i := range c.units {
			u := &c.units[i]
			if u.isRow() || u.aside {
				continue
			}
			for _, w := range words {
				if at := strings.Index(u.line.Text, w); at >= 0 {
					return report.Text{Text: w, Pos: shift(u.line.Pos, u.line.Text, at)}, true
				}
			}
		}
		return report.Text{}, false
	}
	if t, ok := find(own); ok {
		c.r.Scope, c.r.ScopeWords = report.ScopeOwn, t
		return
	}
	if t, ok := find(area); ok {
		c.r.Scope, c.r.ScopeWords = report.ScopeArea, t
	}
}
