package report_test

import (
	"fmt"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A cell has a state before it has a value: a blank is no zero, and a number
// that was inferred is not plain.
func ExampleCell() {
	r := &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs))}
	put := func(key form.Key, c report.Cell) { r.Cells[r.Form.Index(key)] = c }
	put("requests.received.total", report.Cell{State: report.Number, Value: report.Int(95), Raw: "95件"})
	put("requests.carried_in.total", report.Cell{State: report.Blank})
	put("requests.granted.total", report.Cell{State: report.Number, Value: report.Int(9), Recovered: true})
	for _, key := range []form.Key{
		"requests.received.total", "requests.carried_in.total", "requests.granted.total", "requests.partial.total",
	} {
		c := r.Cell(key)
		fmt.Println(key, c.State, c.Value, c.Plain())
	}
	// Output:
	// requests.received.total number 95 true
	// requests.carried_in.total blank 0 false
	// requests.granted.total number 9 false
	// requests.partial.total missing 0 false
}

// Amounts keep the digits that were printed and are added without rounding.
func ExampleParseDecimal() {
	a, _ := report.ParseDecimal("1234.50")
	b, _ := report.ParseDecimal("0.5")
	fmt.Println(a, b, a.Add(b), a.IsInt())
	// Output:
	// 1234.50 0.5 1235.00 false
}
