package near_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/near"
	"ogi/generator/report"
)

func entry(slug string, year int, kind archive.Kind, region string, scope report.Scope, paras ...string) *archive.Entry {
	r := &report.Report{Scope: scope}
	for _, p := range paras {
		r.View = append(r.View, report.ViewLine{Text: p})
		r.Preamble = append(r.Preamble, report.Text{Text: p})
	}
	return &archive.Entry{Agency: &archive.Agency{Slug: slug, Name: "机关" + slug, Region: region, Kind: kind}, Year: year, Report: r}
}

// words are a paragraph of prose that no other seed has.
func words(seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	b := make([]rune, 900)
	for i := range b {
		b[i] = rune(0x4e00 + rng.IntN(3000))
	}
	return string(b)
}

func TestTextHash(t *testing.T) {
	of := func(paras ...string) uint64 {
		return near.TextHash(entry("a", 2024, archive.Department, "", report.ScopeOwn, paras...).Report)
	}
	if of("甲 乙", "丙") != of("甲", "\u3000乙丙") || of("甲") == of("乙") || of() != 0 || of(" \u3000") != 0 || of("甲") == 0 {
		t.Error("texts are the same where they are but for white space")
	}
}

// What is found does not hang on the order in which reports come, also where more
// share a piece than are held of it.
func TestOrderOfReportsChangesNothing(t *testing.T) {
	var es []*archive.Entry
	for i := range 150 {
		slug, year := fmt.Sprintf("u%03d", i), 2020+i%4
		paras := []string{words(uint64(i))}
		switch {
		case i%3 == 0: // more than fifty
			paras = []string{words(1000)}
		case i%7 == 0:
			paras = []string{words(2000), words(uint64(i))}
		}
		es = append(es, entry(slug, year, archive.Department, "410403", report.ScopeOwn, paras...))
	}
	type found struct {
		Same, Alike, Parts []string
		Any, Others        bool
	}
	ask := func(es []*archive.Entry) map[string]found {
		sketches := make([]near.Sketch, len(es))
		for i, e := range es {
			sketches[i] = near.SketchOf(e)
		}
		x := near.New(sketches)
		names := func(ids []int, sorted bool) (out []string) {
			for _, i := range ids {
				out = append(out, es[i].Agency.Slug)
			}
			if !sorted {
				slices.Sort(out)
			}
			return out
		}
		out := map[string]found{}
		for i, e := range es {
			s := &sketches[i]
			f := found{Same: names(x.Same(s, i), false), Alike: names(x.Alike(s), true), Parts: names(x.Parts("410403", e.Year), false)}
			f.Any, f.Others = x.Prose(s)
			out[e.Agency.Slug] = f
		}
		return out
	}
	want := ask(es)
	if f := want["u003"]; len(f.Alike) != 3 || len(f.Same) != 49 || !f.Any || !f.Others {
		t.Fatalf("u003: %+v", f)
	}
	if f := want["u001"]; len(f.Alike) != 0 || len(f.Same) != 0 {
		t.Fatalf("u001 is like no other: %+v", f)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5 {
		rng.Shuffle(len(es), func(i, j int) { es[i], es[j] = es[j], es[i] })
		if got := ask(es); !reflect.DeepEqual(got, want) {
			t.Fatal("another order finds something else")
		}
	}
}

func TestWhoIsAlike(t *testing.T) {
	copied := words(7)
	a := entry("a", 2023, archive.Department, "410403", report.ScopeOwn, copied)
	for name, c := range map[string]struct {
		change func(b *archive.Entry)
		want   int
	}{
		"another body, later":   {func(*archive.Entry) {}, 1},
		"another body, earlier": {func(b *archive.Entry) { b.Year = 2022 }, 0},
		"the same body":         {func(b *archive.Entry) { b.Agency.Slug = "a" }, 0},
		"the body renamed":      {func(b *archive.Entry) { b.Agency.Name = a.Agency.Name }, 0},
		"other words":           {func(b *archive.Entry) { b.Report.Preamble[0].Text = words(8) }, 0},
	} {
		b := entry("b", 2024, archive.Department, "410403", report.ScopeOwn, copied)
		c.change(b)
		sketches := []near.Sketch{near.SketchOf(a), near.SketchOf(b)}
		if got := near.New(sketches).Alike(&sketches[1]); len(got) != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	short := near.SketchOf(entry("s", 2024, archive.Department, "", report.ScopeOwn, "七个字不够比"))
	a.Meta.Edition = "abridged"
	if s := near.SketchOf(a); s.Prose || len(s.Sample) == 0 || short.Prose {
		t.Errorf("from an abridged report and from a few words nobody copies: %v %v", s.Prose, short.Prose)
	}
}

func TestParts(t *testing.T) {
	for _, c := range []struct {
		name string
		e    *archive.Entry
		want string
	}{
		{"a department of a county", entry("d", 2024, archive.Department, "410403", report.ScopeOwn), "410403"},
		{"a department that counts its area", entry("d", 2024, archive.Department, "410403", report.ScopeArea), ""},
		{"a county that counts its area", entry("g", 2024, archive.Government, "410403", report.ScopeArea), "410400"},
		{"a county that counts itself", entry("g", 2024, archive.Government, "410403", report.ScopeOwn), ""},
		{"a town", entry("t", 2024, archive.Township, "410403", report.ScopeOwn), ""},
	} {
		if got := near.SketchOf(c.e).Within; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What may be around a report differs only where Touched says so, and an index for
// some reports answers for them as one for all.
func TestTouchedLeavesOutNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	parts := make([]string, 12)
	for i := range parts {
		parts[i] = words(uint64(100 + i))
	}
	one := func(slug string, year int) near.Sketch {
		var paras []string
		for range rng.IntN(4) {
			paras = append(paras, parts[min(rng.IntN(len(parts)), rng.IntN(len(parts)))])
		}
		kind := []archive.Kind{archive.Department, archive.Government, archive.Township}[rng.IntN(3)]
		e := entry(slug, year, kind, []string{"410403", "410400", "410000"}[rng.IntN(3)], report.Scope(rng.IntN(3)), paras...)
		if rng.IntN(20) == 0 {
			e.Agency.Name = "同名"
		}
		if rng.IntN(20) == 0 {
			e.Meta.Edition = "abridged"
		}
		return near.SketchOf(e)
	}
	type around struct {
		Same, Alike, Parts []near.Report
	}
	all := func(sketches []near.Sketch) map[near.Report]around {
		x := near.New(sketches)
		out := map[near.Report]around{}
		for i := range sketches {
			a := x.Around(&sketches[i], i)
			out[sketches[i].Of()] = around{names(sketches, a.Same), names(sketches, a.Alike), names(sketches, a.Parts)}
		}
		return out
	}
	var now []near.Sketch
	for i := range 160 {
		now = append(now, one(fmt.Sprintf("u%03d", i/2), 2022+i%2))
	}
	found, spared := 0, 0
	for round := range 60 {
		was := all(now)
		next := slices.Clone(now)
		var changed []int
		var before []near.Sketch
		for range 1 + rng.IntN(3) {
			switch i := rng.IntN(len(next)); {
			case rng.IntN(4) == 0: // gone; the places move, so that nothing changed before it
				i = rng.IntN(len(now))
				next, changed, before = slices.Delete(slices.Clone(now), i, i+1), nil, []near.Sketch{now[i]}
			case rng.IntN(4) == 0: // new
				next = append(next, one(fmt.Sprintf("n%03d%d", round, len(next)), 2022+rng.IntN(2)))
				changed = append(changed, len(next)-1)
			case !slices.Contains(changed, i):
				before = append(before, next[i])
				next[i] = one(next[i].Agency, next[i].Year)
				changed = append(changed, i)
			}
		}
		is := all(next)
		touched := near.Touched(next, changed, before)
		x := near.NewFor(next, touched)
		for i := range next {
			of := next[i].Of()
			if !slices.Contains(touched, i) {
				spared++
				if !reflect.DeepEqual(is[of], was[of]) {
					t.Fatalf("round %d: %v has %v around it, not %v, and is not touched", round, of, is[of], was[of])
				}
				continue
			}
			a := x.Around(&next[i], i)
			if got := (around{names(next, a.Same), names(next, a.Alike), names(next, a.Parts)}); !reflect.DeepEqual(got, is[of]) {
				t.Fatalf("round %d: %v has %v around it; in an index for some %v", round, of, is[of], got)
			}
			if !reflect.DeepEqual(is[of], was[of]) {
				found++
			}
		}
		now = next
	}
	if found < 100 || spared < 100 {
		t.Errorf("only %d differed and %d were spared", found, spared)
	}
}

func names(sketches []near.Sketch, ids []int) (out []near.Report) {
	for _, i := range ids {
		out = append(out, sketches[i].Of())
	}
	return out
}
