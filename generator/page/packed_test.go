package page

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/codec"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// fill gives every field of a value something of its own, down to what it points to.
func fill(t *testing.T, v reflect.Value, rng *rand.Rand) {
	switch v.Interface().(type) {
	case *form.Form:
		v.Set(reflect.ValueOf(briefForms[rng.IntN(len(briefForms))]))
		return
	case report.Scope:
		v.SetUint(rng.Uint64N(uint64(report.ScopeArea) + 1))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("甲", rng.IntN(1e6)))
	case reflect.Bool:
		v.SetBool(rng.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(rng.Int64N(1e9) - 5e8)
	case reflect.Uint8:
		v.SetUint(rng.Uint64N(256))
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i), rng)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+rng.IntN(3), 9))
		for i := range v.Len() {
			fill(t, v.Index(i), rng)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), rng)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			switch name := v.Type().Field(i).Name; {
			case name == "Of", v.Type() == reflect.TypeFor[archive.Agency]() && name == "Reports",
				v.Type() == reflect.TypeFor[report.Date]() && (name == "Text" || name == "Pos"):
				continue // what leads back, and what a brief has not
			case !f.CanSet():
				f = reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
			}
			fill(t, f, rng)
		}
	default:
		t.Fatalf("%s: what is it filled with?", v.Type())
	}
}

// Every field of a brief comes back, those that are added later too.
func TestBriefsComeBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	for range 200 {
		var g BodyBrief
		fill(t, reflect.ValueOf(&g).Elem(), rng)
		for _, r := range g.Reports {
			r.Of = &g
		}
		w := codec.Writer(nil)
		Packed(&w, &g)
		in := codec.Reader(string(w.Bytes()))
		var back BodyBrief
		Packed(&in, &back)
		if !in.Ended() || !reflect.DeepEqual(g, back) {
			t.Fatalf("%+v\ncame back as\n%+v", g, back)
		}
		for n := range w.Bytes() {
			in := codec.Reader(string(w.Bytes()[:n]))
			Packed(&in, &BodyBrief{})
			if in.Ended() {
				t.Fatalf("%d of %d bytes are taken for all", n, len(w.Bytes()))
			}
		}
	}
}

// Whatever differs in a brief differs in what lists rest on; a reader's own copy of
// the same does not.
func TestListsRestOnAllOfABrief(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	make := func() *BodyBrief {
		g := &BodyBrief{Agency: &archive.Agency{Slug: "a", Name: "甲局", Region: "410403", Kind: archive.Department, Level: archive.County, Function: "justice", Names: []config.Name{{Name: "乙局", From: 2001, To: 2009}}}}
		for y := 2023; y <= 2024; y++ {
			g.Reports = append(g.Reports, &Brief{Of: g, Year: y, Newest: "2025-01-02", Released: "2025-01-03", Badge: check.Badge{State: check.Clear, Made: 4}, Answers: []byte{1, 2}, Said: []Said{{1, tongue.Of("甲", "a"), 2}}, Figures: Figures{Form: form.F2021, Told: "2025", cells: []byte{3, 4}}})
		}
		g.Families = []check.FamilyBadge{{State: check.Clear, Key: "k", Name: tongue.ZH("甲"), Pass: 3}}
		g.summed()
		return g
	}
	rests := func(g *BodyBrief) map[string][32]byte {
		out := map[string][32]byte{}
		in := Input{Archive: archive.New(config.Site{}, nil), Rules: []*check.Rule{{ID: "a"}, {ID: "b"}}}
		for _, p := range Lists(in, []*BodyBrief{g}) {
			out[p.Path] = p.Rests
		}
		return out
	}
	was := rests(make())
	if again := rests(make()); !reflect.DeepEqual(was, again) {
		t.Fatal("equal briefs rest on something else")
	}
	for name, change := range map[string]func(g *BodyBrief){
		"name":     func(g *BodyBrief) { g.Agency.Name = "丙局" },
		"earlier":  func(g *BodyBrief) { g.Agency.Names[0].To = 2010 },
		"families": func(g *BodyBrief) { g.Families[0].Open = 1 },
		"answer":   func(g *BodyBrief) { g.Reports[0].Answers[1] = 4 },
		"said":     func(g *BodyBrief) { g.Reports[1].Said[0].Message.EN = "b" },
		"cell":     func(g *BodyBrief) { g.Reports[1].Figures.cells[0] = 9 },
		"day":      func(g *BodyBrief) { g.Reports[0].Newest = "2025-01-09" },
		"state":    func(g *BodyBrief) { g.Reports[0].Badge.Open = 1 },
		"filled": func(g *BodyBrief) {
			r := g.Reports[rng.IntN(2)]
			fill(t, reflect.ValueOf(r).Elem(), rng)
			r.Said, r.Year, r.Figures = nil, 2025, Figures{}
		},
	} {
		g := make()
		change(g)
		g.summed()
		now := rests(g)
		for _, page := range []string{"index.html", "agencies/a/index.html", "coverage/index.html", "regions/410403/index.html", "agencies/index.html"} {
			if now[page] == was[page] {
				t.Errorf("%s: %s rests on the same", name, page)
			}
		}
	}
}
