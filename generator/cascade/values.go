package cascade

import "strings"

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
	"background-color": Ground, "background-image": Image,
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
