package export

import (
	"io"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"ogi/generator/check"
)

// writeSARIF writes one run. A discrepancy is a warning by its severity S1,
// else a note: the files are other people's, so nothing is an error here.
// SARIF counts columns in UTF-16 units unless told; ours are code points, and
// the run says so.
func writeSARIF(w io.Writer, items []Item, o Options) error {
	doc := sarif.NewReport()
	run := sarif.NewRunWithInformationURI("ogi", "")
	run.Tool.Driver.InformationURI = nil
	if o.Version != "" {
		run.Tool.Driver.Version = &o.Version
	}
	run.WithColumnKind("unicodeCodePoints")
	seen := map[string]bool{}
	for _, it := range items {
		for _, f := range it.Judgement.Findings {
			if !seen[f.Rule.ID] {
				seen[f.Rule.ID] = true
				run.AddRule(f.Rule.ID).
					WithShortDescription(sarif.NewMultiformatMessageString().WithText(title(f.Rule, o.English))).
					WithFullDescription(sarif.NewMultiformatMessageString().WithText(f.Rule.Basis))
			}
			place := sarif.NewPhysicalLocation().
				WithArtifactLocation(sarif.NewSimpleArtifactLocation(it.File))
			if f.Pos.Line > 0 {
				region := sarif.NewSimpleRegion(f.Pos.Line, f.Pos.Line)
				col := max(f.Pos.Col, 1)
				region.StartColumn = &col
				place.WithRegion(region)
			}
			text := message(f, o.English)
			if f.Pos.Line == 0 && !f.Pos.IsZero() {
				text += " (" + f.Pos.String() + ")"
			}
			run.CreateResultForRule(f.Rule.ID).
				WithLevel(level(f)).
				WithMessage(sarif.NewTextMessage(text)).
				AddLocation(sarif.NewLocationWithPhysicalLocation(place))
		}
	}
	doc.AddRun(run)
	return doc.PrettyWrite(w)
}

func level(f check.Finding) string {
	if f.Status == check.Fail && f.Severity <= check.S2 {
		return "warning"
	}
	return "note"
}
