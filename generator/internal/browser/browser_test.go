package browser

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed testdata/probe.js
var probeJS string

//go:embed testdata/contrast.js
var contrastJS string

//go:embed testdata/standing.js
var standingJS string

//go:embed testdata/reached.js
var reachedJS string

// browser is the one Chromium of all tests; stop ends it.
var (
	browser = sync.OnceValues(start)
	stop    = func() {}
)

func TestMain(m *testing.M) {
	code := m.Run()
	stop()
	remove()
	os.Exit(code)
}

// start starts Chromium. The context is nil where there is none.
func start() (context.Context, error) {
	name := chromium()
	if name == "" {
		return nil, nil
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(name), chromedp.WindowSize(1280, 900))
	if os.Geteuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	alloc, cancelAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	stop = func() { cancel(); cancelAlloc() }
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("starting %s: %w", name, err)
	}
	return ctx, nil
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome", "headless-shell"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}

// A tab is one tab of the browser; it remembers what went wrong.
type tab struct {
	ctx context.Context
	dir string

	mu      sync.Mutex
	at      string // where requests may go, if not to dir
	trouble []string
}

// open opens a tab, or skips.
func open(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("browser tests take a while")
	}
	parent, err := browser()
	switch {
	case err != nil:
		t.Fatal(err)
	case parent == nil && os.Getenv("CI") == "true":
		t.Fatal("no Chromium; install it, as .ci/run does")
	case parent == nil:
		t.Skip("no Chromium found")
	}
	ctx, cancel := chromedp.NewContext(parent)
	t.Cleanup(cancel)
	b := &tab{ctx: ctx, dir: built(t)}
	if err := chromedp.Listen(ctx, b.hear); err != nil {
		t.Fatal(err)
	}
	call(t, b, network.Enable, network.EnableParams{})
	call(t, b, runtime.Enable, cdp.Empty{})
	call(t, b, log.Enable, cdp.Empty{})
	call(t, b, page.BringToFront, cdp.Empty{}) // a tab behind draws no frames
	return b
}

// call sends one command of the protocol.
func call[P, R any](t *testing.T, b *tab, cmd cdp.Command[P, R], params P) {
	t.Helper()
	if _, err := chromedp.Call(b.ctx, cmd, params); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates a script of the page, which may promise its answer.
func ask[T any](t *testing.T, b *tab, js string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func (b *tab) visit(t *testing.T, p string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(fileURL(b.dir)+"/"+(&url.URL{Path: p}).EscapedPath())); err != nil {
		t.Fatal(err)
	}
}

// arrive comes from elsewhere to a place on a page.
func (b *tab) arrive(t *testing.T, p, hash string) {
	t.Helper()
	b.visit(t, "404.html")
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(fileURL(b.dir)+"/"+p+"#"+hash)); err != nil {
		t.Fatal(err)
	}
}

func (b *tab) width(t *testing.T, px int64) {
	t.Helper()
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: px, Height: 900, DeviceScaleFactor: 1})
}

func (b *tab) scheme(t *testing.T, name string) {
	t.Helper()
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
	})
}

func fileURL(dir string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}).String()
}

// hear notes errors of the console and requests that leave the site.
func (b *tab) hear(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	note := func(format string, args ...any) { b.trouble = append(b.trouble, fmt.Sprintf(format, args...)) }
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		d := ev.ExceptionDetails
		note("exception: %s %s:%d", d.Text, d.URL, d.LineNumber+1)
	case *page.EventJavascriptDialogOpening:
		note("dialog: %s", ev.Message)
		go chromedp.Call(b.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{}) //nolint:errcheck // it is told
	case *runtime.EventConsoleAPICalled:
		if ev.Type == "error" || ev.Type == "warning" {
			var words []string
			for _, a := range ev.Args {
				words = append(words, string(a.Value)+a.Description)
			}
			note("console %s: %s", ev.Type, strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError || ev.Entry.Level == log.EntryLevelWarning {
			note("log %s: %s", ev.Entry.Level, ev.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		at, home := ev.Request.URL, b.at
		if home == "" {
			home = fileURL(b.dir)
		}
		if !strings.HasPrefix(at, home+"/") && !strings.HasPrefix(at, "data:") && !strings.HasPrefix(at, "chrome-extension:") {
			note("request leaves the site: %s", at)
		}
	}
}

// heard is what went wrong since the last call.
func (b *tab) heard() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	t := b.trouble
	b.trouble = nil
	return t
}
