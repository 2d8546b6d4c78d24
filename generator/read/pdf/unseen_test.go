package pdf_test

import (
	"bytes"
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func TestHiddenText(t *testing.T) {
	b := specimen.Random(1, specimen.Options{}).MustWrite(specimen.PDF)
	i := bytes.LastIndex(b, []byte("/Root "))
	b = append(append(append([]byte{}, b[:i]...), "/Info << /Author (Zhang) /Producer (p) /Title <FEFF8349> >> "...), b[i:]...)
	if got, want := blocks.Hidden(t, "a.pdf", b), "文档属性 标题：草\n文档属性 作者：Zhang\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
