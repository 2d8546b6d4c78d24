package specimen

import (
	"html"
	"strings"
)

// A Look is what a reader sees of a piece of text that is not shown plainly.
type Look string

// A mark is raised or lowered and smaller, an old text is struck out, a hidden
// one is not seen at all.
const (
	Raised  Look = "raised"
	Lowered Look = "lowered"
	Struck  Look = "struck"
	Hidden  Look = "hidden"
	Shown   Look = "shown" // plainly, though a careless reader of files might think otherwise
)

// A Way is one way of the file kinds to give a piece of text a look. In each
// pattern "…" stands for the piece; an empty pattern says that the kind has no
// such way.
type Way struct {
	Name     string
	Look     Look
	HTML     string // also of MHT
	CSS      string // a rule of the page's own style sheet that HTML needs
	Word     string // a whole run, or what stands in place of one
	Style    string // run properties of the character style "Look" that Word needs
	Sheet    *Font
	Markdown string
	PDF      *Ink
	Plain    string // characters that any kind can hold
}

// A Font is the look of a run in a spreadsheet cell.
type Font struct {
	Align, Color string
	Strike       bool
	Size         float64
}

// An Ink is how a PDF draws a run.
type Ink struct {
	Size  float64 // of the size around it, 0 for the same
	Rise  float64 // in parts of the size
	Set   string  // operators before the run: "3 Tr", "1 g"
	Over  string  // drawn over it: "line", "bar" (a filled one), "under", "cover" (white)
	Aside bool    // outside of the page
}

func wordRun(props string) string {
	return "<w:r><w:rPr>" + props + `</w:rPr><w:t xml:space="preserve">…</w:t></w:r>`
}

// Ways are all of them.
var Ways = []*Way{
	{Name: "sup", Look: Raised, HTML: "<sup>…</sup>", Markdown: "<sup>…</sup>", Word: wordRun(`<w:vertAlign w:val="superscript"/>`), Sheet: &Font{Align: "superscript"}, PDF: &Ink{Size: 0.6, Rise: 0.45}},
	{Name: "sup-style", Look: Raised, HTML: `<span style="vertical-align:super;font-size:75%">…</span>`, Word: wordRun(`<w:sz w:val="12"/><w:position w:val="8"/>`), Markdown: "[^…]", PDF: &Ink{Size: 0.6, Set: "3.2 Ts"}},
	{Name: "sup-class", Look: Raised, HTML: `<span class="nm">…</span>`, CSS: ".nm{vertical-align:super}", Word: wordRun(`<w:rStyle w:val="Look"/>`), Style: `<w:vertAlign w:val="superscript"/>`, Markdown: "$^{…}$", PDF: &Ink{Size: 0.7, Rise: 0.35}},
	{Name: "sup-link", Look: Raised, HTML: `<sup><a href="#n1">[…]</a></sup>`, Word: `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>`, Markdown: "^…^", PDF: &Ink{Size: 0.5, Rise: 0.55}},
	{Name: "sup-shift", Look: Raised, HTML: `<span style="position:relative;top:-0.5em;font-size:70%">…</span>`, Markdown: "<sup>[…]</sup>"},
	{Name: "sup-length", Look: Raised, HTML: `<span style="font-size:8px;vertical-align:5px">…</span>`, Word: wordRun(`<w:rFonts w:ascii="Arial"/><w:b/><w:vertAlign w:val="superscript"/>`)},
	{Name: "sub", Look: Lowered, HTML: "<sub>…</sub>", Markdown: "<sub>…</sub>", Word: wordRun(`<w:vertAlign w:val="subscript"/>`), Sheet: &Font{Align: "subscript"}, PDF: &Ink{Size: 0.6, Rise: -0.2}},
	{Name: "sub-style", Look: Lowered, HTML: `<span style="vertical-align:sub;font-size:60%">…</span>`, Word: wordRun(`<w:sz w:val="12"/><w:position w:val="-6"/>`), Markdown: "$_{…}$", PDF: &Ink{Size: 0.6, Set: "-1.5 Ts"}},
	{Name: "unicode", Look: Raised, Plain: "¹"},
	{Name: "circled", Look: Raised, Plain: "①"},
	{Name: "square", Look: Raised, Plain: "[…]"},
	{Name: "star", Look: Raised, Plain: "*"},
	{Name: "note-words", Look: Raised, Plain: "（注…）"},

	{Name: "s", Look: Struck, HTML: "<s>…</s>", Markdown: "~~…~~", Word: wordRun(`<w:strike/>`), Sheet: &Font{Strike: true}, PDF: &Ink{Over: "line"}},
	{Name: "del", Look: Struck, HTML: "<del>…</del>", Markdown: "<del>…</del>", Word: wordRun(`<w:dstrike/>`), PDF: &Ink{Over: "bar"}},
	{Name: "strike", Look: Struck, HTML: "<strike>…</strike>", Markdown: "<s>…</s>", Word: `<w:del w:id="5" w:author="A"><w:r><w:delText>…</w:delText></w:r></w:del>`},
	{Name: "line-through", Look: Struck, HTML: `<span style="text-decoration:line-through">…</span>`, Word: wordRun(`<w:rStyle w:val="Look"/>`), Style: `<w:strike/>`},
	{Name: "line-through-class", Look: Struck, HTML: `<span class="old">…</span>`, CSS: "span.old{color:#999;text-decoration:line-through red}", Word: `<w:moveFrom w:id="6" w:author="A"><w:r><w:t>…</w:t></w:r></w:moveFrom>`},
	{Name: "line-through-long", Look: Struck, HTML: `<font style="text-decoration-line: line-through;">…</font>`},

	{Name: "display-none", Look: Hidden, HTML: `<span style="display:none">…</span>`, Markdown: `<span style="display:none">…</span>`, Word: wordRun(`<w:vanish/>`), Sheet: &Font{Color: "FFFFFF"}, PDF: &Ink{Set: "3 Tr"}},
	{Name: "visibility", Look: Hidden, HTML: `<span style="visibility:hidden">…</span>`, Markdown: "<!-- … -->", Word: wordRun(`<w:rStyle w:val="Look"/>`), Style: `<w:vanish/>`, PDF: &Ink{Set: "1 g"}},
	{Name: "hidden", Look: Hidden, HTML: `<span hidden>…</span>`, Word: wordRun(`<w:color w:val="FFFFFF"/>`), PDF: &Ink{Set: "1 1 1 rg"}},
	{Name: "hidden-class", Look: Hidden, HTML: `<span class="sortkey">…</span>`, CSS: "table .sortkey, .sortkey { display : none !important }", Word: `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> … </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, PDF: &Ink{Over: "cover"}},
	{Name: "size-zero", Look: Hidden, HTML: `<span style="font-size:0">…</span>`, Word: wordRun(`<w:specVanish/><w:vanish/>`)},
	{Name: "white", Look: Hidden, HTML: `<span style="color:#FFFFFF">…</span>`, PDF: &Ink{Aside: true}},
	{Name: "opacity", Look: Hidden, HTML: `<span style="opacity:0">…</span>`},
	{Name: "off-page", Look: Hidden, HTML: `<span style="position:absolute;left:-9999px">…</span>`},
	{Name: "clipped", Look: Hidden, HTML: `<span class="sr">…</span>`, CSS: ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}"},
	{Name: "comment", Look: Hidden, HTML: "<!-- … -->"},
	{Name: "template", Look: Hidden, HTML: "<template>…</template>"},
	{Name: "dialog", Look: Hidden, HTML: "<dialog>…</dialog>"},
	{Name: "script", Look: Hidden, HTML: `<script type="text/plain">…</script>`},

	{Name: "bold", Look: Shown, HTML: "<b>…</b>", Markdown: "**…**", Word: wordRun(`<w:b/><w:strike w:val="0"/>`), Sheet: &Font{Size: 14}, PDF: &Ink{Set: "0.2 g"}},
	{Name: "colour", Look: Shown, HTML: `<span style="color:red">…</span>`, Markdown: `<span style="color:red">…</span>`, Word: wordRun(`<w:color w:val="FF0000"/>`), Sheet: &Font{Color: "FF0000"}, PDF: &Ink{Set: "1 0 0 rg"}},
	{Name: "underlined", Look: Shown, HTML: "<u>…</u>", Word: wordRun(`<w:u w:val="single"/><w:vanish w:val="0"/>`), PDF: &Ink{Over: "under"}},
	{Name: "added", Look: Shown, HTML: "<ins>…</ins>", Markdown: "<ins>…</ins>", Word: `<w:ins w:id="7" w:author="A"><w:r><w:t>…</w:t></w:r></w:ins>`},
	{Name: "white on blue", Look: Shown, HTML: `<span style="color:#fff;background-color:#0066cc">…</span>`, Word: wordRun(`<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="0066CC"/>`)},
	{Name: "baseline", Look: Shown, HTML: `<span style="vertical-align:baseline;font-size:10.5pt;text-decoration:none">…</span>`, Word: wordRun(`<w:vertAlign w:val="baseline"/><w:position w:val="0"/><w:sz w:val="21"/>`)},
	{Name: "middle", Look: Shown, HTML: `<span style="vertical-align:middle;visibility:visible;display:inline">…</span>`, Word: wordRun(`<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US"/>`)},
	{Name: "not on phones", Look: Shown, HTML: `<span class="wide">…</span>`, CSS: "@media (max-width:600px){.wide{display:none}}\n@media print{.wide{visibility:hidden}}"},
	{Name: "class without rule", Look: Shown, HTML: `<span class="hidden-xs">…</span>`},
	{Name: "commented", Look: Shown, Word: `<w:commentRangeStart w:id="1"/><w:r><w:t>…</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`, HTML: `<span title="99">…</span>`},
}

// WayNamed finds a way by its name.
func WayNamed(name string) *Way {
	for _, w := range Ways {
		if w.Name == name {
			return w
		}
	}
	panic("internal error: no way " + name)
}

// In a text a piece with a look stands between a rune for its way and end.
const (
	begin = '\uE000'
	end   = '\uF8FF'
)

// Of is a text with that look, to stand in any text of a specimen.
func (w *Way) Of(text string) string {
	for i := range Ways {
		if Ways[i] == w {
			return string(begin+rune(i)) + text + string(end)
		}
	}
	panic("internal error: unknown way")
}

// Carries reports whether files of that kind have the way.
func (w *Way) Carries(k Kind) bool {
	if w.Plain != "" {
		return true
	}
	switch k {
	case HTML, CMS, MHT:
		return w.HTML != ""
	case DOCX:
		return w.Word != ""
	case XLSX:
		return w.Sheet != nil
	case Markdown, Split:
		return w.Markdown != ""
	case PDF, PDFTwoUp, PDFColumns:
		return w.PDF != nil
	}
	return false
}

// A piece is a run of one look.
type piece struct {
	text string
	way  *Way
}

func pieces(text string) []piece {
	var ps []piece
	at, way := 0, (*Way)(nil)
	put := func(to int) {
		if to > at {
			ps = append(ps, piece{text[at:to], way})
		}
	}
	for i, r := range text {
		switch {
		case r >= begin && int(r-begin) < len(Ways):
			put(i)
			at, way = i+3, Ways[r-begin]
		case r == end:
			put(i)
			at, way = i+3, nil
		}
	}
	put(len(text))
	for i, p := range ps {
		if p.way != nil && p.way.Plain != "" {
			ps[i] = piece{fill(p.way.Plain, p.text), nil}
		}
	}
	return ps
}

func fill(pattern, text string) string { return strings.ReplaceAll(pattern, "…", text) }

// dressed writes a text with each piece in its pattern.
func dressed(text, plain string, escape func(string) string, pattern func(*Way) string) string {
	var b strings.Builder
	for _, p := range pieces(text) {
		if p.way == nil {
			b.WriteString(fill(plain, escape(p.text)))
		} else {
			b.WriteString(fill(pattern(p.way), escape(p.text)))
		}
	}
	return b.String()
}

func htmlText(text string) string {
	return dressed(text, "…", html.EscapeString, func(w *Way) string { return w.HTML })
}

func same(text string) string { return text }

func markdownText(text string) string {
	return dressed(text, "…", same, func(w *Way) string { return w.Markdown })
}

// plainText is a text in a file that has no looks.
func plainText(text string) string {
	return dressed(text, "…", same, func(*Way) string { return "…" })
}

// ways are the ways used anywhere in the report.
func (s *Specimen) ways() []*Way {
	used := map[*Way]bool{}
	see := func(text string) {
		for _, r := range text {
			if r >= begin && int(r-begin) < len(Ways) {
				used[Ways[r-begin]] = true
			}
		}
	}
	for _, bl := range s.blocks() {
		see(bl.text)
		if bl.veil != nil {
			used[bl.veil] = true
		}
		if bl.table != nil {
			for _, row := range bl.table.Rows {
				for _, c := range row {
					see(c.Text)
				}
			}
		}
	}
	var ws []*Way
	for _, w := range Ways {
		if used[w] {
			ws = append(ws, w)
		}
	}
	return ws
}
