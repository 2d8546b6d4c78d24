package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/filing"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/intake"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/source"
	"ogi/generator/transcribe"
)

// Transcribe gives the file that a person is to read: a file, or AGENCY/YEAR of
// the archive dir. formName says on which form it is printed, "" to go by the
// file or by its year.
func Transcribe(dir, arg, formName string) (transcribe.Subject, error) {
	if st, err := os.Stat(arg); err == nil && st.Mode().IsRegular() {
		root, in := enclosing(arg, false)
		if root == "" {
			return loose(arg, formName)
		}
		f, err := Open(root)
		if err != nil {
			return transcribe.Subject{}, err
		}
		defer f.Close()
		return f.subject(in, formName)
	}
	slug, y, ok := strings.Cut(arg, "/")
	year, err := strconv.Atoi(y)
	if !ok || err != nil {
		return transcribe.Subject{}, fmt.Errorf("%s: neither a file nor AGENCY/YEAR, as weidong-sfj/2025", arg)
	}
	f, err := Open(dir)
	if err != nil {
		return transcribe.Subject{}, err
	}
	defer f.Close()
	a, _ := f.Load(nil)
	g := a.Agency(slug)
	if g == nil {
		var slugs []string
		for _, g := range a.Agencies {
			slugs = append(slugs, g.Slug)
		}
		err := fmt.Errorf("%s: no agency %q in this archive", arg, slug)
		if near := config.Nearest(slug, slugs); near != "" {
			err = fmt.Errorf("%w (did you mean %q?)", err, near)
		}
		return transcribe.Subject{}, err
	}
	h := intake.Holding(f.FS(), g.Dir, year)
	if h == nil || h.Newest() == "" {
		return transcribe.Subject{}, fmt.Errorf("%s: the archive has no report of %d by %s; put it there with ogi add", arg, year, g.Name)
	}
	return f.subject(path.Join(g.Dir, h.Newest()), formName)
}

// subject is a file of the archive as something to read.
func (f *Folder) subject(name, formName string) (transcribe.Subject, error) {
	b, err := fs.ReadFile(f.FS(), name)
	if err != nil {
		return transcribe.Subject{}, disk.At(name, err)
	}
	dir, year := f.place(name)
	if year == 0 {
		return transcribe.Subject{}, fmt.Errorf("%s: its place does not tell a report year", name)
	}
	c, _ := config.ReadAgency(dir+"/agency.toml", f.read(dir+"/agency.toml"))
	s := transcribe.Subject{Agency: c.Name, Slug: path.Base(dir), Year: year, Path: name, SHA256: inbox.File{Bytes: b}.SHA256()}
	s.Report, _ = archive.Decode(name, b)
	s.Form = formOf(formName, s.Report, year)
	return maskedSubject(s), nil
}

// loose is a file outside any archive.
func loose(name, formName string) (transcribe.Subject, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return transcribe.Subject{}, disk.At(name, err)
	}
	if k := source.KindOf(name, b); k == source.Zip || k == source.Unknown {
		return transcribe.Subject{}, fmt.Errorf("%s: no report is of this kind of file", name)
	}
	s := transcribe.Subject{Path: filepath.Base(name), SHA256: inbox.File{Bytes: b}.SHA256()}
	s.Report, _ = archive.Decode(s.Path, b)
	if s.Report != nil {
		s.Agency, s.Year = s.Report.Agency.Text, s.Report.Year
	}
	if m := yearInName.FindString(s.Path); s.Year == 0 && m != "" {
		s.Year, _ = strconv.Atoi(m)
	}
	s.Form = formOf(formName, s.Report, s.Year)
	return maskedSubject(s), nil
}

// maskedSubject is what a template may show. A file whose path is masked is found
// again by its bytes.
func maskedSubject(s transcribe.Subject) transcribe.Subject {
	s.Agency, s.Slug, s.Path = personal.Mask(s.Agency), personal.Mask(s.Slug), personal.Path(s.Path)
	s.Report = personal.Masked(s.Report)
	return s
}

// formOf is the form of what is to be read: as told, as the headers that a
// program could read tell, or the one in force in that year.
func formOf(name string, r *report.Report, year int) *form.Form {
	if name == "" && r != nil && len(r.Form.Defs) > 0 && (r.Tables[0].Found || r.Tables[1].Found || r.Tables[2].Found) {
		return r.Form
	}
	if name == "" && year == 0 {
		return form.F2021
	}
	return archive.FormOf(name, year)
}

func (f *Folder) read(name string) []byte {
	b, _ := fs.ReadFile(f.FS(), name)
	return b
}

var yearOfPlace = regexp.MustCompile(`^(?:captures/)?(\d{4})[./]`)

// place is the agency's folder above a file, and the year its place tells.
func (f *Folder) place(name string) (dir string, year int) {
	for dir = path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, err := fs.Stat(f.FS(), dir+"/agency.toml"); err == nil {
			if m := yearOfPlace.FindStringSubmatch(strings.TrimPrefix(name, dir+"/")); m != nil {
				year, _ = strconv.Atoi(m[1])
			}
			return dir, year
		}
	}
	return "", 0
}

// A Transcript is a filled template read back.
type Transcript struct {
	Filled *transcribe.Filled
	Merged transcribe.Merged
	File   string // the report, a slash path from the archive's root
	To     string // the <year>.cells.toml
	Said   []diag.Diagnostic
	Doubts []check.Finding // sums that do not hold with these readings
	Named  string          // slug/year
	Form   *form.Form
}

// ReadBack reads a filled template against the archive. Nothing is written.
func (f *Folder) ReadBack(b []byte, by, reviewed string) (*Transcript, error) {
	if len(b) > archive.MaxReport {
		return nil, fmt.Errorf("%d MB, larger than any spreadsheet of ogi transcribe", len(b)>>20)
	}
	filled, err := transcribe.Read(b)
	if err != nil {
		return nil, err
	}
	t := &Transcript{Filled: filled}
	raw, err := f.bytesOf(filled)
	if err != nil {
		return nil, err
	}
	t.File = filled.Path
	dir, year := f.place(t.File)
	t.Named = fmt.Sprintf("%s/%d", path.Base(dir), year)
	t.To = fmt.Sprintf("%s/%d.cells.toml", dir, year)
	var old config.Cells
	if text := f.read(t.To); text != nil {
		var ds []diag.Diagnostic
		old, ds = config.ReadCells(t.To, text)
		if len(ds) > 0 {
			return nil, fmt.Errorf("%s; mend it before more is read into it", ds[0])
		}
		if old.SHA256 != filled.SHA256 {
			return nil, fmt.Errorf("%s holds readings of other bytes than this template is of; move it away first if those are gone for good", t.To)
		}
	}
	t.Merged = transcribe.Merge(old, filled, by, reviewed)
	f.judge(t, raw, dir, year)
	return t, nil
}

// judge tells what the readings mean for the report.
func (f *Folder) judge(t *Transcript, raw []byte, dir string, year int) {
	r, _ := archive.Decode(t.File, raw)
	if r == nil {
		r = archive.Unread(t.File, archive.FormOf(t.Filled.Form, year))
	}
	t.Said = archive.Mend(r, t.Merged.Cells, t.To)
	t.Form = r.Form
	g := &archive.Agency{Slug: path.Base(dir), Dir: dir}
	e := &archive.Entry{Agency: g, Year: year, Path: t.File, Report: r}
	g.Reports = []*archive.Entry{e}
	j, _ := one(check.Ready(nil, rules(), true), e)
	for _, x := range j.Findings {
		whole := x.Rule.Family == check.CrossFooting && len(x.Operands) > 0
		for _, o := range x.Operands {
			c := r.Cell(o.Key)
			whole = whole && (c.State == report.Number || c.State == report.Blank || c.State == report.Dash)
		}
		if whole && (x.Status == check.Fail || x.Status == check.Unknown) {
			t.Doubts = append(t.Doubts, x)
		}
	}
}

// Record writes the readings.
func (f *Folder) Record(t *Transcript) error {
	return f.File([]filing.Change{{Path: t.To, Bytes: t.Merged.Cells.Text()}})
}

// bytesOf finds the file that a template is of: at its path, else by its bytes,
// as a template may have been made before the file was added.
func (f *Folder) bytesOf(t *transcribe.Filled) ([]byte, error) {
	if fs.ValidPath(t.Path) && strings.HasPrefix(t.Path, "content/") {
		b, err := fs.ReadFile(f.FS(), t.Path)
		if err == nil && (inbox.File{Bytes: b}).SHA256() == t.SHA256 {
			return b, nil
		}
		if err == nil {
			return nil, fmt.Errorf("%s has changed since the template was made, so the readings are not used; make a new one with ogi transcribe", t.Path)
		}
	}
	var found []byte
	errFound := errors.New("found")
	err := fs.WalkDir(f.FS(), "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || strings.HasSuffix(p, ".toml") {
			return nil
		}
		if st, err := d.Info(); err != nil || st.Size() > archive.MaxReport {
			return nil
		}
		b := f.read(p)
		if _, year := f.place(p); year != 0 && (inbox.File{Bytes: b}).SHA256() == t.SHA256 {
			found, t.Path = b, p
			return errFound
		}
		return nil
	})
	if errors.Is(err, errFound) {
		return found, nil
	}
	return nil, fmt.Errorf("the archive does not have the file that this template is of (%s); put it there with ogi add", t.Path)
}
