package decode

import (
	"strings"

	"ogi/generator/report"
)

// scope looks for a sentence that says whose figures the tables hold. A count
// of the area's requests is no such sentence: the table may hold others.
func (c *reader) scope() {
	for i := range c.units {
		u := &c.units[i]
		if u.isRow() || u.aside || u.role != proseRole {
			continue
		}
		for off := 0; off < len(u.line.Text); {
			end := strings.Index(u.line.Text[off:], "。")
			if end < 0 {
				end = len(u.line.Text)
			} else {
				end += off + len("。")
			}
			if s, at, n := scopeOf(u.line.Text[off:end]); s != report.ScopeUnclear {
				c.r.Scope = s
				c.r.ScopeWords = report.Text{Text: u.line.Text[off+at : off+at+n], Pos: shift(u.line.Pos, u.line.Text, off+at)}
				return
			}
			off = end
		}
	}
}

var (
	aboutFigures = []string{"所列数据", "报告数据", "报告的数据", "报告中数据", "报告中的数据", "统计范围", "统计口径", "数据口径", "统计数据", "表中数据", "以上数据"}
	ownWords     = []string{"仅包括本级", "仅包含本级", "仅含本级", "仅统计本级", "仅为本级", "仅限本级", "仅包括本机关", "仅包含本机关", "仅为本机关", "不含下级", "不包括下级", "不含所属", "不包括所属", "不含各", "不包括各", "不含下属", "不包括下属", "本级数据", "本机关本级"}
	areaWords    = []string{"各级行政机关", "所属部门", "下属单位", "所属单位", "下级", "各乡镇", "各街道", "各镇", "各部门", "各县区", "各区县", "各县（市、区）", "各县市区", "本级及", "行政区域内"}
	includeWords = []string{"包括", "包含", "涵盖", "汇总", "覆盖", "含", "为全市", "为全区", "为全县", "为全省"}
)

// scopeOf reads one sentence: the scope it tells, and the words that do.
func scopeOf(s string) (scope report.Scope, at, n int) {
	if !containsAny(s, aboutFigures) {
		return report.ScopeUnclear, 0, 0
	}
	for _, w := range ownWords {
		if at := strings.Index(s, w); at >= 0 {
			return report.ScopeOwn, at, len(w)
		}
	}
	if !containsAny(s, includeWords) {
		return report.ScopeUnclear, 0, 0
	}
	for _, w := range areaWords {
		if at := strings.Index(s, w); at >= 0 {
			return report.ScopeArea, at, len(w)
		}
	}
	return report.ScopeUnclear, 0, 0
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
