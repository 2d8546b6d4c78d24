package render_test

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ogi/generator/data"
	"ogi/generator/page"
)

// A node is an element with its page, for questions about meaning.
func elements(t *testing.T, doc string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	var out []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	return out
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// What a report or an agency writes becomes text, wherever it stands: title,
// cell, prose, source line, finding, note, chart.
func TestWordsOfReportsCannotBecomeMarkup(t *testing.T) {
	clean, evil := pages(t, full("")), pages(t, full(`"'></script></style></textarea><img src=x onerror=alert(1)><b id=evil>`+"`"))
	count := func(ns []*html.Node) map[string]int {
		m := map[string]int{}
		for _, n := range ns {
			m[n.Data]++
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Val == "evil" || strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") {
					t.Errorf("attribute %s=%q on %s", a.Key, a.Val, n.Data)
				}
			}
		}
		return m
	}
	for p, doc := range evil {
		got, want := count(elements(t, doc)), count(elements(t, clean[p]))
		for _, tag := range []string{"img", "b", "script", "style", "textarea", "a", "td"} {
			if got[tag] != want[tag] {
				t.Errorf("%s: %d <%s>, %d without the words", p, got[tag], tag, want[tag])
			}
		}
	}
}

// Script stands in files; what stands in a page is data.
func TestNoInlineScriptOrStyle(t *testing.T) {
	for p, doc := range pages(t, full("")) {
		if !strings.Contains(doc, "Content-Security-Policy") {
			t.Errorf("%s: no policy", p)
		}
		for _, n := range elements(t, doc) {
			typ, _ := attr(n, "type")
			src, has := attr(n, "src")
			switch {
			case n.Data == "script" && typ != "application/json" && (!has || strings.Contains(src, ":")):
				t.Errorf("%s: script without a file of ours: %q", p, src)
			case n.Data == "style" && p != "404.html":
				t.Errorf("%s: style element", p)
			}
			if v, has := attr(n, "style"); has {
				t.Errorf("%s: style attribute %q", p, v)
			}
		}
	}
}

// Links are page-relative, name a file, and lead somewhere; so do anchors.
func TestLinksResolve(t *testing.T) {
	in := full("")
	docs := pages(t, in)
	files := map[string]bool{}
	for _, f := range page.Files(in) {
		files[f.Path] = true
	}
	ids := map[string]map[string]bool{}
	for p, doc := range docs {
		ids[p] = map[string]bool{}
		for _, n := range elements(t, doc) {
			if id, ok := attr(n, "id"); ok {
				if ids[p][id] {
					t.Errorf("%s: id %q twice", p, id)
				}
				ids[p][id] = true
			}
		}
	}
	for p, doc := range docs {
		for _, n := range elements(t, doc) {
			for _, name := range []string{"href", "src"} {
				v, ok := attr(n, name)
				if !ok || n.Data == "link" && v == "" {
					continue
				}
				u, err := url.Parse(v)
				if err != nil {
					t.Errorf("%s: %q: %v", p, v, err)
					continue
				}
				if u.Scheme != "" {
					continue
				}
				to := p
				if u.Path != "" {
					to = path.Join(path.Dir(p), u.Path)
				}
				if strings.HasPrefix(to, "..") || strings.HasPrefix(u.Path, "/") {
					t.Errorf("%s: %q leaves the site", p, v)
				}
				if strings.HasPrefix(to, "assets/") || strings.HasPrefix(to, "originals/") || strings.HasPrefix(to, data.Dir) || path.Base(to) == "data.csv" || files[to] {
					continue
				}
				if _, ok := docs[to]; !ok {
					t.Errorf("%s: %q leads nowhere", p, v)
				} else if u.Fragment != "" && !ids[to][u.Fragment] {
					t.Errorf("%s: %q: no such place", p, v)
				}
			}
		}
	}
}
