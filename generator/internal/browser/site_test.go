package browser

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

// site is the site of this repository's own archive, built once.
var site = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "ogi-site-")
	if err != nil {
		return "", err
	}
	dir, err = filepath.EvalSymlinks(dir)
	if err != nil {
		return "", err
	}
	_, ds, err := generator.Build(context.Background(), generator.Options{
		Dir: filepath.Join("..", "..", ".."), Out: filepath.Join(dir, "site"), Files: ogi.Files,
	})
	for _, d := range ds {
		if d.Level == diag.Error {
			err = errors.Join(err, errors.New(d.String()))
		}
	}
	return filepath.Join(dir, "site"), err
})

// builtFrom is the site of another archive, in a folder of its own.
func builtFrom(t *testing.T, dir string) string {
	t.Helper()
	out, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	out = filepath.Join(out, "public")
	if _, _, err := generator.Build(t.Context(), generator.Options{Dir: dir, Out: out, Files: ogi.Files}); err != nil {
		t.Fatal(err)
	}
	return out
}

// remove removes the site.
func remove() {
	if dir, _ := site(); dir != "" {
		os.RemoveAll(filepath.Dir(dir))
	}
}

func built(t *testing.T) string {
	t.Helper()
	dir, err := site()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// files are the site's files below dir with that ending, as slash paths.
func files(t *testing.T, dir, ext string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(p, ext) {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// A link is an address that a page names.
type link struct{ from, element, to string }

// read gives the ids that a page defines and the addresses it names.
func read(t *testing.T, dir, page string) (ids map[string]bool, links []link) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	ids = map[string]bool{}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				if ids[a.Val] {
					t.Errorf("%s: two elements have the id %q", page, a.Val)
				}
				ids[a.Val] = true
			case "href", "src", "srcset", "action", "poster", "data":
				links = append(links, link{page, n.Data, a.Val})
			}
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Errorf("%s: <%s %s=…> would be blocked by the policy", page, n.Data, a.Key)
			}
		}
	}
	return ids, links
}

func TestEveryLinkResolves(t *testing.T) {
	dir := built(t)
	pages := files(t, dir, ".html")
	ids := map[string]map[string]bool{}
	var links []link
	for _, p := range pages {
		var ls []link
		ids[p], ls = read(t, dir, p)
		links = append(links, ls...)
	}
	linked := map[string]bool{}
	for _, l := range links {
		u, err := url.Parse(l.to)
		if err != nil {
			t.Errorf("%s: <%s> names %q: %v", l.from, l.element, l.to, err)
			continue
		}
		if u.Scheme != "" || u.Host != "" {
			if l.element != "a" && !canonical(l) && u.Scheme != "data" {
				t.Errorf("%s: <%s> would fetch %s", l.from, l.element, l.to)
			}
			continue
		}
		// 404.html is served at any depth, so its links are from the root.
		target := strings.TrimPrefix((&url.URL{Path: "/" + l.from}).ResolveReference(u).Path, "/")
		if strings.HasSuffix(u.Path, "/") || target == "" {
			t.Errorf("%s: %s is a folder, which opens a listing from disk", l.from, l.to)
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(target))); err != nil {
			t.Errorf("%s: nothing at %s", l.from, l.to)
			continue
		}
		linked[target] = true
		if u.Fragment != "" && strings.HasSuffix(target, ".html") && !ids[target][u.Fragment] {
			t.Errorf("%s: %s has no %q", l.from, target, u.Fragment)
		}
	}
	for _, p := range pages {
		if !linked[p] && p != "404.html" {
			t.Errorf("%s: no page leads here", p)
		}
	}
	t.Logf("%d pages, %d links", len(pages), len(links))
}

func canonical(l link) bool { return l.element == "link" && strings.HasPrefix(l.to, "http") }
