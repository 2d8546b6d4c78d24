package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// bodies are the kinds of body that report, each with its name in specimens.
var bodies = []archive.Kind{
	archive.Department, archive.Government, archive.Township, archive.Subdistrict,
	archive.Zone, archive.Vertical, archive.Authorised,
}

// clean is a sound report: its figures hold together, its words say the same
// figures, and it was handed in on time.
func clean(seed int) (*specimen.Specimen, archive.Kind) {
	kind := bodies[seed%len(bodies)]
	r := rand.New(rand.NewPCG(uint64(seed), 0xC1EA))
	o := specimen.Options{Kind: string(kind), Year: 2021 + r.IntN(5)}
	switch r.IntN(6) {
	case 0:
		o.Form, o.Year = form.F2019, 2019+r.IntN(2)
	case 1:
		o.AllZero = true
	case 2:
		o.Zero, o.Max = -1, 4000
	case 3:
		o.Zero, o.Max = 0.9, 9
	}
	switch {
	case r.IntN(6) == 0:
		o.DashZero = true
	case r.IntN(8) == 0:
		o.BlankZero = true
	}
	s := specimen.Random(uint64(seed), o)
	soundTableTwo(s, kind)
	s.Signed = fmt.Sprintf("%d年1月%d日", s.Year+1, 5+r.IntN(15)) // before the day that pages bear
	if kind != archive.Department && kind != archive.Government && r.IntN(3) == 0 {
		s.Signed = fmt.Sprintf("%d年1月%d日", s.Year+1, 5+r.IntN(15))
	}
	if kind == archive.Government {
		s.Preamble[0] += "本报告所列数据为" + s.Place() + "全区域数据，含所属部门和乡镇。"
		s.Sections[0].Paras[5] += "工作考核纳入年度绩效，社会评议结果良好。"
	}
	return s, kind
}

// soundTableTwo makes the figures of table two obey what is asked of them.
func soundTableTwo(s *specimen.Specimen, kind archive.Kind) {
	for _, row := range []string{"rules", "normative_documents"} {
		at := "proactive." + row + "."
		if row == "rules" {
			for _, c := range []string{"issued", "repealed", "in_force", "made", "disclosed", "disclosed_total"} {
				s.Set(at+c, 0)
			}
			continue
		}
		if s.Form == form.F2019 {
			n := s.Int(at + "made")
			s.Set(at+"disclosed", n)
			s.Set(at+"disclosed_total", n+4)
			continue
		}
		s.Set(at+"in_force", s.Int(at+"issued")+3)
	}
	if s.Form == form.F2019 {
		s.Set("proactive.procurement.items", 3)
		s.Set("proactive.procurement.amount", 21)
		s.Print("proactive.procurement.amount", "21万元")
	}
}

// A sound report fails nothing, whatever its body, its form and its kind of
// file, and whatever true and harmless oddities it has. OGI_FULL tries five
// thousand, half of them in a folder with a name and a kind, half alone. Each
// hint is counted, for a person to judge: -v prints them.
func TestNoSoundReportIsAccused(t *testing.T) {
	n := many(250, 5000)
	hints, added := map[string]int{}, map[string]int{}
	example := map[string]string{}
	states := [5]int{}
	kinds := slices.Concat(specimen.Kinds, specimen.MoreKinds)
	failed := map[string]int{}
	for seed := range n {
		s, kind := clean(seed)
		k := kinds[seed%len(kinds)]
		r := rand.New(rand.NewPCG(uint64(seed), 0x0DD))
		var odd []string
		for _, i := range drawn(r, 3) {
			if o := specimen.Oddities[i]; o.Add(r, s, k) {
				odd = append(odd, o.Name)
				added[o.Name]++
			}
		}
		rep, ds := decode.File(fmt.Sprint(s.Year)+k.Ext(), s.MustWrite(k))
		if rep == nil {
			t.Errorf("%v as %s with %q: %v", s, k, odd, ds)
			continue
		}
		g := &archive.Agency{Slug: "unit", Name: s.Agency, Kind: kind, Level: archive.County}
		e := &archive.Entry{Agency: g, Year: s.Year, Path: rep.File, Report: rep}
		if seed%2 == 1 {
			g.Name, e.Year = rep.Agency.Text, rep.Year
			g.Kind = archive.KindOf(g.Name)
			g.Level = ""
		}
		if seed%5 == 0 {
			e.Meta.Captured = fmt.Sprintf("%d-06-11", s.Year+2) // long after
		}
		g.Reports = []*archive.Entry{e}
		j := check.One(g, e, nil, rule.All, false)
		for _, f := range j.Findings {
			switch f.Status {
			case check.Fail:
				failed[f.Rule.ID]++
				if failed[f.Rule.ID] <= 3 {
					t.Errorf("%v (seed %d) as %s, %s, with %q: %s: %s [%s]", s, seed, k, kind, odd, f.Rule.ID, f.Message.ZH, f.Formula)
				}
			case check.Hint:
				if rightHints[f.Rule.ID] == "" {
					if hints[f.Rule.ID] < 3 {
						t.Errorf("%v (seed %d) as %s, %s, with %q: hint %s: %s [%s]", s, seed, k, kind, odd, f.Rule.ID, f.Message.ZH, f.Formula)
					}
				}
				hints[f.Rule.ID]++
				if example[f.Rule.ID] == "" {
					example[f.Rule.ID] = fmt.Sprintf("%v (seed %d) as %s with %q: %s [%s]", s, seed, k, odd, f.Message.ZH, f.Formula)
				}
			}
		}
		for _, v := range j.Verdicts {
			states[v.Status]++
		}
	}
	var ids []string
	for id := range hints {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	var b strings.Builder
	for _, id := range ids {
		fmt.Fprintf(&b, "%-24s %5d  %s\n", id, hints[id], example[id])
	}
	t.Logf("%d reports, %d kinds of oddity, fails %v\nhints:\n%s", n, len(added), failed, b.String())
	if n >= len(specimen.Oddities)*20 && len(added) < len(specimen.Oddities) {
		for _, o := range specimen.Oddities {
			if added[o.Name] == 0 {
				t.Errorf("the oddity %s was never added", o.Name)
			}
		}
	}
}

// rightHints are the hints that sound reports may get, each with why it is
// right.
var rightHints = map[string]string{
	"blank-cell":           "cells are blank",
	"broken-line":          "a guard: text out of a PDF ends its lines anywhere",
	"dash-for-zero":        "cells print a dash or a word for none",
	"dirty-number":         "cells print a unit, a full-width digit, a mark",
	"draft-traces":         "a correction is a tracked change",
	"government-appraisal": "townships' specimens do not speak of appraisal",
	"leftover-markup":      "a guard: Markdown that holds tags",
	"stale-year":           "a sentence about last year with nothing to compare it with",
}

// drawn are n oddities in the order of the list.
func drawn(r *rand.Rand, n int) []int {
	is := r.Perm(len(specimen.Oddities))[:n]
	slices.Sort(is)
	return is
}
