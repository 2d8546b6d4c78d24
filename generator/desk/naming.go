package desk

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/office/roster"
	"ogi/generator/pinyin"
	"ogi/generator/region"
	"ogi/generator/report"
	"ogi/generator/slug"
)

// A Batch holds the agencies that one call is about to make, so that two files of
// one body meet in one folder and no two bodies do.
type Batch struct{ fresh []*archive.Agency }

// Take keeps the new agency of an item that is to be filed.
func (b *Batch) Take(it *Item) {
	if it.New == nil {
		return
	}
	n := *it.New
	if b.bySlug(n.Slug) == nil {
		b.fresh = append(b.fresh, &archive.Agency{Slug: n.Slug, Dir: n.Dir, Name: n.Name, Region: n.Region, Kind: archive.Kind(n.Kind), Aliases: n.Aliases})
	}
}

func (b *Batch) bySlug(slug string) *archive.Agency {
	if b == nil {
		return nil
	}
	for _, g := range b.fresh {
		if g.Slug == slug {
			return g
		}
	}
	return nil
}

// again is the new agency that was kept as g.
func again(g *archive.Agency) NewAgency {
	return NewAgency{Slug: g.Slug, Dir: g.Dir, Name: g.Name, Region: g.Region, Kind: string(g.Kind), Aliases: g.Aliases}
}

// slugFor makes a folder name of region and function, 410403-justice, or else of
// region and name, 321322-miaotouzhen. The same body gets the same one in every
// archive, but where another body has it: then it is numbered. "" where the region
// is not known.
func slugFor(n NewAgency, taken func(string) bool) string {
	if n.Region == "" {
		return ""
	}
	if f := functionOf(n); f != "" && !taken(n.Region+"-"+f) {
		return n.Region + "-" + f
	}
	stem := spelled(n)
	if stem == "" {
		return ""
	}
	s := n.Region + "-" + stem
	for i := 2; taken(s) || !slug.Is(s); i++ {
		s = fmt.Sprintf("%s-%s-%d", n.Region, stem, i)
	}
	return s
}

// functionOf is the part of a slug that tells the function of the body which has it
// by itself: 沭阳县公安局 and not its 交警大队, 城市管理局 and not 综合行政执法局.
func functionOf(n NewAgency) string {
	kind := archive.Kind(n.Kind)
	if kind == "" {
		kind = archive.KindOf(n.Name)
	}
	switch kind {
	case archive.Government:
		return "government"
	case archive.Department, archive.Vertical:
		f := config.FunctionByName(n.Name)
		if f == "" || f == "general" || f == "other" || !whole.MatchString(n.Name) || part.MatchString(lead.ReplaceAllString(n.Name, "")) {
			return ""
		}
		return f
	}
	return ""
}

var (
	whole = regexp.MustCompile(`(?:局|委|委员会|厅|办公室|政府办|部|署|海关)$`)
	// part are bodies within another, and those whose words stand for a function that
	// another body has by itself.
	part = regexp.MustCompile(`分局|支局|派出|局.{1,12}局$|公积金|住房保障|综合执法|综合行政执法|政务服务|药品监督|知识产权|乡村振兴|畜牧|投资促进|招商|文物|疾病预防|中医药|地震|教科|港澳|渔业|国土|园林|绿化`)
	// lead is what names of vertical bodies begin with.
	lead = regexp.MustCompile(`^(?:国家税务总局|中华人民共和国|国家统计局|国家)`)
)

// most is how many letters a name gets in a slug.
const most = 60

// spelled is a name without its region, in letters.
func spelled(n NewAgency) string {
	rest := lead.ReplaceAllString(n.Name, "")
	for _, r := range region.Path(n.Region) {
		rest = strings.TrimPrefix(rest, r.Name)
	}
	if r, ok := region.Lookup(n.Region); ok && rest == n.Name {
		rest = strings.TrimPrefix(rest, region.Stem(r.Name))
	}
	for _, end := range []string{"人民政府", "办事处", "管理委员会", "管委会"} {
		if stem, ok := strings.CutSuffix(rest, end); ok && stem != "" {
			rest = stem
			break
		}
	}
	out := ""
	for _, s := range pinyin.Syllables(rest) {
		if len(out)+len(s) > most {
			break
		}
		out += s
	}
	return out
}

// propose completes a new agency as far as its name tells; guessed says that the
// region is read off a name that does not name it in full.
func propose(a *archive.Archive, b *Batch, n NewAgency) (_ NewAgency, guessed bool) {
	if n.Region == "" {
		n.Region = region.OfName(n.Name)
	}
	if n.Region == "" && archive.KindOf(n.Name) == archive.Zone {
		n.Region = region.Guess(n.Name)
		guessed = n.Region != ""
	}
	if n.Slug == "" && n.Name != "" {
		n.Slug = slugFor(n, func(s string) bool { return a.Agency(s) != nil || b.bySlug(s) != nil })
	}
	n.Dir = path.Join(beside(a, n.Region), n.Slug)
	return n, guessed
}

// listed is the unit of a list that a file is of, nil if none; the note says what
// wants a look.
func (t Told) listed(file string, r *report.Report) (*roster.Unit, string) {
	if len(t.Roster) == 0 {
		return nil, ""
	}
	d := roster.Draft{Path: file}
	if r != nil {
		d.Agency, d.Title = r.Agency.Text, r.Title.Text
	}
	p := roster.Match(t.Roster, []roster.Draft{d})[0]
	if p.Unit < 0 {
		return nil, p.Note
	}
	return &t.Roster[p.Unit], p.Note
}

// of is a unit as an agency that is new.
func (n NewAgency) of(u *roster.Unit) NewAgency {
	n.Slug, n.Name, n.Region = or(n.Slug, u.Slug), or(n.Name, u.Name), or(n.Region, u.Region)
	if u.Kind != archive.KindOf(u.Name) {
		n.Kind = or(n.Kind, string(u.Kind))
	}
	n.Aliases = u.Aliases
	return n
}
