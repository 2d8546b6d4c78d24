package decode

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Comments of decode and the rooms below it name the fixtures without which a step or a
// number would not be there, in brackets: goldens by their file, tests by their
// function. Each of them exists.
func TestFixturesOfCommentsExist(t *testing.T) {
	set := token.NewFileSet()
	have := map[string]bool{}
	goldens, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range goldens {
		have[strings.TrimSuffix(filepath.Base(g), ".txtar")] = true
	}
	var files []string
	for _, where := range [...]string{"*.go", "*/*.go"} {
		more, err := filepath.Glob(where)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, more...)
	}
	var comments []*ast.CommentGroup
	for _, name := range files {
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			comments = append(comments, f.Comments...)
			continue
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok {
				have[fn.Name.Name] = true
			}
		}
	}
	named := 0
	for _, c := range comments {
		for _, n := range fixturesIn(c.Text()) {
			if named++; !have[n] {
				t.Errorf("%s: no fixture %s", set.Position(c.Pos()), n)
			}
		}
	}
	if named < 20 {
		t.Errorf("comments name %d fixtures", named)
	}
}

var (
	bracketed = regexp.MustCompile(`\(([^()]+)\)`)
	ofFixture = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)+|Test[A-Z]\w+)$`)
)

// fixturesIn are the names in brackets of a comment, where nothing else stands in them.
func fixturesIn(comment string) (names []string) {
	for _, m := range bracketed.FindAllStringSubmatch(comment, -1) {
		all := strings.Split(strings.Join(strings.Fields(m[1]), " "), ", ")
		for _, n := range all {
			if !ofFixture.MatchString(n) {
				all = nil
				break
			}
		}
		names = append(names, all...)
	}
	return names
}

func TestFixturesIn(t *testing.T) {
	for comment, want := range map[string]string{
		"A row (two-of-a-kind).":                 "two-of-a-kind",
		"A row (two-of-a-kind,\nTestRows) (三、).": "two-of-a-kind TestRows",
		"A row (as in two-of-a-kind), or (x, y)": "",
	} {
		if got := strings.Join(fixturesIn(comment), " "); got != want {
			t.Errorf("%q names %q, not %q", comment, got, want)
		}
	}
}
