package generator

import (
	"context"
	"io/fs"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/page"
	"ogi/generator/rule"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// A Plan is what a build would publish, without the bytes.
type Plan struct {
	Archive *archive.Archive
	Results check.Results
	Paths   []string // of all its files but originals, ascending
}

// Plan reads and judges the archive as a build does, and tells what there would be.
// Diagnostics are those of a build.
func (f *Folder) Plan(ctx context.Context, ours fs.FS, p work.Progress) (*Plan, []diag.Diagnostic, error) {
	a, ds := f.Load(p.Stage("reading"))
	frame, more, err := stage.NewFrame(f.FS(), a.Site, ours)
	ds = append(ds, more...)
	if err != nil {
		return nil, ds, err
	}
	results, broken, err := judge(ctx, a, check.Ready(a, rule.All, false), p.Stage("checking"))
	ds = append(ds, broken...)
	if err != nil {
		return nil, ds, err
	}
	out := &Plan{Archive: a, Results: results}
	in := frame.Input
	in.Archive, in.Results = a, results
	bodies, _ := page.Reports(in, nil)
	files, _, more := frame.Lists(bodies)
	for _, b := range bodies {
		out.Paths = append(out.Paths, b.Paths...)
	}
	for _, file := range files {
		out.Paths = append(out.Paths, file.Path)
	}
	out.Paths = append(out.Paths, frame.DataPaths(bodies)...)
	slices.Sort(out.Paths)
	ds = append(ds, more...)
	diag.Sort(ds)
	return out, ds, nil
}
