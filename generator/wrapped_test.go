package generator_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
)

// A page that could run something goes out in a zip, the bytes that were judged
// in it; one that could not, as it is. A file that runs something of itself is
// not offered. The page says so.
func TestWhatMayRunIsNotOfferedAsItIs(t *testing.T) {
	s := specimen.Random(7, specimen.Options{Year: 2024, Max: 40})
	plain, cms := s.MustWrite(specimen.HTML), s.MustWrite(specimen.CMS)
	pdf := s.MustWrite(specimen.PDF)
	acting := append(pdf[:len(pdf):len(pdf)], "9 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n"...)
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	for name, b := range map[string][]byte{
		"site.toml":             []byte("title = \"某\"\n"),
		"content/a/agency.toml": []byte("name = \"青溪镇司法所\"\n"), "content/a/2024.html": plain,
		"content/b/agency.toml": []byte("name = \"青溪镇财政所\"\n"), "content/b/2024.html": cms,
		"content/c/agency.toml": []byte("name = \"青溪镇中心\"\n"), "content/c/2024.pdf": acting,
		"content/d/agency.toml": []byte("name = \"青溪镇卫生院\"\n"), "content/d/2024.pdf": pdf,
	} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build(t, dir, out)
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	if !bytes.Equal(read("originals/a/2024.html.txt"), plain) || !bytes.Equal(read("originals/d/2024.pdf"), pdf) {
		t.Error("what can do nothing is not offered as it is")
	}
	b := read("originals/b/2024.html.txt.zip")
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil || len(z.File) != 1 || z.File[0].Name != "2024.html.txt" {
		t.Fatalf("%v %v", z, err)
	}
	r, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if in, err := io.ReadAll(r); err != nil || !bytes.Equal(in, cms) {
		t.Errorf("other bytes in the zip: %v", err)
	}
	if es, _ := os.ReadDir(filepath.Join(out, "originals", "c")); len(es) > 0 {
		t.Errorf("a file that acts is offered: %v", es)
	}
	for name, words := range map[string]string{"a": "", "b": "放在 zip 里", "c": "打开时会运行程序", "d": ""} {
		html := string(read("agencies/" + name + "/2024/index.html"))
		for _, w := range []string{"放在 zip 里", "打开时会运行程序"} {
			if got := strings.Contains(html, w); got != (w == words) {
				t.Errorf("%s says %q: %v", name, w, got)
			}
		}
	}
}
