package desk

import (
	"fmt"
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
	Notes  []string // understood, but worth a look
}

// A Doubt keeps a file from being filed until a flag settles it. Without a
// flag it cannot be settled here.
type Doubt struct {
	Flag    string // "agency"; "" if none settles it
	Message string
	Remedy  string
}

// Held is what an archive has of one agency's year.
type Held struct {
	Dir   string
	Main  string // file name relative to Dir, "" if none is the report itself
	Files []config.File
	TOML  []byte
	Meta  config.Year
	Odd   string // why it cannot be added to
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
		it.doubt("", "no report is of this kind of file", "unpack it, or save it as .docx, .pdf or .html")
		return it
	}
	it.Report, it.Found = archive.Decode(f.Name, f.Bytes)
	if it.Report == nil && it.Kind.IsText() {
		for _, d := range it.Found {
			it.doubt("", d.Message, d.Remedy)
		}
		return it
	}
	it.agency(a, of)
	it.year()
	if it.Report != nil && it.Role == "main" && !archive.Resembles(it.Report) {
		it.doubt("role", "this does not read like an annual report: no statutory table, no section and no title of one was found",
			"--role main adds it all the same, --role attachment beside the report of the year")
		if t.Role == "main" {
			it.Doubts = it.Doubts[:len(it.Doubts)-1]
		}
	}
	if it.Report != nil && it.Role == "main" && it.Year >= 2019 && !tables(it.Report) {
		it.note("no statutory table was found; if they are pictures, read them by eye with ogi transcribe once this is filed")
	}
	if it.Report == nil {
		it.note("no program can read this file; read it by eye with ogi transcribe once it is filed")
	}
	if it.settled("agency") && it.settled("year") {
		it.held(fsys, a)
	}
	return it
}

func (it *Item) doubt(flag, message, remedy string) {
	it.Doubts = append(it.Doubts, Doubt{flag, message, remedy})
}

func (it *Item) note(format string, args ...any) {
	it.Notes = append(it.Notes, fmt.Sprintf(format, args...))
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
		it.note("the list of units: %s", note)
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
			it.note("taken for %s by the name of the file", found.Name)
		case !exact:
			it.note("the report names its author %s: taken for %s", it.author(unit), found.Name)
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
		it.doubt("agency", fmt.Sprintf("%q cannot be part of a web address", t.Agency), "--agency with lower-case letters a–z, digits and hyphens, as weidong-sfj")
		return
	}
	found, exact := known(a.Agencies, it.Report)
	if it.Agency = a.Agency(t.Agency); it.Agency != nil {
		if exact && found != it.Agency {
			it.note("the report names its author %s, which is %s in this archive", found.Name, found.Slug)
		} else if found == nil && it.author(nil) != "" {
			it.note("the report names its author %s", it.author(nil))
		}
		return
	}
	if exact && t.Name == "" {
		it.doubt("agency", fmt.Sprintf("the archive has no agency %q; the report names its author %s, which is %s there", t.Agency, found.Name, found.Slug),
			"--agency "+found.Slug+", or leave --agency out; --name if it is another body all the same")
		return
	}
	n := NewAgency{Slug: t.Agency, Name: or(t.Name, it.author(nil)), Region: t.Region, Kind: t.Kind}
	if g := of.bySlug(t.Agency); g != nil {
		if same, _ := bearing([]*archive.Agency{g}, form.Norm(n.Name), ""); same == nil && n.Name != "" {
			it.doubt("agency", fmt.Sprintf("%q is the folder of %s, and this is by %s", t.Agency, g.Name, n.Name), "leave --agency out, or add it alone with another")
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
		it.doubt("agency", "the file does not tell whose report it is", "--agency SLUG of one in the archive, or --name with its full name")
		return
	case n.Name == "":
		it.doubt("name", fmt.Sprintf("the archive has no agency %q, and the file does not tell its name", n.Slug), "--name with its full name"+meant(a, n.Slug))
	}
	if guessed {
		it.note("%s is taken to lie in %s (%s)", n.Name, region.FullName(n.Region), n.Region)
	}
	if n.Region == "" {
		it.doubt("region", "the name "+n.Name+" does not tell in which division it is", "--region with the code or the name of the division, as 410403 or 卫东区; ogi region looks it up")
	} else if _, ok := region.Lookup(n.Region); !ok {
		it.doubt("region", fmt.Sprintf("the region code %q is not in the table of divisions", n.Region), "--region with six digits of GB/T 2260, as 410403; ogi region looks it up")
	} else if n.Slug == "" && n.Name != "" {
		it.doubt("agency", n.Name+" is new, and no web address can be made of its name", "--agency SLUG with lower-case letters a–z, digits and hyphens, as weidong-sfj")
	}
}

func meant(a *archive.Archive, slug string) string {
	var slugs []string
	for _, g := range a.Agencies {
		slugs = append(slugs, g.Slug)
	}
	if near := config.Nearest(slug, slugs); near != "" {
		return fmt.Sprintf(" (or did you mean %q?)", near)
	}
	return ""
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
			it.note("the report speaks of %d", own)
		}
	case own != 0:
		if it.Year = own; named != 0 && named != own && named != own+1 {
			it.note("the file is named %d, the report speaks of %d", named, own)
		}
	case named != 0:
		it.Year = named
		it.note("the year %d is taken from the file name", named)
	}
	if it.Year < archive.FirstYear || it.Year > archive.LastYear {
		it.doubt("year", "the file does not tell its report year", "--year, as 2025: the year it reports on, not the one it came out in")
		if it.Year != 0 {
			it.Doubts[len(it.Doubts)-1].Message = fmt.Sprintf("%d is no report year", it.Year)
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
				it.note("the archive holds the very same bytes as %s", f.Path)
			}
		}
	}
	year := strconv.Itoa(it.Year)
	switch h := it.Held; {
	case h == nil && it.Role != "main":
		it.doubt("role", "the archive holds no report of "+year+" by "+it.Name()+" that this could belong to", "add the report itself first, or leave --role out")
	case h == nil:
	case h.Odd != "":
		it.doubt("", h.Odd, "put the files of "+year+" in order first: ogi build says what is wrong")
	case it.Role == "main" && h.Main != "" && !it.Told.Replace:
		it.doubt("replace", path.Join(h.Dir, h.Main)+" is there already, with other bytes",
			"--replace keeps it as an earlier version; --role corrected or --role attachment adds this one beside it")
	case it.Role != "main" && it.Told.Replace:
		it.doubt("role", "--replace is for the report itself, not for "+it.Role, "leave --replace or --role out")
	}
}
