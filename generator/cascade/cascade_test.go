package cascade

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// ask opens the elements of a page one in another as its tags do, and tells what
// is declared of the last one opened.
func ask(t *testing.T, sheet, page string, property Property) string {
	t.Helper()
	p, err := New([]Sheet{{Text: sheet}})
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return said
		case html.StartTagToken:
			tok := z.Token()
			e := Element{Tag: tok.Data}
			for _, a := range tok.Attr {
				e.Attrs = append(e.Attrs, Attr{a.Key, a.Val})
			}
			said = p.Open(e)[property]
		case html.EndTagToken:
			p.Close()
		}
	}
}

func TestDisplayOfTheLastElement(t *testing.T) {
	for _, c := range []struct{ sheet, page, want string }{
		{`p{display:none}`, `<p>`, "none"},
		{`p{display:none}`, `<div>`, ""},
		{`.a{display:none} #b{display:block}`, `<p class="x a" id=b>`, "block"},
		{`.a{display:none!important} #b{display:block}`, `<p class=a id=b>`, "none"},
		{`.a{display:none}`, `<p class=a style="display:block">`, "block"},
		{`.a{display:none !important}`, `<p class=a style="display:block">`, "none"},
		{`.a{display:none} .a{display:inline}`, `<p class=a>`, "inline"},
		{`p.a{display:none} .a{display:inline}`, `<p class=a>`, "none"},
		{`div p{display:none}`, `<div><b></b><span><p>`, "none"},
		{`div p{display:none}`, `<div></div><p>`, ""},
		{`div>p{display:none}`, `<div><span><p>`, ""},
		{`div > p{display:none}`, `<div><p>`, "none"},
		{`.a .b > .c p{display:none}`, `<div class=a><div class=b><div class=b><div class=c><i><p>`, "none"},
		{`i + p{display:none}`, `<div><i></i><p>`, "none"},
		{`i + p{display:none}`, `<div><i></i><b></b><p>`, ""},
		{`i ~ p{display:none}`, `<div><i></i><b></b><p>`, "none"},
		{`#t:checked ~ .pane{display:block} .pane{display:none}`, `<input id=t checked></input><div class=pane>`, "block"},
		{`p:first-child{display:none}`, `<div><p></p><p>`, ""},
		{`p:nth-child(2n){display:none}`, `<div><p></p><p>`, "none"},
		{`p:first-of-type{display:none}`, `<div><i></i><p>`, "none"},
		{`p:not(.on){display:none}`, `<p class=off>`, "none"},
		{`p:not(.on){display:none}`, `<p class=on>`, ""},
		{`:is(.a, .b) span{display:none}`, `<p class=b><span>`, "none"},
		{`p:hover{display:none}`, `<p>`, ""},
		{`p::before{display:none}`, `<p>`, ""},
		{`[hidden]{display:none}`, `<p hidden>`, "none"},
		{`[data-y="2023"]{display:none}`, `<p data-y=2023>`, "none"},
		{`[class^=tab-]{display:none}`, `<p class=tab-1>`, "none"},
		{`*{display:none}`, `<p>`, "none"},
		{`a,p , b{display:none}`, `<p>`, "none"},
		{`.md\:hidden{display:none}`, `<p class="md:hidden">`, "none"},
		{`@media print{p{display:none}}`, `<p>`, ""},
		{`@media screen and (max-width:768px){p{display:none}} i{}`, `<p>`, ""},
		{`@media (min-width:768px){p{display:none}}`, `<p>`, "none"},
		{`@media only screen{@supports (display:grid){p{display:none}}}`, `<p>`, "none"},
		{`@font-face{src:url(a)} @import "x.css"; p{display:none}`, `<p>`, "none"},
		{`/* p{display:block} */ p{color:red;;display:none;}`, `<p>`, "none"},
		{`b{display:block} } p{display:none}`, `<p>`, "none"},
		{`a{content:"}"} p{display:none}`, `<p>`, "none"},
		{`a{b{display:block}} p{display:none}`, `<p>`, "none"},
		{`p{display:none`, `<p>`, "none"},
		{`p{display:var(--x)}`, `<p>`, ""},
		{`<!-- p{display:none} -->`, `<p>`, "none"},
	} {
		if got := ask(t, c.sheet, c.page, Display); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.sheet, c.page, got, c.want)
		}
	}
}

func TestShorthands(t *testing.T) {
	for _, c := range []struct {
		sheet string
		p     Property
		want  string
	}{
		{`p{background:#FFF}`, Ground, "#fff"},
		{`p{background:url(a.png) no-repeat}`, Image, "url()"},
		{`p{background-color:red;background:none}`, Ground, "transparent"},
		{`p{font:bold 12px/1.5 "宋体"}`, Size, "12px"},
		{`p{font:0/0 a}`, Size, "0"},
		{`p{text-decoration:line-through red}`, Line, "line-through red"},
	} {
		if got := ask(t, c.sheet, `<p>`, c.p); got != c.want {
			t.Errorf("%s: %q, want %q", c.sheet, got, c.want)
		}
	}
}

func TestColors(t *testing.T) {
	for s, want := range map[string]RGBA{
		"#fff": {255, 255, 255, 255}, "White": {255, 255, 255, 255}, "rgb(255, 255, 255)": {255, 255, 255, 255},
		"rgba(0,0,0,0)": {}, "transparent": {}, "hsl(0,0%,100%)": {255, 255, 255, 255}, "rgb(100% 0% 0% / 50%)": {255, 0, 0, 128},
	} {
		if got, ok := ParseColor(s); !ok || got != want {
			t.Errorf("%s: %v %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "inherit", "#ff", "rgb(1)", "url(a)"} {
		if c, ok := ParseColor(s); ok {
			t.Errorf("%s: %v", s, c)
		}
	}
}

// TestWorkGrowsWithThePage: tries grow with elements and with the rules that name
// them, and end at Most. Rules that name none of the page's classes cost nothing.
func TestWorkGrowsWithThePage(t *testing.T) {
	work := func(rules, elements int, selector string) int {
		p, err := New([]Sheet{{Text: strings.Repeat(selector+"{display:none}", rules)}})
		if err != nil {
			t.Fatal(err)
		}
		for range elements {
			p.Open(Element{Tag: "div", Attrs: Attrs{{"class", "a"}}})
		}
		return p.tries
	}
	for _, selector := range []string{".a", "div div div div", "div > div + div ~ div", "*"} {
		one, rules, elements := work(10, 100, selector), work(40, 100, selector), work(10, 400, selector)
		if rules > 5*one || elements > 5*one {
			t.Errorf("%s: %d tries, %d with four times the rules, %d with four times the elements", selector, one, rules, elements)
		}
	}
	if n := work(10_000, 1000, ".b"); n != 0 {
		t.Errorf("%d tries of rules that no element is named by", n)
	}
	if n := work(20_000, 10_000, ".a"); n > Most+1 {
		t.Errorf("%d tries", n)
	}
}

func TestTooManyRulesAreRefused(t *testing.T) {
	_, err := New([]Sheet{{Text: strings.Repeat("a b c d{display:none}", maxParts)}})
	if !errors.Is(err, ErrTooMuch) {
		t.Error(err)
	}
}

func FuzzSheet(f *testing.F) {
	f.Add(`@media screen{.a>p:not(.b):nth-child(2n+1)~i{display:none!important}}`)
	f.Add(`p{background:url("}") #fff;font:12px/1 a}`)
	f.Fuzz(func(t *testing.T, sheet string) {
		p, err := New([]Sheet{{Text: sheet}})
		if err != nil {
			t.Skip()
		}
		for range 3 {
			p.Open(Element{Tag: "p", Attrs: Attrs{{"class", "a b"}, {"id", "c"}, {"style", sheet}}})
		}
		p.Close()
		p.Open(Element{Tag: "i"})
	})
}

// A sheet that only lets list items float says nothing: its page is read as one
// without sheets.
func TestFloatsOfBlocksAreNothing(t *testing.T) {
	for sheet, plain := range map[string]bool{`.nav li{float:left}`: true, `.l{float:left}`: false, `li{float:left;color:red}`: false, `li b{float:left}`: false} {
		p, err := New([]Sheet{{Text: sheet}})
		if err != nil || p.Plain() != plain {
			t.Errorf("%s: plain %v, %v", sheet, p.Plain(), err)
		}
	}
}

// What ::before and ::after print is kept where a digit may be in it, and never
// for the element itself.
func TestWhatSheetsPrint(t *testing.T) {
	for _, c := range []struct{ sheet, before, after string }{
		{`p::before{content:"1"}`, "1", ""},
		{`p:BEFORE{content:'1'}`, "1", ""},
		{`div>::after{content:"2" "3"}`, "", "23"},
		{`p::before,p::after{content:"\31 2"}`, "12", "12"},
		{`p::after{content:attr(data-n)}`, "", "attr(data-n)"},
		{`p::before{content:counter(a) "、"}`, "□、", ""},
		{`p::before{content:"\f101"}`, "", ""},
		{`p::before{content:""}`, "", ""},
		{`p{content:"1"}`, "", ""},
		{`i::before{content:"1"}`, "", ""},
		{`p::before{display:none}`, "", ""},
		{`p::before{content:"1` + strings.Repeat("0", maxGenerated) + `"}`, "", ""},
	} {
		for p, want := range map[Property]string{Before: c.before, After: c.after, Display: ""} {
			if got := ask(t, c.sheet, `<div><p>`, p); got != want {
				t.Errorf("%s: %d is %q, want %q", c.sheet, p, got, want)
			}
		}
	}
}
