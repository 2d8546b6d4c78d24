package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
)

// endless are words of 3,000 letters of one script each, without a place to
// break: as a report, its name and its path may hold them.
var endless = []string{strings.Repeat("w", 3000), strings.Repeat("a\u00a0", 1500)}

// Words of any length wrap, wherever a text of a report or an archive stands:
// no page scrolls sideways, on a phone or on a desk.
func TestEndlessWordsWrap(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w := endless[0]
	write("site.toml", "title = \""+w+"\"\nbase_url = \"https://example.org/\"\ndescription = \""+w+"\"\n[licence]\ndata = \""+w+"\"\n")
	write("content/pages/about.md", "# "+w+"\n\n## "+w+"\n\n"+w+" `"+w+"` [b](https://example.org/"+w+") **"+w+"**\n\n- "+w+"\n\n> "+w+"\n\n| a | b |\n|---|---|\n| "+w+" | x |\n\n```\n"+w+"\n```\n\n"+w+"\n: "+w+"\n")
	for i, w := range endless {
		var last *specimen.Specimen
		slug := fmt.Sprintf("a%d", i)
		in := "content/" + strings.Repeat(string([]rune(w)[:40]), 3) + "/" + slug + "/"
		write(in+"agency.toml", fmt.Sprintf("name = %q\nregion = \"410403\"\nkind = \"department\"\nhomepage = \"https://example.org/%s\"\n[[names]]\nname = %q\nto = 2020\n", w, endless[0], w))
		for year := 2023; year < 2025; year++ {
			last = specimen.Random(uint64(10*i+year), specimen.Options{Year: year, Previous: last, Max: 40, Agency: w})
			text := string(last.MustWrite(specimen.Tab))
			lines := strings.Split(text, "\n")
			for n, l := range lines {
				switch {
				case n == 0, strings.HasPrefix(l, "二、"), strings.HasPrefix(l, "六、"):
					lines[n] = l + w
				case n%7 == 3 && !strings.Contains(l, "\t"):
					lines[n] = l + w + "\n" + w
				case strings.Contains(l, "\t") && n%9 == 2:
					at := strings.LastIndex(l, "\t")
					lines[n] = l[:at+1] + w
				}
			}
			write(fmt.Sprintf("%s%d.txt", in, year), strings.Join(lines, "\n"))
			write(fmt.Sprintf("%s%d-%s.txt", in, year, string([]rune(w)[:60])), text)
			write(fmt.Sprintf("%s%d.toml", in, year), fmt.Sprintf("source = \"https://example.org/%s\"\n[[file]]\npath = %q\nrole = \"earlier\"\n[[file]]\npath = \"%d.txt\"\nrole = \"main\"\n", endless[0], fmt.Sprintf("%d-%s.txt", year, string([]rune(w)[:60])), year))
			write(fmt.Sprintf("%s%d.notes.toml", in, year), fmt.Sprintf("[[note]]\nrule = \"no-date\"\nstatus = \"explained\"\nvalue = %q\ntext = %q\nby = %q\ndate = \"2025-03-02\"\n", w, w, w))
		}
		write(in+"2021.toml", fmt.Sprintf("withdrawn = %q\n", w))
	}
	b := open(t)
	b.dir = builtFrom(t, dir)
	pages := 0
	for _, p := range files(t, b.dir, ".html") {
		if strings.HasPrefix(p, "rules/") && p != "rules/index.html" && pages > 10 {
			continue // words of this repository alone
		}
		pages++
		b.width(t, 1280)
		b.visit(t, p)
		for _, wide := range []int{1280, 360} {
			b.width(t, int64(wide))
			got := ask[probe](t, b, probeJS)
			if got.Scroll > wide {
				t.Errorf("%s at %d px is %d px wide: %v", p, wide, got.Scroll, got.Wide)
			}
		}
	}
	t.Logf("%d pages at two widths", pages)
}
