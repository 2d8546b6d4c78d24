package stage

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/archive"
	"ogi/generator/codec"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/markdown"
	"ogi/generator/page"
	"ogi/generator/place"
	"ogi/generator/render"
	"ogi/generator/rule"
)

// A Frame is what all pages share, and the files of the site that come from no
// report.
type Frame struct {
	page.Input     // its Archive has the settings alone
	Sum        Sum // of all that pages rest on here

	templates *render.Set
	files     []File
	root      []File // of the archive, for the root of the site
}

// NewFrame reads the templates, assets and hand-written pages of an archive, above
// those of the program. Diagnostics are about these.
func NewFrame(own fs.FS, settings config.Site, ours fs.FS) (*Frame, []diag.Diagnostic, error) {
	templates, err := sub(own, ours, "templates")
	if err != nil {
		return nil, nil, err
	}
	assets, err := sub(own, ours, "assets")
	if err != nil {
		return nil, nil, err
	}
	s := &Frame{}
	if s.templates, err = render.New(templates); err != nil {
		return nil, nil, err
	}
	texts, ds := prose(own, templates)
	on := codec.Hash{}
	toml, _ := fs.ReadFile(own, "site.toml")
	on.Text(string(toml))
	on.Text(settings.BaseURL) // which need not be that of site.toml
	if err := sumInto(&on, templates); err != nil {
		return nil, nil, err
	}
	for _, p := range texts {
		on.Text(p.Slug)
	}
	s.Sum = on.Sum()
	s.Input = page.Input{
		Archive: archive.New(settings, nil), Rules: rule.All, RuleDoc: rule.Doc,
		Pages: texts, Version: Version, Samples: rule.Samples,
	}
	ds = append(ds, s.pictures(own, texts)...)
	ds = append(ds, strangers(own, ours)...)
	s.add(".nojekyll", nil)
	s.add("build.json", fmt.Appendf(nil, "{\"generator\":\"ogi\",\"version\":%q}\n", Version))
	more, err := s.assets(assets)
	return s, append(ds, more...), err
}

// sumInto adds all files of a folder.
func sumInto(on *codec.Hash, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, p)
		on.Text(p)
		on.Text(string(b))
		return err
	})
}

func (s *Frame) add(path string, b []byte) {
	s.files = append(s.files, File{Path: path, bytes: func(*bytes.Buffer) ([]byte, error) { return b, nil }})
}

// assets adds every asset; the archive's own hide ours of the same name. What begins
// with _ is no part of a site: how an asset is made stands there.
func (s *Frame) assets(fsys fs.FS) ([]diag.Diagnostic, error) {
	var ds []diag.Diagnostic
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), "_"):
			return fs.SkipDir
		case d.IsDir() || strings.HasPrefix(d.Name(), "_"):
			return nil
		}
		if st, err := fs.Stat(fsys, p); err != nil || !st.Mode().IsRegular() {
			ds = append(ds, diag.Diagnostic{
				Level: diag.Error, File: "assets/" + p, Code: "symlink",
				Message: "这不是档案里的文件", Remedy: "请放入文件本身",
			})
			return nil
		}
		f := File{Path: path.Join("assets", p), bytes: func(*bytes.Buffer) ([]byte, error) { return fs.ReadFile(fsys, p) }}
		if name, ok := strings.CutPrefix(f.Path, rootFolder); ok {
			f.Path = name
			s.root = append(s.root, f)
		} else {
			s.files = append(s.files, f)
		}
		return nil
	})
	return ds, err
}

// distinct leaves out pages whose address another has: only hand-written ones
// can meet those of the site.
func distinct(pages []page.Page) ([]page.Page, []diag.Diagnostic) {
	var ds []diag.Diagnostic
	taken := map[string]bool{}
	pages = slices.DeleteFunc(pages, func(p page.Page) bool {
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
	return pages, ds
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

// prose are the pages in words: those of content/pages, and of ours those that
// the archive has not written itself. An archive that wrote one in Chinese alone
// does not get our English beside it.
func prose(own, templates fs.FS) ([]markdown.Page, []diag.Diagnostic) {
	files := map[string]markdown.Doc{}
	ds := handwritten(own, "content/pages", files)
	ours, has := map[string]markdown.Doc{}, maps.Clone(files)
	ds = append(ds, handwritten(templates, "pages", ours)...)
	for name, doc := range ours {
		slug := strings.TrimSuffix(strings.TrimSuffix(name, ".md"), ".en")
		_, chinese := has[slug+".md"]
		if _, same := has[name]; !same && !chinese {
			files[name] = doc
		}
	}
	return markdown.Pages(files), ds
}

// pictures adds those that lie beside the pages and are shown in them.
func (s *Frame) pictures(own fs.FS, pages []markdown.Page) []diag.Diagnostic {
	var ds []diag.Diagnostic
	added := map[string]bool{}
	for _, p := range pages {
		for ext, doc := range map[string]markdown.Doc{".md": p.ZH, ".en.md": p.EN} {
			for _, pic := range doc.Beside {
				name := "content/pages/" + pic.URL
				st, err := fs.Stat(own, name)
				switch {
				case err != nil || !st.Mode().IsRegular() || !slices.Contains(pictureKinds, strings.ToLower(path.Ext(name))):
					ds = append(ds, diag.Diagnostic{
						Level: diag.Warning, File: "content/pages/" + p.Slug + ext, Pos: place.Pos{Line: pic.Line, Col: 1}, Code: "picture-missing",
						Message: "旁边没有这张图片，或不是图片：" + pic.URL, Remedy: "请把图片放在这一页旁边，名字只用字母、数字和连字符，如 map.png",
					})
				case !added[name]:
					added[name] = true
					s.files = append(s.files, File{Path: markdown.BesidePath + pic.URL, bytes: func(*bytes.Buffer) ([]byte, error) { return fs.ReadFile(own, name) }})
				}
			}
		}
	}
	slices.SortFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return ds
}

var pictureKinds = []string{".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"}

// strangers tells of templates of the archive that take no one's place: a slip in the
// name leaves ours in use without a word.
func strangers(own, ours fs.FS) []diag.Diagnostic {
	var names []string
	_ = fs.WalkDir(ours, "templates", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, strings.TrimPrefix(p, "templates/"))
		}
		return nil
	})
	var ds []diag.Diagnostic
	_ = fs.WalkDir(own, "templates", func(p string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(p, "templates/")
		if err != nil || d.IsDir() || strings.HasPrefix(path.Base(p), ".") || slices.Contains(names, name) {
			return nil
		}
		message := "没有这个名字的内置模板，这个文件不起作用"
		if path.Dir(name) == "_partials" {
			message = "没有这个名字的内置部分；只有您自己的模板用到它才起作用"
		}
		if near := config.Nearest(name, names); near != "" {
			message += "（是不是 " + near + "？）"
		}
		ds = append(ds, diag.Diagnostic{Level: diag.Warning, File: p, Code: "unknown-template", Message: message, Remedy: "ogi eject templates 写出内置的，可以对照名字"})
		return nil
	})
	return ds
}

// handwritten converts the pages of a folder into files, by their names.
func handwritten(fsys fs.FS, dir string, files map[string]markdown.Doc) []diag.Diagnostic {
	es, _ := fs.ReadDir(fsys, dir)
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
			ds = append(ds, blanks(name, b)...)
			files[e.Name()] = doc
		}
	}
	return ds
}

// blank is what a keeper of an archive has not put own words for, as start writes
// it; the sentence is what archives once began with.
var blank = regexp.MustCompile(`〔(待填|to fill in)[:：]|这里写明本档案由谁维护`)

// blanks tells how many of them a page still has.
func blanks(name string, b []byte) []diag.Diagnostic {
	at := blank.FindAllIndex(b, -1)
	if len(at) == 0 {
		return nil
	}
	return []diag.Diagnostic{{
		Level: diag.Warning, File: name, Pos: place.Pos{Line: 1 + bytes.Count(b[:at[0][0]], []byte("\n")), Col: 1}, Code: "blank",
		Message: fmt.Sprintf("有%d处要由档案的维护者填写，现在照样公布着", len(at)), Remedy: "请把〔待填：…〕换成自己的话；不需要的连同那一句删去",
	}}
}
