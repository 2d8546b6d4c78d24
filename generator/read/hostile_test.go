package read_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"ogi/generator/internal/specimen"
	"ogi/generator/read"
	"ogi/generator/source"
)

// bomb packs a member of n MB of the same byte.
func bomb(t *testing.T, name string, n int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	block := bytes.Repeat([]byte{' '}, 1<<20)
	for range n {
		if _, err := w.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hostileSheet is a workbook of one sheet with the given inside.
func hostileSheet(inside string) []byte {
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	const rel = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	b, err := specimen.Zip(
		"_rels/.rels", rel+`officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", "<workbook "+ns+`><sheets><sheet name="S" sheetId="1" r:id="r"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", rel+`worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", "<worksheet "+ns+">"+inside+"</worksheet>",
	)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return b
}

// Files made to harm are refused, or read, within two seconds and half a
// gigabyte, and the message says what to do. The two seconds are held where
// nothing else runs, with OGI_FULL set; elsewhere they are ten.
func TestHostileFiles(t *testing.T) {
	limit := 10 * time.Second
	if os.Getenv("OGI_FULL") != "" {
		limit = 2 * time.Second
	}
	sound := specimen.Random(1, specimen.Options{})
	pdf := sound.MustWrite(specimen.PDF)
	docx := sound.MustWrite(specimen.DOCX)
	page := "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
	cases := []struct {
		name   string
		file   []byte
		accept bool // may be read
	}{
		{"bomb.docx", bomb(t, "word/document.xml", 60), false},
		{"bomb.xlsx", bomb(t, "xl/workbook.xml", 60), false},
		{"sheet-bomb.xlsx", func() []byte {
			b, _ := specimen.Zip("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", strings.Repeat(" ", 60<<20))
			return b
		}(), false},
		{"merges.xlsx", hostileSheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:XFD2"/>`, 100000) + "</mergeCells>"), false},
		{"cells.xlsx", hostileSheet("<sheetData>" + strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 190)+"</row>", 3000) + "</sheetData>"), false},
		{"sparse.xlsx", hostileSheet("<sheetData>" + func() string {
			var b strings.Builder
			for i := range 4999 {
				fmt.Fprintf(&b, `<row r="%d"><c r="GQ%d"><v>1</v></c></row>`, i+1, i+1)
			}
			return b.String()
		}() + "</sheetData>"), false},
		{"far-away.xlsx", hostileSheet(`<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`), false},
		{"runs.xlsx", hostileSheet(`<sheetData><row r="1"><c t="inlineStr"><is>` + strings.Repeat("<r><t>a</t></r>", 300000) + `</is></c></row></sheetData>`), false},
		{"columns.xlsx", hostileSheet("<cols>" + strings.Repeat(`<col min="1" max="16384"/>`, 100000) + "</cols><sheetData/>"), false},
		{"bomb.zip", bomb(t, "a.txt", 60), false},
		{"many-members.docx", func() []byte {
			parts := []string{"word/document.xml", "<w:document/>"}
			for i := range 5000 {
				parts = append(parts, fmt.Sprintf("word/media/%d", i), "")
			}
			b, _ := specimen.Zip(parts...)
			return b
		}(), false},
		{"deep.docx", specimen.WordDocument(strings.Repeat("<w:tbl><w:tr><w:tc>", 100000)), false},
		{"deep-spans.docx", specimen.WordDocument(strings.Repeat("<w:sdt>", 500000)), false},
		{"a-million-cells.docx", specimen.WordDocument("<w:tbl><w:tr>" + strings.Repeat("<w:tc><w:p/></w:tc>", 1000000) + "</w:tr></w:tbl>"), false},
		{"cut.docx", docx[:len(docx)/2], false},
		{"not-xml.docx", specimen.WordDocument("<<<&&&"), false},
		{"empty.docx", specimen.WordDocument(""), true},
		{"no-document.docx", func() []byte { b, _ := specimen.Zip("word/document.xml.bak", ""); return b }(), false},
		{"quotes.csv", []byte("a,b\n\"" + strings.Repeat("x,y\n", 1<<15)), true},
		{"wide.csv", []byte(strings.Repeat("1,", 1<<20)), false},
		{"tall.csv", []byte(strings.Repeat("1,2\n", 1<<20)), false},
		{"no-parts.mht", []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"), false},
		{"cut.pdf", pdf[:len(pdf)/2], false},
		{"no-xref.pdf", bytes.Replace(pdf, []byte("\nxref\n"), []byte("\nxxxx\n"), 1), true},
		{"shifted-xref.pdf", bytes.Replace(pdf, []byte("startxref\n"), []byte("startxref\n1"), 1), true},
		{"huge-size.pdf", bytes.Replace(pdf, []byte("/Size "), []byte("/Size 99999999999"), 1), false},
		{"page-cycle.pdf", specimen.PDFOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100 >>"), false},
		{"parent-cycle.pdf", specimen.PDFOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Parent 3 0 R /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", "<< /Length 6 >>\nstream\n(a) Tj\nendstream"), false},
		{"prev-cycle.pdf", bytes.Replace(pdf, []byte("/Root 1 0 R"), []byte(fmt.Sprintf("/Root 1 0 R /Prev %d", bytes.Index(pdf, []byte("\nxref\n"))+1)), 1), true},
		{"form-cycle.pdf", specimen.PDFOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
			"<< /Length 5 >>\nstream\n/X Do\nendstream",
			"<< /Subtype /Form /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream"), false},
		{"stream-bomb.pdf", func() []byte {
			data := specimen.Deflated(bytes.Repeat([]byte(" "), 100<<20))
			return specimen.PDFOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page,
				fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", len(data), data))
		}(), false},
		{"many-rules.pdf", specimen.PDFFile([]string{strings.Repeat("0 0 m 500 0 l S 0 0 m 0 500 l S\n", 150000)}), false},
		{"crossing-rules.pdf", specimen.PDFFile([]string{func() string {
			var b strings.Builder
			for i := range 3000 {
				fmt.Fprintf(&b, "0 %.2f m 500 %.2f l S %.2f 0 m %.2f 800 l S\n", float64(i)/4, float64(i)/4, float64(i)/6, float64(i)/6)
			}
			return b.String()
		}()}), false},
		{"bad-operands.pdf", specimen.PDFFile([]string{"1 Tf Tj TJ [ [ ( ) cm re m l 5 Td Q Q Q q BI ID EI \"' ET BT << >> begin end def dict"}), false},
		{"nothing-but-a-header.pdf", []byte("%PDF-1.7\n%%EOF\n"), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, _, err := read.File(c.name, c.file)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			var e *source.Error
			switch {
			case err == nil && !c.accept:
				t.Error("read, want an error")
			case err != nil && c.accept:
				t.Errorf("got %v", err)
			case err != nil && !errors.As(err, &e):
				t.Errorf("got a %T: %v", err, err)
			case err != nil && (e.Message == "" || e.Remedy == ""):
				t.Errorf("got %q, remedy %q", e.Message, e.Remedy)
			}
			if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 500 {
				t.Errorf("%d MB allocated in all", mb)
			}
			if took > limit && !raceEnabled {
				t.Errorf("took %v", took)
			}
			t.Logf("%v, %d MB: %v", took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, err)
		})
	}
}
