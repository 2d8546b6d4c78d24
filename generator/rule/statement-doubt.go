package rule

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/check"
	"ogi/generator/fact"
	"ogi/generator/report"
)

// goesOnSame begins a sentence that goes on with the count of the one before.
var goesOnSame = regexp.MustCompile(`^(?:另|此外|还|其中|同时|上述|以上)`)

// standing gives the sentence and the paragraph a statement stands in, without
// white space and with plain digits; both empty where it is not found again.
func standing(p *check.Run, f fact.Fact) (sentence, paragraph string) {
	find := func(paras []report.Text) bool {
		if f.Paragraph >= len(paras) {
			return false
		}
		text, words := narrow(paras[f.Paragraph].Text), narrow(f.Text)
		at := strings.Index(text, words)
		if at < 0 {
			return false
		}
		begin, end := 0, len(text)
		if i := strings.LastIndexAny(text[:at], "。！？"); i >= 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			begin = i + n
		}
		if n := strings.IndexAny(text[at+len(words):], "。！？"); n >= 0 {
			end = at + len(words) + n
		}
		if rest := strings.TrimLeft(text[end:], "。！？"); goesOnSame.MatchString(rest) {
			end = len(text) - len(rest)
			if n := strings.IndexAny(rest, "。！？"); n >= 0 {
				end += n
			} else {
				end = len(text)
			}
		}
		sentence, paragraph = text[begin:end], text
		return true
	}
	if f.Section == 0 && find(p.Report.Preamble) {
		return sentence, paragraph
	}
	for _, s := range p.Report.Sections {
		if s.N == f.Section && find(s.Paras) {
			break
		}
	}
	return sentence, paragraph
}

// narrow takes white space out and makes full-width digits plain.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, squeeze(s))
}

// reorganised says that bodies were merged, founded or renamed: then whose
// count a number is cannot be told. Files handed to an archive, a team that was
// set up and a sign that was hung out change no body.
var reorganised = regexp.MustCompile(`机构改革|改革前|改革后|合并[前后]|合并组建|职[责能]划|划转|划入|划出|` +
	`(?:职[责能]|机构|权限|业务|事项)[^，。；]{0,8}移交|移交[^，。；]{0,8}(?:职[责能]|机构|业务|事项)|` +
	`挂牌成立|新组建|组建[^，。；、]{0,12}(?:局|委员会|厅|镇|乡|街道办事处)(?:$|[^\p{Han}]|成立|后|以来|，)|撤并|更名|撤县|撤镇|撤乡`)

// besides says that a "none" is one besides what was counted before.
var besides = regexp.MustCompile(`除[^，。；]{0,40}外|其[他它余](?:的|形式|类型|政府|信息|依申请|公开|申请)|另外|新的|再次|再收到|未再`)

func besidesOthers(p *check.Run, f fact.Fact) bool {
	sentence, _ := standing(p, f)
	if i := strings.Index(sentence, narrow(f.Text)); i >= 0 {
		sentence = sentence[:i+len(narrow(f.Text))]
	}
	return besides.MatchString(sentence)
}

// subjectUnclear reports whether words in front of the verb name somebody who is
// not plainly the agency itself.
func subjectUnclear(p *check.Run, f fact.Fact) bool {
	switch f.Kind {
	case fact.Received, fact.Handled, fact.Processed:
	default:
		return false
	}
	text := narrow(f.Text)
	at := flowVerb.FindStringIndex(text)
	if at == nil {
		return false
	}
	before := knownLead.ReplaceAllString(text[:at[0]], "")
	n := 0
	for _, r := range before {
		if unicode.Is(unicode.Han, r) && !strings.ContainsRune(p.Agency.Name, r) {
			n++
		}
	}
	return n >= 2
}

var (
	flowVerb  = regexp.MustCompile(`未?(?:收到|收悉|接到|接收|受理|新收|登记|答复|办结|办理|处理)`)
	knownLead = regexp.MustCompile(`20[0-9]{2}年?度?|[0-9]+月|[0-9]+日|截[至止]|年底|年末|全年|本年度?|年度|今年|以来|一年来|期间|报告期内?|年内|我|本(?:级|机关|单位|部门|局|办|委|厅|镇|乡|街道|院|校|中心)?|行政机关|机关|单位|部门|局|委员会|办公室|人民政府|政府|公民|法人|自然人|其[他它]|组织|群众|社会|公众|提[出交]|申请人?|依申请|政务|政府|信息|公开|工作|方面|事项|情况|数量|总[计量数]|共计?|合计|累计|一共|总共|依法|依规|按规定|及时|按[时期]|全部|均|已|新|分别|实际|直接|各[种类]|多种|渠道|方式|形式|途径|通过|线上|线下|网[络上站]|信函|邮寄|当面|书面|有效|含|包括|其中|上年|结转|转|来|的|和|及|与|或|并|等|在|对|向|于|至|为|从|全[市县区省州镇乡系统旗]|各级|(?:市|县|区|省|州|旗)`)
)

// ofThose is a number of those among others that are about something.
var ofThose = regexp.MustCompile(`涉及?[^，。；]{2,20}的[有共为计]?[0-9]`)

var countIn = regexp.MustCompile(`([0-9]+(?:,[0-9]{3})*)(?:余)?(?:件|宗|份|条|起|例|项|个|部|次)`)

// explained reports whether the other numbers of the sentence can make up the
// difference: one of them is the table's, or with one or two of them the number
// becomes the table's. Numbers that agree with cells of their own explain
// nothing.
func explained(p *check.Run, f fact.Fact, sentence string, table []amount) bool {
	var others []int64
	for _, m := range countIn.FindAllStringSubmatch(sentence, -1) {
		if n, err := strconv.ParseInt(strings.ReplaceAll(m[1], ",", ""), 10, 64); err == nil {
			others = append(others, n)
		}
	}
	drop := func(d report.Decimal) {
		for i, n := range others {
			if d.Cmp(report.Int(n)) == 0 {
				others = append(others[:i], others[i+1:]...)
				return
			}
		}
	}
	drop(f.Value)
	for _, g := range facts(p).Facts {
		if g.Section == f.Section && g.Paragraph == f.Paragraph && g.Sentence == f.Sentence && g.Kind != f.Kind && agreesWith(p, g, cellsFor(p, g.Kind)) {
			drop(g.Value)
		}
	}
	if len(others) > 8 {
		others = others[:8]
	}
	for _, a := range table {
		v, _, ok := tableValue(p, a)
		if !ok || !v.IsInt() || !f.Value.IsInt() {
			continue
		}
		want := v.Int64() - f.Value.Int64()
		for i, a := range others {
			if a == v.Int64() || a == want || -a == want {
				return true
			}
			for _, b := range others[i+1:] {
				if a+b == want || -a-b == want {
					return true
				}
			}
		}
	}
	return false
}

// cellsFor are the cells that a kind of statement counts, nil where the form
// has none.
func cellsFor(p *check.Run, k fact.Kind) []amount {
	for _, w := range kindCells {
		if w.kind == k {
			return w.is
		}
	}
	for _, g := range outcomeGroups {
		if g.kind == k {
			return []amount{{plus: g.keys(p)}}
		}
	}
	for _, g := range applicantCells {
		if g.kind == k {
			return []amount{cells(g.keys("requests.received")...), cells(g.keys("requests.outcomes_total")...)}
		}
	}
	switch k {
	case fact.NormativeIssued:
		return []amount{cells("proactive.normative_documents.issued")}
	case fact.NormativeRepealed:
		return []amount{cells("proactive.normative_documents.repealed")}
	case fact.NormativeInForce:
		return []amount{cells("proactive.normative_documents.in_force")}
	case fact.SuitsDirect:
		return []amount{cells(directSuits)}
	case fact.SuitsAfter:
		return []amount{cells(afterSuits)}
	}
	return nil
}
