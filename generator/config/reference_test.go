package config

import (
	"bytes"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"ogi/generator/internal/golden"
)

// The manual and the schemas in docs/ are what the structs say.
func TestReferenceIsInStep(t *testing.T) {
	docs := filepath.Join("..", "..", "docs")
	golden.Compare(t, filepath.Join(docs, "configuration.md"), Reference(true))
	golden.Compare(t, filepath.Join(docs, "configuration.zh-CN.md"), Reference(false))
	for _, k := range Kinds {
		golden.Compare(t, filepath.Join(docs, "schema", k.Name+".schema.json"), k.Schema())
	}
}

// Every key is told of in both languages, with an example that reads, and words are
// said of no key that is not there.
func TestEveryKeyIsExplained(t *testing.T) {
	left := map[string]bool{}
	for name := range words {
		left[name] = true
	}
	for _, k := range Kinds {
		for _, key := range k.Keys() {
			name := k.Name + "." + key.Path
			delete(left, name)
			if key.Words.ZH == "" || key.Words.EN == "" {
				t.Errorf("%s has no words", name)
			}
			if _, told := forms[key.Form]; key.Form != "" && !told {
				t.Errorf("%s: nobody says what %q is", name, key.Form)
			}
			if key.Type == "table" || key.Type == "tables" {
				continue
			}
			if key.Example == "" {
				t.Errorf("%s has no example", name)
			}
			for _, v := range []string{key.Example, key.Default} {
				var m map[string]any
				if _, err := toml.Decode("x = "+v, &m); v != "" && err != nil {
					t.Errorf("%s = %s: %v", name, v, err)
				}
				if s, ok := m["x"].(string); ok && key.One != nil && !strings.Contains(" "+strings.Join(key.One, " ")+" ", " "+s+" ") {
					t.Errorf("%s: %s is not in the list", name, v)
				}
			}
		}
	}
	for name := range left {
		t.Errorf("%s is no key", name)
	}
}

// A new archive's site.toml reads as it is, and with every line in force that is a
// comment.
func TestSampleReads(t *testing.T) {
	b := Sample(map[string]string{"title": `"档案"`, "contact": `"mailto:a@example.org"`})
	s, ds := ReadSite("site.toml", b)
	if len(ds) > 0 || s.Title != "档案" || s.Contact != "mailto:a@example.org" {
		t.Fatalf("%v %+v\n%s", ds, s, b)
	}
	var all []byte
	for line := range bytes.Lines(b) {
		if text, ok := bytes.CutPrefix(line, []byte("# ")); ok {
			if name, _, eq := strings.Cut(string(text), " = "); eq && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_\"0123456789") == "" {
				line = text
			}
		}
		all = append(all, line...)
	}
	s, ds = ReadSite("site.toml", all)
	if len(ds) > 0 {
		t.Fatalf("%v\n%s", ds, all)
	}
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is not in the sample", v.Type().Field(i).Name)
		}
	}
}

func TestWhatASiteCanBePublishedUnder(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org": true, "https://example.org/": true, "http://example.org:8080/a/b": true, "https://example.org/a%20b/": true, "https://xn--fiq228c.example/": true,
		"https://example.org/?x=1": false, "https://example.org/#a": false, "https://example.org/index.html": false, "https://u:p@example.org/": false,
		"https://例.org/": false, "https://example.org/年报/": false, "ftp://example.org/": false, "example.org": false, "https://example.org//a": false, `https://example.org\a`: false, "https://example.org/a b/": false,
	} {
		if IsBase(s) != want {
			t.Errorf("%s: %v", s, !want)
		}
	}
}
