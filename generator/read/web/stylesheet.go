package web

import (
	"errors"
	"strings"

	"golang.org/x/net/html"

	"ogi/generator/cascade"
	"ogi/generator/read/kit"
)

// pageStyles reads the style sheets of a page before the page is walked, since
// one that stands at its end counts for all of it. Of sheets that it links to
// only those are known that are held beside it.
func pageStyles(text string, held map[string]string) (*cascade.Page, error) {
	if len(held) == 0 && foldIndex(text, "<style") < 0 {
		return &cascade.Page{}, nil
	}
	var sheets []cascade.Sheet
	eachSheet(text, held, func(s cascade.Sheet) { sheets = append(sheets, s) })
	page, err := cascade.New(sheets)
	if errors.Is(err, cascade.ErrTooMuch) {
		return nil, kit.TooLarge("网页的样式规则过多")
	}
	return page, err
}

// eachSheet gives the sheets of a page in their order, without those in comments,
// scripts, text fields and templates.
func eachSheet(text string, held map[string]string, yield func(cascade.Sheet)) {
	linked := map[string]bool{} // each once: a page may link to one a thousand times
	for {
		i := strings.IndexByte(text, '<')
		if i < 0 {
			return
		}
		text = text[i:]
		end := ""
		switch {
		case strings.HasPrefix(text, "<!--"):
			end = "-->"
		case begins(text, "<script"):
			end = "</script"
		case begins(text, "<textarea"):
			end = "</textarea"
		case begins(text, "<template"):
			end = "</template"
		case begins(text, "<title"):
			end = "</title"
		case begins(text, "<style"):
			tag := attributesOf(text)
			open := strings.IndexByte(text, '>') + 1
			until := foldIndex(text, "</style")
			if open > 0 && open <= until {
				yield(cascade.Sheet{Text: text[open:until], Media: tag.Get("media")})
			}
			end = "</style"
		case begins(text, "<link") && len(held) > 0:
			tag := attributesOf(text)
			href := tag.Get("href")
			if css, ok := held[href]; ok && !linked[href] && isSheetLink(tag.Get("rel")) {
				linked[href] = true
				yield(cascade.Sheet{Text: css, Media: tag.Get("media")})
			}
		}
		text = text[1:]
		if end != "" {
			i := foldIndex(text, end)
			if i < 0 {
				return
			}
			text = text[i:]
		}
	}
}

func begins(text, word string) bool {
	return len(text) > len(word) && strings.EqualFold(text[:len(word)], word)
}

// foldIndex is where a word of lower-case letters stands in a text, whatever its
// case, -1 if it does not.
func foldIndex(text, word string) int {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], word[0])
		if i < 0 || from+i+len(word) > len(text) {
			return -1
		}
		if from += i; strings.EqualFold(text[from:from+len(word)], word) {
			return from
		}
		from++
	}
}

// isSheetLink reads the rel of a link; an alternate sheet is not in use.
func isSheetLink(rel string) bool {
	rel = strings.ToLower(rel)
	return strings.Contains(rel, "stylesheet") && !strings.Contains(rel, "alternate")
}

// attributesOf reads the attributes of the tag that a text begins with.
func attributesOf(text string) cascade.Attrs {
	const most = 4 << 10
	text = text[:min(len(text), most)]
	z := html.NewTokenizer(strings.NewReader(text[:strings.IndexByte(text, '>')+1]))
	z.Next()
	_, more := z.TagName()
	var out cascade.Attrs
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		out = append(out, cascade.Attr{Name: string(k), Value: string(v)})
	}
	return out
}
