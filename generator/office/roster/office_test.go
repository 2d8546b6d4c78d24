package roster_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/office/roster"
)

// asKept is a list as an office keeps it: a title, heads in words of its own,
// groups, a sum, columns that are nobody's business here.
const asKept = `青禾县2024年政府信息公开年报报送单位名册,,,,,
序号,报送单位（全称）,单位性质,简称,联系人,行政区划代码
一、县直部门,,,,,
1,青禾县司法局,县直部门,司法局,王某,410403000000
2,2.青禾县教育局,局委办,教育局、教体局,王某,410403
二、乡镇,,,,,
3,青禾县柳林镇人民政府,乡镇,柳林镇,王某,4.10403E+11
合计,3家,,,,
填表人：王某,,,,,
`

const asRead = "[{青禾县司法局 department 410403 [司法局]  4} {青禾县教育局 department 410403 [教育局 教体局]  5} {青禾县柳林镇人民政府 township  [柳林镇]  7}]"

func TestRosterIsReadAsOfficesKeepIt(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.ReplaceAll(asKept, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	units, ds, err := roster.Read("units.csv", []byte(gbk))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(units); got != asRead {
		t.Errorf("\n got %s\nwant %s", got, asRead)
	}
	if len(ds) != 2 || !strings.Contains(ds[0].Message, "局委办") || !strings.Contains(ds[1].Message, "4.10403E+11") {
		t.Errorf("%v", ds)
	}
}

func TestRosterIsReadFromASpreadsheet(t *testing.T) {
	f := excelize.NewFile()
	for i, line := range strings.Split(strings.TrimSpace(asKept), "\n") {
		for j, v := range strings.Split(line, ",") {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			_ = f.SetCellStr("Sheet1", at, v)
		}
	}
	_ = f.MergeCell("Sheet1", "A1", "F1")
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	units, _, err := roster.Read("units.xlsx", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(units)
	// A sheet has no lines.
	want := strings.NewReplacer(" 4}", " 0}", " 5}", " 0}", " 7}", " 0}").Replace(asRead)
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestRosterColumnsAreToldByTheirHeads(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the name beside a grouping", "部门,单位名称\n政法口,青禾县司法局\n", "青禾县司法局"},
		{"the name beside who leads", "牵头单位,责任单位\n青禾县政府办,青禾县司法局\n", "青禾县司法局"},
		{"names without heads, numbered", "1,青禾县司法局\n2,青禾县教育局\n", "青禾县司法局 青禾县教育局"},
		{"spaces in a head", "单 位 名 称,备 注\n青禾县司法局,无\n", "青禾县司法局"},
		{"an empty line above", ",,\n,单位,\n,青禾县司法局,\n", "青禾县司法局"},
	} {
		units, _, err := roster.Read("units.csv", []byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		var got []string
		for _, u := range units {
			got = append(got, u.Name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.why, got, c.want)
		}
	}
}
