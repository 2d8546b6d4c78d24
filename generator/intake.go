package generator

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/inbox"
	"ogi/generator/intake"
)

// An Intake is an archive made ready to take in files.
type Intake struct {
	Archive *archive.Archive
	folder  *Folder
	set     *check.Set
}

// Intake loads the archive. What is wrong with it is for build to say.
func (f *Folder) Intake(done func(n, of int)) *Intake {
	a, _ := f.Load(done)
	return &Intake{Archive: a, folder: f, set: check.Ready(a, rules(), false)}
}

// Read tells what is understood of a file, and what the rules say of it next to
// the other years of its agency; the judgement is nil where that is not clear.
func (in *Intake) Read(file inbox.File, t intake.Told) (*intake.Item, *check.Judgement) {
	it := intake.Understand(in.folder.FS(), in.Archive, file, t, archive.Decode)
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
	j, _ := one(in.set, e)
	return it, j
}

// File puts the items in their places, all or none.
func (in *Intake) File(items []*intake.Item) error {
	cs, err := intake.Changes(in.folder.FS(), items)
	if err != nil {
		return err
	}
	return in.folder.File(cs)
}
