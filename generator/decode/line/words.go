package line

import (
	"strings"

	"ogi/generator/decode/char"
	"ogi/generator/decode/tabular"
	"ogi/generator/decode/value"
	"ogi/generator/form"
	"ogi/generator/report"
)

// wordsAmong finds where the figures of a line begin that has words among them,
// in place of figures: 不予公开, 数据待核, #REF!. Its tokens are as many as table
// three or four has columns, most are figures, and the words are no labels nor
// pieces of any; a first one must be known for what it is, since it may be the
// label of a row with a blank cell. It gives these words their value, and -1 where
// it is no such line (TestWordsAmongFiguresOfText).
func wordsAmong(toks []Token) int {
	for _, n := range [...]int{3 * len(tabular.FourColumns), len(form.Columns)} {
		from := len(toks) - n
		if from < 0 || !inPlaces(toks[:from], toks[from:]) {
			continue
		}
		for i := from; i < len(toks); i++ {
			if tok := &toks[i]; !tok.IsFigure() {
				tok.V = value.Garbled(report.NoNumber)
				tok.odd = true
			}
		}
		return from
	}
	return -1
}

func inPlaces(before, toks []Token) bool {
	figures := 0
	for i := range before {
		if before[i].IsFigure() {
			return false
		}
	}
	for i := range toks {
		tok := &toks[i]
		if tok.IsFigure() {
			figures++
			continue
		}
		if !tabular.MayStandFor(tok.Text) {
			return false
		}
		if i > 0 || value.IsWords(tok.Text) || len(before) > 0 && form.Firm(before[len(before)-1].Text).Row != "" {
			continue
		}
		return false
	}
	return figures*2 >= len(toks)
}

// hedge reports whether a line holds nothing but a word that makes a number no
// exact one and was broken from it by the width of its cell: 1 if the number stands
// before it (余, 左右), -1 if behind it (约), 0 if it is something else.
func hedge(text string) int {
	if len(text) > 40 {
		return 0
	}
	switch strings.TrimSpace(text) {
	case "余", "余件", "余条", "余次", "余个", "多", "多件", "多条", "多次", "多个", "件左右", "左右", "右", "以上", "以下", "上下", "件以上", "件余":
		return 1
	case "约", "大约", "近", "将近", "逾", "超", "超过", "不足", "至少", "约为":
		return -1
	}
	return 0
}

// doubtRound doubts the figures of a line beside a hedge: it belongs to one of them.
func doubtRound(l *Line) {
	for i := range l.Nums {
		if tok := &l.Nums[i]; tok.V.State == report.Number {
			tok.V, tok.odd = value.Garbled(report.InexactBeside), true
		}
	}
}

// isMixed reports whether a line that is no line of a table has figures apart from
// its words, as many as a row (line-of-labels-among-figures).
func isMixed(text string) bool {
	if len(text) > 1000 || char.Count(text) > 200 || strings.Count(text, " ") < 3 || strings.ContainsFunc(text, isStop) {
		return false
	}
	n := 0
	for _, tok := range Tokens(text) {
		n += tabular.One(tok.IsFigure())
	}
	return n >= 3
}
