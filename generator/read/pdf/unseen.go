package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"github.com/ledongthuc/pdf"

	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// addUnshown adds the properties of a PDF and the notes on its pages.
func addUnshown(u *kit.Unseen, r *pdf.Reader) {
	defer func() {
		if recover() != nil { // the library panics on malformed files
			u.Doc.Notes = append(u.Doc.Notes, "PDF 的文档属性已损坏，未全部查看")
		}
	}()
	info := r.Trailer().Key("Info")
	for _, p := range []struct{ key, name string }{
		{"Title", "标题"}, {"Author", "作者"}, {"Subject", "主题"}, {"Keywords", "关键词"}, {"Company", "单位"}, {"Manager", "主管"},
	} {
		if text := info.Key(p.key).Text(); text != "" {
			u.Add(source.HiddenProperty, p.name+"："+text, place.Pos{})
		}
	}
	if meta := r.Trailer().Key("Root").Key("Metadata"); meta.Kind() == pdf.Stream {
		addXMP(u, meta)
	}
	for i := 1; i <= r.NumPage(); i++ {
		notes := r.Page(i).V.Key("Annots")
		for k := range min(notes.Len(), 1000) {
			n := notes.Index(k)
			for _, key := range []string{"Contents", "T", "V"} {
				u.Add(source.HiddenComment, n.Key(key).Text(), place.Pos{}.In(place.Place{Page: i}))
			}
		}
	}
}

// addXMP adds the words of a metadata stream; a damaged one ends early.
func addXMP(u *kit.Unseen, meta pdf.Value) {
	stream := meta.Reader()
	defer stream.Close()
	b, err := io.ReadAll(io.LimitReader(stream, 1<<20))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return
	}
	x := xml.NewDecoder(bytes.NewReader(b))
	for {
		t, err := x.Token()
		if err != nil {
			return
		}
		if text, ok := t.(xml.CharData); ok && kit.Telling(string(text)) {
			u.Add(source.HiddenProperty, string(text), place.Pos{})
		}
	}
}
