package badge

import (
	"html"
	"strings"

	"ogi/generator/sign"
)

// Markdown is the code that shows the badge at src, linked to page.
func (b Badge) Markdown(src, page string) string {
	alt := strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "<", `\<`, "`", "\\`").Replace(sign.Line(b.Title))
	return "[![" + alt + "](" + address(src) + ")](" + address(page) + ")"
}

// HTML is Markdown's like for a page.
func (b Badge) HTML(src, page string) string {
	return `<a href="` + html.EscapeString(page) + `"><img src="` + html.EscapeString(src) +
		`" alt="` + html.EscapeString(sign.Line(b.Title)) + `" height="20"></a>`
}

// address keeps a URL from ending its own brackets.
func address(s string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\n", "%0A").Replace(s)
}
