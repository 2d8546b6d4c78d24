package render

import (
	"html/template"
	"regexp"
	"strings"
	tree "text/template/parse"
)

// omit takes out of templates, when they are parsed, what HTML lets a page go
// without: end tags that the next tag implies, quotes around plain values, line
// breaks between blocks. A report's page is the smaller by a tenth, and nobody
// reads it but browsers. A test parses every page with and without this, and finds
// the same elements and words.
func omit(t *template.Template) {
	for _, t := range t.Templates() {
		if t.Tree != nil {
			omitList(t.Tree.Root)
		}
	}
}

func omitList(l *tree.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *tree.TextNode:
			n.Text = []byte(omitted(string(n.Text)))
		case *tree.IfNode:
			omitList(n.List)
			omitList(n.ElseList)
		case *tree.RangeNode:
			omitList(n.List)
			omitList(n.ElseList)
		case *tree.WithNode:
			omitList(n.List)
			omitList(n.ElseList)
		}
	}
}

const blocks = `(?:html|head|body|meta|link|title|header|footer|main|nav|article|section|aside|address|` +
	`h[1-6]|p|div|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|figure|figcaption|blockquote|details|summary|fieldset|legend|form)`

var (
	// A row, a cell, an item ends where the next begins, or what holds it ends.
	ended = regexp.MustCompile(`</(?:td|th|tr|li|dt|dd|tbody)>`)
	// A paragraph ends where a block begins or what holds it ends, unless that is <a>.
	paragraph = regexp.MustCompile(`</p>(\s*)(</?(?:p|div|ul|ol|dl|table|section|header|footer|main|article|nav|details|figure|blockquote|h[1-6])\b)`)
	// A line break beside the tag of a block is not seen.
	before = regexp.MustCompile(`\n\s*(</?` + blocks + `\b)`)
	after  = regexp.MustCompile(`(</?` + blocks + `(?:\s+[a-z-]+(?:="[^"]*")?)*>)\n\s*`)
	tag    = regexp.MustCompile(`<[a-z][a-z0-9]*(?:\s+[a-zA-Z-]+(?:="[^"]*")?)+(?:\s|>)`)
	quoted = regexp.MustCompile(`="([a-zA-Z0-9#._-]+)"`)
)

// omitted is text of a template without what may go. A value behind which an action
// stands keeps its quotes: nobody knows what comes.
func omitted(s string) string {
	if strings.Contains(s, "<style") || strings.Contains(s, "<textarea") {
		return s
	}
	s = tag.ReplaceAllStringFunc(s, func(tag string) string { return quoted.ReplaceAllString(tag, "=$1") })
	s = after.ReplaceAllString(s, "$1")
	s = before.ReplaceAllString(s, "$1")
	s = paragraph.ReplaceAllString(s, "$2")
	return ended.ReplaceAllString(s, "")
}
