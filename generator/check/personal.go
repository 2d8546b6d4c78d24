package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A PersonalNumber is a number of a person in a text, by byte offsets. It may
// hold spaces, hyphens, tabs and line ends between its digits.
type PersonalNumber struct {
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

// PersonalNumbers finds identity-card numbers, told by date and check digit,
// mobile numbers, told by their first digits, and bank cards, told by their
// check digit, in full-width digits too and where they are printed in groups
// (138-1234-5678, one cell or line a group). What could be an amount or some
// other number is told by the words and units beside it; a number in pieces
// needs a hyphen or words that announce it. Office telephones are none.
func PersonalNumbers(s string) []PersonalNumber {
	if !mayHold(s) {
		return nil
	}
	st := newStream(s)
	var out []PersonalNumber
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
	slices.SortStableFunc(out, func(a, b PersonalNumber) int { return a.Start - b.Start })
	return out
}

// mayHold is a quick look before the slow one: fewer digits make no number.
func mayHold(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			n++
		case c == 0xef && i+2 < len(s) && s[i+1] == 0xbc && 0x90 <= s[i+2] && s[i+2] <= 0x99: // ０–９
			n++
		case c == 0xe4 || c == 0xe5 || c == 0xe3 || c == 0xf0: // 一二…〇 and digits beyond
			n += plainDigitsAt(s[i:])
		}
		if n >= 8 {
			return true
		}
	}
	return false
}

func plainDigitsAt(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if _, ok := digitOf(r); ok {
		return 1
	}
	return 0
}

// digitOf is the value of a digit of any width; Chinese numerals are digits
// only one beside the other.
func digitOf(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r), true
	case '０' <= r && r <= '９':
		return byte(r-'０') + '0', true
	case 0x1d7ce <= r && r <= 0x1d7ff: // digits of mathematical alphabets
		return byte((r-0x1d7ce)%10) + '0', true
	}
	switch r {
	case '〇', '零', '○':
		return '0', true
	case '一':
		return '1', true
	case '二':
		return '2', true
	case '三':
		return '3', true
	case '四':
		return '4', true
	case '五':
		return '5', true
	case '六':
		return '6', true
	case '七':
		return '7', true
	case '八':
		return '8', true
	case '九':
		return '9', true
	}
	return 0, false
}

// A run is digits without anything between; gap is what stands before the next.
type run struct {
	n          int // digits
	start, end int // bytes
	han, ascii bool
	gap        gap // to the next run
}

type gap uint8

const (
	wide   gap = iota // words, or more than may stand inside a number
	hyphen            // one hyphen or dot
	space             // blanks of a line
	cell              // a tab, several blanks or a line end
)

type stream struct {
	s          string
	runs       []run
	card, bank bool // words that announce such a number stand somewhere
}

func newStream(s string) *stream {
	st := &stream{
		s:    s,
		card: strings.Contains(s, "身份") || strings.Contains(s, "证件"),
		bank: strings.Contains(s, "卡号") || strings.Contains(s, "号") && (strings.Contains(s, "账") || strings.Contains(s, "帐") || strings.Contains(s, "银行")),
	}
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 && (c < '0' || c > '9') {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if _, ok := digitOf(r); !ok {
			i += n
			continue
		}
		u := run{start: i, han: r > 0x3000 && r < 0xff00, ascii: true}
		for i < len(s) {
			r, n = utf8.DecodeRuneInString(s[i:])
			if _, ok := digitOf(r); !ok || (r > 0x3000 && r < 0xff00) != u.han {
				break
			}
			u.ascii = u.ascii && n == 1
			u.n++
			i += n
		}
		u.end = i
		st.runs = append(st.runs, u)
	}
	for i := range st.runs {
		if i+1 < len(st.runs) {
			st.runs[i].gap = gapOf(s[st.runs[i].end:st.runs[i+1].start])
		}
	}
	return st
}

// put writes the plain digits of a run to dst.
func (st *stream) put(dst []byte, u run) []byte {
	if u.ascii {
		return append(dst, st.s[u.start:u.end]...)
	}
	for _, r := range st.s[u.start:u.end] {
		d, _ := digitOf(r)
		dst = append(dst, d)
	}
	return dst
}

func gapOf(s string) gap {
	if s == "" || len(s) > 24 {
		return wide
	}
	hyphens, blanks, breaks := 0, 0, 0
	for _, r := range s {
		switch r {
		case '-', '－', '—', '–', '‐', '‑', '−', '·', '•', '.', '．', '_':
			hyphens++
		case ' ', '\u00a0', '\u3000', '\u2009', '\u202f':
			blanks++
		case '\u200b', '\ufeff', '\u200c', '\u200d', '\u2060':
		case '\t', '\n', '\r', '|':
			breaks++
		default:
			return wide
		}
	}
	switch {
	case hyphens > 1:
		return wide
	case breaks > 0 || blanks > 1:
		return cell
	case hyphens == 1:
		return hyphen
	}
	return space
}

// number tells the personal number that begins with run i and how many runs it
// takes; 0 where none does.
func (st *stream) number(i int) (PersonalNumber, int) {
	var best PersonalNumber
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
			best, used = PersonalNumber{Kind: kind, Start: st.runs[i].start, End: end, Digits: string(id)}, k-i+1
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
		if len(sizes) == 1 || carded(sizes) || st.card && announcesCard.MatchString(before()) || st.wrapped(first, last, sizes) {
			return IdentityCard
		}
	case st.card && (len(d) == 18 || len(d) == 15 && oldCard.Match(d)) && announcesCard.MatchString(before()):
		return IdentityCard
	case mobile(d) && !goesOn:
		if st.callable(before(), st.s[end:min(len(st.s), end+24)], first, last, sizes, worst) {
			return Mobile
		}
	case len(d) >= 16 && len(d) <= 19 && (st.bank || d[0] == '6' && d[1] == '2') && !goesOn && luhn(d):
		if b := before(); st.bank && announcesBank.MatchString(b) && !publicAccount.MatchString(b) ||
			d[0] == '6' && d[1] == '2' && (len(sizes) == 1 && !otherNumber.MatchString(b) || fours(sizes)) {
			return BankCard
		}
	}
	return ""
}

// mobile reports whether digits are a mobile number, with or without the prefix
// of the country.
func mobile(d []byte) bool {
	switch {
	case len(d) == 12 && d[0] == '0':
		d = d[1:]
	case len(d) == 13 && d[0] == '8' && d[1] == '6':
		d = d[2:]
	case len(d) == 15 && string(d[:4]) == "0086":
		d = d[4:]
	}
	return len(d) == 11 && d[0] == '1' && d[1] >= '3'
}

var (
	announcesCard = regexp.MustCompile(`(?:身份证|证件号|公民身份)[^。；]{0,24}$`)
	announcesBank = regexp.MustCompile(`(?:银行|卡号|账号|帐号|账户|帐户|开户)[^。；]{0,30}$`)
	publicAccount = regexp.MustCompile(`国库|财政|非税|对公|基本户|单位账|本机关|专户|缴款`)
	oldCard       = regexp.MustCompile(`^[1-8][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}$`)
	announcesCall = regexp.MustCompile(`(?i:电话|手机|联系|热线|电联|致电|拨打|微信|移动号|号码|tel|phone|mobile)[^。；]{0,24}$`)
	calledAfter   = regexp.MustCompile(`^[）)]?[（(]?(?:手机|微信|电话|联系)`)
	// otherNumber announces an amount or a number of some thing.
	otherNumber = regexp.MustCompile(`(?:[¥￥$＄]|金额|资金|投资|收入|支出|预算|决算|产值|总额|税额|贷款|补贴|编号|索引号|文号|流水号|备案号|代码|序号|批次|订单号?|单号|合同号|许可证号?|证书号|注册号|案号|受理号|登记号|标识码|ISBN|ISSN)(?:[为是达计约共]|[：: “"])*$`)
	// unit behind a number makes it a count or an amount.
	unit = regexp.MustCompile(`^ ?(?:[余多]?(?:元|万|亿|美元|平方|㎡|亩|公斤|千克|吨|人|次|条|件|字|千瓦|度|立方|米|页|份|户|股|个|家|项|笔|名|辆|台|套)|[%％‰]|KB|MB|kWh)`)
)

// callable reports whether digits like those of a mobile number are meant as
// one. Digits in one run are unless the words say otherwise; in pieces they
// need the usual groups and something that speaks for them.
func (st *stream) callable(before, after string, first, last int, sizes []int, worst gap) bool {
	announced := announcesCall.MatchString(before) || calledAfter.MatchString(after)
	if len(sizes) == 1 {
		if unit.MatchString(after) || otherNumber.MatchString(before) {
			return false
		}
		if r, _ := utf8.DecodeLastRuneInString(before); r == '.' || r == '/' || r == '=' || r == '_' || latin(r) && !announced {
			return false // part of an address, a code or a decimal
		}
		// 0375-13812345678 is none, 86-13812345678 is.
		return first == 0 || st.runs[first-1].gap != hyphen || strings.HasSuffix(st.s[:st.runs[first-1].end], "86") || announced
	}
	if first > 0 && st.runs[first-1].gap == hyphen && st.s[st.runs[first-1].start:st.runs[first-1].end] != "86" {
		return false
	}
	switch {
	case announced && worst == cell: // counts may stand in cells behind 电话, too
		return len(sizes) == 2 || len(sizes) == 11 || grouped(sizes)
	case announced:
		return len(sizes) <= 5 || len(sizes) == 11
	case worst == hyphen:
		return grouped(sizes) && !unit.MatchString(after)
	case worst == space:
		// Three counts side by side are no number; none of them begins with 0.
		return grouped(sizes) && (first == 0 || st.runs[first-1].gap == wide) && !unit.MatchString(after)
	}
	return st.wrapped(first, last, sizes) && !unit.MatchString(after) && !otherNumber.MatchString(before)
}

// wrapped reports whether a number of the prose is cut in two by the end of a
// line.
func (st *stream) wrapped(first, last int, sizes []int) bool {
	r, _ := utf8.DecodeLastRuneInString(st.s[:st.runs[first].start])
	between := st.s[st.runs[first].end:st.runs[last].start]
	return len(sizes) == 2 && strings.Contains(between, "\n") && !strings.Contains(between, "\t") &&
		(unicode.Is(unicode.Han, r) || strings.ContainsRune("：:，、（(", r)) && st.runs[last].gap == wide
}

// carded are the ways in which people part the digits of an identity card. The
// figures of a table make one by chance if any way would do.
func carded(sizes []int) bool {
	for _, ways := range [][]int{{6, 8, 4}, {6, 8, 3}, {6, 12}, {6, 11}, {14, 4}, {14, 3}, {6, 4, 4, 4}, {6, 4, 4, 3}, {3, 3, 4, 4, 4}, {3, 3, 4, 4, 3}} {
		if slices.Equal(sizes, ways) {
			return true
		}
	}
	return false
}

func latin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// grouped are the ways in which people part eleven digits.
func grouped(sizes []int) bool {
	switch len(sizes) {
	case 2:
		return sizes[0] == 3 && sizes[1] == 8 || sizes[0] == 7 && sizes[1] == 4
	case 3:
		return sizes[0] == 3 && sizes[1] == 4 && sizes[2] == 4 || sizes[0] == 4 && sizes[1] == 3 && sizes[2] == 4 || sizes[0] == 3 && sizes[1] == 3 && sizes[2] == 5
	case 4:
		return sizes[0] == 2 && sizes[1] == 3 && sizes[2] == 4 && sizes[3] == 4
	}
	return false
}

func fours(sizes []int) bool {
	for i, n := range sizes {
		if n != 4 && i < len(sizes)-1 {
			return false
		}
	}
	return len(sizes) >= 4
}

// identityCard checks the date and the check digit of GB 11643.
func identityCard(d []byte) bool {
	two := func(i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }
	if century := two(6); d[0] < '1' || d[0] > '8' || century < 18 || century > 20 {
		return false
	}
	if m, day := two(10), two(12); m < 1 || m > 12 || day < 1 || day > 31 {
		return false
	}
	sum := 0
	for i, w := range [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2} {
		sum += int(d[i]-'0') * w
	}
	return d[17] == "10X98765432"[sum%11]
}

// luhn checks the last digit of a bank card.
func luhn(s []byte) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

var passport = regexp.MustCompile(`护照[^。；]{0,12}?([EGDSPH][A-Za-z]?[0-9]{7,8})`)

func passports(s string) []PersonalNumber {
	if !strings.Contains(s, "护照") {
		return nil
	}
	var out []PersonalNumber
	for _, m := range passport.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, PersonalNumber{Kind: Passport, Start: m[2], End: m[3], Digits: s[m[2]:m[3]]})
	}
	return out
}
