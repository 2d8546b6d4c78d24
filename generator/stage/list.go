package stage

import (
	"bytes"

	"ogi/generator/codec"
	"ogi/generator/diag"
	"ogi/generator/page"
)

// Lists are all files of the site but those of agencies: pages made of briefs, badges,
// assets, sitemaps. pages is how many pages the whole site has.
func (s *Frame) Lists(bodies []*page.BodyBrief) (files []File, pages int, ds []diag.Diagnostic) {
	lists, ds := distinct(page.Lists(s.Input, bodies))
	var paths []string
	for _, p := range lists {
		if p.Kind != page.MovedKind { // not to be looked for
			paths = append(paths, p.Path)
		}
		if p.Body != nil {
			paths = append(paths, p.Body.Paths...)
		}
		f := s.page(p)
		f.Rests = s.on(p.Rests)
		files = append(files, f)
	}
	if s.HasData() {
		paths = append(paths, page.DataPath)
	}
	for _, b := range page.BadgeFiles(s.Input, bodies) {
		files = append(files, File{Path: b.Path, Rests: s.on(b.Rests), bytes: func(*bytes.Buffer) ([]byte, error) { return b.Bytes(), nil }})
	}
	files = append(files, s.files...)
	if base := s.Archive.Site.BaseURL; base != "" {
		for _, m := range sitemaps(base, paths, sitemapLimit) {
			files = append(files, File{Path: m.name, bytes: func(*bytes.Buffer) ([]byte, error) { return m.text, nil }})
		}
	}
	more, told := atRoot(s.root, files, paths, s.Archive.Site.BaseURL)
	return append(files, more...), len(paths), append(ds, told...)
}

func codecSum(of ...Sum) Sum {
	h := codec.Hash{}
	for _, s := range of {
		h.Key(s)
	}
	return h.Sum()
}
