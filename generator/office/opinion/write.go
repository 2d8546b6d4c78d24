package opinion

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ogi/generator/disk"
)

// Write writes the opinion sheets and the overview of a round into a
// folder of its own below out, 第1轮, whole or not at all, and marks what an
// earlier round asked. Nothing of an earlier round is touched; the record is
// written last, so that a round that was cut off before it is simply made again.
func Write(out string, d Folder) (Overview, error) {
	record, _, err := readRounds(out)
	if err != nil {
		return Overview{}, err
	}
	if len(record.Rounds) > 0 && record.Year != d.Year {
		return Overview{}, fmt.Errorf("%s: the rounds here are about %d, these drafts about %d: name another folder with --out", filepath.Join(out, recordFile), record.Year, d.Year)
	}
	sheets, record := Sheets(d, record)
	o := Overview{Year: d.Year, Round: len(record.Rounds), Sheets: sheets, Strays: d.Strays}
	var files []disk.File
	add := func(name string, make func() ([]byte, error)) {
		b, e := make()
		if e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", name, e))
		}
		files = append(files, disk.File{Path: name, Bytes: b})
	}
	for _, s := range sheets {
		if s.Entry != nil {
			add(s.Path()+".docx", s.DOCX)
			add(s.Path()+".xlsx", s.XLSX)
		}
	}
	add("总览.xlsx", o.XLSX)
	add("总览.html", o.HTML)
	if err != nil {
		return o, err
	}
	dir := filepath.Join(out, fmt.Sprintf("第%d轮", o.Round))
	return o, disk.Below(dir, func() error {
		undo, err := round(dir, files)
		if err != nil {
			return disk.At(dir, err)
		}
		if err := keepRounds(out, record); err != nil {
			if now, _ := os.ReadFile(filepath.Join(out, recordFile)); !bytes.Equal(now, record.Bytes()) {
				undo()
			}
			return err
		}
		return nil
	})
}

// round puts the files of a round in place and gives how to take them back. Its
// folder is there already where an earlier run was killed before the record was
// written; what else lies in it by now stays.
func round(dir string, files []disk.File) (undo func(), err error) {
	if err := disk.Plant(dir, files); !errors.Is(err, fs.ErrExist) {
		return func() { _ = os.RemoveAll(dir) }, err
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := disk.Below(name, func() error { return disk.Replace(name, f.Bytes) }); err != nil {
			return nil, err
		}
	}
	return func() {}, nil
}
