package archive

import (
	"cmp"
	"fmt"
	"slices"

	"ogi/generator/report"
)

// settle makes the newest version the one that is judged and puts it first: a
// correction stands for the report it corrects. A correction that cannot be
// used changes nothing. What <year>.toml says of the year holds for the main
// file; of the judged one its own facts count, where it has any.
func (e *Entry) settle() {
	at := slices.IndexFunc(e.Files, func(f File) bool { return f.Role == "main" })
	if at < 0 {
		return
	}
	for i := range e.Files {
		if f := &e.Files[i]; f.Role == "corrected" && f.Report != nil && (e.Files[at].Role == "main" || !before(f, &e.Files[at])) {
			at = i
		}
	}
	for i := range e.Files {
		if f := &e.Files[i]; f.Role == "main" {
			f.Meta.Source = cmp.Or(f.Meta.Source, e.Meta.Source)
			f.Meta.Published = cmp.Or(f.Meta.Published, e.Meta.Published)
			f.Meta.Captured = cmp.Or(f.Meta.Captured, e.Meta.Captured)
			f.Meta.Searched = cmp.Or(f.Meta.Searched, e.Meta.Searched)
		}
	}
	newest := e.Files[at]
	e.Meta.Source = cmp.Or(newest.Meta.Source, e.Meta.Source)
	e.Meta.Published = cmp.Or(newest.Meta.Published, e.Meta.Published)
	e.Meta.Captured = cmp.Or(newest.Meta.Captured, e.Meta.Captured)
	e.Files = slices.Insert(slices.Delete(e.Files, at, at+1), 0, newest)
	e.Path, e.Report, e.SHA256, e.Size = newest.Path, newest.Report, newest.SHA256, newest.Size
}

// First is the version that came out first, as far as it is held and could be
// read: lateness is about it, not about a later correction. It is nil where
// none could be read.
func (e *Entry) First() *File {
	for _, role := range []string{"earlier", "main", "corrected"} {
		var first *File
		for i := range e.Files {
			if f := &e.Files[i]; f.Role == role && f.Report != nil && (first == nil || before(f, first)) {
				first = f
			}
		}
		if first != nil {
			return first
		}
	}
	return nil
}

// before reports whether f came out before g. Where that is not known of both,
// the order in which <year>.toml lists them counts.
func before(f, g *File) bool {
	a, b := f.published(), g.published()
	return a != "" && b != "" && a < b
}

// published is the day a file came out, as <year>.toml or the file itself says.
func (f *File) published() string {
	switch {
	case f.Meta.Published != "":
		return f.Meta.Published
	case f.Report == nil || f.Report.Published == (report.Date{}):
		return ""
	}
	d := f.Report.Published
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
