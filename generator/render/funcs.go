package render

import (
	"encoding/json"
	"html/template"
	"strconv"
	"strings"

	"ogi/generator/markdown"
	"ogi/generator/render/compile"
	"ogi/generator/tongue"
)

// funcs are the words of the templates. They format; they decide nothing.
var funcs = map[string]compile.Word{
	"t":       compile.Of2(both),
	"text":    compile.Of1(text),
	"plain":   compile.Of1(plain),
	"count":   compile.Of1(count),
	"group":   compile.Of1(group),
	"markup":  compile.Of1(trusted),
	"json":    compile.Of1(raw),
	"bytes":   compile.Of1(size),
	"numbers": compile.Of1(numbers),
	"cells":   compile.Of1(cells),
	"lines":   compile.Of1(lines),
	"paras":   compile.Of1(paras),
}

// both is a pair of words, one for each language; CSS shows the reader's own.
// Without English all readers get the Chinese. <i> is the shortest element for words
// of another voice; a page has some five hundred, and no other <i>.
func both(zh, en string) template.HTML {
	if en == "" || en == zh {
		return template.HTML(template.HTMLEscapeString(zh))
	}
	return template.HTML("<i>" + template.HTMLEscapeString(zh) + "</i><i lang=en>" + template.HTMLEscapeString(en) + "</i>")
}

// text is a page.Text.
func text(t tongue.Text) template.HTML { return both(t.ZH, t.EN) }

// plain is for places that hold no markup: titles, attributes.
func plain(t tongue.Text) string {
	if t.EN == "" || t.EN == t.ZH {
		return t.ZH
	}
	return t.ZH + " / " + t.EN
}

// count is a whole number, grouped from five digits on.
func count(n int) template.HTML { return group(strconv.Itoa(n)) }

// group parts the thousands of a number by space that is not copied with it.
func group(s string) template.HTML {
	whole, frac, has := strings.Cut(s, ".")
	if len(whole) < 5 || strings.Trim(whole+frac, "0123456789") != "" {
		return template.HTML(template.HTMLEscapeString(s))
	}
	at := (len(whole)-1)%3 + 1
	b := whole[:at]
	for ; at < len(whole); at += 3 {
		b += `<span class="g">` + whole[at:at+3] + `</span>`
	}
	if has {
		b += "." + frac
	}
	return template.HTML(b)
}

// trusted lets the output of package markdown through.
func trusted(h markdown.HTML) template.HTML { return template.HTML(h) }

// raw is JSON for a data block; html/template escapes it for its
// place, so that no label can end the element.
func raw(b json.RawMessage) json.RawMessage { return b }

// size is that of a file.
func size(n int64) string {
	switch {
	case n < 1000:
		return strconv.FormatInt(n, 10) + " B"
	case n < 1000_000:
		return strconv.FormatFloat(float64(n)/1000, 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1000_000, 'f', 1, 64) + " MB"
}
