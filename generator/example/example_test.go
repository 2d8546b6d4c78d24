package example_test

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/example"
	"ogi/generator/internal/specimen"
	"ogi/generator/ledger"
)

func files(t *testing.T) []disk.File {
	t.Helper()
	fs, err := example.Files()
	if err != nil {
		t.Fatal(err)
	}
	return fs
}

func TestTheSameEachTime(t *testing.T) {
	a, b := files(t), files(t)
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(a[i].Bytes, b[i].Bytes) {
			t.Fatalf("%s differs", a[i].Path)
		}
	}
}

// There are forty bodies and five years in every kind of file, the list of what is
// held has each of them, and each says that it is invented.
func TestWhatItHolds(t *testing.T) {
	bodies, kinds, years := 0, map[string]int{}, map[string]int{}
	held := map[string]bool{}
	for _, f := range files(t) {
		switch base := path.Base(f.Path); {
		case base == "agency.toml":
			bodies++
		case f.Path == ledger.Path:
			ls, err := ledger.Parse(f.Bytes)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range ls {
				held[l.Path] = true
			}
		case strings.HasPrefix(base, "20") && path.Ext(base) != ".toml":
			kinds[path.Ext(base)]++
			years[base[:4]]++
		}
	}
	if bodies != 40 || len(years) != 5 {
		t.Errorf("%d bodies, %v", bodies, years)
	}
	for _, k := range specimen.Kinds {
		if kinds[k.Ext()] == 0 {
			t.Errorf("no %s", k.Ext())
		}
	}
	for _, f := range files(t) {
		if base := path.Base(f.Path); strings.HasPrefix(base, "20") || strings.HasPrefix(base, "corrected") {
			if path.Ext(base) != ".toml" && !held[f.Path] {
				t.Errorf("%s is not on the list", f.Path)
			}
		}
	}
}

// What is planted is found, and of the rest nothing is said to be wrong.
func TestWhatIsPlantedIsFound(t *testing.T) {
	dir := t.TempDir()
	for _, f := range append(files(t), disk.File{Path: "site.toml", Bytes: []byte("title = \"例\"\n[deadlines.townships]\n990101 = \"01-31\"\n")}) {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	js, ds, err := generator.Judge(t.Context(), generator.Request{Paths: []string{dir}})
	ds = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.Code == "garbled-cell" }) // planted too
	if err != nil || len(ds) > 0 || len(js) != 197 {
		t.Fatalf("%d judged, %v %v", len(js), ds, err)
	}
	found, said := map[string][]string{}, map[string][]string{}
	for _, j := range js {
		for _, f := range j.Judgement.Findings {
			id := fmt.Sprintf("%s/%d", j.Entry.Agency.Slug, j.Entry.Year)
			said[id] = append(said[id], f.Rule.ID)
			if f.Status == check.Fail {
				found[id] = append(found[id], f.Rule.ID)
			}
		}
	}
	planted := map[string]string{
		"xugou-jyj/2025": "outcomes-total", "xugou-nyncj/2022": "outcomes-total", "xugou-swj/2024": "applicant-total",
		"xugou-czj/2025": "text-received", "xugou-wlj/2023": "remedies-total", "xugou-slj/2023": "carry-over-continuity",
		"xugou-gxj/2024": "late-department", "xugou-wuyou-zhen/2023": "late-township",
	}
	for id, rule := range planted {
		if !slices.Contains(said[id], rule) {
			t.Errorf("%s: %s does not speak, only %q", id, rule, said[id])
		}
		delete(found, id)
	}
	for id, rules := range found {
		t.Logf("%s: %q", id, rules)
	}
	if len(found) > 8 {
		t.Errorf("%d reports in which nothing was planted have discrepancies", len(found))
	}
}
