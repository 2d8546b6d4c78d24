package render_test

import (
	"fmt"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// rules of the fixtures, one that fails, one that cannot tell, one guard.
var (
	balance = &check.Rule{
		ID: "requests-balance", Title: tongue.Of("收办平衡", "requests balance"), Found: tongue.Of("收办不平衡", "requests do not balance"), Family: check.CrossFooting,
		Severity: check.S1, Grade: check.Printed, Basis: tongue.Of("年度报告格式，表三表头", "head of table three"),
		Formula: "新收 + 结转 = 办结 + 结转下年", MayBeWrong: tongue.Of("行列对错位", "rows mapped wrongly"),
	}
	noDate = &check.Rule{
		ID: "no-date", Title: tongue.Of("可核日期", "a date"), Found: tongue.Of("未见可核日期", "no date"), Family: check.Timeliness, Severity: check.S3,
		Grade: check.Heuristic, Basis: tongue.ZH("条例第四十九条"),
	}
	leftover = &check.Rule{
		ID: "leftover-markup", Title: tongue.Of("有无残留", "traces of a template"), Found: tongue.Of("模板残留", "template residue"), Family: check.Language,
		Severity: check.S3, Grade: check.Heuristic, Guard: true, Basis: tongue.ZH("经验"),
	}
	allRules = []*check.Rule{balance, noDate, leftover}
)

// full is an archive with every kind of cell, finding, note and gap. evil
// stands wherever a report's own words may stand.
func full(evil string) page.Input {
	a := &archive.Agency{
		Slug: "example-sfj", Name: "示例市司法局" + evil, Region: "320813", Kind: archive.Department,
		Level: archive.County, Function: "justice", Homepage: "https://www.example.org/",
		Names: []config.Name{{Name: "示例市法制局" + evil, To: 2018}},
	}
	old := filled(form.F2019, evil)
	now := filled(form.F2021, evil)
	one := filled(form.F2021OneRow, evil)
	for i, e := range []*archive.Entry{
		{Year: 2018, Report: free(evil)},
		{Year: 2020, Report: old},
		{Year: 2023, Report: one},
		{Year: 2024, Meta: config.Year{Withdrawn: "含个人信息" + evil}},
		{Year: 2025, Report: now, Meta: config.Year{
			Source: "https://www.example.org/2025.html", Captured: "2026-02-03", Edition: "abridged", Published: "2026-01-15",
		}},
	} {
		e.Agency, e.Path = a, fmt.Sprintf("content/example-sfj/%d.txt", e.Year)
		e.SHA256, e.Size = strings.Repeat(fmt.Sprint(i), 64), 9000
		e.Files = []archive.File{{Path: e.Path, Role: "main", SHA256: e.SHA256, Size: e.Size}}
		if e.Year == 2025 {
			e.Files = append(e.Files, archive.File{Path: "content/example-sfj/2025-1.xlsx", Role: "attachment", SHA256: "1"})
		}
		a.Reports = append(a.Reports, e)
	}
	bare := &archive.Agency{Slug: "nothing", Name: "还没有报告的机关", Former: []string{"nobody"}}
	in := page.Input{
		Archive: archive.New(config.Site{
			Title: "示例档案", Description: "示例", BaseURL: "https://example.org/ogi/", Contact: "mailto:a@example.org?subject={rule}&body={report}",
			Licence: config.Licence{Data: "CC0 1.0"}, Badges: "families", Data: config.Data{Formats: []string{"agencies", "csv", "excel", "jsonl", "parquet", "sqlite", "xlsx"}},
		}, []*archive.Agency{a, bare}),
		Results: check.Results{}, Rules: allRules, Version: "0",
		RuleDoc: func(id string) string { return "## 这条规则查什么\n\n见[方法](/method/)。" },
		Pages: markdown.Pages(map[string]markdown.Doc{
			"about.md": {Title: "关于", Body: "<p>正文。</p>\n"}, "about.en.md": {Title: "About", Body: "<p>Text.</p>\n"}, "method.md": {Body: "<p>正文</p>\n"},
		}),
	}
	e := a.Reports[4]
	in.Results[e] = judged(now, evil)
	for _, o := range a.Reports[:3] {
		in.Results[o] = &check.Judgement{Verdicts: []check.Verdict{{Rule: balance, Status: check.Pass, Counts: check.Counts{0, 7}}}}
	}
	return in
}

func judged(r *report.Report, evil string) *check.Judgement {
	cell := func(key string) check.Operand { return check.CellOf(r, key, "") }
	j := &check.Judgement{
		Verdicts: []check.Verdict{
			{Rule: balance, Status: check.Fail, Counts: check.Counts{0, 5, 0, 1, 1}},
			{Rule: noDate, Status: check.Hint, Counts: check.Counts{0, 0, 1}},
			{Rule: leftover, Status: check.Hint, Counts: check.Counts{0, 0, 1}},
		},
		Findings: []check.Finding{
			{
				Rule: balance, Status: check.Fail, Severity: check.S1, Message: tongue.Of("表三“总计”列收办不平衡，与表头公式不符", "total column does not balance"),
				Formula: "95 + 0 ≠ 94 + 0" + evil, Responsible: check.BySource, Pos: r.Cell("requests.received.total").Pos,
				Operands: []check.Operand{cell("requests.received.total"), cell("requests.carried_in.total")},
				Note:     &config.Note{Rule: "requests-balance", Status: check.Explained, Text: "机关说明" + evil, By: "某人", Date: "2026-03-01"},
			},
			{
				Rule: balance, Status: check.Unknown, Severity: check.S1, Message: tongue.ZH("“其他”列有一格为空，无法判断" + evil), Responsible: check.ByMixed,
				Operands: []check.Operand{
					cell("requests.received.other"), cell("requests.received.research"), cell("requests.carried_in.other"),
					cell("requests.carried_in.enterprise"), cell("requests.carried_in.research"), cell("requests.carried_in.other"),
				},
			},
			{Rule: noDate, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("未见落款日期"), Responsible: check.ByMixed},
			{Rule: leftover, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("行尾有转换残留"), Responsible: check.ByParser, Pos: place.Pos{Line: 1, Col: 1}},
		},
		Stale: []config.Note{{Rule: "no-date", Status: check.Disputed, Text: "旧回复" + evil}},
	}
	for range 7 { // more than stand open
		j.Findings = append(j.Findings, check.Finding{
			Rule: noDate, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("另一处" + evil), Formula: "1 ≠ 2" + evil,
			Operands: []check.Operand{{Label: "正文" + evil, Text: "某句" + evil, File: "content/other/2024.txt" + evil}},
		})
	}
	return j
}

// filled has a number in every cell, and in table three one of each other state.
func filled(f *form.Form, evil string) *report.Report {
	r := &report.Report{
		File: "content/example-sfj/2025.txt", Form: f, Layout: "tab", Encoding: "UTF-8", Coverage: 0.987,
		Title:  report.Text{Text: "示例市司法局2025年政府信息公开工作年度报告" + evil, Pos: place.Pos{Line: 1, Col: 1}},
		Signed: report.Date{Year: 2026, Month: 1, Day: 12, Text: "2026年1月12日", Pos: place.Pos{Line: 2, Col: 1}},
		Scope:  report.ScopeOwn, ScopeWords: report.Text{Text: "本机关" + evil, Pos: place.Pos{Line: 2, Col: 1}},
		Leftover: []report.Text{{Text: "多出的字" + evil, Pos: place.Pos{Line: 3, Col: 1}}},
		Readings: []string{"第3行按制表符分列" + evil},
		Preamble: []report.Text{{Text: "本报告按条例编制。" + evil}},
	}
	for i := range r.Tables {
		r.Tables[i] = report.Table{Found: true, Pos: place.Pos{Line: 4 + i*100, Col: 1}}
	}
	r.Tables[1].Problems = []report.Text{{Text: "一行少一格" + evil, Pos: place.Pos{Line: 9, Col: 1}}}
	r.View = []report.ViewLine{
		{Text: r.Title.Text, Pos: place.Pos{Line: 1, Col: 1}},
		{Text: "正文" + evil, Pos: place.Pos{Line: 2, Col: 1}},
	}
	for i, d := range f.Defs {
		n := int64(i * i)
		if i%3 == 1 {
			n = 0
		}
		line := 4 + i
		c := report.Cell{State: report.Number, Value: report.Int(n), Raw: fmt.Sprint(n), Pos: place.Pos{Line: line, Col: 3}}
		switch d.Key {
		case "requests.received.other":
			c = report.Cell{State: report.Blank, Pos: c.Pos}
		case "requests.received.research":
			c = report.Cell{State: report.Dash, Raw: "—", Pos: c.Pos}
		case "requests.carried_in.other":
			c = report.Cell{}
		case "requests.carried_in.enterprise":
			c = report.Cell{State: report.Garbled, Raw: "3O" + evil, Pos: c.Pos, Why: report.OneOf.With("3O"+evil, "30")}
		case "requests.carried_in.research":
			c.Recovered, c.Why = true, report.OnlyWayToAdd.Of(6, 7)
		case "requests.granted.total":
			c.Dirty, c.Raw = true, "3件"+evil
		}
		if d.Amount {
			c.Value, c.Unit = report.Decimal{Unscaled: 123450, Scale: 2}, report.WanYuan
		}
		r.Cells = append(r.Cells, c)
		text := "行" + evil
		if c.Raw != "" {
			r.Marks = append(r.Marks, report.Mark{Line: int32(len(r.View)), Start: 2, End: int32(2 + len([]rune(c.Raw))), Cell: int32(i)})
			r.View = append(r.View, report.ViewLine{Text: "栏\t" + c.Raw, Pos: place.Pos{Line: line, Col: 1}})
			continue
		}
		r.View = append(r.View, report.ViewLine{Text: text, Pos: place.Pos{Line: line, Col: 1}})
	}
	r.Sections = []report.Section{
		{N: 1, Printed: "一", Title: "总体情况", Pos: place.Pos{Line: 2, Col: 1}, Paras: []report.Text{
			{Text: "（一）主动公开"}, {Text: "全年公开信息150条。" + evil},
		}},
		{N: 2, Printed: "二", Title: "主动公开政府信息情况", Pos: place.Pos{Line: 3, Col: 1}},
		{N: 3, Printed: "三", Title: "收到和处理政府信息公开申请情况" + evil, Paras: []report.Text{
			{Text: "表前的话。", Pos: place.Pos{Line: 3, Col: 1}}, {Text: "表后的话。", Pos: place.Pos{Line: 300, Col: 1}},
		}},
		{N: 5, Printed: "五", Title: "存在的主要问题及改进情况"},
		{N: 0, Printed: "七", Title: "附件"},
	}
	return r
}

// free is a report of before 2019: prose alone.
func free(evil string) *report.Report {
	return &report.Report{
		Form: form.Free, Layout: "text", Coverage: 1, Title: report.Text{Text: "2018年政府信息公开工作年度报告" + evil},
		Sections: []report.Section{{Printed: "一", Title: "概述", Paras: []report.Text{{Text: "正文。" + evil}}}},
		View:     []report.ViewLine{{Text: "一、概述" + evil, Pos: place.Pos{Line: 1, Col: 1}}},
	}
}
