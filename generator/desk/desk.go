// Package desk files reports into an archive. The bytes of files come in as
// they were given, with what the keeper told of them; out go what was understood
// and doubted, and once that is agreed to each file is put in its place, all or
// none. It fails towards asking: an agency, a year or a role that is not clear is
// a doubt, and a file in doubt is not filed. Bytes are never changed and nothing
// is overwritten unless that was asked for. Asking is the caller's job.
package desk

import (
	"slices"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/pinyin"
	"ogi/generator/rule"
	"ogi/generator/stage"
)

// A Desk is where files are taken into an archive.
type Desk struct {
	Archive *archive.Archive
	folder  *generator.Folder
	set     *check.Set
	of      Batch
}

// Open loads the archive. What is wrong with it is for build to say.
func Open(f *generator.Folder, done func(n, of int)) *Desk {
	a, _ := f.Load(done)
	return &Desk{Archive: a, folder: f, set: check.Ready(a, rule.All, false)}
}

// At is a desk that reads no reports: enough to move them.
func At(f *generator.Folder) *Desk { return &Desk{Archive: f.Agencies(), folder: f} }

// Read tells what is understood of a file, and what the rules say of it next to
// the other years of its agency; the judgement is nil where that is not clear.
func (d *Desk) Read(file inbox.File, t Told) (*Item, *check.Judgement) {
	it := Understand(d.folder.FS(), d.Archive, &d.of, file, t)
	if it.Report == nil || it.Year == 0 || it.Agency == nil && it.New == nil {
		return it, nil
	}
	g := it.Agency
	if g == nil {
		kind := archive.Kind(it.New.Kind)
		if kind == "" {
			kind = archive.KindOf(it.New.Name)
		}
		g = &archive.Agency{Slug: it.New.Slug, Dir: it.New.Dir, Name: it.New.Name, Region: it.New.Region, Kind: kind, Level: archive.LevelOf(kind, it.New.Region)}
	}
	e := &archive.Entry{Agency: g, Year: it.Year, Path: file.Name, SHA256: file.SHA256(), Size: int64(len(file.Bytes)), Report: it.Report}
	e.Meta.Published, e.Meta.Source, e.Meta.Captured = t.Published, t.Source, t.Captured
	e.Files = []archive.File{{Path: file.Name, Role: "main", SHA256: e.SHA256, Size: e.Size, Report: it.Report}}
	j, _ := stage.One(d.set, e)
	return it, j
}

// Take keeps an item as one that is to be filed: what comes after it knows its
// agency.
func (d *Desk) Take(it *Item) { d.of.Take(it) }

// File puts the items in their places, all or none.
func (d *Desk) File(items []*Item) error {
	cs, err := Changes(d.folder.FS(), items)
	if err != nil {
		return err
	}
	return d.folder.File(cs)
}

// Find are the agencies that a person may mean by a text: a folder's name, a name or
// part of one, its pinyin or the first letters of that. What fits best counts alone.
func (d *Desk) Find(text string) []*archive.Agency {
	said := strings.Fields(strings.ToLower(text))
	text = form.Norm(strings.Join(said, ""))
	if text == "" {
		return nil
	}
	all := slices.Concat(d.Archive.Agencies, d.of.fresh)
	low := strings.ToLower(text)
	for _, fits := range []func(*archive.Agency) bool{
		func(g *archive.Agency) bool { return g.Slug == low },
		func(g *archive.Agency) bool {
			return slices.ContainsFunc(names(g), func(n string) bool { return form.Norm(n) == text })
		},
		func(g *archive.Agency) bool {
			return slices.ContainsFunc(names(g), func(n string) bool { return strings.Contains(form.Norm(n), text) })
		},
		func(g *archive.Agency) bool {
			return slices.ContainsFunc(names(g), func(n string) bool {
				return pinyin.Initials(n) == strings.Join(said, "") || inOrder(pinyin.Of(n), said)
			})
		},
	} {
		var found []*archive.Agency
		for _, g := range all {
			if fits(g) {
				found = append(found, g)
			}
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// inOrder reports whether a text holds the parts one after another: weidong sifaju in
// weidongqusifaju.
func inOrder(text string, parts []string) bool {
	for _, p := range parts {
		_, after, ok := strings.Cut(text, p)
		if !ok {
			return false
		}
		text = after
	}
	return true
}
