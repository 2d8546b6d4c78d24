package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Picture stands elsewhere on the web. The site's policy keeps a reader's
// browser from fetching it, so that nobody there learns who reads what; a link
// stands in its place.
type Picture struct {
	URL  string
	Line int
}

// foreign reports whether a picture is fetched from another host.
func foreign(dest string) bool {
	scheme, _, has := strings.Cut(dest, ":")
	if strings.HasPrefix(dest, "//") {
		return true
	}
	return has && !strings.ContainsAny(scheme, "/?#") && !strings.EqualFold(scheme, "data")
}

// BesidePath is where pictures beside the pages go, from the site's root.
const BesidePath = "assets/pages/"

// beside reports whether a destination is the name of a file alone, such as stands
// in an address as it is.
func beside(dest string) bool {
	return dest != "" && dest[0] != '.' && strings.Trim(dest, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == ""
}

// link puts a link in place of a picture, or its words alone where it stands in
// a link already.
func link(im *ast.Image) {
	parent := im.Parent()
	if im.FirstChild() == nil {
		im.AppendChild(im, ast.NewString(im.Destination))
	}
	for p := parent; p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			for c := im.FirstChild(); c != nil; c = im.FirstChild() {
				parent.InsertBefore(parent, im, c)
			}
			parent.RemoveChild(parent, im)
			return
		}
	}
	l := ast.NewLink()
	l.Destination, l.Title = im.Destination, im.Title
	for c := im.FirstChild(); c != nil; c = im.FirstChild() {
		l.AppendChild(l, c)
	}
	parent.ReplaceChild(parent, im, l)
}

// lineOf is the line of src that a node stands on, 1 where that is not known.
func lineOf(n ast.Node, src []byte) int {
	at := n.Pos()
	for ; at < 0 && n.Parent() != nil; at = n.Pos() {
		n = n.Parent()
	}
	return 1 + bytes.Count(src[:min(max(at, 0), len(src))], []byte("\n"))
}
