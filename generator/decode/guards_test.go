package decode_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// The line above a table is a row of the sheet where the file is one: it ends the
// table before it and says whose years follow.
func TestCaptionInARowOfASheet(t *testing.T) {
	for _, k := range []specimen.Kind{specimen.CSV, specimen.XLSX} {
		for _, before := range []bool{true, false} {
			for seed := range 6 {
				s := specimen.Random(uint64(seed), variant(seed))
				years := specimen.PlainTable([]string{"项目", "2022年", "2023年", "2024年"},
					[]string{"本年新收政府信息公开申请数量", "31", "28", "40"}, []string{"结转下年度继续办理", "2", "1", "3"})
				more := []specimen.Extra{{Text: "近三年情况对比："}, {Table: years, Like: form.Two}}
				if before {
					s.Sections[2].Before = more
				} else {
					s.Sections[2].After = more
				}
				r := decoded(t, "2024"+k.Ext(), s.MustWrite(k))
				for _, d := range s.Form.Defs {
					c := r.Cell(d.Key)
					if s.States[d.Key] == report.Missing && (!c.Plain() || c.Value.Cmp(s.Cells[d.Key]) != 0) {
						t.Fatalf("%s, before %v, seed %d: %s is %s %s (%s), want %s", k, before, seed, d.Key, c.State, c.Value, c.Why, s.Cells[d.Key])
					}
				}
			}
		}
	}
}

// Where nothing but totals is filled, no sum tells where a row begins: the head
// does, which shows on which side of a cell the spare ones stand.
func TestOnlyTotalsBelowTheirHead(t *testing.T) {
	at := slices.IndexFunc(specimen.Fillings, func(f specimen.Filling) bool { return f.Name == "only-total" })
	for seed := range 6 {
		s := specimen.Random(uint64(seed), variant(seed))
		s.Fill(specimen.Fillings[at])
		r := decoded(t, "2024.txt", s.MustWrite(specimen.Pipe))
		for i, d := range s.Form.Defs {
			want := report.Blank
			if d.Column == "total" {
				want = report.Number
			}
			if c := r.Cells[i]; d.Table == form.Three && (c.State != want || c.Recovered) {
				t.Fatalf("seed %d: %s is %s (recovered %v, %s), want %s", seed, d.Key, c.State, c.Recovered, c.Why, want)
			}
		}
	}
}

// Rare shapes of a table, each with the reading that only one step gives.
func TestRareShapes(t *testing.T) {
	s := specimen.Random(2, specimen.Options{Distinct: true})
	spaced := func(row string) string { return flatRow(s, row) }
	cells := regexp.MustCompile(`<td>[0-9]+</td>`)
	html := func(text, label, with string) string { // of a row, its cells
		at := strings.Index(text, label+"</td>") + len(label+"</td>")
		end := at + strings.Index(text[at:], "</tr>")
		return text[:at] + with + text[end:]
	}
	for _, c := range []struct {
		name  string
		kind  specimen.Kind
		spoil func(text string) string
		want  map[string]string // state of the cells whose keys begin so, or plain
	}{
		{
			"bare numbers that count the pages are no figures", specimen.FlatRaw,
			func(text string) string {
				return strings.NewReplacer("\f- 1 -", "\f1", "\f- 2 -", "\f2").Replace(text)
			},
			map[string]string{"requests.unavailable.not_held": "plain", "requests.unavailable.not_existing": "plain"},
		},
		{
			"a label before the figures of another row doubts both", specimen.FlatPlain,
			func(text string) string {
				const a, b = "2.重复申请", "3.要求提供公开出版物"
				return strings.NewReplacer(a, b, b, a).Replace(text)
			},
			map[string]string{"requests.unprocessed.repeated": "garbled", "requests.unprocessed.publication": "garbled"},
		},
		{
			"words over all columns are said of each", specimen.HTML,
			func(text string) string { return html(text, "2.重复申请", `<td colspan="7">无</td>`) },
			map[string]string{"requests.unprocessed.repeated": "dash"},
		},
		{
			"of two rows of table four that of the year counts", specimen.HTML,
			func(text string) string {
				at := strings.LastIndex(text, "<tr><td>"+s.Text("remedies.reconsideration.upheld"))
				end := at + strings.Index(text[at:], "</tr>") + len("</tr>")
				row := text[at:end]
				before := cells.ReplaceAllString(row, "<td>9</td>")
				label := func(row string, year int) string {
					return strings.Replace(row, "<tr>", fmt.Sprintf("<tr><td>%d年</td>", year), 1)
				}
				return text[:at] + label(before, s.Year-1) + label(row, s.Year) + text[end:]
			},
			map[string]string{"remedies": "plain"},
		},
		{
			"of two rows of table four neither counts where no year tells", specimen.HTML,
			func(text string) string {
				at := strings.LastIndex(text, "<tr><td>"+s.Text("remedies.reconsideration.upheld"))
				end := at + strings.Index(text[at:], "</tr>") + len("</tr>")
				return text[:end] + cells.ReplaceAllString(text[at:end], "<td>9</td>") + text[end:]
			},
			map[string]string{"remedies": "garbled"},
		},
		{
			"two rows of table four that say the same are one", specimen.HTML,
			func(text string) string {
				at := strings.LastIndex(text, "<tr><td>"+s.Text("remedies.reconsideration.upheld"))
				end := at + strings.Index(text[at:], "</tr>") + len("</tr>")
				return text[:end] + text[at:]
			},
			map[string]string{"remedies": "plain"},
		},
		{
			"a figure torn over two lines beside a blank one is doubted", specimen.CellLine,
			func(text string) string {
				row := "2.重复申请\n" + strings.ReplaceAll(spaced("requests.unprocessed.repeated"), " ", "\n")
				if !strings.Contains(text, row) {
					t.Fatalf("no %q in %s", row, text)
				}
				return strings.Replace(text, row, "2.重复申请\n1\n2\n0\n0\n0\n0\n12", 1)
			},
			map[string]string{"requests.unprocessed.repeated": "garbled"},
		},
		{
			"a row that only a table of several years has is printed", specimen.HTML,
			func(text string) string {
				text = strings.Replace(text, "<tr><td>行政许可</td><td colspan=\"3\">"+s.Text("proactive.licensing.decisions")+"</td></tr>", "", 1)
				const years = `<table><tr><td>项目</td><td>2022年</td><td>2023年</td><td>2024年</td></tr>` +
					`<tr><td>行政许可</td><td>7</td><td>8</td><td>9</td></tr></table>`
				at := strings.Index(text, "</table>") + len("</table>")
				return text[:at] + "<p>近三年情况：</p>" + years + text[at:]
			},
			map[string]string{"proactive.licensing": "garbled"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := string(s.MustWrite(c.kind))
			spoilt := c.spoil(text)
			if spoilt == text {
				t.Fatal("nothing was changed")
			}
			r := decoded(t, "2024"+c.kind.Ext(), []byte(spoilt))
			for prefix, want := range c.want {
				for i, d := range form.F2021.Defs {
					if !strings.HasPrefix(d.Key, prefix) {
						continue
					}
					cell := r.Cells[i]
					got := cell.State.String()
					if cell.Plain() && cell.State == report.Number && cell.Value.Cmp(s.Cells[d.Key]) == 0 {
						got = "plain"
					}
					if got != want {
						t.Errorf("%s is %s %q (recovered %v, %s), want %s", d.Key, got, cell.Raw, cell.Recovered, cell.Why, want)
					}
				}
			}
		})
	}
}
