package generator

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"ogi/generator/archive"
	"ogi/generator/cache"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/rule"
	"ogi/generator/work"
)

// A run is one build on its way.
type run struct {
	*frame
	scan  *archive.Scan
	files fs.FS
	tree  *publish.Tree
	held  *memory
	was   *ledger // of the build before

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
	sum         Summary

	first  int             // place of its first report among all
	asWas  bool            // nothing of it changed since the build before
	packed *archive.Agency // where no store holds it
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
			r.told = append(r.told, u.found...)
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
	key := r.held.key(r.files, r.scan, slug)
	if was := r.was.units[slug]; was != nil && key == was.read && key != (cache.Key{}) {
		r.held.store.Keep(readings, key)
		return &unit{
			slug: slug, read: key, rests: was.rests, agency: was.agency, found: was.found, said: was.said, sketches: was.sketches,
			around: was.around, body: was.body, outputs: was.outputs, sum: was.sum, asWas: true,
		}
	}
	u := &unit{slug: slug, read: key}
	a, found := r.scan.Read(slug)
	u.found = found
	if a == nil {
		return u
	}
	for _, e := range a.Reports {
		u.sketches = append(u.sketches, near.SketchOf(e))
	}
	bare := *a
	bare.Reports = nil
	u.agency = &bare
	if again := r.held.key(r.files, r.scan, slug); again != key {
		u.read = cache.Key{} // somebody is just writing there
	}
	if !r.held.keep(u.read, a) {
		u.packed = a
	}
	return u
}

// load is an agency as it was read.
func (r *run) load(u *unit) *archive.Agency {
	if u.packed != nil {
		return u.packed
	}
	return r.shelf.agency(u.slug, func() *archive.Agency {
		if a := r.held.agency(u.read); a != nil {
			return a
		}
		a, _ := r.scan.Read(u.slug) // the store was emptied meanwhile
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

// meet finds what is around each report: anew for those around which something may
// have changed, for the others it is as it was.
func (r *run) meet() {
	var changed []int
	var before []near.Sketch
	for _, u := range r.units {
		if !u.asWas {
			for i := range u.sketches {
				changed = append(changed, u.first+i)
			}
		}
	}
	for slug, was := range r.was.units {
		if u := r.bySlug[slug]; u == nil || !u.asWas {
			before = append(before, was.sketches...)
		}
	}
	// What is told apart costs memory for each piece of prose; a build that knows
	// nothing asks for all.
	var touched []int
	asked := make([]bool, len(r.sketches))
	if len(changed) < len(r.sketches) {
		touched = near.Touched(r.sketches, changed, before)
	}
	for _, i := range touched {
		asked[i] = true
	}
	index := near.NewFor(r.sketches, touched)
	if touched == nil && len(changed) > 0 || !r.named(asked) {
		touched = touched[:0]
		for i := range asked {
			touched, asked[i] = append(touched, i), true
		}
		index = near.New(r.sketches)
	}
	r.around = make([]near.Around, len(r.sketches))
	_ = work.Each(context.Background(), len(touched), func(k int) error {
		i := touched[k]
		r.around[i] = index.Around(&r.sketches[i], i)
		return nil
	}, nil)
	for _, u := range r.units {
		around := make([]surroundings, len(u.sketches))
		for k := range u.sketches {
			i := u.first + k
			if !asked[i] {
				was := &u.around[k]
				r.around[i] = near.Around{Same: r.places(was.same), Alike: r.places(was.alike), Parts: r.places(was.parts)}
				r.around[i].Prose, r.around[i].Others = index.Prose(&r.sketches[i])
			}
			a := &r.around[i]
			around[k] = surroundings{r.names(a.Same), r.names(a.Alike), r.names(a.Parts), a.Prose, a.Others}
		}
		u.around = around
	}
	r.set = check.Among(r.scan.Site, rule.All, func(i int) near.Around { return r.around[i] }, r)
}

// named reports whether all that was told to be around reports is held; of those
// that are asked anew it does not matter.
func (r *run) named(asked []bool) bool {
	for _, u := range r.units {
		for i := range u.around {
			if asked[u.first+i] {
				continue
			}
			a := &u.around[i]
			for _, of := range [][]near.Report{a.same, a.alike, a.parts} {
				for _, o := range of {
					if _, held := r.at[o]; !held {
						return false
					}
				}
			}
		}
	}
	return true
}

func (r *run) places(of []near.Report) []int {
	var at []int
	for _, o := range of {
		at = append(at, r.at[o])
	}
	return at
}

func (r *run) names(at []int) []near.Report {
	var of []near.Report
	for _, i := range at {
		of = append(of, r.sketches[i].Of())
	}
	return of
}

// judge judges the agencies of which something changed, and writes the pages of
// their reports and their originals. Of the others the old ones stay.
func (r *run) judge(ctx context.Context, done func(n, of int)) error {
	r.changed = map[string]bool{}
	return work.Each(ctx, len(r.units), func(i int) error {
		u := r.units[i]
		rests := r.rests(u)
		if u.asWas && u.rests == rests && rests != (cache.Key{}) && r.stay(u.outputs) {
			return nil
		}
		u.rests = rests
		r.anew.Store(true)
		return r.unit(ctx, u)
	}, done)
}

// rests is the sum of all that an agency's reports and their pages rest on.
func (r *run) rests(u *unit) cache.Key {
	s := sum{}
	s.key(r.frame.sum)
	s.key(u.read)
	on := func(slug string) {
		of := r.bySlug[slug]
		if of == nil {
			s.text("")
			return
		}
		s.text(slug)
		s.key(of.read)
	}
	for _, p := range u.agency.Predecessors {
		on(p.Agency)
	}
	for i := range u.around {
		a := &u.around[i]
		for _, list := range [][]near.Report{a.same, a.alike, a.parts} {
			s.number(len(list))
			for _, o := range list {
				s.number(o.Year)
				on(o.Agency)
			}
		}
		s.flags(a.prose, a.others)
	}
	return s.sum()
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
	if a == nil {
		return fmt.Errorf("%s: was removed while the site was built", u.agency.Dir)
	}
	one := archive.New(r.scan.Site, []*archive.Agency{a})
	results := check.Results{}
	u.said, u.outputs = nil, nil
	for i, e := range a.Reports {
		j, broken := judged(e, func() *check.Judgement { return r.set.Held(u.first+i, a, e) })
		results[e] = j
		u.said = append(u.said, broken...)
	}
	u.sum = count(one, results)
	beside, withheldThere, err := r.beside(ctx, a, results)
	if err != nil {
		return err
	}
	shown, results, withheld, err := withhold(ctx, one, results)
	if err != nil {
		return err
	}
	originals := originalsOf(shown, withheld)
	maps.Copy(withheld, withheldThere)
	in := r.Input
	in.Archive, in.Results, in.Withheld = shown, results, withheld
	bodies, pages := page.Reports(in, beside)
	u.body = bodies[0]
	changed, err := putOriginals(ctx, originals, r.tree, r.files)
	if err != nil {
		return err
	}
	if len(changed) > 0 {
		r.mu.Lock()
		maps.Copy(r.changed, changed)
		r.mu.Unlock()
		return nil
	}
	whole := true
	for _, o := range originals {
		u.outputs = append(u.outputs, r.output(o.to))
	}
	for _, p := range pages {
		ds, err := r.put(p)
		if err != nil {
			return err
		}
		if u.said = append(u.said, ds...); len(ds) > 0 {
			whole = false
			continue
		}
		u.outputs = append(u.outputs, r.output(p.Path))
	}
	if !whole {
		u.rests = cache.Key{}
	}
	return nil
}

// output is a file that was just published.
func (r *run) output(path string) output {
	o := output{path: path}
	o.published, _ = r.tree.Sum(path)
	return o
}

// beside are the reports of other agencies that findings speak of, as they may be
// shown, and which of their files are held back.
func (r *run) beside(ctx context.Context, a *archive.Agency, results check.Results) ([]*archive.Entry, map[string]page.Held, error) {
	var others []*unit
	for _, e := range a.Reports {
		for _, f := range results[e].Findings {
			for _, o := range f.Operands {
				if u := r.owner(o.File); u != nil && u.slug != a.Slug && !slices.Contains(others, u) {
					others = append(others, u)
				}
			}
		}
	}
	var es []*archive.Entry
	held := map[string]page.Held{}
	for _, u := range others {
		a := r.load(u)
		if a == nil {
			continue
		}
		one := archive.New(r.scan.Site, []*archive.Agency{a})
		set := check.Ready(one, []*check.Rule{rule.ByID(check.PersonalData)}, false)
		results := check.Results{}
		for _, e := range one.Entries() {
			results[e], _ = judged(e, func() *check.Judgement { return set.One(e.Agency, e) })
		}
		shown, _, withheld, err := withhold(ctx, one, results)
		if err != nil {
			return nil, nil, err
		}
		es = append(es, shown.Entries()...)
		maps.Copy(held, withheld)
	}
	return es, held, nil
}

// owner is the agency in whose folder a file lies, nil for none.
func (r *run) owner(file string) *unit {
	for dir := path.Dir(file); strings.Contains(dir, "/"); dir = path.Dir(dir) {
		if u := r.byDir[dir]; u != nil {
			return u
		}
	}
	return nil
}

// list writes all other pages and files of the site, as far as they are not as they
// were.
func (r *run) list(ctx context.Context, done func(n, of int)) error {
	var bodies []*page.BodyBrief
	for _, u := range r.units {
		bodies = append(bodies, u.body)
	}
	pages, ds := distinct(page.Lists(r.Input, bodies))
	r.told = append(r.told, ds...)
	var paths []string
	for _, p := range pages {
		paths = append(paths, p.Path)
		if p.Body != nil {
			paths = append(paths, p.Body.Paths...)
		}
	}
	r.pages = len(paths)
	badges := page.BadgeFiles(r.Input, bodies)
	files := r.frame.files
	if base := r.scan.Site.BaseURL; base != "" {
		for _, m := range sitemaps(base, paths, sitemapLimit) {
			files = append(files, file{m.name, func() ([]byte, error) { return m.text, nil }})
		}
	}
	r.lists = map[string]*output{}
	return work.Each(ctx, len(pages)+len(badges)+len(files), func(i int) error {
		switch n := i - len(pages); {
		case i < len(pages):
			p := pages[i]
			return r.unless(p.Path, p.Rests, func() ([]diag.Diagnostic, error) { return r.put(p) })
		case n < len(badges):
			b := badges[n]
			return r.unless(b.Path, b.Rests, func() ([]diag.Diagnostic, error) {
				return r.write(b.Path, func() ([]byte, error) { return b.Bytes(), nil })
			})
		default:
			f := files[n-len(badges)]
			return r.unless(f.path, cache.Key{}, func() ([]diag.Diagnostic, error) { return r.write(f.path, f.bytes) })
		}
	}, done)
}

// unless makes a list unless the old one stays, which rests on the same.
func (r *run) unless(path string, on cache.Key, make func() ([]diag.Diagnostic, error)) error {
	known := on != (cache.Key{})
	if known {
		s := sum{}
		s.key(r.frame.sum)
		s.key(on)
		on = s.sum()
		if was := r.was.lists[path]; was != nil && was.rests == on && r.tree.Keep(path, was.published) {
			r.mu.Lock()
			r.lists[path] = was
			r.mu.Unlock()
			return nil
		}
	}
	if known {
		r.anew.Store(true)
	}
	ds, err := make()
	if err != nil {
		return err
	}
	o := r.output(path)
	o.rests = on
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.told = append(r.told, ds...); known && len(ds) == 0 {
		r.lists[path] = &o
	}
	return nil
}

// put makes a page and hands it to the tree.
func (r *run) put(p page.Page) ([]diag.Diagnostic, error) {
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	return r.write(p.Path, func() ([]byte, error) {
		w.Reset()
		err := r.templates.Render(w, p)
		return w.Bytes(), err
	})
}

// buffers are what pages are written into, one a worker: to grow a new one for
// each page made a fifth of all memory that a build asked for.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// write makes a file and hands it to the tree. What breaks while it is made is left
// out and told; an error, as of a template, ends the build.
func (r *run) write(path string, bytes func() ([]byte, error)) ([]diag.Diagnostic, error) {
	var b []byte
	var err error
	broken := work.Safely(func() { b, err = bytes() })
	switch {
	case broken != nil:
		return []diag.Diagnostic{internal("public/"+path, broken)}, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if _, kept := r.tree.Sum(path); kept {
		return nil, nil // stayed, before another file of the same agency was found touched
	}
	return nil, r.tree.Put(path, b)
}

// total is what the summary line tells.
func (r *run) total() Summary {
	s := Summary{Agencies: len(r.units), Pages: r.pages}
	for _, u := range r.units {
		s.Reports += u.sum.Reports
		s.Undecidable += u.sum.Undecidable
		for i, n := range u.sum.Findings {
			s.Findings[i] += n
		}
	}
	return s
}

// found is what was said on the way.
func (r *run) found() []diag.Diagnostic {
	ds := slices.Clone(r.told)
	for _, u := range r.units {
		ds = append(append(ds, u.found...), u.said...)
	}
	return ds
}

// ledger is what the next build is told, nil where it is what this one was told. It
// tells also of agencies that are to be read again, since what is around others was
// told by their sketches.
func (r *run) ledger() *ledger {
	if !r.anew.Load() && len(r.units) == len(r.was.units) && len(r.lists) == len(r.was.lists) {
		return nil
	}
	l := &ledger{units: map[string]*unit{}, lists: r.lists, before: r.was.before}
	for _, u := range r.units {
		l.units[u.slug] = u
	}
	return l
}
