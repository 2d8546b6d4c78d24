package render

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"ogi/generator/markdown"
	"ogi/generator/page"
)

// funcs are the words of the templates. They format; they decide nothing.
var funcs = template.FuncMap{
	"t":      both,
	"text":   text,
	"plain":  plain,
	"count":  count,
	"group":  group,
	"markup": trusted,
	"json":   raw,
	"bytes":  bytes,
	"mark":   mark,
}

// both is a pair of words, one for each language; CSS shows the reader's own.
// Without English the Chinese stands for every reader.
func both(zh, en string) template.HTML {
	if en == "" || en == zh {
		return template.HTML(template.HTMLEscapeString(zh))
	}
	return template.HTML(`<span class="zh">` + template.HTMLEscapeString(zh) +
		`</span><span class="en" lang="en">` + template.HTMLEscapeString(en) + `</span>`)
}

// text is a page.Text.
func text(t page.Text) template.HTML { return both(t.ZH, t.EN) }

// plain is for places that hold no markup: titles, attributes.
func plain(t page.Text) string {
	if t.EN == "" || t.EN == t.ZH {
		return t.ZH
	}
	return t.ZH + " / " + t.EN
}

// count is a whole number, grouped from five digits on.
func count(n int) template.HTML { return group(strconv.Itoa(n)) }

// group parts the thousands of a number by space that is not copied with it.
func group(s string) template.HTML {
	digits := s
	if strings.Trim(digits, "0123456789") != "" || len(digits) < 5 {
		return template.HTML(template.HTMLEscapeString(s))
	}
	var b strings.Builder
	head := len(digits) % 3
	b.WriteString(digits[:head])
	for i := head; i < len(digits); i += 3 {
		if i == 0 {
			b.WriteString(digits[:3])
			continue
		}
		fmt.Fprintf(&b, `<span class="g">%s</span>`, digits[i:i+3])
	}
	return template.HTML(b.String())
}

// trusted lets the output of package markdown through.
func trusted(h markdown.HTML) template.HTML { return template.HTML(h) }

// raw is JSON for a data block; html/template escapes it for the place where
// it stands, so that no label can end the element.
func raw(b json.RawMessage) json.RawMessage { return b }

// bytes is a size of a file.
func bytes(n int64) string {
	switch {
	case n < 1000:
		return strconv.FormatInt(n, 10) + " B"
	case n < 1000_000:
		return strconv.FormatFloat(float64(n)/1000, 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1000_000, 'f', 1, 64) + " MB"
}

// mark is the class of a footnote mark.
func mark(s page.State) string { return "mark s-" + s.Key }
