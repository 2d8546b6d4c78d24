package word

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// styles is what the styles of a document say: the heading level of
// paragraphs, 1–6, and which hide their text.
type styles struct {
	heading map[string]int
	hidden  map[string]bool
	parts   map[string]bool // styles of tables that strike or hide the text of some rows or columns
	runs    map[string]run
	usual   run // of letters of which no style says anything
	list    map[string]listAt
}

// A listAt is the list that a paragraph belongs to, and its level there.
type listAt struct {
	list  string
	level int
}

// readStyles reads the part of styles; a damaged one only loses headings
// and what they hide.
func readStyles(b []byte) styles {
	var part struct {
		Usual  runProperties `xml:"docDefaults>rPrDefault>rPr"`
		Styles []struct {
			ID    string        `xml:"styleId,attr"`
			Name  val           `xml:"name"`
			Based val           `xml:"basedOn"`
			Run   runProperties `xml:"rPr"`
			Parts []struct {
				Run runProperties `xml:"rPr"`
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
	out := styles{heading: map[string]int{}, runs: map[string]run{}, usual: run{size: usualSize}}
	if len(b) == 0 || xml.NewDecoder(bytes.NewReader(b)).Decode(&part) != nil {
		return out
	}
	based := map[string]string{}
	hides := map[string]bool{} // those that say so themselves
	parts := map[string]bool{}
	lists := map[string]listAt{}
	runs := map[string]runProperties{}
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
			lists[s.ID] = listAt{s.List.Val, s.Level.Val}
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
		var chain []runProperties
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
