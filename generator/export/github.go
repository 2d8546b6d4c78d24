package export

import (
	"fmt"
	"io"
	"strings"

	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/sign"
)

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub writes a workflow command a line. What fails the gate is an error, all
// else a notice: what an agency reported is no fault of the pull request that adds
// it. Only the first few of a step are shown, so what could not be read comes first,
// and what was found before what was not decided.
func writeGitHub(w io.Writer, items []Item, o Options) error {
	for _, p := range o.Problems {
		at := "file=" + githubProperty.Replace(sign.Line(p.File))
		if p.Pos.Line > 0 {
			at += fmt.Sprintf(",line=%d,col=%d", p.Pos.Line, p.Pos.Col)
		}
		level := [...]string{diag.Note: "notice", diag.Warning: "warning", diag.Error: "error"}[p.Level]
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", level, at, githubProperty.Replace(sign.Line(p.Code)), githubData.Replace(said(p))); err != nil {
			return err
		}
	}
	for _, status := range []check.Status{check.Fail, check.Hint, check.Unknown} {
		if err := writeNotices(w, items, status, o); err != nil {
			return err
		}
	}
	return nil
}

func writeNotices(w io.Writer, items []Item, status check.Status, o Options) error {
	for _, it := range items {
		for _, f := range it.Judgement.Findings {
			if f.Status != status || !f.Counts() {
				continue
			}
			at := "file=" + githubProperty.Replace(sign.Line(it.File))
			if f.Pos.Line > 0 {
				at += fmt.Sprintf(",line=%d,col=%d", f.Pos.Line, f.Pos.Col)
			}
			level := "notice"
			if o.gated(&f) {
				level = "error"
			}
			_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", level, at,
				githubProperty.Replace(f.Severity.String()+" "+f.Rule.ID+" "+sign.Line(f.Rule.Name(f.Status).In(o.English))),
				githubData.Replace(message(f, o.English)+where(f.Pos)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}
