package check

import (
	"regexp"
	"strings"
)

// A PersonalNumber is an identity-card or mobile number in a text, by byte
// offsets.
type PersonalNumber struct {
	Kind       string // 身份证号码, 手机号码
	Start, End int
}

// PersonalNumbers finds identity-card numbers, told by date and check digit,
// and mobile numbers, told by their first digits, also where they are printed
// in groups (138-1234-5678). Office telephones are none.
func PersonalNumbers(s string) []PersonalNumber {
	var out []PersonalNumber
	for i := 0; i < len(s); {
		if !digit(s, i) {
			i++
			continue
		}
		end := i
		for digit(s, end) {
			end++
		}
		if end-i == 17 && end < len(s) && (s[end] == 'X' || s[end] == 'x') {
			end++
		}
		if end-i == 3 {
			if m := grouped.FindString(s[i:]); m != "" && !digit(s, i+len(m)) {
				end = i + len(m)
			}
		}
		before := byte(0)
		if i > 0 {
			before = s[i-1]
		}
		switch run := s[i:end]; {
		case len(run) == 18 && identityCard(run):
			out = append(out, PersonalNumber{"身份证号码", i, end})
		case before != '-' && before != '.' && (mobile.MatchString(run) || grouped.FindString(run) == run && run != ""):
			out = append(out, PersonalNumber{"手机号码", i, end})
		}
		i = end
	}
	return out
}

func digit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

var (
	mobile   = regexp.MustCompile(`^1[3-9][0-9]{9}$`)
	grouped  = regexp.MustCompile(`^1[3-9][0-9][- ][0-9]{4}[- ][0-9]{4}`)
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

// Mask hides the personal numbers of a text but for their first digit, leaving
// its length. Every text of a report that is shown must pass through it; those
// of findings have.
func Mask(s string) string {
	ns := PersonalNumbers(s)
	for i := len(ns) - 1; i >= 0; i-- {
		n := ns[i]
		s = s[:n.Start+1] + strings.Repeat("*", n.End-n.Start-1) + s[n.End:]
	}
	return s
}

// mask hides personal numbers in what a finding quotes.
func (f *Finding) mask() {
	f.Message, f.Formula = Mask(f.Message), Mask(f.Formula)
	for i := range f.Operands {
		f.Operands[i].Text = Mask(f.Operands[i].Text)
	}
}

// Withheld reports whether the original, the source view and search of a
// report must be held back: it seems to hold personal numbers, and no reviewed
// note says that they are none (our-error) or may stand (explained).
func (j *Judgement) Withheld() bool {
	for i := range j.Findings {
		f := &j.Findings[i]
		if f.Rule.ID == PersonalData && (f.Note == nil || f.Note.Status != OurError && f.Note.Status != Explained) {
			return true
		}
	}
	return false
}

// PersonalData is the id of the rule that finds personal numbers.
const PersonalData = "personal-data"
