package generator

import (
	"testing"

	"ogi/generator/config"
	"ogi/generator/internal/growth"
	"ogi/generator/markdown"
)

// TestTimeOfTextsGrowsWithSize repeats pieces of the texts that keepers write.
func TestTimeOfTextsGrowsWithSize(t *testing.T) {
	// Pieces that take the library the square of their number are left out here:
	// markdown.Over keeps them few.
	for _, piece := range []string{"# a\n", "## a-2\n", "a\n\n", "- a\n", "![a](b)\n\n", "[a](/b)\n"} {
		growth.Text(t, piece, func(s string) { _, _ = markdown.Convert([]byte(s), "") })
	}
	for _, piece := range []string{
		"[a]\n", "[[file]]\n", "a = 1\n", "[[note]]\nrule = 'a'\n", "a.", "#", "\"\"\"", "'", "{", "a = [", "name = 'a'\n", "aliases = ['a','b']\n", "[[file]]\npath = '2024/a.html'\nrole = 'earlier'\n",
	} {
		growth.Text(t, piece, func(s string) {
			b := []byte(s)
			config.ReadSite("site.toml", b)
			config.ReadAgency("agency.toml", b)
			config.ReadYear("2024.toml", b)
			config.ReadNotes("2024.notes.toml", b)
			config.ReadCells("2024.cells.toml", b)
		})
	}
}
