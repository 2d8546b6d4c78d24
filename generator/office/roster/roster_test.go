package roster_test

import (
	"fmt"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/archive"
	"ogi/generator/office/roster"
)

const list = "序号,单位名称,类别,区划代码,别名\n1,青禾县司法局,部门,410403,司法局\n2,青禾县柳林镇人民政府,,,柳林镇、柳林\n\n3,青禾县人民政府办公室,政府部门,41x,\n4,青禾县司法局,,,\n"

func TestRosterIsReadInEachEncoding(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(list)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"utf-8": list, "bom": "\ufeff" + list, "gb18030": gb} {
		units, ds, err := roster.Read("units.csv", []byte(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := "[{青禾县司法局 department 410403 [司法局]  2} {青禾县柳林镇人民政府 township  [柳林镇 柳林]  3} {青禾县人民政府办公室 department  []  5}]"
		if got := fmt.Sprint(units); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
		if len(ds) != 2 || ds[0].Pos.Line != 5 || ds[1].Pos.Line != 6 {
			t.Errorf("%s: %v", name, ds)
		}
	}
}

func TestRosterNeedsNoHeadAndAnySeparator(t *testing.T) {
	for _, text := range []string{"青禾县司法局\n青禾县教育局\n", "青禾县司法局\t部门\n青禾县教育局\t部门\n", "青禾县司法局;部门\r\n青禾县教育局;部门\r\n"} {
		units, _, err := roster.Read("units.csv", []byte(text))
		if err != nil || len(units) != 2 || units[1].Name != "青禾县教育局" || units[1].Kind != archive.Department {
			t.Errorf("%q: %v %v", text, units, err)
		}
	}
	for _, text := range []string{"", "\n\n", "PK\x03\x04xlsx"} {
		if _, _, err := roster.Read("units.csv", []byte(text)); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}

func TestDraftsArePairedWithTheUnitTheyName(t *testing.T) {
	units := []roster.Unit{
		{Name: "青禾县司法局", Aliases: []string{"司法局"}},
		{Name: "青禾县教育局"},
		{Name: "青禾县柳林镇人民政府", Aliases: []string{"柳林镇"}},
		{Name: "青禾县柳林镇司法所"},
	}
	for _, c := range []struct {
		why    string
		drafts []roster.Draft
		want   []int
		note   bool // of the first
	}{
		{"the agency named", []roster.Draft{{Path: "a.docx", Agency: "青禾县教育局"}}, []int{1}, false},
		{"a longer name", []roster.Draft{{Path: "a.docx", Agency: "平川市青禾县教育局"}}, []int{1}, false},
		{"the file's name", []roster.Draft{{Path: "教育/青禾县教育局 年报(终稿).pdf"}}, []int{1}, false},
		{"the folder's name", []roster.Draft{{Path: "柳林镇/年报.docx"}}, []int{2}, false},
		{"the longest name wins", []roster.Draft{{Path: "柳林镇司法所.docx"}}, []int{3}, false},
		{"the file's name without the division", []roster.Draft{{Path: "教育局.docx"}}, []int{1}, false},
		{"the title", []roster.Draft{{Path: "a.txt", Title: "青禾县教育局2024年政府信息公开工作年度报告"}}, []int{1}, false},
		{"a name without the division", []roster.Draft{{Path: "a.docx", Agency: "教育局"}}, []int{1}, false},
		{"another division's unit of that name", []roster.Draft{{Path: "a.docx", Agency: "白水县教育局"}}, []int{-1}, true},
		{"no unit", []roster.Draft{{Path: "a.txt", Agency: "白水县水利局"}}, []int{-1}, true},
		{"nothing named", []roster.Draft{{Path: "a.txt"}}, []int{-1}, true},
		{"file and report differ", []roster.Draft{{Path: "青禾县教育局.txt", Agency: "青禾县司法局"}}, []int{0}, true},
		{"another body's text handed in", []roster.Draft{{Path: "青禾县教育局.txt", Agency: "青禾县司法局"}, {Path: "青禾县司法局.txt", Agency: "青禾县司法局"}}, []int{1, 0}, true},
		{"the file's name where the author is unknown", []roster.Draft{{Path: "司法局.txt", Agency: "白水县水利局"}}, []int{0}, true},
	} {
		pairs := roster.Match(units, c.drafts)
		for i, want := range c.want {
			if pairs[i].Unit != want {
				t.Errorf("%s: draft %d is of %d, want %d", c.why, i, pairs[i].Unit, want)
			}
		}
		if (pairs[0].Note != "") != c.note {
			t.Errorf("%s: note %q", c.why, pairs[0].Note)
		}
	}
}

func TestUnitsMayBeListedWithoutTheirDivision(t *testing.T) {
	units := []roster.Unit{{Name: "教育局"}, {Name: "水利局"}}
	for agency, want := range map[string]int{"青禾县教育局": 0, "水利局": 1, "青禾县财政局": -1} {
		if got := roster.Match(units, []roster.Draft{{Path: "1.docx", Agency: agency}})[0].Unit; got != want {
			t.Errorf("%s is of %d, want %d", agency, got, want)
		}
	}
}
