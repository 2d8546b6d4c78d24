package archive

import (
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
)

func TestInert(t *testing.T) {
	for _, s := range []string{
		"年报", "<html><head><meta charset=\"utf-8\"><title>年报</title></head><body><p class=a>一 &lt;二&gt; 3 > 2</p></body></html>",
		"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://www.w3.org/TR/xhtml1.dtd\">\n<!-- 正文 --><BODY BGCOLOR='#fff'>",
		`<meta http-equiv="Content-Type" content="text/html; charset=GB2312"><td colspan="2" style="width: 20%; text-align:center">`,
		`<a href="https://example.org/a?b=c&amp;d">x</a><a href="../x.html">x</a><a href="mailto:a@example.org">x</a><a href="#a">x</a><br/>`,
	} {
		if !inert([]byte(s)) {
			t.Errorf("not inert: %s", s)
		}
	}
	for _, k := range []specimen.Kind{specimen.HTML} {
		if !inert(specimen.Random(1, specimen.Options{}).MustWrite(k)) {
			t.Errorf("a plain page is not inert: %s", k)
		}
	}
	for _, s := range []string{
		"<script>x</script>", "<SCRIPT", "<p onclick=x>", "<p class=a onclick=x>", "<p class=\"a\"onclick=x>", "<p/onclick=x>", "<p\x00>", "<img src=x>", "<svg>", "<?xml version=\"1.0\"?>",
		"<style>x</style>", "<p style=\"background:url(x)\">", "<p style='a:\\75rl'>", "<link rel=x>", "<base href=x>", "<form>", "<iframe>", "<meta http-equiv=refresh content=1>", "<meta charset=utf-7>",
		"<meta charset=iso-2022-jp>", "<meta http-equiv=content-type content='text/html; charset=utf-16'>", "<a href=javascript:x>", "<a href=' java\tscript:x'>", "<a href=\"&#106;avascript:x\">",
		"<a href=\"javascript&colon;x\">", "<a href=data:text/html,x>", "<p", "<p class=\"", "<p class=\"<script>\">", "<!-- <script> -->", "<!-->", "<!--->", "<!", "<![CDATA[x]]>", "</", "<a ping=x>", "<td background=x>",
		"<!DOCTYPE html [<!ENTITY a 'b'>]>", "<p title=`<script>`>", "\x1b$B<p>", "\xff\xfe<\x00p\x00>\x00", "<x-y>", "<p xmlns=x>", "<body background=x>", "<input autofocus>", "<p srcdoc=x>", "<p style=x style=expression(x)>",
	} {
		if inert([]byte(s)) {
			t.Errorf("inert: %q", s)
		}
	}
	if inert(specimen.Random(1, specimen.Options{}).MustWrite(specimen.CMS)) {
		t.Error("a page with a script is inert")
	}
	if long := strings.Repeat("<p class=\"a\">x</p>", 1<<16); !inert([]byte(long)) {
		t.Error("a long page")
	}
}

// bare takes no other tag than layingOut does, and as far.
func TestBareTags(t *testing.T) {
	names := strings.Split(tagsOfLayout, "|")
	names = append(names, "script", "TR", "Td", "blockquotes", "", "t", "x", "h7", "o", "o:", "svg", "style", "ſ", "p ", " p", "p/", "p\x00", "p a", "<p")
	for _, name := range names {
		for _, form := range []string{"<%>", "</%>", "<//%>", "<%", "</%", "< %>", "<%>>", "<%><p>", "<%\n>", "<%/>"} {
			b := []byte(strings.ReplaceAll(form, "%", name))
			if n, want := bare(b), len(layingOut.Find(b)); n != 0 && n != want {
				t.Errorf("%q: %d, want %d", b, n, want)
			}
			if form == "</%>" && layoutTags[name] && bare(b) == 0 {
				t.Errorf("%q is not known", b)
			}
		}
	}
}
