package flat

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/decode/line"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// running reads a table whose labels and figures follow one another in running
// text, parted by blanks, commas, semicolons or pauses, and reports whether
// there is one. Nothing but their order tells which figure belongs where, so it
// is believed only where nearly every label of a row has just its figures behind
// it, and then recovered (running-text-with-dashes).
func (t *reader) running() bool {
	var all tabular.Row
	line.Sections(t.Table, func(from, to int, told bool) {
		r := tabular.Row{Unit: -1}
		for k := from; k < to; k++ {
			u := &t.Units[k]
			if u.IsRow() || u.Aside {
				continue
			}
			n := len(r.Items)
			r.Items = runningItems(r.Items, u.Line.Text)
			for range len(r.Items) - n {
				r.Units = append(r.Units, k)
			}
		}
		t.tableOf(&r, told)
		if len(r.Items) > len(all.Items) {
			all = r
		}
	})
	if tabular.RowsInTurn(all.Items, t.Of) == 0 {
		t.runningUnread(&all)
		return false
	}
	all.Unit = all.Units[0]
	t.Facts.Found = true
	t.Facts.Pos = t.Units[all.Unit].Pos()
	for _, k := range all.Units {
		t.Units[k].Table = int(t.Of)
	}
	t.PartAll(all)
	for i := range t.Rows {
		t.Rows[i].Why, t.Rows[i].Flat = report.InParagraph.Why(), true
	}
	return true
}

// tableOf leaves of labels and figures that follow one another those of the table. told
// says that they stand in a section of its own.
func (t *reader) tableOf(r *tabular.Row, told bool) {
	tabular.GroupsForFigures(r.Items, false)
	tabular.WordsForFigures(r.Items, t.Of)
	if !told {
		toStretch(r, t.Of)
	}
	toTable(r, t.Of)
}

// hasParagraph reports whether rows of the table stand one behind the other in a
// paragraph of its section (table-in-a-paragraph-above-lines-with-figures), which may
// hold more than the table. Of one whose figures do not go with its labels it is told
// that it was not read, also where flat finds a row in it: a report on one line with
// words for none, which TestSameToAReaderReadsTheSame reads.
func (t *reader) hasParagraph() bool {
	found := false
	line.Sections(t.Table, func(from, to int, told bool) {
		for k := from; k < to && !found; k++ {
			u := &t.Units[k]
			if u.IsRow() {
				continue
			}
			r := tabular.Row{Items: runningItems(nil, u.Line.Text)}
			r.Units = slices.Repeat([]int{k}, len(r.Items))
			t.tableOf(&r, told)
			if found = tabular.RowsInTurn(r.Items, t.Of) > 0; !found {
				t.runningUnread(&r)
			}
		}
	})
	return found
}

// runningUnread tells that labels and figures stand in running text and do not go
// together. Its text is not understood. Four rows make a table
// (paragraph-of-labels-with-figures-lost), or eight names of table four
// (paragraph-of-table-four-with-figures-lost).
func (t *reader) runningUnread(r *tabular.Row) {
	rows, names := map[string]bool{}, 0
	for k := range r.Items {
		switch l := r.Items[k].Label(); {
		case l.Table == t.Of && l.Row != "":
			rows[l.Row] = true
		case l.Table == t.Of && l.Column != "":
			names++
		}
	}
	if !t.names(rows, names) || r.Figures() == 0 {
		return
	}
	t.missed(r.Units[0], report.FiguresLoose, "表格写成了一段文字，标签与数字的个数对不上，未能读出")
	for _, k := range r.Units {
		t.Units[k].Table = int(t.Of)
	}
}

// toTable cuts off what stands before the first label of the table and behind
// its last figure. Sentences may have figures too (running-text-among-sentences).
func toTable(r *tabular.Row, t form.Table) {
	from, to := 0, len(r.Items)
	for from < to && (r.Items[from].Val || r.Items[from].Label().Table != t) {
		from++
	}
	for to > from && !r.Items[to-1].Filled() {
		to--
	}
	r.Items, r.Units = r.Items[from:to:to], r.Units[from:to:to]
}

// toStretch cuts off all but the longest stretch without a label of another table.
func toStretch(r *tabular.Row, t form.Table) {
	from, begin, end := 0, 0, 0
	for k := range len(r.Items) + 1 {
		if k < len(r.Items) && (r.Items[k].Label().Table == 0 || r.Items[k].Label().Table == t) {
			continue
		}
		if k-from > end-begin {
			begin, end = from, k
		}
		from = k + 1
	}
	r.Items, r.Units = r.Items[begin:end:end], r.Units[begin:end:end]
}

// runningItems cuts running text into labels and figures. Words that make a
// label only together are put together; others that name nothing stay as they
// are, or are left out where they are a piece of a label.
func runningItems(items []tabular.Item, text string) []tabular.Item {
	toks := runningTokens(text)
	for i := 0; i < len(toks); {
		if toks[i].IsFigure() {
			items = append(items, itemOf(toks[i]))
			i++
			continue
		}
		k := i
		for k < len(toks) && k < i+longestLabel && !toks[k].IsFigure() {
			k++
		}
		it, used := tabular.Item{}, 0
		date := value.OddFigure(toks[i].Text) == report.ADate
		for j := k; j > i && used == 0 && !date; j-- {
			from, to := toks[i].From, toks[j-1].From+len(toks[j-1].Text)
			if l := form.Firm(text[from:to]); l.Known() && (l.Sure && !wordBefore(toks[i].Text, l) || j == i+1) {
				it, used = tabular.Item{From: int32(from), Text: text[from:to], Named: tabular.Naming(l)}, j-i
			}
		}
		if used == 0 {
			used = 1
			if value.IsWords(toks[i].Text) || !form.IsPiece(toks[i].Text) {
				it = tabular.Item{From: int32(toks[i].From), Text: toks[i].Text}
			}
		}
		if it.Text != "" {
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
	return tabular.IsBareGroup(&tabular.Item{Text: text, Named: &g}) && !tabular.FirstOf(g.Group, l.Row)
}

// longestLabel is how many words one label may be parted into.
const longestLabel = 4

// runningTokens parts a text at white space and at the mark that most of its
// figures stand before.
func runningTokens(text string) []line.Token {
	mark, most := ' ', 0
	for _, m := range "，,；;、|" {
		if n := marksBehindFigures(text, m); n > most {
			mark, most = m, n
		}
	}
	if marksBehindFigures(text, ' ')+marksBehindFigures(text, '\u3000') >= most {
		mark = ' '
	}
	var out []line.Token
	from := -1
	end := func(to int) {
		if from < 0 {
			return
		}
		for _, tok := range line.Tokens(text[from:to]) {
			tok.From += from
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

// marksBehindFigures counts the marks that stand right behind a digit or a unit
// (running-text-parted-by-commas).
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
