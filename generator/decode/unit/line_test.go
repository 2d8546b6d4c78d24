package unit

import "testing"

// A page has a number of four digits at most; five are a figure of a table.
func TestResidue(t *testing.T) {
	for text, want := range map[string]bool{"1234": true, "12345": false, "— 3 —": true, "": true, "上一篇：": true, "规章": false} {
		if IsResidue(text) != want {
			t.Errorf("%q is what a page leaves: %v", text, !want)
		}
	}
}

// Words of a page in a line of a page; a sentence may have them too.
func TestFurniture(t *testing.T) {
	for text, want := range map[string]bool{"主办单位：青禾县人民政府办公室": true, "平台有专人提供技术支持": true, "规章": false} {
		if IsFurniture(text) != want {
			t.Errorf("%q is of a page: %v", text, !want)
		}
	}
}
