package data

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// agencies are invented ones with some years each, judged.
func agencies(tb testing.TB, n, years int) []*Agency {
	tb.Helper()
	var all []*Agency
	for i := range n {
		g := &archive.Agency{Slug: string(rune('a'+i)) + "-gov", Region: "410403", Kind: archive.Department, Level: archive.County}
		var last *specimen.Specimen
		for y := 2024 - years + 1; y <= 2024; y++ {
			o := specimen.Options{Year: y, Previous: last, Max: 40}
			if last != nil {
				o.Agency = last.Agency
			}
			last = specimen.Random(uint64(100*i+y), o)
			f, _ := archive.LoadBytes("x"+specimen.Tab.Ext(), last.MustWrite(specimen.Tab))
			g.Reports = append(g.Reports, &archive.Entry{Agency: g, Year: y, Path: "content/x", SHA256: f.SHA256, Size: f.Size, Files: []archive.File{f}, Report: f.Report})
		}
		g.Name = last.Agency
		a := archive.New(config.Site{}, []*archive.Agency{g})
		results := check.Results{}
		set := check.Ready(a, rule.All, false)
		for _, e := range g.Reports {
			results[e] = set.One(g, e)
		}
		all = append(all, &Agency{Agency: g, Results: results, Held: func(string) string { return "" }, SmallN: 5, Lines: true})
	}
	return all
}

type shelf [][]byte

func (s shelf) Len() int                    { return len(s) }
func (s shelf) Chunk(i int) (*Chunk, error) { return Open(s[i]) }

func shelved(all []*Agency) shelf {
	var s shelf
	for _, g := range all {
		s = append(s, g.Pack())
	}
	return s
}

// zipOf is a table as a zip.
func zipOf(table int, f Format) File {
	return File{Path: "a", make: func(w io.Writer) (sink, error) { return newZipped(w, table, f), nil }}
}

// made is a file of what is on a shelf.
func made(tb testing.TB, of Shelf, f File) []byte {
	tb.Helper()
	dir := tb.TempDir()
	var b buffer
	err := Make([]File{f}, of, func(use func(string, fs.FS) error) error { return use(dir, os.DirFS(dir)) },
		func(string) (io.WriteCloser, error) { return &b, nil })
	if err != nil || !b.closed {
		tb.Fatal(err, b.closed)
	}
	return b.Bytes()
}

type buffer struct {
	bytes.Buffer
	closed bool
}

func (b *buffer) Close() error { b.closed = true; return nil }

func unzipped(t *testing.T, b []byte) (name string, text []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(z.File) != 1 {
		t.Fatalf("%v: not a zip of one file", err)
	}
	r, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err = io.ReadAll(r) // its sum is checked at the end
	if err != nil {
		t.Fatal(err)
	}
	return z.File[0].Name, text
}

// Pieces behind one another are a file that other readers take, with all rows as they
// were made, in CSV and in JSON lines.
func TestAFileIsThePiecesOfAll(t *testing.T) {
	all := agencies(t, 4, 3)
	s := shelved(all)
	for at, table := range Tables {
		var want []Row
		for _, g := range all {
			if table == Agencies {
				want = append(want, g.self())
			}
			for _, e := range g.Reports {
				want = append(want, g.rows(table, e, values(e))...)
			}
		}
		if len(want) == 0 {
			t.Errorf("%s: no rows", table.Key)
		}
		name, text := unzipped(t, made(t, s, zipOf(at, CSV)))
		got, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || name != table.Key+".csv" {
			t.Fatalf("%s: %v", name, err)
		}
		if len(got) != len(want)+1 || got[0][0] != table.Columns[0].Key {
			t.Fatalf("%s: %d rows, want %d below the head", name, len(got), len(want))
		}
		for i := range want {
			if !slices.Equal(got[i+1], want[i]) {
				t.Fatalf("%s: row %d is %q, want %q", name, i, got[i+1], want[i])
			}
		}
		if table.Inner {
			continue
		}
		_, text = unzipped(t, made(t, s, zipOf(at, Lines)))
		lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if len(lines) != len(want) {
			t.Fatalf("%s: %d lines", table.Key, len(lines))
		}
		for i, line := range lines {
			var o map[string]any
			d := json.NewDecoder(strings.NewReader(line))
			d.UseNumber()
			if err := d.Decode(&o); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			for k, c := range table.Columns {
				v, has := o[c.Key]
				if !has || (v == nil) != (want[i][k] == "") {
					t.Fatalf("%s: %s is %v, want %q", table.Key, c.Key, v, want[i][k])
				}
				switch v := v.(type) {
				case string:
					if (c.Type != Text && c.Type != Date) || v != want[i][k] {
						t.Fatalf("%s: %s is %q, want %q", table.Key, c.Key, v, want[i][k])
					}
				case json.Number:
					if v.String() != want[i][k] {
						t.Fatalf("%s: %s is %s, want %q", table.Key, c.Key, v, want[i][k])
					}
				}
			}
		}
	}
}

// What Excel would run stands behind an apostrophe there, and as it is elsewhere.
func TestNothingRunsInASheet(t *testing.T) {
	all := agencies(t, 1, 1)
	const said = `=HYPERLINK("http://x.example","+1")`
	e := all[0].Reports[0]
	e.Meta.Source = said
	c, err := Open(all[0].Pack())
	if err != nil {
		t.Fatal(err)
	}
	read := func(f Format) string {
		_, text := unzipped(t, made(t, shelf{all[0].Pack()}, zipOf(slices.Index(Tables, Reports), f)))
		rest, marked := bytes.CutPrefix(text, []byte(bom))
		if marked != (f == Excel) {
			t.Errorf("format %d begins with %q", f, text[:3])
		}
		rows, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows[1][slices.IndexFunc(Reports.Columns, func(c Column) bool { return c.Key == "source" })]
	}
	if got := read(CSV); got != said {
		t.Errorf("CSV has %q", got)
	}
	if got := read(Excel); got != "'"+said {
		t.Errorf("for Excel: %q", got)
	}
	if c.Parts[1].Tables[slices.Index(Tables, Cells)].Of[Excel].Size != 0 {
		t.Error("what is the same is kept twice")
	}
	for _, s := range []string{"-", "/", "—", "12", "＝", "-5", "+1.2"} {
		if runs(s) {
			t.Errorf("%q is taken for a formula", s)
		}
	}
}

func TestJoinedSums(t *testing.T) {
	text := bytes.Repeat([]byte("政府信息公开 0123456789"), 400)
	for _, at := range []int{0, 1, 7, 64, 1000, len(text) - 1, len(text)} {
		a, b := text[:at], text[at:]
		if got, want := joined(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), int64(len(b))), crc32.ChecksumIEEE(text); got != want {
			t.Errorf("parted at %d: %08x, want %08x", at, got, want)
		}
	}
}

// A damaged chunk is an error or other bytes, never a panic.
func FuzzOpen(f *testing.F) {
	f.Add([]byte{})
	f.Add(agencies(f, 1, 1)[0].Pack())
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := Open(b)
		if err != nil {
			return
		}
		for i := range c.Parts {
			for at := range Tables {
				_, _ = c.Parts[i].rows(at)
			}
		}
	})
}
