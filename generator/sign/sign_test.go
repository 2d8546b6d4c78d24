package sign

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"青溪镇/2024.txt":                   "青溪镇/2024.txt",
		"a\n::error ::x/2024.txt":        "a␊::error ::x/2024.txt",
		"::error::x":                     "⟨:⟩:error::x",
		"  ::add-mask::x":                "  ⟨:⟩:add-mask::x",
		"\u3000::error::x":               "\u3000⟨:⟩:error::x",
		"x ##[error]y":                   "x ##⟨[⟩error]y",
		"a\rb\tc\x00\x1b[2J\x7f":         "a␍b␉c␀␛[2J␡",
		"a\u0085\u009bb":                 "a⟨U+0085⟩⟨U+009B⟩b",
		"2024\u202etxt.exe":              "2024⟨U+202E⟩txt.exe",
		"\u200e\u200f\u061c\u2066\u2069": "⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩⟨U+2066⟩⟨U+2069⟩",
		"a\u2028b\u2029c":                "a⟨U+2028⟩b⟨U+2029⟩c",
		"\xff\xed\xa0\x80 \uFFFD":        "⟨0xFF⟩⟨0xED⟩⟨0xA0⟩⟨0x80⟩ \uFFFD",
		"👩\u200d💻 é 0\u00ad1":            "👩\u200d💻 é 0\u00ad1",
	} {
		if got := Line(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// Marks upon marks reach into other lines; as many as any writing has stay.
func TestPilesOfMarks(t *testing.T) {
	few, many := "Vi\u1ec7t e\u0302\u0323 \u0e01\u0e35\u0e48 ", "a"+strings.Repeat("\u0301\u0489", 5)+"b\u0301"
	want := few + "a" + strings.Repeat("\u0301\u0489", 4) + "⟨U+0301⟩⟨U+0489⟩b\u0301"
	if got := Line(few + many); got != want {
		t.Errorf("got %q", got)
	}
	if got := string(Page([]byte("か\u3099" + few + many))); got != "か\u3099"+want {
		t.Errorf("got %q", got)
	}
	if got := Text(strings.Repeat("e\u0301", 100)); got != strings.Repeat("e\u0301", 100) {
		t.Errorf("got %q", got)
	}
}

func TestTextKeepsItsLines(t *testing.T) {
	if got := Text("甲\n\t乙\x1b\u202e"); got != "甲\n\t乙␛⟨U+202E⟩" {
		t.Errorf("got %q", got)
	}
	if got := Lines("甲\n\t::error::乙\t丙\n##[x]"); got != "甲\n\t⟨:⟩:error::乙\t丙\n##⟨[⟩x]" {
		t.Errorf("got %q", got)
	}
}

func TestPage(t *testing.T) {
	plain := []byte("<p>甲\r\n\t乙 é 👩\u200d💻</p>\n")
	if got := Page(plain); &got[0] != &plain[0] {
		t.Error("a plain page was copied")
	}
	if got := string(Page([]byte("<b>\u202e一\x1b二\xff</b>"))); got != "<b>⟨U+202E⟩一␛二\uFFFD</b>" {
		t.Errorf("got %q", got)
	}
}

func TestJSONStaysTheSameData(t *testing.T) {
	in := []byte(`{"a":"甲` + "\u202e\u009b\u007f" + `\u001b"}` + "\n")
	out := JSON(in)
	if strings.ContainsFunc(string(out), needsInText) {
		t.Errorf("got %q", out)
	}
	var a, b map[string]string
	if err := json.Unmarshal(in, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &b); err != nil || a["a"] != b["a"] {
		t.Errorf("%v: %q, want %q", err, b, a)
	}
}

func FuzzSigns(f *testing.F) {
	for _, s := range []string{"a\n::x", "##[x]", "\xff\u202e", "甲\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line := Line(s)
		if !utf8.ValidString(line) || strings.ContainsFunc(line, Needs) || strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("%q: %q", s, line)
		}
		if again := Text(line); again != line {
			t.Errorf("%q: %q, then %q", s, line, again)
		}
		if p := string(Page([]byte(s))); !utf8.ValidString(p) || strings.ContainsFunc(strings.ReplaceAll(p, "\r", ""), needsInText) {
			t.Errorf("%q: %q", s, p)
		}
	})
}
