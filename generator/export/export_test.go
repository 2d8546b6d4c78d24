package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
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
				{Key: "requests.received.total", Label: "一、本年新收 总计", Text: "3", Pos: place.Pos{Line: 9, Col: 4}},
				{Label: "2023年 四、结转下年度 总计", Text: "0", File: "content/甲/2023.txt", Pos: place.Pos{Line: 3, Col: 2}},
				{Label: "期限", Text: "无位置"},
			}},
			{Rule: words, Status: check.Hint, Severity: check.S2, Message: tongue.ZH("未见<b>&]]>\n::error::%"), Pos: place.Pos{Line: 2, Col: 1}},
			{Rule: fine, Status: check.Hint, Severity: check.S3, Message: tongue.ZH("本站误读"), Note: &config.Note{Status: check.OurError}},
			{Rule: table, Status: check.Unknown, Severity: check.S2, Message: tongue.ZH("少一行"), Pos: place.Pos{}.In(place.Place{Page: 2, Table: 1})},
		},
	}}}
}

// options have a file that could not be read, one that wants a look, and a gate.
var options = export.Options{
	Version: "v0", FailOn: check.S1, Home: "https://example.org/ogi", Doc: func(string) string { return "页" },
	Problems: []export.Problem{
		{Level: diag.Error, File: "content/甲,乙/2023.pdf", Code: "unreadable-file", Message: "坏\n::error::了", Remedy: "换一份"},
		{Level: diag.Warning, File: "content/甲,乙/2024.txt", Code: "ending", Message: "看一看", Pos: place.Pos{Line: 3, Col: 1}},
	},
}

func write(t *testing.T, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := export.Write(&b, format, items(), options); err != nil {
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
		LogicalLocations []struct{ FullyQualifiedName, Kind string }
	}
	var doc struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID, HelpURI string
						Help        struct{ Text string }
					}
				}
			}
			Invocations []struct {
				ExecutionSuccessful        bool
				ToolExecutionNotifications []struct{ Level string }
			}
			Results []struct {
				RuleID, Kind, Level         string
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
	if rs[0].Level != "error" || rs[1].Level != "note" || rs[2].Level != "none" || rs[2].Kind != "open" || rs[0].Kind != "fail" {
		t.Errorf("levels: got %s, %s and %s %s, want error by the gate, note, and none of what is open", rs[0].Level, rs[1].Level, rs[2].Kind, rs[2].Level)
	}
	if l := rs[0].Locations[0].LogicalLocations; len(l) != 1 || l[0].FullyQualifiedName != "requests.received.total" {
		t.Errorf("the cell is not named: %v", l)
	}
	if l := rs[2].Locations[0].LogicalLocations; len(l) != 1 || l[0].FullyQualifiedName != "page=2 table=1" {
		t.Errorf("the place is not named: %v", l)
	}
	if v := doc.Runs[0].Invocations[0]; v.ExecutionSuccessful || len(v.ToolExecutionNotifications) != 2 || v.ToolExecutionNotifications[0].Level != "error" {
		t.Errorf("what could not be read: %+v", v)
	}
	if r := doc.Runs[0].Tool.Driver.Rules[0]; r.HelpURI != "https://example.org/ogi/blob/HEAD/generator/rule/requests-balance.md" || r.Help.Text != "页" {
		t.Errorf("help: %+v", r)
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

func TestGitHubAnnotationsAreOnOneLineEach(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(write(t, "github"))), "\n")
	want := []string{
		"::error file=content/甲%2C乙/2023.pdf,title=unreadable-file::坏␊::error::了：换一份",
		"::warning file=content/甲%2C乙/2024.txt,line=3,col=1,title=ending::看一看",
		"::error file=content/甲%2C乙/2024.txt,line=9,col=4,title=S1 requests-balance 甲不符requests-balance::收办不等 [3 + 0 ≠ 2 + 0] {requests.received.total}",
		"::notice file=content/甲%2C乙/2024.txt,line=2,col=1,title=S2 overview-items 甲不符overview-items::提示：未见<b>&]]>␊::error::%25",
		"::notice file=content/甲%2C乙/2024.txt,title=S2 table-shape 甲table-shape::无法判断：少一行 (page=2 table=1)",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestJUnitCountsFailuresAndSkips(t *testing.T) {
	var doc struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
		Suites   []struct {
			Skipped int `xml:"skipped,attr"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal(write(t, "junit"), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Tests != 6 || doc.Failures != 1 || doc.Errors != 1 || doc.Skipped != 0 || doc.Suites[0].Skipped != 1 || len(doc.Suites) != 2 {
		t.Errorf("got %+v, want 6 tests, 1 failure, 1 error; 1 skipped in the suite alone", doc)
	}
}

func TestJSONKeepsFindingsAndVerdicts(t *testing.T) {
	var out []struct {
		File     string            `json:"file"`
		Findings []map[string]any  `json:"findings"`
		Verdicts map[string]string `json:"verdicts"`
		Problems []map[string]any  `json:"problems"`
	}
	if err := json.Unmarshal(write(t, "json"), &out); err != nil {
		t.Fatal(err)
	}
	if len(out) != 2 || len(out[0].Findings) != 3 || out[0].Verdicts["no-date"] != "pass" || len(out[0].Problems) != 1 {
		t.Errorf("got %+v", out)
	}
	if len(out[1].Findings) != 0 || len(out[1].Problems) != 1 || out[1].Problems[0]["level"] != "error" {
		t.Errorf("a file that could not be read: %+v", out[1])
	}
	if f := out[0].Findings; f[0]["cell"] != "requests.received.total" || f[2]["place"] != "page=2 table=1" {
		t.Errorf("cell and place: %v", f)
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	if err := export.Write(&bytes.Buffer{}, "xml", nil, export.Options{}); err == nil {
		t.Error("no error for format xml")
	}
}

// jenkins is what the schema of Jenkins (junit-10.xsd of its xUnit plugin) lets stand
// in an element: attributes, those that must be there marked, and elements.
var jenkins = map[string]struct{ attributes, elements string }{
	"testsuites": {"name time tests failures errors", "testsuite"},
	"testsuite":  {"name! tests! failures! errors! group time skipped timestamp hostname id package file log url", "testsuite properties testcase system-out system-err"},
	"testcase":   {"name! time classname group", "skipped error failure rerunFailure rerunError flakyFailure flakyError system-out system-err"},
	"failure":    {"type message", ""},
	"error":      {"type message", ""},
	"skipped":    {"type message", ""},
	"system-out": {"", ""},
}

func TestJUnitIsWhatJenkinsReads(t *testing.T) {
	d := xml.NewDecoder(bytes.NewReader(write(t, "junit")))
	var path []string
	seen := map[string]bool{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			name := x.Name.Local
			may, known := jenkins[name]
			if !known || len(path) > 0 && !slices.Contains(strings.Fields(jenkins[path[len(path)-1]].elements), name) {
				t.Errorf("%v: no place for %s", path, name)
			}
			path, seen[name] = append(path, name), true
			for _, a := range x.Attr {
				if !slices.Contains(strings.Fields(strings.ReplaceAll(may.attributes, "!", "")), a.Name.Local) {
					t.Errorf("%v: no attribute %s", path, a.Name.Local)
				}
			}
			for _, must := range strings.Fields(may.attributes) {
				if m, ok := strings.CutSuffix(must, "!"); ok && !slices.ContainsFunc(x.Attr, func(a xml.Attr) bool { return a.Name.Local == m }) {
					t.Errorf("%v: lacks %s", path, m)
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
	for name := range jenkins {
		if !seen[name] {
			t.Errorf("nothing tries %s", name)
		}
	}
}
