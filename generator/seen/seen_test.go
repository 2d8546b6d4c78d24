package seen

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/source"
)

// looks are the letters by which the tests write how a piece is shown.
var looks = map[byte]grid.Look{
	'r': grid.Raised, 'l': grid.Lowered, 's': grid.Struck, 'h': grid.Unshown,
	'g': grid.Ground, 'm': grid.Small, 'u': grid.Unsure, 'a': grid.Linked,
}

// marked reads 5{r:1} as a text and its looks.
func marked(s string) (string, []grid.Span) {
	var b strings.Builder
	var spans []grid.Span
	for s != "" {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		colon, end := i+strings.IndexByte(s[i:], ':'), i+strings.IndexByte(s[i:], '}')
		span := grid.Span{From: b.Len()}
		for _, c := range []byte(s[i+1 : colon]) {
			span.Look |= looks[c]
		}
		b.WriteString(s[colon+1 : end])
		span.To = b.Len()
		spans = append(spans, span)
		s = s[end+1:]
	}
	return b.String(), spans
}

// TestSettleCell: what a reader sees of one cell, its notes in brackets behind
// it, and what is kept apart.
func TestSettleCell(t *testing.T) {
	for in, want := range map[string]string{
		"5":                 "5",
		"5{r:1}":            "5 note 1",
		"{r:1}5":            "5 note 1",
		"12{r:[3]}":         "12 note [3]",
		"7[{r:2}]":          "7 note [2]",
		"5{l:1}":            "5 note 1",
		"5{rm:1}":           "5 note 1",
		"5{r:1}{r:2}":       "5 note 12",
		"5{r:1,2}":          "5 note 1,2",
		"5{r:注1}":           "5 note 注1",
		"5{r:*}":            "5 note *",
		"5{r:a}":            "5 note a",
		"5{r:iv}":           "5 note iv",
		"5¹":                "5 note 1",
		"5₁":                "5 note 1",
		"5①":                "5 note ①",
		"5[1]":              "5 note [1]",
		"5[^1]":             "5 note [1]",
		"12件※":              "12件 note ※",
		"12{r:件}":           "12件",
		"-{r:1}":            "- note 1",
		"规章{r:1}":           "规章 note 1",
		"8（其中修订2件）":         "8（其中修订2件）",
		"8（1）":              "8（1）",
		"{r:5}":             "5",
		"{m:5}":             "5",
		"{m:5}{rm:1}":       "5 note 1",
		"{r:1}{l:2}":        "1₂",
		"{r:1}/{l:2}":       "1/2",
		"5{m:1}":            "5¹",
		"5{m:件}":            "5件",
		"5{u:1}":            "5¹",
		"5{a:1}":            "5¹",
		"{a:12}":            "12",
		"{a:12}件":           "12件",
		"5{ar:1}":           "5 note 1",
		"5{r:[}{ar:1}{r:]}": "5 note [1]",
		"规章{a:1}":           "规章1",
		"{u:5}":             "5",
		"件{u:5}":            "件5",
		"5{r:1}6":           "5¹6",
		"5{r:.25}":          "5.²⁵",
		"5{r:1234}":         "5¹²³⁴",
		"{s:80}8":           "8 hidden 80",
		"{h:99}5":           "5 hidden 99",
		"{g:99}5":           "5 hidden 99",
		"{h:99} 5":          "5 hidden 99",
		"8{h:0}5":           "85 hidden 0",
		"8{s:0}5":           "80̶5",
		"{s:80}":            "8̶0̶ hidden 80",
		"8̶0̶8":             "8 hidden 80",
		"{h:99}":            " hidden 99",
		"1.{h:99}规章":        "1.规章 hidden 99",
		"100m{r:2}":         "100m²",
		"100m²":             "100m²",
		"3×10{r:4}":         "3×10⁴",
		"CO{l:2}":           "CO₂",
		"{s:规章}":            " hidden 规章",
		"5\n{r:1}":          "5 note 1",
		"{s:7}{r:1}12":      "12 note 1 hidden 7",
	} {
		text, spans := marked(in)
		d := &grid.Doc{Blocks: []grid.Block{{Table: &grid.Grid{Rows: [][]grid.Cell{{{Text: "x"}, {Text: text, Marks: grid.Looked(spans)}}}}}}}
		Settle(d, source.HiddenText)
		got := d.Blocks[0].Table.Rows[0][1]
		if s := tell(got.Text, got.Marks.Noted(), d.Hidden); s != want {
			t.Errorf("%s: got %q, want %q", in, s, want)
		}
	}
}

func tell(text string, notes []string, hidden []grid.Hidden) string {
	for _, n := range notes {
		text += " note " + n
	}
	for _, h := range hidden {
		text += " hidden " + h.Text
	}
	return text
}

func TestSettleLine(t *testing.T) {
	for in, want := range map[string]string{
		"申请{s:80}8件":            "申请8件 hidden 80",
		"一、总体情况{r:[1]}":         "一、总体情况 note [1]",
		"共收到{r:①}申请":            "共收到申请 note ①",
		"面积100m{r:2}":           "面积100m²",
		"面积100平方米{r:2}":         "面积100平方米²",
		"申请5{m:1}件":             "申请5¹件",
		"{s:本年收到9件。}":           " hidden 本年收到9件。",
		"{h:草稿}本年收到9件。":         "本年收到9件。 hidden 草稿",
		"第{r:一}部分":              "第一部分",
		"① 主动公开":                "① 主动公开",
		"APP{r:1}下载":            "APP下载 note 1",
		"注{r:1}：含派出机构":          "注：含派出机构 note 1",
		"{r:1}含派出机构":            "含派出机构 note 1",
		"2{r:nd}":               "2nd",
		"{rm:[3]}{r:、}{r:[4]}见": "见 note [3]、[4]",
	} {
		text, spans := marked(in)
		d := &grid.Doc{Blocks: []grid.Block{{Lines: []grid.Line{{Text: text, Marks: grid.Looked(spans)}}}}}
		Settle(d, source.HiddenText)
		var l grid.Line
		if len(d.Blocks) > 0 {
			l = d.Blocks[0].Lines[0]
		}
		if s := tell(l.Text, l.Marks.Noted(), d.Hidden); s != want {
			t.Errorf("%s: got %q, want %q", in, s, want)
		}
	}
}

// TestWholeRowStruckIsNoRow: a number withdrawn stands struck out beside its
// label, but where the whole row is struck out nothing is left of it.
func TestWholeRowStruckIsNoRow(t *testing.T) {
	struck := func(s string) grid.Cell {
		return grid.Cell{Text: s, Marks: grid.Looked([]grid.Span{{To: len(s), Look: grid.Struck}})}
	}
	d := &grid.Doc{Blocks: []grid.Block{{Table: &grid.Grid{Rows: [][]grid.Cell{
		{{Text: "规章"}, struck("8"), {Text: "5"}},
		{struck("规章"), struck("8"), struck("5")},
	}}}}}
	Settle(d, source.HiddenText)
	if got, want := fmt.Sprint(texts(d)), "[[规章 8̶ 5] [  ]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func texts(d *grid.Doc) (out [][]string) {
	for _, row := range d.Blocks[0].Table.Rows {
		var r []string
		for _, c := range row {
			r = append(r, c.Text)
		}
		out = append(out, r)
	}
	return out
}

// TestPlaceOfWhatIsLeft: what was taken off in front moves the place on, by as
// many characters or to where the file says that the rest begins.
func TestPlaceOfWhatIsLeft(t *testing.T) {
	at := place.Pos{Line: 3, Col: 7}
	far := place.Pos{Line: 3, Col: 40}
	for _, c := range []struct {
		in    string
		after place.Pos
		want  place.Pos
	}{
		{"5{r:1}", place.Pos{}, at},
		{"{s:80}8", place.Pos{}, place.Pos{Line: 3, Col: 9}},
		{"{s:80}8", far, far},
		{"{s:80} 8", far, place.Pos{Line: 3, Col: 41}},
	} {
		text, spans := marked(c.in)
		spans[0].After = c.after
		d := &grid.Doc{Blocks: []grid.Block{{Lines: []grid.Line{{Text: text, Pos: at, Marks: grid.Looked(spans)}}}}}
		Settle(d, source.HiddenText)
		if got := d.Blocks[0].Lines[0].Pos; got != c.want {
			t.Errorf("%s: %v, want %v", c.in, got, c.want)
		}
	}
}

// FuzzSettle: no text and no spans break it, nothing is made up, and what is
// settled stays so.
func FuzzSettle(f *testing.F) {
	f.Add("5{r:1}", 1, 3, uint8(1))
	f.Add("8̶0̶8 ₁ 注①", 0, 9, uint8(4))
	f.Fuzz(func(t *testing.T, s string, from, to int, look uint8) {
		if !utf8.ValidString(s) || from < 0 || to > len(s) || from >= to {
			t.Skip()
		}
		d := &grid.Doc{Blocks: []grid.Block{{Lines: []grid.Line{{Text: s, Marks: grid.Looked([]grid.Span{{From: from, To: to, Look: grid.Look(look)}})}}}}}
		Settle(d, source.HiddenText)
		if len(d.Blocks) == 0 {
			return
		}
		text := d.Blocks[0].Lines[0].Text
		if strings.TrimFunc(text, isSpace) != text {
			t.Errorf("%q is not trimmed", text)
		}
		if n, m := len([]rune(unstrike(text))), len([]rune(s)); n > m {
			t.Errorf("%d characters of %d", n, m)
		}
	})
}
