package rule_test

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/check"
	"ogi/generator/rule"
)

// The lots are sentences with the right answer, written before the rules were
// tried on them; their first lines say how they fared then. What is not
// answered right now stands in lot-misses.txt.
const (
	lotPrecision = 0.98
	lotRecall    = 0.90
)

// lotBodies are the bodies of the lots: agency.toml, and the scope of the table.
var lotBodies = map[byte][3]string{
	'j': {"青禾县司法局", "410403", ""},
	'm': {"青禾县市场监督管理局", "410403", ""},
	'w': {"云岭市卫生健康委员会", "410400", ""},
	'z': {"青溪镇人民政府", "410403", ""},
	's': {"云岭市东湖区柳岸街道办事处", "410403", ""},
	'g': {"青禾县人民政府", "410403", "area"},
	'k': {"云岭高新技术产业开发区管理委员会", "410400", ""},
	't': {"国家税务总局青禾县税务局", "410403", ""},
	'o': {"云岭市人民政府办公室", "410400", "own"},
	'f': {"云岭市住房公积金管理中心", "410400", ""},
}

// lotFigures are edits of a report of zeros; lotLast is what was received the
// year before.
var (
	lotFigures = map[byte]string{
		'A': `row requests.received = 7 1 0 0 0 0 8
row requests.carried_in = 2 0 0 0 0 0 2
row requests.granted = 4 1 0 0 0 0 5
row requests.partial = 1 0 0 0 0 0 1
row requests.denied.internal = 1 0 0 0 0 0 1
row requests.unavailable.not_held = 2 0 0 0 0 0 2
row requests.outcomes_total = 8 1 0 0 0 0 9
row requests.carried_out = 1 0 0 0 0 0 1
cell remedies.reconsideration.upheld = 1
cell remedies.reconsideration.total = 1
cell proactive.normative_documents.issued = 2
cell proactive.normative_documents.in_force = 9
cell proactive.licensing.decisions = 120
cell proactive.penalties.decisions = 15
cell proactive.charges.amount = 3.50
`,
		'B': `row requests.received = 40 4 0 1 1 0 46
row requests.carried_in = 3 0 0 0 0 0 3
row requests.granted = 18 2 0 0 0 0 20
row requests.partial = 6 0 0 0 0 0 6
row requests.denied.internal = 5 0 0 0 0 0 5
row requests.unavailable.not_held = 7 1 0 0 0 0 8
row requests.unprocessed.repeated = 3 0 0 0 0 0 3
row requests.other_outcome.other = 0 0 0 1 1 0 2
row requests.outcomes_total = 39 3 0 1 1 0 44
row requests.carried_out = 4 1 0 0 0 0 5
cell remedies.reconsideration.upheld = 3
cell remedies.reconsideration.corrected = 1
cell remedies.reconsideration.total = 4
cell remedies.direct_suit.upheld = 1
cell remedies.direct_suit.total = 1
cell remedies.suit_after_reconsideration.upheld = 1
cell remedies.suit_after_reconsideration.pending = 1
cell remedies.suit_after_reconsideration.total = 2
cell proactive.normative_documents.issued = 6
cell proactive.normative_documents.repealed = 2
cell proactive.normative_documents.in_force = 31
cell proactive.licensing.decisions = 2310
cell proactive.penalties.decisions = 87
cell proactive.compulsion.decisions = 4
`,
		'C': `row requests.received = 3 0 0 0 0 0 3
row requests.granted = 3 0 0 0 0 0 3
row requests.outcomes_total = 3 0 0 0 0 0 3
`,
		'Z': "",
		'F': `row requests.received = 7 1 0 0 0 0 8
row requests.carried_in = 2 0 0 0 0 0 2
row requests.granted = 4 0 0 0 0 0 4
row requests.partial = 1 0 0 0 0 0 1
row requests.denied.internal = 1 0 0 0 0 0 1
row requests.unavailable.not_held = 2 0 0 0 0 0 2
row requests.other_outcome.fee_unpaid = 0 1 0 0 0 0 1
row requests.outcomes_total = 8 1 0 0 0 0 9
row requests.carried_out = 1 0 0 0 0 0 1
cell proactive.charges.amount = 3.50
`,
	}
	lotLast = map[byte]int{'A': 5, 'B': 40, 'C': 4, 'Z': 0, 'F': 5}
	// lotPlaces are the words of the base that a sentence takes the place of.
	lotPlaces = map[byte]string{
		'0': "根据《中华人民共和国政府信息公开条例》，现公布2024年度报告。",
		'1': "本机关设专人登记申请，逐件答复。",
		'd': "2024年通过县政府网站公开机构职能、办事指南和工作动态，内容按目录分栏归集。",
		'5': "存在的问题：部分栏目更新不够及时，政策解读的形式偏少，业务科室对公开属性的把握还不一致。",
		'6': "2024年，本机关未收取信息处理费。",
	}
)

// lotRules are those that the lots judge.
func lotRules() []*check.Rule {
	var rs []*check.Rule
	for _, r := range rule.All {
		switch r.ID {
		case "fee-statement-missing", "fee-unit":
			continue
		case "wrong-citation", "reporting-period", "foreign-name", "stale-year", "draft-traces", "leftover-markup", "title-mismatch", "doubled-word":
			rs = append(rs, r)
			continue
		}
		if strings.HasPrefix(r.ID, "text-") || strings.HasPrefix(r.ID, "fee-") {
			rs = append(rs, r)
		}
	}
	return rs
}

// A lotLine is one sentence; want has the statuses that are right by rule,
// either the rules about which nothing is said.
type lotLine struct {
	body, section, figures byte
	want                   map[string]string
	either                 []string
	say                    string
	line                   int
}

func readSentences(t testing.TB, file string) []lotLine {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []lotLine
	for n, text := range strings.Split(string(b), "\n") {
		if text == "" || text[0] == '#' {
			continue
		}
		f := strings.Split(text, "\t")
		if len(f) != 4 {
			t.Fatalf("%s:%d: want four columns", file, n+1)
		}
		l := lotLine{body: f[0][0], section: f[0][1], figures: f[1][0], say: f[3], line: n + 1, want: map[string]string{}}
		for w := range strings.SplitSeq(f[2], ";") {
			if id, ok := strings.CutPrefix(w, "~"); ok {
				l.either = append(l.either, id)
			} else if id, status, ok := strings.Cut(w, "="); ok {
				l.want[id] = status
			}
		}
		if l.want["text-none-vs-some"] == "fail" { // the same fault under another name
			l.either = append(l.either, "text-received")
		}
		out = append(out, l)
	}
	return out
}

// judge makes the report and judges it.
func (l lotLine) judge(t testing.TB, rules []*check.Rule) *check.Judgement {
	t.Helper()
	body := lotBodies[l.body]
	script := "zero\n" + lotFigures[l.figures]
	now := script + "replace " + lotPlaces[l.section] + " => " + strings.NewReplacer("{y}", "2024").Replace(l.say) + "\n"
	last := fmt.Sprintf("zero\ncell requests.received.natural_person = %[1]d\ncell requests.received.total = %[1]d\n", lotLast[l.figures])
	fsys := map[string][]byte{}
	for year, s := range map[string]string{"2023": last, "2024": now} {
		text := edit(t, year, s)
		fsys[year+".txt"] = bytes.ReplaceAll(text, []byte("青禾县司法局"+year+"年"), []byte(body[0]+year+"年"))
		fsys[year+".txt"] = bytes.ReplaceAll(fsys[year+".txt"], []byte("\n青禾县司法局\n"), []byte("\n"+body[0]+"\n"))
	}
	ar := &txtar.Archive{Files: []txtar.File{
		{Name: "agency.toml", Data: fmt.Appendf(nil, "name = %q\nregion = %q\n", body[0], body[1])},
		{Name: "2023.txt", Data: fsys["2023.txt"]},
		{Name: "2024.txt", Data: fsys["2024.txt"]},
	}}
	if body[2] != "" {
		ar.Files = append(ar.Files, txtar.File{Name: "2024.toml", Data: fmt.Appendf(nil, "scope = %q\n", body[2])})
	}
	a := load(t, ar)
	unit := a.Agency("unit")
	return check.One(unit, unit.Reports[len(unit.Reports)-1], a, rules, false)
}

// A scoreOf counts findings: right, wrong, missed; and passes that were
// wanted, and said.
type scoreOf struct{ right, wrong, missed, passes, passed int }

func (s scoreOf) String() string {
	return fmt.Sprintf("findings %d right, %d wrong, %d missed: precision %.3f, recall %.3f; passes %d of %d",
		s.right, s.wrong, s.missed, ratio(s.right, s.wrong), ratio(s.right, s.missed), s.passed, s.passes)
}

func ratio(a, b int) float64 {
	if a+b == 0 {
		return 1
	}
	return float64(a) / float64(a+b)
}

func TestLots(t *testing.T) {
	files, err := filepath.Glob("testdata/lot-*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no lots", err)
	}
	rules := lotRules()
	var misses bytes.Buffer
	all, byRule := scoreOf{}, map[string]*scoreOf{}
	for _, r := range rules {
		byRule[r.ID] = &scoreOf{}
	}
	for _, file := range files {
		lot := scoreOf{}
		for _, l := range readSentences(t, file) {
			var bad []string
			for _, v := range l.judge(t, rules).Verdicts {
				got, want := v.Status.String(), l.want[v.Rule.ID]
				s := scoreOf{}
				found := got == "fail" || got == "hint"
				switch {
				case slices.Contains(l.either, v.Rule.ID):
				case found && slices.Contains(strings.Split(want, "/"), got):
					s.right++
				case found:
					s.wrong++
				case want != "" && want != "pass":
					s.missed++
				case want == "pass":
					s.passes++
					if got == "pass" {
						s.passed++
					} else {
						bad = append(bad, v.Rule.ID+" "+got+", want pass")
					}
				}
				if s.wrong+s.missed > 0 {
					bad = append(bad, v.Rule.ID+" "+got+", want "+cmp.Or(want, "nothing"))
				}
				for _, sum := range []*scoreOf{&lot, &all, byRule[v.Rule.ID]} {
					sum.right, sum.wrong, sum.missed = sum.right+s.right, sum.wrong+s.wrong, sum.missed+s.missed
					sum.passes, sum.passed = sum.passes+s.passes, sum.passed+s.passed
				}
			}
			if len(bad) > 0 {
				fmt.Fprintf(&misses, "%s:%d: %s\n\t%s\n", filepath.Base(file), l.line, l.say, strings.Join(bad, "; "))
			}
		}
		t.Logf("%s: %s", filepath.Base(file), lot)
	}
	t.Logf("all: %s", all)
	for _, r := range rules {
		t.Logf("%s: %s", r.ID, *byRule[r.ID])
	}
	const file = "testdata/lot-misses.txt"
	if *update {
		if err := os.WriteFile(file, misses.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if held, err := os.ReadFile(file); err != nil || !bytes.Equal(held, misses.Bytes()) {
		t.Errorf("what is not answered right has changed, see -update\n%s", misses.Bytes())
	}
	if p := ratio(all.right, all.wrong); p < lotPrecision {
		t.Errorf("precision %.3f, want at least %.2f", p, lotPrecision)
	}
	if r := ratio(all.right, all.missed); r < lotRecall {
		t.Errorf("recall %.3f, want at least %.2f", r, lotRecall)
	}
}
