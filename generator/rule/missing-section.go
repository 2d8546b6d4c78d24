package rule

import (
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/han"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// sectionNames are the six headings of the form from report year 2019.
var sectionNames = [7]string{
	"", "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况",
	"政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
}

// With fewer headings than this the file is not the whole report.
const fewSections = 3

var numerals = [11]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// missingSection: see missing-section.md for the text readers get.
var missingSection = &check.Rule{
	ID: "missing-section", Title: tongue.Of("法定章节", "statutory sections"),
	Found:  tongue.Of("缺少法定章节", "statutory section missing"),
	Family: check.Structure, Severity: check.S1, Grade: check.Printed,
	Basis:   tongue.Of("《政府信息公开条例》第五十条；年度报告格式的六个部分", "Regulation art. 50; the six parts of the printed form"),
	Formula: "一至六各部分的标题各见一次",
	MayBeWrong: tongue.Of("标题用了别的说法，年报正文是图片或附件，或网页被截断。",
		"the heading is worded in another way, the report is a picture or an attachment, or the page was cut"),
	OnConverted: check.Hint,
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		found := 0
		for n := 1; n <= 6; n++ {
			if p.Report.Section(n) != nil {
				found++
			}
		}
		if found < fewSections {
			p.Unknown(check.Finding{
				Message: tongue.Of("六个法定章节标题只读出"+strconv.Itoa(found)+"个，正文可能是图片、附件或不完整，无法判断。",
					"few of the six headings could be read: the report may be a picture, an attachment or cut off."),
				Formula:     strconv.Itoa(found) + "/6",
				Responsible: check.ByMixed,
			})
			return
		}
		for n := 1; n <= 6; n++ {
			if p.Report.Section(n) != nil {
				p.Pass()
				continue
			}
			f := check.Finding{
				Message: tongue.Of("未见第"+numerals[n]+"部分“"+sectionNames[n]+"”的标题。", "no heading was seen for part "+string(rune('0'+n))+"."),
				Formula: "所见部分：" + seenSections(p),
			}
			f.Operands = neighbours(p, n)
			if like := likeSection(p, n); like != nil {
				f.Message = tongue.Of("未见第"+numerals[n]+"部分“"+sectionNames[n]+"”，同序号的标题为“"+like.Title+"”，是否同一部分无法判断。",
					"part "+string(rune('0'+n))+" was not seen under its title; another heading bears its number.")
				f.Operands = []check.Operand{{Label: "同序号标题", Text: like.Printed + "、" + like.Title, Pos: like.Pos}}
				p.Unknown(f)
				continue
			}
			if printedSomewhere(p, n) {
				f.Message = tongue.Of("第"+numerals[n]+"部分“"+sectionNames[n]+"”的标题字样见于文中，但未能认作标题，无法判断。",
					"the words of the heading of part "+string(rune('0'+n))+" are printed, but could not be read as a heading.")
				f.Responsible = check.ByParser
				p.Unknown(f)
				continue
			}
			if where := contentSeen(p, n); where != "" {
				// What the part tells is there: a heading lost is not a part left out.
				f.Message = tongue.Of("未见第"+numerals[n]+"部分“"+sectionNames[n]+"”的标题，"+where+"。",
					"no heading was seen for part "+string(rune('0'+n))+"; what it tells stands in the report.")
				f.Severity = check.S3
				if p.Converted() {
					p.Unknown(f)
				} else {
					p.Hint(f)
				}
				continue
			}
			p.Fail(f)
		}
	},
}

// printedSomewhere reports whether number and beginning of the title of part n
// stand anywhere in the file: in the middle of a line, over two, or with the
// characters of another line between, as where lines of a PDF overlap.
func printedSomewhere(p *check.Run, n int) bool {
	const begin = 8 // characters of the title
	title := []rune(form.Norm(sectionNames[n]))
	words := []rune(numerals[n] + string(title[:min(begin, len(title))]))
	arabic := arabicNumbers[n]
	before := []rune(nil)
	for _, l := range p.Report.View {
		if n > 1 && beforeParts(p.Report, l.Pos) || listsParts(l.Text) {
			before = nil
			continue
		}
		line := []rune(form.Norm(arabic.ReplaceAllString(l.Text, "${1}"+numerals[n]+"${2}")))
		if threaded(append(before, line...), words) {
			return true
		}
		before = line[max(0, len(line)-3*len(words)):]
	}
	return false
}

// arabicNumbers are those of the parts where they are printed as 1、 or 1．.
var arabicNumbers = func() (res [7]*regexp.Regexp) {
	for n := range res {
		digit := string(rune('0' + n))
		res[n] = regexp.MustCompile(`(^|[^0-9０-９.．])[` + digit + string(rune('０'+n)) + `]\s*[、.．]([^0-9０-９]|$)`)
	}
	return res
}()

// beforeParts reports whether a place lies before the first part: a preface, or
// a table of contents, tells what parts there are to be and proves none.
func beforeParts(r *report.Report, at place.Pos) bool {
	for i := range r.Sections {
		if s := &r.Sections[i]; s.N > 0 {
			return at.Line < s.Pos.Line || at.Line == s.Pos.Line && at.Col < s.Pos.Col
		}
	}
	return false
}

// listsParts reports whether words list the parts of a report.
func listsParts(s string) bool {
	n, folded := 0, han.Fold(han.Squeeze(s))
	for _, name := range sectionNames[1:] {
		if strings.Contains(folded, string([]rune(name)[:4])) {
			n++
		}
	}
	return n >= 3
}

// threaded reports whether the words stand in a line in their order, with at
// most twice as many other characters between them.
func threaded(line, words []rune) bool {
	for i, u := range line {
		if u != words[0] {
			continue
		}
		k := 0
		for _, v := range line[i:min(len(line), i+3*len(words))] {
			if k < len(words) && v == words[k] {
				k++
			}
		}
		if k == len(words) {
			return true
		}
	}
	return false
}

// contentSeen says in words where what part n tells stands without its heading,
// "" where it was not seen.
func contentSeen(p *check.Run, n int) string {
	tables := map[int]form.Table{2: form.Two, 3: form.Three, 4: form.Four}
	if t, ok := tables[n]; ok && p.Report.Table(t).Found {
		return "但有其表格"
	}
	words := partWords[n]
	if words == nil {
		return ""
	}
	for _, s := range sentences(p) {
		if n > 1 && beforeParts(p.Report, s.pos) || listsParts(s.flat) {
			continue
		}
		if (s.section == n-1 || s.section == 0) && words.MatchString(s.flat) {
			return "但有其内容"
		}
	}
	return ""
}

// partWords are those that only parts five and six begin with, and the items of
// part one.
var partWords = [7]*regexp.Regexp{
	1: regexp.MustCompile(`^[（(]一[）)](?:主动公开|依申请)|^一?[、.]?主动公开(?:情况)?。`),
	5: regexp.MustCompile(`^(?:[（(]?[一二12][）)、.．])?(?:当前|目前)?(?:工作中)?(?:还|仍)?(?:存在的?|主要)(?:主要)?(?:的)?(?:问题|不足)|^(?:[（(]?[一二12][）)、.．])?(?:改进|整改)(?:情况|措施|的?办法)`),
	6: regexp.MustCompile(`信息处理费|其他需要报告`),
}

func seenSections(p *check.Run) string {
	var seen []string
	for n := 1; n <= 6; n++ {
		if p.Report.Section(n) != nil {
			seen = append(seen, numerals[n])
		}
	}
	return strings.Join(seen, "、")
}

// neighbours are the headings before and after the place where part n should
// stand.
func neighbours(p *check.Run, n int) []check.Operand {
	var ops []check.Operand
	for m := n - 1; m > 0; m-- {
		if s := p.Report.Section(m); s != nil {
			ops = append(ops, check.Operand{Label: "前一部分", Text: s.Title, Pos: s.Pos})
			break
		}
	}
	for m := n + 1; m <= 6; m++ {
		if s := p.Report.Section(m); s != nil {
			ops = append(ops, check.Operand{Label: "后一部分", Text: s.Title, Pos: s.Pos})
			break
		}
	}
	return ops
}
