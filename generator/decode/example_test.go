package decode_test

import (
	"fmt"

	"ogi/generator/decode"
)

// A file goes in; the model of the report comes out, each number with its place.
func ExampleFile() {
	const text = `清河县司法局2024年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

行政复议	行政诉讼
结果维持	结果纠正	其他结果	尚未审结	总计	未经复议直接起诉	复议后起诉
结果维持	结果纠正	其他结果	尚未审结	总计	结果维持	结果纠正	其他结果	尚未审结	总计
2	1	0	0	3	1	0	0	0	1	0	0	0	0	0
`
	r, _ := decode.File("2024.txt", []byte(text))
	fmt.Println(r.Year, r.Agency.Text)
	for _, key := range []string{"remedies.reconsideration.corrected", "remedies.direct_suit.total", "requests.received.total"} {
		c := r.Cell(key)
		fmt.Println(key, c.State, c.Value, c.Pos)
	}
	// Output:
	// 2024 清河县司法局
	// remedies.reconsideration.corrected number 1 8:3
	// remedies.direct_suit.total number 1 8:19
	// requests.received.total missing 0
}

// A file that cannot be used says where and what to do about it.
func ExampleFile_unreadable() {
	r, ds := decode.File("2024.docx", []byte("PK\x03\x04 and no more"))
	fmt.Println(r == nil)
	for _, d := range ds {
		fmt.Println(d.Level, d.Code)
	}
	// Output:
	// true
	// error unreadable-file
}
