package growth

import (
	"strconv"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) css() {
	a, b := l.base(specimen.HTML)
	r := strings.Repeat
	sheet := func(name, unit string, el string) {
		l.add("css/"+name, specimen.HTML, len(unit)+len(el)+6, func(n int) []byte {
			var w, e strings.Builder
			for i := range n {
				w.WriteString(strings.ReplaceAll(unit, "#", strconv.Itoa(i)))
				e.WriteString(strings.ReplaceAll(el, "#", strconv.Itoa(i)))
			}
			return []byte("<style>" + w.String() + "</style>" + a + e.String() + b)
		})
	}
	sheet("class", ".c#{color:red}", "<p class=c#>1</p>")
	sheet("same class", ".c{color:red}", "<p class=c>1</p>")
	sheet("tag", "p{color:red}", "<p>1</p>")
	sheet("star", "*{color:red}", "<p>1</p>")
	sheet("attr", "[a='#']{color:red}", "<p a='#'>1</p>")
	sheet("attr*", "[class*='#']{color:red}", "<p class='#'>1</p>")
	sheet("desc", "div p{color:red}", "<div><p>1</p></div>")
	sheet("desc nest", "div div div p{color:red}", "<div>")
	sheet("desc nest2", "a div div p{color:red}", "<div><p>1</p>")
	sheet("sib", "p~p{color:red}", "<p>1</p>")
	sheet("sib2", "a~p{color:red}", "<p>1</p>")
	sheet("nth", "p:nth-child(2n+#){color:red}", "<p>1</p>")
	sheet("nth1", "", "<p>1</p>")
	sheet("not", "p:not(.a#){color:red}", "<p>1</p>")
	sheet("empty", ":empty{color:red}", "<p></p>")
	sheet("id", "#i{color:red}", "<p id='#'>1</p>")
	sheet("sel", ".c#,", "<p class=c#>1</p>")
	sheet("media", "@media print{.c#{color:red}}", "<p class=c#>1</p>")
	sheet("media nest", "@media screen{", "<p class=c#>1</p>")
	sheet("import", "@import 'a.css';", "<p>1</p>")
	sheet("brace", "{", "")
	sheet("brace2", "a{", "")
	sheet("paren", ":not(", "")
	sheet("is", ":is(", "")
	sheet("before", ".c#:before{content:'#'}", "<p class=c#>1</p>")
	sheet("var", ":root{--a#:1}", "<p>1</p>")
	sheet("hide", ".c#{display:none}", "<p class=c#>1</p>")
	sheet("important", "p{display:none!important}", "<p>1</p>")
	sheet("long sel", "p ", "<p>1</p>")
	sheet("long compound", ".c", "<p>1</p>")
	sheet("long child", "div>", "<div>")
	sheet("plus", "p+p+p{color:red}", "<p>1</p>")
	sheet("keyframes", "@keyframes a#{from{color:red}}", "<p>1</p>")
	sheet("comment", "/*", "")
	sheet("str", "'", "")
	sheet("esc", "\\", "")
	l.add("css/one sel many el sib", specimen.HTML, 8, func(n int) []byte {
		return []byte("<style>a~p{color:red}p~a{color:red}p~p~p~a{display:none}</style>" + a + r("<p>1</p>", n) + b)
	})
	l.add("css/one sel deep", specimen.HTML, 8, func(n int) []byte {
		return []byte("<style>a div p{color:red} a div div div p{display:none}</style>" + a + r("<div><p>1</p>", n) + b)
	})
	l.add("css/nth many", specimen.HTML, 8, func(n int) []byte {
		return []byte("<style>p:nth-child(3){color:red} p:nth-last-child(2){display:none} p:first-child{color:red} p:last-of-type{color:red} p:nth-of-type(3){color:red} p:only-child{color:red}</style>" + a + "<div>" + r("<p>1</p>", n) + "</div>" + b)
	})
	l.add("css/long sel deep", specimen.HTML, 30, func(n int) []byte {
		return []byte("<style>" + r("div ", n) + "p{color:red}</style>" + a + r("<div><p>1</p>", n) + b)
	})
	l.add("css/styles els", specimen.HTML, 20, func(n int) []byte { return []byte(a + r("<style>p{color:red}</style>", n) + b) })
	l.add("css/link els", specimen.HTML, 20, func(n int) []byte { return []byte(a + r("<link rel=stylesheet href=a.css>", n) + b) })
}
