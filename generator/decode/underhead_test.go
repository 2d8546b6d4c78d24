package decode

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/report"
)

// rearrange gives the last cells of each row of table three in another order;
// order[i] is where the cell i comes from.
func rearrange(s *sheet, order []int) {
	for i, row := range s.tables[1] {
		if n := len(row) - len(order); i >= 3 && n >= 0 {
			vals := row[n:]
			moved := make([]string, len(vals))
			for j, from := range order {
				moved[j] = vals[from]
			}
			s.tables[1][i] = cat(row[:n], moved)
		}
	}
}

// TestHeadsDecide writes pages whose tables are printed otherwise than the form
// prints them; the names beside and above the figures say what they are.
func TestHeadsDecide(t *testing.T) {
	spans := regexp.MustCompile(`c\dr\d+:`)
	for _, shape := range []struct {
		name   string
		change func(s *sheet)
	}{
		{"total before the applicants", func(s *sheet) {
			s.tables[1][1] = []string{"c1r2:总计", "c1r2:自然人", "c5r1:法人或其他组织"}
			rearrange(s, []int{6, 0, 1, 2, 3, 4, 5})
		}},
		{"two kinds of applicant changed about", func(s *sheet) {
			s.tables[1][2] = []string{"商业企业", "科研机构", "法律服务机构", "社会公益组织", "其他"}
			rearrange(s, []int{0, 1, 2, 4, 3, 5, 6})
		}},
		{"the same without spans", func(s *sheet) {
			s.tables[1][2] = []string{"商业企业", "科研机构", "法律服务机构", "社会公益组织", "其他"}
			rearrange(s, []int{0, 1, 2, 4, 3, 5, 6})
			for i, row := range s.tables[1] {
				for j := range row {
					s.tables[1][i][j] = spans.ReplaceAllString(row[j], "")
				}
			}
		}},
		{"documents in force named first", func(s *sheet) {
			for i := 1; i <= 3; i++ {
				r := s.tables[0][i]
				s.tables[0][i] = []string{r[0], r[3], r[1], r[2]}
			}
		}},
		{"suits before reconsideration, the later before the direct ones", func(s *sheet) {
			f := s.tables[2][3]
			s.tables[2] = [][]string{
				{"c10r1:行政诉讼", "c5r1:行政复议"},
				cat([]string{"c5r1:复议后起诉", "c5r1:未经复议直接起诉"}, []string{"c1r2:结果维持", "c1r2:结果纠正", "c1r2:其他结果", "c1r2:尚未审结", "c1r2:总计"}),
				fourHead[2][5:],
				cat(f[10:], f[5:10], f[:5]),
			}
		}},
		{"remedies upright", func(s *sheet) {
			f := s.tables[2][3]
			s.tables[2] = [][]string{{"", "行政复议", "未经复议直接起诉", "复议后起诉"}}
			for i, name := range fourHead[2][5:10] {
				s.tables[2] = append(s.tables[2], []string{name, f[i], f[5+i], f[10+i]})
			}
		}},
		{"remedies one below the other", func(s *sheet) {
			f := s.tables[2][3]
			s.tables[2] = nil
			for i, v := range f {
				row := []string{fourHead[2][5+i%5], v}
				switch i {
				case 0:
					row = cat([]string{"c2r5:行政复议"}, row)
				case 5:
					row = cat([]string{"c1r10:行政诉讼", "c1r5:未经复议直接起诉"}, row)
				case 10:
					row = cat([]string{"c1r5:复议后起诉"}, row)
				}
				s.tables[2] = append(s.tables[2], row)
			}
		}},
		{"results in an order of their own", func(s *sheet) {
			s.tables[2][2] = strings.Fields("结果纠正 结果维持 其他结果 尚未审结 总计 结果纠正 结果维持 其他结果 尚未审结 总计")
			f := s.tables[2][3]
			s.tables[2][3] = cat(f[:5], []string{f[6], f[5]}, f[7:10], []string{f[11], f[10]}, f[12:])
		}},
	} {
		for seed := range uint64(4) {
			v := distinct(rand.New(rand.NewPCG(seed, 3)), form.F2021, seed%2 == 0)
			s := htmlSpans(v)
			shape.change(s)
			r, ds := File(s.file, []byte(s.text()))
			if r == nil {
				t.Fatal(ds)
			}
			for i, d := range r.Form.Defs {
				c := r.Cells[i]
				if !c.Plain() || c.Value.Cmp(report.Int(v[d.Key])) != 0 {
					t.Fatalf("%s: %s is %v %q (%s), want %d", shape.name, d.Key, c.State, c.Raw, c.Why, v[d.Key])
				}
			}
		}
	}
}

// TestOrderOfTextIsDoubted: text shows no columns, so a head in an order of its
// own tells only that the figures may stand otherwise.
func TestOrderOfTextIsDoubted(t *testing.T) {
	v := distinct(rand.New(rand.NewPCG(1, 5)), form.F2021, true)
	s := lostPipes(v)
	s.tables[1][2][2], s.tables[1][2][3] = s.tables[1][2][3], s.tables[1][2][2]
	s.tables[2][2] = cat(strings.Fields("结果纠正 结果维持 其他结果 尚未审结 总计 结果纠正 结果维持 其他结果 尚未审结 总计"), blanks(5))
	r, _ := File(s.file, []byte(s.text()))
	for i, d := range r.Form.Defs {
		if c := r.Cells[i]; d.Table != form.Two && (c.State != report.Garbled || !c.Why.Is(report.ThreeOddHead) && !c.Why.Is(report.FourOddHead)) {
			t.Errorf("%s is %v %q (%s), want it garbled for its head", d.Key, c.State, c.Raw, c.Why)
		}
	}
}

// TestBlankStandsBelowItsHead: where each cell of a row of table four stands
// below the name of its column, a blank one is blank whatever the sums say.
func TestBlankStandsBelowItsHead(t *testing.T) {
	v := distinct(rand.New(rand.NewPCG(1, 4)), form.F2021, false)
	s := shortTabs(v)
	s.tables[2][3][6] = ""
	r, _ := File(s.file, []byte(s.text()))
	for i, d := range r.Form.Defs {
		c := r.Cells[i]
		switch {
		case d.Table != form.Four:
		case d.Key == "remedies.direct_suit.corrected":
			if c.State != report.Blank {
				t.Errorf("%s is %v, want blank", d.Key, c.State)
			}
		case !c.Plain() || c.Value.Cmp(report.Int(v[d.Key])) != 0:
			t.Errorf("%s is %v %q, want %d", d.Key, c.State, c.Raw, v[d.Key])
		}
	}
}

// TestWrongSpansHideNoBlanks: spans that are left out or miscounted leave each
// row with its seven cells.
func TestWrongSpansHideNoBlanks(t *testing.T) {
	v := distinct(rand.New(rand.NewPCG(2, 4)), form.F2021, true)
	s := htmlSpans(v)
	for i, row := range s.tables[1] {
		for j := range row {
			c := strings.Replace(row[j], "c3r3:", "c2r3:", 1)
			s.tables[1][i][j] = strings.Replace(c, "c7r1:", "c5r1:", 1)
		}
	}
	s.tables[1][7][3], s.tables[1][9][1] = "", ""
	r, _ := File(s.file, []byte(s.text()))
	blank := 0
	for i, d := range r.Form.Defs {
		c := r.Cells[i]
		if c.State == report.Blank {
			blank++
		} else if !c.Plain() || c.Value.Cmp(report.Int(v[d.Key])) != 0 {
			t.Errorf("%s is %v %q, want %d", d.Key, c.State, c.Raw, v[d.Key])
		}
	}
	if blank != 2 {
		t.Errorf("%d blank cells, want 2", blank)
	}
}

// TestSpareCellsAreTold: converters of pages write blank cells for the columns
// that a label spans and none for the rows, in front of the values, behind them,
// each cell on a line of its own, or write no spare cells at all. Blank values are told from them.
func TestSpareCellsAreTold(t *testing.T) {
	for _, where := range []string{"front", "behind", "lines", "none"} {
		for seed := range uint64(4) {
			v := distinct(rand.New(rand.NewPCG(seed, 6)), form.F2021, seed%2 == 0)
			s := markdown(v)
			blank := map[string]bool{}
			for i, row := range s.tables[1] {
				if i < 3 {
					continue
				}
				key := form.F2021.Rows(form.Three)[i-3]
				spare := 2 - labelsOf(key)
				if where == "none" {
					spare = 0
				}
				head := strings.Fields(strings.Join(row[:3], " "))
				if key == "requests.granted" {
					head = cat([]string{"三、本年度办理结果"}, head)
				}
				vals := cat(row[3:])
				for j := range vals {
					if i > 3 && ((i*j+int(seed))%3 == 0 || i == 12 || i == 17) {
						vals[j] = ""
						blank[key+"."+form.Columns[j]] = true
					}
				}
				if where == "front" {
					s.tables[1][i] = cat(head, blanks(spare), vals)
				} else {
					s.tables[1][i] = cat(head, vals, blanks(spare))
				}
			}
			if where == "front" {
				s.tables[1][0] = cat([]string{note, "", "", "申请人情况"}, blanks(6))
				s.tables[1][1] = cat([]string{"自然人", "法人或其他组织"}, blanks(4), []string{"总计"})
			} else {
				s.tables[1][0] = cat([]string{note, "申请人情况"}, blanks(8))
				s.tables[1][1] = cat([]string{"自然人", "法人或其他组织", "总计"}, blanks(4))
			}
			s.tables[1][2] = s.tables[1][2][4:9]
			text := s.text()
			if where == "lines" {
				s.write = byCells
				s.file, text = "a.txt", s.text()
			}
			r, _ := File(s.file, []byte(text))
			for i, d := range r.Form.Defs {
				c := r.Cells[i]
				switch {
				case d.Table != form.Three:
				case blank[d.Key]:
					if c.State != report.Blank {
						t.Fatalf("%s: %s is %v %q (%s), want blank", where, d.Key, c.State, c.Raw, c.Why)
					}
				case !c.Plain() || c.Value.Cmp(report.Int(v[d.Key])) != 0:
					t.Fatalf("%s: %s is %v %q (%s), want %d", where, d.Key, c.State, c.Raw, c.Why, v[d.Key])
				}
			}
		}
	}
}

// byCells writes each cell on a line, with a bar behind it.
func byCells(s *sheet) string {
	var t [3]string
	for i, rows := range s.tables {
		for _, row := range rows {
			for _, c := range row {
				t[i] += strings.TrimSpace(c+" |") + "\n"
			}
		}
	}
	return s.body(t)
}

// labelsOf is how many labels stand before the own one of a row of table three.
func labelsOf(key string) int {
	switch key {
	case "requests.received", "requests.carried_in", "requests.carried_out":
		return 0
	case "requests.granted", "requests.partial", "requests.other_outcome", "requests.outcomes_total":
		return 1
	}
	return strings.Count(key, ".")
}
