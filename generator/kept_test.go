package generator_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

// An editor makes random changes in an archive, as keepers, offices and hands that
// slip make them.
type editor struct {
	t        *testing.T
	rng      *rand.Rand
	dir, out string
	n        int
}

// some is a file of content/ whose name fits, "" if there is none.
func (e *editor) some(fits func(name string) bool) string {
	var all []string
	_ = filepath.WalkDir(filepath.Join(e.dir, "content"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && fits(d.Name()) && !strings.Contains(p, "/pages/") {
			all = append(all, p)
		}
		return err
	})
	if len(all) == 0 {
		return ""
	}
	return all[e.rng.IntN(len(all))]
}

func isReport(name string) bool {
	return strings.HasPrefix(name, "20") && !strings.HasSuffix(name, ".toml")
}

func (e *editor) read(name string) []byte {
	b, err := os.ReadFile(name)
	if err != nil {
		e.t.Fatal(err)
	}
	return b
}

func (e *editor) write(name string, b []byte) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// change rewrites a report.
func (e *editor) change(how func(b []byte) []byte) {
	if name := e.some(isReport); name != "" {
		e.write(name, how(e.read(name)))
	}
}

// trade has two files or folders take each other's place; their times stay.
func (e *editor) trade(a, b string) {
	if a == b || a == "" || b == "" {
		return
	}
	aside := filepath.Join(filepath.Dir(e.dir), "aside")
	for _, move := range [][2]string{{a, aside}, {b, a}, {aside, b}} {
		if err := os.Rename(move[0], move[1]); err != nil {
			e.t.Fatal(err)
		}
	}
}

func (e *editor) insert(b []byte, after, words string) []byte {
	at := bytes.Index(b, []byte(after))
	if at < 0 {
		return append(b, words...)
	}
	at += len(after)
	return slices.Concat(b[:at], []byte(words), b[at:])
}

// figure changes a digit of a report to another, in as many bytes.
func (e *editor) figure(b []byte) []byte {
	var at []int
	for i, c := range b {
		if c >= '0' && c <= '9' {
			at = append(at, i)
		}
	}
	if len(at) > 0 {
		b[at[e.rng.IntN(len(at))]] = byte('0' + e.rng.IntN(10))
	}
	return b
}

// beside is the name of a file that goes with a report: 2024.toml.
func beside(report, ending string) string {
	stem, _, _ := strings.Cut(filepath.Base(report), ".")
	return filepath.Join(filepath.Dir(report), stem+ending)
}

func (e *editor) edits() map[string]func() {
	agency := func(name string) bool { return name == "agency.toml" }
	public := func() string {
		var all []string
		_ = filepath.WalkDir(e.out, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && d.Name() != "SHA256SUMS" {
				all = append(all, p)
			}
			return err
		})
		return all[e.rng.IntN(len(all))]
	}
	site := func(line string) {
		e.write(filepath.Join(e.dir, "site.toml"), []byte("title = \"合成档案\"\nbase_url = \"https://example.org/archive/\"\n"+line+"\n"))
	}
	return map[string]func(){
		"nothing": func() {},
		"sentence": func() {
			e.change(func(b []byte) []byte {
				return e.insert(b, "。", fmt.Sprintf("新增第%d句话，没有别的意思。", e.n))
			})
		},
		"figure": func() { e.change(e.figure) },
		"figure, as old as before": func() {
			name := e.some(isReport)
			st, err := os.Stat(name)
			if err != nil {
				e.t.Fatal(err)
			}
			e.write(name, e.figure(e.read(name)))
			if err := os.Chtimes(name, st.ModTime(), st.ModTime()); err != nil {
				e.t.Fatal(err)
			}
		},
		"identity number": func() {
			e.change(func(b []byte) []byte { return e.insert(b, "。", "申请人身份证号11010519491231002X。") })
		},
		"touched": func() {
			now := time.Now()
			if err := os.Chtimes(e.some(isReport), now, now); err != nil {
				e.t.Fatal(err)
			}
		},
		"report added": func() {
			from, to := e.some(isReport), e.some(agency)
			e.write(filepath.Join(filepath.Dir(to), fmt.Sprintf("%d%s", 2019+e.rng.IntN(8), filepath.Ext(from))), e.read(from))
		},
		"report too large": func() { // it is read anew each time
			name := filepath.Join(filepath.Dir(e.some(agency)), "2018.txt")
			e.write(name, []byte("甲"))
			if err := os.Truncate(name, 33<<20); err != nil {
				e.t.Fatal(err)
			}
		},
		"report removed": func() { _ = os.Remove(e.some(isReport)) },
		"report of another year": func() {
			name := e.some(isReport)
			_ = os.Rename(name, filepath.Join(filepath.Dir(name), fmt.Sprint(2019+e.rng.IntN(8))+filepath.Ext(name)))
		},
		"agency copied": func() {
			from := filepath.Dir(e.some(agency))
			to := filepath.Join(e.dir, "content", "new", fmt.Sprintf("n%04d", e.n))
			if err := os.CopyFS(to, os.DirFS(from)); err != nil {
				e.t.Fatal(err)
			}
		},
		"agency removed": func() { _ = os.RemoveAll(filepath.Dir(e.some(agency))) },
		"agency moved": func() {
			from := filepath.Dir(e.some(agency))
			to := filepath.Join(e.dir, "content", "moved", filepath.Base(from))
			_ = os.MkdirAll(filepath.Dir(to), 0o755)
			_ = os.Rename(from, to)
		},
		"agency renamed": func() {
			name := e.some(agency)
			e.write(name, fmt.Appendf(nil, "name = \"第%d号局\"\nregion = %q\nkind = %q\n", e.n, []string{"410403", "320813", ""}[e.rng.IntN(3)], []string{"department", "government", "township"}[e.rng.IntN(3)]))
		},
		"predecessor": func() {
			name, of := e.some(agency), filepath.Base(filepath.Dir(e.some(agency)))
			e.write(name, append(e.read(name), fmt.Sprintf("\n[[predecessors]]\nagency = %q\nyear = %d\n", of, 2022+e.rng.IntN(3))...))
		},
		"agencies trade names": func() {
			a, b := e.some(agency), e.some(agency)
			e.trade(a, b)
		},
		"agencies trade folders": func() {
			a, b := filepath.Dir(e.some(agency)), filepath.Dir(e.some(agency))
			e.trade(a, b)
		},
		"reports trade years": func() {
			a, b := e.some(isReport), e.some(isReport)
			e.trade(a, b)
		},
		"one folder name twice": func() {
			from := filepath.Dir(e.some(agency))
			_ = os.CopyFS(filepath.Join(e.dir, "content", "twice", filepath.Base(from)), os.DirFS(from))
		},
		"and once again": func() { _ = os.RemoveAll(filepath.Join(e.dir, "content", "twice")) },
		"report that is a folder": func() {
			name := e.some(isReport)
			b := e.read(name)
			_ = os.Remove(name)
			e.write(filepath.Join(name, filepath.Base(name)), b)
		},
		"report under two names": func() { // what is written to one is in both
			name := e.some(isReport)
			_ = os.Link(name, filepath.Join(filepath.Dir(e.some(agency)), fmt.Sprintf("%d%s", 2019+e.rng.IntN(8), filepath.Ext(name))))
		},
		"corrected": func() {
			name, from := e.some(isReport), e.some(isReport)
			b := e.read(from)
			e.write(beside(name, "/corrected"+filepath.Ext(from)), b)
			e.write(beside(name, ".toml"), fmt.Appendf(nil, "[[file]]\npath = %q\nrole = %q\n",
				strings.TrimSuffix(filepath.Base(beside(name, "")), ".")+"/corrected"+filepath.Ext(from), []string{"corrected", "earlier", "attachment"}[e.rng.IntN(3)]))
		},
		"cells": func() {
			of, sum := e.some(isReport), sha256.Sum256(e.read(e.some(isReport)))
			e.write(beside(of, ".cells.toml"), fmt.Appendf(nil,
				"sha256 = \"%x\"\nform = \"2021\"\n[[cell]]\nkey = \"requests.received.total\"\nvalue = \"95\"\nplace = \"第3页\"\nby = \"王某\"\nreviewed_by = \"李某\"\n", sum))
		},
		"agency nobody can read": func() { e.write(e.some(agency), []byte("name = \n")) },
		"withdrawn":              func() { e.write(beside(e.some(isReport), ".toml"), []byte("withdrawn = \"机关要求\"\n")) },
		"scope": func() {
			e.write(beside(e.some(isReport), ".toml"), fmt.Appendf(nil, "scope = %q\npublished = \"2025-01-%02d\"\n", []string{"own", "area"}[e.rng.IntN(2)], 1+e.rng.IntN(28)))
		},
		"note": func() {
			e.write(beside(e.some(isReport), ".notes.toml"), fmt.Appendf(nil, "[[note]]\nrule = \"requests-balance\"\nstatus = \"explained\"\nvalue = \"%d\"\ntext = \"一件跨年撤回\"\nby = \"某局\"\ndate = 2026-03-01\n", e.n))
		},
		"settings": func() {
			site([]string{"", "small_n = 3", "badges = \"families\"", "contact = \"mailto:a@example.org\"", "profile = \"lean\""}[e.rng.IntN(5)])
		},
		"page by hand": func() {
			e.write(filepath.Join(e.dir, "content/pages", []string{"about", "method", "more"}[e.rng.IntN(3)]+".md"), fmt.Appendf(nil, "# 说明\n\n第%d次。\n", e.n))
		},
		"template": func() {
			e.write(filepath.Join(e.dir, "templates/text.html"), append(e.ours("templates/text.html"), fmt.Sprintf("<!-- %d -->", e.n)...))
		},
		"template gone":                    func() { _ = os.RemoveAll(filepath.Join(e.dir, "templates")) },
		"published by hand":                func() { p := public(); e.write(p, append(e.read(p), "x"...)) },
		"assets":                           func() { e.write(filepath.Join(e.dir, "assets/more.txt"), fmt.Append(nil, e.n)) },
		"published pages traded":           func() { e.trade(public(), public()) },
		"record removed":                   func() { _ = os.Remove(filepath.Join(e.dir, ".ogi", filepath.Base(e.out)+".record")) },
		"published page removed":           func() { _ = os.Remove(public()) },
		"stranger among what is published": func() { e.write(filepath.Join(e.out, "agencies", "x.html"), []byte("x")) },
		"cache removed":                    func() { _ = os.RemoveAll(e.cache()) },
		"cache damaged": func() {
			var all []string
			_ = filepath.WalkDir(e.cache(), func(p string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					all = append(all, p)
				}
				return nil
			})
			for range min(len(all), 5) {
				name := all[e.rng.IntN(len(all))]
				b := e.read(name)
				if len(b) > 0 {
					b[e.rng.IntN(len(b))] ^= byte(1 + e.rng.IntN(255))
				}
				e.write(name, b[:e.rng.IntN(len(b)+1)])
			}
		},
	}
}

func (e *editor) ours(name string) []byte {
	b, err := fs.ReadFile(ogi.Files, name)
	if err != nil {
		e.t.Fatal(err)
	}
	return b
}

func (e *editor) cache() string { return filepath.Join(e.dir, ".ogi", "cache") }

// A build that takes up what one before has kept gives what a cold one gives: the
// same files, the same counts, the same words; after whatever was changed.
func TestABuildFromWhatWasKeptIsTheColdOne(t *testing.T) {
	reports, edits := 40, 24
	if os.Getenv("OGI_FULL") != "" {
		reports, edits = 500, 200
	}
	if testing.Short() {
		edits = 6
	}
	dir := t.TempDir()
	e := &editor{t: t, rng: rand.New(rand.NewPCG(7, uint64(edits))), dir: filepath.Join(dir, "archive"), out: filepath.Join(dir, "kept")}
	specimens(t, e.dir, reports, 3)
	all := e.edits()
	names := sorted(all)
	kept := 0
	for e.n = range edits {
		name := "first"
		if e.n > 0 {
			name = names[e.rng.IntN(len(names))]
			all[name]()
		}
		warm, ds, err := generator.Build(context.Background(), generator.Options{Dir: e.dir, Out: e.out, Files: ogi.Files, Cache: e.cache()})
		if err != nil {
			t.Fatalf("%d %s: %v", e.n, name, err)
		}
		cold, want, err := generator.Build(context.Background(), generator.Options{Dir: e.dir, Out: filepath.Join(dir, "cold"), Files: ogi.Files})
		if err != nil {
			t.Fatal(err)
		}
		if d := differences(treeOf(t, e.out), treeOf(t, filepath.Join(dir, "cold"))); len(d) > 0 {
			t.Fatalf("%d %s: differs from a cold build in %v", e.n, name, d)
		}
		kept += warm.Published.Unchanged
		warm.Out, warm.Published, cold.Out = "", cold.Published, ""
		if fmt.Sprint(warm) != fmt.Sprint(cold) {
			t.Fatalf("%d %s: counts\n%+v\nof a cold build\n%+v", e.n, name, warm, cold)
		}
		gone := func(d diag.Diagnostic) bool { return d.Code == "page-gone" || d.Code == "badge-gone" } // of the site before
		ds, want = slices.DeleteFunc(ds, gone), slices.DeleteFunc(want, gone)
		if fmt.Sprint(ds) != fmt.Sprint(want) {
			t.Fatalf("%d %s: said\n%v\nby a cold build\n%v", e.n, name, ds, want)
		}
	}
	if kept == 0 {
		t.Error("nothing was ever kept")
	}
}

// A hand that touches one file of the site has it made again, whichever it is: also
// where others of the same agency stay.
func TestATouchedFileIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	e := &editor{t: t, rng: rand.New(rand.NewPCG(7, 3)), dir: filepath.Join(dir, "archive"), out: filepath.Join(dir, "site")}
	specimens(t, e.dir, 3, 3)
	warm := func() tree {
		if _, _, err := generator.Build(t.Context(), generator.Options{Dir: e.dir, Out: e.out, Files: ogi.Files, Cache: e.cache()}); err != nil {
			t.Fatal(err)
		}
		return treeOf(t, e.out)
	}
	want := warm()
	var agency string
	for _, name := range sorted(want) {
		parts := strings.Split(name, "/")
		if len(parts) < 3 || parts[0] != "agencies" && parts[0] != "originals" {
			continue
		}
		if agency == "" {
			agency = parts[1]
		}
		if parts[1] != agency {
			continue
		}
		p := filepath.Join(e.out, name)
		e.write(p, append(e.read(p), 'x'))
		if d := differences(warm(), want); len(d) > 0 {
			t.Errorf("%s was touched: differs in %v", name, d)
		}
	}
	if agency == "" {
		t.Error("no agency was published")
	}
}

func sorted[V any](m map[string]V) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

// What is around a report was told by the text that another had, also where that
// other is read anew each time: when it changes, or goes, that is seen.
func TestWhatIsReadEachTimeIsSeenToChange(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"changed": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "2021.txt"), []byte("2021年政府信息公开工作年度报告\n一、总体情况\n另写。\n"), 0o644)
		},
		"removed": os.RemoveAll,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			e := &editor{t: t, dir: filepath.Join(dir, "archive"), out: filepath.Join(dir, "kept")}
			specimens(t, e.dir, 12, 3)
			from := filepath.Join(e.dir, "content", "00", "a00000")
			if err := os.CopyFS(filepath.Join(e.dir, "content", "other"), os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			large := filepath.Join(from, "2018.txt")
			e.write(large, []byte("甲"))
			if err := os.Truncate(large, 33<<20); err != nil {
				t.Fatal(err)
			}
			both := func(o generator.Options) tree {
				o.Dir, o.Files = e.dir, ogi.Files
				if _, _, err := generator.Build(context.Background(), o); err != nil {
					t.Fatal(err)
				}
				return treeOf(t, o.Out)
			}
			was := both(generator.Options{Out: e.out, Cache: e.cache()})
			if err := change(from); err != nil {
				t.Fatal(err)
			}
			warm, cold := both(generator.Options{Out: e.out, Cache: e.cache()}), both(generator.Options{Out: filepath.Join(dir, "cold")})
			if d := differences(warm, cold); len(d) > 0 {
				t.Errorf("differs from a cold build in %v", d)
			}
			if page := "agencies/other/2021/index.html"; was[page] == cold[page] {
				t.Errorf("%s does not rest on the other", page)
			}
		})
	}
}
