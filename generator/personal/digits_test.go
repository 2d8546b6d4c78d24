package personal

import "testing"

// newStream does not look closely at characters that begin with these bytes.
func TestNoDigitAmongCharactersPassedOver(t *testing.T) {
	for r := rune(0x6000); r < 0x9000; r++ {
		if _, ok := digitOf(r); ok {
			t.Errorf("%c is a digit", r)
		}
	}
}
