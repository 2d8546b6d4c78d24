package generator_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"ogi"
	"ogi/generator"
	"ogi/generator/internal/specimen"
)

// TestMain lets the test binary be the program that a test starts and kills:
// with OGI_TEST_BUILD set it builds that archive into OGI_TEST_OUT.
func TestMain(m *testing.M) {
	dir := os.Getenv("OGI_TEST_BUILD")
	if dir == "" {
		os.Exit(m.Run())
	}
	_, _, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: os.Getenv("OGI_TEST_OUT"), Files: ogi.Files})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// builder is that program, not started yet.
func builder(t *testing.T, dir, out string, env ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(append(os.Environ(), env...), "OGI_TEST_BUILD="+dir, "OGI_TEST_OUT="+out)
	cmd.Stderr = os.Stderr
	return cmd
}

// build builds in this process.
func build(tb testing.TB, dir, out string) generator.Summary {
	tb.Helper()
	s, _, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Files: ogi.Files})
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// specimens writes an archive of n invented reports, four years an agency, in
// the common dialects, and with the given seed in an order of its own.
func specimens(tb testing.TB, dir string, n int, seed uint64) {
	tb.Helper()
	kinds := []specimen.Kind{specimen.Tab, specimen.Tab, specimen.Pipe, specimen.Lines, specimen.HTML}
	files := map[string][]byte{
		"site.toml":              []byte("title = \"合成档案\"\nbase_url = \"https://example.org/archive/\"\n"),
		"content/pages/about.md": []byte("# 关于\n\n合成。\n"),
	}
	regions := []string{"410403", "410703", "320813", "310000", "630223"}
	for i := 0; i < n; {
		agency := i / 4
		folder := fmt.Sprintf("content/%02d/a%05d", agency%7, agency)
		var last *specimen.Specimen
		for year := 2021; year < 2025 && i < n; year, i = year+1, i+1 {
			o := specimen.Options{Year: year, Previous: last, Max: int64(3 + agency%5*40), AllZero: agency%4 == 0}
			if last != nil {
				o.Agency = last.Agency
			}
			last = specimen.Random(uint64(i), o)
			k := kinds[agency%len(kinds)]
			files[fmt.Sprintf("%s/%d%s", folder, year, k.Ext())] = last.MustWrite(k)
		}
		files[folder+"/agency.toml"] = fmt.Appendf(nil, "name = %q\nregion = %q\nkind = \"department\"\n", last.Agency, regions[agency%len(regions)])
	}
	names := slices.Sorted(maps.Keys(files))
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, name := range names {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(p, files[name], 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}

// A tree is every file of a site by path and hash.
type tree map[string][sha256.Size]byte

func treeOf(tb testing.TB, dir string) tree {
	tb.Helper()
	got := tree{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		got[filepath.ToSlash(rel)] = sha256.Sum256(b)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return got
}

// differences are the paths in which two trees differ, a few of them.
func differences(a, b tree) []string {
	var ds []string
	for p := range a {
		if a[p] != b[p] {
			ds = append(ds, p)
		}
	}
	for p := range b {
		if _, ok := a[p]; !ok {
			ds = append(ds, p)
		}
	}
	slices.Sort(ds)
	return ds[:min(len(ds), 10)]
}
