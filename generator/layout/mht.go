package layout

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"ogi/generator/grid"
	"ogi/generator/source"
)

// readMHT reads the first HTML part of a web archive as a page. Lines and
// columns are those of the decoded part: the file itself is quoted-printable
// or base64, where no one would look a figure up.
func readMHT(f *source.File) (*grid.Doc, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(f.Bytes, "\ufeff \r\n")))
	if err != nil {
		return nil, damaged("MHT", err)
	}
	page, err := htmlPart(textproto.MIMEHeader(m.Header), m.Body, 0)
	if err != nil {
		return nil, damaged("MHT", err)
	}
	if page == nil {
		return nil, damaged("MHT", errors.New("没有网页部分"))
	}
	inner, err := source.Read(strings.TrimSuffix(f.Path, ".mht")+".html", page)
	if err != nil {
		return nil, err
	}
	inner.Path, inner.Kind, inner.Bytes = f.Path, f.Kind, f.Bytes
	*f = *inner
	d, err := readHTML(f)
	if err != nil {
		return nil, err
	}
	hidden := unseen{doc: d}
	for _, name := range []string{"From", "Subject", "To"} {
		if v, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get(name)); err == nil && v != "" {
			hidden.add("文档属性", name+": "+v, source.Pos{})
		}
	}
	return d, nil
}

// htmlPart finds the first HTML part, nil if there is none.
func htmlPart(h textproto.MIMEHeader, body io.Reader, depth int) ([]byte, error) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(kind, "multipart/") && depth < 5 {
		r := multipart.NewReader(body, params["boundary"])
		for range maxMembers {
			p, err := r.NextRawPart()
			if errors.Is(err, io.EOF) {
				return nil, nil
			}
			if err != nil {
				return nil, err
			}
			page, err := htmlPart(p.Header, p, depth+1)
			if page != nil || err != nil {
				return page, err
			}
		}
		return nil, nil
	}
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return nil, nil
	}
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	b, err := io.ReadAll(io.LimitReader(body, source.MaxText+1))
	if err != nil && len(b) == 0 {
		return nil, err
	}
	if charset := params["charset"]; charset != "" && !bytes.Contains(bytes.ToLower(b[:min(len(b), 2048)]), []byte("charset")) {
		b = append([]byte("<meta charset=\""+charset+"\">"), b...)
	}
	return b, nil
}
