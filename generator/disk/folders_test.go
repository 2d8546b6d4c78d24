package disk_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"ogi/generator/disk"
)

// Folders have what the root has: the same bytes, links and errors, also asked for by
// many at once and in more folders than are kept open.
func TestFoldersAreTheRoot(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	names := []string{"site.toml"}
	put("site.toml", "title")
	for i := range 40 {
		for _, f := range []string{"agency.toml", "2024.txt", "2024/corrected.txt"} {
			name := fmt.Sprintf("content/%d/a%d/%s", i%3, i, f)
			put(name, name)
			names = append(names, name)
		}
	}
	outside := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{
		"content/0/a0/beside.txt": "../../1/a1/2024.txt", "content/0/a0/out.txt": outside, "content/0/a0/nowhere.txt": "gone.txt",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		names = append(names, link)
	}
	names = append(names, "content/0/a0", "content/0/a0/none.txt", "content/none/2024.txt", "content/0/a0/2024.txt/x", "../x", "/x", "content//x", "")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	f := disk.NewFolders(root)
	defer f.Close()
	if got, err := fs.ReadFile(f, "content/0/a0/beside.txt"); err != nil || string(got) != "content/1/a1/2024.txt" {
		t.Errorf("a link within the archive: %q, %v", got, err)
	}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 3 * len(names) {
				same(t, root.FS(), f, names[(i*(w+1)+w)%len(names)])
			}
		})
	}
	wg.Wait()
	for _, link := range []string{"content/0/a0/beside.txt", "content/0/a0/out.txt", "content/0/a0/nowhere.txt"} {
		os.Remove(filepath.Join(dir, filepath.FromSlash(link)))
	}
	if err := fstest.TestFS(f, "site.toml", "content/2/a2/2024.txt"); err != nil {
		t.Error(err)
	}
}

func same(t *testing.T, whole, f fs.FS, name string) {
	a, err := fs.ReadFile(whole, name)
	b, e := fs.ReadFile(f, name)
	if string(a) != string(b) || fmt.Sprint(err) != fmt.Sprint(e) {
		t.Errorf("%s: %q, %v; the root has %q, %v", name, b, e, a, err)
	}
	st, err := fs.Stat(whole, name)
	su, e := fs.Stat(f, name)
	if fmt.Sprint(err) != fmt.Sprint(e) || err == nil && (!os.SameFile(st, su) || st.Name() != su.Name() || st.Mode() != su.Mode()) {
		t.Errorf("%s: %v, %v; the root has %v, %v", name, su, e, st, err)
	}
	if file, err := f.Open(name); err == nil {
		file.Close()
	}
}
