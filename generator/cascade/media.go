package cascade

import (
	"strconv"
	"strings"
)

// The screen that a page is read on: that of a desk.
const screenWidth, screenHeight = 1280, 800

// Applies reports whether a list of media queries speaks of that screen: all,
// screen and (min-width: 768px), not print.
func Applies(media string) bool {
	media = strings.ToLower(strings.TrimSpace(media))
	if media == "" {
		return true
	}
	for _, q := range splitTop(media, ',') {
		if query(strings.TrimSpace(q)) {
			return true
		}
	}
	return false
}

func query(q string) bool {
	q, not := strings.CutPrefix(q, "not ")
	q = strings.TrimPrefix(q, "only ")
	holds := true
	for part := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(q, ")and", ") and"), "and(", "and ("), " and ") {
		part = strings.TrimSpace(part)
		if in, ok := strings.CutPrefix(part, "("); ok {
			holds = holds && feature(strings.TrimSuffix(in, ")"))
			continue
		}
		holds = holds && (part == "all" || part == "screen")
	}
	return holds != not
}

// feature reports whether the screen has a feature. One that is not known it has
// not.
func feature(f string) bool {
	name, value, ok := strings.Cut(f, ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !ok {
		return ranged(f)
	}
	size := screenWidth
	if strings.HasSuffix(name, "height") {
		size = screenHeight
	}
	n, isLength := pixels(value)
	switch strings.Replace(name, "device-", "", 1) {
	case "min-width", "min-height":
		return isLength && float64(size) >= n
	case "max-width", "max-height":
		return isLength && float64(size) <= n
	case "orientation":
		return value == "landscape"
	case "hover", "any-hover":
		return value == "hover"
	case "pointer", "any-pointer":
		return value == "fine"
	case "prefers-color-scheme":
		return value == "light"
	}
	return false
}

// ranged reads width >= 768px.
func ranged(f string) bool {
	for _, op := range [...]string{">=", "<=", ">", "<"} {
		name, value, ok := strings.Cut(f, op)
		if !ok {
			continue
		}
		n, isLength := pixels(strings.TrimSpace(value))
		if strings.TrimSpace(name) != "width" || !isLength {
			return false
		}
		if op[0] == '>' {
			return screenWidth >= n
		}
		return screenWidth <= n
	}
	return false
}

func pixels(s string) (float64, bool) {
	for unit, scale := range map[string]float64{"px": 1, "rem": 16, "em": 16, "": 1} {
		if num, ok := strings.CutSuffix(s, unit); ok {
			if n, err := strconv.ParseFloat(num, 64); err == nil {
				return n * scale, true
			}
		}
	}
	return 0, false
}
