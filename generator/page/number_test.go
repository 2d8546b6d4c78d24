package page

import (
	"strings"
	"testing"

	"ogi/generator/place"
	"ogi/generator/report"
)

// What the source view numbers is what a person can count in the file.
func TestLinesAreNumberedByWhatTheFileHas(t *testing.T) {
	in := func(line, col int, p place.Place) report.ViewLine {
		return report.ViewLine{Pos: place.Pos{Line: line, Col: col}.In(p)}
	}
	type at = place.Place
	for _, c := range []struct {
		name     string
		view     []report.ViewLine
		want     string
		counting Counting
	}{
		{"text", []report.ViewLine{in(1, 1, at{}), in(2, 1, at{}), in(3, 1, at{})}, "1 2 3", ByLine},
		{"a page with skipped lines", []report.ViewLine{in(8, 4, at{}), in(13, 4, at{}), in(20, 9, at{Table: 1, Row: 1}), in(31, 4, at{})}, "段1 段2 表1·1 段3", ByPart},
		{"a page saved as one line", []report.ViewLine{in(1, 9, at{}), in(1, 99, at{}), in(1, 200, at{Table: 1, Row: 1}), in(1, 300, at{Table: 1, Row: 2})}, "段1 段2 表1·1 表1·2", ByPart},
		{"a Word file, whose own numbers count those in tables", []report.ViewLine{in(0, 0, at{Para: 1}), in(0, 0, at{Para: 2, Table: 1, Row: 1}), in(0, 0, at{Para: 30})}, "段1 表1·1 段2", ByPart},
		{"a PDF", []report.ViewLine{in(0, 0, at{Page: 1}), in(0, 0, at{Page: 1}), in(0, 0, at{Page: 2}), in(0, 0, at{Page: 2, Table: 1, Row: 1})}, "1页·1 1页·2 2页·1 表1·1", ByPage},
		{"a workbook", []report.ViewLine{in(0, 0, at{Sheet: "甲", Row: 1}), in(0, 0, at{Sheet: "甲", Row: 3}), in(0, 0, at{Sheet: "乙", Row: 1})}, "行1 行3 表2·1", ByRow},
	} {
		labels, counting := numbered(c.view)
		if got := strings.Join(labels, " "); got != c.want || counting != c.counting {
			t.Errorf("%s: %s (%d), want %s (%d)", c.name, got, counting, c.want, c.counting)
		}
	}
}

// Of what begins on one line of the file, a place leads to what holds it, and is
// told by the number painted there.
func TestPlacesOnAPageSavedAsOneLine(t *testing.T) {
	view := []report.ViewLine{{Pos: place.Pos{Line: 1, Col: 9}}, {Pos: place.Pos{Line: 1, Col: 99}}, {Pos: place.Pos{Line: 1, Col: 200}}}
	a := newAnchors(view, nil)
	for col, want := range map[int]string{9: "第1段", 98: "第1段", 99: "第2段", 150: "第2段", 4000: "第3段"} {
		if got := a.words(place.Pos{Line: 1, Col: col}); got.ZH != want || got.EN != "paragraph "+want[3:4] {
			t.Errorf("character %d is in %v, want %s", col, got, want)
		}
	}
}
