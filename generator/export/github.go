package export

import (
	"fmt"
	"io"
	"strings"

	"ogi/generator/check"
	"ogi/generator/sign"
)

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub writes a workflow command a line. All are notices: what an
// agency reported is no fault of the pull request that adds it. Only the first
// few of a step are shown, so what was found comes before what was not decided.
func writeGitHub(w io.Writer, items []Item, o Options) error {
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
			_, err := fmt.Fprintf(w, "::notice %s,title=%s::%s\n", at,
				githubProperty.Replace(f.Severity.String()+" "+f.Rule.ID+" "+sign.Line(f.Rule.Name(f.Status).In(o.English))),
				githubData.Replace(message(f, o.English)))
			if err != nil {
				return err
			}
		}
	}
	return nil
}
