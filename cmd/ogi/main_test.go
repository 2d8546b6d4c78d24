package main

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
)

// testdata is absolute, since scripts run in folders of their own.
var testdata, _ = filepath.Abs("testdata")

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

func TestMain(m *testing.M) {
	if name := filepath.Base(os.Args[0]); strings.TrimSuffix(name, ".exe") != "ogi" { // scripts have a locale of their own
		os.Setenv("OGI_LANG", "")
		os.Setenv("LC_ALL", "C")
	}
	if os.Getenv("OGI_TEST_RUN") != "" { // the program that a test starts and kills
		main()
	}
	testscript.Main(m, map[string]func(){
		"ogi": func() {
			os.Exit(run(context.Background(), os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
		},
	})
}

// The scripts in testdata/script are the manual by example: one behaviour each.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"report":   writeReport,
			"bytes":    writeBytes,
			"spoil":    spoil,
			"zip":      writeZip,
			"fill":     fill,
			"harmless": harmless,
			"narrow":   narrow,
			"sheet":    sheet,
			"answer":   answer,
		},
	})
}

// writeReport: report FILE YEAR [AGENCY] writes an invented report, as text with
// tabs or as HTML.
func writeReport(ts *testscript.TestScript, _ bool, args []string) {
	year, err := strconv.Atoi(args[1])
	ts.Check(err)
	b, err := os.ReadFile(filepath.Join(testdata, "report"+filepath.Ext(args[0])))
	ts.Check(err)
	agency := "卫东区司法局"
	if len(args) > 2 {
		agency = args[2]
	}
	text := strings.NewReplacer(
		"卫东区司法局", agency, "2024", args[1], "2025", strconv.Itoa(year+1),
	).Replace(string(b))
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, []byte(text), 0o644))
}

// writeBytes: bytes FILE SIZE [TEXT] writes TEXT (Go's escapes) and then fills
// up with letters to SIZE bytes.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	var b []byte
	if len(args) > 2 {
		s, err := strconv.Unquote(`"` + args[2] + `"`)
		ts.Check(err)
		b = []byte(s)
	}
	b = append(b, bytes.Repeat([]byte("a"), max(size-len(b), 0))...)
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, b, 0o644))
}

// writeZip: zip FILE NAME=FROM… packs files under any names, bad ones too.
func writeZip(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	for _, a := range args[1:] {
		name, from, _ := strings.Cut(a, "=")
		b, err := os.ReadFile(ts.MkAbs(from))
		ts.Check(err)
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write(b)
		ts.Check(err)
	}
	ts.Check(z.Close())
}

// fill: fill FILE NAME=VALUE… fills in a spreadsheet by the names of its cells;
// "requests." stands for every wanted cell whose key begins so.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, a := range args[1:] {
		key, v, _ := strings.Cut(a, "=")
		n := 0
		for _, d := range f.GetDefinedName() {
			own, ok := strings.CutPrefix(d.Name, "ogi.")
			own = strings.TrimPrefix(own, "cell.")
			if !ok || own != key && !(strings.HasSuffix(key, ".") && strings.HasPrefix(own, key)) {
				continue
			}
			sheet, at, _ := strings.Cut(strings.ReplaceAll(d.RefersTo, "$", ""), "!")
			ts.Check(f.SetCellStr(strings.Trim(sheet, "'"), at, v))
			n++
		}
		if n == 0 {
			ts.Fatalf("%s has no cell named %q", args[0], key)
		}
	}
	ts.Check(f.Save())
}

// spoil: spoil FILE OLD NEW replaces every OLD, which must be there.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	b, err := os.ReadFile(name)
	ts.Check(err)
	from, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	to, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	if !bytes.Contains(b, []byte(from)) {
		ts.Fatalf("%s does not hold %q", args[0], from)
	}
	ts.Check(os.WriteFile(name, bytes.ReplaceAll(b, []byte(from), []byte(to)), 0o644))
}

// narrow: narrow stdout COLUMNS fails where a line of what was printed, but for the
// summary of the build, takes more columns.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	wide, err := strconv.Atoi(args[1])
	ts.Check(err)
	lines := strings.Split(ts.ReadFile(args[0]), "\n")
	for _, line := range lines[1:] {
		if wideOf(line) > wide {
			ts.Fatalf("%d columns: %s", wideOf(line), line)
		}
	}
}

// harmless: harmless DIR fails where a page or picture below DIR could run what
// a report or agency.toml holds: an event attribute, a script that is no file
// of the site, a frame, a javascript: address.
func harmless(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".html" && filepath.Ext(p) != ".svg" {
			return err
		}
		b, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		doc, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			return err
		}
		for n := range doc.Descendants() {
			if what := harm(n); what != "" {
				ts.Fatalf("%s: <%s %s>", p, n.Data, what)
			}
		}
		return nil
	}))
}

func harm(n *html.Node) string {
	if n.Type != html.ElementNode {
		return ""
	}
	kind, src := "", ""
	for _, a := range n.Attr {
		if v := strings.TrimSpace(strings.ToLower(a.Val)); strings.HasPrefix(a.Key, "on") || strings.HasPrefix(v, "javascript:") {
			return a.Key + "=" + a.Val
		}
		switch a.Key {
		case "type":
			kind = a.Val
		case "src":
			src = a.Val
		}
	}
	switch {
	case n.Data == "iframe" || n.Data == "object" || n.Data == "embed" || n.Data == "base":
		return "…"
	case n.Data == "img" && !strings.HasSuffix(src, ".svg") && !strings.HasPrefix(src, "data:image/"):
		return "src=" + src
	case n.Data == "script" && kind != "application/json" && (src == "" || strings.Contains(src, ":")):
		return "src=" + src
	}
	return ""
}

// sheet: sheet FILE prints all cells of the first sheet of a workbook to the standard
// output, a line a cell.
func sheet(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	rows, err := f.GetRows(f.GetSheetName(0))
	ts.Check(err)
	var b strings.Builder
	for _, row := range rows {
		for _, c := range row {
			b.WriteString(c + "\n")
		}
	}
	fmt.Fprint(ts.Stdout(), b.String())
}

// answer: answer FILE N TEXT writes into the column 单位反馈 of line N.
func answer(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	name := f.GetSheetName(0)
	rows, err := f.GetRows(name)
	ts.Check(err)
	column := -1
	for r, row := range rows {
		for c, text := range row {
			if text == "单位反馈" {
				column = c
			}
		}
		if column >= 0 && len(row) > 0 && row[0] == args[1] {
			at, err := excelize.CoordinatesToCellName(column+1, r+1)
			ts.Check(err)
			ts.Check(f.SetCellStr(name, at, args[2]))
			ts.Check(f.Save())
			return
		}
	}
	ts.Fatalf("%s has no line %s", args[0], args[1])
}
