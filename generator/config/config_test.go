package config

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/diag"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// Each archive holds one TOML file, what was read from it (value.json) and what
// was said about it (messages).
func TestRead(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := ar.Files[0]
			value, ds := readAny(in.Name, in.Data)
			got := &txtar.Archive{Comment: ar.Comment, Files: []txtar.File{in}}
			j, err := json.MarshalIndent(value, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			got.Files = append(got.Files, txtar.File{Name: "value.json", Data: append(j, '\n')})
			var b bytes.Buffer
			for _, d := range ds {
				b.WriteString(d.String() + "\n")
			}
			got.Files = append(got.Files, txtar.File{Name: "messages", Data: b.Bytes()})
			if text := txtar.Format(got); *update {
				if err := os.WriteFile(name, text, 0o644); err != nil {
					t.Fatal(err)
				}
			} else if want := txtar.Format(ar); !bytes.Equal(text, want) {
				t.Errorf("got\n%s\nwant\n%s", text, want)
			}
		})
	}
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
