package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A House is the code of a module as the measures see it.
type House struct {
	Rooms []*Room // by path
}

// A Room is one package.
type Room struct {
	Path        string // from the module's root
	Files       int
	Lines       int
	TestFiles   int
	TestLines   int
	Functions   []Function
	Expressions int // regular expressions compiled
	// Tied is the largest group of files that reach each other, by the names they
	// use of each other, itself through others: where it is all of them, no file is
	// a boundary.
	Tied int
	// Naming are the functions that give a row its name, Placing those from which a
	// cell of a report is written, by themselves or through others of their folder, as
	// all below generator/decode are: both as near as code can be counted to the ways
	// to name a row and to give a value its column.
	Naming, Placing int
}

// A Function is one with its length in lines and its cyclomatic complexity: one
// and one more for each branch. Functions within it are part of it.
type Function struct {
	Name              string
	Lines, Complexity int
	names, writes     bool
	calls             map[string]bool
	full              string // with its package
}

// longest is the length above which a function is told of.
const longest = 60

// measure reads the module in dir. It asks the go command for what its packages
// import, compiled.
func measure(dir string) (*House, error) {
	list, err := listed(dir)
	if err != nil {
		return nil, err
	}
	exports := map[string]string{}
	for _, p := range list {
		exports[p.ImportPath] = p.Export
	}
	h := &House{}
	for _, p := range list {
		if p.Module == nil || !p.Module.Main {
			continue
		}
		r, err := p.room(exports)
		if err != nil {
			return nil, err
		}
		h.Rooms = append(h.Rooms, r)
	}
	slices.SortFunc(h.Rooms, func(a, b *Room) int { return strings.Compare(a.Path, b.Path) })
	folders := map[string][]*Room{}
	for _, r := range h.Rooms {
		f := strings.Join(strings.SplitAfterN(r.Path+"/", "/", 3)[:2], "")
		folders[f] = append(folders[f], r)
	}
	for _, rooms := range folders {
		ways(rooms)
	}
	return h, nil
}

// A pkg is a package as the go command lists it.
type pkg struct {
	ImportPath, Dir, Export            string
	GoFiles, TestGoFiles, XTestGoFiles []string
	Module                             *struct {
		Path string
		Main bool
	}
}

func listed(dir string) ([]pkg, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,TestGoFiles,XTestGoFiles,Module", "./...")
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var list []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		list = append(list, p)
	}
}

// room measures one package.
func (p pkg) room(exports map[string]string) (*Room, error) {
	r := &Room{Path: cmp.Or(strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, p.Module.Path), "/"), ".")}
	var err error
	if r.Files, r.Lines, err = p.lines(p.GoFiles); err == nil {
		r.TestFiles, r.TestLines, err = p.lines(slices.Concat(p.TestGoFiles, p.XTestGoFiles))
	}
	if err != nil {
		return nil, err
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Defs: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
	conf := types.Config{Importer: importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })}
	if _, err := conf.Check(p.ImportPath, set, files, info); err != nil {
		return nil, err
	}
	for _, f := range files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				r.Functions = append(r.Functions, function(set, info, fn))
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok && compiles(info, c) {
				r.Expressions++
			}
			return true
		})
	}
	r.Tied = tied(set, info, files)
	return r, nil
}

func (p pkg) lines(names []string) (files, lines int, err error) {
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil {
			return 0, 0, err
		}
		lines += bytes.Count(b, []byte("\n"))
	}
	return len(names), lines, nil
}

// compiles reports whether a call makes a regular expression.
func compiles(info *types.Info, c *ast.CallExpr) bool {
	sel, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	o := info.Uses[sel.Sel]
	return o != nil && o.Pkg() != nil && o.Pkg().Path() == "regexp" && (o.Name() == "MustCompile" || o.Name() == "Compile")
}

func function(set *token.FileSet, info *types.Info, fn *ast.FuncDecl) Function {
	f := Function{Name: fn.Name.Name, Complexity: 1, calls: map[string]bool{}}
	if o, ok := info.Defs[fn.Name].(*types.Func); ok {
		f.full = o.FullName()
	}
	if fn.Recv != nil {
		f.Name = "(" + types.ExprString(fn.Recv.List[0].Type) + ")." + f.Name
	}
	f.Lines = set.Position(fn.End()).Line - set.Position(fn.Pos()).Line + 1
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			f.Complexity++
		case *ast.CaseClause:
			if n.List != nil {
				f.Complexity++
			}
		case *ast.CommClause:
			if n.Comm != nil {
				f.Complexity++
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				f.Complexity++
			}
		case *ast.Ident:
			if o, ok := info.Uses[n].(*types.Func); ok {
				f.calls[o.FullName()] = true
			}
		case *ast.AssignStmt:
			for _, to := range n.Lhs {
				f.names = f.names || namesRow(info, to)
				f.writes = f.writes || writesCell(info, to)
			}
		}
		return true
	})
	return f
}

// namesRow reports whether an assignment goes to a row's name: a field key of a row.
func namesRow(info *types.Info, to ast.Expr) bool {
	sel, ok := to.(*ast.SelectorExpr)
	if !ok || !strings.EqualFold(sel.Sel.Name, "key") {
		return false
	}
	of := strings.ToLower(info.Types[sel.X].Type.String())
	return strings.HasSuffix(of, ".row")
}

// writesCell reports whether an assignment goes to one of the cells of a report.
func writesCell(info *types.Info, to ast.Expr) bool {
	at, ok := to.(*ast.IndexExpr)
	if !ok {
		return false
	}
	sel, ok := at.X.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Cells" && info.Types[at.X].Type.String() == "[]ogi/generator/report.Cell"
}

// ways counts the functions of the rooms of a folder that name rows and those that
// lead to a cell.
func ways(rooms []*Room) {
	leads := map[string]bool{}
	for more := true; more; {
		more = false
		for _, r := range rooms {
			for _, f := range r.Functions {
				if leads[f.full] {
					continue
				}
				leading := f.writes
				for o := range leads {
					leading = leading || f.calls[o]
				}
				if leading {
					leads[f.full], more = true, true
				}
			}
		}
	}
	for _, r := range rooms {
		for _, f := range r.Functions {
			if f.names {
				r.Naming++
			}
			if leads[f.full] {
				r.Placing++
			}
		}
	}
}

// tied is the size of the largest group of files of a package that reach each
// other.
func tied(set *token.FileSet, info *types.Info, files []*ast.File) int {
	uses := map[string]map[string]bool{} // file to the files whose names it uses
	for _, f := range files {
		from := set.Position(f.Pos()).Filename
		uses[from] = map[string]bool{}
		ast.Inspect(f, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			o := info.Uses[id]
			if o == nil || o.Pkg() == nil || !ofPackage(o) {
				return true
			}
			if to := set.Position(o.Pos()).Filename; to != from {
				uses[from][to] = true
			}
			return true
		})
	}
	reach := map[string]map[string]bool{}
	for from := range uses {
		seen := map[string]bool{}
		var walk func(string)
		walk = func(at string) {
			for to := range uses[at] {
				if _, own := uses[to]; own && !seen[to] {
					seen[to] = true
					walk(to)
				}
			}
		}
		walk(from)
		reach[from] = seen
	}
	most := min(1, len(files))
	for a := range uses {
		n := 0
		for b := range uses {
			if a == b || reach[a][b] && reach[b][a] {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// ofPackage reports whether an object is declared at the top of a package, or is
// a method or a field.
func ofPackage(o types.Object) bool {
	if o.Parent() == o.Pkg().Scope() {
		return true
	}
	switch o := o.(type) {
	case *types.Func:
		return o.Signature().Recv() != nil
	case *types.Var:
		return o.IsField()
	}
	return false
}

// tell writes the measures: a line a room, then the sums.
func (h *House) tell(w io.Writer) {
	fmt.Fprintf(w, "%-34s %5s %6s %5s %6s %5s %5s %5s\n", "room", "files", "lines", "tests", "lines", "regex", "tied", "worst")
	var all Room
	var long []string
	var worst []Function
	rooms, tools := 0, 0
	for _, r := range h.Rooms {
		hard := 0
		for _, f := range r.Functions {
			f.Name = r.Path + " " + f.Name
			hard = max(hard, f.Complexity)
			if f.Lines > longest {
				long = append(long, fmt.Sprintf("%s %d", f.Name, f.Lines))
			}
			worst = append(worst, f)
		}
		fmt.Fprintf(w, "%-34s %5d %6d %5d %6d %5d %5d %5d\n", r.Path, r.Files, r.Lines, r.TestFiles, r.TestLines, r.Expressions, r.Tied, hard)
		all.TestFiles, all.TestLines = all.TestFiles+r.TestFiles, all.TestLines+r.TestLines
		if strings.Contains(r.Path+"/", "/internal/") { // serves tests
			tools++
			all.TestFiles, all.TestLines = all.TestFiles+r.Files, all.TestLines+r.Lines
			continue
		}
		rooms++
		all.Files, all.Lines, all.Expressions = all.Files+r.Files, all.Lines+r.Lines, all.Expressions+r.Expressions
		all.Naming += r.Naming
		all.Placing += r.Placing
	}
	slices.SortStableFunc(worst, func(a, b Function) int { return cmp.Compare(b.Complexity, a.Complexity) })
	slices.SortFunc(h.Rooms, func(a, b *Room) int { return cmp.Or(cmp.Compare(b.Tied, a.Tied), strings.Compare(a.Path, b.Path)) })
	fmt.Fprintf(w, "\nprograms: %d files, %d lines, %d packages\n", all.Files, all.Lines, rooms)
	fmt.Fprintf(w, "tests:    %d files, %d lines, with %d packages that serve them; %.2f lines to one\n", all.TestFiles, all.TestLines, tools, float64(all.TestLines)/float64(max(1, all.Lines)))
	fmt.Fprintf(w, "functions over %d lines: %d\n", longest, len(long))
	for _, l := range long {
		fmt.Fprintf(w, "\t%s\n", l)
	}
	fmt.Fprintln(w, "worst complexity:")
	for _, f := range worst[:min(5, len(worst))] {
		fmt.Fprintf(w, "\t%s %d\n", f.Name, f.Complexity)
	}
	fmt.Fprintf(w, "regular expressions: %d\n", all.Expressions)
	fmt.Fprintln(w, "files that reach each other:")
	for _, r := range h.Rooms[:min(5, len(h.Rooms))] {
		fmt.Fprintf(w, "\t%s %d of %d\n", r.Path, r.Tied, r.Files)
	}
	fmt.Fprintf(w, "functions that name a row: %d; that lead to a cell: %d\n", all.Naming, all.Placing)
}
