package word

import (
	"strconv"
	"strings"

	"ogi/generator/cascade"
	"ogi/generator/grid"
)

// A run is how the letters of a run are shown.
type run struct {
	vert    string // superscript, subscript
	up      int    // half-points above the line
	strike  bool
	double  bool   // struck by two lines
	perhaps bool   // a part of a table's style strikes or hides it, which is not told where
	size    int    // half-points
	ink     string // hex, "" for automatic
	ground  string // of the run or what it stands in, "" where that is not said
	maybe   bool   // a table's style may paint the ground
	linked  bool   // it is of a hyperlink
}

// usualSize is the size of letters of which nothing is said, in half-points.
const usualSize = 20

// A runProperties is what a style says of it.
type runProperties struct {
	Vanish   *val `xml:"vanish"`
	Vert     *val `xml:"vertAlign"`
	Position *val `xml:"position"`
	Strike   *val `xml:"strike"`
	Double   *val `xml:"dstrike"`
	Size     *val `xml:"sz"`
	Color    *val `xml:"color"`
	Shade    *struct {
		Fill string `xml:"fill,attr"`
	} `xml:"shd"`
}

type val struct {
	Val string `xml:"val,attr"`
}

// on is a run with what the style says of it.
func (p runProperties) on(r run) run {
	for _, said := range [...]struct {
		name string
		val  *val
	}{{"vertAlign", p.Vert}, {"position", p.Position}, {"strike", p.Strike}, {"dstrike", p.Double}, {"sz", p.Size}, {"color", p.Color}} {
		if said.val != nil {
			r.set(said.name, said.val.Val)
		}
	}
	if p.Shade != nil {
		r.shade(p.Shade.Fill)
	}
	return r
}

// set takes one property of a run.
func (r *run) set(name, val string) {
	switch name {
	case "vertAlign":
		r.vert = val
	case "position":
		r.up, _ = strconv.Atoi(val)
	case "strike":
		r.strike = onValue(val)
	case "dstrike":
		r.double = onValue(val)
	case "sz":
		if n, err := strconv.Atoi(val); err == nil {
			r.size = n
		}
	case "color":
		if r.ink = ""; val != "auto" {
			r.ink = val
		}
	case "highlight":
		if val != "none" {
			r.ground = val
		}
	}
}

func (r *run) shade(fill string) {
	if fill != "" && fill != "auto" {
		r.ground, r.maybe = fill, false
	}
}

// over is a run with what a style changes against the usual.
func (r run) over(usual, run run) run {
	if r.vert != usual.vert {
		run.vert = r.vert
	}
	if r.up != usual.up {
		run.up = r.up
	}
	if r.size != usual.size {
		run.size = r.size
	}
	if r.ink != usual.ink {
		run.ink = r.ink
	}
	if r.ground != usual.ground {
		run.ground = r.ground
	}
	run.strike, run.double = run.strike != r.strike, run.double != r.double // said twice, it is undone
	return run
}

// inTable is what the style of a paragraph says, in a cell of which the table's
// style says something, too.
func (r run) inTable(usual, cell run) run {
	if r.ground == "" {
		r.ground, r.maybe = cell.ground, cell.maybe
	}
	if r.vert == usual.vert {
		r.vert = cell.vert
	}
	r.strike, r.double, r.perhaps = r.strike != cell.strike, r.double != cell.double, cell.perhaps
	return r
}

// look is how a run is seen whose paragraph's largest letters are of a size.
func (r *run) look(largest int) grid.Look {
	l := grid.Look(0)
	switch {
	case r.vert == "superscript", r.up >= 4:
		l |= grid.Raised
	case r.vert == "subscript", r.up <= -4:
		l |= grid.Lowered
	}
	if r.linked {
		l |= grid.Linked
	}
	if r.strike || r.double {
		l |= grid.Struck
	}
	if r.perhaps {
		l |= grid.Struck | grid.Unsure
	}
	const unseen = 4 // half-points
	if r.size <= unseen {
		l |= grid.Ground
	} else if r.size*4 <= largest*3 {
		l |= grid.Small
	}
	if r.ink == "" {
		return l
	}
	ink, ok := cascade.ParseColor("#" + r.ink)
	ground, known := cascade.White, true
	if r.ground != "" {
		if ground, known = cascade.ParseColor("#" + r.ground); !known {
			ground, known = cascade.ParseColor(strings.ToLower(r.ground))
		}
	}
	switch {
	case ok && known && ink.Near(ground) && !r.maybe:
		l |= grid.Ground
	case ok && ink.Near(cascade.White) && (r.maybe || !known):
		l |= grid.Unsure
	}
	return l
}

// onValue reads the value of an on/off property.
func onValue(s string) bool { return s != "0" && s != "false" && s != "off" && s != "none" }
