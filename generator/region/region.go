// Package region knows the administrative divisions of China by their six
// digits (GB/T 2260): name, level and parent of each province, prefecture and
// county. A code comes in, a Region goes out; an unknown code is no error, the
// caller says so. It does not know townships, which have nine digits.
package region

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// A Region is one division. Level is "national", "province", "prefecture" or
// "county". Parent is the code of the division above, "" at the top.
type Region struct {
	Code, Name, Level, Parent string
}

//go:embed region.tsv
var tsv string

type table struct {
	byCode   map[string]Region
	children map[string][]string
}

var load = sync.OnceValue(func() table { return parse(tsv) })

// parse reads code, name, level and parent, parted by tabs, below one header
// line; lines that begin with # tell the origin.
func parse(text string) table {
	t := table{byCode: map[string]Region{}, children: map[string][]string{}}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		f := strings.Split(line, "\t")
		if line == "" || line[0] == '#' || f[0] == "code" {
			continue
		}
		if len(f) != 4 || len(f[0]) != 6 {
			panic("internal error: region.tsv: bad line " + line)
		}
		r := Region{Code: f[0], Name: f[1], Level: f[2], Parent: f[3]}
		t.byCode[r.Code] = r
		t.children[r.Parent] = append(t.children[r.Parent], r.Code)
	}
	for _, codes := range t.children {
		slices.Sort(codes)
	}
	return t
}

// Lookup is the division with that code.
func Lookup(code string) (Region, bool) {
	r, ok := load().byCode[code]
	if !ok {
		r, ok = invented[code]
	}
	return r, ok
}

// invented are divisions of no country, for archives that show what a site is: no
// province has 99. Nothing leads to them but their codes.
var invented = map[string]Region{
	"990000": {"990000", "虚构省", "province", ""},
	"990100": {"990100", "虚构市", "prefecture", "990000"},
	"990101": {"990101", "虚构县", "county", "990100"},
}

// Children are the codes directly below, ascending. "" gives the provinces.
func Children(code string) []string { return load().children[code] }

// Path is the division with all above it, the highest first; empty for an
// unknown code.
func Path(code string) []Region {
	var up []Region
	for len(up) < 5 {
		r, ok := Lookup(code)
		if !ok {
			break
		}
		up = append(up, r)
		code = r.Parent
	}
	slices.Reverse(up)
	return up
}

// FullName is the name with those above it: 河南省平顶山市卫东区. It is "" for an
// unknown code.
func FullName(code string) string {
	var b strings.Builder
	for _, r := range Path(code) {
		if r.Level != "national" {
			b.WriteString(r.Name)
		}
	}
	return b.String()
}

// Level is the level of a code, by the table or else by its digits: 410000 is
// a province, 410400 a prefecture, 410403 a county.
func Level(code string) string {
	if r, ok := Lookup(code); ok {
		return r.Level
	}
	switch {
	case len(code) != 6:
		return ""
	case code == "000000" || code == "100000":
		return "national"
	case code[2:] == "0000":
		return "province"
	case code[4:] == "00":
		return "prefecture"
	}
	return "county"
}
