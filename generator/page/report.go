package page

import (
	"net/url"
	"strconv"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Report is the page of one report, its source view inside.
type Report struct {
	Base
	Agency    Link
	Year      Link
	Heading   string // the title as published, else made of agency and year
	Top       Anchor // of the heading
	Untitled  bool   // the file has no title line
	State     State
	Families  []Family
	Withdrawn string // the reason; then nothing below is set
	Unread    bool   // no program can read the file: there is nothing but the file itself
	Copy      *Copy  // set where this is not the version that is judged
	Abridged  bool
	Withheld  bool // neither the file nor its source view is shown for now
	Facts     []Fact
	Origin    Origin
	Summary   tongue.Text
	Cite      string
	Code      *BadgeCode
	Earlier   *Link
	Later     *Link

	Findings []Group  // discrepancies and hints
	Printed  bool     // the file was converted, and still something in it does not hold
	Causes   []*Cause // cells that would explain several findings
	Gaps     []Gap    // what could not be checked, a line for each reason
	Guards   []Group  // about our reading and filing
	Checks   []Checks
	Stale    []Note // replies to what is no longer found

	Jumps    []Link // places on this page
	Parts    []Part
	Loose    []Table // tables without a section of their own
	Readings []string
	Residue  []Place
	Lines    []Line
	Lean     bool        // of the lines there are only those that findings rest on
	Counting tongue.Text // what the numbers of the lines count
	Cut      int         // lines of the file that are too many to show
}

// A Fact is one line of what is known about a report.
type Fact struct {
	Name  tongue.Text
	Value tongue.Text
	Quote string // the words it rests on
	Href  string
}

// An Origin says where the file came from.
type Origin struct {
	URL      string // as given; shown as a link only where Web is set
	Web      bool
	Captured string
	SHA256   string
	Path     string
	Original string // page-relative address of the file itself
	Size     int64
	Others   []OtherFile // further files of the same year
	// Unsearched says that the file is not offered since no program can look into
	// it; Pictures that it is, and has pictures into which none looked; Wrapped
	// that it lies in a zip, since it is a page that could run something; Acting
	// that it is not offered since it would run something.
	Unsearched, Pictures, Wrapped, Acting bool
	Lean                                  bool // no file is offered: the site is a lean one
}

// An OtherFile is a file of the year that is not the main one.
type OtherFile struct {
	Role       tongue.Text
	Path       string
	Href       string // "" where it is withheld
	Unsearched bool   // as in Origin
	Acting     bool
	Lean       bool
	Page       string // of its own
}

var roles = map[string]tongue.Text{
	"attachment": tongue.Of("附件", "attachment"),
	"earlier":    tongue.Of("较早的版本", "earlier version"),
	"corrected":  tongue.Of("更正后的版本", "corrected version"),
	"main":       tongue.Of("首次公布的版本", "version first published"),
}

// A view is one report on its way to a page.
type view struct {
	*site
	base    Base
	entry   *archive.Entry
	report  *report.Report
	anchors *anchors
	byKey   map[form.Key][]Mark
	byLine  map[int][]Mark
	rests   map[form.Key]bool // cells that findings rest on
	count   int               // findings numbered so far
	drawn   bool              // some chart has something to draw
}

func (s *site) report(b Base, e *archive.Entry) *Report {
	a := e.Agency
	p := &Report{Agency: Link{tongue.ZH(a.Name), b.to(agencyPath(a))}}
	year := strconv.Itoa(e.Year)
	p.Year = Link{tongue.Of(year+"年", year), b.to(yearPath(e.Year))}
	own := s.brief(&BodyBrief{Agency: a}, e, s.judgement(e))
	b.rests(own)
	b.Abstract = a.Name + year + "年政府信息公开工作年度报告"
	b.at(tongue.Of(a.Name+" "+year+"年", a.Name+" "+year), Crumb{tongue.Of("机关", "Agencies"), b.to("agencies/")}, p.Agency)
	b.Crumbs[len(b.Crumbs)-1].Text = tongue.Of(year+"年", year)
	p.Heading = b.Abstract
	p.State, p.Abridged = s.held(own), e.Abridged()
	p.Origin = origin(e)
	if e.Meta.Withdrawn == "" {
		p.Origin.files(&b, e, s.Withheld, s.Archive.Site.Lean())
		if p.Withheld = s.Withheld[e.Path] == HeldPersonal; p.Withheld {
			p.Origin.SHA256 = "" // who knows all but the number could find the number by it
		}
	}
	p.Earlier, p.Later = s.neighbours(b, e)
	if e.Meta.Withdrawn == "" && s.badgeLevel() >= reportBadges {
		code := s.badgeCode(&b, s.badgeOf(own), reportPath(e), reportPath(e))
		p.Code = &code
	}
	if e.Report == nil {
		p.Withdrawn, p.Unread = e.Meta.Withdrawn, e.Unread()
		if p.Unread {
			p.Cite = s.cite(&b, p, e)
		}
		p.Base = b
		return p
	}
	lines := shown(e.Report.View)
	if p.Withheld {
		lines = nil
	}
	v := &view{site: s, base: b, entry: e, report: e.Report, byKey: map[form.Key][]Mark{}, byLine: map[int][]Mark{}, rests: map[form.Key]bool{}}
	v.anchors = newAnchors(lines, e.Report.Marks)
	v.anchors.lean = s.Archive.Site.Lean()
	if t := e.Report.Title; t.Text != "" {
		p.Heading = t.Text
	} else {
		p.Untitled = true
	}
	p.Families = s.families(check.FamilyStates(s.judgement(e)))
	p.Facts = v.facts()
	v.findings(p)
	p.Printed = e.Fidelity() == report.Converted && len(p.Findings) > 0 && p.Findings[0].State.Key == string(check.Discrepant)
	p.Summary = v.summary()
	b.Abstract = p.Summary.ZH
	p.Top = v.anchor(p.Heading, e.Report.Title.Pos)
	v.parts(p)
	p.Cite = s.cite(&b, p, e)
	p.Readings = e.Report.Readings
	for _, t := range e.Report.Leftover {
		p.Residue = append(p.Residue, v.place(t.Text, t.Pos))
	}
	if !p.Withheld {
		p.Counting, p.Lean = v.anchors.counting.Said(), v.anchors.lean
		p.Lines, p.Cut = v.anchors.lines(lines, v.byLine, e.Report.Form), len(e.Report.View)-len(lines)
	}
	p.Jumps = v.jumps(p)
	b.Scripts, b.Kinds = v.drawn, v.drawn
	p.Base = b
	return p
}

func origin(e *archive.Entry) Origin {
	o := Origin{URL: e.Meta.Source, Captured: e.Meta.Captured, SHA256: e.SHA256, Path: personal.Path(e.Path), Size: e.Size}
	if o.URL == "" && e.Report != nil {
		o.URL = e.Report.Source
	}
	o.Web = web(o.URL)
	return o
}

// files adds the addresses of the files themselves, as far as they are offered.
func (o *Origin) files(b *Base, e *archive.Entry, withheld map[string]Held, lean bool) {
	for i, f := range e.Files {
		address := b.Root + f.Original()
		if withheld[f.Path] != Offered || lean {
			address = ""
		}
		switch {
		case f.SHA256 == "":
		case i == 0:
			o.Original, o.Unsearched = address, withheld[f.Path] == HeldUnsearched
			o.Acting = withheld[f.Path] == HeldActing
			o.Lean = lean && withheld[f.Path] == Offered
			o.Wrapped = address != "" && f.Wrapped()
			o.Pictures = address != "" && f.Pictures && f.Meta.Searched == ""
		default:
			o.Others = append(o.Others, OtherFile{roles[f.Role], personal.Path(f.Path), address, withheld[f.Path] == HeldUnsearched, withheld[f.Path] == HeldActing, lean && withheld[f.Path] == Offered, b.to(versionPath(e, i))})
		}
	}
}

// web reports whether an address is one of the web and may be a link.
func web(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// cite is how to name the report elsewhere: body, title, date and address.
func (s *site) cite(b *Base, p *Report, e *archive.Entry) string {
	c := e.Agency.Name + "：《" + p.Heading + "》"
	if d := released(e); len(d) > 4 {
		c += "，" + d
	}
	if p.Origin.URL != "" {
		c += "，" + p.Origin.URL
	}
	c += "。收录于" + s.Archive.Site.Title
	if b.Canonical != "" {
		c += "，" + b.Canonical
	}
	if p.Origin.SHA256 != "" {
		c += "，SHA-256 " + p.Origin.SHA256
	}
	return c + "。"
}

// jumps are the places on a report's page that readers look for.
func (v *view) jumps(p *Report) []Link {
	ls := []Link{{tongue.Of("核对发现", "Findings"), "#findings"}}
	for _, t := range []form.Table{form.Two, form.Three, form.Four} {
		if v.report.Form != nil && len(v.report.Form.Defs) > 0 && v.report.Table(t).Found {
			ls = append(ls, Link{short[t], "#table-" + captions[t].kind})
		}
	}
	if v.report.ByHand || p.Lean && len(p.Lines)+len(p.Residue) == 0 {
		return ls // there are no lines
	}
	return append(ls, Link{tongue.Of("原文", "Source"), "#source"})
}

var short = map[form.Table]tongue.Text{
	form.Two: tongue.Of("表二", "Table two"), form.Three: tongue.Of("表三", "Table three"), form.Four: tongue.Of("表四", "Table four"),
}

// neighbours are the reports of the same agency held before and after e.
func (s *site) neighbours(b Base, e *archive.Entry) (earlier, later *Link) {
	for _, o := range e.Agency.Reports {
		year := strconv.Itoa(o.Year)
		l := &Link{tongue.Of(year+"年", year), b.to(reportPath(o))}
		if o.Year < e.Year {
			earlier = l
		}
		if o.Year > e.Year && later == nil {
			later = l
		}
	}
	return earlier, later
}

func (v *view) facts() []Fact {
	e, r := v.entry, v.report
	var fs []Fact
	add := func(name tongue.Text, value tongue.Text, t report.Text) {
		if value.ZH != "" {
			fs = append(fs, Fact{name, value, t.Text, v.anchors.href(t.Pos)})
		}
	}
	published, from := e.Meta.Published, report.Text{}
	if published == "" {
		published, from = day(r.Published), report.Text{Pos: r.Published.Pos}
	}
	if published == "" {
		add(tongue.Of("发布日期", "Published"), tongue.Of("未知", "unknown"), from)
	}
	add(tongue.Of("发布日期", "Published"), tongue.ZH(published), from)
	if d := day(r.Signed); d != "" {
		add(tongue.Of("落款日期", "Signed"), tongue.ZH(d), report.Text{Text: r.Signed.Text, Pos: r.Signed.Pos})
	}
	add(tongue.Of("统计口径", "Scope"), scopes[e.Scope()], r.ScopeWords)
	add(tongue.Of("表格格式", "Form"), formName(r.Form), report.Text{})
	add(tongue.Of("文件", "File"), fidelity(e.Fidelity()), report.Text{})
	if r.ByHand {
		add(tongue.Of("读取", "Read"), tongue.Of("程序不能读取，表中数字由人录入", "by people: no program can read the file"), report.Text{})
		return fs
	}
	add(tongue.Of("已读出", "Read"), read(r.Coverage), report.Text{})
	return fs
}

var scopes = map[report.Scope]tongue.Text{
	report.ScopeOwn:     tongue.Of("本机关（本级）", "this body alone"),
	report.ScopeArea:    tongue.Of("本地区（含所属部门和下级）", "the whole area"),
	report.ScopeUnclear: tongue.Of("未写明", "not stated"),
}

func formName(f *form.Form) tongue.Text {
	switch {
	case f == nil || f.Version == "free":
		return tongue.Of("自由格式（无统一表格）", "free form, no statutory tables")
	case f.OneRow && f.Version == "2021":
		return tongue.Of("2021年格式，“其他处理”为一行", "2021 form, “otherwise handled” as one row")
	}
	return tongue.Of(f.Version+"年格式", f.Version+" form")
}

func fidelity(f report.Fidelity) tongue.Text {
	if f == report.Original {
		return tongue.Of("原始文件", "as published")
	}
	return tongue.Of("经过格式转换的文本", "text that went through a converter")
}

// percent shows a share without rounding an incomplete one up to 100 %.
func percent(x float64) string {
	n := int(x*1000 + 0.5)
	if n >= 1000 && x < 1 {
		n = 999
	}
	s := strconv.Itoa(n / 10)
	if n%10 != 0 {
		s += "." + strconv.Itoa(n%10)
	}
	return s + "%"
}

func (v *view) cell(i int) Cell {
	d := v.report.Form.Defs[i]
	var c report.Cell
	if i < len(v.report.Cells) {
		c = v.report.Cells[i]
	}
	out := cell(d.Number, c)
	out.Marks = v.byKey[d.Key]
	if v.rests[d.Key] {
		out.Key = d.Key
	}
	if v.anchors.lean {
		return out // its line is on the page only where a finding is
	}
	if line, ok := v.anchors.marked[i]; ok {
		out.Href = "#" + v.anchors.ids[line]
	} else if c.State != report.Missing {
		out.Href = v.anchors.href(c.Pos)
	}
	return out
}

// rest notes that a finding rests on a cell, which keeps the anchor that names its
// key: findings are what others link to. It gives the address of the cell.
func (v *view) rest(key form.Key) string {
	v.rests[key] = true
	return cellHref(v.report.Form, key)
}

// cellHref leads to a cell that the form of a report has, on the page of that
// report.
func cellHref(f *form.Form, key form.Key) string {
	return "#c" + strconv.Itoa(f.Defs[f.Index(key)].Number)
}

// checks are what was checked, a line a family.
func (v *view) checks(j *check.Judgement) []Checks {
	var out []Checks
	for _, f := range check.Families {
		c := Checks{Name: f.Name(), Rules: v.base.to("rules/") + "#" + string(f)}
		rules := 0
		for _, vd := range j.Verdicts {
			if vd.Rule.Family != f {
				continue
			}
			rules++
			switch vd.Status {
			case check.NA:
				c.NA++
			case check.Pass:
				c.Passed++
				c.Held += max(1, vd.Counts.Of(check.Pass))
			case check.Hint:
				c.Others[0]++
			case check.Unknown:
				c.Others[1]++
			case check.Fail:
				c.Others[2]++
			}
			if vd.Note != "" {
				c.Notes = append(c.Notes, Answer{v.ruleLink(vd.Rule, vd.Status), vd.Note})
			}
		}
		if rules > 0 {
			out = append(out, c)
		}
	}
	return out
}

// read is how much of the text was understood.
func read(coverage float64) tongue.Text {
	if p := percent(coverage); p != "100%" {
		return tongue.Of(p+"的文字", p+" of the text was understood")
	}
	return tongue.Of("文字全部读懂", "all of the text was understood")
}
