package generator

import (
	"context"
	"slices"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/stage"
	"ogi/generator/work"
)

// judge asks the rules about every report.
func judge(ctx context.Context, a *archive.Archive, set *check.Set, done func(n, of int)) (check.Results, []diag.Diagnostic, error) {
	es := a.Entries()
	js := make([]*check.Judgement, len(es))
	broken := make([][]diag.Diagnostic, len(es))
	err := work.Each(ctx, len(es), func(i int) error {
		js[i], broken[i] = stage.One(set, es[i])
		return nil
	}, done)
	results := make(check.Results, len(es))
	for i, e := range es {
		results[e] = js[i]
	}
	return results, slices.Concat(broken...), err
}
