package head

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/form"
	"ogi/generator/han"
)

// A style is how a report numbers its six parts. The form has 一、; others are
// met, one to a report. What is numbered in another style than the parts are is
// a sub-heading.
type style uint8

const (
	bareStyle   style = iota
	hanStyle          // 一、 第一部分
	parenStyle        // （一） (1) 【一】
	arabicStyle       // 1、 1.
	romanStyle        // Ⅰ I.
	formalStyle       // 壹、
)

const (
	formalDigits  = "壹贰叁肆伍陆"
	marksOfNumber = "、.．，,:： ﹑､)）\u3000\u00a0"
)

// otherNumber cuts a number that is not 一、 off a line: what is printed, its
// style and what it counts. Only one to six number parts.
func otherNumber(text string) (printed string, st style, n int, rest string) {
	t := strings.TrimLeft(text, "#* \u3000\u00a0")
	u, w := utf8.DecodeRuneInString(t)
	switch {
	case u == '（' || u == '(' || u == '【' || u == '〔':
		inside := t[w:]
		v, m := utf8.DecodeRuneInString(inside)
		if n = countOfRune(v); n == 0 {
			return "", bareStyle, 0, t
		}
		if c, k := utf8.DecodeRuneInString(inside[m:]); strings.ContainsRune("）)】〕", c) {
			return t[:w+m+k], parenStyle, n, strings.TrimLeft(inside[m+k:], marksOfNumber)
		}
		return "", bareStyle, 0, t
	case u >= 'Ⅰ' && u <= 'Ⅵ':
		return t[:w], romanStyle, int(u-'Ⅰ') + 1, strings.TrimLeft(t[w:], marksOfNumber)
	case u == 'I' || u == 'V':
		i := len(t) - len(strings.TrimLeft(t, "IV"))
		n = strings.Index(" I II III IV V VI ", " "+t[:i]+" ")
		if n >= 0 && i < len(t) && strings.ContainsAny(t[i:], marksOfNumber) {
			return t[:i], romanStyle, 1 + strings.Count(" I II III IV V VI "[:n], " "), strings.TrimLeft(t[i:], marksOfNumber)
		}
		return "", bareStyle, 0, t
	}
	st = arabicStyle
	if i := strings.IndexRune(formalDigits, u); i >= 0 && u != utf8.RuneError {
		st = formalStyle
	}
	if n = countOfRune(u); n == 0 || st == arabicStyle && strings.ContainsRune(char.Numerals, u) {
		return "", bareStyle, 0, t
	}
	v, _ := utf8.DecodeRuneInString(t[w:])
	if !strings.ContainsRune(marksOfNumber, v) {
		return "", bareStyle, 0, t
	}
	return t[:w], st, n, strings.TrimLeft(t[w:], marksOfNumber)
}

// countOfRune is what one character counts, 1 to 6, 0 for any other.
func countOfRune(u rune) int {
	switch {
	case u >= '1' && u <= '6':
		return int(u - '0')
	case u >= '１' && u <= '６':
		return int(u - '０')
	}
	for _, digits := range [...]string{"一二三四五六", formalDigits} {
		if i := strings.IndexRune(digits, u); i >= 0 && u != utf8.RuneError {
			return i/3 + 1
		}
	}
	return 0
}

// topLevel keeps the headings of the six parts. The style that most of them are
// in is the report's; of headings in another only those that fill a gap in their
// place are parts too. A heading level alone makes none.
func (c reader) topLevel(found []head) []head {
	main, level := mainStyle(found)
	inMain := func(h head) bool { return h.style == main && (main != bareStyle || h.level == level) }
	kept := found
	if slices.ContainsFunc(found, func(h head) bool { return !inMain(h) }) {
		kept = nil
		for _, h := range found {
			if inMain(h) {
				kept = append(kept, h)
			}
		}
	}
	if main != hanStyle {
		kept = c.once(kept)
	}
	if len(kept) == len(found) {
		return kept
	}
	var fill []head
	for _, h := range found {
		if inMain(h) || h.N == 0 || h.Weak {
			continue
		}
		if c.fillsGap(h, kept, fill) {
			fill = append(fill, h)
		}
	}
	return mergeHeads(kept, fill)
}

// mainStyle is the style, and for bare headings the level, in which most of the
// six parts are found; 一、 where two are even.
func mainStyle(found []head) (best style, level int) {
	type key struct {
		style style
		level int
	}
	seen := map[key]uint8{}
	for _, h := range found {
		if h.N == 0 || h.Weak {
			continue
		}
		k := key{h.style, h.level}
		if h.style != bareStyle {
			k.level = 0
		}
		seen[k] |= 1 << h.N
	}
	const fewest = 3 // parts in a style that is not the form's
	best, most := hanStyle, max(parts(seen[key{hanStyle, 0}]), fewest-1)
	for st := bareStyle; st <= formalStyle; st++ {
		for l := range 10 {
			if n := parts(seen[key{st, l}]); n > most {
				best, level, most = st, l, n
			}
		}
	}
	return best, level
}

func parts(set uint8) int {
	n := 0
	for ; set > 0; set >>= 1 {
		n += int(set & 1)
	}
	return n
}

// once keeps one heading of each part where they are not numbered as the form
// has it: of two to four that before its table, else the last.
func (c reader) once(all []head) []head {
	var pick [7]int
	for i, h := range all {
		if h.N > 0 && (pick[h.N] == 0 || !c.beforeTable(all[pick[h.N]-1])) {
			pick[h.N] = i + 1
		}
	}
	var kept []head
	for i, h := range all {
		if h.N > 0 && pick[h.N] == i+1 {
			kept = append(kept, h)
		}
	}
	return kept
}

// fillsGap reports whether a heading stands where its part is lacking: behind
// those before it, before those after it, and of parts two to four above a
// table.
func (c reader) fillsGap(h head, kept, fill []head) bool {
	before, after := 0, 7
	for _, all := range [...][]head{kept, fill} {
		for _, k := range all {
			switch {
			case k.N == 0 || k.Weak:
			case k.N == h.N:
				return false
			case k.Unit < h.Unit:
				before = max(before, k.N)
			default:
				after = min(after, k.N)
			}
		}
	}
	if before >= h.N || after <= h.N || len(kept) == 0 && !h.exact && h.style == bareStyle {
		return false
	}
	if h.N == 1 || h.N >= 5 {
		return h.exact || h.style != bareStyle || h.level > 0 && before == h.N-1
	}
	return c.beforeTable(h)
}

// beforeTable reports whether a table, or the text of one, stands soon below a
// heading.
func (c reader) beforeTable(h head) bool {
	const near = 8
	for i := h.Unit + 1; i < len(c.Units) && i <= h.Unit+near; i++ {
		u := &c.Units[i]
		if u.IsRow() {
			return true
		}
		if t := form.Norm(u.Line.Text); strings.HasPrefix(t, "第二十条") || strings.Contains(t, "本年新收") || strings.Contains(t, "勾稽") || t == "行政复议" || strings.HasPrefix(t, "信息内容") {
			return true
		}
	}
	return false
}

func mergeHeads(a, b []head) []head {
	if len(b) == 0 {
		return a
	}
	out := make([]head, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Unit < b[0].Unit {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out
}

// withoutContents leaves out a table of contents: at least four headings right
// below each other of which most come again. Fewer are a page that tells its parts
// apart (page-tells-the-report-twice).
func (c reader) withoutContents(found []head) []head {
	const least = 4
	if len(found) < least+least/2+1 {
		return found // more than half of a list come again
	}
	var kept []head
	for i := 0; i < len(found); {
		j, seen := i+1, uint8(1)<<found[i].N
		for j < len(found) && c.adjacent(found[j-1].Unit, found[j].Unit) && (found[j].N == 0 || seen&(1<<found[j].N) == 0) {
			seen |= 1 << found[j].N
			j++
		}
		if j-i < least || !comeAgain(found[i:j], found[j:]) {
			kept = append(kept, found[i:j]...)
		}
		i = j
	}
	return kept
}

// adjacent reports whether nothing stands between two units.
func (c reader) adjacent(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if u := &c.Units[i]; u.IsRow() || strings.Trim(u.Line.Text, " \u00a0\u3000.…·0123456789-") != "" {
			return false
		}
	}
	return true
}

func comeAgain(list, later []head) bool {
	var again uint8
	for _, h := range later {
		again |= 1 << h.N
	}
	n := 0
	for _, h := range list {
		if h.N > 0 && again&(1<<h.N) != 0 {
			n++
		}
	}
	return 2*n > len(list)
}

// partNames tell each of the six parts in a line that lists them.
var partNames = [...]string{"总体情况", "主动公开", "收到和处理", "复议", "存在的主要问题", "其他需要报告"}

// listsParts reports whether a line names three of the six parts or more. Two parts are
// one heading (free-form-with-tables-of-its-own).
func listsParts(s string) bool {
	n, folded := 0, han.Fold(s)
	for _, w := range partNames {
		if strings.Contains(folded, w) {
			n++
		}
	}
	return n >= 3
}
