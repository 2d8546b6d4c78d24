package page

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/golden"
)

// assets/js/cells.js leads every key of every form to the number of its cell.
func TestAddressesOfOldLeadToTheirCells(t *testing.T) {
	b := CellAddresses()
	golden.Compare(t, "../../assets/js/cells.js", b)
	rows := map[string][]string{}
	for _, m := range regexp.MustCompile(`(?m)^"([^"]+)": "([^"]+)",$`).FindAllStringSubmatch(string(b), -1) {
		if _, twice := rows[m[1]]; !twice {
			rows[m[1]] = strings.Fields(m[2])
		} else {
			t.Errorf("%s stands twice: the later row hides the earlier one", m[1])
		}
	}
	n := 0
	for _, f := range []*form.Form{form.F2021, form.F2019, form.F2021OneRow} {
		for _, d := range f.Defs {
			row := rows[d.Key[:strings.LastIndexByte(d.Key, '.')]]
			if len(row) == 0 {
				t.Errorf("%s is not in the list", d.Key)
				continue
			}
			at, number := 0, 0
			for _, word := range row {
				if k, err := strconv.Atoi(word); err == nil {
					at = k
					continue
				}
				if word == d.Column {
					number = at
				}
				at++
			}
			if number != d.Number {
				t.Errorf("%s leads to %d, want %d", d.Key, number, d.Number)
			}
			n++
		}
	}
	if n < 500 {
		t.Errorf("only %d cells tried", n)
	}
}
