package han

import "strings"

// mirrored are words that mirrors in Traditional characters write for ours,
// after their characters were folded. Several are words of ours too (资讯,
// 档案, 专案), so they count only where a Traditional character was written.
var mirrored = []struct{ theirs, ours string }{
	{"资讯", "信息"},
	{"列资料", "列数据"}, // 本列資料的勾稽關係
	{"专案", "项目"},
	{"透过", "通过"},
	{"释出", "发布"},
	{"软体", "软件"},
	{"网路", "网络"},
	{"连结", "链接"},
	{"瞭解", "了解"},
	{"入口网站", "门户网站"},
}

// documents are what stands before 檔案 where it is 文件. Elsewhere it may be
// 档案, an archive (檔案局).
var documents = []string{"性", "红头", "政策", "重要", "公文", "制发", "印发", "发布", "的", "类", "份", "件"}

// covers are what follows 覆 where it is no 复.
var covers = []string{"盖", "没", "灭", "辙"}

// ours puts our word for each of a mirror's. out is s with its characters
// folded.
func ours(out []byte, s string) {
	at := func(i int, w string) bool {
		return i >= 0 && strings.HasPrefix(string(out[i:min(i+len(w), len(out))]), w)
	}
	any := func(i int, behind bool, ws []string) bool {
		for _, w := range ws {
			if j := i; behind && at(j, w) || !behind && at(j-len(w), w) {
				return true
			}
		}
		return false
	}
	folded := string(out)
	for _, w := range mirrored {
		for i := range places(folded, w.theirs) {
			if s[i:i+len(w.theirs)] != w.theirs {
				copy(out[i:], w.ours)
			}
		}
	}
	for i := range places(folded, "档案") {
		if s[i:i+len("档案")] != "档案" && any(i, false, documents) {
			copy(out[i:], "文件")
		}
	}
	for i := range places(folded, "覆") {
		before := any(i, false, []string{"答", "回", "批", "反", "行政", "请"})
		if after := any(i+len("覆"), true, []string{"议", "信", "函", "核", "查"}); (before || after) && !any(i+len("覆"), true, covers) {
			copy(out[i:], "复")
		}
	}
}

// places are where w stands in s.
func places(s, w string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := strings.Index(s[from:], w)
			if i < 0 || !yield(from+i) {
				return
			}
			from += i + len(w)
		}
	}
}
