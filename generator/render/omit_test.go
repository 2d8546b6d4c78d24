package render_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ogi/generator/page"
	"ogi/generator/render"
)

// What is omitted is not missed: a browser reads the same elements, attributes and
// words from a page of which the templates were written whole.
func TestOmittedTagsAreImplied(t *testing.T) {
	short := set(t)
	whole, err := render.Whole(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	less := 0
	for _, in := range []page.Input{full(""), {Archive: full("").Archive}} {
		for _, p := range page.Site(in) {
			var a, b bytes.Buffer
			if err := short.Render(&a, p); err != nil {
				t.Fatal(err)
			}
			if err := whole.Render(&b, p); err != nil {
				t.Fatal(err)
			}
			got, want := structure(t, a.String()), structure(t, b.String())
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Errorf("%s: got %q, want %q after %q", p.Path, got[i:min(i+3, len(got))], want[i], want[max(0, i-3):i])
					break
				}
			}
			less += b.Len() - a.Len()
		}
	}
	if less < 20_000 {
		t.Errorf("only %d bytes omitted", less)
	}
}

// structure is a document as a browser reads it, without blanks between words.
func structure(t *testing.T, src string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range doc.Descendants() {
		switch n.Type {
		case html.ElementNode:
			depth := 0
			for range n.Ancestors() {
				depth++
			}
			out = append(out, fmt.Sprintf("%d <%s %v>", depth, n.Data, n.Attr))
		case html.TextNode:
			if s := strings.Join(strings.Fields(n.Data), " "); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}
