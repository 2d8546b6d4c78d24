package rule

import (
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/check"
	"ogi/generator/report"
)

// personalData: see personal-data.md for the text readers get.
var personalData = &check.Rule{
	ID: "personal-data", Title: "含个人信息", TitleEN: "personal data",
	Family: check.Language, Severity: check.S2, Grade: check.Heuristic,
	Basis:        "《政府信息公开条例》第十五条：涉及个人隐私的信息的公开",
	BasisEN:      "Regulation art. 15: disclosure of what touches personal privacy",
	Formula:      "没有身份证号码和手机号码",
	MayBeWrong:   "是办公电话或别的编号。号码在本站各处一律遮盖。",
	MayBeWrongEN: "an office telephone or some other number; it is masked everywhere on this site",
	Check: func(p *check.Run) {
		found := false
		for _, l := range p.Report.View {
			for _, m := range personalNumbers(l.Text) {
				found = true
				pos := l.Pos
				if pos.Line > 0 {
					pos.Col += len([]rune(l.Text[:m.start]))
				}
				p.Hint(check.Finding{
					Message:   "文本中有一处疑似" + m.kind + "，已遮盖，请核实。",
					MessageEN: "what looks like a private number stands in the text; it is masked.",
					Formula:   m.kind + " " + strconv.Itoa(m.end-m.start) + "位",
					Operands:  []check.Operand{check.Words("文本", report.Text{Text: mask(l.Text[m.start:m.end]), Pos: pos})},
				})
			}
		}
		if !found {
			p.Pass()
		}
	},
}

// Mask hides the personal numbers of a text, leaving its length: what is shown
// of a report with a personal-data finding must pass through it.
func Mask(s string) string {
	ms := personalNumbers(s)
	for i := len(ms) - 1; i >= 0; i-- {
		s = s[:ms[i].start] + mask(s[ms[i].start:ms[i].end]) + s[ms[i].end:]
	}
	return s
}

type personalNumber struct {
	kind       string
	start, end int
}

// personalNumbers finds identity-card numbers, told by date and check digit,
// and mobile numbers, told by their first digits.
func personalNumbers(s string) []personalNumber {
	var out []personalNumber
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		end := i
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if end-i == 17 && end < len(s) && (s[end] == 'X' || s[end] == 'x') {
			end++
		}
		switch run := s[i:end]; {
		case len(run) == 18 && identityCard(run):
			out = append(out, personalNumber{"身份证号码", i, end})
		case len(run) == 11 && mobile.MatchString(run) && (i == 0 || s[i-1] != '-' && s[i-1] != '.'):
			out = append(out, personalNumber{"手机号码", i, end})
		}
		i = end
	}
	return out
}

var (
	mobile   = regexp.MustCompile(`^1[3-9][0-9]{9}$`)
	birthday = regexp.MustCompile(`^[1-8][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$`)
)

// identityCard checks the date and the check digit of GB 11643.
func identityCard(s string) bool {
	if !birthday.MatchString(s) {
		return false
	}
	sum := 0
	for i, w := range [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(s[i]-'0') * w
	}
	return strings.ToUpper(s)[17] == "10X98765432"[sum%11]
}

func mask(s string) string { return s[:1] + strings.Repeat("*", len(s)-1) }
