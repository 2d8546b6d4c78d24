// Package diag holds messages about an input: what is wrong, where, and what
// to do. It is for the people who keep the archive; findings about what an
// agency reported are check.Finding and never pass through here.
//
// Messages and remedies are in Chinese, which keepers of such an archive read;
// what other programs look for is not: places, levels, codes, and the keys and
// values of TOML. What a command says of itself, its help and its faults of
// usage, is in English and passes elsewhere.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ogi/generator/place"
	"ogi/generator/sign"
)

// A Level says what a diagnostic means for the exit code.
type Level uint8

const (
	Note    Level = iota // worth knowing
	Warning              // used, but look at it
	Error                // this input could not be used; the build goes on and exits 1
)

func (l Level) String() string { return [...]string{"note", "warning", "error"}[l] }

// NoProgram is the code of a file that is whole and that no program reads. In an
// archive such a report is held, and told of as a note.
const NoProgram = "no-program-reads"

// A Diagnostic is one message. File is slash-separated and relative to the
// archive; Pos may be zero. Remedy says what to do and may be empty.
type Diagnostic struct {
	Level   Level
	File    string
	Pos     place.Pos
	Code    string // stable id, as "recovered-row"
	Message string
	Remedy  string
}

// String gives "file:line:col: level: message (code)" with the remedy on a line
// of its own. No name or text begins another.
func (d Diagnostic) String() string {
	at := sign.Line(d.File)
	if !d.Pos.IsZero() {
		at += ":" + d.Pos.String()
	}
	s := fmt.Sprintf("%s: %s: %s", at, d.Level, sign.Line(d.Message))
	if d.Code != "" {
		s += " (" + d.Code + ")"
	}
	if d.Remedy != "" {
		// A remedy may be lines to write into a file; each goes behind a tab.
		for line := range strings.SplitSeq(d.Remedy, "\n\t") {
			s += "\n\t" + sign.Line(line)
		}
	}
	return s
}

// Sort orders by file, place and code, so that output never depends on timing.
func Sort(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
}
