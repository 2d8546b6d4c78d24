package sheet_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/internal/blocks"
)

func TestHiddenText(t *testing.T) {
	x := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(x.SetSheetRow("Sheet1", "A1", &[]string{"规章", "1"}))
	check(x.AddComment("Sheet1", excelize.Comment{Cell: "B1", Author: "王某", Text: "待核"}))
	_, err := x.NewSheet("底稿")
	check(err)
	check(x.SetSheetRow("底稿", "A2", &[]string{"经办人", "张某"}))
	check(x.SetSheetVisible("底稿", false))
	check(x.SetDocProps(&excelize.DocProperties{Creator: "李某"}))
	var b bytes.Buffer
	check(x.Write(&b))
	want := "批注 王某：待核 @sheet=Sheet1 row=1 cell=2\n隐藏的工作表 经办人\t张某 @sheet=底稿 row=2\n文档属性 作者：李某\n"
	if got := blocks.Hidden(t, "a.xlsx", b.Bytes()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
