package publish

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// keepOr publishes files as a build does that knows by keys what they will be: it
// keeps what it can and puts the rest. It tells how many were kept.
func keepOr(t testing.TB, dir string, o Options, files map[string]string) (st Stats, kept int) {
	t.Helper()
	tr, err := Open(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range slices.Sorted(maps.Keys(files)) {
		if tr.Keep(p, sha256.Sum256([]byte(files[p]))) {
			kept++
			if size := tr.Size(p); size != int64(len(files[p])) {
				t.Errorf("%s: %d bytes kept, want %d", p, size, len(files[p]))
			}
			continue
		}
		put := func() error { return tr.Put(p, []byte(files[p])) }
		if len(p)%2 == 0 { // as it comes, in two pieces
			put = func() error {
				w, err := tr.Create(p)
				if err != nil {
					return err
				}
				half := len(files[p]) / 2
				for _, part := range []string{files[p][:half], files[p][half:]} {
					if _, err := io.WriteString(w, part); err != nil {
						return err
					}
				}
				return w.Close()
			}
		}
		if err := put(); err != nil {
			t.Fatal(err)
		}
		if size := tr.Size(p); size != int64(len(files[p])) {
			t.Errorf("%s: %d bytes, want %d", p, size, len(files[p]))
		}
	}
	if st, err = tr.Commit(); err != nil {
		t.Fatal(err)
	}
	return st, kept
}

// settle waits until what was written is older than the file system's clock, and
// publishes once more, so that no file is in doubt.
func settle(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	probe := filepath.Join(t.TempDir(), "tick")
	tick := func() int64 {
		os.Remove(probe)
		if err := os.WriteFile(probe, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		f, _ := ofFile(probe)
		return f.mtime
	}
	for from := tick(); tick() == from; time.Sleep(time.Millisecond) {
	}
	keepOr(t, dir, Options{}, files)
}

func TestKeep(t *testing.T) {
	files := map[string]string{"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "c/index.html": "c"}
	right := func(name, text string) func(string) {
		return func(dir string) { must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644)) }
	}
	at := func(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for name, c := range map[string]struct {
		by   func(dir string)
		kept int
	}{
		"nothing":        {func(string) {}, 4},
		"edited":         {right("a/index.html", "changed"), 3},
		"edited alike":   {right("a/index.html", "x"), 3},
		"written again":  {right("a/index.html", "a"), 4},
		"deleted":        {func(dir string) { must(t, os.Remove(at(dir, "a/index.html"))) }, 3},
		"folder deleted": {func(dir string) { must(t, os.RemoveAll(at(dir, "a"))) }, 2},
		"touched":        {func(dir string) { must(t, os.Chtimes(at(dir, "c/index.html"), time.Time{}, time.Unix(1e9, 0))) }, 4},
		"a folder now": {func(dir string) {
			must(t, os.Remove(at(dir, "c/index.html")))
			must(t, os.Mkdir(at(dir, "c/index.html"), 0o755))
		}, 3},
		"more files":    {func(dir string) { right("a/more.txt", "x")(dir); right("more.txt", "x")(dir) }, 4},
		"more folders":  {func(dir string) { must(t, os.MkdirAll(at(dir, "a/more/empty"), 0o755)) }, 4},
		"no list":       {func(dir string) { must(t, os.Remove(at(dir, Sums))); right(".keep", "")(dir); right(Sums, "")(dir) }, 0},
		"no record":     {func(dir string) { must(t, os.Remove(filepath.Dir(dir)+"/.ogi/public.record")) }, 0},
		"linked":        {func(dir string) { swap(t, at(dir, "c/index.html")) }, 3},
		"linked folder": {func(dir string) { swap(t, at(dir, "a")) }, 2},
		"others' folder": {func(dir string) {
			must(t, os.Rename(at(dir, "c"), at(dir, "d")))
			must(t, os.CopyFS(at(dir, "c"), os.DirFS(at(dir, "d"))))
		}, 4},
		"of another site": {func(dir string) { other(t, dir) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			for _, few := range []bool{false, true} {
				dir := filepath.Join(t.TempDir(), "public")
				publish(t, dir, files)
				settle(t, dir, files)
				c.by(dir)
				if few {
					anyFew(t)
				}
				st, kept := keepOr(t, dir, Options{}, files)
				if kept != c.kept || st.Files != 4 || st.Bytes != 7 {
					t.Errorf("few %v: kept %d, want %d; %+v", few, kept, c.kept, st)
				}
				delete := tree(t, dir)
				maps.DeleteFunc(delete, func(p, _ string) bool { return p == ".keep" })
				if !maps.Equal(delete, files) {
					t.Errorf("few %v: %v", few, delete)
				}
				whole(t, dir)
			}
		})
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// swap puts a link in the place of a file or folder, to where it lies now.
func swap(t testing.TB, name string) {
	t.Helper()
	away := filepath.Join(t.TempDir(), "away")
	must(t, os.Rename(name, away))
	if err := os.Symlink(away, name); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
}

// other puts another site in the place of one.
func other(t testing.TB, dir string) {
	t.Helper()
	away := filepath.Join(t.TempDir(), "public")
	_, err := write(away, Options{}, seq(map[string]string{"index.html": "home", "z": "z"}))
	must(t, err)
	must(t, os.RemoveAll(dir))
	must(t, os.CopyFS(dir, os.DirFS(away)))
}

// whole checks that a site is what its SHA256SUMS says, has no empty folders, and
// nothing else.
func whole(t testing.TB, dir string) {
	t.Helper()
	v, err := Verify(dir)
	if err != nil || !v.Whole() {
		t.Errorf("%+v %v", v, err)
	}
	err = filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			if es, _ := os.ReadDir(p); len(es) == 0 {
				t.Errorf("%s is empty", p)
			}
		}
		return err
	})
	must(t, err)
}

// TestFewFilesLeaveTheSameTree: after any edits, also by hand, a site changed
// piece by piece is the one that an exchange leaves.
func TestFewFilesLeaveTheSameTree(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	names := []string{"index.html", "x", "y.html", "x/index.html"}
	for range 4 {
		for _, n := range slices.Clone(names)[:4] {
			names = append(names, fmt.Sprintf("%c/%s", 'a'+r.Intn(3), n), fmt.Sprintf("%c/%c/%s", 'a'+r.Intn(3), 'a'+r.Intn(2), n))
		}
	}
	// draw adds a file where no folder is, and the reverse.
	draw := func(files map[string]string) {
		p := names[r.Intn(len(names))]
		maps.DeleteFunc(files, func(have, _ string) bool {
			return strings.HasPrefix(have, p+"/") || strings.HasPrefix(p, have+"/")
		})
		files[p] = fmt.Sprint(r.Intn(3))
	}
	files := map[string]string{}
	top := t.TempDir()
	few, exchanged := filepath.Join(top, "few", "public"), filepath.Join(top, "exchanged", "public")
	moved, stops := 0, 0
	rounds := 60
	if os.Getenv("OGI_FULL") != "" {
		rounds = 1000
	}
	for i := range rounds {
		for range r.Intn(4) {
			draw(files)
		}
		if len(files) > 0 && r.Intn(2) == 0 {
			delete(files, slices.Sorted(maps.Keys(files))[r.Intn(len(files))])
		}
		if i > 0 {
			seed := r.Int63()
			meddle(t, few, rand.New(rand.NewSource(seed)))
			meddle(t, exchanged, rand.New(rand.NewSource(seed)))
		}
		anyFew(t)
		if i > 0 && r.Intn(2) == 0 { // somebody meddles with a site that is half done
			stops += cutOff(t, few, files, r.Intn(12))
			meddle(t, few, r)
			if r.Intn(2) == 0 {
				must(t, Recover(few))
				meddle(t, few, r)
			}
		}
		st, _ := keepOr(t, few, Options{}, files)
		moved += st.Moved + st.Removed
		keepOr(t, exchanged, Options{Whole: true, Reread: true}, files)
		got, want := paths(t, few), paths(t, exchanged)
		if !maps.Equal(got, want) {
			t.Fatalf("after %d edits:\n%v\nwant\n%v", i, got, want)
		}
		alone(t, few, fmt.Sprint("after edit ", i))
	}
	if moved < rounds || stops < rounds/5 {
		t.Errorf("only %d files moved or went, %d were cut off", moved, stops)
	}
}

// cutOff begins a publication that is killed at a step, and tells how often it was.
func cutOff(t testing.TB, dir string, files map[string]string, at int) (stops int) {
	t.Helper()
	tr, err := Open(dir, Options{})
	must(t, err)
	defer tr.close()
	for p, text := range files {
		if b := []byte(text); !tr.Keep(p, sha256.Sum256(b)) {
			must(t, tr.Put(p, b))
		}
	}
	reach = func(string) {
		if at--; at < 0 {
			panic(cut{})
		}
	}
	defer func() {
		reach = func(string) {}
		if v := recover(); v == (cut{}) {
			stops = 1
		} else if v != nil {
			panic(v)
		}
	}()
	must(t, tr.commit())
	return 0
}

// meddle does something by hand in a site.
func meddle(t testing.TB, dir string, r *rand.Rand) {
	t.Helper()
	for range r.Intn(4) {
		var all []string
		must(t, filepath.WalkDir(dir, func(p string, _ os.DirEntry, err error) error {
			if p != dir && filepath.Base(p) != Sums {
				all = append(all, p)
			}
			return err
		}))
		if len(all) == 0 {
			return
		}
		p := all[r.Intn(len(all))]
		st, err := os.Lstat(p)
		must(t, err)
		switch r.Intn(8) {
		case 0:
			must(t, os.RemoveAll(p))
		case 1:
			must(t, os.RemoveAll(p))
			must(t, os.WriteFile(p, []byte("0"), 0o644))
		case 2:
			must(t, os.RemoveAll(p))
			must(t, os.MkdirAll(filepath.Join(p, "x", "empty"), 0o755))
		case 3:
			must(t, os.Rename(p, p+"-moved"))
		case 4:
			if st.Mode().IsRegular() {
				must(t, os.WriteFile(p, []byte("1"), 0o644))
			}
		case 5:
			must(t, os.Chtimes(p, time.Time{}, time.Unix(1e9+int64(r.Intn(2)), 0)))
		case 6:
			if st.IsDir() {
				must(t, os.WriteFile(filepath.Join(p, ".DS_Store"), nil, 0o644))
			}
		case 7:
			must(t, os.RemoveAll(p))
			_ = os.Symlink("a", p)
		}
	}
}

// paths are all files and folders of a site, folders without a text.
func paths(t testing.TB, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	must(t, filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		text := "folder"
		switch {
		case d.Type()&os.ModeSymlink != 0:
			text, err = os.Readlink(p)
		case !d.IsDir():
			var b []byte
			b, err = os.ReadFile(p)
			text = string(b)
		}
		rel, _ := filepath.Rel(dir, p)
		got[filepath.ToSlash(rel)] = text
		return err
	}))
	return got
}
