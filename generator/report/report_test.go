package report

import "testing"

func TestSubheadings(t *testing.T) {
	for s, want := range map[string]bool{
		"（一）主动公开情况": true, "(二)平台建设": true, "（一）主动公开。全年150条": false, "（1）说明": false, "一、总体情况": false, "（": false, "（）": false,
		"（三）这一行太长不会是标题而是一段话的开头没有句号也不算标题": false,
	} {
		if IsSubheading(s) != want {
			t.Errorf("%s: got %v", s, !want)
		}
	}
}
