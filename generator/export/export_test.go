package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/export"
	"ogi/generator/form"
	"ogi/generator/internal/schema"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// items is one report with a fail, a hint whose words would break out of each
// format, an unknown without a line and a pass.
func items() []export.Item {
	rule := func(id string, s check.Severity) *check.Rule {
		return &check.Rule{ID: id, Title: tongue.Of("甲"+id, "A "+id), Found: tongue.Of("甲不符"+id, "A fails "+id), Family: check.CrossFooting, Severity: s, Grade: check.Printed, Basis: tongue.ZH("格式")}
	}
	sum, words, table, fine := rule("requests-balance", check.S1), rule("overview-items", check.S2), rule("table-shape", check.S2), rule("no-date", check.S3)
	e := &archive.Entry{Agency: &archive.Agency{Name: "甲县司法局"}, Year: 2024, Report: &report.Report{Form: form.Free}}
	return []export.Item{{File: "content/甲,乙/2024.txt", Entry: e, Judgement: &check.Judgement{
		Verdicts: []check.Verdict{{Rule: sum, Status: check.Fail}, {Rule: words, Status: check.Hint}, {Rule: table, Status: check.Unknown}, {Rule: fine, Status: check.Pass}},
		Findings: []check.Finding{
			{Rule: sum, Status: check.Fail, Severity: check.S1, Message: tongue.Of("收办不等", "not balanced"), Formula: "3 + 0 ≠ 2 + 0", Pos: place.Pos{Line: 9, Col: 4}, Operands: []check.Operand{
				{Label: "一、本年新收 总计", Text: "3", Pos: place.Pos{Line: 9, Col: 4}},
				{Label: "2023年 四、结转下年度 总计", Text: "0", File: "content/甲/2023.txt", Pos: place.Pos{Line: 3, Col: 2}},
				{Label: "期限", Text: "无位置"},
			}},
			{Rule: words, Status: check.Hint, Severity: check.S2, Message: tongue.ZH("未见<b>&]]>\n::error::%"), Pos: place.Pos{Line: 2, Col: 1}},
			{Rule: fine, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("本站误读"), Note: &config.Note{Status: check.OurError}},
			{Rule: table, Status: check.Unknown, Severity: check.S2, Message: tongue.ZH("少一行"), Pos: place.Pos{}.In(place.Place{Page: 2, Table: 1})},
		},
	}}}
}

func write(t *testing.T, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, format, items(), export.Options{Version: "v0"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The schema is the one that OASIS publishes for version 2.1.0, errata 01.
func TestSARIFIsValidAndNamesEachPlace(t *testing.T) {
	b := write(t, "sarif")
	schema.File(t, "testdata/sarif-schema-2.1.0.json").Holds(t, "sarif", b)
	type location struct {
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           *struct{ StartLine, StartColumn int }
		}
	}
	var doc struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID, Level               string
				RuleIndex                   int
				Message                     struct{ Text string }
				Locations, RelatedLocations []location
			}
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	rs := doc.Runs[0].Results
	if len(rs) != 3 {
		t.Fatalf("got %d results, want 3", len(rs))
	}
	at := rs[0].Locations[0].PhysicalLocation
	if at.Region.StartLine != 9 || at.Region.StartColumn != 4 {
		t.Errorf("got %d:%d, want 9:4", at.Region.StartLine, at.Region.StartColumn)
	}
	if uri := at.ArtifactLocation.URI; uri != "content/%E7%94%B2,%E4%B9%99/2024.txt" {
		t.Errorf("an address of plain ASCII is wanted: %s", uri)
	}
	if n := len(rs[0].RelatedLocations); n != 2 {
		t.Errorf("got %d places of operands, want 2", n)
	}
	if rs[0].Level != "warning" || rs[1].Level != "note" {
		t.Errorf("levels: got %s and %s, want warning and note", rs[0].Level, rs[1].Level)
	}
	if rs[2].Locations[0].PhysicalLocation.Region != nil || !strings.Contains(rs[2].Message.Text, "page=2 table=1") {
		t.Errorf("a place without a line must stand in the message: %s", rs[2].Message.Text)
	}
	for _, r := range rs {
		if rules := doc.Runs[0].Tool.Driver.Rules; r.RuleIndex >= len(rules) || rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("rule %d of %v is not %s", r.RuleIndex, rules, r.RuleID)
		}
	}
}

func TestGitHubAnnotationsAreNoticesOnOneLineEach(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(write(t, "github"))), "\n")
	if len(lines) != 3 {
		t.Fatalf("got %d lines, want 3:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	want := "::notice file=content/甲%2C乙/2024.txt,line=9,col=4,title=S1 requests-balance 甲不符requests-balance::收办不等 [3 + 0 ≠ 2 + 0]"
	if lines[0] != want {
		t.Errorf("got  %s\nwant %s", lines[0], want)
	}
	if !strings.HasSuffix(lines[1], "␊::error::%25") {
		t.Errorf("a message breaks out of its line: %s", lines[1])
	}
}

func TestJUnitCountsFailuresAndSkips(t *testing.T) {
	var doc struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Skipped  int `xml:"skipped,attr"`
	}
	if err := xml.Unmarshal(write(t, "junit"), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Tests != 4 || doc.Failures != 1 || doc.Skipped != 1 {
		t.Errorf("got %+v, want 4 tests, 1 failure, 1 skipped", doc)
	}
}

func TestJSONKeepsFindingsAndVerdicts(t *testing.T) {
	var out []struct {
		File     string            `json:"file"`
		Findings []map[string]any  `json:"findings"`
		Verdicts map[string]string `json:"verdicts"`
	}
	if err := json.Unmarshal(write(t, "json"), &out); err != nil {
		t.Fatal(err)
	}
	if len(out) != 1 || len(out[0].Findings) != 3 || out[0].Verdicts["no-date"] != "pass" {
		t.Errorf("got %+v", out)
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	if err := export.Write(&bytes.Buffer{}, "xml", nil, export.Options{}); err == nil {
		t.Error("no error for format xml")
	}
}
