package specimen

import (
	"strings"

	"ogi/generator/form"
)

// text writes the dialects whose prose is a paragraph a line.
func (s *Specimen) text(k Kind) []byte {
	var b strings.Builder
	for _, bl := range s.blocks() {
		at := b.Len()
		bl.text = markdownText(bl.text)
		switch {
		case bl.pane != "":
		case bl.table != nil && k == Lines:
			b.WriteString(bl.table.lines())
		case bl.table != nil && (k == CellLine || k == LoneBars || k == Bars || k == OneLine || k == AllInOne):
			b.WriteString(bl.table.drawn(k))
		case bl.table != nil && k == Pipe:
			b.WriteString(bl.table.pipes())
		case bl.table != nil && k == Markdown:
			b.WriteString(bl.table.markdown() + "\n")
		case bl.table != nil && k == Split:
			b.WriteString(bl.table.split(bl.n) + "\n")
		case bl.table != nil:
			b.WriteString(bl.table.tabs(k, bl.n) + "\n")
		case bl.level == 1 && (k == Markdown || k == Split):
			b.WriteString("# " + bl.text + "\n\n")
		case bl.level >= 2 && bl.level < 9 && (k == Markdown || k == Split):
			b.WriteString(strings.Repeat("#", s.rank(bl.level)) + " " + bl.text + "\n\n")
		case k == Pipe || k == Lines || k == CellLine || k == LoneBars || k == Bars || k == OneLine:
			b.WriteString(bl.text + "\n")
		case k == AllInOne:
			b.WriteString(bl.text + " ")
		default:
			b.WriteString(bl.text + "\n\n")
		}
		if bl.veil != nil {
			veiled := fill(bl.veil.Markdown, "\n"+b.String()[at:])
			rest := b.String()[:at]
			b.Reset()
			b.WriteString(rest + veiled + "\n\n")
		}
	}
	if strings.Contains(b.String(), "[^1]") {
		b.WriteString("[^1]: 含有关单位的数量。\n")
	}
	return []byte(b.String())
}

// drawn writes each cell once, nothing for a cell covered from above.
func (t *Table) drawn(k Kind) string {
	var b strings.Builder
	for _, line := range t.layout() {
		var row []string
		for _, sl := range line {
			if !sl.first && (k != Bars || !sl.edge) {
				continue
			}
			text := ""
			if sl.first {
				text = markdownText(sl.cell.Text)
			}
			switch k {
			case CellLine:
				if text != "" {
					b.WriteString(text + "\n")
				}
			case LoneBars:
				b.WriteString(strings.TrimLeft(text+" |\n", " "))
			case OneLine, AllInOne:
				if text != "" {
					b.WriteString(text + " ")
				}
			default:
				row = append(row, text)
			}
		}
		if k == Bars {
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		}
	}
	if k == OneLine {
		b.WriteString("\n")
	}
	return b.String()
}

// tabs writes covered places as empty cells, but of the label columns of table
// three it drops one (two in the torn shape) and fills the row at its end, as
// converters do with merged cells.
func (t *Table) tabs(k Kind, n form.Table) string {
	keep := 2
	if k == TabTorn {
		keep = 1
	}
	var rows [][]string
	torn := false
	for i, line := range t.layout() {
		var row []string
		for j, sl := range line {
			if n == form.Three && j < 3 && sl.cell.ColSpan > 1 {
				left := j
				for left > 0 && !line[left].first && !line[left].edge {
					left--
				}
				if j-left >= keep || sl.cell.ColSpan == 2 && j > left {
					continue
				}
			}
			if sl.first {
				row = append(row, markdownText(sl.cell.Text))
			} else {
				row = append(row, "")
			}
		}
		switch {
		case n != form.Three:
		case k == TabCut:
			row = append(row, make([]string, 8)...)[:8]
		case k == TabTorn && i >= t.Head:
			row, torn = tear(&rows, row, torn)
		default:
			for len(row) < t.Width {
				row = append(row, "")
			}
		}
		rows = append(rows, row)
	}
	return joinRows(rows, "\t")
}

// tear cuts the label 三、本年度办理结果 in two at a page break before （三）.
func tear(rows *[][]string, row []string, done bool) ([]string, bool) {
	for i, c := range row {
		switch {
		case c == "三、本年度办理结果":
			row[i] = "三、"
		case strings.HasPrefix(c, "（三）") && !done:
			*rows = append(*rows, nil)
			row[0] = "本年度办理结果"
			return row, true
		}
	}
	return row, done
}

// pipes writes "a | b |": a cell covered from above is left out, the row is
// filled with empty cells.
func (t *Table) pipes() string {
	var b strings.Builder
	for _, line := range t.layout() {
		empty := 0
		for _, sl := range line {
			if sl.first {
				b.WriteString(markdownText(sl.cell.Text) + " | ")
			} else {
				empty++
			}
		}
		s := strings.Repeat("|", empty)
		if s == "" {
			s = "\n"
			text := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(text + s)
			continue
		}
		b.WriteString(s + "\n")
	}
	return b.String()
}

// lines writes one cell a line behind a tab, a bare tab for a cell covered
// from above, an empty line between rows.
func (t *Table) lines() string {
	var b strings.Builder
	for _, line := range t.layout() {
		for _, sl := range line {
			switch {
			case sl.first:
				b.WriteString("\t" + markdownText(sl.cell.Text) + "\n")
			case sl.edge:
				b.WriteString("\t\n")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
