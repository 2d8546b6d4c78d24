package generator_test

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

// A file that changes after it was read, as by somebody who is still writing it,
// is published neither as it was nor as it is: what is published was judged. The
// others are built, and the error says which file.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	specimens(t, dir, 12, 1)
	late := filepath.Join(dir, "content", "00", "a00000", "2022.txt")
	was, err := os.ReadFile(late)
	if err != nil {
		t.Fatal(err)
	}
	is := append(was, []byte("\n联系人：张三，身份证号11010519491231002X\n")...)
	sum, ds, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Files: ogi.Files, Progress: func(stage string, n, of int) {
		if stage == "reading" && n == of {
			if err := os.WriteFile(late, is, 0o644); err != nil {
				t.Error(err)
			}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if sum.Reports != 11 {
		t.Errorf("%d reports are built, want the other 11", sum.Reports)
	}
	told := 0
	for _, d := range ds {
		if d.Level == diag.Error {
			told++
			if d.File != "content/00/a00000/2022.txt" || d.Code != "changed" {
				t.Errorf("also said: %s", d)
			}
		}
	}
	if told != 1 {
		t.Errorf("%d errors", told)
	}
	for path, got := range treeOf(t, out) {
		if got == sha256.Sum256(was) || got == sha256.Sum256(is) || strings.Contains(path, "a00000/2022") {
			t.Errorf("%s was published", path)
		}
	}
	// The next build takes the file as it is now.
	if again := build(t, dir, out); again.Reports != 12 {
		t.Errorf("%d reports the next time", again.Reports)
	}
}
