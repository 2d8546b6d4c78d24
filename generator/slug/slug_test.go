package slug

import (
	"strings"
	"testing"
)

func TestIs(t *testing.T) {
	for s, want := range map[string]bool{
		"weidong-sfj": true, "320813": true, "a": true, "com": true, "com10": true, "console": true, "null": true, "a-con": true,
		"": false, "-a": false, "a-": false, "A": false, "a_b": false, "a.b": false, "a/b": false, "年报": false, strings.Repeat("a", Longest+1): false,
		"con": false, "prn": false, "aux": false, "nul": false, "com1": false, "com9": false, "lpt1": false, "com0": false,
	} {
		if Is(s) != want {
			t.Errorf("%q: want %v", s, want)
		}
	}
}

func TestReserved(t *testing.T) {
	for s, want := range map[string]bool{"NUL.txt": true, "Con .x": true, "COM¹": true, "lpt³.svg": true, "conout$": true, "com": false, "nulls.txt": false, "x.nul": false} {
		if Reserved(s) != want {
			t.Errorf("%q: want %v", s, want)
		}
	}
}
