package compile

import (
	"cmp"
	"fmt"
	"html/template"
	"reflect"
)

// A Word is a function of templates.
type Word struct {
	any  any // as html/template takes it
	fn   reflect.Type
	call func(args []reflect.Value) reflect.Value
}

// Of1 is a word of one argument, called without reflection.
func Of1[A, R any](f func(A) R) Word {
	return Word{f, reflect.TypeOf(f), func(args []reflect.Value) reflect.Value {
		return reflect.ValueOf(f(as[A](args[0])))
	}}
}

// Of2 is a word of two.
func Of2[A, B, R any](f func(A, B) R) Word {
	return Word{f, reflect.TypeOf(f), func(args []reflect.Value) reflect.Value {
		return reflect.ValueOf(f(as[A](args[0]), as[B](args[1])))
	}}
}

// Funcs are the words for html/template.
func Funcs(words map[string]Word) template.FuncMap {
	m := template.FuncMap{}
	for name, w := range words {
		m[name] = w.any
	}
	return m
}

// as gives what a value holds; what can be pointed at is not copied to be told.
func as[T any](v reflect.Value) T {
	if v.CanAddr() {
		return *v.Addr().Interface().(*T)
	}
	return v.Interface().(T)
}

// function is a call of a word of ours or of one that every template has.
func (s *scope) function(name string, args []value) (value, error) {
	if w, ok := s.words[name]; ok {
		if len(args) != w.fn.NumIn() {
			return value{}, fmt.Errorf("%s: %s takes %d values, not %d", s.body.name, name, w.fn.NumIn(), len(args))
		}
		for i, a := range args {
			if a.typ != w.fn.In(i) {
				return value{}, fmt.Errorf("%w: %s of %s", ErrLeft, name, a.typ)
			}
		}
		return value{w.fn.Out(0), func(r *run, dot reflect.Value) reflect.Value {
			var held [2]reflect.Value
			for i := range args {
				held[i] = args[i].get(r, dot)
			}
			return w.call(held[:len(args)])
		}}, nil
	}
	switch name {
	case "and", "or":
		return logic(args, name == "or")
	case "not":
		if len(args) == 1 {
			a := args[0]
			return value{reflect.TypeFor[bool](), func(r *run, dot reflect.Value) reflect.Value {
				return truth(!isTrue(a.get(r, dot)))
			}}, nil
		}
	case "len":
		if len(args) == 1 {
			a := args[0]
			switch a.typ.Kind() {
			case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
				return value{reflect.TypeFor[int](), func(r *run, dot reflect.Value) reflect.Value {
					return reflect.ValueOf(a.get(r, dot).Len())
				}}, nil
			}
		}
	case "eq", "ne", "lt", "le", "gt", "ge":
		return compare(name, args)
	}
	return value{}, fmt.Errorf("%w: %s", ErrLeft, name)
}

var yes, no = reflect.ValueOf(true), reflect.ValueOf(false)

func truth(b bool) reflect.Value {
	if b {
		return yes
	}
	return no
}

// unsure is the type of a value that has one of several: only whether it is true can
// be asked of it.
type unsure bool

// logic is {{and}} or {{or}}: the first value that decides, or the last.
func logic(args []value, or bool) (value, error) {
	if len(args) == 0 {
		return value{}, fmt.Errorf("%w: nothing to join", ErrLeft)
	}
	same := true
	for _, a := range args {
		same = same && a.typ == args[0].typ
	}
	v := value{reflect.TypeFor[unsure](), nil}
	if same {
		v.typ = args[0].typ
	}
	v.get = func(r *run, dot reflect.Value) reflect.Value {
		var x reflect.Value
		for _, a := range args {
			if x = a.get(r, dot); isTrue(x) == or {
				break
			}
		}
		if same {
			return x
		}
		return truth(isTrue(x))
	}
	return v, nil
}

// compare is {{eq}} and its kin, of two strings or two whole numbers.
func compare(name string, args []value) (value, error) {
	if len(args) != 2 {
		return value{}, fmt.Errorf("%w: %s of %d", ErrLeft, name, len(args))
	}
	a, b := args[0], args[1]
	var sign func(x, y reflect.Value) int
	switch {
	case a.typ.Kind() == reflect.String && b.typ.Kind() == reflect.String:
		sign = func(x, y reflect.Value) int { return cmp.Compare(x.String(), y.String()) }
	case isInt(a.typ) && isInt(b.typ):
		sign = func(x, y reflect.Value) int { return cmp.Compare(x.Int(), y.Int()) }
	default:
		return value{}, fmt.Errorf("%w: %s of %s and %s", ErrLeft, name, a.typ, b.typ)
	}
	holds := map[string]func(int) bool{
		"eq": func(n int) bool { return n == 0 }, "ne": func(n int) bool { return n != 0 },
		"lt": func(n int) bool { return n < 0 }, "le": func(n int) bool { return n <= 0 },
		"gt": func(n int) bool { return n > 0 }, "ge": func(n int) bool { return n >= 0 },
	}[name]
	return value{reflect.TypeFor[bool](), func(r *run, dot reflect.Value) reflect.Value {
		return truth(holds(sign(a.get(r, dot), b.get(r, dot))))
	}}, nil
}

func isInt(t reflect.Type) bool { return t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64 }
