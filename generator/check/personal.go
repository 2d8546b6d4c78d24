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
	digits     string
	start, end int // bytes
	han        bool
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
	s    string
	runs []run
}

func newStream(s string) *stream {
	st := &stream{s: s, runs: make([]run, 0, 16)}
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		d, ok := digitOf(r)
		if !ok {
			i += n
			continue
		}
		han := r > 0x3000 && r < 0xff00
		u := run{start: i, han: han}
		var other []byte // the digits, where they are not those of ASCII
		for ok && (r > 0x3000 && r < 0xff00) == han {
			if n > 1 && other == nil {
				other = []byte(s[u.start:i])
			}
			if other != nil {
				other = append(other, d)
			}
			i += n
			r, n = utf8.DecodeRuneInString(s[i:])
			d, ok = digitOf(r)
		}
		u.digits, u.end = s[u.start:i], i
		if other != nil {
			u.digits = string(other)
		}
		st.runs = append(st.runs, u)
	}
	for i := range st.runs {
		if i+1 < len(st.runs) {
			st.runs[i].gap = gapOf(s[st.runs[i].end:st.runs[i+1].start])
		}
	}
	return st
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
	digits, worst, sizes := "", wide, []int(nil)
	var best PersonalNumber
	used := 0
	for k := i; k < len(st.runs) && len(digits) < 20; k++ {
		u := st.runs[k]
		if k > i {
			g := st.runs[k-1].gap
			if g == wide || u.han != st.runs[i].han {
				break
			}
			worst = max(worst, g)
		}
		digits += u.digits
		sizes = append(sizes, len(u.digits))
		end := u.end
		full := digits
		if len(digits) == 17 && strings.HasPrefix(st.s[end:], "X") || len(digits) == 17 && strings.HasPrefix(st.s[end:], "x") {
			full, end = digits+"X", end+1
		} else if w := "Ｘ"; len(digits) == 17 && (strings.HasPrefix(st.s[end:], w) || strings.HasPrefix(st.s[end:], "ｘ")) {
			full, end = digits+"X", end+len(w)
		} else if len(digits) == 17 {
			if m := lateX.FindString(st.s[end:]); m != "" {
				full, end = digits+"X", end+len(m)
			}
		}
		n := PersonalNumber{Start: st.runs[i].start, End: end, Digits: full}
		if n.Kind = st.kind(n, i, k, sizes, worst); n.Kind != "" {
			best, used = n, k-i+1
			if n.Kind == IdentityCard {
				break
			}
		}
	}
	return best, used
}

// lateX is the last character of an identity-card number apart from the rest.
var lateX = regexp.MustCompile(`^[ \x{a0}\x{3000}\t\n\r|-]{1,3}[XxＸｘ](?:[^A-Za-z]|$)`)

// kind is what the digits are, "" for nothing of a person's.
func (st *stream) kind(n PersonalNumber, first, last int, sizes []int, worst gap) string {
	goesOn := len(sizes) > 1 && last+1 < len(st.runs) && (st.runs[last].gap == hyphen || st.runs[last].gap == space && worst == space)
	before, after := st.s[max(0, n.Start-60):n.Start], st.s[n.End:min(len(st.s), n.End+24)]
	switch d := n.Digits; {
	case len(d) == 18 && identityCard(d):
		if len(sizes) == 1 || carded(sizes) || announcesCard.MatchString(before) || st.wrapped(before, first, last, sizes) {
			return IdentityCard
		}
	case (len(d) == 18 || len(d) == 15 && oldCard.MatchString(d)) && announcesCard.MatchString(before):
		return IdentityCard
	case len(d) >= 11 && mobileIn(d) && !goesOn:
		if st.callable(before, after, first, last, sizes, worst) {
			return Mobile
		}
	case len(d) >= 16 && len(d) <= 19 && luhn(d) && !goesOn:
		if announcesBank.MatchString(before) && !publicAccount.MatchString(before) ||
			len(sizes) == 1 && strings.HasPrefix(d, "62") && !otherNumber.MatchString(before) ||
			fours(sizes) && strings.HasPrefix(d, "62") {
			return BankCard
		}
	}
	return ""
}

var (
	announcesCard = regexp.MustCompile(`(?:身份证|证件号|公民身份)[^。；]{0,24}$`)
	announcesBank = regexp.MustCompile(`(?:银行|卡号|账号|帐号|账户|帐户|开户)[^。；]{0,30}$`)
	publicAccount = regexp.MustCompile(`国库|财政|非税|对公|基本户|单位账|本机关|专户|缴款`)
	oldCard       = regexp.MustCompile(`^[1-8][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}$`)
	birthday      = regexp.MustCompile(`^[1-8][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$`)
	mobile        = regexp.MustCompile(`^(?:0|86|086|0086)?1[3-9][0-9]{9}$`)
	announcesCall = regexp.MustCompile(`(?i:电话|手机|联系|热线|电联|致电|拨打|微信|移动号|号码|tel|phone|mobile)[^。；]{0,24}$`)
	calledAfter   = regexp.MustCompile(`^[）)]?[（(]?(?:手机|微信|电话|联系)`)
	// otherNumber announces an amount or a number of some thing.
	otherNumber = regexp.MustCompile(`(?:[¥￥$＄]|金额|资金|投资|收入|支出|预算|决算|产值|总额|税额|贷款|补贴|编号|索引号|文号|流水号|备案号|代码|序号|批次|订单号?|单号|合同号|许可证号?|证书号|注册号|案号|受理号|登记号|标识码|ISBN|ISSN)(?:[为是达计约共]|[：: “"])*$`)
	// unit behind a number makes it a count or an amount.
	unit = regexp.MustCompile(`^ ?(?:[余多]?(?:元|万|亿|美元|平方|㎡|亩|公斤|千克|吨|人|次|条|件|字|千瓦|度|立方|米|页|份|户|股|个|家|项|笔|名|辆|台|套)|[%％‰]|KB|MB|kWh)`)
)

func mobileIn(d string) bool { return mobile.MatchString(d) }

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
		return first == 0 || st.runs[first-1].gap != hyphen || strings.HasSuffix(st.runs[first-1].digits, "86") || announced
	}
	if first > 0 && st.runs[first-1].gap == hyphen && st.runs[first-1].digits != "86" {
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
	return st.wrapped(before, first, last, sizes) && !unit.MatchString(after) && !otherNumber.MatchString(before)
}

// wrapped reports whether a number of the prose is cut in two by the end of a
// line.
func (st *stream) wrapped(before string, first, last int, sizes []int) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
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

// luhn checks the last digit of a bank card.
func luhn(s string) bool {
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
