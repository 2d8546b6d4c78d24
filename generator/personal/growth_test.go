package personal

import (
	"testing"

	"ogi/generator/internal/growth"
)

func TestTimeGrowsWithSize(t *testing.T) {
	for _, s := range growth.Some() {
		growth.Grows(t, s, func(path string, b []byte) { Search(path, b) })
	}
	for _, piece := range []string{
		"13800138000、110101199003078515，", "张三，身份证号：110101199003078515\n", "138-0013-8000\t", "1380013\n8000\n",
		"1 ", "1\n", "11010119900307851X", "护照", "护照号E1234567，", "身份证", "张三", "（", "6222021234567890123", "\u00ad1", "\u200b",
	} {
		growth.Text(t, piece, func(s string) { Mask(s) })
	}
}
