package generator

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every file of a site counts once, under the kind that its path says; a report's
// share is its pages, badges and files.
func TestSizesCountEveryFileOnce(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"agencies/a/2024/index.html": "报告页", "agencies/a/2024/earlier-1/index.html": "报告页",
		"agencies/a/index.html": "机关页", "agencies/a/2024/badge.svg": "徽标", "agencies/a/endpoint.json": "徽标",
		"agencies/a/badges.svg": "徽标", "originals/a/2024.txt": "原件", "rules/index.html": "规则页", "rules/r/index.html": "规则页",
		"index.html": "列表页", "agencies/index.html": "列表页", "agencies/page/2/index.html": "列表页", "years/2024/index.html": "列表页",
		"regions/410403/index.html": "列表页", "coverage/index.html": "列表页",
		"assets/js/site.js": "素材", "data/reports.csv": "开放数据", "about/index.html": "其他", "404.html": "其他", "sitemap.xml": "其他",
	} {
		if got := sizeNames[sizeKind(name)]; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(strings.Repeat("文", 1000)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s, err := SizesOf(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	if s.Sum.Files != 20 || s.Sum.Bytes != 60_000 || s.Report.Files != 3 || s.Report.Bytes != 9000 {
		t.Errorf("%d files of %d bytes, a report %v", s.Sum.Files, s.Sum.Bytes, s.Report)
	}
	for _, k := range s.Kinds {
		if page := strings.HasSuffix(k.Name, "页"); page != (k.Gzip > 0) || k.Gzip >= k.Bytes {
			t.Errorf("%s: %d bytes, %d compressed", k.Name, k.Bytes, k.Gzip)
		}
	}
	if _, err := SizesOf(filepath.Join(dir, "none"), 1); err == nil {
		t.Error("a folder that is not there has sizes")
	}
}

// A site is warned of before it is too large, with how many reports still fit.
func TestSizesWarnBeforeTheLimit(t *testing.T) {
	var s Sizes
	s.All = 70_000
	for _, c := range []struct {
		bytes int64
		want  string
	}{
		{800_000_000, ""},
		{800_000_001, "80%，大约还放得下2857份"},
		{999_999_999, "99%，大约还放得下0份"},
		{1_000_000_000, "100%，大约还放得下0份"},
		{1_000_000_001, "大于1 GB"},
	} {
		s.Sum.Bytes = c.bytes
		ds := s.Near("public", HostLimit)
		if (len(ds) == 0) != (c.want == "") || len(ds) > 0 && !strings.Contains(ds[0].Message, c.want) {
			t.Errorf("%d bytes: %v, want %q", c.bytes, ds, c.want)
		}
	}
	s = Sizes{Sum: SizeKind{Bytes: 900_000_000}}
	if ds := s.Near("public", HostLimit); len(ds) != 1 || strings.Contains(ds[0].Message, "还放得下") {
		t.Errorf("without reports: %v", ds)
	}
}
