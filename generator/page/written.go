package page

import (
	"cmp"

	"ogi/generator/markdown"
	"ogi/generator/tongue"
)

// A Written is a hand-written page. EN is empty where it has no English; all
// readers then get the Chinese.
type Written struct {
	Base
	ZH, EN   markdown.HTML
	Contents []markdown.Heading
}

// A NotFound is the page for addresses that lead nowhere. It is served at any
// depth, so that nothing on it is relative. Home is empty without base_url,
// Correct without a contact.
type NotFound struct {
	Site, Home, Correct string
}

var pageNames = map[string]tongue.Text{
	"about": tongue.Of("关于", "About"), "method": tongue.Of("方法", "Method"), "glossary": tongue.Of("术语", "Glossary"),
}

// pageName is the short name of a hand-written page in lists of links.
func pageName(slug string) tongue.Text {
	if n, ok := pageNames[slug]; ok {
		return n
	}
	return tongue.ZH(slug)
}

func (s *site) text(b Base, p markdown.Page) *Written {
	w := &Written{ZH: p.ZH.Body, Contents: p.ZH.Headings, EN: p.EN.Body}
	title := pageName(p.Slug)
	title.ZH, title.EN = cmp.Or(p.ZH.Title, title.ZH), cmp.Or(p.EN.Title, title.EN)
	b.at(title)
	if p.Slug == "about" {
		b.Version = s.Version
	}
	w.Base = b
	return w
}

func (s *site) notFound() *NotFound {
	n := &NotFound{Site: s.Archive.Site.Title, Home: s.Archive.Site.BaseURL}
	if s.Archive.Site.Contact != "" {
		n.Correct = s.correct("", "404.html", subject{})
	}
	return n
}
