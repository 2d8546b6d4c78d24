package personal

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"ogi/generator/source"
)

// page searches a web page: the names and values of tags, scripts, styles,
// comments and what stands between tags.
func (s *search) page(t string, depth int) {
	if !dense(t) && !strings.Contains(t, "data:") && !strings.Contains(t, "&#") && !strings.Contains(t, "\\") && !strings.Contains(t, "%3") {
		return
	}
	z := html.NewTokenizer(strings.NewReader(t))
	raw := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				s.out.Closed = true
			}
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			raw = ""
			s.name(string(name))
			switch n := string(name); n {
			case "script", "style":
				raw = n
			case "img", "picture", "image":
				s.out.Pictures = true
			}
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				s.name(string(k))
				if len(v) >= 7 {
					s.attribute(string(k), string(v), depth)
				}
			}
		case html.EndTagToken:
			raw = ""
			if b := z.Raw(); dense(b) {
				s.bare(string(b))
			}
		case html.TextToken:
			if raw != "" {
				s.code(unescaped(string(z.Raw())))
				s.data(string(z.Raw()), depth)
			} else if b := z.Text(); dense(b) {
				s.code(string(b))
			}
		case html.CommentToken, html.DoctypeToken:
			if b := z.Text(); dense(b) {
				s.code(string(b))
			}
		}
	}
}

// data searches what lies in data: addresses.
func (s *search) data(t string, depth int) {
	for {
		i := strings.Index(t, "data:")
		if i < 0 {
			return
		}
		t = t[i+len("data:"):]
		head, rest, ok := strings.Cut(t[:min(len(t), 200)], ",")
		if !ok || strings.ContainsAny(head, "\"'<> \n") {
			continue
		}
		body := t[len(t[:min(len(t), 200)])-len(rest):]
		if end := strings.IndexAny(body, "\"'<>) \n"); end >= 0 && !strings.Contains(head, "base64") {
			body = body[:end]
		} else if end := strings.IndexAny(body, "\"'<>)"); end >= 0 {
			body = body[:end]
		}
		t = t[len(head)+1+len(body):]
		kind, _, _ := strings.Cut(head, ";")
		var b []byte
		if strings.Contains(head, "base64") {
			r := base64.NewDecoder(base64.StdEncoding, strings.NewReader(strings.Map(base64Sign, percent(body))))
			b = s.unpack(r)
		} else {
			b = []byte(percent(body))
		}
		s.file(nameOf(kind), b, depth+1)
	}
}

// base64Sign takes out what may stand between the signs of base64, and makes
// those of addresses the usual ones.
func base64Sign(r rune) rune {
	switch r {
	case '-':
		return '+'
	case '_':
		return '/'
	case ' ', '\n', '\r', '\t', '\\', '=':
		return -1
	}
	return r
}

// nameOf is a name with the ending of a media type, which tells kinds that look
// alike.
func nameOf(kind string) string {
	switch kind = strings.ToLower(strings.TrimSpace(kind)); {
	case strings.Contains(kind, "html"):
		return "part.html"
	case strings.Contains(kind, "csv"):
		return "part.csv"
	}
	return "part"
}

func percent(t string) string {
	if u, err := url.PathUnescape(t); err == nil {
		return u
	}
	return t
}

// unescaped is a text of a program or an address with what is written by its
// code: \u0031, \x31, %31.
func unescaped(t string) string {
	if !strings.ContainsAny(t, "\\%") {
		return t
	}
	var b strings.Builder
	for i := 0; i < len(t); i++ {
		n := 0
		switch {
		case t[i] == '%':
			n = 3
		case strings.HasPrefix(t[i:], "\\x"):
			n = 4
		case strings.HasPrefix(t[i:], "\\u"):
			n = 6
		}
		if n > 0 && i+n <= len(t) {
			from := i + 2
			if n == 3 {
				from = i + 1
			}
			if v, err := strconv.ParseUint(t[from:i+n], 16, 32); err == nil {
				if n == 3 {
					b.WriteByte(byte(v))
				} else {
					b.WriteRune(rune(v))
				}
				i += n - 1
				continue
			}
		}
		b.WriteByte(t[i])
	}
	return b.String()
}

// mail searches every part of a web archive or a mail, also those that no page
// shows.
func (s *search) mail(b []byte, depth int) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(b, "\ufeff \r\n")))
	if err != nil {
		s.out.Closed = true
		s.binary(b)
		return
	}
	s.header(textproto.MIMEHeader(m.Header), depth)
	s.body(textproto.MIMEHeader(m.Header), m.Body, depth)
	if _, params, err := mime.ParseMediaType(m.Header.Get("Content-Type")); err == nil && params["boundary"] != "" {
		s.around(b, []byte("--"+params["boundary"]))
	}
}

// around searches what stands before the first part of a mail and behind the
// last, which no program shows.
func (s *search) around(b, boundary []byte) {
	if i := bytes.Index(b, append([]byte("\n"), boundary...)); i >= 0 {
		s.binary(b[:i])
	}
	if i := bytes.LastIndex(b, append(boundary, "--"...)); i >= 0 {
		s.binary(b[i+len(boundary):])
	}
}

func (s *search) header(h textproto.MIMEHeader, depth int) {
	for name, vs := range h {
		for _, v := range vs {
			if d, err := new(mime.WordDecoder).DecodeHeader(v); err == nil {
				v = d
			}
			if name == "Content-Location" || name == "Snapshot-Content-Location" {
				s.address(unescaped(v))
			} else if han(v) || !strings.HasPrefix(name, "Content-") && name != "Message-Id" && name != "Date" {
				s.attribute(name, v, depth)
			}
		}
	}
}

func (s *search) body(h textproto.MIMEHeader, r io.Reader, depth int) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if s.parts++; s.parts > mostParts || depth > deepest {
		s.out.Closed = true
		return
	}
	if strings.HasPrefix(kind, "multipart/") {
		parts := multipart.NewReader(r, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err != nil {
				s.out.Closed = s.out.Closed || !errors.Is(err, io.EOF)
				return
			}
			s.header(p.Header, depth)
			s.body(p.Header, p, depth+1)
		}
	}
	b := source.Carried(h.Get("Content-Transfer-Encoding"), s.unpack(r))
	if strings.Contains(kind, "javascript") || strings.Contains(kind, "css") || strings.Contains(kind, "json") {
		t := unescaped(text("part.txt", b))
		s.code(t)
		s.data(t, depth)
		return
	}
	s.file(nameOf(kind), b, depth+1)
}
