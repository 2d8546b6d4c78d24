package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

// text sets a string at a place in the font of specimen.PDFFile.
func text(x, y int, s string) string {
	var hex strings.Builder
	for _, r := range s {
		hex.WriteString(strings.ToUpper(string("0123456789abcdef"[r>>12&15]) + string("0123456789abcdef"[r>>8&15]) + string("0123456789abcdef"[r>>4&15]) + string("0123456789abcdef"[r&15])))
	}
	return "BT /F1 10 Tf " + itoa(x) + " " + itoa(y) + " Td <" + hex.String() + "> Tj ET\n"
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func TestContent(t *testing.T) {
	frame := "100 600 200 60 re S 100 630 m 300 630 l S 200 600 m 200 660 l S\n"
	cells := text(105, 640, "规章") + text(205, 640, "12") + text(105, 610, "许可") + text(205, 610, "3")
	want := "规章@0 | 12@1\n许可@0 | 3@1\n"
	for _, c := range []struct {
		name, want string
		pages      []string
	}{
		{"a frame and its cells", want, []string{frame + cells}},
		{"lines drawn as thin boxes", want, []string{"100 600 200 .5 re f 100 630 200 .5 re f 100 660 200 .5 re f 100 600 .5 60 re f 200 600 .5 60 re f 300 600 .5 60 re f\n" + cells}},
		{"boxes that only clip are no lines", "规章  12\n许可  3\n", []string{"q " + strings.ReplaceAll(frame, " S", " W n Q q ") + "Q " + cells}},
		{"a table that a page end cuts has no line above", want, []string{"100 600 m 300 600 l S 100 630 m 300 630 l S 100 600 m 100 660 l S 200 600 m 200 660 l S 300 600 m 300 660 l S\n" + cells}},
		{"a head and its row about a page end are two rows", "规章@0 | 数量@1 | 件数@2\n许可@0 | 3@1 | 4@2\n", []string{
			"100 600 300 30 re S 200 600 m 200 630 l S 300 600 m 300 630 l S\n" + text(105, 610, "规章") + text(205, 610, "数量") + text(305, 610, "件数"),
			"100 600 300 30 re S 200 600 m 200 630 l S 300 600 m 300 630 l S\n" + text(105, 610, "许可") + text(205, 610, "3") + text(305, 610, "4"),
		}},
		{"shading is no line", want, []string{".9 g 100 600 100 60 re f 0 g\n" + frame + cells}},
		{"a page turned upside down by its own matrix", want, []string{"1 0 0 -1 0 842 cm 100 182 200 60 re S 100 212 m 300 212 l S 200 182 m 200 242 l S 1 0 0 -1 0 842 cm\n" + cells}},
		{"letters drawn twice for bold count once", want, []string{frame + cells + strings.Replace(text(205, 640, "12"), "205", "205.4", 1)}},
		{"a watermark is left out", want, []string{frame + cells + "BT /F1 40 Tf .7 .7 -.7 .7 150 610 Tm <00310032> Tj ET\n"}},
		{"lines in any order, read from top to bottom", "一\n二\n", []string{text(100, 300, "二") + text(100, 700, "一")}},
		{"a table that goes on over the page end", "规章@0 | 12@1\n许可@0 | 3@1\n规章@0 | 12@1\n许可@0 | 3@1\n", []string{frame + cells, frame + cells}},
		{"a table under other words is another table", want + "另一表\n" + want, []string{frame + cells, text(100, 700, "另一表") + frame + cells}},
		{"page numbers stand behind the paragraph", "甲" + strings.Repeat("乙", 30) + strings.Repeat("丙", 30) + "丁\n- 1 -\n- 2 -\n", []string{
			text(290, 30, "- 1 -") + text(120, 100, "甲"+strings.Repeat("乙", 30)),
			text(290, 30, "- 2 -") + text(100, 780, strings.Repeat("丙", 30)+"丁"),
		}},
		{"a number broken by its cell's width is one", "甲@0 | 12345@1\n乙@0 | 1/2@1\n", []string{
			"100 600 134 60 re S 100 630 m 234 630 l S 200 600 m 200 660 l S\n" +
				text(105, 640, "甲") + text(206, 648, "1234") + text(206, 635, "5") + text(105, 610, "乙") + text(206, 618, "1") + text(206, 605, "2"),
		}},
		{"a page whose lines run upwards is read turned", "上" + strings.Repeat("文", 30) + "\n下" + strings.Repeat("字", 30) + "\n", []string{
			"0 1 -1 0 595 0 cm\n" + text(100, 400, "上"+strings.Repeat("文", 30)) + text(100, 200, "下"+strings.Repeat("字", 30)),
		}},
		{"an inline picture is skipped", "一\n", []string{"BI /W 2 /H 2 ID (<[ EI\n" + text(100, 700, "一")}},
		{"an unclosed string ends with the page", "一\n", []string{text(100, 700, "一") + "[<0031"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blocks.Show(t, "a.pdf", specimen.PDFFile(c.pages)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestTurnedPage(t *testing.T) {
	b := specimen.PDFFile([]string{"0 1 -1 0 595 0 cm\n" + text(100, 300, "上") + text(100, 200, "下")})
	b = bytes.Replace(b, []byte("/MediaBox [0 0 595 842]"), []byte("/Rotate 90 /MediaBox [0 0 595 842]"), 1)
	// the cross-reference table has moved; the reader needs it sound
	at := bytes.LastIndex(b, []byte("\nxref\n")) + 1
	b = bytes.Replace(b, b[bytes.LastIndex(b, []byte("startxref\n")):], []byte("startxref\n"+itoa(at)+"\n%%EOF\n"), 1)
	for _, n := range []int{7} {
		off := bytes.Index(b, []byte(itoa(n)+" 0 obj"))
		line := at + len("xref\n0 8\n") + 20*n
		copy(b[line:], []byte("0000000000"[:10-len(itoa(off))]+itoa(off)))
	}
	if got := blocks.Show(t, "a.pdf", b); got != "上\n下\n" {
		t.Errorf("got %q", got)
	}
}

func TestScanIsToldFromText(t *testing.T) {
	b := specimen.PDFOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>",
		"<< /Length 5 >>\nstream\n/X Do\nendstream",
		"<< /Subtype /Image /Width 1 /Height 1 /Length 3 >>\nstream\nabc\nendstream")
	_, _, err := read.File("a.pdf", b)
	if err == nil || !strings.Contains(err.Error(), "扫描件") {
		t.Errorf("got %v", err)
	}
}
