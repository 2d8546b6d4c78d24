package body

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/han"
)

// IsName reports whether a short text is the name of a body, or ends as one.
func IsName(s string) bool {
	if len(s) > 240 || strings.ContainsAny(s, "：:。；;，,>＞»、") {
		return false // 联系人：办公室
	}
	n := han.Fold(Plain(s))
	if c := utf8.RuneCountInString(n); c < 3 || c > 32 {
		return false
	}
	for _, r := range n {
		if !unicode.Is(unicode.Han, r) && r != '·' && r != '（' && r != '）' {
			return false
		}
	}
	for _, w := range notBegin {
		if strings.HasPrefix(n, w) {
			return false
		}
	}
	for _, w := range notInside {
		if strings.Contains(n, w) {
			return false
		}
	}
	return endOf(n).words != nil || IsPlace(n)
}

// Words that no name begins with or holds: they belong to a sentence.
var (
	notBegin  = strings.Fields("我 本 各 该 其 全 及 和 与 对 由 为 向 在 经 按 据 依 县级以上 上级 下级 有关 相关 所属 下属 同级 联系 关于 通过 以及 第")
	notInside = strings.Fields("根据 按照 依据 公开 公布 报告 要求 认真 年度 的 了 是 我局 本局 《 》 工作 情况")
)

// Plain is a name without what surrounds it: white space, the marks that stand
// for characters lost, and the second name in brackets.
func Plain(name string) string {
	n := strings.Map(func(u rune) rune {
		if unicode.IsSpace(u) || u == '\u200b' || u == '\ufeff' {
			return -1
		}
		return u
	}, name)
	n = strings.TrimFunc(n, func(u rune) bool { return strings.ContainsRune(lost, u) || strings.ContainsRune(around, u) })
	n = CutAlias(n)
	if half := len(n) / 2; len(n)%2 == 0 && half >= 6 && n[:half] == n[half:] {
		return n[:half] // 青禾县司法局青禾县司法局
	}
	return n
}

const (
	lost   = "?？□■▢�*＊"
	around = "《》“”\"'「」『』、.．：:-—_·"
)

// TrimLost cuts runs of marks that stand for characters lost off both ends.
func TrimLost(s string) string {
	return strings.TrimFunc(s, func(u rune) bool { return strings.ContainsRune(lost, u) || unicode.IsSpace(u) })
}

// CutAlias removes the second name that a body has in brackets: 政务服务局
// （行政审批局）. A part of the name in brackets stays: 云岭（青禾）开发区.
func CutAlias(s string) string {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		for {
			i := strings.Index(s, b[0])
			if i <= 0 {
				break
			}
			j := strings.Index(s[i:], b[1])
			if j < 0 {
				return s[:i]
			}
			if i+j+len(b[1]) < len(s) && !alias(s[i+len(b[0]):i+j]) {
				break
			}
			s = s[:i] + s[i+j+len(b[1]):]
		}
	}
	return s
}

// alias reports whether words in brackets are another name.
func alias(s string) bool {
	for _, w := range [...]string{"以下", "下称", "简称", "统称", "以下简"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return utf8.RuneCountInString(s) >= 4 && endOf(s).words != nil
}

// Same reports whether two names may be of one body: one ends in the other, or
// is its short form (市发改委, 市发展和改革委员会).
func Same(a, b string) bool {
	a, b = short(a), short(b)
	if a == "" || b == "" {
		return false
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	return strings.HasSuffix(a, b) || KindOf(a) == KindOf(b) && subsequence([]rune(b), []rune(a)) && lastRune(a) == lastRune(b)
}

// short writes the government's and the committee's name in their short forms.
func short(n string) string {
	n = han.Fold(Plain(n))
	n = strings.NewReplacer("人民政府", "政府", "委员会", "委", "管理委", "管委").Replace(n)
	if IsPlace(n) {
		n += "政府"
	}
	return strings.TrimSuffix(n, "会")
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// subsequence reports whether the characters of a stand in b in their order.
func subsequence(a, b []rune) bool {
	for _, r := range b {
		if len(a) > 0 && a[0] == r {
			a = a[1:]
		}
	}
	return len(a) == 0
}
