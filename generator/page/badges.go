package page

import (
	"strings"

	"ogi/generator/archive"
	"ogi/generator/badge"
	"ogi/generator/check"
	"ogi/generator/config"
)

// A BadgeCode is what an agency copies to show its badge. Src is the address
// to embed: absolute where the site's own address is known.
type BadgeCode struct {
	Preview  string // page-relative
	Folder   string // of the badge files, from the site's root
	Title    string
	Markdown string
	HTML     string
	Endpoint string
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
}

// A BadgeState is one state with what it means.
type BadgeState struct {
	State   State
	Meaning Text
}

var meanings = []Text{
	{"所查各项没有发现不符。这不是合格证明。", "Nothing checked was found not to hold. This is no certificate."},
	{"没有一般以上的不符，但有值得一看之处，如未见某项表述、数字写法不规范。", "No discrepancy of weight, but something worth a look, as words not seen or numbers written oddly."},
	{"至少一条严重或一般的规则对不上，且所涉数字都读得确切。审核回复对它有异议的，只写“待核”。", "At least one rule of weight does not hold, on figures that were all read plainly. Where a reviewed reply disputes it, the badge says “to be checked” only."},
	{"没有发现不符，但结构或勾稽有无法判断之处，多因文件读得不全。", "Nothing was found not to hold, but structure or sums could not be decided, mostly since the file was not read fully."},
	{"本站没有收录这一年的报告。这不等于没有公布。", "The archive does not hold that report. It may well have been published."},
}

func (s *site) badges(b Base) *Badges {
	b.at(Text{"徽标", "Badges"}, Crumb{Text{"规则", "Rules"}, b.to("rules/")})
	p := &Badges{}
	for i, k := range stateOrder {
		p.States = append(p.States, BadgeState{s.state(k), meanings[i]})
	}
	for _, a := range s.Archive.Agencies {
		if n := len(a.Reports); n > 0 && a.Reports[n-1].Report != nil {
			code := s.code(&b, a)
			p.Sample, p.Code = &Link{zh(a.Name), b.to(agencyPath(a))}, &code
			p.Sampled = s.families(a.Reports[n-1])
			break
		}
	}
	p.Base = b
	return p
}

// badgeOf is the badge of an agency by its newest report.
func (s *site) badgeOf(a *archive.Agency) badge.Badge {
	labels := s.Archive.Site.Labels
	n := len(a.Reports)
	if n == 0 || a.Reports[n-1].Report == nil {
		return badge.Agency(a.Name, 0, badge.NotHeld, check.NotHeld.Word(labels), "")
	}
	e := a.Reports[n-1]
	b := check.BadgeState(s.judgement(e))
	return badge.Agency(a.Name, e.Year, badge.State(b.State), b.Word(labels), b.Note)
}

// badgeFiles are, for each agency, its badge, one a family, and the endpoint
// that badge services read.
func (s *site) badgeFiles() []File {
	labels := s.Archive.Site.Labels
	var fs []File
	for _, a := range s.Archive.Agencies {
		path := agencyPath(a)
		fs = append(fs,
			File{path + "badge.svg", func() []byte { return s.badgeOf(a).SVG() }},
			File{path + "endpoint.json", func() []byte { return s.badgeOf(a).Endpoint() }})
		n := len(a.Reports)
		if n == 0 || a.Reports[n-1].Report == nil {
			continue
		}
		for i, f := range check.FamilyStates(s.judgement(a.Reports[n-1])) {
			fs = append(fs, File{path + "badge-" + f.Key + ".svg", func() []byte {
				f := check.FamilyStates(s.judgement(a.Reports[n-1]))[i]
				return badge.Family(f.Name, f.Pass, f.Of, badge.State(f.State), f.Word(labels), f.Note).SVG()
			}})
		}
	}
	return fs
}

func (s *site) code(b *Base, a *archive.Agency) BadgeCode {
	path := agencyPath(a)
	c := BadgeCode{Preview: b.Root + path + "badge.svg", Folder: path}
	base := strings.TrimSuffix(s.Archive.Site.BaseURL, "/")
	src, page := base+"/"+path+"badge.svg", base+"/"+path
	if base == "" {
		c.Relative = true
		src, page = path+"badge.svg", path+"index.html"
	}
	d := s.badgeOf(a)
	c.Title, c.Markdown, c.HTML = d.Title, d.Markdown(src, page), d.HTML(src, page)
	c.Endpoint = strings.TrimSuffix(src, "badge.svg") + "endpoint.json"
	for _, f := range badgeFamilies {
		c.Families = append(c.Families, Link{f.name, b.Root + path + "badge-" + f.key + ".svg"})
	}
	return c
}

// badgeFamilies are the families with a badge of their own.
var badgeFamilies = func() []struct {
	key  string
	name Text
} {
	var out []struct {
		key  string
		name Text
	}
	for _, f := range check.FamilyStates(&check.Judgement{}) {
		out = append(out, struct {
			key  string
			name Text
		}{f.Key, Text{f.Name, f.NameEN}})
	}
	return out
}()

func metaOf(source string) config.Year { return config.Year{Source: source} }
