package office

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/internal/specimen"
	"ogi/generator/office/opinion"
)

// draftsOf reads a folder of drafts of three units of 青禾县, by unit.
func draftsOf(t *testing.T, dir, out string) (map[string]opinion.Case, []opinion.Stray) {
	t.Helper()
	list := filepath.Join(t.TempDir(), "units.csv")
	put(t, list, "单位,简称\n青禾县司法局,司法局\n青禾县教育局,教育局\n青禾县水利局,水利局\n")
	d, _, err := Read(context.Background(), Request{Dir: dir, Roster: list, Out: out, Year: 2024})
	if err != nil {
		t.Fatal(err)
	}
	if out != "" {
		if _, err := opinion.Write(out, d.Folder); err != nil {
			t.Fatal(err)
		}
	}
	cases := map[string]opinion.Case{}
	for _, c := range d.Folder.Cases {
		cases[strings.TrimPrefix(c.Unit.Name, "青禾县")] = c
	}
	return cases, d.Folder.Strays
}

// version is the text of one version of a unit's report.
func version(unit string, seed uint64, year int) string {
	return string(specimen.Random(seed, specimen.Options{Agency: "青禾县" + unit, Year: year, Max: 9}).MustWrite(specimen.Tab))
}

func TestOfSeveralFilesTheReportOfTheYearIsTheDraft(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "司法局", "参考", "年报.txt"), version("司法局", 1, 2023))
	put(t, filepath.Join(dir, "司法局", "年报.txt"), version("司法局", 2, 2024))
	put(t, filepath.Join(dir, "教育局年报（初稿）.txt"), version("教育局", 3, 2024))
	put(t, filepath.Join(dir, "教育局年报（最终）.txt"), version("教育局", 4, 2024))
	put(t, filepath.Join(dir, "水利局", "年报.txt"), version("水利局", 5, 2024))
	put(t, filepath.Join(dir, "水利局", "年报(1).txt"), version("水利局", 5, 2024))
	cases, _ := draftsOf(t, dir, "")
	for unit, want := range map[string][2]string{
		"司法局": {"司法局/年报.txt", "另有文件未核对：司法局/参考/年报.txt（写明是2023年）"},
		"教育局": {"教育局年报（最终）.txt", "另有文件未核对：教育局年报（初稿）.txt（如应以它为准，请移走其他文件）"},
		"水利局": {"水利局/年报(1).txt", "内容相同的另一份：水利局/年报.txt"},
	} {
		if c := cases[unit]; c.File != want[0] || !slices.Equal(c.Notes, want[1:]) {
			t.Errorf("%s: %s %q, want %s", unit, c.File, c.Notes, want)
		}
	}
}

func TestALaterFileIsTheDraftOfTheNextRound(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	put(t, filepath.Join(dir, "司法局（定稿）.txt"), version("司法局", 1, 2024))
	put(t, filepath.Join(dir, "教育局.txt"), version("教育局", 2, 2024))
	draftsOf(t, dir, out)
	put(t, filepath.Join(dir, "司法局（再改）.txt"), version("司法局", 3, 2024))
	for range 2 { // the same drafts once more are the same round
		cases, _ := draftsOf(t, dir, out)
		if got := cases["司法局"].File; got != "司法局（再改）.txt" {
			t.Errorf("the draft is %s", got)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "第3轮")); err == nil {
		t.Error("there is a third round")
	}
}

func TestDraftsAreReadFromAZip(t *testing.T) {
	dir := t.TempDir()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"报送/2024年报.txt": version("水利局", 5, 2024), "报送/Thumbs.db": "x", "__MACOSX/._2024年报.txt": "x"} {
		gbk, _ := simplifiedchinese.GBK.NewEncoder().String(name)
		w, err := z.CreateHeader(&zip.FileHeader{Name: gbk, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(text))
	}
	_ = z.Close()
	put(t, filepath.Join(dir, "水利局.zip"), b.String())
	put(t, filepath.Join(dir, "司法局.zip"), "PK\x03\x04 torn")
	put(t, filepath.Join(dir, "~$司法局.docx"), "lock")
	cases, strays := draftsOf(t, dir, "")
	if c := cases["水利局"]; c.File != "水利局.zip/报送/2024年报.txt" || c.Entry == nil || len(c.Notes) > 0 {
		t.Errorf("水利局: %s %v %q", c.File, c.Entry, c.Notes)
	}
	if c := cases["司法局"]; c.Entry != nil || len(c.Unreadable) != 1 || len(strays) > 0 {
		t.Errorf("司法局: %q, strays %v", c.Unreadable, strays)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
