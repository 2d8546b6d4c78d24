package generator

import (
	"testing"

	"ogi"
	"ogi/generator/check"
	"ogi/generator/rule"
)

// Each rule's page can show a sample that it speaks up about and one that it
// does not, each with what it says.
func TestSamplesOfEveryRule(t *testing.T) {
	for _, r := range rule.All {
		loud, quiet := 0, 0
		for _, s := range samples(ogi.Files, r.ID) {
			if s.About == "" {
				t.Errorf("%s: a sample without a word about it", r.ID)
			}
			switch s.Status {
			case check.Fail, check.Hint:
				loud++
				if len(s.Said) == 0 {
					t.Errorf("%s: %s: nothing said", r.ID, s.About)
				}
			case check.Pass:
				quiet++
			}
		}
		if loud == 0 || quiet == 0 {
			t.Errorf("%s: %d samples speak up, %d pass", r.ID, loud, quiet)
		}
	}
}

// From the second version on every rule's page tells how the rule changed.
func TestRulePagesTellTheirHistory(t *testing.T) {
	if Version != "0.1.0" {
		t.Error("pages of rules say “unchanged since 0.1.0” unless they have a heading 沿革; give each rule changed since such a part, then update this test")
	}
}

func TestChangesInWords(t *testing.T) {
	for line, want := range map[string]string{
		"cell requests.received.total = 96": "“表三 一、本年新收政府信息公开申请数量 总计”填96",
		"cell requests.received.total =":    "“表三 一、本年新收政府信息公开申请数量 总计”填空",
		"row requests.carried_out = 0 0":    "“表三 四、结转下年度继续办理”一行填0、0",
		"replace 甲 => 乙":                    "“甲”改为“乙”",
		`after 一、总体情况 => \n一句`:              "在“一、总体情况”之后加“一句”",
		"drop 2025年1月20日":                   "删去含“2025年1月20日”的行",
		"as html":                           "",
	} {
		if got := change(line); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
