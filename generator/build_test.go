package generator_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// full makes tests run at the size they were accepted with: OGI_FULL=1.
var full = os.Getenv("OGI_FULL") != ""

// The same content gives the same bytes, whatever the number of processors, the
// time zone, the folder and the order in which its files came to be.
func TestSameInputSameBytes(t *testing.T) {
	n := 60
	if full {
		n = 1000
	}
	var trees []tree
	for i, env := range [][]string{
		{"GOMAXPROCS=1", "TZ=Asia/Shanghai", "LANG=zh_CN.UTF-8"},
		{"GOMAXPROCS=7", "TZ=America/St_Johns", "LANG=C", "HOME=/nowhere"},
	} {
		dir := filepath.Join(t.TempDir(), []string{"one", "another folder/深处"}[i])
		specimens(t, dir, n, uint64(i))
		cmd := builder(t, dir, "", env...)
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		trees = append(trees, treeOf(t, filepath.Join(dir, "public")))
	}
	if len(trees[0]) < n {
		t.Errorf("only %d files", len(trees[0]))
	}
	if !maps.Equal(trees[0], trees[1]) {
		t.Errorf("the two trees differ in %v", differences(trees[0], trees[1]))
	}
}

func TestASecondBuildWritesNothing(t *testing.T) {
	dir := t.TempDir()
	specimens(t, dir, 12, 1)
	build(t, dir, "")
	s := build(t, dir, "")
	if s.Published.Unchanged != s.Published.Files || len(s.Published.Vanished) > 0 {
		t.Errorf("%+v", s.Published)
	}
}
