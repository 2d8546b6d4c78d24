package specimen

import (
	"strings"

	"ogi/generator/form"
)

// A frag is one line of one cell on a page, as a PDF holds it. X counts half
// characters from the left, Y half lines from the top of the table.
type frag struct {
	cell *placed
	text string
	x, y int
}

// A placed is one cell with its box and its wrapped lines, in half characters
// and half lines.
type placed struct {
	Cell
	row, col       int
	x0, x1, y0, y1 int
	lines          []string
	page           int // 0 or 1: before or after the page break
}

// widths are the column widths in half characters; narrow columns wrap labels.
func (t *Table) widths(n form.Table) []int {
	var w []int
	for i := range t.Width {
		switch {
		case n == form.Two && i == 0:
			w = append(w, 20)
		case n == form.Two:
			w = append(w, 28)
		case n == form.Four:
			w = append(w, 8)
		case i == 0:
			w = append(w, 4)
		case i == 1:
			w = append(w, 10)
		case i == 2:
			w = append(w, 30)
		default:
			w = append(w, 10)
		}
	}
	return w
}

// place lays the table out with wrapped labels. The row brk and all behind it
// are on the next page (0: no break); their Y begins at 0 again.
func (t *Table) place(n form.Table, brk int) []*placed {
	w := t.widths(n)
	left := make([]int, t.Width+1)
	for i := range w {
		left[i+1] = left[i] + w[i]
	}
	var cells []*placed
	height := make([]int, len(t.Rows))
	for i, line := range t.layout() {
		height[i] = 4
		for j, sl := range line {
			if !sl.first {
				continue
			}
			p := &placed{Cell: sl.cell, row: i, col: j, x0: left[j], x1: left[min(j+sl.cell.ColSpan, t.Width)]}
			p.lines = wrap(sl.cell.Text, (p.x1-p.x0)/2-1)
			if sl.cell.RowSpan == 1 {
				height[i] = max(height[i], 2*len(p.lines)+2)
			}
			cells = append(cells, p)
		}
	}
	top := make([]int, len(t.Rows)+1)
	for i, h := range height {
		if i == brk {
			top[i] = 0
		}
		top[i+1] = top[i] + h
	}
	for _, p := range cells {
		end := min(p.row+p.RowSpan, len(t.Rows))
		if brk > 0 && p.row < brk && end > brk {
			end = brk
		}
		p.y0, p.y1 = top[p.row], top[end-1]+height[end-1]
		if brk > 0 && p.row >= brk {
			p.page = 1
		}
	}
	return cells
}

// frags are the lines of the cells, each centred in its box.
func (p *placed) frags() []frag {
	var fs []frag
	y := p.y0 + max(0, (p.y1-p.y0-2*len(p.lines))/2)
	for i, l := range p.lines {
		if l != "" {
			fs = append(fs, frag{cell: p, text: l, x: p.x0 + 1, y: y + 2*i})
		}
	}
	return fs
}

// wrap cuts text into lines of n characters; digits are not cut, and a piece
// that has a look keeps it on each line.
func wrap(text string, n int) []string {
	var r []rune
	var looks []*Way
	for _, p := range pieces(text) {
		for _, c := range p.text {
			r, looks = append(r, c), append(looks, p.way)
		}
	}
	if len(r) == 0 || strings.Trim(string(r), "0123456789.-—/") == "" {
		return []string{dress(r, looks)}
	}
	var lines []string
	for n = max(n, 1); len(r) > n; {
		at := n
		for at > 1 && isDigit(r[at-1]) && isDigit(r[at]) {
			at--
		}
		lines = append(lines, dress(r[:at], looks[:at]))
		r, looks = r[at:], looks[at:]
	}
	return append(lines, dress(r, looks))
}

func dress(r []rune, looks []*Way) string {
	var b strings.Builder
	for i := 0; i < len(r); {
		j := i
		for j < len(r) && looks[j] == looks[i] {
			j++
		}
		if looks[i] == nil {
			b.WriteString(string(r[i:j]))
		} else {
			b.WriteString(looks[i].Of(string(r[i:j])))
		}
		i = j
	}
	return b.String()
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r == '.' }

// pageBreak is the row of table three that begins a new page: the second row
// of a group whose label is then cut in two. 0 if the group is not there.
func (t *Table) pageBreak(n form.Table) int {
	if n != form.Three {
		return 0
	}
	if i := t.find("requests.unavailable.not_existing"); i > 0 {
		return i
	}
	return 0
}
