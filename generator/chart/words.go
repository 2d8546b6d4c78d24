package chart

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"ogi/generator/stat"
	"ogi/generator/tongue"
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
func share(part, whole int64, smallN int) tongue.Text {
	if whole == 0 || whole < int64(smallN) {
		return tongue.Text{}
	}
	return tongue.Sprintf("（%s）", " (%s)", percent(part, whole))
}

// years writes "2023—2025年" or "2025年".
func years(first, last int) tongue.Text {
	if first == last {
		return tongue.Sprintf("%d年", "%d", first)
	}
	return tongue.Sprintf("%d—%d年", "%d–%d", first, last)
}

// readable narrows a span of years to those that could be read.
func readable(span tongue.Text, known, all int) tongue.Text {
	if known == all {
		return span
	}
	return tongue.Of(fmt.Sprintf("%s中数据可读的%d个年份，", span.ZH, known), fmt.Sprintf("the %d readable years of %s", known, span.EN))
}

// caveats adds to the note what readers must know of the numbers of the table:
// blanks read as zero, values inferred.
func (c *Chart) caveats() *Chart {
	var blank, inferred bool
	for _, r := range c.Table.Rows {
		for _, cell := range r.Cells {
			if !cell.Unknown {
				blank = blank || strings.Contains(cell.Note.ZH, "空白按零计")
				inferred = inferred || strings.Contains(cell.Note.ZH, "推断")
			}
		}
	}
	if blank {
		c.Note = then(c.Note, tongue.Of("部分空白格按零计。", "Some blank cells are read as zero."))
	}
	if inferred {
		c.Note = then(c.Note, tongue.Of("部分数值由相邻格推断。", "Some numbers were inferred from their neighbours."))
	}
	return c
}

// list joins parts as a Chinese and an English sentence does.
func list(parts []tongue.Text) tongue.Text {
	t := tongue.Join(parts, "，", ", ")
	if i := strings.LastIndex(t.EN, ", "); i >= 0 {
		t.EN = t.EN[:i] + " and " + t.EN[i+2:]
	}
	return t
}

// number is the cell of a value.
func number(v stat.Value, smallN int) Cell {
	if v.Absent || v.Empty {
		return Cell{Text: tongue.ZH("–"), Unknown: true, Note: v.Note}
	}
	if !v.Known {
		return Cell{Text: tongue.Of("未知", "unknown"), Unknown: true, Note: v.Note}
	}
	c := Cell{Text: tongue.ZH(v.Text(smallN)), Note: v.Note}
	if v.Recovered {
		c.Note = beside(c.Note, tongue.Of("由相邻格推断", "inferred from its neighbours"))
	}
	return c
}

// inUnit names a figure with what it is counted in.
func inUnit(name, unit tongue.Text) tongue.Text {
	return tongue.Of(name.ZH+"（"+unit.ZH+"）", name.EN+" ("+unit.In(true)+")")
}

// then puts a sentence after another.
func then(a, b tongue.Text) tongue.Text {
	if a.EN != "" {
		a.EN += " "
	}
	return a.Then(b)
}

// beside puts a remark after another.
func beside(a, b tongue.Text) tongue.Text {
	if a.ZH == "" {
		return b
	}
	return a.Plus("；", "; ").Then(b)
}

func plain(n int64) Cell { return Cell{Text: tongue.ZH(count(n))} }

func yearLabel(y int) tongue.Text { return tongue.Text{ZH: strconv.Itoa(y)} }

// lower writes an English label in mid-sentence.
func lower(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
