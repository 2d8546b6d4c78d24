package main

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"ogi/generator/cache"
	"ogi/generator/data"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"ogi"
	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/codec"
	"ogi/generator/diag"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/personal"
	"ogi/generator/stage"
)

// Options say what a run makes of which archive, and where. They go to every worker.
type Options struct {
	Archive string // a local folder, or an address of one of Beam's file systems
	To      string // where the tars go, likewise
	Lists   int    // in how many tars the lists come
	Verbose bool   // tell also what was doubted in reading
	Run     string // names the run, for what a worker keeps of it from one element to the next
}

func init() {
	// By reflection: what package register makes of functions with so many parameters is
	// ten thousand functions, which take a minute to compile and save some seconds of a
	// run over 10,000 reports.
	for _, t := range []reflect.Type{
		reflect.TypeFor[scanFn](), reflect.TypeFor[readFn](), reflect.TypeFor[meetFn](), reflect.TypeFor[alikeFn](),
		reflect.TypeFor[chooseFn](), reflect.TypeFor[wantFn](), reflect.TypeFor[lendFn](), reflect.TypeFor[judgeFn](),
		reflect.TypeFor[listFn](), reflect.TypeFor[finishFn](),
	} {
		beam.RegisterType(t)
	}
	beam.RegisterFunction(prose)
	register.Emitter1[[]byte]()
	register.Emitter2[string, []byte]()
	register.Emitter2[string, tally]()
	register.Iter1[[]byte]()
	register.Iter1[int]()
}

// Counters of a run.
var (
	countReports    = beam.NewCounter("ogi", "reports")
	countCells      = beam.NewCounter("ogi", "cells")
	countFindings   = beam.NewCounter("ogi", "findings")
	countUnreadable = beam.NewCounter("ogi", "unreadable")
)

// build lays out the stages of a build. Elements between them are keyed by the slug of an
// agency where nothing else is said.
func build(s beam.Scope, o Options) {
	agencies, frame, scanned := beam.ParDo3(s.Scope("scan"), &scanFn{o}, beam.Create(s, o.Archive))
	readings, marks, forebears, read := beam.ParDo4(s.Scope("read"), &readFn{Options: o}, beam.Reshuffle(s, agencies))

	around := s.Scope("around")
	shared, others := beam.ParDo2(around, &meetFn{}, beam.GroupByKey(around, marks)) // by key; by report
	alike := beam.ParDo(around, &chooseFn{}, beam.CombinePerKey(around, &alikeFn{}, shared))
	found := beam.Flatten(around, alike, others)
	wants := beam.Flatten(around, beam.ParDo(around, &wantFn{}, found), forebears)
	lent := beam.ParDo(around, &lendFn{}, beam.CoGroupByKey(around, readings, wants))
	prosaic := stats.Sum(around, beam.ParDo(around, prose, readings))

	judge := s.Scope("judge")
	briefs, judged := beam.ParDo2(judge, &judgeFn{Options: o}, beam.CoGroupByKey(judge, readings, found, lent),
		beam.SideInput{Input: frame}, beam.SideInput{Input: prosaic})

	lists := s.Scope("lists")
	shares := make([]int, o.Lists)
	for i := range shares {
		shares[i] = i
	}
	listed := beam.ParDo(lists, &listFn{o}, beam.Reshuffle(lists, beam.CreateList(lists, shares)),
		beam.SideInput{Input: frame}, beam.SideInput{Input: briefs})

	finish := s.Scope("finish")
	notes := beam.Flatten(finish, scanned, read, judged, listed)
	beam.ParDo0(finish, &finishFn{o}, beam.GroupByKey(finish, beam.AddFixedKey(finish, notes)))
}

// scanFn finds the agencies of the archive and which files each has, and what all pages
// share.
type scanFn struct{ Options }

func (f *scanFn) ProcessElement(ctx context.Context, uri string, agency func(string, []byte), frame, tell func([]byte)) error {
	from, err := openSource(ctx, uri)
	if err != nil {
		return err
	}
	defer from.Close()
	own, err := from.whole(ctx)
	if err != nil {
		return err
	}
	scan, said := archive.NewScan(own, archive.Options{})
	_, more, err := stage.NewFrame(own, scan.Site, ogi.Files)
	if err != nil {
		return err
	}
	frame(frameFiles(own))
	tell(packed(&note{Said: slices.Concat(said, more, stage.Uncontactable(scan.Site))}))
	for _, slug := range scan.Slugs {
		files := names(scan.Files(slug))
		agency(slug, packed(&files))
	}
	return nil
}

// readFn reads the reports of an agency, and tells by which keys they may meet others
// and which reports of its predecessors are wanted.
type readFn struct {
	Options
	from *source
}

func (f *readFn) Setup(ctx context.Context) (err error) {
	f.from, err = openSource(ctx, f.Archive)
	return err
}

func (f *readFn) Teardown() error { return f.from.Close() }

func (f *readFn) ProcessElement(ctx context.Context, slug string, of []byte, reading, mark, want func(string, []byte), tell func([]byte)) error {
	var files names
	if err := unpacked(of, &files); err != nil {
		return err
	}
	scan, _ := archive.NewScan(f.from.some(ctx, files), archive.Options{}) // what it says was said of the whole
	a, said := scan.Read(slug)
	if len(said) > 0 {
		tell(packed(&note{Said: said}))
	}
	if a == nil {
		countUnreadable.Inc(ctx, 1)
		return nil
	}
	for _, e := range a.Reports {
		if e.Unread() {
			countUnreadable.Inc(ctx, 1)
		} else if e.Report != nil {
			countCells.Inc(ctx, int64(len(e.Report.Cells)))
		}
		for _, p := range a.Predecessors {
			if p.Year == e.Year && p.Agency != slug {
				want(p.Agency, packed(&found{Year: e.Year - 1, Reports: []near.Report{{Agency: slug}}}))
			}
		}
	}
	prose := 0
	for _, s := range stage.Sketches(a) {
		for key, m := range s.Marks() {
			mark(key, packed(&m))
		}
		if s.Prose {
			prose++
		}
	}
	reading(slug, packedReading(a, prose))
	return nil
}

// prose is how many reports of an agency have prose to be compared with.
func prose(_ string, b []byte) int {
	n, _ := prosaic(b)
	return n
}

// meetFn brings together the reports that have a key in common.
type meetFn struct{}

func (f *meetFn) ProcessElement(key string, of func(*[]byte) bool, shares func(string, tally), around func(string, []byte)) error {
	var marks []near.Mark
	for b := []byte(nil); of(&b); {
		var m near.Mark
		if err := unpacked(b, &m); err != nil {
			return err
		}
		marks = append(marks, m)
	}
	near.Meet(key, marks, func(m *near.Mark, r near.Relation, others []near.Report) {
		if r != near.Shares {
			around(m.Agency, packed(&found{m.Year, r, others}))
			return
		}
		t := tally{}
		t.Add(m.Pieces, others)
		shares(fmt.Sprintf("%s/%d", m.Agency, m.Year), t)
	})
	return nil
}

// alikeFn adds up what a report shares with others, and gives those that share most.
type alikeFn struct{}

func (f *alikeFn) CreateAccumulator() tally { return tally{} }

func (f *alikeFn) AddInput(sum, t tally) tally { return f.MergeAccumulators(sum, t) }

func (f *alikeFn) MergeAccumulators(sum, t tally) tally {
	sum.Merge(t.Tally)
	return sum
}

func (f *alikeFn) ExtractOutput(sum tally) []byte {
	return packed(&found{Relation: near.Alike, Reports: sum.Alike()})
}

// chooseFn gives that to the agency of the report.
type chooseFn struct{}

func (f *chooseFn) ProcessElement(report string, b []byte, around func(string, []byte)) error {
	var of found
	if err := unpacked(b, &of); err != nil {
		return err
	}
	slug, year, _ := strings.Cut(report, "/")
	var err error
	if of.Year, err = strconv.Atoi(year); err == nil && len(of.Reports) > 0 {
		around(slug, packed(&of))
	}
	return err
}

// wantFn asks the agencies of the reports that lie around others for them.
type wantFn struct{}

func (f *wantFn) ProcessElement(slug string, b []byte, want func(string, []byte)) error {
	var of found
	if err := unpacked(b, &of); err != nil {
		return err
	}
	for _, r := range of.Reports {
		if r.Agency != slug {
			want(r.Agency, packed(&found{Year: r.Year, Reports: []near.Report{{Agency: slug}}}))
		}
	}
	return nil
}

// lendFn hands an agency to those that want to look at some of its reports, with these
// alone.
type lendFn struct{}

func (f *lendFn) ProcessElement(_ string, readings, wants func(*[]byte) bool, lend func(string, []byte)) error {
	a, _, err := one(readings)
	if a == nil || err != nil {
		return err // nobody has such a predecessor
	}
	years := map[string]map[int]bool{}
	for b := []byte(nil); wants(&b); {
		var w found
		if err := unpacked(b, &w); err != nil {
			return err
		}
		by := w.Reports[0].Agency
		if years[by] == nil {
			years[by] = map[int]bool{}
		}
		years[by][w.Year] = true
	}
	for by, of := range years {
		lend(by, pack.Append(nil, stage.Lent(a, of), nil))
	}
	return nil
}

// one is the agency that was read, nil for none, and how many of its reports have prose
// to be compared with.
func one(readings func(*[]byte) bool) (a *archive.Agency, prose int, err error) {
	var b []byte
	if !readings(&b) {
		return nil, 0, nil
	}
	return unpackedReading(b)
}

// judgeFn judges the reports of an agency, writes their pages and originals, and gives
// its brief.
type judgeFn struct {
	Options
	from *source
}

func (f *judgeFn) Setup(ctx context.Context) (err error) {
	f.from, err = openSource(ctx, f.Archive)
	return err
}

func (f *judgeFn) Teardown() error { return f.from.Close() }

func (f *judgeFn) ProcessElement(ctx context.Context, slug string, readings, around, lent, frame func(*[]byte) bool, prose func(*int) bool, brief, tell func([]byte)) error {
	a, own, err := one(readings)
	if a == nil || err != nil {
		return err
	}
	fr, err := frameOf(f.Run, frame)
	if err != nil {
		return err
	}
	beside, err := borrowed(lent)
	if err != nil {
		return err
	}
	lies, err := surroundings(a, own, around, prose)
	if err != nil {
		return err
	}
	made, err := fr.Among(ctx, a, lies, beside)
	if err != nil {
		return err
	}
	out := newShard()
	var originals []string
	for _, o := range made.Originals {
		originals = append(originals, o.Path)
	}
	files := f.from.some(ctx, originals)
	for _, o := range made.Originals {
		b, same, err := o.Bytes(files)
		if err == nil && !same {
			err = fmt.Errorf("%s: was changed while the site was built; run again", o.Path)
		}
		if err != nil {
			return err
		}
		if err := out.put(o.To, b); err != nil {
			return err
		}
	}
	said := made.Said
	for i := range made.Files {
		ds, err := made.Files[i].Bytes(out.put)
		if err != nil {
			return err
		}
		said = append(said, ds...)
	}
	n := note{Said: said, Count: made.Sum, Agencies: 1}
	if n.Tar, err = out.store(ctx, f.To, "agencies/"+slug+".tar"); err != nil {
		return err
	}
	countReports.Inc(ctx, int64(made.Sum.Reports))
	for _, k := range made.Sum.Findings {
		countFindings.Inc(ctx, int64(k))
	}
	w := codec.Writer(nil)
	page.Packed(&w, made.Body)
	rows := string(made.Rows)
	codec.Text(&w, &rows)
	brief(w.Bytes())
	tell(packed(&n))
	return nil
}

// borrowed are the agencies that lie around one.
func borrowed(lent func(*[]byte) bool) ([]*archive.Agency, error) {
	var beside []*archive.Agency
	for b := []byte(nil); lent(&b); {
		o, _, err := pack.Read(b)
		if err != nil {
			return nil, err
		}
		beside = append(beside, o)
	}
	return beside, nil
}

// surroundings are what lies around each report of an agency.
func surroundings(a *archive.Agency, own int, of func(*[]byte) bool, prose func(*int) bool) ([]stage.Around, error) {
	around, at := make([]stage.Around, len(a.Reports)), map[int]*stage.Around{}
	all := 0
	prose(&all)
	for i, e := range a.Reports {
		around[i].Prose, around[i].Others = all > 0, all > own
		at[e.Year] = &around[i]
	}
	for b := []byte(nil); of(&b); {
		var f found
		if err := unpacked(b, &f); err != nil {
			return nil, err
		}
		switch here := at[f.Year]; {
		case here == nil:
			return nil, errDamaged
		case f.Relation == near.Same:
			here.Same = f.Reports
		case f.Relation == near.Alike:
			here.Alike = f.Reports
		default:
			here.Parts = f.Reports
		}
	}
	return around, nil
}

// A kept is what a worker has of a run, once it was made.
type kept struct {
	mu    sync.Mutex
	frame *stage.Frame
	lists *lists
}

// A lists is what is made of briefs.
type lists struct {
	files []stage.File
	pages int // of the whole site
	said  []diag.Diagnostic

	bodies []*page.BodyBrief
	rows   rows
}

// rows are those of the open data, by agency.
type rows [][]byte

func (r rows) Len() int                         { return len(r) }
func (r rows) Chunk(i int) (*data.Chunk, error) { return data.Open(r[i]) }

// data are the files of the open data, and those that tell of them.
func (l *lists) data(fr *stage.Frame, put func(path string, b []byte) error) ([]diag.Diagnostic, error) {
	if !fr.HasData() {
		return nil, nil
	}
	all := make([]data.Summary, len(l.rows))
	for i, b := range l.rows {
		var err error
		if all[i], err = stage.Summed(b); err != nil {
			return nil, err
		}
	}
	files := fr.Data(all)
	made := make([]data.Made, len(files))
	for i, f := range files {
		var b whole
		if err := data.Make(files[i:i+1], l.rows, cache.Scratch, func(string) (io.WriteCloser, error) { return &b, nil }); err != nil {
			return nil, err
		}
		if err := put(f.Path, b.Bytes()); err != nil {
			return nil, err
		}
		made[i] = data.Made{File: f, Size: int64(b.Len()), Sum: sha256.Sum256(b.Bytes())}
	}
	var said []diag.Diagnostic
	told := fr.DataTold(l.bodies, made)
	for i := range told {
		ds, err := told[i].Bytes(put)
		if err != nil {
			return nil, err
		}
		said = append(said, ds...)
	}
	return said, nil
}

// A whole is a file in memory.
type whole struct{ bytes.Buffer }

func (*whole) Close() error { return nil }

var runs sync.Map // of *kept, by the name of the run

func ofRun(run string) *kept {
	k, _ := runs.LoadOrStore(run, &kept{})
	return k.(*kept)
}

// frameOf is what all pages share.
func frameOf(run string, files func(*[]byte) bool) (*stage.Frame, error) {
	k := ofRun(run)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.frame != nil {
		return k.frame, nil
	}
	var b []byte
	if !files(&b) {
		return nil, errors.New("internal error: no settings came")
	}
	own, err := framed(b)
	if err != nil {
		return nil, err
	}
	scan, _ := archive.NewScan(own, archive.Options{})
	k.frame, _, err = stage.NewFrame(own, scan.Site, ogi.Files)
	return k.frame, err
}

// listsOf are the files that are made of the briefs of all.
func listsOf(run string, fr *stage.Frame, briefs func(*[]byte) bool) (*lists, error) {
	k := ofRun(run)
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.lists != nil {
		return k.lists, nil
	}
	type of struct {
		body *page.BodyBrief
		rows string
	}
	var all []of
	for b := []byte(nil); briefs(&b); {
		one := of{body: &page.BodyBrief{}}
		r := codec.Reader(string(b))
		page.Packed(&r, one.body)
		if codec.Text(&r, &one.rows); !r.Ended() {
			return nil, errDamaged
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b of) int { return cmp.Compare(a.body.Agency.Slug, b.body.Agency.Slug) })
	l := &lists{}
	var bodies []*page.BodyBrief
	var agencies []*archive.Agency
	for _, one := range all {
		bodies, agencies = append(bodies, one.body), append(agencies, one.body.Agency)
		l.rows = append(l.rows, []byte(one.rows))
	}
	l.bodies = bodies
	l.files, l.pages, l.said = fr.Lists(bodies)
	l.said = append(l.said, archive.Strangers(agencies)...)
	k.lists = l
	return l, nil
}

// listFn makes a share of all files that rest on more than an agency. A worker that
// makes any holds the briefs of all, some kilobytes a report.
type listFn struct{ Options }

func (f *listFn) ProcessElement(ctx context.Context, share int, frame, briefs func(*[]byte) bool, tell func([]byte)) error {
	fr, err := frameOf(f.Run, frame)
	if err != nil {
		return err
	}
	all, err := listsOf(f.Run, fr, briefs)
	if err != nil {
		return err
	}
	var n note
	if share == 0 { // what is said of all
		n.Said, n.Pages = slices.Clone(all.said), all.pages
	}
	out := newShard()
	for i := share; i < len(all.files); i += f.Lists {
		ds, err := all.files[i].Bytes(out.put)
		if err != nil {
			return err
		}
		n.Said = append(n.Said, ds...)
	}
	if share == 0 {
		ds, err := all.data(fr, out.put)
		if err != nil {
			return err
		}
		n.Said = append(n.Said, ds...)
	}
	if n.Tar, err = out.store(ctx, f.To, fmt.Sprintf("lists/%05d.tar", share)); err != nil {
		return err
	}
	tell(packed(&n))
	return nil
}

// finishFn ends a run: it writes what was said, and last which tars make the site.
type finishFn struct{ Options }

func (f *finishFn) ProcessElement(ctx context.Context, _ int, notes func(*[]byte) bool) error {
	c := Contents{Version: stage.Version}
	var said []diag.Diagnostic
	var sum stage.Count
	for b := []byte(nil); notes(&b); {
		var n note
		if err := unpacked(b, &n); err != nil {
			return err
		}
		said = append(said, n.Said...)
		sum.Add(n.Count)
		c.Agencies += n.Agencies
		c.Pages += n.Pages
		if n.Tar.Name != "" {
			c.Tars = append(c.Tars, n.Tar)
		}
	}
	c.Reports, c.Findings, c.Undecidable = sum.Reports, sum.Findings, sum.Undecidable
	slices.SortFunc(c.Tars, func(a, b Tar) int { return cmp.Compare(a.Name, b.Name) })
	text := messages(said, f.Verbose, &c)
	if err := store(ctx, f.To, messagesName, []byte(text)); err != nil {
		return err
	}
	b, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		return err
	}
	return store(ctx, f.To, contentsName, append(b, '\n'))
}

// messages is what was said, as ogi build prints it.
func messages(said []diag.Diagnostic, verbose bool, c *Contents) string {
	for i := range said {
		said[i].File = personal.Path(said[i].File)
	}
	slices.SortFunc(said, func(a, b diag.Diagnostic) int { return cmp.Compare(a.String(), b.String()) }) // they come in any order
	diag.Sort(said)
	var b strings.Builder
	for _, d := range said {
		switch d.Level {
		case diag.Error:
			c.Errors++
		case diag.Warning:
			c.Warnings++
		}
		if d.Level > diag.Note || verbose {
			fmt.Fprintln(&b, d)
		}
	}
	return b.String()
}
