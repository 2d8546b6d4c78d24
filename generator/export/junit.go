package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"ogi/generator/check"
	"ogi/generator/sign"
)

// writeJUnit writes a suite a report and a case a rule that applies: fail is a
// failure, unknown is skipped, hints are in the output of a passed case.
func writeJUnit(w io.Writer, items []Item, o Options) error {
	all := junit.Testsuites{Name: "ogi"}
	for i, it := range items {
		file := sign.Line(it.File)
		said := map[string][]string{}
		for _, f := range it.Judgement.Findings {
			if !f.Counts() {
				continue
			}
			line := file
			if !f.Pos.IsZero() {
				line += ":" + f.Pos.String()
			}
			said[f.Rule.ID] = append(said[f.Rule.ID], line+": "+message(f, o.English))
		}
		suite := junit.Testsuite{Name: file, ID: i, File: file, Time: "0"}
		for _, v := range it.Judgement.Verdicts {
			if v.Status == check.NA {
				continue
			}
			lines := said[v.Rule.ID]
			tc := junit.Testcase{Name: v.Rule.ID + " " + v.Rule.Title.In(o.English), Classname: string(v.Rule.Family)}
			switch v.Status {
			case check.Fail:
				tc.Failure = &junit.Result{Message: first(lines), Type: v.Rule.Severity.String(), Data: strings.Join(lines, "\n")}
			case check.Unknown:
				tc.Skipped = &junit.Result{Message: first(lines)}
			case check.Hint:
				tc.SystemOut = &junit.Output{Data: strings.Join(lines, "\n")}
			}
			suite.AddTestcase(tc)
		}
		all.AddSuite(suite)
	}
	if _, err := fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); err != nil {
		return err
	}
	return all.WriteXML(w)
}

func first(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}
