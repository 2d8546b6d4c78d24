package rule

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/tongue"
)

// wrongCitation: see wrong-citation.md for the text readers get.
var wrongCitation = &check.Rule{
	ID: "wrong-citation", Title: tongue.Of("法规与文号引用", "citations"),
	Found:  tongue.Of("法规或文号引用有误", "wrong citation"),
	Family: check.Language, Severity: check.S3, Grade: check.Logical,
	Basis: tongue.Of("现行《政府信息公开条例》为国务院令第711号；信息处理费办法为国办函〔2020〕109号；格式通知为国办公开办函〔2021〕30号、〔2019〕60号",
		"the Regulation in force is Order no. 711; the fee is in letter 2020 no. 109, the form in letters 2021 no. 30 and 2019 no. 60"),
	Formula:    "所引名称和文号与上述相同",
	MayBeWrong: tongue.Of("是在叙述历史，或引的是另一份文件。", "the sentence tells of history, or cites another document"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		cited, wrong := false, false
		for _, s := range sentences(p) {
			t := s.flat
			if !strings.Contains(t, "信息") && !strings.Contains(t, "格式") {
				continue
			}
			for _, c := range citations {
				for _, m := range c.cited.FindAllStringSubmatch(t, -1) {
					cited = true
					if slices.Contains(c.right, numbers(m[1])) || history.In(t) {
						continue
					}
					wrong = true
					p.Fail(check.Finding{
						Message: tongue.Of("所引“"+m[1]+"”与"+c.name+"“"+c.want+"”不符。", "a document is cited with another number than its own."),
						Formula: m[1] + " ≠ " + c.want, Operands: []check.Operand{check.Words("正文", s.words())},
					})
				}
			}
			if m := misspelled.Find(t); m != "" {
				wrong = true
				p.Fail(check.Finding{
					Message: tongue.Of("所引“"+m+"”与法规名称“政府信息公开条例”不符。", "the name of the Regulation is misspelled."),
					Formula: m + " ≠ 政府信息公开条例", Operands: []check.Operand{check.Words("正文", s.words())},
				})
			}
		}
		switch {
		case wrong:
		case cited:
			p.Pass()
		default:
			p.NA()
		}
	},
}

var (
	history    = han.List("原《 原政府信息 原国务院 原条例 原版 原令 原来 旧 修订前 2008 施行以来 废止")
	misspelled = han.List("政府信息公开条列 政府信息公开条令 政府信息公开条律 政府信息公开条利")
	// Each number is looked for close behind the name it belongs to: a sentence
	// may cite several documents.
	citations = []struct {
		name, want string
		cited      *regexp.Regexp
		right      []string // its numbers
	}{
		{
			"《政府信息公开条例》的令号", "国务院令第711号",
			regexp.MustCompile(`政府信息公开条例》?[（(]?(?:以下简称《?条例》?[)）,，]?)?((?:中华人民共和国)?(?:国务院)?(?:国?令第?|第)[0-9]{3}号令?)`),
			[]string{"711"},
		},
		{
			"信息处理费管理办法的文号", "国办函〔2020〕109号",
			regexp.MustCompile(`信息处理费[^《。；〔\[]{0,16}?(国办函[〔\[（(【﹝][0-9]{4}[〕\]）)】﹞][0-9]+号)`),
			[]string{"2020 109"},
		},
		{
			"年度报告格式通知的文号", "国办公开办函〔2021〕30号或〔2019〕60号",
			regexp.MustCompile(`格式[^《。；〔\[]{0,16}?(国办公开办函[〔\[（(【﹝](?:2019|2021)[〕\]）)】﹞][0-9]+号)`),
			[]string{"2021 30", "2019 60"},
		},
	}
)

// numbers are those of a citation: 2020 109.
func numbers(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }), " ")
}
