package proof

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
	"ogi/generator/rule"
)

// allKinds keep every figure.
var allKinds = slices.DeleteFunc(slices.Concat(specimen.Kinds, specimen.MoreKinds), func(k specimen.Kind) bool { return k == specimen.TabCut })

// wants are the cells that do not print their figure, with the states that a
// reader would give them.
type wants map[form.Key][]report.State

// A tally counts cells of many reports. Unread cells say that they could not
// be read; gone ones are told as missing
// in a table that was read, though something is printed; silent
// and misread ones bear a wrong number, misread ones say that it was inferred.
type tally struct {
	reports, right, inferred, unread, gone, silent, misread, fails int
	notes                                                          []string
}

func (t *tally) String() string {
	return fmt.Sprintf("%4d reports %6d right %6d inferred %6d unread %4d gone %5d silent %5d inferred wrong %4d false fails",
		t.reports, t.right, t.inferred, t.unread, t.gone, t.silent, t.misread, t.fails)
}

// faults are what may never be.
func (t *tally) faults() int { return t.gone + t.silent + t.misread + t.fails }

func (t *tally) add(o *tally) {
	t.reports += o.reports
	t.right += o.right
	t.inferred += o.inferred
	t.unread += o.unread
	t.gone += o.gone
	t.silent += o.silent
	t.misread += o.misread
	t.fails += o.fails
	for _, n := range o.notes {
		t.note("%s", n)
	}
}

func (t *tally) note(format string, args ...any) {
	if len(t.notes) < 4 {
		t.notes = append(t.notes, fmt.Sprintf(format, args...))
	}
}

// cells lays what was read beside what is printed.
func (t *tally) cells(s *specimen.Specimen, r *report.Report, w wants) {
	read := map[form.Table]bool{}
	for _, d := range s.Form.Defs {
		read[d.Table] = read[d.Table] || r.Cell(d.Key).State == report.Number
	}
	for _, d := range s.Form.Defs {
		got, want := r.Cell(d.Key), s.Cells[d.Key]
		states, other := w[d.Key]
		switch {
		case other && slices.Contains(states, got.State):
			t.right++
		case !other && got.State == report.Number && got.Value.Cmp(want) == 0:
			if got.Recovered {
				t.inferred++
			} else {
				t.right++
			}
		case got.State == report.Number && got.Recovered:
			t.misread++
			t.note("%s inferred %s (%q), is %s", d.Key, got.Value, got.Raw, s.Printed(d.Key))
		case got.State == report.Number:
			t.silent++
			t.note("%s reads %s (%q), is %s", d.Key, got.Value, got.Raw, s.Printed(d.Key))
		case other && read[d.Table] && got.State == report.Missing && slices.Contains(states, report.Garbled):
			t.gone++
			t.note("%s is told as missing, is %s", d.Key, s.Printed(d.Key))
		default:
			t.unread++
		}
	}
}

// judged reads and judges a specimen as a lone file of a body with a folder.
func judged(t *testing.T, s *specimen.Specimen, k specimen.Kind, kind archive.Kind) (*report.Report, *check.Judgement) {
	t.Helper()
	r, ds := decode.File(strconv.Itoa(s.Year)+k.Ext(), s.MustWrite(k))
	if r == nil {
		t.Fatalf("%v as %s: %v", s, k, ds)
	}
	g := &archive.Agency{Slug: "unit", Name: s.Agency, Kind: kind, Level: archive.County}
	e := &archive.Entry{Agency: g, Year: s.Year, Path: r.File, Report: r}
	g.Reports = []*archive.Entry{e}
	return r, check.One(g, e, nil, rule.All, false)
}

// fails are the rules that fail.
func fails(j *check.Judgement) map[string]string {
	out := map[string]string{}
	for _, f := range j.Findings {
		if f.Status == check.Fail {
			out[f.Rule.ID] = f.Message.ZH + " [" + f.Formula + "]"
		}
	}
	return out
}

// many is a number of rounds: few in a plain run, all of them with OGI_FULL.
func many(few, all int) int {
	if n, err := strconv.Atoi(os.Getenv("OGI_PROOF")); err == nil {
		return n
	}
	if os.Getenv("OGI_FULL") != "" {
		return all
	}
	return few
}

func lines(notes []string) string { return "\n\t" + strings.Join(notes, "\n\t") }
