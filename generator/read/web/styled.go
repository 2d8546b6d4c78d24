package web

// styledDiv opens a <div> and names the element that its style makes it:
// the table, row or cell that a page draws without the elements for them. A row
// or cell outside of such a table stays a <div>.
func (w *walker) styledDiv(display string) string {
	name := "div"
	switch inTable := w.tabled > 0; display {
	case "table":
		name = "table"
		w.tabled++
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
func (w *walker) closeDiv() string {
	n := len(w.styled) - 1
	if n < 0 {
		return "div"
	}
	name := w.styled[n]
	if w.styled = w.styled[:n]; name == "table" {
		w.tabled--
	}
	return name
}
