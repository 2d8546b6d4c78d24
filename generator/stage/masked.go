package stage

import (
	"context"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/work"
)

// Copies gives the masked copy of each report of the entries.
func Copies(ctx context.Context, es []*archive.Entry, results check.Results) (func(*report.Report) *report.Report, error) {
	made := make([]map[*report.Report]*report.Report, len(es))
	err := work.Each(ctx, len(es), func(i int) error {
		made[i] = map[*report.Report]*report.Report{}
		for r, found := range numbersOf(es[i], results[es[i]]) {
			made[i][r] = personal.MaskedOf(r, found)
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

// Released are the numbers that reviewed notes released, all that the report
// has; nil where there are none or some are not.
func Released(e *archive.Entry, j *check.Judgement) map[string]bool {
	if j.Withheld() || e.Report == nil {
		return nil
	}
	for i := range j.Findings {
		if j.Findings[i].Rule.ID == check.PersonalData {
			free := map[string]bool{}
			for _, n := range j.Personal(e.Report) {
				free[n.Digits] = true
			}
			return free
		}
	}
	return nil
}
