// Package markdown turns hand-written pages and rule pages into HTML. What
// comes in is CommonMark with tables and definition lists; what goes out is
// markup without raw HTML, inline styles or script, fit for the site's
// Content-Security-Policy. It fails safe: raw HTML and dangerous links in the
// source vanish. No text of a report ever passes through it.
//
// Links to the site itself are written from its root, as "/rules/" or
// "/years/2025/"; they become page-relative and name index.html.
package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"ogi/generator/work"
)

// An HTML is markup made by this package: safe to place in a page as it is.
type HTML string

// A Heading is a second-level heading, for a list of contents.
type Heading struct{ ID, Text string }

// A Doc is one converted source. Title is its first top-level heading, which
// Body no longer holds, since the page prints it.
type Doc struct {
	Title    string
	Headings []Heading
	Body     HTML
	Pictures []Picture // those from elsewhere, which became links
	Beside   []Picture // those of which the page gives the name alone: files beside it
}

var engine = goldmark.New(
	goldmark.WithExtensions(
		// An align attribute, since a style attribute is barred by the policy.
		extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute)),
		extension.DefinitionList,
		extension.NewCJK(extension.WithEastAsianLineBreaks(), extension.WithEscapedSpace()),
	),
	goldmark.WithParserOptions(parser.WithAutoHeadingID()),
)

// Convert converts src for a page whose way to the site's root is root:
// "" or "../" repeated. Bytes that are no UTF-8 become U+FFFD; what breaks the
// library, as such bytes did ("\x98\n0"), is an error and costs this text alone.
func Convert(src []byte, root string) (doc Doc, err error) {
	if broken := work.Safely(func() { doc, err = converted(src, root) }); broken != nil {
		err = broken
	}
	if err != nil {
		return Doc{}, fmt.Errorf("markdown: %w", err)
	}
	return doc, nil
}

func converted(src []byte, root string) (doc Doc, err error) {
	src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	ctx := parser.NewContext(parser.WithIDs(&ids{used: map[string]bool{}, last: map[string]int{}}))
	tree := engine.Parser().Parse(text.NewReader(src), parser.WithContext(ctx))
	var pictures []*ast.Image
	if h, ok := tree.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		doc.Title = plain(h, src)
		tree.RemoveChild(tree, h)
	}
	err = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if id, ok := n.AttributeString("id"); ok && n.Level == 2 {
				doc.Headings = append(doc.Headings, Heading{ID: string(id.([]byte)), Text: plain(n, src)})
			}
		case *ast.Link:
			n.Destination = []byte(relative(string(n.Destination), root))
		case *ast.Image:
			if foreign(string(n.Destination)) {
				pictures = append(pictures, n)
				doc.Pictures = append(doc.Pictures, Picture{string(n.Destination), lineOf(n, src)})
			}
			if name := string(n.Destination); beside(name) {
				doc.Beside = append(doc.Beside, Picture{name, lineOf(n, src)})
				n.Destination = []byte(root + BesidePath + name)
				return ast.WalkContinue, nil
			}
			n.Destination = []byte(relative(string(n.Destination), root))
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		return Doc{}, err
	}
	for _, im := range pictures {
		link(im)
	}
	var b bytes.Buffer
	if err := engine.Renderer().Render(&b, src, tree); err != nil {
		return Doc{}, err
	}
	doc.Body = HTML(b.String())
	return doc, nil
}

// relative makes "/rules/#x" into root + "rules/index.html#x". Other
// destinations stay.
func relative(dest, root string) string {
	if !strings.HasPrefix(dest, "/") || strings.HasPrefix(dest, "//") {
		return dest
	}
	path, frag, has := strings.Cut(dest[1:], "#")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if has {
		path += "#" + frag
	}
	return root + path
}

// plain is the text of n without markup.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(src))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
