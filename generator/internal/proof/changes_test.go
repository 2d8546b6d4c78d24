package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// A change is one that a reader would not take for another report. It says
// which cells no longer print their figure.
type change struct {
	name    string
	carried func(specimen.Kind) bool
	apply   func(*rand.Rand, *specimen.Specimen) wants
	mayFail []string // rules that rightly speak of what was changed
}

var changes = slices.Concat(markChanges(), struckChanges(), hiddenChanges(), tableChanges(), headingChanges(), noiseChanges(), shownChanges())

func everywhere(specimen.Kind) bool { return true }

func among(ks ...specimen.Kind) func(specimen.Kind) bool {
	return func(k specimen.Kind) bool { return slices.Contains(ks, k) }
}

var (
	pages     = among(specimen.HTML, specimen.CMS, specimen.MHT)
	withCells = among(specimen.HTML, specimen.CMS, specimen.MHT, specimen.DOCX, specimen.XLSX)
)

// some are n cells of the form in random order.
func some(r *rand.Rand, s *specimen.Specimen, n int) []form.Key {
	var keys []form.Key
	for _, i := range r.Perm(len(s.Form.Defs))[:n] {
		keys = append(keys, s.Form.Defs[i].Key)
	}
	return keys
}

// prose changes every paragraph.
func prose(s *specimen.Specimen, f func(string) string) {
	for i := range s.Sections {
		for j := range s.Sections[i].Paras {
			s.Sections[i].Paras[j] = f(s.Sections[i].Paras[j])
		}
	}
}

// requests is the paragraph that counts the requests.
func requests(s *specimen.Specimen) *string { return &s.Sections[0].Paras[2] }

// markChanges put note marks behind figures of cells, behind labels and heads,
// behind counts in prose.
func markChanges() []change {
	var cs []change
	for _, w := range specimen.Ways {
		if w.Look != specimen.Raised && w.Look != specimen.Lowered {
			continue
		}
		cs = append(cs, change{name: "mark cells " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for _, key := range some(r, s, 40) {
				s.Print(key, s.Printed(key)+w.Of(strconv.Itoa(1+r.IntN(9))))
			}
			return nil
		}}, change{name: "mark all cells " + w.Name, carried: w.Carries, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			for _, d := range s.Form.Defs {
				s.Print(d.Key, s.Printed(d.Key)+w.Of("1"))
			}
			return nil
		}}, change{name: "mark words " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			mark := func(text string) string { return text + w.Of(strconv.Itoa(1+r.IntN(9))) }
			s.EachCell(func(c *specimen.Cell) {
				if c.Key == "" && c.Text != "" && r.IntN(4) == 0 {
					c.Text = mark(c.Text)
				}
			})
			for _, n := range []form.Key{"requests.received.total", "requests.outcomes_total.total"} {
				v := strconv.FormatInt(s.Int(n), 10)
				*requests(s) = strings.Replace(*requests(s), v+"件", mark(v)+"件", 1)
			}
			return nil
		}})
	}
	return cs
}

// struckChanges leave the old value struck out beside the new one, before or
// behind it, in cells and in prose.
func struckChanges() []change {
	var cs []change
	for _, w := range specimen.Ways {
		if w.Look != specimen.Struck {
			continue
		}
		cs = append(cs, change{name: "struck cells " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for i, key := range some(r, s, 40) {
				old := w.Of(strconv.Itoa(1 + r.IntN(900)))
				switch i % 3 {
				case 0:
					s.Print(key, old+s.Printed(key))
				case 1:
					s.Print(key, s.Printed(key)+old)
				default:
					s.Print(key, old+" "+s.Printed(key))
				}
			}
			return nil
		}}, change{name: "struck words " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			v := strconv.FormatInt(s.Int("requests.received.total"), 10)
			*requests(s) = strings.Replace(*requests(s), v+"件", w.Of("80")+v+"件", 1)
			s.Sections[0].Paras = append(s.Sections[0].Paras, w.Of(fmt.Sprintf("%d年，本机关未收到政府信息公开申请。", s.Year)))
			s.Sections[5].Paras[0] += w.Of("全年收取信息处理费100元。")
			return nil
		}})
	}
	return cs
}

// other is the table with other figures.
func other(r *rand.Rand, s *specimen.Specimen, t form.Table) *specimen.Table {
	copied := s.Table(t).Clone()
	for i := range copied.Rows {
		for j := range copied.Rows[i] {
			if c := &copied.Rows[i][j]; c.Key != "" {
				c.Text = strconv.Itoa(r.IntN(900))
			}
		}
	}
	return copied
}

// hiddenChanges put what no reader sees into cells, prose, rows and between
// the tables.
func hiddenChanges() []change {
	var cs []change
	for _, w := range specimen.Ways {
		if w.Look != specimen.Hidden {
			continue
		}
		cs = append(cs, change{name: "hidden cells " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for i, key := range some(r, s, 40) {
				sort := w.Of(strconv.Itoa(1 + r.IntN(900)))
				if i%2 == 0 {
					s.Print(key, sort+s.Printed(key))
				} else {
					s.Print(key, s.Printed(key)+sort)
				}
			}
			return nil
		}}, change{name: "hidden words " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			v := strconv.FormatInt(s.Int("requests.received.total"), 10)
			*requests(s) = strings.Replace(*requests(s), v+"件", w.Of("80")+v+"件", 1)
			s.Sections[0].Paras = slices.Insert(s.Sections[0].Paras, 2, w.Of(fmt.Sprintf("%d年，本机关收到政府信息公开申请9件。", s.Year)))
			return nil
		}})
		if w.Name == "script" {
			continue
		}
		for _, behind := range []bool{false, true} {
			name := fmt.Sprintf("hidden copy %s behind %v", w.Name, behind)
			carried := func(k specimen.Kind) bool {
				sheet := k == specimen.XLSX && w.Name == "display-none" // hidden rows
				block := !(k == specimen.Markdown || k == specimen.Split) || strings.HasPrefix(w.Markdown, "<!--")
				odd := k == specimen.DOCX && strings.Contains(w.Word, "instrText")
				return (sheet || k != specimen.XLSX) && block && !odd && w.Carries(k)
			}
			cs = append(cs, change{name: name, carried: carried, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
				for i, t := range []form.Table{form.Two, form.Three, form.Four} {
					sec := &s.Sections[i+1]
					e := specimen.Extra{Table: other(r, s, t), Like: t, Veil: w}
					if behind {
						sec.After = append(sec.After, e)
					} else {
						sec.Before = append(sec.Before, e)
					}
				}
				return nil
			}})
		}
	}
	cs = append(
		cs, change{name: "hidden sheet", carried: among(specimen.XLSX), apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			s.HiddenSheet = other(r, s, form.Three)
			return nil
		}}, change{name: "hidden row", carried: withCells, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for _, row := range []string{"proactive.licensing", "requests.received"} {
				s.VeiledTwin(row, func() string { return strconv.Itoa(r.IntN(900)) })
			}
			return nil
		}}, change{name: "hidden column", carried: among(specimen.HTML, specimen.CMS, specimen.MHT, specimen.XLSX), apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			t := s.Table(form.Three)
			t.Width++
			for i := range t.Rows {
				if i == 0 || i > 2 {
					t.Rows[i] = append(t.Rows[i], specimen.Cell{Text: strconv.Itoa(r.IntN(900)), RowSpan: 1, ColSpan: 1, Veiled: "column"})
				}
			}
			return nil
		}},
	)
	for name, pane := range map[string]string{
		"details":       "<details><summary>展开</summary>…</details>",
		"tab":           `<div class="tab-pane" style="display:none">…</div>`,
		"pane by class": `<div class="pane off">…</div>`,
		"aria tab":      `<div role="tabpanel" aria-hidden="true" hidden>…</div>`,
	} {
		cs = append(cs, change{name: "pane " + name, carried: pages, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			s.Head = "<style>.pane.off{display:none}</style>\n"
			for i := 1 + r.IntN(3); i < 6; i++ {
				s.Sections[i].Pane = pane
			}
			return nil
		}})
	}
	slices.SortStableFunc(cs, func(a, b change) int { return strings.Compare(a.name, b.name) })
	return cs
}

// tableChanges add tables, print words, units or nothing in cells, cut tables.
func tableChanges() []change {
	cs := []change{
		{name: "extra table per unit", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			at := &s.Sections[2]
			extra := specimen.PlainTable([]string{"单位", "新收申请", "办结", "结转"}, []string{"城关所", "12", "11", "1"}, []string{"新桥所", "7", "5", "2"}, []string{"合计", "19", "16", "3"})
			at.After = append(at.After, specimen.Extra{Text: "各所办理情况如下："}, specimen.Extra{Table: extra, Like: form.Two})
			return nil
		}},
		{name: "extra table years", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			extra := specimen.PlainTable([]string{"项目", "2022年", "2023年", "2024年"}, []string{"本年新收政府信息公开申请数量", "31", "28", "40"}, []string{"结转下年度继续办理", "2", "1", "3"})
			at := &s.Sections[2]
			e := []specimen.Extra{{Text: "近三年情况对比："}, {Table: extra, Like: form.Two}}
			if r.IntN(2) == 0 {
				at.Before = append(at.Before, e...)
			} else {
				at.After = append(at.After, e...)
			}
			return nil
		}},
		{name: "extra table channels", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			extra := specimen.PlainTable([]string{"公开渠道", "数量（条）"}, []string{"门户网站", "512"}, []string{"政务新媒体", "230"}, []string{"其他", "18"}, []string{"总计", "760"})
			at := &s.Sections[r.IntN(2)]
			at.Before = append(at.Before, specimen.Extra{Table: extra, Like: form.Two})
			return nil
		}},
		{name: "shown copy at odds", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			w := wants{}
			for i, t := range []form.Table{form.Two, form.Three, form.Four} {
				c := s.Table(t).Clone()
				for n, row := range c.Rows {
					for j := range row {
						if c := &row[j]; c.Key != "" && (n+j)%5 == 0 {
							c.Text += "7"
							w[c.Key] = []report.State{report.Garbled, report.Missing}
						}
					}
				}
				s.Sections[i+1].After = append(s.Sections[i+1].After, specimen.Extra{Table: c, Like: t})
			}
			return w
		}},
		{name: "table four in three", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			s.ThreeSmallTables()
			return nil
		}},
		{name: "words for none", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			return words(r, s, []report.State{report.Dash, report.Garbled}, "无", "无数据", "无相关事项", "不涉及", "不适用", "无此情况", "—", "/", "-")
		}},
		{name: "words", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			return words(r, s, []report.State{report.Garbled, report.Dash}, "不予公开", "见附件", "若干", "2024/1/3", "数据待核")
		}},
		{name: "blank cells", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			return words(r, s, []report.State{report.Blank, report.Missing, report.Garbled}, "")
		}},
		{name: "only totals", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			w := wants{}
			for _, d := range s.Form.Defs {
				if d.Table == form.Three && d.Column != "total" {
					s.Print(d.Key, "")
					w[d.Key] = []report.State{report.Blank, report.Missing}
				}
			}
			return w
		}},
		{name: "first and total", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			w := wants{}
			for _, d := range s.Form.Defs {
				if d.Table == form.Three && d.Column != "total" && d.Column != "natural_person" {
					s.Print(d.Key, "")
					w[d.Key] = []report.State{report.Blank, report.Missing}
				}
			}
			return w
		}},
	}
	for name, pattern := range map[string]string{"件": "%s件", "共": "共%s件", "space": "%s 件", "brackets": "%s（件）", "remark": "%s（其中修订1件）", "nbsp": "\u00a0%s\u00a0"} {
		cs = append(cs, change{name: "unit " + name, carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for _, key := range some(r, s, 60) {
				if !strings.Contains(s.Printed(key), "元") && !strings.HasSuffix(key, ".amount") {
					s.Print(key, fmt.Sprintf(pattern, s.Printed(key)))
				}
			}
			return nil
		}})
	}
	cs = append(cs, change{name: "full-width digits", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
		wide := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．")
		for _, key := range some(r, s, 60) {
			s.Print(key, wide.Replace(s.Printed(key)))
		}
		return nil
	}})
	slices.SortStableFunc(cs, func(a, b change) int { return strings.Compare(a.name, b.name) })
	return cs
}

func words(r *rand.Rand, s *specimen.Specimen, states []report.State, from ...string) wants {
	w := wants{}
	for _, key := range some(r, s, 12) {
		s.Print(key, from[r.IntN(len(from))])
		w[key] = states
	}
	return w
}

// headingChanges mark headings and sub-headings up in other ways.
func headingChanges() []change {
	leveled := among(specimen.HTML, specimen.CMS, specimen.MHT, specimen.DOCX, specimen.Markdown, specimen.Split)
	var cs []change
	for sections := 2; sections <= 5; sections++ {
		for _, sub := range []int{0, 2, 3, 4, 6} {
			cs = append(cs, change{name: fmt.Sprintf("heading h%d sub h%d", sections, sub), carried: leveled, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
				s.Level, s.SubLevel = sections, sub
				s.SubHeadings()
				return nil
			}})
		}
	}
	cs = append(cs, change{name: "preface lists the parts", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
		s.Preamble = append(s.Preamble, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。")
		return nil
	}})
	for name, numbers := range map[string][6]string{
		"arabic":  {"1、", "2、", "3、", "4、", "5、", "6、"},
		"dotted":  {"1.", "2.", "3.", "4.", "5.", "6."},
		"bracket": {"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"},
		"roman":   {"Ⅰ ", "Ⅱ ", "Ⅲ ", "Ⅳ ", "Ⅴ ", "Ⅵ "},
		"part":    {"第一部分 ", "第二部分 ", "第三部分 ", "第四部分 ", "第五部分 ", "第六部分 "},
	} {
		cs = append(cs, change{name: "numbered " + name, carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			for i := range s.Sections {
				_, text, _ := strings.Cut(s.Sections[i].Heading, "、")
				s.Sections[i].Heading = numbers[i] + text
			}
			return nil
		}})
	}
	slices.SortStableFunc(cs, func(a, b change) int { return strings.Compare(a.name, b.name) })
	return cs
}

// noiseChanges leave traces of tools that nobody sees.
func noiseChanges() []change {
	return []change{
		{name: "spaces in labels", carried: everywhere, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			spaces := []string{"\u3000", "\u00a0", "\u200b", " ", "\u2002"}
			s.EachCell(func(c *specimen.Cell) {
				if t := []rune(c.Text); c.Key == "" && len(t) > 2 && r.IntN(2) == 0 {
					at := 1 + r.IntN(len(t)-1)
					c.Text = string(t[:at]) + spaces[r.IntN(len(spaces))] + string(t[at:])
				}
			})
			return nil
		}},
		{name: "traditional", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			s.Change(specimen.Traditional)
			return nil
		}},
		{name: "lines in cells", carried: among(specimen.HTML, specimen.CMS, specimen.MHT), apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			s.EachCell(func(c *specimen.Cell) {
				if r.IntN(2) == 0 && c.Text != "" {
					c.Text = "\n    " + c.Text + "\n\t"
				}
			})
			return nil
		}},
		{name: "title twice", carried: everywhere, apply: func(_ *rand.Rand, s *specimen.Specimen) wants {
			s.Preamble = slices.Insert(s.Preamble, 0, s.Title)
			return nil
		}},
		{name: "plain", carried: everywhere, apply: func(*rand.Rand, *specimen.Specimen) wants { return nil }},
	}
}

// shownChanges give pieces of figures and of words a look that a reader sees
// as plain text.
func shownChanges() []change {
	var cs []change
	for _, w := range specimen.Ways {
		if w.Look != specimen.Shown {
			continue
		}
		cs = append(cs, change{name: "shown cells " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			for i, key := range some(r, s, 40) {
				n := s.Printed(key)
				if i%2 == 0 {
					s.Print(key, w.Of(n))
				} else {
					s.Print(key, n[:1]+w.Of(n[1:]))
				}
			}
			return nil
		}}, change{name: "shown words " + w.Name, carried: w.Carries, apply: func(r *rand.Rand, s *specimen.Specimen) wants {
			s.EachCell(func(c *specimen.Cell) {
				if t := []rune(c.Text); c.Key == "" && len(t) > 2 && r.IntN(3) == 0 {
					c.Text = string(t[:1]) + w.Of(string(t[1:2])) + string(t[2:])
				}
			})
			prose(s, func(p string) string {
				t := []rune(p)
				at := len(t) / 3
				return string(t[:at]) + w.Of(string(t[at:2*at])) + string(t[2*at:])
			})
			return nil
		}})
	}
	return cs
}
