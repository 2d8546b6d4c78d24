package decode_test

import (
	"bytes"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// Words in place of figures, in the text of a PDF, are read as no number, and what
// stands about them is not told as missing; where the row is as long as it should
// be they cost no other cell.
func TestWordsAmongFiguresOfText(t *testing.T) {
	odd := []form.Key{
		"requests.granted.enterprise", "requests.granted.other", "requests.denied.security.natural_person",
		"requests.denied.inquiry.research", "requests.outcomes_total.total", "remedies.direct_suit.other",
	}
	for _, k := range []specimen.Kind{specimen.Flat, specimen.FlatRaw} {
		for _, words := range []string{"数据待核", "不予公开", "近百件", "#REF!", "正在清理"} {
			s := specimen.Random(2, specimen.Options{Distinct: true, Max: 3000})
			for _, key := range odd {
				s.Print(key, words)
			}
			r := decoded(t, "2024.txt", s.MustWrite(k))
			for _, d := range s.Form.Defs {
				switch c := r.Cell(d.Key); {
				case c.State == report.Missing:
					t.Errorf("%s %s: %s is missing", k, words, d.Key)
				case c.State == report.Number && c.Value.String() != s.Printed(d.Key) && d.Key != "proactive.charges.amount":
					t.Errorf("%s %s: %s reads %s, printed %s", k, words, d.Key, c.Value, s.Printed(d.Key))
				}
			}
			for _, c := range []string{"natural_person", "research", "total"} {
				if x := r.Cell("requests.granted." + c); words != "#REF!" && x.State != report.Number {
					t.Errorf("%s %s: %s is %v: %s", k, words, c, x.State, x.Why)
				}
			}
		}
	}
}

// Four figures among seven places are a row; three are words that happen to stand among
// figures.
func TestMostPlacesOfARowAreFigures(t *testing.T) {
	for n, want := range map[int]bool{3: true, 4: false} {
		s := specimen.Random(2, specimen.Options{Distinct: true, Max: 3000})
		for _, c := range form.Columns[1 : 1+n] {
			s.Print("requests.granted."+c, "数据待核")
		}
		r := decoded(t, "2024.txt", s.MustWrite(specimen.Flat))
		if x := r.Cell("requests.granted.total"); (x.State == report.Number) != want {
			t.Errorf("%d words: the total is %v (%s)", n, x.State, x.Why)
		}
	}
}

// A hedge that the width of a cell broke from its figure belongs to it: 100 of
// 100余 is no count.
func TestHedgeOnALineOfItsOwn(t *testing.T) {
	for _, broken := range []string{"100\n余", "100\n余件", "约\n100", "100\n左右"} {
		s := specimen.Random(2, specimen.Options{Distinct: true, Max: 3000})
		s.Print("remedies.direct_suit.upheld", "100100")
		text := bytes.ReplaceAll(s.MustWrite(specimen.FlatPlain), []byte("100100"), []byte(broken))
		r := decoded(t, "2024.txt", text)
		if c := r.Cell("remedies.direct_suit.upheld"); c.State != report.Garbled {
			t.Errorf("%q is %v %q", broken, c.State, c.Raw)
		}
		if c := r.Cell("remedies.direct_suit.total"); c.State != report.Number {
			t.Errorf("%q: the total is %v: %s", broken, c.State, c.Why)
		}
	}
}

// Figures of one row that stand at two heights come in the order of the columns
// or of the lines; where both add up, neither is taken.
func TestRowAtTwoHeights(t *testing.T) {
	s := specimen.Random(2, specimen.Options{Distinct: true, Max: 3000})
	text := s.MustWrite(specimen.Flat)
	const above, row = "                                                                898", "一、本年新收政府信息公开申请数量    1853  1110  2958      1892  8711"
	at := bytes.Index(text, []byte("一、本年新收政府信息公开申请数量"))
	end := at + bytes.IndexByte(text[at:], '\n')
	text = append(append(append([]byte(nil), text[:at]...), "\n"+above+"\n"+row...), text[end:]...)
	r := decoded(t, "2024.txt", text)
	for _, c := range form.Columns {
		if x := r.Cell("requests.received." + c); x.State == report.Number {
			t.Errorf("%s reads %v", c, x.Value)
		}
	}
}
