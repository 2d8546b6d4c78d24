package chart

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"ogi/generator/stat"
)

// count writes a whole number as readers get it.
func count(n int64) string { return stat.Group(strconv.FormatInt(n, 10)) }

// percent is part of whole with one decimal, "" where there is no whole.
func percent(part, whole int64) string {
	if whole == 0 {
		return ""
	}
	return stat.Format(big.NewRat(part*100, whole), stat.Share)
}

// share is the percentage in brackets, nothing where it rests on fewer than
// smallN cases.
func share(part, whole int64, smallN int) (zh, en string) {
	if whole == 0 || whole < int64(smallN) {
		return "", ""
	}
	p := percent(part, whole)
	return "（" + p + "）", " (" + p + ")"
}

// years writes "2023—2025年" or "2025年".
func years(first, last int) (zh, en string) {
	if first == last {
		return fmt.Sprintf("%d年", first), strconv.Itoa(first)
	}
	return fmt.Sprintf("%d—%d年", first, last), fmt.Sprintf("%d–%d", first, last)
}

// readable narrows a span of years to those that could be read.
func readable(zh, en string, known, all int) (string, string) {
	if known == all {
		return zh, en
	}
	return fmt.Sprintf("%s中数据可读的%d个年份，", zh, known), fmt.Sprintf("the %d readable years of %s", known, en)
}

// caveats adds to the note what readers must know of the numbers of the table:
// blanks read as zero, values inferred.
func (c *Chart) caveats() *Chart {
	var blank, inferred bool
	for _, r := range c.Table.Rows {
		for _, cell := range r.Cells {
			if !cell.Unknown {
				blank = blank || strings.Contains(cell.Note, "空白按零计")
				inferred = inferred || strings.Contains(cell.Note, "推断")
			}
		}
	}
	if blank {
		c.Note, c.NoteEN = c.Note+"部分空白格按零计。", join(c.NoteEN, "Some blank cells are read as zero.", " ")
	}
	if inferred {
		c.Note, c.NoteEN = c.Note+"部分数值由相邻格推断。", join(c.NoteEN, "Some numbers were inferred from their neighbours.", " ")
	}
	return c
}

// list joins parts as a Chinese and an English sentence does.
func list(zh, en []string) (string, string) {
	e := strings.Join(en, ", ")
	if i := strings.LastIndex(e, ", "); i >= 0 {
		e = e[:i] + " and " + e[i+2:]
	}
	return strings.Join(zh, "，"), e
}

// number is the cell of a value.
func number(v stat.Value, smallN int) Cell {
	if v.Absent || v.Empty {
		return Cell{Text: "–", Unknown: true, Note: v.Note, NoteEN: v.NoteEN}
	}
	if !v.Known {
		return Cell{Text: "未知", TextEN: "unknown", Unknown: true, Note: v.Note, NoteEN: v.NoteEN}
	}
	c := Cell{Text: v.Text(smallN), Note: v.Note, NoteEN: v.NoteEN}
	if v.Recovered {
		c.Note, c.NoteEN = join(c.Note, "由相邻格推断", "；"), join(c.NoteEN, "inferred from its neighbours", "; ")
	}
	return c
}

func join(a, b, sep string) string {
	if a == "" {
		return b
	}
	return a + sep + b
}

func plain(n int64) Cell { return Cell{Text: count(n)} }

func yearLabel(y int) Label { return Label{ZH: strconv.Itoa(y)} }

// lower writes an English label in mid-sentence.
func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
