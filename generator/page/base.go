package page

import (
	"net/url"
	"strings"

	"ogi/generator/data"
	"ogi/generator/tongue"
)

// A Base is what every page carries around what it says.
type Base struct {
	Path      string // folder from the site's root: "years/2025/", "" for home
	Root      string // way to the site's root: "../../"
	Site      string // the site's own title
	Title     tongue.Text
	Abstract  string // for <meta name=description>
	Canonical string // short form, "" without base_url
	Crumbs    []Crumb
	Nav       []Nav
	Foot      []Link // hand-written pages and the badges
	DataDate  string // newest date of what the page rests on, "" where it rests on none
	Correct   string // address for corrections, "" without contact
	Licence   Licence
	Version   string // of the generator, on the page that tells of the site
	Pages     *Pager // of a list of several pages, nil for others
	Scripts   bool   // loads the chart scripts
	Kinds     bool   // and the options of the charts of single reports
	English   bool   // labels are in English until the reader chooses
	OneTongue bool   // there is nothing to choose
}

// A Nav is one entry of the main navigation.
type Nav struct {
	Link
	Here bool
}

// A Licence says on what terms the parts of the archive may be used.
type Licence struct{ Data, Prose, Originals string }

type navEntry struct {
	path string
	text tongue.Text
}

var nav = []navEntry{
	{"agencies/", tongue.Of("机关", "Agencies")},
	{"years/", tongue.Of("年度", "Years")},
	{"regions/", tongue.Of("地区", "Regions")},
	{"rules/", tongue.Of("规则", "Rules")},
	{"coverage/", tongue.Of("收录", "Coverage")},
}

// base starts a page at path.
func (s *site) base(path string) Base {
	cfg := s.Archive.Site
	b := Base{
		Path: path, Root: root(path), Site: cfg.Title,
		Correct: s.correct(path, path, subject{}),
		Licence: Licence{cfg.Licence.Data, cfg.Licence.Prose, cfg.Licence.Originals},
	}
	if n := len(cfg.Languages); n > 0 {
		b.English, b.OneTongue = cfg.Languages[0] == "en", n == 1
	}
	if cfg.BaseURL != "" {
		b.Canonical = strings.TrimSuffix(cfg.BaseURL, "/") + "/" + path
	}
	entries := nav
	if data.Any(cfg.Data.Formats) {
		entries = append(entries[:len(entries):len(entries)], navEntry{"data/", tongue.Of("数据", "Data")})
	}
	for _, p := range s.Pages {
		if p.Slug == "method" || p.Slug == "about" {
			entries = append(entries[:len(entries):len(entries)], navEntry{p.Slug + "/", pageName(p.Slug)})
		}
	}
	for _, n := range entries {
		b.Nav = append(b.Nav, Nav{Link{n.text, b.to(n.path)}, strings.HasPrefix(path, n.path)})
	}
	for _, p := range s.Pages {
		b.Foot = append(b.Foot, Link{pageName(p.Slug), b.to(p.Slug + "/")})
	}
	b.Foot = append(b.Foot, Link{tongue.Of("徽标", "Badges"), b.to("badges/")})
	if path != "" {
		b.Crumbs = []Crumb{{tongue.Of("首页", "Home"), b.to("")}}
	}
	return b
}

// to is the page-relative address of another page, by the folders that both share. It
// names index.html, since a link to a folder opens a listing from file://.
func (b *Base) to(path string) string {
	from := 0
	for i := 0; i < len(b.Path) && i < len(path) && b.Path[i] == path[i]; i++ {
		if path[i] == '/' {
			from = i + 1
		}
	}
	return root(b.Path[from:]) + path[from:] + "index.html"
}

// at ends the crumbs at this page and gives it its title.
func (b *Base) at(title tongue.Text, way ...Crumb) {
	b.Title = title
	b.Crumbs = append(append(b.Crumbs, way...), Crumb{Text: title})
	b.turned()
}

// A subject is what a correction is about besides a page: a finding of a rule,
// the file, the cell or line and the value it rests on, as a reply names it.
type subject struct {
	rule, file, key, value string
}

// correct is the address for corrections to what is at path, as a link on the
// page from. Without a contact it leads to the page about, which says how to
// dispute. A bare mail address gets a letter that names a finding.
func (s *site) correct(from, path string, of subject) string {
	contact := s.Archive.Site.Contact
	if contact == "" {
		for _, p := range s.Pages {
			if p.Slug == "about" {
				return root(from) + "about/index.html"
			}
		}
		return ""
	}
	at := path
	if base := s.Archive.Site.BaseURL; base != "" {
		at = strings.TrimSuffix(base, "/") + "/" + path
	}
	if at == "" {
		at = "/"
	}
	if strings.Contains(contact, "@") && !strings.Contains(contact, ":") {
		contact = "mailto:" + contact
	}
	if of.rule != "" && strings.HasPrefix(contact, "mailto:") && !strings.Contains(contact, "?") {
		contact += "?subject={rule}&body={report}%0A{file}%0A{key}%0A{value}"
	}
	return strings.NewReplacer(
		"{report}", escape(at), "{rule}", escape(of.rule), "{file}", escape(of.file),
		"{key}", escape(of.key), "{value}", escape(of.value),
	).Replace(contact)
}

// escape is for a query of http and of mailto alike, where + is no space.
func escape(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// rests dates a page by the reports that it rests on. A date of the whole site in
// each page would change all of them with every report; it stands on the first page
// and on coverage.
func (b *Base) rests(on ...*Brief) {
	for _, r := range on {
		b.DataDate = max(b.DataDate, r.Newest)
	}
}

func (s *site) page(path, kind string, value func(Base) any) Page {
	return Page{Path: path + "index.html", Kind: kind, Value: func() any { return value(s.base(path)) }}
}
