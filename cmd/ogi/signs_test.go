package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ogi/generator/sign"
)

// names are what a folder or file may be called to harm who reads its path.
var names = []string{
	"甲\n::error ::名", "乙\r::warning::名", "丙\x1b[31m\x1b]0;名\x07", "丁\u202etxt.\u2066名\u200f\u061c", "::error::戊",
	"己 ##[error]名", "%0A%0D::error::庚", "<script>alert(1)<img src=x onerror=x>", "辛]]>&<b>", `壬"'` + "`$(x)", "😀\u2028癸\u2029",
	strings.Repeat("长", 80), "无效\xff\xed\xa0\x80", "\u0085\u009b31m子", "[丑](javascript:x)|*_", "\tname",
}

// hostile is an archive whose folders have such names and whose reports hold
// the same characters, and a folder of drafts.
func hostile(t *testing.T) (dir, drafts string) {
	t.Helper()
	top := t.TempDir()
	dir, drafts = filepath.Join(top, "archive"), filepath.Join(top, "drafts")
	text, err := os.ReadFile(filepath.Join(testdata, "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	put := func(name, text string) {
		t.Helper()
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o644)
		}
		if err != nil {
			t.Skipf("this system has no such names: %v", err)
		}
	}
	put(filepath.Join(dir, "site.toml"), "title = \"某\\u202E档案\"\nbase_url = \"https://example.org/\"\n")
	put(filepath.Join(dir, "content/pages/about.md"), "# 关于\u202e\n\n甲\x1b乙\u2066\n")
	for i, n := range names {
		slug := fmt.Sprintf("a%02d", i)
		own := fmt.Sprintf("卫东区司法局%d\u202e\x1b", i)
		report := strings.ReplaceAll(string(text), "卫东区司法局", own)
		report = strings.Replace(report, "二、主动公开", "::error ::正文\u202e\n##[error]正文在在\x1b[2J\u009b\n"+strings.ToValidUTF8(n, "")+"\n二、主动公开", 1)
		in := filepath.Join(dir, "content", n, slug)
		put(filepath.Join(in, "agency.toml"), fmt.Sprintf("name = \"卫东区司法局%d\\u202E\"\nregion = \"410403\"\naliases = [\"%s\"]\n", i, "别\\u001b名"))
		put(filepath.Join(in, "2024.txt"), strings.Replace(report, "总计", "总\u202e计", 1))
		put(filepath.Join(in, "2023.bin"), "\x00\x01")
		put(filepath.Join(in, "2022.txt"), "")
		put(filepath.Join(in, "2024.toml"), "x\u202e = 1\nedition = \"\\u001b\"\n")
		put(filepath.Join(drafts, n, n+".txt"), report)
	}
	put(filepath.Join(drafts, names[0]+".zip"), "PK\x03\x04")
	return dir, drafts
}

// call runs a command and gives what it prints, standard output first.
func call(t *testing.T, args ...string) (out, talk string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, streams{strings.NewReader(""), &o, &e})
	return o.String(), e.String(), code
}

var obeyed = regexp.MustCompile(`(?m)^\s*::|##\[`)

// raw is what in a text a reader could not see, or a build service would obey.
func raw(s string) error {
	if !utf8.ValidString(s) {
		return errors.New("is no valid UTF-8")
	}
	if at := strings.IndexFunc(s, func(r rune) bool { return r != '\n' && r != '\t' && sign.Needs(r) }); at >= 0 {
		return fmt.Errorf("holds %q", s[max(at-60, 0):min(at+20, len(s))])
	}
	return nil
}

// Whatever a file is called and a report holds: what commands print moves no
// cursor, turns no text, begins no line of its own and gives no command.
func TestNothingPrintedIsObeyed(t *testing.T) {
	dir, drafts := hostile(t)
	out := filepath.Join(t.TempDir(), names[0])
	bad := filepath.Join(dir, "content", names[0])
	for _, args := range [][]string{
		{"build", "--dir", dir, "-v"},
		{"check", "--dir", dir, "--all"},
		{"check", "--dir", dir, "--lang", "en"},
		{"check", dir, "--write-baseline", filepath.Join(dir, names[0])},
		{"check", "--draft", drafts, "--out", out},
		{"check", "--draft", drafts, "--out", out, "--previous", filepath.Join(dir, "content")},
		{"check", drafts},
		{"inspect", "--dir", dir},
		{"sum", "--dir", dir, "--out", out + ".xlsx"},
		{"sum", drafts, "--out", out + ".xlsx"},
		{"add", "--dir", dir, drafts},
		{"add", "--dir", dir, drafts, "--yes", "--region", "410403"},
		{"transcribe", filepath.Join(bad, "a00", "2023.bin"), "--out", out + "t.xlsx"},
		{"transcribe", "--dir", dir, "a00/2024"},
		{"transcribe", "--read", filepath.Join(bad, "a00", "2024.txt"), "--by", "某", "--dir", dir},
		{"verify", bad},
		{"build", "--dir", bad},
		{"check", filepath.Join(dir, "无\n::error ::此")},
		{"check", "无\n::error ::此"},
		{"check", "::error::此"},
		{"check", "--dir", dir, "--baseline", bad},
		{"check", "--dir", dir, "--since", names[0]},
		{"serve", "--addr", names[0]},
		{"new", "archive", bad},
		{"new", "archive", out + "new"},
		{"new", "agency", names[0], "--dir", dir},
		{"explain", names[0]},
		{names[0]},
		{"build", "--" + names[2]},
	} {
		o, e, _ := call(t, args...)
		for _, s := range []string{o, e} {
			err := raw(s)
			if m := obeyed.FindStringIndex(s); m != nil && err == nil {
				err = fmt.Errorf("gives a command: %q", s[max(m[0]-60, 0):min(m[1]+40, len(s))])
			}
			if err != nil {
				t.Errorf("%.60q: %v", args, err)
			}
			for l := range strings.Lines(s) {
				if l = strings.TrimSpace(l); strings.HasPrefix(l, "error ::名") || strings.HasPrefix(l, "warning::名") {
					t.Errorf("%.60q: a name begins a line: %q", args, l)
				}
			}
		}
		if o+e == "" {
			t.Errorf("%.60q printed nothing", args)
		}
	}
	if b, err := os.ReadFile(filepath.Join(dir, "public/agencies/a00/2024/index.html")); err != nil || !strings.Contains(string(b), "卫东区司法局0⟨U+202E⟩") || !strings.Contains(string(b), "正文在在␛[2J⟨U+009B⟩") {
		t.Errorf("no signs on the page of a report: %v", err)
	}
	files(t, out)
	files(t, filepath.Join(dir, "public"))
	files(t, filepath.Dir(out))
}

// files looks at every file below dir that the program wrote.
func files(t *testing.T, dir string) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.Contains(filepath.ToSlash(p), "/originals") {
			return nil
		}
		if err := raw(d.Name()); err != nil && p != dir && !slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(d.Name(), n) }) {
			t.Errorf("the name %q %v", d.Name(), err)
		}
		if d.IsDir() {
			return nil
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		seen++
		if err := sound(filepath.Ext(p), b); err != nil {
			t.Errorf("%q: %v", p[len(dir):], err)
		}
		return nil
	})
	if err != nil || seen < 2 {
		t.Errorf("%q: %d files, %v", dir, seen, err)
	}
}

// sound reports what is wrong with a file of that kind.
func sound(ext string, b []byte) error {
	switch ext {
	case ".xlsx", ".docx", ".zip":
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return err
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				return err
			}
			part, err := io.ReadAll(r)
			if kind := ".xml"; err == nil {
				if ext == ".zip" {
					kind = filepath.Ext(f.Name)
				}
				err = sound(kind, part)
			}
			if err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
		}
		return nil
	case ".xml", ".svg":
		if err := wellFormed(b); err != nil {
			return err
		}
	case ".json":
		if !json.Valid(b) {
			return errors.New("is no JSON")
		}
	}
	return raw(strings.ReplaceAll(string(b), "\r", ""))
}

func wellFormed(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// annotation is how each line for a workflow begins: what is wrong with a file, what
// was found in one.
var annotation = regexp.MustCompile(`^::(error|warning|notice) file=`)

// Every format stays what it is, whatever it carries.
func TestFormatsCarryAnyName(t *testing.T) {
	dir, _ := hostile(t)
	for _, format := range []string{"json", "sarif", "junit", "github"} {
		out, _, _ := call(t, "check", "--dir", dir, "--format", format, "--all")
		if err := raw(out); err != nil {
			t.Errorf("%s %v", format, err)
		}
		var err error
		switch format {
		case "json", "sarif":
			err = sound(".json", []byte(out))
		case "junit":
			err = wellFormed([]byte(out))
		case "github":
			for l := range strings.Lines(out) {
				if !annotation.MatchString(l) || strings.Count(l, "::") != 2 && !strings.Contains(l, "正文") {
					t.Errorf("an annotation of its own: %q", l)
				}
			}
		}
		if err != nil || len(out) < 1000 {
			t.Errorf("%s: %d bytes, %v", format, len(out), err)
		}
	}
	out, _, _ := call(t, "inspect", "--dir", dir, "--json")
	for l := range strings.Lines(out) {
		if err := sound(".json", []byte(l)); err != nil {
			t.Error(err)
		}
	}
}

// No line is printed but through show, or a screen, which show what nobody sees.
func TestEverythingIsPrintedByShow(t *testing.T) {
	es, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range es {
		if strings.HasSuffix(name, "_test.go") || slices.Contains([]string{"plain.go", "screen.go", "explain.go"}, name) {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range strings.Split(string(b), "\n") {
			if strings.Contains(l, "fmt.Fprint") || strings.Contains(l, "fmt.Print") {
				t.Errorf("%s:%d: print with show", name, i+1)
			}
		}
	}
}
