package stage

import (
	"encoding/xml"
	"fmt"
	"testing"
)

// Above the limit there is an index, whose sitemaps have every address once; up to it
// there is one sitemap, and no further file.
func TestSitemapsKeepToTheLimit(t *testing.T) {
	type list struct {
		XMLName xml.Name
		URL     []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
		Sitemap []struct {
			Loc string `xml:"loc"`
		} `xml:"sitemap"`
	}
	for _, n := range []int{0, 3, 4, 6, 7} {
		ps := []string{"404.html"}
		for i := range n {
			ps = append(ps, fmt.Sprintf("a&%d/index.html", i))
		}
		maps := sitemaps("https://example.org/x", ps, 3)
		want := 1
		if n > 3 {
			want = 1 + (n+2)/3
		}
		if len(maps) != want || maps[0].name != "sitemap.xml" {
			t.Fatalf("%d addresses: %d files, want %d", n, len(maps), want)
		}
		seen := map[string]int{}
		for i, m := range maps {
			var l list
			if err := xml.Unmarshal(m.text, &l); err != nil {
				t.Fatal(err)
			}
			if index := want > 1 && i == 0; (l.XMLName.Local == "sitemapindex") != index || l.XMLName.Space != sitemapNamespace {
				t.Errorf("%d addresses: %s is a %s", n, m.name, l.XMLName.Local)
			}
			if len(l.URL) > 3 {
				t.Errorf("%d addresses: %s has %d", n, m.name, len(l.URL))
			}
			for k, s := range l.Sitemap {
				if s.Loc != "https://example.org/x/"+maps[k+1].name {
					t.Errorf("%d addresses: the index names %s", n, s.Loc)
				}
			}
			for _, u := range l.URL {
				seen[u.Loc]++
			}
		}
		for i := range n {
			if at := fmt.Sprintf("https://example.org/x/a&%d/", i); seen[at] != 1 {
				t.Errorf("%d addresses: %s is listed %d times", n, at, seen[at])
			}
		}
		if len(seen) != n {
			t.Errorf("%d addresses: %d listed", n, len(seen))
		}
	}
}
