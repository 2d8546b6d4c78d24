package stage

import (
	"bytes"
	"crypto/sha256"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/data"
	"ogi/generator/page"
)

// rows adds what the data have of an agency, as it may be shown.
func (s *Frame) rows(out *Agency, a *archive.Agency, results check.Results, withheld map[string]page.Held) {
	formats := s.Archive.Site.Data
	if len(formats.Formats) == 0 {
		return
	}
	g := &data.Agency{Agency: a, Results: results, SmallN: s.Archive.Site.SmallN, Lines: formats.Has("jsonl"), Held: func(path string) string {
		return [...]string{page.Offered: "", page.HeldPersonal: "personal", page.HeldUnsearched: "unsearched", page.HeldActing: "acting"}[withheld[path]]
	}}
	if formats.Has("agencies") {
		out.Files = append(out.Files, File{Path: "agencies/" + a.Slug + "/data.csv", bytes: func(*bytes.Buffer) ([]byte, error) { return g.Small(), nil }})
	}
	if s.HasData() {
		out.Rows = g.Pack()
	}
}

// HasData reports whether the site has files of all agencies' rows.
func (s *Frame) HasData() bool {
	return data.Any(s.Archive.Site.Data.Formats)
}

// Summed is what lists know of an agency's rows.
func Summed(rows []byte) (data.Summary, error) {
	if rows == nil {
		return data.Summary{}, nil
	}
	c, err := data.Open(rows)
	if err != nil {
		return data.Summary{}, err
	}
	return data.Summed(sha256.Sum256(rows), c), nil
}

// Data are the files of the rows of all agencies.
func (s *Frame) Data(all []data.Summary) []data.File {
	files := data.Files(s.Archive.Site.Data.Formats, all)
	for i := range files {
		files[i].Rests = s.on(files[i].Rests)
	}
	return files
}

// DataPaths are where all files of the data lie, those of agencies among them, as far
// as briefs tell.
func (s *Frame) DataPaths(bodies []*page.BodyBrief) []string {
	var paths []string
	var all []data.Summary
	for _, b := range bodies {
		if s.Archive.Site.Data.Has("agencies") {
			paths = append(paths, "agencies/"+b.Agency.Slug+"/data.csv")
		}
		var years data.Summary
		for _, r := range b.Reports {
			years.Years = append(years.Years, data.YearSum{Year: r.Year})
		}
		all = append(all, years)
	}
	if !s.HasData() {
		return paths
	}
	var made []data.Made
	for _, f := range s.Data(all) {
		paths = append(paths, f.Path)
		made = append(made, data.Made{File: f})
	}
	for _, f := range s.DataTold(bodies, made) {
		paths = append(paths, f.Path)
	}
	return paths
}

// DataTold are the files that tell of those of the data, once these are made.
func (s *Frame) DataTold(bodies []*page.BodyBrief, made []data.Made) []File {
	more := data.Described(page.DataOf(s.Input, bodies), made)
	files := []File{s.page(page.DataPage(s.Input, bodies, made, more))}
	for _, e := range more {
		files = append(files, File{Path: e.Path, bytes: func(*bytes.Buffer) ([]byte, error) { return e.Text, nil }})
	}
	return files
}
