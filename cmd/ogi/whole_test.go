package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ogi/generator/disk"
	"ogi/generator/publish"
)

// A writing is a command that writes, in a folder of its own, and what it
// touches there: a file or a tree that is to be as before or as after.
type writing struct {
	args    []string
	touches string
	rounds  bool // a folder of rounds: its record is what counts
	inside  bool // the current folder lies in the site: file by file
	ready   func(t *testing.T, dir string)
}

var writings = map[string]writing{
	"build":     {args: []string{"build", "--dir", "a"}, touches: "a/public"},
	"piecemeal": {args: []string{"build", "--dir", ".."}, touches: "a/public", inside: true},
	"add":       {args: []string{"add", "--dir", "a", "new.txt", "--yes", "--replace"}, touches: "a/content"},
	"move":      {args: []string{"move", "--dir", "a", "weidong-sfj", "other-sfj", "--name", "平顶山市卫东区司法局", "--yes"}, touches: "a/content"},
	"sum":       {args: []string{"sum", "--dir", "a", "--out", "sum.xlsx", "--yes"}, touches: "sum.xlsx"},
	"template":  {args: []string{"transcribe", "--dir", "a", "weidong-sfj/2022", "--out", "t.xlsx"}, touches: "t.xlsx", ready: scan},
	"read back": {args: []string{"transcribe", "--dir", "a", "--read", "filled.xlsx", "--by", "王某"}, touches: "a/content", ready: filled},
	"baseline":  {args: []string{"check", "--dir", "a", "--write-baseline", "known.json"}, touches: "known.json"},
	"drafts":    {args: []string{"check", "--draft", "drafts", "--out", "rounds"}, touches: "rounds", rounds: true},
	"drafts, 2": {args: []string{"check", "--draft", "later", "--out", "rounds"}, touches: "rounds", rounds: true, ready: firstRound},
	"archive":   {args: []string{"new", "archive", "b/c"}, touches: "b/c"},
	"in a folder": {args: []string{"new", "archive", "d"}, touches: "d/site.toml", ready: func(t *testing.T, dir string) {
		t.Helper()
		if err := os.Mkdir(filepath.Join(dir, "d"), 0o755); err != nil {
			t.Fatal(err)
		}
	}},
	"ledger": {args: []string{"ledger", "--dir", "a"}, touches: "a/content/ledger.tsv"},
	"eject":  {args: []string{"eject", "templates", "report.html", "--dir", "a"}, touches: "a/templates"},
	"agency": {args: []string{"new", "agency", "x-sfj", "--dir", "a", "--name", "青禾县司法局", "--region", "410403", "--under", "g/h"}, touches: "a/content"},
}

// bench writes a folder in which each of them can run.
func bench(t *testing.T, w writing) string {
	t.Helper()
	return benchIn(t, t.TempDir(), w)
}

func benchIn(t *testing.T, dir string, w writing) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(testdata, "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("a/site.toml", "title = \"某\"\n")
	put("a/content/weidong-sfj/agency.toml", "name = \"卫东区司法局\"\nregion = \"410403\"\n")
	put("a/content/weidong-sfj/2024.txt", text)
	put("new.txt", strings.Replace(text, "二、", "改\n二、", 1))
	put("drafts/甲.txt", text)
	put("later/甲.txt", strings.Replace(text, "2024", "2024 ", 1))
	put("later/乙.txt", strings.ReplaceAll(text, "卫东区司法局", "青禾县司法局"))
	put("a/public/index.html", "an older site")
	put("sum.xlsx", "an earlier good file")
	put("known.json", `{"version":1,"findings":[]}`)
	if w.ready != nil {
		w.ready(t, dir)
	}
	return dir
}

// firstRound makes the first round of drafts.
func firstRound(t *testing.T, dir string) {
	t.Helper()
	runIn(t, dir, writing{args: []string{"check", "--draft", "drafts", "--out", "rounds"}})
}

// scan is a report that no program can read.
func scan(t *testing.T, dir string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "a/content/weidong-sfj/2022.pdf"), []byte("%PDF-1.4\n%scan\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// filled is a spreadsheet of it that somebody filled in.
func filled(t *testing.T, dir string) {
	t.Helper()
	scan(t, dir)
	runIn(t, dir, writing{args: []string{"transcribe", "--dir", "a", "weidong-sfj/2022", "--out", "filled.xlsx"}})
	f, err := excelize.OpenFile(filepath.Join(dir, "filled.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range f.GetDefinedName() {
		if key, ok := strings.CutPrefix(d.Name, "ogi.cell."); ok && strings.HasPrefix(key, "requests.") {
			sheet, cell, _ := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
			if err := f.SetCellStr(strings.Trim(sheet, "'"), cell, "0"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

// runIn runs a command in a folder, in this process.
func runIn(t *testing.T, dir string, w writing) (talk string, code int) {
	t.Helper()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chdir(cwd(dir, w)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chdir(here) }()
	var o, e bytes.Buffer
	code = run(context.Background(), w.args, streams{strings.NewReader(""), &o, &e})
	return e.String(), code
}

func cwd(dir string, w writing) string {
	if w.inside {
		return filepath.Join(dir, "a", "public")
	}
	return dir
}

// look is what a command touches, as it is seen once the next one has begun:
// what was cut off in the middle is finished or cleared away by it.
func look(t *testing.T, dir string, w writing) string {
	t.Helper()
	if err := publish.Recover(filepath.Join(dir, "a", "public")); err != nil {
		t.Error(err)
	}
	if w.touches == "a/content" {
		runIn(t, dir, writing{args: []string{"inspect", "--dir", "a"}})
	}
	if w.rounds {
		wholeRounds(t, filepath.Join(dir, w.touches))
		b, _ := os.ReadFile(filepath.Join(dir, w.touches, "rounds.json"))
		return string(b)
	}
	var out []string
	err := filepath.WalkDir(filepath.Join(dir, w.touches), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		if !disk.Staged(d.Name()) && d.Name() != ".keep" {
			out = append(out, fmt.Sprintf("%s %x", rel, b))
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Error(err)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// wholeRounds looks at every round that is there, also of a command that was cut
// off: it has its overview, and every sheet of it is whole.
func wholeRounds(t *testing.T, dir string) {
	t.Helper()
	rounds, _ := filepath.Glob(filepath.Join(dir, "第*轮"))
	for _, r := range rounds {
		if _, err := os.Stat(filepath.Join(r, "总览.html")); err != nil {
			t.Errorf("half a round: %v", err)
		}
	}
	_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || disk.Staged(d.Name()) {
			return fs.SkipDir
		}
		if d.IsDir() {
			return nil
		}
		if b, err := os.ReadFile(p); err != nil || sound(filepath.Ext(p), b) != nil {
			t.Errorf("%s: half written: %v", p, err)
		}
		return nil
	})
}

// beforeAndAfter is what a command touches without and with it.
func beforeAndAfter(t *testing.T, w writing) (before, after string, steps int) {
	t.Helper()
	dir := bench(t, w)
	before = look(t, dir, w)
	disk.OnStep = func(string, string) error { steps++; return nil }
	talk, code := runIn(t, dir, w)
	disk.OnStep = nil
	if code == misuse || code == cut {
		t.Fatalf("exit code %d: %s", code, talk)
	}
	if after = look(t, dir, w); before == after {
		t.Fatalf("it changes nothing: %s", talk)
	}
	return before, after, steps
}

// toldFull is the message of a full disk: a place that the user knows, and what to
// do.
var toldFull = regexp.MustCompile(`(?m)^[^.\s][^\s]*: error: 磁盘已满，没有写成（no space left on device） \(disk-full\)\n\t请在这个磁盘上腾出空间`)

// spared are the files without which all is the same, but slower the next time: what
// a build keeps for the next one, and how it left the site.
var spared = regexp.MustCompile(`(^|/)(\.new-\w+|(reading|ledger|part)-[0-9a-f]+|files\.tab)$|\.record[^/]*$`)

// Whichever step of writing fails, as on a full disk: what was there is there,
// or what was to be; the message names a file and the cause, the exit code is
// 1, and the command succeeds once there is room. Where only what may be spared was
// not written, all is done.
func TestAFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("each command runs many times")
	}
	for name, w := range writings {
		t.Run(name, func(t *testing.T) {
			before, after, total := beforeAndAfter(t, w)
			if total < 4 {
				t.Errorf("only %d steps", total)
			}
			for n := 1; n <= total; n++ {
				if total > 12 && !full && n != 1 && n != total/2 && n < total-4 {
					continue // most steps are alike
				}
				dir, seen, failed := bench(t, w), 0, ""
				disk.OnStep = func(_, name string) error {
					if seen++; seen == n {
						failed = filepath.ToSlash(name)
						return syscall.ENOSPC
					}
					return nil
				}
				talk, code := runIn(t, dir, w)
				disk.OnStep = nil
				got := look(t, dir, w)
				if got != before && got != after {
					t.Errorf("step %d of %d: neither as before nor as after", n, total)
				}
				switch may := spared.MatchString(failed); {
				case failed == "" && code == done && got == after: // this time it took fewer steps
				case may && (code != done || got != after):
					t.Errorf("step %d of %d, %s: exit code %d, %q", n, total, failed, code, talk)
				case !may && (code != unusable || !toldFull.MatchString(talk)):
					t.Errorf("step %d of %d, %s: exit code %d, %q", n, total, failed, code, talk)
				}
				if talk, code := runIn(t, dir, w); code != done && got != after {
					t.Errorf("step %d: the next run: exit code %d, %s", n, code, talk)
				}
				if got := look(t, dir, w); got != after {
					t.Errorf("step %d: the next run does not make it right", n)
				}
			}
			t.Logf("%d steps", total)
		})
	}
}

// full runs everything that tests run a sample of.
var full = os.Getenv("OGI_FULL") != ""

// A command that is killed at any moment leaves what was there, or what was to
// be, and the next run succeeds. OGI_FULL=1 kills each 40 times.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("each command runs many times")
	}
	kills := 2
	if full {
		kills = 40
	}
	for name, w := range writings {
		t.Run(name, func(t *testing.T) {
			before, after, _ := beforeAndAfter(t, w)
			random := rand.New(rand.NewPCG(7, uint64(len(name))))
			dir := bench(t, w)
			start := time.Now()
			_ = process(t, dir, w).Run() // 1 where something is told, as of a scan
			took := time.Since(start)
			olds, news := 0, 0
			for i := range kills {
				dir := bench(t, w)
				cmd := process(t, dir, w)
				if err := cmd.Start(); err != nil {
					t.Fatal(err)
				}
				// Most of the time goes by before anything is written: half of the
				// kills fall into the last quarter.
				wait := time.Duration(random.Float64() * float64(took))
				if i%2 == 1 {
					wait = took*3/4 + wait/3
				}
				time.Sleep(wait)
				_ = cmd.Process.Kill()
				_ = cmd.Wait()
				switch got := look(t, dir, w); got {
				case before:
					olds++
				case after:
					news++
				default:
					t.Errorf("killed after %s of %s: neither as before nor as after", wait, took)
				}
				runIn(t, dir, w)
				if got := look(t, dir, w); got != after {
					t.Errorf("killed after %s of %s: the next run does not make it right", wait, took)
				}
			}
			t.Logf("%d kills in %s: %d as before, %d as after", kills, took, olds, news)
		})
	}
}

// process is the command as a program of its own, not started yet.
func process(t *testing.T, dir string, w writing) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, w.args...)
	cmd.Env = append(os.Environ(), "OGI_TEST_RUN=1")
	cmd.Dir = cwd(dir, w)
	return cmd
}
