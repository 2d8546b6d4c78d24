package archive

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"ogi/generator/diag"
	"ogi/generator/form"
	"ogi/generator/internal/golden"
	"ogi/generator/report"
)

// decodeFirstLine is a decoder for tests: the first line is the title. It
// refuses an empty file and panics where it is told to.
func decodeFirstLine(path string, b []byte) (*report.Report, []diag.Diagnostic) {
	title, _, _ := strings.Cut(string(b), "\n")
	switch title {
	case "":
		return nil, []diag.Diagnostic{{Level: diag.Error, File: path, Code: "empty", Message: "empty"}}
	case "panic":
		panic("on purpose")
	case "scan":
		return nil, []diag.Diagnostic{{Level: diag.Error, File: path, Code: "unreadable-file", Message: "a scan", Remedy: "transcribe it"}}
	case "table":
		r := &report.Report{File: path, Form: form.F2021, Title: report.Text{Text: title}}
		r.Cells = make([]report.Cell, len(r.Form.Defs))
		r.Cells[r.Form.Index("requests.received.total")] = report.Cell{State: report.Number, Value: report.Int(95), Raw: "95"}
		r.Cells[r.Form.Index("requests.received.other")] = report.Cell{State: report.Garbled, Raw: "l2"}
		r.Cells[r.Form.Index("requests.received.research")] = report.Cell{State: report.Number, Value: report.Int(3), Recovered: true}
		return r, nil
	}
	return &report.Report{File: path, Form: form.Free, Title: report.Text{Text: title}, Fidelity: report.Converted}, nil
}

func init() { decodeFile = decodeFirstLine }

// Each archive in testdata is an archive folder; "agencies" shows what was
// loaded and "messages" what was said.
func TestLoad(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		fsys := fstest.MapFS{}
		for _, f := range a.Files {
			if f.Name != "agencies" && f.Name != "messages" {
				fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
		all, ds := Load(fsys, Options{})
		golden.Set(a, "agencies", dump(all))
		golden.Set(a, "messages", messages(ds))
	})
}

func dump(a *Archive) string {
	var b strings.Builder
	for _, g := range a.Agencies {
		fmt.Fprintf(&b, "%s: %s, %s, %s, %s, %s\n", g.Slug, g.Name, g.Region, g.Kind, g.Level, g.Function)
		for _, e := range g.Reports {
			title := "no report"
			if e.Report != nil {
				title = e.Report.Title.Text
			}
			fmt.Fprintf(&b, "\t%d %s: %s; %s, %s\n", e.Year, e.Path, title, e.Fidelity(), e.Scope())
			for _, f := range e.Files[min(1, len(e.Files)):] {
				fmt.Fprintf(&b, "\t\t%s %s read=%v\n", f.Role, f.Path, f.Report != nil)
			}
			for i := 0; e.Report != nil && i < len(e.Report.Cells); i++ {
				if c := e.Report.Cells[i]; c.State != report.Missing {
					fmt.Fprintf(&b, "\t\t%s %s %v %q plain=%v %s\n", e.Report.Form.Defs[i].Key, c.State, c.Value, c.Raw, c.Plain(), c.Why)
				}
			}
			for _, n := range e.Notes {
				fmt.Fprintf(&b, "\t\tnote on %s, line %d\n", n.Rule, n.Line)
			}
		}
	}
	return b.String()
}

func messages(ds []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		b.WriteString(d.String() + "\n")
	}
	return b.String()
}

func TestLinksOutOfTheArchiveAreRefused(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.txt")
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(outside, []byte("secret\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	write("site.toml", "title = \"t\"\n")
	write("content/a/agency.toml", "name = \"卫东区司法局\"\nregion = \"410403\"\n")
	write("content/a/2024.txt", "2024\n")
	for link, to := range map[string]string{
		"content/a/2021.txt": outside,
		"content/a/2022.txt": "nowhere.txt",
		"content/a/2023.txt": "2024.txt", // within the archive: may be followed
		"content/b":          "a",        // a folder: one agency would be read twice
		"content/c":          filepath.Dir(outside),
	} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	a, ds := Load(root.FS(), Options{})
	want := `content/a/2021.txt: error: 这个符号链接指向档案之外或不存在的文件 (symlink)
	请放入文件本身
content/a/2022.txt: error: 这个符号链接指向档案之外或不存在的文件 (symlink)
	请放入文件本身
content/b: error: 这个符号链接指向一个文件夹 (symlink)
	请放入文件夹本身
content/c: error: 这个符号链接指向档案之外或不存在的文件 (symlink)
	请放入文件本身
`
	if got := messages(ds); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	want = "a: 卫东区司法局, 410403, department, county, justice\n" +
		"\t2023 content/a/2023.txt: 2024; converted, unclear\n\t2024 content/a/2024.txt: 2024; converted, unclear\n"
	if got := dump(a); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An unreadable folder costs itself, not the archive. Large files are told by
// their size and never read.
func TestLargeFilesAreNotRead(t *testing.T) {
	fsys := large{fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"t\"")},
		"content/a/agency.toml": {Data: []byte("name = \"卫东区司法局\"\nregion = \"410403\"")},
		"content/a/2025.txt":    {Data: []byte("x")},
		"content/a/2024.txt":    {Data: []byte("x")},
	}}
	a, ds := Load(fsys, Options{})
	want := "content/a/2025.txt: error: 文件有 50 MB，超过一份报告的上限 32 MB (too-large)\n" +
		"\t请换一份较小的文件；报告过大多因图片\n"
	if got := messages(ds); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if n := len(a.Entries()); n != 1 {
		t.Errorf("%d reports, want 1", n)
	}
}

// large says that 2025.txt has 50 MB.
type large struct{ fstest.MapFS }

func (l large) Stat(name string) (fs.FileInfo, error) {
	st, err := l.MapFS.Stat(name)
	if strings.HasSuffix(name, "2025.txt") {
		return big{st}, err
	}
	return st, err
}

type big struct{ fs.FileInfo }

func (big) Size() int64 { return 50 << 20 }

func TestKindOf(t *testing.T) {
	for name, want := range map[string]Kind{
		"淮安市人民政府":           Government,
		"淮安市洪泽区人民政府":        Government,
		"上海市人民政府办公厅":        Department,
		"平顶山市卫东区司法局":        Department,
		"上海市科学技术委员会":        Department,
		"某县人大常委会办公室":        "",
		"某县城关镇人民政府":         Township,
		"某县某某乡人民政府":         Township,
		"某区民政府路街道办事处":       Subdistrict,
		"某市高新技术产业开发区管理委员会":  Zone,
		"国家税务总局某县税务局":       Vertical,
		"中华人民共和国南京海关":       Vertical,
		"国家统计局某县调查队":        Vertical,
		"某市第一人民医院":          Authorised,
		"某某集团有限公司":          Authorised,
		"某某组织":              "",
		"某市公共资源交易管理局（某办公室）": Department,
	} {
		if got := KindOf(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
