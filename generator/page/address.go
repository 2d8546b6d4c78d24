package page

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"ogi/generator/form"
)

// CellAddresses is assets/js/cells.js: by it a page finds the cell that an address
// of old names by its key, as #c-requests.received.total. Each row of the forms has
// its columns; those after a number count on from it.
func CellAddresses() []byte {
	numbers := map[int]form.Def{}
	last := 0
	for _, f := range []*form.Form{form.F2021, form.F2019, form.F2021OneRow} {
		for _, d := range f.Defs {
			d.Row = d.Key[:strings.LastIndexByte(d.Key, '.')] // as it is named, not as it is printed
			numbers[d.Number], last = d, max(last, d.Number)
		}
	}
	var rows []string
	columns, at := map[string]string{}, map[string]int{}
	for n := 1; n <= last; n++ {
		d := numbers[n]
		if columns[d.Row] == "" {
			rows = append(rows, d.Row)
		}
		if at[d.Row] != n-1 || n == 1 {
			columns[d.Row] += " " + strconv.Itoa(n)
		}
		columns[d.Row] += " " + d.Column
		at[d.Row] = n
	}
	var b bytes.Buffer
	b.WriteString("// Where the cells of the statutory forms stand, for addresses that name them by key:\n" +
		"// of each row its columns, which count on from the number before them. Made by\n" +
		"// generator/page; go test ./generator/page -update writes it.\n\"use strict\";\nvar ogiCells = {\n")
	for _, row := range rows {
		fmt.Fprintf(&b, "\"%s\": \"%s\",\n", row, columns[row][1:])
	}
	b.WriteString("};\n")
	return b.Bytes()
}
