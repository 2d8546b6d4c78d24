package stat_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/archive"
	"ogi/generator/internal/golden"
	"ogi/generator/internal/sample"
	"ogi/generator/stat"
)

// TestGoldens answers the questions of each testdata/*.txtar about its reports.
// A question is "of KEY SLUG YEAR", "series KEY SLUG", "region KEY CODE YEAR"
// or "spread KEY SLUG YEAR" (the peers of that report).
func TestGoldens(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		entries, err := sample.Entries(string(golden.Section(a, "reports")))
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, q := range strings.Split(strings.TrimSpace(string(golden.Section(a, "ask"))), "\n") {
			fmt.Fprintf(&out, "%s\n", q)
			for _, line := range answer(t, entries, strings.Fields(q)) {
				fmt.Fprintf(&out, "\t%s\n", line)
			}
		}
		golden.Set(a, "want", out.String())
	})
}

func answer(t *testing.T, entries []*archive.Entry, q []string) []string {
	t.Helper()
	ind := stat.ByKey(q[1])
	if ind == nil {
		t.Fatalf("no indicator %q", q[1])
	}
	year := 0
	if len(q) > 3 {
		year, _ = strconv.Atoi(q[3])
	}
	var entry *archive.Entry
	var agency *archive.Agency
	var ofYear []*archive.Entry
	for _, e := range entries {
		if e.Agency.Slug == q[2] {
			agency = e.Agency
			if e.Year == year {
				entry = e
			}
		}
		if e.Year == year {
			ofYear = append(ofYear, e)
		}
	}
	switch q[0] {
	case "of":
		return []string{text(stat.Of(ind, entry))}
	case "series":
		var lines []string
		for _, p := range stat.Series(ind, agency) {
			line := fmt.Sprintf("%d  %s", p.Year, text(p.Value))
			if p.Change.Known {
				line += "  " + p.Change.Text(ind.Unit) + " " + p.Change.RateText()
			} else if p.Change.Note.ZH != "" {
				line += "  (" + p.Change.Note.ZH + ")"
			}
			lines = append(lines, strings.TrimRight(line, " "))
		}
		return lines
	case "region":
		total := stat.Regions([]*stat.Indicator{ind}, slices.Values(ofYear), q[2])[0]
		words := total.Words()
		return []string{text(total.Value), words.ZH, words.EN}
	case "spread":
		p, ok := stat.PeerOf(entry)
		if !ok {
			return []string{"no peers"}
		}
		s := stat.SpreadOf(ind, slices.Values(stat.Peers(entries, p, year)), 5)
		return []string{
			fmt.Sprintf("held %d, n %d, small %d, unknown %d, zero %d", s.Held, s.N, s.Small, s.Unknown, s.Zero),
			fmt.Sprintf("min %s q1 %s median %s q3 %s max %s zero share %s", f(s.Min), f(s.Q1), f(s.Median), f(s.Q3), f(s.Max), f(s.ZeroShare())),
		}
	}
	t.Fatalf("unknown question %q", q)
	return nil
}

func f(r *big.Rat) string {
	if r == nil {
		return "-"
	}
	return stat.Format(r, stat.Per100)
}

func text(v stat.Value) string {
	s := "?"
	if v.Known {
		s = v.Text(5)
		if v.Indicator.Ratio() {
			s += " n=" + strconv.FormatInt(v.N(), 10)
		}
		if v.Small(5) {
			s += " small"
		}
	}
	if v.Absent {
		s += " absent"
	}
	if v.Recovered {
		s += " recovered"
	}
	if v.Note.ZH != "" {
		s += "  [" + v.Note.ZH + "]"
	}
	return s
}
