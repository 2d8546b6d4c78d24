package markdown

import (
	"strings"
	"testing"
)

func TestOver(t *testing.T) {
	r := strings.Repeat
	for _, c := range []struct {
		name, src string
		want      Limit
		line      int
	}{
		{"plain", "# 关于\n\n> - 1. 甲\n\n* * * *\n\n- - - - - - - - -\n\n----------------\n", Within, 0},
		{"table", "|" + r("甲|", 29) + "\n|" + r("-|", 29) + "\n", Within, 0},
		{"indented", r(" ", 80) + "甲\n", Within, 0},
		{"as long as may be", r("a", MaxSize), Within, 0},
		{"long", r("a", MaxSize+1), Size, 0},
		{"wide table", "# 甲\n\n|" + r("甲|", 30) + "\n", Bars, 3},
		{"quotes", "甲\n\n" + r(">", 11) + "乙", Nested, 3},
		{"spaced quotes", r("> ", 11) + "乙", Nested, 1},
		{"numbers", r("1. ", 11) + "乙", Nested, 1},
		{"mixed", r("* 2) + : - > ", 2) + "乙", Nested, 1},
		{"far in", "- 甲\n" + r("\t", 21) + "- 乙\n", Nested, 2},
		{"far in within", r("1."+r(" ", 17), 5) + "乙\n", Nested, 1},
	} {
		if got, line := Over([]byte(c.src)); got != c.want || line != c.line {
			t.Errorf("%s: %d in line %d, want %d in line %d", c.name, got, line, c.want, c.line)
		}
	}
}

func TestHeadingsOfTheSameWords(t *testing.T) {
	doc, err := Convert([]byte("## 甲\n## 甲\n## 甲-2\n## 甲\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range doc.Headings {
		got = append(got, h.ID)
	}
	if s := strings.Join(got, " "); s != "甲 甲-2 甲-2-2 甲-3" {
		t.Error(s)
	}
}
