package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/diag"
	"ogi/generator/internal/golden"
)

// Each archive holds one TOML file, what was read from it (value.json) and what
// was said about it (messages).
func TestRead(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		value, ds := readAny(a.Files[0].Name, a.Files[0].Data)
		j, err := json.MarshalIndent(value, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden.Set(a, "value.json", append(j, '\n'))
		var b strings.Builder
		for _, d := range ds {
			b.WriteString(d.String() + "\n")
		}
		golden.Set(a, "messages", b.String())
	})
}

func readAny(name string, b []byte) (any, []diag.Diagnostic) {
	switch {
	case name == "site.toml":
		return wrap(ReadSite(name, b))
	case name == "agency.toml":
		return wrap(ReadAgency(name, b))
	case strings.HasSuffix(name, ".notes.toml"):
		return wrap(ReadNotes(name, b))
	case strings.HasSuffix(name, ".cells.toml"):
		return wrap(ReadCells(name, b))
	}
	return wrap(ReadYear(name, b))
}

func wrap[T any](v T, ds []diag.Diagnostic) (any, []diag.Diagnostic) { return v, ds }

func TestFunctionIsToldByTheLastWordOfTheName(t *testing.T) {
	for name, want := range map[string]string{
		"平顶山市卫东区司法局":    "justice",
		"上海市人民政府办公厅":    "office",
		"淮安市人民政府":       "general",
		"上海市科学技术委员会":    "science",
		"沭阳县发展和改革局":     "development-reform",
		"某市综合行政执法局":     "urban-management",
		"某县人力资源和社会保障局":  "human-resources",
		"某市住房公积金管理中心":   "housing",
		"某区民政府路街道办事处":   "general",
		"某县农业农村和水利局":    "water",
		"国家统计局某县调查队":    "statistics",
		"某省药品监督管理局":     "market-regulation",
		"某市公共资源交易中心":    "",
		"某市卫生健康委员会":     "health",
		"某市政务服务和大数据管理局": "data",
	} {
		if got := FunctionByName(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "base_url", "small_n", "contact"}
	for got, want := range map[string]string{
		"titel": "title", "baseurl": "base_url", "Title": "title", "smalln": "small_n", "colour": "", "x": "",
	} {
		if n := Nearest(got, known); n != want {
			t.Errorf("%s: got %q, want %q", got, n, want)
		}
	}
}

// Reading never panics, and every message stands in the file.
func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		if ar, err := txtar.ParseFile(name); err == nil {
			f.Add(ar.Files[0].Name, ar.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		_, ds := readAny(name, b)
		lines := bytes.Count(b, []byte("\n")) + 1
		for _, d := range ds {
			if d.Pos.Line < 1 || d.Pos.Line > lines || d.Pos.Col < 1 {
				t.Errorf("%v stands outside the %d lines", d, lines)
			}
		}
	})
}

func TestManyKeysTakeLinearTime(t *testing.T) {
	var b strings.Builder
	b.WriteString("title = \"t\"\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "k%d = 1\n", i)
	}
	if _, ds := ReadSite("site.toml", []byte(b.String())); len(ds) != 20_000 || ds[19_999].Pos.Line != 20_001 {
		t.Errorf("%d messages", len(ds))
	}
}
