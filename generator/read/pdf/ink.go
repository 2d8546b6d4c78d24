package pdf

import "github.com/ledongthuc/pdf"

// A colour is 0xRRGGBB, or unknown.
type colour int32

const (
	unknown colour = -1
	black   colour = 0
	paper   colour = 0xFFFFFF
)

// faint is how far a colour may be from its ground, of 255, and not be seen.
const faint = 24

func (c colour) like(d colour) bool {
	if c == unknown || d == unknown {
		return false
	}
	for shift := 0; shift < 24; shift += 8 {
		if x := int(c>>shift&255) - int(d>>shift&255); x > faint || x < -faint {
			return false
		}
	}
	return true
}

// An ink is what a graphics state paints with.
type ink struct {
	fill, stroke           colour
	fillSpace, strokeSpace space
	fillAlpha, strokeAlpha float64
	blends                 bool // with what is beneath, as a highlighter does
	mode                   int  // of text: 0 filled, 1 outlined, 2 both, 3 nothing; 4 to 7 clip as well
}

var plainInk = ink{fillAlpha: 1, strokeAlpha: 1}

// A space is what the numbers of a colour mean.
type space byte

const (
	device space = iota // grey, RGB or CMYK by how many there are
	tint                // of an ink of its own, 0 for none
	other
)

// spaceOf tells a colour space by its name or the array that it names.
func spaceOf(name string, resources pdf.Value) space {
	switch name {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB":
		return device
	case "Pattern":
		return other
	}
	v := resources.Key("ColorSpace").Key(name)
	if v.Kind() == pdf.Name {
		return spaceOf(v.Name(), pdf.Value{})
	}
	switch v.Index(0).Name() {
	case "ICCBased", "CalGray", "CalRGB", "DeviceGray", "DeviceRGB", "DeviceCMYK":
		return device
	case "Separation", "DeviceN":
		return tint
	}
	return other
}

// colours does the operators that set colours.
func (k *ink) colours(op string, args []operand, resources pdf.Value) {
	to, in := &k.fill, &k.fillSpace
	if op[0] < 'a' {
		to, in = &k.stroke, &k.strokeSpace
	}
	switch op {
	case "cs", "CS":
		if *to, *in = black, device; len(args) > 0 {
			*in = spaceOf(args[0].str, resources)
		}
		if *in != device {
			*to = unknown
		}
		return
	case "g", "G", "rg", "RG", "k", "K":
		*in = device
	}
	*to = colourOf(*in, args)
}

func colourOf(in space, args []operand) colour {
	for _, a := range args {
		if a.kind != 'n' {
			return unknown
		}
	}
	v := func(i int) float64 { return max(0, min(args[i].num, 1)) }
	switch {
	case in == other:
	case in == tint:
		for i := range args {
			if v(i) > 0 {
				return unknown
			}
		}
		return paper
	case len(args) == 1:
		return rgb(v(0), v(0), v(0))
	case len(args) == 3:
		return rgb(v(0), v(1), v(2))
	case len(args) == 4:
		return rgb((1-v(0))*(1-v(3)), (1-v(1))*(1-v(3)), (1-v(2))*(1-v(3)))
	}
	return unknown
}

func rgb(r, g, b float64) colour {
	return colour(r*255+0.5)<<16 | colour(g*255+0.5)<<8 | colour(b*255+0.5)
}

// alter takes what an extended graphics state says of transparency.
func (k *ink) alter(gs pdf.Value) {
	if v := gs.Key("ca"); !v.IsNull() {
		k.fillAlpha = v.Float64()
	}
	if v := gs.Key("CA"); !v.IsNull() {
		k.strokeAlpha = v.Float64()
	}
	if v := gs.Key("BM"); !v.IsNull() {
		name := v.Name()
		if v.Kind() == pdf.Array {
			name = v.Index(0).Name()
		}
		k.blends = name != "Normal" && name != "Compatible"
	}
}

// ofText is the colour that text is drawn in.
func (k *ink) ofText() colour {
	switch k.mode & 3 {
	case 1:
		return k.stroke
	case 2:
		if k.stroke != k.fill {
			return unknown
		}
	}
	return k.fill
}

// shows reports whether text drawn with it leaves anything on the page.
func (k *ink) shows() bool {
	const trace = 0.1
	switch k.mode & 3 {
	case 0:
		return k.fillAlpha > trace
	case 1:
		return k.strokeAlpha > trace
	case 2:
		return k.fillAlpha > trace || k.strokeAlpha > trace
	}
	return false
}
