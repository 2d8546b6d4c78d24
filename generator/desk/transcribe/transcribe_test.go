package transcribe

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
)

const sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// filled is a template with values by key; "" before a key inserts rows and
// columns first, as people do.
func filled(t *testing.T, s Subject, moved bool, values map[form.Key]string) *Filled {
	t.Helper()
	b, err := Template(s)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if moved {
		if err := f.InsertRows("表三", 2, 3); err != nil {
			t.Fatal(err)
		}
		if err := f.InsertCols("表三", "C", 1); err != nil {
			t.Fatal(err)
		}
	}
	for _, n := range f.GetDefinedName() {
		v, ok := values[strings.TrimPrefix(n.Name, nameWanted)]
		if !ok {
			continue
		}
		sheet, at, _ := strings.Cut(strings.ReplaceAll(n.RefersTo, "$", ""), "!")
		if err := f.SetCellStr(strings.Trim(sheet, "'"), at, v); err != nil {
			t.Fatal(err)
		}
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Every cell of every form goes out and comes back under its own key, also
// where rows and columns were inserted.
func TestEveryCellComesBackUnderItsKey(t *testing.T) {
	for _, f := range []*form.Form{form.F2021, form.F2021OneRow, form.F2019} {
		for _, moved := range []bool{false, true} {
			values := map[form.Key]string{}
			for i, d := range f.Defs {
				values[d.Key] = report.Int(int64(1000 + i)).String()
			}
			got := filled(t, Subject{Agency: "甲", Year: 2025, Path: "content/a/2025.pdf", SHA256: sha, Form: f}, moved, values)
			if got.SHA256 != sha || got.Form != formName(f) || got.Path != "content/a/2025.pdf" || len(got.Wrong) > 0 {
				t.Errorf("%s: %+v", formName(f), got)
			}
			if len(got.Cells) != len(f.Defs) {
				t.Fatalf("%s: %d cells of %d", formName(f), len(got.Cells), len(f.Defs))
			}
			for _, c := range got.Cells {
				if c.Value != values[c.Key] {
					t.Errorf("%s: %s is %s, want %s", formName(f), c.Key, c.Value, values[c.Key])
				}
			}
		}
	}
}

// Only what no program reads plainly is asked for.
func TestOnlyDoubtfulCellsAreWanted(t *testing.T) {
	r := &report.Report{Form: form.F2021, Cells: make([]report.Cell, len(form.F2021.Defs))}
	for i := range r.Cells {
		r.Cells[i] = report.Cell{State: report.Number, Value: report.Int(7)}
	}
	set := func(key form.Key, c report.Cell) { r.Cells[r.Form.Index(key)] = c }
	set("requests.received.total", report.Cell{State: report.Garbled, Raw: "l2"})
	set("requests.received.other", report.Cell{State: report.Number, Recovered: true})
	set("requests.received.research", report.Cell{State: report.Dash, Raw: "/"})
	set("requests.received.enterprise", report.Cell{State: report.Blank})
	set("requests.carried_in.total", report.Cell{})
	values := map[form.Key]string{}
	for _, d := range r.Form.Defs {
		values[d.Key] = "1"
	}
	got := filled(t, Subject{SHA256: sha, Form: r.Form, Report: r}, false, values)
	var keys []string
	for _, c := range got.Cells {
		keys = append(keys, c.Key)
	}
	if want := []string{"requests.received.other", "requests.received.total", "requests.carried_in.total"}; !reflect.DeepEqual(keys, want) {
		t.Errorf("got %v, want %v", keys, want)
	}
}

func TestWhatPeopleWriteIsReadAsMeant(t *testing.T) {
	values := map[form.Key]string{
		"requests.received.natural_person": "１２", "requests.received.enterprise": " 1,234 ",
		"requests.received.research": "空", "requests.received.other": "—", "requests.received.total": "12件",
		"requests.carried_in.total": "12元", "proactive.charges.amount": "12.50元",
	}
	got := filled(t, Subject{SHA256: sha, Form: form.F2021}, false, values)
	want := []config.HumanCell{
		{Key: "proactive.charges.amount", Value: "12.50元"},
		{Key: "requests.received.natural_person", Value: "12", Raw: "１２"},
		{Key: "requests.received.enterprise", Value: "1234", Raw: "1,234"},
		{Key: "requests.received.research", Value: "空"},
		{Key: "requests.received.other", Value: "—"},
	}
	if !reflect.DeepEqual(got.Cells, want) {
		t.Errorf("got  %+v\nwant %+v", got.Cells, want)
	}
	if len(got.Wrong) != 2 || got.Wrong[0].Text != "12件" || got.Wrong[1].Text != "12元" {
		t.Errorf("wrong: %+v", got.Wrong)
	}
}

func TestMergeComparesReaders(t *testing.T) {
	cell := func(key, v, by, reviewed string) config.HumanCell {
		return config.HumanCell{Key: key, Value: v, By: by, ReviewedBy: reviewed}
	}
	const a, b, c = "requests.received.natural_person", "requests.received.enterprise", "requests.received.research"
	old := config.Cells{SHA256: sha, Form: "2021", Cells: []config.HumanCell{cell(a, "1", "甲", ""), cell(b, "2", "甲", "")}}
	again := &Filled{SHA256: sha, Form: "2021", Cells: []config.HumanCell{cell(c, "3", "", ""), cell(b, "9", "", ""), cell(a, "1.0", "", "")}}
	for _, x := range []struct {
		by, reviewed string
		old          config.Cells
		want         []config.HumanCell
		differ       int
	}{
		{"乙", "", old, []config.HumanCell{cell(a, "1", "甲", "乙"), cell(b, "2", "甲", ""), cell(c, "3", "乙", "")}, 1},
		{"甲", "", old, []config.HumanCell{cell(a, "1", "甲", ""), cell(b, "9", "甲", ""), cell(c, "3", "甲", "")}, 0},
		{"甲", "乙", config.Cells{}, []config.HumanCell{cell(a, "1.0", "甲", "乙"), cell(b, "9", "甲", "乙"), cell(c, "3", "甲", "乙")}, 0},
	} {
		m := Merge(x.old, again, x.by, x.reviewed)
		if !reflect.DeepEqual(m.Cells.Cells, x.want) || len(m.Differences) != x.differ {
			t.Errorf("%s: got %+v, %d differ", x.by, m.Cells.Cells, len(m.Differences))
		}
	}
}

func TestNoTemplate(t *testing.T) {
	f := excelize.NewFile()
	b, _ := f.WriteToBuffer()
	if _, err := Read(b.Bytes()); err == nil || !strings.Contains(err.Error(), "no template of ogi transcribe") {
		t.Error(err)
	}
	if _, err := Read([]byte("PK\x03\x04")); err == nil || !strings.Contains(err.Error(), "no spreadsheet") {
		t.Error(err)
	}
}

// A formula that was saved without its result is told, not taken for an empty
// cell.
func TestFormulasWithoutResultsAreTold(t *testing.T) {
	b, err := Template(Subject{Agency: "甲", Year: 2025, Path: "content/a/2025.pdf", SHA256: sha, Form: form.F2021})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("表四", "B3", nil); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellFormula("表四", "B3", "1+1"); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(out.Bytes())
	if err != nil || len(got.Wrong) != 1 || got.Wrong[0].At != "表四!B3" || got.Wrong[0].Text != "=1+1" {
		t.Errorf("%v, wrong %v", err, got.Wrong)
	}
}
