package desk

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/config"
	"ogi/generator/inbox"
	"ogi/generator/tongue"
)

// Holding is what lies in an agency's folder of that year, nil if nothing.
func Holding(fsys fs.FS, dir string, year int) *Held {
	h := &Held{Dir: dir}
	prefix := strconv.Itoa(year) + "."
	es, _ := fs.ReadDir(fsys, dir)
	var names []string
	for _, e := range es {
		rest, ok := strings.CutPrefix(e.Name(), prefix)
		switch {
		case !ok || e.IsDir() || inbox.Ignored(e.Name()):
		case rest == "toml":
			h.TOML, _ = fs.ReadFile(fsys, dir+"/"+e.Name())
		case rest == "notes.toml" || rest == "cells.toml":
		default:
			names = append(names, e.Name())
		}
	}
	if h.TOML == nil && names == nil {
		return nil
	}
	file := path.Join(dir, prefix+"toml")
	meta, ds := config.ReadYear(file, h.TOML)
	h.Meta = meta
	for _, d := range ds {
		h.Odd = tongue.ZH(d.String())
	}
	if meta.Withdrawn != "" {
		h.Odd = tongue.Sprintf("%s 写明报告已撤下：%s", "%s says that the report was withdrawn: %s", file, meta.Withdrawn)
	}
	told := map[string]bool{}
	var main []string
	for _, f := range meta.Files {
		told[f.Path] = true
		h.Files = append(h.Files, f)
		if f.Role == "main" {
			main = append(main, f.Path)
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool { return told[n] })
	for _, n := range names {
		h.Files = append(h.Files, config.File{Path: n, Role: "main"})
		main = append(main, n)
	}
	if len(main) > 1 {
		h.Odd = tongue.Sprintf("%d年有几个文件都可能是年报：%s", "several files of %d could be the report: %s", year, strings.Join(main, ", "))
	}
	if len(main) == 1 {
		h.Main = main[0]
	}
	return h
}

// Newest is the file that is judged: the last correction, else the report
// itself; "" if it is not clear which that is.
func (h *Held) Newest() string {
	at := h.Main
	for _, f := range h.Files {
		if f.Role == "corrected" {
			at = f.Path
		}
	}
	return at
}
