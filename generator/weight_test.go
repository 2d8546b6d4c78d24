package generator_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"ogi/generator"
)

// What a report takes: a page within 48 KB, 12 as a server sends it, and with badge
// and file 70; on a lean site 40, which build --sizes tells beforehand.
func TestWhatAReportTakes(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	specimens(t, dir, 80, 1)
	sizes := func() generator.Sizes {
		s, err := generator.SizesOf(out, build(t, dir, out).Reports)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	full := sizes()
	if p := full.Kinds[0]; p.Name != "报告页" || p.Files != 80 || p.Bytes > 80*48_000 || p.Gzip > 80*12_000 {
		t.Errorf("%s: %d files, %d bytes, %d as sent", p.Name, p.Files, p.Bytes, p.Gzip)
	}
	if full.Report.Bytes > 70_000 || full.Report.Files != 2.25 {
		t.Errorf("a report takes %.0f bytes in %.2f files", full.Report.Bytes, full.Report.Files)
	}
	if full.All <= full.Report.Bytes || full.Fits(generator.HostLimit) < 10_000 {
		t.Errorf("with all that grows %.0f bytes, %d fit", full.All, full.Fits(generator.HostLimit))
	}
	name := filepath.Join(dir, "site.toml")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(b, "profile = \"lean\"\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	lean := sizes()
	if lean.Report.Bytes > 40_000 || lean.Report.Files != 1.25 || lean.Lean != 0 {
		t.Errorf("a lean report takes %.0f bytes in %.2f files", lean.Report.Bytes, lean.Report.Files)
	}
	if off := math.Abs(lean.Report.Bytes-full.Lean) / lean.Report.Bytes; off > .03 {
		t.Errorf("a lean report was to take %.0f bytes, and takes %.0f", full.Lean, lean.Report.Bytes)
	}
}
