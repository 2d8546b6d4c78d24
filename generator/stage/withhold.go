package stage

import (
	"context"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/page"
	"ogi/generator/personal"
	"ogi/generator/report"
	"ogi/generator/work"
)

// Withhold gives the archive and its judgements as the site may show them, masked
// copies, and tells which files are not offered: those that hold numbers of
// persons, all of a year whose report does, and those in which no program can
// look for them. What a reviewed note releases stands as published. It comes
// after judging, which needs the true text, and before anything is laid out.
func Withhold(ctx context.Context, a *archive.Archive, results check.Results) (*archive.Archive, check.Results, map[string]page.Held, error) {
	es := a.Entries()
	free := make([]map[string]bool, len(es))
	has := make([]numbers, len(es))
	err := work.Each(ctx, len(es), func(i int) error {
		has[i] = numbersOf(es[i], results[es[i]])
		free[i] = Released(es[i], results[es[i]])
		return nil
	}, nil)
	held := map[string]page.Held{}
	whole := map[*archive.Entry]bool{}
	for i, e := range es {
		for _, f := range e.Files {
			if h := why(e, results[e], f, free[i], has[i]); h != page.Offered {
				held[f.Path] = h
			}
		}
		whole[e] = free[i] != nil
	}
	if err != nil {
		return nil, nil, nil, err
	}
	copied, err := Copies(ctx, es, results)
	if err != nil {
		return nil, nil, nil, err
	}
	shown, of := a.Masked(archive.Masking{Shown: whole, Report: copied})
	copies := make(check.Results, len(results))
	for i, e := range es {
		m := of[e]
		if free[i] == nil {
			copies[m] = results[e].Masked(copied)
			continue
		}
		copies[m] = results[e]
		m.Files = slices.Clone(m.Files)
		for k, f := range m.Files { // other versions may hold other numbers
			if f.Report != e.Report && !within(f.Report, free[i]) {
				m.Files[k].Report = personal.Masked(f.Report)
			}
		}
	}
	return shown, copies, held, nil
}

// why tells whether a file of an entry is offered, or what holds it back.
func why(e *archive.Entry, j *check.Judgement, f archive.File, free map[string]bool, has numbers) page.Held {
	switch {
	case f.Carries, personal.Path(f.Path) != f.Path:
		return page.HeldPersonal
	case free != nil && !within(f.Report, free):
		return page.HeldPersonal
	case free == nil && (j.Withheld() || len(has[e.Report]) > 0 || len(has[f.Report]) > 0):
		return page.HeldPersonal
	case f.Unsearched():
		return page.HeldUnsearched
	case f.Acts:
		return page.HeldActing
	}
	return page.Offered
}

// within reports whether a file of the same year holds no other numbers.
func within(r *report.Report, free map[string]bool) bool {
	if r == nil {
		return true
	}
	for _, n := range personal.Of(r) {
		if !free[n.Digits] {
			return false
		}
	}
	return true
}

// numbers are those of persons in the reports of an entry.
type numbers map[*report.Report][]personal.Carried

// numbersOf asks the text of each report itself and no rule, so that a rule that broke
// releases nothing; of the one that was judged it was asked then.
func numbersOf(e *archive.Entry, j *check.Judgement) numbers {
	of := numbers{e.Report: j.Personal(e.Report)}
	for _, f := range e.Files {
		if _, known := of[f.Report]; !known {
			of[f.Report] = j.Personal(f.Report)
		}
	}
	return of
}
