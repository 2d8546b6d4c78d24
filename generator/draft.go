package generator

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/intake"
	"ogi/generator/opinion"
	"ogi/generator/report"
	"ogi/generator/roster"
)

// A DraftRequest says which drafts to check and with what. Previous, Roster and
// Year may be left out: then nothing is compared with last year, the units are
// those that the drafts name, and the year is the one most drafts name.
type DraftRequest struct {
	Dir, Previous, Roster string
	Out                   string // left out of Dir where it lies in it
	Year                  int
	Progress              func(stage string, n, of int)
}

// Drafts are the drafts of a folder, paired with their units and judged.
type Drafts struct {
	Folder opinion.Folder
	Judged []Judged
}

// A handed is one file of a folder of drafts or of last year's reports.
type handed struct {
	path    string // slash path in its folder
	file    archive.File
	reasons []string // why it could not be used, with the remedy
}

// otherKinds are files that people hand in and no program reads.
var otherKinds = []string{".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".et", ".rtf", ".odt", ".ods", ".ppt", ".pptx"}

// ReadDrafts reads a folder of drafts, no archive needed, and judges them
// without the rules on dates: among themselves, and with last year's reports.
func ReadDrafts(ctx context.Context, q DraftRequest) (*Drafts, []diag.Diagnostic, error) {
	stage := Options{Progress: q.Progress}.stage
	var units []roster.Unit
	var ds []diag.Diagnostic
	if q.Roster != "" {
		b, err := os.ReadFile(q.Roster)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", q.Roster, bare(err))
		}
		if units, ds, err = roster.Read(slash(q.Roster), b); err != nil {
			return nil, ds, err
		}
	}
	files, err := handedIn(ctx, q.Dir, []string{q.Roster, q.Out, q.Previous}, stage("reading"))
	if err != nil {
		return nil, ds, err
	}
	if len(files) == 0 {
		return nil, ds, fmt.Errorf("%s: no draft is in this folder", q.Dir)
	}
	year := q.Year
	if year == 0 {
		if year = usualYear(files); year == 0 {
			return nil, ds, fmt.Errorf("%s: no draft says its report year: name it with --year", q.Dir)
		}
	}
	if units == nil {
		units = authors(files)
	}
	var last []handed
	var old *archive.Archive
	if q.Previous != "" {
		if last, old, err = previous(ctx, q, stage("reading last year")); err != nil {
			return nil, ds, err
		}
	}
	d := &Drafts{Folder: opinion.Folder{Year: year}}
	d.pair(units, files)
	agencies := make([]*archive.Agency, len(units))
	for i, u := range units {
		agencies[i] = agencyOf(u, i)
	}
	d.compare(agencies, last, old)
	for i := range d.Folder.Cases {
		if e := d.Folder.Cases[i].Entry; e != nil {
			e.Agency, e.Year = agencies[i], year
			agencies[i].Reports = append(agencies[i].Reports, e)
		}
	}
	site, _ := config.ReadSite("site.toml", nil) // its defaults
	set := check.Ready(archive.New(site, agencies), rules(), true)
	broken := make([][]diag.Diagnostic, len(units))
	err = each(ctx, len(units), func(i int) error {
		if c := &d.Folder.Cases[i]; c.Entry != nil {
			c.Judgement, broken[i] = one(set, c.Entry)
		}
		return nil
	}, stage("checking"))
	for _, c := range d.Folder.Cases {
		if c.Entry != nil {
			d.Judged = append(d.Judged, Judged{slash(filepath.Join(q.Dir, c.File)), c.Entry, c.Judgement})
		}
	}
	return d, append(ds, slices.Concat(broken...)...), err
}

// handedIn reads every file of a folder but those below the paths left out.
func handedIn(ctx context.Context, dir string, but []string, done func(n, of int)) ([]handed, error) {
	st, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, bare(err))
	}
	if !st.IsDir() {
		return nil, fmt.Errorf("%s: this is a file; name the folder of drafts", dir)
	}
	var not []fs.FileInfo
	for _, p := range but {
		if st, err := os.Stat(p); p != "" && err == nil {
			not = append(not, st)
		}
	}
	var files []handed
	err = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p != dir {
			st, err := d.Info()
			hidden := strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "~$")
			if err == nil && (hidden || slices.ContainsFunc(not, func(o fs.FileInfo) bool { return os.SameFile(o, st) })) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
		}
		if !d.Type().IsRegular() {
			return nil
		}
		rel, _ := filepath.Rel(dir, p)
		switch ext := strings.ToLower(filepath.Ext(p)); {
		case slices.Contains(reportKinds, ext):
			files = append(files, handed{path: slash(rel)})
		case slices.Contains(otherKinds, ext):
			files = append(files, handed{path: slash(rel), reasons: []string{"程序不读取 " + ext + " 文件，请交 Word、Excel、PDF、网页或文本文件"}})
		}
		return nil
	})
	if err != nil {
		return nil, bare(err)
	}
	err = each(ctx, len(files), func(i int) error {
		h := &files[i]
		if h.reasons != nil {
			return nil
		}
		f, found := archive.LoadFile(os.DirFS(dir), h.path, decodeFile)
		h.file = f
		for _, g := range found {
			if g.Level == diag.Error && f.Report == nil {
				h.reasons = append(h.reasons, strings.TrimSuffix(g.Message+"（"+g.Remedy+"）", "（）"))
			}
		}
		if f.Report == nil && h.reasons == nil {
			h.reasons = []string{"未能读取"}
		}
		return nil
	}, done)
	return files, err
}

// previous reads last year's reports: an archive, or any folder of files.
func previous(ctx context.Context, q DraftRequest, done func(n, of int)) ([]handed, *archive.Archive, error) {
	if _, err := os.Stat(filepath.Join(q.Previous, "site.toml")); err == nil {
		f, err := Open(q.Previous)
		if err != nil {
			return nil, nil, err
		}
		defer f.Close()
		a, _ := f.Load(done)
		return nil, a, nil
	}
	files, err := handedIn(ctx, q.Previous, []string{q.Roster, q.Out, q.Dir}, done)
	return files, nil, err
}

// usualYear is the report year that most drafts say, the later of two.
func usualYear(files []handed) int {
	n := map[int]int{}
	for _, h := range files {
		if h.file.Report != nil && h.file.Report.Year > 0 {
			n[h.file.Report.Year]++
		}
	}
	best := 0
	for y, k := range n {
		if k > n[best] || k == n[best] && y > best {
			best = y
		}
	}
	return best
}

// authors are the units that the drafts themselves name, or their files where
// they name none.
func authors(files []handed) []roster.Unit {
	var units []roster.Unit
	for _, h := range files {
		name := strings.TrimSuffix(path.Base(h.path), path.Ext(h.path))
		if h.file.Report != nil && h.file.Report.Agency.Text != "" {
			name = h.file.Report.Agency.Text
		}
		if !slices.ContainsFunc(units, func(u roster.Unit) bool { return form.Norm(u.Name) == form.Norm(name) }) {
			units = append(units, roster.Unit{Name: name, Kind: archive.KindOf(name)})
		}
	}
	return units
}

func agencyOf(u roster.Unit, i int) *archive.Agency {
	g := &archive.Agency{
		Slug: fmt.Sprintf("unit-%04d", i+1), Name: u.Name, Kind: u.Kind, Region: u.Region, Aliases: u.Aliases,
		Function: config.FunctionByName(u.Name),
	}
	if g.Region == "" {
		g.Region = intake.RegionOf(u.Name)
	}
	g.Level = archive.LevelOf(g.Kind, g.Region)
	return g
}

func match(units []roster.Unit, files []handed) []roster.Pair {
	asked := make([]roster.Draft, len(files))
	for i, h := range files {
		asked[i].Path = h.path
		if r := h.file.Report; r != nil {
			asked[i].Agency, asked[i].Title = r.Agency.Text, r.Title.Text
		}
	}
	return roster.Match(units, asked)
}

// pair gives each unit its draft: of several files the fullest.
func (d *Drafts) pair(units []roster.Unit, files []handed) {
	of := make([][]int, len(units))
	pairs := match(units, files)
	for i, p := range pairs {
		if p.Unit < 0 {
			note := p.Note
			if r := files[i].reasons; r != nil {
				note += "；" + strings.Join(r, "；")
			}
			d.Folder.Strays = append(d.Folder.Strays, opinion.Stray{File: files[i].path, Note: note})
			continue
		}
		of[p.Unit] = append(of[p.Unit], i)
	}
	for u, unit := range units {
		c := opinion.Case{Unit: unit}
		slices.SortStableFunc(of[u], func(a, b int) int { return cmp.Compare(fullness(files[b]), fullness(files[a])) })
		for _, i := range of[u] {
			h := &files[i]
			switch {
			case h.file.Report == nil && c.Entry == nil:
				c.File, c.SHA256 = h.path, h.file.SHA256
				c.Unreadable = append(c.Unreadable, h.reasons...)
			case h.file.Report == nil:
				c.Notes = append(c.Notes, "另有文件未能读取："+h.path+"："+strings.Join(h.reasons, "；"))
			case c.Entry == nil:
				c.File, c.SHA256 = h.path, h.file.SHA256
				c.Entry = &archive.Entry{Path: h.path, SHA256: h.file.SHA256, Size: h.file.Size, Files: []archive.File{h.file}, Report: h.file.Report}
			case len(h.file.Report.Sections) == 0 && len(c.Entry.Report.Sections) > 0:
				h.file.Role = "attachment"
				c.Entry.Files = append(c.Entry.Files, h.file)
				c.Notes = append(c.Notes, "附件："+h.path)
			default:
				c.Notes = append(c.Notes, "另有文件未核对："+h.path)
			}
			if n := pairs[i].Note; n != "" {
				c.Notes = append(c.Notes, h.path+"："+n)
			}
		}
		d.Folder.Cases = append(d.Folder.Cases, c)
	}
}

// fullness tells the report among several files of a unit: the one with most
// sections and cells.
func fullness(h handed) int {
	if h.file.Report == nil {
		return -1
	}
	n := 40 * len(h.file.Report.Sections)
	for _, c := range h.file.Report.Cells {
		if c.State != report.Missing {
			n++
		}
	}
	return n
}

// compare gives each unit its earlier reports.
func (d *Drafts) compare(agencies []*archive.Agency, last []handed, old *archive.Archive) {
	year := d.Folder.Year
	units := make([]roster.Unit, len(d.Folder.Cases))
	for i, c := range d.Folder.Cases {
		units[i] = c.Unit
	}
	if old != nil {
		names := make([]roster.Draft, len(old.Agencies))
		for i, g := range old.Agencies {
			names[i] = roster.Draft{Path: g.Slug, Agency: g.Name}
		}
		for i, p := range roster.Match(units, names) {
			if p.Unit < 0 || len(agencies[p.Unit].Reports) > 0 {
				continue
			}
			for _, e := range old.Agencies[i].Reports {
				if e.Year < year && e.Report != nil {
					kept := *e
					kept.Agency = agencies[p.Unit]
					agencies[p.Unit].Reports = append(agencies[p.Unit].Reports, &kept)
					if e.Year == year-1 {
						d.Folder.Cases[p.Unit].Previous = e.Path
					}
				}
			}
		}
		return
	}
	best := make([]int, len(units))
	for i, p := range match(units, last) {
		r := last[i].file.Report
		switch {
		case p.Unit < 0:
			continue
		case r == nil:
			d.Folder.Cases[p.Unit].Notes = append(d.Folder.Cases[p.Unit].Notes, "上年文件未能读取："+last[i].path)
			continue
		case r.Year != 0 && r.Year != year-1:
			d.Folder.Cases[p.Unit].Notes = append(d.Folder.Cases[p.Unit].Notes, "上年文件夹中的"+last[i].path+"写明是"+strconv.Itoa(r.Year)+"年，未使用")
			continue
		case fullness(last[i])+1 <= best[p.Unit]:
			continue
		}
		best[p.Unit] = fullness(last[i]) + 1
		f := last[i].file
		agencies[p.Unit].Reports = []*archive.Entry{{
			Agency: agencies[p.Unit], Year: year - 1, Path: last[i].path, SHA256: f.SHA256, Size: f.Size, Files: []archive.File{f}, Report: r,
		}}
		d.Folder.Cases[p.Unit].Previous = last[i].path
	}
}
