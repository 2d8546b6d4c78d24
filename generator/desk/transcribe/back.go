package transcribe

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/filing"
	"ogi/generator/form"
	"ogi/generator/inbox"
	"ogi/generator/report"
	"ogi/generator/rule"
	"ogi/generator/stage"
)

// A Transcript is a filled template read back.
type Transcript struct {
	Filled *Filled
	Merged Merged
	File   string // the report, a slash path from the archive's root
	To     string // the <year>.cells.toml
	Said   []diag.Diagnostic
	Doubts []check.Finding // sums that do not hold with these readings
	Named  string          // slug/year
	Form   *form.Form
}

// ReadBack reads a filled template against the archive. Nothing is written.
func ReadBack(f *generator.Folder, b []byte, by, reviewed string) (*Transcript, error) {
	if len(b) > archive.MaxReport {
		return nil, fmt.Errorf("%d MB, larger than any spreadsheet of ogi transcribe", len(b)>>20)
	}
	filled, err := Read(b)
	if err != nil {
		return nil, err
	}
	t := &Transcript{Filled: filled}
	raw, err := bytesOf(f.FS(), filled)
	if err != nil {
		return nil, err
	}
	t.File = filled.Path
	dir, year := place(f.FS(), t.File)
	t.Named = fmt.Sprintf("%s/%d", path.Base(dir), year)
	t.To = fmt.Sprintf("%s/%d.cells.toml", dir, year)
	var old config.Cells
	if text := read(f.FS(), t.To); text != nil {
		var ds []diag.Diagnostic
		old, ds = config.ReadCells(t.To, text)
		if len(ds) > 0 {
			return nil, fmt.Errorf("%s; mend it before more is read into it", ds[0])
		}
		if old.SHA256 != filled.SHA256 {
			return nil, fmt.Errorf("%s holds readings of other bytes than this template is of; move it away first if those are gone for good", t.To)
		}
	}
	t.Merged = Merge(old, filled, by, reviewed)
	t.judge(raw, dir, year)
	return t, nil
}

// judge tells what the readings mean for the report.
func (t *Transcript) judge(raw []byte, dir string, year int) {
	r, _ := archive.Decode(t.File, raw)
	if r == nil {
		r = archive.Unread(t.File, archive.FormOf(t.Filled.Form, year))
	}
	t.Said = archive.Mend(r, t.Merged.Cells, t.To)
	t.Form = r.Form
	g := &archive.Agency{Slug: path.Base(dir), Dir: dir}
	e := &archive.Entry{Agency: g, Year: year, Path: t.File, Report: r}
	g.Reports = []*archive.Entry{e}
	j, _ := stage.One(check.Ready(nil, rule.All, true), e)
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
func (t *Transcript) Record(f *generator.Folder) error {
	return f.File([]filing.Change{{Path: t.To, Bytes: t.Merged.Cells.Text()}})
}

// bytesOf finds the file that a template is of: at its path, else by its bytes,
// as a template may have been made before the file was added.
func bytesOf(fsys fs.FS, t *Filled) ([]byte, error) {
	if fs.ValidPath(t.Path) && strings.HasPrefix(t.Path, "content/") {
		b, err := fs.ReadFile(fsys, t.Path)
		if err == nil && inbox.Sum(b) == t.SHA256 {
			return b, nil
		}
		if err == nil {
			return nil, fmt.Errorf("%s has changed since the template was made, so the readings are not used; make a new one with ogi transcribe", t.Path)
		}
	}
	var found []byte
	errFound := errors.New("found")
	err := fs.WalkDir(fsys, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || strings.HasSuffix(p, ".toml") {
			return nil
		}
		if st, err := d.Info(); err != nil || st.Size() > archive.MaxReport {
			return nil
		}
		b := read(fsys, p)
		if _, year := place(fsys, p); year != 0 && inbox.Sum(b) == t.SHA256 {
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
