// Package growth holds files that repeat one thing many times, of every kind that
// reports come in, and tells whether the time of what is done with them grows
// with their size. Time that grows with its square is how a small file stops a
// build.
package growth

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"ogi/generator/internal/specimen"
)

// A Shape is one kind of repetition. Make gives a file of about so many bytes
// before it is packed.
type Shape struct {
	Name string
	Path string
	Make func(size int) []byte
}

type list struct {
	shapes []Shape
	sound  *specimen.Specimen
}

func (l *list) add(name string, k specimen.Kind, per int, f func(n int) []byte) {
	per = max(per, 1)
	l.shapes = append(l.shapes, Shape{name, "2024" + k.Ext(), func(size int) []byte { return f(max(1, size/per)) }})
}

// Shapes are all of them.
func Shapes() []Shape {
	l := &list{sound: specimen.Random(1, specimen.Options{Year: 2024, Agency: "青禾县教育局"})}
	l.texts()
	l.pages()
	l.css()
	l.mht()
	l.word()
	l.sheets()
	l.csv()
	l.pdfs()
	return l.shapes
}

// once are shapes that took time with the square of their size; they are run each
// time.
var once = []string{
	`txt/lines "（"`, `txt/lines "没有"`, `txt/lines "1,"`, `txt/lines "5。"`, `raw/all "2024年"`, `raw/all "县财政局"`,
	`html/ps "("`, `html/cell "受理申请5件，"`, `html/open div`, `html/cell br 1`,
	`docx/cell runs <w:strike/>`, `docx/paras in cell`, `xlsx/sst shared`, `xlsx/sst runs`,
	`pdf/quote`, `pdf/boxes one row`, `pdfraw/ocgs`, `mht/dashes`,
}

// sampled is which of the others are run where not all are.
const sampled = 90

// Some are all shapes if OGI_FULL is set, else a sample.
func Some() []Shape {
	all := Shapes()
	if os.Getenv("OGI_FULL") != "" {
		return all
	}
	var out []Shape
	for i, s := range all {
		if i%sampled == 0 || slices.Contains(once, s.Name) {
			out = append(out, s)
		}
	}
	return out
}

// Sizes of the files, and the time below which nothing can be told and nothing
// is wrong: a large file in a tenth of a second does no harm however time grows.
const (
	small    = 48 << 10
	large    = 4 * small
	harmless = 100 * time.Millisecond
	most     = 10.0 // a fourfold file takes 4 times as long, with the square 16
)

// Grows fails where what is done with a file four times as large takes more than
// ten times as long, in time of the processor.
func Grows(t *testing.T, s Shape, do func(path string, b []byte)) {
	t.Helper()
	Work(t, s.Name, func(size int) func() {
		b := s.Make(size)
		return func() { do(s.Path, b) }
	})
}

// Text is Grows for what is done with a text in which a piece is repeated.
func Text(t *testing.T, piece string, do func(s string)) {
	t.Helper()
	Work(t, piece, func(size int) func() {
		s := strings.Repeat(piece, size/len(piece)+1)
		return func() { do(s) }
	})
}

// Work is Grows for what is done after something else was made ready.
func Work(t *testing.T, name string, of func(size int) func()) {
	t.Helper()
	big := of(large)
	four := took(big)
	if four < harmless {
		return
	}
	little := of(small)
	one := took(little)
	for range 2 {
		if four > 5*time.Second && float64(four) > 1.2*most*float64(one) {
			break // no need to wait for more
		}
		if float64(four) <= most*float64(one) {
			return
		}
		one, four = min(one, took(little)), min(four, took(big))
	}
	if four > harmless && float64(four) > most*float64(one) {
		t.Errorf("%s: %d KB take %v, %d KB take %v", name, small>>10, one, large>>10, four)
	}
}

func took(do func()) time.Duration {
	from := processor()
	do()
	return processor() - from
}

// a file of a kind, cut before section five.
func (l *list) base(k specimen.Kind) (before, after string) {
	t := l.whole(k)
	i := strings.LastIndex(t, "五、")
	if k == specimen.HTML {
		i = strings.LastIndex(t[:i], "<")
	} else {
		i = strings.LastIndex(t[:i], "\n") + 1
	}
	return t[:i], t[i:]
}

// whole is a sound report.
func (l *list) whole(k specimen.Kind) string {
	return string(l.sound.MustWrite(k))
}
