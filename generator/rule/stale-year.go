package rule

import (
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// staleYear: see stale-year.md for the text readers get.
var staleYear = &check.Rule{
	ID: "stale-year", Title: tongue.Of("文中的年份", "years in the prose"),
	Found:  tongue.Of("年份未更新", "stale year"),
	Family: check.Duplication, Severity: check.S2, Grade: check.Assessed,
	Basis:      tongue.Of("考核通报列举的情形：照抄上年而年份未改", "named by assessors: last year's text with its year left in"),
	Formula:    "叙述本年工作的句子不以上一年的年份起头",
	MayBeWrong: tongue.Of("是在回顾、对比上年，或述及上年的文件。", "the sentence looks back, compares, or speaks of last year's documents"),
	Check: func(p *check.Run) {
		last := strconv.Itoa(p.Entry.Year - 1)
		now := strconv.Itoa(p.Entry.Year)
		found := false
		for _, s := range sentences(p) {
			t := s.flat
			if !strings.Contains(t, last) {
				continue
			}
			m := staleStart.FindStringSubmatch(t)
			if m == nil || m[1] != last || strings.Contains(t, now+"年") || lookBack.In(carriedOver.ReplaceAllString(t, "")) {
				continue
			}
			found = true
			p.Prose(check.Finding{
				Message: tongue.Of("句子“"+clip(s.text)+"”以"+last+"年起头，与报告年度"+now+"年不符，请核实。",
					"a sentence about this year's work begins with last year."),
				Formula: last + " ≠ " + now, Operands: []check.Operand{check.Words("正文", s.words())},
			})
		}
		if !found {
			p.Pass()
		}
	},
}

var (
	// The year as the subject: at the start, after a number or heading words at most.
	staleStart = regexp.MustCompile(`^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]?(?:是)?)?(?:[^，。0-9]{0,12}[。：:])?(20[0-9]{2})年(?:度)?[，,]?[^，。；]{0,24}(?:收到|受理|公开|办理|发布|制发|答复|办结|开展|组织)`)
	// What a sentence about this year's work also counts is no look back.
	carriedOver = regexp.MustCompile(`(?:上一?年度?)?结转(?:上年|下年度|下一年度?)?(?:申请|继续办理)?[0-9]+[件份宗]`)
	lookBack    = han.List("今年 本年 相比 同比 较 对比 上年 去年 以来 至今 截至 问题 结转 年报 报告 预算 决算 要点 方案 计划 考核 测评 评估 针对 对于 整改 曾")
)
