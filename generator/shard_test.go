package generator_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

// sharded builds an archive in n parts, and says where they are.
func sharded(t *testing.T, dir string, n int, cache string) []string {
	t.Helper()
	var parts []string
	for i := range n {
		part := filepath.Join(t.TempDir(), fmt.Sprint("part", i+1))
		o := generator.Options{Dir: dir, Out: part, Files: ogi.Files, Shard: generator.Shard{I: i + 1, N: n}, Cache: cache}
		if _, _, err := generator.Build(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	return parts
}

func merged(dir, out string, parts ...string) (generator.Summary, []diag.Diagnostic, error) {
	return generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Files: ogi.Files, Parts: parts})
}

// Any number of parts, given in any order and made with a cache or without, are the
// whole: the same files, counts and messages.
func TestPartsOfABuildAreTheWhole(t *testing.T) {
	dir := t.TempDir()
	specimens(t, dir, 32, 5)
	// What no agency can be read from, a file that is no report, a body in two folders,
	// and one that goes on from another.
	for name, text := range map[string]string{
		"content/x/none/agency.toml":       "name = [",
		"content/x/none/2023.txt":          "某",
		"content/00/a00000/2020.docx":      "not a document",
		"content/y/twice/agency.toml":      "name = \"青溪镇人民政府\"\nregion = \"410403\"\n",
		"content/00/a00007/stray/2023.txt": "某",
	} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.OpenFile(filepath.Join(dir, "content", "01", "a00001", "agency.toml"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("[[predecessors]]\nagency = \"a00002\"\nyear = 2022\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	whole := filepath.Join(t.TempDir(), "site")
	sum, ds, err := generator.Build(t.Context(), generator.Options{Dir: dir, Out: whole, Files: ogi.Files})
	if err != nil {
		t.Fatal(err)
	}
	want := treeOf(t, whole)
	said := func(ds []diag.Diagnostic) string {
		var all []string
		for _, d := range ds {
			all = append(all, d.String())
		}
		return strings.Join(all, "\n")
	}
	cache := filepath.Join(t.TempDir(), "cache")
	for i, n := range []int{1, 3, 5} {
		kept := ""
		if i > 0 { // the second finds what the first read
			kept = cache
		}
		parts := sharded(t, dir, n, kept)
		rand.Shuffle(n, func(i, k int) { parts[i], parts[k] = parts[k], parts[i] })
		out := filepath.Join(t.TempDir(), "site")
		got, more, err := merged(dir, out, parts...)
		if err != nil {
			t.Fatal(err)
		}
		if d := differences(want, treeOf(t, out)); len(d) > 0 {
			t.Errorf("%d parts: differ in %v", n, d)
		}
		if got.Count != sum.Count || got.Agencies != sum.Agencies || got.Pages != sum.Pages {
			t.Errorf("%d parts: %+v, want %+v", n, got, sum)
		}
		if said(more) != said(ds) {
			t.Errorf("%d parts: said\n%s\nwant\n%s", n, said(more), said(ds))
		}
		// Put together once more, over the site that is there.
		if again, _, err := merged(dir, out, parts...); err != nil || again.Published.Unchanged != again.Published.Files {
			t.Errorf("%d parts: again: %+v, %v", n, again.Published, err)
		}
	}
}

// What are not the parts of one build of this archive is refused with the folder and
// the reason, and the site that is there stays.
func TestWhatIsNoPartIsRefused(t *testing.T) {
	dir := t.TempDir()
	specimens(t, dir, 8, 3)
	parts := sharded(t, dir, 2, "")
	others := sharded(t, dir, 3, "")
	out := filepath.Join(t.TempDir(), "site")
	if _, _, err := merged(dir, out, parts...); err != nil {
		t.Fatal(err)
	}
	before := treeOf(t, out)
	write := func(name string, b []byte) {
		t.Helper()
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	spoil := func(name string, how func([]byte) []byte, call func()) {
		t.Helper()
		was, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		write(name, how(slices.Clone(was)))
		call()
		write(name, was)
	}
	refused := func(words string, of ...string) {
		t.Helper()
		_, _, err := merged(dir, out, of...)
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%v, want %q", err, words)
		}
		if words != "what the build wrote" && !errors.Is(err, generator.ErrShards) {
			t.Errorf("%v is of no kind", err)
		}
		if d := differences(before, treeOf(t, out)); len(d) > 0 {
			t.Errorf("%s: the site changed: %v", words, d)
		}
	}
	refused("part 1 of 2; 1 are given", parts[0])
	refused("part 1, as is "+parts[0], parts[0], parts[0])
	refused("part 1 of 3; 2 are given", parts[0], others[0])
	refused("no file shard", parts[0], t.TempDir())
	more := func(b []byte) []byte { return append(b, "\n# more\n"...) }
	spoil(filepath.Join(dir, "site.toml"), more, func() { refused("another site.toml", parts...) })
	spoil(filepath.Join(dir, "content", "00", "a00000", "2021.txt"), more, func() { refused("other reports", parts...) })
	note := filepath.Join(parts[1], "shard")
	spoil(note, func(b []byte) []byte { return b[:len(b)/2] }, func() { refused("damaged", parts...) })
	spoil(note, func(b []byte) []byte { return b[1:] }, func() { refused("damaged", parts...) })
	// The program is the first thing that is told: its length, its sum in hex.
	spoil(note, func(b []byte) []byte { b[len("ogi shard 1\n")+4] ^= 1; return b }, func() { refused("another version", parts...) })
	pages, err := filepath.Glob(filepath.Join(parts[0], "agencies", "*", "2021", "index.html"))
	if err != nil || len(pages) == 0 {
		t.Fatal(err)
	}
	spoil(pages[0], more, func() {
		out = filepath.Join(t.TempDir(), "site") // where the old page does not stay
		before = tree{}
		if err := os.Mkdir(out, 0o755); err != nil {
			t.Fatal(err)
		}
		refused("what the build wrote", parts...)
	})
}

// However the note of a part is damaged, it is refused, or is of some other part: it
// never breaks the program.
func TestADamagedNoteBreaksNothing(t *testing.T) {
	dir := t.TempDir()
	specimens(t, dir, 4, 3)
	part := sharded(t, dir, 1, "")[0]
	note := filepath.Join(part, "shard")
	was, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 12 {
		b := slices.Clone(was)
		for range 1 + rnd.IntN(3) {
			b[rnd.IntN(len(b))] ^= byte(1 << rnd.IntN(8))
		}
		if err := os.WriteFile(note, b[:len(b)-rnd.IntN(2)*rnd.IntN(len(b))], 0o644); err != nil {
			t.Fatal(err)
		}
		_, _, _ = merged(dir, filepath.Join(t.TempDir(), "site"), part)
	}
}
