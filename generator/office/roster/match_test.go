package roster

import (
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ogi/generator/form"
)

// The index finds what looking at every unit finds.
func TestIndexFindsAsLookingAtAll(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	name := func() string {
		return pick("", "青禾县", "云岭市", "云岭市青禾区", "某省云岭市", "自治县") + pick("", "柳林", "青溪") + pick("镇", "乡", "镇人民政府", "司法局", "教育局", "人民政府", "局", "政府", "")
	}
	found := map[string]int{}
	for range 20000 {
		units := make([]Unit, 1+r.IntN(5))
		for i := range units {
			units[i].Name = name() + pick("甲", "", "")
			for range r.IntN(3) {
				units[i].Aliases = append(units[i].Aliases, name())
			}
		}
		x := indexed(units)
		d := Draft{
			Path:   pick("", name()+"/", "a/"+name()+"/") + pick(name(), name()+name()) + pick(".txt", "", ".1.docx"),
			Agency: pick("", name(), name()+"甲"), Title: name() + name() + "2024年报告",
		}
		if got, want := x.named(d), plainNamed(units, d); got != want {
			t.Fatalf("%+v in %+v: says %d, not %d", d, units, got, want)
		} else if got >= 0 {
			found["says"]++
		}
		if got, want := x.called(d.Path), plainCalled(units, d.Path); got != want {
			t.Fatalf("%s in %+v: file %d, not %d", d.Path, units, got, want)
		} else if got >= 0 {
			found["file"]++
		}
	}
	if found["says"] < 2000 || found["file"] < 2000 {
		t.Errorf("hardly anything was found: %v", found)
	}
}

func plainNamed(units []Unit, d Draft) int {
	own := form.Norm(d.Agency)
	if own == "" {
		return plainLongest(units, form.Norm(d.Title), Unit.norms)
	}
	for i, u := range units {
		if slices.Contains(u.norms(), own) {
			return i
		}
	}
	if i := plainOnly(units, func(n string) bool {
		return long(own) && long(n) && (strings.HasSuffix(own, n) || strings.HasSuffix(n, own))
	}); i >= 0 {
		return i
	}
	return plainOnly(units, func(n string) bool { return n == undivided(own) || undivided(n) == own })
}

func plainCalled(units []Unit, p string) int {
	for p != "." && p != "/" && p != "" {
		base := path.Base(p)
		if i := plainLongest(units, form.Norm(strings.TrimSuffix(base, path.Ext(base))), Unit.short); i >= 0 {
			return i
		}
		p = path.Dir(p)
	}
	return -1
}

func plainLongest(units []Unit, text string, names func(Unit) []string) int {
	best, at, tie := 0, -1, false
	for i, u := range units {
		n := 0
		for _, name := range names(u) {
			if utf8.RuneCountInString(name) >= 2 && strings.Contains(text, name) {
				n = max(n, len(name))
			}
		}
		switch {
		case n > best:
			best, at, tie = n, i, false
		case n > 0 && n == best:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return at
}

func plainOnly(units []Unit, fits func(string) bool) int {
	at := -1
	for i, u := range units {
		if slices.ContainsFunc(u.norms(), fits) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}
