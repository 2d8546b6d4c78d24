package stat

import (
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/report"
)

// Released is the day a report was published: by <year>.toml, else by the
// page's own metadata; not ok where neither tells. A sign-off is no release.
func Released(e *archive.Entry) (report.Date, bool) {
	var d report.Date
	if _, err := fmt.Sscanf(e.Meta.Published, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day); err == nil {
		d.Text = e.Meta.Published
		return d, true
	}
	if e.Report != nil && !e.Report.Published.IsZero() {
		return e.Report.Published, true
	}
	return report.Date{}, false
}
