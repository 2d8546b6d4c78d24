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
	"ogi/generator/inbox"
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
// the archive's root.
func Understand(fsys fs.FS, a *archive.Archive, f inbox.File, t Told) *Item {
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
	it.agency(a)
	it.year()
	if it.Report != nil && it.Role == "main" && !reads(it.Report) {
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

// reads tells a report from other papers.
func reads(r *report.Report) bool {
	if r.Section(1) != nil || strings.Contains(r.Title.Text, "信息公开") {
		return true
	}
	return tables(r)
}

func tables(r *report.Report) bool {
	return r.Tables[0].Found || r.Tables[1].Found || r.Tables[2].Found
}

// agency tells whose report it is.
func (it *Item) agency(a *archive.Archive) {
	t := it.Told
	found, exact := known(a, it.Report)
	if t.Agency != "" {
		if !slug.Is(t.Agency) {
			it.doubt("agency", fmt.Sprintf("%q cannot be part of a web address", t.Agency), "--agency with lower-case letters a–z, digits and hyphens, as weidong-sfj")
			return
		}
		if it.Agency = a.Agency(t.Agency); it.Agency != nil {
			if exact && found != it.Agency {
				it.note("the report names its author %s, which is %s in this archive", found.Name, found.Slug)
			} else if found == nil && it.Report != nil && it.Report.Agency.Text != "" {
				it.note("the report names its author %s", it.Report.Agency.Text)
			}
			return
		}
		if exact && t.Name == "" {
			it.doubt("agency", fmt.Sprintf("the archive has no agency %q; the report names its author %s, which is %s there", t.Agency, found.Name, found.Slug),
				"--agency "+found.Slug+", or leave --agency out; --name if it is another body all the same")
			return
		}
	} else if found != nil {
		it.Agency = found
		if !exact {
			it.note("the report names its author %s: taken for %s", it.Report.Agency.Text, found.Name)
		}
		return
	}
	n := propose(a, t, it.Report)
	it.New = &n
	switch {
	case n.Name == "" && t.Agency == "":
		it.doubt("agency", "the file does not tell whose report it is", "--agency SLUG of one in the archive, or with --name and --region of a new one")
		return
	case n.Name == "":
		it.doubt("name", fmt.Sprintf("the archive has no agency %q, and the file does not tell its name", t.Agency), "--name with its full name"+meant(a, t.Agency))
	}
	if n.Region == "" {
		it.doubt("region", "the name "+n.Name+" does not tell in which division it is", "--region with six digits of GB/T 2260, as 410403")
	} else if _, ok := region.Lookup(n.Region); !ok {
		it.doubt("region", fmt.Sprintf("the region code %q is not in the table of divisions", n.Region), "--region with six digits of GB/T 2260, as 410403")
	}
	if n.Slug == "" {
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
