package generator

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"ogi/generator/archive"
	"ogi/generator/cache"
	"ogi/generator/check"
	"ogi/generator/codec"
	"ogi/generator/data"
	"ogi/generator/diag"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// A run is one build on its way. It takes the stages over all agencies, and of each
// only what is not as it was in the build before.
type run struct {
	*stage.Frame
	scan *archive.Scan
	dir  fs.FS // the archive folder
	tree *publish.Tree
	held *memory
	was  *ledger // of the build before
	part Shard

	gathered bool // from parts

	units    []*unit // agencies by slug
	bySlug   map[string]*unit
	byDir    map[string]*unit
	sketches []near.Sketch // of all reports, by agency and year
	of       []held        // whose they are
	at       map[near.Report]int
	around   []near.Around
	set      *check.Set
	shelf    shelf

	mu      sync.Mutex
	told    []diag.Diagnostic // of no agency
	unused  []diag.Diagnostic // of agencies that could not be read
	lists   map[string]*output
	pages   int
	changed map[string]bool // files that are no more what they were when they were read

	anew atomic.Bool // something that the ledger tells was made anew
}

// A unit is one agency on its way.
type unit struct {
	slug  string
	read  cache.Key // of all that was read of it; zero where that is not sure
	rests cache.Key // of all that its pages rest on; zero likewise

	agency      *archive.Agency   // without reports
	found, said []diag.Diagnostic // while it was read, and judged
	sketches    []near.Sketch
	around      []surroundings
	body        *page.BodyBrief
	outputs     []output
	sum         stage.Count
	rows        data.Summary // of its rows in the open data

	first   int           // place of its first report among all
	asWas   bool          // nothing of it changed since the build before
	spooled cache.Spooled // where no store holds it
	rowsAt  cache.Spooled // where no store holds its rows

	dir              string // of the part that made it, if another did
	rowsFrom, rowsTo int    // where its rows are in that part
}

// A held is a report of the archive: the i-th of a unit.
type held struct {
	unit *unit
	i    int
}

// read reads the agencies that are not as they were.
func (r *run) read(ctx context.Context, done func(n, of int)) error {
	units := make([]*unit, len(r.scan.Slugs))
	err := work.Each(ctx, len(units), func(i int) error {
		units[i] = r.readUnit(r.scan.Slugs[i])
		return nil
	}, done)
	if err != nil {
		return err
	}
	r.bySlug, r.byDir, r.at = map[string]*unit{}, map[string]*unit{}, map[near.Report]int{}
	var agencies []*archive.Agency
	for _, u := range units {
		if u.agency == nil {
			r.unused = append(r.unused, u.found...)
			continue
		}
		r.units = append(r.units, u)
		u.first = len(r.sketches)
		r.sketches = append(r.sketches, u.sketches...)
		for k := range u.sketches {
			r.at[u.sketches[k].Of()] = len(r.of)
			r.of = append(r.of, held{u, k})
		}
		r.bySlug[u.slug], r.byDir[u.agency.Dir] = u, u
		agencies = append(agencies, u.agency)
	}
	r.told = append(r.told, archive.Strangers(agencies)...)
	return nil
}

func (r *run) readUnit(slug string) *unit {
	key := r.held.key(r.dir, r.scan, slug)
	if was := r.was.units[slug]; was != nil && key == was.read && key != (cache.Key{}) {
		r.held.store.Keep(readings, key)
		return &unit{
			slug: slug, read: key, rests: was.rests, agency: was.agency, found: was.found, said: was.said, sketches: was.sketches,
			around: was.around, body: was.body, outputs: was.outputs, sum: was.sum, rows: was.rows, asWas: true,
		}
	}
	u := &unit{slug: slug, read: key}
	// What another build read is taken up, also where it told nothing of this site.
	a, found := r.held.agency(key, cache.Spooled{})
	known := a != nil
	if !known {
		a, found = r.scan.Read(slug)
	}
	u.found = found
	if a == nil {
		return u
	}
	u.sketches = stage.Sketches(a)
	bare := *a
	bare.Reports = nil
	u.agency = &bare
	if known {
		r.held.store.Keep(readings, key)
		return u
	}
	if again := r.held.key(r.dir, r.scan, slug); again != key {
		u.read = cache.Key{} // somebody is just writing there
	}
	u.spooled = r.held.keep(u.read, a, found)
	return u
}

// load is an agency as it was read.
func (r *run) load(u *unit) *archive.Agency {
	return r.shelf.agency(u.slug, func() *archive.Agency {
		if a, _ := r.held.agency(u.read, u.spooled); a != nil {
			return a
		}
		a, _ := r.scan.Read(u.slug) // what was kept was removed meanwhile
		return a
	})
}

// Entry is the i-th report of the archive.
func (r *run) Entry(i int) *archive.Entry {
	at := r.of[i]
	if a := r.load(at.unit); a != nil && at.i < len(a.Reports) {
		return a.Reports[at.i]
	}
	return nil
}

// Agency is the agency with that slug, nil if there is none.
func (r *run) Agency(slug string) *archive.Agency {
	if u := r.bySlug[slug]; u != nil {
		return r.load(u)
	}
	return nil
}

// Owner is the agency whose folder it is, nil for nobody's.
func (r *run) Owner(dir string) *archive.Agency {
	if u := r.byDir[dir]; u != nil {
		return r.load(u)
	}
	return nil
}

// judge judges the agencies of which something changed, and writes the pages of
// their reports and their originals. Of the others the old ones stay.
func (r *run) judge(ctx context.Context, done func(n, of int)) error {
	r.set = r.Neighbours(func(i int) near.Around { return r.around[i] }, r)
	r.changed = map[string]bool{}
	units := slices.DeleteFunc(slices.Clone(r.units), func(u *unit) bool { return !r.part.has(u.slug) })
	return work.Each(ctx, len(units), func(i int) error {
		u := units[i]
		rests := r.rests(u)
		if u.asWas && u.rests == rests && rests != (cache.Key{}) && r.stay(u.outputs) {
			r.held.store.Keep(rows, u.rows.Sum)
			return nil
		}
		u.rests = rests
		r.anew.Store(true)
		return r.unit(ctx, u)
	}, done)
}

// rests is the sum of all that an agency's reports and their pages rest on.
func (r *run) rests(u *unit) cache.Key {
	s := codec.Hash{}
	s.Key(r.Frame.Sum)
	s.Key(u.read)
	known := u.read != cache.Key{}
	on := func(slug string) {
		of := r.bySlug[slug]
		if of == nil {
			s.Text("")
			return
		}
		s.Text(slug)
		s.Key(of.read)
		known = known && of.read != cache.Key{}
	}
	for _, p := range u.agency.Predecessors {
		on(p.Agency)
	}
	for i := range u.around {
		a := &u.around[i]
		for _, list := range [][]near.Report{a.same, a.alike, a.parts} {
			s.Number(len(list))
			for _, o := range list {
				s.Number(o.Year)
				on(o.Agency)
			}
		}
		s.Flags(a.prose, a.others)
	}
	if !known {
		return cache.Key{}
	}
	return s.Sum()
}

// stay reports whether files of the old site are still as they were published, which
// are then files of the new one.
func (r *run) stay(outputs []output) bool {
	for i := range outputs {
		if !r.tree.Keep(outputs[i].path, outputs[i].published) {
			return false
		}
	}
	return true
}

func (r *run) unit(ctx context.Context, u *unit) error {
	a := r.load(u)
	if a == nil || len(a.Reports) != len(u.sketches) {
		return u.changed()
	}
	made, err := r.Frame.Agency(ctx, a, u.first, r.set, r)
	if err != nil {
		return err
	}
	u.said, u.outputs, u.body, u.sum = made.Said, nil, made.Body, made.Sum
	if u.rows, err = stage.Summed(made.Rows); err != nil {
		return err
	}
	u.rowsAt = r.held.keepRows(u.rows.Sum, made.Rows)
	changed := map[string]bool{}
	for _, o := range made.Originals {
		b, ok, err := o.Bytes(r.dir)
		if err != nil {
			return err
		}
		if ok {
			ok, err = r.original(o.To, b)
		}
		if err != nil {
			return err
		}
		if !ok {
			changed[o.Path] = true
			continue
		}
		u.outputs = append(u.outputs, r.output(o.To))
	}
	if len(changed) > 0 {
		r.mu.Lock()
		maps.Copy(r.changed, changed)
		r.mu.Unlock()
		return nil
	}
	whole := true
	for _, f := range made.Files {
		ds, err := f.Bytes(r.put)
		if err != nil {
			return err
		}
		if u.said = append(u.said, ds...); len(ds) > 0 {
			whole = false
			continue
		}
		u.outputs = append(u.outputs, r.output(f.Path))
	}
	if !whole {
		u.rests = cache.Key{}
	}
	return nil
}

func (u *unit) changed() error {
	return fmt.Errorf("%s: was changed while the site was built; build again", u.agency.Dir)
}

// original hands an original to the tree; not ok where it stayed, before a page of
// the same agency was found touched, and is another now.
func (r *run) original(path string, b []byte) (ok bool, err error) {
	if kept, stayed := r.tree.Sum(path); stayed {
		return kept == sha256.Sum256(b), nil
	}
	return true, r.tree.Put(path, b)
}

// put hands a file to the tree, unless it stayed, before another one of the same
// agency was found touched.
func (r *run) put(path string, b []byte) error {
	if _, kept := r.tree.Sum(path); kept {
		return nil
	}
	return r.tree.Put(path, b)
}

// output is a file that was just published.
func (r *run) output(path string) output {
	o := output{path: path}
	o.published, _ = r.tree.Sum(path)
	return o
}

// list writes all other pages and files of the site, as far as they are not as they
// were.
func (r *run) list(ctx context.Context, done func(n, of int)) error {
	var bodies []*page.BodyBrief
	for _, u := range r.units {
		bodies = append(bodies, u.body)
	}
	files, pages, ds := r.Lists(bodies)
	r.told, r.pages, r.lists = append(r.told, ds...), pages, map[string]*output{}
	if err := work.Each(ctx, len(files), func(i int) error { return r.unless(&files[i]) }, done); err != nil {
		return err
	}
	return r.data(ctx, bodies)
}

// unless makes a list unless the old one stays, which rests on the same.
func (r *run) unless(f *stage.File) error {
	known := f.Rests != stage.Sum{}
	if known {
		if was := r.was.lists[f.Path]; was != nil && was.rests == f.Rests && r.tree.Keep(f.Path, was.published) {
			r.mu.Lock()
			r.lists[f.Path] = was
			r.mu.Unlock()
			return nil
		}
		r.anew.Store(true)
	}
	ds, err := f.Bytes(r.put)
	if err != nil {
		return err
	}
	o := r.output(f.Path)
	o.rests = f.Rests
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.told = append(r.told, ds...); known && len(ds) == 0 {
		r.lists[f.Path] = &o
	}
	return nil
}

// total is what the summary line tells.
func (r *run) total() Summary {
	s := Summary{Pages: r.pages}
	for _, u := range r.units {
		if r.part.has(u.slug) {
			s.Agencies++
			s.Add(u.sum)
		}
	}
	return s
}

// found is what was said on the way.
func (r *run) found() []diag.Diagnostic {
	ds := slices.Concat(r.told, r.unused)
	for _, u := range r.units {
		if r.part.has(u.slug) {
			ds = append(append(ds, u.found...), u.said...)
		}
	}
	return ds
}

// ledger is what the next build is told, nil where it is what this one was told. It
// tells also of agencies that are to be read again, since what is around others was
// told by their sketches.
func (r *run) ledger() *ledger {
	if r.part.N > 0 || r.gathered {
		return nil // what other parts have made is not known here
	}
	if !r.anew.Load() && len(r.units) == len(r.was.units) && len(r.lists) == len(r.was.lists) {
		return nil
	}
	l := &ledger{units: map[string]*unit{}, lists: r.lists, before: r.was.before}
	for _, u := range r.units {
		l.units[u.slug] = u
	}
	return l
}
