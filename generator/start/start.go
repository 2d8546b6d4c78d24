// Package start makes what an archive begins with: a title and where the program
// comes from come in, files go out, the same for the same input. What a keeper must
// say stands in them as a blank, by which a build tells that it is not said yet.
// Putting them in place is not its job.
package start

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"ogi/generator/config"
	"ogi/generator/disk"
	"ogi/generator/example"
	"ogi/generator/ledger"
)

//go:embed files
var files embed.FS

// An Archive is what is known of one that is to begin.
type Archive struct {
	Title string
	// Action is where workflows find the action that runs ogi, owner/repository@ref;
	// without it there are no workflows.
	Action  string
	Home    string // the program's page
	Example bool   // with the reports of an invented county
}

// Written is how Action is to be written.
var Written = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9._/-]*$`)

// Where the files go. site.toml, by which a folder is an archive, comes last.
var places = []struct{ from, to string }{
	{"about.md", "content/pages/about.md"},
	{"about.en.md", "content/pages/about.en.md"},
	{"README.md", "README.md"},
	{"README.en.md", "README.en.md"},
	{"gitattributes", ".gitattributes"},
	{"gitignore", ".gitignore"},
	{"check.yml", ".github/workflows/check.yml"},
	{"pages.yml", ".github/workflows/pages.yml"},
}

// Files are those of an archive that begins.
func Files(a Archive) ([]disk.File, error) {
	out := []disk.File{{Path: ledger.Path, Bytes: ledger.Text(nil)}}
	put := map[string]string{}
	if a.Example {
		var err error
		if out, err = example.Files(); err != nil {
			return nil, err
		}
		put = example.Site()
	}
	out = append(out, disk.File{Path: "public/.keep"})
	for _, p := range places {
		told := slices.ContainsFunc(out, func(f disk.File) bool { return f.Path == p.to })
		if told || path.Ext(p.from) == ".yml" && a.Action == "" {
			continue
		}
		b, err := files.ReadFile("files/" + p.from)
		if err != nil {
			return nil, err
		}
		t, err := template.New(p.from).Delims("[[", "]]").Option("missingkey=error").Parse(string(b))
		if err != nil {
			return nil, err
		}
		v := map[string]string{"Title": oneLine(a.Title), "Home": a.Home, "Action": a.use()}
		for name, at := range Pinned {
			v[name] = at
		}
		var w bytes.Buffer
		if err := t.Execute(&w, v); err != nil {
			return nil, err
		}
		out = append(out, disk.File{Path: p.to, Bytes: w.Bytes()})
	}
	put["title"] = config.Quote(a.Title)
	return append(out, disk.File{Path: "site.toml", Bytes: config.Sample(put)}), nil
}

// Pinned are the actions of others that the workflows use, by commit: a tag can be
// moved. They are those of this repository's own workflows, which a test compares.
var Pinned = map[string]string{
	"Checkout":  "de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
	"Configure": "45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0",
	"Cache":     "27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5",
	"Upload":    "7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
	"Deploy":    "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
}

// use is how a step names the action.
func (a Archive) use() string {
	if a.Action == "" {
		return ""
	}
	repo, ref, _ := strings.Cut(a.Action, "@")
	return fmt.Sprintf("%s/.github/actions/ogi@%s", repo, ref)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
