package form

import (
	"strings"
	"unicode/utf8"
)

// A Label is what a piece of table text says in the form. 其他 and 总计 name a
// row and a column both; where they stand decides.
type Label struct {
	Table  Table  // the table such text stands in; 0 if in several
	Old    bool   // printed on the 2019 form only
	New    bool   // printed on the 2021 form only
	Sure   bool   // known word for word; else by its telling words or by likeness
	Guess  bool   // by likeness only: characters are wrong or lost
	Row    string // row key it names, as "requests.denied.case_file"
	Column string // column it names: "natural_person", "issued", "upheld"
	Group  string // group of rows or columns it heads: "requests.denied", "remedies.direct_suit"
}

// Known reports whether the text was recognised at all.
func (l Label) Known() bool { return l.Table != 0 || l.Row != "" || l.Column != "" }

// Match tells what a piece of table text says, whatever its numbering, spaces,
// punctuation, script and wording among the known variants.
func Match(text string) Label {
	if l := usual[text]; l != nil {
		return *l
	}
	return match(text)
}

// Usual is Match of a label that is printed as most reports print it, not to be
// written to; nil for every other. Such a label is no value and no figure sticks
// to it.
func Usual(text string) *Label { return usual[text] }

func match(text string) Label {
	l, core := firmOrMarked(text)
	if l.Known() || len(core) < 2*3 {
		return l
	}
	return alike(core)
}

// firmOrMarked is firm of the text or, if that names nothing, of the text without
// the mark of a note.
func firmOrMarked(text string) (l Label, core string) {
	if l, core = firm(text); l.Known() {
		return l, core
	}
	if bare := unmarked(text); bare != text {
		if l, _ := firm(bare); l.Known() {
			return l, ""
		}
	}
	return l, core
}

// unmarked cuts the mark of a note off the end of a label: 总计①, 总计[3],
// 总计（注2）. A bare number is no mark.
func unmarked(text string) string {
	text = strings.TrimSpace(text)
	last, size := utf8.DecodeLastRuneInString(text)
	switch {
	case last >= firstHan && last <= lastHan: // as most labels
		return text
	case last >= '①' && last <= '⑳', strings.ContainsRune("*＊※¹²³⁴⁵⁶⁷⁸⁹", last):
		return text[:len(text)-size]
	case !strings.ContainsRune("]］】〕)）", last):
		return text
	}
	at := strings.LastIndexAny(text, "[［【〔(（")
	if at <= 0 {
		return text
	}
	mark := strings.Trim(text[at:], "[［【〔(（]］】〕)）")
	digits := strings.TrimLeft(mark, "注释")
	round := last == ')' || last == '）'
	if len(digits) > 2 || strings.Trim(digits, "0123456789") != "" || round && digits == mark {
		return text // （2） may be a figure
	}
	return text[:at]
}

// Firm is Match without likeness, which costs most and is of no use for a piece
// of a label.
func Firm(text string) Label {
	if l := usual[text]; l != nil {
		return *l
	}
	l, _ := firmOrMarked(text)
	return l
}

// firm also gives the core that is left to be compared; empty if there is none.
func firm(text string) (Label, string) {
	n := Norm(text)
	if n == "" || len(n) > 400 {
		return Label{}, ""
	}
	if l, ok := exact[n]; ok {
		return l, ""
	}
	core := Core(n)
	if core != n {
		if l, ok := exact[core]; ok {
			// A number in front makes 其他 and 总计 a row.
			if l.Row != "" && l.Column != "" {
				l.Column = ""
				l.Table = Three
			}
			return l, ""
		}
	}
	if len(core) < 2*3 {
		return Label{}, ""
	}
	if l, ok := byWords(core); ok {
		return l, ""
	}
	return Label{}, core
}

// Core cuts the numbering off a normalised label: 1, 一, 三1, （一）.
func Core(n string) string {
	for range 2 {
		if !numbered(n) {
			return n
		}
		t := strings.TrimLeft(n, "0123456789")
		if t == "" {
			return n
		}
		if t == n || len(n)-len(t) > 2 {
			for _, c := range [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九"} {
				if cut, ok := strings.CutPrefix(n, c); ok {
					t = cut
					break
				}
			}
			if strings.HasPrefix(t, "安全") || strings.HasPrefix(t, "类") || t == "" {
				return n
			}
		}
		if t == n {
			return n
		}
		n = t
	}
	return n
}

// numbered reports whether a number may stand in front, as it does of few labels.
func numbered(n string) bool {
	if n == "" || n[0] >= '0' && n[0] <= '9' {
		return n != ""
	}
	switch three(n, 0) {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return true
	}
	return false
}

// usual holds the labels as most reports print them, so that those need not be
// normalised.
var usual = func() map[string]*Label {
	m := map[string]*Label{}
	put := func(texts ...string) {
		for _, t := range texts {
			round := strings.NewReplacer("（", "(", "）", ")", "，", ",", "：", ":").Replace(t)
			dotted := strings.Replace(t, ".", ". ", 1)
			spaced := strings.Replace(round, ")", ") ", 1)
			for _, v := range [...]string{t, round, dotted, spaced} {
				l := match(v)
				m[v] = &l
			}
		}
	}
	for _, f := range []*Form{F2021, F2019} {
		for _, d := range f.Defs {
			label, column, _ := strings.Cut(d.Label, " × ")
			put(column)
			if head, own, ok := strings.Cut(label, " "); ok {
				put(head, own)
			} else {
				put(label)
			}
		}
	}
	put("三、本年度办理结果", "申请人情况", "法人或其他组织", "信息内容", "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项",
		"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉",
		"结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "结果 维持", "结果 纠正", "其他 结果", "尚未 审结",
		"本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）")
	delete(m, "")
	return m
}()

// words are telling words of rows and columns, looked for inside a longer text.
// A text with words of two rows names neither.
var words = []struct {
	word  string
	label Label
}{
	{"本年新收", Label{Table: Three, Row: "requests.received"}},
	{"新收政府信息公开申请", Label{Table: Three, Row: "requests.received"}},
	{"上年结转", Label{Table: Three, Row: "requests.carried_in"}},
	{"上年度结转", Label{Table: Three, Row: "requests.carried_in"}},
	{"予以公开", Label{Table: Three, Row: "requests.granted"}},
	{"部分公开", Label{Table: Three, Row: "requests.partial"}},
	{"国家秘密", Label{Table: Three, Row: "requests.denied.state_secret"}},
	{"禁止公开", Label{Table: Three, Row: "requests.denied.prohibited"}},
	{"其他法律", Label{Table: Three, Row: "requests.denied.prohibited"}},
	{"三安全", Label{Table: Three, Row: "requests.denied.security"}},
	{"一稳定", Label{Table: Three, Row: "requests.denied.security"}},
	{"第三方", Label{Table: Three, Row: "requests.denied.third_party"}},
	{"内部事务", Label{Table: Three, Row: "requests.denied.internal"}},
	{"过程性", Label{Table: Three, Row: "requests.denied.process"}},
	{"执法案卷", Label{Table: Three, Row: "requests.denied.case_file"}},
	{"查询事项", Label{Table: Three, Row: "requests.denied.inquiry"}},
	{"不掌握", Label{Table: Three, Row: "requests.unavailable.not_held"}},
	{"现成信息", Label{Table: Three, Row: "requests.unavailable.not_existing"}},
	{"另行制作", Label{Table: Three, Row: "requests.unavailable.not_existing"}},
	{"仍不明确", Label{Table: Three, Row: "requests.unavailable.unclear"}},
	{"补正后申请", Label{Table: Three, Row: "requests.unavailable.unclear"}},
	{"信访", Label{Table: Three, Row: "requests.unprocessed.petition"}},
	{"举报投诉", Label{Table: Three, Row: "requests.unprocessed.petition"}},
	{"重复申请", Label{Table: Three, Row: "requests.unprocessed.repeated"}},
	{"公开出版物", Label{Table: Three, Row: "requests.unprocessed.publication"}},
	{"反复申请", Label{Table: Three, Row: "requests.unprocessed.excessive"}},
	{"重新出具", Label{Table: Three, Row: "requests.unprocessed.reissue"}},
	{"已获取信息", Label{Table: Three, Row: "requests.unprocessed.reissue"}},
	{"不补正", Label{Table: Three, Row: "requests.other_outcome.not_supplemented"}},
	{"未补正", Label{Table: Three, Row: "requests.other_outcome.not_supplemented"}},
	{"缴费", Label{Table: Three, Row: "requests.other_outcome.fee_unpaid"}},
	{"缴纳费用", Label{Table: Three, Row: "requests.other_outcome.fee_unpaid"}},
	{"收费通知", Label{Table: Three, Row: "requests.other_outcome.fee_unpaid"}},
	{"结转下年", Label{Table: Three, Row: "requests.carried_out"}},
	{"下年度继续", Label{Table: Three, Row: "requests.carried_out"}},
	{"规范性文件", Label{Table: Two, Row: "proactive.normative_documents"}},
	{"对外管理服务", Label{Table: Two, Row: "proactive.other_services", Old: true}},
	{"事业性收费", Label{Table: Two, Row: "proactive.charges"}},
	{"集中采购", Label{Table: Two, Row: "proactive.procurement", Old: true}},
	{"制发件数", Label{Table: Two, Column: "issued", New: true}},
	{"废止件数", Label{Table: Two, Column: "repealed", New: true}},
	{"现行有效", Label{Table: Two, Column: "in_force", New: true}},
	{"新制作数", Label{Table: Two, Column: "made", Old: true}},
	{"新公开数", Label{Table: Two, Column: "disclosed", Old: true}},
	{"公开总数", Label{Table: Two, Column: "disclosed_total", Old: true}},
	{"上一年项目", Label{Table: Two, Column: "items_last_year", Old: true}},
	{"本年增减", Label{Table: Two, Column: "change", Old: true}},
	{"处理决定数", Label{Table: Two, Column: "decisions"}},
	{"收费金额", Label{Table: Two, Column: "amount", New: true}},
	{"采购项目数", Label{Table: Two, Column: "items", Old: true}},
	{"采购总金额", Label{Table: Two, Column: "amount", Old: true}},
	{"勾稽关系", Label{Table: Three}},
	{"未经复议", Label{Table: Four, Group: "remedies.direct_suit"}},
	{"复议后起诉", Label{Table: Four, Group: "remedies.suit_after_reconsideration"}},
	{"第二十条第", Label{Table: Two}},
}

// wordsBy gives the indices in words of those that begin with a character.
var wordsBy = func() map[rune][]int {
	m := map[rune][]int{}
	for i, w := range words {
		u, _ := utf8.DecodeRuneInString(w.word)
		m[u] = append(m[u], i)
	}
	return m
}()

// openers has a bit for each character with which one of the words begins.
var openers = func() *[(lastHan-firstHan)/64 + 1]uint64 {
	m := new([(lastHan-firstHan)/64 + 1]uint64)
	for u := range wordsBy {
		m[(u-firstHan)/64] |= 1 << ((u - firstHan) % 64)
	}
	return m
}()

func opens(u rune) bool {
	return u >= firstHan && u <= lastHan && openers[(u-firstHan)/64]>>((u-firstHan)%64)&1 != 0
}

// byWords looks for telling words. They must belong to one row or column.
func byWords(core string) (Label, bool) {
	var found Label
	for at, u := range core {
		if !opens(u) {
			continue
		}
		for _, i := range wordsBy[u] {
			w := &words[i]
			if !strings.HasPrefix(core[at:], w.word) {
				continue
			}
			if w.label.Table == Two && w.label.Row != "" && len(core) > len(w.word)+10*3 {
				continue // a sentence, no label
			}
			if found.Known() && found != w.label {
				return Label{}, false
			}
			found = w.label
		}
	}
	if !found.Known() {
		return found, false
	}
	for _, g := range groups {
		if strings.Contains(core, g.word) && (found.Row == "" || strings.HasPrefix(found.Row, g.key)) {
			found.Group = g.key
		}
	}
	return found, true
}

var groups = []struct{ word, key string }{
	{"不予公开", "requests.denied"},
	{"无法提供", "requests.unavailable"},
	{"不予处理", "requests.unprocessed"},
	{"其他处理", "requests.other_outcome"},
}

// exact holds the labels that are known word for word, without numbering.
var exact = func() map[string]Label {
	m := map[string]Label{}
	put := func(l Label, texts ...string) {
		l.Sure = true
		for _, t := range texts {
			m[Norm(t)] = l
			if c := Core(Norm(t)); len(c) >= 2*3 {
				if _, taken := m[c]; !taken {
					m[c] = l
				}
			}
		}
	}
	for _, f := range []*Form{F2019, F2021} {
		for _, row := range f.Rows(Three) {
			label := f.RowLabel(row)
			l := Label{Table: Three, Row: row}
			if head, sub, ok := strings.Cut(label, " "); ok {
				for _, g := range groups {
					if strings.Contains(head, g.word) {
						l.Group = g.key
					}
				}
				if row != "requests.other_outcome.other" {
					put(l, label)
					l.Group = ""
					put(l, sub)
				} else {
					put(l, label)
				}
				continue
			}
			if row != "requests.outcomes_total" && row != "requests.other_outcome" {
				put(l, label)
			}
		}
	}
	put(Label{Table: Three, Row: "requests.partial"}, "部分公开")
	put(Label{Table: Three, Row: "requests.received"}, "一、本年新收")
	put(Label{Table: Three, Row: "requests.carried_in"}, "二、上年结转")
	put(Label{Table: Three, Row: "requests.carried_out"}, "四、结转下年度")
	put(Label{Table: Three, Row: "requests.outcomes_total"}, "（七）总计", "七合计", "办理结果总计", "办理结果合计")
	for _, g := range groups {
		put(Label{Table: Three, Group: g.key}, g.word)
	}
	put(Label{Table: Three, Group: "requests.results"}, "三、本年度办理结果", "办理结果", "本年度办理结果")
	put(Label{Table: Three}, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "法人或其他组织", "法人或者其他组织", "法人和其他组织")
	for c, name := range ColumnNames {
		if c != "other" && c != "total" {
			put(Label{Table: Three, Column: c}, name)
		}
	}
	put(Label{Table: Three, Column: "enterprise"}, "企业")
	put(Label{Table: Three, Column: "public_welfare"}, "公益组织")
	put(Label{Table: Three, Column: "legal_service"}, "法律服务")
	m["其他"] = Label{Row: "requests.other_outcome.other", Column: "other", Sure: true}
	m["总计"] = Label{Row: "requests.outcomes_total", Column: "total", Sure: true}
	m["合计"] = m["总计"]

	put(Label{Table: Two}, "信息内容", "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项")
	put(Label{Table: Two, Row: "proactive.rules"}, "规章", "部门规章", "政府规章", "地方政府规章")
	put(Label{Table: Two, Row: "proactive.normative_documents"}, "行政规范性文件", "规范性文件")
	put(Label{Table: Two, Row: "proactive.licensing"}, "行政许可", "行政许可事项")
	put(Label{Table: Two, Row: "proactive.other_services", Old: true}, "其他对外管理服务事项")
	put(Label{Table: Two, Row: "proactive.penalties"}, "行政处罚", "行政处罚事项")
	put(Label{Table: Two, Row: "proactive.compulsion"}, "行政强制", "行政强制措施", "行政强制事项")
	put(Label{Table: Two, Row: "proactive.charges"}, "行政事业性收费", "行政事业性收费项目")
	put(Label{Table: Two, Row: "proactive.procurement", Old: true}, "政府集中采购")
	put(Label{Table: Two, Column: "issued", New: true}, "本年制发件数", "制发件数", "本年制发数")
	put(Label{Table: Two, Column: "repealed", New: true}, "本年废止件数", "废止件数", "本年废止数")
	put(Label{Table: Two, Column: "in_force", New: true}, "现行有效件数", "现行有效数", "现行有效")
	put(Label{Table: Two, Column: "made", Old: true}, "本年新制作数量", "新制作数量")
	put(Label{Table: Two, Column: "disclosed", Old: true}, "本年新公开数量", "新公开数量")
	put(Label{Table: Two, Column: "disclosed_total", Old: true}, "对外公开总数量", "公开总数量")
	put(Label{Table: Two, Column: "items_last_year", Old: true}, "上一年项目数量", "上年项目数量")
	put(Label{Table: Two, Column: "change", Old: true}, "本年增/减", "本年增减")
	put(Label{Table: Two, Column: "decisions", New: true}, "本年处理决定数量")
	put(Label{Table: Two, Column: "decisions", Old: true}, "处理决定数量")
	put(Label{Table: Two, Column: "amount", New: true}, "本年收费金额（单位：万元）", "本年收费金额", "收费金额")
	put(Label{Table: Two, Column: "items", Old: true}, "采购项目数量")
	put(Label{Table: Two, Column: "amount", Old: true}, "采购总金额")

	put(Label{Table: Four, Group: "remedies.reconsideration"}, "行政复议")
	put(Label{Table: Four, Group: "remedies.suits"}, "行政诉讼")
	put(Label{Table: Four, Group: "remedies.direct_suit"}, "未经复议直接起诉")
	put(Label{Table: Four, Group: "remedies.suit_after_reconsideration"}, "复议后起诉")
	put(Label{Table: Four, Column: "upheld"}, "结果维持", "维持")
	put(Label{Table: Four, Column: "corrected"}, "结果纠正", "纠正")
	put(Label{Table: Four, Column: "other"}, "其他结果")
	put(Label{Table: Four, Column: "pending"}, "尚未审结", "尚未", "审结", "未审结")
	put(Label{Table: Four}, "结果")
	return m
}()
