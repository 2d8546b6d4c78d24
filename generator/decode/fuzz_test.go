package decode

import (
	"path/filepath"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// FuzzFile: whatever the bytes, reading ends without panic, every place lies
// in the file, every mark in its line, and coverage is a share.
func FuzzFile(f *testing.F) {
	names := []string{"a.txt", "a.md", "a.html"}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for i, name := range names {
			if name == a.Files[0].Name {
				f.Add(i, a.Files[0].Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, kind int, b []byte) {
		if kind < 0 || len(b) > 1<<16 {
			return
		}
		name := names[kind%len(names)]
		r, ds := File(name, b)
		if r == nil {
			if len(ds) == 0 || ds[0].Message == "" {
				t.Fatal("refused without a word")
			}
			return
		}
		if r.Coverage < 0 || r.Coverage > 1 {
			t.Fatalf("coverage %v", r.Coverage)
		}
		if len(r.Cells) != len(r.Form.Defs) {
			t.Fatalf("%d cells of %d", len(r.Cells), len(r.Form.Defs))
		}
		src, err := source.Read(name, b)
		if err != nil || !src.Kind.IsText() {
			return
		}
		inside := func(p place.Pos) bool {
			if p.Line == 0 {
				return true
			}
			if p.Line < 1 || p.Line > src.Lines()+1 {
				return false
			}
			if p.Line > src.Lines() {
				return p.Col == 1
			}
			line, _ := src.Line(p.Line - 1)
			return p.Col >= 1 && p.Col <= utf8.RuneCountInString(line)+2
		}
		for i, c := range r.Cells {
			if c.State == report.Number && c.Raw == "" || !inside(c.Pos) {
				t.Fatalf("%s: %v at %v", r.Form.Defs[i].Key, c, c.Pos)
			}
		}
		for _, s := range append(append([]report.Span(nil), r.Leftover...), r.Residue...) {
			if !inside(s.Pos) {
				t.Fatalf("%v %q", s.Pos, s.Text)
			}
		}
		for _, m := range r.Marks {
			if text := r.View[m.Line].Text; m.Start < 0 || m.End < m.Start || int(m.End) > utf8.RuneCountInString(text) {
				t.Fatalf("mark %v in %q", m, text)
			}
		}
	})
}
