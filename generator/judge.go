package generator

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/inbox"
	"ogi/generator/personal"
	"ogi/generator/rule"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// A Judged is one report with its judgement. File is its path as the user
// knows it.
type Judged struct {
	File      string
	Entry     *archive.Entry
	Judgement *check.Judgement
}

// A Request says which reports to judge.
type Request struct {
	Paths    []string // files, folders and archive folders
	Told     Told
	Progress work.Progress
	Stdin    *inbox.File // what - stands for among Paths
}

// Told is what the user tells of files outside any archive. It takes the place
// of what such a file tells of itself.
type Told struct {
	Agency string
	Kind   string
	Year   int
}

// Judge reads and judges reports without publishing anything.
//
// A folder with site.toml is judged as a whole, from year to year and between
// agencies. Of a file inside an archive its own agency is read with it, so
// rules that look at other agencies know of none. A file outside any archive
// stands alone: its agency and year are as the report says.
//
// What comes out is masked; only File is as it lies there.
func Judge(ctx context.Context, q Request) ([]Judged, []diag.Diagnostic, error) {
	js, ds, err := judgePaths(ctx, q)
	if err != nil {
		return nil, ds, err
	}
	js, err = Masked(ctx, js)
	return js, ds, err
}

func judgePaths(ctx context.Context, q Request) ([]Judged, []diag.Diagnostic, error) {
	var all []Judged
	var ds []diag.Diagnostic
	var loose, held []string
	for _, p := range q.Paths {
		if p == "-" && q.Stdin != nil {
			loose = append(loose, p)
			continue
		}
		st, err := os.Stat(p)
		if err != nil {
			return nil, ds, disk.At(p, err)
		}
		switch root, in := Enclosing(p, st.IsDir()); {
		case st.IsDir() && root != "":
			js, more, err := judgeArchive(ctx, root, p, in, q.Progress)
			all, ds = append(all, js...), append(ds, more...)
			if err != nil {
				return all, ds, err
			}
		case st.IsDir():
			files, _, err := inbox.Reports(p)
			if err != nil {
				return all, ds, err
			}
			if len(files) == 0 {
				return all, ds, fmt.Errorf("%s: %w: neither site.toml nor a report is here", p, ErrNoArchive)
			}
			loose = append(loose, files...)
		case root != "":
			held = append(held, p)
		default:
			loose = append(loose, p)
		}
	}
	js, more, err := judgeHeld(ctx, held, q)
	all, ds = append(all, js...), append(ds, more...)
	if err != nil {
		return all, ds, err
	}
	js, more, err = judgeLoose(ctx, loose, q)
	return append(all, js...), append(ds, more...), err
}

// judgeArchive judges an archive folder, or the part of it below in.
func judgeArchive(ctx context.Context, root, shown, in string, p work.Progress) ([]Judged, []diag.Diagnostic, error) {
	f, err := Open(root)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	a, ds := f.Load(p.Stage("reading"))
	results, broken, err := judge(ctx, a, check.Ready(a, rule.All, false), p.Stage("checking"))
	if err != nil {
		return nil, nil, err
	}
	ds = append(ds, broken...)
	name := func(file string) string { return strings.TrimPrefix(file, in+"/") }
	if in == "" {
		name = func(file string) string { return file }
	}
	var all []Judged
	for _, e := range a.Entries() {
		if e.Report != nil && (in == "" || strings.HasPrefix(e.Path, in+"/")) {
			all = append(all, Judged{filepath.ToSlash(filepath.Join(shown, name(e.Path))), e, results[e]})
		}
	}
	ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return in != "" && !strings.HasPrefix(d.File, in+"/") })
	for i := range ds {
		ds[i].File = filepath.ToSlash(filepath.Join(shown, name(ds[i].File)))
	}
	return all, ds, nil
}

// judgeHeld judges single files of archives, each with the other years of its
// agency at hand.
func judgeHeld(ctx context.Context, files []string, q Request) ([]Judged, []diag.Diagnostic, error) {
	type folder struct{ root, dir string }
	asked := map[folder]map[string]string{}
	var order []folder
	for _, file := range files {
		root, in := Enclosing(file, false)
		d := folder{root, path.Dir(in)}
		if asked[d] == nil {
			asked[d] = map[string]string{}
			order = append(order, d)
		}
		asked[d][in] = file
	}
	var all []Judged
	var ds []diag.Diagnostic
	for _, d := range order {
		f, err := Open(d.root)
		if err != nil {
			return all, ds, err
		}
		a, found := f.LoadAgency(d.dir, nil)
		f.Close()
		rest := maps.Clone(asked[d])
		for _, g := range found {
			if file, ok := asked[d][g.File]; ok {
				delete(rest, g.File)
				g.File = filepath.ToSlash(file)
				ds = append(ds, g)
			}
		}
		set := check.Ready(a, rule.All, false)
		for _, e := range a.Entries() {
			if file, ok := asked[d][e.Path]; ok && e.Report != nil {
				delete(rest, e.Path)
				j, broken := stage.One(set, e)
				all, ds = append(all, Judged{filepath.ToSlash(file), e, j}), append(ds, broken...)
			}
		}
		// What the archive does not use as a report is judged by itself.
		js, more, err := judgeLoose(ctx, sortedValues(rest), q)
		all, ds = append(all, js...), append(ds, more...)
		if err != nil {
			return all, ds, err
		}
	}
	return all, ds, nil
}

// judgeLoose judges files outside any archive.
func judgeLoose(ctx context.Context, files []string, q Request) ([]Judged, []diag.Diagnostic, error) {
	js := make([]Judged, len(files))
	found := make([][]diag.Diagnostic, len(files))
	set := check.Ready(nil, rule.All, false)
	err := work.Each(ctx, len(files), func(i int) error {
		var e *archive.Entry
		e, found[i] = lone(files[i], q.Told, q.Stdin)
		if e != nil {
			j, broken := stage.One(set, e)
			js[i], found[i] = Judged{e.Path, e, j}, append(found[i], broken...)
		}
		return nil
	}, q.Progress.Stage("reading"))
	js = slices.DeleteFunc(js, func(j Judged) bool { return j.Entry == nil })
	return js, slices.Concat(found...), err
}

// lone is a file as the only report of an agency of its own.
func lone(file string, told Told, stdin *inbox.File) (*archive.Entry, []diag.Diagnostic) {
	dir, name := filepath.Split(file)
	if dir == "" {
		dir = "."
	}
	var f archive.File
	var ds []diag.Diagnostic
	if file == "-" && stdin != nil {
		file, name = stdin.Name, stdin.Name
		f, ds = archive.LoadBytes(name, stdin.Bytes)
	} else {
		f, ds = archive.LoadFile(os.DirFS(dir), name)
	}
	for i := range ds {
		ds[i].File = filepath.ToSlash(filepath.Join(dir, ds[i].File))
	}
	if f.Report == nil {
		return nil, ds
	}
	r := f.Report
	g := &archive.Agency{Slug: archive.Loose, Dir: filepath.ToSlash(filepath.Clean(dir)), Name: told.Agency, Kind: archive.Kind(told.Kind)}
	if g.Name == "" {
		g.Name = r.Agency.Text
	}
	g.Name = personal.Mask(g.Name)
	if g.Kind == "" {
		g.Kind = archive.KindOf(g.Name)
	}
	e := &archive.Entry{Agency: g, Year: told.Year, Path: filepath.ToSlash(file), SHA256: f.SHA256, Size: f.Size, Files: []archive.File{f}, Report: r}
	if e.Year == 0 {
		e.Year = r.Year
	}
	if m := yearInName.FindString(name); e.Year == 0 && m != "" {
		e.Year, _ = strconv.Atoi(m)
	}
	g.Reports = []*archive.Entry{e}
	return e, ds
}

var yearInName = regexp.MustCompile(`20\d\d`)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func sortedValues(m map[string]string) []string {
	vs := make([]string, 0, len(m))
	for _, v := range m {
		vs = append(vs, v)
	}
	slices.Sort(vs)
	return vs
}
