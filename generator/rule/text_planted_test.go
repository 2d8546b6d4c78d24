package rule

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/place"
	"ogi/generator/report"
)

// Reports with random consistent tables and prose made of many turns of
// phrase. Where prose and table agree no text rule may find anything,
// whatever else the prose counts; where one number is planted wrong the rule
// for it must fail.

type planted struct {
	cells  map[form.Key]int
	prose  []string
	wrong  string // id of the rule that must fail, "" for none
	tell   string
	kind   archive.Kind
	agency string
}

// phrases state one count each: the rule that compares it, the sentence with
// {n}, and the true number.
var phrases = []struct {
	rule, text string
	n          func(c map[form.Key]int) int
}{
	{"text-received", "{y}年，我局共收到政府信息公开申请{n}件。", total("received")},
	{"text-received", "全年受理公民、法人或其他组织的信息公开申请{n}件，均按期答复。", total("received")},
	{"text-received", "本年度新收依申请公开{n}宗。", total("received")},
	{"text-received", "{y}年共接收信息公开申请{n}件，主要涉及公证和律师管理。", total("received")},
	{"text-received", "截至{y}年12月31日，本机关收到政府信息公开申请数量为{n}件。", total("received")},
	{"text-handled", "全年共答复政府信息公开申请{n}件。", total("outcomes_total")},
	{"text-handled", "{y}年，我局共办结依申请公开{n}件，其他事项另行报告。", total("outcomes_total")},
	{"text-carried-in", "全年办理的政府信息公开申请中，上年结转{n}件。", total("carried_in")},
	{"text-carried-in", "{l}年结转政府信息公开申请{n}件。", total("carried_in")},
	{"text-all-handled", "政府信息公开申请结转下年度继续办理{n}件。", total("carried_out")},
	{"text-all-handled", "另有{n}件政府信息公开申请顺延至下一年度答复。", total("carried_out")},
	{"text-reconsideration", "因政府信息公开被申请行政复议{n}件。", cell("remedies.reconsideration.total")},
	{"text-reconsideration", "{y}年，政府信息公开行政复议{n}起。", cell("remedies.reconsideration.total")},
	{"text-litigation", "因政府信息公开被提起行政诉讼{n}件。", func(c map[form.Key]int) int { return c[suitsDirect] + c[suitsAfter] }},
	{"text-normative-documents", "全年制发行政规范性文件{n}件。", cell("proactive.normative_documents.issued")},
	{"text-normative-documents", "废止规范性文件{n}件。", cell("proactive.normative_documents.repealed")},
	{"text-normative-documents", "现行有效的行政规范性文件共{n}件。", cell("proactive.normative_documents.in_force")},
	{"text-decisions", "全年作出行政处罚决定{n}件。", cell("proactive.penalties.decisions")},
	{"text-decisions", "{y}年共办理行政许可{n}件。", cell("proactive.licensing.decisions")},
}

// lists state several counts at once; the first is the one to plant wrong.
var lists = []struct {
	rule, text string
	ns         []func(c map[form.Key]int) int
}{
	{"text-outcomes", "共答复政府信息公开申请{1}件，其中予以公开{0}件，部分公开{2}件。", fns(cell("requests.granted.total"), total("outcomes_total"), total("partial"))},
	{"text-outcomes", "政府信息公开申请办理结果：部分公开{0}件，予以公开{1}件。", fns(total("partial"), total("granted"))},
	{"text-applicants", "共收到政府信息公开申请{1}件，其中自然人{0}件。", fns(cell("requests.received.natural_person"), total("received"))},
	{"text-received", "共收到政府信息公开申请{0}件，答复{1}件，结转下年度{2}件。", fns(total("received"), total("outcomes_total"), total("carried_out"))},
	{"text-handled", "共收到政府信息公开申请{1}件，答复{0}件（含上年结转申请{2}件，另有{3}件顺延到下年答复）。", fns(total("outcomes_total"), total("received"), total("carried_in"), total("carried_out"))},
}

// decoys count something else with the same words.
var decoys = []string{
	"{l}年，我局收到政府信息公开申请{r}件。", "其中，通过信函收到政府信息公开申请{r}件。", "全年受理网络问政{r}件，办结{r}件。",
	"12345热线受理诉求{r}件。", "各乡镇收到政府信息公开申请{r}件。", "全年办理行政复议案件{r}件，审结{r}件。", "公示行政处罚信息{r}条。",
	"印发各类文件{r}个。", "审查规范性文件{r}件。", "收到建议提案{r}件，均已答复。", "公开规范性文件{r}件。", "上半年收到政府信息公开申请{r}件。",
	"全系统作出行政处罚决定{r}件。", "网站发布信息{r}条，同比增长{r}%。", "政府信息公开行政诉讼二审案件{r}件。", "全年未发生被纠错的行政复议案件。",
	"收到政府信息公开申请约{r}件。", "行政许可事项{r}项。", "预计{x}年受理政府信息公开申请{r}件。", "代理行政诉讼案件{r}件，胜诉{r}件。",
	"受理法律援助申请{r}件，办结{r}件。", "对{r}件政府信息公开申请进行会商。", "调解纠纷{r}件，成功{r}件。", "全年举办政府信息公开培训{r}期。",
}

func total(row string) func(map[form.Key]int) int { return cell("requests." + row + ".total") }

func cell(key form.Key) func(map[form.Key]int) int {
	return func(c map[form.Key]int) int { return c[key] }
}

func fns(fs ...func(map[form.Key]int) int) []func(map[form.Key]int) int { return fs }

const plantedYear = 2024

// randomCells fills the form so that all sums hold and no number of interest
// is zero or like another.
func randomCells(r *rand.Rand) map[form.Key]int {
	c := map[form.Key]int{}
	row := func(name string, lo int) {
		sum := 0
		for i, col := range form.Columns[:6] {
			n := r.IntN(5)
			if i == 0 {
				n += lo + r.IntN(60)
			}
			c["requests."+name+"."+col], sum = n, sum+n
		}
		c["requests."+name+".total"] = sum
	}
	row("carried_in", 40)
	row("granted", 600)
	row("partial", 200)
	row("denied.process", 80)
	row("carried_out", 90)
	for _, col := range form.Columns {
		sum := c["requests.granted."+col] + c["requests.partial."+col] + c["requests.denied.process."+col]
		c["requests.outcomes_total."+col] = sum
		c["requests.received."+col] = sum + c["requests.carried_out."+col] - c["requests.carried_in."+col]
	}
	for key, lo := range map[string]int{"remedies.reconsideration": 20, "remedies.direct_suit": 30, "remedies.suit_after_reconsideration": 5} {
		n := lo + r.IntN(10)
		c[key+".upheld"], c[key+".total"] = n, n
	}
	for key, lo := range map[string]int{
		"proactive.normative_documents.issued": 10, "proactive.normative_documents.repealed": 40, "proactive.normative_documents.in_force": 70,
		"proactive.licensing.decisions": 2000, "proactive.penalties.decisions": 1200, "proactive.compulsion.decisions": 8,
	} {
		c[key] = lo + r.IntN(20)
	}
	return c
}

func fill(text string, r *rand.Rand, ns ...int) string {
	for i, n := range ns {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i)+"}", strconv.Itoa(n))
		text = strings.ReplaceAll(text, "{n}", strconv.Itoa(n))
	}
	for y, at := range map[string]int{"{y}": 0, "{l}": -1, "{x}": 1} {
		text = strings.ReplaceAll(text, y, strconv.Itoa(plantedYear+at))
	}
	for strings.Contains(text, "{r}") {
		text = strings.Replace(text, "{r}", strconv.Itoa(3000+r.IntN(900)), 1)
	}
	return text
}

// plant makes a report; where wrong is set one number is off.
func plant(r *rand.Rand, wrong bool) planted {
	p := planted{cells: randomCells(r), kind: archive.Department, agency: "清河县司法局"}
	used := map[string]bool{}
	add := func(rule, text string) {
		used[rule] = true
		p.prose = append(p.prose, text)
	}
	off := func(n int) int { return n + 1 + r.IntN(7) }
	if r.IntN(2) == 0 {
		f := phrases[r.IntN(len(phrases))]
		n := f.n(p.cells)
		if wrong {
			n, p.wrong = off(n), f.rule
		}
		add(f.rule, fill(f.text, r, n))
	} else {
		l := lists[r.IntN(len(lists))]
		var ns []int
		for i, f := range l.ns {
			n := f(p.cells)
			if wrong && i == 0 {
				n, p.wrong = off(n), l.rule
			}
			ns = append(ns, n)
		}
		add(l.rule, fill(l.text, r, ns...))
	}
	p.tell = p.prose[0]
	for range 3 {
		f := phrases[r.IntN(len(phrases))]
		if !used[f.rule] && (!wrong || f.rule != p.wrong) {
			if wrong && (p.wrong == "text-received" || p.wrong == "text-outcomes" || p.wrong == "text-handled" || p.wrong == "text-applicants") &&
				(f.rule == "text-received" || f.rule == "text-handled") {
				continue
			}
			add(f.rule, fill(f.text, r, f.n(p.cells)))
		}
	}
	for range 4 {
		p.prose = append(p.prose, fill(decoys[r.IntN(len(decoys))], r))
	}
	r.Shuffle(len(p.prose), func(i, j int) { p.prose[i], p.prose[j] = p.prose[j], p.prose[i] })
	return p
}

func (p planted) judge() *check.Judgement {
	rep := &report.Report{Form: form.F2021, Layout: "html", Year: plantedYear}
	for i, d := range rep.Form.Defs {
		rep.Cells = append(rep.Cells, report.Cell{State: report.Number, Value: report.Int(int64(p.cells[d.Key])), Pos: place.Pos{Line: 100 + i, Col: 1}})
	}
	for i := range rep.Tables {
		rep.Tables[i].Found = true
	}
	s := report.Section{N: 1, Title: "总体情况"}
	for i, t := range p.prose {
		s.Paras = append(s.Paras, report.Text{Text: t, Pos: place.Pos{Line: i + 1, Col: 1}})
	}
	rep.Sections = []report.Section{s}
	g := &archive.Agency{Name: p.agency, Kind: p.kind}
	e := &archive.Entry{Agency: g, Year: plantedYear, Report: rep}
	g.Reports = []*archive.Entry{e}
	return check.One(g, e, nil, []*check.Rule{
		textReceived, textHandled, textNoneVsSome, textCarriedIn, textAllHandled, textReconsideration, textLitigation,
		textNormativeDocuments, textDecisions, textPartsTotal, textGrowthRate, textOutcomes, textApplicants,
	}, false)
}

func TestTextRulesFindWhatIsPlantedAndNothingElse(t *testing.T) {
	const reports = 3000
	r := rand.New(rand.NewPCG(1, 2))
	found, want := map[string]int{}, map[string]int{}
	for range reports {
		p := plant(r, false)
		for _, f := range p.judge().Findings {
			if f.Status == check.Fail || f.Status == check.Hint {
				t.Fatalf("false alarm: %s %s\n%s", f.Rule.ID, f.Message.ZH, strings.Join(p.prose, "\n"))
			}
		}
		p = plant(r, true)
		want[p.wrong]++
		before := found[p.wrong]
		j := p.judge()
		for _, f := range j.Findings {
			if f.Status != check.Fail && f.Status != check.Hint {
				continue
			}
			if f.Rule.ID != p.wrong {
				t.Fatalf("%s fires for a fault of %s: %s\n%s", f.Rule.ID, p.wrong, f.Message.ZH, strings.Join(p.prose, "\n"))
			}
			found[p.wrong]++
		}
		// A number that by chance is that of another row is unknown by design.
		if found[p.wrong] == before && j.Verdict(p.wrong).Status != check.Unknown {
			t.Errorf("%s is silent (%s): %s", p.wrong, j.Verdict(p.wrong).Status, strings.Join(p.prose, " | "))
		}
	}
	var out strings.Builder
	for id, n := range want {
		if found[id]*100 < n*98 {
			t.Errorf("%s: %d of %d planted faults found", id, found[id], n)
		}
		fmt.Fprintf(&out, "%s %d/%d  ", id, found[id], n)
	}
	t.Log(out.String())
}
