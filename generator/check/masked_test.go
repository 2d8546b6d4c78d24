package check_test

import (
	"slices"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/internal/carrier"
	"ogi/generator/personal"
	"ogi/generator/report"
)

// Each text of a judgement is masked, also one in a field that is new.
func TestEveryTextOfAJudgementIsMasked(t *testing.T) {
	j := &check.Judgement{}
	carrier.Fill(j, "手机13812345678")
	j.Findings[0].Secret = ""           // a mark, no text of the report
	j.Findings[0].Operands[0].Key = "a" // a key of the form
	j.Findings[0].Cause.Cell.Key = "a"
	carrier.Fill(&j.Findings[0].Note.Link, "https://example.org/11010519491231002X")
	carrier.Fill(&j.Stale[0].Link, "https://example.org/11010519491231002X")
	before := strings.Join(carrier.Texts(j), "\n")
	for _, text := range carrier.Texts(j.Masked(personal.Masked)) {
		if strings.Contains(text, "13812345678") || strings.Contains(text, "11010519491231002X") {
			t.Error(text)
		}
	}
	if before != strings.Join(carrier.Texts(j), "\n") {
		t.Error("the judgement itself was changed")
	}
}

// Each text of an agency and its entries is masked, but paths that lead to files,
// and sums of bytes. In addresses identity numbers are.
func TestEveryTextOfAnEntryIsMasked(t *testing.T) {
	for _, c := range []struct{ text, number string }{
		{"手机13812345678", "13812345678"},
		{"https://example.org/11010519491231002X", "11010519491231002X"},
	} {
		g := &archive.Agency{}
		carrier.Fill(g, c.text)
		m := g.Masked(archive.Masking{Report: func(*report.Report) *report.Report { return nil }}, nil)
		n := 0
		for _, text := range carrier.Texts(m) {
			n++
			name, value, _ := strings.Cut(text, ": ")
			at := name[strings.LastIndexByte(name, '.')+1:]
			leads := slices.Contains([]string{"Path", "NotesPath", "HumanPath", "SHA256"}, at) || at == "Agency" && strings.Contains(name, "Files")
			address := slices.Contains([]string{"Source", "Link", "Homepage"}, at) && c.number == "13812345678"
			if !leads && !address && strings.Contains(value, c.number) {
				t.Error(text)
			}
		}
		if n < 40 {
			t.Errorf("only %d texts", n)
		}
	}
}
