package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jstemmer/go-junit-report/v2/junit"

	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/sign"
)

// writeJUnit writes a suite a report and a case a rule that applies: fail is a
// failure, unknown is skipped, hints are in the output of a passed case. What could
// not be read is an error of a case of its own. Attributes are those that the schema
// of Jenkins knows.
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
	for _, p := range o.Problems {
		if p.Level == diag.Note {
			continue
		}
		file := sign.Line(p.File)
		i := slices.IndexFunc(all.Suites, func(s junit.Testsuite) bool { return s.Name == file })
		if i < 0 {
			i = len(all.Suites)
			all.Suites = append(all.Suites, junit.Testsuite{Name: file, ID: i, File: file, Time: "0"})
		}
		tc := junit.Testcase{Name: p.Code, Classname: "input"}
		if p.Level == diag.Error {
			tc.Error = &junit.Result{Message: said(p), Type: p.Code}
			all.Errors++
		} else {
			tc.SystemOut = &junit.Output{Data: said(p)}
		}
		all.Suites[i].AddTestcase(tc)
		all.Tests++
	}
	if _, err := fmt.Fprint(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"); err != nil {
		return err
	}
	all.Skipped = 0 // Jenkins' schema knows it of suites alone
	return all.WriteXML(w)
}

func first(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}
