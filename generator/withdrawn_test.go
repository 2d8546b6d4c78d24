package generator_test

import (
	"bytes"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ogi/generator/internal/specimen"
)

// A report that is taken down, the newest, the only one, all of them, with its
// file still there or gone, leaves no picture, badge or link that leads nowhere;
// the addresses that others show as pictures stay.
func TestAWithdrawnReportLeavesNothingMissing(t *testing.T) {
	for name, c := range map[string]struct {
		years, withdrawn []int
		gone             bool
	}{
		"none":                {years: []int{2022, 2023, 2024}},
		"newest":              {years: []int{2022, 2023, 2024}, withdrawn: []int{2024}},
		"newest, file gone":   {years: []int{2022, 2023, 2024}, withdrawn: []int{2024}, gone: true},
		"middle":              {years: []int{2022, 2023, 2024}, withdrawn: []int{2023}},
		"only report":         {years: []int{2024}, withdrawn: []int{2024}},
		"only one, file gone": {years: []int{2024}, withdrawn: []int{2024}, gone: true},
		"all":                 {years: []int{2022, 2023}, withdrawn: []int{2022, 2023}},
		"no report":           {},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write := func(name string, b []byte) {
				t.Helper()
				name = filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, b, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			write("site.toml", []byte("title = \"某\"\nbadges = \"families\"\n"))
			write("content/pages/about.md", []byte("# 关于\n"))
			var last *specimen.Specimen
			for _, y := range []int{2022, 2023, 2024} {
				last = specimen.Random(uint64(y), specimen.Options{Year: y, Previous: last, Max: 40, Agency: "青溪县司法局"})
				report := last.MustWrite(specimen.Tab)
				if slices.Contains(c.years, y) && !(c.gone && slices.Contains(c.withdrawn, y)) {
					write(fmt.Sprintf("content/a/%d.txt", y), report)
				}
				if slices.Contains(c.withdrawn, y) {
					meta := "withdrawn = \"误含个人信息\"\n"
					if !c.gone {
						write(fmt.Sprintf("content/a/%d-first.txt", y), report)
						meta += fmt.Sprintf("[[file]]\npath = \"%d-first.txt\"\nrole = \"earlier\"\n[[file]]\npath = \"%d.txt\"\nrole = \"main\"\n", y, y)
					}
					write(fmt.Sprintf("content/a/%d.toml", y), []byte(meta))
				}
			}
			write("content/a/agency.toml", []byte("name = \"青溪县司法局\"\nregion = \"410403\"\n"))
			out := filepath.Join(dir, "public")
			build(t, dir, out)
			site := treeOf(t, out)
			leads := 0
			for p := range site {
				if strings.HasSuffix(p, ".html") {
					leads += resolve(t, site, out, p)
				}
				if strings.HasPrefix(p, "originals/") && slices.ContainsFunc(c.withdrawn, func(y int) bool { return strings.Contains(p, fmt.Sprint(y)) }) {
					t.Errorf("%s is still there", p)
				}
			}
			if leads < 500 {
				t.Errorf("only %d links were looked at", leads)
			}
			kept := []string{"agencies/a/badge.svg", "agencies/a/endpoint.json", "agencies/a/badge-cross-footing.svg"}
			for _, y := range c.years {
				kept = append(kept, fmt.Sprintf("agencies/a/%d/badge.svg", y), fmt.Sprintf("agencies/a/%d/endpoint.json", y), fmt.Sprintf("agencies/a/%d/index.html", y))
			}
			for _, p := range kept {
				if _, there := site[p]; !there {
					t.Errorf("%s is gone: others show it", p)
				}
			}
		})
	}
}

// resolve looks at every address that a page names, and counts them.
func resolve(t *testing.T, site tree, out, p string) (n int) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(p)))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for e := range doc.Descendants() {
		for _, a := range e.Attr {
			if a.Key != "href" && a.Key != "src" {
				continue
			}
			u, err := url.Parse(a.Val)
			if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" {
				continue
			}
			n++
			if _, there := site[path.Join(path.Dir(p), u.Path)]; !there {
				t.Errorf("%s: <%s> names %s, which is not there", p, e.Data, a.Val)
			}
		}
	}
	return n
}
