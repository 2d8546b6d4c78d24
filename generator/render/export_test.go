package render

import (
	"bytes"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"slices"

	"ogi/generator/page"
	"ogi/generator/sign"
)

// Kinds are the kinds of pages that can be written.
func (s *Set) Kinds() []string { return slices.Sorted(maps.Keys(s.kinds)) }

// Left are the kinds whose template is not compiled.
func (s *Set) Left() (left []string) {
	for name, k := range s.kinds {
		if k.program == nil {
			left = append(left, name)
		}
	}
	return left
}

// RenderSlowly writes a page by html/template alone.
func (s *Set) RenderSlowly(w io.Writer, p page.Page) error {
	k := s.kinds[p.Kind]
	var b bytes.Buffer
	if err := k.template.ExecuteTemplate(&b, k.name, p.Value()); err != nil {
		return err
	}
	_, err := w.Write(sign.Page(b.Bytes()))
	return err
}

// Whole parses templates without omitting anything.
func Whole(fsys fs.FS) (*Set, error) { return parsed(fsys, func(*template.Template) {}) }
