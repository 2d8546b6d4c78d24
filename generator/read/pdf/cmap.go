package pdf

import (
	"encoding/hex"
	"io"
	"regexp"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
)

var cmapToken = regexp.MustCompile(`<[0-9A-Fa-f\s]*>|\[|\]|[A-Za-z]+`)

// A cmap maps codes to text: one by one and by ranges.
type cmap struct {
	chars  map[string]string
	ranges []cmapRange
}

type cmapRange struct {
	lo, hi string
	text   []rune // of lo; the last character counts up
}

// readToUnicode reads the map from codes to text that a font carries: the
// sections bfchar "<code> <text>" and bfrange "<from> <to> <text>" or
// "<from> <to> [<text> …]". The rest of the PostScript around them is no
// matter.
func readToUnicode(v pdf.Value) *cmap {
	if v.Kind() != pdf.Stream {
		return nil
	}
	r := v.Reader()
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, 4<<20))
	if err != nil && len(b) == 0 {
		return nil
	}
	out := &cmap{chars: map[string]string{}}
	section := ""
	var args []string
	list := -1 // index in args where an open list began
	for _, t := range cmapToken.FindAll(b, -1) {
		switch {
		case t[0] == '<':
			args = append(args, unhex(t))
		case t[0] == '[':
			list = len(args)
			continue
		case t[0] == ']':
			if section == "bfrange" && list == 2 {
				out.list(args[0], args[2:])
			}
			args, list = nil, -1
		default:
			section, args, list = "", nil, -1
			switch string(t) {
			case "beginbfchar":
				section = "bfchar"
			case "beginbfrange":
				section = "bfrange"
			}
		}
		switch {
		case section == "bfchar" && len(args) == 2:
			out.chars[args[0]] = utf16Text(args[1])
			args = nil
		case section == "bfrange" && len(args) == 3 && list < 0:
			out.ranges = append(out.ranges, cmapRange{args[0], args[1], []rune(utf16Text(args[2]))})
			args = nil
		case section == "":
			args = nil
		}
	}
	return out
}

func unhex(t []byte) string {
	var digits []byte
	for _, c := range t[1 : len(t)-1] {
		if c > ' ' {
			digits = append(digits, c)
		}
	}
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	b := make([]byte, len(digits)/2)
	n, _ := hex.Decode(b, digits)
	return string(b[:n])
}

func codeNumber(s string) int {
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

func codeString(n, size int) string {
	if size == 1 {
		return string([]byte{byte(n)})
	}
	return string([]byte{byte(n >> 8), byte(n)})
}

func (m *cmap) list(lo string, texts []string) {
	if len(lo) == 0 || len(lo) > 2 {
		return
	}
	for k, t := range texts {
		m.chars[codeString(codeNumber(lo)+k, len(lo))] = utf16Text(t)
	}
}

// text is what a code stands for.
func (m *cmap) text(code string) (string, bool) {
	if m == nil {
		return "", false
	}
	if s, ok := m.chars[code]; ok {
		return s, true
	}
	for _, r := range m.ranges {
		if len(r.lo) == len(code) && len(r.hi) == len(code) && r.lo <= code && code <= r.hi && len(r.text) > 0 {
			u := append([]rune(nil), r.text...)
			u[len(u)-1] += rune(codeNumber(code) - codeNumber(r.lo))
			return string(u), true
		}
	}
	return "", false
}

func utf16Text(s string) string {
	var u []uint16
	for i := 0; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(u))
}
