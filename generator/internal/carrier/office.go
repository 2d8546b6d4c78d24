package carrier

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// office is an office file with one more part, or with text before the end of the
// body where file is "". more are further parts, name and text.
func office(b []byte, file, text string, more ...string) []byte {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		panic(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name, s string) {
		p, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(p, s)
		}
		if err != nil {
			panic(err)
		}
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			panic(err)
		}
		t, err := io.ReadAll(r)
		if err != nil {
			panic(err)
		}
		s := string(t)
		if file == "" && strings.HasSuffix(f.Name, "document.xml") {
			s = strings.Replace(s, "<w:sectPr/>", text+"<w:sectPr/>", 1)
		}
		if f.Name != file {
			put(f.Name, s)
		}
	}
	if file != "" {
		put(file, text)
	}
	for i := 0; i+1 < len(more); i += 2 {
		put(more[i], more[i+1])
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// packed is a workbook or a document with nothing in it but a number.
func packed(part, text string) string {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	p, err := w.Create(part)
	if err == nil {
		_, err = io.WriteString(p, text)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	return out.String()
}
