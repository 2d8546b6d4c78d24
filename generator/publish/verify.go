package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator/disk"
)

// A Verification compares a tree with its SHA256SUMS. The lists are slash paths,
// sorted.
type Verification struct {
	Right                    int
	Differ, Missing, Surplus []string
}

// Whole reports whether the tree is what its list says, and nothing else.
func (v Verification) Whole() bool { return len(v.Differ)+len(v.Missing)+len(v.Surplus) == 0 }

// Verify reads every file of a tree, of a site or of anything else that has such
// a list. What a site may hold beside its own files (CNAME, .git) is not told.
func Verify(dir string) (Verification, error) {
	var v Verification
	root, err := os.OpenRoot(dir)
	if err != nil {
		return v, disk.At(dir, err)
	}
	defer root.Close()
	list, err := root.Open(Sums)
	if errors.Is(err, fs.ErrNotExist) {
		return v, fmt.Errorf("%s: no %s is here, so nothing tells what should be", dir, Sums)
	} else if err != nil {
		return v, err
	}
	defer list.Close()
	known := map[string]bool{Sums: true}
	lines := bufio.NewScanner(list)
	for n := 1; lines.Scan(); n++ {
		want, name, ok := parseSum(lines.Text())
		if !ok {
			return v, fmt.Errorf("%s:%d: not a line of sha256sum", filepath.Join(dir, Sums), n)
		}
		known[name] = true
		switch got, err := sumOf(root, name); {
		case errors.Is(err, errNoFile):
			v.Differ = append(v.Differ, name)
		case errors.Is(err, fs.ErrNotExist):
			v.Missing = append(v.Missing, name)
		case err != nil:
			return v, fmt.Errorf("%s: %w", name, err)
		case got != want:
			v.Differ = append(v.Differ, name)
		default:
			v.Right++
		}
	}
	if err := lines.Err(); err != nil {
		return v, err
	}
	err = fs.WalkDir(root.FS(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if p != "." && !strings.Contains(p, "/") && (stays(p) || p == ".ogi") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() && !known[p] {
			v.Surplus = append(v.Surplus, p)
		}
		return nil
	})
	slices.Sort(v.Differ)
	slices.Sort(v.Missing)
	return v, err
}

// parseSum reads a line of sha256sum: the sum, two characters, the path.
func parseSum(line string) (sum [sha256.Size]byte, name string, ok bool) {
	hexed, name, ok := strings.Cut(strings.TrimRight(line, "\r"), " ")
	if len(name) > 0 && (name[0] == ' ' || name[0] == '*') {
		name = name[1:]
	}
	name = strings.TrimPrefix(name, "./")
	b, err := hex.DecodeString(hexed)
	if !ok || err != nil || len(b) != sha256.Size || !fs.ValidPath(name) {
		return sum, "", false
	}
	return [sha256.Size]byte(b), name, true
}

// errNoFile says of a link or a device that it is none of a tree's files, whatever
// it leads to.
var errNoFile = errors.New("not a regular file")

func sumOf(root *os.Root, name string) (sum [sha256.Size]byte, err error) {
	st, err := root.Lstat(filepath.FromSlash(name))
	if err != nil {
		return sum, err
	}
	if !st.Mode().IsRegular() {
		return sum, errNoFile
	}
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}
