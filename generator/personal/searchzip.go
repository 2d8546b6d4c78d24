package personal

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// zip searches every part of a zip, as office files are.
func (s *search) zip(b []byte, depth int) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		s.out.Closed = true
		s.binary(b)
		return
	}
	s.bare(z.Comment)
	for _, f := range z.File {
		if s.parts++; s.parts > mostParts {
			s.out.Closed = true
			return
		}
		s.out.Acts = s.out.Acts || actingPart(f.Name)
		for name := range strings.SplitSeq(f.Name, "/") {
			s.bare(strings.TrimSuffix(name, path.Ext(name)))
		}
		s.bare(f.Comment)
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil || f.Flags&1 != 0 { // locked by a password
			s.out.Closed = true
			continue
		}
		part := s.unpack(r)
		_ = r.Close()
		s.part(f.Name, part, depth+1)
	}
}

// part searches a part of an office file.
func (s *search) part(name string, b []byte, depth int) {
	switch strings.ToLower(path.Ext(name)) {
	case ".xml", ".rels", ".vml", ".svg":
		if t := text("part.txt", b); t != "" {
			s.xml(t, depth)
			return
		}
	}
	s.file(name, b, depth)
}

// unpack reads what the search may still unpack.
func (s *search) unpack(r io.Reader) []byte {
	b, err := io.ReadAll(io.LimitReader(r, int64(s.left)+1))
	if err != nil && len(b) == 0 || len(b) > s.left {
		s.out.Closed = true
		b = b[:min(len(b), s.left)]
	}
	s.left -= len(b)
	return b
}

// packed searches the files that lie whole within another, as in an embedded
// object or a gzip.
func (s *search) packed(b []byte, depth int) {
	if bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		if r, err := gzip.NewReader(bytes.NewReader(b)); err == nil {
			s.file("", s.unpack(r), depth+1)
		}
		return
	}
	if i := bytes.Index(b, []byte("PK\x03\x04")); i >= 0 {
		if end := bytes.LastIndex(b, []byte("PK\x05\x06")); end > i && end+22 <= len(b) {
			s.zip(b[i:end+22], depth+1)
		}
	}
	if i := bytes.Index(b, []byte("%PDF-")); i >= 0 {
		s.pdf(b[i:], depth+1)
	}
}

// xml searches the texts and attributes of a part. What is parted only by the
// marks of letters is one text.
func (s *search) xml(t string, depth int) {
	if !dense(t) && !strings.Contains(t, "&#") && !strings.Contains(t, "</") {
		return
	}
	x := xml.NewDecoder(strings.NewReader(t))
	x.Strict = false
	x.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var glued strings.Builder
	flush := func() {
		if glued.Len() > 0 {
			s.words(glued.String())
			glued.Reset()
		}
	}
	in := ""
	var open fields
	for {
		tok, err := x.RawToken()
		if err != nil {
			break
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			in = tok.Name.Local
			s.name(in)
			s.out.Acts = s.out.Acts || actingElement(tok) || in == "fldChar" && open.mark(tok)
			for _, a := range tok.Attr {
				s.name(a.Name.Local)
				s.attribute(a.Name.Local, a.Value, depth)
			}
			if in == "tab" || in == "br" {
				glued.WriteByte('\t')
			}
		case xml.EndElement:
			switch in = ""; tok.Name.Local {
			case "p", "si", "is", "text", "comment", "row", "tc":
				flush()
			}
		case xml.CharData:
			if in == "instrText" {
				open.read(tok)
			}
			switch {
			case runs[in]:
				glued.Write(tok)
			case len(tok) >= 7:
				s.value(string(tok), depth)
			}
		case xml.Comment:
			s.bare(string(tok))
		case xml.ProcInst:
			s.bare(string(tok.Inst))
		case xml.Directive:
			s.bare(string(tok))
		}
	}
	flush()
	if x.InputOffset() < int64(len(t)) { // damaged: what is left is searched as it stands
		s.bare(t[x.InputOffset():])
	}
}

// runs are the elements of Word and Excel that hold letters of one text.
var runs = map[string]bool{"t": true, "instrText": true, "delText": true, "delInstrText": true}

// value searches a text that may be an address, or any other value.
func (s *search) value(t string, depth int) {
	s.attribute("", t, depth)
}

// attribute searches the value of an attribute.
func (s *search) attribute(name, v string, depth int) {
	if len(v) < 7 {
		return
	}
	low := strings.ToLower(v[:min(len(v), 24)])
	switch {
	case strings.HasPrefix(low, "data:"):
		s.data(v, depth)
	case strings.HasPrefix(low, "tel:"), strings.HasPrefix(low, "sms:"), strings.HasPrefix(low, "mailto:"), strings.HasPrefix(low, "callto:"), strings.HasPrefix(low, "wtai:"):
		s.words(unescaped(v))
	case strings.HasPrefix(low, "javascript:"), strings.HasPrefix(name, "on"), name == "style":
		s.code(unescaped(v))
	case strings.Contains(low, "://"), strings.HasPrefix(low, "//"), addresses[name] && !han(v):
		s.address(unescaped(v))
	case han(v):
		s.words(v)
	case dense(v):
		s.bare(v)
	}
}

// name searches the name of a tag or attribute: a torn page makes names of what
// was text.
func (s *search) name(n string) {
	if len(n) >= 7 && dense(n) {
		s.bare(n)
	}
}

// addresses are the attributes that hold addresses.
var addresses = map[string]bool{
	"href": true, "src": true, "Target": true, "action": true, "cite": true, "srcset": true, "poster": true,
	"background": true, "longdesc": true, "formaction": true, "xmlns": true, "URL": true, "link": true,
}

func han(t string) bool { return strings.IndexFunc(t, isHan) >= 0 }
