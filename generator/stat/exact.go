package stat

import (
	"math"
	"math/big"
	"math/bits"

	"ogi/generator/report"
)

// plus adds two decimals that are not negative; not ok where the sum does not
// fit, since a report may print any number and a wrapped sum would be a silent
// wrong one.
func plus(a, b report.Decimal) (report.Decimal, bool) {
	var ok bool
	if a, ok = scaled(a, max(a.Scale, b.Scale)); !ok {
		return a, false
	}
	if b, ok = scaled(b, a.Scale); !ok {
		return b, false
	}
	if a.Unscaled > math.MaxInt64-b.Unscaled {
		return a, false
	}
	a.Unscaled += b.Unscaled
	return a, true
}

func scaled(d report.Decimal, scale uint8) (report.Decimal, bool) {
	if d.Scale == scale {
		return d, true
	}
	up := int64(1)
	for range scale - d.Scale {
		if up > math.MaxInt64/10 {
			return d, false
		}
		up *= 10
	}
	n, ok := times(d, up)
	n.Scale = scale
	return n, ok
}

func times(d report.Decimal, by int64) (report.Decimal, bool) {
	hi, lo := bits.Mul64(uint64(d.Unscaled), uint64(by))
	if hi != 0 || lo > math.MaxInt64 {
		return d, false
	}
	d.Unscaled = int64(lo)
	return d, true
}

// trim drops zeros at the end of the fraction, which a conversion leaves.
func trim(d report.Decimal) report.Decimal {
	for d.Scale > 0 && d.Unscaled%10 == 0 {
		d.Unscaled /= 10
		d.Scale--
	}
	return d
}

// rat is the exact value of a decimal.
func rat(d report.Decimal) *big.Rat {
	p := big.NewInt(1)
	for range d.Scale {
		p.Mul(p, big.NewInt(10))
	}
	return new(big.Rat).SetFrac(big.NewInt(d.Unscaled), p)
}
