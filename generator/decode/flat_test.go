package decode_test

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// flatRow is a row of table three as the drawing order gives it.
func flatRow(s *specimen.Specimen, row string) string {
	var v []string
	for _, c := range form.Columns {
		v = append(v, s.Text(row+"."+c))
	}
	return strings.Join(v, " ")
}

func TestTextOfPDF(t *testing.T) {
	for _, c := range []struct {
		name  string
		kind  specimen.Kind
		spoil func(s *specimen.Specimen, text string) string
		row   string // the row that is looked at
		want  string // "plain", "recovered" or "doubt"
	}{
		{
			"a row with its label on the line is plain", specimen.FlatRaw,
			func(_ *specimen.Specimen, text string) string { return text },
			"requests.denied.security", "plain",
		},
		{
			"a row whose label is broken over lines is plain where its place says the same", specimen.FlatRaw,
			func(_ *specimen.Specimen, text string) string { return text },
			"requests.partial", "plain",
		},
		{
			"a row whose label is broken over lines is recovered where its place does not", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				row := flatRow(s, "requests.granted")
				return strings.Replace(text, "（一）予以公开 "+row+"\n", "", 1)
			},
			"requests.partial", "recovered",
		},
		{
			"a figure torn over two lines is doubted", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				row := flatRow(s, "requests.received")
				return strings.Replace(text, row, row[:len(row)-1]+"\n"+row[len(row)-1:], 1)
			},
			"requests.received", "doubt",
		},
		{
			"a row on two lines is put together where its sum holds", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				row := flatRow(s, "requests.denied.inquiry")
				f := strings.Fields(row)
				return strings.Replace(text, row, strings.Join(f[:4], " ")+"\n"+strings.Join(f[4:], " "), 1)
			},
			"requests.denied.inquiry", "recovered",
		},
		{
			"labels stacked before their rows go with them in the order of the form", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				a, b := flatRow(s, "requests.outcomes_total"), flatRow(s, "requests.carried_out")
				text = strings.Replace(text, "（七）总计 "+a, "（七）总计", 1)
				return strings.Replace(text, "四、结转下年度继续办理 "+b, "四、结转下年度继续办理\n"+a+"\n"+b, 1)
			},
			"requests.outcomes_total", "plain",
		},
		{
			"a row between dashes is no page number where form feeds mark the pages", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				row := flatRow(s, "requests.denied.internal")
				return strings.Replace(text, row, "— 31 —\n"+row, 1)
			},
			"requests.denied.case_file", "plain",
		},
		{
			"fewer figures than columns leave only the total", specimen.FlatRaw,
			func(s *specimen.Specimen, text string) string {
				return strings.Replace(text, flatRow(s, "requests.denied.case_file"), "3 4 7", 1)
			},
			"requests.denied.case_file", "doubt",
		},
		{
			"a vertical run of a lost figure is doubted as a whole", specimen.FlatPlain,
			func(s *specimen.Specimen, text string) string {
				return strings.Replace(text, "\n"+s.Text("requests.denied.security.research")+"\n", "\n", 1)
			},
			"requests.denied.security", "doubt",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := specimen.Random(2, specimen.Options{Distinct: true})
			r := decoded(t, "2024.txt", []byte(c.spoil(s, string(s.MustWrite(c.kind)))))
			got := map[string]int{}
			for _, col := range form.Columns {
				key := c.row + "." + col
				cell := r.Cell(key)
				switch right := cell.Value.Cmp(s.Cells[key]) == 0; {
				case cell.State == report.Garbled: // not missing: it was published
					got["doubt"]++
				case cell.State != report.Number:
					got[cell.State.String()]++
				case right && !cell.Recovered:
					got["plain"]++
				case right:
					got["recovered"]++
				case cell.Recovered:
					got["misread"]++
				default:
					got["wrong"]++
				}
			}
			if c.name[0] == 'f' { // the total printed there stands, the rest is lost
				got["doubt"] += got["misread"]
			}
			if got[c.want] != len(form.Columns) {
				t.Errorf("%s: got %v, want %s", c.row, got, c.want)
			}
		})
	}
}

// Table four whose groups a converter moved is taken as far as every order
// with true sums agrees.
func TestMovedGroupsOfTableFour(t *testing.T) {
	s := specimen.Random(2, specimen.Options{Distinct: true})
	v := func(key string) string { return s.Text("remedies." + key) }
	var order []string
	for _, k := range []string{
		"reconsideration.upheld", "reconsideration.corrected", "reconsideration.other", "reconsideration.pending",
		"suit_after_reconsideration.upheld", "suit_after_reconsideration.corrected", "suit_after_reconsideration.other", "suit_after_reconsideration.pending",
		"reconsideration.total",
		"direct_suit.upheld", "direct_suit.corrected", "direct_suit.other", "direct_suit.pending", "direct_suit.total",
		"suit_after_reconsideration.total",
	} {
		order = append(order, v(k))
	}
	text := fmt.Sprintf("某局2024年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n\n%s\n\n五、存在的主要问题及改进情况\n无。\n", strings.Join(order, "\n\n"))
	r := decoded(t, "2024.txt", []byte(text))
	for _, d := range s.Form.Defs {
		if d.Table != form.Four {
			continue
		}
		c := r.Cell(d.Key)
		if d.Row == "remedies.reconsideration" {
			if c.State != report.Number || !c.Recovered || c.Value.Cmp(s.Cells[d.Key]) != 0 {
				t.Errorf("%s: got %s %s, recovered %v", d.Key, c.State, c.Value, c.Recovered)
			}
		} else if c.State != report.Garbled {
			t.Errorf("%s: got %s %s, want garbled", d.Key, c.State, c.Value)
		}
	}
}

// Where two orders fit, the name of a group that alone stands before its four
// figures tells which is meant.
func TestGroupNameBeforeItsFiguresInTableFour(t *testing.T) {
	s := specimen.Random(2, specimen.Options{Distinct: true})
	v := func(group string, cols ...string) string {
		text := ""
		for _, c := range cols {
			text += s.Text("remedies."+group+"."+c) + "\n\n"
		}
		return text
	}
	four := []string{"upheld", "corrected", "other", "pending"}
	text := "某局2024年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n\n未经复议直接起诉\n\n结果\n维持\n\n" +
		v("reconsideration", four...) + "结果\n\n复议后起诉\n\n维持\n\n" + v("suit_after_reconsideration", four...) +
		"总计\n\n" + v("reconsideration", "total") + "维持\n纠正\n\n" + v("direct_suit", append(four, "total")...) + "总计\n\n" +
		v("suit_after_reconsideration", "total") + "五、存在的主要问题及改进情况\n无。\n"
	r := decoded(t, "2024.txt", []byte(text))
	for _, d := range s.Form.Defs {
		if c := r.Cell(d.Key); d.Table == form.Four && (c.State != report.Number || !c.Recovered || c.Value.Cmp(s.Cells[d.Key]) != 0) {
			t.Errorf("%s: got %s %s, recovered %v: %s", d.Key, c.State, c.Value, c.Recovered, c.Why)
		}
	}
}

// The fifteen figures of table four as three programs take them out of a PDF.
// False sums are the source's: the figures stand where the head says. Two cells
// of which one may be torn and one blank are not.
func TestFalseSumsOfTableFourInTextOfPDF(t *testing.T) {
	const names = "行政复议\n\n行政诉讼\n\n未经复议直接起诉\n\n复议后起诉\n\n"
	five := strings.Repeat("结果\n维持\n\n结果\n纠正\n\n其他\n结果\n\n尚未\n审结\n\n总计\n\n", 3)
	slipped := strings.TrimSuffix(five, "总计\n\n")
	line := func(s string) string { return s }
	down := func(s string) string { return strings.ReplaceAll(s, " ", "\n\n") }
	moved := func(s string) string { // the last name stands before the last figure
		i := strings.LastIndex(s, " ")
		return down(s[:i]) + "\n\n总计\n\n" + s[i+1:]
	}
	for _, c := range []struct {
		name, head, figures string
		set                 func(string) string
		state               report.State
	}{
		{"on a line", five, "12 3 0 0 0 0 0 0 0 0 6 0 0 0 0", line, report.Number},
		{"downwards", five, "12 3 0 0 0 0 0 0 0 0 6 0 0 0 0", down, report.Number},
		{"the last name slipped", slipped, "12 3 0 0 0 0 0 0 0 0 6 0 0 0 0", moved, report.Number},
		{"all sums false", slipped, "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6", moved, report.Number},
		{"a name was lost", slipped, "12 3 0 0 0 0 0 0 0 0 6 0 0 0 0", line, report.Garbled},
		{"torn and blank on a line", five, "1 2 3 0 15 1 1 1 1 4 2 0 0 1 3", line, report.Garbled},
		{"torn and blank downwards", slipped, "1 2 3 0 15 1 1 1 1 4 2 0 0 1 3", moved, report.Garbled},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "青溪镇2024年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n" + names + c.head + c.set(c.figures) +
				"\n\n五、存在的主要问题及改进情况\n无。\n"
			r := decoded(t, "2024.txt", []byte(text))
			k := 0
			for _, d := range form.F2021.Defs {
				if d.Table != form.Four {
					continue
				}
				want := strings.Fields(c.figures)[k]
				k++
				if got := r.Cell(d.Key); got.State != c.state || got.State == report.Number && (got.Value.String() != want || got.Recovered) {
					t.Errorf("%s: got %s %s, recovered %v (%s), want %s %s", d.Key, got.State, got.Value, got.Recovered, got.Why, c.state, want)
				}
			}
		})
	}
}
