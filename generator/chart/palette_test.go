package chart

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/badge"
)

// The grounds charts stand on, the darkest of the light and the lightest of
// the dark ones the pages use.
const paper, night = "#f6f4ee", "#22272d"

// palette is all colours of the options.
func palette() []Colour {
	p := []Colour{
		granted, partial, denied, unavailable, unprocessed, other,
		upheld, corrected, pending, department, government, accent, white, blank, quiet,
	}
	for _, l := range badge.Looks {
		p = append(p, Colour{l.Light, l.Dark})
	}
	return p
}

func TestMarksStandOutOnBothGrounds(t *testing.T) {
	for _, c := range palette() {
		if c == white || c == blank {
			continue
		}
		if r := badge.Contrast(c.Light, paper); r < 3 {
			t.Errorf("%s on %s: %.2f", c.Light, paper, r)
		}
		if r := badge.Contrast(c.Dark, night); r < 3 {
			t.Errorf("%s on %s: %.2f", c.Dark, night, r)
		}
	}
}

func TestWordsOnMarksAreLegible(t *testing.T) {
	on := []Colour{upheld, corrected, pending}
	for _, o := range outcomes {
		on = append(on, o.colour)
	}
	for _, l := range badge.Looks {
		if l.State != badge.NotHeld && l.State != badge.NoRules {
			on = append(on, verdictColour(l))
		}
	}
	for _, c := range on {
		if r := badge.Contrast(white.Light, c.Light); r < 4.5 {
			t.Errorf("%s on %s: %.2f", white.Light, c.Light, r)
		}
		if r := badge.Contrast(white.Dark, c.Dark); r < 4.5 {
			t.Errorf("%s on %s: %.2f", white.Dark, c.Dark, r)
		}
	}
	if badge.Contrast(quiet.Light, blank.Light) < 4.5 || badge.Contrast(quiet.Dark, blank.Dark) < 4.5 {
		t.Error("the sign of 未收录 is not legible on its ground")
	}
}

// charts.js swaps light colours for dark ones by a table of its own.
func TestScriptHasThePalette(t *testing.T) {
	b, err := os.ReadFile("../../assets/js/charts.js")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(b), "var DARK = {")
	table, _, _ = strings.Cut(table, "};")
	got := map[string]string{}
	for _, m := range regexp.MustCompile(`"(#[0-9a-f]{6})": "(#[0-9a-f]{6})"`).FindAllStringSubmatch(table, -1) {
		got[m[1]] = m[2]
	}
	want := map[string]string{}
	for _, c := range palette() {
		if was := want[c.Light]; was != "" && was != c.Dark {
			t.Errorf("%s has two dark colours, %s and %s", c.Light, was, c.Dark)
		}
		want[c.Light] = c.Dark
		if got[c.Light] != c.Dark {
			t.Errorf("charts.js turns %s into %q, want %s", c.Light, got[c.Light], c.Dark)
		}
	}
	if len(got) != len(want) {
		t.Errorf("charts.js has %d colours, want %d", len(got), len(want))
	}
}

// No colour tells two things apart that stand side by side only by a shade
// that readers cannot see.
func TestOutcomesDifferFromVerdicts(t *testing.T) {
	for _, o := range outcomes {
		for _, l := range badge.Looks {
			if o.colour.Light == l.Light {
				t.Errorf("%s wears the colour of %s", o.key, l.State)
			}
		}
	}
}
