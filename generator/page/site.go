package page

import (
	"ogi/generator/archive"
	"ogi/generator/check"
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
}

// A File is a file of the site that is no page: a badge, an endpoint.
type File struct {
	Path  string
	Bytes func() []byte
}

// Files lists the badge files, in a fixed order.
func Files(in Input) []File { return newSite(in).badgeFiles() }

// Site lists every page in a fixed order.
func Site(in Input) []Page {
	s := newSite(in)
	var ps []Page
	ps = append(ps, s.page("", "home", func(b Base) any { return s.home(b) }))
	ps = append(ps, s.list("agencies/", "agencies", len(s.bodies), func(b Base, n int) any { return s.agencies(b, n) })...)
	for i, a := range s.Archive.Agencies {
		ps = append(ps, s.page(agencyPath(a), "agency", func(b Base) any { return s.agency(b, s.bodies[i]) }))
		for _, e := range a.Reports {
			ps = append(ps, s.page(reportPath(e), "report", func(b Base) any { return s.report(b, e) }))
			ps = append(ps, s.versions(e)...)
		}
	}
	ps = append(ps, s.page("years/", "years", func(b Base) any { return s.years(b) }))
	for _, y := range s.allYears {
		ps = append(ps, s.list(yearPath(y), "year", len(s.byYear[y]), func(b Base, n int) any { return s.year(b, y, n) })...)
	}
	ps = append(ps, s.list("regions/", "regions", len(s.allRegions), func(b Base, n int) any { return s.regions(b, n) })...)
	for _, r := range s.allRegions {
		ps = append(ps, s.list(regionPath(r), "region", len(s.byRegion[r]), func(b Base, n int) any { return s.region(b, r, n) })...)
	}
	ps = append(ps, s.page("rules/", "rules", func(b Base) any { return s.rules(b) }))
	hits := s.hits()
	for i, r := range s.Rules {
		found := hits[i]
		ps = append(ps, s.list(rulePath(r.ID), "rule", len(found), func(b Base, n int) any { return s.rule(b, i, n, part(found, n)) })...)
	}
	ps = append(ps, s.list("coverage/", "coverage", s.coverageRows(), func(b Base, n int) any { return s.coverage(b, n) })...)
	ps = append(ps, s.page("badges/", "badges", func(b Base) any { return s.badges(b) }))
	for _, p := range s.Pages {
		ps = append(ps, s.page(p.Slug+"/", "text", func(b Base) any { return s.text(b, p) }))
	}
	return append(ps, Page{Path: "404.html", Kind: "404", Value: func() any { return s.notFound() }})
}
