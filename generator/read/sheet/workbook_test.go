package sheet_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/internal/blocks"
)

func workbook(t *testing.T, fill func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(f *excelize.File, sheet string, cells map[string]any) {
	for name, v := range cells {
		if err := f.SetCellValue(sheet, name, v); err != nil {
			panic("internal error: " + err.Error())
		}
	}
}

func TestWorkbook(t *testing.T) {
	for _, c := range []struct {
		name, want string
		fill       func(*excelize.File)
	}{
		{"merged cells stand once and empty cells stand", "标题说明这是一份报告\n组@0+1x2 | 甲@1 | 1@2\n乙@1 | @2\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "标题说明这是一份报告", "A2": "组", "B2": "甲", "C2": 1, "B3": "乙"})
			_ = f.MergeCell("Sheet1", "A2", "A3")
		}},
		{"a hidden sheet is left out", "甲@0 | 1@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "B1": 1})
			_, _ = f.NewSheet("模板")
			set(f, "模板", map[string]any{"A1": "甲", "B1": 0})
			_ = f.SetSheetVisible("模板", false)
		}},
		{"hidden rows and columns are left out, and labels that begin there go on", "组@0+1x2 | 甲@1 | 1@2\n乙@1 | 2@2\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "组", "B1": "上年", "C1": 7, "D1": 8, "B2": "甲", "C2": 9, "D2": 1, "B3": "乙", "C3": 9, "D3": 2})
			_ = f.MergeCell("Sheet1", "A1", "A3")
			_ = f.SetRowVisible("Sheet1", 1, false)
			_ = f.SetColVisible("Sheet1", "C", false)
		}},
		{"a table away from the edge keeps no empty columns", "甲@2 | 1@3\n乙@2 | @3\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"C2": "甲", "D2": 1, "C3": "乙"})
		}},
		{"sheets follow each other under their names", "表一\n甲@0 | 1@1\n表二\n乙@0 | 2@1\n", func(f *excelize.File) {
			_ = f.SetSheetName("Sheet1", "表一")
			set(f, "表一", map[string]any{"A1": "甲", "B1": 1})
			_, _ = f.NewSheet("表二")
			set(f, "表二", map[string]any{"A1": "乙", "B1": 2})
		}},
		{"a formula without its result stands as it is", "甲@0 | =SUM(C1:D1)@1\n乙@0 | 2@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "A2": "乙", "B2": 2})
			_ = f.SetCellFormula("Sheet1", "B1", "SUM(C1:D1)")
		}},
		{"headings between tables part them", "甲@0 | 1@1\n五、存在的主要问题及改进情况\n乙@0 | 2@1\n", func(f *excelize.File) {
			set(f, "Sheet1", map[string]any{"A1": "甲", "B1": 1, "A2": "五、存在的主要问题及改进情况", "A3": "乙", "B3": 2})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := blocks.Show(t, "a.xlsx", workbook(t, c.fill)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestSheetsOfOtherYearsAreLeftOut(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		_ = f.SetSheetName("Sheet1", "2023年")
		set(f, "2023年", map[string]any{"A1": "甲", "B1": 1})
		_, _ = f.NewSheet("2024年")
		set(f, "2024年", map[string]any{"A1": "乙", "B1": 2})
	})
	for name, want := range map[string]string{
		"a/2024.xlsx":        "乙@0 | 2@1\n",
		"2022/某局2023年报.xlsx": "甲@0 | 1@1\n",
		"a/2021.xlsx":        "2023年\n甲@0 | 1@1\n2024年\n乙@0 | 2@1\n",
		"a/2023-2024.xlsx":   "2023年\n甲@0 | 1@1\n2024年\n乙@0 | 2@1\n",
	} {
		if got := blocks.Show(t, name, b); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}
