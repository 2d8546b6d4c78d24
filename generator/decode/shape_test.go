package decode

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"ogi/generator/form"
)

// A sheet is a report in one of the layouts that real reports have: the rows
// of its tables as cells, and how they are written down.
type sheet struct {
	name   string
	file   string
	tables [3][][]string
	write  func(s *sheet) string
	keys   map[string]bool // keys whose value is printed
}

// text is the report as a file.
func (s *sheet) text() string { return s.write(s) }

// copy is a sheet whose rows can be changed.
func (s *sheet) copy() *sheet {
	c := *s
	for i, t := range s.tables {
		c.tables[i] = nil
		for _, row := range t {
			c.tables[i] = append(c.tables[i], append([]string(nil), row...))
		}
	}
	return &c
}

var heads = [6]string{
	"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
	"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
}

func (s *sheet) body(tables [3]string) string {
	return "青山县司法局2024年政府信息公开工作年度报告\n\n" + heads[0] + "\n\n本年度工作平稳，现按要求报告如下。\n\n" +
		heads[1] + "\n\n" + tables[0] + "\n" + heads[2] + "\n\n" + tables[1] + "\n" + heads[3] + "\n\n" + tables[2] + "\n" +
		heads[4] + "\n\n解读形式还不够多样，将加强培训。\n\n" + heads[5] + "\n\n本年度未收取信息处理费。\n\n青山县司法局\n2025年1月10日\n"
}

// distinct gives the cells of the form distinct numbers, with all sums true if
// told so.
func distinct(r *rand.Rand, f *form.Form, sums bool) map[string]int64 {
	v := map[string]int64{}
	next := int64(1)
	fresh := func() int64 { next += 1 + r.Int64N(3); return next }
	for _, d := range f.Defs {
		v[d.Key] = fresh()
	}
	if !sums {
		keys := make([]string, len(f.Defs))
		for i, d := range f.Defs {
			keys[i] = d.Key
		}
		for i, k := range r.Perm(len(keys)) {
			v[keys[i]] = int64(k + 1)
		}
		return v
	}
	outcomes := f.Outcomes()
	for {
		used := map[int64]bool{}
		for _, c := range form.Columns[:6] {
			sum := int64(0)
			for _, row := range outcomes {
				v[row+"."+c] = 1 + r.Int64N(4000)
				sum += v[row+"."+c]
			}
			v["requests.outcomes_total."+c] = sum
			v["requests.carried_out."+c] = 1 + r.Int64N(4000)
			all := sum + v["requests.carried_out."+c]
			v["requests.carried_in."+c] = 1 + r.Int64N(4000)
			v["requests.received."+c] = all - v["requests.carried_in."+c]
		}
		for _, row := range f.Rows(form.Three) {
			sum := int64(0)
			for _, c := range form.Columns[:6] {
				sum += v[row+"."+c]
			}
			v[row+".total"] = sum
		}
		for _, g := range []string{"reconsideration", "direct_suit", "suit_after_reconsideration"} {
			sum := int64(0)
			for _, c := range []string{"upheld", "corrected", "other", "pending"} {
				v["remedies."+g+"."+c] = 1 + r.Int64N(4000)
				sum += v["remedies."+g+"."+c]
			}
			v["remedies."+g+".total"] = sum
		}
		for _, x := range v {
			used[x] = true
		}
		if len(used) == len(v) {
			return v
		}
	}
}

// sparse gives a consistent report as small bodies have them: mostly zeros.
func sparse(r *rand.Rand, f *form.Form) map[string]int64 {
	v := map[string]int64{}
	for _, d := range f.Defs {
		v[d.Key] = 0
	}
	outcomes := f.Outcomes()
	for i, c := range form.Columns[:6] {
		if i > 0 && r.IntN(3) > 0 {
			continue
		}
		for range 1 + r.IntN(4) {
			v[outcomes[r.IntN(len(outcomes))]+"."+c] += int64(r.IntN(6))
		}
		for _, row := range outcomes {
			v["requests.outcomes_total."+c] += v[row+"."+c]
		}
		v["requests.carried_out."+c] = int64(r.IntN(2))
		all := v["requests.outcomes_total."+c] + v["requests.carried_out."+c]
		v["requests.carried_in."+c] = min(all, int64(r.IntN(2)))
		v["requests.received."+c] = all - v["requests.carried_in."+c]
	}
	for _, row := range f.Rows(form.Three) {
		for _, c := range form.Columns[:6] {
			v[row+".total"] += v[row+"."+c]
		}
	}
	for _, g := range []string{"reconsideration", "direct_suit", "suit_after_reconsideration"} {
		for _, c := range []string{"upheld", "corrected", "other", "pending"} {
			v["remedies."+g+"."+c] = int64(r.IntN(2))
			v["remedies."+g+".total"] += v["remedies."+g+"."+c]
		}
	}
	return v
}

// printer looks up values and remembers which were printed.
type printer struct {
	v    map[string]int64
	keys map[string]bool
}

func (p *printer) get(key string) string {
	p.keys[key] = true
	return strconv.FormatInt(p.v[key], 10)
}

func (p *printer) row(row string, n int) []string {
	var out []string
	for _, c := range form.Columns[:n] {
		out = append(out, p.get(row+"."+c))
	}
	return out
}

func (p *printer) two(pad int) [][]string {
	fill := func(cells ...string) []string {
		for len(cells) < pad {
			cells = append(cells, "")
		}
		return cells
	}
	return [][]string{
		fill("第二十条第（一）项"),
		{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数"},
		{"规章", p.get("proactive.rules.issued"), p.get("proactive.rules.repealed"), p.get("proactive.rules.in_force")},
		{"行政规范性文件", p.get("proactive.normative_documents.issued"), p.get("proactive.normative_documents.repealed"), p.get("proactive.normative_documents.in_force")},
		fill("第二十条第（五）项"), fill("信息内容", "本年处理决定数量"), fill("行政许可", p.get("proactive.licensing.decisions")),
		fill("第二十条第（六）项"), fill("信息内容", "本年处理决定数量"), fill("行政处罚", p.get("proactive.penalties.decisions")), fill("行政强制", p.get("proactive.compulsion.decisions")),
		fill("第二十条第（八）项"), fill("信息内容", "本年收费金额（单位：万元）"), fill("行政事业性收费", p.get("proactive.charges.amount")),
	}
}

func (p *printer) four() []string {
	var out []string
	for _, d := range form.F2021.Defs {
		if d.Table == form.Four {
			out = append(out, p.get(d.Key))
		}
	}
	return out
}

const note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

// labels of a row of table three: group if it opens one, and its own.
func labels(f *form.Form, row string) (group, own string) {
	label := f.RowLabel(row)
	if g, o, ok := strings.Cut(label, " "); ok {
		if strings.HasPrefix(o, "1.") {
			return g, o
		}
		return "", o
	}
	return label, ""
}

func isSub(f *form.Form, row string) bool { return strings.Contains(f.RowLabel(row), " ") }

func cat(parts ...[]string) []string {
	var out []string
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

func blanks(n int) []string { return make([]string, n) }

var fourHead = [][]string{
	cat([]string{"行政复议"}, blanks(4), []string{"行政诉讼"}, blanks(9)),
	cat([]string{"结果 维持", "结果 纠正", "其他 结果", "尚未 审结", "总计", "未经复议直接起诉"}, blanks(4), []string{"复议后起诉"}, blanks(4)),
	cat(blanks(5), []string{"结果 维持", "结果 纠正", "其他 结果", "尚未 审结", "总计", "结果 维持", "结果 纠正", "其他 结果", "尚未 审结", "总计"}),
}

func byTabs(s *sheet) string {
	var t [3]string
	for i, rows := range s.tables {
		for _, row := range rows {
			t[i] += strings.Join(row, "\t") + "\n"
		}
	}
	return s.body(t)
}

// shortTabs: rows whose values begin one column later in the sub-rows, since a
// placeholder was lost, the last label at the left margin.
func shortTabs(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		cat([]string{note, "", "申请人情况"}, blanks(5), []string{"总计", ""}),
		cat([]string{"", "", "自然人", "法人或其他组织"}, blanks(6)),
		{"", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "", ""},
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		vals := p.row(row, 7)
		switch {
		case row == "requests.granted":
			three = append(three, cat([]string{"三、本年度办理结果", group}, vals, blanks(1)))
		case row == "requests.partial":
			three = append(three, cat([]string{"", group}, vals, blanks(1)))
		case row == "requests.other_outcome.other" || !isSub(f, row):
			if own == "" {
				own = group
			}
			three = append(three, cat([]string{own, ""}, vals, blanks(1)))
		default:
			three = append(three, cat([]string{"", group, own}, vals))
		}
	}
	return &sheet{name: "short-tabs", file: "a.txt", tables: [3][][]string{p.two(4), three, cat2(fourHead, p.four())}, write: byTabs, keys: p.keys}
}

func cat2(rows [][]string, last []string) [][]string {
	return append(append([][]string(nil), rows...), last)
}

// cutTabs: the same table cut at eight columns.
func cutTabs(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		cat([]string{note, "", "申请人情况"}, blanks(5)),
		cat([]string{"", "", "自然人", "法人或其他组织"}, blanks(4)),
		{"", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"},
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		switch {
		case row == "requests.granted":
			three = append(three, cat([]string{"三、本年度办理结果", group}, p.row(row, 6)))
		case row == "requests.partial" || row == "requests.outcomes_total":
			three = append(three, cat([]string{"", group}, p.row(row, 6)))
		case !isSub(f, row):
			three = append(three, cat([]string{group, ""}, p.row(row, 6)))
		default:
			three = append(three, cat([]string{"", group, own}, p.row(row, 5)))
		}
	}
	return &sheet{name: "cut-tabs", file: "a.txt", tables: [3][][]string{p.two(4), three, cat2(fourHead, p.four())}, write: byTabs, keys: p.keys}
}

// raggedTabs: labels without placeholders, three rows one value short, a
// sixteenth value in table four, a table torn by a page break.
func raggedTabs(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		cat([]string{note, "申请人情况"}, blanks(5), []string{"总计"}),
		cat([]string{"", "自然人", "法人或其他组织"}, blanks(5)),
		{"", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""},
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		switch {
		case row == "requests.granted":
			three = append(three, cat([]string{"三、", group}, p.row(row, 6)))
		case row == "requests.partial":
			three = append(three, cat([]string{"", group}, p.row(row, 6)))
		case row == "requests.carried_out":
			three = append(three, cat([]string{"", group, "", ""}, p.row(row, 6)))
		case row == "requests.outcomes_total":
			three = append(three, cat([]string{"", group}, p.row(row, 7), blanks(1)))
		case !isSub(f, row):
			three = append(three, cat([]string{group}, p.row(row, 7)))
		case row == "requests.denied.state_secret":
			three = append(three, cat([]string{"本年度办理结果", group, own}, p.row(row, 7)))
		default:
			three = append(three, cat([]string{"", group, own}, p.row(row, 7)))
		}
	}
	var head [][]string
	for _, row := range fourHead {
		head = append(head, cat(row, blanks(1)))
	}
	four := cat2(head, cat(p.four(), []string{"7777"}))
	return &sheet{name: "ragged-tabs", file: "a.txt", tables: [3][][]string{p.two(4), three, four}, write: byTabs, keys: p.keys}
}

// lostPipes: rows of bars, head cells lost, placeholders moved to the end.
func lostPipes(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		cat([]string{note, "申请人情况"}, blanks(8)),
		cat([]string{"自然人", "法人或其他组织", "总计"}, blanks(7)),
		cat([]string{"商业 企业", "科研 机构", "社会公益组织", "法律服务机构", "其他"}, blanks(5)),
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		var head []string
		if row == "requests.granted" {
			head = append(head, "三、本年度办理结果")
		}
		if group != "" {
			head = append(head, group)
		}
		if own != "" {
			head = append(head, own)
		}
		three = append(three, cat(head, p.row(row, 7), blanks(3-len(head))))
	}
	four := [][]string{
		cat([]string{"行政复议", "行政诉讼"}, blanks(13)),
		cat([]string{"结果维持", "结果", "其他", "尚未", "总计", "未经复议直接起诉", "复议后起诉"}, blanks(8)),
		cat([]string{"结果", "结果", "其他", "尚未", "总计", "结果", "结果", "其他", "尚未", "总计"}, blanks(5)),
		p.four(),
	}
	write := func(s *sheet) string {
		var t [3]string
		for i, rows := range s.tables {
			for _, row := range rows {
				end := len(row)
				for end > 1 && row[end-1] == "" {
					end--
				}
				t[i] += strings.Join(row[:end], " | ") + " |" + strings.Repeat("|", len(row)-end) + "\n"
			}
		}
		return s.body(t)
	}
	return &sheet{name: "lost-pipes", file: "a.txt", tables: [3][][]string{p.two(4), three, four}, write: write, keys: p.keys}
}

// cellLines: one cell a line, blank lines between rows, white space about the
// numbers, head words broken over lines.
func cellLines(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		{note, "申请人情况"},
		{"", "自然人", "法人或其他组织", "总计"},
		{"", "", "商业\n企业", "科研\n机构", "社会公益组织", "法律服务机构", "其他", ""},
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		var head []string
		switch {
		case row == "requests.granted":
			head = []string{"三、本年度办理结果", group}
		case row == "requests.partial" || row == "requests.outcomes_total":
			head = []string{"", group}
		case own == "":
			head = []string{group}
		case group != "":
			head = []string{"", group, own}
		default:
			head = []string{"", "", own}
		}
		three = append(three, cat(head, p.row(row, 7)))
	}
	four := [][]string{
		{"行政复议", "行政诉讼"},
		{"结果维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计", "未经复议直接起诉", "复议后起诉"},
		cat(blanks(5), []string{"结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计", "结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"}),
		p.four(),
	}
	write := func(s *sheet) string {
		var t [3]string
		n := 0
		for i, rows := range s.tables {
			for _, row := range rows {
				for _, c := range row {
					if c != "" && c[0] >= '0' && c[0] <= '9' {
						n++
						c = []string{c, "\u00a0" + c, c + "\u00a0", "\u3000\u3000" + c}[n%4]
					}
					t[i] += "\t" + c + "\n"
				}
				t[i] += "\n"
			}
		}
		return s.body(t)
	}
	return &sheet{name: "cell-lines", file: "a.txt", tables: [3][][]string{p.two(1), three, four}, write: write, keys: p.keys}
}

// markdown: a pipe table each, all rows as wide as the widest.
func markdown(v map[string]int64) *sheet {
	s := shortTabs(v)
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	three := [][]string{
		cat([]string{note, "", "", "申请人情况"}, blanks(6)),
		{"", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"},
		{"", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""},
	}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		first := ""
		if !isSub(f, row) && (row == "requests.received" || row == "requests.carried_in" || row == "requests.carried_out") {
			first, group = group, ""
		}
		three = append(three, cat([]string{first, group, own}, p.row(row, 7)))
	}
	write := func(s *sheet) string {
		var t [3]string
		for i, rows := range s.tables {
			for j, row := range rows {
				t[i] += "| " + strings.Join(row, " | ") + " |\n"
				if j == 0 {
					t[i] += "|" + strings.Repeat("---|", len(row)) + "\n"
				}
			}
		}
		return s.body(t)
	}
	return &sheet{name: "markdown", file: "a.md", tables: [3][][]string{s.tables[0], three, s.tables[2]}, write: write, keys: s.keys}
}

// htmlSpans: a web page with spanned cells. A cell is text, or text behind
// "c3r2:" for its spans.
func htmlSpans(v map[string]int64) *sheet {
	p := &printer{v, map[string]bool{}}
	f := form.F2021
	two := p.two(1)
	for i, row := range two {
		switch len(row) {
		case 1:
			two[i] = []string{"c4r1:" + row[0]}
		case 2:
			two[i] = []string{row[0], "c3r1:" + row[1]}
		}
	}
	three := [][]string{
		{"c3r3:" + note, "c7r1:申请人情况"},
		{"c1r2:自然人", "c5r1:法人或其他组织", "c1r2:总计"},
		{"商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"},
	}
	spans := map[string]int{"（三）": 8, "（四）": 3, "（五）": 5, "（六）": 3}
	for _, row := range f.Rows(form.Three) {
		group, own := labels(f, row)
		var head []string
		switch {
		case row == "requests.granted":
			head = []string{"c1r24:三、本年度办理结果", "c2r1:" + group}
		case row == "requests.partial" || row == "requests.outcomes_total":
			head = []string{"c2r1:" + group}
		case own == "":
			head = []string{"c3r1:" + group}
		case group != "":
			head = []string{fmt.Sprintf("c1r%d:%s", spans[group[:len("（三）")]], group), own}
		default:
			head = []string{own}
		}
		three = append(three, cat(head, p.row(row, 7)))
	}
	four := [][]string{
		{"c5r1:行政复议", "c10r1:行政诉讼"},
		{"c1r2:结果维持", "c1r2:结果纠正", "c1r2:其他结果", "c1r2:尚未审结", "c1r2:总计", "c5r1:未经复议直接起诉", "c5r1:复议后起诉"},
		fourHead[2][5:],
		p.four(),
	}
	write := func(s *sheet) string {
		var t [3]string
		for i, rows := range s.tables {
			var b strings.Builder
			b.WriteString("<table border=1>")
			for _, row := range rows {
				b.WriteString("<tr>")
				for _, c := range row {
					cs, rs := 1, 1
					if span, rest, ok := strings.Cut(c, ":"); ok && strings.HasPrefix(span, "c") {
						fmt.Sscanf(span, "c%dr%d", &cs, &rs)
						c = rest
					}
					fmt.Fprintf(&b, `<td colspan="%d" rowspan="%d"><p><span>%s</span></p></td>`, cs, rs, c)
				}
				b.WriteString("</tr>\n")
			}
			b.WriteString("</table>")
			t[i] = b.String()
		}
		return "<html><body><h1>青山县司法局2024年政府信息公开工作年度报告</h1><p>" + heads[0] + "</p><p>工作平稳。</p><p>" + heads[1] + "</p>" + t[0] +
			"<p>" + heads[2] + "</p>" + t[1] + "<p>" + heads[3] + "</p>" + t[2] + "<p>" + heads[4] + "</p><p>仍有不足。</p><p>" + heads[5] + "</p><p>无。</p></body></html>"
	}
	return &sheet{name: "html-spans", file: "a.html", tables: [3][][]string{two, three, four}, write: write, keys: p.keys}
}

var sheets = []func(map[string]int64) *sheet{shortTabs, cutTabs, raggedTabs, lostPipes, cellLines, markdown, htmlSpans}
