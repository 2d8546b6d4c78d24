package archive

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/personal"
	"ogi/generator/region"
	"ogi/generator/slug"
)

// MaxReport is the size in bytes above which a report file is refused.
const MaxReport = 32 << 20

// maxTOML is the same for the archive's own files.
const maxTOML = 1 << 20

// Options say how to load.
type Options struct {
	Done func(n, of int) // called after each report, if not nil; not at once
	// Changed are files, by slash path, that are left out since they changed while
	// an earlier Load was at work.
	Changed map[string]bool
	// Only, if not empty, is the slash path of the one agency folder to load.
	Only string
}

// Load reads the archive whose root is fsys: site.toml and content/. fsys must
// refuse to follow symbolic links out of the folder, as os.Root.FS does.
func Load(fsys fs.FS, o Options) (*Archive, []diag.Diagnostic) {
	s, found := NewScan(fsys, o)
	l := &loader{fsys: fsys, opts: o, found: found}
	var agencies []*Agency
	for _, slug := range s.Slugs {
		if a := l.choose(s.dirs[slug], s.walk); a != nil {
			agencies = append(agencies, a)
		}
	}
	l.decode(agencies)
	if o.Only == "" {
		l.found = append(l.found, Strangers(agencies)...)
	}
	diag.Sort(l.found)
	return New(s.Site, agencies), l.found
}

type loader struct {
	fsys  fs.FS
	opts  Options
	found []diag.Diagnostic
}

func (l *loader) say(level diag.Level, file, code, remedy, format string, args ...any) {
	l.found = append(l.found, diag.Diagnostic{
		Level: level, File: personal.Path(file), Code: code, Remedy: personal.Mask(remedy), Message: personal.Mask(fmt.Sprintf(format, args...)),
	})
}

func (l *loader) site() config.Site {
	b, ok := l.toml("site.toml")
	if !ok {
		b = nil
		if len(l.found) == 0 {
			l.say(diag.Error, "site.toml", "no-site", `请新建一个，写上：title = "…"`, "这个文件夹没有 site.toml")
		}
		s, _ := config.ReadSite("site.toml", b)
		return s
	}
	s, ds := config.ReadSite("site.toml", b)
	l.found = append(l.found, ds...)
	return s
}

// toml is the content of a TOML file; false if there is none or it could not
// be read, which is then among the diagnostics.
func (l *loader) toml(name string) ([]byte, bool) {
	f, err := fs.Stat(l.fsys, name)
	if isNotExist(err) {
		return nil, false
	}
	if err == nil && f.Size() > maxTOML {
		l.say(diag.Error, name, "too-large", "这里只写档案自己的说明", "文件大于 1 MB")
		return nil, false
	}
	var b []byte
	if err == nil {
		b, err = fs.ReadFile(l.fsys, name)
	}
	if err != nil {
		l.unreadable(name, err)
		return nil, false
	}
	return b, true
}

// agency reads one agency folder without its reports' content; nil if it
// cannot be used.
func (l *loader) agency(dir string, w *walk) *Agency {
	file := dir + "/agency.toml"
	b, ok := l.toml(file)
	if !ok {
		return nil
	}
	c, ds := config.ReadAgency(file, b)
	l.found = append(l.found, ds...)
	if c.Name == "" {
		return nil
	}
	name := dir[strings.LastIndexByte(dir, '/')+1:]
	switch {
	case personal.Path(dir) != dir:
		l.say(diag.Error, dir, "personal-number", "请给文件夹改名，如 weidong-sfj", "文件夹名里有个人的号码，不能用")
		return nil
	case slug.Reserved(name):
		l.say(diag.Error, dir, "bad-slug", "请给文件夹改名，如 "+name+"-1", "文件夹名 %q 在 Windows 上是设备的名字，不能用", name)
		return nil
	case !slug.Is(name):
		l.say(diag.Error, dir, "bad-slug",
			"请用小写字母 a–z、数字和连字符给文件夹改名，如 weidong-sfj",
			"文件夹名 %q 不能用在网址里", name)
		return nil
	}
	a := &Agency{
		Slug: name, Dir: dir, Name: strings.TrimSpace(c.Name), Region: c.Region,
		Kind: Kind(c.Kind), Function: c.Function,
		Aliases: c.Aliases, Former: l.former(file, c.Former), Names: c.Names, Predecessors: c.Predecessors, Homepage: c.Homepage,
	}
	if a.Kind == "" {
		if a.Kind = KindOf(a.Name); a.Kind == "" {
			l.say(diag.Warning, file, "kind-unknown", `请写 kind = "department" 或所列的其他类别`,
				"从名称看不出是哪一类机关，因此不核对期限")
		}
	}
	if a.Function == "" {
		a.Function = config.FunctionByName(a.Name)
	}
	switch _, known := region.Lookup(a.Region); {
	case a.Region == "":
		l.say(diag.Warning, file, "no-region", `请写 region = "410403"，用所在区划的代码`, "没有写所在地区")
	case !known:
		l.say(diag.Warning, file, "unknown-region", "请查 GB/T 2260",
			"区划代码表里没有 %s", a.Region)
	}
	a.Level = LevelOf(a.Kind, a.Region)
	l.years(a, w)
	return a
}

// former are the folder names that can have been addresses.
func (l *loader) former(file string, names []string) (fs []string) {
	for _, name := range names {
		if slug.Is(name) && personal.Path(name) == name {
			fs = append(fs, name)
			continue
		}
		l.say(diag.Error, file, "bad-slug", "这里写文件夹以前的名字，如 weidong-sfj", "former 里的 %q 不能是网址", name)
	}
	return fs
}

// choose is the agency of a slug: of several folders of that name the first that
// can be used.
func (l *loader) choose(dirs []string, w *walk) *Agency {
	var kept *Agency
	for _, dir := range dirs {
		switch a := l.agency(dir, w); {
		case a == nil:
		case kept == nil:
			kept = a
		default:
			l.say(diag.Error, dir, "duplicate-slug", "请给其中一个文件夹改名；文件夹名就是网址",
				"文件夹名 %q 已由 %s 占用", a.Slug, kept.Dir)
		}
	}
	return kept
}

// Strangers tells of predecessors that the archive does not hold.
func Strangers(as []*Agency) []diag.Diagnostic {
	l := &loader{}
	known := map[string]bool{}
	for _, a := range as {
		known[a.Slug] = true
	}
	for _, a := range as {
		for _, p := range a.Predecessors {
			if p.Agency != "" && !known[p.Agency] {
				l.say(diag.Warning, a.Dir+"/agency.toml", "unknown-predecessor",
					"请写本档案中一个机关的文件夹名", "本档案没有机关 %q", p.Agency)
			}
		}
	}
	return l.found
}

func sortedKeys[V any](m map[string]V) []string {
	ks := make([]string, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
