package publish

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestVerifyTellsWhatIsNotAsListed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, map[string]string{"index.html": "a", "a/index.html": "b", "b.css": "c"})
	for _, name := range []string{"CNAME", ".keep"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := Verify(dir); err != nil || !v.Whole() || v.Right != 3 {
		t.Errorf("a fresh site: %+v, %v", v, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "b.css")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a", "more.html"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	v, err := Verify(dir)
	if err != nil || v.Whole() || v.Right != 1 || !slices.Equal(v.Differ, []string{"index.html"}) ||
		!slices.Equal(v.Missing, []string{"b.css"}) || !slices.Equal(v.Surplus, []string{"a/more.html"}) {
		t.Errorf("a spoilt site: %+v, %v", v, err)
	}
}

func TestVerifyReadsNoOtherLists(t *testing.T) {
	sum := strings.Repeat("0", 64)
	for line, want := range map[string]string{
		"x":                     "not a line of sha256sum",
		sum + "  ../secret.txt": "not a line of sha256sum",
		sum + "  /etc/passwd":   "not a line of sha256sum",
		sum[1:] + "  a":         "not a line of sha256sum",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, Sums), []byte(line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Verify(dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", line, err)
		}
	}
	if _, err := Verify(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no SHA256SUMS is here") {
		t.Errorf("without a list: %v", err)
	}
}

// Where the site cannot change in one step, that is said before it changes.
func TestCaution(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	say := func() string {
		t.Helper()
		tree, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer tree.Abort()
		return tree.Caution()
	}
	if got := say(); got != "" {
		t.Errorf("without a site: %s", got)
	}
	publish(t, dir, map[string]string{"index.html": "a"})
	probe, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	steps := probe.exchanges()
	probe.Abort()
	if got := say(); (got == "") != steps {
		t.Errorf("one step: %v, said %q", steps, got)
	}
	t.Chdir(dir)
	if got := say(); !strings.Contains(got, "当前文件夹在网站里面") {
		t.Errorf("from inside: %q", got)
	}
	alone(t, dir, "cautioned")
}
