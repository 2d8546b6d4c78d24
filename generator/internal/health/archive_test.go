package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/internal/golden"
)

// Reports of this repository's archive as they are read and judged now, one a
// line: what a change of a reader or a rule does to real reports shows here. Only
// the reports that the golden names are looked at, so that one more in the
// archive, also of an agency that is there already, changes nothing here.
func TestReportsAsReadAndJudged(t *testing.T) {
	name := filepath.Join("testdata", "archive.golden")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	pick(t, os.DirFS(filepath.Join("..", "..", "..")), dir, named(string(text)))
	golden.Compare(t, name, []byte(lines(t, dir)))
}

// One more report, and one of another year of an agency that is there, change
// nothing: a golden that they would have to touch is in nobody's way.
func TestOneMoreReportChangesNothing(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "archive.golden"))
	if err != nil {
		t.Fatal(err)
	}
	more, dir := t.TempDir(), t.TempDir()
	if err := os.CopyFS(filepath.Join(more, "content"), os.DirFS(filepath.Join("..", "..", "..", "content"))); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(more, "content", "henan", "weidong-sfj")
	b, err := os.ReadFile(filepath.Join(old, "2024.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"site.toml":                          "title = \"t\"\n",
		"content/henan/weidong-sfj/2023.txt": strings.ReplaceAll(string(b), "2024年", "2023年"),
		"content/new/agency.toml":            "name = \"某局\"\nregion = \"410403\"\n",
		"content/new/2024.txt":               string(b),
	} {
		put(t, filepath.Join(more, filepath.FromSlash(name)), []byte(text))
	}
	pick(t, os.DirFS(more), dir, named(string(text)))
	if got := lines(t, dir); got != string(text) {
		t.Errorf("got\n%s", got)
	}
}

// named are the reports that a golden has a line for, slug and year.
func named(golden string) []string {
	var ids []string
	for line := range strings.Lines(golden) {
		if id, _, ok := strings.Cut(line, " "); ok && id != "#" {
			ids = append(ids, id)
		}
	}
	return ids
}

// pick copies of an archive the reports of these ids, with their agencies and
// what is told of them.
func pick(t *testing.T, archive fs.FS, dir string, ids []string) {
	t.Helper()
	put(t, filepath.Join(dir, "site.toml"), []byte("title = \"t\"\n"))
	err := fs.WalkDir(archive, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for _, id := range ids {
			slug, year, _ := strings.Cut(id, "/")
			before, rest, of := strings.Cut(path.Dir(p)+"/", "/"+slug+"/")
			if !of || before == "content/pages" {
				continue
			}
			if base := path.Base(p); base == "agency.toml" || strings.HasPrefix(base, year+".") || strings.HasPrefix(rest, year+"/") || strings.HasPrefix(rest, "captures/"+year+"/") {
				b, err := fs.ReadFile(archive, p)
				if err != nil {
					return err
				}
				put(t, filepath.Join(dir, filepath.FromSlash(p)), b)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// lines are the reports of an archive, one a line.
func lines(t *testing.T, dir string) string {
	t.Helper()
	r, err := take(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Troubles {
		t.Errorf("%s: %s (%s)", at(m), m.Message, m.Code)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "# report form layout coverage | cells: plain recovered garbled missing | guards | findings")
	for _, p := range r.Reports {
		fmt.Fprintf(&b, "%s %s %s %.4f | %d %d %d %d | %s | %s\n", p.ID, p.Form, p.Layout, p.Coverage,
			p.Plain, p.Recovered, p.Garbled, p.Missing, rules(p.Guards), rules(p.Findings))
	}
	return b.String()
}

// rules are the ids of the rules that spoke, each once.
func rules(ms []Remark) string {
	var ids []string
	for _, m := range ms {
		ids = append(ids, m.Code)
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), " ")
}
