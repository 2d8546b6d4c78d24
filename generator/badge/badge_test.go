package badge

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/internal/golden"
)

var samples = map[string]Badge{
	"report":     Report("临海市司法局", 2025, Pass, "未见不符", "", "核对83项"),
	"left":       Report("临海市司法局", 2025, Pass, "未见不符", "7项无从核对", "核对83项，另7项无从核对"),
	"disputed":   Report("临海市司法局", 2024, Fail, "待核", "", "核对83项"),
	"unread":     Report("临海市司法局", 2024, Unread, "未能读取", "", ""),
	"old-form":   Report("临海市司法局", 2017, OldForm, "旧格式，不核表", "", "核对6项"),
	"not-held":   None("临海市司法局", "未收录"),
	"family":     Family("勾稽", Pass, "42项成立"),
	"family-bad": Family("勾稽", Fail, "有不符（待核）2项，40项成立"),
	"family-na":  Family("收费", NoRules, "不适用"),
	"hostile":    Report("</text><script>\"&'\x00", 2025, Hint, "有提示<b>", "", ""),
}

// TestGoldens holds each badge as SVG, endpoint and copy-paste code.
func TestGoldens(t *testing.T) {
	for name, b := range samples {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("testdata", name+".txtar")
			src, page := "https://example.org/agencies/linhai-sfj/badge.svg", "https://example.org/agencies/linhai-sfj/"
			got := txtar.Format(&txtar.Archive{
				Comment: []byte(b.Title + "\n"),
				Files: []txtar.File{
					{Name: "badge.svg", Data: b.SVG()},
					{Name: "endpoint.json", Data: b.Endpoint()},
					{Name: "code", Data: []byte(b.Markdown(src, page) + "\n" + b.HTML(src, page) + "\n")},
				},
			})
			golden.Compare(t, file, got)
		})
	}
}

func TestEveryStateIsToldByWordShapeAndColour(t *testing.T) {
	words, shapes, fills := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, l := range Looks {
		words[l.Word.ZH], shapes[shape(l.State, 0)], fills[l.Fill] = true, true, true
		if r := Contrast("#ffffff", l.Fill); r < 4.5 {
			t.Errorf("%s: words on %s have contrast %.2f", l.State, l.Fill, r)
		}
	}
	if len(words) != len(Looks) || len(shapes) != len(Looks) {
		t.Errorf("%d words and %d shapes for %d states", len(words), len(shapes), len(Looks))
	}
	if r := Contrast("#ffffff", ground); r < 4.5 {
		t.Errorf("label: contrast %.2f", r)
	}
}

func TestEverySVGIsWellFormedAndCallsForNothing(t *testing.T) {
	for name, b := range samples {
		svg := b.SVG()
		d := xml.NewDecoder(bytes.NewReader(svg))
		title := false
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			title = title || e.Name.Local == "title"
			if e.Name.Local == "script" || e.Name.Local == "style" {
				t.Errorf("%s: <%s>", name, e.Name.Local)
			}
			for _, a := range e.Attr {
				if a.Name.Local == "style" || a.Name.Local == "href" || a.Name.Local == "id" || strings.HasPrefix(a.Name.Local, "on") {
					t.Errorf("%s: attribute %s", name, a.Name.Local)
				}
			}
		}
		if !title || !bytes.Contains(svg, []byte(`role="img"`)) {
			t.Errorf("%s: no title or role", name)
		}
	}
}

func TestEndpointHasTheSchemaOfBadgeServices(t *testing.T) {
	for name, b := range samples {
		var e struct {
			SchemaVersion         int
			Label, Message, Color string
		}
		if err := json.Unmarshal(b.Endpoint(), &e); err != nil {
			t.Fatal(err)
		}
		if e.SchemaVersion != 1 || e.Label == "" || e.Message == "" || len(e.Color) != 6 {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestUnknownStateIsNeitherGoodNorBad(t *testing.T) {
	if l := LookOf("surprise"); l.State != Unknown {
		t.Errorf("looks like %s", l.State)
	}
}

func TestLabelsReplaceWordsAndNothingElse(t *testing.T) {
	looks := LooksWith(map[string]string{"fail": "待核对"})
	if looks[2].Word.ZH != "待核对" || looks[2].Shape != "▲" || Looks[2].Word.ZH == "待核对" {
		t.Errorf("got %+v", looks[2])
	}
}

func BenchmarkSVG(b *testing.B) {
	s := samples["report"]
	b.ReportAllocs()
	for b.Loop() {
		s.SVG()
	}
}
