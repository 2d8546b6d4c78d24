package generator

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/publish"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// Options say what to build and where to.
type Options struct {
	Dir      string // the archive folder
	Out      string // the site; Dir/public if empty
	Files    fs.FS  // templates/ and assets/ that the archive's own override
	Progress work.Progress
	// Cache is the folder in which a build tells the next one what it knows; "" for
	// none. It may be deleted at any time.
	Cache string
	// BaseURL, if not empty, takes the place of base_url in site.toml.
	BaseURL string
	// Whole says that the site changes in one step, also where little does.
	Whole bool
	// Shard says to make a part of a site alone, and Parts which folders hold the parts
	// that were made of one, to be put together.
	Shard Shard
	Parts []string
	// Warn, if not nil, is told what must be known before the site is touched.
	Warn func(diag.Diagnostic)
}

// A Summary counts what a build did.
type Summary struct {
	stage.Count
	Agencies, Pages int
	Out             string
	Published       publish.Stats
}

// Build reads the archive folder and publishes its site. Diagnostics are about
// inputs that could not be used or want a look; the site is built without them.
// An error means that nothing was published.
func Build(ctx context.Context, o Options) (Summary, []diag.Diagnostic, error) {
	out, claim := o.Out, false
	if out == "" {
		// public/ is the archive's own; a folder that merely has a content/ may
		// be another program's, and what lies in its public/ too.
		_, err := os.Stat(filepath.Join(o.Dir, "site.toml"))
		out, claim = filepath.Join(o.Dir, "public"), err == nil
	}
	f, err := Open(o.Dir)
	if err != nil {
		return Summary{}, nil, err
	}
	defer f.Close()
	changed := map[string]bool{}
	for range mostChanges {
		sum, ds, more, err := build(ctx, f, o, out, claim, changed)
		if len(more) == 0 {
			return sum, ds, err
		}
		maps.Copy(changed, more)
	}
	return Summary{}, nil, fmt.Errorf("%s: files keep changing while they are read; wait until they are written", o.Dir)
}

// mostChanges is how often a build begins anew because files changed under it.
const mostChanges = 4

// build is Build without the files that changed while they were read. It gives
// those that changed this time: then nothing was published, since pages and
// counts rest on what is no more.
//
// Agencies are taken one by one, first to read them, then to judge them and to
// write their pages: what is held of each between and after is its sketches and
// its brief. Lists are made of briefs.
func build(ctx context.Context, f *Folder, o Options, out string, claim bool, changed map[string]bool) (Summary, []diag.Diagnostic, map[string]bool, error) {
	m := remember(o.Cache, out)
	files := disk.NewFolders(f.root)
	defer files.Close()
	scan, ds := archive.NewScan(files, archive.Options{Changed: changed})
	if o.BaseURL != "" {
		scan.Site.BaseURL = o.BaseURL
	}
	frame, more, err := stage.NewFrame(files, scan.Site, o.Files)
	r := &run{Frame: frame, scan: scan, dir: files, held: m, was: m.ledger(), shelf: shelf{room: 500}, told: append(ds, more...)}
	fail := func(err error) (Summary, []diag.Diagnostic, map[string]bool, error) {
		_ = m.close()
		return Summary{}, r.found(), nil, err
	}
	if err != nil {
		return fail(err)
	}
	r.part = o.Shard
	if len(o.Parts) > 0 {
		err = r.gather(o.Parts)
	} else if err = r.read(ctx, o.Progress.Stage("reading")); err == nil {
		r.meet()
	}
	if err != nil {
		return fail(err)
	}
	t, err := publish.Open(out, publish.Options{Claim: claim, Whole: o.Whole, Reread: o.Cache == ""})
	if err != nil {
		return fail(err)
	}
	if words := t.Caution(); words != "" && o.Warn != nil {
		o.Warn(diag.Diagnostic{Level: diag.Warning, File: filepath.ToSlash(out), Code: "not-in-one-step", Message: words})
	}
	r.tree = t
	if len(o.Parts) > 0 {
		err = r.take(ctx, o.Progress.Stage("gathering"))
	} else {
		err = r.judge(ctx, o.Progress.Stage("checking"))
	}
	if err != nil {
		t.Abort()
		return fail(err)
	}
	if len(r.changed) > 0 {
		t.Abort()
		_ = m.close()
		return Summary{}, nil, r.changed, nil
	}
	if r.part.N > 0 {
		err = r.putNote(ctx)
	} else {
		err = r.list(ctx, o.Progress.Stage("writing"))
	}
	if err != nil {
		t.Abort()
		return fail(err)
	}
	sum := r.total()
	sum.Out = out
	if sum.Published, err = t.Commit(); err != nil {
		return fail(fmt.Errorf("publishing: %w", err))
	}
	m.tell(r.ledger())
	ds = r.found()
	if r.part.N == 0 {
		ds = append(append(ds, stage.Uncontactable(scan.Site)...), stage.Vanished(sum.Published.Vanished)...)
	}
	if err := m.close(); err != nil {
		ds = append(ds, diag.Diagnostic{
			Level: diag.Warning, File: ".ogi/cache", Code: "not-kept", Message: "这次读到的没有留给下次用：" + disk.Bare(err).Error(),
			Remedy: "网站已建成，下次要重新读取所有报告；请查看磁盘空间和文件夹的权限",
		})
	}
	diag.Sort(ds)
	return sum, ds, nil, nil
}
