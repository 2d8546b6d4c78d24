package stat_test

import (
	"fmt"

	"ogi/generator/internal/sample"
	"ogi/generator/stat"
)

func ExampleOf() {
	entries, err := sample.Entries(`
# linhai-sfj 2024
* 0
requests.received 95 0 0 0 0 0 95
requests.granted 41 0 0 0 0 0 41
requests.denied.process 53 0 0 0 0 0 53
requests.outcomes_total 94 0 0 0 0 0 94
remedies.reconsideration 1 1 0 0 2
`)
	if err != nil {
		panic(err)
	}
	for _, key := range []string{"received", "disclosed-share", "reconsideration-corrected-share", "rules.made"} {
		v := stat.Of(stat.ByKey(key), entries[0])
		fmt.Printf("%s: %q known=%v small=%v %q\n", v.Indicator.Name.ZH, v.Text(5), v.Known, v.Small(5), v.Note.ZH)
	}
	// Output:
	// 本年新收申请: "95" known=true small=false ""
	// 公开占比（占全部办理结果）: "43.6%" known=true small=false ""
	// 复议纠正占比（占已审结）: "1/2" known=true small=true ""
	// 规章新制作（2019格式）: "" known=false small=false "该格式无此栏"
}
