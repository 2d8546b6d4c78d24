package rule_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/rule"
)

// prose writes sentences of random characters: two of them share nothing but
// set phrases, of which every report has some.
func prose(rng *rand.Rand, chars int) []report.Text {
	set := []string{"按照县政府统一部署认真落实公开工作要求", "进一步提高政府信息公开工作的质量和水平", "坚持以公开为常态不公开为例外的原则"}
	var out []report.Text
	for n := 0; n < chars; {
		var b strings.Builder
		if rng.IntN(4) == 0 {
			b.WriteString(set[rng.IntN(len(set))])
		}
		for range 30 + rng.IntN(30) {
			b.WriteRune(rune(0x4e00 + rng.IntN(3000)))
		}
		b.WriteString("。")
		n += len([]rune(b.String()))
		out = append(out, report.Text{Text: b.String()})
	}
	return out
}

func proseReport(paras []report.Text) *report.Report {
	return &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs)), Sections: []report.Section{{N: 1, Title: "总体情况", Paras: paras}}}
}

// Planted copies among many reports are all found and none else is. The log
// tells that twice the reports take about twice the time: a report is compared
// in full with three others at most. OGI_FULL=1 takes ten thousand reports.
func TestCopiesAmongManyReports(t *testing.T) {
	n := 400
	if os.Getenv("OGI_FULL") != "" {
		n = 10000
	}
	rules := []*check.Rule{rule.ByID("copies-another-agency")}
	for _, n := range []int{n / 2, n} {
		rng := rand.New(rand.NewPCG(5, uint64(n)))
		var agencies []*archive.Agency
		planted := map[string]float64{} // slug of the copy to the share copied
		for i := range n {
			paras := prose(rng, 1500)
			if i%50 == 49 { // every fiftieth copies an earlier one, whole or in part
				from := agencies[rng.IntN(len(agencies))].Reports[0].Report.Sections[0].Paras
				share := []float64{1, 0.9, 0.65}[i/50%3]
				keep := int(share * float64(len(from)))
				paras = append(append([]report.Text{}, from[:keep]...), paras[min(keep, len(paras)):]...)
				planted[fmt.Sprintf("unit-%05d", i)] = share
			}
			g := &archive.Agency{Slug: fmt.Sprintf("unit-%05d", i), Name: fmt.Sprintf("第%d局", i), Region: "410403", Kind: archive.Department}
			g.Reports = []*archive.Entry{{Agency: g, Year: 2024, Report: proseReport(paras), Path: g.Slug + "/2024.txt"}}
			agencies = append(agencies, g)
		}
		a := archive.New(config.Site{}, agencies)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		start := time.Now()
		set := check.Ready(a, rules, false)
		found := map[string]bool{}
		for _, g := range agencies {
			if set.One(g, g.Reports[0]).Verdicts[0].Status == check.Hint {
				found[g.Slug] = true
			}
		}
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		missed, extra := 0, 0
		for slug, share := range planted {
			if !found[slug] {
				missed++
				t.Errorf("%s copies %.0f%% and is not found", slug, share*100)
			}
		}
		extra = len(found) - (len(planted) - missed)
		t.Logf("%d reports, %d copies, %d missed, %d found on both sides, %v, %d MB held", n, len(planted), missed, extra, took, (after.HeapAlloc-min(after.HeapAlloc, before.HeapAlloc))>>20)
		// The report that was copied is found too: both are of one year.
		if extra > len(planted) {
			t.Errorf("%d found of %d planted and as many originals", len(found), len(planted))
		}
		runtime.KeepAlive(set)
	}
}
