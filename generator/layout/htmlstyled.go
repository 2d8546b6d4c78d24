package layout

import (
	"slices"
	"strings"
)

// styledDiv opens a <div> and names the element that its own style makes it:
// the table, row or cell that a page draws without the elements for them. A row
// or cell outside of such a table stays a <div>.
func (w *htmlWalker) styledDiv(attr map[string]string) string {
	name := "div"
	switch inTable := slices.Contains(w.styled, "table"); declared(attr["style"], "display") {
	case "table":
		name = "table"
	case "table-row":
		if inTable {
			name = "tr"
		}
	case "table-cell":
		if inTable {
			name = "td"
		}
	}
	w.styled = append(w.styled, name)
	return name
}

// closeDiv closes the innermost <div> and names what it was.
func (w *htmlWalker) closeDiv() string {
	n := len(w.styled) - 1
	if n < 0 {
		return "div"
	}
	name := w.styled[n]
	w.styled = w.styled[:n]
	return name
}

// unshown reports whether a row is not shown, as rows of a page's template are
// that were not used.
func unshown(attr map[string]string) bool {
	_, hidden := attr["hidden"]
	return hidden || declared(attr["style"], "display") == "none" || declared(attr["style"], "visibility") == "collapse"
}

// declared is what an inline style says of a property, the last word counting.
func declared(style, property string) string {
	said := ""
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		if k, v, ok := strings.Cut(rule, ":"); ok && strings.TrimSpace(k) == property {
			v, _, _ = strings.Cut(v, "!") // !important
			said = strings.TrimSpace(v)
		}
	}
	return said
}
