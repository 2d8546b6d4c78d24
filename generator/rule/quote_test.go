package rule

import (
	"strings"
	"testing"
)

func TestAroundBeginsAtClause(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"2024年我局在在政策解读方面用力。", "在在", "2024年我局在在政策解读方面"},
		{"前半句，2024年我局在在政策解读方面。", "在在", "2024年我局在在政策解读方面"},
		{"在在政策", "在在", "在在政策"},
	} {
		if got := around(c.text, strings.Index(c.text, c.word), len(c.word)); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}
