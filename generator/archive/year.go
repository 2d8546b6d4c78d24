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
			l.say(diag.Error, a.Dir+"/"+name, "bad-year", "name it by its report year, as 2025.txt", "%d is no report year", year)
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
				"name it <year>.<kind>, or list it in <year>.toml under [[file]] with its role",
				"this file is not used, since its name is not a report year")
		}
	}
	l.filed(a, w, named)
}

// filed tells of reports in the folder of a year, 2025/…, that no 2025.toml
// names: they would be passed over without a word.
func (l *loader) filed(a *Agency, w *walk, named map[string]bool) {
	for _, dir := range sortedKeys(w.files) {
		rel, below := strings.CutPrefix(dir, a.Dir+"/")
		if !below || !yearFolder.MatchString(rel) || w.agencies[dir] {
			continue
		}
		for _, name := range w.files[dir] {
			if ext := strings.TrimPrefix(path.Ext(name), "."); named[rel+"/"+name] || ext == "" || !isReportName(ext) {
				continue
			}
			l.say(diag.Warning, dir+"/"+name, "unused-file",
				fmt.Sprintf("put the report beside agency.toml as %s%s, or list this file in %[1]s.toml under [[file]] with its role", rel[:4], path.Ext(name)),
				"this file is not used, since no %s.toml names it", rel[:4])
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
			l.say(diag.Error, base+".toml", "file-twice", "give each file one role", "%s is listed twice under [[file]]", f.Path)
			return false
		}
		role[f.Path], meta[f.Path] = f.Role, f
		full := path.Join(e.Agency.Dir, f.Path)
		if !slices.Contains(w.files[path.Dir(full)], path.Base(full)) {
			l.say(diag.Error, base+".toml", "file-missing", "put the file there, or take it out of [[file]]", "%s is listed under [[file]] but is not there", f.Path)
			continue
		}
		if !slices.Contains(names, f.Path) {
			names = append(names, f.Path)
		}
	}
	if len(names) == 0 {
		if e.Meta.Withdrawn == "" {
			l.say(diag.Error, base+".toml", "no-report", fmt.Sprintf("put the report here as %d.txt, %d.pdf or the like, or remove this file", e.Year, e.Year),
				"no report of %d lies beside this file", e.Year)
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
		l.say(diag.Error, base+".toml", "two-mains", "give the other a role: attachment, earlier or corrected",
			"two files have the role main: %s", strings.Join(main, ", "))
	case len(untold) == 0:
		l.say(diag.Error, base+".toml", "no-main", `give one of them role = "main"`,
			"none of the files of %d has the role main: %s", e.Year, strings.Join(names, ", "))
	default:
		var b strings.Builder
		fmt.Fprintf(&b, "say in %d.toml which is which; a role is main, attachment, earlier or corrected:", e.Year)
		for i, n := range names {
			r := "main"
			if i > 0 {
				r = "attachment"
			}
			fmt.Fprintf(&b, "\n\t[[file]]\n\tpath = %q\n\trole = %q", n, r)
		}
		file := path.Join(e.Agency.Dir, untold[len(untold)-1])
		l.say(diag.Error, file, "two-files", b.String(), "%d files for %d and no roles: %s", len(names), e.Year, strings.Join(names, ", "))
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
