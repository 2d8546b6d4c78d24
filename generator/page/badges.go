package page

import (
	"strings"

	"ogi/generator/archive"
	"ogi/generator/config"
)

// A BadgeCode is what an agency copies to show its badge. Src is the address
// to embed: absolute where the site's own address is known.
type BadgeCode struct {
	Preview  string // page-relative
	Markdown string
	HTML     string
	Relative bool // the site's address is not known
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
	{"有值得一看之处，如未见某项表述，或数字写法不规范。", "Something is worth a look, as words not seen or numbers written oddly."},
	{"至少一项与法条、表格或报告自身的数字不符，待核对。", "At least one thing does not agree with law, form or the report's own numbers; to be checked."},
	{"报告读得不全，关键各项无法判断。", "The report was not read fully enough to decide."},
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

func (s *site) code(b *Base, a *archive.Agency) BadgeCode {
	path := agencyPath(a)
	c := BadgeCode{Preview: b.Root + path + "badge.svg"}
	base := strings.TrimSuffix(s.Archive.Site.BaseURL, "/")
	src, page := base+"/"+path+"badge.svg", base+"/"+path
	if base == "" {
		c.Relative = true
		src, page = path+"badge.svg", path+"index.html"
	}
	alt := a.Name + "政府信息公开年报核对结果"
	md := strings.NewReplacer("[", `\[`, "]", `\]`, `\`, `\\`).Replace(alt)
	html := strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;", ">", "&gt;").Replace(alt)
	c.Markdown = "[![" + md + "](" + src + ")](" + page + ")"
	c.HTML = `<a href="` + page + `"><img src="` + src + `" alt="` + html + `"></a>`
	return c
}

func metaOf(source string) config.Year { return config.Year{Source: source} }
