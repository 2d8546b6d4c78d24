package page

import "ogi/generator/tongue"

// A Link is words that lead somewhere. Href is page-relative.
type Link struct {
	Text tongue.Text
	Href string
}

// A Crumb is one step of the way from home to a page. The last one, the page
// itself, has no Href.
type Crumb = Link
