package stat

import (
	"math/big"
	"strings"
)

// Format writes an exact figure: shares and rates with one decimal, rounded
// half up, money and counts as they are, at most two decimals.
func Format(r *big.Rat, u Unit) string {
	switch {
	case r == nil:
		return ""
	case u == Share || u == Percent:
		return round(r, 1) + "%"
	case u == Per100:
		return round(r, 1)
	case r.IsInt():
		return Group(r.Num().String())
	case u == Money:
		return Group(round(r, 2))
	}
	return Group(round(r, 1))
}

// round rounds half away from zero and never prints "-0.0".
func round(r *big.Rat, digits int) string {
	s := r.FloatString(digits)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// Group sets a thin space between groups of three digits from five digits on.
func Group(s string) string {
	sign, digits := "", s
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, frac, has := strings.Cut(digits, ".")
	if len(whole) < 5 {
		return s
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteRune('\u202f')
		}
		b.WriteRune(r)
	}
	if has {
		b.WriteString("." + frac)
	}
	return b.String()
}
