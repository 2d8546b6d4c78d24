package config

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/diag"
	"ogi/generator/internal/carrier"
)

// A file of the archive's own is read without panic; each message names the file
// and a place in it, and numbers of persons stand neither in what was read nor
// in what is said.
func fuzzed[T any](f *testing.F, name string, read func(string, []byte) (T, []diag.Diagnostic), seeds ...string) {
	c := carrier.All()[0]
	card := regexp.MustCompile(`(^|[^0-9])` + c.Card + `([^0-9]|$)`) // within a longer number it is none
	for _, s := range seeds {
		f.Add([]byte(s))
		f.Add([]byte(strings.NewReplacer("某", "某 电话"+c.Call+" ", "example.org/", "example.org/"+c.Card).Replace(s)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v, ds := read(name, b)
		lines := bytes.Count(b, []byte("\n")) + 1
		for _, d := range ds {
			if d.File != name || d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Col < 1 {
				t.Errorf("%v: no place in a file of %d lines", d, lines)
			}
			if card.MatchString(d.String()) || strings.Contains(d.String(), " 电话"+c.Call+" ") {
				t.Errorf("%v repeats a number", d)
			}
		}
		if got := fmt.Sprintf("%+v", v); strings.Contains(got, " 电话"+c.Call+" ") || strings.Contains(got, "example.org/"+c.Card) {
			t.Errorf("a number was read: %s", got)
		}
	})
}

func FuzzSite(f *testing.F) {
	fuzzed(f, "site.toml", ReadSite, "title = \"某\"\nbase_url = \"https://example.org/\"\nsmall_n = 5\ncontact = \"mailto:a@example.org\"\n[licence]\ndata = \"某\"\n[deadlines]\n\"410403\" = \"01-31\"\n[labels]\npass = \"某\"\n")
}

func FuzzAgency(f *testing.F) {
	fuzzed(f, "agency.toml", ReadAgency, "name = \"某局\"\nregion = \"410403\"\nkind = \"department\"\naliases = [\"某\", \"甲\"]\nhomepage = \"https://example.org/\"\n[[names]]\nname = \"某\"\nfrom = 2019\nto = 2020\n[[predecessors]]\nagency = \"a\"\nyear = 2019\n")
}

func FuzzYear(f *testing.F) {
	fuzzed(f, "2024.toml", ReadYear, "source = \"https://example.org/\"\npublished = \"2025-01-20\"\ncaptured = \"2025-02-03\"\nedition = \"full\"\nscope = \"own\"\n[[file]]\npath = \"a.txt\"\nrole = \"corrected\"\n", "withdrawn = \"某\"\nsearched = \"2026-03-02\"\n")
}

func FuzzNotes(f *testing.F) {
	fuzzed(f, "2024.notes.toml", ReadNotes, "[[note]]\nrule = \"no-date\"\nstatus = \"explained\"\nvalue = \"1\"\ntext = \"某\"\nby = \"某\"\ndate = \"2026-03-02\"\nlink = \"https://example.org/\"\n")
}

func FuzzCells(f *testing.F) {
	fuzzed(f, "2024.cells.toml", ReadCells, "sha256 = \""+strings.Repeat("0", 64)+"\"\nform = \"2021\"\n[[cell]]\nkey = \"requests.received.total\"\nvalue = \"95\"\nplace = \"第3页\"\nby = \"某\"\n")
}
