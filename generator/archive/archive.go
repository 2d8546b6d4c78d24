// Package archive holds all reports of an archive folder: by agency, region
// and year, with the earlier and later year of each. A file system comes in
// (see Load), an Archive and diagnostics go out. What cannot be used is left
// out with an error that says where and what to do; the rest stands. It is
// built once and never changed; judging and counting read it.
package archive

import (
	"ogi/generator/body"
	"ogi/generator/config"
	"ogi/generator/report"
	"ogi/generator/source"
)

// A Kind is what sort of body an agency is; the law sets duties by kind.
type Kind = body.Kind

// The kinds; see package body.
const (
	Government  = body.Government
	Department  = body.Department
	Township    = body.Township
	Subdistrict = body.Subdistrict
	Zone        = body.Zone
	Vertical    = body.Vertical
	Authorised  = body.Authorised
)

// A Level is the level of the region an agency belongs to.
type Level string

const (
	National   Level = "national"
	Province   Level = "province"
	Prefecture Level = "prefecture"
	County     Level = "county"
	Town       Level = "township"
)

// An Agency is a folder with an agency.toml.
type Agency struct {
	Slug, Dir    string // folder name; slash path from the archive's root
	Name         string
	Region       string // six digits
	Kind         Kind
	Level        Level
	Function     string // key of the closed list, "" if none fits
	Aliases      []string
	Former       []string // folder names it had before
	Names        []config.Name
	Predecessors []config.Predecessor
	Homepage     string
	Reports      []*Entry // by year, ascending
}

// Loose is what stands for the slug of the agency of a file outside any archive.
const Loose = "file"

// An Entry is one report of one agency: the file, what is known about it, and
// what it says. Report is nil for a withdrawn one, and for one that no program
// can read and nobody has: it is held all the same.
type Entry struct {
	Agency    *Agency
	Year      int
	Path      string // slash path of the newest version from the archive's root
	SHA256    string // of the published bytes, hex
	Size      int64
	Meta      config.Year
	Notes     []config.Note
	NotesPath string
	Human     config.Cells // what people read; see Mend
	HumanPath string       // "" without such
	Files     []File       // every file of this year, the one that is judged first
	Report    *report.Report
}

// A File is one file of a year with its role.
type File struct {
	Path, Role, SHA256 string
	Agency             string // the agency's folder, in which the file lies
	Size               int64
	Kind               source.Kind    // by its bytes
	Markup             bool           // its bytes begin as a page's do, whatever its kind
	Active             bool           // such a page as could do more than be read
	Meta               config.File    // what <year>.toml says of it; the zero value where it is not listed
	Report             *report.Report // nil where it was not read
	// Carries says of a file without a report that numbers of persons were found
	// in it; Pictures that it holds pictures, and Closed parts that could not be
	// opened: no program looks into either; Acts that it holds scripts or macros, or
	// fetches or calls something, where it is opened.
	Carries, Pictures, Closed, Acts bool
}

// Unread reports whether the report is held and nobody could read it.
func (e *Entry) Unread() bool { return e.Report == nil && e.Meta.Withdrawn == "" }

// Abridged reports whether the archive shortened the prose.
func (e *Entry) Abridged() bool { return e.Meta.Edition == "abridged" }

// Fidelity is by <year>.toml, else by the file kind.
func (e *Entry) Fidelity() report.Fidelity {
	switch {
	case e.Meta.Fidelity == "original":
		return report.Original
	case e.Meta.Fidelity == "converted" || e.Report == nil:
		return report.Converted
	}
	return e.Report.Fidelity
}

// Scope is by <year>.toml, else by the report's own words.
func (e *Entry) Scope() report.Scope {
	switch e.Meta.Scope {
	case "own":
		return report.ScopeOwn
	case "area":
		return report.ScopeArea
	case "unclear":
		return report.ScopeUnclear
	}
	if e.Report == nil {
		return report.ScopeUnclear
	}
	return e.Report.Scope
}

// Report is the agency's entry of that year, nil if not held.
func (a *Agency) Report(year int) *Entry {
	for _, e := range a.Reports {
		if e.Year == year {
			return e
		}
	}
	return nil
}

// An Archive is the whole of content/. Agencies are sorted by slug.
type Archive struct {
	Site     config.Site
	Agencies []*Agency
	bySlug   map[string]*Agency
}

// New makes an archive of agencies already sorted by slug.
func New(site config.Site, agencies []*Agency) *Archive {
	a := &Archive{Site: site, Agencies: agencies, bySlug: make(map[string]*Agency, len(agencies))}
	for _, g := range agencies {
		a.bySlug[g.Slug] = g
	}
	return a
}

// Agency is the agency with that slug, nil if none.
func (a *Archive) Agency(slug string) *Agency { return a.bySlug[slug] }

// Entries are all reports, by agency and year.
func (a *Archive) Entries() []*Entry {
	var es []*Entry
	for _, g := range a.Agencies {
		es = append(es, g.Reports...)
	}
	return es
}
