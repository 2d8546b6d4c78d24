package generator

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/roster"
	"ogi/generator/sum"
)

// Sum drafts an area's tables from the reports at the request's paths. With a
// roster, only its units count, and those that are missing are a doubt. Without
// a year it is the one most reports are about.
func Sum(ctx context.Context, q Request, rosterFile string) (*sum.Sum, []diag.Diagnostic, error) {
	var units []roster.Unit
	var told []diag.Diagnostic
	if rosterFile != "" {
		b, err := os.ReadFile(rosterFile)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", rosterFile, bare(err))
		}
		if units, told, err = roster.Read(slash(rosterFile), b); err != nil {
			return nil, told, err
		}
	}
	year := q.Year
	q.Year = 0 // each report says its own
	js, ds, err := Judge(ctx, q)
	ds = append(told, ds...)
	if err != nil {
		return nil, ds, err
	}
	if rosterFile != "" {
		st, err := os.Stat(rosterFile)
		js = slices.DeleteFunc(js, func(j Judged) bool { // a roster beside the reports is none
			other, e := os.Stat(filepath.FromSlash(j.File))
			return err == nil && e == nil && os.SameFile(st, other)
		})
	}
	if year == 0 {
		if year = commonYear(js); year == 0 {
			return nil, ds, fmt.Errorf("no report says its year: name it with --year")
		}
	}
	var others []sum.Doubt
	var read []sum.Unit
	for _, j := range js {
		read = append(read, sum.Unit{Name: j.Entry.Agency.Name, File: j.File, Entry: j.Entry, Judgement: j.Judgement})
	}
	if units != nil {
		read, others = byRoster(units, read, year)
	}
	for _, d := range ds {
		if d.Level == diag.Error {
			others = append(others, sum.Doubt{File: d.File, What: "未计入：未能读取：" + d.Message})
		}
	}
	// In an archive other years are not the question.
	read = slices.DeleteFunc(read, func(u sum.Unit) bool {
		return u.Entry.Year != year && len(u.Entry.Agency.Reports) > 1
	})
	return sum.Of(year, read, others), ds, nil
}

func commonYear(js []Judged) int {
	n, best := map[int]int{}, 0
	for _, j := range js {
		n[j.Entry.Year]++
	}
	delete(n, 0)
	for y, k := range n {
		if k > n[best] || k == n[best] && y > best {
			best = y
		}
	}
	return best
}

// byRoster names reports by the roster and puts them in its order.
func byRoster(units []roster.Unit, read []sum.Unit, year int) (out []sum.Unit, doubts []sum.Doubt) {
	drafts := make([]roster.Draft, len(read))
	for i, u := range read {
		drafts[i] = roster.Draft{Path: slash(u.File), Agency: u.Entry.Agency.Name, Title: u.Entry.Report.Title.Text}
	}
	of := make([][]sum.Unit, len(units))
	for i, p := range roster.Match(units, drafts) {
		if p.Unit < 0 {
			if read[i].Entry.Year == year {
				doubts = append(doubts, sum.Doubt{Unit: read[i].Name, File: read[i].File, What: "未计入：" + p.Note})
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
			doubts = append(doubts, sum.Doubt{Unit: u.Name, File: u.File, What: p.Note})
		}
		of[p.Unit] = append(of[p.Unit], u)
	}
	for i, us := range of {
		if !slices.ContainsFunc(us, func(u sum.Unit) bool { return u.Entry.Year == year }) {
			doubts = append(doubts, sum.Doubt{Unit: units[i].Name, What: fmt.Sprintf("未计入：未收到%d年的报告", year)})
		}
		out = append(out, us...)
	}
	return out, doubts
}
