package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/internal/golden"
)

// The archive of this repository as it is read and judged now, one report a
// line: what a change of a reader or a rule does to real reports shows here.
func TestArchiveAsReadAndJudged(t *testing.T) {
	r, err := take(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Troubles {
		t.Errorf("%s: %s (%s)", at(m), m.Message, m.Code)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "# report form layout coverage | cells: plain recovered garbled missing | guards | findings")
	for _, p := range r.Reports {
		fmt.Fprintf(&b, "%s %s %s %.4f | %d %d %d %d | %s | %s\n", p.ID, p.Form, p.Layout, p.Coverage,
			p.Plain, p.Recovered, p.Garbled, p.Missing, rules(p.Guards), rules(p.Findings))
	}
	golden.Compare(t, filepath.Join("testdata", "archive.golden"), []byte(b.String()))
}

// rules are the ids of the rules that spoke, each once.
func rules(ms []Remark) string {
	var ids []string
	for _, m := range ms {
		ids = append(ids, m.Code)
	}
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), " ")
}
