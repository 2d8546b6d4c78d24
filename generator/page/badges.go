package page

import (
	"slices"
	"strings"

	"ogi/generator/badge"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/tongue"
)

// A BadgeCode is what an agency copies to show its badge. Src is the address
// to embed and Page the one to lead to: absolute where the site's own is known.
type BadgeCode struct {
	Src, Page string

	Preview  string // page-relative
	Folder   string // of the badge files, from the site's root
	Title    string
	Markdown string
	HTML     string
	Endpoint string // "" where the site has none
	Families []Link // the badge of each family, page-relative
	Relative bool   // the site's address is not known
}

// A Badges is the page that documents the badges.
type Badges struct {
	Base
	States  []BadgeState
	Sample  *Link
	Code    *BadgeCode
	Sampled []Family
	Reports bool // each report has one of its own
}

// A BadgeState is one state with what it means.
type BadgeState struct {
	State   State
	Meaning tongue.Text
}

var meanings = []tongue.Text{
	tongue.Of("能核对的各项没有发现不符。旁边写明核对了几项，另有几项因未收录上年、没有日期、正文是节录等无从核对。这不是合格证明。",
		"Nothing that could be checked was found not to hold. Beside it stands how many checks were made and how many could not be, for want of another year, a date or the whole prose. This is no certificate."),
	tongue.Of("没有一般以上的不符，但有值得一看之处。只是未见某项表述的，列出而不影响徽标。",
		"No discrepancy of weight, but something worth a look. Words that were merely not seen are listed and do not touch the badge."),
	tongue.Of("至少一条严重或一般的规则对不上，且所涉数字都读得确切。经审核的回复作了说明的，旁边写“已说明”；有异议的，只写“待核”。",
		"At least one rule of weight does not hold, on figures that were all read plainly. Where a reviewed reply explains it, the badge says so beside it; where one disputes it, “to be checked” only."),
	tongue.Of("没有发现不符，但表格没有读全，或因此有等式无从核对。不足在本站的读取，不在报告。",
		"Nothing was found not to hold, but a table was not read wholly, or sums could not be checked for it. That is about our reading, not about the report."),
	tongue.Of("程序不能读取这份文件，也没有人录入其中的数字。",
		"No program can read the file, and nobody has read its figures yet."),
	tongue.Of("2018年及以前的报告没有统一表格，不作表内核对。", "Reports up to 2018 have no statutory tables to check."),
	tongue.Of("本站没有收录这一年的报告。这不等于没有公布。",
		"The archive does not hold that report. It may well have been published."),
}

func (s *site) badges(b Base) *Badges {
	b.at(tongue.Of("徽标", "Badges"), Crumb{tongue.Of("规则", "Rules"), b.to("rules/")})
	p := &Badges{Reports: s.badgeLevel() >= reportBadges}
	for i, k := range stateOrder {
		p.States = append(p.States, BadgeState{s.state(k), meanings[i]})
	}
	for _, g := range s.bodies {
		if g.latest() != nil {
			code := s.code(&b, g)
			p.Sample, p.Code = &Link{tongue.ZH(g.Agency.Name), b.to(agencyPath(g.Agency))}, &code
			p.Sampled = s.families(g.Families)
			break
		}
	}
	p.Base = b
	return p
}

// newest is the newest report, nil if there is none: the badge of an agency
// speaks of it.
func (b *BodyBrief) newest() *Brief {
	if n := len(b.Reports); n > 0 {
		return b.Reports[n-1]
	}
	return nil
}

// latest is the newest report unless it is withdrawn.
func (b *BodyBrief) latest() *Brief {
	if r := b.newest(); r != nil && !r.Withdrawn {
		return r
	}
	return nil
}

// badgeOf is the badge of one report.
func (s *site) badgeOf(r *Brief) badge.Badge {
	name := r.Of.Agency.Name
	if r.Withdrawn {
		return badge.Report(name, r.Year, badge.NotHeld, s.held(r).Word.ZH, "", "")
	}
	b := r.Badge
	return badge.Report(name, r.Year, badge.State(b.State), b.Word(s.Archive.Site.Labels).ZH, b.Left(), b.Beside().ZH)
}

// agencyBadge is the badge of an agency, by its newest report, withdrawn or not.
func (s *site) agencyBadge(g *BodyBrief) badge.Badge {
	if r := g.newest(); r != nil {
		return s.badgeOf(r)
	}
	return badge.None(g.Agency.Name, check.NotHeld.Word(s.Archive.Site.Labels).ZH)
}

// How many badges a site has: of each agency one, which is a fifth of a file a
// report; also of each report, with the endpoints that badge services read; also of
// each family. Most are never shown anywhere, and would be two files of three.
const (
	agencyBadges = iota
	reportBadges
	familyBadges
)

func (s *site) badgeLevel() int {
	return max(0, slices.Index([]string{"agencies", "reports", "families"}, s.Archive.Site.Badges))
}

// badgeFiles are the badges that the archive asks for. A report that is withdrawn
// keeps its addresses, since others show the pictures: they then say so.
func (s *site) badgeFiles() []File {
	var fs []File
	level := s.badgeLevel()
	add := func(g *BodyBrief, path string, of func() badge.Badge) {
		fs = append(fs, File{path + "badge.svg", func() []byte { return of().SVG() }, g.sum})
		if level >= reportBadges {
			fs = append(fs, File{path + "endpoint.json", func() []byte { return of().Endpoint() }, g.sum})
		}
	}
	for _, g := range s.bodies {
		add(g, agencyPath(g.Agency), func() badge.Badge { return s.agencyBadge(g) })
		if level == agencyBadges {
			continue
		}
		for _, r := range g.Reports {
			add(g, r.path(), func() badge.Badge { return s.badgeOf(r) })
		}
		if level < familyBadges {
			continue
		}
		for i, f := range badgeFamilies {
			fs = append(fs, File{agencyPath(g.Agency) + "badge-" + f.key + ".svg", func() []byte {
				if g.latest() == nil {
					return badge.Family(f.name.ZH, badge.NotHeld, s.held(g.newest()).Word.ZH).SVG()
				}
				f := g.Families[i]
				return badge.Family(f.Name.ZH, badge.State(f.State), f.Said(s.Archive.Site.Labels).ZH).SVG()
			}, g.sum})
		}
	}
	return fs
}

// code is the badge of an agency to copy, linked to the report it speaks of.
func (s *site) code(b *Base, g *BodyBrief) BadgeCode {
	path := agencyPath(g.Agency)
	leads := path
	if r := g.latest(); r != nil {
		leads = r.path()
	}
	c := s.badgeCode(b, s.agencyBadge(g), path, leads)
	if g.latest() == nil || s.badgeLevel() < familyBadges {
		return c
	}
	for _, f := range badgeFamilies {
		c.Families = append(c.Families, Link{f.name, b.Root + path + "badge-" + f.key + ".svg"})
	}
	return c
}

// badgeCode is a badge in a folder, linked to a page.
func (s *site) badgeCode(b *Base, d badge.Badge, path, leads string) BadgeCode {
	c := BadgeCode{Preview: b.Root + path + "badge.svg", Folder: path}
	base := strings.TrimSuffix(s.Archive.Site.BaseURL, "/")
	src, page := base+"/"+path+"badge.svg", base+"/"+leads
	if base == "" {
		c.Relative = true
		src, page = path+"badge.svg", leads+"index.html"
	}
	c.Src, c.Page = src, page
	c.Title, c.Markdown, c.HTML = d.Title, d.Markdown(src, page), d.HTML(src, page)
	if s.badgeLevel() >= reportBadges {
		c.Endpoint = strings.TrimSuffix(src, "badge.svg") + "endpoint.json"
	}
	return c
}

// badgeFamilies are the families with a badge of their own.
var badgeFamilies = func() []struct {
	key  string
	name tongue.Text
} {
	var out []struct {
		key  string
		name tongue.Text
	}
	for _, f := range check.FamilyStates(&check.Judgement{}) {
		out = append(out, struct {
			key  string
			name tongue.Text
		}{f.Key, f.Name})
	}
	return out
}()

func metaOf(source string) config.Year { return config.Year{Source: source} }
