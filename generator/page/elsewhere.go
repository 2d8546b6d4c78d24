package page

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A filed is one file of the archive: the i-th of an entry.
type filed struct {
	entry *archive.Entry
	i     int
}

// elsewhere is the address of an operand that is in another file of the archive,
// "" where the site has no page for it.
func (v *view) elsewhere(o check.Operand) string {
	at, ok := v.byPath[o.File]
	if !ok {
		return ""
	}
	e, r, path := at.entry, at.entry.Report, reportPath(at.entry)
	if at.i > 0 {
		r, path = e.Files[at.i].Report, versionPath(e, at.i)
	}
	switch {
	case r == nil && at.i == 0:
		return ""
	case r == nil:
		return v.base.to(path)
	case shownCell(r, o.Key):
		return v.base.to(path) + cellHref(r.Form, o.Key)
	case v.Withheld[o.File] == HeldPersonal, v.anchors.lean:
		return v.base.to(path)
	}
	return v.base.to(path) + newAnchors(shown(r.View), nil).href(o.Pos)
}

// shownCell reports whether the page of a report shows that cell.
func shownCell(r *report.Report, key form.Key) bool {
	if key == "" || r.Form == nil {
		return false
	}
	i := r.Form.Index(key)
	return i >= 0 && r.Table(r.Form.Defs[i].Table).Found
}
