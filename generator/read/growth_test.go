package read_test

import (
	"errors"
	"strings"
	"testing"

	"ogi/generator/internal/growth"
	"ogi/generator/read"
	"ogi/generator/source"
)

func TestTimeGrowsWithSize(t *testing.T) {
	for _, s := range growth.Some() {
		growth.Grows(t, s, func(path string, b []byte) { _, _, _ = read.File(path, b) })
	}
}

// TestBudget: what takes more work than any report is refused with what there is
// too much of and what to do.
func TestBudget(t *testing.T) {
	want := map[string]string{
		"xlsx/sst shared":   "工作簿里多次引用的文字过长，超出年度报告的合理大小，未读取",
		"pdf/boxes one row": "PDF 的线条过多，超出年度报告的合理大小，未读取",
		"pdfraw/ocgs":       "PDF 的图层过多，超出年度报告的合理大小，未读取",
		`txt/one "受理申请5件，"`: "文件有 2 MB 文字，超出年度报告的合理大小，未读取",
	}
	for _, s := range growth.Shapes() {
		message, ok := want[s.Name]
		if !ok {
			continue
		}
		delete(want, s.Name)
		_, _, err := read.File(s.Path, s.Make(5<<19))
		var e *source.Error
		if !errors.As(err, &e) || e.Message != message || !strings.Contains(e.Remedy, "请确认放入的是报告本身") {
			t.Errorf("%s: %v, not %s", s.Name, err, message)
		}
	}
	if len(want) > 0 {
		t.Errorf("no shapes: %v", want)
	}
}
