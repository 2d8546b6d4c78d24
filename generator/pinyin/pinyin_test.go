package pinyin

import "testing"

func TestNamesAreSpelledOut(t *testing.T) {
	for text, want := range map[string][2]string{
		"庙头镇":        {"miaotouzhen", "mtz"},
		"绿化（第2中队）ＡB": {"lvhuadi2zhongduib", "lhd2zdb"},
		"吕梁":         {"lvliang", "ll"},
		"":           {"", ""},
		"—":          {"", ""},
	} {
		if got := [2]string{Of(text), Initials(text)}; got != want {
			t.Errorf("%s: got %v, want %v", text, got, want)
		}
	}
}
