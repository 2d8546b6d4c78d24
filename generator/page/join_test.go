package page

import "testing"

func TestJoinRemarks(t *testing.T) {
	for _, c := range [][3]string{
		{"", "", ""},
		{"甲", "", "甲"},
		{"", "乙", "乙"},
		{"甲", "乙", "甲；乙"},
		{"未知：无可用报告", "无可用报告", "未知：无可用报告"},
	} {
		if got := join(c[0], c[1]); got != c[2] {
			t.Errorf("join(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
