package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const bundle = "../../assets/echarts"

func TestBundleIsWhatTheRecipeMade(t *testing.T) {
	sums, err := os.ReadFile(filepath.Join(bundle, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{"SHA256SUMS": true, "_recipe": true}
	for _, line := range strings.Split(strings.TrimSpace(string(sums)), "\n") {
		want, name, _ := strings.Cut(line, "  ")
		b, err := os.ReadFile(filepath.Join(bundle, name))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is not the file of SHA256SUMS: see _recipe/README.md", name)
		}
		listed[name] = true
	}
	files, err := os.ReadDir(bundle)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !listed[f.Name()] {
			t.Errorf("%s is not in SHA256SUMS", f.Name())
		}
	}
}

func TestBundleNamesItsVersionAndLicence(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(bundle, "echarts.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	version, err := os.ReadFile(filepath.Join(bundle, "VERSION"))
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := bytes.Cut(b, []byte("\n"))
	v := strings.Fields(string(version))[1]
	if !bytes.Contains(head, []byte("ECharts "+v)) || !bytes.Contains(head, []byte("Apache-2.0")) {
		t.Errorf("head %q, want version %s and licence", head, v)
	}
	recipe, err := os.ReadFile(filepath.Join(bundle, "_recipe", "package.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(recipe, []byte(`"echarts": "`+v+`"`)) {
		t.Errorf("the recipe does not make version %s", v)
	}
	for _, outside := range []string{"https://", "http://cdn", "eval(", "new Function("} {
		if bytes.Contains(b, []byte(outside)) {
			t.Errorf("the bundle contains %q", outside)
		}
	}
}
