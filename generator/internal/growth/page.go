package growth

import (
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) pages() {
	a, b := l.base(specimen.HTML)
	r := strings.Repeat
	rep := func(name, t string) {
		l.add("html/"+name, specimen.HTML, len(t), func(n int) []byte { return []byte(a + r(t, n) + b) })
	}
	pair := func(name, o, c string) {
		l.add("html/nest "+name, specimen.HTML, len(o)+len(c), func(n int) []byte { return []byte(a + r(o, n) + "x" + r(c, n) + b) })
	}
	for _, e := range strings.Fields("div span p b i u s del sup sub font a ul li ol dl dd table tr td th tbody section pre code h1 h2 center form select option button svg math template iframe noscript textarea script style title head body html blockquote details label nobr tt em strong marquee object applet ruby rt frameset input br hr img nonsense") {
		rep("open "+e, "<"+e+">")
		rep("open "+e+"1", "<"+e+">1")
		rep("close "+e, "</"+e+">")
		rep("pairs "+e, "<"+e+">1</"+e+">")
	}
	for _, s := range []string{"display:none", "text-decoration:line-through", "visibility:hidden", "color:#fff", "font-size:0", "vertical-align:super", "display:table", "display:table-row", "display:table-cell", "display:block", "display:inline-block", "position:absolute;left:-9999px", "background:#000;color:#000", "opacity:0", "margin-left:5px", "float:left", "width:100px", "overflow:hidden;height:0", "clip-path:inset(100%)", "position:absolute;left:5px;top:5px"} {
		for _, e := range []string{"div", "span"} {
			rep("open "+e+" "+s, "<"+e+" style='"+s+"'>1")
			pair(e+" "+s, "<"+e+" style='"+s+"'>1", "</"+e+">")
			rep("pairs "+e+" "+s, "<"+e+" style='"+s+"'>1</"+e+">")
		}
	}
	for _, e := range strings.Fields("div span table font b ul blockquote") {
		pair(e, "<"+e+">", "</"+e+">")
		pair(e+"1", "<"+e+">1", "</"+e+">1")
	}
	pair("table td", "<table><tr><td>1", "</td></tr></table>")
	pair("table td2", "<table><tr><td>1</td><td>", "</td></tr></table>")
	pair("ul li", "<ul><li>1", "</li></ul>")
	pair("hidden in hidden", "<div hidden>1", "</div>")
	rep("hidden", "<div hidden>第五件1</div>")
	rep("hidden para", "<p hidden>收到申请5件</p>")
	rep("hidden table", "<table hidden><tr><td>规章</td><td>1</td></tr></table>")
	rep("table", "<table><tr><td>规章</td><td>1</td></tr></table>")
	rep("colspan", "<table><tr><td colspan=1000>1</td></tr></table>")
	rep("rowspan", "<table><tr><td rowspan=65534>1</td></tr></table>")
	l.add("html/rowspan cells", specimen.HTML, 21, func(n int) []byte {
		return []byte(a + "<table><tr>" + r("<td rowspan=9999>1</td>", n) + "</tr></table>" + b)
	})
	l.add("html/rowspan rows", specimen.HTML, 31, func(n int) []byte {
		return []byte(a + "<table>" + r("<tr><td rowspan=9999>1</td></tr>", n) + "</table>" + b)
	})
	l.add("html/colspan rows", specimen.HTML, 31, func(n int) []byte {
		return []byte(a + "<table>" + r("<tr><td colspan=100>1</td></tr>", n) + "</table>" + b)
	})
	l.add("html/cells in row", specimen.HTML, 10, func(n int) []byte { return []byte(a + "<table><tr>" + r("<td>1</td>", n) + "</tr></table>" + b) })
	l.add("html/rows", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + "<table>" + r("<tr><td>规章</td><td>1</td></tr>", n) + "</table>" + b)
	})
	l.add("html/rows hidden", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + "<table>" + r("<tr hidden><td>规章</td><td>1</td></tr>", n) + "</table>" + b)
	})
	l.add("html/rows 3", specimen.HTML, 60, func(n int) []byte {
		return []byte(a + "<table>" + r("<tr><td>（一）予以公开</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td></tr>", n) + "</table>" + b)
	})
	l.add("html/attrs", specimen.HTML, 8, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, " a%d=1", i)
		}
		return []byte(a + "<p" + w.String() + ">x</p>" + b)
	})
	l.add("html/attr one", specimen.HTML, 4, func(n int) []byte { return []byte(a + "<p" + r(" a=1", n) + ">x</p>" + b) })
	l.add("html/classes", specimen.HTML, 2, func(n int) []byte {
		return []byte(a + "<style>.a{color:red}</style><p class='" + r("b ", n) + "'>x</p>" + b)
	})
	l.add("html/style decls", specimen.HTML, 12, func(n int) []byte { return []byte(a + "<p style='" + r("color:red;", n) + "'>x</p>" + b) })
	l.add("html/comment", specimen.HTML, 7, func(n int) []byte { return []byte(a + r("<!-- -->", n) + b) })
	l.add("html/comment open", specimen.HTML, 4, func(n int) []byte { return []byte(a + r("<!--", n) + b) })
	l.add("html/comment lt", specimen.HTML, 4, func(n int) []byte { return []byte(a + "<!--" + r("--!", n) + b) })
	l.add("html/lt", specimen.HTML, 1, func(n int) []byte { return []byte(a + r("<", n) + b) })
	l.add("html/lt!", specimen.HTML, 2, func(n int) []byte { return []byte(a + r("<!", n) + b) })
	l.add("html/lt?", specimen.HTML, 2, func(n int) []byte { return []byte(a + r("<?", n) + b) })
	l.add("html/cdata", specimen.HTML, 9, func(n int) []byte { return []byte(a + "<svg>" + r("<![CDATA[", n) + b) })
	l.add("html/ent", specimen.HTML, 5, func(n int) []byte { return []byte(a + r("&lt;1", n) + b) })
	l.add("html/entnoend", specimen.HTML, 4, func(n int) []byte { return []byte(a + r("&#x3", n) + b) })
	l.add("html/ent long", specimen.HTML, 1, func(n int) []byte { return []byte(a + "&" + r("a", n) + b) })
	l.add("html/script", specimen.HTML, 20, func(n int) []byte { return []byte(a + r("<script>a=1</script>", n) + b) })
	l.add("html/script docwrite", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + "<script>" + r("document.write('5');", n) + "</script>" + b)
	})
	l.add("html/script str", specimen.HTML, 1, func(n int) []byte { return []byte(a + "<script>" + r("'\\", n) + "</script>" + b) })
	l.add("html/script strs", specimen.HTML, 1, func(n int) []byte { return []byte(a + "<script>" + r("'收到申请5件';", n) + "</script>" + b) })
	l.add("html/script vars", specimen.HTML, 1, func(n int) []byte {
		return []byte(a + "<script>" + r("var a='<p>收到申请5件</p>';", n) + "</script>" + b)
	})
	l.add("html/script one", specimen.HTML, 1, func(n int) []byte { return []byte(a + "<script>" + r("<!--<script", n) + "</script>" + b) })
	l.add("html/script json", specimen.HTML, 1, func(n int) []byte {
		return []byte(a + "<script>var a=" + r("{\"a\":", n) + "1" + r("}", n) + "</script>" + b)
	})
	l.add("html/onattr", specimen.HTML, 20, func(n int) []byte { return []byte(a + r("<a href='javascript:1' onclick='1'>1</a>", n) + b) })
	l.add("html/href", specimen.HTML, 20, func(n int) []byte { return []byte(a + r("<a href='http://a.cn/13800138000'>1</a>", n) + b) })
	l.add("html/img", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + r("<img alt='收到5件' src='data:text/plain,13800138000'>", n) + b)
	})
	l.add("html/data uri", specimen.HTML, 4, func(n int) []byte { return []byte(a + "<img src='data:text/html;base64," + r("AAAA", n) + "'>" + b) })
	l.add("html/data uri nest", specimen.HTML, 4, func(n int) []byte { return []byte(a + "<img src='" + r("data:text/html,", n) + "'>" + b) })
	l.add("html/pct", specimen.HTML, 4, func(n int) []byte { return []byte(a + "<a href='" + r("%31", n) + "'>x</a>" + b) })
	for _, w := range []string{"收到5件", "、", "1"} {
		l.add("html/inline runs "+w, specimen.HTML, len(w)+13, func(n int) []byte { return []byte(a + "<p>" + r("<span>"+w+"</span>", n) + "</p>" + b) })
		l.add("html/inline sup "+w, specimen.HTML, len(w)+13, func(n int) []byte { return []byte(a + "<p>" + r("5<sup>"+w+"</sup>", n) + "</p>" + b) })
		l.add("html/inline del "+w, specimen.HTML, len(w)+13, func(n int) []byte { return []byte(a + "<p>" + r("5<del>"+w+"</del>", n) + "</p>" + b) })
		l.add("html/cell del "+w, specimen.HTML, len(w)+13, func(n int) []byte {
			return []byte(a + "<table><tr><td>规章</td><td>" + r("5<del>"+w+"</del>", n) + "</td></tr></table>" + b)
		})
		l.add("html/cell sup "+w, specimen.HTML, len(w)+13, func(n int) []byte {
			return []byte(a + "<table><tr><td>规章</td><td>" + r("5<sup>"+w+"</sup>", n) + "</td></tr></table>" + b)
		})
		l.add("html/cell br "+w, specimen.HTML, len(w)+4, func(n int) []byte {
			return []byte(a + "<table><tr><td>规章</td><td>" + r(w+"<br>", n) + "</td></tr></table>" + b)
		})
	}
	// flow tables
	l.add("html/flow", specimen.HTML, 60, func(n int) []byte {
		return []byte(a + r("<div style='display:table-row'><div style='display:table-cell'>规章</div><div style='display:table-cell'>1</div></div>", n) + b)
	})
	l.add("html/grid", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + "<div style='display:grid'>" + r("<div>1</div>", n) + "</div>" + b)
	})
	l.add("html/abs", specimen.HTML, 40, func(n int) []byte {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "<div style='position:absolute;left:%dpx;top:%dpx'>%d</div>", i%7*100, i/7*20, i)
		}
		return []byte(a + w.String() + b)
	})
	l.add("html/titles", specimen.HTML, 20, func(n int) []byte {
		return []byte(a + r("<meta name='ArticleTitle' content='青禾县教育局2024年年度报告'>", n) + b)
	})
	l.add("html/meta", specimen.HTML, 20, func(n int) []byte {
		return []byte("<html><head>" + r("<meta name='PubDate' content='2024-01-02'>", n) + "</head>" + a + b)
	})
	l.add("html/title long", specimen.HTML, 20, func(n int) []byte { return []byte("<title>" + r("青禾县教育局2024年", n) + "</title>" + a + b) })
	l.add("html/charset", specimen.HTML, 20, func(n int) []byte { return []byte("<html><head>" + r("<meta charset=gbk>", n) + "</head>" + a + b) })
}
