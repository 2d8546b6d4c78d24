package filing

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ogi/generator/disk"
	"ogi/generator/publish"
)

// A change that is interrupted at any step is, once the archive is opened
// again, made as a whole or not at all, and leaves nothing behind.
func TestInterruptedFiling(t *testing.T) {
	before := map[string]string{
		"site.toml":             "title = \"t\"\n",
		"content/a/agency.toml": "name = \"甲\"\n",
		"content/a/2024.html":   "old",
		"content/a/2024.toml":   "sha256 = \"1\"\n",
	}
	changes := []Change{
		{Path: "content/b/agency.toml", Bytes: []byte("name = \"乙\"\n"), New: true},
		{Path: "content/b/2025.txt", Bytes: []byte("b"), New: true},
		{Path: "content/a/captures/2024/earlier-1.html", Bytes: []byte("old"), New: true},
		{Path: "content/a/2024.txt", Bytes: []byte("new"), New: true},
		{Path: "content/a/2024.toml", Bytes: []byte("sha256 = \"2\"\n")},
		{Path: "content/a/2024.html", Remove: true},
	}
	after := maps.Clone(before)
	for _, c := range changes {
		if after[c.Path] = string(c.Bytes); c.Remove {
			delete(after, c.Path)
		}
	}
	defer func() { crash = func(string) {} }()
	sawOld, sawNew := 0, 0
	for at := 0; ; at++ {
		dir := t.TempDir()
		for name, text := range before {
			put(t, filepath.Join(dir, name), text)
		}
		f, err := open(dir)
		if err != nil {
			t.Fatal(err)
		}
		n, where := 0, ""
		crash = func(step string) {
			if n++; n > at {
				where = step
				panic("crash")
			}
		}
		func() {
			defer func() { _ = recover() }()
			err = f.Make(changes)
		}()
		f.Root.Close()
		crash = func(string) {}
		if where == "" {
			if err != nil || at < 10 {
				t.Fatalf("after %d steps: %v", at, err)
			}
			break
		}
		f, err = open(dir)
		if err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		switch got := contents(t, dir); {
		case maps.Equal(got, before):
			sawOld++
			// What was prepared is cleared away by the next change.
			if err := f.Make(nil); err != nil {
				t.Error(err)
			}
		case maps.Equal(got, after):
			sawNew++
		default:
			t.Errorf("%s: half made: %v", where, got)
		}
		if es, _ := os.ReadDir(filepath.Join(dir, ".ogi", "filing")); len(es) > 0 {
			t.Errorf("%s: left behind: %v", where, es)
		}
		f.Root.Close()
	}
	if sawOld == 0 || sawNew == 0 {
		t.Errorf("%d times the old archive, %d times the new", sawOld, sawNew)
	}
}

// Whichever write fails, as on a full disk, the change is made as a whole or not
// at all, and the failure is told.
func TestFilingOnADiskThatFails(t *testing.T) {
	defer func() { disk.OnStep = nil }()
	changes := []Change{
		{Path: "content/b/2025.txt", Bytes: []byte("b"), New: true},
		{Path: "content/a/2024.toml", Bytes: []byte("new")},
		{Path: "content/a/2024.html", Remove: true},
	}
	before := map[string]string{"site.toml": "", "content/a/2024.html": "old", "content/a/2024.toml": "old"}
	after := map[string]string{"site.toml": "", "content/b/2025.txt": "b", "content/a/2024.toml": "new"}
	for at := 1; ; at++ {
		dir := t.TempDir()
		for name, text := range before {
			put(t, filepath.Join(dir, name), text)
		}
		f, err := open(dir)
		if err != nil {
			t.Fatal(err)
		}
		n, where := 0, ""
		disk.OnStep = func(step, name string) error {
			if n++; n == at {
				where = step + " " + name
				return syscall.ENOSPC
			}
			return nil
		}
		err = f.Make(changes)
		disk.OnStep = nil
		f.Root.Close()
		if where == "" {
			if err != nil || at < 10 {
				t.Fatalf("after %d steps: %v", at, err)
			}
			return
		}
		if err == nil {
			t.Errorf("%s failed without a word", where)
		}
		if f, err = open(dir); err != nil {
			t.Fatalf("%s: %v", where, err)
		}
		f.Root.Close()
		if got := contents(t, dir); !maps.Equal(got, before) && !maps.Equal(got, after) {
			t.Errorf("%s: half made: %v", where, got)
		}
	}
}

// A place that is taken stops everything before anything is written.
func TestFilingOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "site.toml"), "title = \"t\"\n")
	put(t, filepath.Join(dir, "content/a/2024.txt"), "old")
	f, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Root.Close()
	err = f.Make([]Change{
		{Path: "content/a/2023.txt", Bytes: []byte("x"), New: true},
		{Path: "content/a/2024.txt", Bytes: []byte("x"), New: true},
	})
	if !errors.Is(err, ErrThere) || !strings.HasPrefix(err.Error(), "content/a/2024.txt is there already") {
		t.Error(err)
	}
	if err := f.Make([]Change{{Path: "../x", Bytes: []byte("x")}}); err == nil {
		t.Error("a path out of the archive was written to")
	}
	want := map[string]string{"site.toml": "title = \"t\"\n", "content/a/2024.txt": "old"}
	if got := contents(t, dir); !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

// open opens an archive folder as whoever works on it does.
func open(dir string) (Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Folder{}, err
	}
	f := Folder{dir, root}
	return f, f.Recover()
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// contents are the files below dir but for the preparations.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d != nil && d.Name() == ".ogi" {
				return fs.SkipDir
			}
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

// Of two that add to one list at the same time neither loses what the other added.
func TestEditsOfOneListAllCount(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "site.toml"), "")
	add := func(line string) error {
		f, err := open(dir)
		if err != nil {
			return err
		}
		defer f.Root.Close()
		for {
			err := f.Make([]Change{{Path: "content/list", Edit: func(old []byte) ([]byte, error) { return append(old, line...), nil }}})
			if !errors.Is(err, publish.ErrBusy) {
				return err
			}
		}
	}
	done := make(chan error)
	for _, name := range []string{"a\n", "b\n"} {
		go func() {
			var err error
			for range 20 {
				err = errors.Join(err, add(name))
			}
			done <- err
		}()
	}
	if err := errors.Join(<-done, <-done); err != nil {
		t.Fatal(err)
	}
	text := contents(t, dir)["content/list"]
	if strings.Count(text, "a\n") != 20 || strings.Count(text, "b\n") != 20 {
		t.Errorf("%q", text)
	}
	f, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Root.Close()
	refused := errors.New("refused")
	err = f.Make([]Change{{Path: "content/new", Bytes: []byte("x"), New: true}, {Path: "content/list", Edit: func([]byte) ([]byte, error) { return nil, refused }}})
	if got := contents(t, dir); !errors.Is(err, refused) || got["content/list"] != text || got["content/new"] != "" {
		t.Errorf("%v: %q", err, got)
	}
}
