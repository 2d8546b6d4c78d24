package publish

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"ogi/generator/disk"
)

// A file is kept without being read: an edit that leaves no trace is not seen. One
// that might have left none since it was written within the tick in which the
// record was is read, and the edit seen.
func TestOnlyWhatMayHaveChangedUnseenIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		at   time.Time
		seen bool
	}{
		"written before":              {time.Unix(1e9, 5), false},
		"not before the list, by its": {time.Now().Add(time.Hour), true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			tr, err := Open(dir, Options{})
			must(t, err)
			must(t, tr.Put("a", []byte("old")))
			must(t, tr.Put("z", nil))
			next := filepath.Join(tr.next(), "a")
			must(t, os.Chtimes(next, time.Time{}, c.at))
			e := tr.fresh["a"]
			e.facts, _ = ofFile(next)
			tr.fresh["a"] = e
			_, err = tr.Commit()
			must(t, err)

			name := filepath.Join(dir, "a")
			must(t, os.WriteFile(name, []byte("new"), 0o644))
			must(t, os.Chtimes(name, time.Time{}, c.at))
			now, _ := ofFile(name)
			if now != e.facts {
				t.Skip("this file system keeps no times")
			}
			keepOr(t, dir, Options{}, map[string]string{"a": "old", "z": ""})
			if got := tree(t, dir)["a"]; (got == "old") != c.seen {
				t.Errorf("got %q", got)
			}
			// Whoever does not believe the record sees it anyhow.
			keepOr(t, dir, Options{Reread: true}, map[string]string{"a": "old", "z": ""})
			if got := tree(t, dir)["a"]; got != "old" {
				t.Errorf("read again: %q", got)
			}
		})
	}
}

// A folder in which nothing changed is not read: what was put there without a
// trace stays, until all is read again.
func TestFoldersThatNobodyTouchedAreNotRead(t *testing.T) {
	anyFew(t)
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a/x": "x", "a/b/y": "y"}
	publish(t, dir, files)
	files["a/b/y"] = "new"
	keepOr(t, dir, Options{}, files)
	settle(t, dir, files)
	for _, folder := range []string{"a", "a/b"} {
		leaveIn(t, filepath.Join(dir, folder))
	}
	if st, kept := keepOr(t, dir, Options{}, files); kept != 2 || st.Removed != 0 || len(tree(t, dir)) != 4 {
		t.Errorf("kept %d, %+v, %v", kept, st, tree(t, dir))
	}
	keepOr(t, dir, Options{Reread: true}, files)
	if got := tree(t, dir); !maps.Equal(got, files) {
		t.Errorf("read again: %v", got)
	}
}

// leaveIn puts a file into a folder without a trace of it in the folder's facts.
func leaveIn(t testing.TB, folder string) {
	t.Helper()
	st, err := os.Lstat(folder)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(folder, "left"), nil, 0o644))
	must(t, os.Chtimes(folder, time.Time{}, st.ModTime()))
}

// Where the system has no inodes files are kept by their times, and every folder
// is read.
func TestWithoutInodes(t *testing.T) {
	was := inode
	inode = func(os.FileInfo) uint64 { return 0 }
	defer func() { inode = was }()
	anyFew(t)
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"a/x": "x", "a/b/y": "y"}
	publish(t, dir, files)
	settle(t, dir, files)
	leaveIn(t, filepath.Join(dir, "a/b"))
	if st, kept := keepOr(t, dir, Options{}, files); kept != 2 || st.Removed != 1 {
		t.Errorf("kept %d, %+v", kept, st)
	}
	whole(t, dir)
}

// What somebody touches while the site is built is in doubt at the next build too.
func TestTouchedMeanwhile(t *testing.T) {
	anyFew(t)
	for _, put := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		files := map[string]string{"a/x": "old", "b/y": "y"}
		publish(t, dir, files)
		settle(t, dir, files)
		file, folder := filepath.Join(dir, "a/x"), filepath.Join(dir, "b")
		tr, err := Open(dir, Options{})
		must(t, err)
		later := time.Now().Add(time.Hour)
		must(t, os.Chtimes(file, time.Time{}, later))
		must(t, os.Chtimes(folder, time.Time{}, later))
		tr.was.look(dir)
		for p, text := range files {
			if b := []byte(text); put {
				must(t, tr.Put(p, b))
			} else if !tr.Keep(p, sha256.Sum256(b)) {
				t.Errorf("%s is not kept", p)
			}
		}
		_, err = tr.Commit()
		must(t, err)
		must(t, os.WriteFile(file, []byte("new"), 0o644))
		must(t, os.Chtimes(file, time.Time{}, later))
		leaveIn(t, folder)
		keepOr(t, dir, Options{}, files)
		if got := tree(t, dir); !maps.Equal(got, files) {
			t.Errorf("put %v: %v", put, got)
		}
	}
}

func TestFactsOfATick(t *testing.T) {
	f := facts{mtime: 7, inode: 1, size: 3}
	if f.before(8) != f || f.before(7) != (facts{}) || f.before(6) != (facts{}) {
		t.Error("a tick is not told")
	}
}

// However the record is damaged, nothing is kept by it and the site is right.
func TestDamagedRecord(t *testing.T) {
	files := map[string]string{"index.html": "home", "a/b/index.html": "b"}
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, files)
	settle(t, dir, files)
	name := filepath.Join(filepath.Dir(dir), ".ogi", "public.record")
	good, err := os.ReadFile(name)
	must(t, err)
	flip := func(i int) []byte {
		b := bytes.Clone(good)
		b[i] ^= 4
		return b
	}
	text, err := os.ReadFile(filepath.Join(dir, Sums))
	must(t, err)
	damaged := [][]byte{
		nil, good[:1], good[:len(good)-1], append(bytes.Clone(good), 0), []byte(strings.Repeat("\xff", len(good))),
		encodeRecord(string(text), make([]facts, 2), make([]facts, 4)),
		encodeRecord(string(text), make([]facts, 1), make([]facts, 3)),
		encodeRecord(string(text)+" ", make([]facts, 2), make([]facts, 3)),
	}
	for i := range good {
		damaged = append(damaged, flip(i))
	}
	for i, b := range damaged {
		if r := remembered(name, dir); len(r.files) != 2 {
			t.Fatalf("%d: the record is not read: %+v", i, r)
		}
		must(t, os.WriteFile(name, b, 0o644))
		if r := remembered(name, dir); len(r.files) != 0 || r.text != "" {
			t.Errorf("%d: a damaged record is believed", i)
		}
		if i%16 == 0 {
			if _, kept := keepOr(t, dir, Options{}, files); kept != 0 {
				t.Errorf("%d: kept %d", i, kept)
			}
			whole(t, dir)
		}
		must(t, os.WriteFile(name, good, 0o644))
		if b, _ := os.ReadFile(filepath.Join(dir, Sums)); !bytes.Equal(b, text) {
			t.Fatal("another list")
		}
	}
}

// A site is published also where its record cannot be written.
func TestNoRoomForTheRecord(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"a": "1"})
	failed := 0
	disk.OnStep = func(_, name string) error {
		if strings.Contains(name, ".record") {
			failed++
			return syscall.ENOSPC
		}
		return nil
	}
	defer func() { disk.OnStep = nil }()
	publish(t, dir, map[string]string{"a": "2"})
	if failed == 0 {
		t.Fatal("no record was tried")
	}
	disk.OnStep = nil
	if _, kept := keepOr(t, dir, Options{}, map[string]string{"a": "2"}); kept != 0 {
		t.Error("the older record is believed")
	}
	whole(t, dir)
}

// Nothing is written where nothing changes, and the site stays the folder it is.
func TestNothingChanges(t *testing.T) {
	files := map[string]string{"index.html": "home", "a/index.html": "a"}
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, files)
	settle(t, dir, files)
	record := filepath.Join(filepath.Dir(dir), ".ogi", "public.record")
	look := func() (all []facts) {
		for _, n := range []string{dir + "/index.html", dir + "/" + Sums, record} {
			f, ok := ofFile(n)
			if !ok {
				t.Fatal(n)
			}
			all = append(all, f)
		}
		f, _ := ofFolder(dir)
		return append(all, f)
	}
	before := look()
	for _, o := range []Options{{}, {Whole: true}} {
		if st, kept := keepOr(t, dir, o, files); kept != 2 || st.Unchanged != 2 || st.Moved+st.Removed != 0 {
			t.Errorf("%+v", st)
		}
	}
	if after := look(); !slices.Equal(before, after) {
		t.Errorf("was %v\nis %v", before, after)
	}
}

// Where the whole is to be exchanged, it is, and what is kept is linked.
func TestWhole(t *testing.T) {
	anyFew(t)
	dir := filepath.Join(t.TempDir(), "public")
	files := map[string]string{"index.html": "home", "a/index.html": "a"}
	publish(t, dir, files)
	site, _ := ofFolder(dir)
	page, _ := ofFile(filepath.Join(dir, "a/index.html"))
	files["index.html"] = "new"
	if st, kept := keepOr(t, dir, Options{Whole: true}, files); st.Moved != 0 || kept != 1 {
		t.Errorf("%+v, kept %d", st, kept)
	}
	if now, _ := ofFolder(dir); now.inode == site.inode && now.inode != 0 {
		t.Error("the folder is the old one")
	}
	if now, _ := ofFile(filepath.Join(dir, "a/index.html")); now != page {
		t.Errorf("the page was %v, is %v", page, now)
	}
	files["index.html"] = "newer"
	if st, _ := keepOr(t, dir, Options{}, files); st.Moved != 1 {
		t.Errorf("%+v", st)
	}
}

// What lies behind a link that somebody put into the site is not the site's.
func TestNothingBehindALinkIsTouched(t *testing.T) {
	for _, few := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		files := map[string]string{"a/x": "x", "a/b/y": "y", "a/b/z": "z", "i": "i"}
		publish(t, dir, files)
		settle(t, dir, files)
		swap(t, filepath.Join(dir, "a"))
		away, err := os.Readlink(filepath.Join(dir, "a"))
		must(t, err)
		before := tree(t, away)
		if few {
			anyFew(t)
		}
		want := map[string]string{"a/x": "new", "a/b/y": "y", "i": "i"}
		keepOr(t, dir, Options{}, want)
		if got := tree(t, dir); !maps.Equal(got, want) {
			t.Errorf("few %v: %v", few, got)
		}
		if got := tree(t, away); !maps.Equal(got, before) {
			t.Errorf("few %v: behind the link %v", few, got)
		}
		whole(t, dir)
	}
}

// Nor what lies behind one that was put there when a build was cut off.
func TestNothingBehindALinkIsRemovedLater(t *testing.T) {
	anyFew(t)
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"a/x": "x", "a/z": "z"})
	if cutOff(t, dir, map[string]string{"a/x": "x"}, 1) != 1 {
		t.Fatal("not cut off")
	}
	swap(t, filepath.Join(dir, "a"))
	away, err := os.Readlink(filepath.Join(dir, "a"))
	must(t, err)
	must(t, Recover(dir))
	if got := tree(t, away); len(got) != 2 {
		t.Errorf("behind the link %v", got)
	}
	keepOr(t, dir, Options{}, map[string]string{"a/x": "x"})
	whole(t, dir)
}

// Where only the site itself may be written to, its record lies in it, and every
// change is made piece by piece.
func TestStateInTheSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	state := filepath.Join(dir, ".ogi")
	files := map[string]string{"index.html": "home", "a/b": "b", "c": "c"}
	for i, change := range []func(){
		func() {}, func() { files["c"] = "new" }, func() { delete(files, "a/b") }, func() { files["a"] = "file" },
	} {
		change()
		must(t, os.MkdirAll(state, 0o755))
		tr, err := begin(dir, state, Options{})
		must(t, err)
		kept := 0
		for p, text := range files {
			if tr.Keep(p, sha256.Sum256([]byte(text))) {
				kept++
			} else {
				must(t, tr.Put(p, []byte(text)))
			}
		}
		if _, err := tr.Commit(); err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(files)
		got := tree(t, dir)
		delete(got, ".ogi/public.record")
		if !maps.Equal(got, want) || i > 0 && kept != 2 {
			t.Errorf("change %d: kept %d, %v", i, kept, got)
		}
		if v, err := Verify(dir); err != nil || !v.Whole() {
			t.Errorf("%+v %v", v, err)
		}
	}
}

// Where two spellings are one name, what goes is not removed under the name of
// what comes.
func TestSpelledOtherwise(t *testing.T) {
	was := foldsCase
	defer func() { foldsCase = was }()
	anyFew(t)
	for _, folds := range []bool{false, true} {
		foldsCase = func(string) bool { return folds }
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, map[string]string{"A/x": "x", "gone": "1"})
		tr, err := Open(dir, Options{})
		must(t, err)
		must(t, tr.Put("a/x", []byte("new")))
		p, err := tr.survey()
		must(t, err)
		want := []string{"A", "gone"}
		if folds {
			want = []string{"gone"}
		}
		if !slices.Equal(p.gone, want) || tr.few(p) == folds {
			t.Errorf("folds %v: %+v", folds, p)
		}
		must(t, tr.Abort())
	}
}

func TestFileAndFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"a/b": "b", "c": "c"})
	for _, clash := range []string{"a", "c/d"} {
		tr, err := Open(dir, Options{})
		must(t, err)
		for p, text := range map[string]string{"a/b": "b", "c": "c"} {
			if !tr.Keep(p, sha256.Sum256([]byte(text))) {
				t.Errorf("%s is not kept", p)
			}
		}
		must(t, tr.Put(clash, nil))
		if _, err := tr.Commit(); err == nil || !strings.Contains(err.Error(), "is a file and a folder") {
			t.Errorf("%s: %v", clash, err)
		}
		if got := tree(t, dir); len(got) != 2 {
			t.Errorf("%s: %v", clash, got)
		}
	}
}

func TestSumAndRecorded(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"a": "1", "b": "2"})
	tr, err := Open(dir, Options{})
	must(t, err)
	defer tr.Abort()
	one, three := sha256.Sum256([]byte("1")), sha256.Sum256([]byte("3"))
	if sum, ok := tr.Recorded("a"); !ok || sum != one {
		t.Error("a is not known")
	}
	if _, ok := tr.Recorded("c"); ok {
		t.Error("c is known")
	}
	if _, ok := tr.Sum("a"); ok {
		t.Error("a is a file of the new site")
	}
	if tr.Keep("a", three) || tr.Keep("c", one) || !tr.Keep("a", one) {
		t.Error("what is kept is not what was published")
	}
	must(t, tr.Put("b", []byte("3")))
	for p, want := range map[string][sha256.Size]byte{"a": one, "b": three} {
		if sum, ok := tr.Sum(p); !ok || sum != want {
			t.Errorf("%s: %x %v", p, sum, ok)
		}
	}
}
