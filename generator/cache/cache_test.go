package cache

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"ogi/generator/disk"
)

func key(n int) Key { return sha256.Sum256([]byte(fmt.Sprint(n))) }

// value is what belongs to a key, of about 10 KB.
func value(n int) []byte { return bytes.Repeat([]byte(fmt.Sprint("第", n, "份报告")), 600) }

const roomy = 1 << 30

func closed(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// has fails where an entry is not as it was put, or is there and should not be.
func has(t *testing.T, s *Store, n int, want bool) {
	t.Helper()
	b, ok := s.Get("read", key(n))
	if ok != want || ok && !bytes.Equal(b, value(n)) {
		t.Errorf("entry %d: there is %v with %d bytes, want %v with %d", n, ok, len(b), want, len(value(n)))
	}
}

// filled is a folder with entries 0…n-1 of version v1.
func filled(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), ".ogi", "cache")
	s := Open(dir, "v1", roomy)
	for i := range n {
		s.Put("read", key(i), value(i))
	}
	closed(t, s)
	return dir
}

func file(dir string, s *Store, n int) string {
	return filepath.Join(dir, s.own(), filepath.FromSlash(name("read", key(n))))
}

func TestWhatIsPutIsFoundAgain(t *testing.T) {
	dir := filled(t, 3)
	s := Open(dir, "v1", roomy)
	for i := range 3 {
		has(t, s, i, true)
	}
	has(t, s, 3, false)
	if _, ok := s.Get("judged", key(0)); ok {
		t.Error("found under another kind")
	}
	s.Put("read", key(4), nil)
	if b, ok := s.Get("read", key(4)); !ok || len(b) != 0 {
		t.Error("nothing is something that can be kept")
	}
	closed(t, s)
}

func TestNoStoreFindsAndKeepsNothing(t *testing.T) {
	var s *Store
	s.Put("read", key(0), value(0))
	s.Keep("read", key(0))
	has(t, s, 0, false)
	closed(t, s)
	var f *Files
	f.Set("a", nil, key(0))
	if err := f.Save(true); err != nil {
		t.Error(err)
	}
}

// However an entry is damaged, it is not there, and can be put anew.
func TestDamagedEntriesAreNotThere(t *testing.T) {
	dir := filled(t, 2)
	s := Open(dir, "v1", roomy)
	path := file(dir, s, 0)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(file(dir, s, 1))
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		for bit := range 8 {
			b := bytes.Clone(whole)
			b[i] ^= 1 << bit
			if _, ok := unwrap(s.version, "read", key(0), b); ok {
				t.Fatalf("bit %d of byte %d is another: found", bit, i)
			}
		}
	}
	flipped := bytes.Clone(whole)
	flipped[headed] ^= 1
	for what, b := range map[string][]byte{
		"empty": {}, "cut off": whole[:len(whole)-1], "cut in its sum": whole[:headed-1], "its sum alone": whole[:headed],
		"longer": append(bytes.Clone(whole), 0), "one bit is another": flipped, "that of another key": other, "foreign": []byte("foreign"), "zeros": make([]byte, len(whole)),
	} {
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Get("read", key(0)); ok {
			t.Errorf("%s: found", what)
		}
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s: still lies there", what)
		}
		s.Put("read", key(0), value(0))
		has(t, s, 0, true)
		has(t, s, 1, true)
	}
	// Nor is one under another kind, or a folder.
	moved := filepath.Join(dir, s.own(), filepath.FromSlash(name("told", key(1))))
	if err := os.Rename(file(dir, s, 1), moved); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Get("told", key(1)); ok {
		t.Error("found under another kind")
	}
	_ = os.Remove(path)
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	has(t, s, 0, false)
	closed(t, s)
}

// An entry that another version wrote is not used, even where it lies in the right
// place; its folder is cleared away, and what is not of a store is left alone.
func TestOtherVersionsAreClearedAway(t *testing.T) {
	dir := filled(t, 2)
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "v-mine", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	one := Open(dir, "v1", roomy)
	old, err := os.ReadFile(file(dir, one, 0))
	if err != nil {
		t.Fatal(err)
	}
	two := Open(dir, "v2", roomy)
	has(t, two, 0, false)
	two.Put("read", key(1), value(1))
	path := file(dir, two, 0)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, old, 0o644); err != nil {
		t.Fatal(err)
	}
	has(t, two, 0, false)
	has(t, two, 1, true)
	closed(t, two)
	if _, err := os.Lstat(filepath.Join(dir, one.own())); err == nil {
		t.Error("the other version's entries still lie there")
	}
	for _, own := range []string{"notes.txt", "v-mine/x", tag} {
		if _, err := os.Lstat(filepath.Join(dir, own)); err != nil {
			t.Error(err)
		}
	}
	closed(t, one)
}

// size is what all entries take.
func size(t *testing.T, dir string) (bytes int64, n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !names.MatchString(d.Name()) {
			return err
		}
		st, err := d.Info()
		bytes += (st.Size() + block - 1) / block * block
		n++
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bytes, n
}

// used sets back when an entry was last used.
func used(t *testing.T, dir string, n int, ago time.Duration) {
	t.Helper()
	at := time.Now().Add(-ago)
	if err := os.Chtimes(file(dir, Open(dir, "v1", roomy), n), at, at); err != nil {
		t.Fatal(err)
	}
}

func TestTheOldestUseGoesFirst(t *testing.T) {
	dir := filled(t, 10)
	for i := range 10 {
		used(t, dir, i, time.Duration(100-i)*24*time.Hour)
	}
	s := Open(dir, "v1", 6*block)
	has(t, s, 0, true)              // asked for: the oldest stays
	s.Keep("read", key(1))          // as does what the build rests on
	s.Put("read", key(2), value(2)) // and what it put
	s.Put("read", key(10), value(10))
	closed(t, s)
	if got, n := size(t, dir); got > 6*block || n != 6 {
		t.Errorf("%d bytes in %d entries, limit %d", got, n, 6*block)
	}
	s = Open(dir, "v1", 6*block)
	for i := range 11 {
		has(t, s, i, i < 3 || i > 7)
	}
	closed(t, s)
}

// Use is noted, in Get and for what is kept, so that the next build goes by it.
func TestUseIsNoted(t *testing.T) {
	dir := filled(t, 3)
	for i := range 3 {
		used(t, dir, i, 24*time.Hour)
	}
	s := Open(dir, "v1", roomy)
	has(t, s, 0, true)
	closed(t, s) // nothing was put: it sweeps nothing
	s = Open(dir, "v1", roomy)
	s.Keep("read", key(1))
	s.Put("read", key(3), value(3))
	closed(t, s)
	for i, want := range []bool{true, true, false, true} {
		st, err := os.Stat(file(dir, s, i))
		if err != nil {
			t.Fatal(err)
		}
		if got := time.Since(st.ModTime()) < lately; got != want {
			t.Errorf("entry %d is used now: %v, want %v", i, got, want)
		}
	}
}

func TestWhatThisBuildUsesIsNeverThrownAway(t *testing.T) {
	dir := filled(t, 4)
	s := Open(dir, "v1", 1)
	has(t, s, 0, true)
	s.Keep("read", key(1))
	s.Put("read", key(4), value(4))
	closed(t, s)
	s = Open(dir, "v1", roomy)
	for i := range 5 {
		has(t, s, i, i == 0 || i == 1 || i == 4)
	}
	closed(t, s)
}

// What a killed program left is cleared away, what one may just be writing is not.
func TestHalfWrittenFilesAreClearedAway(t *testing.T) {
	dir := filled(t, 1)
	s := Open(dir, "v1", roomy)
	folder := filepath.Dir(file(dir, s, 0))
	old, young := filepath.Join(folder, staged+"old"), filepath.Join(folder, staged+"young")
	for _, p := range []string{old, young} {
		if err := os.WriteFile(p, []byte("half"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ago := time.Now().Add(-2 * forgotten)
	if err := os.Chtimes(old, ago, ago); err != nil {
		t.Fatal(err)
	}
	s.Put("read", key(1), value(1))
	closed(t, s)
	if _, err := os.Lstat(old); err == nil {
		t.Error("what was left is still there")
	}
	if _, err := os.Lstat(young); err != nil {
		t.Error(err)
	}
}

// A full disk, and a folder that cannot be written, are told once and cost what
// would have been kept, wherever they strike.
func TestAFullDiskIsToldOnce(t *testing.T) {
	defer func() { disk.OnStep = nil }()
	for _, step := range []string{"create", "write", "rename"} {
		for _, cause := range []error{syscall.ENOSPC, syscall.EROFS, syscall.EACCES} {
			dir := filled(t, 1)
			s := Open(dir, "v1", roomy)
			asked := 0
			disk.OnStep = func(name, _ string) error {
				if name == step {
					asked++
					return cause
				}
				return nil
			}
			for i := 1; i < 4; i++ {
				s.Put("read", key(i), value(i))
			}
			disk.OnStep = nil
			has(t, s, 0, true)
			for i := 1; i < 4; i++ {
				has(t, s, i, false)
			}
			if err := s.Close(); !errors.Is(err, cause) {
				t.Errorf("%s: %v is told, want %v", step, err, cause)
			}
			if err := s.Close(); err != nil {
				t.Errorf("told again: %v", err)
			}
			if asked != 1 {
				t.Errorf("%s: tried %d times", step, asked)
			}
			left, err := filepath.Glob(filepath.Join(dir, "*", "*", staged+"*"))
			if err != nil || len(left) > 0 {
				t.Error("half-written files are left", left, err)
			}
		}
	}
}

func TestAFolderThatCannotBeIsTold(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(dir, []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := Open(dir, "v1", roomy)
	s.Put("read", key(0), value(0))
	has(t, s, 0, false)
	if s.Close() == nil {
		t.Error("nothing is told")
	}
	f := OpenFiles(dir)
	f.more = true
	if f.Save(true) == nil {
		t.Error("nothing is told of the table")
	}
	if b, err := os.ReadFile(dir); err != nil || string(b) != "a file" {
		t.Error("the file was touched", err)
	}
}

// The folder, and any part of it, may be deleted while a build runs.
func TestTheFolderMayBeDeletedAtAnyTime(t *testing.T) {
	for _, part := range []string{".", "..", "own", "entry"} {
		dir := filled(t, 2)
		s := Open(dir, "v1", roomy)
		has(t, s, 0, true)
		gone := filepath.Join(dir, part)
		switch part {
		case "own":
			gone = filepath.Join(dir, s.own())
		case "entry":
			gone = filepath.Dir(file(dir, s, 0))
		}
		if err := os.RemoveAll(gone); err != nil {
			t.Fatal(err)
		}
		has(t, s, 0, false)
		s.Put("read", key(0), value(0))
		has(t, s, 0, true)
		closed(t, s)
		s = Open(dir, "v1", roomy)
		has(t, s, 0, true)
		closed(t, s)
	}
}

// Links that lead out of the folder are not followed, neither to read nor to write
// nor to clear away.
func TestNothingOutsideIsTouched(t *testing.T) {
	dir := filled(t, 1)
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.MkdirAll(filepath.Join(outside, "v"), 0o755); err != nil {
		t.Fatal(err)
	}
	precious := filepath.Join(outside, "precious")
	s := Open(dir, "v1", 1)
	entry := file(dir, s, 0)
	if err := os.Rename(entry, precious); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		entry: precious, file(dir, s, 1): "", // an entry, and the folder of one
		filepath.Join(dir, "v-0123456789abcdef"): outside, // a version
	} {
		if to == "" {
			link, to = filepath.Dir(link), outside
		}
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here:", err)
		}
	}
	was, err := os.ReadFile(precious)
	if err != nil {
		t.Fatal(err)
	}
	has(t, s, 0, false)
	s.Put("read", key(0), value(0))
	s.Put("read", key(1), value(1))
	_ = s.Close() // that key 1 could not be put may be told
	closed(t, Open(dir, "v2", 1))
	if b, err := os.ReadFile(precious); err != nil || !bytes.Equal(b, was) {
		t.Error("what lies outside was changed", err)
	}
	if es, err := os.ReadDir(outside); err != nil || len(es) != 2 {
		t.Error("files were made or removed outside", es, err)
	}
}

// Many goroutines and two stores of one folder, as two programs have, with damage,
// deletion and sweeping between: what is found is always right.
func TestManyAtOnce(t *testing.T) {
	dir := filled(t, 20)
	var wg sync.WaitGroup
	for range 2 {
		s := Open(dir, "v1", 10*block)
		var all sync.WaitGroup
		for g := range 4 {
			all.Go(func() {
				for i := range 200 {
					n := (i*7 + g) % 40
					b, ok := s.Get("read", key(n))
					if ok && !bytes.Equal(b, value(n)) {
						t.Errorf("entry %d is another", n)
					}
					s.Put("read", key(n), value(n))
					switch i % 50 {
					case 20:
						_ = os.RemoveAll(filepath.Join(dir, s.own()))
					case 30:
						_ = os.WriteFile(file(dir, s, n), []byte("damaged"), 0o644)
					case 40:
						_ = os.RemoveAll(dir)
					}
				}
			})
		}
		wg.Go(func() {
			all.Wait()
			closed(t, s)
		})
	}
	wg.Wait()
}
