package config

import "strings"

// Quote writes a TOML text in quotes. Control characters become spaces: no
// fact of an archive needs them.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Text is the text of a <year>.cells.toml that reads as c.
func (c Cells) Text() []byte {
	var b strings.Builder
	line := func(key, v string) {
		if v != "" {
			b.WriteString(key + " = " + Quote(v) + "\n")
		}
	}
	b.WriteString("# 人工读取的单元格，只对这个 SHA-256 的文件有效。\n")
	line("sha256", c.SHA256)
	line("form", c.Form)
	for _, h := range c.Cells {
		b.WriteString("\n[[cell]]\n")
		line("key", h.Key)
		line("value", h.Value)
		line("raw", h.Raw)
		line("place", h.Place)
		line("by", h.By)
		line("reviewed_by", h.ReviewedBy)
	}
	return []byte(b.String())
}
