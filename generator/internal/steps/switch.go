package main

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A step is one place that can be switched off.
type step struct {
	Name   string // file:line, function, and what it is
	Lines  int
	Number bool // that is moved
}

// A note is text to put into a source file.
type note struct {
	at   int
	text string
}

//go:embed switch.go.txt
var support string

// toSupport is what decode has of its own beside the support, which stands below it.
const toSupport = `package decode

import (
	"ogi/generator/decode/step"
	"ogi/generator/grid"
	"ogi/generator/report"
	"ogi/generator/source"
)

func Doc(f *source.File, d *grid.Doc) *report.Report { return step.Decode(f, d, switchedDoc) }
`

// switched writes the files of a room, and of those below it, with a switch at each
// step, and gives the overlay and the steps.
func switched(room, to string, depth int) (overlay map[string]string, steps []step, err error) {
	abs, err := filepath.Abs(room)
	if err != nil {
		return nil, nil, err
	}
	var files []string
	for _, where := range [...]string{"*.go", "*/*.go"} {
		more, err := filepath.Glob(filepath.Join(room, where))
		if err != nil {
			return nil, nil, err
		}
		files = append(files, more...)
	}
	files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
	overlay = map[string]string{}
	consts, err := constants(files)
	if err != nil {
		return nil, nil, err
	}
	for _, file := range files {
		base, err := filepath.Rel(room, file)
		if err != nil {
			return nil, nil, err
		}
		src, err := os.ReadFile(file)
		if err != nil {
			return nil, nil, err
		}
		s := switcher{set: token.NewFileSet(), src: src, depth: depth, consts: consts, steps: steps}
		f, err := parser.ParseFile(s.set, base, src, 0)
		if err != nil {
			return nil, nil, err
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				s.function(fn)
			}
		}
		steps = s.steps
		if slices.ContainsFunc(s.notes, func(n note) bool { return strings.Contains(n.text, "Step") }) {
			s.put(f.Name.End(), `; import . "ogi/%s/step"`, filepath.ToSlash(room))
		}
		out := filepath.Join(to, strings.ReplaceAll(base, string(filepath.Separator), "_"))
		if err := os.WriteFile(out, s.written(), 0o644); err != nil {
			return nil, nil, err
		}
		overlay[filepath.Join(abs, base)] = out
	}
	text := strings.Replace(support, "const steps = 0", fmt.Sprint("const steps = ", len(steps)), 1)
	for name, text := range map[string]string{"zz_steps.go": toSupport, "step/step.go": text} {
		out := filepath.Join(to, "zz_"+filepath.Base(name))
		overlay[filepath.Join(abs, filepath.FromSlash(name))] = out
		if err := os.WriteFile(out, []byte(text), 0o644); err != nil {
			return nil, nil, err
		}
	}
	return overlay, steps, nil
}

// constants are the names of whole numbers from two on in the files of a room.
func constants(files []string) (map[string]bool, error) {
	names := map[string]bool{}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == len(v.Names) {
				for i, e := range v.Values {
					if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.INT && l.Value > "1" {
						names[v.Names[i].Name] = true
					}
				}
			}
			return true
		})
	}
	return names, nil
}

type switcher struct {
	set    *token.FileSet
	src    []byte
	depth  int             // 0 is numbers
	consts map[string]bool // of the room that are whole numbers
	steps  []step
	name   string
	notes  []note
}

func (s *switcher) put(at token.Pos, format string, args ...any) {
	s.notes = append(s.notes, note{s.set.Position(at).Offset, fmt.Sprintf(format, args...)})
}

// step makes a step of a node and gives its number.
func (s *switcher) step(n ast.Node, what string) int {
	p := s.set.Position(n.Pos())
	lines := s.set.Position(n.End()).Line - p.Line + 1
	s.steps = append(s.steps, step{Name: fmt.Sprintf("%s:%d %s%s", p.Filename, p.Line, s.name, what), Lines: lines})
	return len(s.steps) - 1
}

func (s *switcher) function(fn *ast.FuncDecl) {
	s.name = fn.Name.Name
	if s.name == "init" || s.name == "Doc" {
		if s.name == "Doc" {
			s.put(fn.Name.Pos(), "switched") // the support calls it
		}
		return
	}
	var zero []string
	if r := fn.Type.Results; r != nil {
		for _, field := range r.List {
			for range max(1, len(field.Names)) {
				zero = append(zero, "*new("+s.text(field.Type)+")")
			}
		}
	}
	if s.depth == 0 {
		s.numbers(fn)
		return
	}
	s.put(fn.Body.Lbrace+1, " if StepOff(%d) { return %s };", s.step(fn, ""), strings.Join(zero, ", "))
	if s.depth < 2 {
		return
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			s.condition(n.Cond, s.step(n, " if"))
		case *ast.SwitchStmt:
			if n.Tag != nil {
				break
			}
			for _, c := range n.Body.List {
				c := c.(*ast.CaseClause)
				if c.List == nil {
					continue
				}
				k := s.step(c, " case")
				for _, e := range c.List {
					s.condition(e, k)
				}
			}
		case *ast.BinaryExpr:
			if s.depth < 3 || n.Op != token.LAND && n.Op != token.LOR {
				break
			}
			call := map[token.Token]string{token.LAND: "StepTrue", token.LOR: "StepTaken"}[n.Op]
			for _, e := range []ast.Expr{n.X, n.Y} {
				if b, ok := e.(*ast.BinaryExpr); ok && b.Op == n.Op {
					continue // its sides are steps
				}
				s.put(e.Pos(), "%s(", call)
				s.put(e.End(), ", %d)", s.step(e, " "+n.Op.String()+" "+s.text(e)))
			}
		}
		return true
	})
}

// numbers are steps of a function: those from two on that something is compared
// with by size, and factors of what is compared. Names of constants are numbers too.
func (s *switcher) numbers(fn *ast.FuncDecl) {
	move := func(e, like ast.Expr, op token.Token) bool {
		n, err := strconv.Atoi(s.text(e))
		switch e := e.(type) {
		case *ast.Ident:
			if s.consts[e.Name] && (e.Obj == nil || e.Obj.Kind == ast.Con) {
				n, err = 2, nil
			}
		case *ast.SelectorExpr: // of another room
			if s.consts[e.Sel.Name] {
				n, err = 2, nil
			}
		}
		if err != nil || n < 2 {
			return false
		}
		k := s.step(e, " "+op.String()+" "+s.text(e))
		s.steps[k].Number = true
		s.put(e.Pos(), "StepNumber(")
		s.put(e.End(), ", %s, %d)", s.text(like), k)
		return true
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok {
			return true
		}
		switch b.Op {
		case token.LSS, token.GTR, token.LEQ, token.GEQ:
			if !move(b.Y, b.X, b.Op) {
				move(b.X, b.Y, b.Op)
			}
			for _, e := range []ast.Expr{b.X, b.Y} {
				if m, ok := e.(*ast.BinaryExpr); ok && m.Op == token.MUL {
					move(m.Y, m.X, m.Op)
				}
			}
		}
		return true
	})
}

func (s *switcher) condition(e ast.Expr, k int) {
	s.put(e.Pos(), "StepTaken(")
	s.put(e.End(), ", %d)", k)
}

func (s *switcher) text(n ast.Node) string {
	return strings.Join(strings.Fields(string(s.src[s.set.Position(n.Pos()).Offset:s.set.Position(n.End()).Offset])), " ")
}

// written is the source with the notes in it. Of notes at one place those of the
// outer node, which came first, stand outside.
func (s *switcher) written() []byte {
	notes := make([]note, 0, len(s.notes))
	for _, n := range s.notes {
		if strings.HasPrefix(n.text, ",") { // an end: inner ones first
			i := slices.IndexFunc(notes, func(m note) bool { return m.at == n.at && strings.HasPrefix(m.text, ",") })
			if i >= 0 {
				notes = slices.Insert(notes, i, n)
				continue
			}
		}
		notes = append(notes, n)
	}
	slices.SortStableFunc(notes, func(a, b note) int { return a.at - b.at })
	var out []byte
	at := 0
	for _, n := range notes {
		out = append(append(out, s.src[at:n.at]...), n.text...)
		at = n.at
	}
	return append(out, s.src[at:]...)
}
