package archive

import "testing"

func TestOriginal(t *testing.T) {
	const sum = "0123456789abcdef0123"
	for _, c := range []struct{ agency, path, want string }{
		{"content/henan/a", "content/henan/a/2024.txt", "originals/a/2024.txt"},
		{"content/河南省/a", "content/河南省/a/2024.pdf", "originals/a/2024.pdf"},
		{"content/a", "content/a/2024.html", "originals/a/2024.html.txt"},
		{"content/a", "content/a/2024.svg", "originals/a/2024.svg.txt"},
		{"content/a", "content/a/2024/Table-1.XLSX", "originals/a/2024/Table-1.XLSX"},
		{"content/a", "content/a/2024/附件 1.XLSX", "originals/a/0123456789abcdef.xlsx"},
		{"content/a", "content/a/年报.html", "originals/a/0123456789abcdef.html.txt"},
		{"", "content/a/2024.txt", "originals/a/2024.txt"},
	} {
		if got := (File{Path: c.path, Agency: c.agency, SHA256: sum}).Original(); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
	}
}
