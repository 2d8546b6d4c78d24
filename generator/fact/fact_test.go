package fact

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"ogi/generator/report"
	"ogi/generator/source"
)

// The prose reader must be right where it speaks: precision is what a badge
// rests on. Recall only costs a statement that is not compared.
const (
	wantPrecision = 0.99
	wantRecall    = 0.95
)

// A case is one line of testdata/sentences.tsv.
type sample struct {
	line     int
	where    string
	want     []string
	sentence string
}

func samples(t testing.TB) []sample {
	b, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []sample
	sc := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; sc.Scan(); n++ {
		l := sc.Text()
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, "\t")
		if len(f) != 3 {
			t.Fatalf("sentences.tsv:%d: want three columns", n)
		}
		s := sample{line: n, where: f[0], sentence: f[2]}
		if f[1] != "-" {
			s.want = strings.Fields(f[1])
		}
		out = append(out, s)
	}
	return out
}

// got reads one sample the way a report is read.
func (s sample) got() ([]string, *Reading) {
	ctx := Context{Year: 2024, Agency: "清河县司法局"}
	where := s.where
	if strings.HasPrefix(where, "g") {
		ctx.Agency, where = "清河县人民政府", where[1:]
	}
	section := 1
	var paras []report.Text
	switch where {
	case "r":
		paras = append(paras, report.Text{Text: "（二）依申请公开情况", Pos: source.Pos{Line: 1, Col: 1}})
	case "d":
		paras = append(paras, report.Text{Text: "（一）主动公开情况", Pos: source.Pos{Line: 1, Col: 1}})
	case "4", "5", "6":
		section = int(where[0] - '0')
	}
	paras = append(paras, report.Text{Text: s.sentence, Pos: source.Pos{Line: 2, Col: 1}})
	rd := read(paras, ctx, section)
	var out []string
	for _, f := range rd.Facts {
		out = append(out, notation(f))
	}
	for _, g := range rd.Groups {
		out = append(out, groupNotation(g))
	}
	return out, rd
}

func groupNotation(g Group) string {
	var b strings.Builder
	fmt.Fprintf(&b, "parts:%s=", g.Total.Value)
	for i, p := range g.Parts {
		if i > 0 {
			b.WriteByte('+')
		}
		b.WriteString(p.Value.String())
	}
	switch {
	case g.Complete:
		b.WriteByte('!')
	case g.Open:
		b.WriteByte('?')
	}
	return b.String()
}

// notation is a fact as testdata/sentences.tsv writes it.
func notation(f Fact) string {
	var b strings.Builder
	b.WriteString(string(f.Kind))
	switch {
	case f.Kind == AllHandled:
	case f.None:
		b.WriteString("=none")
	default:
		fmt.Fprintf(&b, "=%s", f.Value)
		if !f.High.IsZero() {
			fmt.Fprintf(&b, "-%s", f.High)
		}
	}
	if !f.Exact {
		b.WriteByte('~')
	}
	if f.Part {
		b.WriteByte('^')
	}
	if f.Time != ThisYear {
		b.WriteString("@" + f.Time.String())
	}
	if f.Scope > Own {
		b.WriteString("/" + f.Scope.String())
	}
	return b.String()
}

func TestSentences(t *testing.T) {
	var right, wrong, missed int
	all := samples(t)
	for _, s := range all {
		got, _ := s.got()
		rest := slices.Clone(s.want)
		var extra []string
		for _, g := range got {
			if i := slices.Index(rest, g); i >= 0 {
				rest = slices.Delete(rest, i, i+1)
				right++
			} else {
				extra = append(extra, g)
			}
		}
		wrong += len(extra)
		missed += len(rest)
		if len(extra)+len(rest) > 0 {
			t.Logf("sentences.tsv:%d: not wanted %v, missed %v\n\t%s", s.line, extra, rest, s.sentence)
		}
	}
	precision := float64(right) / float64(right+wrong)
	recall := float64(right) / float64(right+missed)
	t.Logf("%d sentences, %d facts and groups: precision %.3f (%d wrong), recall %.3f (%d missed)", len(all), right+missed, precision, wrong, recall, missed)
	if precision < wantPrecision {
		t.Errorf("precision %.3f, want at least %.2f", precision, wantPrecision)
	}
	if recall < wantRecall {
		t.Errorf("recall %.3f, want at least %.2f", recall, wantRecall)
	}
}

func BenchmarkRead(b *testing.B) {
	var paras []report.Text
	n := 0
	for _, s := range samples(b) {
		paras = append(paras, report.Text{Text: s.sentence, Pos: source.Pos{Line: len(paras) + 1, Col: 1}})
		n += len(s.sentence)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		read(paras, Context{Year: 2024, Agency: "清河县司法局"}, 1)
	}
}
