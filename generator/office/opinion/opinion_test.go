package opinion_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/office/opinion"
	"ogi/generator/office/roster"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

const evil = "=1+1<b>&\"]]>\x00\x1b[31m{{.}}</w:t>"

// folder is one unit with a sum that does not hold, a hint about words and two
// rules that lack last year's report, and a unit that handed nothing in. The
// words come from a report and mean harm.
func folder() opinion.Folder {
	r := &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs)), Sections: []report.Section{{N: 1, Printed: "一", Title: "总体情况", Pos: place.Pos{Line: 3, Col: 1}}}}
	rule := func(id string) *check.Rule {
		return &check.Rule{ID: id, Title: tongue.ZH("甲" + id), Basis: tongue.ZH("年度报告格式")}
	}
	a, b, c, d := rule("a"), rule("b"), rule("c"), rule("d")
	key := "requests.denied.state_secret.natural_person"
	j := &check.Judgement{
		Verdicts: []check.Verdict{{Rule: a, Counts: check.Counts{0, 1, 0, 0, 1}}, {Rule: b, Counts: check.Counts{0, 0, 1}}, {Rule: c}, {Rule: d}},
		Findings: []check.Finding{
			{Rule: b, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("用词" + evil + "不符"), Pos: place.Pos{Line: 5, Col: 1}, Operands: []check.Operand{{Label: "词", Text: evil}}},
			{Rule: a, Status: check.Fail, Severity: check.S1, Message: tongue.ZH("3与2不符。"), Formula: "3 ≠ 2", Pos: place.Pos{Line: 9, Col: 4}, Operands: []check.Operand{{Key: key, Text: "3", Pos: place.Pos{Line: 9, Col: 4}}}, MayBeWrong: tongue.ZH("串格。")},
			{Rule: c, Status: check.Unknown, Message: tongue.ZH("未收录2023年年报"), Lacks: "2023年年报"},
			{Rule: d, Status: check.Unknown, Message: tongue.ZH("未收录2023年年报"), Lacks: "2023年年报"},
		},
	}
	return opinion.Folder{Year: 2024, Cases: []opinion.Case{
		{Unit: roster.Unit{Name: "甲县" + evil}, File: "a.docx", SHA256: "1", Entry: &archive.Entry{Report: r}, Judgement: j},
		{Unit: roster.Unit{Name: "乙县"}},
	}}
}

func TestSheetTellsWhereAndWhat(t *testing.T) {
	sheets, _ := opinion.Sheets(folder(), opinion.Record{})
	s := sheets[0]
	if s.Summary() != "请核对1条；提示1条；程序未能核对1条。" {
		t.Error(s.Summary())
	}
	l := s.Lines[0]
	if l.Table != "表三" || l.Row != "第5行 （三）不予公开 1.属于国家秘密" || l.Column != "自然人" || l.Value != "3" || l.Note() != "可能误判：串格" {
		t.Errorf("%+v", l)
	}
	if l := s.Lines[1]; l.Table != "正文" || l.Row != "一、总体情况" {
		t.Errorf("%+v", l)
	}
	if l := s.Lines[2]; l.Ask != "未提供2023年年报，以下各项未核对：甲c、甲d。" {
		t.Errorf("%+v", l)
	}
	if s := sheets[1]; s.State() != opinion.Missing || len(s.Lines) != 0 {
		t.Errorf("%s %v", s.State(), s.Lines)
	}
}

func TestWordsOfAReportHarmNoSheet(t *testing.T) {
	sheets, _ := opinion.Sheets(folder(), opinion.Record{})
	b, err := sheets[0].DOCX()
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(r); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	}
	if b, err = sheets[0].XLSX(); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := x.GetRows("修改意见表")
	if err != nil || len(rows) < 8 {
		t.Fatal(rows, err)
	}
	for i, row := range rows {
		for j := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if formula, _ := x.GetCellFormula("修改意见表", cell); formula != "" {
				t.Errorf("%s is a formula: %s", cell, formula)
			}
		}
	}
	o := opinion.Overview{Year: 2024, Round: 1, Sheets: sheets, Strays: []opinion.Stray{{File: evil, Note: evil}}}
	page, err := o.HTML()
	if err != nil || strings.Contains(string(page), "<b>") {
		t.Errorf("%v: a name became markup", err)
	}
	if _, err := o.XLSX(); err != nil {
		t.Error(err)
	}
}

func TestRecordOutlivesARoundThatWasNotHandedIn(t *testing.T) {
	_, r := opinion.Sheets(folder(), opinion.Record{})
	back, err := opinion.ReadRecord(r.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	none := folder()
	none.Cases[0] = opinion.Case{Unit: none.Cases[0].Unit}
	sheets, r := opinion.Sheets(none, back)
	if sheets[0].Round != 2 || !strings.Contains(strings.Join(sheets[0].Notes, ""), "上一轮意见2条") {
		t.Errorf("round %d: %v", sheets[0].Round, sheets[0].Notes)
	}
	again := folder()
	again.Cases[0].SHA256 = "2"
	again.Cases[0].Judgement.Findings = again.Cases[0].Judgement.Findings[:1]
	sheets, _ = opinion.Sheets(again, r)
	if s := sheets[0]; s.Round != 3 || s.Marked(opinion.Corrected) != 1 || s.Marked(opinion.NotCorrected) != 1 {
		t.Errorf("round %d: %s", s.Round, s.Summary())
	}
	if _, err := opinion.ReadRecord([]byte(`{"version": 2}`)); err == nil {
		t.Error("a record of another version was read")
	}
}

func TestWhatCanNoLongerBeDecidedIsNotCalledCorrected(t *testing.T) {
	_, r := opinion.Sheets(folder(), opinion.Record{})
	f := folder()
	c := &f.Cases[0]
	c.SHA256 = "2"
	c.Judgement.Findings[1].Status = check.Unknown
	c.Judgement.Verdicts[0].Counts = check.Counts{0, 1, 0, 1, 0}
	sheets, _ := opinion.Sheets(f, r)
	if s := sheets[0]; s.Marked(opinion.Corrected) != 0 || s.Marked(opinion.NotTold) != 1 {
		t.Error(s.Summary())
	}
}

func TestWhatIsSaidNoMoreIsToldAsSuch(t *testing.T) {
	_, r := opinion.Sheets(folder(), opinion.Record{})
	f := folder()
	c := &f.Cases[0]
	c.SHA256 = "2"
	c.Judgement.Findings = c.Judgement.Findings[2:]
	c.Judgement.Verdicts[1] = check.Verdict{Rule: c.Judgement.Verdicts[1].Rule, Status: check.NA, Counts: check.Counts{1}}
	sheets, _ := opinion.Sheets(f, r)
	for _, l := range sheets[0].Lines {
		if l.Rule() == "b" && l.Note() != opinion.NotTold+"。本轮未见原来的表述，请人工确认" {
			t.Error(l.Note())
		}
	}
}

func TestOverviewNamesWhomToAsk(t *testing.T) {
	f := folder()
	f.Cases[0].Unit.Name = "甲县"
	sheets, r := opinion.Sheets(f, opinion.Record{})
	o := opinion.Overview{Year: 2024, Round: 1, Sheets: sheets}
	if got := strings.Join(o.Lists(), " "); got != "未收到（1）：乙县。 请核对后修改（1）：甲县。" {
		t.Error(got)
	}
	if cs := strings.Join(o.Columns(), " "); strings.Contains(cs, "已改正") || len(o.Columns()) != len(o.Row(sheets[0])) {
		t.Errorf("a first round has no marks: %s", cs)
	}
	f.Cases[0].SHA256 = "2"
	sheets, _ = opinion.Sheets(f, r)
	o = opinion.Overview{Year: 2024, Round: 2, Sheets: sheets}
	if cs := strings.Join(o.Columns(), " "); !strings.Contains(cs, "已改正 未改正 已说明 新出现") || len(o.Columns()) != len(o.Row(sheets[1])) {
		t.Error(cs)
	}
}
