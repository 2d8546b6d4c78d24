package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/filing"
)

// A Folder is an archive folder opened for reading. Nothing outside it can be
// reached, not even by a symbolic link.
type Folder struct {
	Dir  string
	root *os.Root
}

// ErrNoArchive says that a folder is no archive.
var ErrNoArchive = errors.New("no archive")

// Open opens the archive folder dir, which must hold site.toml or content/.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, disk.At(dir, err)
	}
	_, site := root.Stat("site.toml")
	_, content := root.Stat("content")
	if site != nil && content != nil {
		root.Close()
		return nil, fmt.Errorf("%s: %w: neither site.toml nor content/ is here", dir, ErrNoArchive)
	}
	f := &Folder{Dir: dir, root: root}
	if err := f.filing().Recover(); err != nil {
		root.Close()
		return nil, fmt.Errorf("%s: an interrupted change could not be finished: %w", dir, err)
	}
	return f, nil
}

// Close ends the use of the folder.
func (f *Folder) Close() error { return f.root.Close() }

func (f *Folder) filing() filing.Folder { return filing.Folder{Dir: f.Dir, Root: f.root} }

// File makes changes in the archive, all or none.
func (f *Folder) File(cs []filing.Change) error { return f.filing().Make(cs) }

// FS is the folder's files.
func (f *Folder) FS() fs.FS { return f.root.FS() }

// Load reads the archive. done, if not nil, is told of each report.
func (f *Folder) Load(done func(n, of int)) (*archive.Archive, []diag.Diagnostic) {
	return archive.Load(f.FS(), archive.Options{Done: done})
}

// Agencies is the archive without what its reports say: no report is opened.
func (f *Folder) Agencies() *archive.Archive {
	scan, _ := archive.NewScan(f.FS(), archive.Options{})
	return scan.Unread()
}

// LoadAgency reads one agency folder of the archive, a slash path from its
// root: enough to judge its reports from year to year.
func (f *Folder) LoadAgency(dir string, done func(n, of int)) (*archive.Archive, []diag.Diagnostic) {
	return archive.Load(f.FS(), archive.Options{Done: done, Only: strings.Trim(dir, "/")})
}

// Enclosing is the archive folder that p lies in, and where in it: "" for the
// folder itself. A file counts only below content/.
func Enclosing(p string, dir bool) (root, in string) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", ""
	}
	at := abs
	if !dir {
		at = filepath.Dir(abs)
	}
	for {
		if st, err := os.Stat(filepath.Join(at, "site.toml")); err == nil && st.Mode().IsRegular() {
			rel, _ := filepath.Rel(at, abs)
			rel = filepath.ToSlash(rel)
			switch {
			case rel == ".":
				return at, ""
			case rel == "content" || strings.HasPrefix(rel, "content/"):
				return at, rel
			}
			return "", ""
		}
		up := filepath.Dir(at)
		if up == at {
			return "", ""
		}
		at = up
	}
}
