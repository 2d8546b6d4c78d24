package check

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Mask hides the personal numbers of a text but for their first digit, and the
// names in front of identity cards but for their first character. What stands
// between the digits stays. Every text of a report that is shown must pass
// through it or MaskAll; those of findings have.
func Mask(s string) string {
	ns := PersonalNumbers(s)
	if len(ns) == 0 {
		return s
	}
	spans := make([]span, 0, len(ns))
	for _, n := range ns {
		spans = append(spans, n.spans(s)...)
	}
	return cover(s, spans)
}

// A span is what is covered of a text, by byte offsets; keep leaves the first
// character.
type span struct {
	start, end int
	keep       bool
}

// spans are the number and, before an identity card, the name.
func (n PersonalNumber) spans(s string) []span {
	out := []span{{n.Start, n.End, true}}
	if n.Kind == IdentityCard {
		if m := nameBefore.FindStringSubmatchIndex(s[:n.Start]); m != nil {
			out = append(out, span{m[2], m[3], true})
		}
	}
	return out
}

// nameBefore is the name of whoever holds an identity card.
var nameBefore = regexp.MustCompile(`(?:^|[^\p{Han}]|申请人|当事人|联系人|姓名|负责人|原告|公民|答复)(\p{Han}{2,4})[（(，,、：: \t\n]{0,3}(?:男|女)?[，,、]?(?:公民)?身份(?:证|证件)?(?:号码?|证号码?)?[为是：:（( \t\n]{0,3}$`)

// cover puts a * for each letter and digit of the spans.
func cover(s string, spans []span) string {
	b := []byte(nil)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		hide := false
		for _, p := range spans {
			if i >= p.start && i < p.end && (i > p.start || !p.keep) && (r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ' || isDigit(r) || isHan(r)) {
				hide = true
			}
		}
		if hide {
			b = append(b, '*')
		} else {
			b = append(b, s[i:i+n]...)
		}
		i += n
	}
	return string(b)
}

func isDigit(r rune) bool { _, ok := digitOf(r); return ok }
func isHan(r rune) bool   { return r >= 0x3400 && r <= 0x9fff }

// A Found is a personal number in a row of texts that follow each other, with
// the pieces of it in each.
type Found struct {
	PersonalNumber // offsets are those of the first piece's text
	Pieces         []Piece
}

// A Piece is a part of a number: text Of of the row, by byte offsets.
type Piece struct{ Of, Start, End int }

// PersonalIn finds the personal numbers of texts that follow each other, such
// as the lines of a file; a number may be cut by the end of a line or paragraph.
func PersonalIn(texts []string) []Found {
	all := strings.Join(texts, "\n")
	ns := PersonalNumbers(all)
	out := make([]Found, 0, len(ns))
	begin, of := 0, 0
	for _, n := range ns {
		for n.Start > begin+len(texts[of]) {
			begin += len(texts[of]) + 1
			of++
		}
		f := Found{PersonalNumber: n}
		for at, k := begin, of; k < len(texts) && at < n.End; k++ {
			if p := (Piece{k, max(n.Start-at, 0), min(n.End-at, len(texts[k]))}); p.Start < p.End {
				f.Pieces = append(f.Pieces, p)
			}
			at += len(texts[k]) + 1
		}
		f.Start, f.End = f.Pieces[0].Start, f.Pieces[0].End
		out = append(out, f)
	}
	return out
}

// MaskAll is Mask for texts that follow each other.
func MaskAll(texts []*string) {
	plain := make([]string, len(texts))
	for i, t := range texts {
		plain[i] = *t
	}
	if !mayHold(strings.Join(plain, "")) {
		return
	}
	masked := strings.Split(Mask(strings.Join(plain, "\n")), "\n")
	at := 0
	for i, t := range texts {
		lines := strings.Count(plain[i], "\n") + 1
		*t = strings.Join(masked[at:at+lines], "\n")
		at += lines
	}
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
		if f.Rule.ID == PersonalData && f.held() {
			return true
		}
	}
	return false
}

// held reports whether no reviewed note released what the finding is about.
func (f *Finding) held() bool {
	return f.Note == nil || f.Note.Status != OurError && f.Note.Status != Explained
}

// Identity reports whether a finding is of an identity number. That is the one
// heuristic finding that touches a badge: it must stop a release.
func (f *Finding) Identity() bool {
	return f.Rule.ID == PersonalData && len(f.Operands) > 0 && f.Operands[0].Text == IdentityCard
}

// PersonalData is the id of the rule that finds personal numbers.
const PersonalData = "personal-data"
