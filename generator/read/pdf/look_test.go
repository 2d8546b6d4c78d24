package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
	"ogi/generator/read"
	"ogi/generator/source"
)

// onePage is a PDF of one page: its content, entries of its resources and of the
// page, of the catalogue, and objects from 8 on.
func onePage(content, resources, page, catalog string, objects ...string) []byte {
	return specimen.PDFOf(append([]string{
		"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> " + resources + " >> /Contents 4 0 R " + page + " >>",
		stream("", content),
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] >>",
		stream("", "1 beginbfrange <0000> <FFFF> <0000> endbfrange"),
	}, objects...)...)
}

func stream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// shownAndNot is what a file says and, in braces, what it holds unseen.
func shownAndNot(t *testing.T, b []byte) string {
	t.Helper()
	d, _, err := read.File("a.pdf", b)
	if err != nil {
		t.Fatal(err)
	}
	out := strings.ReplaceAll(strings.TrimSuffix(blocks.Short(d), "\n"), "\n", " / ")
	for _, bl := range d.Blocks {
		for _, l := range bl.Lines {
			out += notesOf(l.Marks.Noted())
		}
	}
	for _, h := range d.Hidden {
		mark := "{" + h.Text + "}"
		if h.Origin == source.HiddenStruck {
			mark = "{-" + h.Text + "}"
		}
		out += mark
	}
	return out
}

func notesOf(notes []string) string {
	out := ""
	for _, n := range notes {
		out += "^" + n
	}
	return out
}

// What nobody sees on a page is not its text.
func TestUnseenText(t *testing.T) {
	cover := "1 g 98 695 40 20 re f 0 g\n"
	hidden := text(100, 700, "藏字")
	off := "/OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] >> >>"
	groups := []string{"<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (a) >>", "<< /Type /OCMD /OCGs [8 0 R] >>", "<< /Type /OCMD /OCGs [8 0 R 9 0 R] >>"}
	props := "/Properties << /A 8 0 R /B 9 0 R /C 10 0 R /D 11 0 R >>"
	in := func(layer string) string { return "/OC /" + layer + " BDC\n" + hidden + "EMC\n" }
	scan := []string{"<< /Subtype /Image /Width 1 /Height 1 /Length 3 >>\nstream\nabc\nendstream"}
	for _, c := range []struct {
		name, content            string
		resources, page, catalog string
		objects                  []string
		seen, read               bool // read: without being seen
	}{
		{name: "plain", content: hidden, seen: true},
		{name: "drawn with nothing", content: "3 Tr\n" + hidden + "0 Tr\n"},
		{name: "only clips", content: "q 7 Tr\n" + hidden + "Q\n"},
		{name: "outlined", content: "1 g 1 Tr\n" + hidden + "0 Tr 0 g\n", seen: true},
		{name: "white", content: "1 g\n" + hidden + "0 g\n"},
		{name: "nearly white", content: ".95 .96 .94 rg\n" + hidden + "0 g\n"},
		{name: "grey", content: ".6 g\n" + hidden + "0 g\n", seen: true},
		{name: "no ink of four", content: "0 0 0 0 k\n" + hidden + "0 g\n"},
		{name: "white by a space", content: "/DeviceRGB cs 1 1 1 sc\n" + hidden + "0 g\n"},
		{name: "white by a profile", content: "/P cs 1 1 1 scn\n" + hidden + "0 g\n", resources: "/ColorSpace << /P [/ICCBased 8 0 R] >>", objects: []string{stream("/N 3", "x")}},
		{name: "an ink of its own", content: "/P cs 1 scn\n" + hidden + "0 g\n", resources: "/ColorSpace << /P [/Separation /Black /DeviceGray 8 0 R] >>", objects: []string{stream("", "x")}, seen: true},
		{name: "none of an ink of its own", content: "/P cs 0 scn\n" + hidden + "0 g\n", resources: "/ColorSpace << /P [/Separation /Black /DeviceGray 8 0 R] >>", objects: []string{stream("", "x")}},
		{name: "white on black", content: "0 g 98 695 40 20 re f 1 g\n" + hidden + "0 g\n", seen: true},
		{name: "white on a black shape", content: "0 g 98 705 m 98 690 110 690 140 690 c 140 715 l h f 1 g\n" + hidden + "0 g\n", seen: true},
		{name: "red on red", content: "1 0 0 rg 98 695 40 20 re f\n" + hidden + "0 g\n"},
		{name: "black on a black path of lines", content: "98 695 m 138 695 l 138 715 l 98 715 l h f\n" + hidden},
		{name: "red on white on red", content: "1 0 0 rg 98 695 40 20 re f 1 g 98 695 40 20 re f 1 0 0 rg\n" + hidden + "0 g\n", seen: true},
		{name: "covered", content: hidden + cover},
		{name: "covered and drawn again", content: hidden + cover + hidden, seen: true},
		{name: "beside what covers", content: hidden + strings.Replace(cover, "98", "198", 1), seen: true},
		{name: "under a frame", content: hidden + "1 g 90 690 60 30 re 98 695 40 20 re f* 0 g\n", seen: true},
		{name: "under a veil", content: hidden + "q /T gs " + cover + "Q\n", resources: "/ExtGState << /T << /ca .4 >> >>", seen: true},
		{name: "under a highlighter", content: hidden + "q /T gs " + strings.Replace(cover, "1 g", "1 1 0 rg", 1) + "Q\n", resources: "/ExtGState << /T << /BM /Multiply >> >>", seen: true},
		{name: "transparent", content: "q /T gs\n" + hidden + "Q\n", resources: "/ExtGState << /T << /ca 0 >> >>"},
		{name: "outside of the page", content: text(700, 700, "藏字")},
		{name: "cropped", content: hidden, page: "/CropBox [0 0 595 690]"},
		{name: "clipped", content: "q 10 10 50 50 re W n\n" + hidden + "Q\n"},
		{name: "inside of what is clipped", content: "q 90 690 80 30 re W n\n" + hidden + "Q\n", seen: true},
		{name: "outside of its form", content: "/X Do\n", resources: "/XObject << /X 8 0 R >>", objects: []string{stream("/Subtype /Form /BBox [0 0 50 50] /Resources << /Font << /F1 5 0 R >> >>", hidden)}},
		{name: "inside of its form", content: "/X Do\n", resources: "/XObject << /X 8 0 R >>", objects: []string{stream("/Subtype /Form /BBox [0 0 500 750] /Resources << /Font << /F1 5 0 R >> >>", hidden)}, seen: true},
		{name: "too small", content: strings.Replace(hidden, "F1 10", "F1 .9", 1)},
		{name: "small by its size alone", content: "q 10 0 0 10 100 700 cm\n" + strings.Replace(text(0, 0, "藏字"), "F1 10", "F1 1", 1) + "Q\n", seen: true},
		{name: "in a layer that is off", content: in("A"), resources: props, catalog: off, objects: groups},
		{name: "in a layer that is on", content: in("B"), resources: props, catalog: off, objects: groups, seen: true},
		{name: "in layers of which none is on", content: in("C"), resources: props, catalog: off, objects: groups},
		{name: "in layers of which one is on", content: in("D"), resources: props, catalog: off, objects: groups, seen: true},
		{name: "behind a layer that is off", content: "/OC /A BDC EMC\n" + hidden, resources: props, catalog: off, objects: groups, seen: true},
		{name: "within one that is off", content: "/OC /A BDC /Span BMC\n" + hidden + "EMC EMC\n", resources: props, catalog: off, objects: groups},
		{name: "all layers off but one", content: in("A"), resources: props, catalog: "/OCProperties << /D << /BaseState /OFF /ON [9 0 R] >> >>", objects: groups},
		{name: "a form in a layer that is off", content: "/X Do\n", resources: "/XObject << /X 10 0 R >>", catalog: off, objects: []string{groups[0], groups[1], stream("/Subtype /Form /OC 8 0 R /Resources << /Font << /F1 5 0 R >> >>", hidden)}},
		{name: "recognised text of a scan", content: "595 0 0 842 0 0 cm /X Do 1 0 0 1 0 0 cm\n", resources: "/XObject << /X 8 0 R >>", objects: scan, read: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			rest := text(100, 600, "文字")
			want := "文字{藏字}"
			if c.name == "covered and drawn again" {
				want, c.seen = "藏字 / 文字{藏字}", false
			}
			switch {
			case c.seen:
				want = "藏字 / 文字"
			case c.read:
				c.content = "q " + c.content + "Q 3 Tr\n" + hidden + strings.Repeat("甲", 0)
				rest += text(100, 580, strings.Repeat("甲", 40))
				want = "藏字 / 文字 / " + strings.Repeat("甲", 40)
			}
			b := onePage(c.content+rest, c.resources, c.page, c.catalog, c.objects...)
			if got := shownAndNot(t, b); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}

// at sets a text in a size; rise is a shift of its line.
func at(x, y, size float64, s string) string {
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td <%s> Tj ET\n", size, x, y, hexOf(s))
}

func hexOf(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String()
}

// Marks of notes, small digits and lines through the text.
func TestMarksAndStrikes(t *testing.T) {
	box := "190 690 m 290 690 l S 190 715 m 290 715 l S 190 690 m 190 715 l S 240 690 m 240 715 l S 290 690 m 290 715 l S\n"
	for _, c := range []struct{ name, content, want string }{
		{"raised and smaller", at(100, 700, 10, "收到5") + at(125, 704, 6, "1") + at(130, 700, 10, "件"), "收到5件^1"},
		{"raised by the operator", at(100, 700, 10, "收到5") + "4 Ts\n" + at(125, 700, 6, "12") + "0 Ts\n", "收到5^12"},
		{"a little raised and not much smaller", at(100, 700, 10, "收到5") + at(125, 702.5, 7.5, "1"), "收到5^1"},
		{"in a row of its own", at(100, 700, 10, "收到5") + at(125, 706, 5, "[3]"), "收到5^[3]"},
		{"before the word", at(100, 704, 6, "①") + at(106, 700, 10, "收到5件"), "收到5件^①"},
		{"marks over two words of a line", at(100, 700, 10, "甲5") + at(115, 706, 5, "1") + at(200, 700, 10, "乙7") + at(215, 706, 5, "2"), "甲5  乙7^1^2"},
		{"raised alone", at(100, 700, 10, "收到5") + at(125, 703, 10, "1"), "收到5^1"},
		{"raised by more than half a line", at(100, 700, 10, "收到5") + at(125, 705, 10, "1"), "收到5^1"},
		{"lowered", at(100, 700, 10, "收到5") + at(125, 698, 6, "1"), "收到5^1"},
		{"lowered in a row of its own", at(100, 700, 10, "收到5") + at(125, 696, 6, "1"), "收到5^1"},
		{"small digits beside large ones", at(100, 700, 10, "收到5") + at(125, 700, 6, "12") + at(131, 700, 10, "件"), "收到5¹²件"},
		{"small digits beside words", at(100, 700, 16, "截至") + at(132, 700, 10, "2023") + at(152, 700, 16, "年"), "截至2023年"},
		{"small digits in the middle of the line", at(100, 700, 16, "截至") + at(132, 702, 10, "2023") + at(152, 700, 16, "年"), "截至2023年"},
		{"small words above words are a line", at(100, 700, 10, "收到信息") + at(100, 707, 5, "注注注注注注"), "注注注注注注 / 收到信息"},
		{"the end of a line is no mark of the next", at(100, 700, 10, "收到") + at(120, 709, 10, "信息"), "信息收到"},
		{"struck by a line", at(100, 700, 10, "收到80") + "120 703.5 m 130 703.5 l S\n" + at(130, 700, 10, "8件"), "收到8件{-80}"},
		{"struck by a bar", at(100, 700, 10, "收到80") + "119 703 12 .6 re f\n" + at(130, 700, 10, "8件"), "收到8件{-80}"},
		{"struck by two lines", at(100, 700, 10, "收到80") + "120 703 10 .3 re f 120 704.5 10 .3 re f\n" + at(130, 700, 10, "8件"), "收到8件{-80}"},
		{"struck character by character", at(100, 700, 10, "收到80") + "120 703.5 5 .5 re f 125 703.5 5 .5 re f\n" + at(130, 700, 10, "8件"), "收到8件{-80}"},
		{"a sentence struck out", at(100, 700, 10, "收到8件。") + at(100, 680, 10, "没有 收到。") + "100 683.5 m 155 683.5 l S\n", "收到8件。{-没有 收到。}"},
		{"underlined", at(100, 700, 10, "收到80件") + "120 698.5 m 130 698.5 l S\n", "收到80件"},
		{"a line above", at(100, 700, 10, "收到80件") + "120 709 m 130 709 l S\n", "收到80件"},
		{"a line through more than the figure", at(100, 700, 10, "收到80") + "50 703.5 m 400 703.5 l S\n", "收̶到̶8̶0̶"},
		{"a table's line through it", box + at(200, 710.5, 10, "80"), "8̶0̶@0 | @1"},
		{"a line that joins a table at one end", box + at(200, 700, 10, "80") + "190 703.5 m 211 703.5 l S\n", "8̶0̶@0 | @1"},
		{"a strike is no line of a table", box + at(200, 700, 10, "80") + at(212, 700, 10, "8") + "198 703.5 m 211 703.5 l S\n", "8@0 | @1{-80}"},
		{"white over a picture", "q 200 0 0 50 90 690 cm BI /W 1 /H 1 ID x EI Q 1 g\n" + at(100, 700, 10, "文字80") + "0 g\n", "文字⁸⁰"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shownAndNot(t, specimen.PDFFile([]string{c.content})); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	struck := onePage(at(100, 700, 10, "收到80")+at(130, 700, 10, "8件"), "", "/Annots [<< /Subtype /StrikeOut /QuadPoints [120 710 130 710 120 698 130 698] >>]", "")
	if got, want := shownAndNot(t, struck), "收到8件{-80}"; got != want {
		t.Errorf("struck by a note: got %s, want %s", got, want)
	}
}

// The looks of a cell that goes on over lines and pages stay with their pieces.
func TestLooksOfCells(t *testing.T) {
	cell := "100 600 m 250 600 l S 100 660 m 250 660 l S 100 600 m 100 660 l S 200 600 m 200 660 l S 250 600 m 250 660 l S\n"
	d, _, err := read.File("a.pdf", specimen.PDFFile([]string{cell + at(105, 645, 10, "信息") + at(105, 630, 10, "公开") + at(125, 634, 6, "2") + at(205, 640, 10, "3")}))
	if err != nil {
		t.Fatal(err)
	}
	c := d.Blocks[0].Table.Rows[0][0]
	if c.Text != "信息\n公开" || len(c.Marks.Noted()) != 1 || c.Marks.Noted()[0] != "2" {
		t.Errorf("got %q, notes %q", c.Text, c.Marks.Noted())
	}
}
