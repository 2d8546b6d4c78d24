package decode

import "testing"

// Digits of which it cannot be told whether they are part of the number, or that
// were struck out with none beside them, are garbled, with what they may be.
func TestDoubtfulDigitsAreGarbled(t *testing.T) {
	for text, want := range map[string]string{
		"5¹":        "小字可能是注号，也可能是数字：5 或 51",
		"¹5":        "小字可能是注号，也可能是数字：5 或 15",
		"5¹6":       "小字可能是注号，也可能是数字：56 或 516",
		"73.²⁵":     "小字可能是注号，也可能是数字：73. 或 73.25",
		"8̶0̶":      "写的数字已划去：80",
		"80̶5":      "写的数字已划去：805",
		"8̶0̶.5̶万元": "写的数字已划去：80.5万元",
		// A page number - 4 - that ran into the table, in PDF: -188 would be a lie.
		"-\n188": "横线与数字之间有空白，可能是负号，也可能是另一格的横线",
		"— 5":    "",
		"- 5":    "横线与数字之间有空白，可能是负号，也可能是另一格的横线",
	} {
		v, ok := readValue(text)
		if want == "" {
			if ok && v.state.String() == "number" {
				t.Errorf("%s is read as a number", text)
			}
			continue
		}
		if !ok || v.state.String() != "garbled" || v.words != want {
			t.Errorf("%s: %v %v %q", text, ok, v.state, v.words)
		}
	}
}
