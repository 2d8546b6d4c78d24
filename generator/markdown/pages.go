package markdown

import (
	"cmp"
	"slices"
	"strings"
)

// A Page is a hand-written page of content/pages: <slug>.md and, for English
// readers, <slug>.en.md beside it. Its address is <slug>/.
type Page struct {
	Slug   string
	ZH, EN Doc // converted for that address; EN may be empty
}

// PageRoot is the way from any such page to the site's root.
const PageRoot = "../"

// Pages pairs texts by language. files is by base name; the pages are in
// order of slug.
func Pages(files map[string]Doc) []Page {
	bySlug := map[string]*Page{}
	for name, doc := range files {
		slug, ok := strings.CutSuffix(name, ".md")
		if !ok {
			continue
		}
		slug, english := strings.CutSuffix(slug, ".en")
		p := bySlug[slug]
		if p == nil {
			p = &Page{Slug: slug}
			bySlug[slug] = p
		}
		if english {
			p.EN = doc
		} else {
			p.ZH = doc
		}
	}
	var ps []Page
	for _, p := range bySlug {
		ps = append(ps, *p)
	}
	slices.SortFunc(ps, func(a, b Page) int { return cmp.Compare(a.Slug, b.Slug) })
	return ps
}
