package decode_test

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// The tables of a report in one line, or in one line each, are read, recovered,
// however its parts are numbered and named, and where no heading tells them apart.
func TestHeadingsInOneLine(t *testing.T) {
	short := []string{"总体情况", "主动公开", "依申请公开", "复议诉讼", "问题与改进", "其他"}
	for name, heading := range map[string]func(int, string) string{
		"arabic": func(i int, s string) string { return fmt.Sprintf("%d、%s", i+1, s) },
		"dotted": func(i int, s string) string { return fmt.Sprintf("%d. %s", i+1, s) },
		"in round": func(i int, s string) string {
			return fmt.Sprintf("（%s）%s", []string{"一", "二", "三", "四", "五", "六"}[i], s)
		},
		"roman": func(i int, s string) string { return string(rune('Ⅰ'+i)) + " " + s },
		"part": func(i int, s string) string {
			return "第" + []string{"一", "二", "三", "四", "五", "六"}[i] + "部分 " + s
		},
		"with colon": func(i int, s string) string { return fmt.Sprintf("%d、%s：", i+1, s) },
		"no number":  func(_ int, s string) string { return s },
		"other":      func(i int, _ string) string { return fmt.Sprintf("%d、%s", i+1, short[i]) },
	} {
		for _, k := range []specimen.Kind{specimen.AllInOne, specimen.OneLine} {
			s := specimen.Random(1, specimen.Options{Distinct: true, Max: 3000})
			for i := range s.Sections {
				_, text, _ := strings.Cut(s.Sections[i].Heading, "、")
				s.Sections[i].Heading = heading(i, text)
			}
			r := decoded(t, "2024.txt", s.MustWrite(k))
			read := 0
			for _, d := range s.Form.Defs {
				switch c := r.Cell(d.Key); {
				case c.State == report.Number && c.Value.Cmp(s.Cells[d.Key]) != 0:
					t.Errorf("%s, %s: %s reads %s, printed %s", name, k, d.Key, c.Value, s.Printed(d.Key))
				case c.State == report.Number:
					read++
				}
			}
			if read < 170 {
				t.Errorf("%s, %s: %d cells read", name, k, read)
			}
		}
	}
}
