package markdown

import (
	"slices"
	"strings"
	"testing"
)

func convert(t *testing.T, src, root string) Doc {
	t.Helper()
	d, err := Convert([]byte(src), root)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestHeadingsKeepChineseIDs(t *testing.T) {
	d := convert(t, "# 方法\n\n## 依据\n\n## 怎样 读数\n\n## 依据\n\n## ！", "")
	if d.Title != "方法" || strings.Contains(string(d.Body), "<h1") {
		t.Errorf("title %q, body %s", d.Title, d.Body)
	}
	want := []Heading{{"依据", "依据"}, {"怎样-读数", "怎样 读数"}, {"依据-2", "依据"}, {"heading", "！"}}
	if len(d.Headings) != len(want) {
		t.Fatalf("got %v, want %v", d.Headings, want)
	}
	for i := range want {
		if d.Headings[i] != want[i] {
			t.Errorf("got %v, want %v", d.Headings[i], want[i])
		}
	}
}

func TestLinksFromTheRootBecomeRelative(t *testing.T) {
	for in, want := range map[string]string{
		"/": "../../index.html", "/rules/": "../../rules/index.html", "/rules/#x": "../../rules/index.html#x",
		"/a.pdf": "../../a.pdf", "https://example.org/": "https://example.org/", "//example.org/": "//example.org/", "#x": "#x",
	} {
		if got := convert(t, "[w]("+in+")", "../../").Body; !strings.Contains(string(got), `href="`+want+`"`) {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestNothingInMarkdownCanRun(t *testing.T) {
	for _, src := range []string{
		"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))", "[x](vbscript:x)",
		"![x](data:text/html;base64,eA==)", "<a href=x style=color:red>x</a>", "| a |\n|--:|\n| 1 |", "# x {onclick=alert(1)}",
	} {
		got := strings.ToLower(string(convert(t, src, "").Body))
		for _, bad := range []string{"<script", "onerror", "javascript:", "vbscript:", "data:text", "style=", "onclick=\""} {
			if strings.Contains(got, bad) {
				t.Errorf("%q: %s in %s", src, bad, got)
			}
		}
	}
}

// Chinese lines that are broken in the source join without a space.
func TestBrokenChineseLinesJoin(t *testing.T) {
	if got := convert(t, "政府信息\n公开", "").Body; got != "<p>政府信息公开</p>\n" {
		t.Errorf("got %q", got)
	}
}

func TestPagesPairLanguages(t *testing.T) {
	ps := Pages(map[string]Doc{"method.md": {Title: "方"}, "about.en.md": {Title: "a"}, "about.md": {Title: "关"}, "x.txt": {}})
	if len(ps) != 2 || ps[0].Slug != "about" || ps[0].EN.Title != "a" || ps[0].ZH.Title != "关" || ps[1].EN.Title != "" {
		t.Errorf("got %v", ps)
	}
}

// A picture from elsewhere becomes a link, and is told with its line.
func TestPicturesFromElsewhere(t *testing.T) {
	src := "# 题\n\n![甲](/assets/a.png)\n\n- 乙\n  ![丙](https://example.org/a.png \"丁\")\n\n[![](//example.org/b.png)](https://example.org/)\n![](HTTP://example.org/c.png)\n![戊][r] ![己](javascript:x) ![庚](data:image/png;base64,AA==)\n\n[r]: https://example.org/d.png\n"
	d := convert(t, src, "../")
	want := []Picture{{"https://example.org/a.png", 6}, {"//example.org/b.png", 8}, {"HTTP://example.org/c.png", 9}, {"https://example.org/d.png", 10}, {"javascript:x", 10}}
	if !slices.Equal(d.Pictures, want) {
		t.Errorf("got %v, want %v", d.Pictures, want)
	}
	body := string(d.Body)
	for _, s := range []string{`<img src="../assets/a.png" alt="甲">`, `<a href="https://example.org/a.png" title="丁">丙</a>`, `<a href="https://example.org/">//example.org/b.png</a>`, `<a href="HTTP://example.org/c.png">HTTP://example.org/c.png</a>`, `<a href="https://example.org/d.png">戊</a>`, `<a href="">己</a>`, `<img src="data:image/png;base64,AA==" alt="庚">`} {
		if !strings.Contains(body, s) {
			t.Errorf("no %s in %s", s, body)
		}
	}
	if n := strings.Count(body, "<img"); n != 2 {
		t.Errorf("%d pictures in %s", n, body)
	}
}

func TestBytesThatAreNoText(t *testing.T) {
	if got := convert(t, "\x98\n0", "").Body; got != "<p>\uFFFD\n0</p>\n" {
		t.Errorf("got %q", got)
	}
}

func FuzzConvert(f *testing.F) {
	for _, s := range []string{"# 题\n\n[a](/b/)", "<b onload=x>", "| a |\n|---|", "定义\n: 说明"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		d, err := Convert([]byte(src), "../")
		if err != nil {
			t.Fatal(err)
		}
		if s := strings.ToLower(string(d.Body)); strings.Contains(s, "<script") || strings.Contains(s, " style=") && !strings.Contains(strings.ToLower(src), " style=") {
			t.Errorf("%q gave %s", src, s)
		}
	})
}
