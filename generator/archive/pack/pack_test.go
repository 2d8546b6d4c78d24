package pack

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"ogi/generator/archive"
	"ogi/generator/codec"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/source"
)

// differ is where two values are not deeply equal, "" where they are: like
// reflect.DeepEqual, with the path to the first difference.
func differ(path string, a, b reflect.Value, above map[any]bool) string {
	if a.Type() == reflect.TypeFor[place.Pos]() {
		if a.Interface() != b.Interface() {
			return fmt.Sprintf("%s: %v, want %v", path, a, b)
		}
		return ""
	}
	switch a.Kind() {
	case reflect.Pointer:
		switch {
		case a.IsNil() != b.IsNil():
			return fmt.Sprintf("%s: nil is %v, want %v", path, a.IsNil(), b.IsNil())
		case a.IsNil(), above[a.Interface()]:
			return ""
		case a.Type() == reflect.TypeFor[*form.Form]():
			if a.Pointer() != b.Pointer() {
				return path + ": another form"
			}
			return ""
		}
		above[a.Interface()] = true
		return differ(path, a.Elem(), b.Elem(), above)
	case reflect.Struct:
		for i := range a.NumField() {
			if s := differ(path+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i), above); s != "" {
				return s
			}
		}
	case reflect.Slice:
		if a.IsNil() != b.IsNil() || a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d (nil: %v), want %d (nil: %v)", path, a.Len(), a.IsNil(), b.Len(), b.IsNil())
		}
		fallthrough
	case reflect.Array:
		for i := range a.Len() {
			if s := differ(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i), above); s != "" {
				return s
			}
		}
	default:
		if !a.Equal(b) {
			return fmt.Sprintf("%s: %v, want %v", path, a, b)
		}
	}
	return ""
}

// roundTrip fails where what comes back is not what went in. It returns the bytes.
func roundTrip(t testing.TB, a *archive.Agency, ds []diag.Diagnostic) []byte {
	t.Helper()
	b := Append([]byte("before"), a, ds)
	if !bytes.HasPrefix(b, []byte("before")) {
		t.Fatal("what stood before is gone")
	}
	b = b[len("before"):]
	got, said, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, a)
	if s := differ("said", reflect.ValueOf(said), reflect.ValueOf(ds), map[any]bool{}); s != "" {
		t.Error(s)
	}
	if again := Append(nil, got, said); !bytes.Equal(again, b) {
		t.Error("equal values give different bytes")
	}
	return b
}

func same(t testing.TB, got, want *archive.Agency) {
	t.Helper()
	if s := differ(want.Slug, reflect.ValueOf(got), reflect.ValueOf(want), map[any]bool{}); s != "" {
		t.Error(s)
	} else if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: not deeply equal, and the test's own comparison does not see where", want.Slug)
	}
	for i, e := range got.Reports {
		if e.Agency != got {
			t.Errorf("%s %d leads to another agency", want.Slug, e.Year)
		}
		of := func(e *archive.Entry) int {
			return slices.IndexFunc(e.Files, func(f archive.File) bool { return f.Report != nil && f.Report == e.Report })
		}
		if g, w := of(e), of(want.Reports[i]); g != w {
			t.Errorf("%s %d: its report is that of file %d, want %d", want.Slug, e.Year, g, w)
		}
	}
}

// lasts are the last values of the closed lists.
var lasts = map[reflect.Type]uint8{
	reflect.TypeFor[report.State]():    uint8(report.Garbled),
	reflect.TypeFor[report.Reading]():  uint8(report.Reviewed),
	reflect.TypeFor[report.Unit]():     uint8(report.YiYuan),
	reflect.TypeFor[report.Evidence](): uint8(report.Evidences - 1),
	reflect.TypeFor[report.Fidelity](): uint8(report.Original),
	reflect.TypeFor[report.Scope]():    uint8(report.ScopeArea),
	reflect.TypeFor[report.By]():       uint8(report.ByTrail),
	reflect.TypeFor[source.Kind]():     uint8(source.Unknown),
	reflect.TypeFor[diag.Level]():      uint8(diag.Error),
	reflect.TypeFor[uint8]():           255,
}

// A filler puts something into every field of every type that is reached. most is
// how long slices get, zero the share in 100 of values that stay zero.
type filler struct {
	*rand.Rand
	most, zero int
	agency     *archive.Agency
}

func (f *filler) fill(t *testing.T, path string, v reflect.Value) {
	if f.IntN(100) < f.zero {
		return
	}
	switch v.Type() {
	case reflect.TypeFor[place.Pos]():
		var at place.Place
		f.fill(t, path, reflect.ValueOf(&at).Elem())
		if f.IntN(3) == 0 {
			at = place.Place{Table: 1 + f.IntN(2)} // one that others have too
		}
		v.Set(reflect.ValueOf(place.Pos{Line: f.number(), Col: f.number()}.In(at)))
		return
	case reflect.TypeFor[*form.Form]():
		v.Set(reflect.ValueOf(forms[1+f.IntN(len(forms)-1)]))
		return
	case reflect.TypeFor[*archive.Agency]():
		v.Set(reflect.ValueOf(f.agency))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.number()))
	case reflect.Int32:
		v.SetInt(int64(int32(f.number())))
	case reflect.Uint8:
		last, known := lasts[v.Type()]
		if !known {
			t.Fatalf("%s: the last value of %s is not known to this test", path, v.Type())
		}
		v.SetUint(1 + uint64(f.IntN(int(last))))
	case reflect.Float64:
		v.SetFloat(f.NormFloat64())
	case reflect.String:
		v.SetString(strings.Repeat(string(rune('一'+f.IntN(20000))), 1+f.IntN(8)))
	case reflect.Slice:
		n := f.IntN(f.most + 1)
		if f.zero == 0 {
			n = 1 + f.IntN(f.most)
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.fill(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			f.fill(t, fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(t, path, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() {
				t.Fatalf("%s.%s: a field of %s that no other room can read, so it is not carried", path, field.Name, v.Type())
			}
			f.fill(t, path+"."+field.Name, v.Field(i))
		}
	default:
		t.Fatalf("%s: a %s cannot be carried", path, v.Kind())
	}
}

// number is a whole number of any size, never zero.
func (f *filler) number() int {
	n := int(f.Uint64() >> f.IntN(64))
	if n == 0 {
		return 1
	}
	return n
}

// made is an agency with what was said, every field filled. Entries are not nil and
// lead to it.
func (f *filler) made(t *testing.T) (*archive.Agency, []diag.Diagnostic) {
	f.agency = new(archive.Agency)
	zero := f.zero
	f.zero = 0
	f.fill(t, "agency", reflect.ValueOf(f.agency).Elem())
	for i, e := range f.agency.Reports {
		f.zero = zero
		g := archive.Entry{}
		f.fill(t, fmt.Sprintf("agency.Reports[%d]", i), reflect.ValueOf(&g).Elem())
		*e = g
		e.Agency = f.agency
		if n := len(e.Files); n > 0 && f.IntN(3) > 0 {
			e.Report = e.Files[f.IntN(n)].Report
		}
	}
	var ds []diag.Diagnostic
	f.fill(t, "said", reflect.ValueOf(&ds).Elem())
	return f.agency, ds
}

// A field that is added to any type which is reached, and not carried, fails here.
func TestEveryFieldIsCarried(t *testing.T) {
	for seed := range uint64(100) {
		f := &filler{Rand: rand.New(rand.NewPCG(seed, 1)), most: 3}
		roundTrip(t, first(f.made(t)), nil)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// Zero values, nil and empty slices, and long slices come back as they were.
func TestAnyValueIsCarried(t *testing.T) {
	for seed := range uint64(400) {
		f := &filler{Rand: rand.New(rand.NewPCG(seed, 2)), most: 1 + int(seed%5), zero: 10 + int(seed%80)}
		a, ds := f.made(t)
		roundTrip(t, a, ds)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	roundTrip(t, &archive.Agency{}, nil)
	roundTrip(t, &archive.Agency{Aliases: []string{}, Names: []config.Name{}}, []diag.Diagnostic{})
	long := &report.Report{Form: form.Free, View: make([]report.Text, 3*codec.Ahead), Marks: make([]report.Mark, 3*codec.Ahead)}
	for i := range long.View {
		long.View[i] = report.Text{Text: fmt.Sprint(i, " 行"), Pos: place.Pos{Line: i + 1, Col: 1}}
	}
	a := &archive.Agency{Slug: "a"}
	a.Reports = []*archive.Entry{{Agency: a, Year: 2024, Report: long}}
	roundTrip(t, a, nil)
}

// Others may read what is being written: the race detector sees a write.
func TestWritingChangesNothing(t *testing.T) {
	f := &filler{Rand: rand.New(rand.NewPCG(1, 3)), most: 3, zero: 30}
	a, ds := f.made(t)
	var wg sync.WaitGroup
	got := make([][]byte, 4)
	for i := range got {
		wg.Go(func() { got[i] = Append(nil, a, ds) })
	}
	wg.Wait()
	for _, b := range got {
		if !bytes.Equal(b, got[0]) {
			t.Error("written at once, it is different bytes")
		}
	}
}

// Cells that rest on the same evidence share it, and evidence that names nothing is
// the one that all share.
func TestEvidenceIsShared(t *testing.T) {
	with := report.OneOf.With("3", "4")
	r := &report.Report{Cells: []report.Cell{
		{Why: report.ByNeighbours.Why()},
		{Why: with},
		{},
		{Why: with},
		{Why: &report.Why{Evidence: report.OneOf, Texts: []string{}}},
		{Why: &report.Why{Evidence: report.OneOf}},
		{Why: &report.Why{}},
	}}
	a := &archive.Agency{}
	a.Reports = []*archive.Entry{{Agency: a, Report: r}}
	got, _, err := Read(roundTrip(t, a, nil))
	if err != nil {
		t.Fatal(err)
	}
	cells := got.Reports[0].Report.Cells
	if cells[0].Why != report.ByNeighbours.Why() || cells[5].Why != report.OneOf.Why() {
		t.Error("evidence that names nothing was made anew")
	}
	if cells[1].Why != cells[3].Why {
		t.Error("cells no longer share what they rest on")
	}
}

func TestFormOfAnotherRoomIsRefused(t *testing.T) {
	a := &archive.Agency{}
	a.Reports = []*archive.Entry{{Agency: a, Report: &report.Report{Form: &form.Form{Version: "1999"}}}}
	defer func() {
		if recover() == nil {
			t.Error("it was written, and could not be read")
		}
	}()
	Append(nil, a, nil)
}

// read are agencies with all sorts of reports: the goldens of the readers and of the
// archive, every rule's samples, specimens in every kind.
func read(t testing.TB) (as []*archive.Agency, dss [][]diag.Diagnostic) {
	load := func(dir string, files fstest.MapFS) {
		all, ds := archive.Load(files, archive.Options{})
		for _, a := range all.Agencies {
			as, dss = append(as, a), append(dss, ds)
		}
		if len(all.Agencies) == 0 && len(ds) == 0 {
			t.Errorf("%s: nothing was read", dir)
		}
	}
	goldens, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(goldens) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, name := range goldens {
		files := fstest.MapFS{}
		for _, f := range parsed(t, name).Files {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		load(name, files)
	}
	files := fstest.MapFS{"site.toml": {Data: []byte(`title = "t"`)}}
	put := func(slug, ext string, b []byte) {
		files["content/"+slug+"/agency.toml"] = &fstest.MapFile{Data: []byte("name = \"甲区司法局\"\nregion = \"410403\"\n")}
		files["content/"+slug+"/2024"+ext] = &fstest.MapFile{Data: b}
	}
	if goldens, err = filepath.Glob("../../decode/testdata/*.txtar"); err != nil || len(goldens) == 0 {
		t.Fatal("no goldens", err)
	}
	for i, name := range goldens {
		for _, f := range parsed(t, name).Files {
			if strings.HasPrefix(f.Name, "a.") {
				put(fmt.Sprintf("golden-%d", i), filepath.Ext(f.Name), f.Data)
			}
		}
	}
	for i, k := range specimen.Kinds {
		put(fmt.Sprintf("specimen-%d", i), k.Ext(), specimen.Random(uint64(i), specimen.Options{}).MustWrite(k))
	}
	load("specimens", files)
	return as, dss
}

func parsed(t testing.TB, name string) *txtar.Archive {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestWhatWasReadIsCarried(t *testing.T) {
	as, dss := read(t)
	for i, a := range as {
		roundTrip(t, a, dss[i])
	}
	if len(as) < 150 {
		t.Errorf("only %d agencies", len(as))
	}
}

// The archive that benchmarks make, where it is.
func TestABenchArchiveIsCarried(t *testing.T) {
	dir := os.Getenv("OGI_ARCHIVE")
	if dir == "" {
		t.Skip("OGI_ARCHIVE names no archive")
	}
	all, ds := archive.Load(os.DirFS(dir), archive.Options{})
	reports, size := 0, 0
	for _, a := range all.Agencies {
		var own []diag.Diagnostic
		for _, d := range ds {
			if strings.HasPrefix(d.File, a.Dir+"/") {
				own = append(own, d)
			}
		}
		size += len(roundTrip(t, a, own))
		reports += len(a.Reports)
	}
	t.Logf("%d reports, %d bytes each", reports, size/max(reports, 1))
}
