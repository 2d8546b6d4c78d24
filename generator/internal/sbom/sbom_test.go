package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

const bill = `{"bomFormat":"CycloneDX","metadata":{"component":{"bom-ref":"ogi","name":"ogi"}},
"components":[{"bom-ref":"a","name":"a"}],"dependencies":[{"ref":"ogi","dependsOn":["a"]},{"ref":"a"}]}`

// The bill lists what is embedded, each with version, licence and where it comes
// from, files with their sums, and every reference leads to a component.
func TestWhatIsEmbeddedIsListed(t *testing.T) {
	more, err := embedded(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	b, err := with([]byte(bill), more)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		BomFormat  string
		Components []struct {
			Ref           string `json:"bom-ref"`
			Name, Version string
			PURL          string
			Hashes        []hash
			Licenses      []licence
		}
		Dependencies []struct {
			Ref       string
			DependsOn []string
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{"ogi": true}
	for _, c := range doc.Components {
		got[c.Ref] = true
		file := c.PURL == "" && c.Name != "a"
		if c.Name != "a" && (len(c.Licenses) != 1 || file != (len(c.Hashes) == 1) || file == (c.Version != "")) {
			t.Errorf("%+v", c)
		}
	}
	for _, want := range []string{
		"a", "assets/echarts/echarts.min.js", "pkg:npm/echarts@6.1.0", "pkg:npm/zrender@6.1.0", "pkg:npm/tslib@2.3.0",
		"generator/region/region.tsv", "generator/han/characters.txt",
	} {
		if !got[want] {
			t.Errorf("%s is not in the bill", want)
		}
	}
	on := map[string]string{}
	for _, d := range doc.Dependencies {
		on[d.Ref] = strings.Join(d.DependsOn, " ")
		for _, ref := range append(d.DependsOn, d.Ref) {
			if !got[ref] {
				t.Errorf("%s leads to no component", ref)
			}
		}
	}
	if want := "a assets/echarts/echarts.min.js generator/region/region.tsv generator/han/characters.txt"; on["ogi"] != want {
		t.Errorf("ogi is made of %q, not %q", on["ogi"], want)
	}
	if want := "pkg:npm/zrender@6.1.0 pkg:npm/tslib@2.3.0"; on["pkg:npm/echarts@6.1.0"] != want || doc.BomFormat != "CycloneDX" {
		t.Errorf("echarts is made of %q, not %q", on["pkg:npm/echarts@6.1.0"], want)
	}
	// What is embedded of others is what NOTICE names.
	notice, err := os.ReadFile("../../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range data {
		if !strings.Contains(string(notice), d.file) || !strings.Contains(string(notice), d.version) {
			t.Errorf("NOTICE does not name %s of %s", d.file, d.version)
		}
	}
}

// A script that is not the listed one, and a bill that is none, stop a release.
func TestNoBillOfOtherThings(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"echarts.min.js", "_recipe/package.json", "SHA256SUMS"} {
		b, err := os.ReadFile("../../../" + echarts + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[echarts+name] = &fstest.MapFile{Data: b}
	}
	fsys[echarts+"echarts.min.js"].Data = append(fsys[echarts+"echarts.min.js"].Data, ';')
	if _, err := embedded(fsys); err == nil || !strings.Contains(err.Error(), "not the file of SHA256SUMS") {
		t.Errorf("another script: %v", err)
	}
	for _, s := range []string{"{}", "[]", `{"metadata":{"component":{"bom-ref":"ogi"}}}`} {
		if _, err := with([]byte(s), nil); err == nil {
			t.Errorf("%s is a bill", s)
		}
	}
}
