package decode

import (
	"strings"

	"ogi/generator/report"
)

// items finds the five items of the overview, by heading or in the text.
func (c *reader) items() {
	words := [5][]string{
		{"主动公开"},
		{"依申请公开", "申请公开", "依申请"},
		{"政府信息管理", "信息管理", "政府信息资源", "规范化、标准化管理"},
		{"平台建设"},
		{"监督保障", "监督", "保障"},
	}
	s := c.r.Section(1)
	if s == nil {
		return
	}
	for i, alternatives := range words {
		item := &c.r.Items[i]
		for _, p := range s.Paras {
			for k, w := range alternatives {
				at := strings.Index(p.Text, w)
				if at < 0 || k > 0 && item.Found {
					continue
				}
				heading := isItemHeading(p.Text, at)
				if !heading && (item.Found || i == 4 && k > 0) {
					continue
				}
				*item = report.Item{Found: true, Heading: heading, Words: w, Pos: shift(p.Pos, p.Text, at)}
				if heading {
					break
				}
			}
			if item.Heading {
				break
			}
		}
	}
}

// isItemHeading reports whether the word at an offset stands in a heading: in
// a short line, or behind a number and before the first stop.
func isItemHeading(s string, at int) bool {
	if len(s) <= 90 && !strings.ContainsAny(s, "。；，,") {
		return true
	}
	if stop := strings.IndexAny(s, "。：:\n"); stop >= 0 && stop < at || at > 60 {
		return false
	}
	for _, p := range []string{"（", "(", "[bookmark", "1", "2", "3", "4", "5", "一", "二", "三", "四", "五"} {
		if strings.HasPrefix(s, p) {
			return !strings.ContainsAny(s[:at], "，,")
		}
	}
	return false
}
