package pdf

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"

	"ogi/generator/read/kit"
)

// An operand of a drawing instruction: a number, a string, a name or a list.
type operand struct {
	kind byte // 'n', 's', '/', '['
	num  float64
	str  string
	list []operand
}

// contentBytes is the data of a content stream, or of several as one.
func contentBytes(v pdf.Value) []byte {
	if v.Kind() == pdf.Array {
		var all []byte
		for i := range min(v.Len(), 1000) {
			all = append(append(all, contentBytes(v.Index(i))...), '\n')
			if len(all) > kit.MaxPart {
				panic(kit.TooLarge("PDF 一页的绘图指令过多"))
			}
		}
		return all
	}
	if v.Kind() != pdf.Stream {
		return nil
	}
	r := v.Reader()
	defer r.Close()
	b, _ := io.ReadAll(io.LimitReader(r, kit.MaxPart+1)) // what came before an error is drawn
	if len(b) > kit.MaxPart {
		panic(kit.TooLarge("PDF 一页的绘图指令过多"))
	}
	return b
}

// A lexer cuts a content stream into instructions. It takes whatever
// comes: unclosed strings and lists end with the stream, dictionaries and the
// data of inline pictures are left out.
type lexer struct {
	b    []byte
	i    int
	args []operand
}

// next gives the next operator and its operands, which are good until it is
// called again; "" at the end.
func (l *lexer) next() (op string, args []operand) {
	args = l.args[:0]
	defer func() { l.args = args }()
	for {
		o, word, ok := l.token(0)
		switch {
		case !ok:
			return "", nil
		case word == "":
			if args = append(args, o); len(args) > 64 {
				args = args[:copy(args, args[1:])]
			}
		case word == "BI":
			l.picture()
			return word, args[:0]
		default:
			return word, args
		}
	}
}

const maxListDepth = 20

// token reads one operand or word.
func (l *lexer) token(depth int) (o operand, word string, ok bool) {
	l.space()
	if l.i >= len(l.b) {
		return o, "", false
	}
	switch c := l.b[l.i]; c {
	case '(':
		return operand{kind: 's', str: l.literal()}, "", true
	case '/':
		l.i++
		return operand{kind: '/', str: l.word()}, "", true
	case '<':
		if l.i+1 < len(l.b) && l.b[l.i+1] == '<' {
			l.dict()
			return operand{kind: '['}, "", true
		}
		return operand{kind: 's', str: l.hex()}, "", true
	case '[':
		l.i++
		o = operand{kind: '['}
		for l.i < len(l.b) {
			l.space()
			if l.i < len(l.b) && l.b[l.i] == ']' {
				l.i++
				break
			}
			x, w, ok := l.token(depth + 1)
			if !ok || depth > maxListDepth {
				break
			}
			if w == "" {
				o.list = append(o.list, x)
			}
		}
		return o, "", true
	case ')', '>', ']', '{', '}':
		l.i++
		return o, string(c), true
	}
	w := l.run()
	if len(w) == 0 {
		l.i++
		return o, "?", true
	}
	if c := w[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		return operand{kind: 'n', num: numberOf(w)}, "", true
	}
	if op, ok := operators[string(w)]; ok {
		return o, op, true
	}
	return o, string(w), true
}

// operators are those that are met most, so as not to make each anew.
var operators = func() map[string]string {
	m := map[string]string{}
	for _, op := range strings.Fields("q Q cm BT ET Tf Td TD Tm T* Tj TJ Tc Tw Ts Tr Tz TL re f f* S s m l c v y h W W* n g G rg RG k K cs CS sc scn SC SCN gs Do BDC BMC EMC w J j M d ri i") {
		m[op] = op
	}
	return m
}()

// numberOf is the value of a number; of a slip of a writer, as "--5" or "1.2.3",
// it is zero.
func numberOf(w []byte) float64 {
	i, n, scale := 0, 0, 1.0
	if w[0] == '-' || w[0] == '+' {
		i = 1
	}
	point := false
	for ; i < len(w) && len(w) < 16; i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			if n = 10*n + int(c-'0'); point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		default:
			return 0
		}
	}
	if i < len(w) {
		x, _ := strconv.ParseFloat(string(w), 64)
		return x
	}
	if w[0] == '-' {
		n = -n
	}
	return float64(n) / scale
}

func (l *lexer) space() {
	for l.i < len(l.b) {
		switch l.b[l.i] {
		case 0, '\t', '\n', '\f', '\r', ' ':
			l.i++
		case '%':
			for l.i < len(l.b) && l.b[l.i] != '\n' && l.b[l.i] != '\r' {
				l.i++
			}
		default:
			return
		}
	}
}

func (l *lexer) word() string { return string(l.run()) }

// parts are the bytes that end a word.
var parts = func() (t [256]bool) {
	for _, c := range []byte("\x00\t\n\f\r ()<>[]{}/%") {
		t[c] = true
	}
	return t
}()

func (l *lexer) run() []byte {
	from := l.i
	for l.i < len(l.b) && !parts[l.b[l.i]] {
		l.i++
	}
	return l.b[from:l.i]
}

func (l *lexer) hex() string {
	end := bytes.IndexByte(l.b[l.i:], '>')
	if end < 0 {
		end = len(l.b) - l.i - 1
	}
	s := unhex(l.b[l.i : l.i+end+1])
	l.i += end + 1
	return s
}

func (l *lexer) literal() string {
	var out []byte
	depth := 0
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		switch c {
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				return string(out)
			}
			out = append(out, c)
		case '\\':
			out = l.escape(out)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func (l *lexer) escape(out []byte) []byte {
	if l.i >= len(l.b) {
		return out
	}
	c := l.b[l.i]
	l.i++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r':
		if l.i < len(l.b) && l.b[l.i] == '\n' {
			l.i++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for range 2 {
		if l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '7' {
			n = n*8 + int(l.b[l.i]-'0')
			l.i++
		}
	}
	return append(out, byte(n))
}

// dict skips a dictionary.
func (l *lexer) dict() {
	depth := 0
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case c == '(':
			l.literal()
			continue
		case c == '<' && l.i+1 < len(l.b) && l.b[l.i+1] == '<':
			depth++
			l.i += 2
			continue
		case c == '>' && l.i+1 < len(l.b) && l.b[l.i+1] == '>':
			depth--
			l.i += 2
			if depth == 0 {
				return
			}
			continue
		}
		l.i++
	}
}

// picture skips an inline picture: its data end with EI between white space.
func (l *lexer) picture() {
	for at := l.i; at < len(l.b); {
		k := bytes.Index(l.b[at:], []byte("EI"))
		if k < 0 {
			break
		}
		at += k + 2
		before, after := l.b[at-3], byte(' ')
		if at < len(l.b) {
			after = l.b[at]
		}
		if isWhite(before) && isWhite(after) {
			l.i = at
			return
		}
	}
	l.i = len(l.b)
}

func isWhite(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}
