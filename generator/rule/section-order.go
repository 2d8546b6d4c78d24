package rule

import (
	"slices"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// sectionOrder: see section-order.md for the text readers get.
var sectionOrder = &check.Rule{
	ID: "section-order", Title: tongue.Of("章节顺序与编号", "order and numbers of sections"),
	Found:  tongue.Of("章节顺序或编号有误", "sections out of order or misnumbered"),
	Family: check.Structure, Severity: check.S2, Grade: check.Printed,
	Basis:   tongue.Of("年度报告格式六个部分的次序和编号", "order and numbers of the six parts of the printed form"),
	Formula: "各部分的编号 = 格式编号，且依次递增",
	MayBeWrong: tongue.Of("表三内“一、本年新收”等行，或正文内的小标题，被当作章节标题。",
		"a row of table three or a subheading was taken for a section heading"),
	OnConverted: check.Unknown,
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		sections := topSections(p.Report.Sections)
		last, title, sheet := 0, "", ""
		for _, s := range sections {
			if s.N == 0 {
				restart(p, s, last)
				continue
			}
			op := []check.Operand{{Label: "章节标题", Text: s.Printed + "、" + s.Title, Pos: s.Pos}}
			switch {
			case printedNumber(s.Printed) > 0 && printedNumber(s.Printed) != s.N:
				p.Fail(check.Finding{
					Message: tongue.Of("“"+s.Title+"”的编号“"+s.Printed+"”与格式编号“"+numerals[s.N]+"”不符。",
						"the printed number of part "+string(rune('0'+s.N))+" is not that of the form."),
					Formula: s.Printed + " ≠ " + numerals[s.N], Operands: op,
				})
			case s.N == last && strings.TrimSpace(s.Title) == title:
				p.Pass() // said twice, as by the name of a sheet and its first row
			case s.N <= last && s.Pos.Place().Sheet != sheet:
				p.Unknown(check.Finding{
					Message: tongue.Of("“"+s.Title+"”在另一张工作表上，工作表之间的先后不是章节的次序。",
						"part "+string(rune('0'+s.N))+" stands on another sheet; the order of sheets is not that of the parts."),
					Operands: op,
				})
			case s.N <= last:
				p.Fail(check.Finding{
					Message: tongue.Of("“"+s.Title+"”排在第"+numerals[last]+"部分之后，与格式次序不符。",
						"part "+string(rune('0'+s.N))+" stands behind part "+string(rune('0'+last))+"."),
					Formula: numerals[last] + " → " + numerals[s.N], Operands: op,
				})
			default:
				p.Pass()
			}
			last, title, sheet = max(last, s.N), strings.TrimSpace(s.Title), s.Pos.Place().Sheet
		}
	},
}

// restart looks at a heading that is none of the six: where its number does not
// go on from the last, the numbering begins again. Whether it is a heading at
// all is not sure, so it is at most a hint.
func restart(p *check.Run, s report.Section, last int) {
	n := printedNumber(s.Printed)
	if n == 0 || n > last {
		return
	}
	p.Hint(check.Finding{
		Message:  tongue.Of("标题“"+s.Printed+"、"+s.Title+"”重复使用编号，与格式编号不符。", "the number of a heading is used again."),
		Formula:  numerals[last] + " → " + s.Printed,
		Operands: []check.Operand{{Label: "章节标题", Text: s.Printed + "、" + s.Title, Pos: s.Pos}},
	})
}

// printedNumber is the number of a heading, Chinese or Arabic, 0 where it is
// none that we know.
func printedNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return max(slices.Index(numerals[:], s), 0)
}

// topSections leaves out a table of contents: headings that come again later
// and have nothing under them the first time.
func topSections(all []report.Section) []report.Section {
	var out []report.Section
	for i, s := range all {
		again := slices.ContainsFunc(all[i+1:], func(t report.Section) bool {
			return t.N == s.N && strings.TrimSpace(t.Title) == strings.TrimSpace(s.Title)
		})
		if s.N > 0 && again && len(s.Paras) == 0 {
			continue
		}
		out = append(out, s)
	}
	return out
}

// likeSection is a heading that bears the number of part n and is none of the
// six: perhaps that part under another title.
func likeSection(p *check.Run, n int) *report.Section {
	for i := range p.Report.Sections {
		s := &p.Report.Sections[i]
		if s.N == 0 && s.Printed == numerals[n] {
			return s
		}
	}
	return nil
}
