package date

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/report"
)

func iso(d report.Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// A day is read however it is written, and where it begins is told. What no month has
// is none.
func TestDays(t *testing.T) {
	for _, c := range []struct{ text, last, first string }{
		{"2024年1月19日", "2024-01-19 2024年1月19日", "2024-01-19 2024年1月19日"},
		{"二〇二四年十一月二十一日", "2024-11-21 二〇二四年十一月二十一日", "2024-11-21 二〇二四年十一月二十一日"},
		{"自2023年1月1日起至2023年12月31日止", "2023-12-31 2023年12月31日", "2023-01-01 2023年1月1日"},
		{"２０２４－０１－１９", "2024-01-19 ２０２４－０１－１９", "2024-01-19 ２０２４－０１－１９"},
		{"2024年元月8日", "2024-01-08 2024年元月8日", "2024-01-08 2024年元月8日"},
		{"January 24, 2024", "", "2024-01-24 January 24, 2024"},
		{"24/01/2024", "", "2024-01-24 24/01/2024"},
		{"05/04/2024", "", ""}, // a day in April or in May
		{"2024年2月30日", "", ""},
		{"2024.13.1", "", ""},
		{"1989年6月1日", "", ""},
	} {
		got := [2]string{}
		if d, at, ok := Last("，" + c.text); ok {
			got[0] = iso(d) + " " + d.Text
			if !strings.HasPrefix(("，" + c.text)[at:], d.Text) {
				t.Errorf("%s: %s does not stand at %d", c.text, d.Text, at)
			}
		}
		if d, at, ok := First("，" + c.text); ok {
			got[1] = iso(d) + " " + d.Text
			if !strings.HasPrefix(("，" + c.text)[at:], d.Text) {
				t.Errorf("%s: %s does not stand at %d", c.text, d.Text, at)
			}
		}
		if got != [2]string{c.last, c.first} {
			t.Errorf("%s: last %q, first %q", c.text, got[0], got[1])
		}
	}
}

func TestPeriods(t *testing.T) {
	for text, want := range map[string]string{
		"自2023年1月1日起至2023年12月31日止": "2023-01-01 2023-12-31",
		"2023年1月1日至12月31日":         "2023-01-01 2023-12-31",
		"2023年1月1日到同年12月31日":       "2023-01-01 2023-12-31",
		"2023年1月1日，共收到申请12件至今":     "",
		"1月1日至12月31日":              "",
		// Behind more than some blanks, or other words, a date is no end of it.
		"2023年1月1日至" + strings.Repeat(" ", 26) + "2023年12月31日": "2023-01-01 2023-12-31",
		"2023年1月1日至" + strings.Repeat(" ", 27) + "2023年12月31日": "",
	} {
		got := ""
		if p, ok := Period(text); ok {
			got = iso(p[0]) + " " + iso(p[1])
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestYears(t *testing.T) {
	for text, want := range map[string]int{
		"2024年度": 2024, "二〇二四 年": 2024, "第12024年": 0, "3024年": 0, "年内有2023年": 2023, "去年": 0,
	} {
		if got := Year(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]bool{"2024年": true, " 2024年度": true, "2024年报": false, "截至2024年": false, "24年": false} {
		if IsYear(text) != want {
			t.Errorf("%q is a year: %v", text, !want)
		}
	}
}
