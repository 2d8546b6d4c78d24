package generator_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"ogi"
	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/archive/pack"
	"ogi/generator/codec"
	"ogi/generator/near"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/stage"
)

// BenchmarkStages runs the stages of a cold build over the same reports, each on what
// those before it made. What it takes a report is told in milliseconds of processor time
// and in works (see work), which are the same on any machine; beside stands its budget,
// in works. They are for reading: nothing fails where one is passed.
func BenchmarkStages(b *testing.B) {
	const reports = 200
	w := prepared(b, reports)
	for _, s := range []struct {
		name   string
		budget float64 // works of the reference a report
		run    func() error
	}{
		{"scan", 0.05, w.scanned},
		{"read", 2.5, w.read},
		{"keep", 0.45, w.kept},
		{"sketch", 0.15, w.sketched},
		{"around", 0.15, w.around},
		{"judge", 2.5, w.judged},
		{"brief", 0.03, w.briefed},
		{"pages", 3.2, w.paged},
		{"lists", 2.4, w.listed},
		{"publish", 1.6, w.published},
	} {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			began := cpuTime()
			for b.Loop() {
				if err := s.run(); err != nil {
					b.Fatal(err)
				}
			}
			tell(b, cpuTime()-began, reports)
			b.ReportMetric(s.budget, "budget")
		})
	}
}

// BenchmarkCold builds a whole site from nothing, the cache with it, and tells what a
// report takes of it in works.
func BenchmarkCold(b *testing.B) {
	const reports = 1000
	dir := b.TempDir()
	specimens(b, dir, reports, 1)
	began, n := cpuTime(), 0
	for b.Loop() {
		n++
		o := generator.Options{
			Dir: dir, Out: filepath.Join(dir, "out", strconv.Itoa(n)), Files: ogi.Files, Cache: filepath.Join(dir, "cache", strconv.Itoa(n)),
		}
		if _, _, err := generator.Build(context.Background(), o); err != nil {
			b.Fatal(err)
		}
	}
	tell(b, cpuTime()-began, reports)
	b.ReportMetric(16, "budget")
}

// tell reports what one report took.
func tell(b *testing.B, took time.Duration, reports int) {
	one := float64(took) / float64(b.N*reports)
	b.ReportMetric(one/1e6, "ms/report")
	b.ReportMetric(one/reference(), "works/report")
	b.ReportMetric(0, "ns/op") // a report is what counts
}

// reference is how many nanoseconds of processor time a work takes here and now, the
// least of some times.
func reference() float64 {
	const times = 10 // the clock of processor time is coarse
	least := 0.0
	for i := range 5 {
		began := cpuTime()
		for range times {
			if work() == 0 {
				panic("internal error: the reference counts nothing")
			}
		}
		if took := float64(cpuTime()-began) / times; i == 0 || took < least {
			least = took
		}
	}
	return least
}

// work is a fixed piece of work of about a third of a millisecond: a text is hashed,
// and its words and figures are told, as reports are. It must not change, since budgets
// are told in it.
func work() int {
	sum := sha256.Sum256([]byte(referenceText))
	n := int(sum[0])
	words := map[string]int{}
	for _, f := range strings.FieldsFunc(referenceText, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) }) {
		if v, err := strconv.Atoi(f); err == nil {
			n += v
		}
		words[f]++
	}
	for w := range words {
		n += strings.Count(referenceText, w)
	}
	return n
}

var referenceText = func() string {
	var b strings.Builder
	for i := range 96 {
		fmt.Fprintf(&b, "本机关%d年主动公开政府信息 %d 条，收到申请 %d 件，均在法定期限内答复；予以公开 %d 件，部分公开 0 件。\n", 2020+i%5, 100+i%7, 10+i%11, 9+i%11)
	}
	return b.String()
}()

// A bench is an archive on its way through the stages.
type bench struct {
	dir      string
	folder   *generator.Folder
	scan     *archive.Scan
	frame    *stage.Frame
	agencies []*archive.Agency
	first    []int // of each, among all reports
	sketches []near.Sketch
	beside   []near.Around
	made     []*stage.Agency
	bodies   []*page.BodyBrief
	paths    []string
	bytes    [][]byte
	turn     int
}

// prepared has gone through all stages once.
func prepared(b *testing.B, reports int) *bench {
	b.Helper()
	w := &bench{dir: b.TempDir()}
	specimens(b, w.dir, reports, 1)
	f, err := generator.Open(w.dir)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	w.folder = f
	for _, run := range []func() error{w.scanned, w.read, w.sketched, w.around, w.judged, w.briefed, w.paged, w.listed, w.published} {
		if err := run(); err != nil {
			b.Fatal(err)
		}
	}
	return w
}

func (w *bench) scanned() (err error) {
	w.scan, _ = archive.NewScan(w.folder.FS(), archive.Options{})
	if w.frame == nil {
		w.frame, _, err = stage.NewFrame(w.folder.FS(), w.scan.Site, ogi.Files)
	}
	return err
}

func (w *bench) read() error {
	w.agencies, w.first = nil, nil
	n := 0
	for _, slug := range w.scan.Slugs {
		a, _ := w.scan.Read(slug)
		w.agencies, w.first = append(w.agencies, a), append(w.first, n)
		n += len(a.Reports)
	}
	return nil
}

func (w *bench) kept() error {
	for _, a := range w.agencies {
		if _, _, err := pack.Read(pack.Append(nil, a, nil)); err != nil {
			return err
		}
	}
	return nil
}

func (w *bench) sketched() error {
	w.sketches = nil
	for _, a := range w.agencies {
		w.sketches = append(w.sketches, stage.Sketches(a)...)
	}
	return nil
}

func (w *bench) around() error {
	w.beside = nil
	index := near.New(w.sketches)
	for i := range w.sketches {
		w.beside = append(w.beside, index.Around(&w.sketches[i], i))
	}
	return nil
}

func (w *bench) judged() error {
	w.made, w.bodies = nil, nil
	set := w.frame.Neighbours(func(i int) near.Around { return w.beside[i] }, w)
	for i, a := range w.agencies {
		made, err := w.frame.Agency(context.Background(), a, w.first[i], set, w)
		if err != nil {
			return err
		}
		w.made, w.bodies = append(w.made, made), append(w.bodies, made.Body)
	}
	return nil
}

func (w *bench) briefed() error {
	for _, body := range w.bodies {
		wire := codec.Writer(nil)
		page.Packed(&wire, body)
		in := codec.Reader(string(wire.Bytes()))
		page.Packed(&in, &page.BodyBrief{})
	}
	return nil
}

func (w *bench) paged() error {
	w.paths, w.bytes = nil, nil
	for _, a := range w.made {
		for _, f := range a.Files {
			if _, err := f.Bytes(w.put); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *bench) listed() error {
	files, _, _ := w.frame.Lists(w.bodies)
	for _, f := range files {
		if _, err := f.Bytes(func(string, []byte) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}

func (w *bench) put(path string, b []byte) error {
	w.paths, w.bytes = append(w.paths, path), append(w.bytes, append([]byte(nil), b...))
	return nil
}

func (w *bench) published() error {
	w.turn++
	t, err := publish.Open(filepath.Join(w.dir, "out"+strconv.Itoa(w.turn)), publish.Options{})
	if err != nil {
		return err
	}
	for i, path := range w.paths {
		if err := t.Put(path, w.bytes[i]); err != nil {
			return err
		}
	}
	_, err = t.Commit()
	return err
}

// Entry, Agency and Owner are what is around reports.
func (w *bench) Entry(i int) *archive.Entry {
	for k := len(w.first) - 1; k >= 0; k-- {
		if w.first[k] <= i {
			return w.agencies[k].Reports[i-w.first[k]]
		}
	}
	return nil
}

func (w *bench) Agency(slug string) *archive.Agency {
	for _, a := range w.agencies {
		if a.Slug == slug {
			return a
		}
	}
	return nil
}

func (w *bench) Owner(dir string) *archive.Agency {
	for _, a := range w.agencies {
		if a.Dir == dir {
			return a
		}
	}
	return nil
}
