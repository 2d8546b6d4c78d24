package personal

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Mask hides the personal numbers of a text but for their first digit, and the
// names in front of identity cards but for their first character. What stands
// between the digits stays. Every text of a report that is shown must pass
// through it or MaskAll; those of findings have.
func Mask(s string) string {
	for {
		ns := Numbers(s)
		if len(ns) == 0 {
			return s
		}
		spans := make([]span, 0, len(ns))
		for _, n := range ns {
			spans = append(spans, n.spans(s)...)
		}
		masked := cover(s, spans)
		if masked == s {
			return s
		}
		s = masked // the first digit of one may make a number with what stands before it
	}
}

// A span is what is covered of a text, by byte offsets; keep leaves the first
// character.
type span struct {
	start, end int
	keep       bool
}

// spans are the number and, before an identity card, the name.
func (n Number) spans(s string) []span {
	out := []span{{n.Start, n.End, true}}
	if n.Kind == IdentityCard {
		from := max(0, n.Start-widest)
		for from > 0 && !utf8.RuneStart(s[from]) {
			from--
		}
		if m := nameBefore.FindStringSubmatchIndex(s[from:n.Start]); m != nil {
			out = append(out, span{from + m[2], from + m[3], true})
		}
	}
	return out
}

// nameBefore is the name of whoever holds an identity card.
var nameBefore = regexp.MustCompile(`(?:^|[^\p{Han}]|申请人|当事人|联系人|姓名|负责人|原告|公民|答复)(\p{Han}{2,4})[（(，,、：: \t\n]{0,3}(?:男|女)?[，,、]?(?:公民)?身份(?:证|证件)?(?:号码?|证号码?)?[为是：:（( \t\n]{0,3}$`)

// widest is more bytes than nameBefore matches.
const widest = 160

// cover puts a * for each letter and digit of the spans.
func cover(s string, spans []span) string {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	b := make([]byte, 0, len(s))
	until, k := 0, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		first := until <= i
		for ; k < len(spans) && spans[k].start <= i; k++ {
			until = max(until, spans[k].end)
			first = first && spans[k].keep
		}
		first = first && k > 0 && spans[k-1].start == i
		if i < until && !first && (r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ' || isDigit(r) || isHan(r)) {
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
	Number // offsets are those of the first piece's text
	Pieces []Piece
}

// A Piece is a part of a number: text Of of the row, by byte offsets.
type Piece struct{ Of, Start, End int }

// In finds the personal numbers of texts that follow each other, such
// as the lines of a file; a number may be cut by the end of a line or paragraph.
func In(texts []string) []Found {
	if !mayHoldAny(texts) {
		return nil
	}
	ns := Numbers(strings.Join(texts, "\n"))
	out := make([]Found, 0, len(ns))
	begin, of := 0, 0
	for _, n := range ns {
		for n.Start > begin+len(texts[of]) {
			begin += len(texts[of]) + 1
			of++
		}
		f := Found{Number: n}
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
	if !mayHoldAny(plain) {
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
