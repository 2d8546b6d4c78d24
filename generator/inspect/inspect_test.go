package inspect_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/inspect"
	"ogi/generator/internal/schema"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// judged is a specimen as ogi reads and judges it.
func judged(t *testing.T, s *specimen.Specimen, k specimen.Kind) (*archive.Entry, *check.Judgement) {
	t.Helper()
	r, ds := decode.File("report"+k.Ext(), s.MustWrite(k))
	if r == nil {
		t.Fatal(ds)
	}
	g := &archive.Agency{Slug: "x", Name: s.Agency, Kind: archive.Department}
	e := &archive.Entry{Agency: g, Year: s.Year, Report: r}
	g.Reports = []*archive.Entry{e}
	return e, check.One(g, e, nil, rule.All, false)
}

// The JSON is valid against its published schema, holds every key of the form
// found and no other, and says the same however the report is laid out.
func TestJSONKeepsTheContract(t *testing.T) {
	published := schema.Open(t, filepath.Join("..", ".."), "inspect")
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		s := specimen.Random(3, specimen.Options{Form: f, Year: map[bool]int{true: 2019, false: 2024}[f == form.F2019]})
		for _, k := range []specimen.Kind{specimen.Tab, specimen.TabCut, specimen.HTML, specimen.Lines} {
			e, j := judged(t, s, k)
			text, err := json.Marshal(inspect.Of("report"+k.Ext(), e, j, false))
			if err != nil {
				t.Fatal(err)
			}
			published.Holds(t, fmt.Sprintf("%s, %s", f.Version, k), text)
			var got struct {
				Cells    map[string]any
				Verdicts map[string]string
			}
			if err := json.Unmarshal(text, &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Cells) != len(e.Report.Form.Defs) || len(got.Verdicts) != len(rule.All) {
				t.Errorf("%s, %s: %d cells, %d verdicts", f.Version, k, len(got.Cells), len(got.Verdicts))
			}
			for _, d := range e.Report.Form.Defs {
				if _, ok := got.Cells[d.Key]; !ok {
					t.Errorf("%s, %s: no %s", f.Version, k, d.Key)
				}
			}
		}
	}
}

// Words of a report cannot break the JSON.
func TestHostileWordsStayText(t *testing.T) {
	e, j := judged(t, specimen.Random(3, specimen.Options{}), specimen.Tab)
	e.Report.Title.Text = "\"</script>\x00\u2028\\"
	e.Agency.Name = "\x1b[31m"
	b, err := json.Marshal(inspect.Of("a\"b.txt", e, j, false))
	if err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(b, &back); err != nil || back["title"] != e.Report.Title.Text || back["file"] != "a\"b.txt" {
		t.Errorf("%v: %s", err, b[:200])
	}
}

func TestTextShowsStatesAndPlaces(t *testing.T) {
	s := specimen.Random(3, specimen.Options{Agency: "卫东区司法局"})
	e, j := judged(t, s, specimen.TabCut)
	var b strings.Builder
	inspect.Text(&b, "2024.txt", e, j, false)
	for _, want := range []string{
		"2024.txt\n", "卫东区司法局2024年", "表二 主动公开", "表三 申请", "表四 复议、诉讼",
		"缺", "不是普通数字的单元格", "表三 一、本年新收政府信息公开… 总计", "未读出", "规则\n", "收办平衡 requests-balance",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("does not show %q", want)
		}
	}
	b.Reset()
	inspect.Text(&b, "2024.txt", e, j, true)
	if !strings.Contains(b.String(), "cells that are no plain number") {
		t.Errorf("not in English:\n%s", b.String())
	}
}

// What cannot be checked for one reason is one line, under the state of the
// report, with the rules it keeps from deciding.
func TestTextTellsAReasonOnce(t *testing.T) {
	e, j := judged(t, specimen.Random(3, specimen.Options{}), specimen.TabCut)
	var b strings.Builder
	inspect.Text(&b, "report.txt", e, j, false)
	for _, want := range []string{"\n  有提示 · 核对", "个等式和另", "横向合计 applicant-total"} {
		if n := strings.Count(b.String(), want); n != 1 {
			t.Errorf("%q stands %d times", want, n)
		}
	}
}
