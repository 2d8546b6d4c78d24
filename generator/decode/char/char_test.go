package char

import "testing"

func TestNumerals(t *testing.T) {
	for text, want := range map[string][2]int{
		"十一月": {11, 6}, "二十一日": {21, 9}, "十日": {10, 3}, "12月": {12, 2}, "１２月": {12, 6}, " 3 月": {3, 3},
		"月": {}, "": {}, "99": {99, 2}, "100": {},
	} {
		if v, n := Small(text); [2]int{v, n} != want {
			t.Errorf("%q: %d in %d bytes, want %v", text, v, n, want)
		}
	}
	for u, want := range map[rune]int{'0': 0, '９': 9, '〇': 0, '○': 0, '九': 9, '十': -1, 'a': -1} {
		if got := Digit(u); got != want {
			t.Errorf("%c: %d, want %d", u, got, want)
		}
	}
}

// What nobody sees is not counted, and blanks of full width are no characters.
func TestCount(t *testing.T) {
	for text, want := range map[string]int{"": 0, " 总计\u3000\u00a03\t": 3, "a b": 2, "、\u2003。": 2, "\xff": 1} {
		if got := Count(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
	if got := StripSpace(" 总\u3000计\u00a0\n3"); got != "总计3" {
		t.Errorf("%q", got)
	}
	if !IsDigitAt("总３", 3) || IsDigitAt("总３", 0) || IsDigitAt("总", 3) {
		t.Error("digits")
	}
}
