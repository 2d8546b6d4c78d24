package rule_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// mutants is how many reports of each kind are spoilt. OGI_FULL=1 runs some
// thousands; OGI_MUTANTS sets another number.
func mutants(few, many int) int {
	if n, err := strconv.Atoi(os.Getenv("OGI_MUTANTS")); err == nil {
		return n
	}
	if os.Getenv("OGI_FULL") != "" {
		return many
	}
	return few
}

// wholeKinds keep every figure.
var wholeKinds = slices.DeleteFunc(slices.Clone(specimen.Kinds), func(k specimen.Kind) bool { return k == specimen.TabCut })

func judgeSpecimen(t *testing.T, s *specimen.Specimen, k specimen.Kind, last *specimen.Specimen) *check.Judgement {
	t.Helper()
	return judgeBody(t, s, k, last, archive.Department)
}

func judgeBody(t *testing.T, s *specimen.Specimen, k specimen.Kind, last *specimen.Specimen, kind archive.Kind) *check.Judgement {
	t.Helper()
	j, _ := judged(t, s, k, last, kind)
	return j
}

// judged is judgeBody with the report.
func judged(t *testing.T, s *specimen.Specimen, k specimen.Kind, last *specimen.Specimen, kind archive.Kind) (*check.Judgement, *archive.Entry) {
	t.Helper()
	g := &archive.Agency{Slug: "unit", Name: s.Agency, Kind: kind, Level: archive.County}
	add := func(s *specimen.Specimen) *archive.Entry {
		for _, c := range []string{"issued", "repealed", "in_force", "made"} {
			s.Print("proactive.rules."+c, "0") // a county's bureau makes no rules
		}
		r, ds := decode.File(fmt.Sprintf("%d%s", s.Year, k.Ext()), s.MustWrite(k))
		if r == nil {
			t.Fatalf("%v as %s: %v", s, k, ds)
		}
		e := &archive.Entry{Agency: g, Year: s.Year, Path: r.File, Report: r}
		g.Reports = append(g.Reports, e)
		return e
	}
	if last != nil {
		add(last)
	}
	e := add(s)
	return check.One(g, e, nil, rule.All, false), e
}

// The sums of a spoilt table fail exactly where they no longer hold: every
// broken sum is found and no other, in every kind, the text of a PDF included.
func TestEveryBrokenSumFailsAndNoOther(t *testing.T) {
	n := mutants(6, 150)
	for _, k := range wholeKinds {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			broken, found, falseAlarms := 0, 0, 0
			for seed := range n {
				rng := rand.New(rand.NewPCG(uint64(seed), 77))
				s := specimen.Random(uint64(seed), specimen.Options{Max: 60})
				cells := map[form.Key]int64{}
				for _, d := range s.Form.Defs {
					cells[d.Key] = s.Int(d.Key)
				}
				plan := plant(rng, s, cells)
				j := judgeSpecimen(t, s, k, nil)
				for id, want := range brokenSums(s.Form, cells) {
					got := j.Verdict(id).Counts.Of(check.Fail)
					broken, found = broken+want, found+min(got, want)
					falseAlarms += max(got-want, 0)
					if got != want {
						t.Errorf("%v %s: %s fails %d times, want %d%s", s, plan, id, got, want, explain(j, id))
					}
				}
			}
			t.Logf("%-9s %d reports, %d broken sums, %d found, %d false alarms", k, n, broken, found, falseAlarms)
		})
	}
}

// The same with three true and harmless oddities around, in more kinds of
// file: a broken sum is found, or its rule says why it cannot tell; no other
// fails.
func TestBrokenSumsAreFoundAmongOddities(t *testing.T) {
	n := mutants(6, 150)
	for _, k := range slices.Concat(wholeKinds, specimen.MoreKinds) {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			broken, found, undecided, missed, falseAlarms := 0, 0, 0, 0, 0
			for seed := range n {
				rng := rand.New(rand.NewPCG(uint64(seed), 78))
				s := specimen.Random(uint64(seed)+900, specimen.Options{Max: 60})
				cells := map[form.Key]int64{}
				for _, d := range s.Form.Defs {
					cells[d.Key] = s.Int(d.Key)
				}
				plan := plant(rng, s, cells)
				around := drawOddities(uint64(seed), s, k, 3)
				j := judgeSpecimen(t, s, k, nil)
				for id, want := range brokenSums(s.Form, cells) {
					got, open := j.Verdict(id).Counts.Of(check.Fail), j.Verdict(id).Counts.Of(check.Unknown)
					broken, found = broken+want, found+min(got, want)
					rest := max(want-got, 0)
					undecided, missed = undecided+min(rest, open), missed+max(rest-open, 0)
					falseAlarms += max(got-want, 0)
					if got > want || got+open < want {
						t.Errorf("%v %s, with %q: %s fails %d times, %d unknown, want %d%s", s, plan, around, id, got, open, want, explain(j, id))
					}
				}
			}
			t.Logf("%-9s %d reports, %d broken sums, %d found, %d undecided, %d missed, %d false alarms", k, n, broken, found, undecided, missed, falseAlarms)
		})
	}
}

// plant changes one or two printed cells of tables three and four.
func plant(rng *rand.Rand, s *specimen.Specimen, cells map[form.Key]int64) string {
	var keys, plan []string
	for _, d := range s.Form.Defs {
		if d.Table != form.Two {
			keys = append(keys, d.Key)
		}
	}
	for range 1 + rng.IntN(2) {
		key := keys[rng.IntN(len(keys))]
		v := cells[key] + 1 + rng.Int64N(30)
		if rng.IntN(3) == 0 && cells[key] > 0 {
			v = cells[key] - 1
		}
		plan = append(plan, fmt.Sprintf("%s %d→%d", key, cells[key], v))
		cells[key] = v
		s.Print(key, strconv.FormatInt(v, 10))
	}
	return strings.Join(plan, ", ")
}

// brokenSums counts by rule the sums that these figures break.
func brokenSums(f *form.Form, v map[form.Key]int64) map[string]int {
	n := map[string]int{"requests-balance": 0, "outcomes-total": 0, "applicant-total": 0, "remedies-total": 0}
	for _, c := range form.Columns {
		r := func(row string) int64 { return v["requests."+row+"."+c] }
		if r("received")+r("carried_in") != r("outcomes_total")+r("carried_out") {
			n["requests-balance"]++
		}
		sum := int64(0)
		for _, row := range f.Outcomes() {
			sum += v[row+"."+c]
		}
		if sum != r("outcomes_total") {
			n["outcomes-total"]++
		}
	}
	for _, row := range f.Rows(form.Three) {
		sum := int64(0)
		for _, c := range form.Columns[:6] {
			sum += v[row+"."+c]
		}
		if sum != v[row+".total"] {
			n["applicant-total"]++
		}
	}
	for _, g := range []string{"reconsideration", "direct_suit", "suit_after_reconsideration"} {
		r := func(c string) int64 { return v["remedies."+g+"."+c] }
		if r("upheld")+r("corrected")+r("other")+r("pending") != r("total") {
			n["remedies-total"]++
		}
	}
	return n
}

// A mutation plants one violation of one rule. It reports whether the specimen
// had a place for it.
type mutation struct {
	rule  string
	plant func(*rand.Rand, *specimen.Specimen) bool
	kind  archive.Kind // of the body, a department where empty
}

func swapText(para *string, old, new string) bool {
	if !strings.Contains(*para, old) {
		return false
	}
	*para = strings.Replace(*para, old, new, 1)
	return true
}

// onRequests is the paragraph about requests, with its heading or below it. What
// is planted takes its place: beside the sentence with the true number, which
// acquits it, it would rightly not be found.
func onRequests(s *specimen.Specimen) *string {
	ps := s.Sections[0].Paras
	return &ps[max(2, slices.IndexFunc(ps, func(p string) bool { return strings.Contains(p, "上年结转") }))]
}

// onlySays makes a sentence all that the report says of requests.
func onlySays(s *specimen.Specimen, sentence string) {
	p := onRequests(s)
	if strings.HasPrefix(*p, "（二）") {
		sentence = "（二）依申请公开。" + sentence
	}
	*p = sentence
}

// saysOther makes the sentence about requests tell another number than key.
func saysOther(key form.Key, words string) func(*rand.Rand, *specimen.Specimen) bool {
	return func(rng *rand.Rand, s *specimen.Specimen) bool {
		n := s.Int(key)
		return swapText(onRequests(s), fmt.Sprintf(words, n), fmt.Sprintf(words, n+3+rng.Int64N(40)))
	}
}

// counts makes the paragraph about requests say a wrong number in these words.
func counts(key form.Key, words string) func(*rand.Rand, *specimen.Specimen) bool {
	return func(rng *rand.Rand, s *specimen.Specimen) bool {
		onlySays(s, fmt.Sprintf(words, s.Year, s.Int(key)+3+rng.Int64N(40)))
		return s.Int(key) > 0
	}
}

// replaces makes the paragraph about requests say that there were none.
func replaces(words string) func(*rand.Rand, *specimen.Specimen) bool {
	return func(_ *rand.Rand, s *specimen.Specimen) bool {
		onlySays(s, fmt.Sprintf(words, s.Year))
		return s.Int("requests.received.total") > 0
	}
}

var mutations = []mutation{
	{rule: "text-received", plant: saysOther("requests.received.total", "新收政府信息公开申请%d件")},
	{rule: "text-carried-in", plant: saysOther("requests.carried_in.total", "上年结转%d件")},
	{rule: "text-handled", plant: saysOther("requests.outcomes_total.total", "共办结%d件")},
	{rule: "text-all-handled", plant: saysOther("requests.carried_out.total", "结转下年度继续办理%d件")},
	{rule: "text-reconsideration", plant: saysOther("remedies.reconsideration.total", "行政复议%d件")},
	{rule: "text-received", plant: counts("requests.received.total", "%d年，本机关收到政府信息公开申请%d件。")},
	{rule: "text-received", plant: counts("requests.received.total", "%d年，依申请公开渠道保持畅通，收到政府信息公开申请%d件。")},
	{rule: "text-received", plant: counts("requests.received.total", "%d年，登记、审核、办理各环节均有专人，共收到政府信息公开申请%d件。")},
	{rule: "text-none-vs-some", plant: replaces("%d年，本机关没有收到政府信息公开申请。")},
	{rule: "text-none-vs-some", plant: replaces("%d年未收到公民、法人和其他组织的政府信息公开申请。")},
	{rule: "text-all-handled", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		onlySays(s, fmt.Sprintf("%d年，收到政府信息公开申请%d件，均已办结。", s.Year, s.Int("requests.received.total")))
		return s.Int("requests.carried_out.total") > 0 && s.Int("requests.received.total") > 0
	}},
	{rule: "text-parts-total", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Sections[0].Paras = append(s.Sections[0].Paras, "全年公开信息227条，其中门户网站131条，政务新媒体61条，其他渠道8条。")
		return true
	}},
	{rule: "late-government", kind: archive.Government, plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		s.Signed = fmt.Sprintf("%d年%d月%d日", s.Year+1, 4+rng.IntN(4), 1+rng.IntN(28))
		return true
	}},
	{rule: "text-none-vs-some", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		onlySays(s, fmt.Sprintf("%d年，本机关未收到政府信息公开申请。", s.Year))
		return s.Int("requests.received.total") > 0
	}},
	{rule: "text-parts-total", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Sections[0].Paras = append(s.Sections[0].Paras, "全年共培训干部90人次，其中机关干部50人次，其余30人次为镇街干部。")
		return true
	}},
	{rule: "title-mismatch", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Title, strconv.Itoa(s.Year), strconv.Itoa(s.Year-1))
	}},
	{rule: "title-form", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Title, "工作年度报告", "工作报告")
	}},
	{rule: "missing-section", plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		i := []int{0, 4, 5}[rng.IntN(3)]
		s.Sections[i].Heading = ""
		return true
	}},
	{rule: "section-order", plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Sections[4].Heading, "五、", "四、")
	}},
	{rule: "extra-section", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Sections[5].Paras = append(s.Sections[5].Paras, "七、下一年工作打算", "明年将增加图解材料。")
		return true
	}},
	{rule: "overview-items", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Sections[0].Paras = slices.Delete(s.Sections[0].Paras, 3, 4)
		return true
	}},
	{rule: "empty-problems", plant: func(_ *rand.Rand, s *specimen.Specimen) bool { s.Sections[4].Paras = []string{"无。"}; return true }},
	{rule: "missing-table", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Tables[2].Rows = nil
		s.Sections[3].Paras = []string{"本年度没有发生行政复议和行政诉讼，因此不再列表。"}
		return true
	}},
	{rule: "table-shape", plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		rows := s.Form.Outcomes()
		s.DropRow(rows[rng.IntN(len(rows))])
		return true
	}},
	{rule: "reporting-period", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Preamble[0], strconv.Itoa(s.Year)+"年1月1日起", strconv.Itoa(s.Year)+"年2月1日起")
	}},
	{rule: "late-department", plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		s.Signed = fmt.Sprintf("%d年%d月%d日", s.Year+1, 2+rng.IntN(4), 1+rng.IntN(28))
		return true
	}},
	{rule: "no-date", plant: func(_ *rand.Rand, s *specimen.Specimen) bool { s.Signed = ""; return true }},
	{rule: "impossible-date", plant: func(rng *rand.Rand, s *specimen.Specimen) bool {
		s.Signed = fmt.Sprintf("%d年1月%d日", s.Year, 5+rng.IntN(20))
		return true
	}},
	{rule: "fee-statement-missing", plant: func(_ *rand.Rand, s *specimen.Specimen) bool { s.Sections[5].Paras = []string{"无。"}; return true }},
	{rule: "dash-for-zero", plant: func(rng *rand.Rand, s *specimen.Specimen) bool { return reprint(rng, s, 0, "—") }},
	{rule: "dirty-number", plant: func(rng *rand.Rand, s *specimen.Specimen) bool { return reprint(rng, s, 1, "%d件") }},
	{rule: "not-a-natural-number", plant: func(rng *rand.Rand, s *specimen.Specimen) bool { return reprint(rng, s, 1, "%d.5") }},
	{rule: "blank-cell", plant: func(rng *rand.Rand, s *specimen.Specimen) bool { return reprint(rng, s, 0, "") }},
	{rule: "wrong-citation", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Preamble[0], "公开条例》", "公开条例》（国务院令第492号）")
	}},
	{rule: "doubled-word", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Sections[0].Paras[1], "全年在门户网站", "全年在在门户网站")
	}},
	{rule: "draft-traces", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Sections[5].Paras[0], "本机关", "XX局")
	}},
	{rule: "personal-data", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		return swapText(&s.Preamble[0], "办公室联系", "办公室13812345678联系")
	}},
	{rule: "stale-year", plant: func(_ *rand.Rand, s *specimen.Specimen) bool {
		s.Sections[0].Paras[0] = fmt.Sprintf("%d年，本机关主动公开各类信息120条。", s.Year-1)
		return true
	}},
	{rule: "carry-over-continuity", plant: nil}, // by last year's report
	{rule: "tables-copied", plant: nil},
	{rule: "repeats-last-year", plant: nil},
	{rule: "same-problems", plant: nil},
}

// reprint prints another text in a cell of table three that is zero, or not.
func reprint(rng *rand.Rand, s *specimen.Specimen, nonzero int, text string) bool {
	var keys []string
	for _, d := range s.Form.Defs {
		if d.Table == form.Three && d.Column != "total" && (s.Int(d.Key) != 0) == (nonzero == 1) {
			keys = append(keys, d.Key)
		}
	}
	if len(keys) == 0 {
		return false
	}
	key := keys[rng.IntN(len(keys))]
	if strings.Contains(text, "%d") {
		text = fmt.Sprintf(text, s.Int(key))
	}
	s.Print(key, text)
	return true
}

// follows may fail or hint along with the planted rule, for the same fault.
var follows = map[string][]string{
	"text-none-vs-some":     {"text-received"},
	"text-received":         {"text-none-vs-some", "text-all-handled", "text-parts-total"},
	"late-department":       {"impossible-date"}, // signed after the page says it was published
	"not-a-natural-number":  {"requests-balance", "outcomes-total", "applicant-total"},
	"table-shape":           {"outcomes-total", "applicant-total"},
	"impossible-date":       {"late-department"},
	"carry-over-continuity": {"carry-over-by-applicant"},
	"tables-copied":         {"carry-over-continuity", "carry-over-by-applicant"},
}

// A planted violation is found in every kind that keeps it, as fail or hint, or
// as unknown where a converter may have done it; no other rule fails.
func TestPlantedViolationsAreFound(t *testing.T) { findPlanted(t, mutants(1, 12), 0) }

// The same with three true and harmless oddities around.
func TestPlantedViolationsAreFoundAmongOddities(t *testing.T) { findPlanted(t, mutants(1, 12), 3) }

func findPlanted(t *testing.T, n, oddities int) {
	t.Helper()
	type tally struct{ planted, found, unknown, falseAlarms int }
	totals := map[string]*tally{}
	for i, m := range mutations {
		if totals[m.rule] == nil {
			totals[m.rule] = &tally{}
		}
		for ki, k := range wholeKinds {
			if n == 1 && (i+ki)%4 > 0 {
				continue // a sample: each mutation in a quarter of the kinds
			}
			for seed := range n {
				rng := rand.New(rand.NewPCG(uint64(seed), 99))
				o := specimen.Options{Max: 40, Kind: string(m.kind)}
				kind := archive.Kind(cmp.Or(string(m.kind), string(archive.Department)))
				var last *specimen.Specimen
				if m.plant == nil {
					last = specimen.Random(uint64(seed)+5000, specimen.Options{Max: 40, Year: 2023, Agency: "青溪县水利局"})
					o.Previous, o.Agency = last, last.Agency
				}
				s, sound := specimen.Random(uint64(seed)+100, o), specimen.Random(uint64(seed)+100, o)
				drawOddities(uint64(seed*100+i), sound, k, oddities)
				around := drawOddities(uint64(seed*100+i), s, k, oddities)
				clean := judgeBody(t, sound, k, last, kind)
				switch {
				case m.plant != nil:
					if !m.plant(rng, s) {
						continue
					}
				case m.rule == "carry-over-continuity":
					key := "requests.carried_out.total"
					last.Print(key, strconv.FormatInt(last.Int(key)+2, 10))
				case m.rule == "tables-copied":
					last = specimen.Random(uint64(seed)+100, specimen.Options{Max: 40, Year: 2023, Agency: s.Agency, Previous: o.Previous})
				default:
					long := ""
					for i := range 30 {
						long += fmt.Sprintf("第%s项工作由办公室会同业务科室安排，先列清单，再逐条核对，最后归档备查。", strings.Repeat("甲乙丙丁戊己庚辛", 1+i%3)[:3*(1+i%8)])
					}
					for _, r := range []*specimen.Specimen{s, last} {
						r.Sections[0].Paras = append(r.Sections[0].Paras[:2:2], long)
						r.Sections[4].Paras = []string{"存在的问题：公开的时效还不够稳定，个别栏目更新偏慢，解读材料形式单一。", "改进的办法：按月检查栏目，逾期未更新的通报到科室，并请业务科室编写问答。"}
					}
				}
				j := judgeBody(t, s, k, last, kind)
				sum := totals[m.rule]
				sum.planted++
				switch v := j.Verdict(m.rule); v.Status {
				case check.Fail, check.Hint:
					sum.found++
				case check.Unknown:
					sum.unknown++
				case check.Pass:
					if m.rule == "no-date" && (k == specimen.CMS || k == specimen.MHT || bearsDay(around)) {
						sum.planted-- // the page bears a day of its own
						continue
					}
					fallthrough
				default:
					t.Errorf("miss: %s as %s, %v, with %q: %s", m.rule, k, s, around, v.Status)
				}
				for _, v := range j.Verdicts {
					id := v.Rule.ID
					if v.Status == check.Fail && id != m.rule && !slices.Contains(follows[m.rule], id) && clean.Verdict(id).Status != check.Fail {
						sum.falseAlarms++
						t.Errorf("%s as %s, %v, with %q: %s fails too%s", m.rule, k, s, around, id, explain(j, id))
					}
				}
				for _, v := range clean.Verdicts {
					// A specimen's page may bear an earlier date than its signature.
					if v.Status == check.Fail && v.Rule.ID != "impossible-date" {
						t.Errorf("clean report, %s, %v, with %q: %s fails%s", k, s, around, v.Rule.ID, explain(clean, v.Rule.ID))
					}
				}
			}
		}
	}
	var ids []string
	for id := range totals {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		c := totals[id]
		t.Logf("%-24s planted %d, found %d, undecided %d, missed %d, false alarms %d", id, c.planted, c.found, c.unknown, c.planted-c.found-c.unknown, c.falseAlarms)
		if c.planted == 0 && oddities == 0 {
			t.Errorf("%s was never planted", id)
		}
	}
}

// unmended are oddities that still make sound reports fail.
var unmended = []string{"traditional"}

// drawOddities adds n oddities to a report and tells which.
func drawOddities(seed uint64, s *specimen.Specimen, k specimen.Kind, n int) []string {
	r := rand.New(rand.NewPCG(seed, 0x0DD))
	var names []string
	is := r.Perm(len(specimen.Oddities))
	slices.Sort(is[:n])
	for _, i := range is[:n] {
		if o := specimen.Oddities[i]; !slices.Contains(unmended, o.Name) && o.Add(r, s, k) {
			names = append(names, o.Name)
		}
	}
	return names
}

// bearsDay reports whether one of the oddities is a day of release.
func bearsDay(names []string) bool {
	return slices.Contains(names, "published") || slices.Contains(names, "published by its office")
}

// A Word file with changes that nobody accepted is a draft.
func TestTrackedChangesAreTracesOfADraft(t *testing.T) {
	r, ds := decode.File("2024.docx", specimen.WordDocument(`<w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>全年公开信息</w:t></w:r><w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>条。</w:t></w:r></w:p>`))
	if r == nil {
		t.Fatal(ds)
	}
	g := &archive.Agency{Name: "青禾县司法局", Kind: archive.Department}
	e := &archive.Entry{Agency: g, Year: 2024, Report: r}
	j := check.One(g, e, nil, []*check.Rule{rule.ByID("draft-traces")}, false)
	if j.Verdicts[0].Status != check.Hint {
		t.Errorf("%s; readings %q", j.Verdicts[0].Status, r.Readings)
	}
}

// A report that obeys its form fails nothing, whatever its form, its size, its
// way to print zero, its kind of body and the kind of its file.
func TestConsistentReportsNeverFail(t *testing.T) {
	n := mutants(1, 40)
	for _, k := range specimen.Kinds {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			for seed := range n {
				for i, o := range []specimen.Options{
					{},
					{AllZero: true},
					{Distinct: true},
					{BlankZero: true},
					{DashZero: true},
					{Zero: -1, Max: 90000},
					{Form: form.F2021OneRow},
					{Form: form.F2019, Year: 2020},
					{Form: form.F2019, Year: 2019, BlankZero: true},
				} {
					s := specimen.Random(uint64(seed*100+i), o)
					j := judgeSpecimen(t, s, k, nil)
					for _, f := range j.Findings {
						oneRow := o.Form == form.F2021OneRow && f.Rule.ID == "outdated-form"
						signedLater := f.Rule.ID == "impossible-date" // a page's own date is drawn by itself
						drawn := f.Rule.ID == "old-form-relations"    // and so are the figures of table two
						if f.Rule.ID == check.PersonalData {
							t.Errorf("%v (%d) as %s: figures side by side are no number of a person: %s", s, i, k, f.Formula)
						}
						if f.Status == check.Fail && !oneRow && !signedLater && !drawn {
							t.Errorf("%v (%d) as %s: %s [%s] (%s)", s, i, k, f.Message.ZH, f.Formula, f.Rule.ID)
						}
					}
				}
			}
		})
	}
}

// What a converter loses is no fault of the agency: without a row, a column or
// a label nothing fails but the shape of the table.
func TestLostRowsColumnsAndLabelsNeverFailASum(t *testing.T) {
	n := mutants(2, 40)
	for _, k := range specimen.Kinds {
		t.Run(string(k), func(t *testing.T) {
			t.Parallel()
			for seed := range n {
				rng := rand.New(rand.NewPCG(uint64(seed), 55))
				for _, what := range []string{"column", "row", "label", "swap"} {
					s := specimen.Random(uint64(seed)+300, specimen.Options{Max: 90})
					rows, outcomes := s.Form.Rows(form.Three), s.Form.Outcomes()
					switch what {
					case "column":
						s.DropColumn(form.Columns[rng.IntN(7)])
					case "row":
						s.DropRow(rows[rng.IntN(len(rows))])
					case "label":
						s.DropLabel(rows[rng.IntN(len(rows))])
					case "swap":
						s.SwapRows(outcomes[rng.IntN(3)], outcomes[3+rng.IntN(len(outcomes)-3)])
					}
					for _, f := range judgeSpecimen(t, s, k, nil).Findings {
						if f.Status == check.Fail && f.Rule.ID != "table-shape" && f.Rule.ID != "impossible-date" {
							t.Errorf("%v without a %s as %s: %s [%s] (%s)", s, what, k, f.Message.ZH, f.Formula, f.Rule.ID)
						}
					}
				}
			}
		})
	}
}
