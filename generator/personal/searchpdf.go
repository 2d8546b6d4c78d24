package personal

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/hex"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// pdf searches the strings of a PDF's objects, as those of its properties, notes,
// form fields, links and scripts, and what lies in its streams. The text of
// pages is searched by Of.
func (s *search) pdf(b []byte, depth int) {
	if bytes.Contains(b, []byte("/Encrypt")) {
		s.out.Closed = true
	}
	for len(b) > 0 {
		i := bytes.Index(b, []byte("stream"))
		if i < 0 {
			s.objects(b)
			return
		}
		s.objects(b[:i])
		dict := b[max(0, bytes.LastIndex(b[max(0, i-4096):i], []byte("obj"))+max(0, i-4096)):i]
		body := b[i+len("stream"):]
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			end = len(body)
		}
		s.stream(dict, bytes.TrimPrefix(bytes.TrimPrefix(body[:end], []byte("\r")), []byte("\n")), depth)
		b = body[min(len(body), end+len("endstream")):]
	}
}

// stream searches a stream by what its dictionary says of it.
func (s *search) stream(dict, b []byte, depth int) {
	has := func(name string) bool { return bytes.Contains(dict, []byte(name)) }
	if s.parts++; s.parts > 20*mostParts {
		s.out.Closed = true
		return
	}
	picture := has("/Image") && has("/Subtype") && has("/Width")
	if picture {
		s.out.Pictures = true
	}
	packed := has("/FlateDecode") || has("/Fl ") || has("/Fl]") || has("/Fl/")
	switch {
	case picture && packed, has("/Length1"), has("/FontFile"), has("/CIDFontType0C"), has("/Type1C"), has("/OpenType"), has("/XRef"):
		return // samples and shapes
	case picture:
		s.binary(b)
		return
	case packed:
		b = s.inflate(b)
	}
	if has("/ObjStm") && (len(b) == 0 || !bytes.ContainsAny(b[:min(len(b), 64)], "0123456789") || has("/Predictor")) {
		s.out.Closed = true // packed in a way that is not read here
	}
	if !dense(b) {
		if has("/EmbeddedFile") {
			s.file("", b, depth+1)
		} else if has("/ObjStm") {
			s.objects(b)
		}
		return
	}
	switch {
	case has("/ObjStm"):
		s.objects(b)
	case has("/EmbeddedFile"):
		s.file("", b, depth+1)
	case has("/Metadata"), has("/XML"), bytes.HasPrefix(b, []byte("<")):
		s.xml(text("part.txt", b), depth)
	case utf8.Valid(b):
		s.code(unescaped(string(b)))
	}
}

// inflate is what a packed stream holds, as far as it is whole.
func (s *search) inflate(b []byte) []byte {
	var r io.Reader
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		if len(b) < 2 {
			return nil
		}
		r = flate.NewReader(bytes.NewReader(b[2:]))
	}
	out, _ := io.ReadAll(io.LimitReader(r, int64(s.left)+1))
	if len(out) > s.left {
		s.out.Closed = true
		out = out[:s.left]
	}
	s.left -= len(out)
	return out
}

// objects searches the strings between streams, and what stands between those.
func (s *search) objects(b []byte) {
	from, ends := 0, bytes.LastIndexByte(b, '>')
	for i := 0; i < len(b); {
		n := bytes.IndexAny(b[i:], "%(</")
		if n < 0 {
			break
		}
		if i += n; b[i] == '/' {
			n = 1
			for i+n < len(b) && !bytes.ContainsRune([]byte(" \t\r\n\f\x00()<>[]{}/%"), rune(b[i+n])) {
				n++
			}
			s.out.Acts = s.out.Acts || acting[name(b[i+1:i+n])]
			i += n
			continue
		}
		s.between(b[from:i])
		before := b[max(0, i-24):i]
		switch b[i] {
		case '%':
			if n = bytes.IndexAny(b[i:], "\r\n"); n < 0 {
				n = len(b) - i
			}
			s.comment(b[i : i+n])
		case '(':
			var t []byte
			t, n = literal(b[i:])
			s.pdfText(t, before)
		case '<':
			switch n = 1; {
			case bytes.HasPrefix(b[i:], []byte("<<")):
				n = 2
			case ends > i:
				n = bytes.IndexByte(b[i:], '>')
				if n >= 14 {
					s.pdfText(unhex(b[i+1:i+n]), before)
				}
			}
		}
		i += n
		from = i
	}
	s.between(b[from:])
}

// between keeps the numbers that stand by themselves between strings, as in a
// torn table of objects.
func (s *search) between(b []byte) {
	if !dense(b) {
		return
	}
	t := texty(b)
	for _, n := range Numbers(t) {
		if alone(t, n) {
			s.keep(n)
		}
	}
}

// acting are the names that make a PDF do something: run a script or a program,
// send what is filled in.
var acting = map[string]bool{"JavaScript": true, "JS": true, "Launch": true, "SubmitForm": true, "ImportData": true}

// name is the name that is written, some of its letters perhaps as #xx.
func name(b []byte) string {
	if len(b) > 60 || bytes.IndexByte(b, '#') < 0 {
		return string(b[:min(len(b), 60)])
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) {
			if c, err := hex.DecodeString(string(b[i+1 : i+3])); err == nil {
				out = append(out, c[0])
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return string(out)
}

func (s *search) comment(b []byte) {
	if dense(b) && utf8.Valid(b) {
		s.bare(string(b))
	}
}

// pdfText searches a string; before is what stands in front of it.
func (s *search) pdfText(b, before []byte) {
	t := ""
	switch {
	case len(b) < 7 || bytes.HasSuffix(bytes.TrimRight(before, " "), []byte("Date")):
		return
	case bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.HasPrefix(b, []byte("\xff\xfe")):
		u := make([]uint16, (len(b)-2)/2)
		for i := range u {
			hi, lo := b[2+2*i], b[3+2*i]
			if b[0] == 0xff {
				hi, lo = lo, hi
			}
			u[i] = uint16(hi)<<8 | uint16(lo)
		}
		t = string(utf16.Decode(u))
	case utf8.Valid(b):
		t = strings.TrimPrefix(string(b), "\ufeff")
	default:
		t = texty(b)
	}
	if bytes.HasSuffix(bytes.TrimRight(before, " "), []byte("/JS")) {
		s.code(unescaped(t))
		return
	}
	s.attribute("", t, 0)
}

// literal is a string in round brackets and how many bytes it takes.
func literal(b []byte) ([]byte, int) {
	var out []byte
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\' && i+1 < len(b):
			i++
			switch c = b[i]; {
			case '0' <= c && c <= '7':
				v, n := 0, 0
				for n < 3 && i+n < len(b) && '0' <= b[i+n] && b[i+n] <= '7' {
					v = v*8 + int(b[i+n]-'0')
					n++
				}
				out = append(out, byte(v))
				i += n - 1
			case c == '\r' || c == '\n':
				if c == '\r' && i+1 < len(b) && b[i+1] == '\n' {
					i++
				}
			case c == 'n' || c == 'r' || c == 't' || c == 'b' || c == 'f':
				out = append(out, ' ')
			default:
				out = append(out, c)
			}
		case c == '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case c == ')':
			if depth--; depth == 0 {
				return out, i + 1
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return out, len(b)
}

// unhex is the bytes of a string in hexadecimal digits.
func unhex(b []byte) []byte {
	out := make([]byte, 0, len(b)/2)
	v, half := byte(0), false
	for _, c := range b {
		d := byte(0)
		switch {
		case '0' <= c && c <= '9':
			d = c - '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			d = c | 0x20 - 'a' + 10
		default:
			continue
		}
		if v = v<<4 | d; half {
			out = append(out, v)
			v = 0
		}
		half = !half
	}
	if half {
		out = append(out, v<<4)
	}
	return out
}
