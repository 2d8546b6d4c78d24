package check

import (
	"cmp"
	"fmt"
	"time"

	"ogi/generator/report"
)

// ISO writes a date as YYYY-MM-DD; a month or day that was not printed is left
// out.
func ISO(d report.Date) string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseISO reads YYYY-MM-DD; the zero Date where s is none.
func ParseISO(s string) report.Date {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return report.Date{}
	}
	return report.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Text: s}
}

// CompareDays orders two days. Months and days that were not printed count as 0.
func CompareDays(a, b report.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}
