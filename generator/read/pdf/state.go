package pdf

import "ogi/generator/read/kit"

// A drawing interprets pages; fonts are shared by the whole file.
type drawing struct {
	fonts  map[string]*font
	layers layers
	out    *page
	depth  int
	ops    int
	work   *kit.Budget
}

// A state is the graphics state that q and Q save and restore.
type state struct {
	ctm, tm, line matrix
	font          *font
	size, scale   float64
	space, word   float64
	leading, rise float64
	ink           ink
	clip          rule
}

// text does the operators that set the text state.
func (s *state) text(op string, a func(int) float64) bool {
	switch op {
	case "BT":
		s.tm, s.line = identity, identity
	case "Tc":
		s.space = a(0)
	case "Tw":
		s.word = a(0)
	case "Tz":
		s.scale = a(0) / 100
	case "TL":
		s.leading = a(0)
	case "Ts":
		s.rise = a(0)
	case "Tr":
		s.ink.mode = int(a(0))
	case "TD":
		s.leading = -a(1)
		s.move(a(0), a(1))
	case "Td":
		s.move(a(0), a(1))
	case "T*":
		s.move(0, -s.leading)
	case "Tm":
		s.line = matrix{a(0), a(1), a(2), a(3), a(4), a(5)}
		s.tm = s.line
	default:
		return false
	}
	return true
}

func (s *state) move(x, y float64) {
	s.line = matrix{1, 0, 0, 1, x, y}.mul(s.line)
	s.tm = s.line
}

func (s *state) advance(t float64) {
	if s.font != nil && s.font.vertical {
		s.tm = matrix{1, 0, 0, 1, 0, t}.mul(s.tm)
		return
	}
	s.tm = matrix{1, 0, 0, 1, t * s.scale, 0}.mul(s.tm)
}
