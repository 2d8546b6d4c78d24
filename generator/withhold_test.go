package generator_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/internal/specimen"
)

const (
	mobileNumber = "13800138000"
	identityCard = "11010519491231002X"
)

// leaky writes an archive of two years whose second report tells personal
// numbers wherever a report can tell something.
func leaky(t *testing.T, kind specimen.Kind, notes string) string {
	t.Helper()
	dir := t.TempDir()
	first := specimen.Random(1, specimen.Options{Year: 2023, Max: 40})
	second := specimen.Random(2, specimen.Options{Year: 2024, Max: 40, Previous: first, Agency: first.Agency})
	body := string(second.MustWrite(kind))
	at := strings.Index(body, "二、主动公开")
	if at < 0 {
		t.Fatal("no section two")
	}
	words := "联系人李某，电话" + mobileNumber + "，身份证号" + identityCard + "。"
	if kind == specimen.HTML {
		at = strings.LastIndex(body[:at], "<")
		words = "<p>" + words + "</p>\n<table><tr><td>联系</td><td>" + mobileNumber + "</td></tr></table>\n" +
			"<!-- 经办人手机" + mobileNumber + " --><script>var tel=\"" + mobileNumber + "\";</script>\n" +
			"<p>电话<span>138</span><b>0013</b><i>8000</i>，或１３８００１３８０００。</p><p>手机1380013<br>8000</p><p>手机：138001</p><p>38000</p>\n" +
			"<table><tr><td>联系电话</td><td>138</td><td>0013</td><td>8000</td></tr></table>\n"
	} else {
		words += "\n" + mobileNumber + "\n李某（138-0013-8000，138 0013 8000，１３８００１３８０００）身份证号110105 19491231 002X\n手机1380013\n8000\n"
	}
	for name, b := range map[string]string{
		"site.toml":                   "title = \"某\"\nbase_url = \"https://example.org/\"\n",
		"content/a/agency.toml":       "name = \"" + first.Agency + "\"\nregion = \"410403\"\n",
		"content/a/2023" + kind.Ext(): string(first.MustWrite(kind)),
		"content/a/2024" + kind.Ext(): body[:at] + words + body[at:],
		"content/a/2024.notes.toml":   notes,
		"content/a/2024.toml":         "[[file]]\npath = \"2024" + kind.Ext() + "\"\nrole = \"main\"\n[[file]]\npath = \"before.txt\"\nrole = \"earlier\"\n",
		"content/a/before.txt":        body[:at] + "\n" + mobileNumber + "\n" + body[at:],
		"content/b/agency.toml":       "name = \"另一机关\"\nregion = \"410403\"\n",
		"content/b/2024" + kind.Ext(): body[:at] + words + body[at:],
	} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(b), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// holding are the files of a tree that hold some of the words, in any case and
// with markup between their characters taken out.
func holding(t *testing.T, dir string, words ...string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		text := strings.ToUpper(string(b))
		bare := run(untagged(text))
		for _, w := range words {
			if strings.Contains(text, w) || strings.Contains(bare, w) {
				rel, _ := filepath.Rel(dir, p)
				files = append(files, filepath.ToSlash(rel))
				break
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

// run makes digits plain and takes out what may stand between them.
func run(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		case strings.ContainsRune(" \t\n\r-—\u00a0\u3000|", r):
			return -1
		}
		return r
	}, s)
}

func untagged(s string) string {
	var b strings.Builder
	in := false
	for _, c := range s {
		switch {
		case c == '<':
			in = true
		case c == '>':
			in = false
		case !in:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// Not one file of the site repeats a personal number, and neither the files
// that hold one nor their lines are there.
func TestPersonalNumbersAreNotPublished(t *testing.T) {
	for _, kind := range []specimen.Kind{specimen.Tab, specimen.Pipe, specimen.Lines, specimen.HTML} {
		t.Run(string(kind), func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "site")
			build(t, leaky(t, kind, ""), out)
			if got := holding(t, out, mobileNumber, identityCard); len(got) > 0 {
				t.Errorf("a number stands in %v", got)
			}
			page, err := os.ReadFile(filepath.Join(out, "agencies/a/2024/index.html"))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"1**********", "原件和逐行原文暂不提供", "含个人信息"} {
				if !strings.Contains(string(page), want) {
					t.Errorf("the page does not say %s", want)
				}
			}
			for _, banned := range []string{"download", `id="L1"`, `id=L1`, `href="#L`, `href=#L`} {
				if strings.Contains(string(page), banned) {
					t.Errorf("the page has %s", banned)
				}
			}
			if n := len(holding(t, filepath.Join(out, "originals"), "年")); n != 1 {
				t.Errorf("%d originals, want that of 2023 alone", n)
			}
		})
	}
}

// A reviewed note that explains each number releases the report and nothing else.
func TestAReviewedNoteReleasesAReport(t *testing.T) {
	notes := ""
	for _, value := range sealed(t, leaky(t, specimen.Tab, "")) {
		notes += fmt.Sprintf("[[note]]\nrule = \"personal-data\"\nstatus = \"explained\"\nvalue = %q\ntext = \"值班电话\"\nby = \"某\"\ndate = \"2025-03-01\"\n", value)
	}
	out := filepath.Join(t.TempDir(), "site")
	dir := leaky(t, specimen.Tab, notes)
	build(t, dir, out)
	got := holding(t, out, mobileNumber)
	for _, f := range got {
		if strings.Contains(f, "/b/") {
			t.Errorf("the other agency's number stands in %s", f)
		}
	}
	if !slices.Contains(got, "agencies/a/2024/index.html") || !slices.Contains(got, "originals/a/2024.txt") {
		t.Errorf("released, yet it stands only in %v", got)
	}
}

// A note released one number; another in its place is another matter.
func TestANoteReleasesNoOtherNumber(t *testing.T) {
	notes := ""
	for _, value := range sealed(t, leaky(t, specimen.Tab, "")) {
		notes += fmt.Sprintf("[[note]]\nrule = \"personal-data\"\nstatus = \"explained\"\nvalue = %q\ntext = \"值班电话\"\nby = \"某\"\ndate = \"2025-03-01\"\n", value)
	}
	for _, name := range []string{"content/a/2024.txt", "content/a/before.txt"} {
		dir := leaky(t, specimen.Tab, notes)
		p := filepath.Join(dir, name)
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		const other = "13900139001"
		if err := os.WriteFile(p, []byte(strings.Replace(string(b), mobileNumber, other, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "site")
		build(t, dir, out)
		if got := holding(t, out, other); len(got) > 0 {
			t.Errorf("%s: the new number stands in %v", name, got)
		}
	}
}

// sealed are the values that notes on the personal data of a/2024 are bound to.
func sealed(t *testing.T, dir string) []string {
	t.Helper()
	judged, _, err := generator.Judge(t.Context(), generator.Request{Paths: []string{filepath.Join(dir, "content/a/2024.txt")}})
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, j := range judged {
		for _, f := range j.Judgement.Findings {
			if f.Rule.ID == check.PersonalData {
				values = append(values, f.Value())
			}
		}
	}
	return values
}
