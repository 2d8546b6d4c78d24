package sum

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator"
	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/office"
	"ogi/generator/office/roster"
	"ogi/generator/personal"
	"ogi/generator/work"
)

// A Request says what to add up. With a roster, only its units count, and those
// that are missing are a doubt. Without a year it is the one most reports are
// about.
type Request struct {
	Paths    []string // files, folders and archive folders
	Roster   string   // a file, "" for none
	Year     int
	Progress work.Progress
}

// Read drafts an area's tables from the reports at the request's paths. A folder
// of drafts is read as package office reads it, so that both take the same file
// of several.
func Read(ctx context.Context, q Request) (*Sum, []diag.Diagnostic, error) {
	if len(q.Paths) == 1 {
		st, err := os.Stat(q.Paths[0])
		if root, _ := generator.Enclosing(q.Paths[0], true); err == nil && st.IsDir() && root == "" {
			return ofDrafts(ctx, office.Request{Dir: q.Paths[0], Roster: q.Roster, Year: q.Year, Progress: q.Progress})
		}
	}
	var units []roster.Unit
	var told []diag.Diagnostic
	if q.Roster != "" {
		var err error
		if units, told, err = roster.Load(q.Roster); err != nil {
			return nil, told, err
		}
	}
	js, ds, err := generator.Judge(ctx, generator.Request{Paths: q.Paths, Progress: q.Progress}) // each says its own year
	ds = append(told, ds...)
	if err != nil {
		return nil, ds, err
	}
	year := q.Year
	if year == 0 {
		var years []int
		for _, j := range js {
			years = append(years, j.Entry.Year)
		}
		if year = office.Commonest(years); year == 0 {
			return nil, ds, fmt.Errorf("no report says its year: name it with --year")
		}
	}
	var others []Doubt
	var read []Unit
	for _, j := range js {
		read = append(read, Unit{Name: j.Entry.Agency.Name, File: personal.Path(j.File), Entry: j.Entry, Judgement: j.Judgement})
	}
	if units != nil {
		read, others = byRoster(units, read, year)
	}
	for _, d := range ds {
		if d.Level == diag.Error {
			others = append(others, Doubt{File: personal.Path(d.File), What: "未计入：未能读取：" + personal.Mask(d.Message)})
		}
	}
	// In an archive other years are not the question.
	read = slices.DeleteFunc(read, func(u Unit) bool {
		return u.Entry.Year != year && len(u.Entry.Agency.Reports) > 1
	})
	return Of(year, read, others), ds, nil
}

// ofDrafts adds up a folder of drafts.
func ofDrafts(ctx context.Context, q office.Request) (*Sum, []diag.Diagnostic, error) {
	d, ds, err := office.Read(ctx, q)
	if err != nil {
		return nil, ds, err
	}
	var read []Unit
	var others []Doubt
	for _, c := range d.Folder.Cases {
		file := filepath.ToSlash(filepath.Join(personal.Path(q.Dir), c.File))
		switch {
		case c.Entry != nil:
			if c.Entry.Report.Year != 0 {
				c.Entry.Year = c.Entry.Report.Year
			}
			read = append(read, Unit{Name: c.Unit.Name, File: file, Entry: c.Entry, Judgement: c.Judgement})
		case c.Unreadable != nil:
			others = append(others, Doubt{Unit: c.Unit.Name, File: file, What: "未计入：未能读取：" + strings.Join(c.Unreadable, "；")})
		default:
			others = append(others, absent(c.Unit.Name, d.Folder.Year))
		}
		for _, n := range c.Notes {
			others = append(others, Doubt{Unit: c.Unit.Name, File: file, What: n})
		}
	}
	for _, f := range d.Folder.Strays {
		others = append(others, Doubt{File: filepath.ToSlash(filepath.Join(personal.Path(q.Dir), f.File)), What: "未计入：" + f.Note})
	}
	return Of(d.Folder.Year, read, others), ds, nil
}

// absent is the doubt about a unit that handed nothing in.
func absent(unit string, year int) Doubt {
	return Doubt{Unit: unit, What: fmt.Sprintf("未计入：未收到%d年的报告", year)}
}

// byRoster names reports by the roster and puts them in its order.
func byRoster(units []roster.Unit, read []Unit, year int) (out []Unit, doubts []Doubt) {
	drafts := make([]roster.Draft, len(read))
	for i, u := range read {
		drafts[i] = roster.Draft{Path: filepath.ToSlash(u.File), Agency: u.Entry.Agency.Name, Title: u.Entry.Report.Title.Text}
	}
	of := make([][]Unit, len(units))
	for i, p := range roster.Match(units, drafts) {
		if p.Unit < 0 {
			if read[i].Entry.Year == year {
				doubts = append(doubts, Doubt{Unit: read[i].Name, File: read[i].File, What: "未计入：" + p.Note})
			}
			continue
		}
		u := read[i]
		u.Name = units[p.Unit].Name
		g := *u.Entry.Agency
		if g.Kind == "" || form.Norm(g.Name) != form.Norm(u.Name) {
			g.Kind = units[p.Unit].Kind
			e := *u.Entry
			e.Agency, u.Entry = &g, &e
		}
		if p.Note != "" {
			doubts = append(doubts, Doubt{Unit: u.Name, File: u.File, What: p.Note})
		}
		of[p.Unit] = append(of[p.Unit], u)
	}
	for i, us := range of {
		if !slices.ContainsFunc(us, func(u Unit) bool { return u.Entry.Year == year }) {
			doubts = append(doubts, absent(units[i].Name, year))
		}
		out = append(out, us...)
	}
	return out, doubts
}
