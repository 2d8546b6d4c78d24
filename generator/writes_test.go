package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writers are the calls that write a file or give it a name.
var writers = []string{"WriteFile", "Create", "CreateTemp", "OpenFile", "Rename", "Link", "Symlink", "Truncate"}

// mayWrite are the rooms that may: disk writes whole files, publish the site
// that is made anew, cache what may be lost at any time, and serve opens files to read them. Tools of the
// repository keep nothing of anyone's.
var mayWrite = []string{"disk", "publish", "cache", "serve", "internal"}

// A file that cannot be made again is written by package disk: any other way
// leaves half of it when the program is killed or the disk is full.
func TestOnlyDiskWrites(t *testing.T) {
	for _, top := range []string{".", "../cmd"} {
		err := filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
				return err
			}
			room, _, _ := strings.Cut(filepath.ToSlash(p), "/")
			if top == "." && slices.Contains(mayWrite, room) {
				return nil
			}
			set := token.NewFileSet()
			f, err := parser.ParseFile(set, p, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if name := written(n); name != "" {
					t.Errorf("%s: %s: write with ogi/generator/disk", set.Position(n.Pos()), name)
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// written names the call by which a node writes, "" if it does not.
func written(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return ""
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains(writers, sel.Sel.Name) {
		return ""
	}
	switch on := sel.X.(type) {
	case *ast.Ident:
		if on.Name == "os" || on.Name == "root" {
			return on.Name + "." + sel.Sel.Name
		}
	case *ast.SelectorExpr:
		if on.Sel.Name == "root" || on.Sel.Name == "Root" {
			return on.Sel.Name + "." + sel.Sel.Name
		}
	}
	return ""
}

func TestWritingIsSeen(t *testing.T) {
	for src, want := range map[string]bool{
		`os.WriteFile("a", nil, 0)`: true, `f.root.Rename("a", "b")`: true, `root.Create("a")`: true, `os.ReadFile("a")`: false,
		`disk.Replace("a", nil)`: false, `strings.Create("a")`: false,
	} {
		e, err := parser.ParseExpr(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := written(e) != ""; got != want {
			t.Errorf("%s: %v", src, got)
		}
	}
}
