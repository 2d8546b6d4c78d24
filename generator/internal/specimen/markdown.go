package specimen

import (
	"strings"

	"ogi/generator/form"
)

// markdown writes one table, merged cells as empty ones.
func (t *Table) markdown() string {
	var rows [][]string
	for i, line := range t.layout() {
		row := []string{""}
		for _, sl := range line {
			if sl.first {
				row = append(row, " "+markdownText(sl.cell.Text)+" ")
			} else {
				row = append(row, " ")
			}
		}
		rows = append(rows, append(row, ""))
		if i == 0 {
			rows = append(rows, rule(t.Width))
		}
	}
	return joinRows(rows, "|")
}

func rule(n int) []string {
	row := []string{""}
	for range n {
		row = append(row, "---")
	}
	return append(row, "")
}

// split writes a small table for each group of rows, as optical readers do:
// each begins with a header row that is really data, the group label drops out
// of the rows it covers, and after a page break the header names of table
// three stand there once more.
func (t *Table) split(n form.Table) string {
	var b strings.Builder
	var part [][]string
	flush := func() {
		if len(part) == 0 {
			return
		}
		w := 0
		for _, r := range part {
			w = max(w, len(r))
		}
		for i, r := range part {
			b.WriteString("| " + strings.Join(append(r, make([]string, w-len(r))...), " | ") + " |\n")
			if i == 0 {
				b.WriteString("|" + strings.Repeat("---|", w) + "\n")
			}
		}
		b.WriteString("\n")
		part = nil
	}
	for _, line := range t.layout() {
		var row []string
		begins := false
		for _, sl := range line {
			if !sl.first {
				continue
			}
			begins = begins || sl.cell.RowSpan > 1 || strings.HasPrefix(sl.cell.Text, "第二十条")
			row = append(row, markdownText(sl.cell.Text))
		}
		if begins {
			flush()
		}
		if n == form.Three && strings.HasPrefix(strings.Join(row, ""), "（五）") {
			b.WriteString("- 4 -\n\n")
			part = append(part, []string{"", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"})
		}
		part = append(part, row)
	}
	flush()
	return b.String()
}
