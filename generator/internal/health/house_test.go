package main

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// A small house: a and b use each other through a field and a method, c only
// uses them.
const small = `
-- go.mod --
module ogi

go 1.26
-- generator/report/report.go --
package report

type Cell struct{ N int }

type Report struct{ Cells []Cell }
-- generator/decode/a.go --
package decode

import (
	"regexp"

	"ogi/generator/report"
)

var number = regexp.MustCompile("[0-9]+")

type row struct{ key string }

func (r *row) set(to *report.Report) {
	if number.MatchString(r.key) && len(to.Cells) > 0 || r.next() {
		to.Cells[0] = report.Cell{}
	}
}
-- generator/decode/b.go --
package decode

func (r *row) next() bool {
	for i := range 3 {
		switch i {
		case 1:
			r.key = "a"
		default:
		}
	}
	return false
}
-- generator/decode/c.go --
package decode

import "ogi/generator/report"

func Read(r *report.Report) {
	(&row{}).set(r)
}
-- generator/decode/c_test.go --
package decode
-- generator/internal/golden/golden.go --
package golden
`

func TestHouseIsMeasured(t *testing.T) {
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(small)).Files {
		put(t, filepath.Join(dir, filepath.FromSlash(f.Name)), f.Data)
	}
	h, err := measure(dir)
	if err != nil {
		t.Fatal(err)
	}
	var d *Room
	for _, r := range h.Rooms {
		if r.Path == "generator/decode" {
			d = r
		}
	}
	if d == nil {
		t.Fatal("decode is no room")
	}
	if d.Files != 3 || d.Lines != 36 || d.TestFiles != 1 || d.Expressions != 1 || d.Tied != 2 || d.Naming != 1 || d.Placing != 2 {
		t.Errorf("%+v", *d)
	}
	for _, f := range d.Functions {
		if want := map[string]int{"(*row).set": 4, "(*row).next": 3, "Read": 1}[f.Name]; f.Complexity != want {
			t.Errorf("%s has complexity %d, want %d", f.Name, f.Complexity, want)
		}
	}
	var b strings.Builder
	h.tell(&b)
	for _, want := range []string{
		"programs: 4 files, 41 lines, 2 packages", "tests:    2 files, 2 lines, with 1 packages", "functions over 60 lines: 0",
		"generator/decode (*row).set 4", "regular expressions: 1", "generator/decode 2 of 3", "functions that name a row: 1; that lead to a cell: 2",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not told in\n%s", want, b.String())
		}
	}
}
