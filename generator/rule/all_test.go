package rule_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/check"
	"ogi/generator/rule"
)

// The facts of the catalogue: id, family, severity, grade, guard. A rule that
// drifts from it fails here.
func TestRulesAreAsTheCatalogueSays(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "catalogue.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	type fact struct{ family, severity, grade, guard, asks, found string }
	facts := map[string]fact{}
	var order []string
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n")[1:] {
		f := strings.Split(line, "\t")
		facts[f[0]] = fact{f[1], f[2], f[3], f[4], f[5], f[6]}
		order = append(order, f[0])
	}
	seen := map[string]bool{}
	for _, r := range rule.All {
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
		f, ok := facts[r.ID]
		if !ok {
			t.Errorf("%s is not in the catalogue", r.ID)
			continue
		}
		guard := map[bool]string{true: "yes", false: "no"}[r.Guard]
		if got := (fact{string(r.Family), r.Severity.String(), string(r.Grade), guard, r.Title.ZH + " / " + r.Title.EN, r.Found.ZH + " / " + r.Found.EN}); got != f {
			t.Errorf("%s: rule says %v, catalogue %v", r.ID, got, f)
		}
	}
	for _, id := range order {
		if !seen[id] {
			t.Errorf("%s of the catalogue is no rule", id)
		}
	}
}

var headings = []string{"这条规则查什么", "公式", "为什么", "依据", "例", "不查什么", "可能误报"}

func TestEveryRuleHasPageBasisAndSamples(t *testing.T) {
	for _, r := range rule.All {
		if r.Title.ZH == "" || r.Title.EN == "" || r.Found.ZH == "" || r.Found.EN == "" || r.Basis.ZH == "" || r.Basis.EN == "" || r.Formula == "" || r.MayBeWrong.ZH == "" || r.MayBeWrong.EN == "" {
			t.Errorf("%s: a text readers get is empty", r.ID)
		}
		page := rule.Doc(r.ID)
		for _, h := range headings {
			if !strings.Contains(page, "## "+h+"\n") {
				t.Errorf("%s.md has no heading %s", r.ID, h)
			}
		}
		for kind, least := range map[string]int{"bad": 3, "ok": 3} {
			n, err := filepath.Glob(filepath.Join("testdata", r.ID, kind+"*.txtar"))
			if err != nil || len(n) < least {
				t.Errorf("%s has %d %s samples, want %d", r.ID, len(n), kind, least)
			}
		}
		for _, g := range gives(t, r) {
			if n, _ := filepath.Glob(filepath.Join("testdata", r.ID, g+"*.txtar")); len(n) == 0 {
				t.Errorf("%s can say %s and has no sample of it", r.ID, g)
			}
		}
	}
}

var (
	givesUnknown = regexp.MustCompile(`p\.Unknown\(|p\.Prose\(|p\.Absent\(|p\.Equal\(|\b(?:notHeld|settle|sumUp|onTime|carry|stock|overlap|ask|compare)\(|OnConverted: +check\.Unknown`)
	givesNA      = regexp.MustCompile(`p\.NA\(|\b(?:tableThree|tableFour|eachTable|feesApply)\(p|\b(?:ask|compare)\(`)
)

// gives are the statuses beside fail, hint and pass that the file of a rule
// can record, told by the calls in it.
func gives(t *testing.T, r *check.Rule) []string {
	name := r.ID + ".go"
	if r.ID == "normative-documents-stock" {
		name = "rules-stock.go" // the two share a file
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
	}
	var out []string
	if givesUnknown.Match(b) {
		out = append(out, "unknown")
	}
	if givesNA.Match(b) {
		out = append(out, "na")
	}
	return out
}

// What a rule asks is neutral: the words of a finding stand in the other name.
var finding = regexp.MustCompile(`不符|不全|不一致|不平|不衔接|缺|晚于|矛盾|错|疑|有误|雷同(?:$|[^雷])|残|重复|突变|粘连|空泛|空白|多于|少于|小于|夹杂|沿用|exceed|differ|missing|wrong|\blate\b|\black`)

func TestWhatARuleAsksIsNeutral(t *testing.T) {
	for _, r := range rule.All {
		for _, name := range []string{r.Title.ZH, r.Title.EN} {
			if strings.Contains(name, "是否") || strings.Contains(name, "有无") {
				continue // a question accuses nobody
			}
			if m := finding.FindString(name); m != "" {
				t.Errorf("%s: what it asks, %q, says %s as a finding would", r.ID, name, m)
			}
		}
		if r.Title.ZH == r.Found.ZH || r.Title.EN == r.Found.EN {
			t.Errorf("%s: what it asks and what a finding of it says are told in the same words", r.ID)
		}
	}
}

// Words that would accuse instead of report.
var accusing = regexp.MustCompile(`违法|违反|违规|责令|问责`)

func TestPagesReportAndDoNotAccuse(t *testing.T) {
	entries, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range entries {
		if rule.ByID(strings.TrimSuffix(name, ".md")) == nil {
			t.Errorf("%s: no such rule", name)
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := accusing.Find(b); m != nil && !strings.HasPrefix(name, "government-appraisal") {
			t.Errorf("%s says %s", name, m)
		}
	}
	for _, r := range rule.All {
		if m := accusing.FindString(r.Title.ZH + r.Found.ZH + r.Basis.ZH + r.MayBeWrong.ZH); m != "" {
			t.Errorf("%s says %s", r.ID, m)
		}
	}
}

// A rule looks at no report but its own and those that it says it needs: what a
// verdict rests on is known without running it.
func TestRulesReachReportsOnlyAsTheySay(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 50 {
		t.Fatal(files, err)
	}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if n.Sel.Name == "Reports" || n.Sel.Name == "Entries" {
					t.Errorf("%s: reports of others come by Run.Near", set.Position(n.Pos()))
				}
			case *ast.CallExpr:
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Report" && len(n.Args) > 0 && types.ExprString(s.X) != "fact" {
					t.Errorf("%s: reports of others come by Run.Near", set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}
