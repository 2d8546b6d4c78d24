package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	_ "embed"

	"github.com/chromedp/chromedp"

	"ogi/generator/internal/hostile"
	"ogi/generator/serve"
)

//go:embed testdata/hostile.js
var hostileJS string

// A viewer is a browser as the tests of hostile archives need it.
type viewer interface {
	// view opens an address and asks the page that comes of it; it is false where
	// none comes, as for what is saved.
	view(t *testing.T, address string, js string, answer any) bool
	width(t *testing.T, px int64)
	// home says where requests may go.
	home(prefix string)
	// ownWords forgets what was said on the console.
	ownWords()
	// heard is what went wrong since the last call: scripts' errors, dialogs,
	// requests that leave home.
	heard() []string
}

// A trial is what testdata/hostile.js answers.
type trial struct {
	Ran    int      `json:"ran"`
	Title  string   `json:"title"`
	Bad    []string `json:"bad"`
	Scroll int      `json:"scroll"`
	Width  int      `json:"width"`
	Wide   []string `json:"wide"`
	Kind   string   `json:"kind"`
}

// A canary counts what hostile words bring a browser to ask for.
type canary struct {
	*httptest.Server
	mu   sync.Mutex
	sang []string
}

func newCanary(t *testing.T) *canary {
	t.Helper()
	c := &canary{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.mu.Lock()
		defer c.mu.Unlock()
		if r.URL.Path != "/favicon.ico" {
			c.sang = append(c.sang, r.URL.Path)
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	t.Cleanup(c.Close)
	return c
}

func (c *canary) heard() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.sang
	c.sang = nil
	return s
}

// hostileSite is a built site of a hostile archive of so many files.
func hostileSite(t *testing.T, files int, c *canary) string {
	t.Helper()
	dir := t.TempDir()
	for name, b := range hostile.Archive(hostile.Options{Seed: 1, Files: files, Canary: c.URL}) {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return builtFrom(t, dir)
}

func full() bool { return os.Getenv("OGI_FULL") != "" }

// A few dozen hostile files in a short run, two thousand in a long one.
func hostileFiles() int {
	if full() {
		return 2000
	}
	return 16
}

func TestAHostileArchiveInChromium(t *testing.T) {
	b := open(t)
	c := newCanary(t)
	tryHostile(t, b, c, hostileSite(t, hostileFiles(), c))
}

func TestAHostileArchiveInFirefox(t *testing.T) {
	if !full() {
		t.Skip("with OGI_FULL only: Firefox takes minutes")
	}
	b := openFox(t)
	c := newCanary(t)
	tryHostile(t, b, c, hostileSite(t, hostileFiles(), c))
}

// tryHostile opens every page of a site, and every original in each way in which
// one may be opened.
func tryHostile(t *testing.T, v viewer, c *canary, dir string) {
	t.Run("pages", func(t *testing.T) { tryPages(t, v, c, dir) })
	served := httptest.NewServer(serve.Handler(dir, ""))
	defer served.Close()
	typeless := httptest.NewServer(noTypes(dir))
	defer typeless.Close()
	for _, way := range []struct{ name, at string }{{"from disk", fileURL(dir)}, {"through serve", served.URL}, {"from a host that sends no types", typeless.URL}} {
		t.Run("originals "+way.name, func(t *testing.T) { tryOriginals(t, v, c, dir, way.at) })
	}
}

func tryPages(t *testing.T, v viewer, c *canary, dir string) {
	v.home(fileURL(dir))
	pages := files(t, dir, ".html")
	if !full() {
		pages = slices.DeleteFunc(pages, func(p string) bool { return strings.HasPrefix(p, "rules/") })
	}
	for i, p := range pages {
		address := fileURL(dir) + "/" + (&url.URL{Path: p}).EscapedPath()
		for _, px := range []int64{1280, 360} {
			var got trial
			v.width(t, px)
			js := hostileJS
			if px < 1280 {
				js = strings.Replace(js, "done, 50", "done, 0", 1) // what runs late has had its time
			}
			if v.view(t, address, js, &got) {
				told(t, fmt.Sprintf("%s at %d px", p, px), v, c, got)
			} else {
				t.Errorf("%s did not open", p)
			}
			address = "" // the page that is open
		}
		if i%200 == 199 {
			t.Logf("%d of %d pages", i+1, len(pages))
		}
	}
	t.Logf("%d pages at two widths", len(pages))
}

// noTypes is a host that says of no file what it is.
func noTypes(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path.Clean(r.URL.Path))))
		w.Header()["Content-Type"] = nil // none is sent, and none guessed
		if err != nil {
			w.WriteHeader(http.StatusNoContent) // a browser's own wish, as for an icon
			return
		}
		_, _ = w.Write(b)
	})
}

func tryOriginals(t *testing.T, v viewer, c *canary, dir, at string) {
	v.home(at)
	v.width(t, 1280)
	shown := map[string]int{}
	originals := originalsOf(t, dir)
	for _, p := range originals {
		var got trial
		if !v.view(t, at+"/"+p, hostileJS, &got) {
			shown["saved"]++
			told(t, p, v, c, trial{})
			continue
		}
		shown[got.Kind]++
		if mayRun(got.Kind) && len(got.Bad)+got.Ran > 0 {
			t.Errorf("%s: shown as %s: %v", p, got.Kind, got.Bad)
		}
		if got.Kind == "application/pdf" {
			v.ownWords() // of the viewer, which tells what it cannot read
		}
		told(t, p, v, c, trial{Ran: got.Ran, Title: got.Title})
	}
	t.Logf("%d originals: %v", len(originals), shown)
}

// mayRun reports whether what a file holds may run when it is shown as that type.
func mayRun(kind string) bool {
	return strings.Contains(kind, "html") || strings.Contains(kind, "xml")
}

func told(t *testing.T, p string, v viewer, c *canary, got trial) {
	t.Helper()
	for _, s := range append(v.heard(), c.heard()...) {
		t.Errorf("%s: %s", p, s)
	}
	if got.Ran != 0 || got.Title == "ran" {
		t.Errorf("%s: a script ran", p)
	}
	for _, s := range got.Bad {
		t.Errorf("%s: holds %s", p, s)
	}
	if got.Scroll > got.Width {
		t.Errorf("%s is %d px wide, not %d: %v", p, got.Scroll, got.Width, got.Wide)
	}
}

func originalsOf(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), "originals", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < hostileFiles()/2 {
		t.Fatalf("only %d originals", len(names))
	}
	return names
}

func (b *tab) ownWords() {} // the viewer of Chromium says nothing there

func (b *tab) home(prefix string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.at = prefix
}

// view opens an address in Chromium; "" is the page that is open.
func (b *tab) view(t *testing.T, address, js string, answer any) bool {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	if address != "" {
		if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
			if ctx.Err() != nil {
				t.Errorf("%s: %v", address, err)
			}
			return false
		}
	}
	raw, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](js, chromedp.EvalAwaitPromise))
	if err == nil {
		err = json.Unmarshal(raw, answer)
	}
	if err != nil {
		t.Errorf("%s: %v", address, err)
	}
	return err == nil
}
