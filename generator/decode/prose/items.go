package prose

import (
	"strings"

	"ogi/generator/han"
	"ogi/generator/report"
)

// itemWords name each item of the overview, the form's own word first. The
// words behind the bar count only in running text.
var itemWords = [5]string{
	"主动公开",
	"依申请公开 申请公开 依申请|公开申请",
	"政府信息管理 信息管理 政府信息资源 规范化、标准化管理|信息资源管理",
	"平台建设 公开平台 公开渠道|平台",
	"监督保障 监督 保障 考核|监督 考核 评议 责任追究",
}

// items finds the five items of the overview: under a heading of their own, in
// running text, or as sections of their own behind the overview.
func (c reader) items() {
	var paras []report.Text
	for i := range c.Report.Sections {
		s := &c.Report.Sections[i]
		if s.N > 1 {
			break
		}
		if s.N == 0 && len(paras) > 0 {
			paras = append(paras, report.Text{Text: s.Title, Pos: s.Pos})
		}
		if s.N == 1 || len(paras) > 0 {
			paras = append(paras, s.Paras...)
		}
	}
	folded := make([]string, len(paras))
	for i := range paras {
		folded[i] = han.Fold(paras[i].Text)
	}
	for i, words := range itemWords {
		heads, body, _ := strings.Cut(words, "|")
		item := &c.Report.Items[i]
		for w := range strings.FieldsSeq(heads) {
			for k, p := range paras {
				if at := strings.Index(folded[k], w); at >= 0 && isItemHeading(p.Text, at) {
					*item = report.Item{Found: true, Heading: true, Words: w, Pos: p.Pos.Shift(p.Text, at)}
					break
				}
			}
			if item.Found {
				break
			}
		}
		if item.Found {
			continue
		}
		first, _, _ := strings.Cut(heads, " ")
		for _, w := range append([]string{first}, strings.Fields(body)...) {
			for k, p := range paras {
				if at := strings.Index(folded[k], w); at >= 0 && !item.Found {
					*item = report.Item{Found: true, Words: w, Pos: p.Pos.Shift(p.Text, at)}
				}
			}
		}
	}
}

// isItemHeading reports whether the word at an offset stands in a heading: in
// a short line, or behind a number and before the first stop. A line of two lines'
// length may be one (subheading-is-no-broken-line).
func isItemHeading(s string, at int) bool {
	if len(s) <= 120 && !strings.ContainsAny(s, "。；") && (!strings.ContainsAny(s, "，,") || strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(")) {
		return true
	}
	if stop := strings.IndexAny(s, "。：:\n"); stop >= 0 && stop < at {
		return false
	}
	for _, p := range []string{"（", "(", "[bookmark", "1", "2", "3", "4", "5", "一", "二", "三", "四", "五"} {
		if strings.HasPrefix(s, p) {
			return !strings.ContainsAny(s[:at], "，,")
		}
	}
	return false
}
