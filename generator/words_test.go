package generator

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ogi/generator/report"
)

// What is told to readers decides nothing: no code compares or searches the sentence
// of an evidence, a problem of a table or a note of the decoder. So a sentence may be
// worded anew, and no figure is read otherwise.
func TestWordsForReadersSteerNothing(t *testing.T) {
	evident := map[string]bool{}
	for e := report.Plainly + 1; e < report.Evidences; e++ {
		evident[e.Why().String()] = true
	}
	told := maps.Clone(evident)
	files := map[string]*ast.File{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		files[path] = f
		return err
	})
	if err != nil || len(files) < 100 {
		t.Fatal(err, len(files))
	}
	for path, f := range files {
		if strings.HasPrefix(path, "decode") {
			messages(f, told)
		}
	}
	for path, f := range files {
		steers(f, func(n ast.Expr) {
			ast.Inspect(n, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BasicLit:
					if s, _ := strconv.Unquote(n.Value); n.Kind == token.STRING && told[s] {
						t.Errorf("%s asks for words that are told to readers: %s", fset.Position(n.Pos()), s)
					}
				case *ast.CallExpr:
					if spoken(n) {
						t.Errorf("%s asks what the sentence of an evidence is; ask the evidence", fset.Position(n.Pos()))
					}
				case *ast.SelectorExpr:
					if n.Sel.Name == "Text" && mentions(n.X, "Problems") {
						t.Errorf("%s asks what a problem is called", fset.Position(n.Pos()))
					}
				}
				return true
			})
		})
		if !strings.HasPrefix(path, "report") {
			ast.Inspect(f, func(n ast.Node) bool {
				if n, ok := n.(*ast.BasicLit); ok && n.Kind == token.STRING {
					if s, _ := strconv.Unquote(n.Value); evident[s] {
						t.Errorf("%s has the sentence of an evidence, which stands in report: %s", fset.Position(n.Pos()), s)
					}
				}
				return true
			})
		}
	}
}

// messages adds the literals of a file that are told to readers: what problem and
// note are called with, and what is put into the readings of a report.
func messages(f *ast.File, told map[string]bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := call.Fun.(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "problem" && sel.Sel.Name != "note" {
			return true
		}
		for _, a := range call.Args {
			ast.Inspect(a, func(n ast.Node) bool {
				if n, ok := n.(*ast.BasicLit); ok && n.Kind == token.STRING {
					if s, _ := strconv.Unquote(n.Value); isSentence(s) {
						told[s] = true
					}
				}
				return true
			})
		}
		return true
	})
}

// steers gives the expressions on whose value it depends what is done.
func steers(f *ast.File, yield func(ast.Expr)) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			switch n.Op {
			case token.EQL, token.NEQ, token.LSS, token.GTR:
				yield(n.X)
				yield(n.Y)
			}
		case *ast.SwitchStmt:
			if n.Tag != nil {
				yield(n.Tag)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				yield(e)
			}
		case *ast.IndexExpr:
			yield(n.Index)
		case *ast.CallExpr:
			sel, ok := n.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if p, ok := sel.X.(*ast.Ident); ok && (p.Name == "strings" || p.Name == "slices" || p.Name == "regexp") && asks(sel.Sel.Name) {
				for _, a := range n.Args {
					yield(a)
				}
			}
		}
		return true
	})
}

func asks(name string) bool {
	for _, p := range []string{"Contains", "Has", "Index", "LastIndex", "Cut", "Trim", "Count", "Split", "EqualFold", "Match"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// spoken reports whether a call makes the sentence of an evidence.
func spoken(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "String" && sel.Sel.Name != "Text" {
		return false
	}
	return mentions(sel.X, "Why") || mentions(sel.X, "why")
}

// mentions reports whether an expression asks for a field, a method or a variable of
// that name.
func mentions(e ast.Expr, name string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

func isSentence(s string) bool {
	n := 0
	for _, u := range s {
		if unicode.Is(unicode.Han, u) {
			n++
		}
	}
	return n >= 5
}
