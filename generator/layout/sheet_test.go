package layout

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func workbook(t *testing.T, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(f *excelize.File, sheet string, cells map[string]any) {
	for name, v := range cells {
		if err := f.SetCellValue(sheet, name, v); err != nil {
			panic("internal error: " + err.Error())
		}
	}
}

func TestWorkbook(t *testing.T) {
	for _, c := range []struct {
		name, want string
		fill       func(*excelize.File)
	}{
		{"merged cells stand once and empty cells stand", "标题说明这是一份报告\n组@0+1x2 | 甲@1 | 1@2\n乙@1 | @2\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "标题说明这是一份报告", "A2": "组", "B2": "甲", "C2": 1, "B3": "乙"})
			_ = f.MergeCell("Sheet1", "A2", "A3")
		}},
		{"a hidden sheet is left out", "甲@0 | 1@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "B1": 1})
			_, _ = f.NewSheet("模板")
			set(f, "模板", map[string]any{"A1": "甲", "B1": 0})
			_ = f.SetSheetVisible("模板", false)
		}},
		{"hidden rows and columns are left out, and labels that begin there go on", "组@0+1x2 | 甲@1 | 1@2\n乙@1 | 2@2\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "组", "B1": "上年", "C1": 7, "D1": 8, "B2": "甲", "C2": 9, "D2": 1, "B3": "乙", "C3": 9, "D3": 2})
			_ = f.MergeCell("Sheet1", "A1", "A3")
			_ = f.SetRowVisible("Sheet1", 1, false)
			_ = f.SetColVisible("Sheet1", "C", false)
		}},
		{"a table away from the edge keeps no empty columns", "甲@2 | 1@3\n乙@2 | @3\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"C2": "甲", "D2": 1, "C3": "乙"})
		}},
		{"sheets follow each other under their names", "表一\n甲@0 | 1@1\n表二\n乙@0 | 2@1\n", func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "表一")
			set(f, "表一", map[string]any{"A1": "甲", "B1": 1})
			_, _ = f.NewSheet("表二")
			set(f, "表二", map[string]any{"A1": "乙", "B1": 2})
		}},
		{"a formula without its result stands as it is", "甲@0 | =SUM(C1:D1)@1\n乙@0 | 2@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "A2": "乙", "B2": 2})
			_ = f.SetCellFormula("Sheet1", "B1", "SUM(C1:D1)")
		}},
		{"headings between tables part them", "甲@0 | 1@1\n五、存在的主要问题及改进情况\n乙@0 | 2@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "B1": 1, "A2": "五、存在的主要问题及改进情况", "A3": "乙", "B3": 2})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(t, "a.xlsx", workbook(t, c.fill)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestCSV(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String("行政许可,12\n行政处罚,3\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, file, want string }{
		{"quoted fields keep their commas", "a,\"1,234\"\nb,2\n", "a@0 | 1,234@1\nb@0 | 2@1\n"},
		{"semicolons part too", "a;1\nb;2\n", "a@0 | 1@1\nb@0 | 2@1\n"},
		{"a mark of the byte order is no text", "\ufeffa,1\n", "a@0 | 1@1\n"},
		{"GB18030 is decoded", gbk, "行政许可@0 | 12@1\n行政处罚@0 | 3@1\n"},
		{"empty fields are cells", "a,,1\nb,2,\n", "a@0 | @1 | 1@2\nb@0 | 2@1 | @2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(t, "a.csv", []byte(c.file)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestCSVPlaces(t *testing.T) {
	d, _, err := Read("a.csv", []byte("规章, 12\n\"许可\",\"3\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range d.Blocks[0].Table.Rows {
		for _, c := range row {
			got = append(got, c.Text+"@"+c.Pos.String())
		}
	}
	if want := "规章@1:1 12@1:5 许可@2:2 3@2:7"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func TestSavedPageInBase64AndGBK(t *testing.T) {
	page, err := simplifiedchinese.GBK.NewEncoder().String("<html><body><p>总体情况良好</p></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.WriteString("From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b\r\n" +
		"Content-Type: text/html; charset=\"gbk\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(page)) + "\r\n--b--\r\n")
	if got, want := show(t, "a.mht", b.Bytes()), "总体情况良好\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSeparatedText(t *testing.T) {
	rows := strings.Repeat("规章,1,,\"2\",3\n", 12)
	tabs := strings.ReplaceAll(rows, ",", "\t")
	want := strings.Repeat("规章@0 | 1@1 | @2 | 2@3 | 3@4\n", 12)
	for _, c := range []struct{ name, text, want string }{
		{"a.csv", rows, want},
		{"lines-end-as-on-old-macs.csv", strings.ReplaceAll(rows, "\n", "\r"), want},
		{"separator-told.csv", "sep=;\n" + strings.ReplaceAll(rows, ",", ";"), want},
		{"figures-kept-as-text.csv", "规章,=\"12\",'3\n", "规章@0 | 12@1 | 3@2\n"},
		{"sheet-saved-as-text.txt", tabs, want},
		{"sheet-saved-as-unicode-text.txt", "\ufeff" + tabs, want},
	} {
		if got := show(t, c.name, []byte(c.text)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
	d, f, _ := Read("a.csv", []byte("规章,=\"12\",'3\n"))
	for i, want := range []string{"1:1", "1:6", "1:11"} {
		if got := d.Blocks[0].Table.Rows[0][i].Pos; got.String() != want {
			t.Errorf("cell %d of %q at %v, want %s", i, f.Text, got, want)
		}
	}
}

// The report of a web archive may stand in a frame, or be its only part.
func TestWebArchiveParts(t *testing.T) {
	frame := "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" +
		"--x\nContent-Type: text/html\n\n<html><p>导航 13900000000</p><iframe src=b></iframe></html>\n" +
		"--x\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C4=EA=B1=A8</p><table><tr><td>=B9=E6=D5=C2<td>1</table>\n--x--\n"
	single := "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>年报</p><table><tr><td>规章<td>1</table>\n"
	want := "年报\n规章@0 | 1@1\n"
	for _, text := range []string{frame, single} {
		if got := show(t, "a.mht", []byte(text)); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
	d, _, _ := Read("a.mht", []byte(frame))
	if len(d.Hidden) != 1 || d.Hidden[0].Text != "导航 13900000000" {
		t.Errorf("hidden: %v", d.Hidden)
	}
}

func TestSheetsOfOtherYearsAreLeftOut(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		_ = f.SetSheetName("Sheet1", "2023年")
		set(f, "2023年", map[string]any{"A1": "甲", "B1": 1})
		_, _ = f.NewSheet("2024年")
		set(f, "2024年", map[string]any{"A1": "乙", "B1": 2})
	})
	for name, want := range map[string]string{
		"a/2024.xlsx":        "乙@0 | 2@1\n",
		"2022/某局2023年报.xlsx": "甲@0 | 1@1\n",
		"a/2021.xlsx":        "2023年\n甲@0 | 1@1\n2024年\n乙@0 | 2@1\n",
		"a/2023-2024.xlsx":   "2023年\n甲@0 | 1@1\n2024年\n乙@0 | 2@1\n",
	} {
		if got := show(t, name, b); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

// Where all rows are as wide, each field stands in its column of the sheet.
func TestSheetsAsTextKeepTheirColumns(t *testing.T) {
	for text, want := range map[string]bool{
		"规章,,1,,2\n许可,,3,,4\n":  true,
		"规章,,1,,2\n许可,,3,,4,\n": false,
	} {
		d, _, err := Read("a.csv", []byte(text))
		if err != nil || d.Blocks[0].Table.Aligned != want {
			t.Errorf("%q: %v, aligned %v", text, err, !want)
		}
	}
}

// A row of a table that has nothing but its label is no heading, in Traditional
// characters neither: 四、結轉下年度繼續辦理.
func TestSheetProse(t *testing.T) {
	for text, want := range map[string]bool{
		"四、结转下年度继续办理": false, "四、結轉下年度繼續辦理": false, "三、本年度办理结果": false, "三、本年度辦理結果": false,
		"一、总体情况": true, "一、總體情況": true, "某局2024年度工作報告": true, "规章": false,
	} {
		if sheetProse(text) != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}
