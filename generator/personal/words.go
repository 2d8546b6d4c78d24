package personal

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that announce a number within so many characters before it.
var (
	announcesCard = announcement{[]string{"身份证", "证件号", "公民身份"}, 24}
	announcesBank = announcement{[]string{"银行", "卡号", "账号", "帐号", "账户", "帐户", "开户"}, 30}
	announcesCall = announcement{[]string{"电话", "手机", "联系", "热线", "电联", "致电", "拨打", "微信", "移动号", "号码", "tel", "phone", "mobile"}, 24}
)

// otherNumber announces an amount or a number of some thing.
var otherNumber = []string{
	"¥", "￥", "$", "＄", "金额", "资金", "投资", "收入", "支出", "预算", "决算", "产值", "总额", "税额", "贷款", "补贴", "编号", "索引号", "文号", "流水号", "备案号", "代码", "序号", "批次", "订单", "订单号", "单号", "合同号", "许可证", "许可证号", "证书号", "注册号", "案号", "受理号", "登记号", "标识码", "ISBN", "ISSN",
}

// ofThing reports whether a text ends with one of these words.
func ofThing(before string) bool {
	before = strings.TrimRight(before, "为是达计约共：: “\"")
	return slices.ContainsFunc(otherNumber, func(w string) bool { return strings.HasSuffix(before, w) })
}

// rowNames end the labels of the rows of the form that have three figures.
var rowNames = []string{"规章", "规范性文件", "規範性文件", "许可", "許可", "事项", "事項", "处罚", "處罰", "强制", "強制", "措施"}

// ofRow reports whether a text ends with the label of a row of the form, behind
// which figures stand as in text whose table is gone.
func ofRow(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	return slices.ContainsFunc(rowNames, func(w string) bool { return strings.HasSuffix(before, w) })
}

type announcement struct {
	words []string
	reach int // characters, none of them the end of a sentence
}

// in reports whether a text ends with one of the words and what may stand
// behind it.
func (a announcement) in(before string) bool {
	for _, stop := range []string{"。", "；"} {
		if i := strings.LastIndex(before, stop); i >= 0 {
			before = before[i+len(stop):]
		}
	}
	before = strings.ToLower(before)
	for _, w := range a.words {
		if !strings.Contains(before, w) {
			continue // sooner told
		}
		if i := strings.LastIndex(before, w); i >= 0 && utf8.RuneCountInString(before[i+len(w):]) <= a.reach {
			return true
		}
	}
	return false
}

var (
	publicAccount = regexp.MustCompile(`国库|财政|非税|对公|基本户|单位账|本机关|专户|缴款`)
	oldCard       = regexp.MustCompile(`^[1-8][0-9]{5}[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}$`)
	calledAfter   = regexp.MustCompile(`^[）)]?[（(]?(?:手机|微信|电话|联系)`)
	// unit behind a number makes it a count or an amount.
	unit = regexp.MustCompile(`^ ?(?:[余多]?(?:元|万|亿|美元|平方|㎡|亩|公斤|千克|吨|人|次|条|件|字|千瓦|度|立方|米|页|份|户|股|个|家|项|笔|名|辆|台|套)|[%％‰]|KB|MB|kWh)`)
)

// callable reports whether digits like those of a mobile number are meant as
// one. Digits in one run are unless the words say otherwise; in pieces they
// need the usual groups and something that speaks for them.
func (st *stream) callable(before, after string, first, last int, sizes []int, worst gap) bool {
	said := func() bool { return announcesCall.in(before) || calledAfter.MatchString(after) }
	if len(sizes) == 1 {
		if unit.MatchString(after) || ofThing(before) {
			return false
		}
		if r, _ := utf8.DecodeLastRuneInString(before); r == '.' || r == '/' || r == '=' || r == '_' || latin(r) && !said() {
			return false // part of an address, a code or a decimal
		}
		// 0375-13812345678 is none, 86-13812345678 is.
		return first == 0 || st.runs[first-1].gap != hyphen || strings.HasSuffix(st.s[:st.runs[first-1].end], "86") || said()
	}
	if first > 0 && st.runs[first-1].gap == hyphen && st.s[st.runs[first-1].start:st.runs[first-1].end] != "86" {
		return false
	}
	announced := said()
	switch {
	case announced && worst == cell: // counts may stand in cells behind 电话, too
		return len(sizes) == 2 || len(sizes) == 11 || grouped(sizes)
	case announced:
		return len(sizes) <= 5 || len(sizes) == 11
	case worst == hyphen:
		return grouped(sizes) && !unit.MatchString(after)
	case worst == space:
		// Three counts side by side are no number; none of them begins with 0.
		return grouped(sizes) && (first == 0 || st.runs[first-1].gap == wide) && !unit.MatchString(after) && !ofRow(before)
	}
	return st.wrapped(first, last, sizes) && !unit.MatchString(after) && !ofThing(before)
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
