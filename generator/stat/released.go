package stat

import (
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/report"
)

// Released is the day a report was published: by <year>.toml, else by the
// page's own metadata; not ok where neither tells. A sign-off is no release:
// see Signed.
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

// Signed is the day of the sign-off at the end of a report (成文日期), which may
// stand in where no day of release is known, if it is called by its name.
func Signed(e *archive.Entry) (report.Date, bool) {
	if e.Report != nil && !e.Report.Signed.IsZero() {
		return e.Report.Signed, true
	}
	return report.Date{}, false
}
