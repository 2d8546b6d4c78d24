package cache

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"
)

// later is a table of a build that begins when all files there are have long been
// written.
func later(dir string) *Files { return openFiles(dir, time.Hour) }

// written is a file and the state it is then in.
func written(t *testing.T, path, text string) fs.FileInfo {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return stat(t, path)
}

func stat(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// known fails where a file is known as a sum and should not be, or the reverse.
func known(t *testing.T, f *Files, path string, st fs.FileInfo, text string, want bool) {
	t.Helper()
	sum, ok := f.Sum(path, st)
	if ok != want || ok && sum != sha256.Sum256([]byte(text)) {
		t.Errorf("%s is known: %v, want %v", path, ok, want)
	}
}

// tabled is a folder with a table that knows a file of its.
func tabled(t *testing.T) (dir, path string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "cache")
	path = filepath.Join(filepath.Dir(dir), "2024.txt")
	st := written(t, path, "as it was")
	f := later(dir)
	known(t, f, "2024.txt", st, "", false)
	f.Set("2024.txt", st, sha256.Sum256([]byte("as it was")))
	known(t, f, "2024.txt", st, "as it was", true)
	if err := f.Save(true); err != nil {
		t.Fatal(err)
	}
	return dir, path
}

func TestAnUnchangedFileIsKnown(t *testing.T) {
	dir, path := tabled(t)
	f := later(dir)
	known(t, f, "2024.txt", stat(t, path), "as it was", true)
	known(t, f, "2025.txt", stat(t, path), "", false)
	if err := f.Save(true); err != nil {
		t.Fatal(err)
	}
	known(t, later(dir), "2024.txt", stat(t, path), "as it was", true)
}

// Whatever can be seen to have changed makes a file unknown: its size, its time, its
// number, and the time that no program sets back.
func TestAChangedFileIsReadAgain(t *testing.T) {
	for what, change := range map[string]func(path string, was fs.FileInfo){
		"longer": func(path string, was fs.FileInfo) {
			written(t, path, "as it was.")
			_ = os.Chtimes(path, was.ModTime(), was.ModTime())
		},
		"a nanosecond later": func(path string, was fs.FileInfo) {
			at := was.ModTime().Add(1)
			_ = os.Chtimes(path, at, at)
		},
		"earlier": func(path string, was fs.FileInfo) {
			at := was.ModTime().Add(-time.Hour)
			_ = os.Chtimes(path, at, at)
		},
		"another of the same size and time": func(path string, was fs.FileInfo) {
			written(t, path+".new", "as it is!")
			_ = os.Chtimes(path+".new", was.ModTime(), was.ModTime())
			_ = os.Rename(path+".new", path)
		},
		"rewritten, and its time set back": func(path string, was fs.FileInfo) {
			written(t, path, "as it is!")
			_ = os.Chtimes(path, was.ModTime(), was.ModTime())
		},
		"a folder": func(path string, _ fs.FileInfo) {
			_ = os.Remove(path)
			_ = os.Mkdir(path, 0o755)
		},
	} {
		t.Run(what, func(t *testing.T) {
			dir, path := tabled(t)
			was := stat(t, path)
			if number, _ := numbered(was); number == 0 && what != "longer" && what != "a nanosecond later" && what != "earlier" && what != "a folder" {
				t.Skip("this system numbers no files")
			}
			change(path, was)
			known(t, later(dir), "2024.txt", stat(t, path), "", false)
		})
	}
}

// A file that was changed no earlier than the build began may change again in the
// same tick of the clock: it is read again each time, until its change is past.
func TestAFileChangedJustNowIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "2024.txt")
	sum := Key(sha256.Sum256([]byte("new")))
	st := written(t, path, "new")
	touched := max(st.ModTime().UnixNano(), stateOf(st).touched)
	for _, c := range []struct {
		began int64
		want  bool
	}{{touched - 1, false}, {touched, false}, {touched + 1, true}} {
		f := OpenFiles(dir)
		f.began = c.began
		f.Set("2024.txt", st, sum)
		known(t, f, "2024.txt", st, "new", c.want)
		if err := f.Save(true); err != nil {
			t.Fatal(err)
		}
		known(t, later(dir), "2024.txt", st, "new", c.want)
	}
	// What is already in the past but may be so by a clock that was set back is as well.
	f := OpenFiles(dir)
	ago := time.Now().Add(-time.Hour)
	if err := os.Chtimes(path, ago, ago); err != nil {
		t.Fatal(err)
	}
	if st = stat(t, path); stateOf(st).touched == 0 {
		t.Skip("this system does not tell when a file was touched")
	}
	f.Set("2024.txt", st, sum)
	known(t, f, "2024.txt", st, "new", false)
}

func TestTheTableBeginsByTheClockOfTheDisk(t *testing.T) {
	dir := t.TempDir()
	before := written(t, filepath.Join(dir, "a"), "a").ModTime().UnixNano()
	f := OpenFiles(dir)
	after := written(t, filepath.Join(dir, "b"), "b").ModTime().UnixNano()
	if f.began < before || f.began > after {
		t.Errorf("%d is not between %d and %d", f.began, before, after)
	}
	if es, err := os.ReadDir(dir); err != nil || len(es) != 2 {
		t.Error("the probe is left", es, err)
	}
}

// Where the clock is before that of the table, nothing of the table is believed.
func TestAClockSetBack(t *testing.T) {
	dir, path := tabled(t) // its clock is an hour ahead
	known(t, OpenFiles(dir), "2024.txt", stat(t, path), "", false)
	known(t, later(dir), "2024.txt", stat(t, path), "as it was", true)
}

func TestADamagedTableIsNotBelieved(t *testing.T) {
	dir, path := tabled(t)
	name := filepath.Join(dir, table)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, b []byte, want bool) {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		f := later(dir)
		f.Sum("2024.txt", stat(t, path))
		if _, ok := f.Sum("2024.txt", stat(t, path)); ok != want {
			t.Errorf("%s: known is %v", what, ok)
		}
	}
	for i := range whole {
		try(fmt.Sprint("cut at ", i), whole[:i], false)
		b := bytes.Clone(whole)
		b[i] ^= 0x10
		try(fmt.Sprint("changed at ", i), b, false)
	}
	try("longer", append(bytes.Clone(whole), 0), false)
	other := bytes.TrimPrefix(whole[:len(whole)-sha256.Size], []byte(opening))
	sum := sha256.Sum256(other)
	try("without its opening", append(bytes.Clone(other), sum[:]...), false)
	try("whole", whole, true)
}

// What a build did not look at stays known, unless it looked at all there is.
func TestFilesThatAreGoneAreForgotten(t *testing.T) {
	dir, path := tabled(t)
	part := later(dir)
	st := written(t, filepath.Join(filepath.Dir(path), "2025.txt"), "b")
	part.Set("2025.txt", st, sha256.Sum256([]byte("b")))
	if err := part.Save(false); err != nil {
		t.Fatal(err)
	}
	all := later(dir)
	known(t, all, "2025.txt", st, "b", true)
	if len(all.old) != 2 {
		t.Errorf("%d files are known, want 2", len(all.old))
	}
	if err := all.Save(true); err != nil {
		t.Fatal(err)
	}
	if f := later(dir); len(f.old) != 1 {
		t.Errorf("%d files are known, want 1", len(f.old))
	}
}

// A file system that is none of a disk's tells neither numbers nor, mostly, times.
func TestFilesInMemory(t *testing.T) {
	st, err := fs.Stat(fstest.MapFS{"a": {Data: []byte("a"), ModTime: time.Unix(1, 0)}}, "a")
	if err != nil {
		t.Fatal(err)
	}
	f := OpenFiles(t.TempDir())
	f.Set("a", st, sha256.Sum256([]byte("a")))
	known(t, f, "a", st, "a", true)
	if st, err = fs.Stat(fstest.MapFS{"a": {Data: []byte("a"), ModTime: time.Now().Add(time.Hour)}}, "a"); err != nil {
		t.Fatal(err)
	}
	f.Set("a", st, sha256.Sum256([]byte("a")))
	known(t, f, "a", st, "a", false)
}

func TestTheProgramHasASum(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(exe)
	if err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprintf("%x", sha256.Sum256(b))
	f := later(t.TempDir())
	for _, f := range []*Files{nil, f, f} {
		if got, err := Program(f); err != nil || got != want {
			t.Errorf("%s, want %s: %v", got, want, err)
		}
	}
	if len(f.seen) != 1 {
		t.Error("its sum is not kept")
	}
}
