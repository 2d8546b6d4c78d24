package cache

import (
	"cmp"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// A kept is an entry as it lies on disk.
type kept struct {
	name string
	used time.Time
	size int64
}

// forgotten is how old a file is that a killed program left before it was in place.
const forgotten = time.Hour

// sweep removes what was used longest ago until the rest is within the limit.
// Entries that this build used stay, and are noted as used now.
func (s *Store) sweep() {
	s.mu.Lock()
	root := s.root
	s.mu.Unlock()
	var total int64
	var others []kept
	now := time.Now()
	folders, _ := fs.ReadDir(root.FS(), ".")
	for _, d := range folders {
		if !d.IsDir() || len(d.Name()) != 2 {
			continue
		}
		for _, k := range inside(root, d.Name(), now) {
			total += k.size
			if _, used := s.used[k.name]; !used {
				others = append(others, k)
			} else if now.Sub(k.used).Abs() > lately {
				_ = root.Chtimes(k.name, now, now)
			}
		}
	}
	slices.SortFunc(others, func(a, b kept) int { return cmp.Or(a.used.Compare(b.used), strings.Compare(a.name, b.name)) })
	for _, k := range others {
		if total <= s.limit {
			return
		}
		if root.Remove(k.name) == nil {
			total -= k.size
		}
	}
}

// inside are the entries of a folder. What a killed program left is removed.
func inside(root *os.Root, folder string, now time.Time) (ks []kept) {
	f, err := root.Open(folder)
	if err != nil {
		return nil
	}
	defer f.Close()
	es, _ := f.ReadDir(-1)
	for _, e := range es {
		ours, left := names.MatchString(e.Name()), strings.HasPrefix(e.Name(), staged)
		if !ours && !left || !e.Type().IsRegular() {
			continue
		}
		st, err := e.Info()
		if err != nil {
			continue
		}
		name := folder + "/" + e.Name()
		if left {
			if now.Sub(st.ModTime()).Abs() > forgotten {
				_ = root.Remove(name)
			}
			continue
		}
		ks = append(ks, kept{name, st.ModTime(), (st.Size() + block - 1) / block * block})
	}
	return ks
}

// block is what files take on most disks a multiple of.
const block = 4096
