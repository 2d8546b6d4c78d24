package inbox

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator/disk"
)

// Below tells what lies in a folder that is no archive and in those within it,
// in the order of the names: regular files, and others, as links. Left out are
// what desktop systems leave and the paths of but, with all that is in them.
func Below(dir string, but []string, found func(p string, regular bool)) error {
	var not []fs.FileInfo
	for _, p := range but {
		if st, err := os.Stat(p); p != "" && err == nil {
			not = append(not, st)
		}
	}
	out := func(d fs.DirEntry) bool {
		if Ignored(d.Name()) {
			return true
		}
		st, err := d.Info()
		return err == nil && slices.ContainsFunc(not, func(o fs.FileInfo) bool { return os.SameFile(o, st) })
	}
	return disk.Bare(filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != dir && out(d):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir():
			found(p, d.Type().IsRegular())
		}
		return nil
	}))
}

// Reports are the files of a folder that are reports by their names, and those
// passed over.
func Reports(dir string) (files, passed []string, err error) {
	err = Below(dir, nil, func(p string, regular bool) {
		if regular && slices.Contains(Kinds, strings.ToLower(filepath.Ext(p))) {
			files = append(files, p)
		} else {
			passed = append(passed, p)
		}
	})
	return files, passed, err
}

// Kinds are the ends of names that make a file of a loose folder a report.
var Kinds = []string{
	".txt", ".md", ".html", ".htm", ".shtml", ".mht", ".mhtml", ".docx", ".doc", ".wps", ".pdf", ".ofd", ".xlsx", ".xls", ".csv",
}
