package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ogi/generator/opinion"
)

// recordFile keeps what each round asked, beside the folders of the rounds.
const recordFile = "rounds.json"

// WriteOpinions writes the opinion sheets and the overview of a round into a
// folder of its own below out, 第1轮, and marks what an earlier round asked.
// Nothing of an earlier round is touched; the record is written last, so that a
// round that was cut off is simply made again.
func WriteOpinions(out string, d *Drafts) (opinion.Overview, error) {
	name := filepath.Join(out, recordFile)
	record, err := readRounds(out)
	if err != nil {
		return opinion.Overview{}, err
	}
	if len(record.Rounds) > 0 && record.Year != d.Folder.Year {
		return opinion.Overview{}, fmt.Errorf("%s: the rounds here are about %d, these drafts about %d: name another folder with --out", name, record.Year, d.Folder.Year)
	}
	sheets, record := opinion.Sheets(d.Folder, record)
	o := opinion.Overview{Year: d.Folder.Year, Round: len(record.Rounds), Sheets: sheets, Strays: d.Folder.Strays}
	dir := filepath.Join(out, fmt.Sprintf("第%d轮", o.Round))
	write := func(name string, make func() ([]byte, error)) error {
		b, err := make()
		if err == nil {
			if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
				err = os.WriteFile(name, b, 0o644)
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
	return o, errors.Join(
		write(filepath.Join(dir, "总览.xlsx"), o.XLSX),
		write(filepath.Join(dir, "总览.html"), o.HTML),
		write(name, func() ([]byte, error) { return record.Bytes(), nil }))
}

// readRounds is the record below out, an empty one if there is none.
func readRounds(out string) (opinion.Record, error) {
	name := filepath.Join(out, recordFile)
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return opinion.Record{}, nil
	}
	if err != nil {
		return opinion.Record{}, fmt.Errorf("%s: %w", name, bare(err))
	}
	r, err := opinion.ReadRecord(b)
	if err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// lastRound is what was looked at last, nothing in a first round.
func lastRound(out string) (opinion.Round, error) {
	if out == "" {
		return opinion.Round{}, nil
	}
	r, err := readRounds(out)
	if err != nil || len(r.Rounds) == 0 {
		return opinion.Round{}, err
	}
	return r.Rounds[len(r.Rounds)-1], nil
}
