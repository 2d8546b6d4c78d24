package desk

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/office/roster"
	"ogi/generator/region"
	"ogi/generator/report"
	"ogi/generator/slug"
	"ogi/generator/source"
	"ogi/generator/tongue"
)

// An Item is one file with what was understood of it.
type Item struct {
	File   inbox.File
	Told   Told
	Kind   source.Kind
	Ext    string
	Report *report.Report    // nil where no program can read the file
	Found  []diag.Diagnostic // what was doubted in reading it
	Agency *archive.Agency   // nil for one that the archive does not have
	New    *NewAgency        // set where Agency is nil
	Year   int
	Role   string // main, attachment, earlier or corrected
	Held   *Held  // what the archive holds of that year; nil if nothing
	Same   string // the file of the archive with these very bytes, "" if none
	Doubts []Doubt
	Notes  []tongue.Text // understood, but worth a look
}

// A Doubt keeps a file from being filed until a flag settles it. Without a
// flag it cannot be settled here.
type Doubt struct {
	Flag    string // "agency"; "" if none settles it
	Message tongue.Text
	Remedy  tongue.Text
	Choices []Choice // answers that are likely, none where any may be
}

// A Choice is an answer to a doubt: what the flag would be told, and what that is.
type Choice struct {
	Value string
	Words tongue.Text
}

// Held is what an archive has of one agency's year.
type Held struct {
	Dir   string
	Main  string // file name relative to Dir, "" if none is the report itself
	Files []config.File
	TOML  []byte
	Meta  config.Year
	Odd   tongue.Text // why it cannot be added to
}

// Understand reads a file and tells where in the archive it belongs. fsys is
// the archive's root, of are the agencies that the same call makes.
func Understand(fsys fs.FS, a *archive.Archive, of *Batch, f inbox.File, t Told) *Item {
	it := &Item{File: f, Told: t, Kind: source.KindOf(f.Name, f.Bytes), Role: t.Role}
	if it.Role == "" {
		it.Role = "main"
	}
	it.Ext = extension(f, it.Kind)
	if it.Kind == source.Zip || it.Kind == source.Unknown || it.Ext == "" {
		it.doubt("", tongue.Of("没有年报是这种文件", "no report is of this kind of file"), tongue.Of("请解压，或另存为 .docx、.pdf 或 .html", "unpack it, or save it as .docx, .pdf or .html"))
		return it
	}
	it.Report, it.Found = archive.Decode(f.Name, f.Bytes)
	if it.Report == nil && it.Kind.IsText() {
		for _, d := range it.Found {
			it.doubt("", tongue.ZH(d.Message), tongue.ZH(d.Remedy))
		}
		return it
	}
	it.agency(a, of)
	it.year()
	if it.Report != nil && it.Role == "main" && !archive.Resembles(it.Report) {
		it.doubt("role", tongue.Of("这不像年报：没有读到法定表格、章节或年报的标题", "this does not read like an annual report: no statutory table, no section and no title of one was found"),
			tongue.Of("--role main 照样加入，--role attachment 作为当年年报的附件", "--role main adds it all the same, --role attachment beside the report of the year"),
			Choice{"main", tongue.Of("就是年报", "it is the report all the same")}, Choice{"attachment", tongue.Of("当年年报的附件", "an attachment of that year's report")})
		if t.Role == "main" {
			it.Doubts = it.Doubts[:len(it.Doubts)-1]
		}
	}
	if it.Report != nil && it.Role == "main" && it.Year >= 2019 && !tables(it.Report) {
		it.note("没有读到法定表格；如果表格是图片，加入后可用 ogi transcribe 人工录入", "no statutory table was found; if they are pictures, read them by eye with ogi transcribe once this is filed")
	}
	if it.Report == nil {
		it.note("程序读不了这份文件；加入后可用 ogi transcribe 人工录入", "no program can read this file; read it by eye with ogi transcribe once it is filed")
	}
	if it.settled("agency") && it.settled("year") {
		it.held(fsys, a)
	}
	return it
}

func (it *Item) doubt(flag string, message, remedy tongue.Text, choices ...Choice) {
	it.Doubts = append(it.Doubts, Doubt{flag, message, remedy, choices})
}

func (it *Item) note(zh, en string, args ...any) {
	it.Notes = append(it.Notes, tongue.Sprintf(zh, en, args...))
}

func (it *Item) settled(flags ...string) bool {
	for _, d := range it.Doubts {
		for _, f := range flags {
			if d.Flag == f {
				return false
			}
		}
	}
	return true
}

func tables(r *report.Report) bool {
	return r.Tables[0].Found || r.Tables[1].Found || r.Tables[2].Found
}

// agency tells whose report it is. of are the agencies that are to be made.
func (it *Item) agency(a *archive.Archive, of *Batch) {
	t := it.Told
	if t.Agency != "" {
		it.agencyTold(a, of)
		return
	}
	n := NewAgency{Name: t.Name, Region: t.Region, Kind: t.Kind}
	unit, note := t.listed(it.File.Name, it.Report)
	if note != "" {
		it.note("名册：%s", "the list of units: %s", note)
	}
	find := func(as []*archive.Agency) (*archive.Agency, bool) {
		switch {
		case t.Name != "":
			return bearing(as, form.Norm(t.Name), "")
		case unit == nil && it.Report == nil: // a scan: its name is all there is
			g, _ := bearing(as, "", form.Norm(path.Base(it.File.Name)))
			return g, false
		case unit == nil:
			return known(as, it.Report)
		}
		for _, g := range as {
			if g.Slug == unit.Slug {
				return g, true
			}
		}
		return bearing(as, form.Norm(unit.Name), "")
	}
	found, exact := find(a.Agencies)
	if found != nil && (exact || t.Name == "") {
		it.Agency = found
		switch {
		case it.Report == nil && unit == nil:
			it.note("按文件名当作%s的", "taken for %s by the name of the file", found.Name)
		case !exact:
			it.note("文中署名为%s：当作%s", "the report names its author %s: taken for %s", it.author(unit), found.Name)
		}
		return
	}
	if of != nil {
		if found, exact = find(of.fresh); found != nil && (exact || t.Name == "") {
			n = again(found)
			it.New = &n
			return
		}
	}
	if unit != nil {
		n = n.of(unit)
	}
	if n.Name == "" {
		n.Name = it.author(nil)
	}
	it.propose(a, of, n)
}

// author is the body that the report names, or the unit it was taken for.
func (it *Item) author(unit *roster.Unit) string {
	switch {
	case it.Report != nil && strings.TrimSpace(it.Report.Agency.Text) != "":
		return strings.TrimSpace(it.Report.Agency.Text)
	case unit != nil:
		return unit.Name
	}
	return ""
}

// agencyTold takes the agency that the keeper named by its slug.
func (it *Item) agencyTold(a *archive.Archive, of *Batch) {
	t := it.Told
	if !slug.Is(t.Agency) {
		it.doubt("agency", tongue.Sprintf("%q 不能用在网址里", "%q cannot be part of a web address", t.Agency), slugWanted)
		return
	}
	found, exact := known(a.Agencies, it.Report)
	if it.Agency = a.Agency(t.Agency); it.Agency != nil {
		if exact && found != it.Agency {
			it.note("文中署名为%s，在本档案里是 %s", "the report names its author %s, which is %s in this archive", found.Name, found.Slug)
		} else if found == nil && it.author(nil) != "" {
			it.note("文中署名为%s", "the report names its author %s", it.author(nil))
		}
		return
	}
	if exact && t.Name == "" {
		it.doubt("agency", tongue.Sprintf("档案里没有机关 %q；文中署名为%s，在档案里是 %s", "the archive has no agency %q; the report names its author %s, which is %s there", t.Agency, found.Name, found.Slug),
			tongue.Sprintf("--agency %s，或不写 --agency；确是另一个机关，用 --name 写它的全称", "--agency %s, or leave --agency out; --name if it is another body all the same", found.Slug),
			Choice{found.Slug, tongue.ZH(found.Name)})
		return
	}
	n := NewAgency{Slug: t.Agency, Name: or(t.Name, it.author(nil)), Region: t.Region, Kind: t.Kind}
	if g := of.bySlug(t.Agency); g != nil {
		if same, _ := bearing([]*archive.Agency{g}, form.Norm(n.Name), ""); same == nil && n.Name != "" {
			it.doubt("agency", tongue.Sprintf("%q 是%s的文件夹，这一份是%s的", "%q is the folder of %s, and this is by %s", t.Agency, g.Name, n.Name), tongue.Of("不写 --agency，或单独加入、另取一个", "leave --agency out, or add it alone with another"))
			it.New = &n
			return
		}
		n = again(g)
		it.New = &n
		return
	}
	it.propose(a, of, n)
}

// propose proposes a new agency and doubts what its name does not tell.
func (it *Item) propose(a *archive.Archive, of *Batch, n NewAgency) {
	n, guessed := propose(a, of, n)
	it.New = &n
	switch {
	case n.Name == "" && it.Told.Agency == "":
		it.doubt("agency", tongue.Of("文件没有写明是哪个机关的", "the file does not tell whose report it is"),
			tongue.Of("--agency 写档案里某个机关的文件夹名，或 --name 写全称", "--agency SLUG of one in the archive, or --name with its full name"), few(a)...)
		return
	case n.Name == "":
		it.doubt("name", tongue.Sprintf("档案里没有机关 %q，文件也没有写明名称", "the archive has no agency %q, and the file does not tell its name", n.Slug), tongue.Of("--name 写全称", "--name with its full name").Then(meant(a, n.Slug)))
	}
	if guessed {
		it.note("当作%s在%s（%s）", "%s is taken to lie in %s (%s)", n.Name, region.FullName(n.Region), n.Region)
	}
	if n.Region == "" {
		it.doubt("region", tongue.Sprintf("从名称%s看不出在哪个区划", "the name %s does not tell in which division it is", n.Name),
			tongue.Of("--region 写区划的代码或名称，如 410403 或 卫东区；ogi region 可以查", "--region with the code or the name of the division, as 410403 or 卫东区; ogi region looks it up"), regionsOf(n.Name)...)
	} else if _, ok := region.Lookup(n.Region); !ok {
		it.doubt("region", tongue.Sprintf("区划代码表里没有 %q", "the region code %q is not in the table of divisions", n.Region), tongue.Of("--region 写 GB/T 2260 的六位数字，如 410403；ogi region 可以查", "--region with six digits of GB/T 2260, as 410403; ogi region looks it up"))
	} else if n.Slug == "" && n.Name != "" {
		it.doubt("agency", tongue.Sprintf("%s是新的，从名称起不出网址", "%s is new, and no web address can be made of its name", n.Name), slugWanted)
	}
}

var slugWanted = tongue.Of("--agency 用小写字母 a–z、数字和连字符，如 weidong-sfj", "--agency SLUG with lower-case letters a–z, digits and hyphens, as weidong-sfj")

func meant(a *archive.Archive, slug string) tongue.Text {
	var slugs []string
	for _, g := range a.Agencies {
		slugs = append(slugs, g.Slug)
	}
	if near := config.Nearest(slug, slugs); near != "" {
		return tongue.Sprintf("（是否要写 %q？）", " (or did you mean %q?)", near)
	}
	return tongue.Text{}
}

// listable is how many choices are listed: more nobody reads.
const listable = 9

// few are the agencies of a small archive.
func few(a *archive.Archive) (cs []Choice) {
	for _, g := range a.Agencies[:min(len(a.Agencies), listable+1)] {
		cs = append(cs, Choice{g.Slug, tongue.ZH(g.Name)})
	}
	if len(cs) > listable {
		return nil
	}
	return cs
}

// regionsOf are the divisions that a name may begin with, as 鼓楼区 of four cities.
func regionsOf(name string) (cs []Choice) {
	rs := []rune(name)
	for n := min(len(rs), 12); n >= 2 && cs == nil; n-- {
		for _, r := range region.Find(string(rs[:n]), nil) {
			if r.Name == string(rs[:n]) || region.Stem(r.Name) == string(rs[:n]) {
				cs = append(cs, Choice{r.Code, tongue.ZH(region.FullName(r.Code))})
			}
		}
	}
	if len(cs) > listable {
		return nil
	}
	return cs
}

var yearInName = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)`)

// year tells which year it reports on.
func (it *Item) year() {
	named := 0
	if m := yearInName.FindStringSubmatch(path.Base(it.File.Name)); m != nil {
		named, _ = strconv.Atoi(m[1])
	}
	own := 0
	if it.Report != nil {
		own = it.Report.Year
	}
	switch {
	case it.Told.Year != 0:
		if it.Year = it.Told.Year; own != 0 && own != it.Year {
			it.note("文中说的是%d年", "the report speaks of %d", own)
		}
	case own != 0:
		if it.Year = own; named != 0 && named != own && named != own+1 {
			it.note("文件名是%d，文中说的是%d年", "the file is named %d, the report speaks of %d", named, own)
		}
	case named != 0:
		it.Year = named
		it.note("年度%d取自文件名", "the year %d is taken from the file name", named)
	}
	if it.Year < archive.FirstYear || it.Year > archive.LastYear {
		it.doubt("year", tongue.Of("文件没有写明是哪一年度的", "the file does not tell its report year"), tongue.Of("--year，如 2025：报告所说的年度，不是公布的那一年", "--year, as 2025: the year it reports on, not the one it came out in"))
		if it.Year != 0 {
			it.Doubts[len(it.Doubts)-1].Message = tongue.Sprintf("%d 不是报告年度", "%d is no report year", it.Year)
		}
	}
}

// Dir is the folder of the agency.
func (it *Item) Dir() string {
	if it.Agency != nil {
		return it.Agency.Dir
	}
	return it.New.Dir
}

// Slug is that of the agency.
func (it *Item) Slug() string {
	switch {
	case it.Agency != nil:
		return it.Agency.Slug
	case it.New != nil:
		return it.New.Slug
	}
	return ""
}

// Name is that of the agency.
func (it *Item) Name() string {
	if it.Agency != nil {
		return it.Agency.Name
	}
	if it.New != nil {
		return it.New.Name
	}
	return ""
}

// held looks at what is there of the year and whether this file may join it.
func (it *Item) held(fsys fs.FS, a *archive.Archive) {
	it.Held = Holding(fsys, it.Dir(), it.Year)
	own := it.File.SHA256()
	if it.Held != nil {
		for _, f := range it.Held.Files {
			if b, err := fs.ReadFile(fsys, path.Join(it.Dir(), f.Path)); err == nil && inbox.Sum(b) == own {
				it.Same = path.Join(it.Dir(), f.Path)
				return
			}
		}
	}
	for _, e := range a.Entries() {
		for _, f := range e.Files {
			if f.SHA256 == own {
				it.note("档案里已有完全相同的文件：%s", "the archive holds the very same bytes as %s", f.Path)
			}
		}
	}
	year := strconv.Itoa(it.Year)
	switch h := it.Held; {
	case h == nil && it.Role != "main":
		it.doubt("role", tongue.Sprintf("档案里没有%[2]s%[1]s年的年报可以附上它", "the archive holds no report of %s by %s that this could belong to", year, it.Name()), tongue.Of("请先加入年报本身，或不写 --role", "add the report itself first, or leave --role out"))
	case h == nil:
	case h.Odd != (tongue.Text{}):
		it.doubt("", h.Odd, tongue.Sprintf("请先理好%s年的文件：ogi build 会说哪里不对", "put the files of %s in order first: ogi build says what is wrong", year))
	case it.Role == "main" && h.Main != "" && !it.Told.Replace:
		it.doubt("replace", tongue.Sprintf("已有 %s，内容不同", "%s is there already, with other bytes", path.Join(h.Dir, h.Main)),
			tongue.Of("--replace 用它替换，旧的留作此前版本；--role corrected 作更正稿、--role attachment 作附件加在旁边", "--replace keeps it as an earlier version; --role corrected or --role attachment adds this one beside it"),
			Choice{"replace", tongue.Of("替换，旧的留作此前版本", "replace it, the old bytes stay as an earlier version")}, Choice{"corrected", tongue.Of("机关发的更正稿", "a correction by the agency")},
			Choice{"attachment", tongue.Of("附件", "an attachment")}, Choice{"earlier", tongue.Of("更早公布的版本", "an earlier version")})
	case it.Role != "main" && it.Told.Replace:
		it.doubt("role", tongue.Sprintf("--replace 只用于年报本身，不用于 %s", "--replace is for the report itself, not for %s", it.Role), tongue.Of("请去掉 --replace 或 --role", "leave --replace or --role out"))
	}
}
