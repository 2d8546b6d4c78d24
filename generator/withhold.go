package generator

import (
	"context"
	"reflect"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
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
		if released(e, j) {
			return nil
		}
		all := j.Withheld() || personal(e.Report)
		for _, f := range e.Files {
			if all || personal(f.Report) || check.Mask(f.Path) != f.Path {
				found[i] = append(found[i], f.Path)
			}
			conceal(f.Report)
		}
		conceal(e.Report)
		for n := range j.Findings {
			f := &j.Findings[n]
			for _, s := range []*string{&f.Message, &f.MessageEN, &f.Formula, &f.MayBeWrong, &f.Lacks} {
				*s = check.Mask(*s)
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

// released reports whether a reviewed note released all that was found.
func released(e *archive.Entry, j *check.Judgement) bool {
	if j.Withheld() {
		return false
	}
	for i := range j.Findings {
		if j.Findings[i].Rule.ID == check.PersonalData {
			return true
		}
	}
	return false
}

// personal reports whether a report holds numbers of persons. It asks the text
// itself, so that a rule that broke releases nothing.
func personal(r *report.Report) bool {
	if r == nil {
		return false
	}
	for _, l := range r.View {
		if check.Mask(l.Text) != l.Text {
			return true
		}
	}
	return false
}

// conceal masks a report. A cell that held such a number is none any more.
func conceal(r *report.Report) {
	if r == nil {
		return
	}
	for i := range r.Cells {
		if c := &r.Cells[i]; check.Mask(c.Raw) != c.Raw || c.State == report.Number && check.Mask(c.Value.String()) != c.Value.String() {
			c.State, c.Value, c.Why = report.Garbled, report.Decimal{}, "疑似个人信息，已遮盖"
		}
	}
	mask(reflect.ValueOf(r).Elem())
}

// mask masks every string below v. The form is shared and holds no words of
// reports; other pointers are not followed.
func mask(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if s := v.String(); strings.ContainsFunc(s, digit) && v.CanSet() {
			if m := check.Mask(s); m != s {
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

func digit(c rune) bool { return '0' <= c && c <= '9' }
