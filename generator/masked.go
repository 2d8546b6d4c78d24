package generator

import (
	"context"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/work"
)

// reportCopies gives the masked copy of each report of the entries.
func reportCopies(ctx context.Context, es []*archive.Entry) (func(*report.Report) *report.Report, error) {
	made := make([]map[*report.Report]*report.Report, len(es))
	err := work.Each(ctx, len(es), func(i int) error {
		made[i] = map[*report.Report]*report.Report{es[i].Report: personal.Masked(es[i].Report)}
		for _, f := range es[i].Files {
			if _, have := made[i][f.Report]; !have {
				made[i][f.Report] = personal.Masked(f.Report)
			}
		}
		return nil
	}, nil)
	all := map[*report.Report]*report.Report{}
	for _, m := range made {
		for r, c := range m {
			all[r] = c
		}
	}
	return func(r *report.Report) *report.Report {
		if c, ok := all[r]; ok {
			return c
		}
		return personal.Masked(r)
	}, err
}

// Masked gives judged reports as outputs may show them: with their agencies, each
// text masked but those that a reviewed note released.
func Masked(ctx context.Context, js []Judged) ([]Judged, error) {
	shown := map[*archive.Entry]bool{}
	seen := map[*archive.Agency]bool{}
	var agencies []*archive.Agency
	var es []*archive.Entry
	for _, j := range js {
		shown[j.Entry] = released(j.Entry, j.Judgement) != nil
		if g := j.Entry.Agency; !seen[g] {
			seen[g] = true
			agencies = append(agencies, g)
			es = append(es, g.Reports...)
		}
	}
	copied, err := reportCopies(ctx, es)
	if err != nil {
		return nil, err
	}
	of := map[*archive.Entry]*archive.Entry{}
	for _, g := range agencies {
		g.Masked(archive.Masking{Shown: shown, Report: copied}, of)
	}
	for _, e := range of {
		e.Path, e.NotesPath, e.HumanPath = personal.Path(e.Path), personal.Path(e.NotesPath), personal.Path(e.HumanPath)
	}
	out := make([]Judged, len(js))
	for i, j := range js {
		out[i] = Judged{File: j.File, Entry: of[j.Entry], Judgement: j.Judgement}
		if !shown[j.Entry] {
			out[i].Judgement = j.Judgement.Masked(copied)
		}
	}
	return out, nil
}

// released are the numbers that reviewed notes released, all that the report
// has; nil where there are none or some are not.
func released(e *archive.Entry, j *check.Judgement) map[string]bool {
	if j.Withheld() || e.Report == nil {
		return nil
	}
	for i := range j.Findings {
		if j.Findings[i].Rule.ID == check.PersonalData {
			free := map[string]bool{}
			for _, n := range personal.Of(e.Report) {
				free[n.Digits] = true
			}
			return free
		}
	}
	return nil
}
