package cascade

import (
	"strconv"
	"strings"
)

// A Property is one that decides whether and how a text is seen.
type Property uint8

const (
	Display Property = iota
	Visibility
	Opacity
	Position
	Left
	Top
	Right
	Bottom
	Indent // text-indent
	Clip
	ClipPath
	Overflow
	Width
	Height
	MaxWidth
	MaxHeight
	Transform
	Size  // font-size
	Align // vertical-align
	Line  // text-decoration-line
	Color
	Ground // background-color
	Image  // background-image
	Filter
	Mask     // mask, mask-image
	Security // -webkit-text-security
	Spacing  // letter-spacing
	Float
	Bidi // unicode-bidi
	Direction
	Before // what ::before prints: its text, or attr(name), or a □ for each counter
	After
	properties
)

// Values are what is declared of an element, by Property; "" says nothing.
type Values [properties]string

var named = map[string]Property{
	"display": Display, "visibility": Visibility, "opacity": Opacity, "position": Position,
	"left": Left, "top": Top, "right": Right, "bottom": Bottom, "text-indent": Indent,
	"clip": Clip, "clip-path": ClipPath, "-webkit-clip-path": ClipPath, "overflow": Overflow, "overflow-y": Overflow,
	"width": Width, "height": Height, "max-width": MaxWidth, "max-height": MaxHeight,
	"transform": Transform, "-webkit-transform": Transform, "font-size": Size, "vertical-align": Align,
	"text-decoration": Line, "text-decoration-line": Line, "color": Color, "-webkit-text-fill-color": Color,
	"background-color": Ground, "background-image": Image, "filter": Filter, "mask": Mask, "mask-image": Mask, "-webkit-mask": Mask, "-webkit-mask-image": Mask,
	"-webkit-text-security": Security, "letter-spacing": Spacing, "float": Float, "unicode-bidi": Bidi, "direction": Direction,
}

type declaration struct {
	property  Property
	important bool
	value     string
}

// expand gives the declarations that one of a sheet stands for.
func expand(to []declaration, name, value string, important bool) []declaration {
	value = strings.ToLower(value)
	if strings.Contains(value, "var(") {
		return to // what a variable holds is not followed
	}
	put := func(p Property, v string) { to = append(to, declaration{p, important, v}) }
	switch name {
	case "content":
		if c := generated(value); c != "" {
			put(Before, c) // the selector says whether it is before or after
		}
	case "background":
		ground, image := background(value)
		put(Ground, ground)
		put(Image, image)
	case "font":
		if s := fontSize(value); s != "" {
			put(Size, s)
		}
	case "inset":
		put(Left, value)
		put(Top, value)
	default:
		if p, ok := named[name]; ok {
			put(p, value)
		}
	}
	return to
}

// generated is what a value of content prints, if a digit may be in it; icons and
// bars between links are nothing to us.
func generated(value string) string {
	if strings.HasPrefix(value, "attr(") && strings.IndexByte(value, ')') == len(value)-1 {
		return value
	}
	var b strings.Builder
	digit := false
	for value != "" {
		switch c := value[0]; {
		case c == '"' || c == '\'':
			end := 1
			for end < len(value) && value[end] != c {
				if value[end] == '\\' {
					end++
				}
				end++
			}
			for _, u := range unescaped(value[1:min(end, len(value))]) {
				digit = digit || u >= '0' && u <= '9' || u >= '０' && u <= '９'
				b.WriteRune(u)
			}
			value = value[min(end+1, len(value)):]
			continue
		case strings.HasPrefix(value, "counter"), strings.HasPrefix(value, "attr("):
			b.WriteString("□")
			digit = true
		}
		next := strings.IndexAny(value[1:], " )\"'")
		if next < 0 {
			break
		}
		value = value[1+next:]
	}
	if !digit || b.Len() > maxGenerated {
		return ""
	}
	return b.String()
}

// maxGenerated is more than the bytes of any figure or mark; each element that a
// rule matches prints it again.
const maxGenerated = 60

// unescaped resolves \31 and \" in a string.
func unescaped(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		j := i + 1
		for j < len(s) && j < i+7 && strings.IndexByte("0123456789abcdef", s[j]) >= 0 {
			j++
		}
		if j == i+1 {
			continue // the character itself follows
		}
		n, _ := strconv.ParseUint(s[i+1:j], 16, 32)
		b.WriteRune(rune(n))
		if i = j - 1; j < len(s) && s[j] == ' ' {
			i++
		}
	}
	return b.String()
}

// background parts the shorthand into its colour and its picture.
func background(value string) (ground, image string) {
	ground, image = "transparent", "none"
	if strings.Contains(value, "url(") || strings.Contains(value, "gradient(") {
		image = "url()"
	}
	for _, w := range words(value) {
		if strings.HasPrefix(w, "url(") || strings.Contains(w, "gradient(") {
			continue
		}
		if _, ok := ParseColor(w); ok || w == "inherit" || w == "currentcolor" {
			ground = w
		}
	}
	return ground, image
}

// fontSize is the size in the shorthand font.
func fontSize(value string) string {
	for _, w := range words(value) {
		size, _, lead := strings.Cut(w, "/")
		if lead {
			return size
		}
		if strings.HasSuffix(w, "small") && w != "small-caps" || strings.HasSuffix(w, "large") || w == "medium" || w == "smaller" || w == "larger" || w == "0" {
			return w
		}
		if w != "" && (w[0] >= '0' && w[0] <= '9' || w[0] == '.') && strings.ContainsAny(w, "abcdefghijklmnopqrstuvwxyz%") {
			return w
		}
	}
	return ""
}

// words parts a value at white space outside of brackets.
func words(value string) []string {
	var out []string
	depth, from := 0, -1
	for i := range len(value) {
		switch c := value[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case (c == ' ' || c == ',') && depth <= 0:
			if from >= 0 {
				out = append(out, value[from:i])
			}
			from = -1
			continue
		}
		if from < 0 {
			from = i
		}
	}
	if from >= 0 {
		out = append(out, value[from:])
	}
	return out
}
