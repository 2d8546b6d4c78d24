package opinion

import (
	"bytes"
	"testing"

	"ogi/generator/office/roster"
)

// A record that was damaged is refused with words; one that is read is written
// and read again as the same.
func FuzzRecord(f *testing.F) {
	whole := Record{Version: 1, Year: 2024, Rounds: []Round{{Units: []Kept{{Unit: "青溪镇", File: "甲.txt", Read: true, Asked: []Ask{{ID: "a", Rule: "no-date", Ask: "请核对"}}}}}}}.Bytes()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte(`{"version":2}`))
	f.Add([]byte(`{"version":1,"rounds":[null,{"units":null}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := ReadRecord(b)
		if err != nil {
			if err.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		again, err := ReadRecord(r.Bytes())
		if err != nil || !bytes.Equal(again.Bytes(), r.Bytes()) {
			t.Errorf("%v: %s", err, r.Bytes())
		}
		_, _ = Sheets(Folder{Year: 2024, Cases: []Case{{Unit: roster.Unit{Name: "青溪镇"}}}}, r)
	})
}
