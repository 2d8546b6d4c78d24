package specimen

import (
	"strings"

	"ogi/generator/form"
)

// A Layout is one way in which a converter or a clerk leaves the three tables
// as text. Kept holds where the place of every cell can be seen, blank or not;
// elsewhere a blank cell leaves no trace.
type Layout struct {
	Name  string
	Kept  bool
	Table func(*Table) string
	// Prose changes the whole report after its tables stand in it.
	Prose func(string) string
}

// Layouts are all of them.
var Layouts = []Layout{
	// drawn with bars
	{"bar-markdown", true, rows(full, "| ", " | ", " |", ruleAfterFirst), nil},
	{"bar-no-leading", true, rows(full, "", " | ", "", nil), nil},
	{"bar-no-leading-rule", true, rows(full, "", " | ", "", ruleBare), nil},
	{"bar-tight", true, rows(full, "|", "|", "|", nil), nil},
	{"bar-covered-behind", true, rows(behind, "", " | ", " |", nil), nil},
	{"bar-covered-dropped", true, rows(dropped, "", " | ", " |", nil), nil},
	{"bar-covered-dropped-leading", true, rows(dropped, "| ", " | ", " |", nil), nil},
	{"bar-blank-lines", true, rows(full, "| ", " | ", " |", blankBetween), nil},
	{"bar-wide", true, rows(full, "｜", "｜", "｜", nil), nil},
	{"bar-wide-dropped", true, rows(dropped, "", "｜", "｜", nil), nil},
	{"bar-double", true, rows(full, "|| ", " || ", " ||", nil), nil},
	{"bar-nbsp", true, rows(full, "|\u00a0", "\u00a0|\u00a0", "\u00a0|", nil), nil},
	{"bar-entity", true, rows(entity(full, "&nbsp;"), "| ", " | ", " |", nil), nil},
	{"bar-ideographic", true, rows(entity(full, "\u3000"), "|", "|", "|", nil), nil},
	{"box-light", true, rows(full, "│ ", " │ ", " │", nil), nil},
	{"box-heavy", true, rows(full, "┃", "┃", "┃", nil), nil},
	{"box-double", true, rows(full, "║ ", " ║ ", " ║", nil), nil},
	{"box-ruled", true, rows(full, "│ ", " │ ", " │", boxRules), nil},
	{"box-ascii", true, rows(full, "| ", " | ", " |", asciiRules), nil},
	// a cell and its bar a line
	{"bar-line-after", true, cells(dropped, "", " |\n"), nil},
	{"bar-line-before", true, cells(dropped, "| ", "\n"), nil},
	{"bar-line-own", true, cells(dropped, "", "\n|\n"), nil},
	{"bar-line-full", true, cells(full, "", " |\n"), nil},
	{"bar-line-runs", true, runs, nil},
	// tabs
	{"tab-full", true, rows(full, "", "\t", "", nil), nil},
	{"tab-behind", true, rows(behind, "", "\t", "", nil), nil},
	{"tab-dropped", true, rows(dropped, "", "\t", "", nil), nil},
	{"tab-trimmed", false, trimmed(rows(full, "", "\t", "", nil)), nil},
	{"tab-spaces", true, rows(full, "", " \t ", "", nil), nil},
	{"tab-doubled", true, rows(full, "", "\t\t", "", nil), nil},
	{"tab-blank-lines", true, rows(full, "", "\t", "", blankBetween), nil},
	// commas and the like
	{"comma", true, rows(full, "", ",", "", nil), nil},
	{"comma-dropped", true, rows(dropped, "", ",", "", nil), nil},
	{"comma-wide", true, rows(noCommas(full), "", "，", "", nil), nil},
	{"semicolon", true, rows(full, "", ";", "", nil), nil},
	{"semicolon-wide", true, rows(full, "", "；", "", nil), nil},
	{"comma-quoted", true, rows(quoted(full), "", ",", "", nil), nil},
	// blanks
	{"spaces-left", true, columns(false, 2), nil},
	{"spaces-right", true, columns(true, 2), nil},
	{"spaces-left-wide", true, columns(false, 5), nil},
	{"spaces-two", false, rows(written, "", "  ", "", nil), nil},
	{"spaces-one", false, rows(written, "", " ", "", nil), nil},
	{"spaces-ideographic", false, rows(written, "", "\u3000", "", nil), nil},
	{"spaces-nbsp", false, rows(written, "", "\u00a0\u00a0", "", nil), nil},
	// a cell a line
	{"line", false, cells(written, "", "\n"), nil},
	{"line-blank-between", false, cells(written, "", "\n\n"), nil},
	{"line-row-blank", false, eachRow(written, "\n", "\n\n"), nil},
	{"line-empty-is-cell", true, cells(dropped, "", "\n"), nil},
	{"line-indented", false, cells(written, "\t", "\n"), nil},
	{"line-ideographic-is-cell", true, cells(entity(dropped, "\u3000"), "", "\n"), nil},
	{"line-label-then-row", false, labelThenRow, nil},
	{"line-bulleted", false, cells(written, "- ", "\n"), nil},
	// in running text
	{"paragraph", false, rowsJoined(" "), nil},
	{"paragraph-ideographic", false, rowsJoined("\u3000"), nil},
	{"paragraph-comma", false, rowsJoined("，"), nil},
	{"paragraph-semicolon", false, rowsJoined("；"), nil},
	{"paragraph-pause", false, rowsJoined("、"), nil},
	{"paragraph-bars", true, paragraphBars, nil},
	{"one-line", false, rowsJoined(" "), func(s string) string { return strings.Join(strings.Fields(s), " ") }},
	{"one-line-no-blank", false, rowsJoined(" "), func(s string) string { return strings.ReplaceAll(s, "\n", "") }},
	// scripts
	{"traditional-bar", true, rows(full, "| ", " | ", " |", nil), Traditional},
	{"traditional-tab", true, rows(full, "", "\t", "", nil), Traditional},
	{"traditional-line", false, cells(written, "", "\n\n"), Traditional},
	{"mirror-line", false, cells(written, "", "\n"), mirror},
	{"mirror-bar", true, rows(full, "| ", " | ", " |", nil), mirror},
}

// Lay writes the whole report in that layout.
func (s *Specimen) Lay(l Layout) []byte {
	var b strings.Builder
	for _, bl := range s.blocks() {
		if bl.table != nil {
			b.WriteString(strings.TrimRight(l.Table(bl.table), "\n") + "\n")
			continue
		}
		b.WriteString(bl.text + "\n")
	}
	if l.Prose != nil {
		return []byte(l.Prose(b.String()))
	}
	return []byte(b.String())
}

// A way gives the rows of a table as texts.
type way func(*Table) [][]string

// full has a text for every place; what is covered is empty at its own place.
func full(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) {
		if sl.first {
			return sl.cell.Text, true
		}
		return "", true
	})
}

// written leaves out what is covered and what is blank.
func written(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) { return sl.cell.Text, sl.first && sl.cell.Text != "" })
}

// dropped leaves out what is covered and keeps what is blank.
func dropped(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) { return sl.cell.Text, sl.first })
}

// behind puts what is covered at the end of its row.
func behind(t *Table) [][]string {
	out := dropped(t)
	for i := range out {
		for len(out[i]) < t.Width {
			out[i] = append(out[i], "")
		}
	}
	return out
}

func (t *Table) texts(f func(slot) (string, bool)) [][]string {
	var out [][]string
	for _, line := range t.layout() {
		row := []string{}
		for _, sl := range line {
			if text, ok := f(sl); ok {
				row = append(row, text)
			}
		}
		out = append(out, row)
	}
	return out
}

// change gives each text of w another shape.
func change(w way, f func(string) string) way {
	return func(t *Table) [][]string {
		out := w(t)
		for _, row := range out {
			for i := range row {
				row[i] = f(row[i])
			}
		}
		return out
	}
}

// entity writes e in each empty place.
func entity(w way, e string) way {
	return change(w, func(s string) string {
		if s == "" {
			return e
		}
		return s
	})
}

// quoted puts each text between quotes.
func quoted(w way) way {
	return change(w, func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` })
}

// noCommas writes the commas inside a label another way.
func noCommas(w way) way {
	return change(w, func(s string) string { return strings.ReplaceAll(s, "，", " ") })
}

// rows writes a row a line; after, if not nil, what follows the line of row i
// of n with w places.
func rows(w way, left, between, right string, after func(i, n, w int) string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		out := w(t)
		for i, row := range out {
			b.WriteString(left + strings.Join(row, between) + right + "\n")
			if after != nil {
				b.WriteString(after(i, len(out), t.Width))
			}
		}
		return b.String()
	}
}

func ruleAfterFirst(i, _, w int) string {
	if i > 0 {
		return ""
	}
	return "|" + strings.Repeat(" --- |", w) + "\n"
}

func ruleBare(i, _, w int) string {
	if i > 0 {
		return ""
	}
	return strings.Repeat("---|", w-1) + "---\n"
}

func blankBetween(int, int, int) string { return "\n" }

func boxRules(i, n, w int) string {
	if i == n-1 {
		return "└" + strings.Repeat("───┴", w-1) + "───┘\n"
	}
	return "├" + strings.Repeat("───┼", w-1) + "───┤\n"
}

func asciiRules(_, _, w int) string { return "+" + strings.Repeat("-----+", w) + "\n" }

// cells writes a cell a line.
func cells(w way, left, right string) func(*Table) string {
	return eachRow(func(t *Table) [][]string {
		return change(w, func(s string) string { return left + s + right })(t)
	}, "", "")
}

// eachRow joins the texts of a row by between and ends it with end.
func eachRow(w way, between, end string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		for _, row := range w(t) {
			b.WriteString(strings.Join(row, between) + end)
		}
		return b.String()
	}
}

// runs writes a cell and its bar a line, and at the end of a row a run of bars
// for what is covered.
func runs(t *Table) string {
	var b strings.Builder
	for _, row := range dropped(t) {
		for _, c := range row {
			b.WriteString(strings.TrimLeft(c+" |", " ") + "\n")
		}
		if n := t.Width - len(row); n > 0 {
			b.WriteString(strings.Repeat("|", n) + "\n")
		}
	}
	return b.String()
}

func trimmed(f func(*Table) string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		for line := range strings.Lines(f(t)) {
			b.WriteString(strings.TrimRight(line, "\t\n") + "\n")
		}
		return b.String()
	}
}

// columns lines the columns up by the width at which a terminal shows them.
func columns(right bool, gap int) func(*Table) string {
	return func(t *Table) string {
		out := full(t)
		if len(out[0]) > 3 && out[0][0] != "" && t.Width == 10 {
			out[0][0] = "" // the note over the labels would make the first column too wide
		}
		widths := make([]int, t.Width)
		for _, row := range out {
			for j, s := range row {
				if w := wide(s); w > widths[j] && !spans(t, s) {
					widths[j] = w
				}
			}
		}
		var b strings.Builder
		for _, row := range out {
			line, at := "", 0
			for j, s := range row {
				pad := widths[j] - wide(s)
				if right && j >= t.Width-7 {
					line += strings.Repeat(" ", max(0, at+pad-wide(line))) + s
				} else {
					line += strings.Repeat(" ", max(0, at-wide(line))) + s
				}
				at += widths[j] + gap
			}
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
		return b.String()
	}
}

// spans reports whether s is the text of a cell over several columns.
func spans(t *Table, s string) bool {
	for _, row := range t.Rows {
		for _, c := range row {
			if c.Text == s && c.ColSpan > 1 {
				return true
			}
		}
	}
	return false
}

func wide(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2E7F {
			n++
		}
	}
	return n
}

// labelThenRow writes the labels of a row on one line, its numbers on the next.
func labelThenRow(t *Table) string {
	var b strings.Builder
	for _, line := range t.layout() {
		var labels, numbers []string
		for _, sl := range line {
			switch {
			case !sl.first || sl.cell.Text == "":
			case sl.cell.Key == form.Key(""):
				labels = append(labels, sl.cell.Text)
			default:
				numbers = append(numbers, sl.cell.Text)
			}
		}
		for _, part := range [][]string{labels, numbers} {
			if len(part) > 0 {
				b.WriteString(strings.Join(part, " ") + "\n")
			}
		}
	}
	return b.String()
}

// rowsJoined writes a table as one paragraph.
func rowsJoined(between string) func(*Table) string {
	return func(t *Table) string {
		var all []string
		for _, row := range written(t) {
			all = append(all, row...)
		}
		return strings.Join(all, between) + "\n"
	}
}

// paragraphBars writes a table as one paragraph of cells and bars.
func paragraphBars(t *Table) string {
	var all []string
	for _, row := range dropped(t) {
		all = append(all, row...)
	}
	return "| " + strings.Join(all, " | ") + " |\n"
}

// mirror writes the words of a mirror in Traditional characters too.
func mirror(s string) string {
	return Traditional(strings.NewReplacer("信息", "資訊", "规范性文件", "規範性檔案", "复议", "覆議", "列数据", "列資料", "项目", "專案").Replace(s))
}
