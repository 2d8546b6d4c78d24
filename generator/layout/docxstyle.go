package layout

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// wordStyles is what the styles of a document say: the heading level of
// paragraphs, 1–6, and which hide their text.
type wordStyles struct {
	heading map[string]int
	hidden  map[string]bool
	parts   map[string]bool // styles of tables that strike or hide the text of some rows or columns
	runs    map[string]wordRun
	usual   wordRun // of letters of which no style says anything
	list    map[string]wordListAt
}

// A wordListAt is the list that a paragraph belongs to, and its level there.
type wordListAt struct {
	list  string
	level int
}

// readWordStyles reads the part of styles; a damaged one only loses headings
// and what they hide.
func readWordStyles(b []byte) wordStyles {
	type val struct {
		Val string `xml:"val,attr"`
	}
	var part struct {
		Usual  wordRunPr `xml:"docDefaults>rPrDefault>rPr"`
		Styles []struct {
			ID    string    `xml:"styleId,attr"`
			Name  val       `xml:"name"`
			Based val       `xml:"basedOn"`
			Run   wordRunPr `xml:"rPr"`
			Parts []struct {
				Run wordRunPr `xml:"rPr"`
			} `xml:"tblStylePr"`
			List  val `xml:"pPr>numPr>numId"`
			Level struct {
				Val int `xml:"val,attr"`
			} `xml:"pPr>numPr>ilvl"`
			Outline *struct {
				Val int `xml:"val,attr"`
			} `xml:"pPr>outlineLvl"`
		} `xml:"style"`
	}
	out := wordStyles{heading: map[string]int{}, runs: map[string]wordRun{}, usual: wordRun{size: wordSize}}
	if len(b) == 0 || xml.NewDecoder(bytes.NewReader(b)).Decode(&part) != nil {
		return out
	}
	based := map[string]string{}
	hides := map[string]bool{} // those that say so themselves
	parts := map[string]bool{}
	lists := map[string]wordListAt{}
	runs := map[string]wordRunPr{}
	out.usual = part.Usual.on(out.usual)
	for _, s := range part.Styles {
		based[s.ID], runs[s.ID] = s.Based.Val, s.Run
		if s.Run.Vanish != nil {
			hides[s.ID] = onValue(s.Run.Vanish.Val)
		}
		for _, p := range s.Parts {
			if p.Run.Vanish != nil || p.Run.Strike != nil || p.Run.Double != nil {
				parts[s.ID] = true
			}
		}
		if s.List.Val != "" {
			lists[s.ID] = wordListAt{s.List.Val, s.Level.Val}
		}
		name := strings.ToLower(s.Name.Val)
		level := 0
		if n, ok := strings.CutPrefix(name, "heading "); ok {
			level, _ = strconv.Atoi(n)
		}
		if name == "title" {
			level = 1
		}
		if level == 0 && s.Outline != nil && s.Outline.Val < 6 {
			level = s.Outline.Val + 1
		}
		if level >= 1 && level <= 6 {
			out.heading[s.ID] = level
		}
	}
	for id := range based {
		var chain []wordRunPr
		for at, n := id, 0; at != "" && n < 20; at, n = based[at], n+1 {
			chain = append(chain, runs[at])
		}
		run := out.usual
		for i := len(chain) - 1; i >= 0; i-- {
			run = chain[i].on(run)
		}
		out.runs[id] = run
	}
	out.hidden, out.parts, out.list = handedDown(based, hides), handedDown(based, parts), handedDown(based, lists)
	return out
}

// handedDown gives each style what it says itself, or else the nearest of those
// that it is based on.
func handedDown[T any](based map[string]string, own map[string]T) map[string]T {
	out := map[string]T{}
	for id := range based {
		for at, n := id, 0; at != "" && n < 20; at, n = based[at], n+1 {
			if v, told := own[at]; told {
				out[id] = v
				break
			}
		}
	}
	return out
}

// paragraphProperties reads the heading level and the list number.
func (w *wordReader) paragraphProperties() error {
	list, level := "", 0
	var read func(e xml.StartElement) error
	read = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			if n := w.styles.heading[attr(e, "val")]; n > 0 && w.par != nil {
				w.par.heading = n
			}
			if w.par != nil {
				w.par.hides = w.par.hides != w.styles.hidden[attr(e, "val")]
				if run, ok := w.styles.runs[attr(e, "val")]; ok {
					w.par.usual = run.inTable(w.styles.usual, w.par.usual)
				}
			}
			if l, ok := w.styles.list[attr(e, "val")]; ok && list == "" {
				list, level = l.list, l.level
			}
		case "outlineLvl":
			if n := number(e, "val"); n >= 0 && n < 6 && w.par != nil {
				w.par.heading = n + 1
			}
		case "numId":
			list = attr(e, "val")
		case "ilvl":
			level = number(e, "val")
		case "shd":
			if w.par != nil {
				w.par.usual.shade(attr(e, "fill"))
			}
		case "rPr", "pPrChange":
			return w.x.Skip()
		}
		return w.each(read)
	}
	if err := w.each(read); err != nil {
		return err
	}
	if w.par != nil && list != "" && w.dropped == 0 {
		w.par.number = w.lists.next(list, level)
	}
	return nil
}

// wordLists numbers paragraphs as Word does: 一、 or 1. that stands nowhere in
// the text is still what readers of the document see.
type wordLists struct {
	abstract map[string]string      // numId to abstractNumId
	restart  map[string]map[int]int // numId to the levels that its first paragraph begins anew
	levels   map[string]map[int]wordLevel
	counts   map[string]*[9]int // by abstractNumId
}

// maxListText bounds the words of a list number, which every paragraph of the list
// begins with; Word has no longer ones.
const maxListText = 1000

type wordLevel struct {
	format, text string
	start        int
}

func readWordLists(b []byte) *wordLists {
	l := &wordLists{abstract: map[string]string{}, restart: map[string]map[int]int{}, levels: map[string]map[int]wordLevel{}, counts: map[string]*[9]int{}}
	type val struct {
		Val string `xml:"val,attr"`
	}
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
		l.levels[a.ID] = map[int]wordLevel{}
		for _, v := range a.Levels {
			if len(v.Text.Val) > maxListText {
				continue
			}
			start, err := strconv.Atoi(v.Start.Val)
			if err != nil {
				start = 1
			}
			l.levels[a.ID][v.N] = wordLevel{format: v.Format.Val, text: v.Text.Val, start: start}
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
func (l *wordLists) next(list string, level int) string {
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
