package fact_test

import (
	"fmt"

	"ogi/generator/fact"
	"ogi/generator/place"
	"ogi/generator/report"
)

func ExampleRead() {
	paras := []report.Text{{
		Text: "2024年，我局共收到政府信息公开申请34件（含上年结转2件），答复33件，其中予以公开9件；未发生行政复议。",
		Pos:  place.Pos{Line: 12, Col: 1},
	}}
	for _, f := range fact.Read(paras, fact.Context{Year: 2024, Agency: "清河县司法局"}) {
		fmt.Println(f.Kind, f.Value, f.Clear(), f.Text)
	}
	// Output:
	// received 34 true 我局共收到政府信息公开申请34件
	// carried_in 2 true 含上年结转2件
	// handled 33 true 答复33件
	// granted 9 true 其中予以公开9件
	// reviews 0 true 未发生行政复议
}
