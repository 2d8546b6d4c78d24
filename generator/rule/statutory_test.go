package rule_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/report"
)

// A situation is a report whose tables are printed in a way of their own. It
// changes a sound specimen and says what is then to be read.
type situation struct {
	kind, name string
	change     func(s *specimen.Specimen, w *wanted)
	flat       bool // also in the kinds that come out of a PDF
	only       []specimen.Kind
	lossy      bool // a text of this shape need not be read whole
}

// wanted is what a reader of the report sees where that is not its figures.
type wanted struct {
	states map[form.Key]report.State
	values map[form.Key]int64
	fails  []string // rules that must fail
	doubt  map[form.Key]bool
}

func (w *wanted) print(s *specimen.Specimen, key form.Key, text string, state report.State) {
	s.Print(key, text)
	w.states[key] = state
}

// wrong prints a figure that its sum belies; it is still to be read.
func (w *wanted) wrong(s *specimen.Specimen, key form.Key, by int64) {
	n := s.Int(key) + by
	s.Print(key, fmt.Sprint(n))
	w.values[key] = n
}

func keysOf(s *specimen.Specimen, prefix string) []form.Key {
	var keys []form.Key
	for _, d := range s.Form.Defs {
		if strings.HasPrefix(d.Key, prefix) {
			keys = append(keys, d.Key)
		}
	}
	return keys
}

var (
	noneWords    = []string{"无数据", "无相关事项", "不涉及", "无此情况", "无此类情况", "没有发生", "未发生", "无申请", "无", "未涉及", "不适用", "暂无", "没有", "无此项", "无相关情况"}
	refusedWords = []string{"不予公开", "见附件", "详见附件", "若干", "多件", "保密", "涉密不公开", "另行公布", "数十件", "未统计", "待核实", "略", "不详", "同上"}
	dateWords    = []string{"2024-01-05", "2024/1/5", "1月5日", "3-Jan", "2024年1月5日", "Jan-03", "05-Jan-24"}
	oddNumbers   = []string{"12%", "12O", "l2", "3 5", "3/5", "3、5", "1２O", "5+3", "10.5.1", "5 （3）6", "12％", "50.00%"}
)

// spread prints the words over cells of all three tables.
func spread(words []string, state report.State) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		for i, key := range [...]form.Key{
			"proactive.normative_documents.repealed", "proactive.licensing.decisions", "proactive.charges.amount",
			"requests.received.research", "requests.granted.natural_person", "requests.denied.security.total", "requests.unavailable.unclear.other",
			"requests.outcomes_total.enterprise", "requests.carried_out.total", "requests.unprocessed.repeated.nonprofit",
			"remedies.reconsideration.other", "remedies.direct_suit.upheld", "remedies.suit_after_reconsideration.total",
			"proactive.rules.in_force", "requests.carried_in.enterprise",
		} {
			if s.Form.Index(key) >= 0 {
				word := words[i%len(words)]
				w.print(s, key, word, state)
			}
		}
	}
}

// whole prints the words in every cell of a table or a row.
func whole(prefix string, words []string, state report.State) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		for i, key := range keysOf(s, prefix) {
			w.print(s, key, words[i%len(words)], state)
		}
	}
}

// spanned prints one word in a cell that covers the last cells of each row that
// has cells of the prefix.
func spanned(prefix, word string, state report.State) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		for _, key := range keysOf(s, prefix) {
			w.states[key] = state
		}
		for _, t := range s.Tables {
			for i, row := range t.Rows {
				from := slices.IndexFunc(row, func(c specimen.Cell) bool { return strings.HasPrefix(c.Key, prefix) && c.Key != "" })
				if from < 0 {
					continue
				}
				n, span := 0, 0
				for from+n < len(row) && strings.HasPrefix(row[from+n].Key, prefix) {
					span += row[from+n].ColSpan
					n++
				}
				cell := row[from]
				cell.Text, cell.ColSpan = word, span
				t.Rows[i] = slices.Concat(row[:from], []specimen.Cell{cell}, row[from+n:])
			}
		}
	}
}

func cells(texts ...string) []specimen.Cell {
	var out []specimen.Cell
	for _, t := range texts {
		out = append(out, specimen.Cell{Text: t, RowSpan: 1, ColSpan: 1})
	}
	return out
}

func wide(text string, rows, cols int) specimen.Cell {
	return specimen.Cell{Text: text, RowSpan: rows, ColSpan: cols}
}

var results = []string{"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}

var remedies = []struct{ group, name string }{
	{"reconsideration", "行政复议"}, {"direct_suit", "未经复议直接起诉"}, {"suit_after_reconsideration", "复议后起诉"},
}

// values are the cells of the keys with their printed texts.
func values(s *specimen.Specimen, prefix string) []specimen.Cell {
	var out []specimen.Cell
	for _, key := range keysOf(s, prefix) {
		out = append(out, specimen.Cell{Text: s.Text(key), Key: key, RowSpan: 1, ColSpan: 1})
	}
	return out
}

// partsOfFour prints table four as three tables.
func partsOfFour(caption func(int) string, titled bool) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		s.Tables[2].Rows = nil
		for i, r := range remedies {
			t := &specimen.Table{Width: 5, Head: 1}
			if titled {
				t.Rows = append(t.Rows, []specimen.Cell{wide(r.name, 1, 5)})
			}
			t.Rows = append(t.Rows, cells(results...), values(s, "remedies."+r.group+"."))
			s.Sections[3].Before = append(s.Sections[3].Before, extra(caption(i), t)...)
		}
	}
}

// turned is partsOfFour from the last kind of remedy to the first.
func turned(caption func(int) string, titled bool) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		for i := range remedies {
			t := &specimen.Table{Width: 5, Head: 1}
			r := remedies[2-i]
			if titled {
				t.Rows = append(t.Rows, []specimen.Cell{wide(r.name, 1, 5)})
			}
			t.Rows = append(t.Rows, cells(results...), values(s, "remedies."+r.group+"."))
			s.Sections[3].Before = append(s.Sections[3].Before, extra(caption(2-i), t)...)
		}
		s.Tables[2].Rows = nil
	}
}

func four(change func(s *specimen.Specimen, t *specimen.Table)) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) { change(s, s.Tables[2]) }
}

// after puts a further table behind the statutory one of a section.
func after(section int, caption string, rows ...[]string) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		x := &s.Sections[section-1]
		x.After = append(x.After, extra(caption, specimen.PlainTable(rows...))...)
	}
}

func before(section int, caption string, rows ...[]string) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		x := &s.Sections[section-1]
		x.Before = append(x.Before, extra(caption, specimen.PlainTable(rows...))...)
	}
}

// extra is a further table with the line above it; either may be lacking.
func extra(caption string, t *specimen.Table) []specimen.Extra {
	var es []specimen.Extra
	if caption != "" {
		es = append(es, specimen.Extra{Text: caption})
	}
	if t != nil {
		es = append(es, specimen.Extra{Table: t})
	}
	return es
}

func words(s string) []string { return strings.Fields(s) }

// unlike says that the cells in which the report of another seed differs are not
// to be read.
func (w *wanted) unlike(s *specimen.Specimen, prefix string, seed uint64) {
	o := specimen.Random(seed+900, specimen.Options{Form: s.Form, Max: 70})
	for _, key := range keysOf(s, prefix) {
		if !strings.HasPrefix(key, "proactive.rules.") && o.Cells[key].Cmp(s.Cells[key]) != 0 {
			w.states[key] = report.Garbled
		}
		w.doubt[key] = true
	}
}

// another is a statutory table of another report.
func another(s *specimen.Specimen, seed uint64, t form.Table) *specimen.Table {
	o := specimen.Random(seed+900, specimen.Options{Form: s.Form, Max: 70})
	return o.Table(t)
}

func both(fs ...func(*specimen.Specimen, *wanted)) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		for _, f := range fs {
			f(s, w)
		}
	}
}

func splitTwo(captions, titles bool) func(*specimen.Specimen, *wanted) {
	return func(s *specimen.Specimen, w *wanted) {
		rows := s.Tables[0].Rows
		s.Tables[0].Rows = nil
		var part *specimen.Table
		for _, row := range rows {
			if strings.HasPrefix(row[0].Text, "第二十条") {
				part = &specimen.Table{Width: 4, Head: 1}
				caption := ""
				if captions {
					caption = row[0].Text
				}
				s.Sections[1].Before = append(s.Sections[1].Before, extra(caption, part)...)
				if !titles {
					continue
				}
			}
			part.Rows = append(part.Rows, row)
		}
	}
}

var texted = []specimen.Kind{specimen.HTML, specimen.CMS, specimen.DOCX, specimen.XLSX, specimen.CSV, specimen.Markdown, specimen.Tab, specimen.Lines, specimen.Pipe}

var originals = []specimen.Kind{specimen.HTML, specimen.CMS, specimen.DOCX, specimen.XLSX}

func remediesFail(w *wanted) { w.fails = append(w.fails, "remedies-total") }

var situations = []situation{
	{kind: "sound", name: "as the form prints it", change: func(*specimen.Specimen, *wanted) {}, flat: true},

	{kind: "words", name: "none over three tables", change: spread(noneWords, report.Dash), flat: true},
	{kind: "words", name: "refused over three tables", change: spread(refusedWords, report.Garbled), flat: true},
	{kind: "words", name: "more refused", change: spread(refusedWords[7:], report.Garbled), flat: true},
	{kind: "words", name: "dates over three tables", change: spread(dateWords, report.Garbled), flat: true},
	{kind: "words", name: "odd numbers", change: spread(oddNumbers, report.Garbled), flat: true},
	{kind: "words", name: "more odd numbers", change: spread(oddNumbers[5:], report.Garbled), flat: true},
	{kind: "words", name: "about so many", change: spread([]string{"约10", "100余", "近百件", "10多件", "20件左右"}, report.Garbled), flat: true},
	{kind: "words", name: "errors of a spreadsheet", change: spread([]string{"#REF!", "#DIV/0!", "#VALUE!", "#N/A", "?"}, report.Garbled), flat: true},
	{kind: "words", name: "table four of none", change: whole("remedies.", noneWords, report.Dash), flat: true},
	{kind: "words", name: "table four all 无数据", change: whole("remedies.", noneWords[:1], report.Dash), flat: true},
	{kind: "words", name: "table four all 不予公开", change: whole("remedies.", refusedWords[:1], report.Garbled), flat: true},
	{kind: "words", name: "table two of none", change: whole("proactive.", noneWords, report.Dash), flat: true},
	{kind: "words", name: "table two of refusals", change: whole("proactive.", refusedWords, report.Garbled), flat: true},
	{kind: "words", name: "a row of none", change: whole("requests.carried_in.", noneWords, report.Dash), flat: true},
	{kind: "words", name: "rows of none", change: both(whole("requests.denied.", noneWords[:1], report.Dash), whole("requests.unprocessed.", noneWords[2:3], report.Dash)), flat: true},
	{kind: "words", name: "a row of refusals", change: whole("requests.partial.", refusedWords, report.Garbled), flat: true},
	{kind: "words", name: "zero in a word", change: func(s *specimen.Specimen, w *wanted) {
		for _, d := range s.Form.Defs {
			if s.Cells[d.Key].IsZero() {
				s.Print(d.Key, "零")
			}
		}
	}},
	{kind: "words", name: "one 无 over table four", change: spanned("remedies.", "无", report.Dash), only: originals},
	{kind: "words", name: "one sentence over table four", change: spanned("remedies.", "本年度无行政复议、行政诉讼", report.Dash), only: originals},
	{kind: "words", name: "one 无 over reconsideration", change: spanned("remedies.reconsideration.", "无", report.Dash), only: originals},
	{kind: "words", name: "one 无 over a row of three", change: spanned("requests.carried_in.", "无", report.Dash), only: originals},
	{kind: "words", name: "one 无 over a row of two", change: spanned("proactive.normative_documents.", "不涉及", report.Dash), only: originals},
	{kind: "words", name: "one 见附件 over table three", change: spanned("requests.", "见附件", report.Garbled), only: originals},

	{kind: "fault", name: "one total of table four", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "remedies.reconsideration.total", 1)
		remediesFail(w)
	}, flat: true},
	{kind: "fault", name: "the last total of table four", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "remedies.suit_after_reconsideration.total", 2)
		remediesFail(w)
	}, flat: true},
	{kind: "fault", name: "two totals of table four", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "remedies.reconsideration.total", 3)
		w.wrong(s, "remedies.direct_suit.total", 1)
		remediesFail(w)
	}, flat: true},
	{kind: "fault", name: "three totals of table four", change: func(s *specimen.Specimen, w *wanted) {
		for i, r := range remedies {
			w.wrong(s, "remedies."+r.group+".total", int64(i+1))
		}
		remediesFail(w)
	}, flat: true},
	{kind: "fault", name: "a part of table four", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "remedies.direct_suit.upheld", 4)
		w.wrong(s, "remedies.suit_after_reconsideration.pending", 1)
		remediesFail(w)
	}, flat: true},
	{kind: "fault", name: "table four as if moved by one", change: func(s *specimen.Specimen, w *wanted) {
		keys := keysOf(s, "remedies.")
		for i, key := range keys[:len(keys)-1] {
			n := s.Int(keys[i+1])
			s.Print(key, fmt.Sprint(n))
			w.values[key] = n
		}
		s.Print(keys[14], "0")
		w.values[keys[14]] = 0
	}, flat: true},
	{kind: "fault", name: "a row of table three", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "requests.received.total", 1)
		w.fails = append(w.fails, "applicant-total")
	}, flat: true},
	{kind: "fault", name: "three rows of table three", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "requests.granted.total", 1)
		w.wrong(s, "requests.partial.natural_person", 2)
		w.wrong(s, "requests.carried_out.other", 5)
		w.fails = append(w.fails, "applicant-total", "requests-balance")
	}, flat: true},
	{kind: "fault", name: "tables three and four", change: func(s *specimen.Specimen, w *wanted) {
		w.wrong(s, "requests.outcomes_total.total", 1)
		w.wrong(s, "remedies.direct_suit.total", 1)
		w.fails = append(w.fails, "outcomes-total", "remedies-total")
	}, flat: true},

	{kind: "four", name: "three tables with captions", change: partsOfFour(func(i int) string { return "（" + string([]rune("一二三")[i]) + "）" + remedies[i].name }, false)},
	{kind: "four", name: "three tables with plain captions", change: partsOfFour(func(i int) string { return remedies[i].name }, false)},
	{kind: "four", name: "three tables with captions of sentences", change: partsOfFour(func(i int) string { return remedies[i].name + "情况统计表" }, false)},
	{kind: "four", name: "three tables in another order", change: turned(func(i int) string { return remedies[i].name + "案件办理情况" }, false)},
	{kind: "four", name: "three tables in another order, title rows", change: turned(func(int) string { return "" }, true)},
	{kind: "four", name: "three tables with a title row", change: partsOfFour(func(int) string { return "" }, true)},
	{kind: "four", name: "three tables without names", change: partsOfFour(func(int) string { return "" }, false), lossy: true},
	{kind: "four", name: "three tables, a fault", change: both(func(s *specimen.Specimen, w *wanted) {
		remediesFail(w)
		s.Cells["remedies.direct_suit.total"] = report.Int(s.Int("remedies.direct_suit.total") + 1)
	}, partsOfFour(func(i int) string { return remedies[i].name }, true))},
	{kind: "four", name: "three rows", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width = 6
		t.Rows = [][]specimen.Cell{cells(append([]string{"类别"}, results...)...)}
		for _, r := range remedies {
			t.Rows = append(t.Rows, slices.Concat(cells(r.name), values(s, "remedies."+r.group+".")))
		}
	})},
	{kind: "four", name: "three rows, a fault", change: both(func(s *specimen.Specimen, w *wanted) {
		remediesFail(w)
		s.Cells["remedies.reconsideration.total"] = report.Int(s.Int("remedies.reconsideration.total") + 1)
	}, four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width = 6
		t.Rows = [][]specimen.Cell{cells(append([]string{"类别"}, results...)...)}
		for _, r := range remedies {
			t.Rows = append(t.Rows, slices.Concat(cells(r.name), values(s, "remedies."+r.group+".")))
		}
	}))},
	{kind: "four", name: "fifteen rows of group, label, value", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width, t.Rows = 3, nil
		for _, r := range remedies {
			for i, v := range values(s, "remedies."+r.group+".") {
				row := append(cells(results[i]), v)
				if i == 0 {
					row = append([]specimen.Cell{wide(r.name, 5, 1)}, row...)
				}
				t.Rows = append(t.Rows, row)
			}
		}
	})},
	{kind: "four", name: "fifteen rows, the group on each", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width, t.Rows = 3, nil
		for _, r := range remedies {
			for i, v := range values(s, "remedies."+r.group+".") {
				t.Rows = append(t.Rows, append(cells(r.name, results[i]), v))
			}
		}
	})},
	{kind: "four", name: "fifteen rows under title rows", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width, t.Rows = 2, nil
		for _, r := range remedies {
			t.Rows = append(t.Rows, []specimen.Cell{wide(r.name, 1, 2)})
			for i, v := range values(s, "remedies."+r.group+".") {
				t.Rows = append(t.Rows, append(cells(results[i]), v))
			}
		}
	})},
	{kind: "four", name: "five rows of three", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width = 4
		t.Rows = [][]specimen.Cell{cells("审理结果", "行政复议", "未经复议直接起诉", "复议后起诉")}
		vs := values(s, "remedies.")
		for i, r := range results {
			t.Rows = append(t.Rows, append(cells(r), vs[i], vs[5+i], vs[10+i]))
		}
	})},
	{kind: "four", name: "the upper heads lost", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Rows = [][]specimen.Cell{cells(slices.Concat(results, results, results)...), values(s, "remedies.")}
	}), lossy: true},
	{kind: "four", name: "one head lost", change: four(func(s *specimen.Specimen, t *specimen.Table) { t.Rows = t.Rows[1:] }), lossy: true},
	{kind: "four", name: "no heads at all", change: four(func(s *specimen.Specimen, t *specimen.Table) { t.Rows = t.Rows[3:] }), lossy: true},
	{kind: "four", name: "suits before reconsideration", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		v := values(s, "remedies.")
		t.Rows = [][]specimen.Cell{
			{wide("行政诉讼", 1, 10), wide("行政复议", 1, 5)},
			slices.Concat([]specimen.Cell{wide("未经复议直接起诉", 1, 5), wide("复议后起诉", 1, 5)}, tall(results)),
			cells(slices.Concat(results, results)...),
			slices.Concat(v[5:], v[:5]),
		}
	}), lossy: true},
	{kind: "four", name: "a sixteenth cell, blank, behind", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width = 16
		t.Rows[3] = append(t.Rows[3], cells("")...)
	})},
	{kind: "four", name: "a label before the row", change: four(func(s *specimen.Specimen, t *specimen.Table) {
		t.Width = 16
		t.Rows[0] = append([]specimen.Cell{wide("项目", 3, 1)}, t.Rows[0]...)
		t.Rows[3] = append(cells("件数"), t.Rows[3]...)
	})},
	{kind: "four", name: "a sum of all behind", change: func(s *specimen.Specimen, w *wanted) {
		w.fails = append(w.fails, "table-shape") // in what is no conversion
		t := s.Tables[2]
		t.Width = 16
		t.Rows[0] = append(t.Rows[0], wide("合计", 3, 1))
		n := int64(0)
		for _, r := range remedies {
			n += s.Int("remedies." + r.group + ".total")
		}
		t.Rows[3] = append(t.Rows[3], cells(fmt.Sprint(n))...)
	}, only: originals},

	{kind: "extra", name: "per unit", change: after(3, "各科室办理情况：", words("科室 自然人 法人或其他组织 总计"), words("办公室 41 13 54"), words("法制科 22 17 39"))},
	{kind: "extra", name: "per unit, all seven columns", change: after(3, "各股所办理情况：", words("单位 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"), words("青溪司法所 41 13 3 4 5 6 72"), words("石桥司法所 22 17 1 1 1 1 43"))},
	{kind: "extra", name: "per unit in front", change: before(3, "各科室办理情况：", words("科室 自然人 法人或其他组织 总计"), words("办公室 41 13 54"), words("法制科 22 17 39"))},
	{kind: "extra", name: "three years of requests", change: after(3, "近三年情况对比：", words("项目 2022年 2023年 2024年"), words("本年新收政府信息公开申请数量 17 18 19"), words("结转下年度继续办理 71 72 73"))},
	{kind: "extra", name: "three years of requests in front", change: before(3, "近三年情况对比：", words("项目 2022年 2023年 2024年"), words("本年新收政府信息公开申请数量 17 18 19"), words("予以公开 27 28 29"), words("结转下年度继续办理 71 72 73"))},
	{kind: "extra", name: "three years of table two", change: after(2, "近三年情况对比：", words("项目 2022年 2023年 2024年"), words("行政规范性文件 17 18 19"), words("行政许可 71 72 73"), words("行政处罚 81 82 83"))},
	{kind: "extra", name: "three years of remedies", change: after(4, "近三年情况：", words("年度 行政复议 行政诉讼"), words("2022年 17 18"), words("2023年 71 72"), words("2024年 81 82"))},
	{kind: "extra", name: "a summary in front", change: before(3, "总体数据：", words("项目 数量（件）"), words("收到申请 171"), words("办结 172"), words("予以公开 173"), words("不予公开 174"), words("结转下年度 175"))},
	{kind: "extra", name: "channels", change: after(3, "申请渠道：", words("渠道 数量 占比"), words("网络 171 50%"), words("信函 172 30%"), words("当面 173 20%"), words("总计 516 100%"))},
	{kind: "extra", name: "channels side by side", change: after(3, "", words("渠道 网络 信函 当面 传真 其他 总计"), words("数量 171 172 173 174 175 865"))},
	{kind: "extra", name: "fees", change: after(2, "收费明细：", words("收费项目 收费标准 金额（万元）"), words("行政事业性收费 20 173.5"), words("证照工本费 5 13.5"))},
	{kind: "extra", name: "metadata in front", change: before(1, "", []string{"索引号", "QX-2025-0013", "发布机构", "青禾县司法局"}, []string{"生成日期", "2025-01-20", "公开方式", "主动公开"}, []string{"文号", "无", "有效性", "有效"})},
	{kind: "extra", name: "table three once more", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].After = extra("附：申请办理情况表", s.Table(form.Three))
	}},
	{kind: "extra", name: "table four once more", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[3].After = extra("附：复议诉讼情况表", s.Table(form.Four))
	}},
	{kind: "extra", name: "another table three", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].After = extra("", another(s, 1, form.Three))
		w.unlike(s, "requests.", 1)
	}},
	{kind: "extra", name: "another table four", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[3].After = extra("", another(s, 1, form.Four))
		w.unlike(s, "remedies.", 1)
	}},
	{kind: "extra", name: "another table two", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[1].After = extra("", another(s, 1, form.Two))
		w.unlike(s, "proactive.", 1)
	}},
	{kind: "extra", name: "last year's table three behind", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].After = extra("附：2023年收到和处理政府信息公开申请情况（用于对比）", another(s, 2, form.Three))
	}},
	{kind: "extra", name: "last year's table three in front", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].Before = append(extra("2023年度：", another(s, 2, form.Three)), extra("2024年度：", nil)...)
	}},
	{kind: "extra", name: "last year's table four in front", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[3].Before = append(extra("2023年情况：", another(s, 2, form.Four)), extra("2024年情况：", nil)...)
	}},
	{kind: "extra", name: "last year's table two behind", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[1].After = extra("上年度主动公开情况", another(s, 2, form.Two))
	}},
	{kind: "extra", name: "table three of two districts", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].After = append(extra("其中：青禾县收到和处理政府信息公开申请情况", another(s, 3, form.Three)), extra("其中：石桥区收到和处理政府信息公开申请情况", another(s, 4, form.Three))...)
		for _, key := range keysOf(s, "requests.") {
			w.doubt[key] = true
		}
	}},
	{kind: "extra", name: "two years in table four", change: func(s *specimen.Specimen, w *wanted) {
		t := s.Tables[2]
		t.Width = 16
		t.Rows[0] = append([]specimen.Cell{wide("年度", 3, 1)}, t.Rows[0]...)
		last := another(s, 5, form.Four).Rows[3]
		t.Rows = append(t.Rows[:3:3], append(cells("2023年"), last...), append(cells("2024年"), t.Rows[3]...))
	}, lossy: true},

	{kind: "place", name: "all at the end", change: func(s *specimen.Specimen, w *wanted) {
		for i := range s.Tables {
			s.Sections[i+1].Paras = []string{"详见附表" + string([]rune("一二三")[i]) + "。"}
			s.Sections[5].After = append(s.Sections[5].After, extra(fmt.Sprintf("附表%d", i+1), s.Tables[i])...)
			s.Tables[i] = &specimen.Table{}
		}
	}},
	{kind: "place", name: "two under three", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[2].Before = extra("", s.Tables[0])
		s.Tables[0] = &specimen.Table{}
	}},
	{kind: "place", name: "all under two", change: func(s *specimen.Specimen, w *wanted) {
		for _, i := range []int{1, 2} {
			s.Sections[1].After = append(s.Sections[1].After, extra("", s.Tables[i])...)
			s.Tables[i] = &specimen.Table{}
		}
	}},
	{kind: "place", name: "in another order", change: func(s *specimen.Specimen, w *wanted) {
		s.Sections[1].Before = append(extra("表三", s.Tables[2]), extra("表二", s.Tables[1])...)
		s.Tables[1], s.Tables[2] = &specimen.Table{}, &specimen.Table{}
	}},
	{kind: "place", name: "with captions", change: func(s *specimen.Specimen, w *wanted) {
		for i, name := range []string{"表1 主动公开政府信息情况统计表", "表2 收到和处理政府信息公开申请情况统计表", "表3 行政复议、行政诉讼情况统计表"} {
			s.Sections[i+1].Before = extra(name, s.Tables[i])
			s.Tables[i] = &specimen.Table{}
		}
	}},
	{kind: "place", name: "two in four parts", change: splitTwo(false, true)},
	{kind: "place", name: "two in four parts with captions", change: splitTwo(true, false)},
	{kind: "place", name: "the items of two changed about", change: func(s *specimen.Specimen, w *wanted) {
		r := s.Tables[0].Rows
		s.Tables[0].Rows = slices.Concat(r[11:], r[7:11], r[4:7], r[:4])
	}},
}

func tall(names []string) []specimen.Cell {
	var out []specimen.Cell
	for _, n := range names {
		out = append(out, wide(n, 2, 1))
	}
	return out
}

// lotScore counts what became of the cells of a situation.
type lotScore struct {
	cells, silent, inferred, unread, absent, misstated int
	falsely, hidden                                    int // rules that fail falsely, rules that should fail and do not
}

func (s *lotScore) add(o lotScore) {
	s.cells += o.cells
	s.silent += o.silent
	s.inferred += o.inferred
	s.unread += o.unread
	s.absent += o.absent
	s.misstated += o.misstated
	s.falsely += o.falsely
	s.hidden += o.hidden
}

func (s lotScore) String() string {
	return fmt.Sprintf("%7d cells: silent %d, inferred wrong %d, unread %d, absent %d, misstated %d; false fails %d, hidden faults %d",
		s.cells, s.silent, s.inferred, s.unread, s.absent, s.misstated, s.falsely, s.hidden)
}

// TestTablesAreToldApart writes each situation in every kind that can carry it.
// No figure may be wrong, silently or inferred, no cell that is printed may be
// said to be missing, no rule may fail falsely, and a fault of the source is
// found wherever it stands.
func TestTablesAreToldApart(t *testing.T) {
	byKind := map[string]*lotScore{}
	var order []string
	for _, sit := range situations {
		kinds := texted
		if sit.only != nil {
			kinds = sit.only
		} else if sit.flat {
			kinds = slices.Concat(texted, []specimen.Kind{specimen.Flat, specimen.FlatRaw, specimen.FlatPlain, specimen.PDF})
		}
		for _, k := range kinds {
			for seed := range uint64(2) {
				sc, notes := lotOne(t, sit, k, seed)
				if byKind[sit.kind] == nil {
					byKind[sit.kind] = &lotScore{}
					order = append(order, sit.kind)
				}
				byKind[sit.kind].add(sc)
				clean := slices.Contains(originals, k)
				bad := sc.silent+sc.inferred+sc.falsely > 0
				short := sc.unread+sc.absent+sc.misstated+sc.hidden > 0
				switch {
				case bad, short && clean && !sit.lossy:
					t.Errorf("%s: %s as %s, seed %d: %v\n\t%s", sit.kind, sit.name, k, seed, sc, strings.Join(notes[:min(5, len(notes))], "\n\t"))
				case short:
					t.Logf("%s: %s as %s, seed %d: %v\n\t%s", sit.kind, sit.name, k, seed, sc, strings.Join(notes[:min(2, len(notes))], "\n\t"))
				}
			}
		}
	}
	for _, kind := range order {
		t.Logf("%-6s %v", kind, byKind[kind])
	}
}

func lotOne(t *testing.T, sit situation, k specimen.Kind, seed uint64) (lotScore, []string) {
	o := specimen.Options{Distinct: true}
	if seed%2 == 1 {
		o = specimen.Options{Max: 30, Zero: 0.6}
	}
	s := specimen.Random(seed+40, o)
	for _, c := range []string{"issued", "repealed", "in_force"} {
		s.Cells["proactive.rules."+c] = report.Decimal{}
		s.Print("proactive.rules."+c, "0")
	}
	w := &wanted{states: map[form.Key]report.State{}, values: map[form.Key]int64{}, doubt: map[form.Key]bool{}}
	sit.change(s, w)
	for _, key := range keysOf(s, "proactive.rules.") {
		delete(w.states, key) // they are always printed as zero, as a bureau makes no rules
	}
	j, e := judged(t, s, k, nil, "department")
	r := e.Report
	var sc lotScore
	var notes []string
	note := func(n *int, format string, args ...any) {
		*n++
		notes = append(notes, fmt.Sprintf(format, args...))
		if n == &sc.silent || n == &sc.inferred {
			last := len(notes) - 1
			notes[0], notes[last] = notes[last], notes[0] // those first
		}
	}
	for _, d := range s.Form.Defs {
		got := r.Cell(d.Key)
		sc.cells++
		want, value := report.Number, s.Cells[d.Key]
		if st, ok := w.states[d.Key]; ok {
			want = st
		}
		if n, ok := w.values[d.Key]; ok {
			value = report.Int(n)
		}
		wrong := got.State == report.Number && (want != report.Number || got.Value.Cmp(value) != 0)
		switch {
		case wrong && got.Recovered:
			note(&sc.inferred, "%s recovered as %v, is %v %v", d.Key, got.Value, want, value)
		case wrong:
			note(&sc.silent, "%s reads %v, is %v %v", d.Key, got.Value, want, value)
		case got.State == want:
		case w.doubt[d.Key] && got.State == report.Garbled:
		case got.State == report.Missing:
			note(&sc.absent, "%s missing, is %v %v", d.Key, want, value)
		case want == report.Number:
			note(&sc.unread, "%s %v %q (%s), is %v", d.Key, got.State, got.Raw, got.Why, value)
		default:
			note(&sc.misstated, "%s %v %q (%s), is %v", d.Key, got.State, got.Raw, got.Why, want)
		}
	}
	for _, v := range j.Verdicts {
		must := slices.Contains(w.fails, v.Rule.ID)
		switch {
		case v.Status == check.Fail && !must && !(sit.kind == "fault" && v.Rule.Family == check.CrossFooting) && !strings.HasPrefix(v.Rule.ID, "text-"):
			note(&sc.falsely, "%s fails", v.Rule.ID)
		case v.Status != check.Fail && must:
			note(&sc.hidden, "%s is %v", v.Rule.ID, v.Status)
		}
	}
	return sc, notes
}
