package decode_test

import (
	"bytes"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// Words in place of a figure are read as no number wherever a table may stand: on
// a line of their own among figures each on a line, at the end of a row and of a
// table, in running text, between bars that parted, and in a workbook's table four.
func TestWordsInPlaceOfAFigure(t *testing.T) {
	odd := []form.Key{
		"proactive.compulsion.decisions", "proactive.charges.amount", "requests.granted.enterprise", "requests.denied.state_secret.total",
		"requests.denied.third_party.total", "requests.unavailable.not_held.natural_person", "remedies.reconsideration.pending",
	}
	for _, k := range []specimen.Kind{specimen.CellLine, specimen.LoneBars, specimen.OneLine, specimen.AllInOne, specimen.XLSX} {
		for _, words := range []string{"2024/1/3", "数据待核", "不予公开", "无数据", "正在清理"} {
			for n := range odd {
				s := specimen.Random(uint64(n), specimen.Options{Distinct: true, Max: 3000})
				s.Print(odd[n], words)
				r := decoded(t, "2024"+k.Ext(), s.MustWrite(k))
				if c := r.Cell(odd[n]); c.State != report.Garbled && c.State != report.Dash {
					t.Errorf("%s, %s in %s: %v %q", k, words, odd[n], c.State, c.Raw)
				}
				for _, d := range s.Form.Defs {
					c := r.Cell(d.Key)
					if d.Key != odd[n] && c.State == report.Number && c.Value.Cmp(s.Cells[d.Key]) != 0 {
						t.Errorf("%s, %s in %s: %s reads %s, printed %s", k, words, odd[n], d.Key, c.Value, s.Printed(d.Key))
					}
				}
				if k == specimen.XLSX && r.Cell("remedies.direct_suit.total").State != report.Number {
					t.Errorf("%s in %s: table four is not read", words, odd[n])
				}
			}
		}
	}
}

// A bare name of a group above its rows is no word in place of a figure, though the
// row above has one figure fewer than there are columns: its blank may be anywhere.
func TestBareGroupBehindABlank(t *testing.T) {
	s := specimen.Random(3, specimen.Options{Distinct: true, Max: 3000})
	s.Print("requests.partial.research", "")
	text := string(s.MustWrite(specimen.CellLine))
	text = strings.Replace(text, "（三）不予公开\n", "不予公开\n", 1)
	r := decoded(t, "2024.txt", []byte(text))
	for _, c := range []string{"research", "public_welfare", "legal_service", "other", "total"} {
		key := "requests.partial." + c
		if x := r.Cell(key); x.State == report.Number && x.Value.Cmp(s.Cells[key]) != 0 {
			t.Errorf("%s reads %s, printed %q", key, x.Value, s.Printed(key))
		}
	}
}

// A line that was not read is a row all the same: a row without a label beside it is
// not named by its place, and what lacks is not missing.
func TestLineUnreadKeepsItsPlace(t *testing.T) {
	for _, line := range []string{"行政強制事頂目    2316", "某某强◆    2316", "强 制 类 2316件 （含 两项）"} {
		s := specimen.Random(4, specimen.Options{Distinct: true, Max: 3000})
		text := string(s.MustWrite(specimen.Flat))
		text = replaceLine(t, text, "行政强制", line)
		text = replaceLine(t, text, "行政事业性收费", "                    1536.48")
		r := decoded(t, "2024.txt", []byte(text))
		for _, key := range []form.Key{"proactive.compulsion.decisions", "proactive.charges.amount"} {
			c := r.Cell(key)
			if c.State == report.Missing || c.State == report.Number && c.Raw == "1536.48" && key == "proactive.compulsion.decisions" {
				t.Errorf("%q: %s is %v %q: %s", line, key, c.State, c.Raw, c.Why)
			}
		}
	}
}

// The words of notes behind figures go on below them, so that figures stand between
// the label of their own row and that of the row above: the label above is not
// theirs.
func TestNoteWordsBelowFigures(t *testing.T) {
	s := specimen.Random(5, specimen.Options{Distinct: true, Max: 3000})
	var b strings.Builder
	rows := []string{"requests.unavailable.not_held", "requests.unavailable.not_existing", "requests.unavailable.unclear", "requests.unprocessed.petition", "requests.unprocessed.repeated"}
	text := string(s.MustWrite(specimen.Flat))
	at := strings.Index(text, "1.本机关不掌握")
	at = strings.LastIndexByte(text[:at], '\n') + 1
	to := strings.Index(text, "3.要求提供公开出版物")
	to = strings.LastIndexByte(text[:to], '\n') + 1
	for _, row := range rows {
		b.WriteString("                                             ")
		for _, c := range form.Columns {
			b.WriteString(s.Printed(row+"."+c) + "  ")
		}
		label := s.Form.RowLabel(row)
		label = label[strings.LastIndexByte(label, ' ')+1:]
		b.WriteString("\n               " + label + "\n                                             注1）    （注1）  注1）\n\n")
	}
	r := decoded(t, "2024.txt", []byte(text[:at]+b.String()+text[to:]))
	for _, d := range s.Form.Defs {
		if c := r.Cell(d.Key); c.State == report.Number && c.Value.Cmp(s.Cells[d.Key]) != 0 {
			t.Errorf("%s reads %s, printed %s: %s", d.Key, c.Value, s.Printed(d.Key), c.Why)
		}
	}
}

// replaceLine puts a line in place of the one that begins with words.
func replaceLine(t *testing.T, text, words, line string) string {
	t.Helper()
	for l := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(l), words) {
			return strings.Replace(text, l, " "+line+"\n", 1)
		}
	}
	t.Fatalf("no line begins with %s", words)
	return ""
}

// A row at two heights has no order, whatever adds up: all figures but the total add
// up in any.
func TestFigureFarAboveItsRow(t *testing.T) {
	s := specimen.Random(2, specimen.Options{Distinct: true, Max: 3000})
	text := s.MustWrite(specimen.Flat)
	at := bytes.Index(text, []byte("（一）予以公开"))
	end := at + bytes.IndexByte(text[at:], '\n')
	for _, rows := range []string{
		"（一）予以公开                                                                        898\n                                    1853  1110  2958  120              1892  8831",
		"（一）予以公开    705                                           441\n                         2895  2419  2945  1363            10768",
	} {
		changed := append(append(append([]byte(nil), text[:at]...), rows...), text[end:]...)
		r := decoded(t, "2024.txt", changed)
		for _, c := range form.Columns {
			if x := r.Cell("requests.granted." + c); x.State == report.Number {
				t.Errorf("%s reads %v: %s", c, x.Value, x.Why)
			}
		}
	}
}
