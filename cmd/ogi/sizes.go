package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"ogi/generator"
)

// sizes tells where the bytes and files of the site are. A line has 44 columns,
// so that it stands whole in the narrowest window.
func (c *command) sizes(s generator.Summary) error {
	z, err := generator.SizesOf(s.Out, s.Reports)
	if err != nil {
		return err
	}
	row := func(name, files, bytes, packed string) {
		show(c.out, "%s\n", strings.TrimRight(name+strings.Repeat(" ", 10-wideOf(name))+right(files, 9)+right(bytes, 11)+right(packed, 14), " "))
	}
	row("", "文件", "大小", "压缩后")
	for _, k := range append(z.Kinds, z.Sum) {
		packed := ""
		if k.Gzip > 0 {
			packed = "约" + amount(float64(k.Gzip))
		}
		row(k.Name, strconv.Itoa(k.Files), amount(float64(k.Bytes)), packed)
	}
	if s.Reports > 0 {
		show(c.out, "每份报告%s、%s个文件（页、徽标、原件）\n", amount(z.Report.Bytes), strconv.FormatFloat(z.Report.Files, 'f', 2, 64))
		show(c.out, "连同机关页、列表%s，1 GB约%d份\n", amount(z.All), z.Fits(generator.HostLimit))
		if z.Lean > 0 {
			show(c.out, "精简（profile = \"lean\"）每份约%s\n", amount(z.Lean))
		}
	}
	c.tell(z.Near(filepath.ToSlash(s.Out), generator.HostLimit), level(false))
	return nil
}

// right sets text to the right of so many columns.
func right(s string, wide int) string {
	return strings.Repeat(" ", max(1, wide-wideOf(s))) + s
}

// amount is a number of bytes.
func amount(n float64) string {
	unit := "B"
	for _, u := range []string{"KB", "MB", "GB"} {
		if n < 1000 {
			break
		}
		n, unit = n/1000, u
	}
	decimals := 1
	if unit == "B" {
		decimals = 0
	}
	return strconv.FormatFloat(n, 'f', decimals, 64) + " " + unit
}
