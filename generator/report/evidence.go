package report

import (
	"slices"
	"strconv"
	"strings"

	"ogi/generator/tongue"
)

// Evidence is what a value that was inferred rests on, why a cell is garbled, or
// who read it. It is what other rooms ask; its words are for readers alone.
type Evidence uint8

const (
	Plainly Evidence = iota // read at its own place: nothing is to be said

	// A figure that was inferred.
	ByLikeness    // the row by a label that is nearly that of the form
	ByNeighbours  // a row without a label by the rows about it
	LabelApart    // the row by a label on another line than its figures
	BehindLabel   // figures right behind their label, in text without a table
	BetweenLabels // figures between two labels, in text without a table
	BelowOneAnother
	BelowNames
	CutAlike
	InParagraph
	WordsAtEdge
	HalvesJoined
	ThreeInOrder
	ThreeInOrderAdding
	FourInOrderAdding
	FourByNames
	RestOfRow
	OnlyWayToAdd
	AllWaysToAdd
	AllWaysToFill
	AllWaysToAddFour
	Veiled

	// What is written is no number.
	NoNumber
	LooksLikeNumber
	Unreadable
	OddUnit
	Corrected
	Percentage
	MarksBehind
	Struck
	SmallDigits
	SignApart
	BadThousands
	SpaceWithin
	Inexact
	InexactBeside
	ADate
	LettersWithin
	SeveralNumbers

	// Which cell a figure belongs to, or which figure to a cell, is not known.
	Unplaced
	MaybeBlank
	OneOf
	TornInTwo
	TornAbout
	TornAndBlank
	RowInTwo
	HalvesMixed
	BlanksLost
	LabelsDisagree
	TwoOutOfOrder
	ThreeOutOfOrder
	ThreeOneOf
	ThreeOddHead
	FourOutOfOrder
	FourOneOf
	FourManyRows
	FourOddHead
	FourMoved
	FourUnplaced

	// There are two of it.
	RowTwice
	LabelTwice
	CopyLacks
	CopyDiffers
	CopiesDiffer

	// It was published and not found.
	FiguresLoose
	FiguresGone
	LineUnread
	LineMixed
	OnlyInYears

	Masked

	// Who read it, where no program could; the last two with where they read it.
	ByOne
	ByTwo
	ByOneAt
	ByTwoAt

	Evidences // how many there are
)

// sentences are what readers are told of each. {n} and {of} are the numbers, {0}
// to {3} the texts, {all} all of them, {or} all of them as alternatives.
var sentences = [Evidences]tongue.Text{
	ByLikeness: tongue.Of(
		"行标签与法定标签不完全一致，按相近的字认定",
		"the row's label is not quite that of the form; told by its likeness",
	),
	ByNeighbours: tongue.Of(
		"行标签缺失，按上下两行的位置认定",
		"the row's label is lost; told by its place between the rows above and below",
	),
	LabelApart: tongue.Of(
		"文字没有保留表格，标签与数字不在同一行，按表格次序认定",
		"the text has not kept the table and the label stands on another line than the figures; told by the order of the table",
	),
	BehindLabel: tongue.Of(
		"文字没有保留表格，按紧跟标签的数字认定",
		"the text has not kept the table; told by the figures right behind the label",
	),
	BetweenLabels: tongue.Of(
		"文字没有保留表格，按上下两个标签之间的数字认定，本行合计成立",
		"the text has not kept the table; told by the figures between two labels, and the row adds up",
	),
	BelowOneAnother: tongue.Of(
		"文字按列对齐而没有表格线，按数字上下对齐的位置认定栏目，空白处认作空白",
		"the text is set in columns without rules; the column is told by what stands below one another, and gaps are read as blanks",
	),
	BelowNames: tongue.Of(
		"表头没有全部七栏，按数字正上方的栏目名称认定",
		"the head does not name all seven columns; told by the name right above the figure",
	),
	CutAlike: tongue.Of(
		"全表每一行都在同一列之后截断，本行只有 {n} 格，按从左到右的栏目认定",
		"every row of the table is cut off after the same column and this one has only {n} cells; told by the columns from left to right",
	),
	InParagraph: tongue.Of(
		"表格写成了一段文字，按标签与数字的先后认定",
		"the table is written as a paragraph; told by the order of labels and figures",
	),
	WordsAtEdge: tongue.Of(
		"文字没有保留表格，本行首格或末格写的是文字，按一格一行的次序认定",
		"the text has not kept the table and the row's first or last cell holds words; told by the order of one cell a line",
	),
	HalvesJoined: tongue.Of(
		"一行的数字在文字里分成了两行，合起来合计成立",
		"the row's figures stand on two lines of the text; put together they add up",
	),
	ThreeInOrder: tongue.Of(
		"文字没有保留表格，标签与数字不相连，按表格次序认定",
		"the text has not kept the table and labels and figures stand apart; told by the order of the table",
	),
	ThreeInOrderAdding: tongue.Of(
		"文字没有保留表格，标签与数字不相连，按表格次序认定，表内合计成立",
		"the text has not kept the table and labels and figures stand apart; told by the order of the table, whose sums hold",
	),
	FourInOrderAdding: tongue.Of(
		"文字没有保留表格，栏目与数字不相连，按表格次序认定，合计成立",
		"the text has not kept the table and columns and figures stand apart; told by the order of the table, and the sums hold",
	),
	FourByNames: tongue.Of(
		"文字没有保留表格，栏目与数字不相连，按表格次序认定，合计成立，并按紧接在数字前的栏目名认定",
		"the text has not kept the table and columns and figures stand apart; told by the order of the table, the sums hold, and by the name right before the figure",
	),
	RestOfRow: tongue.Of(
		"本行印有 {n} 个数（{all}），文字没有保留表格，空白的栏目没有留下位置；末一个等于其余之和，认作总计",
		"the row has {n} figures ({all}), and the text has not kept the table nor where it is blank; the last one is the sum of the others and read as the total",
	),
	OnlyWayToAdd: tongue.Of(
		"本行有 {n} 个数，应为 {of} 个；只有这样对应时各项合计成立",
		"the row has {n} figures and should have {of}; only in this way do the sums hold",
	),
	AllWaysToAdd: tongue.Of(
		"本行有 {n} 个数，应为 {of} 个；凡使合计成立的对应方式在此处一致",
		"the row has {n} figures and should have {of}; all ways in which the sums hold agree here",
	),
	AllWaysToFill: tongue.Of(
		"本行有 {n} 个数，应为 {of} 个；凡能成立的读法在此处一致",
		"the row has {n} figures and should have {of}; all readings that are possible agree here",
	),
	AllWaysToAddFour: tongue.Of(
		"表四有 {n} 个数，应为 {of} 个；凡使合计成立的对应方式在此处一致",
		"table four has {n} figures and should have {of}; all ways in which the sums hold agree here",
	),
	Veiled: tongue.Of(
		"原文此处不直接显示，要点开（或取消隐藏）才看得到",
		"the file does not show this at once; it must be opened or unhidden",
	),

	NoNumber:        tongue.Of("此处写的不是数字", "what is written here is no number"),
	LooksLikeNumber: tongue.Of("像数字而不是数字", "it looks like a number and is none"),
	Unreadable:      tongue.Of("不是可读的数字", "no number that can be read"),
	OddUnit:         tongue.Of("数后的单位“{0}”不是件数的单位", "the unit “{0}” behind the number is none of a count"),
	Corrected:       tongue.Of("括注另有更正的数", "a remark in brackets gives another number"),
	Percentage:      tongue.Of("写的是百分比", "a percentage is written"),
	MarksBehind:     tongue.Of("数字后有多余的符号", "marks stand behind the number that do not belong to it"),
	Struck:          tongue.Of("写的数字已划去：{0}", "the number that is written is struck out: {0}"),
	SmallDigits: tongue.Of(
		"小字可能是注号，也可能是数字：{0} 或 {1}",
		"small digits may be the mark of a note or belong to the number: {0} or {1}",
	),
	SignApart: tongue.Of(
		"横线与数字之间有空白，可能是负号，也可能是另一格的横线",
		"there is space between the stroke and the number: a minus, or the dash of another cell",
	),
	BadThousands: tongue.Of("千位分隔符的位置不对", "the mark of thousands stands in the wrong place"),
	SpaceWithin: tongue.Of(
		"数字中间有空白，可能是一个数，也可能是几个数",
		"there is space between the digits: one number, or several",
	),
	Inexact: tongue.Of("写的不是确数", "no exact number is written"),
	InexactBeside: tongue.Of(
		"上下一行写有“余”“约”一类的字，写的可能不是确数",
		"a line above or below has a word for “more than” or “about”: the number may be no exact one",
	),
	ADate:          tongue.Of("写的是日期而不是件数", "a date is written, not a count"),
	LettersWithin:  tongue.Of("数字中混有字母", "there are letters among the digits"),
	SeveralNumbers: tongue.Of("一格中不止一个数", "there is more than one number in the cell"),

	Unplaced: tongue.Of(
		"本行有 {n} 个数，与 {of} 个栏目对不上，无法认定各属哪一栏",
		"the row has {n} figures for {of} columns; which belongs to which cannot be told",
	),
	MaybeBlank: tongue.Of(
		"本行的数与栏目对不上，此处可能是空白",
		"the row's figures do not match the columns; this may be a blank",
	),
	OneOf: tongue.Of(
		"本行的数与栏目对不上，此处可能是 {or}",
		"the row's figures do not match the columns; this may be {or}",
	),
	TornInTwo: tongue.Of(
		"下一行有不带标签的数字，这里的数可能被折成两行",
		"the next line has figures without a label; the number here may be broken over two lines",
	),
	TornAbout: tongue.Of(
		"上下有不属于任何一行的数字，这里的数可能被折成几行",
		"above or below stand figures of no row; the number here may be broken over several lines",
	),
	TornAndBlank: tongue.Of(
		"合计不成立，其中一个数可能被折成两个，另有一格空白",
		"the sum does not hold: one number may be broken in two, and another cell blank",
	),
	RowInTwo: tongue.Of(
		"相邻一行有数无名，本行的数可能断在两行",
		"a neighbouring row has figures and no label; the figures of this one may be broken over both",
	),
	HalvesMixed: tongue.Of(
		"一行的数字在文字里分成了两行，而两行的数左右相间，先后不明",
		"the row's figures stand on two lines of the text and interlace; their order is not clear",
	),
	BlanksLost: tongue.Of(
		"本行印有 {n} 个数（{all}），文字没有保留表格，空白的栏目没有留下位置",
		"the row has {n} figures ({all}), and the text has not kept the table nor where it is blank",
	),
	LabelsDisagree: tongue.Of(
		"紧挨着的标签与表格次序不一致",
		"the label next to it and the order of the table disagree",
	),
	TwoOutOfOrder: tongue.Of(
		"文字没有保留表格，标签与数字不相连，数字的次序也不是各行的次序",
		"the text has not kept the table, labels and figures stand apart, and the figures do not come in the order of the rows",
	),
	ThreeOutOfOrder: tongue.Of(
		"标签与数字不相连，按表格次序读出的数不合表内合计",
		"labels and figures stand apart, and in the order of the table the sums do not hold",
	),
	ThreeOneOf: tongue.Of("可能是 {or}", "it may be {or}"),
	ThreeOddHead: tongue.Of(
		"表三表头各栏的先后与法定格式不同，看不出本行的数在哪一栏之下",
		"the columns of table three come in another order than on the form; which figure of the row stands below which cannot be told",
	),
	FourOutOfOrder: tongue.Of(
		"栏目与数字不相连，按任何次序都不合合计",
		"columns and figures stand apart, and in no order do the sums hold",
	),
	FourOneOf: tongue.Of("栏目与数字不相连，可能是 {or}", "columns and figures stand apart; it may be {or}"),
	FourManyRows: tongue.Of(
		"表四有几行数，看不出哪一行是本年度的",
		"table four has several rows of figures; which is that of the year cannot be told",
	),
	FourOddHead: tongue.Of(
		"表四表头各栏的先后与法定格式不同，看不出各数在哪一栏之下",
		"the columns of table four come in another order than on the form; which figure stands below which cannot be told",
	),
	FourMoved: tongue.Of("表四的数与栏目可能错位", "the figures of table four may have moved against their columns"),
	FourUnplaced: tongue.Of(
		"表四有 {n} 个数，与 {of} 个栏目对不上",
		"table four has {n} figures for {of} columns",
	),

	RowTwice: tongue.Of("同名的行出现两次，数字不同", "the row stands there twice, with different figures"),
	LabelTwice: tongue.Of(
		"这一行的标签在文件中有两处，另一处的数未能读出",
		"the row's label stands in two places of the file, and the figures of the other one were not read",
	),
	CopyLacks: tongue.Of(
		"这一行在文件中有两处，一处的数不全",
		"the row stands in two places of the file, and one lacks figures",
	),
	CopyDiffers: tongue.Of(
		"这一行在文件中有两处，此处一处是 {0}，一处是 {1}",
		"the row stands in two places of the file: here one has {0}, the other {1}",
	),
	CopiesDiffer: tongue.Of(
		"表格在文件中有两份，此处一份是 {0}（{1}），一份是 {2}（{3}）",
		"the file has the table twice: here one copy has {0} ({1}), the other {2} ({3})",
	),

	FiguresLoose: tongue.Of(
		"表中的数字与标签不相连，认不出哪一个是这一格的",
		"the figures of the table stand apart from its labels; which belongs to this cell cannot be told",
	),
	FiguresGone: tongue.Of(
		"只见这张表的标签，没有数字，数字可能在转换时丢失",
		"only the labels of this table were found; its figures may have been lost in conversion",
	),
	LineUnread: tongue.Of(
		"表中有一行字未能读出，认不出是不是这一格的",
		"a line of the table could not be read, and whether it is of this cell cannot be told",
	),
	LineMixed: tongue.Of(
		"表中有一行数字之间夹有文字，未能读出，认不出是不是这一格的",
		"a line of the table has words among its figures and could not be read, and whether it is of this cell cannot be told",
	),
	OnlyInYears: tongue.Of(
		"只在并列几个年度的表中有这一行，看不出是法定表格的哪一格",
		"only a table of several years has this row; which cell of the form it is cannot be told",
	),

	Masked: tongue.Of("疑似个人信息，已遮盖", "it may be personal information and is masked"),

	ByOne:   tongue.Of("人工录入：{0}", "entered by {0}"),
	ByTwo:   tongue.Of("人工校核：{0}、{1}", "entered by {0}, checked by {1}"),
	ByOneAt: tongue.Of("人工录入：{0}，见{1}", "entered by {0}, from {1}"),
	ByTwoAt: tongue.Of("人工校核：{0}、{1}，见{2}", "entered by {0}, checked by {1}, from {2}"),
}

// A Why is the evidence of one cell with what its sentence names: how many figures
// were read and how many should be, and texts of the file. Nil is Plainly. It is
// never changed, since cells share it.
type Why struct {
	Evidence Evidence
	N, Of    int
	Texts    []string
}

// Lacking among the texts of a Why is a reading in which the cell is not there;
// an empty text is a blank cell.
const Lacking = "\x00"

// alone are the Whys that name nothing, which need not be made.
var alone = func() (ws [Evidences]Why) {
	for e := range ws {
		ws[e].Evidence = Evidence(e)
	}
	return ws
}()

// Why is the evidence alone, for a sentence that names nothing.
func (e Evidence) Why() *Why {
	if e == Plainly {
		return nil
	}
	return &alone[e]
}

// Of is the evidence with two numbers.
func (e Evidence) Of(n, of int) *Why { return &Why{Evidence: e, N: n, Of: of} }

// With is the evidence with texts of the file.
func (e Evidence) With(texts ...string) *Why { return &Why{Evidence: e, Texts: texts} }

// Is reports whether w is that evidence.
func (w *Why) Is(e Evidence) bool { return w.Kind() == e }

// Kind is the evidence of w.
func (w *Why) Kind() Evidence {
	if w == nil {
		return Plainly
	}
	return w.Evidence
}

// Equal reports whether two Whys say the same.
func (w *Why) Equal(o *Why) bool {
	if w == o || w == nil || o == nil {
		return w == o
	}
	return w.Evidence == o.Evidence && w.N == o.N && w.Of == o.Of && slices.Equal(w.Texts, o.Texts)
}

// Each is w with its texts put through f.
func (w *Why) Each(f func(string) string) *Why {
	if w == nil || len(w.Texts) == 0 {
		return w
	}
	out := *w
	out.Texts = slices.Clone(w.Texts)
	for i, s := range out.Texts {
		out.Texts[i] = f(s)
	}
	return &out
}

// Text is the sentence in both languages, empty for Plainly.
func (w *Why) Text() tongue.Text {
	if w == nil {
		return tongue.Text{}
	}
	s := sentences[w.Evidence]
	return tongue.Of(w.fill(s.ZH, chinese), w.fill(s.EN, english))
}

// String is the sentence in Chinese.
func (w *Why) String() string {
	if w == nil {
		return ""
	}
	return w.fill(sentences[w.Evidence].ZH, chinese)
}

// words are those that each language has between and for texts.
type words struct{ or, lacking, blank string }

var (
	chinese = words{" 或 ", "缺失", "空白"}
	english = words{" or ", "lacking", "blank"}
)

// fill puts what w names into a sentence.
func (w *Why) fill(s string, in words) string {
	at := strings.IndexByte(s, '{')
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for ; at >= 0; at = strings.IndexByte(s, '{') {
		end := strings.IndexByte(s, '}')
		b.WriteString(s[:at])
		b.WriteString(w.named(s[at+1:end], in))
		s = s[end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// named is what stands for a name in a sentence.
func (w *Why) named(name string, in words) string {
	switch name {
	case "n":
		return strconv.Itoa(w.N)
	case "of":
		return strconv.Itoa(w.Of)
	case "all":
		return strings.Join(w.Texts, " ")
	case "or":
		ts := slices.Clone(w.Texts)
		for i, t := range ts {
			switch t {
			case Lacking:
				ts[i] = in.lacking
			case "":
				ts[i] = in.blank
			}
		}
		return strings.Join(ts, in.or)
	}
	if i := int(name[0] - '0'); i < len(w.Texts) {
		return w.Texts[i]
	}
	return ""
}
