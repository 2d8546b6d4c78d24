package archive

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/config"
	"ogi/generator/diag"
)

// Report years outside these are slips of the keyboard.
const FirstYear, LastYear = 2000, 2099

// years sorts the files of an agency folder into entries, by year.
func (l *loader) years(a *Agency, w *walk) {
	reports := map[int][]string{}
	facts := map[int]bool{}
	notes := map[int]bool{}
	cells := map[int]bool{}
	var others []string
	for _, name := range w.files[a.Dir] {
		m := yearName.FindStringSubmatch(name)
		if m == nil {
			if name != "agency.toml" {
				others = append(others, name)
			}
			continue
		}
		year, _ := strconv.Atoi(m[1])
		if year < FirstYear || year > LastYear {
			l.say(diag.Error, a.Dir+"/"+name, "bad-year", "请用报告年度命名，如 2025.txt", "%d 不是报告年度", year)
			continue
		}
		switch m[2] {
		case "toml":
			facts[year] = true
		case "notes.toml":
			notes[year] = true
		case "cells.toml":
			cells[year] = true
		default:
			reports[year] = append(reports[year], name)
		}
	}
	named := map[string]bool{}
	for _, year := range unionYears(reports, facts, notes, cells) {
		e := &Entry{Agency: a, Year: year}
		base := fmt.Sprintf("%s/%d", a.Dir, year)
		if b, ok := l.toml(base + ".toml"); ok {
			var ds []diag.Diagnostic
			e.Meta, ds = config.ReadYear(base+".toml", b)
			l.found = append(l.found, ds...)
		}
		if notes[year] {
			if b, ok := l.toml(base + ".notes.toml"); ok {
				n, ds := config.ReadNotes(base+".notes.toml", b)
				l.found = append(l.found, ds...)
				e.Notes, e.NotesPath = n.Notes, base+".notes.toml"
			}
		}
		if cells[year] {
			if b, ok := l.toml(base + ".cells.toml"); ok {
				var ds []diag.Diagnostic
				e.Human, ds = config.ReadCells(base+".cells.toml", b)
				l.found = append(l.found, ds...)
				e.HumanPath = base + ".cells.toml"
			}
		}
		for _, f := range e.Meta.Files {
			named[f.Path] = true
		}
		if l.files(e, reports[year], w) {
			a.Reports = append(a.Reports, e)
		}
	}
	for _, name := range others {
		if !named[name] {
			l.say(diag.Warning, a.Dir+"/"+name, "unused-file",
				"请命名为 <年度>.<格式>，或在 <年度>.toml 的 [[file]] 下写明它和 role",
				"文件名不是报告年度，未采用")
		}
	}
	l.filed(a, w, named)
}

// filed tells of reports in the folder of a year, 2025/…, that no 2025.toml
// names: they would be passed over without a word.
func (l *loader) filed(a *Agency, w *walk, named map[string]bool) {
	for _, dir := range w.below(a.Dir) {
		rel := strings.TrimPrefix(dir, a.Dir+"/")
		if !yearFolder.MatchString(rel) || w.agencies[dir] {
			continue
		}
		for _, name := range w.files[dir] {
			if ext := strings.TrimPrefix(path.Ext(name), "."); named[rel+"/"+name] || ext == "" || !isReportName(ext) {
				continue
			}
			l.say(diag.Warning, dir+"/"+name, "unused-file",
				fmt.Sprintf("请把报告放到 agency.toml 旁边，命名为 %s%s；或在 %[1]s.toml 的 [[file]] 下写明它和 role", rel[:4], path.Ext(name)),
				"没有 %s.toml 提到这个文件，未采用", rel[:4])
		}
	}
}

// files gives each file of a year its role and reports whether the year can be
// used. One file needs no role; of several one must be the main one.
func (l *loader) files(e *Entry, names []string, w *walk) bool {
	base := fmt.Sprintf("%s/%d", e.Agency.Dir, e.Year)
	slices.Sort(names)
	role := map[string]string{}
	meta := map[string]config.File{}
	for _, f := range e.Meta.Files {
		if f.Path == "" || f.Role == "" {
			continue
		}
		if role[f.Path] != "" {
			l.say(diag.Error, base+".toml", "file-twice", "每个文件只写一个 role", "%s 在 [[file]] 下写了两次", f.Path)
			return false
		}
		role[f.Path], meta[f.Path] = f.Role, f
		full := path.Join(e.Agency.Dir, f.Path)
		if !slices.Contains(w.files[path.Dir(full)], path.Base(full)) {
			l.say(diag.Error, base+".toml", "file-missing", "请放入这个文件，或从 [[file]] 中删去", "[[file]] 下写了 %s，但没有这个文件", f.Path)
			continue
		}
		if !slices.Contains(names, f.Path) {
			names = append(names, f.Path)
		}
	}
	if len(names) == 0 {
		if e.Meta.Withdrawn == "" {
			l.say(diag.Error, base+".toml", "no-report", fmt.Sprintf("请把报告放在这里，命名为 %d.txt、%d.pdf 等；或删去本文件", e.Year, e.Year),
				"旁边没有%d年的报告", e.Year)
			return false
		}
		return true
	}
	var main, untold []string
	for _, n := range names {
		switch role[n] {
		case "main":
			main = append(main, n)
		case "":
			untold = append(untold, n)
		}
	}
	if len(main) == 0 && len(untold) == 1 {
		main, untold = untold, nil
	}
	if len(main) != 1 || len(untold) > 0 {
		l.roles(e, names, main, untold)
		return false
	}
	e.Path = path.Join(e.Agency.Dir, main[0])
	e.Files = []File{{Path: e.Path, Role: "main", Agency: e.Agency.Dir, Meta: meta[main[0]]}}
	for _, n := range names {
		if n != main[0] {
			e.Files = append(e.Files, File{Path: path.Join(e.Agency.Dir, n), Role: role[n], Agency: e.Agency.Dir, Meta: meta[n]})
		}
	}
	return true
}

// roles complains that the files of a year do not tell which one is the report.
func (l *loader) roles(e *Entry, names, main, untold []string) {
	base := fmt.Sprintf("%s/%d", e.Agency.Dir, e.Year)
	switch {
	case len(main) > 1:
		l.say(diag.Error, base+".toml", "two-mains", "另一个请写别的 role：attachment、earlier 或 corrected",
			"有两个文件的 role 是 main：%s", strings.Join(main, "、"))
	case len(untold) == 0:
		l.say(diag.Error, base+".toml", "no-main", `请给其中一个写 role = "main"`,
			"%d年的文件没有一个的 role 是 main：%s", e.Year, strings.Join(names, "、"))
	default:
		var b strings.Builder
		fmt.Fprintf(&b, "请在 %d.toml 里写明各是什么；role 可为 main、attachment、earlier、corrected：", e.Year)
		for i, n := range names {
			r := "main"
			if i > 0 {
				r = "attachment"
			}
			fmt.Fprintf(&b, "\n\t[[file]]\n\tpath = %q\n\trole = %q", n, r)
		}
		file := path.Join(e.Agency.Dir, untold[len(untold)-1])
		l.say(diag.Error, file, "two-files", b.String(), "有%d个%d年的文件，没有写明 role：%s", len(names), e.Year, strings.Join(names, "、"))
	}
}

func unionYears(a map[int][]string, more ...map[int]bool) []int {
	var ys []int
	for y := range a {
		ys = append(ys, y)
	}
	for _, b := range more {
		for y := range b {
			ys = append(ys, y)
		}
	}
	slices.Sort(ys)
	return slices.Compact(ys)
}
