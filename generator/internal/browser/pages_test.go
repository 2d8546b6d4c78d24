package browser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A probe is what testdata/probe.js answers.
type probe struct {
	Charts []struct {
		Title string `json:"title"`
		Marks int    `json:"marks"`
		Table bool   `json:"table"`
	} `json:"charts"`
	Scroll   int      `json:"scroll"`
	Wide     []string `json:"wide"`
	Cut      []string `json:"cut"`
	Headings int      `json:"headings"`
	Broken   []string `json:"broken"`
}

func TestEveryPageInABrowser(t *testing.T) {
	b := open(t)
	charts := 0
	pages := files(t, b.dir, ".html")
	for _, p := range pages {
		t.Run(p, func(t *testing.T) {
			b.width(t, 1280)
			b.visit(t, p)
			for _, w := range []int{1280, 360} {
				b.width(t, int64(w))
				got := ask[probe](t, b, probeJS)
				for _, s := range b.heard() {
					t.Errorf("%d px: %s", w, s)
				}
				if got.Scroll > w {
					t.Errorf("%d px: the page is %d px wide: %v", w, got.Scroll, got.Wide)
				}
				for _, s := range got.Cut {
					t.Errorf("%d px: a chart cuts off %q", w, s)
				}
				for _, c := range got.Charts {
					if c.Marks == 0 {
						t.Errorf("%d px: chart %s is empty", w, c.Title)
					}
					if !c.Table {
						t.Errorf("chart %s has no table", c.Title)
					}
				}
				if got.Headings != 1 {
					t.Errorf("%d first-level headings", got.Headings)
				}
				for _, src := range got.Broken {
					t.Errorf("image %s does not show", src)
				}
				charts += len(got.Charts)
			}
		})
	}
	if charts == 0 {
		t.Error("no chart on any page")
	}
	t.Logf("%d pages, %d charts drawn at two widths", len(pages), charts/2)
}

// kinds is one page of each template, the fullest where there are many.
func kinds(t *testing.T, dir string) []string {
	t.Helper()
	pick := map[string]string{}
	size := map[string]int64{}
	for _, p := range files(t, dir, ".html") {
		parts := strings.Split(p, "/")
		for i := 1; i < len(parts)-1; i++ {
			parts[i] = "*"
		}
		kind := strings.Join(parts, "/")
		fi, err := os.Stat(filepath.Join(dir, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		if fi.Size() > size[kind] {
			pick[kind], size[kind] = p, fi.Size()
		}
	}
	var ps []string
	for _, p := range pick {
		ps = append(ps, p)
	}
	slices.Sort(ps)
	return ps
}

func TestTextStandsOutInLightAndDark(t *testing.T) {
	b := open(t)
	b.width(t, 1280)
	for _, p := range kinds(t, b.dir) {
		t.Run(p, func(t *testing.T) {
			for _, s := range []string{"light", "dark"} {
				b.scheme(t, s)
				b.visit(t, p)
				got := ask[struct {
					Ground float64  `json:"ground"`
					Weak   []string `json:"weak"`
				}](t, b, contrastJS)
				if (got.Ground > 0.5) != (s == "light") {
					t.Errorf("%s: the ground has luminance %.2f", s, got.Ground)
				}
				for _, w := range got.Weak {
					t.Errorf("%s: contrast too low: %s", s, w)
				}
			}
		})
	}
}

func TestReadingNeedsNoScript(t *testing.T) {
	b := open(t)
	b.width(t, 1280)
	call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	type standing struct {
		Tables  int `json:"tables"`
		Folded  int `json:"folded"`
		All     int `json:"all"`
		English int `json:"english"`
		Plots   int `json:"plots"`
	}
	for _, p := range kinds(t, b.dir) {
		t.Run(p, func(t *testing.T) {
			b.visit(t, p)
			zh := ask[standing](t, b, standingJS)
			if zh.Plots > 0 {
				t.Fatal("scripts ran")
			}
			if zh.Tables+zh.Folded < zh.All {
				t.Errorf("%d of %d tables show, %d are folded", zh.Tables, zh.All, zh.Folded)
			}
			if report := strings.HasPrefix(p, "agencies/") && strings.Count(p, "/") == 3; report && zh.Tables < 3 {
				t.Errorf("a report shows %d tables", zh.Tables)
			}
			if p == "404.html" { // stands alone, at any depth
				return
			}
			ask[bool](t, b, `document.getElementById("lang-en").click(), true`)
			if en := ask[standing](t, b, standingJS); en.English <= zh.English {
				t.Errorf("English shows %d texts, Chinese %d", en.English, zh.English)
			}
			for _, s := range b.heard() {
				t.Error(s)
			}
		})
	}
}

func TestPrintingLeavesNavigationOut(t *testing.T) {
	b := open(t)
	b.visit(t, "index.html")
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	if ask[int](t, b, `document.querySelector("nav.main").getClientRects().length`) > 0 {
		t.Error("the navigation is printed")
	}
}
