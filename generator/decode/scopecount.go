package decode

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"ogi/generator/report"
)

// chance is the least count that agrees with the table by more than chance
// where the report's body may count for itself or for its whole area.
const chance = 10

// A count of requests received in plain words: 全县共受理政府信息公开申请 312 件.
// Nothing but the words listed may stand between whose, the verb and the number.
var (
	countOf = regexp.MustCompile(`(全[市区县省州旗盟]|全系统|[我本][局委办厅镇乡院站处]|[我本](?:单位|部门|机关|行政机关|街道|中心|分局))` +
		`(?:各级|行政机关|全年|本?年度|本年|共计|共|累计|总计|总共|一共|\s)*` +
		`(?:新收|接收|受理|收到)` + requested + `\s*(?:共计|共|总计)?\s*([0-9]{1,7})\s*[件条份宗]`)
	noneOf = regexp.MustCompile(`([我本][局委办厅镇乡院站处]|[我本](?:单位|部门|机关|行政机关|街道|中心|分局))` +
		`(?:全年|本?年度|本年|\s)*(?:未|没有)(?:新收|接收|受理|收到|接到)` + requested + `(?:[，。；,;]|$)`)
)

const requested = `(?:公民|法人|其他组织|其它组织|、|和|或者|或|提出|的|各类|\s)*(?:政府)?信息公开(?:的)?申请`

// scopeByCount looks for a sentence that says how many requests the area, or
// the agency itself, received, where the table's total is that number. All
// such sentences must say the same.
func (c *reader) scopeByCount() {
	total := c.r.Cell("requests.received.total")
	if c.r.Scope != report.ScopeUnclear || !total.Plain() || !total.Value.IsInt() {
		return
	}
	scope, words := report.ScopeUnclear, report.Text{}
	for i := range c.units {
		u := &c.units[i]
		if u.isRow() || u.role != proseRole || !strings.Contains(u.line.Text, "申请") {
			continue
		}
		text := u.line.Text
		for _, re := range [...]*regexp.Regexp{countOf, noneOf} {
			for _, m := range inClauses(re, text) {
				n := int64(0)
				if len(m) > 4 {
					n, _ = strconv.ParseInt(text[m[4]:m[5]], 10, 64)
				}
				s := report.ScopeOwn
				if strings.HasPrefix(text[m[2]:], "全") {
					s = report.ScopeArea
				}
				if clause := clauseBefore(text[:m[0]]); strings.Contains(clause, "其中") || strings.Contains(clause, "代表") || otherYear(clause, c.r.Year) {
					continue
				}
				if n != total.Value.Int64() || scope != report.ScopeUnclear && s != scope {
					return
				}
				if scope == report.ScopeUnclear {
					scope = s
					words = report.Text{Text: strings.TrimRight(text[m[0]:m[1]], "，。；,;"), Pos: shift(u.line.Pos, text, m[0])}
				}
			}
		}
	}
	if total.Value.Int64() < chance && (scope == report.ScopeArea || forOthers(c.r.Agency.Text)) {
		return
	}
	c.r.Scope, c.r.ScopeWords = scope, words
}

// inClauses is re.FindAllStringSubmatchIndex in the clauses that speak of receiving
// requests; neither pattern goes over a stop.
func inClauses(re *regexp.Regexp, text string) (found [][]int) {
	for from := 0; from < len(text); {
		to := len(text)
		if i := strings.IndexFunc(text[from:], endsClause); i >= 0 {
			to = from + i
			_, n := utf8.DecodeRuneInString(text[to:])
			to += n
		}
		if clause := text[from:to]; received.in(clause) && strings.Contains(clause, "申请") {
			for _, m := range re.FindAllStringSubmatchIndex(clause, -1) {
				for i := range m {
					m[i] += from
				}
				found = append(found, m)
			}
		}
		from = to
	}
	return found
}

var received = setOf("新收", "接收", "受理", "收到", "接到")

func endsClause(u rune) bool {
	switch u {
	case '，', '。', '；', ',', ';':
		return true
	}
	return false
}

// clauseBefore is what stands before a place in its sentence.
func clauseBefore(s string) string {
	return s[max(strings.LastIndex(s, "。"), strings.LastIndex(s, "；"), 0):]
}

// otherYear reports whether the words speak of another year than the report's.
func otherYear(clause string, year int) bool {
	y := yearIn(clause)
	return y > 0 && y != year || strings.Contains(clause, "上年") || strings.Contains(clause, "去年")
}

// forOthers reports whether a body's report may count for others too: a
// government, or its office. One without a name may be either.
func forOthers(agency string) bool {
	return agency == "" || strings.Contains(agency, "政府")
}
