package personal

import (
	"strings"
	"unicode/utf8"
)

// A hunt is a quick look before the slow one at texts that follow each other: a number
// needs so many digits with no more between them than may stand inside one, or a
// passport.
type hunt struct{ digits int }

// least is how many digits the shortest number has, but for those of passports.
const least = 11

// mayHold reports whether s may hold a number; false is sure.
func mayHold(s string) bool { return new(hunt).on(s) }

// mayHoldAny is mayHold of texts that follow each other.
func mayHoldAny(texts []string) bool {
	var h hunt
	for _, s := range texts {
		if h.on(s) { // at the end of a text a number may go on in the next
			return true
		}
	}
	return false
}

func (h *hunt) on(s string) bool {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			if h.digits++; h.digits == least {
				return true
			}
			i++
			continue
		case c < utf8.RuneSelf:
			if !between(rune(c)) {
				h.digits = 0
			}
			i++
			continue
		case c >= 0xe6 && c <= 0xe8 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80:
			if strings.HasPrefix(s[i:], "护") && strings.HasPrefix(strings.TrimLeftFunc(s[i+len("护"):], unseen), "照") {
				return true
			}
			h.digits = 0
			i += 3 // as in newStream
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if _, ok := digitOf(r); ok {
			if h.digits++; h.digits == least {
				return true
			}
		} else if h.digits > 0 && !between(r) && !unseen(r) {
			h.digits = 0
		}
		i += n
	}
	return false
}

// digitOf is the value of a digit of any width; Chinese numerals are digits
// only one beside the other.
func digitOf(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r), true
	case '０' <= r && r <= '９':
		return byte(r-'０') + '0', true
	case 0x1d7ce <= r && r <= 0x1d7ff: // digits of mathematical alphabets
		return byte((r-0x1d7ce)%10) + '0', true
	}
	switch r {
	case '〇', '零', '○':
		return '0', true
	case '一':
		return '1', true
	case '二':
		return '2', true
	case '三':
		return '3', true
	case '四':
		return '4', true
	case '五':
		return '5', true
	case '六':
		return '6', true
	case '七':
		return '7', true
	case '八':
		return '8', true
	case '九':
		return '9', true
	}
	return 0, false
}

// A run is digits without anything between; gap is what stands before the next.
type run struct {
	n          int // digits
	start, end int // bytes
	han, ascii bool
	gap        gap // to the next run
}

type gap uint8

const (
	wide   gap = iota // words, or more than may stand inside a number
	hyphen            // one hyphen or dot
	space             // blanks of a line
	cell              // a tab, several blanks or a line end
)

type stream struct {
	s    string
	runs []run
}

// bank reports whether words that announce a bank card stand somewhere.
func (st *stream) bank() bool {
	s := st.s
	return strings.Contains(s, "卡号") || strings.Contains(s, "号") && (strings.Contains(s, "账") || strings.Contains(s, "帐") || strings.Contains(s, "银行"))
}

func newStream(s string) *stream {
	st := &stream{s: s, runs: make([]run, 0, 8+len(s)/64)}
	for i := 0; i < len(s); {
		if c := s[i]; c < 0x80 && (c < '0' || c > '9') {
			i++
			continue
		} else if c >= 0xe6 && c <= 0xe8 && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
			i += 3 // the half of Chinese characters among which is no digit
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if _, ok := digitOf(r); !ok {
			i += n
			continue
		}
		u := run{start: i, han: r > 0x3000 && r < 0xff00, ascii: true}
		for i < len(s) {
			r, n = utf8.DecodeRuneInString(s[i:])
			if _, ok := digitOf(r); !ok || (r > 0x3000 && r < 0xff00) != u.han {
				break
			}
			u.ascii = u.ascii && n == 1
			u.n++
			i += n
		}
		u.end = i
		st.runs = append(st.runs, u)
	}
	for i := range st.runs {
		if i+1 < len(st.runs) {
			st.runs[i].gap = gapOf(s[st.runs[i].end:st.runs[i+1].start])
		}
	}
	return st
}

// put writes the plain digits of a run to dst.
func (st *stream) put(dst []byte, u run) []byte {
	if u.ascii {
		return append(dst, st.s[u.start:u.end]...)
	}
	for _, r := range st.s[u.start:u.end] {
		d, _ := digitOf(r)
		dst = append(dst, d)
	}
	return dst
}

func gapOf(s string) gap {
	if s == "" || len(s) > 24 {
		return wide
	}
	hyphens, blanks, breaks := 0, 0, 0
	for _, r := range s {
		switch gapBy(r) {
		case hyphen:
			hyphens++
		case space:
			blanks++
		case cell:
			breaks++
		default:
			return wide
		}
	}
	switch {
	case hyphens > 1:
		return wide
	case breaks > 0 || blanks > 1:
		return cell
	case hyphens == 1:
		return hyphen
	}
	return space
}

// gapBy is the gap that one character makes.
func gapBy(r rune) gap {
	switch r {
	case '-', '－', '—', '–', '‐', '‑', '−', '·', '•', '.', '．', '_':
		return hyphen
	case ' ', '\u00a0', '\u3000', '\u2009', '\u202f':
		return space
	case '\t', '\n', '\r', '|':
		return cell
	}
	return wide
}

// between reports whether a character may stand between digits of a number.
func between(r rune) bool { return gapBy(r) != wide }
