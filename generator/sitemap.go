package generator

import (
	"bytes"
	"encoding/xml"
	"strings"

	"ogi/generator/page"
)

// sitemap lists the pages by their short addresses, as canonical links do.
func sitemap(base string, pages []page.Page) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	for _, p := range pages {
		short, ok := strings.CutSuffix(p.Path, "index.html")
		if !ok {
			continue // 404.html
		}
		b.WriteString("<url><loc>")
		xml.EscapeText(&b, []byte(strings.TrimSuffix(base, "/")+"/"+short))
		b.WriteString("</loc></url>\n")
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}
