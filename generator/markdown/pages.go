package markdown

import (
	"cmp"
	"slices"
	"strings"
)

// A Page is a hand-written page of content/pages: <slug>.md and, for English
// readers, <slug>.en.md beside it.
type Page struct {
	Slug   string
	ZH, EN []byte // sources; EN may be nil
}

// Pages pairs sources by language. files is by base name; the pages are in
// order of slug.
func Pages(files map[string][]byte) []Page {
	bySlug := map[string]*Page{}
	for name, src := range files {
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
			p.EN = src
		} else {
			p.ZH = src
		}
	}
	var ps []Page
	for _, p := range bySlug {
		ps = append(ps, *p)
	}
	slices.SortFunc(ps, func(a, b Page) int { return cmp.Compare(a.Slug, b.Slug) })
	return ps
}
