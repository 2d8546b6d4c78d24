package generator

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ogi/generator/disk"
	"ogi/generator/opinion"
)

// WriteOpinions writes the opinion sheets and the overview of a round into a
// folder of its own below out, 第1轮, and marks what an earlier round asked.
// Nothing of an earlier round is touched; the record is written last, so that a
// round that was cut off is simply made again.
func WriteOpinions(out string, d *Drafts) (opinion.Overview, error) {
	record, _, err := readRounds(out)
	if err != nil {
		return opinion.Overview{}, err
	}
	if len(record.Rounds) > 0 && record.Year != d.Folder.Year {
		return opinion.Overview{}, fmt.Errorf("%s: the rounds here are about %d, these drafts about %d: name another folder with --out", filepath.Join(out, recordFile), record.Year, d.Folder.Year)
	}
	sheets, record := opinion.Sheets(d.Folder, record)
	o := opinion.Overview{Year: d.Folder.Year, Round: len(record.Rounds), Sheets: sheets, Strays: d.Folder.Strays}
	dir := filepath.Join(out, fmt.Sprintf("第%d轮", o.Round))
	write := func(name string, make func() ([]byte, error)) error {
		b, err := make()
		if err == nil {
			if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
				err = disk.Replace(name, b)
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, bare(err))
		}
		return nil
	}
	for _, s := range sheets {
		if s.Entry == nil {
			continue
		}
		stem := filepath.Join(dir, filepath.FromSlash(s.Path()))
		if err := errors.Join(write(stem+".docx", s.DOCX), write(stem+".xlsx", s.XLSX)); err != nil {
			return o, err
		}
	}
	err = errors.Join(
		write(filepath.Join(dir, "总览.xlsx"), o.XLSX),
		write(filepath.Join(dir, "总览.html"), o.HTML))
	if err != nil {
		return o, err // without a record the round is made again
	}
	return o, keepRounds(out, record)
}
