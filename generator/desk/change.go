package desk

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"ogi/generator/config"
	"ogi/generator/filing"
	"ogi/generator/inbox"
	"ogi/generator/ledger"
	"ogi/generator/tongue"
)

// Changes are what puts the items in their places, the facts after the files
// that they speak of. Two items for one place are an error.
func Changes(fsys fs.FS, items []*Item) ([]filing.Change, error) {
	var out []filing.Change
	var put []ledger.Line
	var drop []string
	made := map[string]string{} // agency folders, whose they are
	taken := map[string]string{}
	for _, it := range items {
		year := fmt.Sprintf("%s/%d", it.Dir(), it.Year)
		if other := taken[year]; other != "" {
			return nil, &inbox.Error{
				Message: tongue.Sprintf("%s 和 %s 都是%[4]s%[3]d年的", "%s and %s are both of %d by %s", other, it.File.Name, it.Year, it.Name()),
				Remedy:  tongue.Of("请先加入年报本身，再用 --role attachment 或 --role corrected 加入另一个", "add the report first, then the other with --role attachment or --role corrected"),
			}
		}
		taken[year] = it.File.Name
		if owner := made[it.Dir()]; owner != "" && owner != it.Name() {
			return nil, &inbox.Error{
				Message: tongue.Sprintf("%s 和 %s 会落在同一个文件夹 %s", "%s and %s would share the folder %s", owner, it.Name(), it.Dir()),
				Remedy:  tongue.Of("请单独加入其中一个，用 --agency 另取名", "add one of them alone, with an --agency of its own"),
			}
		}
		if it.New != nil && made[it.New.Dir] == "" {
			made[it.New.Dir] = it.New.Name
			out = append(out, filing.Change{Path: it.New.Dir + "/agency.toml", Bytes: it.New.toml(), New: true})
		}
		cs, err := it.changes(fsys)
		if err != nil {
			return nil, err
		}
		out = append(out, cs...)
		for _, c := range cs {
			switch {
			case strings.HasSuffix(c.Path, ".toml"):
			case c.Remove:
				drop = append(drop, c.Path)
			default:
				put = append(put, ledger.Line{Path: c.Path, SHA256: inbox.Sum(c.Bytes), Address: fmt.Sprintf("agencies/%s/%d/", path.Base(it.Dir()), it.Year)})
			}
		}
	}
	if len(put) > 0 {
		out = append(out, filing.Change{Path: ledger.Path, Edit: ledger.Edit(put, drop...)})
	}
	return out, nil
}

// To is where the bytes go, a slash path from the archive's root.
func (it *Item) To() string {
	if it.Role == "main" {
		return fmt.Sprintf("%s/%d.%s", it.Dir(), it.Year, it.Ext)
	}
	folder := fmt.Sprintf("%d", it.Year)
	if it.Role == "earlier" {
		folder = fmt.Sprintf("captures/%d", it.Year)
	}
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s/%s-%d.%s", folder, it.Role, n, it.Ext)
		if !it.Held.has(name) {
			return it.Dir() + "/" + name
		}
	}
}

// has tells whether a name but for its extension is taken.
func (h *Held) has(name string) bool {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, f := range h.Files {
		if strings.TrimSuffix(f.Path, path.Ext(f.Path)) == stem {
			return true
		}
	}
	return false
}

func (it *Item) changes(fsys fs.FS) ([]filing.Change, error) {
	facts := fmt.Sprintf("%s/%d.toml", it.Dir(), it.Year)
	to, t := it.To(), it.Told
	given := facts5{t.Source, t.Published, t.Captured, t.Searched, it.File.SHA256()}
	h := it.Held
	switch {
	case h == nil:
		return []filing.Change{
			{Path: to, Bytes: it.File.Bytes, New: true},
			{Path: facts, Bytes: setFacts(nil, given), New: true},
		}, nil
	case it.Role != "main":
		f := config.File{Path: strings.TrimPrefix(to, it.Dir()+"/"), Role: it.Role, Source: t.Source, Published: t.Published, Captured: t.Captured, Searched: t.Searched, SHA256: it.File.SHA256()}
		text, err := checked(facts, withFiles(h.TOML, f))
		return []filing.Change{{Path: to, Bytes: it.File.Bytes, New: true}, {Path: facts, Bytes: text}}, err
	case h.Main == "": // facts without a report
		text, err := checked(facts, setFacts(h.TOML, given))
		return []filing.Change{{Path: to, Bytes: it.File.Bytes, New: true}, {Path: facts, Bytes: text}}, err
	}
	return it.replace(fsys, facts, to, given)
}

// replace files the old report as an earlier version, with the facts that were
// its own, and puts the new one in its place.
func (it *Item) replace(fsys fs.FS, facts, to string, given facts5) ([]filing.Change, error) {
	h := it.Held
	old, err := fs.ReadFile(fsys, path.Join(h.Dir, h.Main))
	if err != nil {
		return nil, err
	}
	ext := path.Ext(h.Main)
	capture := ""
	for n := 1; capture == ""; n++ {
		if name := fmt.Sprintf("captures/%d/earlier-%d%s", it.Year, n, ext); !h.has(name) {
			capture = name
		}
	}
	f := config.File{Path: capture, Role: "earlier", Source: h.Meta.Source, Published: h.Meta.Published, Captured: h.Meta.Captured, Searched: h.Meta.Searched, SHA256: or(h.Meta.SHA256, inbox.Sum(old))}
	for _, m := range h.Meta.Files {
		if m.Path == h.Main {
			f.Source, f.Published, f.Captured = or(m.Source, f.Source), or(m.Published, f.Published), or(m.Captured, f.Captured)
		}
	}
	if given.source == "" {
		given.source = h.Meta.Source // most often the same page, seen again
	}
	text := setFacts(h.TOML, given)
	if h.Main != path.Base(to) {
		text = renamed(text, h.Main, path.Base(to))
	}
	if text, err = checked(facts, withFiles(text, f)); err != nil {
		return nil, err
	}
	cs := []filing.Change{
		{Path: h.Dir + "/" + capture, Bytes: old, New: true},
		{Path: to, Bytes: it.File.Bytes},
		{Path: facts, Bytes: text},
	}
	if main := path.Join(h.Dir, h.Main); main != to {
		cs[1].New = true
		cs = append(cs, filing.Change{Path: main, Remove: true})
	}
	return cs, nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// checked refuses to write facts that would not read.
func checked(file string, text []byte) ([]byte, error) {
	if _, ds := config.ReadYear(file, text); len(ds) > 0 {
		return nil, &inbox.Error{
			Message: tongue.Of("照现在的写法没法添加："+ds[0].String(), "cannot be added to as it is written: "+ds[0].String()),
			Remedy:  tongue.Of("请先手工改好 "+file, "bring "+file+" into order by hand"),
		}
	}
	return text, nil
}
