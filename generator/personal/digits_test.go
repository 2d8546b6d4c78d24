package personal

import (
	"strings"
	"testing"
)

// newStream does not look closely at characters that begin with these bytes.
func TestNoDigitAmongCharactersPassedOver(t *testing.T) {
	for r := rune(0x6000); r < 0x9000; r++ {
		if _, ok := digitOf(r); ok {
			t.Errorf("%c is a digit", r)
		}
	}
}

// What the quick look turns away holds no number, in one text or cut by the ends of
// lines.
func FuzzHunt(f *testing.F) {
	for _, s := range []string{
		"电话1381234567８", "138-1234－5678", "护照EA1234567", "护\u200b照\u00adE12345678", "护航照E12345678", "卡号6222 0212 3456 7890 123", "电话一三八一二三四五六七八",
		"手机138\u00ad1234\u200b5678", "1\n1\n0\n1\n0\n5\n1\n9\n4\n9\n1\n2\n3\n1\n0\n0\n2\nX", "身份证11010519491231002 x", "138件1234件5678", "0\t0\t0\t12\t0\t0\t12\n总计",
		"1一2二3三", "电话1\xff38\xe4 12345678", "138¥12345678", "卡号622202·1234|5678 90·123", "𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Split(s, "\n")
		if mayHold(s) != mayHoldAny(lines) && !strings.Contains(s, "护") {
			t.Errorf("%q: %v, by lines %v", s, mayHold(s), mayHoldAny(lines))
		}
		if !mayHold(s) || !mayHoldAny(lines) {
			if plain, _ := visible(s); len(numbers(plain)) > 0 {
				t.Errorf("%q holds %+v", s, numbers(plain))
			}
		}
	})
}
