package serve

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const page = "<!doctype html><html lang=zh><title>x</title><script>alert(1)</script>"

// built is a small site with what should not be given beside and in it.
func built(t *testing.T) (site, outside string) {
	t.Helper()
	outside = t.TempDir()
	site = filepath.Join(outside, "public")
	for name, text := range map[string]string{
		"../secret.txt": "secret", "index.html": page, "404.html": "<html>没有这一页", "about/index.html": page, "empty/x.css": "x",
		"x.css": "x", "x.js": "x", "x.svg": "<svg/>", "LICENSE": "x", "SHA256SUMS": "x", "CNAME": "x", "data.json": "{}", "page.ofd": page, "page.xhtml": page,
		"originals/a/2023.html": page, "originals/a/2023.pdf": "%PDF", "originals/a/2023.wps": page, "originals/a/x.svg": "<svg/>", ".git/config": "x", "年报/一.txt": "x",
	} {
		p := filepath.Join(site, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return site, outside
}

func handler(t *testing.T, site, listen string, names ...string) http.Handler {
	t.Helper()
	return Handler(site, listen, names...)
}

func ask(h http.Handler, method, target, host string) *http.Response {
	r := httptest.NewRequest(method, "http://x/", nil)
	r.URL.Path, r.Host = target, host
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestWhatIsGiven(t *testing.T) {
	site, _ := built(t)
	h := handler(t, site, "127.0.0.1:8080")
	for _, c := range []struct {
		path   string
		status int
		kind   string
	}{
		{"/", 200, "text/html; charset=utf-8"},
		{"/index.html", 200, "text/html; charset=utf-8"},
		{"/about/", 200, "text/html; charset=utf-8"},
		{"/about", 301, ""},
		{"/index.html/", 404, "text/html; charset=utf-8"},
		{"/empty/", 404, "text/html; charset=utf-8"},
		{"/x.css", 200, "text/css; charset=utf-8"},
		{"/x.js", 200, "text/javascript; charset=utf-8"},
		{"/x.svg", 200, "image/svg+xml"},
		{"/data.json", 200, "application/json"},
		{"/LICENSE", 200, "text/plain; charset=utf-8"},
		{"/SHA256SUMS", 200, "text/plain; charset=utf-8"},
		{"/年报/一.txt", 200, "text/plain; charset=utf-8"},
		{"/page.ofd", 200, unknownKind},
		{"/page.xhtml", 200, unknownKind},
		{"/originals/a/2023.wps", 200, unknownKind},
		{"/originals/a/2023.pdf", 200, "application/pdf"},
		{"/.git/config", 404, "text/html; charset=utf-8"},
		{"/../secret.txt", 404, "text/html; charset=utf-8"},
		{`/..\secret.txt`, 404, "text/html; charset=utf-8"},
		{"/nul", 404, "text/html; charset=utf-8"},
	} {
		res := ask(h, "GET", c.path, "localhost:8080")
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != c.kind {
			t.Errorf("%s: got %d %q, want %d %q", c.path, res.StatusCode, res.Header.Get("Content-Type"), c.status, c.kind)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: may be sniffed", c.path)
		}
		if b, _ := io.ReadAll(res.Body); strings.Contains(string(b), "secret") {
			t.Errorf("%s: a file outside the site", c.path)
		}
	}
	if got := ask(h, "GET", "/about", "localhost").Header.Get("Location"); got != "./about/" {
		t.Errorf("leads to %q", got)
	}
}

func TestPolicies(t *testing.T) {
	site, _ := built(t)
	h := handler(t, site, "127.0.0.1:8080")
	for path, want := range map[string]string{
		"/": Policy, "/x.svg": Policy, "/originals/a/2023.html": savedPolicy, "/originals/a/2023.pdf": savedPolicy, "/originals/a/x.svg": savedPolicy, "/nothing": missingPolicy,
	} {
		res := ask(h, "GET", path, "localhost")
		if got := res.Header.Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
		if saved := strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment"); saved != (want == savedPolicy) {
			t.Errorf("%s: to be saved: %v", path, saved)
		}
	}
}

// A page of another site that has its name lead here must read nothing.
func TestHosts(t *testing.T) {
	site, _ := built(t)
	for _, c := range []struct {
		listen string
		names  []string
		host   string
		want   bool
	}{
		{"127.0.0.1:8080", nil, "localhost:8080", true},
		{"127.0.0.1:8080", nil, "LOCALHOST", true},
		{"127.0.0.1:8080", nil, "localhost.:8080", true},
		{"127.0.0.1:8080", nil, "127.0.0.1:8080", true},
		{"127.0.0.1:8080", nil, "127.8.9.1", true},
		{"127.0.0.1:8080", nil, "[::1]:8080", true},
		{"127.0.0.1:8080", nil, "evil.example", false},
		{"127.0.0.1:8080", nil, "127.0.0.1.evil.example", false},
		{"127.0.0.1:8080", nil, "localhost.evil.example:8080", false},
		{"127.0.0.1:8080", nil, "", false},
		{"127.0.0.1:8080", nil, "192.168.1.5:8080", false},
		{"127.0.0.1:8080", nil, "0.0.0.0:8080", false},
		{"127.0.0.1:8080", nil, "[::]:8080", false},
		{"127.0.0.1:8080", nil, "2130706433", false},
		{"0.0.0.0:8080", nil, "0.0.0.0:8080", false},
		{"[::]:8080", nil, "[::]:8080", false},
		{":8080", nil, "evil.example", false},
		{":8080", nil, ":8080", false},
		{"0.0.0.0:8080", []string{"office-pc"}, "Office-PC:8080", true},
		{"0.0.0.0:8080", []string{"0.0.0.0"}, "0.0.0.0:8080", false},
		{"192.168.1.5:8080", nil, "192.168.1.5:8080", true},
		{"192.168.1.5:8080", nil, "192.168.1.6:8080", false},
	} {
		res := ask(handler(t, site, c.listen, c.names...), "GET", "/", c.host)
		if got := res.StatusCode == 200; got != c.want {
			t.Errorf("on %s, names %v, Host %q: %d", c.listen, c.names, c.host, res.StatusCode)
		}
		if b, _ := io.ReadAll(res.Body); !c.want && strings.Contains(string(b), "<html") {
			t.Errorf("Host %q got a page", c.host)
		}
	}
}

// A build exchanges the whole folder under a server that runs.
func TestTheNextSiteIsShown(t *testing.T) {
	site, outside := built(t)
	h := handler(t, site, "127.0.0.1:8080")
	old := filepath.Join(outside, "old")
	if err := os.Rename(site, old); err != nil {
		t.Fatal(err)
	}
	if res := ask(h, "GET", "/", "localhost"); res.StatusCode != 503 {
		t.Errorf("without a site: %d", res.StatusCode)
	}
	if err := os.Mkdir(site, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(site, "index.html"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	if b, _ := io.ReadAll(ask(h, "GET", "/", "localhost").Body); string(b) != "new" {
		t.Errorf("got %q", b)
	}
}

func TestMethods(t *testing.T) {
	site, _ := built(t)
	h := handler(t, site, "127.0.0.1:8080")
	for method, want := range map[string]int{"GET": 200, "HEAD": 200, "POST": 405, "PUT": 405, "DELETE": 405, "OPTIONS": 405, "TRACE": 405, "PROPFIND": 405} {
		res := ask(h, method, "/", "localhost")
		if res.StatusCode != want {
			t.Errorf("%s: %d, want %d", method, res.StatusCode, want)
		}
		if b, _ := io.ReadAll(res.Body); method == "HEAD" && len(b) > 0 {
			t.Errorf("HEAD has a body: %q", b)
		}
	}
}

func TestLinksStayInTheSite(t *testing.T) {
	site, outside := built(t)
	for name, to := range map[string]string{
		"out.txt": filepath.Join(outside, "secret.txt"), "rel.txt": "../secret.txt", "dir": outside, "in.txt": "x.css", "chain.txt": "rel.txt", "404-dir": "..",
	} {
		if err := os.Symlink(to, filepath.Join(site, name)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	h := handler(t, site, "127.0.0.1:8080")
	for path, want := range map[string]int{"/out.txt": 404, "/rel.txt": 404, "/chain.txt": 404, "/dir/": 404, "/dir/secret.txt": 404, "/404-dir/secret.txt": 404, "/in.txt": 200} {
		res := ask(h, "GET", path, "localhost")
		if b, _ := io.ReadAll(res.Body); res.StatusCode != want || strings.Contains(string(b), "secret") {
			t.Errorf("%s: %d %q", path, res.StatusCode, b)
		}
	}
}

// A page that is followed is asked for under the same rules as any other, and what is
// wrong is told as data: no name of a file ends the script that it stands in.
func TestTheFollowedSite(t *testing.T) {
	site, _ := built(t)
	live := &Live{}
	live.End(false, []string{"</script><script>alert(1)</script>\u2028"})
	h := LiveHandler(live, site, "127.0.0.1:8080")
	if res := ask(h, "GET", "/_ogi/state.js", "evil.example"); res.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("another host gets %d", res.StatusCode)
	}
	if res := ask(h, "POST", "/_ogi/state.js", "localhost"); res.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST gets %d", res.StatusCode)
	}
	res := ask(h, "GET", "/_ogi/state.js", "localhost")
	b, _ := io.ReadAll(res.Body)
	if strings.ContainsAny(string(b), "<>\u2028") || res.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" || res.Header.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("%v %s", res.Header, b)
	}
	for path, followed := range map[string]bool{"/": true, "/about/": true, "/originals/a/2023.html": false, "/x.css": false, "/nothing": false} {
		res := ask(h, "GET", path, "localhost")
		b, _ := io.ReadAll(res.Body)
		if got := strings.Contains(string(b), "_ogi/live.js"); got != followed {
			t.Errorf("%s: followed %v", path, got)
		}
		if followed && res.Header.Get("Content-Security-Policy") != Policy {
			t.Errorf("%s: %s", path, res.Header.Get("Content-Security-Policy"))
		}
	}
}
