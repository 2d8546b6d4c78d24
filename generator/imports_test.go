package generator

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// policy says what each room may import besides the standard library: the rooms
// above it and, as module paths, the libraries that are its own. A report flows
// from top to bottom. It is a statement of policy: change a room to fit it, not
// it to fit a room. Tests may import what they need.
const policy = `
tongue:
work:
disk:
codec:
han:      golang.org/x/text
place:
source:   place; golang.org/x/text
grid:     place
form:     han; golang.org/x/text
report:   place tongue form
personal: place report source; golang.org/x/net
sign:
diag:     place sign
body:     han
seen:     place grid source
cascade:  github.com/tdewolff/parse/v2 golang.org/x/image
read/kit: place grid source
read/pdf: place read/kit grid source; golang.org/x/text github.com/ledongthuc/pdf
read/sheet: place read/kit cascade han grid source; github.com/xuri/excelize/v2
read/web: place read/kit cascade grid source; golang.org/x/net
read/word: place read/web read/kit cascade grid source
read/text: place read/web read/kit grid source; golang.org/x/text
read:     read/pdf read/sheet read/web read/word read/text read/kit seen grid source
fact:     place han body report form; golang.org/x/text
decode/char:
decode/value: han form report decode/char
decode/date: report decode/char
decode/unit: han place source grid form report decode/char decode/date
decode/head: han place form decode/char decode/unit
decode/identity: han place source grid form report body decode/char decode/date decode/unit
decode/prose: han form report fact decode/char decode/unit decode/head
decode/tabular: place form report decode/char decode/value decode/unit
decode/find: form report decode/value decode/date decode/unit decode/tabular
decode/line: source form report decode/char decode/value decode/unit decode/tabular
decode/flat: place source form report decode/value decode/unit decode/tabular decode/line; golang.org/x/text
decode/beside: form report decode/value decode/unit decode/tabular
decode/two: form report decode/tabular decode/beside
decode/three: form report decode/unit decode/tabular decode/line decode/beside
decode/four: form report decode/date decode/tabular
decode/table: form report decode/unit decode/tabular decode/find decode/line decode/flat decode/two decode/three decode/four
decode: place source grid form report diag read decode/char decode/date decode/unit decode/head decode/identity decode/prose decode/find decode/table
config:   place tongue personal diag; github.com/BurntSushi/toml
region:
slug:
pinyin: github.com/mozillazg/go-pinyin
archive:  place work decode personal slug body han config region report form diag source; golang.org/x/text
archive/pack: place codec archive config report form diag source
cache:    disk; github.com/klauspost/compress
publish:  work disk; golang.org/x/sys
inbox:    tongue disk source; golang.org/x/text
filing:   disk publish
ledger:
passage:  report
near:     codec passage han archive region report
check:    place tongue personal han near archive config report form
rule:     place tongue personal han body check near passage archive config fact region report form source; golang.org/x/text
stat:     tongue han archive report form
data:     sign tongue codec form stat check archive region report; github.com/klauspost/compress github.com/parquet-go/parquet-go github.com/xuri/excelize/v2 modernc.org/sqlite
badge:    tongue sign
chart:    tongue stat badge archive form; github.com/go-echarts/go-echarts/v2
inspect:  place tongue sign han check archive report form; golang.org/x/text
export:   place tongue sign diag inspect check archive report form; github.com/jstemmer/go-junit-report/v2
markdown: work; github.com/yuin/goldmark
page:     data place codec tongue personal han markdown chart badge stat check archive region config report form
render/compile:
render:   tongue sign page markdown chart render/compile
serve:    slug
watch:    github.com/fsnotify/fsnotify
stage:    data place work disk codec personal diag report config archive markdown page render near check rule
generator: data place work disk inbox filing personal diag report config archive archive/pack cache codec page publish near check rule stage
internal/specimen: place han form report; golang.org/x/text golang.org/x/net github.com/xuri/excelize/v2
example:  config disk ledger form internal/specimen
start:    config disk ledger example
office/roster: place slug han read grid archive disk diag form source
office/workbook: sign; github.com/xuri/excelize/v2
office/opinion: place personal sign han disk office/roster office/workbook check archive report diag
office:   generator stage work disk inbox office/roster office/opinion personal archive config region check rule report form diag
office/sum: place generator work office office/roster office/workbook personal check archive report form diag
doctor:   generator work disk ledger publish personal archive config check diag
desk:     tongue generator stage form disk inbox filing slug pinyin ledger office/roster archive config region check rule report diag source
desk/transcribe: generator stage disk inbox filing desk sign personal archive config report check rule form diag source; github.com/xuri/excelize/v2
`

// onDisk are the standard packages that reach the file system, the network or
// other programs; generator itself and cmd may, and the outer rooms.
var onDisk = []string{"os", "os/exec", "os/signal", "path/filepath", "io/ioutil", "net", "net/http", "syscall", "time/tzdata"}

// outer are the rooms that may use them.
var outer = []string{"generator", "publish", "disk", "cache", "filing", "inbox", "serve", "watch", "watch", "office", "office/roster", "office/opinion", "office/sum", "doctor", "desk", "desk/transcribe"}

func TestImportsFollowThePolicy(t *testing.T) {
	rooms := map[string][]string{}
	var order []string
	for line := range strings.Lines(strings.TrimSpace(policy)) {
		name, may, _ := strings.Cut(strings.TrimSpace(line), ":")
		rooms[name] = strings.FieldsFunc(may, func(r rune) bool { return r == ' ' || r == ';' })
		order = append(order, name)
	}
	for i, name := range order {
		for _, dep := range rooms[name] {
			if at := slices.Index(order, dep); !strings.Contains(dep, ".") && (at < 0 || at >= i) {
				t.Errorf("policy: %s stands before %s, which it may import", name, dep)
			}
		}
	}
	for file, imports := range imports(t) {
		room := filepath.ToSlash(filepath.Dir(file))
		if strings.HasPrefix(room, "internal/") {
			continue // these serve tests and tools
		}
		if room == "." {
			room = "generator"
		}
		may, known := rooms[room]
		if !known {
			t.Errorf("%s: the room %s is not in the policy", file, room)
			continue
		}
		for _, path := range imports {
			if path == "ogi/generator" {
				path += "/generator"
			}
			switch dep, ours := strings.CutPrefix(path, "ogi/generator/"); {
			case ours:
				if !slices.Contains(may, dep) {
					t.Errorf("%s: %s may not import %s", file, room, dep)
				}
			case strings.Contains(strings.Split(path, "/")[0], "."):
				if !slices.ContainsFunc(may, func(m string) bool { return path == m || strings.HasPrefix(path, m+"/") }) {
					t.Errorf("%s: %s may not import %s", file, room, path)
				}
			case slices.Contains(onDisk, path) && !slices.Contains(outer, room):
				t.Errorf("%s: %s may not import %s: it has no business on disk", file, room, path)
			case path == "math/rand", path == "math/rand/v2":
				t.Errorf("%s: %s may not import %s: the same input gives the same bytes", file, room, path)
			}
		}
	}
}

// Formats stand beside each other, and who reads a file asks read alone. The readers
// of Word documents and of Markdown import another, since those hold pages.
func TestFormatsStandApart(t *testing.T) {
	for line := range strings.Lines(strings.TrimSpace(policy)) {
		room, may, _ := strings.Cut(strings.TrimSpace(line), ":")
		for _, dep := range strings.Fields(may) {
			format, ok := strings.CutPrefix(dep, "read/")
			switch {
			case !ok, room == "read":
			case strings.HasPrefix(room, "read/") && format == "kit":
			case (room == "read/word" || room == "read/text") && format == "web":
			default:
				t.Errorf("%s reaches into %s", room, dep)
			}
		}
	}
}

// Each room that reads what others wrote has a fuzz target, and .ci/fuzz finds
// targets by itself.
func TestReadersAreFuzzed(t *testing.T) {
	for _, room := range []string{
		".", "archive/pack", "cache", "cascade", "config", "decode", "fact", "inbox", "ledger", "markdown", "office/opinion", "office/roster", "personal", "publish", "read/pdf", "read/sheet", "read/text", "read/web", "read/word", "seen", "serve",
		"sign", "source", "desk/transcribe", "../cmd/ogi",
	} {
		names, err := filepath.Glob(filepath.Join(room, "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(names, func(name string) bool {
			b, err := os.ReadFile(name)
			return err == nil && bytes.Contains(b, []byte("\nfunc Fuzz"))
		}) {
			t.Errorf("%s: a reader without a fuzz target", room)
		}
	}
	script, err := os.ReadFile("../.ci/fuzz")
	if err != nil || !bytes.Contains(script, []byte("git grep -noE '^func Fuzz")) {
		t.Errorf(".ci/fuzz does not look for targets: %v", err)
	}
	for name, wants := range map[string]string{"../.ci/run": ".ci/fuzz", "../.github/workflows/nightly.yml": ".ci/fuzz"} {
		if b, err := os.ReadFile(name); err != nil || !bytes.Contains(b, []byte(wants)) {
			t.Errorf("%s: no fuzzing: %v", name, err)
		}
	}
}

// imports are the imports of every file of every room that is no test.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "testdata" {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return err
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			t.Errorf("%s: %v", p, err) // a room being written is no reason to stop here
			return nil
		}
		for _, im := range f.Imports {
			path, _ := strconv.Unquote(im.Path.Value)
			found[p] = append(found[p], path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
