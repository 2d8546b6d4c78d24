package tongue_test

import (
	"fmt"
	"testing"

	"ogi/generator/tongue"
)

func Example() {
	t := tongue.Sprintf("核对%d项", "%d checks made", 83).Plus("，", ", ").Then(tongue.Of("全部成立", "all hold"))
	fmt.Println(t.In(false))
	fmt.Println(t.In(true))
	fmt.Println(tongue.ZH("卫东区司法局").In(true))
	// Output:
	// 核对83项，全部成立
	// 83 checks made, all hold
	// 卫东区司法局
}

// Each language keeps its own separator, and its own order of texts.
func TestJoin(t *testing.T) {
	a, b := tongue.Of("甲", "a"), tongue.Of("乙", "b")
	for _, c := range []struct {
		of   []tongue.Text
		want tongue.Text
	}{
		{nil, tongue.Text{}},
		{[]tongue.Text{a}, a},
		{[]tongue.Text{b, a}, tongue.Of("乙，甲", "b, a")},
	} {
		if got := tongue.Join(c.of, "，", ", "); got != c.want {
			t.Errorf("%v: %v, want %v", c.of, got, c.want)
		}
	}
}
