package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"ogi/generator/disk"
)

// write publishes the files of seq, path and bytes, into dir.
func write(dir string, o Options, seq iter.Seq2[string, []byte]) (Stats, error) {
	t, err := Open(dir, o)
	if err != nil {
		return Stats{}, err
	}
	for path, b := range seq {
		if err := t.Put(path, b); err != nil {
			t.Abort()
			return Stats{}, err
		}
	}
	return t.Commit()
}

// seq yields files in order of path.
func seq(files map[string]string) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, p := range slices.Sorted(maps.Keys(files)) {
			if !yield(p, []byte(files[p])) {
				return
			}
		}
	}
}

// tree is every file below dir and its text. SHA256SUMS is left out: it says
// the same.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == Sums {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		got[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// alone checks that nothing lies beside a site but its record.
func alone(t *testing.T, dir, when string) {
	t.Helper()
	for _, at := range []string{filepath.Dir(dir), filepath.Join(filepath.Dir(dir), ".ogi")} {
		es, _ := os.ReadDir(at)
		for _, e := range es {
			if n := e.Name(); n != filepath.Base(dir) && n != ".ogi" && n != filepath.Base(dir)+".record" {
				t.Errorf("%s: left %s in %s", when, n, at)
			}
		}
	}
}

func publish(t *testing.T, dir string, files map[string]string) Stats {
	t.Helper()
	st, err := write(dir, Options{}, seq(files))
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func TestPublishReplacesTheWholeTree(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"index.html": "old", "a/index.html": "a", "b/index.html": "b", "b/x.css": "x"})
	want := map[string]string{"index.html": "new", "a/index.html": "a", "c/d/index.html": "c"}
	st := publish(t, dir, want)
	if got := tree(t, dir); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !slices.Equal(st.Vanished, []string{"b/index.html"}) || st.Files != 3 || st.Unchanged != 1 {
		t.Errorf("stats %+v", st)
	}
	alone(t, dir, "")
}

func TestUnchangedFilesAreNotRewritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"same.html": "same", "other.html": "one"})
	stat := func(name string) os.FileInfo {
		st, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	same, other := stat("same.html"), stat("other.html")
	publish(t, dir, map[string]string{"same.html": "same", "other.html": "two"})
	if !os.SameFile(same, stat("same.html")) {
		t.Error("same.html was written again")
	}
	if os.SameFile(other, stat("other.html")) {
		t.Error("other.html was written in place")
	}
}

func TestWhatIsNotTheBuildsStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string]string{".keep": "", "CNAME": "example.org", ".git/HEAD": "ref", "index.html": "by hand", ".nojekyll": "stale"}
	for name, text := range files {
		p := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(p), 0o755)
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := write(dir, Options{}, seq(map[string]string{"a": "a"})); err == nil || !strings.Contains(err.Error(), "index.html") {
		t.Fatalf("a folder with a stranger's index.html was taken: %v", err)
	}
	if got := tree(t, dir); !maps.Equal(got, files) {
		t.Errorf("a refused build changed the folder: %v", got)
	}
	if _, err := write(dir, Options{Claim: true}, seq(map[string]string{"a": "a"})); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{".keep": "", "CNAME": "example.org", ".git/HEAD": "ref", "a": "a"}
	if got := tree(t, dir); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAbortLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	old := map[string]string{"index.html": "old"}
	publish(t, dir, old)
	tr, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrBusy) && runtime.GOOS != "windows" { // nothing is locked there
		t.Errorf("a second build at once: %v", err)
	}
	tr.Put("index.html", []byte("new"))
	tr.Abort()
	if got := tree(t, dir); !maps.Equal(got, old) {
		t.Errorf("got %v", got)
	}
	publish(t, dir, map[string]string{"index.html": "newer"})
}

// anyFew has every change be one of few files.
func anyFew(t testing.TB) {
	was, files := share, least
	share, least = 0, 0
	t.Cleanup(func() { share, least = was, files })
}

// cut is what the test world ends with at a step.
type cut struct{}

// TestCutOffAtEveryStep stops a publication at each step between the old site
// and the new, by each way of switching. Where the switch is one step the tree
// must be whole at once; else after the next build has looked after it.
func TestCutOffAtEveryStep(t *testing.T) {
	old := map[string]string{"index.html": "old", "same": "same", "gone/index.html": "gone", "was/file": "f", "now-folder": "f", ".keep": "k", ".git/HEAD": "ref"}
	next := map[string]string{"index.html": "new", "same": "same", "more/index.html": "more", "was": "f", "now-folder/file": "f"}
	site := func(m map[string]string) map[string]string {
		m = maps.Clone(m)
		m[".keep"], m[".git/HEAD"] = "k", "ref"
		return m
	}
	for name, switchBy := range map[string]func(*Tree) error{
		"exchange":  (*Tree).commit,
		"few files": (*Tree).commit,
		"renames": func(tr *Tree) error {
			return errors.Join(tr.gather(), tr.carry(), tr.seal(tr.text()), tr.twice())
		},
		"piecemeal": func(tr *Tree) error {
			p, err := tr.survey()
			return errors.Join(err, tr.gather(), tr.change(tr.text(), p))
		},
	} {
		for at := 0; ; at++ {
			dir := filepath.Join(t.TempDir(), "public")
			os.MkdirAll(filepath.Join(dir, ".git"), 0o755)
			os.WriteFile(filepath.Join(dir, ".git/HEAD"), []byte("ref"), 0o644)
			os.WriteFile(filepath.Join(dir, ".keep"), []byte("k"), 0o644)
			publish(t, dir, map[string]string{"index.html": "old", "same": "same", "gone/index.html": "gone", "was/file": "f", "now-folder": "f"})
			if got := tree(t, dir); !maps.Equal(got, old) {
				t.Fatalf("got %v", got)
			}
			tr, err := Open(dir, Options{})
			if err != nil {
				t.Fatal(err)
			}
			for p, b := range next {
				if err := tr.Put(p, []byte(b)); err != nil {
					t.Fatal(err)
				}
			}
			n, step := 0, ""
			stopped := func() (stopped bool) {
				reach = func(s string) {
					if n++; n > at {
						step = s
						panic(cut{})
					}
				}
				defer func() {
					reach = func(string) {}
					if v := recover(); v != nil {
						stopped = v == cut{}
					}
				}()
				if name == "few files" {
					anyFew(t)
				}
				if err := switchBy(tr); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				return false
			}()
			share, least = 20, 1000
			tr.close()
			if name == "exchange" {
				// .git moves after the switch, so it may be missing for a moment.
				got := tree(t, dir)
				got[".git/HEAD"] = "ref"
				if !maps.Equal(got, site(next)) && !maps.Equal(got, old) {
					t.Errorf("%s cut off at %q: %v", name, step, got)
				}
			}
			if err := Recover(dir); err != nil {
				t.Fatalf("%s cut off at %q: %v", name, step, err)
			}
			if got := tree(t, dir); !maps.Equal(got, site(next)) && !maps.Equal(got, old) {
				t.Errorf("%s cut off at %q, then recovered: %v", name, step, got)
			}
			publish(t, dir, next)
			if got := tree(t, dir); !maps.Equal(got, site(next)) {
				t.Errorf("%s cut off at %q, then built: %v", name, step, got)
			}
			alone(t, dir, fmt.Sprintf("%s cut off at %q", name, step))
			if !stopped {
				break
			}
		}
	}
}

// A build run from inside the site, as after cd public, keeps the folder that
// the shell stands in.
func TestTheCurrentFolderStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"index.html": "old", "gone.html": "x"})
	before, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	want := map[string]string{"index.html": "new", "a/b.html": "b"}
	publish(t, dir, want)
	if after, err := os.Stat("."); err != nil || !os.SameFile(before, after) {
		t.Errorf("the current folder is another: %v", err)
	}
	if got := tree(t, dir); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A link to the site is followed: the new tree takes the place of the folder,
// not of the link.
func TestALinkedSiteStaysLinked(t *testing.T) {
	top := t.TempDir()
	real := filepath.Join(top, "real")
	link := filepath.Join(top, "public")
	publish(t, real, map[string]string{"index.html": "old"})
	if err := os.Symlink("real", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	publish(t, link, map[string]string{"index.html": "new"})
	if st, err := os.Lstat(link); err != nil || st.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", st, err)
	}
	if got := tree(t, real); got["index.html"] != "new" {
		t.Errorf("got %v", got)
	}
}

func TestSumsNameEveryFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"b": "", "a/x": "1"})
	b, err := os.ReadFile(filepath.Join(dir, Sums))
	if err != nil {
		t.Fatal(err)
	}
	want := "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  a/x\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
	if string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
}

func BenchmarkPublish(b *testing.B) {
	text := strings.Repeat("a report page of the usual length\n", 1000)
	for _, unchanged := range []bool{false, true} {
		b.Run(fmt.Sprintf("1000files/unchanged=%v", unchanged), func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			b.SetBytes(1000 * int64(len(text)))
			n := 0
			for b.Loop() {
				if !unchanged {
					n++
				}
				_, err := write(dir, Options{}, func(yield func(string, []byte) bool) {
					for i := range 1000 {
						if !yield(fmt.Sprintf("agencies/a%03d/%d/index.html", i/4, i%4), fmt.Append(nil, n, text)) {
							return
						}
					}
				})
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Whichever step of a publication fails, the site is the old or the new one,
// what is others' is there, and the next publication puts all right.
func TestEveryStepMayFail(t *testing.T) {
	old := map[string]string{"a": "1", "b/c": "2", ".git/HEAD": "ref", "CNAME": "example.org"}
	fresh := map[string]string{"a": "new", "b/d": "3"}
	want := maps.Clone(fresh)
	want[".git/HEAD"], want["CNAME"] = "ref", "example.org"
	for _, how := range []string{"exchanged", "few files", "piecemeal"} {
		for n := 1; ; n++ {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, map[string]string{"a": "1", "b/c": "2"})
			for _, name := range []string{".git/HEAD", "CNAME"} {
				if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, name), []byte(old[name]), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			switch how {
			case "piecemeal":
				t.Chdir(dir)
			case "few files":
				anyFew(t)
			}
			seen, record := 0, false
			disk.OnStep = func(step, name string) error {
				if record = strings.Contains(name, ".record") || record && step == "sync folder"; record {
					return nil // a site is right without
				}
				if seen++; seen == n {
					return syscall.ENOSPC
				}
				return nil
			}
			err := attempt(dir, fresh)
			disk.OnStep = nil
			if err == nil && seen >= n || err != nil && !errors.Is(err, syscall.ENOSPC) {
				t.Errorf("%s, step %d of %d: %v", how, n, seen, err)
			}
			if e := Recover(dir); e != nil {
				t.Error(e)
			}
			if got := tree(t, dir); !maps.Equal(got, old) && !maps.Equal(got, want) || err == nil && !maps.Equal(got, want) {
				t.Errorf("%s, step %d: %v", how, n, got)
			}
			publish(t, dir, fresh)
			if got := tree(t, dir); !maps.Equal(got, want) {
				t.Errorf("%s, after step %d: %v", how, n, got)
			}
			alone(t, dir, fmt.Sprintf("%s, step %d", how, n))
			if seen < n {
				if n < 8 {
					t.Errorf("%s: only %d steps", how, seen)
				}
				break
			}
		}
	}
}

func attempt(dir string, files map[string]string) error {
	tr, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if err := tr.Put(p, []byte(files[p])); err != nil {
			return errors.Join(err, tr.Abort())
		}
	}
	_, err = tr.Commit()
	return err
}

// Nothing is left of what was held, and who comes meanwhile is told by whom.
func TestHold(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("nothing is locked there")
	}
	top := t.TempDir()
	filing := filepath.Join(top, ".ogi", "filing")
	release, err := Hold(filing)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Hold(filing); !errors.Is(err, ErrBusy) {
		t.Errorf("held twice: %v", err)
	}
	tr, err := Open(filepath.Join(top, "public"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(top, "public"), Options{}); !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), filepath.Join(top, "public")) || !strings.Contains(err.Error(), "wait until it has ended") {
		t.Errorf("got %v", err)
	}
	release()
	if _, err := os.Stat(tr.next()); err != nil {
		t.Error("one took away what the other works in")
	}
	if err := tr.Abort(); err != nil {
		t.Error(err)
	}
	if es, _ := os.ReadDir(top); len(es) > 0 {
		t.Errorf("left %v", es)
	}
}

// What stands where the state folder belongs is named, and not the site.
func TestAFileInPlaceOfTheStateIsNamed(t *testing.T) {
	for name, put := range map[string]func(state string) error{
		"file":            func(state string) error { return os.WriteFile(state, []byte("x"), 0o644) },
		"link to nowhere": func(state string) error { return os.Symlink("nowhere", state) },
	} {
		dir := t.TempDir()
		state := filepath.Join(dir, ".ogi")
		if err := put(state); err != nil {
			t.Skip(err)
		}
		_, err := Open(filepath.Join(dir, "site"), Options{})
		if err == nil || !strings.Contains(err.Error(), state) {
			t.Errorf("%s: %v, want %s named", name, err, state)
		}
	}
}
