package archive

import (
	"testing"

	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
)

// The newest correction is judged and the first version is the one that counts
// for lateness: by their days where these are known, else as they are listed.
func TestNewestAndFirst(t *testing.T) {
	file := func(role, path, published string, read bool) File {
		f := File{Role: role, Path: path, Meta: config.File{Published: published}}
		if read {
			f.Report = &report.Report{Form: form.F2021}
		}
		return f
	}
	for _, x := range []struct {
		files         []File
		newest, first string
	}{
		{[]File{file("main", "m", "", true)}, "m", "m"},
		{[]File{file("main", "m", "", true), file("attachment", "a", "", true)}, "m", "m"},
		{[]File{file("main", "m", "", true), file("corrected", "c", "", true)}, "c", "m"},
		{[]File{file("main", "m", "", true), file("corrected", "c", "", false)}, "m", "m"},
		{[]File{file("main", "m", "", false), file("corrected", "c", "", true)}, "c", "c"},
		{[]File{file("main", "m", "", true), file("corrected", "c", "", true), file("corrected", "d", "", true)}, "d", "m"},
		{[]File{file("main", "m", "", true), file("corrected", "c", "2025-06-02", true), file("corrected", "d", "2025-06-01", true)}, "c", "m"},
		{[]File{file("main", "m", "", true), file("earlier", "e", "", true), file("earlier", "f", "", true)}, "m", "e"},
		{[]File{file("main", "m", "", true), file("earlier", "e", "2025-02-01", true), file("earlier", "f", "2025-01-01", true)}, "m", "f"},
	} {
		e := &Entry{Files: x.files}
		e.settle()
		if e.Path != x.newest || e.Files[0].Path != x.newest || len(e.Files) != len(x.files) {
			t.Errorf("newest of %v: %s", x.files, e.Path)
		}
		if got := e.First(); got == nil || got.Path != x.first {
			t.Errorf("first of %v: %v", x.files, got)
		}
	}
}
