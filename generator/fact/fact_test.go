package fact

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/internal/golden"
	"ogi/generator/place"
	"ogi/generator/report"
)

// The prose reader must be right where it speaks: precision is what a badge
// rests on. Recall only costs a statement that is not compared.
const (
	wantPrecision = 0.99
	wantRecall    = 0.95
)

// A sample is one line of a lot, testdata/*.tsv.
type sample struct {
	where    string
	want     []string
	sentence string
}

func samples(t testing.TB, file string) []sample {
	b, err := os.ReadFile(file)
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
			t.Fatalf("%s:%d: want three columns", file, n)
		}
		s := sample{where: f[0], sentence: f[2]}
		if f[1] != "-" {
			s.want = strings.Fields(f[1])
		}
		out = append(out, s)
	}
	return out
}

func lots(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no lots of sentences", err)
	}
	return files
}

func everySample(t testing.TB) []sample {
	var all []sample
	for _, file := range lots(t) {
		all = append(all, samples(t, file)...)
	}
	return all
}

// got reads one sample the way a report is read.
func (s sample) got() ([]string, *Reading) {
	ctx := Context{Year: 2024, Agency: "清河县司法局"}
	where := s.where
	if agency, rest, ok := strings.Cut(where, "/"); ok {
		ctx.Agency, where = agency, rest
	} else if rest, ok := strings.CutPrefix(where, "g"); ok {
		ctx.Agency, where = "清河县人民政府", rest
	}
	section := 1
	var paras []report.Text
	switch where {
	case "r":
		paras = append(paras, report.Text{Text: "（二）依申请公开情况", Pos: place.Pos{Line: 1, Col: 1}})
	case "d":
		paras = append(paras, report.Text{Text: "（一）主动公开情况", Pos: place.Pos{Line: 1, Col: 1}})
	case "4", "5", "6":
		section = int(where[0] - '0')
	}
	paras = append(paras, report.Text{Text: s.sentence, Pos: place.Pos{Line: 2, Col: 1}})
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

// take looks got up in want, first what is required: whether it is there, and
// required. What is wanted with a leading ? may be read or not, with ^? as a
// part or not.
func take(want *[]string, got string) (found, required bool) {
	for _, optional := range []bool{false, true} {
		for i, w := range *want {
			w, may := strings.CutPrefix(w, "?")
			if may != optional {
				continue
			}
			g := got
			if strings.Contains(w, "^?") {
				w, g = strings.Replace(w, "^?", "", 1), strings.Replace(g, "^", "", 1)
			}
			if may && strings.HasPrefix(w, "parts:") {
				w, g = strings.TrimRight(w, "!?"), strings.TrimRight(g, "!?")
			}
			if w == g {
				*want = slices.Delete(*want, i, i+1)
				return true, !may
			}
		}
	}
	return false, false
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

// What is read of all lots, and the list of what is not read right. The lots
// were each written before the reader was tried on them; their first lines say
// how it fared then, which tells more than what it makes of them now.
func TestSentences(t *testing.T) {
	var all score
	var misses bytes.Buffer
	for _, file := range lots(t) {
		var lot score
		for _, s := range samples(t, file) {
			got, _ := s.got()
			want := slices.Clone(s.want)
			var extra []string
			for _, g := range got {
				found, required := take(&want, g)
				if !found {
					extra = append(extra, g)
				} else if required {
					lot.right++
				}
			}
			want = slices.DeleteFunc(want, func(w string) bool { return w[0] == '?' })
			lot.sentences++
			lot.wrong += len(extra)
			for _, g := range extra {
				if accuses(g) {
					lot.accusing++
				}
			}
			lot.missed += len(want)
			if len(extra)+len(want) > 0 {
				fmt.Fprintf(&misses, "%s\n\tnot wanted %v, missed %v\n", s.sentence, extra, want)
			}
		}
		t.Logf("%s: %s", filepath.Base(file), lot)
		all.sentences += lot.sentences
		all.right += lot.right
		all.wrong += lot.wrong
		all.accusing += lot.accusing
		all.missed += lot.missed
	}
	t.Logf("all: %s", all)
	golden.Compare(t, "testdata/misses.txt", misses.Bytes())
	if p := all.precision(); p < wantPrecision {
		t.Errorf("precision %.3f, want at least %.2f", p, wantPrecision)
	}
	if r := all.recall(); r < wantRecall {
		t.Errorf("recall %.3f, want at least %.2f", r, wantRecall)
	}
}

type score struct{ sentences, right, wrong, accusing, missed int }

// accuses reports whether a rule may fail on what was read: an exact number
// of this year that is no part and of no channel, unit or other body, or a
// list that says it is whole.
func accuses(got string) bool {
	if strings.HasPrefix(got, "parts:") {
		return strings.HasSuffix(got, "!")
	}
	return !strings.ContainsAny(strings.TrimSuffix(got, "/area"), "~^@/")
}

func (s score) precision() float64 { return float64(s.right) / float64(s.right+s.wrong) }
func (s score) recall() float64    { return float64(s.right) / float64(s.right+s.missed) }
func (s score) String() string {
	return fmt.Sprintf("%d sentences, %d facts and groups: precision %.3f (%d wrong, %d of them might accuse), recall %.3f (%d missed)",
		s.sentences, s.right+s.missed, s.precision(), s.wrong, s.accusing, s.recall(), s.missed)
}

func BenchmarkRead(b *testing.B) {
	var paras []report.Text
	n := 0
	for _, s := range everySample(b) {
		paras = append(paras, report.Text{Text: s.sentence, Pos: place.Pos{Line: len(paras) + 1, Col: 1}})
		n += len(s.sentence)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		read(paras, Context{Year: 2024, Agency: "清河县司法局"}, 1)
	}
}
