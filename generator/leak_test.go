package generator_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
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
	health                    string // a program
	every                     int    // each how many of the carriers gets what is called for one alone
	carriers                  []carrier.Carrier
}

// outputs are the commands and what each lets out. A command that lets out nothing
// of a report says why.
var outputs = map[string]func(d *desk) []output{
	"build": func(d *desk) []output {
		out := d.call("build", "-v")
		return append(out, d.tree("site", filepath.Join(d.archive, "public"))...)
	},
	"merge": func(d *desk) []output {
		part, site := filepath.Join(d.tmp, "part"), filepath.Join(d.tmp, "merged")
		out := d.call("build", "--shard", "1/1", "--to", part)
		out = append(append(out, d.tree("part", part)...), d.call("merge", part, "--out", site)...)
		return append(out, d.tree("merged", site)...)
	},
	"serve":   none("gives what build made"),
	"verify":  none("names files of the site, which build made"),
	"new":     none("makes empty folders by names that the user gives"),
	"explain": none("tells of rules"),
	"region":  none("tells of divisions"),
	"move": func(d *desk) []output {
		out := d.call("move", "--yes", "c01", "moved-away")
		return append(out, d.call("move", "--yes", "moved-away", "c01")...)
	},
	"config":     none("tells of settings"),
	"eject":      none("writes templates of the program"),
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
	"doctor": func(d *desk) []output {
		var out []output
		for _, format := range []string{"text", "json", "github"} {
			out = append(out, d.call("doctor", "--format", format)...)
		}
		return out
	},
	"ledger": func(d *desk) []output { // the list itself names files as they lie there
		out := d.call("ledger")
		d.write(filepath.Join(d.archive, "content", "ledger.tsv"), nil)
		return out
	},
	"cells": func(d *desk) []output {
		out := d.call("cells")
		return append(out, d.call("cells", "--format", "jsonl", d.drafts)...)
	},
	"health": func(d *desk) []output { // a program of its own
		record := filepath.Join(d.tmp, "record.json")
		out := d.run(d.health, "-dir", d.archive, "-record", record, "-annotate")
		out = append(out, d.file("record", record))
		summary := filepath.Join(d.tmp, "summary.md")
		out = append(out, d.run(d.health, "-dir", d.archive, "-base", record, "-summary", summary)...)
		return append(out, d.file("summary", summary))
	},
	"inspect": func(d *desk) []output {
		out := d.call("inspect", "--json")
		out = append(out, d.call("inspect", "--lang", "en")...)
		out = append(out, d.call("inspect", "--json", d.drafts)...)
		return append(out, d.call("inspect", d.drafts)...)
	},
	"sum": func(d *desk) []output {
		file := filepath.Join(d.tmp, "sum.xlsx")
		out := d.call("sum", "--yes", "--year", "2024", "--out", file)
		out = append(out, d.file("sum of an archive", file))
		out = append(out, d.call("sum", "--yes", "--out", file, d.drafts)...)
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
	d.ogi, d.health = d.program("../cmd/ogi"), d.program("./internal/health")
	d.lay()
	for _, name := range unwalked(d.commands()) {
		t.Errorf("ogi %s: what it lets out is not listed here", name)
	}
	leaked := map[string][]string{}
	n := 0
	for _, name := range sortedNames(outputs) {
		for _, o := range outputs[name](d) {
			n++
			for _, c := range carrier.In(o.b, d.carriers) {
				leaked[c.Name] = append(leaked[c.Name], o.name)
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
	// What only looks like one stands on the page and in the original.
	page := carrier.Undressed(string(d.file("page", filepath.Join(d.archive, "public", "agencies", "things", "2024", "index.html")).b))
	original := string(d.file("original", filepath.Join(d.archive, "public", "originals", "things", "2024.txt")).b)
	said, _ := carrier.Things()
	hidden := 0
	for _, s := range said {
		if !strings.Contains(page, carrier.Undressed(s)) || !strings.Contains(original, s) {
			if hidden++; hidden < 5 {
				t.Errorf("%s is masked", s)
			}
		}
	}
	t.Logf("%d numbers of things, %d masked", len(said), hidden)
}

// lay writes the archive and the drafts.
func (d *desk) lay() {
	d.write(filepath.Join(d.archive, "site.toml"), []byte("title = \"某\"\nbase_url = \"https://example.org/\"\ndata.formats = [\"agencies\", \"csv\", \"excel\", \"jsonl\", \"xlsx\", \"sqlite\"]\n"))
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
	said, _ := carrier.Things()
	d.write(filepath.Join(d.archive, "content", "things", "agency.toml"), []byte("name = \"青溪街道办事处\"\nregion = \"410403\"\n"))
	d.write(filepath.Join(d.archive, "content", "things", "2024.txt"), carrier.Report("青溪街道办事处", said))
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

// program builds a program of the repository.
func (d *desk) program(room string) string {
	name := filepath.Join(d.tmp, path.Base(room))
	if b, err := exec.Command("go", "build", "-o", name, room).CombinedOutput(); err != nil {
		d.t.Fatalf("%v: %s", err, b)
	}
	return name
}

// call runs a command.
func (d *desk) call(args ...string) []output {
	if !slices.Contains(args, "--dir") && args[0] != "__complete" {
		args = append(args, "--dir", d.archive)
	}
	return d.run(d.ogi, args...)
}

// run runs a program and gives its standard output and error.
func (d *desk) run(program string, args ...string) []output {
	var out, err bytes.Buffer
	cmd := exec.CommandContext(d.t.Context(), program, args...)
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

// knownWays are the functions that write files: what they write is walked above. A
// cache has what the archive has, lies in it, and is published nowhere.
var knownWays = []string{
	"cmd/ogi/baseline.go writeBaseline", "cmd/ogi/sum.go sum", "cmd/ogi/transcribe.go template", "cmd/ogi/new.go", "cmd/ogi/eject.go", "cmd/ogi/doctor.go", "generator/example/example.go write",
	"cmd/ogi/fault.go Write", "generator/office/opinion/write.go", "generator/office/opinion/rounds.go keepRounds",
	"generator/shard.go putNote", "generator/publish/", "generator/filing/", "generator/cache/",
}

// programs are those of the repository: each has its outputs walked above, but for
// sbom, which reads no reports, ogi-beam,
// whose tree is that of build by its own tests and whose messages are masked likewise, and steps, which reads those of tests.
var programs = []string{"cmd/ogi", "cmd/ogi-beam", "generator/internal/health", "generator/internal/sbom", "generator/internal/steps"}

// Every place in the code that writes a file, and every program, is known to the
// test above.
func TestEveryWayOutIsKnown(t *testing.T) {
	for _, top := range []string{"cmd", "generator"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(p string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") || strings.Contains(p, filepath.Join("generator", "disk")) {
				return err
			}
			src, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			unknown, err := unknownWays(strings.TrimPrefix(filepath.ToSlash(p), "../"), src)
			for _, at := range unknown {
				t.Errorf("%s lets something out: walk it in outputs, and list it", at)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// unknownWays are the functions of a file that write and are not listed, and its
// folder if it is a program that is not.
func unknownWays(name string, src []byte) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
	if err != nil {
		return nil, err
	}
	var unknown []string
	if dir := path.Dir(name); f.Name.Name == "main" && !slices.Contains(programs, dir) {
		unknown = append(unknown, dir)
	}
	if !slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"ogi/generator/disk"` }) {
		return unknown, nil
	}
	for _, decl := range f.Decls {
		at := name
		if fn, ok := decl.(*ast.FuncDecl); ok {
			at += " " + fn.Name.Name
		}
		writes := false
		ast.Inspect(decl, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			writes = writes || ok && slices.Contains([]string{"Replace", "Create", "Write", "Rename", "Plant"}, sel.Sel.Name) && !of(sel.X, "strings", "bytes", "b")
			return true
		})
		if writes && !slices.ContainsFunc(knownWays, func(k string) bool { return strings.HasPrefix(at, k) }) {
			unknown = append(unknown, at)
		}
	}
	return unknown, nil
}

// of reports whether an expression is one of the names.
func of(x ast.Expr, names ...string) bool {
	id, ok := x.(*ast.Ident)
	return ok && slices.Contains(names, id.Name)
}

// What is added and not listed is seen, in each way in which it may be added.
func TestANewOutputIsSeen(t *testing.T) {
	const imports = "package p\nimport \"ogi/generator/disk\"\n"
	for _, c := range []struct{ name, src, want string }{
		{"cmd/ogi/letters.go", imports + "func letters() { disk.Replace(\"a\", nil) }", "cmd/ogi/letters.go letters"},
		{"cmd/ogi/letters.go", imports + "func letters() { disk.Plant(\"a\", nil) }", "cmd/ogi/letters.go letters"},
		{"cmd/ogi/sum.go", imports + "func more() { d.to.Write(\"a\", nil, 0) }", "cmd/ogi/sum.go more"},
		{"cmd/ogi/sum.go", imports + "var more = func() { disk.Create(\"a\", nil) }", "cmd/ogi/sum.go"},
		{"cmd/ogi/sum.go", imports + "func sum() { disk.Replace(\"a\", nil) }", ""},
		{"cmd/ogi/sum.go", imports + "func more() { strings.Replace(\"a\", nil) }", ""},
		{"cmd/letters/main.go", "package main", "cmd/letters"},
		{"cmd/ogi/main.go", "package main", ""},
	} {
		got, err := unknownWays(c.name, []byte(c.src))
		if err != nil || strings.Join(got, ", ") != c.want {
			t.Errorf("%s %s: got %q %v, want %q", c.name, c.src, got, err, c.want)
		}
	}
	if got := unwalked([]string{"build", "letters", "sum"}); len(got) != 1 || got[0] != "letters" {
		t.Errorf("commands: %q", got)
	}
}

// unwalked are the commands of which it is not said what they let out.
func unwalked(commands []string) []string {
	return slices.DeleteFunc(slices.Clone(commands), func(name string) bool { return outputs[name] != nil })
}

func sortedNames[V any](m map[string]V) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}
