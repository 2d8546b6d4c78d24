package near_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/codec"
	"ogi/generator/near"
	"ogi/generator/report"
)

// Reports that are brought together key by key, in any order and by way of bytes, meet
// those that an index finds: also where more share a piece than are held of it, where
// bodies are related, and where agencies have one name.
func TestReportsMeetByKeysAsInAnIndex(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	var parts []string
	for i := range 14 {
		parts = append(parts, words(uint64(300+i)))
	}
	var sketches []near.Sketch
	for i := range 240 {
		paras := []string{parts[rng.IntN(1+rng.IntN(len(parts)))]} // the first stand in more than are held
		for range rng.IntN(3) {
			paras = append(paras, parts[rng.IntN(len(parts))])
		}
		if rng.IntN(15) == 0 {
			paras = nil
		}
		kind := []archive.Kind{archive.Department, archive.Government, archive.Township}[rng.IntN(3)]
		e := entry(fmt.Sprintf("u%03d", i/3), 2022+i%3, kind, []string{"410403", "410400", "410000", ""}[rng.IntN(4)], report.Scope(rng.IntN(3)), paras...)
		if rng.IntN(20) == 0 {
			e.Agency.Name = "同名"
		}
		if rng.IntN(20) == 0 {
			e.Meta.Edition = "abridged"
		}
		s := near.SketchOf(e)
		if rng.IntN(10) == 0 {
			s.Before = []string{fmt.Sprintf("u%03d", rng.IntN(80))}
		}
		sketches = append(sketches, s)
	}

	type around struct{ Same, Alike, Parts []near.Report }
	want, found, held := map[near.Report]around{}, around{}, 0
	x := near.New(sketches)
	for i := range sketches {
		a := x.Around(&sketches[i], i)
		of := around{names(sketches, a.Same), names(sketches, a.Alike), names(sketches, a.Parts)}
		want[sketches[i].Of()] = of
		found.Same, found.Alike, found.Parts = append(found.Same, of.Same...), append(found.Alike, of.Alike...), append(found.Parts, of.Parts...)
	}
	if len(found.Same) < 20 || len(found.Alike) < 100 || len(found.Parts) < 100 {
		t.Fatalf("too little is around to tell anything: %d, %d, %d", len(found.Same), len(found.Alike), len(found.Parts))
	}

	for range 2 {
		rng.Shuffle(len(sketches), func(i, j int) { sketches[i], sketches[j] = sketches[j], sketches[i] })
		marks := map[string][]near.Mark{}
		for i := range sketches {
			for key, m := range sketches[i].Marks() {
				again(t, &m, func() *near.Mark { return &near.Mark{} })
				marks[key] = append(marks[key], m)
			}
		}
		got := map[near.Report]around{}
		tallies := map[near.Report][]near.Tally{}
		for key, of := range marks {
			held = max(held, len(of))
			near.Meet(key, of, func(m *near.Mark, r near.Relation, others []near.Report) {
				a := got[m.Report]
				switch r {
				case near.Same:
					a.Same = others
				case near.Part:
					a.Parts = others
				case near.Shares:
					if ts := tallies[m.Report]; len(ts) == 0 || rng.IntN(3) == 0 {
						tallies[m.Report] = append(ts, near.Tally{})
					}
					at := rng.IntN(len(tallies[m.Report]))
					tallies[m.Report][at].Add(m.Pieces, others)
				}
				got[m.Report] = a
			})
		}
		for of, ts := range tallies {
			rng.Shuffle(len(ts), func(i, j int) { ts[i], ts[j] = ts[j], ts[i] })
			all := near.Tally{}
			for i := range ts {
				again(t, &ts[i], func() *near.Tally { return &near.Tally{} })
				all.Merge(ts[i])
			}
			a := got[of]
			a.Alike = all.Alike()
			got[of] = a
		}
		for of, w := range want {
			g := got[of]
			if !slices.Equal(g.Same, w.Same) || !slices.Equal(g.Alike, w.Alike) || !slices.Equal(g.Parts, w.Parts) {
				t.Fatalf("%v has %v around it, not %v", of, g, w)
			}
		}
	}
	if held <= 50 {
		t.Errorf("no piece is shared by more than %d", held)
	}
}

type packed interface{ Packed(*codec.Wire) }

// again fails unless a value comes back from its bytes.
func again[T packed](t *testing.T, v T, empty func() T) {
	t.Helper()
	w := codec.Writer(nil)
	v.Packed(&w)
	in := codec.Reader(string(w.Bytes()))
	back := empty()
	back.Packed(&in)
	if !in.Ended() || !reflect.DeepEqual(v, back) {
		t.Fatalf("%v comes back as %v", v, back)
	}
}
