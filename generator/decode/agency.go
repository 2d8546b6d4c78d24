package decode

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/source"
)

// agencySuffixes end the name of a body that publishes such reports.
var agencySuffixes = []string{
	"人民政府办公室", "人民政府办公厅", "人民政府", "街道办事处", "办事处", "管理委员会", "管委会", "委员会", "办公室", "办公厅",
	"管理局", "监督局", "分局", "总队", "支队", "大队", "中心", "公司", "法院", "检察院", "总站", "学校", "大学", "学院", "医院",
	"联合会", "协会", "总局", "海关", "银行", "支行", "集团", "研究院", "局", "厅", "委", "办", "署", "处", "站", "所", "队", "部", "院", "社", "馆", "室", "政府", "镇", "乡", "街道", "区", "县", "市", "省",
}

// isAgency reports whether a short line is the name of a body.
func isAgency(s string) bool {
	if strings.ContainsAny(s, "：:。；;，,") {
		return false // 联系人：办公室
	}
	n := form.Norm(s)
	c := utf8.RuneCountInString(n)
	if c < 3 || c > 28 {
		return false
	}
	for _, x := range agencySuffixes {
		if strings.HasSuffix(n, x) {
			return true
		}
	}
	return false
}

// agencyIn cuts the agency out of a title: what stands before its year and
// subject.
func agencyIn(title string) string {
	t := strings.ReplaceAll(title, "\n", "")
	for _, mark := range []string{"政府信息公开", "政务信息公开", "信息公开", "政务公开"} {
		// The subject may also be part of the agency's own words, so the last one counts.
		if i := strings.LastIndex(stripSpace(t), mark); i >= 0 {
			head := stripSpace(t)[:i]
			if mark == "信息公开" && (strings.HasSuffix(head, "政府") || strings.HasSuffix(head, "政务")) {
				continue // what was tried before, one word longer
			}
			head = strings.TrimPrefix(head, "关于")
			head = cutYear(head)
			head = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(head, "关于"), "的"), "法治")
			head = cutAlias(head)
			head = strings.Trim(head, "《》“”\"'（）() 　、.．：:-—_")
			head = strings.TrimSuffix(head, "年度")
			if isAgency(head) {
				return head
			}
		}
	}
	return ""
}

// cutAlias removes the second name that a body has in brackets: 政务服务局
// （行政审批局）.
func cutAlias(s string) string {
	for _, b := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(s, b[0]); i > 0 && strings.HasSuffix(s, b[1]) {
			return s[:i]
		}
	}
	return s
}

func stripSpace(s string) string {
	return strings.Map(func(u rune) rune {
		switch u {
		case ' ', '\t', '\n', '\r', '\u00a0', '\u3000':
			return -1
		}
		return u
	}, s)
}

// cutYear removes 2024年度 from the text.
func cutYear(s string) string {
	for i := 0; ; {
		k := strings.Index(s[i:], "年")
		if k < 0 {
			return s
		}
		at := i + k
		if yearBefore(s[:at]) > 0 {
			from := at
			for range 4 {
				_, n := utf8.DecodeLastRuneInString(s[:from])
				from -= n
			}
			to := at + len("年")
			if strings.HasPrefix(s[to:], "度") {
				to += len("度")
			}
			return s[:from] + s[to:]
		}
		i = at + len("年")
	}
}

// agency settles the name by the lines about the title and at the end: the
// title may say only 县司法局.
func (c *reader) agency(title int) {
	r := c.r
	longer := func(name string, pos source.Pos) {
		if r.Agency.Text == "" || strings.HasSuffix(name, r.Agency.Text) && len(name) > len(r.Agency.Text) {
			r.Agency = report.Text{Text: name, Pos: pos}
		}
	}
	for j := title - 1; j >= 0 && j >= title-3; j-- {
		if u := &c.units[j]; !u.isRow() && !u.aside && isAgency(u.line.Text) {
			u.setRole(titleRole)
			longer(stripSpace(u.line.Text), u.line.Pos)
		}
	}
	for j := len(c.units) - 1; j >= 0 && j >= len(c.units)-8 && r.Agency.Text == ""; j-- {
		if u := &c.units[j]; !u.isRow() && !u.aside && isAgency(u.line.Text) {
			longer(stripSpace(u.line.Text), u.line.Pos)
		}
	}
}

// agencyInProse looks for the body that the report's own sentences name most
// often, where neither title nor signature names one.
func (c *reader) agencyInProse() {
	if c.r.Agency.Text != "" {
		return
	}
	count := map[string]int{}
	at := map[string]source.Pos{}
	best := ""
	for i := range c.units {
		u := &c.units[i]
		if u.isRow() || u.aside || u.role != noRole || u.section >= 0 {
			continue
		}
		eachAgency(u.line.Text, func(name string, off int) {
			if count[name] == 0 {
				at[name] = shift(u.line.Pos, u.line.Text, off)
			}
			count[name]++
			if n := count[name]; best == "" || n > count[best] {
				best = name
			}
		})
	}
	if count[best] >= 2 {
		c.r.Agency = report.Text{Text: best, Pos: at[best]}
	}
}

// eachAgency gives the names that begin a clause and look like 抚顺市司法局: a
// place and a body.
func eachAgency(s string, yield func(name string, off int)) {
	from := 0
	for i := 0; i < len(s); {
		u, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("局委府厅办处院", u) {
			if strings.ContainsRune("，。；：、,;:（）()“”《》 年月日", u) {
				from = i + n
			}
			i += n
			continue
		}
		name := s[from : i+n]
		for _, lead := range [...]string{"现将", "度", "由", "在", "向", "对", "与", "和", "是", "为", "将", "按照", "根据"} {
			name = strings.TrimPrefix(name, lead)
		}
		if c := utf8.RuneCountInString(name); c >= 5 && c <= 20 && strings.ContainsAny(name[:len(name)-n], "省市县区州旗盟") && isAgency(name) {
			yield(name, i+n-len(name))
		}
		i += n
	}
}
