package tabular

import "testing"

// Ten characters may stand in a cell for a figure, eleven are a sentence or a label; so
// are those that begin as a label does.
func TestWordsForAFigure(t *testing.T) {
	for text, want := range map[string]bool{
		"待核": true, "数据正在清理核实之中": true, "数据正在清理和核实之中": false,
		"不予公开": true, "（一）予以公开": false, "总计": false, "1.其他": false, "见附件：三": false,
	} {
		if MayStandFor(text) != want {
			t.Errorf("%q may stand for a figure: %v", text, !want)
		}
	}
}
