package fact

import (
	"testing"

	"ogi/generator/report"
)

func TestFigures(t *testing.T) {
	for s, want := range map[string]report.Scope{
		"本报告所列数据为全县各级行政机关汇总数据。":             report.ScopeArea,
		"本报告数据统计范围包括区政府及各部门、各街道办事处。":        report.ScopeArea,
		"报告数据仅包括本机关，不含所属事业单位。":              report.ScopeOwn,
		"本报告中所列数据不含下级行政机关。":                 report.ScopeOwn,
		"报告所列数据仅限青禾县气象局机关（以下简称机关）。":         report.ScopeOwn,
		"统计范围为局机关，不含下属单位。":                  report.ScopeOwn,
		"统计口径为本级。":                          report.ScopeOwn,
		"注：表中数据只统计县本级。":                     report.ScopeOwn,
		"上述数据未包括所属事业单位。":                    report.ScopeOwn,
		"统计范围为全县各级行政机关。":                    report.ScopeArea,
		"本报告中的数据为全市汇总数。":                    report.ScopeArea,
		"所列数据包括局机关及所属单位。":                   report.ScopeArea,
		"报告数据涵盖机关本级及下属单位。":                  report.ScopeArea,
		"统计数据反映，机关作风明显好转。":                  report.ScopeUnclear,
		"2024年，全市共受理政府信息公开申请 3119 件。":       report.ScopeUnclear,
		"统筹全区各部门做好政务公开工作。":                  report.ScopeUnclear,
		"本年度报告中所列数据统计期限从1月1日到12月31日止。":      report.ScopeUnclear,
		"全文包括总体情况、主动公开政府信息情况等六部分，并附相关统计数据。": report.ScopeUnclear,
	} {
		if got, _, _ := Figures(s); got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
}
