package generator

import (
	"context"

	"ogi/generator/near"
	"ogi/generator/work"
)

// meet finds what is around each report: anew for those around which something may
// have changed, for the others it is as it was.
func (r *run) meet() {
	var changed []int
	var before []near.Sketch
	for _, u := range r.units {
		if !u.asWas {
			for i := range u.sketches {
				changed = append(changed, u.first+i)
			}
		}
	}
	for slug, was := range r.was.units {
		if u := r.bySlug[slug]; u == nil || !u.asWas {
			before = append(before, was.sketches...)
		}
	}
	// What is told apart costs memory for each piece of prose; a build that knows
	// nothing asks for all.
	var touched []int
	asked := make([]bool, len(r.sketches))
	if len(changed) < len(r.sketches) {
		touched = near.Touched(r.sketches, changed, before)
	}
	for _, i := range touched {
		asked[i] = true
	}
	index := near.NewFor(r.sketches, touched)
	if touched == nil && len(changed) > 0 || !r.named(asked) {
		touched = touched[:0]
		for i := range asked {
			touched, asked[i] = append(touched, i), true
		}
		index = near.New(r.sketches)
	}
	r.around = make([]near.Around, len(r.sketches))
	_ = work.Each(context.Background(), len(touched), func(k int) error {
		i := touched[k]
		r.around[i] = index.Around(&r.sketches[i], i)
		return nil
	}, nil)
	for _, u := range r.units {
		around := make([]surroundings, len(u.sketches))
		for k := range u.sketches {
			i := u.first + k
			if !asked[i] {
				was := &u.around[k]
				r.around[i] = near.Around{Same: r.places(was.same), Alike: r.places(was.alike), Parts: r.places(was.parts)}
				r.around[i].Prose, r.around[i].Others = index.Prose(&r.sketches[i])
			}
			a := &r.around[i]
			around[k] = surroundings{r.names(a.Same), r.names(a.Alike), r.names(a.Parts), a.Prose, a.Others}
		}
		u.around = around
	}
}

// named reports whether all that was told to be around reports is held; of those
// that are asked anew it does not matter.
func (r *run) named(asked []bool) bool {
	for _, u := range r.units {
		for i := range u.around {
			if asked[u.first+i] {
				continue
			}
			a := &u.around[i]
			for _, of := range [][]near.Report{a.same, a.alike, a.parts} {
				for _, o := range of {
					if _, held := r.at[o]; !held {
						return false
					}
				}
			}
		}
	}
	return true
}

func (r *run) places(of []near.Report) []int {
	var at []int
	for _, o := range of {
		at = append(at, r.at[o])
	}
	return at
}

func (r *run) names(at []int) []near.Report {
	var of []near.Report
	for _, i := range at {
		of = append(of, r.sketches[i].Of())
	}
	return of
}
