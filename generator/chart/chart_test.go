package chart

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/archive"
	"ogi/generator/badge"
	"ogi/generator/internal/golden"
	"ogi/generator/internal/sample"
)

// TestGoldens draws the charts that each testdata/*.txtar asks for: sentence,
// table, and with "options" behind the name the JSON.
func TestGoldens(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		entries, err := sample.Entries(string(golden.Section(a, "reports")))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		for _, ask := range strings.Split(strings.TrimSpace(string(golden.Section(a, "ask"))), "\n") {
			name, options := strings.CutSuffix(ask, " options")
			write(t, &out, one(t, name, entries), options)
		}
		golden.Set(a, "want", out.Bytes())
	})
}

// one draws the chart of that name over entries: of the first agency, or the
// first entry, or all entries of the first entry's year.
func one(t *testing.T, name string, entries []*archive.Entry) *Chart {
	t.Helper()
	e := entries[0]
	var year []*archive.Entry
	for _, f := range entries {
		if f.Year == e.Year {
			year = append(year, f)
		}
	}
	switch name {
	case "outcomes":
		return Outcomes(e.Agency, 5)
	case "flow":
		return Flow(e, 5)
	case "grounds":
		return Grounds(e, 5)
	case "disputes":
		return Disputes(e.Agency)
	case "disputes-of":
		return DisputesOf(e)
	case "table-two":
		return TableTwo(e.Agency)
	case "distribution":
		return Distribution(e.Year, slices.Values(year), "disclosed-share", 5)
	case "releases":
		return Releases(e.Year, slices.Values(year))
	case "verdicts":
		var rows []VerdictRow
		for i, a := range sample.Agencies(entries) {
			r := VerdictRow{Name: a.Name, States: map[int]badge.State{}}
			for _, f := range a.Reports {
				r.States[f.Year] = badge.Looks[i%4].State
			}
			rows = append(rows, r)
		}
		return Verdicts(rows, e.Year, e.Year+1, badge.Looks)
	}
	t.Fatalf("no chart %q", name)
	return nil
}

func write(t *testing.T, w *bytes.Buffer, c *Chart, options bool) {
	t.Helper()
	fmt.Fprintf(w, "%s · %s（%s）· %s\n", c.ID, c.Title.ZH, c.Unit.ZH, c.Title.EN)
	fmt.Fprintf(w, "%s\n%s\n", c.Sentence.ZH, c.Sentence.EN)
	if c.Note.ZH != "" {
		fmt.Fprintf(w, "%s\n%s\n", c.Note.ZH, c.Note.EN)
	}
	fmt.Fprintf(w, "n = %d%s, drawn %v %s\n", c.N, c.NWord.ZH, c.Pictured(), c.Empty)
	fmt.Fprintf(w, "%s | ", c.Table.Corner.ZH)
	for _, l := range c.Table.Columns {
		fmt.Fprintf(w, "%s | ", l.ZH)
	}
	w.WriteByte('\n')
	for _, r := range c.Table.Rows {
		fmt.Fprintf(w, "%s | ", r.Head.ZH)
		for _, cell := range r.Cells {
			w.WriteString(cell.Text.ZH)
			if cell.Note.ZH != "" {
				w.WriteString(" [" + cell.Note.ZH + "]")
			}
			w.WriteString(" | ")
		}
		w.WriteByte('\n')
	}
	if options && c.Options != nil {
		if err := json.Indent(w, c.Options, "", "  "); err != nil {
			t.Fatal(err)
		}
		w.WriteByte('\n')
	}
	w.WriteByte('\n')
}

func TestTablesAreRectangular(t *testing.T) {
	for _, c := range gallery(t) {
		for _, r := range c.Table.Rows {
			if len(r.Cells) != len(c.Table.Columns) {
				t.Errorf("%s: row %q has %d cells of %d", c.ID, r.Head.ZH, len(r.Cells), len(c.Table.Columns))
			}
		}
	}
}

// Names come from reports and TOML: they must not leave the script element.
func TestNamesCannotEndTheScriptElement(t *testing.T) {
	evil := `</script><img src=x onerror=alert(1)>`
	es, err := sample.Entries("# a 2024\n* 1\n# a 2025\n* 1\n")
	if err != nil {
		t.Fatal(err)
	}
	a := es[0].Agency
	a.Name = evil
	charts := []*Chart{
		Outcomes(a, 5), Flow(es[0], 5), Grounds(es[0], 5), Disputes(a), DisputesOf(es[0]), TableTwo(a),
		Verdicts([]VerdictRow{{Name: evil, States: map[int]badge.State{2024: badge.Fail}}}, 2024, 2025, badge.Looks),
		Distribution(2024, slices.Values(es), "disclosed-share", 1), Releases(2024, slices.Values(es)),
	}
	for _, c := range charts {
		if bytes.ContainsAny(c.Options, "<>&\u2028\u2029") {
			t.Errorf("%s: options with markup: %.200s", c.ID, c.Options)
		}
		if c.Options != nil && !json.Valid(c.Options) {
			t.Errorf("%s: options are no JSON", c.ID)
		}
	}
	if !bytes.Contains(charts[6].Options, []byte(`\u003c/script\u003e`)) {
		t.Error("the name is not in the heat map")
	}
}

func TestSameEntriesSameBytes(t *testing.T) {
	a, b := gallery(t), gallery(t)
	for i := range a {
		if !bytes.Equal(a[i].Options, b[i].Options) {
			t.Errorf("%s: options differ between two runs", a[i].ID)
		}
	}
}

func BenchmarkCharts(b *testing.B) {
	for i, c := range gallery(b) {
		b.Run(c.ID+strconv.Itoa(i), func(b *testing.B) {
			b.ReportAllocs()
			es := entriesOf(b)
			for b.Loop() {
				switch i {
				case 0:
					Outcomes(es[0].Agency, 5)
				case 1:
					Flow(es[0], 5)
				case 2:
					Grounds(es[0], 5)
				case 4:
					DisputesOf(es[0])
				default:
					b.Skip("drawn per agency or year, not per report")
				}
			}
		})
	}
}
