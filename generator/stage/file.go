package stage

import (
	"bytes"
	"fmt"
	"sync"

	"ogi/generator/diag"
	"ogi/generator/page"
	"ogi/generator/work"
)

// A File is one of the site, not made yet.
type File struct {
	Path  string
	Rests Sum // of all that it rests on; zero where that is not known

	bytes func(*bytes.Buffer) ([]byte, error)
}

// Bytes makes the file and hands it to put, which must not keep them. What breaks
// while it is made is left out and told; an error, as of a template, ends the build.
func (f *File) Bytes(put func(path string, b []byte) error) ([]diag.Diagnostic, error) {
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	w.Reset()
	var b []byte
	var err error
	broken := work.Safely(func() { b, err = f.bytes(w) })
	switch {
	case broken != nil:
		return []diag.Diagnostic{internal("public/"+f.Path, broken)}, nil
	case err != nil:
		return nil, fmt.Errorf("%s: %w", f.Path, err)
	}
	return nil, put(f.Path, b)
}

// buffers are what pages are written into, one a worker: to grow a new one for
// each page made a fifth of all memory that a build asked for.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// page is a page as a file.
func (s *Frame) page(p page.Page) File {
	return File{Path: p.Path, bytes: func(w *bytes.Buffer) ([]byte, error) {
		err := s.templates.Render(w, p)
		return w.Bytes(), err
	}}
}

// on is the sum of what a file rests on together with the frame.
func (s *Frame) on(rests Sum) Sum {
	if rests == (Sum{}) {
		return rests
	}
	return codecSum(s.Sum, rests)
}
