package stage

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// sitemapLimit is how many addresses a sitemap may have; of more there are several,
// and an index of them.
const sitemapLimit = 50_000

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// sitemaps list the pages by their short addresses, as canonical links do: in one
// sitemap.xml, or where they are more than limit in sitemap-1.xml, sitemap-2.xml …
// with sitemap.xml as their index. They come in order, by name.
func sitemaps(base string, paths []string, limit int) []sitemap {
	base = strings.TrimSuffix(base, "/") + "/"
	var short []string
	for _, p := range paths {
		if path, ok := strings.CutSuffix(p, "index.html"); ok { // not 404.html
			short = append(short, base+path)
		}
	}
	if len(short) <= limit {
		return []sitemap{{"sitemap.xml", addresses("urlset", "url", short)}}
	}
	var maps []sitemap
	var names []string
	for len(short) > 0 {
		n := min(limit, len(short))
		name := fmt.Sprintf("sitemap-%d.xml", len(maps)+1)
		maps = append(maps, sitemap{name, addresses("urlset", "url", short[:n])})
		names = append(names, base+name)
		short = short[n:]
	}
	return append([]sitemap{{"sitemap.xml", addresses("sitemapindex", "sitemap", names)}}, maps...)
}

// A sitemap is one file.
type sitemap struct {
	name string
	text []byte
}

func addresses(list, item string, locs []string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	fmt.Fprintf(&b, "<%s xmlns=\"%s\">\n", list, sitemapNamespace)
	for _, loc := range locs {
		fmt.Fprintf(&b, "<%s><loc>", item)
		xml.EscapeText(&b, []byte(loc))
		fmt.Fprintf(&b, "</loc></%s>\n", item)
	}
	fmt.Fprintf(&b, "</%s>\n", list)
	return b.Bytes()
}
