package growth

import (
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) mht() {
	a, b := l.base(specimen.HTML)
	r := strings.Repeat
	l.add("mht/parts", specimen.MHT, 80, func(n int) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n" + r("--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>1</p>\r\n", n) + "--x--\r\n")
	})
	l.add("mht/css parts", specimen.MHT, 80, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "--x\r\nContent-Type: text/css\r\nContent-Location: http://a.cn/%d.css\r\n\r\np{color:red}\r\n", i)
		}
		var l strings.Builder
		for i := range n {
			fmt.Fprintf(&l, "<link rel=stylesheet href=%d.css>", i)
		}
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: http://a.cn/a.html\r\n\r\n" + l.String() + a + b + "\r\n" + w.String() + "--x--\r\n")
	})
	l.add("mht/headers", specimen.MHT, 10, func(n int) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n" + r("X-A: 1\r\n", n) + "\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + a + b + "\r\n--x--\r\n")
	})
	l.add("mht/fold", specimen.MHT, 10, func(n int) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\nX: a" + r("\r\n b", n) + "\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + a + b + "\r\n--x--\r\n")
	})
	l.add("mht/qp", specimen.MHT, 3, func(n int) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + r("=31", n) + a + b + "\r\n--x--\r\n")
	})
	l.add("mht/nested", specimen.MHT, 80, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "--x%d\r\nContent-Type: multipart/related; boundary=x%d\r\n\r\n", i, i+1)
		}
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x0\r\n\r\n" + w.String())
	})
	l.add("mht/dashes", specimen.MHT, 4, func(n int) []byte {
		return []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + r("\r\n--", n) + a + b + "\r\n--x--\r\n")
	})
}
