package generator

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/place"
	"ogi/generator/publish"
	"ogi/generator/render"
	"ogi/generator/rule"
	"ogi/generator/work"
)

// A site is every file that a build will write, none of them made yet: memory
// holds one page a worker, whatever the size of the archive.
type site struct {
	templates *render.Set
	pages     []page.Page
	files     []file
	originals []original
}

// A file is one that is no page.
type file struct {
	path  string
	bytes func() ([]byte, error)
}

// plan lists the site. Diagnostics are about hand-written pages and originals.
func plan(f *Folder, a *archive.Archive, results check.Results, withheld map[string]page.Held, ours fs.FS) (*site, []diag.Diagnostic, error) {
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
	in := page.Input{Archive: a, Results: results, Rules: rule.All, RuleDoc: rule.Doc, Pages: texts, Version: Version, Withheld: withheld, Samples: rule.Samples}
	s.pages = page.Site(in)
	ds = append(ds, s.distinct()...)
	for _, f := range page.Files(in) {
		s.files = append(s.files, file{f.Path, func() ([]byte, error) { return f.Bytes(), nil }})
	}
	s.add(".nojekyll", nil)
	s.add("build.json", fmt.Appendf(nil, "{\"generator\":\"ogi\",\"version\":%q}\n", Version))
	more, err := s.assets(assets)
	ds = append(ds, more...)
	if err != nil {
		return nil, ds, err
	}
	s.originals = originalsOf(a, withheld)
	if base := a.Site.BaseURL; base != "" {
		for _, m := range sitemaps(base, s.pages, sitemapLimit) {
			s.add(m.name, m.text)
		}
	}
	return s, ds, nil
}

func (s *site) add(path string, b []byte) {
	s.files = append(s.files, file{path, func() ([]byte, error) { return b, nil }})
}

// path is where the i-th file goes: pages first, since they take longest.
func (s *site) path(i int) string {
	if i < len(s.pages) {
		return s.pages[i].Path
	}
	return s.files[i-len(s.pages)].path
}

// put makes the i-th file and hands it to the tree. A page that breaks while it
// is valued is left out and told as broken; an error, as of a template, ends
// the build.
func (s *site) put(t *publish.Tree, i int, broken *error) error {
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	var b []byte
	var err error
	*broken = work.Safely(func() { b, err = s.bytes(i, w) })
	switch {
	case *broken != nil:
		return nil
	case err != nil:
		return fmt.Errorf("%s: %w", s.path(i), err)
	}
	return t.Put(s.path(i), b)
}

// buffers are what pages are written into, one a worker: to grow a new one for
// each page made a fifth of all memory that a build asked for.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// bytes makes the i-th file; a page is written into w.
func (s *site) bytes(i int, w *bytes.Buffer) ([]byte, error) {
	if i >= len(s.pages) {
		return s.files[i-len(s.pages)].bytes()
	}
	w.Reset()
	err := s.templates.Render(w, s.pages[i])
	return w.Bytes(), err
}

// assets adds every asset; the archive's own hide ours of the same name.
func (s *site) assets(fsys fs.FS) ([]diag.Diagnostic, error) {
	var ds []diag.Diagnostic
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if st, err := fs.Stat(fsys, p); err != nil || !st.Mode().IsRegular() {
			ds = append(ds, diag.Diagnostic{
				Level: diag.Error, File: "assets/" + p, Code: "symlink",
				Message: "这不是档案里的文件", Remedy: "请放入文件本身",
			})
			return nil
		}
		s.files = append(s.files, file{path.Join("assets", p), func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		return nil
	})
	return ds, err
}

// distinct leaves out pages whose address another has: only hand-written ones
// can meet those of the site.
func (s *site) distinct() []diag.Diagnostic {
	var ds []diag.Diagnostic
	taken := map[string]bool{}
	s.pages = slices.DeleteFunc(s.pages, func(p page.Page) bool {
		if !taken[p.Path] {
			taken[p.Path] = true
			return false
		}
		ds = append(ds, diag.Diagnostic{
			Level: diag.Error, File: "content/pages/" + strings.TrimSuffix(p.Path, "/index.html") + ".md", Code: "address-taken",
			Message: "本站在这个网址已有自己的页面", Remedy: "请给文件改名",
		})
		return true
	})
	return ds
}

// overlong says why a page is left out that would take too long.
func overlong(name string, l markdown.Limit, line int) diag.Diagnostic {
	d := diag.Diagnostic{Level: diag.Error, File: name, Code: "too-large"}
	if line > 0 {
		d.Pos = place.Pos{Line: line, Col: 1}
	}
	switch l {
	case markdown.Size:
		d.Message = fmt.Sprintf("文件大于 %d KB，这一页不生成", markdown.MaxSize>>10)
		d.Remedy = "请分成几页"
	case markdown.Nested:
		d.Message, d.Remedy = "一行里开始的引用和列表层数过多，这一页不生成", "请把它们分行写，减少层数"
	case markdown.Bars:
		d.Message, d.Remedy = "一行里的竖线“|”过多，这一页不生成", "请把表格分成几张，减少列数"
	}
	return d
}

// handwritten are the pages of content/pages.
func handwritten(fsys fs.FS) ([]markdown.Page, []diag.Diagnostic) {
	const dir = "content/pages"
	es, _ := fs.ReadDir(fsys, dir)
	files := map[string]markdown.Doc{}
	var ds []diag.Diagnostic
	for _, e := range es {
		name := dir + "/" + e.Name()
		if e.IsDir() || !strings.HasSuffix(name, ".md") || e.Name()[0] == '.' {
			continue
		}
		wrong := func(code, message, remedy string) {
			ds = append(ds, diag.Diagnostic{Level: diag.Error, File: name, Code: code, Message: message, Remedy: remedy})
		}
		b, err := fs.ReadFile(fsys, name)
		switch slug := strings.TrimSuffix(strings.TrimSuffix(e.Name(), ".md"), ".en"); {
		case err != nil:
			wrong("unreadable", "无法读取："+disk.Bare(err).Error(), "请放入文件本身")
		case strings.Trim(slug, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || slug == "":
			wrong("bad-slug", "文件名不能用在网址里",
				"请用小写字母 a–z、数字和连字符改名，如 about.md")
		case !utf8.Valid(b):
			wrong("not-utf8", "不是 UTF-8 文本", "请另存为 UTF-8")
		default:
			if over, line := markdown.Over(b); over != markdown.Within {
				ds = append(ds, overlong(name, over, line))
				continue
			}
			doc, err := markdown.Convert(b, markdown.PageRoot)
			if err != nil {
				wrong("internal", err.Error(), "请把这个问题告诉我们，最好附上这个文件")
				continue
			}
			for _, p := range doc.Pictures {
				ds = append(ds, diag.Diagnostic{
					Level: diag.Warning, File: name, Pos: place.Pos{Line: p.Line, Col: 1}, Code: "picture-elsewhere",
					Message: "图片在别的网站上，本站不加载，已改为链接：" + p.URL, Remedy: "请把图片放入 assets/，写作 ![说明](/assets/文件名)",
				})
			}
			files[e.Name()] = doc
		}
	}
	return markdown.Pages(files), ds
}
