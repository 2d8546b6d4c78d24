package identity

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/han"
)

// agencyIn cuts the agency out of a title: what stands before its year and
// subject, or between them (2023年青溪镇人民政府信息公开工作年度报告, where one 政府
// serves both), else what stands in brackets behind.
func agencyIn(title string) string {
	t := body.TrimLost(char.StripSpace(title))
	head, rest, ok := beforeSubject(t)
	if !ok {
		return ""
	}
	if name := authorIn(head); name != "" {
		return name
	}
	if i := strings.LastIndex(rest, "（"); i >= 0 && strings.HasSuffix(rest, "）") {
		return authorIn(rest[i+len("（") : len(rest)-len("）")])
	}
	return ""
}

// withoutNote cuts what stands in brackets before a title and names no body:
// （修订）青禾县水利局…, 【年度报告】青禾县…. Twelve characters are a note
// (note-in-brackets-before-the-title).
func withoutNote(t string) string {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}, {"【", "】"}, {"[", "]"}, {"〔", "〕"}} {
		rest, ok := strings.CutPrefix(t, b[0])
		if !ok {
			continue
		}
		if note, after, ok := strings.Cut(rest, b[1]); ok && after != "" && utf8.RuneCountInString(note) <= 12 && !body.IsName(note) && !body.IsPlace(note) {
			return after
		}
	}
	return t
}

// beforeSubject parts a title, or a clause, before its subject.
func beforeSubject(t string) (head, rest string, ok bool) {
	folded := han.Fold(t)
	i := max(strings.LastIndex(folded, "信息公开"), strings.LastIndex(folded, "政务公开"))
	if i < 0 {
		return "", "", false
	}
	head, rest = t[:i], t[i:]
	own := head
	for _, w := range [...]string{"政府", "政务"} {
		if strings.HasSuffix(han.Fold(head), w) {
			own = head[:len(head)-len(w)]
		}
	}
	if strings.HasSuffix(own, "人民") {
		own = head // 青溪镇人民政府信息公开
	}
	return own, rest, true
}

// authorIn is the body named before a year, or behind it where nothing is before.
func authorIn(head string) string {
	before, after := aroundYear(head)
	before, after = bare(before), bare(after)
	switch place := body.IsPlace(before); {
	case place && body.IsName(after) && !strings.HasPrefix(after, before) && !body.IsPlace(after):
		return body.Plain(before + after) // 云岭县2023年教育局…
	case place:
		return body.GovernmentOf(body.Plain(before))
	case body.IsName(before):
		return body.Plain(before)
	case body.IsPlace(after):
		return body.GovernmentOf(body.Plain(after))
	case body.IsName(after):
		return body.Plain(after)
	}
	return ""
}

// bare is a name without the words that lead to it and from it.
func bare(s string) string {
	s = withoutNote(s)
	if rest, ok := strings.CutPrefix(s, "附件"); ok {
		s = strings.TrimLeft(rest, "0123456789一二三：:.、")
	}
	for _, w := range [...]string{"现将", "关于", "公布", "印发", "发布", "做好", "报送", "转发"} {
		s = strings.TrimPrefix(s, w)
	}
	for _, w := range [...]string{"年度", "法治", "的", "关于"} {
		s = strings.TrimSuffix(s, w)
	}
	return s
}

// aroundYear gives what stands before and behind 2024年度, all of it before
// where there is no year.
func aroundYear(s string) (before, after string) {
	for i := 0; ; {
		k := strings.Index(s[i:], "年")
		if k < 0 {
			return s, ""
		}
		at := i + k
		i = at + len("年")
		if date.YearBefore(s[:at]) > 0 {
			return s[:date.YearStart(s, at)], strings.TrimPrefix(s[i:], "度")
		}
	}
}

// whoseIn finds the body that a sentence says the report is by: 现公布…, 特编制…,
// 现将…公布如下, 本报告由…编制, …编制了…, …根据《条例》编制本报告.
func whoseIn(sentence string) string {
	t := unquoted(body.CutAlias(char.StripSpace(sentence)))
	folded := han.Fold(t)
	if !strings.Contains(folded, "报告") && !strings.Contains(folded, "年报") {
		return ""
	}
	for from := 0; from < len(t); {
		end := len(t)
		if i := strings.IndexAny(t[from:], "，。；：！,;:!"); i >= 0 {
			end = from + i
		}
		if name := whoseClause(t[from:end], folded[from:end]); name != "" {
			return name
		}
		_, n := utf8.DecodeRuneInString(t[end:])
		from = end + max(n, 1)
	}
	return ""
}

// makes are the words for drawing up or giving out a report; before them stands
// who does it, behind them whose it is.
var (
	makes  = []string{"现将", "总结", "编制", "编写", "撰写", "制作", "形成", "公布", "发布", "公开", "提交", "汇总"}
	follow = []string{"根据", "按照", "依据", "依照", "严格", "认真", "在", "坚持", "深入", "全面", "现", "特", "组织", "负责", "依法", "编制", "编写", "制作", "撰写"}
)

func whoseClause(t, folded string) string {
	// 本报告由…编制
	for _, w := range [...]string{"报告由", "年报由"} {
		if i := strings.Index(folded, w); i >= 0 {
			i += len(w)
			if name := namedBefore(t[i:], folded[i:]); name != "" {
				return name
			}
			if name := authorIn(t[i:]); name != "" {
				return name
			}
		}
	}
	if head, rest, ok := beforeSubject(t); ok && char.HasAny(han.Fold(rest), []string{"报告", "年报", "工作情况"}) {
		if at, n := lastOf(han.Fold(head), makes); at >= 0 {
			behind := strings.TrimPrefix(head[at+n:], "了")
			if name := authorIn(behind); name != "" {
				return name
			}
			if name := leadIn(head[:at]); name != "" {
				return name
			}
		} else if name := leadIn(head); name != "" && strings.Contains(head, "年") {
			return name
		}
	}
	return leadIn(t)
}

// leadIn is the name that a clause begins with, before the words of what the
// body does.
func leadIn(t string) string {
	if name := namedBefore(t, han.Fold(t)); !body.IsPlace(name) {
		return name
	}
	return ""
}

// namedBefore is the name before the first of the words that may follow one.
func namedBefore(t, folded string) string {
	const tries = 3 // a word may be part of the name
	for from, n := 9, 0; from < len(t) && n < tries; n++ {
		k := -1
		for _, w := range follow {
			if i := strings.Index(folded[from:], w); i >= 0 && (k < 0 || i < k) {
				k = i
			}
		}
		if k < 0 {
			break
		}
		if name := authorIn(t[:from+k]); name != "" {
			return name
		}
		_, w := utf8.DecodeRuneInString(t[from+k:])
		from += k + w
	}
	return ""
}

// unquoted leaves out what stands in 《》: other documents' titles.
func unquoted(s string) string {
	for {
		i := strings.Index(s, "《")
		if i < 0 {
			return s
		}
		j := strings.Index(s[i:], "》")
		if j < 0 {
			return s[:i]
		}
		s = s[:i] + s[i+j+len("》"):]
	}
}

func hasAnyPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// lastOf is where the last of the words stands, -1 if none does.
func lastOf(s string, words []string) (at, n int) {
	at = -1
	for _, w := range words {
		if i := strings.LastIndex(s, w); i > at {
			at, n = i, len(w)
		}
	}
	return at, n
}

// eachAgency gives the names that begin a clause and look like 抚顺市司法局: a
// place and a body. Fewer than five characters are a kind of body more than a name
// (no-title-line).
func eachAgency(s string, yield func(name string, off int)) {
	const longest = 30 * utf8.UTFMax // bytes of a name with what leads to it
	from := 0
	for i := 0; i < len(s); {
		u, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("局委府厅办处院心会", u) {
			if strings.ContainsRune("，。；：、,;:（）()“”《》 年月日", u) {
				from = i + n
			}
			i += n
			continue
		}
		name := s[from : i+n]
		if len(name) > longest { // nothing ends a clause in 县财政局县财政局…
			i += n
			continue
		}
		for _, lead := range [...]string{"现将", "度", "由", "在", "向", "对", "与", "和", "是", "为", "将", "按照", "根据"} {
			name = strings.TrimPrefix(name, lead)
		}
		if c := utf8.RuneCountInString(name); c >= 5 && strings.ContainsAny(name[:len(name)-n], "省市县区州旗盟") && body.IsName(name) {
			yield(name, i+n-len(name))
		}
		i += n
	}
}
