package cascade

import (
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// A RGBA is a colour; A is 0 where nothing is drawn.
type RGBA struct{ R, G, B, A uint8 }

// White is the ground that nothing was painted on.
var White = RGBA{255, 255, 255, 255}

// ParseColor reads a colour: #fff, #ffffff, white, rgb(255, 255, 255),
// hsl(0, 0%, 100%).
func ParseColor(s string) (RGBA, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		return hexColor(hex)
	}
	if s == "transparent" {
		return RGBA{}, true
	}
	if c, ok := colornames.Map[s]; ok {
		return RGBA{c.R, c.G, c.B, c.A}, true
	}
	name, rest, ok := strings.Cut(s, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return RGBA{}, false
	}
	args := strings.FieldsFunc(strings.TrimSuffix(rest, ")"), func(u rune) bool { return u == ',' || u == ' ' || u == '/' })
	if len(args) < 3 || len(args) > 4 {
		return RGBA{}, false
	}
	alpha := uint8(255)
	if len(args) == 4 {
		a, ok := number(args[3], 1)
		if !ok {
			return RGBA{}, false
		}
		alpha = clamp(a * 255)
	}
	switch name {
	case "rgb", "rgba":
		var v [3]float64
		for i := range v {
			if v[i], ok = number(args[i], 255); !ok {
				return RGBA{}, false
			}
		}
		return RGBA{clamp(v[0]), clamp(v[1]), clamp(v[2]), alpha}, true
	case "hsl", "hsla": // only greys matter: what lies between is no ground's colour
		l, ok := number(args[2], 255)
		if !ok {
			return RGBA{}, false
		}
		if sat, _ := number(args[1], 100); sat > 0 && l > 0 && l < 255 {
			return RGBA{}, false
		}
		return RGBA{clamp(l), clamp(l), clamp(l), alpha}, true
	}
	return RGBA{}, false
}

func hexColor(s string) (RGBA, bool) {
	if len(s) == 3 || len(s) == 4 {
		var b strings.Builder
		for i := range len(s) {
			b.WriteByte(s[i])
			b.WriteByte(s[i])
		}
		s = b.String()
	}
	if len(s) == 6 {
		s += "ff"
	}
	n, err := strconv.ParseUint(s, 16, 64)
	if err != nil || len(s) != 8 {
		return RGBA{}, false
	}
	return RGBA{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// number reads a number; a percentage is one of whole.
func number(s string, whole float64) (float64, bool) {
	part, percent := strings.CutSuffix(s, "%")
	f, err := strconv.ParseFloat(strings.TrimSuffix(part, "deg"), 64)
	if err != nil {
		return 0, false
	}
	if percent {
		f *= whole / 100
	}
	return f, true
}

func clamp(f float64) uint8 { return uint8(max(0, min(255, f+0.5))) }

// Near reports whether two colours cannot be told from one another.
func (c RGBA) Near(d RGBA) bool {
	const same = 10
	diff := func(a, b uint8) bool { return max(a, b)-min(a, b) <= same }
	return diff(c.R, d.R) && diff(c.G, d.G) && diff(c.B, d.B)
}
