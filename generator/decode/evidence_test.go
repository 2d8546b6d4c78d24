package decode

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/decode/tabular"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// evident are reports of which some cell has each evidence, where no file of
// testdata has it.
var evident = []struct {
	is   report.Evidence
	name string
	text func(s *specimen.Specimen) string
}{
	// What may be written in a cell.
	{report.LooksLikeNumber, "a.html", written("O")},
	{report.Unreadable, "a.html", written("99999999999999999999")},
	{report.OddUnit, "a.html", written("1.2万")},
	{report.Corrected, "a.html", written("15（有误，更正为18）")},
	{report.Percentage, "a.html", written("3%")},
	{report.MarksBehind, "a.html", written("5；")},
	{report.Struck, "a.html", written("8\u0336")},
	{report.SignApart, "a.html", written("- 5")},
	{report.Inexact, "a.html", written("约10")},
	{report.ADate, "a.html", written("1月5日")},
	{report.LettersWithin, "a.html", written("12O")},
	{report.SeveralNumbers, "a.html", written("3/5")},

	// Rows and their labels.
	{report.RowTwice, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Tab))
		row := lineOf(text, "行政许可")
		return strings.Replace(text, row, row+strings.Replace(row, s.Text("proactive.licensing.decisions"), "7777", 1), 1)
	}},
	{report.InParagraph, "a.txt", func(s *specimen.Specimen) string { return string(s.MustWrite(specimen.OneLine)) }},
	{report.WordsAtEdge, "a.txt", func(s *specimen.Specimen) string {
		s.Print("requests.granted.natural_person", "数据待核")
		return string(s.MustWrite(specimen.CellLine))
	}},
	{report.ByLikeness, "a.html", func(s *specimen.Specimen) string {
		s.Relabel("requests.denied.case_file", "7.属于行政执去案卷")
		return string(s.MustWrite(specimen.HTML))
	}},
	{report.SmallDigits, "a.txt", func(s *specimen.Specimen) string {
		s.Print("requests.granted.enterprise", "5¹6")
		return string(s.MustWrite(specimen.Tab))
	}},
	{report.AllWaysToFill, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Tab))
		return strings.Replace(text, lineOf(text, "规章"), "规章\t5\t5\t5\t5\n", 1)
	}},
	{report.OnlyInYears, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Tab))
		text = strings.Replace(text, lineOf(text, "行政强制"), "", 1)
		return strings.Replace(text, "三、收到和处理", "项目\t2022年\t2023年\t2024年\n行政强制\t1\t2\t3\n行政检查\t1\t2\t3\n\n三、收到和处理", 1)
	}},
	{report.FourManyRows, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Tab))
		row := strings.Repeat("\t7", 15)[1:]
		return strings.Replace(text, "五、存在", row+"\n\n五、存在", 1)
	}},
	{report.AllWaysToAdd, "a.txt", damaged("sums", shortTabs, "column removed", 1, 3)},
	{report.OnlyWayToAdd, "a.txt", damaged("sums", shortTabs, "column removed", 1, 9)},
	{report.Unplaced, "a.txt", damaged("sums", cutTabs, "cell removed", 1, 27)},
	{report.BelowNames, "a.md", damaged("sparse", markdown, "column removed", 1, 3)},
	{report.FourOddHead, "a.txt", damaged("sums", shortTabs, "label removed", 2, 9)},
	{report.FourMoved, "a.txt", damaged("sums", raggedTabs, "column removed", 2, 0)},
	{report.FourUnplaced, "a.txt", damaged("sums", raggedTabs, "value blanked", 2, 3)},
	{report.MaybeBlank, "a.txt", damaged("sparse", raggedTabs, "value blanked", 2, 5)},
	{report.ThreeOddHead, "a.txt", func(*specimen.Specimen) string {
		s := lostPipes(distinct(rand.New(rand.NewPCG(1, 5)), form.F2021, true))
		s.tables[1][2][2], s.tables[1][2][3] = s.tables[1][2][3], s.tables[1][2][2]
		return s.text()
	}},

	// Text without a table.
	{report.BehindLabel, "a.txt", without("proactive.penalties.decisions")},
	{report.FiguresLoose, "a.txt", without("proactive.penalties.decisions")},
	{report.BetweenLabels, "a.txt", without("requests.denied.security.research")},
	{report.FiguresGone, "a.txt", func(s *specimen.Specimen) string {
		for _, d := range s.Form.Defs {
			s.Print(d.Key, "")
		}
		return string(s.MustWrite(specimen.FlatPlain))
	}},
	{report.ThreeInOrderAdding, "a.txt", loose(func(i, j int) int {
		if i == 0 || i == 2 || i == 23 {
			return [7]int{1, 0, 0, 0, 0, 0, 1}[j]
		}
		return 0
	})},
	{report.ThreeInOrder, "a.txt", loose(func(i, j int) int {
		if i == 0 || i == 2 || i == 23 {
			return [7]int{1, 2, 4, 0, 0, 0, 8}[j]
		}
		return 0
	})},
	{report.ThreeOneOf, "a.txt", loose(func(i, j int) int { return tabular.One(i == 4 && j == 2) })},
	{report.ThreeOutOfOrder, "a.txt", loose(func(i, j int) int { return 1 + 7*i + j })},
	{report.LabelsDisagree, "a.txt", func(s *specimen.Specimen) string {
		text := strings.Replace(string(s.MustWrite(specimen.FlatPlain)), "3.危及“三安全一稳定”", "§", 1)
		text = strings.Replace(text, "4.保护第三方合法权益", "3.危及“三安全一稳定”", 1)
		return strings.Replace(text, "§", "4.保护第三方合法权益", 1)
	}},
	{report.CopyLacks, "a.txt", func(s *specimen.Specimen) string {
		return again(s, "3.危及“三安全一稳定”\n\n1\n\n2\n\n")
	}},
	{report.CopyDiffers, "a.txt", func(s *specimen.Specimen) string {
		return again(s, "3.危及“三安全一稳定”\n\n1\n\n2\n\n3\n\n4\n\n5\n\n6\n\n21\n\n")
	}},
	{report.LabelTwice, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.FlatRaw))
		text = strings.Replace(text, "（一）予以公开 ", "（一）予以公开\n", 1)
		return strings.Replace(text, "四、政府信息公开行政复议", "（一）予以公开\n四、政府信息公开行政复议", 1)
	}},
	{report.TornInTwo, "a.txt", func(s *specimen.Specimen) string {
		s.DropLabel("proactive.licensing")
		return string(s.MustWrite(specimen.FlatRaw))
	}},
	{report.LineUnread, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Flat))
		return strings.Replace(text, lineOf(text, "行政强制"), " 某某强◆    2316\n", 1)
	}},
	{report.LineMixed, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Flat))
		return strings.Replace(text, lineOf(text, "（一）予以公开"), "（一）予以公开  1  2  另有三件正在办理之中，待核  4  5  6  21\n", 1)
	}},
	{report.FourInOrderAdding, "a.txt", four("1 2 3 4 5 6 7 8 10 1 1 1 1 4 26")},
	{report.FourOneOf, "a.txt", four("1 2 3 4 5 6 7 8 10 1 1 1 1 4 26")},
	{report.FourByNames, "a.txt", four("1 2 3 4 复议后起诉 5 6 7 8 10 1 1 1 1 4 26")},
	{report.FourOutOfOrder, "a.txt", four("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6")},
	{report.BlanksLost, "a.txt", textRowOf("requests.denied.case_file", "3 4 8")},
	{report.RestOfRow, "a.txt", textRowOf("requests.denied.case_file", "3 4 7")},
	{report.HalvesMixed, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.Flat))
		return strings.Replace(text, lineOf(text, "（一）予以公开"), "（一）予以公开                                                                        898\n"+
			"                                    1853  1110  2958  120              1892  8831\n", 1)
	}},
	{report.InexactBeside, "a.txt", func(s *specimen.Specimen) string {
		text := string(s.MustWrite(specimen.FlatPlain))
		return strings.Replace(text, "\n"+s.Text("remedies.direct_suit.upheld")+"\n", "\n"+s.Text("remedies.direct_suit.upheld")+"\n余\n", 1)
	}},
	{report.TornAndBlank, "a.txt", func(s *specimen.Specimen) string {
		return strings.Replace(string(s.MustWrite(specimen.CellLine)), "\n"+cellLinesOf(s, "requests.granted")+"\n", "\n1\n5\n2\n0\n3\n4\n24\n", 1)
	}},
}

// damaged is a sheet that a mutation damaged in one place.
func damaged(values string, write func(map[string]int64) *sheet, mutation string, table, at int) func(*specimen.Specimen) string {
	return func(*specimen.Specimen) string {
		r := rand.New(rand.NewPCG(11, 2))
		v := map[string]map[string]int64{"sums": distinct(r, form.F2021, true)}
		distinct(r, form.F2021, false)
		v["sparse"] = sparse(r, form.F2021)
		s := write(v[values]).copy()
		for _, m := range mutations {
			if m.name == mutation {
				m.apply(s, table, at)
			}
		}
		return s.text()
	}
}

// without is the text of a PDF with each figure on its line, of which one is lost.
func without(key form.Key) func(*specimen.Specimen) string {
	return func(s *specimen.Specimen) string {
		return strings.Replace(string(s.MustWrite(specimen.FlatPlain)), "\n"+s.Text(key)+"\n", "\n", 1)
	}
}

// again is the text of a PDF that has lost a figure of table three, in which a row
// of it stands once more below.
func again(s *specimen.Specimen, row string) string {
	return strings.Replace(without("requests.carried_in.research")(s), "四、政府信息公开行政复议", row+"四、政府信息公开行政复议", 1)
}

// loose is a report whose table three is its labels, and then its figures.
func loose(figure func(row, column int) int) func(*specimen.Specimen) string {
	return func(*specimen.Specimen) string {
		var b strings.Builder
		for _, row := range form.F2021.Rows(form.Three) {
			_, own, _ := strings.Cut(form.F2021.RowLabel(row), " ")
			b.WriteString(cmp.Or(own, form.F2021.RowLabel(row)) + "\n")
		}
		for i := range form.F2021.Rows(form.Three) {
			for j := range form.Columns {
				fmt.Fprintln(&b, figure(i, j))
			}
		}
		return (&sheet{}).body([3]string{1: b.String()})
	}
}

// four is a report whose table four is words and figures, each a paragraph.
func four(words string) func(*specimen.Specimen) string {
	return func(*specimen.Specimen) string {
		return (&sheet{}).body([3]string{2: "行政复议\n\n行政诉讼\n\n" + strings.ReplaceAll(words, " ", "\n\n") + "\n"})
	}
}

// written is a page of which one cell holds words.
func written(words string) func(*specimen.Specimen) string {
	return func(s *specimen.Specimen) string {
		s.Print("requests.granted.enterprise", words)
		return string(s.MustWrite(specimen.HTML))
	}
}

// textRowOf is the text of a PDF in which a row has other figures.
func textRowOf(row, figures string) func(*specimen.Specimen) string {
	return func(s *specimen.Specimen) string {
		return strings.Replace(string(s.MustWrite(specimen.FlatRaw)), rowText(s, row), figures, 1)
	}
}

// rowText is a row of table three as the drawing order gives it.
func rowText(s *specimen.Specimen, row string) string {
	var v []string
	for _, c := range form.Columns {
		v = append(v, s.Text(row+"."+c))
	}
	return strings.Join(v, " ")
}

func cellLinesOf(s *specimen.Specimen, row string) string {
	return strings.ReplaceAll(rowText(s, row), " ", "\n")
}

// lineOf is the line that begins with words.
func lineOf(text, words string) string {
	for l := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(l), words) {
			return l
		}
	}
	return ""
}

// sound holds that a number is inferred if and only if there is evidence that it is
// not read at its own place, and that nothing is garbled without a word.
func sound(t *testing.T, file string, r *report.Report, i int) {
	t.Helper()
	switch c := r.Cells[i]; {
	case c.Recovered && c.State != report.Number,
		c.State == report.Number && c.Recovered != (c.Why != nil),
		c.State == report.Garbled && c.Why == nil,
		c.State != report.Number && c.State != report.Garbled && c.Why != nil:
		t.Errorf("%s: %s is %v, recovered %v: %s", file, r.Form.Defs[i].Key, c.State, c.Recovered, c.Why)
	}
}

// Each evidence is that of a cell in some report: one that no report has would be
// a sentence that is never told.
func TestEveryEvidenceIsThatOfSomeReport(t *testing.T) {
	seen := map[report.Evidence]bool{}
	files, err := filepath.Glob(filepath.Join("testdata", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		in := txtar.Parse(b).Files[0]
		if r, _ := File(in.Name, in.Data); r != nil {
			for i, c := range r.Cells {
				seen[c.Why.Kind()] = true
				sound(t, f, r, i)
			}
		}
	}
	for _, e := range evident {
		got := map[report.Evidence][]form.Key{}
		r, ds := File(e.name, []byte(e.text(specimen.Random(2, specimen.Options{Distinct: true}))))
		if r == nil {
			t.Fatal(ds)
		}
		for i, c := range r.Cells {
			got[c.Why.Kind()] = append(got[c.Why.Kind()], r.Form.Defs[i].Key)
			sound(t, e.is.Why().String(), r, i)
		}
		if got[e.is] == nil {
			t.Errorf("%q is that of no cell: ", e.is.Why())
			for k, v := range got {
				t.Logf("   %q %v", k.Why(), v[:min(3, len(v))])
			}
		}
		seen[e.is] = true
	}
	for e := report.Plainly + 1; e < report.Masked; e++ { // those behind are no program's
		if !seen[e] {
			t.Errorf("no report has the evidence %d %q", e, e.Why())
		}
	}
}
