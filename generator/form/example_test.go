package form_test

import (
	"fmt"

	"ogi/generator/form"
)

// A label names its row however it is numbered, spaced or shortened.
func ExampleMatch() {
	for _, text := range []string{"（一）予以公开", "1. 属于国家秘密", "二、上年结转政府信息公开申请数量", "结转 下年度继续办理", "2024年度工作要点"} {
		l := form.Match(text)
		fmt.Println(l.Known(), l.Row)
	}
	// Output:
	// true requests.granted
	// true requests.denied.state_secret
	// true requests.carried_in
	// true requests.carried_out
	// false
}

// The cells of a form come in the order in which they are printed.
func ExampleForm() {
	f := form.F2021
	fmt.Println(len(f.Defs), "cells")
	d := f.Defs[f.Index("requests.denied.case_file.total")]
	fmt.Println(d.Table, d.Row, d.Column)
	fmt.Println(d.Label)
	// Output:
	// 200 cells
	// 3 requests.denied.case_file total
	// （三）不予公开 7.属于行政执法案卷 × 总计
}
