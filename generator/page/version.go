package page

import (
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/tongue"
)

// A Copy says that a page shows a file of the year that is not the one judged:
// an attachment, an earlier version, the report before its correction.
type Copy struct {
	Role    tongue.Text
	Current Link // the page of the newest version
	Unread  bool // no program can read the file
}

// versions are the pages of the files of a year beside the one that is judged,
// each with its tables, its text and its citation, none with a verdict.
func (s *site) versions(e *archive.Entry) []Page {
	if e.Meta.Withdrawn != "" {
		return nil
	}
	var ps []Page
	for i := range e.Files {
		if i == 0 || e.Files[i].SHA256 == "" {
			continue
		}
		ps = append(ps, s.page(versionPath(e, i), "report", func(b Base) any { return s.version(b, e, i) }))
	}
	return ps
}

// versionPath names the i-th file of a year by its role, counted: earlier-1.
func versionPath(e *archive.Entry, i int) string {
	role, n := e.Files[i].Role, 0
	for _, f := range e.Files[:i+1] {
		if f.Role == role {
			n++
		}
	}
	if role == "main" {
		return reportPath(e) + "main/"
	}
	if e.Files[0].Role == role {
		n-- // the newest of them has the page of the year
	}
	return fmt.Sprintf("%s%s-%d/", reportPath(e), role, n)
}

func (s *site) version(b Base, e *archive.Entry, i int) *Report {
	f := e.Files[i]
	alone := *e
	alone.Path, alone.SHA256, alone.Size, alone.Report = f.Path, f.SHA256, f.Size, f.Report
	alone.Files, alone.Notes, alone.Human = []archive.File{f}, nil, config.Cells{}
	m := f.Meta
	alone.Meta.Source, alone.Meta.Published, alone.Meta.Captured = m.Source, m.Published, m.Captured
	if f.Role == "main" { // what <year>.toml says of the year is about this file
		alone.Meta.Source, alone.Meta.Published, alone.Meta.Captured = first(m.Source, e.Meta.Source), first(m.Published, e.Meta.Published), first(m.Captured, e.Meta.Captured)
	}
	c := &Copy{Role: roles[f.Role], Unread: f.Report == nil}
	c.Current = Link{tongue.Of("查看最新版本和核对结果", "See the newest version and what was checked"), b.to(reportPath(e))}
	p := s.report(b, &alone)
	p.Copy = c
	if p.Cite == "" {
		p.Cite = s.cite(&p.Base, p, &alone)
	}
	if len(p.Jumps) > 0 {
		p.Jumps = p.Jumps[1:] // there are no findings here
	}
	p.Crumbs[len(p.Crumbs)-1] = Crumb{p.Year.Text, c.Current.Href}
	p.Base.at(tongue.Of(e.Agency.Name+" "+p.Year.Text.ZH+" "+c.Role.ZH, e.Agency.Name+" "+p.Year.Text.EN+" "+c.Role.EN))
	return p
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
