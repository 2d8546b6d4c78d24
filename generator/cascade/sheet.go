package cascade

import (
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// maxParts bounds the parts of selectors that are kept; frameworks have some
// thousand.
const maxParts = 60_000

// maxNested bounds how deep @media and its like are followed.
const maxNested = 16

// A rule is what one block declares, of the properties that concern us.
type rule struct {
	declarations []declaration
	order        uint32
}

// A reader goes through the tokens of a sheet.
type reader struct {
	lex  *css.Lexer
	kind css.TokenType
	data []byte
}

func newReader(text string) *reader {
	r := &reader{lex: css.NewLexer(parse.NewInputString(text))}
	r.next()
	return r
}

// next goes on to the next token that is no comment.
func (r *reader) next() {
	for {
		r.kind, r.data = r.lex.Next()
		if r.kind != css.CommentToken {
			return
		}
	}
}

// read reads one sheet into the page.
func (p *Page) read(text string) error {
	r := newReader(text)
	return p.block(r, 0)
}

// block reads rules up to the brace that ends them.
func (p *Page) block(r *reader, depth int) error {
	for {
		switch r.kind {
		case css.ErrorToken:
			return nil
		case css.RightBraceToken:
			r.next()
			if depth > 0 {
				return nil
			}
		case css.WhitespaceToken, css.CDOToken, css.CDCToken, css.SemicolonToken:
			r.next()
		case css.AtKeywordToken:
			if err := p.at(r, depth); err != nil {
				return err
			}
		default:
			selectors := r.prelude()
			if r.kind != css.LeftBraceToken {
				continue
			}
			r.next()
			if err := p.rule(selectors, r.declarations()); err != nil {
				return err
			}
		}
	}
}

// at reads an at-rule: @media as its query says, @supports and @layer as if
// they were not there, all others not at all.
func (p *Page) at(r *reader, depth int) error {
	name := strings.ToLower(string(r.data))
	r.next()
	prelude := strings.TrimSpace(r.prelude())
	if r.kind != css.LeftBraceToken {
		r.next() // the semicolon
		return nil
	}
	r.next()
	open := name == "@layer" || name == "@supports" && !strings.HasPrefix(prelude, "not") || name == "@media" && Applies(prelude)
	if open && depth < maxNested {
		return p.block(r, depth+1)
	}
	r.skip()
	return nil
}

// prelude is the text up to the brace that begins a block, or to the semicolon
// or brace that comes instead.
func (r *reader) prelude() string {
	var b strings.Builder
	depth := 0
	for {
		switch r.kind {
		case css.ErrorToken, css.LeftBraceToken, css.RightBraceToken:
			return b.String()
		case css.SemicolonToken:
			if depth == 0 {
				return b.String()
			}
		case css.LeftParenthesisToken, css.LeftBracketToken, css.FunctionToken:
			depth++
		case css.RightParenthesisToken, css.RightBracketToken:
			depth = max(0, depth-1)
		}
		if r.kind == css.WhitespaceToken {
			b.WriteByte(' ')
		} else {
			b.Write(r.data)
		}
		r.next()
	}
}

// skip goes behind the brace that ends the open block.
func (r *reader) skip() {
	for depth := 1; depth > 0; r.next() {
		switch r.kind {
		case css.ErrorToken:
			return
		case css.LeftBraceToken:
			depth++
		case css.RightBraceToken:
			depth--
		}
	}
}

// declarations reads the declarations of a block and goes behind its end.
// Rules inside it are left out.
func (r *reader) declarations() []declaration {
	var out []declaration
	for {
		switch r.kind {
		case css.ErrorToken:
			return out
		case css.RightBraceToken:
			r.next()
			return out
		case css.WhitespaceToken, css.SemicolonToken:
			r.next()
			continue
		}
		text := r.prelude()
		if r.kind == css.LeftBraceToken {
			r.next()
			r.skip()
			continue
		}
		name, value, ok := strings.Cut(text, ":")
		if !ok {
			if r.kind != css.RightBraceToken && r.kind != css.ErrorToken {
				r.next()
			}
			continue
		}
		value, mark, important := cutLast(value, "!")
		important = important && strings.EqualFold(strings.TrimSpace(mark), "important")
		out = expand(out, strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value), important)
	}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// declarations reads a style attribute.
func declarations(style string) []declaration {
	return newReader(style).declarations()
}

// rule keeps a rule, unless it concerns us in nothing.
func (p *Page) rule(selectors string, ds []declaration) error {
	if len(ds) == 0 {
		return nil
	}
	own, printed := ds[:0:0], ds[:0:0]
	for _, d := range ds {
		if d.property == Before {
			printed = append(printed, d)
		} else {
			own = append(own, d)
		}
	}
	p.order++
	at := map[Property]int32{} // the rule of the element itself under Display
	for _, s := range splitTop(selectors, ',') {
		s, part := pseudo(s)
		of := own
		if part != 0 {
			of = slices.Clone(printed)
			for i := range of {
				of[i].property = part
			}
		}
		if len(of) == 0 || ofBlock(s) && !slices.ContainsFunc(of, func(d declaration) bool { return d.property != Float }) {
			continue
		}
		if _, ok := at[part]; !ok {
			at[part] = int32(len(p.rules))
			p.rules = append(p.rules, rule{of, p.order})
		}
		p.selector(s, at[part])
		if len(p.parts) > maxParts {
			return ErrTooMuch
		}
	}
	return nil
}

// ofBlock knows a selector of elements that are boxes by their name: where they
// float they part no more than they do anyway. Most sheets have no other float.
func ofBlock(s string) bool {
	switch s[strings.LastIndexAny(s, " >+~")+1:] {
	case "li", "ul", "ol", "dl", "dt", "dd", "p", "div", "table", "h1", "h2", "h3", "h4", "form", "section":
		return true
	}
	return false
}

// pseudo cuts ::before and ::after off a selector, and tells which it was.
func pseudo(s string) (string, Property) {
	s = strings.TrimSpace(s)
	for _, e := range [...]struct {
		name string
		part Property
	}{{":before", Before}, {":after", After}} {
		if n := len(s) - len(e.name); n >= 0 && strings.EqualFold(s[n:], e.name) {
			s = strings.TrimSuffix(s[:n], ":")
			if s == "" || strings.IndexByte(" >+~", s[len(s)-1]) >= 0 {
				s += "*"
			}
			return s, e.part
		}
	}
	return s, 0
}

// splitTop parts a text at a character outside of brackets and strings.
func splitTop(s string, sep byte) []string {
	var out []string
	depth, from, quote := 0, 0, byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == sep && depth == 0:
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}
