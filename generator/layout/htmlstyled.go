package layout

import "strings"

// styledDiv opens a <div> and names the element that its own style makes it:
// the table, row or cell that a page draws without the elements for them. A row
// or cell outside of such a table stays a <div>.
func (w *htmlWalker) styledDiv(attr map[string]string) string {
	part := ""
	switch display(attr["style"]) {
	case "table":
		part = "table"
	case "table-row":
		part = "tr"
	case "table-cell":
		part = "td"
	}
	if part != "" && part != "table" && !w.inStyledTable() {
		part = ""
	}
	w.styled = append(w.styled, part)
	if part == "" {
		return "div"
	}
	return part
}

// closeDiv closes the innermost <div> and names what it was.
func (w *htmlWalker) closeDiv() string {
	n := len(w.styled) - 1
	if n < 0 {
		return "div"
	}
	part := w.styled[n]
	w.styled = w.styled[:n]
	if part == "" {
		return "div"
	}
	return part
}

func (w *htmlWalker) inStyledTable() bool {
	for i := len(w.styled) - 1; i >= 0; i-- {
		if w.styled[i] == "table" {
			return true
		}
	}
	return false
}

// display is what an inline style says of display, the last word counting.
func display(style string) string {
	for rules := strings.ToLower(style); rules != ""; {
		var rule string
		if i := strings.LastIndexByte(rules, ';'); i >= 0 {
			rules, rule = rules[:i], rules[i+1:]
		} else {
			rules, rule = "", rules
		}
		if k, v, ok := strings.Cut(rule, ":"); ok && strings.TrimSpace(k) == "display" {
			return strings.TrimSpace(v)
		}
	}
	return ""
}
