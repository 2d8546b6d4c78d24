package growth

import (
	"bytes"
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) pdfs() {
	r := strings.Repeat
	page := func(name string, per int, f func(n int) string) {
		l.add("pdf/"+name, specimen.PDF, per, func(n int) []byte { return specimen.PDFFile([]string{f(n)}) })
	}
	prep := func(name, t string) { page(name, len(t), func(n int) string { return r(t, n) }) }
	prep("q", "q ")
	prep("Q", "Q ")
	prep("qQ", "q Q ")
	prep("BT", "BT ")
	prep("BTET", "BT ET ")
	prep("tj same", "BT /F1 10 Tf 60 700 Td <4E00> Tj ET\n")
	prep("tj1", "BT /F1 10 Tf 60 700 Td <0031> Tj ET\n")
	page("tj long", 4, func(n int) string { return "BT /F1 10 Tf 60 700 Td <" + r("4E00", n) + "> Tj ET\n" })
	page("tj chars", 12, func(n int) string { return "BT /F1 10 Tf 60 700 Td " + r("<4E00> Tj ", n) + " ET\n" })
	page("TJ arr", 6, func(n int) string { return "BT /F1 10 Tf 60 700 Td [" + r("<4E00> 5 ", n) + "] TJ ET\n" })
	page("TJ nums", 6, func(n int) string { return "BT /F1 10 Tf 60 700 Td [" + r("5 ", n) + "] TJ ET\n" })
	page("lines", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf 60 %d Td <4E00> Tj ET\n", -i*12)
		}
		return w.String()
	})
	page("grid text", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf %d %d Td <0031> Tj ET\n", i%30*30, -i/30*12)
		}
		return w.String()
	})
	page("scatter", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf %d %d Td <0031> Tj ET\n", i*7919%5000, i*104729%7000)
		}
		return w.String()
	})
	page("wide", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf %d 700 Td <0031> Tj ET\n", i*30)
		}
		return w.String()
	})
	page("T*", 12, func(n int) string { return "BT /F1 10 Tf 12 TL 60 700 Td " + r("<4E00> Tj T* ", n) + " ET\n" })
	page("quote", 12, func(n int) string { return "BT /F1 10 Tf 12 TL 60 700 Td " + r("<4E00> ' ", n) + " ET\n" })
	prep("re", "10 10 5 5 re f\n")
	prep("reS", "10 10 5 5 re S\n")
	prep("re open", "10 10 5 5 re ")
	prep("line", "10 10 m 50 10 l S\n")
	prep("l", "10 10 l ")
	prep("m", "10 10 m ")
	prep("c", "10 10 1 1 1 1 c ")
	prep("W", "10 10 100 100 re W n ")
	prep("q W", "q 10 10 100 100 re W n ")
	page("boxes", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "%d %d 30 12 re S BT /F1 10 Tf %d %d Td <0031> Tj ET\n", i%20*30, -i/20*12, i%20*30+2, -i/20*12+2)
		}
		return w.String()
	})
	page("boxes one col", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "30 %d 30 12 re S BT /F1 10 Tf 32 %d Td <0031> Tj ET\n", -i*12, -i*12+2)
		}
		return w.String()
	})
	page("boxes one row", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "%d 30 30 12 re S BT /F1 10 Tf %d 32 Td <0031> Tj ET\n", i*30, i*30+2)
		}
		return w.String()
	})
	page("nested boxes", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "%d %d %d %d re S\n", i, i, 100000-2*i, 100000-2*i)
		}
		return w.String() + "BT /F1 10 Tf 32 700 Td <0031> Tj ET\n"
	})
	page("grid lines", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "0 %d m 1000 %d l S %d 0 m %d 1000 l S\n", i*10, i*10, i*10, i*10)
		}
		return w.String() + "BT /F1 10 Tf 32 700 Td <0031> Tj ET\n"
	})
	page("covers", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf 60 %d Td <0031> Tj ET q 1 g 60 %d 20 12 re f Q\n", i*12, i*12)
		}
		return w.String()
	})
	page("covers same", 40, func(n int) string {
		return r("BT /F1 10 Tf 60 700 Td <0031> Tj ET\n", n) + r("q 1 g 60 700 20 12 re f Q\n", n)
	})
	page("strikes", 40, func(n int) string {
		return r("BT /F1 10 Tf 60 700 Td <0031> Tj ET\n", n) + r("60 703 m 80 703 l S\n", n)
	})
	page("strikes2", 40, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "BT /F1 10 Tf %d 700 Td <0031> Tj ET %d 703 m %d 703 l S\n", i*20, i*20, i*20+10)
		}
		return w.String()
	})
	prep("Tf", "BT /F1 10 Tf ET\n")
	prep("cm", "1 0 0 1 0 0 cm\n")
	prep("gs", "/G1 gs\n")
	prep("Do", "/X1 Do\n")
	prep("BMC", "/A BMC ")
	prep("BMCEMC", "/A BMC EMC ")
	prep("BDC", "/OC /A BDC ")
	prep("BI", "BI /W 1 ID x EI ")
	prep("BI open", "BI ")
	prep("BI ID", "BI ID ")
	prep("arr", "[")
	prep("dict", "<<")
	prep("paren", "(")
	prep("paren2", "(a)")
	prep("hex", "<00")
	prep("hexs", "<00>")
	prep("num", "1 ")
	prep("name", "/A ")
	prep("pct", "%a\n")
	prep("esc", "(\\")
	page("one name", 1, func(n int) string { return "/" + r("A", n) })
	page("one str", 1, func(n int) string { return "(" + r("A", n) + ") Tj" })
	page("one num", 1, func(n int) string { return r("1", n) })
	l.add("pdf/pages", specimen.PDF, 200, func(n int) []byte {
		var p []string
		for range n {
			p = append(p, "BT /F1 10 Tf 60 700 Td <4E004E00> Tj ET\n")
		}
		return specimen.PDFFile(p)
	})
	raw := func(name string, per int, f func(n int) []byte) { l.add("pdfraw/"+name, specimen.PDF, per, f) }
	sp := string(specimen.PDFFile([]string{"BT /F1 10 Tf 60 700 Td <4E004E00> Tj ET\n"}))
	raw("objects", 30, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "%d 0 obj\n<< /A 1 >>\nendobj\n", 100+i)
		}
		return []byte(sp + w.String())
	})
	raw("objects noxref", 30, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "%d 0 obj\n<< /A 1 >>\nendobj\n", 100+i)
		}
		return []byte(strings.Replace(sp, "\nxref\n", "\n"+w.String()+"xxxx\n", 1))
	})
	raw("obj words noxref", 8, func(n int) []byte { return []byte(strings.Replace(sp, "\nxref\n", "\n"+r("1 0 obj ", n)+"xxxx\n", 1)) })
	raw("obj same noxref", 8, func(n int) []byte {
		return []byte(strings.Replace(sp, "\nxref\n", "\n"+r("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", n)+"xxxx\n", 1))
	})
	raw("stream words noxref", 8, func(n int) []byte {
		return []byte(strings.Replace(sp, "\nxref\n", "\n"+r("9 0 obj <<>> stream\n", n)+"xxxx\n", 1))
	})
	raw("trailers", 8, func(n int) []byte {
		return []byte(strings.Replace(sp, "\nxref\n", "\n"+r("trailer << >>\n", n)+"xxxx\n", 1))
	})
	raw("startxrefs", 8, func(n int) []byte { return []byte(sp + r("startxref\n0\n%%EOF\n", n)) })
	raw("xrefs", 8, func(n int) []byte { return []byte(sp + r("xref\n0 0\ntrailer\n<< >>\nstartxref\n0\n%%EOF\n", n)) })
	raw("prev chain", 60, func(n int) []byte {
		var w bytes.Buffer
		w.WriteString(sp)
		prev := strings.LastIndex(sp, "\nxref\n") + 1
		for range n {
			at := w.Len()
			fmt.Fprintf(&w, "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 8 /Root 1 0 R /Prev %d >>\n", prev)
			prev = at
		}
		fmt.Fprintf(&w, "startxref\n%d\n%%%%EOF\n", prev)
		return w.Bytes()
	})
	raw("xref subsections", 30, func(n int) []byte {
		i := strings.LastIndex(sp, "trailer")
		return []byte(sp[:i] + r("9 1\n0000000000 65535 f \n", n) + sp[i:])
	})
	raw("xref entries", 20, func(n int) []byte {
		i := strings.LastIndex(sp, "trailer")
		return []byte(sp[:i] + fmt.Sprintf("9 %d\n", n) + r("0000000000 65535 f \n", n) + sp[i:])
	})
	raw("page tree deep", 60, func(n int) []byte {
		var o []string
		o = append(o, "<< /Type /Catalog /Pages 2 0 R >>")
		for i := range n {
			o = append(o, fmt.Sprintf("<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>", i+1, i+3))
		}
		o = append(o, fmt.Sprintf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>", n+1))
		return pdfObjs(o)
	})
	raw("kids", 60, func(n int) []byte {
		return pdfObjs([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [" + r("3 0 R ", n) + fmt.Sprintf("] /Count %d >>", n), "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>", "<< /Length 6 >>\nstream\n(a) Tj\nendstream"})
	})
	raw("contents arr", 60, func(n int) []byte {
		return pdfObjs([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + r("4 0 R ", n) + "] >>", "<< /Length 6 >>\nstream\n(a) Tj\nendstream"})
	})
	raw("fonts", 60, func(n int) []byte {
		var f, c strings.Builder
		for i := range n {
			fmt.Fprintf(&f, "/F%d 5 0 R ", i)
			fmt.Fprintf(&c, "BT /F%d 10 Tf 60 700 Td <0031> Tj ET\n", i)
		}
		return pdfObjs([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << " + f.String() + " >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", c.Len(), c.String()), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"})
	})
	cm := func(name string, per int, f func(n int) string) {
		raw("cmap "+name, per, func(n int) []byte {
			m := f(n)
			c := r("BT /F1 10 Tf 60 700 Td <00310032> Tj ET\n", n)
			return pdfObjs([]string{
				"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c),
				"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 6 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(m), m), "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A /DW 1000 /W [1 95 500] >>",
			})
		})
	}
	cm("bfchar", 60, func(n int) string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "1 beginbfchar <%04X> <0031> endbfchar\n", i%65536)
		}
		return "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + w.String() + "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
	})
	cm("bfrange", 60, func(n int) string {
		return "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + r("1 beginbfrange <0000> <FFFF> <0000> endbfrange\n", n)
	})
	cm("bfrange narrow", 60, func(n int) string {
		return "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + r("1 beginbfrange <1000> <1000> <0000> endbfrange\n", n) + "1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
	})
	cm("codespace", 60, func(n int) string {
		return r("1 begincodespacerange <8000> <FFFF> endcodespacerange\n", n) + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
	})
	raw("widths", 60, func(n int) []byte {
		c := r("BT /F1 10 Tf 60 700 Td <00310032> Tj ET\n", n)
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c),
			"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>", "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A /DW 1000 /W [" + r("1 95 500 ", n) + "] >>",
		})
	})
	raw("differences", 60, func(n int) []byte {
		c := r("BT /F1 10 Tf 60 700 Td (12) Tj ET\n", n)
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c),
			"<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding << /Differences [" + r("1 /a ", n) + "] >> >>",
		})
	})
	raw("forms", 60, func(n int) []byte {
		c := r("/X Do ", n)
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c),
			"<< /Type /Font /Subtype /Type1 /BaseFont /A >>", "<< /Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> >> /Length 36 >>\nstream\nBT /F1 10 Tf 60 700 Td (12) Tj ET    \nendstream",
		})
	})
	raw("forms big", 60, func(n int) []byte {
		c, f := r("/X Do ", n), r("q Q ", n)
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c),
			"<< /Type /Font /Subtype /Type1 /BaseFont /A >>", fmt.Sprintf("<< /Type /XObject /Subtype /Form /Length %d >>\nstream\n%s\nendstream", len(f), f),
		})
	})
	raw("resources big", 60, func(n int) []byte {
		// big resource dictionary looked at by each operator
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 6 0 R /Contents 4 0 R >>", func() string {
				c := r("/F1 10 Tf /G gs /X Do\n", n)
				return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c)
			}(),
			"<< /Type /Font /Subtype /Type1 /BaseFont /A >>", "<< /Font << /F1 5 0 R >> /A [" + r("1 ", n) + "] >>",
		})
	})
	raw("ocgs", 60, func(n int) []byte {
		var oc, c strings.Builder
		for i := range n {
			fmt.Fprintf(&oc, "/O%d 5 0 R ", i)
			fmt.Fprintf(&c, "/OC /O%d BDC BT /F1 10 Tf 60 700 Td (1) Tj ET EMC\n", i)
		}
		return pdfObjs([]string{
			"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [" + r("5 0 R ", n) + "] >> >> >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 6 0 R >> /Properties << " + oc.String() + " >> >> /Contents 4 0 R >>", fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", c.Len(), c.String()),
			"<< /Type /OCG /Name (a) >>", "<< /Type /Font /Subtype /Type1 /BaseFont /A >>",
		})
	})
	raw("annots", 60, func(n int) []byte {
		return pdfObjs([]string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [" + r("<< /Type /Annot /Subtype /StrikeOut /Rect [60 700 80 710] /QuadPoints [60 700 80 700 60 710 80 710] >> ", n) + "] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>", func() string {
			c := r("BT /F1 10 Tf 60 700 Td (12) Tj ET\n", n)
			return fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(c), c)
		}(), "<< /Type /Font /Subtype /Type1 /BaseFont /A >>"})
	})
	raw("struct", 60, func(n int) []byte {
		return pdfObjs([]string{"<< /Type /Catalog /Pages 2 0 R /Info " + r("[", n) + r("]", n) + " >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>"})
	})
	raw("indirect lengths", 60, func(n int) []byte {
		o := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>", "6"}
		for range n {
			o = append(o, "<< /Length 4 0 R >>\nstream\n(a) Tj\nendstream")
		}
		return pdfObjs(o)
	})
	raw("ref chain", 30, func(n int) []byte {
		o := []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"}
		for i := range n {
			o = append(o, fmt.Sprintf("%d 0 R", i+5))
		}
		return pdfObjs(o)
	})
}

func pdfObjs(objects []string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	x := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, x)
	return b.Bytes()
}
