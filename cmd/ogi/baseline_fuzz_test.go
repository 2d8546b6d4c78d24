package main

import (
	"strings"
	"testing"
)

// A baseline that was damaged is refused with its name and what is wrong.
func FuzzBaseline(f *testing.F) {
	for _, s := range []string{
		`{"version":1,"findings":[{"rule":"no-date","agency":"青溪镇","year":2024,"value":"1 ≠ 2"}]}`,
		`{"version":1,"findings":[{"rule":"no-da`, `{"version":2}`, `[]`, `{"version":1,"findings":null}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := parseBaseline("known.json", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "known.json: ") {
				t.Errorf("%v", err)
			}
			return
		}
		if rest, left, gone := b.unknown(nil); len(rest) != 0 || left != 0 || gone != 0 {
			t.Errorf("of no report %d, %d, %d", len(rest), left, gone)
		}
	})
}
