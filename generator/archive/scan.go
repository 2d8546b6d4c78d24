package archive

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"ogi/generator/config"
	"ogi/generator/diag"
)

// A Scan is an archive folder before its reports are read: its settings and what
// lies in it. Agencies are read one by one, by any number of goroutines.
type Scan struct {
	Site  config.Site
	Slugs []string // of agencies, ascending

	fsys fs.FS
	opts Options
	walk *walk
	dirs map[string][]string // of a slug: one, unless two folders have the name
}

// NewScan looks at an archive folder; see Load.
func NewScan(fsys fs.FS, o Options) (*Scan, []diag.Diagnostic) {
	l := &loader{fsys: fsys, opts: o}
	s := &Scan{fsys: fsys, opts: o, dirs: map[string][]string{}}
	s.Site = l.site()
	s.walk = l.walk()
	for _, dir := range sortedKeys(s.walk.agencies) {
		if o.Only == "" || dir == o.Only {
			s.dirs[path.Base(dir)] = append(s.dirs[path.Base(dir)], dir)
		}
	}
	s.Slugs = sortedKeys(s.dirs)
	return s, l.found
}

// Read reads an agency with its reports; nil if it cannot be used.
func (s *Scan) Read(slug string) (*Agency, []diag.Diagnostic) {
	l := &loader{fsys: s.fsys, opts: s.opts}
	a := l.choose(s.dirs[slug], s.walk)
	if a != nil {
		l.decode([]*Agency{a})
	}
	return a, l.found
}

// Unread is the archive with the files of its reports known and none of them read.
func (s *Scan) Unread() *Archive {
	l := &loader{fsys: s.fsys, opts: s.opts}
	var as []*Agency
	for _, slug := range s.Slugs {
		if a := l.choose(s.dirs[slug], s.walk); a != nil {
			as = append(as, a)
		}
	}
	return New(s.Site, as)
}

// LeftOut reports whether a file is not read since it keeps changing.
func (s *Scan) LeftOut(file string) bool { return s.opts.Changed[file] }

// Files are those that an agency may rest on, slash paths from the root of the
// archive, ascending: what lies in its folders.
func (s *Scan) Files(slug string) []string {
	var files []string
	for _, dir := range s.dirs[slug] {
		for _, in := range append([]string{dir}, s.walk.below(dir)...) {
			for _, name := range s.walk.files[in] {
				files = append(files, in+"/"+name)
			}
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// below are the folders within a folder that hold files, ascending.
func (w *walk) below(dir string) []string {
	from, _ := slices.BinarySearch(w.folders, dir+"/")
	to := from
	for to < len(w.folders) && strings.HasPrefix(w.folders[to], dir+"/") {
		to++
	}
	return w.folders[from:to]
}
