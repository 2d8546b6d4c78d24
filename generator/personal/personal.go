// Package personal finds the numbers of persons, identity cards, mobile
// telephones, bank cards and passports, in every text that a file carries, and
// masks them. It is the one room that does: what goes out is a copy masked by
// it, or by the Masked of the room whose values they are.
package personal

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Number is a number of a person in a text, by byte offsets. It may
// hold spaces, hyphens, tabs, line ends and characters that nobody sees between
// its digits.
type Number struct {
	Kind       string // 身份证号码, 手机号码, 银行卡号, 护照号码
	Start, End int
	Digits     string // plain, without what stands between
}

// The kinds of personal numbers.
const (
	IdentityCard = "身份证号码"
	Mobile       = "手机号码"
	BankCard     = "银行卡号"
	Passport     = "护照号码"
)

// Numbers finds identity-card numbers, told by date and check digit,
// mobile numbers, told by their first digits, and bank cards, told by their
// check digit, in full-width digits too and where they are printed in groups
// (138-1234-5678, one cell or line a group). What could be an amount or some
// other number is told by the words and units beside it; a number in pieces
// needs a hyphen or words that announce it. Office telephones are none.
func Numbers(s string) []Number {
	if !mayHold(s) {
		return nil
	}
	plain, cuts := visible(s)
	ns := numbers(plain)
	for i := range ns {
		n := &ns[i]
		_, last := utf8.DecodeLastRuneInString(plain[:n.End])
		n.Start, n.End = cuts.before(n.Start), cuts.before(n.End-last)+last
	}
	return ns
}

func numbers(s string) []Number {
	st := newStream(s)
	var out []Number
	for i := 0; i < len(st.runs); {
		n, used := st.number(i)
		if used == 0 {
			i++
			continue
		}
		out = append(out, n)
		i += used
	}
	out = append(out, passports(s)...)
	slices.SortStableFunc(out, func(a, b Number) int { return a.Start - b.Start })
	return out
}

// number tells the personal number that begins with run i and how many runs it
// takes; 0 where none does.
func (st *stream) number(i int) (Number, int) {
	var best Number
	var digits [48]byte
	var sizes [24]int
	used, worst, n := 0, wide, 0
	d := digits[:0]
	for k := i; k < len(st.runs) && k-i < len(sizes); k++ {
		u := st.runs[k]
		if k > i {
			g := st.runs[k-1].gap
			if g == wide || u.han != st.runs[i].han {
				break
			}
			worst = max(worst, g)
		}
		if n += u.n; n > 19 {
			break
		}
		d = st.put(d, u)
		sizes[k-i] = u.n
		if n < 11 || n > 13 && n < 15 {
			continue
		}
		end, id := u.end, d
		if n == 17 {
			if m := lateX(st.s[end:]); m > 0 {
				id, end = append(d, 'X'), end+m
			}
		}
		if kind := st.kind(id, i, k, end, sizes[:k-i+1], worst); kind != "" {
			best, used = Number{Kind: kind, Start: st.runs[i].start, End: end, Digits: string(id)}, k-i+1
			if kind == IdentityCard {
				break
			}
		}
	}
	return best, used
}

// lateX is how many bytes the last character of an identity-card number takes,
// which may stand apart from the rest; 0 where there is none.
func lateX(s string) int {
	for at, blanks := 0, 0; at < len(s) && blanks < 4; blanks++ {
		r, n := utf8.DecodeRuneInString(s[at:])
		switch r {
		case 'X', 'x', 'Ｘ', 'ｘ':
			if next, _ := utf8.DecodeRuneInString(s[at+n:]); at > 0 && latin(next) {
				return 0
			}
			return at + n
		case ' ', '\u00a0', '\u3000', '\t', '\n', '\r', '|', '-':
			at += n
		default:
			return 0
		}
	}
	return 0
}

// kind is what the digits are, "" for nothing of a person's.
func (st *stream) kind(d []byte, first, last, end int, sizes []int, worst gap) string {
	begin := st.runs[first].start
	goesOn := len(sizes) > 1 && last+1 < len(st.runs) && (st.runs[last].gap == hyphen || st.runs[last].gap == space && worst == space)
	before := func() string { return st.s[max(0, begin-60):begin] }
	switch {
	case len(d) == 18 && identityCard(d):
		if len(sizes) == 1 || carded(sizes) || announcesCard.in(before()) || st.wrapped(first, last, sizes) {
			return IdentityCard
		}
	case (len(d) == 18 || len(d) == 15) && announcesCard.in(before()) && (len(d) == 18 || oldCard.Match(d)):
		return IdentityCard
	case mobile(d) && !goesOn:
		if st.callable(before(), st.s[end:min(len(st.s), end+24)], first, last, sizes, worst) {
			return Mobile
		}
	case len(d) >= 16 && len(d) <= 19 && !goesOn && luhn(d):
		if b := before(); announcesBank.in(b) && st.bank() && !publicAccount.MatchString(b) ||
			d[0] == '6' && d[1] == '2' && (len(sizes) == 1 && !ofThing(b) || fours(sizes) && !st.inRow(first, last, worst)) {
			return BankCard
		}
	}
	return ""
}

// inRow reports whether figures stand in the cells beside, or before them in a row
// whose cells are gone: four of a row of them are no card.
func (st *stream) inRow(first, last int, worst gap) bool {
	switch worst {
	case space:
		return first > 0 && st.runs[first-1].gap == space && st.runs[first-1].han == st.runs[first].han
	case cell:
		return first > 0 && st.runs[first-1].gap == cell || last+1 < len(st.runs) && st.runs[last].gap == cell
	}
	return false
}

var passport = regexp.MustCompile(`护照[^。；]{0,12}?([EGDSPH][A-Za-z]?[0-9]{7,8})`)

func passports(s string) []Number {
	if !strings.Contains(s, "护照") {
		return nil
	}
	var out []Number
	for _, m := range passport.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, Number{Kind: Passport, Start: m[2], End: m[3], Digits: s[m[2]:m[3]]})
	}
	return out
}
