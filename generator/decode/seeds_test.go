package decode

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ogi/generator/report"
)

// TestRealReports: what the originals say of themselves, how much of them is
// explained, in which states their cells are, and that places hold.
func TestRealReports(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("shared reports not present")
	}
	for _, c := range []struct{ file, agency, title, signed, states string }{
		{"seeds/weidong-sfj-2024.txt", "卫东区司法局", "卫东区司法局 2024 年政府信息公开工作年度报告", "", "map[number:200]"},
		{"seeds/fushun-sfj-2025.txt", "抚顺市司法局", "", "", "map[dash:7 number:193]"},
		{"seeds/suibin-sfj-2023.txt", "绥滨县司法局", "绥滨县司法局2023年政府信息公开工作年度报告", "2024年1月10日", "map[blank:5 number:195]"},
		{"seeds/weibin-sfj-2025.txt", "卫滨区司法局", "卫滨区司法局 2025 年政府信息公开工作年度报告", "", "map[missing:44 number:156]"},
		{"seeds/huzhu-sfj-2025.txt", "互助土族自治县司法局", "县司法局2025年度政府信息公开工作报告", "2026年1月19日", "map[missing:3 number:197]"},
		{"corpus/shanghai-gov-office-2019.html", "上海市人民政府办公厅", "2019年上海市人民政府办公厅政府信息公开工作年度报告", "", "map[blank:135 number:63]"},
		{"corpus/shuyang-fgj-2023.html", "沭阳县发展和改革局", "沭阳县发展和改革局2023年政府信息公开年度报告", "2024年1月17日", "map[blank:125 number:75]"},
		{"corpus/shanghai-kewei-2024.md", "上海市科委", "2024 年上海市科委政府信息公开工作年度报告", "", ""},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.file)))
			if err != nil {
				t.Fatal(err)
			}
			r, ds := File(c.file, b)
			if r == nil {
				t.Fatal(ds)
			}
			checkPlaces(t, r, string(b))
			if r.Agency.Text != c.agency || r.Title.Text != c.title || r.Signed.Text != c.signed {
				t.Errorf("agency %q, title %q, signed %q", r.Agency.Text, r.Title.Text, r.Signed.Text)
			}
			if r.Coverage < 0.99 {
				t.Errorf("coverage %.4f, left over %v", r.Coverage, r.Leftover)
			}
			states := map[report.State]int{}
			for _, cell := range r.Cells {
				states[cell.State]++
			}
			if got := fmt.Sprint(states); c.states != "" && got != c.states {
				t.Errorf("states %s, want %s", got, c.states)
			}
		})
	}
}
