package office

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/office/opinion"
	"ogi/generator/office/roster"
	"ogi/generator/report"
)

func match(units []roster.Unit, files []handed) []roster.Pair {
	asked := make([]roster.Draft, len(files))
	for i, h := range files {
		asked[i].Path = h.path
		if r := h.file.Report; r != nil {
			asked[i].Agency, asked[i].Title = r.Agency.Text, r.Title.Text
		}
	}
	return roster.Match(units, asked)
}

// pair gives each unit its draft. before is what the last round looked at.
func (d *Drafts) pair(units []roster.Unit, files []handed, before opinion.Round) {
	of := make([][]int, len(units))
	pairs := match(units, files)
	for i, p := range pairs {
		if p.Unit < 0 {
			note := p.Note
			if r := files[i].reasons; r != nil {
				note += "；" + strings.Join(r, "；")
			}
			d.Folder.Strays = append(d.Folder.Strays, opinion.Stray{File: files[i].path, Note: note})
			continue
		}
		of[p.Unit] = append(of[p.Unit], i)
	}
	last := before.ByUnit()
	for u, unit := range units {
		c := opinion.Case{Unit: unit}
		kept := last[unit.Name]
		slices.SortStableFunc(of[u], func(a, b int) int { return d.better(&files[a], &files[b], kept) })
		for _, i := range of[u] {
			d.take(&c, &files[i])
			if n := pairs[i].Note; n != "" {
				c.Notes = append(c.Notes, files[i].path+"："+n)
			}
		}
		slices.Sort(c.Others)
		d.Folder.Cases = append(d.Folder.Cases, c)
	}
}

// take adds a file to its unit: the first is the draft.
func (d *Drafts) take(c *opinion.Case, h *handed) {
	r := h.file.Report
	if c.File != "" && h.file.SHA256 != "" {
		c.Others = append(c.Others, h.file.SHA256)
	}
	switch {
	case r == nil && c.Entry == nil:
		if c.File == "" {
			c.File, c.SHA256 = h.path, h.file.SHA256
		}
		c.Unreadable = append(c.Unreadable, h.reasons...)
	case r == nil:
		c.Notes = append(c.Notes, "另有文件未能读取："+h.path+"："+strings.Join(h.reasons, "；"))
	case c.Entry == nil:
		c.File, c.SHA256 = h.path, h.file.SHA256
		c.Entry = &archive.Entry{Path: h.path, SHA256: h.file.SHA256, Size: h.file.Size, Files: []archive.File{h.file}, Report: r}
	case h.file.SHA256 == c.SHA256:
		c.Notes = append(c.Notes, "内容相同的另一份："+h.path)
	case len(r.Sections) == 0 && len(c.Entry.Report.Sections) > 0:
		h.file.Role = "attachment"
		c.Entry.Files = append(c.Entry.Files, h.file)
		c.Notes = append(c.Notes, "附件："+h.path)
	case r.Year != 0 && r.Year != d.Folder.Year && c.Entry.Report.Year == d.Folder.Year:
		c.Notes = append(c.Notes, fmt.Sprintf("另有文件未核对：%s（写明是%d年）", h.path, r.Year))
	default:
		c.Notes = append(c.Notes, "另有文件未核对："+h.path+"（如应以它为准，请移走其他文件）")
	}
}

// better orders the files of a unit, the draft first: what can be read, is a
// report, and of this year; of several such the one that came after the last
// round, else the one looked at then; the one whose name says it is final; the
// fullest.
func (d *Drafts) better(a, b *handed, kept opinion.Kept) int {
	is := func(f func(*handed) bool) int { return truth(f(b)) - truth(f(a)) }
	return cmp.Or(
		is(func(h *handed) bool { return h.file.Report != nil }),
		is(func(h *handed) bool { return h.file.Report != nil && len(h.file.Report.Sections) > 1 }),
		is(func(h *handed) bool { return h.file.Report == nil || h.file.Report.Year == d.Folder.Year }),
		is(func(h *handed) bool { return kept.Known && !kept.Saw(h.file.SHA256) }),
		is(func(h *handed) bool { return kept.SHA256 == h.file.SHA256 }),
		cmp.Compare(finality(b.path), finality(a.path)),
		cmp.Compare(fullness(b), fullness(a)),
	)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

var (
	final   = regexp.MustCompile(`定稿|终稿|终版|最终|正式|修改稿|修改版|修改后|改后|已改|盖章|审定`)
	notLast = regexp.MustCompile(`初稿|草稿|征求意见|讨论|旧|备份|副本|参考|修改前|原稿`)
)

// finality is what the names of a file and its folders say of its version.
func finality(name string) int {
	switch {
	case notLast.MatchString(name):
		return -1
	case final.MatchString(name):
		return 1
	}
	return 0
}

// fullness is how much of a report a file holds, by sections and cells.
func fullness(h *handed) int {
	if h.file.Report == nil {
		return -1
	}
	n := 40 * len(h.file.Report.Sections)
	for _, c := range h.file.Report.Cells {
		if c.State != report.Missing {
			n++
		}
	}
	return n
}
