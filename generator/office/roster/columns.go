package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"ogi/generator/archive"
)

// A column is what stands in a column.
type column uint8

const (
	other column = iota
	name
	kindOf
	regionOf
	alias
	slugOf
)

// heads tell a column by its head, the first that fits; notes in brackets are
// not looked at.
var heads = []struct {
	fits *regexp.Regexp
	is   column
}{
	{regexp.MustCompile(`别名|简称|曾用|又称|alias`), alias},
	{regexp.MustCompile(`^网址$|网址名|^目录名?$|^文件夹名?$|slug`), slugOf},
	{regexp.MustCompile(`区划|region`), regionOf},
	{regexp.MustCompile(`类别|类型|性质|分类|kind`), kindOf},
	{regexp.MustCompile(`主管|上级|联系|牵头|科室|股室|代码|负责|分管`), other},
	{regexp.MustCompile(`^(?:.{0,6}(?:单位|机关|部门|机构|主体|地区)(?:名称|全称)?|名称|全称|name)$`), name},
}

var (
	brackets = regexp.MustCompile(`[（(\[【].*?[)）\]】]`)
	spaces   = regexp.MustCompile(`[\s　*：:]+`)
)

// headOf tells the column by its head, and whether the text is a head at all.
func headOf(text string) (is column, known bool) {
	text = strings.ToLower(spaces.ReplaceAllString(brackets.ReplaceAllString(text, ""), ""))
	if utf8.RuneCountInString(text) > 12 {
		return other, false
	}
	for _, h := range heads {
		if h.fits.MatchString(text) {
			return h.is, true
		}
	}
	return other, false
}

// agency reports whether a text is the name of a body.
func agency(text string) bool {
	return utf8.RuneCountInString(text) > 3 && archive.KindOf(text) != ""
}

// maxTitle is how many lines may stand above the heads of the columns.
const maxTitle = 10

// heading are the columns and the number of the first row below their heads.
func heading(rows [][]cell) ([]column, int) {
	for i, row := range rows[:min(len(rows), maxTitle)] {
		columns := make([]column, len(row))
		at := -1
		for j, c := range row {
			is, known := headOf(c.text)
			if !known && agency(c.text) { // 青禾县司法局,部门
				at = -1
				break
			}
			if columns[j] = is; is != name {
				continue
			}
			// 单位名称 beside 部门 or 主体 is the name; the other is a grouping.
			if at >= 0 && !strings.Contains(row[j].text, "称") {
				columns[j] = other
				continue
			}
			if at >= 0 {
				columns[at] = other
			}
			at = j
		}
		if at >= 0 {
			return columns, i + 1
		}
	}
	return headless(rows), 0
}

// headless are the columns of a list without heads: name, kind, region, alias;
// or, where names stand further right, those alone.
func headless(rows [][]cell) []column {
	var names []int
	for _, row := range rows {
		for j, c := range row {
			for len(names) <= j {
				names = append(names, 0)
			}
			if agency(c.text) {
				names[j]++
			}
		}
	}
	if len(names) > 0 {
		if at := slices.Index(names, slices.Max(names)); at > 0 {
			columns := make([]column, at+1)
			columns[at] = name
			return columns
		}
	}
	return []column{name, kindOf, regionOf, alias}
}
