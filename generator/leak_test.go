package generator_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/export"
	"ogi/generator/internal/carrier"
)

// An output is something that leaves the program, by name.
type output struct {
	name string
	b    []byte
}

// A desk is where a command is called: an archive and a folder of drafts with
// every carrier in them.
type desk struct {
	t                         *testing.T
	archive, drafts, tmp, ogi string
	every                     int // each how many of the carriers gets what is called for one alone
	carriers                  []carrier.Carrier
}

// outputs are the commands and what each lets out. A command that lets out nothing
// of a report says why.
var outputs = map[string]func(d *desk) []output{
	"build": func(d *desk) []output {
		out := d.call("build", "-v")
		return append(out, d.tree("site", filepath.Join(d.archive, "public"))...)
	},
	"serve":      none("gives what build made"),
	"verify":     none("names files of the site, which build made"),
	"new":        none("makes empty folders by names that the user gives"),
	"explain":    none("tells of rules"),
	"version":    none("tells of the program"),
	"help":       none("tells of the program"),
	"completion": none("tells of the program"),
	"add": func(d *desk) []output {
		dir := filepath.Join(d.tmp, "new")
		d.write(filepath.Join(dir, "site.toml"), []byte("title = \"某\"\n"))
		d.write(filepath.Join(dir, "content", ".keep"), nil)
		var out []output
		for i, c := range d.carriers {
			if name := draft(c); name != "" && i%d.every == 0 {
				file := filepath.Join(d.tmp, "add", name)
				d.write(file, c.Files[reportOf(c)])
				out = append(out, d.call("add", "--dir", dir, "--agency", fmt.Sprintf("new-%d", i), "--region", "410403", "--year", "2024", "--yes", file)...)
			}
		}
		return out
	},
	"check": func(d *desk) []output {
		var out []output
		for _, format := range append([]string{"text"}, export.Formats...) {
			out = append(out, d.call("check", "--all", "--format", format)...)
			out = append(out, d.call("check", "--all", "--format", format, "--lang", "en", d.drafts)...)
		}
		known := filepath.Join(d.tmp, "known.json")
		out = append(out, d.call("check", "--write-baseline", known)...)
		out = append(out, d.file("baseline", known))
		out = append(out, d.call("check", "--write-baseline", known, d.drafts)...)
		out = append(out, d.file("baseline", known))
		rounds := filepath.Join(d.tmp, "opinions")
		for range 2 {
			out = append(out, d.call("check", "--draft", d.drafts, "--out", rounds, "--previous", d.archive)...)
		}
		out = append(out, d.call("check", "--draft", d.drafts, "--previous", d.drafts)...)
		return append(out, d.tree("sheets", rounds)...)
	},
	"inspect": func(d *desk) []output {
		out := d.call("inspect", "--json")
		out = append(out, d.call("inspect", "--lang", "en")...)
		out = append(out, d.call("inspect", "--json", d.drafts)...)
		return append(out, d.call("inspect", d.drafts)...)
	},
	"sum": func(d *desk) []output {
		file := filepath.Join(d.tmp, "sum.xlsx")
		out := d.call("sum", "--year", "2024", "--out", file)
		out = append(out, d.file("sum of an archive", file))
		out = append(out, d.call("sum", "--out", file, d.drafts)...)
		return append(out, d.file("sum of drafts", file))
	},
	"transcribe": func(d *desk) []output {
		var out []output
		for i, c := range d.carriers {
			name := draft(c)
			if i%d.every != 0 {
				continue
			}
			file := filepath.Join(d.tmp, fmt.Sprintf("t%d.xlsx", i))
			if name != "" {
				out = append(out, d.call("transcribe", filepath.Join(d.drafts, name), "--out", file)...)
			} else {
				out = append(out, d.call("transcribe", fmt.Sprintf("c%02d/2024", i), "--out", file)...)
			}
			if _, err := os.Stat(file); err == nil {
				out = append(out, d.file("template", file))
			}
		}
		return out
	},
}

func none(string) func(*desk) []output { return func(*desk) []output { return nil } }

// reportOf is the name of a carrier's report.
func reportOf(c carrier.Carrier) string {
	for name := range c.Files {
		if strings.HasPrefix(name, "2024.") && !strings.HasSuffix(name, ".toml") {
			return name
		}
	}
	return ""
}

// draft is the name under which a carrier's report is a draft, "" where the
// number is not in the report.
func draft(c carrier.Carrier) string {
	name := reportOf(c)
	if name == "" || len(c.Files) > 1 {
		return ""
	}
	return c.Name2 + filepath.Ext(name)
}

// Nothing that leaves the program repeats the number of a person, wherever a file
// carries it.
func TestNoOutputRepeatsANumberOfAPerson(t *testing.T) {
	every := 16
	if os.Getenv("OGI_FULL") != "" {
		every = 1
	}
	d := &desk{every: every, t: t, archive: filepath.Join(t.TempDir(), "archive"), drafts: filepath.Join(t.TempDir(), "drafts"), tmp: t.TempDir(), carriers: carrier.All()}
	if len(d.carriers) < 60 {
		t.Fatalf("only %d carriers", len(d.carriers))
	}
	if every > 1 {
		d.carriers = slices.DeleteFunc(d.carriers, func(c carrier.Carrier) bool { return c.N%3 != 0 })
	}
	d.ogi = filepath.Join(d.tmp, "ogi")
	if b, err := exec.Command("go", "build", "-o", d.ogi, "../cmd/ogi").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	d.lay()
	for _, name := range d.commands() {
		if outputs[name] == nil {
			t.Errorf("ogi %s: what it lets out is not listed here", name)
		}
	}
	leaked := map[string][]string{}
	n := 0
	for _, name := range sortedNames(outputs) {
		for _, o := range outputs[name](d) {
			n++
			for _, c := range d.carriers {
				if repeats(o.b, c) {
					leaked[c.Name] = append(leaked[c.Name], o.name)
				}
			}
		}
	}
	for _, c := range d.carriers {
		if in := leaked[c.Name]; len(in) > 0 {
			t.Errorf("%s (%s %s) got out in %d: %s", c.Name, c.Card, c.Call, len(in), in[:min(len(in), 4)])
		}
	}
	t.Logf("%d carriers, %d outputs, %d carriers got out", len(d.carriers), n, len(leaked))
	// What carries a number in a part that no reader looks at is withheld, too.
	for i, c := range d.carriers {
		if strings.HasPrefix(c.Name, "TOML") || strings.HasPrefix(c.Name, "name of") {
			continue
		}
		dir := filepath.Join(d.archive, "public", "originals", fmt.Sprintf("c%02d", i))
		err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || len(c.Files) > 1 && strings.HasPrefix(e.Name(), "2024") {
				return nil
			}
			t.Errorf("%s: the original is offered: %s", c.Name, p)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// lay writes the archive and the drafts.
func (d *desk) lay() {
	d.write(filepath.Join(d.archive, "site.toml"), []byte("title = \"某\"\nbase_url = \"https://example.org/\"\n"))
	for i, c := range d.carriers {
		dir := filepath.Join(d.archive, "content", fmt.Sprintf("c%02d", i))
		d.write(filepath.Join(dir, "agency.toml"), []byte("name = \""+c.Name2+"\"\nregion = \"410403\"\n"))
		for name, b := range c.Files {
			d.write(filepath.Join(dir, name), b)
		}
		if name := draft(c); name != "" {
			d.write(filepath.Join(d.drafts, name), c.Files[reportOf(c)])
		}
	}
	call := d.carriers[0].Call // of names that are themselves a number
	report := d.carriers[0].Files["2024.txt"]
	d.write(filepath.Join(d.archive, "content", call, "agency.toml"), []byte("name = \"青溪乡\"\nregion = \"410403\"\n"))
	d.write(filepath.Join(d.archive, "content", call, "2024.txt"), report)
	d.write(filepath.Join(d.archive, "content", "c00", "earlier "+call+".txt"), report)
	d.write(filepath.Join(d.drafts, "李某"+call+".txt"), report)
	d.write(filepath.Join(d.drafts, "李某"+call+".doc"), []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+call))
}

func (d *desk) write(name string, b []byte) {
	d.t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, b, 0o644)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// commands are the names of all commands.
func (d *desk) commands() []string {
	var names []string
	for line := range strings.Lines(string(d.call("__complete", "")[0].b)) {
		if name, _, ok := strings.Cut(line, "\t"); ok {
			names = append(names, name)
		}
	}
	if len(names) < 10 {
		d.t.Fatalf("only %q", names)
	}
	return names
}

// call runs a command and gives its standard output and error.
func (d *desk) call(args ...string) []output {
	var out, err bytes.Buffer
	if !slices.Contains(args, "--dir") && args[0] != "__complete" {
		args = append(args, "--dir", d.archive)
	}
	cmd := exec.CommandContext(d.t.Context(), d.ogi, args...)
	cmd.Stdout, cmd.Stderr, cmd.Dir = &out, &err, d.tmp
	if _ = cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 {
		d.t.Errorf("%v: %s", args, err.String())
	}
	name := strings.Join(args[:min(len(args), 5)], " ")
	return []output{{name + ", output", out.Bytes()}, {name + ", talk", err.Bytes()}}
}

func (d *desk) file(name, path string) output {
	b, err := os.ReadFile(path)
	if err != nil {
		d.t.Errorf("%s: %v", name, err)
	}
	return output{name, b}
}

// tree is every file below a folder, and its name.
func (d *desk) tree(name, dir string) []output {
	var out []output
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		out = append(out, output{name + " " + rel, append(b, "\n"+rel...)})
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	return out
}

// repeats reports whether bytes hold a number of the carrier, in the file or in a
// part of it, with tags, blanks and hyphens between its digits taken out.
func repeats(b []byte, c carrier.Carrier) bool {
	if z, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				continue
			}
			part, _ := io.ReadAll(r)
			if repeats(part, c) {
				return true
			}
		}
	}
	for _, n := range []string{c.Card, c.Call} {
		if bytes.Contains(b, []byte(n)) {
			return true
		}
	}
	plain := undressed(string(b))
	return strings.Contains(plain, c.Card) || strings.Contains(plain, c.Call)
}

func undressed(s string) string {
	var b strings.Builder
	in := false
	for _, r := range s {
		switch {
		case r == '<':
			in = true
		case r == '>':
			in = false
		case in, strings.ContainsRune(" \t\r\n-—\u00a0\u3000\u00ad\u200b\u202a\u202c|", r):
		case '０' <= r && r <= '９':
			b.WriteRune(r - '０' + '0')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Every place in the code that writes a file or opens a way out is known to the
// test above.
func TestEveryWayOutIsKnown(t *testing.T) {
	known := []string{
		"cmd/ogi/baseline.go writeBaseline", "cmd/ogi/sum.go sum", "cmd/ogi/transcribe.go template", "cmd/ogi/new.go",
		"generator/opinions.go WriteOpinions", "generator/rounds.go keepRounds",
		"generator/publish/", "generator/filing.go write", "generator/filing.go finish", "generator/filing.go move", "generator/filing.go File",
	}
	for _, top := range []string{"cmd", "generator"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") || strings.Contains(p, "internal") || strings.Contains(p, filepath.Join("generator", "disk")) {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), p, nil, 0)
			if err != nil {
				return err
			}
			for _, decl := range f.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok {
					continue
				}
				ast.Inspect(fn, func(n ast.Node) bool {
					sel, ok := n.(*ast.SelectorExpr)
					if x, is := sel, ok; is {
						if id, named := x.X.(*ast.Ident); named && id.Name == "disk" && slices.Contains([]string{"Replace", "Create", "Write"}, x.Sel.Name) {
							at := strings.TrimPrefix(filepath.ToSlash(p), "../") + " " + fn.Name.Name
							if !slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(at, k) }) {
								t.Errorf("%s writes a file: add what it writes to outputs, and it here", at)
							}
						}
					}
					return true
				})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func sortedNames[V any](m map[string]V) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
