package page

import (
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/codec"
	"ogi/generator/data"
	"ogi/generator/markdown"
)

// An Input is everything the site is made of.
type Input struct {
	Archive *archive.Archive
	Results check.Results
	Rules   []*check.Rule                  // in reader order
	RuleDoc func(id string) string         // the rule's page as Markdown, "" if none
	Pages   []markdown.Page                // hand-written: about, method, glossary …
	Version string                         // of the generator, for provenance; "" leaves it out
	Samples func(id string) []check.Sample // what the rule is tested with; nil for none
	// Withheld says of files, by path, why they are not offered for now. What is
	// shown of them is masked already.
	Withheld map[string]Held
}

// Held is why a file is not offered for now.
type Held uint8

const (
	Offered        Held = iota
	HeldPersonal        // it seems to hold numbers of persons
	HeldUnsearched      // no program could look for such numbers, and nobody has
	HeldActing          // it would run something where it is opened
)

// A Page is one URL. Path is slash-separated from the site's root and names
// the file. Kind names the template. Value makes what the template gets; it
// may be called from any goroutine, and more than once.
type Page struct {
	Path  string
	Kind  string
	Value func() any
	Body  *BodyBrief // of which it is the page, nil for others
	// Rests is the sum of what a list rests on beside the settings, the templates
	// and the program: where it is the same, so is the page. It is zero where that is
	// not known.
	Rests [32]byte
}

// A File is a file of the site that is no page: a badge, an endpoint.
type File struct {
	Path  string
	Bytes func() []byte
	Rests [32]byte // as that of a Page
}

// Files lists the badge files, in a fixed order.
func Files(in Input) []File { return newSite(in).badgeFiles() }

// BadgeFiles is Files for an archive that is known by briefs alone.
func BadgeFiles(in Input, of []*BodyBrief) []File { return known(in, of).badgeFiles() }

// Site lists every page in a fixed order.
func Site(in Input) []Page {
	s := newSite(in)
	var ps []Page
	at := 0
	for _, p := range s.lists() {
		ps = append(ps, p)
		if p.Body != nil {
			ps = append(ps, s.reports(s.Archive.Agencies[at])...)
			at++
		}
	}
	if data.Any(s.Archive.Site.Data.Formats) {
		var made []data.Made // as they would be of no rows
		for _, f := range data.Files(s.Archive.Site.Data.Formats, nil) {
			made = append(made, data.Made{File: f})
		}
		ps = append(ps, DataPage(in, s.bodies, made, data.Described(DataOf(in, s.bodies), made)))
	}
	return ps
}

// Reports sums up the agencies of an archive and lists the pages of their reports.
// The archive may be a part of a larger one: beside are the reports of others that
// the findings speak of, as they may be shown.
func Reports(in Input, beside []*archive.Entry) ([]*BodyBrief, []Page) {
	s := newSite(in)
	s.file(beside)
	var ps []Page
	for i, a := range s.Archive.Agencies {
		of := s.reports(a)
		for _, p := range of {
			s.bodies[i].Paths = append(s.bodies[i].Paths, p.Path)
		}
		ps = append(ps, of...)
	}
	return s.bodies, ps
}

// Lists lists every page but those of reports, of an archive that is known by
// briefs alone; in.Archive has its settings. Body is set for the page of an agency.
func Lists(in Input, of []*BodyBrief) []Page { return known(in, of).lists() }

// reports are the pages of an agency's reports.
func (s *site) reports(a *archive.Agency) []Page {
	var ps []Page
	for _, e := range a.Reports {
		ps = append(ps, s.page(reportPath(e), "report", func(b Base) any { return s.report(b, e) }))
		ps = append(ps, s.versions(e)...)
	}
	return ps
}

// lists are all other pages. Each says what it rests on beside the settings.
func (s *site) lists() []Page {
	var ps []Page
	add := func(rests [32]byte, of ...Page) {
		for i := range of {
			f := codec.Hash{}
			f.Add(rests[:])
			f.Number(i)
			f.Number(len(of))
			of[i].Rests = f.Sum()
		}
		ps = append(ps, of...)
	}
	all := s.ofBodies(s.bodies)
	add(all, s.page("", "home", func(b Base) any { return s.home(b) }))
	add(all, s.list("agencies/", "agencies", len(s.bodies), func(b Base, n int) any { return s.agencies(b, n) })...)
	for _, g := range s.bodies {
		p := s.page(agencyPath(g.Agency), "agency", func(b Base) any { return s.agency(b, g) })
		p.Body = g
		add(s.ofBody(g), p)
	}
	add(all, s.page("years/", "years", func(b Base) any { return s.years(b) }))
	for _, y := range s.allYears {
		add(s.ofYear(y), s.list(yearPath(y), "year", len(s.byYear[y]), func(b Base, n int) any { return s.year(b, y, n) })...)
	}
	add(all, s.list("regions/", "regions", len(s.allRegions), func(b Base, n int) any { return s.regions(b, n) })...)
	for _, r := range s.allRegions {
		add(s.ofBodies(s.inside[r]), s.list(regionPath(r), "region", len(s.byRegion[r]), func(b Base, n int) any { return s.region(b, r, n) })...)
	}
	add(all, s.page("rules/", "rules", func(b Base) any { return s.rules(b) }))
	hits, tallies := s.hits(), s.tallies()
	for i, r := range s.Rules {
		found := hits[i]
		for n, p := range s.list(rulePath(r.ID), "rule", len(found), func(b Base, n int) any { return s.rule(b, i, n, part(found, n), tallies) }) {
			add(s.ofRule(i, part(found, n+1), tallies, len(found)), p)
		}
	}
	add(all, s.list("coverage/", "coverage", s.coverageRows(), func(b Base, n int) any { return s.coverage(b, n) })...)
	add(all, s.page("badges/", "badges", func(b Base) any { return s.badges(b) }))
	s.moved(add)
	for _, p := range s.Pages {
		ps = append(ps, s.page(p.Slug+"/", "text", func(b Base) any { return s.text(b, p) }))
	}
	return append(ps, Page{Path: "404.html", Kind: "404", Value: func() any { return s.notFound() }})
}
