package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return "(none)"
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// failing makes the n-th step from now on fail, and gives how many there were.
func failing(t *testing.T, n int) *int {
	seen := 0
	OnStep = func(string, string) error {
		if seen++; seen == n {
			return syscall.ENOSPC
		}
		return nil
	}
	t.Cleanup(func() { OnStep = nil })
	return &seen
}

// Whichever step of a write fails, the file is whole as before or whole as it
// was to be, and nothing lies beside it.
func TestEveryStepMayFail(t *testing.T) {
	for what, c := range map[string]struct {
		before string
		do     func(string) error
	}{
		"replace": {"old", func(n string) error { return Replace(n, []byte("new and longer")) }},
		"first":   {"(none)", func(n string) error { return Replace(n, []byte("new and longer")) }},
		"create":  {"(none)", func(n string) error { return Create(n, []byte("new and longer")) }},
	} {
		t.Run(what, func(t *testing.T) {
			for n := 1; ; n++ {
				dir := t.TempDir()
				name := filepath.Join(dir, "sum.xlsx")
				if c.before != "(none)" {
					if err := os.WriteFile(name, []byte(c.before), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				seen := failing(t, n)
				err := c.do(name)
				OnStep = nil
				got := read(t, name)
				if got != c.before && got != "new and longer" || err == nil && got == c.before {
					t.Errorf("step %d: %q, %v", n, got, err)
				}
				if es, _ := os.ReadDir(dir); len(es) > 1 || len(es) == 1 && es[0].Name() != "sum.xlsx" {
					t.Errorf("step %d left %v", n, es)
				}
				if *seen < n {
					if err != nil || n < 5 {
						t.Errorf("%d steps: %v", n-1, err)
					}
					return
				}
				if err == nil {
					t.Errorf("step %d failed without a word", n)
				}
			}
		})
	}
}

func TestCreateKeepsWhatIsThere(t *testing.T) {
	name := filepath.Join(t.TempDir(), "2025.xlsx")
	if err := Create(name, []byte("filled in")); err != nil {
		t.Fatal(err)
	}
	if err := Create(name, []byte("empty")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if got := read(t, name); got != "filled in" {
		t.Errorf("got %q", got)
	}
}

func TestReplaceKeepsModeAndLink(t *testing.T) {
	dir := t.TempDir()
	name, link := filepath.Join(dir, "known.json"), filepath.Join(dir, "link.json")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("known.json", link); err != nil {
		t.Skip(err)
	}
	if err := Replace(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	st, err := os.Lstat(link)
	if err != nil || st.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", st, err)
	}
	if st, _ := os.Stat(name); st.Mode().Perm() != 0o600 || read(t, name) != "new" {
		t.Errorf("%v %q", st.Mode(), read(t, name))
	}
}

// What a killed program left is swept away by a later write of the same file,
// but not what another one is writing just now.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	old, young := filepath.Join(dir, ".a.json"+mark+"00000001"), filepath.Join(dir, ".a.json"+mark+"00000002")
	for _, n := range []string{old, young, filepath.Join(dir, ".b.json"+mark+"00000003")} {
		if err := os.WriteFile(n, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(dir, "a.json"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	var left []string
	es, _ := os.ReadDir(dir)
	for _, e := range es {
		left = append(left, e.Name())
	}
	if got, want := strings.Join(left, " "), ".a.json"+mark+"00000002 .b.json"+mark+"00000003 a.json"; got != want {
		t.Errorf("left %s, want %s", got, want)
	}
}
