package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/render"
	"ogi/generator/rule"
)

// A site is every file that a build will write, none of them made yet: memory
// holds one page a worker, whatever the size of the archive.
type site struct {
	templates *render.Set
	pages     []page.Page
	files     []file
}

// A file is one that is no page.
type file struct {
	path  string
	bytes func() ([]byte, error)
}

func rules() []*check.Rule { return rule.All }

// plan lists the site. Diagnostics are about hand-written pages and originals.
func plan(f *Folder, a *archive.Archive, results check.Results, ours fs.FS) (*site, []diag.Diagnostic, error) {
	templates, err := sub(f.FS(), ours, "templates")
	if err != nil {
		return nil, nil, err
	}
	assets, err := sub(f.FS(), ours, "assets")
	if err != nil {
		return nil, nil, err
	}
	s := &site{}
	if s.templates, err = render.New(templates); err != nil {
		return nil, nil, err
	}
	texts, ds := handwritten(f.FS())
	in := page.Input{Archive: a, Results: results, Rules: rules(), RuleDoc: rule.Doc, Pages: texts, Version: Version}
	s.pages = page.Site(in)
	for _, f := range page.Files(in) {
		s.files = append(s.files, file{f.Path, func() ([]byte, error) { return f.Bytes(), nil }})
	}
	s.add(".nojekyll", nil)
	if err := s.assets(assets); err != nil {
		return nil, ds, err
	}
	s.originals(f.FS(), a)
	if base := a.Site.BaseURL; base != "" {
		s.add("sitemap.xml", sitemap(base, s.pages))
	}
	return s, ds, nil
}

func (s *site) add(path string, b []byte) {
	s.files = append(s.files, file{path, func() ([]byte, error) { return b, nil }})
}

// put makes the i-th file and hands it to the tree: pages first, since they
// take longest.
func (s *site) put(t *publish.Tree, i int) error {
	if i < len(s.pages) {
		p := s.pages[i]
		var b bytes.Buffer
		if err := s.templates.Render(&b, p); err != nil {
			return fmt.Errorf("%s: %w", p.Path, err)
		}
		return t.Put(p.Path, b.Bytes())
	}
	f := s.files[i-len(s.pages)]
	b, err := f.bytes()
	if err != nil {
		return fmt.Errorf("%s: %w", f.path, err)
	}
	return t.Put(f.path, b)
}

// assets adds every asset; the archive's own hide ours of the same name.
func (s *site) assets(fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.files = append(s.files, file{path.Join("assets", p), func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		return nil
	})
}

// originals adds the report files as they came. Web pages get the name of a
// text file, so that opening one shows it and runs nothing in it.
func (s *site) originals(fsys fs.FS, a *archive.Archive) {
	taken := map[string]bool{}
	for _, e := range a.Entries() {
		if e.Meta.Withdrawn != "" {
			continue
		}
		for _, f := range e.Files {
			if f.SHA256 == "" || taken[f.Original()] {
				continue
			}
			taken[f.Original()] = true
			s.files = append(s.files, file{f.Original(), func() ([]byte, error) { return fs.ReadFile(fsys, f.Path) }})
		}
	}
}

// handwritten are the pages of content/pages.
func handwritten(fsys fs.FS) ([]markdown.Page, []diag.Diagnostic) {
	const dir = "content/pages"
	es, _ := fs.ReadDir(fsys, dir)
	files := map[string][]byte{}
	var ds []diag.Diagnostic
	for _, e := range es {
		name := dir + "/" + e.Name()
		if e.IsDir() || !strings.HasSuffix(name, ".md") || e.Name()[0] == '.' {
			continue
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			ds = append(ds, diag.Diagnostic{Level: diag.Error, File: name, Code: "unreadable", Message: "cannot be read"})
			continue
		}
		files[e.Name()] = b
	}
	return markdown.Pages(files), ds
}
