package opinion

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"ogi/generator/diag"
	"ogi/generator/disk"
)

// The record keeps what each round asked, beside the folders of the rounds; the
// one before it is kept, since without a record an office would have to ask
// everything anew.
const (
	recordFile   = "rounds.json"
	recordBefore = "rounds.previous.json"
)

// readRounds is the record below out, an empty one if there is none. A record
// that cannot be read is told, and the one before it is used.
func readRounds(out string) (Record, []diag.Diagnostic, error) {
	r, err := readRecord(out, recordFile)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		if before, e := readRecord(out, recordBefore); err != nil && e == nil {
			return before, fellBack(out, "不见了"), nil
		}
		return r, nil, nil
	}
	name := filepath.Join(out, recordFile)
	before, e := readRecord(out, recordBefore)
	if e != nil {
		return r, nil, fmt.Errorf("%s: %w; restore it from a copy, or name a new folder with --out to begin with a first round", name, err)
	}
	return before, fellBack(out, "读不出来："+err.Error()), nil
}

func fellBack(out, why string) []diag.Diagnostic {
	return []diag.Diagnostic{{
		Level: diag.Warning, File: filepath.ToSlash(filepath.Join(out, recordFile)), Code: "record-lost",
		Message: "各轮意见的记录" + why,
		Remedy:  "已改用上一份记录 " + recordBefore + "，最后一轮会重做；如有备份，请恢复后再运行",
	}}
}

func readRecord(out, name string) (Record, error) {
	b, err := os.ReadFile(filepath.Join(out, name))
	if err != nil {
		return Record{}, disk.Bare(err)
	}
	return ReadRecord(b)
}

// keepRounds puts a new record in place and keeps the one before.
func keepRounds(out string, r Record) error {
	name := filepath.Join(out, recordFile)
	if b, err := os.ReadFile(name); err == nil {
		if _, err := ReadRecord(b); err == nil {
			if err := disk.Replace(filepath.Join(out, recordBefore), b); err != nil {
				return disk.At(filepath.Join(out, recordBefore), err)
			}
		}
	}
	if err := disk.Replace(name, r.Bytes()); err != nil {
		return disk.At(name, err)
	}
	return nil
}

// LastRound is what was looked at last and its number, nothing in a first round.
func LastRound(out string) (Round, int, []diag.Diagnostic, error) {
	if out == "" {
		return Round{}, 0, nil, nil
	}
	r, ds, err := readRounds(out)
	if err != nil || len(r.Rounds) == 0 {
		return Round{}, 0, ds, err
	}
	return r.Rounds[len(r.Rounds)-1], len(r.Rounds), ds, nil
}
