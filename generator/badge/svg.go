package badge

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"ogi/generator/sign"
)

// A Badge is one badge: what it is about, what was found, and the sentence that
// says both to those who do not see it.
type Badge struct {
	Label string // 2025年报核对
	Words string // 未见不符 · 7项无从核对
	State State
	Title string // agency, year and words
}

const (
	height   = 20
	margin   = 6
	mark     = 8 // width of the shape
	gap      = 4
	ground   = "#3b434b" // behind the label
	fontSize = 11
)

// A layout is a badge with its measures.
type layout struct {
	Badge
	Fill, Ground                   string
	Width, LabelWidth              int
	LabelX, LabelText              int // start and length of the label
	MarkX, WordsX, WordsText, Base int
}

// measure lays a badge out.
func (b Badge) measure() layout {
	lt, wt := width(b.Label), width(b.Words)
	lw := margin + lt + margin
	return layout{
		Badge: b, Fill: LookOf(b.State).Fill, Ground: ground,
		Width: lw + margin + mark + gap + wt + margin, LabelWidth: lw,
		LabelX: margin, LabelText: lt,
		MarkX: lw + margin, WordsX: lw + margin + mark + gap, WordsText: wt, Base: 14,
	}
}

// SVG draws the badge. The length of each text is fixed, so that a font of
// other widths cannot push it out of its box. There is no style and no id in
// it, so it can be put inside a page as well as in a file.
func (b Badge) SVG() []byte {
	l := b.measure()
	var w bytes.Buffer
	num := strconv.Itoa
	attr := func(name, value string) {
		w.WriteString(" " + name + `="`)
		escape(&w, value)
		w.WriteByte('"')
	}
	text := func(x, length int, s string) {
		w.WriteString("<text")
		attr("x", num(x))
		attr("y", num(l.Base))
		if length > 0 {
			attr("textLength", num(length))
		}
		w.WriteString(">")
		escape(&w, s)
		w.WriteString("</text>")
	}
	title := b.Title
	if title == "" {
		title = b.Label + "：" + b.Words
	}
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	attr("width", num(l.Width))
	attr("height", num(height))
	attr("viewBox", "0 0 "+num(l.Width)+" "+num(height))
	attr("role", "img")
	attr("aria-label", title)
	w.WriteString("><title>")
	escape(&w, title)
	w.WriteString("</title>")
	w.WriteString(`<rect width="` + num(l.Width) + `" height="20" rx="3" fill="` + l.Fill + `"/>`)
	w.WriteString(`<path d="M3 0h` + num(l.LabelWidth-3) + `v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="` + ground + `"/>`)
	w.WriteString(shape(b.State, l.MarkX))
	w.WriteString(`<g fill="#fff" font-family="` + fonts + `" font-size="11">`)
	text(l.LabelX, l.LabelText, b.Label)
	text(l.WordsX, l.WordsText, b.Words)
	w.WriteString("</g></svg>\n")
	return w.Bytes()
}

const fonts = "Verdana,DejaVu Sans,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"

// shape is the state's mark, drawn rather than written so that it looks the
// same with every font: ● ◆ ▲ ○ □ ◎ ┄ –.
func shape(s State, x int) string {
	at := func(d string) string {
		return `<path transform="translate(` + strconv.Itoa(x) + ` 6)" d="` + d + `"`
	}
	switch s {
	case Pass:
		return at("M4 .5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7z") + ` fill="#fff"/>`
	case Hint:
		return at("M4 0l4 4-4 4-4-4z") + ` fill="#fff"/>`
	case Fail:
		return at("M4 .3l4 7.2H0z") + ` fill="#fff"/>`
	case Unread:
		return at("M1 1h6v6H1z") + ` fill="none" stroke="#fff" stroke-width="1.6"/>`
	case OldForm:
		return at("M4 .8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 0 1 0-6.4zM4 3.2a.8 .8 0 1 1 0 1.6a.8 .8 0 0 1 0-1.6z") + ` fill="none" stroke="#fff" stroke-width="1.2"/>`
	case NotHeld:
		return at("M0 4h8") + ` fill="none" stroke="#fff" stroke-width="1.6" stroke-dasharray="2 1"/>`
	case NoRules:
		return at("M1 4h6") + ` fill="none" stroke="#fff" stroke-width="1.6"/>`
	}
	return at("M4 1a3 3 0 1 1 0 6a3 3 0 0 1 0-6z") + ` fill="none" stroke="#fff" stroke-width="1.6"/>`
}

func escape(w *bytes.Buffer, s string) {
	_ = xml.EscapeText(w, []byte(sign.Line(s))) // a bytes.Buffer does not fail
}
