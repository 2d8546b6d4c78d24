package desk

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/filing"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/ledger"
	"ogi/generator/slug"
	"ogi/generator/tongue"
)

// A Move is an agency that gets another folder, and perhaps another name.
type Move struct {
	From *archive.Agency
	To   string // slug
	Name string // "" where it stays
	Dir  string // its folder afterwards
}

// Plan says what a move would do, or why it cannot be.
func Plan(a *archive.Archive, from, to, name string) (*Move, error) {
	g := a.Agency(from)
	switch {
	case g == nil:
		near := meant(a, from)
		return nil, tongue.Faultf("档案里没有机关 %[1]q%[2]s", "the archive has no agency %[1]q%[3]s", from, near.ZH, near.EN)
	case slug.Reserved(to):
		return nil, tongue.Faultf("%q 在 Windows 上是设备的名字，请另取一个", "%q is the name of a device on Windows: use another", to)
	case !slug.Is(to):
		return nil, tongue.Faultf("%q 不能用在网址里：用小写字母 a–z、数字和连字符，如 weidong-sfj", "%q cannot be part of a web address: use a–z, 0–9 and hyphens, as weidong-sfj", to)
	case from == to && (name == "" || name == g.Name):
		return nil, tongue.Faultf("%s 就叫这个，没有要改的", "%s is called that already: nothing to do", from)
	case from != to && a.Agency(to) != nil:
		return nil, tongue.Faultf("%s 已是%s的文件夹", "%s is the folder of %s already", to, a.Agency(to).Name)
	}
	for _, o := range a.Agencies {
		if o != g && slices.Contains(o.Former, to) {
			return nil, tongue.Faultf("网址 %s 以前是%s的，通向它现在的网址", "the address %s was that of %s, and leads to where that is now", to, o.Name)
		}
		if o != g && name != "" && form.Norm(o.Name) == form.Norm(name) {
			return nil, tongue.Faultf("%s 已有文件夹 %s", "%s has the folder %s already", o.Name, o.Dir)
		}
	}
	return &Move{From: g, To: to, Name: name, Dir: path.Join(path.Dir(g.Dir), to)}, nil
}

// Move makes a planned move: all files of the agency go along, what other agencies
// say of it and the list of what is held follow, and its agency.toml names the old
// folder, whose addresses lead to the new ones. All or nothing.
func (d *Desk) Move(m *Move) error {
	fsys := d.folder.FS()
	old := m.From.Dir
	var cs []filing.Change
	within := map[string]bool{} // folders of other agencies below this one
	for _, g := range d.Archive.Agencies {
		if strings.HasPrefix(g.Dir, old+"/") {
			within[g.Dir] = true
		}
	}
	err := fs.WalkDir(fsys, old, func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case within[p]:
			return fs.SkipDir
		case e.IsDir():
			return nil
		case !e.Type().IsRegular():
			return tongue.Faultf("%s 不是普通文件，请先移走它", "%s is no regular file: take it away first", p)
		}
		b, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		to := m.Dir + strings.TrimPrefix(p, old)
		if p == old+"/agency.toml" {
			if b, err = m.toml(p, b); err != nil {
				return err
			}
		}
		if to == p {
			if strings.HasSuffix(p, "/agency.toml") {
				cs = append(cs, filing.Change{Path: p, Bytes: b})
			}
			return nil
		}
		cs = append(cs, filing.Change{Path: to, Bytes: b, New: true}, filing.Change{Path: p, Remove: true})
		return nil
	})
	if err != nil {
		return err
	}
	if m.From.Slug != m.To {
		for _, g := range d.Archive.Agencies {
			file := g.Dir + "/agency.toml"
			b, err := fs.ReadFile(fsys, file)
			if g == m.From || err != nil {
				continue
			}
			if to := referring(b, m.From.Slug, m.To); !bytes.Equal(b, to) {
				cs = append(cs, filing.Change{Path: file, Bytes: to})
			}
		}
		cs = append(cs, filing.Change{Path: ledger.Path, Edit: m.ledger})
	}
	return d.folder.File(cs)
}

// ledger is the list of what is held after the move; nothing is added to it.
func (m *Move) ledger(old []byte) ([]byte, error) {
	ls, err := ledger.Parse(old)
	if err != nil {
		return nil, err
	}
	for i := range ls {
		if rest, ok := strings.CutPrefix(ls[i].Path, m.From.Dir+"/"); ok {
			ls[i].Path = m.Dir + "/" + rest
			ls[i].Address = "agencies/" + m.To + strings.TrimPrefix(ls[i].Address, "agencies/"+m.From.Slug)
		}
	}
	return ledger.Text(ls), nil
}

// toml is the agency.toml afterwards.
func (m *Move) toml(file string, text []byte) ([]byte, error) {
	c, _ := config.ReadAgency(file, text)
	top, rest := split(string(text))
	if m.From.Slug != m.To {
		former := append(slices.DeleteFunc(slices.Clone(c.Former), func(s string) bool { return s == m.To || s == m.From.Slug }), m.From.Slug)
		var quoted []string
		for _, s := range former {
			quoted = append(quoted, config.Quote(s))
		}
		top = formerKey.ReplaceAllString(top, "")
		top = strings.TrimRight(top, "\n") + "\nformer = [" + strings.Join(quoted, ", ") + "]\n"
	}
	if m.Name != "" && m.Name != m.From.Name {
		top = nameKey.ReplaceAllString(top, "${1}"+strings.ReplaceAll(config.Quote(m.Name), "$", "$$"))
		rest += "\n[[names]]\nname = " + config.Quote(m.From.Name) + "\n"
	}
	if rest != "" {
		top = strings.TrimRight(top, "\n") + "\n\n" + strings.TrimLeft(rest, "\n")
	}
	out := []byte(top)
	now, ds := config.ReadAgency(file, out)
	if len(ds) > 0 || m.Name != "" && now.Name != m.Name || m.From.Slug != m.To && !slices.Contains(now.Former, m.From.Slug) {
		return nil, &inbox.Error{
			Message: tongue.Of(file+" 照现在的写法改不了", file+" cannot be changed as it is written"),
			Remedy:  tongue.Of("请先手工改好它", "bring it into order by hand"),
		}
	}
	return out, nil
}

var (
	formerKey = regexp.MustCompile(`(?ms)^[ \t]*former[ \t]*=[ \t]*\[[^\]]*\][^\n]*\n?`)
	nameKey   = regexp.MustCompile(`(?m)^([ \t]*name[ \t]*=[ \t]*)(?:"(?:[^"\\]|\\.)*"|'[^']*')`)
)

// referring is an agency.toml whose predecessors name another folder.
func referring(text []byte, from, to string) []byte {
	re := regexp.MustCompile(`(?m)^([ \t]*agency[ \t]*=[ \t]*)["']` + regexp.QuoteMeta(from) + `["']`)
	return re.ReplaceAll(text, []byte("${1}"+config.Quote(to)))
}
