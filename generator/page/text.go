package page

// A Text is words in both languages. Without EN the words stand in Chinese for
// every reader, as the name of an agency does.
type Text struct{ ZH, EN string }

func zh(s string) Text { return Text{ZH: s} }

// A Link is words that lead somewhere. Href is page-relative.
type Link struct {
	Text Text
	Href string
}

// A Crumb is one step of the way from home to a page. The last one, the page
// itself, has no Href.
type Crumb = Link
