package web

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// readMHT reads a web archive as the page that holds its report: the part with
// the most table rows, since frames and headers are pages of their own.
// Lines and columns are those of the decoded part: the file itself is
// quoted-printable or base64, where no one would look a figure up.
func readMHT(f *source.File) (*grid.Doc, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(f.Bytes, "\ufeff \r\n")))
	if err != nil {
		return nil, kit.Damaged("MHT", err)
	}
	a := &archived{sheets: map[string]string{}}
	err = a.read(textproto.MIMEHeader(m.Header), m.Body, 0)
	pages := a.pages
	if len(pages) == 0 {
		if err == nil {
			err = errors.New("没有网页部分")
		}
		return nil, kit.Damaged("MHT", err)
	}
	var d *grid.Doc
	var from *source.File
	var first error
	var parts []*grid.Doc
	for _, page := range pages {
		inner, err := source.Read(strings.TrimSuffix(f.Path, ".mht")+".html", page)
		var part *grid.Doc
		if err == nil {
			part, err = readPage(inner, a.sheets)
		}
		switch {
		case err != nil:
			first = cmp.Or(first, err)
			continue
		case d == nil || tableRows(part.Blocks) > tableRows(d.Blocks):
			d, from = part, inner
		}
		parts = append(parts, part)
	}
	if d == nil {
		return nil, first
	}
	from.Path, from.Kind, from.Bytes = f.Path, f.Kind, f.Bytes
	*f = *from
	others := kit.Unseen{Doc: d}
	for _, p := range parts {
		if p != d {
			addPage(&others, p)
		}
	}
	for _, name := range []string{"From", "Subject", "To"} {
		if v, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get(name)); err == nil && v != "" {
			others.Add(source.HiddenProperty, name+": "+v, place.Pos{})
		}
	}
	return d, nil
}

// maxPages bounds the HTML parts of a web archive that are looked at.
const maxPages = 20

// maxSheets bounds the style sheets of a web archive.
const maxSheets = 60

// An archived is what a web archive holds: its pages in order, and its style
// sheets by the address that pages link them by.
type archived struct {
	pages  [][]byte
	sheets map[string]string
}

// read reads a part and those in it; what was read stands even where an error ends
// it.
func (a *archived) read(h textproto.MIMEHeader, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return err
	}
	if strings.HasPrefix(kind, "multipart/") && depth < 5 {
		r := multipart.NewReader(body, params["boundary"])
		for range kit.MaxMembers {
			p, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
			if err := a.read(p.Header, p, depth+1); err != nil && len(a.pages) == 0 {
				return err
			}
		}
		return nil
	}
	page := kind == "text/html" || kind == "application/xhtml+xml"
	if !page && kind != "text/css" || page && len(a.pages) >= maxPages || !page && len(a.sheets) >= maxSheets {
		return nil
	}
	b, err := io.ReadAll(body)
	if err != nil && len(b) == 0 {
		return err
	}
	b = source.Carried(h.Get("Content-Transfer-Encoding"), b)
	b = b[:min(len(b), source.MaxText+1)]
	if !page {
		a.sheet(h, string(b))
		return nil
	}
	if charset := params["charset"]; charset != "" && !bytes.Contains(bytes.ToLower(b[:min(len(b), 2048)]), []byte("charset")) {
		b = append([]byte("<meta charset=\""+charset+"\">"), b...)
	}
	a.pages = append(a.pages, b)
	return nil
}

// sheet keeps a style sheet under its address and under the id of its part.
func (a *archived) sheet(h textproto.MIMEHeader, text string) {
	if at := strings.TrimSpace(h.Get("Content-Location")); at != "" {
		a.sheets[at] = text
	}
	if id := strings.Trim(strings.TrimSpace(h.Get("Content-ID")), "<>"); id != "" {
		a.sheets["cid:"+id] = text
	}
}
