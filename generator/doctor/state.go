package doctor

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"ogi/generator/config"
	"ogi/generator/ledger"
)

// A state is what an archive holds: the sums of its files by their slash paths, and
// the addresses that follow from them.
type state struct {
	sums      map[string]string // of every file below an agency's folder that is no TOML
	toml      map[string][]byte
	agencies  map[string]bool // folders
	withdrawn map[string]bool // addresses of years that were taken down
}

func newState() *state {
	return &state{map[string]string{}, map[string][]byte{}, map[string]bool{}, map[string]bool{}}
}

const pointer = "version https://git-lfs.github.com/spec/"

var oid = regexp.MustCompile(`(?m)^oid sha256:([0-9a-f]{64})$`)

// take notes a file. What git keeps elsewhere (LFS) is known by the sum that its
// pointer tells.
func (s *state) take(p string, r io.Reader) error {
	if strings.HasPrefix(p, "content/pages/") || p == ledger.Path {
		return nil
	}
	for part := range strings.SplitSeq(p, "/") {
		if strings.HasPrefix(part, ".") {
			return nil
		}
	}
	if strings.HasSuffix(p, ".toml") {
		b, err := io.ReadAll(io.LimitReader(r, 1<<20))
		s.toml[p] = b
		if path.Base(p) == "agency.toml" {
			s.agencies[path.Dir(p)] = true
		}
		return err
	}
	h := sha256.New()
	begin := make([]byte, 512)
	n, err := io.ReadFull(r, begin)
	if err != nil && n == len(begin) {
		return err
	}
	h.Write(begin[:n])
	if _, err := io.Copy(h, r); err != nil {
		return err
	}
	s.sums[p] = hex.EncodeToString(h.Sum(nil))
	if m := oid.FindSubmatch(begin[:n]); m != nil && bytes.HasPrefix(begin, []byte(pointer)) {
		s.sums[p] = string(m[1])
	}
	return nil
}

// of is the state of an archive folder.
func stateOf(fsys fs.FS) (*state, error) {
	s := newState()
	err := fs.WalkDir(fsys, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		f, err := fsys.Open(p)
		if err != nil {
			return err
		}
		defer f.Close()
		return s.take(p, f)
	})
	return s.done(), err
}

var ofYear = regexp.MustCompile(`^(?:captures/)?(\d{4})(?:[./]|$)`)

// done leaves of the files those of agencies, and finds the years that were taken
// down.
func (s *state) done() *state {
	for p := range s.sums {
		if s.address(p) == "" {
			delete(s.sums, p)
		}
	}
	for p, b := range s.toml {
		name := strings.TrimSuffix(path.Base(p), ".toml")
		if len(name) != 4 || !s.agencies[path.Dir(p)] {
			continue
		}
		if y, _ := config.ReadYear(p, b); y.Withdrawn != "" {
			s.withdrawn[s.address(p)] = true
		}
	}
	return s
}

// address is that of the year that a file is of; "" for one that is of none.
func (s *state) address(p string) string {
	for dir := path.Dir(p); strings.Contains(dir, "/"); dir = path.Dir(dir) {
		if !s.agencies[dir] {
			continue
		}
		if m := ofYear.FindStringSubmatch(strings.TrimPrefix(p, dir+"/")); m != nil {
			return fmt.Sprintf("agencies/%s/%s/", path.Base(dir), m[1])
		}
		return ""
	}
	return ""
}

// lines are what the list should have of what is held.
func (s *state) lines() []ledger.Line {
	var ls []ledger.Line
	for p, sum := range s.sums {
		ls = append(ls, ledger.Line{Path: p, SHA256: sum, Address: s.address(p)})
	}
	return ls
}
