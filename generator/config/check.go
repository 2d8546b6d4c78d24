package config

import (
	"net/url"
	"strings"
	"time"
)

// A check is what a text must be, beyond closed lists.
type check struct {
	ok           func(string) bool
	want, remedy string
}

var checks = map[string]check{
	"date":      {isDate, "a date", "write YYYY-MM-DD, as 2026-01-20"},
	"region":    {isRegion, "a region code", "six digits of GB/T 2260, as 410403"},
	"address":   {isAddress, "an address", "write it whole, as https://example.org/reports/2025.html"},
	"function":  {isFunction, "a known function", "one of: " + functionKeys()},
	"sha256":    {isSHA256, "a SHA-256", "64 hexadecimal digits, as sha256sum prints them"},
	"relative":  {isRelative, "a path below this folder", "write it relative to this folder with forward slashes and without .."},
	"deadline":  {isDeadline, "a region code or the beginning of one", "two, four or six digits, as 4104"},
	"month-day": {isMonthDay, "a day of the year", "write MM-DD, as 01-31"},
}

func isDate(s string) bool     { _, err := time.Parse(time.DateOnly, s); return err == nil }
func isMonthDay(s string) bool { _, err := time.Parse("01-02", s); return err == nil }
func isRegion(s string) bool   { return len(s) == 6 && digits(s) }
func isDeadline(s string) bool { return (len(s) == 2 || len(s) == 4 || len(s) == 6) && digits(s) }
func isSHA256(s string) bool   { return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == "" }

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func isRelative(s string) bool {
	if strings.ContainsAny(s, "\\:") || strings.HasPrefix(s, "/") {
		return false
	}
	for part := range strings.SplitSeq(s, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}

func isFunction(s string) bool {
	_, ok := FunctionByKey(s)
	return ok
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }
