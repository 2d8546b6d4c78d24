package stat

import (
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/report"
)

// Released is the day a report was first published: by <year>.toml, else by the
// page's own metadata; not ok where neither has it. A sign-off is no release:
// see Signed.
func Released(e *archive.Entry) (report.Date, bool) {
	r, published := first(e)
	var d report.Date
	if _, err := fmt.Sscanf(published, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day); err == nil {
		d.Text = published
		return d, true
	}
	if r != nil && !r.Published.IsZero() {
		return r.Published, true
	}
	return report.Date{}, false
}

// first is the version that came out first, and the day the archive knows of it.
func first(e *archive.Entry) (*report.Report, string) {
	if f := e.First(); f != nil && f.Path != e.Path {
		return f.Report, f.Meta.Published
	}
	return e.Report, e.Meta.Published
}

// Signed is the day of the sign-off at the end of a report (成文日期). It may be
// used where no day of release is known, if readers are told that it is the
// sign-off.
func Signed(e *archive.Entry) (report.Date, bool) {
	if r, _ := first(e); r != nil && !r.Signed.IsZero() {
		return r.Signed, true
	}
	return report.Date{}, false
}
