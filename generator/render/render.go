// Package render writes pages: html/template sets over the values of package
// page. What comes in is a folder of templates and one value; what goes out is
// HTML. Every word of a report passes through html/template's escaping; the
// only markup let through as it is comes from package markdown and from the
// words of the templates themselves. Characters that cannot be seen, such as
// controls and marks that turn the direction of text, are replaced by visible
// signs. Templates are compiled for the type of their value (compile): one that
// names what its value does not have is an error when a build begins.
//
// templates/baseof.html is the frame, templates/<kind>.html fills its blocks,
// templates/_partials/*.html are shared by all. It decides nothing about what
// a page says.
package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"strings"
	"sync"
	tree "text/template/parse"

	"ogi/generator/page"
	"ogi/generator/render/compile"
	"ogi/generator/sign"
)

// A Set is all templates, ready to write pages from several goroutines.
type Set struct{ kinds map[string]*layout }

// A layout is the template of one kind of page. It is run compiled, or by
// html/template where it uses what is not.
type layout struct {
	template *template.Template
	name     string // of the one to begin with
	program  *compile.Program
}

// New parses the templates of fsys: baseof.html, <kind>.html, _partials/.
func New(fsys fs.FS) (*Set, error) { return parsed(fsys, omit) }

// parsed parses the templates and hands each set to less, which takes out what a
// page goes without.
func parsed(fsys fs.FS, less func(*template.Template)) (*Set, error) {
	shared, err := fs.Glob(fsys, "_partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	frame := template.New("baseof.html").Funcs(compile.Funcs(funcs)).Option("missingkey=error")
	for _, name := range append([]string{"baseof.html"}, shared...) {
		if err := parse(frame, fsys, name); err != nil {
			return nil, err
		}
	}
	names, err := fs.Glob(fsys, "*.html")
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	s := &Set{kinds: map[string]*layout{}}
	for _, name := range names {
		if name == "baseof.html" {
			continue
		}
		t := template.Must(frame.Clone())
		if err := parse(t, fsys, name); err != nil {
			return nil, err
		}
		fold(t)
		less(t)
		k := &layout{template: t, name: "baseof.html"}
		of := strings.TrimSuffix(path.Base(name), ".html")
		if alone := t.Lookup(name); !tree.IsEmptyTree(alone.Tree.Root) {
			k.name = name // a whole document
		}
		if v := page.Values[of]; v != nil {
			if k.program, err = compile.New(t, k.name, reflect.TypeOf(v), funcs); err != nil && !errors.Is(err, compile.ErrLeft) {
				return nil, fmt.Errorf("templates: %w", err)
			}
		}
		s.kinds[of] = k
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
	k := s.kinds[kind]
	if k == nil {
		return fmt.Errorf("templates: no %s.html", kind)
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := k.execute(b, value); err != nil {
		return fmt.Errorf("templates: %w", err)
	}
	_, err := w.Write(sign.Page(b.Bytes()))
	return err
}

func (k *layout) execute(b *bytes.Buffer, value any) error {
	if k.program != nil {
		return k.program.Execute(b, value)
	}
	return k.template.ExecuteTemplate(b, k.name, value)
}

// buffers hold a page until its unseen characters are replaced by signs.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
