package generator

import (
	"context"
	"reflect"
	"strings"
	"unicode/utf8"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/report"
)

// withhold masks the personal numbers that were found, in everything that the
// site is made of, and tells which files are not offered: those that hold such
// numbers, and all of a year whose report does. What a reviewed note releases
// stands as published. It comes after judging, which needs the true text, and
// before anything is laid out, so that no page can forget it.
func withhold(ctx context.Context, a *archive.Archive, results check.Results) (map[string]bool, error) {
	es := a.Entries()
	found := make([][]string, len(es))
	err := each(ctx, len(es), func(i int) error {
		e, j := es[i], results[es[i]]
		free, has := released(e, j), holds(e.Report)
		for _, f := range e.Files {
			its := has
			if f.Report != e.Report {
				its = holds(f.Report)
			}
			switch {
			case free != nil && within(f.Report, free):
				continue
			case free == nil && (j.Withheld() || has), its, personal.Mask(f.Path) != f.Path:
				found[i] = append(found[i], f.Path)
			}
			if f.Report != e.Report {
				conceal(f.Report, its)
			}
		}
		if free != nil {
			return nil
		}
		conceal(e.Report, has)
		for n := range j.Findings {
			f := &j.Findings[n]
			for _, s := range []*string{&f.Message, &f.MessageEN, &f.Formula, &f.MayBeWrong, &f.MayBeWrongEN, &f.Lacks} {
				*s = personal.Mask(*s)
			}
			mask(reflect.ValueOf(f.Operands))
			if f.Cause != nil {
				mask(reflect.ValueOf(f.Cause).Elem())
			}
		}
		mask(reflect.ValueOf(e.Notes))
		mask(reflect.ValueOf(j.Stale))
		return nil
	}, nil)
	held := map[string]bool{}
	for _, paths := range found {
		for _, p := range paths {
			held[p] = true
		}
	}
	return held, err
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

// holds reports whether a report holds numbers of persons. It asks the text
// itself, so that a rule that broke releases nothing.
func holds(r *report.Report) bool {
	if r == nil {
		return false
	}
	return len(personal.Of(r)) > 0
}

// conceal masks a report that has such numbers; in one that has none, what looks
// like one by itself. A cell that held such a number is none any more.
func conceal(r *report.Report, has bool) {
	if r == nil {
		return
	}
	if !has {
		mask(reflect.ValueOf(r).Elem())
		return
	}
	cells := cut(r)
	for i := range r.Cells {
		c := &r.Cells[i]
		raw := personal.Mask(c.Raw)
		if cells[i] {
			raw = strings.Repeat("*", utf8.RuneCountInString(c.Raw))
		}
		if cells[i] || raw != c.Raw || c.State == report.Number && personal.Mask(c.Value.String()) != c.Value.String() {
			c.Raw = raw
			c.State, c.Value, c.Why = report.Garbled, report.Decimal{}, "疑似个人信息，已遮盖"
		}
	}
	for _, row := range rows(r) {
		personal.MaskAll(row)
	}
	mask(reflect.ValueOf(r).Elem())
}

// cut are the cells, by index, that hold a piece of a number.
func cut(r *report.Report) map[int]bool {
	cells := map[int]bool{}
	for _, n := range personal.Of(r) {
		if n.Where != personal.Shows {
			continue
		}
		for _, p := range n.Pieces {
			line := r.View[p.Of].Text
			from, to := utf8.RuneCountInString(line[:p.Start]), utf8.RuneCountInString(line[:p.End])
			for _, m := range r.Marks {
				if int(m.Line) == p.Of && int(m.Start) < to && int(m.End) > from {
					cells[int(m.Cell)] = true
				}
			}
		}
	}
	return cells
}

// rows are the texts of a report that follow each other, in which a number may
// be cut.
func rows(r *report.Report) [][]*string {
	var view []*string
	for i := range r.View {
		view = append(view, &r.View[i].Text)
	}
	out := [][]*string{view, told(r.Preamble), told(r.Leftover), told(r.Residue)}
	for i := range r.Sections {
		out = append(out, told(r.Sections[i].Paras))
	}
	return out
}

func told(ts []report.Text) []*string {
	var out []*string
	for i := range ts {
		out = append(out, &ts[i].Text)
	}
	return out
}

// mask masks every string below v. The form is shared and holds no words of
// reports; other pointers are not followed.
func mask(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); v.CanSet() {
			if m := personal.Mask(s); m != s {
				v.SetString(m)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				mask(f)
			}
		}
	case reflect.Slice, reflect.Array:
		if k := v.Type().Elem().Kind(); k != reflect.String && k != reflect.Struct && k != reflect.Slice {
			return
		}
		for i := range v.Len() {
			mask(v.Index(i))
		}
	}
}
