package web

import (
	"strconv"
	"strings"

	"ogi/generator/cascade"
	"ogi/generator/grid"
)

// A shown says how the text of an element is seen.
type shown struct {
	gone   int       // number of the hidden container that nothing inside can undo: opacity:0
	boxed  int       // of one that does not even take up room: display:none
	unseen int       // of one that an element inside may undo: visibility:hidden
	tiny   int       // of one whose text has no size
	look   grid.Look // raised, lowered, struck
	size   float64   // of its letters, in pixels
	base   float64   // of those of the block it stands in
	ink    cascade.RGBA
	ground cascade.RGBA
	inked  bool // the page says the ink
	vague  bool // the ground cannot be told: a picture, or a sheet that is not held
	turned bool // it is written from right to left, digits too
	masked bool // it is drawn so that nobody can read it
	closed bool // <details> that is closed: all but its summary is gone
}

// veil is the hidden container that the text stands in, 0 if it is shown.
func (s *shown) veil() int {
	if s.gone > 0 {
		return s.gone
	}
	return max(s.unseen, s.tiny)
}

// looks is how text is seen that no container hides.
func (s *shown) looks() grid.Look {
	l := s.look
	if s.inked {
		switch {
		case s.ink.A == 0, !s.vague && s.ink.Near(s.ground):
			l |= grid.Ground
		case s.vague && min(s.ink.R, s.ink.G, s.ink.B) >= 0xf0:
			l |= grid.Unsure
		}
	}
	if s.size < markedly*s.base {
		l |= grid.Small
	}
	return l
}

const (
	usual    = 16   // pixels of letters where nothing is said
	markedly = 0.85 // of the size of others: smaller letters stand out
	tiny     = 2.5  // pixels; smaller letters are not seen
)

// plainShown is how the text of a page is seen of which nothing is said.
var plainShown = shown{size: usual, base: usual, ground: cascade.White}

// now is how text at this place is seen.
func (w *walker) now() *shown {
	if n := len(w.open); n > 0 {
		return &w.open[n-1].shown
	}
	return &w.ground
}

// see works out how the text of an element is seen: by what browsers do of
// themselves, its old attributes and what style sheets say.
func (w *walker) see(e *element, said *cascade.Values) {
	s := &e.shown
	block := isBlock(e.name) || isCell(e.name) || strings.HasPrefix(e.name, "h") && len(e.name) == 2
	w.colors(e, said)
	w.letters(e, said, block)
	switch e.name {
	case "s", "strike", "del":
		if strings.HasPrefix(said[cascade.Line], "none") {
			s.look |= grid.Unsure
		} else {
			s.look |= grid.Struck
		}
	}
	if strings.Contains(said[cascade.Line], "line-through") {
		s.look |= grid.Struck
	}
	s.masked = s.masked && said[cascade.Security] != "none" || isDisguised(said, block)
	if !block {
		w.height(e, said)
		if strings.Contains(said[cascade.Image], "(") {
			s.look |= grid.Unsure // a line through it may be drawn so
		}
	}
	if e.name == "bdo" || strings.HasSuffix(said[cascade.Bidi], "override") {
		dir := said[cascade.Direction]
		if dir == "" {
			dir = strings.ToLower(e.attrs.Get("dir"))
		}
		s.turned = dir == "rtl"
	}
	if s.gone > 0 {
		return
	}
	boxless := isBoxless(e, said)
	if boxless || isClear(said[cascade.Opacity]) || strings.Contains(said[cascade.Filter], "opacity(0)") || strings.Contains(said[cascade.Filter], "opacity(0%)") || isClipped(said) || isOut(said[cascade.Indent]) {
		w.veils++
		s.gone = w.veils
		if boxless {
			s.boxed = w.veils
		}
		return
	}
	switch v := said[cascade.Visibility]; {
	case v == "visible" || v == "initial":
		s.unseen = 0
	case (v == "hidden" || v == "collapse") && s.unseen == 0:
		w.veils++
		s.unseen = w.veils
	}
	if e.name == "details" {
		if _, open := e.attrs.Find("open"); !open {
			w.veils++
			s.gone, s.boxed, s.closed = w.veils, w.veils, true
		}
	}
}

// isDisguised reports whether letters are drawn as dots, through a mask or over each
// other, so that nobody can read them (letters-in-disguise).
func isDisguised(said *cascade.Values, block bool) bool {
	if v := said[cascade.Security]; v != "" && v != "none" {
		return true
	}
	if !block && strings.Contains(said[cascade.Mask], "(") { // of a block it is how its end fades
		return true
	}
	n, ok := length(said[cascade.Spacing], usual)
	return ok && n <= -usual/4
}

// isBoxless reports whether an element takes up no room where it stands.
func isBoxless(e *element, said *cascade.Values) bool {
	_, hidden := e.attrs.Find("hidden")
	switch e.name {
	case "dialog":
		_, open := e.attrs.Find("open")
		hidden = hidden || !open
	case "template", "rp":
		hidden = true
	}
	if d := said[cascade.Display]; d != "" {
		hidden = d == "none"
	}
	return hidden || isAway(said) || e.name == "tr" && said[cascade.Visibility] == "collapse"
}

func isClear(opacity string) bool {
	if opacity == "" {
		return false
	}
	n, err := strconv.ParseFloat(strings.TrimSuffix(opacity, "%"), 64)
	return err == nil && n <= 0.01
}

// far is a distance beyond any screen, in pixels.
const far = 900

// isAway reports whether an element is drawn outside of the screen.
func isAway(said *cascade.Values) bool {
	if p := said[cascade.Position]; p == "absolute" || p == "fixed" || p == "relative" {
		for _, side := range [...]cascade.Property{cascade.Left, cascade.Top, cascade.Right, cascade.Bottom} {
			if n, ok := length(said[side], usual); ok && (n <= -far || n > 3000) {
				return true
			}
		}
	}
	t := strings.ReplaceAll(said[cascade.Transform], " ", "")
	if strings.HasPrefix(t, "scale(0)") || strings.HasPrefix(t, "scale(0,") || strings.HasPrefix(t, "scalex(0)") || strings.HasPrefix(t, "scaley(0)") {
		return true
	}
	if _, by, ok := strings.Cut(t, "translate"); ok {
		by = by[strings.IndexByte(by, '(')+1:]
		first, _, _ := strings.Cut(strings.TrimSuffix(by, ")"), ",")
		return isOut(first)
	}
	return false
}

// isOut reports whether a shift to the left is one off the screen.
func isOut(by string) bool {
	n, ok := length(by, usual)
	return ok && n <= -far
}

// isClipped reports whether nothing of an element is left to see: a box of no
// height that shows nothing outside of it, as closed accordions have, or one cut to
// a point.
func isClipped(said *cascade.Values) bool {
	if c := strings.ReplaceAll(said[cascade.Clip], " ", ""); strings.HasPrefix(c, "rect(") && said[cascade.Position] != "" {
		c = strings.NewReplacer("px", "", ",", "").Replace(c)
		if c == "rect(0000)" || c == "rect(1111)" || c == "rect(0101)" || c == "rect(0110)" {
			return true
		}
	}
	if c := strings.ReplaceAll(said[cascade.ClipPath], " ", ""); strings.HasPrefix(c, "inset(50%") || strings.HasPrefix(c, "inset(100%") || c == "circle(0)" {
		return true
	}
	if o := said[cascade.Overflow]; o == "hidden" || o == "clip" {
		for _, side := range [...]cascade.Property{cascade.Height, cascade.MaxHeight, cascade.Width, cascade.MaxWidth} {
			if n, ok := length(said[side], usual); ok && n <= 1 {
				return true
			}
		}
	}
	return false
}

// colors follows the colour of the text and of what it stands on.
func (w *walker) colors(e *element, said *cascade.Values) {
	s := &e.shown
	if c := e.attrs.Get("bgcolor"); c != "" {
		w.paint(s, legacyColor(c))
	}
	if e.attrs.Get("background") != "" {
		s.vague = true
	}
	if c := said[cascade.Ground]; c != "" {
		w.paint(s, c)
	}
	if i := said[cascade.Image]; strings.Contains(i, "(") {
		s.vague = true
	}
	if c := e.attrs.Get("color"); c != "" && e.name == "font" {
		w.ink(s, legacyColor(c))
	}
	if c := said[cascade.Color]; c != "" {
		w.ink(s, c)
	}
}

func (w *walker) paint(s *shown, value string) {
	c, ok := cascade.ParseColor(value)
	switch {
	case !ok:
		s.vague = s.vague || value != "inherit" && value != "initial" && value != "unset"
	case c.A == 255:
		s.ground, s.vague = c, false
	case c.A > 0:
		s.vague = true
	}
}

func (w *walker) ink(s *shown, value string) {
	if c, ok := cascade.ParseColor(value); ok {
		s.ink, s.inked = c, true
	} else if value != "inherit" && value != "currentcolor" && value != "unset" {
		s.inked = false
	}
}

// legacyColor reads a colour of an old attribute, whose # may be lacking.
func legacyColor(s string) string {
	s = strings.TrimSpace(s)
	if len(s) == 6 && strings.Trim(strings.ToLower(s), "0123456789abcdef") == "" {
		return "#" + s
	}
	return s
}

// letters follows the size of the letters.
func (w *walker) letters(e *element, said *cascade.Values, block bool) {
	s := &e.shown
	up := s.size
	switch e.name {
	case "small", "sup", "sub":
		s.size = up * 0.83
	case "rt":
		s.size = up * 0.5
	case "font":
		if n, err := strconv.Atoi(strings.TrimSpace(e.attrs.Get("size"))); err == nil {
			s.size = fontSizes[max(1, min(7, relative(e.attrs.Get("size"), n)))]
		}
	}
	if v := said[cascade.Size]; v != "" {
		if n, ok := fontSize(v, up); ok {
			s.size = n
		}
	}
	if block {
		s.base = s.size
	}
	switch {
	case s.size >= tiny:
		s.tiny = 0
	case s.tiny == 0:
		w.veils++
		s.tiny = w.veils
	}
}

// fontSizes are those of <font size>.
var fontSizes = [8]float64{1: 10, 2: 13, 3: 16, 4: 18, 5: 24, 6: 32, 7: 48}

func relative(s string, n int) int {
	if s = strings.TrimSpace(s); s[0] == '+' || s[0] == '-' {
		return 3 + n
	}
	return n
}

// height follows text that stands above or below the line.
func (w *walker) height(e *element, said *cascade.Values) {
	s := &e.shown
	align := said[cascade.Align]
	small := s.size < markedly*s.base
	look := grid.Look(0)
	switch {
	case align == "super", align == "" && (e.name == "sup" || e.name == "rt"), align == "text-top" && small, align == "top" && small:
		look = grid.Raised
	case align == "sub", align == "" && e.name == "sub", align == "text-bottom" && small, align == "bottom" && small:
		look = grid.Lowered
	}
	if n, ok := length(align, s.size); ok {
		look |= moved(n)
	}
	if said[cascade.Position] == "relative" {
		if n, ok := length(said[cascade.Top], s.size); ok {
			look |= moved(-n)
		} else if n, ok := length(said[cascade.Bottom], s.size); ok {
			look |= moved(n)
		}
	}
	if look == 0 && (e.name == "sup" || e.name == "sub") {
		look = grid.Unsure // meant as a mark, and set on the line by the sheet
	}
	s.look |= look
}

// moved is the look of what stands some pixels higher.
func moved(up float64) grid.Look {
	switch {
	case up >= 2.5:
		return grid.Raised
	case up <= -2.5:
		return grid.Lowered
	}
	return 0
}

// length reads a length in pixels; em is the size of the letters.
func length(s string, em float64) (float64, bool) {
	s = strings.TrimSpace(s)
	if s == "" || s[0] != '-' && s[0] != '+' && s[0] != '.' && (s[0] < '0' || s[0] > '9') {
		return 0, false
	}
	n := len(s)
	for n > 0 && (s[n-1] < '0' || s[n-1] > '9') && s[n-1] != '.' {
		n--
	}
	v, err := strconv.ParseFloat(s[:n], 64)
	if err != nil {
		return 0, false
	}
	switch s[n:] {
	case "px":
	case "":
		if v != 0 {
			return 0, false
		}
	case "pt":
		v *= 4.0 / 3
	case "em", "ex", "ch":
		v *= em
	case "rem":
		v *= usual
	case "%":
		v *= em / 100
	case "vw", "vh":
		v *= 10
	case "cm":
		v *= 38
	case "mm":
		v *= 3.8
	case "in":
		v *= 96
	default:
		return 0, false
	}
	return v, true
}

// fontSize reads a size of letters; up is that of the element about it.
func fontSize(s string, up float64) (float64, bool) {
	switch s {
	case "smaller":
		return up * 0.83, true
	case "larger":
		return up * 1.2, true
	case "xx-small":
		return 9, true
	case "x-small":
		return 10, true
	case "small":
		return 13, true
	case "medium", "initial":
		return usual, true
	case "large":
		return 18, true
	case "x-large":
		return 24, true
	case "xx-large":
		return 32, true
	}
	n, ok := length(s, up)
	return n, ok && n >= 0
}

func isCell(name string) bool { return name == "td" || name == "th" || name == "tr" || name == "table" }
