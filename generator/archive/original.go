package archive

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"ogi/generator/source"
)

// endings are those under which a file of a kind goes out, the usual one first.
// A browser or a host goes by them, so they must say what the bytes are. Web
// pages have none of their own: they go out as text, so that opening one shows
// its source and runs nothing that it holds.
var endings = map[source.Kind][]string{
	source.Text:     {".txt"},
	source.Markdown: {".md", ".markdown"},
	source.CSV:      {".csv", ".tsv"},
	source.HTML:     {".txt"},
	source.MHT:      {".txt"},
	source.DOCX:     {".docx"},
	source.XLSX:     {".xlsx"},
	source.PDF:      {".pdf"},
	source.ODT:      {".odt"},
	source.RTF:      {".rtf"},
	source.OLE:      {".doc", ".xls", ".wps", ".et", ".ppt", ".dps"},
	source.OFD:      {".ofd"},
	source.Zip:      {".zip"},
	source.Image:    {".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".bmp"},
	source.Unknown:  {".bin"},
}

// Original is where the site offers the file as it came, a slash path from its
// root. Folders above the agency are no part of it, so that agencies can be
// grouped anew; a name that is no plain ASCII becomes its checksum, since several
// hosts break on others. A name whose ending is none of those of its bytes gets
// one behind it.
func (f File) Original() string {
	above := "content/"
	if f.Agency != "" {
		above = path.Dir(f.Agency) + "/"
	}
	p := strings.TrimPrefix(f.Path, above)
	if slug, rel, _ := strings.Cut(p, "/"); !plain(rel) && len(f.SHA256) >= 16 {
		p = slug + "/" + f.SHA256[:16] + strings.ToLower(path.Ext(rel))
		if !plain(p) {
			p = slug + "/" + f.SHA256[:16]
		}
	}
	own := endings[f.Kind]
	if f.Markup && f.Kind.IsText() {
		own = endings[source.HTML] // a host that does not know .md lets the browser look inside
	}
	if !slices.Contains(own, strings.ToLower(path.Ext(p))) {
		p += own[0]
	}
	if f.Wrapped() {
		p += ".zip"
	}
	return "originals/" + p
}

// Wrapped reports whether the file goes out within a zip. A host that sends no
// types leaves it to the browser to look into a file, and what begins as a page
// does is one then, whatever its name: what it holds would run. A zip is saved
// by every browser from every host, opens on every desk, and shows a text; the
// bytes in it are the file's. Pages that can do nothing go out as they are.
func (f File) Wrapped() bool { return f.Active && f.Kind.IsText() }

// plain holds for a path that stands in every URL as it is.
func plain(p string) bool {
	return strings.Trim(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./") == ""
}

// markup reports whether a browser that looks for a type may take the bytes for
// a page: all such begin with a tag.
func markup(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n\v\f\x00"), []byte("<"))
}

// active reports whether such a page could do more than be read.
func active(b []byte) bool { return markup(b) && !inert(b) }

// pages are the endings of web pages as they lie in an archive.
var pages = []string{".html", ".htm", ".shtml", ".shtm", ".xhtml", ".jhtml", ".jsp", ".asp", ".aspx", ".php"}

// contradicts reports whether a name promises another kind of file than the
// bytes are: a reader would be misled, a program that goes by names refuses it.
func contradicts(name string, k source.Kind) bool {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(pages, ext):
		return k != source.HTML && k != source.Text && k != source.MHT
	case ext == ".mht" || ext == ".mhtml":
		return k != source.MHT
	}
	for of, list := range endings {
		if of != source.HTML && of != source.MHT && slices.Contains(list, ext) {
			return of != k
		}
	}
	return false
}
