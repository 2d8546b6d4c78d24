package word

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// lists numbers paragraphs as Word does: 一、 or 1. that stands nowhere in
// the text is still what readers of the document see.
type lists struct {
	abstract map[string]string      // numId to abstractNumId
	restart  map[string]map[int]int // numId to the levels that its first paragraph begins anew
	levels   map[string]map[int]listLevel
	counts   map[string]*[9]int // by abstractNumId
}

// maxListText bounds the words of a list number, which every paragraph of the list
// begins with; Word has no longer ones.
const maxListText = 1000

type listLevel struct {
	format, text string
	start        int
}

func readLists(b []byte) *lists {
	l := &lists{abstract: map[string]string{}, restart: map[string]map[int]int{}, levels: map[string]map[int]listLevel{}, counts: map[string]*[9]int{}}
	var part struct {
		Abstract []struct {
			ID     string `xml:"abstractNumId,attr"`
			Levels []struct {
				N      int `xml:"ilvl,attr"`
				Start  val `xml:"start"`
				Format val `xml:"numFmt"`
				Text   val `xml:"lvlText"`
			} `xml:"lvl"`
		} `xml:"abstractNum"`
		Nums []struct {
			ID       string `xml:"numId,attr"`
			Abstract val    `xml:"abstractNumId"`
			Override []struct {
				N     int  `xml:"ilvl,attr"`
				Start *val `xml:"startOverride"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	if len(b) == 0 || xml.NewDecoder(bytes.NewReader(b)).Decode(&part) != nil {
		return l
	}
	for _, a := range part.Abstract {
		l.levels[a.ID] = map[int]listLevel{}
		for _, v := range a.Levels {
			if len(v.Text.Val) > maxListText {
				continue
			}
			start, err := strconv.Atoi(v.Start.Val)
			if err != nil {
				start = 1
			}
			l.levels[a.ID][v.N] = listLevel{format: v.Format.Val, text: v.Text.Val, start: start}
		}
	}
	for _, n := range part.Nums {
		l.abstract[n.ID] = n.Abstract.Val
		for _, o := range n.Override {
			if o.Start == nil {
				continue
			}
			if start, err := strconv.Atoi(o.Start.Val); err == nil {
				if l.restart[n.ID] == nil {
					l.restart[n.ID] = map[int]int{}
				}
				l.restart[n.ID][o.N] = start
			}
		}
	}
	return l
}

// next is the number of the next paragraph of a list, "" for bullets.
func (l *lists) next(list string, level int) string {
	id := l.abstract[list]
	levels := l.levels[id]
	if levels == nil || level < 0 || level > 8 {
		return ""
	}
	n := l.counts[id]
	if n == nil {
		n = &[9]int{}
		for i := range n {
			n[i] = levels[i].start - 1
		}
		l.counts[id] = n
	}
	if at := l.restart[list]; at != nil {
		for i, start := range at {
			if i >= 0 && i < len(n) {
				n[i] = start - 1
			}
		}
		delete(l.restart, list)
	}
	n[level]++
	for i := level + 1; i < len(n); i++ {
		n[i] = levels[i].start - 1
	}
	if levels[level].format == "bullet" || levels[level].format == "none" {
		return ""
	}
	s := levels[level].text
	for i := range n {
		if mark := "%" + strconv.Itoa(i+1); strings.Contains(s, mark) {
			s = strings.ReplaceAll(s, mark, listNumber(levels[i].format, n[i]))
		}
	}
	return s
}

func listNumber(format string, n int) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand", "chineseLegalSimplified":
		return chineseNumber(n)
	case "lowerLetter", "upperLetter":
		if n >= 1 && n <= 26 {
			c := rune('a' + n - 1)
			if format == "upperLetter" {
				c = rune('A' + n - 1)
			}
			return string(c)
		}
	}
	return strconv.Itoa(n)
}

// chineseNumber writes 1–99 as counted in headings.
func chineseNumber(n int) string {
	const digits = "〇一二三四五六七八九"
	d := func(i int) string { return string([]rune(digits)[i]) }
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return d(n)
	case n == 10:
		return "十"
	case n < 20:
		return "十" + d(n-10)
	case n%10 == 0:
		return d(n/10) + "十"
	}
	return d(n/10) + "十" + d(n%10)
}
