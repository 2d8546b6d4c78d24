package report

import (
	"errors"
	"strconv"
	"strings"
)

// A Decimal is an exact decimal: Unscaled / 10^Scale. Counts have Scale 0
// unless the agency wrote a fraction. It is never a float.
type Decimal struct {
	Unscaled int64
	Scale    uint8
}

// Int is the Decimal of a whole number.
func Int(n int64) Decimal { return Decimal{Unscaled: n} }

var errDecimal = errors.New("not a decimal number")

// ParseDecimal reads digits with an optional sign and an optional fraction,
// nothing else: no exponent, no marks, no spaces.
func ParseDecimal(s string) (Decimal, error) {
	whole, frac, has := strings.Cut(s, ".")
	if has && frac == "" || len(frac) > 9 || strings.TrimLeft(whole, "+-") == "" {
		return Decimal{}, errDecimal
	}
	for _, r := range frac {
		if r < '0' || r > '9' {
			return Decimal{}, errDecimal
		}
	}
	n, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil {
		return Decimal{}, errDecimal
	}
	return Decimal{Unscaled: n, Scale: uint8(len(frac))}, nil
}

// String prints d with the digits that were read: "12.50" stays "12.50".
func (d Decimal) String() string {
	s := strconv.FormatInt(d.Unscaled, 10)
	if d.Scale == 0 {
		return s
	}
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	if n := int(d.Scale) + 1 - len(s); n > 0 {
		s = strings.Repeat("0", n) + s
	}
	at := len(s) - int(d.Scale)
	return sign + s[:at] + "." + s[at:]
}

// IsInt reports whether d is a whole number, "3.0" included.
func (d Decimal) IsInt() bool { return d.norm().Scale == 0 }

// Int64 is d rounded towards zero.
func (d Decimal) Int64() int64 {
	n := d.Unscaled
	for range d.Scale {
		n /= 10
	}
	return n
}

// Float is the nearest float, for charts and ratios only.
func (d Decimal) Float() float64 {
	f := float64(d.Unscaled)
	p := 1.0
	for range d.Scale {
		p *= 10
	}
	return f / p
}

// Cmp compares by value: 1.0 equals 1.
func (d Decimal) Cmp(e Decimal) int {
	a, b := align(d, e)
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Add is the exact sum.
func (d Decimal) Add(e Decimal) Decimal {
	a, b := align(d, e)
	return Decimal{Unscaled: a + b, Scale: max(d.Scale, e.Scale)}
}

// IsZero reports whether the value is 0.
func (d Decimal) IsZero() bool { return d.Unscaled == 0 }

// MarshalJSON writes a JSON number with the digits of String.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

func (d Decimal) norm() Decimal {
	for d.Scale > 0 && d.Unscaled%10 == 0 {
		d.Unscaled /= 10
		d.Scale--
	}
	return d
}

func align(d, e Decimal) (int64, int64) {
	a, b := d.Unscaled, e.Unscaled
	for i := d.Scale; i < e.Scale; i++ {
		a *= 10
	}
	for i := e.Scale; i < d.Scale; i++ {
		b *= 10
	}
	return a, b
}
