package config

import (
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A check is what a text must be, beyond closed lists.
type check struct {
	ok           func(string) bool
	want, remedy string
}

var checks = map[string]check{
	"date":      {isDate, "日期", "写作 YYYY-MM-DD，如 2026-01-20"},
	"region":    {isRegion, "区划代码", "GB/T 2260 的六位数字，如 410403"},
	"address":   {isAddress, "网址", "请写完整，如 https://example.org/reports/2025.html"},
	"base":      {IsBase, "可用的网站地址", "写到文件夹为止，如 https://example.org/reports/；不带 ?、#、用户名和文件名；中文域名写作 xn--…，路径里的中文写作 %E5…"},
	"function":  {isFunction, "已知的职能", "可写：" + functionKeys()},
	"sha256":    {isSHA256, "SHA-256", "64 位十六进制数字，即 sha256sum 所输出"},
	"relative":  {isRelative, "本文件夹之下的路径", "相对于本文件夹书写，用正斜杠，不用 .."},
	"deadline":  {isDeadline, "区划代码或其开头", "两位、四位或六位数字，如 4104"},
	"label":     {isLabel, "短语", "徽标和表格里只放得下二十个字以内的一行"},
	"month-day": {isMonthDay, "一年中的一天", "写作 MM-DD，如 01-31"},
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

// IsBase holds for the address under which a site can be published: pages join
// their paths to it, and it stands as it is in sitemaps, which are ASCII.
func IsBase(s string) bool {
	u, err := url.Parse(s)
	if err != nil || !isAddress(s) || u.User != nil || strings.ContainsAny(s, "?#\\") || strings.Contains(u.Path, "//") {
		return false
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return false
	}
	last := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	return !strings.HasSuffix(strings.ToLower(last), ".html") && !strings.HasSuffix(strings.ToLower(last), ".htm")
}

// isLabel: a label stands in one line, in cells and in badges.
func isLabel(s string) bool {
	return utf8.RuneCountInString(s) <= 20 && !strings.ContainsFunc(s, unicode.IsControl)
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
	_, ok := functionByKey(s)
	return ok
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }
