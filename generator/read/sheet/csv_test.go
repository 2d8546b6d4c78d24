package sheet_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/internal/blocks"
	"ogi/generator/read"
)

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
			if got := blocks.Show(t, "a.csv", []byte(c.file)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestCSVPlaces(t *testing.T) {
	d, _, err := read.File("a.csv", []byte("规章, 12\n\"许可\",\"3\"\n"))
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
		if got := blocks.Show(t, c.name, []byte(c.text)); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
		}
	}
	d, f, _ := read.File("a.csv", []byte("规章,=\"12\",'3\n"))
	for i, want := range []string{"1:1", "1:6", "1:11"} {
		if got := d.Blocks[0].Table.Rows[0][i].Pos; got.String() != want {
			t.Errorf("cell %d of %q at %v, want %s", i, f.Text, got, want)
		}
	}
}

// Where all rows are as wide, each field stands in its column of the sheet.
func TestSheetsAsTextKeepTheirColumns(t *testing.T) {
	for text, want := range map[string]bool{
		"规章,,1,,2\n许可,,3,,4\n":  true,
		"规章,,1,,2\n许可,,3,,4,\n": false,
	} {
		d, _, err := read.File("a.csv", []byte(text))
		if err != nil || d.Blocks[0].Table.Aligned != want {
			t.Errorf("%q: %v, aligned %v", text, err, !want)
		}
	}
}
