package archive

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"ogi/generator/diag"
)

// A walk is what lies below content/, before anything is read.
type walk struct {
	agencies map[string]bool     // folders with an agency.toml
	files    map[string][]string // file names by folder
	folders  []string            // those of files, ascending
}

// A year's file: 2025.txt, 2025.toml, 2025.notes.toml.
var yearName = regexp.MustCompile(`^(\d{4})\.(.+)$`)

// walk lists content/ without content/pages, which holds hand-written pages.
func (l *loader) walk() *walk {
	w := &walk{agencies: map[string]bool{}, files: map[string][]string{}}
	err := fs.WalkDir(l.fsys, "content", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == "content" && isNotExist(err):
			l.say(diag.Error, "content", "no-content", "请新建 content/<机关>/agency.toml，旁边放 <年度>.txt", "没有 content 文件夹")
			return fs.SkipDir
		case err != nil:
			l.unreadable(p, err)
			return nil
		case p != "content" && ignored(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			if p == "content/pages" {
				return fs.SkipDir
			}
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 && !l.link(p) {
			return nil
		}
		dir := path.Dir(p)
		w.files[dir] = append(w.files[dir], d.Name())
		if d.Name() == "agency.toml" {
			w.agencies[dir] = true
		}
		return nil
	})
	if err != nil {
		l.unreadable("content", err)
	}
	w.folders = sortedKeys(w.files)
	for _, dir := range w.folders {
		if !w.agencies[dir] {
			l.outside(dir, w)
		}
	}
	return w
}

// outside complains about reports in a folder that is no agency. Folders below
// an agency may hold attachments and captures, which <year>.toml names.
func (l *loader) outside(dir string, w *walk) {
	agency := ""
	for up := path.Dir(dir); up != "." && agency == ""; up = path.Dir(up) {
		if w.agencies[up] {
			agency = up
		}
	}
	for _, name := range w.files[dir] {
		m := yearName.FindStringSubmatch(name)
		if m == nil || agency != "" && !isReportName(m[2]) {
			continue
		}
		if agency != "" {
			if rel := strings.TrimPrefix(dir, agency+"/"); rel == "captures" || strings.HasPrefix(rel, "captures/") || yearFolder.MatchString(rel) {
				continue
			}
		}
		l.say(diag.Error, dir+"/"+name, "outside-agency",
			"请移到所属机关的文件夹，或新建 "+dir+"/agency.toml，写上 name 和 region",
			"这份报告所在的文件夹没有 agency.toml")
	}
}

// yearFolder is where attachments of a year may lie: 2025/…
var yearFolder = regexp.MustCompile(`^\d{4}(/|$)`)

func isReportName(ext string) bool { return !strings.HasSuffix(ext, "toml") }

// link reports whether a symbolic link may be followed: to a file within the
// archive. Linked folders are not walked, lest one agency be read twice.
func (l *loader) link(p string) bool {
	st, err := fs.Stat(l.fsys, p)
	switch {
	case err != nil:
		l.say(diag.Error, p, "symlink", "请放入文件本身", "这个符号链接指向档案之外或不存在的文件")
		return false
	case st.IsDir():
		l.say(diag.Error, p, "symlink", "请放入文件夹本身", "这个符号链接指向一个文件夹")
		return false
	}
	return true
}

// ignored names are not part of an archive: hidden ones and what desktop
// systems and editors leave.
func ignored(name string) bool {
	return name[0] == '.' || name == "Thumbs.db" || name == "desktop.ini" ||
		strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$")
}

func (l *loader) unreadable(name string, err error) {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err // without the path: it is told as the place, and may be absolute
	}
	l.say(diag.Error, name, "unreadable", "请检查文件的权限", "无法读取：%v", err)
}

func isNotExist(err error) bool { return errors.Is(err, fs.ErrNotExist) }
