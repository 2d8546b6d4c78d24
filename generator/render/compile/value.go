package compile

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// A value is something that a template names: its type, and how a run gets it.
type value struct {
	typ reflect.Type
	get func(r *run, dot reflect.Value) reflect.Value
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return value{v.Type(), func(*run, reflect.Value) reflect.Value { return v }}
}

// commands is a pipeline of one command, or of several where each takes the value
// of the one before it as its last.
func (s *scope) commands(cmds []*parse.CommandNode, dot reflect.Type) (value, error) {
	var v *value
	for _, c := range cmds {
		x, err := s.command(c, dot, v)
		if err != nil {
			return x, err
		}
		v = &x
	}
	if v == nil {
		return value{}, fmt.Errorf("%w: an empty pipeline", ErrLeft)
	}
	return *v, nil
}

func (s *scope) command(c *parse.CommandNode, dot reflect.Type, last *value) (value, error) {
	if id, ok := c.Args[0].(*parse.IdentifierNode); ok {
		args, err := s.operands(c.Args[1:], dot)
		if err != nil {
			return value{}, err
		}
		if last != nil {
			args = append(args, *last)
		}
		return s.function(id.Ident, args)
	}
	if last != nil {
		return value{}, fmt.Errorf("%w: %s", ErrLeft, c)
	}
	if len(c.Args) == 1 {
		return s.operand(c.Args[0], dot)
	}
	args, err := s.operands(c.Args[1:], dot)
	if err != nil {
		return value{}, err
	}
	var of value
	var names []string
	switch n := c.Args[0].(type) {
	case *parse.FieldNode:
		of, names = itself(dot), n.Ident
	case *parse.VariableNode:
		of, names = s.held(n), n.Ident[1:]
	}
	if len(names) == 0 {
		return value{}, fmt.Errorf("%w: %s", ErrLeft, c)
	}
	of, err = s.fields(of, names[:len(names)-1])
	if err != nil {
		return of, err
	}
	return s.method(of, names[len(names)-1], args)
}

// operands are what a function or a method is given.
func (s *scope) operands(nodes []parse.Node, dot reflect.Type) ([]value, error) {
	args := make([]value, 0, len(nodes)+1)
	for _, n := range nodes {
		x, err := s.operand(n, dot)
		if err != nil {
			return nil, err
		}
		args = append(args, x)
	}
	return args, nil
}

func itself(dot reflect.Type) value {
	return value{dot, func(_ *run, dot reflect.Value) reflect.Value { return dot }}
}

func (s *scope) operand(n parse.Node, dot reflect.Type) (value, error) {
	self := itself(dot)
	switch n := n.(type) {
	case *parse.DotNode:
		if dot == nil {
			return self, fmt.Errorf("%w: no value is given", ErrLeft)
		}
		return self, nil
	case *parse.FieldNode:
		return s.fields(self, n.Ident)
	case *parse.ChainNode:
		v, err := s.operand(n.Node, dot)
		if err != nil {
			return v, err
		}
		return s.fields(v, n.Field)
	case *parse.VariableNode:
		return s.fields(s.held(n), n.Ident[1:])
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			return value{}, fmt.Errorf("%w: %s", ErrLeft, n)
		}
		return s.commands(n.Cmds, dot)
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.NumberNode:
		if n.IsInt && int64(int(n.Int64)) == n.Int64 {
			return constant(int(n.Int64)), nil
		}
	case *parse.IdentifierNode:
		return s.function(n.Ident, nil)
	}
	return value{}, fmt.Errorf("%w: %s", ErrLeft, n)
}

// held is what a variable holds, before any fields of it.
func (s *scope) held(n *parse.VariableNode) value {
	v := s.variable(n.Ident[0])
	slot := v.slot
	return value{v.typ, func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+slot] }}
}

// fields follows names from a value, through pointers.
func (s *scope) fields(v value, names []string) (value, error) {
	for _, name := range names {
		of := v.typ
		if of == nil || of == reflect.TypeFor[unsure]() || of.Kind() == reflect.Interface {
			return v, fmt.Errorf("%w: %s of what is not known", ErrLeft, name)
		}
		if _, ok := pointerTo(of).MethodByName(name); ok {
			var err error
			if v, err = s.method(v, name, nil); err != nil {
				return v, err
			}
			continue
		}
		through := of.Kind() == reflect.Pointer
		if through {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct {
			return v, fmt.Errorf("%s: %s has no field %s", s.body.name, of, name)
		}
		f, ok := of.FieldByName(name)
		if !ok || !f.IsExported() {
			return v, fmt.Errorf("%s: %s has no field %s", s.body.name, of, name)
		}
		if f.Type.Kind() == reflect.Interface {
			return v, fmt.Errorf("%w: %s may be of any type", ErrLeft, name)
		}
		v = value{f.Type, follow(v.get, s.body.name, name, through, f.Index)}
	}
	return v, nil
}

// method is a call of a method that gives one value. All are looked for on the
// pointer, as values in pages can be pointed at.
func (s *scope) method(v value, name string, args []value) (value, error) {
	m, ok := pointerTo(v.typ).MethodByName(name)
	if !ok || m.Type.NumOut() != 1 || m.Type.NumIn() != 1+len(args) || m.Type.IsVariadic() {
		return v, fmt.Errorf("%w: %s.%s", ErrLeft, v.typ, name)
	}
	for i, a := range args {
		if a.typ != m.Type.In(1+i) {
			return v, fmt.Errorf("%w: %s.%s of %s", ErrLeft, v.typ, name, a.typ)
		}
	}
	pointer := v.typ.Kind() == reflect.Pointer
	return value{m.Type.Out(0), func(r *run, dot reflect.Value) reflect.Value {
		x := v.get(r, dot)
		if !pointer {
			x = x.Addr()
		}
		given := make([]reflect.Value, len(args))
		for i, a := range args {
			given[i] = a.get(r, dot)
		}
		return x.Method(m.Index).Call(given)[0]
	}}, nil
}

func pointerTo(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t
	}
	return reflect.PointerTo(t)
}

func follow(from func(*run, reflect.Value) reflect.Value, where, name string, through bool, index []int) func(*run, reflect.Value) reflect.Value {
	deref := func(x reflect.Value) reflect.Value {
		if x.IsNil() {
			panic(failure{fmt.Errorf("%s: nil pointer where %s is asked for", where, name)})
		}
		return x.Elem()
	}
	if len(index) == 1 {
		i := index[0]
		if !through {
			return func(r *run, dot reflect.Value) reflect.Value { return from(r, dot).Field(i) }
		}
		return func(r *run, dot reflect.Value) reflect.Value { return deref(from(r, dot)).Field(i) }
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		x := from(r, dot)
		if through {
			x = deref(x)
		}
		for k, i := range index {
			if k > 0 && x.Kind() == reflect.Pointer {
				x = deref(x)
			}
			x = x.Field(i)
		}
		return x
	}
}

// isTrue is what {{if}} asks, as in text/template.
func isTrue(v reflect.Value) bool {
	if !v.IsValid() {
		return false
	}
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}
