package passage

import (
	"strings"
	"testing"

	"ogi/generator/report"
)

// What is quoted begins where a reader would begin to read.
func TestBegin(t *testing.T) {
	long := strings.Repeat("长", 30)
	for _, c := range []struct{ text, at, want string }{
		{"（三）政府信息管理情况。", "三", "（三）政府信息管理情况。"},
		{"前文。2024年我局没有收到申请。", "年我局", "2024年我局没有收到申请。"},
		{"前文。后文，再后文。", "再", "后文，再后文。"},
		{long + "，" + long + "甲乙", "甲", long + "甲乙"},
		{long + long + "2024年甲", "4年", "2024年甲"},
		{long + long + "甲", "甲", "甲"},
	} {
		at := strings.Index(c.text, c.at)
		if got := c.text[Begin(c.text, at, 40):]; got != c.want {
			t.Errorf("%s at %s: %s, want %s", c.text, c.at, got, c.want)
		}
	}
}

func TestLongestBeginsAtSentence(t *testing.T) {
	one := func(s string) *Passage {
		g := &Passage{paras: []report.Text{{Text: s}}}
		g.walk(func(c rune, _ spot) { g.runes = append(g.runes, c) })
		return g
	}
	a, b := Longest(
		one("开头不同。（三）政府信息管理情况按照条例要求逐条落实，做到应公开尽公开。"),
		one("另一开头。我局高度重视政府信息管理情况按照条例要求逐条落实，做到应公开尽公开。"))
	if !strings.HasPrefix(a.Text, "（三）政府信息管理") {
		t.Errorf("mine begins %s", a.Text)
	}
	if !strings.HasPrefix(b.Text, "我局高度重视政府信息管理") {
		t.Errorf("theirs begins %s", b.Text)
	}
}
