package publish

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A plan says what makes the old site the new one where it lies.
type plan struct {
	moves []string // files of the new tree: first those that the old site lacks, so that no page leads nowhere
	gone  []string // what the new site has neither as a file nor as a folder, with all in it

	respelled bool // a name would keep its old spelling
}

func (p plan) empty() bool { return len(p.moves)+len(p.gone) == 0 }

// survey compares the old site with the new one. Folders in which nothing was
// made, removed or renamed since they were published are not read.
func (t *Tree) survey() (plan, error) {
	s := &surveyor{Tree: t, folders: make(map[string]bool, len(t.was.folders)), gone: map[string]bool{}}
	s.folders["."] = true
	var p plan
	var over []string
	last := "."
	for name, e := range t.entries() {
		if dir := dirOf(name); dir != last {
			s.live(dir)
			last = dir
		}
		if !e.written {
			continue
		}
		if _, known := t.was.index[name]; known {
			over = append(over, name)
		} else {
			p.moves = append(p.moves, name)
		}
	}
	p.moves = append(p.moves, over...)
	for i := range t.was.files {
		if k := &t.was.files[i]; !k.kept && !t.has(k.path()) {
			s.drop(k.path())
		}
	}
	if err := s.read("."); err != nil {
		return p, err
	}
	for i := range t.was.folders {
		f := &t.was.folders[i]
		if i == 0 || !f.there || f.same() || !s.folders[f.path] {
			continue
		}
		if err := s.read(f.path); err != nil {
			return p, err
		}
	}
	for g := range s.gone {
		p.gone = append(p.gone, g)
	}
	slices.Sort(p.gone)
	t.spare(&p)
	return p, s.clash(p.moves)
}

type surveyor struct {
	*Tree
	folders map[string]bool // of the new site
	gone    map[string]bool
}

// clash is an error if a file is where others need a folder: no two pages are
// planned so.
func (s *surveyor) clash(moves []string) error {
	for _, m := range moves {
		if s.folders[m] {
			return fmt.Errorf("internal error: %s is a file and a folder", m)
		}
		for dir := dirOf(m); dir != "."; dir = dirOf(dir) {
			if s.has(dir) {
				return fmt.Errorf("internal error: %s is a file and a folder", dir)
			}
		}
	}
	return nil
}

// live notes a folder of the new site.
func (s *surveyor) live(dir string) {
	for ; !s.folders[dir]; dir = dirOf(dir) {
		s.folders[dir] = true
	}
}

// drop notes what is to go: the topmost folder that the new site lacks. A file
// that takes the place of a folder clears its way itself.
func (s *surveyor) drop(p string) {
	for !s.folders[dirOf(p)] {
		p = dirOf(p)
	}
	if !s.has(p) && !s.folders[p] && !s.foreign(p) {
		s.gone[p] = true
	}
}

// foreign reports whether p is not the build's, or none of its files.
func (t *Tree) foreign(p string) bool {
	if strings.Contains(p, "/") {
		return false
	}
	return stays(p) || p == Sums || p == ".ogi" && t.within()
}

// read looks into a folder of the old site for what the new one lacks, and on
// into folders of which the record says nothing.
func (s *surveyor) read(dir string) error {
	es, err := os.ReadDir(s.old(dir))
	if err != nil {
		return err
	}
	for _, e := range es {
		p := path.Join(dir, e.Name())
		switch _, known := s.was.place[p]; {
		case !e.IsDir() || !s.folders[p]:
			s.drop(p)
		case known:
		default:
			if err := s.read(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// spare takes out of a plan what is to go and is spelled like something that stays
// or comes, where the file system takes two spellings for one name: to remove the
// one would remove the other.
func (t *Tree) spare(p *plan) {
	if len(p.gone) == 0 || !foldsCase(t.state) {
		return
	}
	gone := map[string]bool{}
	for _, g := range p.gone {
		gone[strings.ToLower(g)] = true
	}
	met := map[string]bool{}
	for name := range t.entries() {
		for ; name != "."; name = dirOf(name) {
			if low := strings.ToLower(name); gone[low] {
				met[low] = true
			}
		}
	}
	p.gone = slices.DeleteFunc(p.gone, func(g string) bool { return met[strings.ToLower(g)] })
	p.respelled = len(met) > 0
}

// foldsCase reports whether a folder is found by another spelling of its name,
// which is .ogi.
var foldsCase = func(state string) bool {
	a, err := os.Lstat(state)
	b, e := os.Lstat(filepath.Join(filepath.Dir(state), strings.ToUpper(filepath.Base(state))))
	return err == nil && e == nil && os.SameFile(a, b)
}
