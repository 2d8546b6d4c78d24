package rule_test

import (
	"path/filepath"
	"testing"

	"ogi/generator/check"
)

// What the rules on text and fees say of real reports, each judged by reading
// the report. Nothing fails; hongze-gov counts what an office received for the
// government, which is another scope than its table.
func TestTextRulesOnRealReports(t *testing.T) {
	for _, dir := range []string{"seeds", "corpus"} {
		files, err := filepath.Glob(filepath.Join(shared(t, dir), "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			if filepath.Ext(path) == ".docx" { // a blank form
				continue
			}
			t.Run(filepath.Base(path), func(t *testing.T) {
				t.Parallel()
				j, _ := judgeFile(t, path)
				for _, v := range j.Verdicts {
					if v.Rule.Family == check.TextVsTable && (v.Status == check.Fail || v.Status == check.Hint) || v.Rule.Family == check.Fees && v.Status == check.Fail {
						t.Errorf("%s: %s%s", v.Rule.ID, v.Status, explain(j, v.Rule.ID))
					}
				}
			})
		}
	}
}

// Statements that agree with the tables, by report.
func TestTextRulesAgreeWithRealReports(t *testing.T) {
	dir := shared(t, "corpus")
	for name, ids := range map[string][]string{
		"huaian-gov-2024.pdf": {
			"text-received", "text-handled", "text-none-vs-some", "text-carried-in", "text-all-handled",
			"text-reconsideration", "text-litigation", "text-parts-total", "fee-amount", "fee-vs-charges",
		},
		"shanghai-gov-office-2019.html": {"text-received", "text-handled", "text-carried-in", "text-reconsideration"},
		"shuyang-fgj-2023.html":         {"text-received", "text-parts-total"},
		"shanghai-kewei-2024.md":        {"text-received", "text-carried-in", "text-litigation"},
	} {
		j, _ := judgeFile(t, filepath.Join(dir, name))
		for _, id := range ids {
			if s := j.Verdict(id).Status; s != check.Pass {
				t.Errorf("%s: %s %s%s", name, id, s, explain(j, id))
			}
		}
	}
}
