package sheet_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/read"
)

// TestLooks: runs of a cell and styles of whole cells.
func TestLooks(t *testing.T) {
	x := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	style := func(s *excelize.Style) int {
		id, err := x.NewStyle(s)
		check(err)
		return id
	}
	runs := func(r ...excelize.RichTextRun) []excelize.RichTextRun { return r }
	up, old := &excelize.Font{VertAlign: "superscript"}, &excelize.Font{Strike: true}
	for i, c := range []struct {
		text  string
		runs  []excelize.RichTextRun
		style *excelize.Style
		want  string
	}{
		{want: "5 note 1", runs: runs(excelize.RichTextRun{Text: "5"}, excelize.RichTextRun{Text: "1", Font: up})},
		{want: "8", runs: runs(excelize.RichTextRun{Text: "80", Font: old}, excelize.RichTextRun{Text: "8"})},
		{want: "5", runs: runs(excelize.RichTextRun{Text: "99", Font: &excelize.Font{Color: "FFFFFF"}}, excelize.RichTextRun{Text: "5"})},
		{want: "51", runs: runs(excelize.RichTextRun{Text: "5", Font: &excelize.Font{Bold: true}}, excelize.RichTextRun{Text: "1"})},
		{want: "8̶0̶", text: "80", style: &excelize.Style{Font: old}},
		{want: "5", text: "5", style: &excelize.Style{Font: up}},
		{want: "", text: "99", style: &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}}},
		{want: "7", text: "7", style: &excelize.Style{Font: &excelize.Font{Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}}}},
		{want: "", text: "9", style: &excelize.Style{CustomNumFmt: new(";;;")}},
		{want: "", text: "0", style: &excelize.Style{CustomNumFmt: new("0;-0;;@")}},
		{want: "-", text: "0", style: &excelize.Style{CustomNumFmt: new(`_ * #,##0_ ;_ * \-#,##0_ ;_ * "-"??_ ;_ @_ `)}},
		{want: "0", text: "0", style: &excelize.Style{CustomNumFmt: new(`#,##0;[Red]-#,##0;0"";@`)}},
	} {
		name, _ := excelize.CoordinatesToCellName(2, i+1)
		label, _ := excelize.CoordinatesToCellName(1, i+1)
		check(x.SetCellValue("Sheet1", label, "规章"))
		if c.runs != nil {
			check(x.SetCellRichText("Sheet1", name, c.runs))
		} else if c.style.CustomNumFmt != nil {
			n, err := strconv.Atoi(c.text)
			check(err)
			check(x.SetCellValue("Sheet1", name, n))
		} else {
			check(x.SetCellValue("Sheet1", name, c.text))
		}
		if c.style != nil {
			check(x.SetCellStyle("Sheet1", name, name, style(c.style)))
		}
		var b bytes.Buffer
		check(x.Write(&b))
		d, _, err := read.File("a.xlsx", b.Bytes())
		check(err)
		got := ""
		for _, row := range d.Blocks[len(d.Blocks)-1].Table.Rows {
			if at := row[0].Pos.Place(); at.Row == i+1 && len(row) > 1 {
				got = strings.Join(append([]string{row[1].Text}, row[1].Marks.Noted()...), " note ")
			}
		}
		if got != c.want {
			t.Errorf("%d: %q, want %q", i, got, c.want)
		}
	}
}
