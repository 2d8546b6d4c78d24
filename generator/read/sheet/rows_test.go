package sheet

import "testing"

// A row of a table that has nothing but its label is no heading, in Traditional
// characters neither: 四、結轉下年度繼續辦理.
func TestSheetProse(t *testing.T) {
	for text, want := range map[string]bool{
		"四、结转下年度继续办理": false, "四、結轉下年度繼續辦理": false, "三、本年度办理结果": false, "三、本年度辦理結果": false,
		"一、总体情况": true, "一、總體情況": true, "某局2024年度工作報告": true, "规章": false,
	} {
		if isProse(text) != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
}
