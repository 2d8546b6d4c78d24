package stage

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io/fs"
	"path"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/page"
)

// An Original is a report file as it came, and the sum of the bytes that were
// read and judged.
type Original struct {
	Path, To string // in the archive, in the site
	sha256   string
	wrapped  bool
}

// Originals lists the report files that are offered; those that are withheld
// are left out, and a lean site has none.
func Originals(a *archive.Archive, withheld map[string]page.Held) []Original {
	if a.Site.Lean() {
		return nil
	}
	var out []Original
	taken := map[string]bool{}
	for _, e := range a.Entries() {
		if e.Meta.Withdrawn != "" {
			continue
		}
		for _, f := range e.Files {
			to := f.Original()
			if f.SHA256 == "" || withheld[f.Path] != page.Offered || taken[to] {
				continue
			}
			taken[to] = true
			out = append(out, Original{f.Path, to, f.SHA256, f.Wrapped()})
		}
	}
	return out
}

// Bytes is what is published of a file: only the bytes that were judged. Not ok says
// that it is no more what it was when it was read, as when somebody is just writing it.
func (o *Original) Bytes(fsys fs.FS) (b []byte, ok bool, err error) {
	b, err = fs.ReadFile(fsys, o.Path)
	if sum := sha256.Sum256(b); err != nil || hex.EncodeToString(sum[:]) != o.sha256 {
		return nil, false, nil
	}
	if o.wrapped {
		if b, err = wrapped(strings.TrimSuffix(path.Base(o.To), ".zip"), b); err != nil {
			return nil, false, fmt.Errorf("%s: %w", o.To, err)
		}
	}
	return b, true, nil
}

// wrapped is a zip of one file, not packed, so that its bytes depend on nothing
// but the file's.
func wrapped(name string, b []byte) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(b),
		CompressedSize64: uint64(len(b)), UncompressedSize64: uint64(len(b)),
	})
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
