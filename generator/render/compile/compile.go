// Package compile turns templates of html/template into programs that look
// nothing up while they run: what a name means is settled once, by the type of the
// value that a template is for, and a name that the type does not have is an error
// before the first page is written.
//
// The escaping stays html/template's: a template is escaped by it first, and what
// is compiled is the tree that it made. A word is written without asking it only
// where nothing in the word could need escaping in that place; all others go
// through it (escape.go). A template that uses what is not compiled here, such as
// {{break}} or a function of printf's kind, is run by html/template as before.
package compile

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"strings"
	"text/template/parse"
)

// A Program is one template for values of one type.
type Program struct {
	main *body
	of   reflect.Type
}

// ErrLeft is why a template is left to html/template: it is sound, and uses what is
// not compiled.
var ErrLeft = errors.New("not compiled")

// New compiles the template of a set that has the name, for values of a type. It
// escapes the set, which can take no more templates then. The error is ErrLeft or
// says which name the type does not have.
func New(set *template.Template, name string, of reflect.Type, words map[string]Word) (*Program, error) {
	// Executing escapes, and nothing else does; that no value fits nil is no matter.
	if err := set.ExecuteTemplate(io.Discard, name, nil); err != nil {
		var wrong *template.Error
		if errors.As(err, &wrong) {
			return nil, err
		}
	}
	c := &compiler{set: set, words: words, made: map[madeOf]*body{}}
	main, err := c.template(name, of)
	if err != nil {
		return nil, err
	}
	return &Program{main, of}, nil
}

// Execute writes a value; what was written before an error stays in b.
func (p *Program) Execute(b *bytes.Buffer, value any) (err error) {
	v := reflect.ValueOf(value)
	if !v.IsValid() || v.Type() != p.of {
		return fmt.Errorf("%s: compiled for %s, got %T", p.main.name, p.of, value)
	}
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			err = f.error
		}
	}()
	r := &run{b: b}
	p.main.run(r, v)
	return nil
}

// A failure ends a run.
type failure struct{ error }

// A run is one execution: where it writes to, and the variables of the templates
// that are open, the innermost from base on.
type run struct {
	b    *bytes.Buffer
	vars []reflect.Value
	base int
}

// A body is a compiled template; its step is set last, since templates may name
// each other in a circle.
type body struct {
	name string // of its file
	vars int    // how many variables it has
	step step
}

func (b *body) run(r *run, dot reflect.Value) {
	base := r.base
	r.base = len(r.vars)
	for range b.vars {
		r.vars = append(r.vars, reflect.Value{})
	}
	r.vars[r.base] = dot
	b.step(r, dot)
	r.vars, r.base = r.vars[:r.base], base
}

// A step does what one node of a template says.
type step func(r *run, dot reflect.Value)

type madeOf struct {
	name string
	of   reflect.Type
}

type compiler struct {
	set   *template.Template
	words map[string]Word
	made  map[madeOf]*body
}

// template compiles a named template for a type, once.
func (c *compiler) template(name string, of reflect.Type) (*body, error) {
	key := madeOf{name, of}
	if b := c.made[key]; b != nil {
		return b, nil
	}
	t := c.set.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("%w: template %s", ErrLeft, name) // one that escaping made of another
	}
	b := &body{name: t.Tree.ParseName}
	c.made[key] = b
	s := &scope{compiler: c, body: b}
	s.declare("$", of)
	step, err := s.list(t.Tree.Root, of)
	if err != nil {
		return nil, err
	}
	b.step = step
	return b, nil
}

// A scope compiles the nodes of one template.
type scope struct {
	*compiler
	body *body
	vars []variable // that can be seen
}

type variable struct {
	name string
	typ  reflect.Type
	slot int
}

func (s *scope) declare(name string, typ reflect.Type) int {
	slot := s.body.vars
	s.body.vars++
	s.vars = append(s.vars, variable{name, typ, slot})
	return slot
}

func (s *scope) variable(name string) *variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return &s.vars[i]
		}
	}
	return nil // never: the parser has refused it
}

// list compiles nodes one after the other; what they declare ends with them.
func (s *scope) list(l *parse.ListNode, dot reflect.Type) (step, error) {
	if l == nil {
		return func(*run, reflect.Value) {}, nil
	}
	seen := len(s.vars)
	defer func() { s.vars = s.vars[:seen] }()
	var steps []step
	for _, n := range l.Nodes {
		st, err := s.node(n, dot)
		if err != nil {
			return nil, err
		}
		if st != nil {
			steps = append(steps, st)
		}
	}
	if len(steps) == 1 {
		return steps[0], nil
	}
	return func(r *run, dot reflect.Value) {
		for _, st := range steps {
			st(r, dot)
		}
	}, nil
}

func (s *scope) node(n parse.Node, dot reflect.Type) (step, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(r *run, _ reflect.Value) { r.b.Write(text) }, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return s.action(n.Pipe, dot)
	case *parse.IfNode:
		return s.branch(n.BranchNode, dot, false)
	case *parse.WithNode:
		return s.branch(n.BranchNode, dot, true)
	case *parse.RangeNode:
		return s.loop(n, dot)
	case *parse.TemplateNode:
		return s.call(n, dot)
	}
	return nil, fmt.Errorf("%w: %s", ErrLeft, n)
}

// action is a pipeline that is written, or one that sets a variable.
func (s *scope) action(p *parse.PipeNode, dot reflect.Type) (step, error) {
	cmds := p.Cmds
	from := len(cmds)
	for from > 0 && isEscaper(cmds[from-1]) {
		from--
	}
	v, err := s.commands(cmds[:from], dot)
	if err != nil {
		return nil, err
	}
	if len(p.Decl) > 0 {
		return s.assign(p, v)
	}
	if from == len(cmds) {
		return nil, fmt.Errorf("%w: %s is not escaped", ErrLeft, p)
	}
	return write(v, cmds[from:])
}

func isEscaper(c *parse.CommandNode) bool {
	id, ok := c.Args[0].(*parse.IdentifierNode)
	return ok && len(c.Args) == 1 && strings.HasPrefix(id.Ident, "_")
}

func (s *scope) assign(p *parse.PipeNode, v value) (step, error) {
	if len(p.Decl) != 1 {
		return nil, fmt.Errorf("%w: %s", ErrLeft, p)
	}
	name, slot := p.Decl[0].Ident[0], 0
	if p.IsAssign {
		held := s.variable(name)
		if held.typ != v.typ {
			return nil, fmt.Errorf("%w: %s changes its type", ErrLeft, name)
		}
		slot = held.slot
	} else {
		slot = s.declare(name, v.typ)
	}
	return func(r *run, dot reflect.Value) { r.vars[r.base+slot] = v.get(r, dot) }, nil
}

// branch is {{if}} and, if it moves the dot, {{with}}.
func (s *scope) branch(n parse.BranchNode, dot reflect.Type, moves bool) (step, error) {
	seen := len(s.vars)
	defer func() { s.vars = s.vars[:seen] }()
	v, err := s.pipe(n.Pipe, dot)
	if err != nil {
		return nil, err
	}
	inner := dot
	if moves {
		inner = v.typ
	}
	then, other, err := s.lists(n, inner, dot)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) {
		x := v.get(r, dot)
		switch {
		case !isTrue(x):
			other(r, dot)
		case moves:
			then(r, x)
		default:
			then(r, dot)
		}
	}, nil
}

// lists are what a branch does for its value, and what it does without one.
func (s *scope) lists(n parse.BranchNode, inner, dot reflect.Type) (then, other step, err error) {
	if then, err = s.list(n.List, inner); err != nil {
		return nil, nil, err
	}
	other, err = s.list(n.ElseList, dot)
	return then, other, err
}

// pipe is a pipeline whose value decides something; it may be kept in a variable.
func (s *scope) pipe(p *parse.PipeNode, dot reflect.Type) (value, error) {
	v, err := s.commands(p.Cmds, dot)
	if err != nil || len(p.Decl) == 0 {
		return v, err
	}
	set, err := s.assign(p, v)
	if err != nil {
		return v, err
	}
	held := s.variable(p.Decl[0].Ident[0]).slot
	return value{v.typ, func(r *run, dot reflect.Value) reflect.Value {
		set(r, dot)
		return r.vars[r.base+held]
	}}, nil
}

func (s *scope) loop(n *parse.RangeNode, dot reflect.Type) (step, error) {
	seen := len(s.vars)
	defer func() { s.vars = s.vars[:seen] }()
	over, err := s.commands(n.Pipe.Cmds, dot)
	if err != nil {
		return nil, err
	}
	list := over.typ
	pointer := list.Kind() == reflect.Pointer
	if pointer {
		list = list.Elem()
	}
	if k := list.Kind(); k != reflect.Slice && k != reflect.Array || n.Pipe.IsAssign {
		return nil, fmt.Errorf("%w: %s over %s", ErrLeft, n.Pipe, over.typ)
	}
	index, item := -1, -1
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		item = s.declare(d[0].Ident[0], list.Elem())
	case 2:
		index = s.declare(d[0].Ident[0], reflect.TypeFor[int]())
		item = s.declare(d[1].Ident[0], list.Elem())
	}
	each, other, err := s.lists(n.BranchNode, list.Elem(), dot)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) {
		of := over.get(r, dot)
		if pointer {
			of = of.Elem() // of nil there is nothing to go over
		}
		if !of.IsValid() {
			other(r, dot)
			return
		}
		count := of.Len()
		for i := range count {
			x := of.Index(i)
			if index >= 0 {
				r.vars[r.base+index] = reflect.ValueOf(i)
			}
			if item >= 0 {
				r.vars[r.base+item] = x
			}
			each(r, x)
		}
		if count == 0 {
			other(r, dot)
		}
	}, nil
}

// call is {{template}}: with a value, or with none at all.
func (s *scope) call(n *parse.TemplateNode, dot reflect.Type) (step, error) {
	if n.Pipe == nil {
		b, err := s.template(n.Name, nil)
		if err != nil {
			return nil, err
		}
		return func(r *run, _ reflect.Value) { b.run(r, reflect.Value{}) }, nil
	}
	v, err := s.commands(n.Pipe.Cmds, dot)
	if err != nil {
		return nil, err
	}
	b, err := s.template(n.Name, v.typ)
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) { b.run(r, v.get(r, dot)) }, nil
}
