package source

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const sample = "青山县司法局\r\n2024年政府信息公开工作年度报告\n\n一、总体情况\n本年度工作平稳，公开信息 12 条。\n"

func TestEncodingsGiveTheSameText(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(sample)
	if err != nil {
		t.Fatal(err)
	}
	wide := func(big bool) []byte {
		var b []byte
		for _, u := range utf16.Encode([]rune(sample)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b
	}
	for _, c := range []struct {
		encoding string
		b        []byte
	}{
		{"utf-8", []byte(sample)},
		{"utf-8-bom", []byte("\xef\xbb\xbf" + sample)},
		{"gb18030", []byte(gb)},
		{"utf-16le", append([]byte("\xff\xfe"), wide(false)...)},
		{"utf-16be", append([]byte("\xfe\xff"), wide(true)...)},
		{"utf-16le", wide(false)},
	} {
		f, err := Read("a.txt", c.b)
		if err != nil {
			t.Errorf("%s: %v", c.encoding, err)
			continue
		}
		if f.Text != sample || f.Encoding != c.encoding {
			t.Errorf("%s: read as %s: %q", c.encoding, f.Encoding, f.Text)
		}
	}
}

func TestPlacesCountCodePointsAndAllLineEnds(t *testing.T) {
	f, err := Read("a.txt", []byte("ab\r\n年𠀀度\rx\n\nend"))
	if err != nil {
		t.Fatal(err)
	}
	if f.Lines() != 5 {
		t.Errorf("%d lines", f.Lines())
	}
	for text, want := range map[string]string{"ab": "1:1", "年": "2:1", "度": "2:3", "x": "3:1", "end": "5:1"} {
		if got := f.Pos(strings.Index(f.Text, text)).String(); got != want {
			t.Errorf("%q at %s, want %s", text, got, want)
		}
	}
}

// In whatever order places are asked for, they count as a reader would from the
// beginning of the line.
func TestPlacesDoNotHangOnTheOrderOfAsking(t *testing.T) {
	line := strings.Repeat("年a度𠀀", 2_000)
	f, err := Read("a.txt", []byte(line+"\nb年\r\n"+line+"\rc"))
	if err != nil {
		t.Fatal(err)
	}
	var offs []int
	want := map[int]string{}
	row, col := 1, 1
	for off, u := range f.Text {
		if row != 1 && row != 3 || off%7 < 3 {
			offs = append(offs, off)
			want[off] = fmt.Sprintf("%d:%d", row, col)
		}
		col++
		if u == '\n' || u == '\r' && f.Text[off+1] != '\n' {
			row, col = row+1, 1
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for name, order := range map[string]func(){
		"forwards":  func() {},
		"backwards": func() { slices.Reverse(offs) },
		"mixed":     func() { r.Shuffle(len(offs), func(i, j int) { offs[i], offs[j] = offs[j], offs[i] }) },
	} {
		order()
		for _, off := range offs {
			if got := f.Pos(off).String(); got != want[off] {
				t.Fatalf("%s: offset %d at %s, want %s", name, off, got, want[off])
			}
		}
	}
}

func TestUnusableFilesSayWhereAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name, pos string
		b         []byte
	}{
		{"empty", "", nil},
		{"only-blanks", "", []byte(" \r\n\t\u3000\n")},
		{"zero-byte", "2:3", []byte("ab\ncd\x00ef")},
		{"damaged-utf-8", "2:6", []byte("第一行是好的\n本年度公开\xe6\x94信息十二条，其余都是好的文字\n")},
		{"half-utf-16", "1:2", []byte("\xff\xfea\x00\x00\xd8b\x00")},
		{"too-large", "", bytes.Repeat([]byte("年"), MaxText/3+1)},
	} {
		_, err := Read(c.name+".txt", c.b)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v", c.name, err)
			continue
		}
		if e.Pos.String() != c.pos || e.Message == "" || e.Remedy == "" {
			t.Errorf("%s: %q at %q, %q", c.name, e.Message, e.Pos, e.Remedy)
		}
	}
}

func TestKindsAreToldByContent(t *testing.T) {
	for _, c := range []struct {
		path, head string
		want       Kind
	}{
		{"a.txt", "年度报告", Text},
		{"a.txt", "<!DOCTYPE html><html>", HTML},
		{"a.shtml", "年度报告", HTML},
		{"a.md", "# 年度报告", Markdown},
		{"a.csv", "规章,0", CSV},
		{"a.html", "%PDF-1.5", PDF},
		{"a.pdf", "PK\x03\x04......word/document.xml", DOCX},
		{"a.docx", "PK\x03\x04......xl/workbook.xml", XLSX},
		{"a.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE},
		{"a.txt", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", MHT},
		{"a.txt", "{\\rtf1", RTF},
		{"a.txt", "\x89PNG\r\n\x1a\n", Image},
	} {
		if got := KindOf(c.path, []byte(c.head)); got != c.want {
			t.Errorf("%s %.20q: %v, want %v", c.path, c.head, got, c.want)
		}
	}
}

// FuzzRead: bytes are read or refused with words; a text is valid UTF-8 and
// every offset has a place in it.
func FuzzRead(f *testing.F) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(sample)
	for _, s := range []string{sample, gb, "\xff\xfea\x00", "\xfe\xff\x00a", "\xef\xbb\xbfa", "a\r\rb\n"} {
		f.Add([]byte(s), 3)
	}
	f.Fuzz(func(t *testing.T, b []byte, off int) {
		file, err := Read("a.txt", b)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Message == "" || e.Remedy == "" {
				t.Fatalf("%v", err)
			}
			return
		}
		if !file.Kind.IsText() {
			return
		}
		if !utf8.ValidString(file.Text) {
			t.Fatal("not valid UTF-8")
		}
		p := file.Pos(off)
		if p.Line < 1 || p.Line > file.Lines()+1 || p.Col < 1 {
			t.Fatalf("%v", p)
		}
	})
}
