package config

import (
	"reflect"
	"testing"
)

// What is written reads as it was, but for control characters.
func TestCellsWrittenReadBack(t *testing.T) {
	c := Cells{
		SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Form: "2019",
		Cells: []HumanCell{
			{Key: "a", Value: "1", Raw: `1"件\`, Place: "第3页", By: "甲", Line: 5},
			{Key: "b", Value: "空", By: "甲", ReviewedBy: "乙", Line: 12},
		},
	}
	got, ds := ReadCells("2020.cells.toml", c.Text())
	if len(ds) > 0 || !reflect.DeepEqual(got, c) {
		t.Errorf("%v\ngot  %+v\nwant %+v", ds, got, c)
	}
	if q := Quote("a\nb\x00"); q != `"a b "` {
		t.Error(q)
	}
}
