package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/read/kit"
)

// delimiters part the cells of a row where neither tabs nor bars do.
var delimiters = [...]string{",", "，", ";", "；"}

// fewestDelimited is the least number of lines that look like rows of values;
// fewer are lists in sentences.
const fewestDelimited = 6

// delimit finds the text's delimiter, if it has one, and marks its rows: lines
// of values, and the heads and labels that stand beside them.
func (r *reader) delimit() {
	for _, k := range r.kinds {
		if k == tabLine || k == pipeLine {
			return // those dialects have their own rows
		}
	}
	best := 0
	for _, d := range delimiters {
		n := 0
		for i, k := range r.kinds {
			if k == proseLine && r.fieldsOf(i, d) == valueFields {
				n++
			}
		}
		if n > best {
			best, r.delim = n, d
		}
	}
	if best < fewestDelimited {
		r.delim = ""
		return
	}
	beside := false // only blank lines since the last row
	for i, k := range r.kinds {
		switch {
		case k == proseLine && r.fieldsOf(i, r.delim) >= oneValue:
			r.kinds[i] = delimLine
			for j := i - 1; j >= 0 && r.headAt(j); j-- {
			}
			beside = true
		case k != blankLine:
			beside = beside && r.headAt(i)
		}
	}
}

// headAt marks a line without values beside a row as a row of its own, and
// reports whether the line before it may be looked at.
func (r *reader) headAt(i int) bool {
	switch {
	case r.kinds[i] == blankLine:
		return true
	case r.kinds[i] == proseLine && r.fieldsOf(i, r.delim) == wordFields:
		r.kinds[i] = delimLine
		return true
	}
	return false
}

// What the fields of a line look like.
const (
	noFields    = iota
	wordFields  // several short ones and no sentence
	oneValue    // a label and its value
	valueFields // three or more, most of them values or empty
)

func (r *reader) fieldsOf(i int, delim string) int {
	s, _ := r.text(i)
	if len(s) > 600 || !strings.Contains(s, delim) || strings.Contains(s, "。") || thousands.MatchString(s) || inThousands.MatchString(s) {
		return noFields
	}
	_, title, numbered := strings.Cut(s, "、")
	n, values, short := 0, 0, true
	eachField(s, delim, func(from, to int) {
		n++
		f := strings.TrimFunc(s[from:to], kit.IsSpace)
		switch {
		case isPlainValue(f):
			values++
		case utf8.RuneCountInString(f) > 60:
			short = false
		}
	})
	switch {
	case n < 2 || !short:
		return noFields
	case n == 2 && values == 0 && numbered && len(s)-len(title) <= 2*len("一、"):
		return noFields // 四、……行政复议，行政诉讼情况
	case n >= 3 && values*2 >= n:
		return valueFields
	case values >= 1 && !strings.ContainsAny(s, "：:"):
		return oneValue
	}
	return wordFields
}

// thousands is one long number with its marks, no row of short ones.
var thousands = regexp.MustCompile(`^\s*\d{1,3}([,，]\d{3})+\s*$`)

// inThousands is such a number with another beside it: the commas of the line part
// none (thousands-below-their-label).
var inThousands = regexp.MustCompile(`(^|[^\d,，])\d{1,3}([,，]\d{3})+\s+\d|\d\s+\d{1,3}([,，]\d{3})+([^\d,，]|$)`)

// isPlainValue knows an empty field, a number and a dash. Two numbers with a
// space between are no field: they are two of a row of 1,234 5,678.
func isPlainValue(s string) bool {
	s = strings.Trim(s, `" `)
	return strings.Trim(s, "0123456789.-—/") == ""
}

// eachField gives the fields of a line. What stands in brackets or quotes is
// not parted, unless a bracket is left open.
func eachField(s, delim string, yield func(from, to int)) {
	depth := strings.Count(s, "（") + strings.Count(s, "(") - strings.Count(s, "）") - strings.Count(s, ")")
	guard := depth == 0 && strings.Count(s, `"`)%2 == 0
	depth = 0
	quoted := false
	from := 0
	for i := 0; i < len(s); {
		if strings.HasPrefix(s[i:], delim) && (!guard || depth <= 0 && !quoted) {
			yield(from, i)
			i += len(delim)
			from = i
			continue
		}
		u, n := utf8.DecodeRuneInString(s[i:])
		switch u {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
		case '"':
			quoted = !quoted
		}
		i += n
	}
	yield(from, len(s))
}

// delimited reads a run of rows. A short line without a delimiter between two
// of them is a row of one cell.
func (r *reader) delimited(i int) int {
	var rows [][]grid.Cell
	for i < len(r.kinds) {
		next := i
		for next < len(r.kinds) && r.kinds[next] == blankLine {
			next++
		}
		alone := next < len(r.kinds) && next == i && r.kinds[i] == proseLine && r.short(i, 60) &&
			i+1 < len(r.kinds) && r.kinds[i+1] == delimLine
		if next == len(r.kinds) || r.kinds[next] != delimLine && !alone {
			break
		}
		rows = append(rows, r.delimRow(next))
		i = next + 1
	}
	r.table(rows, asDelimited)
	return i
}

func (r *reader) delimRow(i int) []grid.Cell {
	s, off := r.text(i)
	if r.kinds[i] != delimLine {
		return []grid.Cell{r.cell(off, off+len(s), 0)}
	}
	var row []grid.Cell
	eachField(s, r.delim, func(from, to int) {
		f := strings.TrimFunc(s[from:to], kit.IsSpace)
		if len(f) >= 2 && f[0] == '"' && f[len(f)-1] == '"' {
			from += strings.IndexByte(s[from:to], '"') + 1
			to = from + len(f) - 2
		}
		row = append(row, r.cell(off+from, off+to, len(row)))
	})
	return row
}
