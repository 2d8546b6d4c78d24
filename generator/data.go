package generator

import (
	"context"

	"ogi/generator/cache"
	"ogi/generator/data"
	"ogi/generator/page"
	"ogi/generator/work"
)

// data writes the open data, as far as its files are not as they were, and what tells
// of them.
func (r *run) data(ctx context.Context, bodies []*page.BodyBrief) error {
	if !r.HasData() {
		return nil
	}
	var all []data.Summary
	for _, u := range r.units {
		all = append(all, u.rows)
	}
	files := r.Data(all)
	var anew [][]data.File // those made in one go: of one format
	for _, f := range files {
		if was := r.was.lists[f.Path]; was != nil && was.rests == f.Rests && r.tree.Keep(f.Path, was.published) {
			continue
		}
		r.anew.Store(true)
		if n := len(anew); n > 0 && data.Together(anew[n-1][0], f) {
			anew[n-1] = append(anew[n-1], f)
		} else {
			anew = append(anew, []data.File{f})
		}
	}
	err := work.Each(ctx, len(anew), func(i int) error {
		return data.Make(anew[i], rowShelf{ctx, r}, cache.Scratch, r.tree.Create)
	}, nil)
	if err != nil {
		return err
	}
	for _, f := range files {
		o := r.output(f.Path)
		o.rests = f.Rests
		r.lists[f.Path] = &o
	}
	made := make([]data.Made, len(files))
	for i, f := range files {
		made[i] = data.Made{File: f, Size: r.tree.Size(f.Path), Sum: r.lists[f.Path].published}
	}
	told := r.DataTold(bodies, made)
	return work.Each(ctx, len(told), func(i int) error { return r.unless(&told[i]) }, nil)
}

// A rowShelf has the rows of a run's agencies.
type rowShelf struct {
	ctx context.Context
	run *run
}

func (s rowShelf) Len() int { return len(s.run.units) }

func (s rowShelf) Chunk(i int) (*data.Chunk, error) {
	b, err := s.bytes(i)
	if err != nil {
		return nil, err
	}
	return data.Open(b)
}

func (s rowShelf) bytes(i int) ([]byte, error) {
	u := s.run.units[i]
	if u.dir != "" {
		return u.partRows()
	}
	if b := s.run.held.rows(u.rows.Sum, u.rowsAt); b != nil {
		return b, nil
	}
	a := s.run.load(u) // what was kept was removed meanwhile
	if a == nil {
		return nil, u.changed()
	}
	made, err := s.run.Frame.Agency(s.ctx, a, u.first, s.run.set, s.run)
	if err != nil {
		return nil, err
	}
	if made.Rows == nil {
		return nil, u.changed()
	}
	return made.Rows, nil
}
