package browser

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/domsnapshot"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

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
	// A paragraph of two lines: the second has an anchor of its own and no number.
	text.WriteString("\n第122行，本机关照章办理，依申请公开的每一件都由专人登记，逐件答复，全年\n没有例外。\n")
	put("content/sfj/2023.txt", text.String())
	out := filepath.Join(dir, "out")
	if _, ds, err := generator.Build(context.Background(), generator.Options{Dir: dir, Out: out, Files: ogi.Files}); err != nil {
		t.Fatal(err, ds)
	}
	return out
}

var says = regexp.MustCompile(`第([0-9]+)段|表([0-9]+)第([0-9]+)行|第([0-9]+)行`)

// A numbered is a line of the file on a page, as prose or in the source view, with
// what must be painted beside it: what the line says of itself.
type numbered struct{ id, attr, text, want string }

// expected are the lines of a page, in its order.
func expected(t *testing.T, file string) []numbered {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var lines []numbered
	for n := range doc.Descendants() {
		id, attr := attribute(n, "id"), attribute(n, "data-n")
		if !strings.HasPrefix(id, "L") || n.Data == "a" {
			continue
		}
		var b strings.Builder
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				b.WriteString(d.Data)
			}
		}
		l := numbered{id: id, attr: attr, text: b.String()}
		switch s := says.FindStringSubmatch(l.text); {
		case s == nil:
			t.Fatalf("%s: #%s does not say where it stands: %q", file, id, l.text)
		case s[1] != "":
			l.want = "段" + s[1]
		case s[2] != "":
			l.want = "表" + s[2] + "·" + s[3]
		default:
			l.want = "L" + s[4]
		}
		lines = append(lines, l)
	}
	if len(lines) < 70 {
		t.Fatalf("%s has %d lines", file, len(lines))
	}
	return lines
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// The numbers that Chromium lays out beside prose and beside the lines of the source
// view; where there is no margin, beside the paragraph that a link led to.
func TestPaintedNumbersInChromium(t *testing.T) {
	b := open(t)
	b.dir = numberedSite(t)
	for _, year := range []string{"2021", "2022", "2023"} {
		p := "agencies/sfj/" + year + "/index.html"
		b.visit(t, p)
		got := painted(t, b)
		lines := expected(t, filepath.Join(b.dir, filepath.FromSlash(p)))
		for _, l := range lines {
			if got[l.id] != l.want {
				t.Errorf("%s: beside #%s stands %q, want %q", year, l.id, got[l.id], l.want)
			}
		}
		if len(got) != len(lines) {
			t.Errorf("%s: %d numbers painted, want %d", year, len(got), len(lines))
		}
		b.width(t, 360)
		b.arrive(t, p, lines[3].id)
		prose := 0
		for id := range painted(t, b) {
			if ask[bool](t, b, "!document.getElementById('"+id+"').closest('.source')") {
				if prose++; id != lines[3].id {
					t.Errorf("%s: on a phone a number stands beside #%s", year, id)
				}
			}
		}
		if prose != 1 {
			t.Errorf("%s: on a phone %d paragraphs have a number, want that of the link", year, prose)
		}
		b.width(t, 1280)
	}
}

// painted are the texts of the boxes before the items of the source view and after
// paragraphs, by the id of what they stand beside.
func painted(t *testing.T, b *tab) map[string]string {
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
	beside := map[int64]string{}
	for k, node := range d.Nodes.PseudoType.Index {
		attrs := d.Nodes.Attributes[d.Nodes.ParentIndex[node]]
		for i := 0; i+1 < len(attrs); i += 2 {
			id := text(int64(attrs[i+1]))
			if kind := text(int64(d.Nodes.PseudoType.Value[k])); text(int64(attrs[i])) == "id" && strings.HasPrefix(id, "L") && (kind == "before" || kind == "after") {
				beside[node] = id
			}
		}
	}
	out := map[string]string{}
	for i, node := range d.Layout.NodeIndex {
		if s := text(int64(d.Layout.Text[i])); beside[node] != "" && s != "" {
			out[beside[node]] += s
		}
	}
	return out
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
		for _, l := range expected(t, file) {
			body := html.EscapeString(l.text) + "</li>\n"
			attr := ""
			if l.attr != "" {
				attr = ` data-n="` + l.attr + `"`
			}
			items.WriteString(`<li id="` + l.id + `"` + attr + `>` + body)
			right.WriteString(`<li><u>` + html.EscapeString(l.want) + `</u>` + body)
			wrong.WriteString(`<li><u>` + html.EscapeString(l.want+"1") + `</u>` + body)
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
	rule := regexp.MustCompile(`(?m)^\.source li::before \{ content: attr\(id\);(.*)\}$`).FindSubmatch(css)
	if rule == nil {
		t.Fatal("the style sheet does not say how numbers are painted")
	}
	const plain = ".source li::before { content: none !important; } .source li u { text-decoration: none; "
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
