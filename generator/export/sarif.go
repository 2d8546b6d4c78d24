package export

import (
	"bytes"
	"io"
	"net/url"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"ogi/generator/check"
	"ogi/generator/sign"
	"ogi/generator/source"
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
			if !f.Counts() {
				continue // our error, as a reviewed note says
			}
			if !seen[f.Rule.ID] {
				seen[f.Rule.ID] = true
				run.AddRule(f.Rule.ID).
					WithShortDescription(sarif.NewMultiformatMessageString().WithText(title(f.Rule, o.English))).
					WithFullDescription(sarif.NewMultiformatMessageString().WithText(f.Rule.Basis))
			}
			text := message(f, o.English)
			if f.Pos.Line == 0 && !f.Pos.IsZero() {
				text += " (" + f.Pos.String() + ")"
			}
			result := run.CreateResultForRule(f.Rule.ID).
				WithLevel(level(f)).
				WithMessage(sarif.NewTextMessage(text)).
				AddLocation(location(it.File, f.Pos))
			for _, o := range f.Operands {
				if o.Pos.Line == 0 || len(result.RelatedLocations) == maxRelated {
					continue
				}
				file := it.File
				if o.File != "" {
					file = o.File
				}
				result.AddRelatedLocation(location(file, o.Pos).WithMessage(sarif.NewTextMessage(sign.Line(o.Label + " = " + o.Text))))
			}
		}
	}
	doc.AddRun(run)
	var b bytes.Buffer
	if err := doc.PrettyWrite(&b); err != nil {
		return err
	}
	_, err := w.Write(sign.JSON(b.Bytes()))
	return err
}

// maxRelated bounds the places shown beside a finding; a sum may have dozens.
const maxRelated = 12

// location is a place in a file. An address holds plain ASCII only.
func location(file string, pos source.Pos) *sarif.Location {
	address := url.URL{Path: file}
	place := sarif.NewPhysicalLocation().
		WithArtifactLocation(sarif.NewSimpleArtifactLocation(address.String()))
	if pos.Line > 0 {
		region := sarif.NewSimpleRegion(pos.Line, pos.Line)
		col := max(pos.Col, 1)
		region.StartColumn = &col
		place.WithRegion(region)
	}
	return sarif.NewLocationWithPhysicalLocation(place)
}

func level(f check.Finding) string {
	if f.Status == check.Fail && f.Severity <= check.S2 {
		return "warning"
	}
	return "note"
}
