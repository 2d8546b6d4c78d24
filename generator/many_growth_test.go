package generator

import (
	"context"
	"fmt"
	"io"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/internal/growth"
	"ogi/generator/internal/specimen"
	"ogi/generator/page"
	"ogi/generator/rule"
	"ogi/generator/stage"
)

// many are reports of so many agencies in so many years each.
func many(agencies, years int, region func(i int) string) *archive.Archive {
	fsys := fstest.MapFS{"site.toml": {Data: []byte("title = \"某\"\n")}}
	for i := range agencies {
		dir := fmt.Sprintf("content/a%d/", i)
		name := fmt.Sprintf("青禾县第%d局", i)
		fsys[dir+"agency.toml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "name = %q\nregion = %q\nkind = \"department\"\n", name, region(i))}
		for y := range years {
			fsys[fmt.Sprintf("%s%d.txt", dir, 2024-y)] = &fstest.MapFile{Data: specimen.Random(uint64(i), specimen.Options{Year: 2024 - y, Agency: name, Max: 40}).MustWrite(specimen.Tab)}
		}
	}
	a, _ := archive.Load(fsys, archive.Options{})
	return a
}

// TestTimeGrowsWithReports: a folder of many reports takes as long as they are
// many.
func TestTimeGrowsWithReports(t *testing.T) {
	ctx := context.Background()
	one := func(int) string { return "410403" }
	each := 1024 // reports of a file of the size that growth asks for: 48 and 192
	for name, of := range map[string]func(n int) *archive.Archive{
		"agencies": func(n int) *archive.Archive { return many(n, 1, one) },
		"years":    func(n int) *archive.Archive { return many(n/16, 16, one) },
	} {
		work := func(stage string, of func(n int) func()) {
			growth.Work(t, name+", "+stage, func(size int) func() { return of(size / each) })
		}
		work("judging", func(n int) func() {
			a := of(n)
			return func() { _, _, _ = judge(ctx, a, check.Ready(a, rule.All, false), nil) }
		})
		work("masking", func(n int) func() {
			a := of(n)
			results, _, _ := judge(ctx, a, check.Ready(a, rule.All, false), nil)
			return func() { _, _, _, _ = stage.Withhold(ctx, a, results) }
		})
		work("pages", func(n int) func() {
			a := of(n)
			results, _, _ := judge(ctx, a, check.Ready(a, rule.All, false), nil)
			return func() {
				in := page.Input{Archive: a, Results: results, Rules: rule.All, RuleDoc: rule.Doc}
				for _, p := range page.Site(in) {
					_ = templates().Render(io.Discard, p)
				}
				for _, f := range page.Files(in) {
					f.Bytes()
				}
			}
		})
	}
}
