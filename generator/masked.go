package generator

import (
	"context"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/personal"
	"ogi/generator/stage"
)

// Masked gives judged reports as outputs may show them: with their agencies, each
// text masked but those that a reviewed note released.
func Masked(ctx context.Context, js []Judged) ([]Judged, error) {
	shown := map[*archive.Entry]bool{}
	seen := map[*archive.Agency]bool{}
	var agencies []*archive.Agency
	var es []*archive.Entry
	results := check.Results{}
	for _, j := range js {
		results[j.Entry] = j.Judgement
		shown[j.Entry] = stage.Released(j.Entry, j.Judgement) != nil
		if g := j.Entry.Agency; !seen[g] {
			seen[g] = true
			agencies = append(agencies, g)
			es = append(es, g.Reports...)
		}
	}
	copied, err := stage.Copies(ctx, es, results)
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
