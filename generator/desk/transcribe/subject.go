package transcribe

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/desk"
	"ogi/generator/disk"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/source"
)

// Find gives the file that a person is to read: a file, or AGENCY/YEAR of
// the archive dir. formName says on which form it is printed, "" to go by the
// file or by its year.
func Find(dir, arg, formName string) (Subject, error) {
	if st, err := os.Stat(arg); err == nil && st.Mode().IsRegular() {
		root, in := generator.Enclosing(arg, false)
		if root == "" {
			return loose(arg, formName)
		}
		f, err := generator.Open(root)
		if err != nil {
			return Subject{}, err
		}
		defer f.Close()
		return subject(f.FS(), in, formName)
	}
	slug, y, ok := strings.Cut(arg, "/")
	year, err := strconv.Atoi(y)
	if !ok || err != nil {
		return Subject{}, fmt.Errorf("%s: neither a file nor AGENCY/YEAR, as weidong-sfj/2025", arg)
	}
	f, err := generator.Open(dir)
	if err != nil {
		return Subject{}, err
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
		return Subject{}, err
	}
	h := desk.Holding(f.FS(), g.Dir, year)
	if h == nil || h.Newest() == "" {
		return Subject{}, fmt.Errorf("%s: the archive has no report of %d by %s; put it there with ogi add", arg, year, g.Name)
	}
	return subject(f.FS(), path.Join(g.Dir, h.Newest()), formName)
}

// subject is a file of the archive as something to read.
func subject(fsys fs.FS, name, formName string) (Subject, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Subject{}, disk.At(name, err)
	}
	dir, year := place(fsys, name)
	if year == 0 {
		return Subject{}, fmt.Errorf("%s: its place does not tell a report year", name)
	}
	c, _ := config.ReadAgency(dir+"/agency.toml", read(fsys, dir+"/agency.toml"))
	s := Subject{Agency: c.Name, Slug: path.Base(dir), Year: year, Path: name, SHA256: inbox.Sum(b)}
	s.Report, _ = archive.Decode(name, b)
	s.Form = formOf(formName, s.Report, year)
	return maskedSubject(s), nil
}

var yearInName = regexp.MustCompile(`20\d\d`)

// loose is a file outside any archive.
func loose(name, formName string) (Subject, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return Subject{}, disk.At(name, err)
	}
	if k := source.KindOf(name, b); k == source.Zip || k == source.Unknown {
		return Subject{}, fmt.Errorf("%s: no report is of this kind of file", name)
	}
	s := Subject{Path: filepath.Base(name), SHA256: inbox.Sum(b)}
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
func maskedSubject(s Subject) Subject {
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

func read(fsys fs.FS, name string) []byte {
	b, _ := fs.ReadFile(fsys, name)
	return b
}

var yearOfPlace = regexp.MustCompile(`^(?:captures/)?(\d{4})[./]`)

// place is the agency's folder above a file, and the year its place tells.
func place(fsys fs.FS, name string) (dir string, year int) {
	for dir = path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if _, err := fs.Stat(fsys, dir+"/agency.toml"); err == nil {
			if m := yearOfPlace.FindStringSubmatch(strings.TrimPrefix(name, dir+"/")); m != nil {
				year, _ = strconv.Atoi(m[1])
			}
			return dir, year
		}
	}
	return "", 0
}
