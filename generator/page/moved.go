package page

import (
	"slices"
	"strings"

	"ogi/generator/codec"
)

// MovedKind is the kind of such pages.
const MovedKind = "moved"

// A Moved stands at an address that an agency had before it was moved, and leads to
// where its page is now, without scripts.
type Moved struct {
	Site, Name string
	To         string // way to the page
	Canonical  string // its address, "" without base_url
	Root       string
}

// moved are the pages at the addresses that agencies had before. An agency that has
// such an address now keeps it.
func (s *site) moved(add func([32]byte, ...Page)) {
	taken := map[string]bool{}
	for _, g := range s.bodies {
		taken[g.Agency.Slug] = true
	}
	for _, g := range s.bodies {
		for _, slug := range g.Agency.Former {
			if taken[slug] {
				continue
			}
			taken[slug] = true
			own := agencyPath(g.Agency)
			for _, p := range slices.Concat([]string{own + "index.html"}, g.Paths) {
				to := strings.TrimSuffix(p, "index.html")
				rest := strings.TrimPrefix(to, own)
				f := codec.Hash{}
				f.Text(to)
				f.Text(g.Agency.Name)
				add(f.Sum(), s.page("agencies/"+slug+"/"+rest, MovedKind, func(b Base) any {
					return &Moved{Site: b.Site, Name: g.Agency.Name, To: b.to(to), Canonical: s.address(to), Root: b.Root}
				}))
			}
		}
	}
}

// address is the whole address of a page, "" without base_url.
func (s *site) address(path string) string {
	if s.Archive.Site.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(s.Archive.Site.BaseURL, "/") + "/" + path
}
