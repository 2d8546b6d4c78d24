package generator

import (
	"context"
	"fmt"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/work"
)

// judge asks the rules about every report.
func judge(ctx context.Context, a *archive.Archive, set *check.Set, done func(n, of int)) (check.Results, []diag.Diagnostic, error) {
	es := a.Entries()
	js := make([]*check.Judgement, len(es))
	broken := make([][]diag.Diagnostic, len(es))
	err := work.Each(ctx, len(es), func(i int) error {
		js[i], broken[i] = One(set, es[i])
		return nil
	}, done)
	results := make(check.Results, len(es))
	for i, e := range es {
		results[e] = js[i]
	}
	return results, slices.Concat(broken...), err
}

// One judges one report. A rule that breaks on it leaves it without verdicts.
func One(set *check.Set, e *archive.Entry) (*check.Judgement, []diag.Diagnostic) {
	return judged(e, func() *check.Judgement { return set.One(e.Agency, e) })
}

func judged(e *archive.Entry, by func() *check.Judgement) (*check.Judgement, []diag.Diagnostic) {
	j := &check.Judgement{}
	if err := work.Safely(func() { j = by() }); err != nil {
		return j, []diag.Diagnostic{internal(e.Path, err)}
	}
	return j, unbound(e, j)
}

// internal tells of what broke by our own fault.
func internal(file string, err error) diag.Diagnostic {
	return diag.Diagnostic{
		Level: diag.Error, File: file, Code: "internal", Message: fmt.Sprintf("internal error: %v", err),
		Remedy: "请把这个问题告诉我们，最好附上报告",
	}
}
