package fact

import (
	"strings"
	"testing"
	"time"

	"ogi/generator/place"
	"ogi/generator/report"
)

// A paragraph that was wrapped over lines, with a page number between, keeps
// the places of its words.
func TestFactsStandWhereTheyStandInTheFile(t *testing.T) {
	lines := []string{"（二）依申请公开情况。2024 年，我局共收到政府信息公", "-2-", "开申请 34 件，答复 33 件，结转", "  下年度 1 件。"}
	view := make([]report.ViewLine, len(lines))
	for i, l := range lines {
		view[i] = report.ViewLine{Text: l, Pos: place.Pos{Line: i + 10, Col: 1}}
	}
	para := report.Text{
		Text: "（二）依申请公开情况。2024 年，我局共收到政府信息公开申请 34 件，答复 33 件，结转下年度 1 件。",
		Pos:  place.Pos{Line: 10, Col: 1},
	}
	var got []string
	for _, f := range Read([]report.Text{para}, Context{Year: 2024, Agency: "清河县司法局", View: view}) {
		got = append(got, f.Pos.String()+" "+notation(f))
	}
	want := "10:19 received=34\n12:10 handled=33\n12:18 carried_out=1"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// Where the lines do not match the paragraph its own place is given.
func TestPlaceFallsBackToTheParagraph(t *testing.T) {
	view := []report.ViewLine{{Text: "全文另载。", Pos: place.Pos{Line: 3, Col: 1}}}
	para := report.Text{Text: "全年收到政府信息公开申请34件。", Pos: place.Pos{Line: 3, Col: 1}}
	fs := Read([]report.Text{para}, Context{Year: 2024, View: view})
	if len(fs) != 1 || fs[0].Pos.String() != "3:1" {
		t.Errorf("got %+v", fs)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range everySample(f) {
		f.Add(s.sentence)
	}
	f.Add("000,;.     ;") // a sentence of stops alone
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Split(strings.ToValidUTF8(s, "\ufffd"), "\n") // a report's text is valid
		var paras []report.Text
		var view []report.ViewLine
		for i, l := range lines {
			paras = append(paras, report.Text{Text: l, Pos: place.Pos{Line: i + 1, Col: 1}})
			view = append(view, report.ViewLine{Text: l, Pos: place.Pos{Line: i + 1, Col: 1}})
		}
		ctx := Context{Year: 2024, Agency: "清河县司法局", View: view}
		if len(s)%5 == 0 {
			ctx.Year, ctx.Agency = 0, ""
		}
		rd := read(paras, ctx, len(s)%7)
		for _, x := range rd.Facts {
			checkPlace(t, lines, x.Text, x.Pos, x.Paragraph)
			if x.None && !x.Value.IsZero() {
				t.Errorf("none of %s", x.Value)
			}
			if !x.None && x.Kind != AllHandled && !holds(x.Text, x.Value) {
				t.Errorf("%q does not hold %s", x.Text, x.Value)
			}
		}
		for _, g := range rd.Groups {
			if len(g.Parts) == 0 || g.Complete && g.Open {
				t.Errorf("group %+v", g)
			}
		}
	})
}

// holds reports whether a quotation holds the digits of a number. One written
// with 万 or as a Chinese numeral holds some numeral.
func holds(text string, v report.Decimal) bool {
	p := plain(text)
	s := string(p.plain)
	if strings.ContainsAny(s, "一二三四五六七八九十两零〇万亿") {
		return true
	}
	s = strings.ReplaceAll(s, ",", "")
	return strings.Contains(s, strings.TrimPrefix(v.String(), "-"))
}

// Long texts are read in time that grows as they do: each of these once took
// the square of it.
func TestLongTextsAreReadInTime(t *testing.T) {
	for _, unit := range []string{
		"（", "（）", "《", "1", "零", "未", "1件，", "其中1件，", "共1件，其中1件，好，", "收到申请1件、", "无行政复议、",
		"2024年、", "予以公开1件（占1%），", "1件（1件，1件），", "其余1件，", "其中信息公开复议1件，", "其中：1件；",
	} {
		start := time.Now()
		Read([]report.Text{{Text: strings.Repeat(unit, 60_000/len([]rune(unit)))}}, Context{Year: 2024, Agency: "清河县司法局"})
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("%q repeated: %s", unit, d)
		}
	}
}

// checkPlace: the words of a fact stand in its paragraph and begin at its
// place.
func checkPlace(t *testing.T, lines []string, text string, pos place.Pos, para int) {
	if pos.Line < 1 || pos.Line > len(lines) || !strings.Contains(lines[para], text) {
		t.Errorf("%q is not at %s", text, pos)
		return
	}
	if line := []rune(lines[pos.Line-1]); pos.Line == para+1 && pos.Col > len(line) {
		t.Errorf("%s is outside its line", pos)
	}
}
