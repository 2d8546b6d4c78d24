package browser

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/domsnapshot"
	"github.com/chromedp/chromedp"

	"ogi"
	"ogi/generator"
)

// pages whose text says which paragraph, row or line it is, so that what is
// painted beside it can be held against it.
func countable(newline string) string {
	var b strings.Builder
	n := 1
	b.WriteString("<!DOCTYPE html>" + newline + "<html><head><meta charset=\"utf-8\"><title>青禾县司法局2023年政府信息公开工作年度报告</title></head><body>" + newline + newline)
	fmt.Fprintf(&b, "<h1>青禾县司法局2023年政府信息公开工作年度报告，第%d段</h1>%s", n, newline)
	for table := 1; table <= 3; table++ {
		for range 12 {
			n++
			fmt.Fprintf(&b, "%s%s<p>第%d段，本机关照章办理，尾数%d。</p>", newline, newline, n, n*7)
		}
		b.WriteString(newline + "<table>")
		for row := 1; row <= 12; row++ {
			fmt.Fprintf(&b, "%s<tr><td>表%d第%d行</td>%s<td>甲%d</td></tr>", newline, table, row, newline, row*table)
		}
		b.WriteString("</table>" + newline)
	}
	b.WriteString("</body></html>" + newline)
	return b.String()
}

// numberedSite is a site of a page with skipped lines, the same saved as one
// line, and a text, all of one agency.
func numberedSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("site.toml", "title = \"试\"\n")
	put("content/sfj/agency.toml", "name = \"青禾县司法局\"\n")
	put("content/sfj/2021.html", countable("\n"))
	put("content/sfj/2022.html", countable(""))
	var text strings.Builder
	for n := 1; n <= 120; n++ {
		if n%3 == 0 {
			text.WriteString("\n")
			continue
		}
		fmt.Fprintf(&text, "第%d行，本机关照章办理。\n", n)
	}
	put("content/sfj/2023.txt", text.String())
	out := filepath.Join(dir, "out")
	if _, ds, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Files: ogi.Files}); err != nil {
		t.Fatal(err, ds)
	}
	return out
}

var (
	listed = regexp.MustCompile(`(?s)<li id="L[0-9.]+" data-n="([^"]*)">.*?<span class="txt">(.*?)</span></li>`)
	says   = regexp.MustCompile(`第([0-9]+)段|表([0-9]+)第([0-9]+)行|第([0-9]+)行`)
)

// expected is what must be painted beside each line of a source view: what the
// line says of itself, an empty one its place.
func expected(t *testing.T, file string) []string {
	t.Helper()
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range listed.FindAllSubmatch(page, -1) {
		switch s := says.FindSubmatch(m[2]); {
		case s == nil:
			want = append(want, fmt.Sprint(len(want)+1))
		case len(s[1]) > 0:
			want = append(want, "段"+string(s[1]))
		case len(s[2]) > 0:
			want = append(want, "表"+string(s[2])+"·"+string(s[3]))
		default:
			want = append(want, string(s[4]))
		}
	}
	if len(want) < 70 {
		t.Fatalf("%s lists %d lines", file, len(want))
	}
	return want
}

// The numbers that Chromium lays out beside the lines of the source view.
func TestPaintedNumbersInChromium(t *testing.T) {
	b := open(t)
	b.dir = numberedSite(t)
	for _, year := range []string{"2021", "2022", "2023"} {
		p := "agencies/sfj/" + year + "/index.html"
		b.visit(t, p)
		got := painted(t, b)
		want := expected(t, filepath.Join(b.dir, filepath.FromSlash(p)))
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s:\npainted %v\nwant    %v", year, got, want)
		}
	}
}

// painted are the texts of the boxes before the items of the source view.
func painted(t *testing.T, b *tab) []string {
	t.Helper()
	r, err := chromedp.Call(b.ctx, domsnapshot.CaptureSnapshot, domsnapshot.CaptureSnapshotParams{ComputedStyles: []string{}})
	if err != nil {
		t.Fatal(err)
	}
	d := r.Documents[0]
	text := func(i int64) string {
		if i < 0 {
			return ""
		}
		return string(r.Strings[i])
	}
	before := map[int64]bool{}
	for k, node := range d.Nodes.PseudoType.Index {
		parent := d.Nodes.ParentIndex[node]
		if text(int64(d.Nodes.PseudoType.Value[k])) == "before" && text(int64(d.Nodes.NodeName[parent])) == "LI" && inSource(d, parent, text) {
			before[node] = true
		}
	}
	var out []string
	for i, node := range d.Layout.NodeIndex {
		if s := text(int64(d.Layout.Text[i])); before[node] && s != "" {
			out = append(out, s)
		}
	}
	return out
}

// inSource reports whether an item stands in the source view.
func inSource(d *domsnapshot.DocumentSnapshot, item int64, text func(int64) string) bool {
	attrs := d.Nodes.Attributes[d.Nodes.ParentIndex[item]]
	for i := 0; i+1 < len(attrs); i += 2 {
		if text(int64(attrs[i])) == "class" && text(int64(attrs[i+1])) == "source" {
			return true
		}
	}
	return false
}

// Firefox is asked for pictures: the source view with its painted numbers must
// look as one in which the numbers are written, and not as one in which they are
// wrong.
func TestPaintedNumbersInFirefox(t *testing.T) {
	if testing.Short() {
		t.Skip("browser tests take a while")
	}
	fox := firefox()
	switch {
	case fox == "" && os.Getenv("CI") == "true":
		t.Fatal("no Firefox; install it, as .ci/run does")
	case fox == "":
		t.Skip("no Firefox found")
	}
	site := numberedSite(t)
	var items, right, wrong strings.Builder
	for _, year := range []string{"2021", "2022", "2023"} {
		file := filepath.Join(site, "agencies", "sfj", year, "index.html")
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range expected(t, file) {
			li := listed.FindAllSubmatch(page, -1)[i]
			body := `<span class="txt">` + string(li[2]) + "</span></li>\n"
			items.WriteString(`<li data-n="` + string(li[1]) + `">` + body)
			right.WriteString(`<li><b>` + html.EscapeString(n) + `</b>` + body)
			wrong.WriteString(`<li><b>` + html.EscapeString(n+"1") + `</b>` + body)
		}
	}
	shoot := func(name, style, list string) []byte {
		text := `<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="assets/css/site.css"><style>` + style + `</style><ol class="source">` + list + `</ol>`
		if err := os.WriteFile(filepath.Join(site, name+".html"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		picture := filepath.Join(site, name+".png")
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
		defer cancel()
		out, err := exec.CommandContext(ctx, fox, "--headless", "--no-remote", "--profile", t.TempDir(), "--window-size=700",
			"--screenshot", picture, fileURL(site)+"/"+name+".html").CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		b, err := os.ReadFile(picture)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return b
	}
	css, err := os.ReadFile(filepath.Join(site, "assets", "css", "site.css"))
	if err != nil {
		t.Fatal(err)
	}
	rule := regexp.MustCompile(`(?m)^\.source li::before \{ content: attr\(data-n\);(.*)\}$`).FindSubmatch(css)
	if rule == nil {
		t.Fatal("the style sheet does not say how numbers are painted")
	}
	const plain = ".source li::before { content: none !important; } .source li b { font-weight: inherit; "
	is := shoot("painted", "", items.String())
	if written := shoot("written", plain+string(rule[1])+"}", right.String()); !bytes.Equal(is, written) {
		t.Error("the numbers that Firefox paints are not those of the lines")
	}
	if other := shoot("wrong", plain+string(rule[1])+"}", wrong.String()); bytes.Equal(is, other) {
		t.Error("the pictures do not tell right numbers from wrong ones")
	}
}

func firefox() string {
	for _, name := range []string{"firefox-esr", "firefox"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}
