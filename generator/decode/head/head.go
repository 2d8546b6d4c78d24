// Package head finds the headings of the six parts of a report, however they are
// numbered, and where a page tells its report a second time. The lines of a
// unit.Reader come in, its Heads go out; a heading that is not sure is none.
package head

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/place"
)

// A head is a line read as one.
type head struct {
	unit.Head
	style style
	level int  // heading level that the file gives the line
	exact bool // a title as the form prints it
}

type reader struct{ *unit.Reader }

// Find finds the top-level headings. Numbers may restart or be absent; the
// title decides. Rows 一 to 四 of table three are no headings.
func Find(r *unit.Reader) {
	c := reader{r}
	strong := [7]bool{}
	old := c.BeforeForm()
	var found []head
	for i := range c.Units {
		u := &c.Units[i]
		if u.Aside || old && u.IsRow() && len(u.Row) > 1 {
			continue // 一、主动公开情况 heads rows of the 统计表 of that time
		}
		text, pos, ok := headText(u)
		if !ok || text == "" || u.Role == unit.HeadingRole {
			continue
		}
		h, ok := headOf(text, u.Heading, u.IsRow())
		if !ok {
			h, ok = brokenHead(c.Units[i:])
		}
		if !ok && old && u.Heading > 1 {
			n, _ := sectionOf(form.Norm(text))
			h, ok = head{Head: unit.Head{N: n, Weak: true, Title: text}}, true // headings without numbers
		}
		if !ok {
			continue
		}
		h.Unit, h.Pos, h.level = i, pos, u.Heading
		found = append(found, h)
	}
	if !old {
		found = c.topLevel(c.withoutContents(found))
	}
	c.Heads = make([]unit.Head, len(found))
	for i := range found {
		c.Heads[i] = found[i].Head
	}
	c.toldTwice()
	for i := range c.Heads {
		if h := &c.Heads[i]; !h.Weak {
			strong[h.N] = h.N > 0
		}
	}
	for i := range c.Heads {
		h := &c.Heads[i]
		if h.Weak && strong[h.N] {
			h.N = 0
		}
		u := &c.Units[h.Unit]
		u.Section = i
		u.SetRole(unit.HeadingRole)
	}
}

// headText is the text of a line, of a row's only filled cell, or of two cells
// of which the first holds the number: 一、 | 总体情况. 第一部分 is the longest of them
// (headings-over-two-cells).
func headText(u *unit.Unit) (string, place.Pos, bool) {
	if text, pos, ok := u.Only(); ok || !u.IsRow() {
		return text, pos, ok
	}
	first, second := -1, -1
	for i := range u.Row {
		switch {
		case u.Row[i].Text == "":
		case first < 0:
			first = i
		case second < 0:
			second = i
		default:
			return "", place.Pos{}, false
		}
	}
	if second < 0 || len(u.Row[first].Text) > 12 || !exactTitle(form.Norm(u.Row[second].Text)) {
		return "", place.Pos{}, false
	}
	text := u.Row[first].Text
	if printed, _ := Number(text + "、"); printed != "" && !strings.HasSuffix(text, "、") {
		text += "、"
	}
	return text + u.Row[second].Text, u.Row[first].Pos, true
}

// brokenHead reads a heading that goes on in the next lines: the number and the
// beginning of a title of the form, then its end (heading-over-three-lines).
func brokenHead(units []unit.Unit) (head, bool) {
	if units[0].IsRow() {
		return head{}, false
	}
	whole := units[0].Line.Text
	printed, begin := Number(whole)
	if printed == "" {
		return head{}, false
	}
	for i := 1; i < len(units) && beginsTitle(form.Norm(begin)); i++ {
		u := &units[i]
		if u.IsRow() || u.Aside {
			return head{}, false
		}
		whole += u.Line.Text
		begin += u.Line.Text
		if exactTitle(form.Norm(begin)) {
			for k := 1; k <= i; k++ {
				units[k].SetRole(unit.HeadingRole)
			}
			return headOf(whole, units[0].Heading, false)
		}
	}
	return head{}, false
}

// headOf reads one line as a top-level heading.
func headOf(text string, level int, row bool) (head, bool) {
	if len(text) > 240 {
		text = text[:240]
		for !utf8.ValidString(text) {
			text = text[:len(text)-1]
		}
	}
	h, title, ok := numbered(text)
	bare := h.Printed == "" && level == 0
	if !ok || bare && row {
		return h, false
	}
	title = strings.ReplaceAll(title, "\n", "")
	n, end := h.entitle(title, text)
	if n == "" || bare && !h.exact || isTableRow(n) || listsParts(text) && (!h.exact || char.HasAny(title[end:], []string{"二、", "（二）", "2、", "2."})) {
		return h, false
	}
	if h.N, h.Weak = sectionOf(n); !h.heads(n, level, row, end == len(title)) {
		return h, false
	}
	if after := strings.Trim(title[end:], "。：:；; "); after != "" {
		if h.N == 0 || h.Weak {
			return h, false
		}
		h.Rest = len(text) - len(title) + end
	}
	return h, true
}

// numbered cuts the number off a line. It reports false where a number that is not
// 一、 counts another part than the title names: a sub-heading, or a row.
func numbered(text string) (h head, rest string, ok bool) {
	if h.Printed, rest = Number(text); h.Printed != "" {
		h.style = hanStyle
		return h, rest, true
	}
	printed, style, n, after := otherNumber(text)
	if style == bareStyle {
		return h, rest, true
	}
	h.Printed, h.style = printed, style
	k, weak := sectionOf(form.Norm(cutTitle(after)))
	return h, after, !weak && k == n
}

// entitle takes the title of a heading from what follows its number, up to where
// running text begins, and gives it normalised and where it ends. It is "" if it has
// more characters than titles have.
func (h *head) entitle(s, line string) (n string, end int) {
	title := cutTitle(s)
	end = len(title)
	h.Title = strings.TrimSpace(strings.TrimRight(title, "。：:；; "))
	n = form.Norm(h.Title)
	if utf8.RuneCountInString(n) > mostOfTitle {
		if end = titleAhead(title); end == 0 || h.Printed == "" || listsParts(line) {
			return "", 0
		}
		h.Title = title[:end]
		n = form.Norm(h.Title)
	}
	h.exact = exactTitle(n)
	return n, end
}

// heads reports whether a title heads a part of the report: one of the six, by all that
// is known of the line, or one that the form does not have, which is numbered 一、,
// stands alone, and is shorter (headings-in-longer-words).
func (h *head) heads(n string, level int, row, alone bool) bool {
	switch {
	case h.N > 0 && h.Weak:
		return h.style == hanStyle
	case h.N > 0:
		return h.Printed != "" || level > 0 || h.exact && !row
	}
	return h.style == hanStyle && alone && utf8.RuneCountInString(n) <= 30 && !row && !strings.ContainsAny(h.Title, "，,") && !isLabel(h.Title, n) && !endsInDigit(h.Title)
}

// mostOfTitle is how many characters a title may have (headings-in-longer-words).
const mostOfTitle = 40

// titleAhead is where a title of the form ends with which a line begins, 0 where
// it begins with none: lines of a PDF that were joined (heading-runs-on).
func titleAhead(s string) int {
	for _, last := range [...]string{"情况", "事项"} {
		if i := strings.Index(s, last); i >= 0 && exactTitle(form.Norm(s[:i+len(last)])) {
			return i + len(last)
		}
	}
	return 0
}

// cutTitle is the part of a line before running text begins.
func cutTitle(s string) string {
	if i := strings.IndexFunc(s, endsTitle); i >= 0 {
		return s[:i]
	}
	return s
}

// endsTitle knows the marks behind which a title goes over into running text
// (heading-goes-over-into-text).
func endsTitle(u rune) bool {
	switch u {
	case '。', '：', ':', '；', ';':
		return true
	}
	return false
}

// isLabel reports whether a title may be a row of table three, torn or whole. No
// label ends in 情况 but the head of the columns.
func isLabel(body, n string) bool {
	return form.IsPiece(body) && (!strings.HasSuffix(n, "情况") || n == "申请人情况")
}

// endsInDigit tells a row with its figures from a heading
// (pdf-text-labels-of-two-columns-mixed).
func endsInDigit(s string) bool {
	last := s[len(s)-1]
	return last >= '0' && last <= '9'
}

// Number cuts 一、, 第一部分 or 第一章 off a heading.
func Number(text string) (printed, rest string) {
	t := strings.TrimLeft(text, "#* \u3000\u00a0")
	if after, ok := strings.CutPrefix(t, "第"); ok {
		for _, part := range [...]string{"部分", "章"} {
			if i := strings.Index(after, part); i > 0 && isNumeral(after[:i]) {
				return after[:i], strings.TrimLeft(after[i+len(part):], "、.．:： \u3000\u00a0")
			}
		}
	}
	i := 0
	for i < len(t) {
		u, n := utf8.DecodeRuneInString(t[i:])
		if u == ' ' && i > 0 {
			i++
			continue
		}
		u2 := []rune(form.Norm(string(u)))
		if len(u2) != 1 || !strings.ContainsRune(char.Numerals, u2[0]) {
			break
		}
		i += n
	}
	if i == 0 {
		return "", t
	}
	u, n := utf8.DecodeRuneInString(t[i:])
	if !strings.ContainsRune("、.．，,:： ﹑､", u) && u != '\u3000' && u != '\u00a0' {
		return "", t
	}
	return form.Norm(t[:i]), strings.TrimLeft(t[i+n:], "、. \u3000\u00a0")
}

func isNumeral(s string) bool {
	for _, u := range s {
		if !strings.ContainsRune(char.Numerals, u) {
			return false
		}
	}
	return s != ""
}

func isTableRow(n string) bool {
	return strings.Contains(n, "本年新收") || strings.Contains(n, "上年结转") || strings.Contains(n, "结转下年") ||
		strings.HasPrefix(n, "本年度办理结果") || n == "本年度" ||
		strings.Contains(n, "直接起诉") || strings.HasSuffix(n, "复议后起诉")
}

// sectionOf tells which of the six sections a title names. Words that others use
// too count in short titles alone (headings-in-longer-words).
func sectionOf(n string) (number int, weak bool) {
	has := func(words ...string) bool {
		for _, w := range words {
			if !strings.Contains(n, w) {
				return false
			}
		}
		return true
	}
	short := utf8.RuneCountInString(n) <= 14
	switch {
	case has("复议") && (has("诉讼") || has("起诉") || has("应诉")):
		return 4, false
	case has("存在") && has("问题") && !has("收到"):
		return 5, false
	case has("其他") && has("事项") && (has("报告") || has("说明")):
		return 6, false
	case has("收到和处理") || has("收到", "申请", "情况") && has("处理"):
		return 3, false
	case has("总体", "情况") && short, n == "总体概况", n == "基本情况":
		return 1, false
	case has("主动公开政府信息") && has("情况"), has("主动公开情况") && short:
		return 2, false
	case has("主动公开"):
		return 2, true
	case has("申请") && has("公开"):
		return 3, true
	case has("问题") || has("改进"):
		return 5, true
	case n == "概述", n == "概况":
		return 1, true
	case n == "其他事项", n == "其他", n == "附则":
		return 6, true
	}
	return 0, false
}

// exactTitle reports whether a line without number is one of the titles as the
// form prints them.
func exactTitle(n string) bool { return slices.Contains(titles[:], n) }

func beginsTitle(n string) bool {
	return slices.ContainsFunc(titles[:], func(t string) bool { return strings.HasPrefix(t, n) })
}

var titles = [...]string{
	"总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议行政诉讼情况",
	"存在的主要问题及改进情况", "其他需要报告的事项",
	"因政府信息公开工作被申请行政复议提起行政诉讼情况", "政府信息公开工作存在的主要问题及改进情况",
}
