package decode_test

import (
	"testing"

	"ogi/generator/report"
)

func TestPeriodOverLineEnds(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"所列数据的统计期限自 2024 年 1 月 1 日\n起至 2024 年 12 月 31 日止。", "3:12", "4:4"},
		{"所列数据统计\n期限从2024年1月1日至2024年12\n月31日。", "4:4", "4:14"},
		{"所列数据的统计期限为2024年1月1日至12月31日。", "3:11", "3:21"},
	} {
		r := decoded(t, "2024.txt", []byte("青禾县水务局2024年政府信息公开工作年度报告\n\n"+c.text+"\n\n一、总体情况\n工作平稳。\n"))
		p := r.Period
		if p[0].Year != 2024 || p[0].Month != 1 || p[0].Day != 1 || p[1].Year != 2024 || p[1].Month != 12 || p[1].Day != 31 {
			t.Errorf("%q: got %v", c.text, p)
		}
		if got := [2]string{p[0].Pos.String(), p[1].Pos.String()}; got != [2]string{c.from, c.to} {
			t.Errorf("%q: places %v, want %s and %s", c.text, got, c.from, c.to)
		}
	}
	if r := decoded(t, "2024.txt", []byte("青禾县水务局2024年政府信息公开工作年度报告\n\n一、总体情况\n统计了2024年1月1日\n当天的来访。12月31日闭馆。\n")); r.Period != [2]report.Date{} {
		t.Errorf("a sentence about days: got %v", r.Period)
	}
}
