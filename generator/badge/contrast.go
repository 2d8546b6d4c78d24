package badge

import (
	"math"
	"strconv"
)

// Contrast is the ratio of luminances of two colours "#rrggbb" as the web
// accessibility guidelines define it, 1 to 21.
func Contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c string) float64 {
	n, err := strconv.ParseUint(c[1:], 16, 32)
	if err != nil {
		panic("internal error: not a colour: " + c)
	}
	part := func(shift uint) float64 {
		v := float64(n>>shift&0xff) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}
