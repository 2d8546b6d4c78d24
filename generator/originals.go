package generator

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io/fs"
	"path"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/page"
	"ogi/generator/publish"
	"ogi/generator/work"
)

// An original is a report file as it came, and the sum of the bytes that were
// read and judged.
type original struct {
	path, to, sha256 string
	wrapped          bool
}

// originalsOf lists the report files that are offered; those that are withheld
// are left out.
func originalsOf(a *archive.Archive, withheld map[string]page.Held) []original {
	var out []original
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
			out = append(out, original{f.Path, to, f.SHA256, f.Wrapped()})
		}
	}
	return out
}

// putOriginals hands the originals to the tree: only bytes that were judged are
// published. It gives the files that are no more what they were when they were
// read, as when somebody is just writing them.
func putOriginals(ctx context.Context, originals []original, t *publish.Tree, fsys fs.FS) (changed map[string]bool, err error) {
	differs := make([]bool, len(originals))
	err = work.Each(ctx, len(originals), func(i int) error {
		o := originals[i]
		b, err := fs.ReadFile(fsys, o.path)
		if sum := sha256.Sum256(b); err != nil || hex.EncodeToString(sum[:]) != o.sha256 {
			differs[i] = true
			return nil
		}
		if o.wrapped {
			if b, err = wrapped(strings.TrimSuffix(path.Base(o.to), ".zip"), b); err != nil {
				return fmt.Errorf("%s: %w", o.to, err)
			}
		}
		if kept, ok := t.Sum(o.to); ok { // stayed, before a page of the same agency was found touched
			differs[i] = kept != sha256.Sum256(b)
			return nil
		}
		return t.Put(o.to, b)
	}, nil)
	changed = map[string]bool{}
	for i, d := range differs {
		if d {
			changed[originals[i].path] = true
		}
	}
	return changed, err
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
