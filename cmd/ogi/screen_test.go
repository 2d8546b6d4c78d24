package main

import (
	"context"
	"strings"
	"testing"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/tongue"
)

func TestWrapKeepsWordsAndMarksTogether(t *testing.T) {
	for _, c := range []struct {
		why, text string
		wide      int
		want      string
	}{
		{"Chinese breaks anywhere", "总计列收办不符", 8, "总计列收|办不符"},
		{"no line begins with a stop", "总计列收，办不符。", 8, "总计列|收，办不|符。"},
		{"no line ends with an opening mark", "见表三（总计）", 8, "见表三|（总计）"},
		{"a number stays whole", "共收到1234件申请", 8, "共收到|1234件申|请"},
		{"words break at spaces", "twenty does not equal 18", 12, "twenty does|not equal 18"},
		{"an endless word is cut", "carry-over-continuity", 10, "carry-over|-continuit|y"},
		{"signs of unsure width count as wide", "20 ≠ 17", 7, "20 ≠|17"},
		{"nothing", "", 8, ""},
	} {
		if got := strings.Join(wrap(c.text, c.wide), "|"); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}

func FuzzWrapLosesNothing(f *testing.F) {
	f.Add("正文称“本年度未发出收费通知”，与表三（六）2 ≠ 0不符。", 20)
	f.Fuzz(func(t *testing.T, text string, wide int) {
		wide = 4 + (wide%97+97)%97
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		lines := wrap(text, wide)
		if bare(strings.Join(lines, "")) != bare(string([]rune(text))) {
			t.Errorf("%q became %q", text, lines)
		}
	})
}

func TestOnATerminalFindingsStandUnderTheirReport(t *testing.T) {
	js, _, err := generator.Judge(context.Background(), generator.Request{Paths: []string{"testdata/report.txt"}})
	if err != nil || len(js) != 1 {
		t.Fatal(js, err)
	}
	var b strings.Builder
	fs := []folded{
		{Finding: check.Finding{Rule: &check.Rule{ID: "a-rule", Title: tongue.ZH("甲")}, Status: check.Unknown, Severity: check.S1, Message: tongue.ZH("未收录上年年报，无法核对。")}, more: 1, rules: []string{"a-rule", "b-rule"}, told: tongue.ZH("未收录2022年年报，2项无从核对。")},
		{Finding: check.Finding{Rule: &check.Rule{ID: "c-rule", Found: tongue.ZH("丙")}, Status: check.Fail, Severity: check.S2, Message: tongue.ZH("总计列收办：23与18不符，请核对本年新收与上年结转。"), Formula: "20 + 3 ≠ 17 + 1"}, rules: []string{"c-rule"}},
	}
	fs[1].Operands = []check.Operand{check.CellOf(js[0].Entry.Report, "requests.received.total", "")}
	fs[1].Pos = fs[1].Operands[0].Pos
	screen{wide: 40}.report(&b, js[0], fs)
	want := `testdata/report.txt
  未见不符 · 核对108项，另8项无从核对
  S2 不符  表三 第1行 总计列（第41行第37字）
    总计列收办：23与18不符，请核对本年新
    收与上年结转。
    20 + 3 ≠ 17 + 1
    丙 c-rule
  无法判断
    未收录2022年年报，2项无从核对。
    a-rule, b-rule
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
