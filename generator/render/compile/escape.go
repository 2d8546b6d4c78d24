package compile

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// A place is where in a page a value is written, told by the escapers that
// html/template wants there. They are not exported; a probe is a template with
// nothing but such a place, which asks them.
type place struct {
	probe         *template.Template
	before, after int  // bytes of the probe around the value
	single        bool // what stands for a character does not hang on others beside it
	// What stands for each ASCII character; empty, unless single, for one that does not
	// always stand for itself. Of the others all do if single, and none for sure if not.
	escaped [0x80]string
}

// probes have every place of a page that can hold a word. A template with another
// is left to html/template.
var probes = []struct {
	text   string
	single bool
}{
	{`<p>|</p>`, true},
	{`<p title="|">`, true},
	{`<title>|</title>`, true},
	{`<a href="|">`, false},
	{`<a href="/a|">`, false},
	{`<a href="/a?b=|">`, false},
	{`<meta http-equiv="refresh" content="0; url=|">`, false},
	{`<script type="application/json">|</script>`, false},
}

// places are the probes by the escapers that they ask.
var places = sync.OnceValue(func() map[string]*place {
	all := map[string]*place{}
	for _, p := range probes {
		before, after, _ := strings.Cut(p.text, "|")
		t := template.Must(template.New("").Parse(before + "{{.}}" + after))
		pl := &place{probe: t, before: len(before), after: len(after), single: p.single}
		pl.ask("") // escapes the probe
		var key string
		for _, n := range t.Tree.Root.Nodes {
			if a, ok := n.(*parse.ActionNode); ok {
				key = chain(a.Pipe.Cmds[1:])
			}
		}
		for c := range pl.escaped {
			s := string(rune(c))
			if pl.single || pl.ask(s) == s && pl.ask("a"+s+"a") == "a"+s+"a" {
				pl.escaped[c] = pl.ask(s)
			}
		}
		if all[key] == nil {
			all[key] = pl
		}
	}
	return all
})

// ask gives a value as html/template writes it in the place.
func (p *place) ask(value any) string {
	var b bytes.Buffer
	if err := p.probe.Execute(&b, value); err != nil {
		panic(failure{err})
	}
	return b.String()[p.before : b.Len()-p.after]
}

func chain(cmds []*parse.CommandNode) string {
	var b strings.Builder
	for _, c := range cmds {
		b.WriteString(c.Args[0].(*parse.IdentifierNode).Ident)
		b.WriteByte(' ')
	}
	return b.String()
}

// write writes a value as the escapers want it.
func write(v value, escapers []*parse.CommandNode) (step, error) {
	key := chain(escapers)
	p := places()[key]
	if p == nil {
		return nil, fmt.Errorf("%w: %s", ErrLeft, key)
	}
	if v.typ == reflect.TypeFor[unsure]() || v.typ == nil {
		return nil, fmt.Errorf("%w: a value of no one type", ErrLeft)
	}
	switch {
	case v.typ == reflect.TypeFor[template.HTML]() && key == "_html_template_htmlescaper ":
		return func(r *run, dot reflect.Value) { r.b.WriteString(v.get(r, dot).String()) }, nil
	case isWords(v.typ):
		return func(r *run, dot reflect.Value) { p.words(r.b, v.get(r, dot).String()) }, nil
	case v.typ == reflect.TypeFor[int]() && p.single:
		return func(r *run, dot reflect.Value) {
			r.b.Write(strconv.AppendInt(r.b.AvailableBuffer(), v.get(r, dot).Int(), 10))
		}, nil
	}
	return func(r *run, dot reflect.Value) { r.b.WriteString(p.ask(v.get(r, dot).Interface())) }, nil
}

// isWords reports whether html/template takes values of the type for mere text.
func isWords(t reflect.Type) bool {
	return t.Kind() == reflect.String && t.PkgPath() != "html/template" &&
		!t.Implements(reflect.TypeFor[fmt.Stringer]()) && !t.Implements(reflect.TypeFor[error]())
}

// words writes a text: each character as it is escaped, or, where that hangs on
// those beside it, all as they are if none needs to be escaped anywhere, else as
// html/template says.
func (p *place) words(b *bytes.Buffer, s string) {
	if !p.single {
		if p.passes(s) {
			b.WriteString(s)
		} else {
			b.WriteString(p.ask(s))
		}
		return
	}
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || len(p.escaped[c]) == 1 {
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(p.escaped[c])
		from = i + 1
	}
	b.WriteString(s[from:])
}

func (p *place) passes(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || p.escaped[s[i]] == "" {
			return false
		}
	}
	return true
}
