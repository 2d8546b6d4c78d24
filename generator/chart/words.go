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
