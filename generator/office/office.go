// Package office reads a folder of drafts as an office gets them from its units:
// any kind of file, also in zips, several of one unit. What was handed in comes
// in with the list of the units and last year's reports; each unit goes out with
// the file that is its draft, judged among the others and masked, and what
// belongs to nobody is told. It fails towards pairing with none. What is made of
// the drafts is for the rooms below: sheets in opinion, an area's tables in sum.
package office

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/office/opinion"
	"ogi/generator/office/roster"
	"ogi/generator/personal"
	"ogi/generator/region"
	"ogi/generator/rule"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// A Request says which drafts to check and with what. Previous, Roster and
// Year may be left out: then nothing is compared with last year, the units are
// those that the drafts name, and the year is the one most drafts name.
type Request struct {
	Dir, Previous, Roster string
	Out                   string // left out of Dir where it lies in it
	Year                  int
	Progress              work.Progress
}

// Drafts are the drafts of a folder, paired with their units and judged.
type Drafts struct {
	Dir    string // that files lie in
	Folder opinion.Folder
	Judged []generator.Judged
}

// Read reads a folder of drafts, no archive needed, and judges them
// without the rules on dates: among themselves, and with last year's reports.
func Read(ctx context.Context, q Request) (*Drafts, []diag.Diagnostic, error) {
	var units []roster.Unit
	var ds []diag.Diagnostic
	if q.Roster != "" {
		var err error
		if units, ds, err = roster.Load(q.Roster); err != nil {
			return nil, ds, err
		}
	}
	only := ""
	if st, err := os.Stat(q.Dir); err == nil && !st.IsDir() && !strings.EqualFold(filepath.Ext(q.Dir), ".zip") {
		q.Dir, only = filepath.Split(q.Dir)
		q.Dir = filepath.Clean(q.Dir)
	}
	files, year, err := drafts(ctx, q, only)
	if err != nil {
		return nil, ds, err
	}
	if units == nil {
		units = authors(slices.DeleteFunc(slices.Clone(files), func(h handed) bool { return h.reply != nil }))
	}
	last, old, err := previous(ctx, q)
	if err != nil {
		return nil, ds, err
	}
	d := &Drafts{Dir: q.Dir, Folder: opinion.Folder{Year: year}}
	before, round, lost, err := opinion.LastRound(q.Out)
	ds = append(ds, lost...)
	if err != nil {
		return nil, ds, err
	}
	d.Folder.Replies = opinion.Filled(q.Out, round)
	files = slices.DeleteFunc(files, func(h handed) bool {
		if h.reply == nil {
			return false
		}
		d.Folder.Replies = append(d.Folder.Replies, *h.reply)
		return true
	})
	d.pair(units, files, before)
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
	broken, err := d.judge(ctx, q, agencies)
	if err == nil {
		err = d.mask(ctx)
	}
	return d, append(ds, broken...), err
}

// drafts reads what was handed in, and tells the report year.
func drafts(ctx context.Context, q Request, only string) ([]handed, int, error) {
	var files []handed
	var err error
	if only == "" {
		if files, err = handedIn(ctx, q.Dir, []string{q.Roster, q.Out, q.Previous}, q.Progress.Stage("reading")); err != nil {
			return nil, 0, err
		}
	}
	for _, h := range reportFiles(only) { // none for a folder
		if h.reasons == nil {
			h.read(q.Dir)
		}
		files = append(files, h)
	}
	if len(files) == 0 {
		return nil, 0, fmt.Errorf("%s: no draft is in this folder", q.Dir)
	}
	year := q.Year
	if year == 0 {
		if year = usualYear(files); year == 0 {
			return nil, 0, fmt.Errorf("%s: no draft says its report year: name it with --year", q.Dir)
		}
	}
	return files, year, nil
}

// judge asks the rules about every draft, next to the others and to what its
// unit handed in before.
func (d *Drafts) judge(ctx context.Context, q Request, agencies []*archive.Agency) ([]diag.Diagnostic, error) {
	site, _ := config.ReadSite("site.toml", nil) // its defaults
	set := check.Ready(archive.New(site, agencies), rule.All, true)
	broken := make([][]diag.Diagnostic, len(d.Folder.Cases))
	err := work.Each(ctx, len(d.Folder.Cases), func(i int) error {
		if c := &d.Folder.Cases[i]; c.Entry != nil {
			c.Judgement, broken[i] = stage.One(set, c.Entry)
		}
		return nil
	}, q.Progress.Stage("checking"))
	for _, c := range d.Folder.Cases {
		if c.Entry != nil {
			d.Judged = append(d.Judged, generator.Judged{File: filepath.ToSlash(filepath.Join(q.Dir, c.File)), Entry: c.Entry, Judgement: c.Judgement})
		}
	}
	return slices.Concat(broken...), err
}

// previous reads last year's reports, if they are named: an archive, or any
// folder of files.
func previous(ctx context.Context, q Request) ([]handed, *archive.Archive, error) {
	if q.Previous == "" {
		return nil, nil, nil
	}
	done := q.Progress.Stage("reading last year")
	if _, err := os.Stat(filepath.Join(q.Previous, "site.toml")); err == nil {
		f, err := generator.Open(q.Previous)
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
	var years []int
	for _, h := range files {
		if h.file.Report != nil {
			years = append(years, h.file.Report.Year)
		}
	}
	return Commonest(years)
}

// Commonest is the year that stands there most often, the later of two; 0,
// which is no year, only where there is no other.
func Commonest(years []int) int {
	n, best := map[int]int{}, 0
	for _, y := range years {
		if y > 0 {
			n[y]++
		}
	}
	for y, k := range n {
		if k > n[best] || k == n[best] && y > best {
			best = y
		}
	}
	return best
}

// authors are the units that the drafts themselves name; a file that names none
// and is not called like one of them stands for a unit of its own.
func authors(files []handed) []roster.Unit {
	var units []roster.Unit
	have := map[string]bool{}
	add := func(name string) {
		if own := form.Norm(name); !have[own] {
			have[own] = true
			units = append(units, roster.Unit{Name: name, Kind: archive.KindOf(name)})
		}
	}
	var silent []handed
	for _, h := range files {
		if h.file.Report != nil && h.file.Report.Agency.Text != "" {
			add(h.file.Report.Agency.Text)
		} else {
			silent = append(silent, h)
		}
	}
	for i, p := range match(units, silent) {
		if p.Unit < 0 {
			name := silent[i].path
			add(strings.TrimSuffix(path.Base(name), path.Ext(name)))
		}
	}
	return units
}

func agencyOf(u roster.Unit, i int) *archive.Agency {
	u.Name = personal.Mask(u.Name) // it may be that of a file; findings put more digits behind it
	g := &archive.Agency{
		Slug: fmt.Sprintf("unit-%04d", i+1), Name: u.Name, Kind: u.Kind, Region: u.Region, Aliases: u.Aliases,
		Function: config.FunctionByName(u.Name),
	}
	if g.Region == "" {
		g.Region = region.OfName(u.Name)
	}
	if g.Level = archive.LevelOf(g.Kind, g.Region); g.Level == "" && g.Region == "" && ofCounty.MatchString(u.Name) {
		g.Level = archive.County
	}
	return g
}

// ofCounty is a name that begins with a county's, also one that no list of
// divisions has.
var ofCounty = regexp.MustCompile(`^(?:\p{Han}{2,7}[省市州盟])?\p{Han}{1,8}?[县旗]\p{Han}{2}`)

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
		case fullness(&last[i])+1 <= best[p.Unit]:
			continue
		}
		best[p.Unit] = fullness(&last[i]) + 1
		f := last[i].file
		agencies[p.Unit].Reports = []*archive.Entry{{
			Agency: agencies[p.Unit], Year: year - 1, Path: last[i].path, SHA256: f.SHA256, Size: f.Size, Files: []archive.File{f}, Report: r,
		}}
		d.Folder.Cases[p.Unit].Previous = last[i].path
	}
}
