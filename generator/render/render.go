// Package render writes pages: html/template sets over the values of package
// page. What comes in is a folder of templates and one value; what goes out is
// HTML. Every word of a report passes through html/template's escaping; the
// only markup let through as it is comes from package markdown and from the
// words of the templates themselves. Characters that cannot be seen, such as
// controls and marks that turn the direction of text, are replaced by visible
// signs. A template that names what its value does not have fails when it is
// executed, and a test executes them all.
//
// templates/baseof.html is the frame, templates/<kind>.html fills its blocks,
// templates/_partials/*.html are shared by all. It decides nothing about what
// a page says.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
	tree "text/template/parse"

	"ogi/generator/page"
	"ogi/generator/sign"
)

// A Set is all templates, ready to write pages from several goroutines.
type Set struct{ kinds map[string]*template.Template }

// New parses the templates of fsys: baseof.html, <kind>.html, _partials/.
func New(fsys fs.FS) (*Set, error) {
	shared, err := fs.Glob(fsys, "_partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	frame := template.New("baseof.html").Funcs(funcs).Option("missingkey=error")
	for _, name := range append([]string{"baseof.html"}, shared...) {
		if err := parse(frame, fsys, name); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	s := &Set{kinds: map[string]*template.Template{}}
	for _, name := range names {
		if name == "baseof.html" {
			continue
		}
		t := template.Must(frame.Clone())
		if err := parse(t, fsys, name); err != nil {
			return nil, err
		}
		fold(t)
		s.kinds[strings.TrimSuffix(path.Base(name), ".html")] = t
	}
	return s, nil
}

// parse adds one file to a set. A line that ends in a backslash goes on in the
// next one, whose indentation is not written: so a template has one element a
// line where the page has none of these breaks.
func parse(t *template.Template, fsys fs.FS, name string) error {
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	if base := path.Base(name); base != t.Name() {
		t = t.New(base)
	}
	if _, err := t.Parse(continued.ReplaceAllString(string(src), "")); err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	return nil
}

var continued = regexp.MustCompile(`\\\r?\n[ \t]*`)

// Render writes one page.
func (s *Set) Render(w io.Writer, p page.Page) error {
	return s.Execute(w, p.Kind, p.Value())
}

// Execute writes a value by the template of its kind. The file of a kind
// may be a whole document (404); the others fill the frame.
func (s *Set) Execute(w io.Writer, kind string, value any) error {
	t := s.kinds[kind]
	if t == nil {
		return fmt.Errorf("templates: no %s.html", kind)
	}
	name := "baseof.html"
	if alone := t.Lookup(kind + ".html"); !tree.IsEmptyTree(alone.Tree.Root) {
		name = kind + ".html"
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := t.ExecuteTemplate(b, name, value); err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	_, err := w.Write(sign.Page(b.Bytes()))
	return err
}

// buffers hold a page until its unseen characters are replaced by signs.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
