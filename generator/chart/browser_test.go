package chart

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser starts a headless Chromium; without one the test is skipped, in CI
// it fails.
func browser(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium found")
		}
		t.Skip("no Chromium found")
	}
	o := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("hide-scrollbars", true))
	if os.Geteuid() == 0 {
		o = append(o, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(), o...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, done := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(done)
	return ctx
}

// marks counts what each chart has drawn: shapes with a fill or line of their
// own, and words.
const marks = `[...document.querySelectorAll(".chart")].map(function (c) {
  var shapes = [...c.querySelectorAll("svg path")].filter(function (p) {
    var b = p.getBoundingClientRect();
    return b.width > 0.5 && b.height > 0.5;
  });
  var box = c.getBoundingClientRect(), svg = c.querySelector("svg");
  return {
    id: c.id, shapes: shapes.length, words: c.querySelectorAll("svg text").length,
    wide: svg ? svg.getBoundingClientRect().width - box.width : 999,
    label: (c.querySelector("[aria-label]") || {ariaLabel: ""}).ariaLabel,
  };
})`

type drawn struct {
	ID            string
	Shapes, Words int
	Wide          float64
	Label         string
}

func TestEveryChartDrawsMarksUnderTheSitesPolicy(t *testing.T) {
	ctx := browser(t)
	charts := gallery(t)
	dir := os.Getenv("OGI_GALLERY")
	if dir == "" {
		dir = t.TempDir()
	}
	console, stop := context.WithCancel(ctx)
	complaints := make(chan []string)
	messages := chromedp.Console(console)
	go func() {
		var all []string
		for m, err := range messages {
			if err != nil {
				break
			}
			all = append(all, m.Text)
		}
		complaints <- all
	}()
	for _, look := range []struct{ lang, theme string }{{"zh", "light"}, {"en", "dark"}} {
		name := writeGallery(t, dir, charts, look.lang, look.theme)
		for _, width := range []int64{1000, 360} {
			err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate("file://"+filepath.ToSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			got, err := chromedp.Run(ctx, chromedp.Evaluate[[]drawn](marks))
			if err != nil {
				t.Fatal(err)
			}
			for i, d := range got {
				d.check(t, charts[i], look.lang, width)
			}
			if len(got) != len(charts) {
				t.Errorf("%d of %d charts on the page", len(got), len(charts))
			}
			if os.Getenv("OGI_GALLERY") != "" {
				shoot(t, ctx, filepath.Join(dir, fmt.Sprintf("%s-%s-%d.png", look.lang, look.theme, width)))
			}
		}
		tooltipDraws(t, ctx)
		away, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](
			`performance.getEntriesByType("resource").map(r => r.name).filter(n => !n.startsWith("file:"))`))
		if err != nil || len(away) > 0 {
			t.Errorf("requests that left the folder: %v %v", away, err)
		}
	}
	followsReader(t, ctx)
	fillsFromTheTables(t, ctx, charts)
	stop()
	for _, c := range <-complaints {
		t.Error("console: " + c)
	}
}

func (d drawn) check(t *testing.T, c *Chart, lang string, width int64) {
	t.Helper()
	if d.Shapes < 3 || d.Words < 3 {
		t.Errorf("%s at %d: %d shapes, %d words", d.ID, width, d.Shapes, d.Words)
	}
	if d.Wide > 1 {
		t.Errorf("%s at %d: %.0f px wider than its box", d.ID, width, d.Wide)
	}
	want := c.Sentence.ZH
	if lang == "en" {
		want = c.Sentence.EN
	}
	if !strings.Contains(d.Label, want) {
		t.Errorf("%s: label %q does not say %q", d.ID, d.Label, want)
	}
}

// fillsFromTheTables compares what the page's script made of the cells of the
// statutory tables with what was reckoned here: the table of the flows whole, of
// the others every label of a bar.
func fillsFromTheTables(t *testing.T, ctx context.Context, charts []*Chart) {
	t.Helper()
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[][]string](
		`[...document.querySelectorAll("#flow + details tbody tr")].map(r => [...r.cells].map(c => c.textContent))`))
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*Chart{}
	for _, c := range charts {
		if c.Kind != "" {
			byID[c.ID] = c
		}
	}
	want := byID["flow"].Table.Rows
	if len(got) != len(want) {
		t.Fatalf("flow: %d rows below the picture, want %d", len(got), len(want))
	}
	for i, r := range want {
		line := r.Head.ZH + r.Head.EN
		for _, c := range r.Cells {
			line += " " + c.Text.ZH
		}
		if g := strings.Join(got[i], " "); g != line {
			t.Errorf("flow: %q, want %q", g, line)
		}
	}
	words, err := chromedp.Run(ctx, chromedp.Evaluate[map[string][]string](
		`Object.fromEntries(["grounds", "disputes"].map(k => [k, [...document.querySelectorAll(".chart[data-kind=" + k + "] svg text")].map(x => x.textContent.replace(/\W/g, ""))]))`))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range byID["grounds"].Table.Rows {
		n := r.Cells[0].Text.ZH
		head := regexp.MustCompile(`\W`).ReplaceAllString(r.Head.EN, "") // a label breaks into lines
		if used := strings.Contains(strings.Join(words["grounds"], ""), head); used != (n != "0") || used && !slices.Contains(words["grounds"], n) {
			t.Errorf("grounds: %s %s, drawn %v", r.Head.EN, n, words["grounds"])
		}
	}
	longest := 0
	for _, r := range byID["disputes"].Table.Rows {
		n, _ := strconv.Atoi(r.Cells[len(r.Cells)-1].Text.ZH)
		longest = max(longest, n)
	}
	seen := 0
	for _, r := range byID["disputes"].Table.Rows {
		for _, c := range r.Cells[:len(r.Cells)-1] {
			n, _ := strconv.Atoi(c.Text.ZH)
			if n == 0 || n*10 < longest {
				continue
			}
			if seen++; !slices.Contains(words["disputes"], c.Text.ZH) {
				t.Errorf("disputes: no %d among %v", n, words["disputes"])
			}
		}
	}
	if seen < 4 {
		t.Errorf("disputes: only %d numbers are large enough to be seen", seen)
	}
}

// tooltipDraws moves the pointer over the first chart: words must appear.
func tooltipDraws(t *testing.T, ctx context.Context) {
	t.Helper()
	const count = `document.querySelectorAll("#outcomes svg text").length`
	before, err := chromedp.Run(ctx, chromedp.Evaluate[int](count))
	if err != nil {
		t.Fatal(err)
	}
	at, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](
		`scrollTo(0, 0), (b => [b.left + b.width * 0.9, b.bottom - 60])(document.querySelector("#outcomes svg").getBoundingClientRect())`))
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]), chromedp.Sleep(300*time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if after, err := chromedp.Run(ctx, chromedp.Evaluate[int](count)); err != nil || after <= before {
		t.Errorf("pointer on a bar: %d words, were %d (%v)", after, before, err)
	}
	if dir := os.Getenv("OGI_GALLERY"); dir != "" {
		shoot(t, ctx, filepath.Join(dir, "tooltip.png"))
	}
}

// followsReader changes language, theme and width of an open page: the charts
// must follow without being loaded anew.
func followsReader(t *testing.T, ctx context.Context) {
	t.Helper()
	for _, step := range []struct{ do, want string }{
		{`document.documentElement.dataset.lang = "zh"`, `document.querySelector("#outcomes svg").textContent.includes("予以公开")`},
		{`document.documentElement.dataset.lang = "en"`, `document.querySelector("#outcomes svg").textContent.includes("Granted")`},
		{`document.documentElement.dataset.theme = "light"`, `!!document.querySelector('#outcomes svg path[fill="#174a84"]')`},
		{`document.documentElement.dataset.theme = "dark"`, `!!document.querySelector('#outcomes svg path[fill="#5b9bea"]')`},
		{`dispatchEvent(new Event("beforeprint"))`, `!!document.querySelector('#outcomes svg path[fill="#174a84"]')`},
		{`dispatchEvent(new Event("afterprint"))`, `!!document.querySelector('#outcomes svg path[fill="#5b9bea"]')`},
		{`document.querySelector("#outcomes").style.width = "300px"`, `document.querySelector("#outcomes svg").getBoundingClientRect().width === 300`},
	} {
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](step.do+", 1")); err != nil {
			t.Fatal(err)
		}
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](step.want, chromedp.WithPollingTimeout(3*time.Second))); err != nil {
			t.Errorf("after %s: not %s (%v)", step.do, step.want, err)
		}
	}
}

func shoot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	b, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(name, b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
