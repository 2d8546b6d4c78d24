package decode

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// running reads a table whose labels and figures follow one another in running
// text, parted by blanks, commas, semicolons or pauses, and reports whether
// there is one. Nothing but their order tells which figure belongs where, so it
// is believed only where nearly every label of a row has just its figures behind
// it, and then recovered (running-text-with-dashes).
func (t *tableReader) running() bool {
	var all trow
	t.parts(func(from, to int, told bool) {
		r := trow{unit: -1}
		for k := from; k < to; k++ {
			u := &t.reader.Units[k]
			if u.IsRow() || u.Aside || len(u.Line.Text) < shortestParagraph && len(r.items) == 0 {
				continue
			}
			n := len(r.items)
			r.items = runningItems(r.items, u.Line.Text)
			for range len(r.items) - n {
				r.units = append(r.units, k)
			}
		}
		groupsForFigures(r.items, false)
		wordsForFigures(r.items, t.t)
		if !told {
			r.toStretch(t.t)
		}
		r.toTable(t.t)
		if len(r.items) > len(all.items) {
			all = r
		}
	})
	if rowsInTurn(all.items, t.t) == 0 {
		t.runningUnread(&all)
		return false
	}
	all.unit = all.units[0]
	t.facts.Found = true
	t.facts.Pos = t.reader.Units[all.unit].Pos()
	for _, k := range all.units {
		t.reader.Units[k].Table = int(t.t)
	}
	t.rows = split(nil, all, t.t)
	for i := range t.rows {
		r := &t.rows[i]
		r.need, r.why = 1, report.InParagraph.Why()
		if t.t == form.Three {
			r.need = len(form.Columns)
		}
		r.flat = true
		r.part(1 << 30)
	}
	return true
}

// hasParagraph reports whether a paragraph of its section is so long and has so
// many figures that part of a table stands in it.
func (t *tableReader) hasParagraph() bool {
	found := false
	t.parts(func(from, to int, _ bool) {
		for k := from; k < to && !found; k++ {
			u := &t.reader.Units[k]
			found = !u.IsRow() && len(u.Line.Text) > 5*shortestParagraph
		}
	})
	return found
}

// parts gives the units [from,to) of the sections of the table, and of the whole
// report where no heading tells of one.
func (t *tableReader) parts(yield func(from, to int, told bool)) {
	told := false
	for i := range t.Heads {
		if t.Heads[i].N != int(t.t) {
			continue
		}
		to := len(t.reader.Units)
		if i+1 < len(t.Heads) {
			to = t.Heads[i+1].Unit
		}
		told = true
		yield(t.Heads[i].Unit+1, to, true)
	}
	if !told {
		yield(0, len(t.reader.Units), false)
	}
}

// runningUnread tells that labels and figures stand in running text and do not go
// together. Its text is not understood. Four rows make a table
// (paragraph-of-labels-with-figures-lost), or eight names of table four
// (paragraph-of-table-four-with-figures-lost).
func (t *tableReader) runningUnread(r *trow) {
	rows, names := map[string]bool{}, 0
	for k := range r.items {
		switch l := r.items[k].label(); {
		case l.Table == t.t && l.Row != "":
			rows[l.Row] = true
		case l.Table == t.t && l.Column != "":
			names++
		}
	}
	if t.facts.Found || len(rows) < 4 && (t.t != form.Four || names < 8) || r.filledAfter(-1) == 0 {
		return
	}
	t.facts.Found = true
	t.facts.Pos = t.reader.Units[r.units[0]].Pos()
	t.problem(placeOf{t.facts.Pos}, "表格写成了一段文字，标签与数字的个数对不上，未能读出")
	t.loose = report.FiguresLoose
	for _, k := range r.units {
		t.reader.Units[k].Table = int(t.t)
	}
}

// shortestParagraph is the least length of a paragraph that holds a table. A shorter
// one is a line (line-of-labels-among-figures).
const shortestParagraph = 90

// toTable cuts off what stands before the first label of the table and behind
// its last figure. Sentences may have figures too (running-text-among-sentences).
func (r *trow) toTable(t form.Table) {
	from, to := 0, len(r.items)
	for from < to && (r.items[from].val || r.items[from].label().Table != t) {
		from++
	}
	for to > from && !r.items[to-1].filled() {
		to--
	}
	r.items, r.units = r.items[from:to:to], r.units[from:to:to]
}

// toStretch cuts off all but the longest stretch without a label of another table.
func (r *trow) toStretch(t form.Table) {
	from, begin, end := 0, 0, 0
	for k := range len(r.items) + 1 {
		if k < len(r.items) && (r.items[k].label().Table == 0 || r.items[k].label().Table == t) {
			continue
		}
		if k-from > end-begin {
			begin, end = from, k
		}
		from = k + 1
	}
	r.items, r.units = r.items[begin:end:end], r.units[begin:end:end]
}

// runningItems cuts running text into labels and figures. Words that make a
// label only together are put together; others that name nothing stay as they
// are, or are left out where they are a piece of a label.
func runningItems(items []item, text string) []item {
	toks := runningTokens(text)
	for i := 0; i < len(toks); {
		if toks[i].isFigure() {
			items = append(items, flatItem(toks[i]))
			i++
			continue
		}
		k := i
		for k < len(toks) && k < i+longestLabel && !toks[k].isFigure() {
			k++
		}
		it, used := item{}, 0
		date := value.OddFigure(toks[i].text) == report.ADate
		for j := k; j > i && used == 0 && !date; j-- {
			from, to := toks[i].from, toks[j-1].from+len(toks[j-1].text)
			if l := form.Firm(text[from:to]); l.Known() && (l.Sure && !wordBefore(toks[i].text, l) || j == i+1) {
				it, used = item{from: int32(from), text: text[from:to], named: naming(l)}, j-i
			}
		}
		if used == 0 {
			used = 1
			if value.IsWords(toks[i].text) || !form.IsPiece(toks[i].text) {
				it = item{from: int32(toks[i].from), text: toks[i].text}
			}
		}
		if it.text != "" {
			items = append(items, it)
		}
		i += used
	}
	return items
}

// wordBefore reports whether the name of a group stands before a label that is not
// that of its first row: it is no part of it.
func wordBefore(text string, l form.Label) bool {
	g := form.Firm(text)
	return isBareGroup(&item{text: text, named: &g}) && !firstOf(g.Group, l.Row)
}

// longestLabel is how many words one label may be parted into.
const longestLabel = 4

// runningTokens parts a text at white space and at the mark that most of its
// figures stand before.
func runningTokens(text string) []flatToken {
	mark, most := ' ', 0
	for _, m := range "，,；;、|" {
		if n := marksBehindFigures(text, m); n > most {
			mark, most = m, n
		}
	}
	if marksBehindFigures(text, ' ')+marksBehindFigures(text, '\u3000') >= most {
		mark = ' '
	}
	var out []flatToken
	from := -1
	end := func(to int) {
		if from < 0 {
			return
		}
		for _, tok := range flatTokens(text[from:to]) {
			tok.from += from
			out = append(out, tok)
		}
		from = -1
	}
	for i, u := range text {
		if u == mark || unicode.IsSpace(u) {
			end(i)
		} else if from < 0 {
			from = i
		}
	}
	end(len(text))
	return out
}

// marksBehindFigures counts the marks that stand right behind a digit or a unit.
func marksBehindFigures(text string, mark rune) int {
	n, w := 0, utf8.RuneLen(mark)
	for i := 0; ; {
		k := strings.IndexRune(text[i:], mark)
		if k < 0 {
			return n
		}
		i += k
		if u, _ := utf8.DecodeLastRuneInString(text[:i]); u >= '0' && u <= '9' || u >= '０' && u <= '９' || strings.ContainsRune("件次人条元", u) {
			n++
		}
		i += w
	}
}
