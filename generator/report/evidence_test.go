package report

import (
	"regexp"
	"slices"
	"testing"
	"unicode"
)

// Each evidence has a sentence of its own in both languages, and both name the same.
func TestEachEvidenceHasItsSentences(t *testing.T) {
	names := regexp.MustCompile(`\{[^}]*\}`)
	zh, en := map[string]Evidence{}, map[string]Evidence{}
	for e := Plainly + 1; e < Evidences; e++ {
		s := sentences[e]
		if s.ZH == "" || s.EN == "" {
			t.Errorf("%d lacks a sentence: %q", e, s)
		}
		if o, twice := zh[s.ZH]; twice {
			t.Errorf("%d and %d say the same: %s", o, e, s.ZH)
		}
		if o, twice := en[s.EN]; twice {
			t.Errorf("%d and %d say the same: %s", o, e, s.EN)
		}
		zh[s.ZH], en[s.EN] = e, e
		a, b := names.FindAllString(s.ZH, -1), names.FindAllString(s.EN, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%d names %q in one language and %q in the other", e, a, b)
		}
		for _, n := range a {
			if !slices.Contains([]string{"{n}", "{of}", "{all}", "{or}", "{0}", "{1}", "{2}", "{3}"}, n) {
				t.Errorf("%d names %s, which is nothing", e, n)
			}
		}
		for _, u := range s.EN {
			if unicode.Is(unicode.Han, u) {
				t.Errorf("%d speaks Chinese in English: %s", e, s.EN)
				break
			}
		}
	}
	if s := Plainly.Why().Text(); s.ZH != "" || s.EN != "" {
		t.Errorf("of what was read plainly is said %q", s)
	}
}

func TestSentencesNameWhatTheyHave(t *testing.T) {
	for _, c := range []struct {
		why    *Why
		zh, en string
	}{
		{
			OnlyWayToAdd.Of(6, 7), "本行有 6 个数，应为 7 个；只有这样对应时各项合计成立",
			"the row has 6 figures and should have 7; only in this way do the sums hold",
		},
		{
			OneOf.With("3", "", Lacking), "本行的数与栏目对不上，此处可能是 3 或 空白 或 缺失",
			"the row's figures do not match the columns; this may be 3 or blank or lacking",
		},
		{
			&Why{Evidence: BlanksLost, N: 2, Texts: []string{"3", "4"}}, "本行印有 2 个数（3 4），文字没有保留表格，空白的栏目没有留下位置",
			"the row has 2 figures (3 4), and the text has not kept the table nor where it is blank",
		},
		{
			CopiesDiffer.With("{1}", "3:4", "9", "5:6"), "表格在文件中有两份，此处一份是 {1}（3:4），一份是 9（5:6）",
			"the file has the table twice: here one copy has {1} (3:4), the other 9 (5:6)",
		},
	} {
		if got := c.why.Text(); got.ZH != c.zh || got.EN != c.en {
			t.Errorf("got\n%s\n%s, want\n%s\n%s", got.ZH, got.EN, c.zh, c.en)
		}
	}
}

func TestWhysAreEqualThatSayTheSame(t *testing.T) {
	a, b := OneOf.With("3", "4"), OneOf.With("3", "4")
	for _, c := range []struct {
		a, b *Why
		want bool
	}{
		{nil, nil, true},
		{nil, a, false},
		{a, nil, false},
		{a, b, true},
		{a, OneOf.With("3", "5"), false},
		{a, a.Each(func(s string) string { return s + "0" }), false},
		{AllWaysToAdd.Of(6, 7), AllWaysToAdd.Of(6, 7), true},
		{AllWaysToAdd.Of(6, 7), AllWaysToAdd.Of(5, 7), false},
		{AllWaysToAdd.Of(6, 7), OnlyWayToAdd.Of(6, 7), false},
	} {
		if got := c.a.Equal(c.b); got != c.want {
			t.Errorf("%q and %q: equal is %v", c.a, c.b, got)
		}
	}
	if a.Texts[0] != "3" {
		t.Error("a Why was changed, which cells share")
	}
}
