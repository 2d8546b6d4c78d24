package web_test

import (
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func FuzzPage(f *testing.F) {
	f.Add("<table><tr><td rowspan=2>规章<td>5<sup>1</sup><tr><td><s>80</s>8</table><script>var t = '<table><tr><td>1</table>'</script>")
	f.Add("<style>.a{display:none}td:first-child{color:#fff}</style><details><summary>表</summary><div class=a>1</div></details>")
	f.Fuzz(func(t *testing.T, page string) { blocks.Readable(t, "a.html", []byte(page)) })
}

func FuzzMHT(f *testing.F) {
	f.Add(specimen.Random(0, specimen.Options{}).MustWrite(specimen.MHT))
	f.Fuzz(func(t *testing.T, b []byte) { blocks.Readable(t, "a.mht", b) })
}
