package rule_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/decode"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// A wording is a sentence of a report that is right.
type wording struct {
	section   int
	who       byte
	when, say string
	line      int
}

func wordings(t *testing.T) []wording {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "wordings.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []wording
	for i, l := range strings.Split(string(b), "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.SplitN(l, "|", 3)
		out = append(out, wording{int(f[0][0] - '0'), f[0][1], f[1], f[2], i + 1})
	}
	return out
}

// told are the numbers of one report that words may tell.
func told(s *specimen.Specimen, last *specimen.Specimen, rng *rand.Rand) map[string]int64 {
	v := map[string]int64{"y": int64(s.Year), "l": int64(s.Year - 1), "x": int64(s.Year + 1)}
	for short, row := range map[string]string{"rec": "received", "in": "carried_in", "done": "outcomes_total", "out": "carried_out"} {
		v[short] = s.Int("requests." + row + ".total")
		for i, c := range form.Columns[:6] {
			n := s.Int("requests." + row + "." + c)
			v[short+"."+string("nerplo"[i])] = n
			if i > 0 {
				v[short+".org"] += n
			}
		}
	}
	v["supply"] = v["rec"] + v["in"]
	for short, row := range map[string]string{"gr": "granted", "pa": "partial", "de": "denied", "un": "unavailable", "up": "unprocessed", "ot": "other_outcome"} {
		for _, o := range s.Form.Outcomes() {
			if o == "requests."+row || strings.HasPrefix(o, "requests."+row+".") {
				v[short] += s.Int(o + ".total")
			}
		}
	}
	v["un1"], v["un2"] = s.Int("requests.unavailable.not_held.total"), s.Int("requests.unavailable.not_existing.total")
	v["de1"] = s.Int("requests.denied.internal.total")
	for short, row := range map[string]string{"rev": "reconsideration", "dir": "direct_suit", "aft": "suit_after_reconsideration"} {
		v[short] = s.Int("remedies." + row + ".total")
		for k, c := range map[string]string{"up": "upheld", "co": "corrected", "ot": "other", "pe": "pending"} {
			v[short+"."+k] = s.Int("remedies." + row + "." + c)
		}
	}
	v["suit"] = v["dir"] + v["aft"]
	n := "proactive.normative_documents."
	v["ni"], v["nr"], v["nf"] = s.Int(n+"issued"), s.Int(n+"repealed"), s.Int(n+"in_force")
	v["lic"], v["pen"], v["com"] = s.Int("proactive.licensing.decisions"), s.Int("proactive.penalties.decisions"), s.Int("proactive.compulsion.decisions")
	v["notice"] = s.Int("requests.other_outcome.fee_unpaid.total")
	v["fee.n"], v["fee.y"] = 1+rng.Int64N(5), 10*(1+rng.Int64N(20))
	v["prev"] = 3 + rng.Int64N(90)
	if last != nil {
		v["prev"] = last.Int("requests.received.total")
	}
	for _, k := range []string{"r1", "r2", "r3"} {
		v[k] = 3 + rng.Int64N(90)
	}
	v["R"] = 200 + rng.Int64N(4000)
	v["a"], v["b"], v["c"] = 3+rng.Int64N(300), 3+rng.Int64N(300), 3+rng.Int64N(300)
	part := func(n int64) int64 {
		if n < 2 {
			return 0
		}
		return 1 + rng.Int64N(n-1)
	}
	rec := v["rec"]
	v["h1"] = part(rec)
	v["h2"] = rec - v["h1"]
	v["w1"] = part(v["h1"])
	v["w2"], v["w3"] = v["h1"]-v["w1"], v["h2"]
	v["q1"], v["q2"], v["q3"] = v["w1"], v["w2"], part(v["h2"])
	v["q4"] = v["h2"] - v["q3"]
	v["k7"], v["k8"] = part(v["done"]), part(v["gr"])
	v["up1"], v["ot1"] = s.Int("requests.unprocessed.petition.total"), s.Int("requests.other_outcome.not_corrected.total")
	v["k1"], v["k2"], v["k3"], v["k4"], v["k5"], v["k6"] = part(min(rec, v["done"])), part(v["rev"]), part(v["ni"]), part(v["suit"]), part(v["lic"]), part(v["pen"])
	return v
}

var term = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9.]*|[0-9]+|[+-]`)

// reckon is the value of a sum of names and numbers.
func reckon(v map[string]int64, e string) int64 {
	sum, sign := int64(0), int64(1)
	for _, w := range term.FindAllString(e, -1) {
		switch {
		case w == "+":
			sign = 1
		case w == "-":
			sign = -1
		default:
			n, err := strconv.ParseInt(w, 10, 64)
			if err != nil {
				x, ok := v[w]
				if !ok {
					panic("no such number: " + w)
				}
				n = x
			}
			sum += sign * n
		}
	}
	return sum
}

// applies reports whether the figures satisfy a condition such as rec>0,in=0.
func applies(v map[string]int64, when string) bool {
	for c := range strings.SplitSeq(when, ",") {
		if c == "" {
			continue
		}
		i := strings.IndexAny(c, "<>=")
		op, right := c[i:i+1], c[i+1:]
		if strings.HasPrefix(right, "=") {
			op, right = op+"=", right[1:]
		}
		a, b := reckon(v, c[:i]), reckon(v, right)
		if ok := map[string]bool{">": a > b, ">=": a >= b, "=": a == b, "<": a < b}[op]; !ok {
			return false
		}
	}
	return true
}

const hanNumerals = "零一二三四五六七八九"

func han(n int64) string {
	rs := []rune(hanNumerals)
	s := ""
	for i, u := range []struct {
		n int64
		w string
	}{{10000, "万"}, {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / u.n
		n %= u.n
		switch {
		case d > 0:
			if i == 0 && d > 9 {
				s += han(d) + u.w
			} else {
				s += string(rs[d]) + u.w
			}
		case s != "" && n > 0 && !strings.HasSuffix(s, "零"):
			s += "零"
		}
	}
	if s == "" {
		return "零"
	}
	if strings.HasPrefix(s, "一十") {
		return s[len("一"):]
	}
	return s
}

// hole is a number in a sentence: {rec}, {rec+in}, {cn:rec} in Chinese numerals,
// {|rec-prev|} without a sign, {grow} as a growth rate.
var hole = regexp.MustCompile(`\{[^}]*\}`)

// words are the sentence with the numbers put in, "" where one is negative.
func (w wording) words(v map[string]int64, level, old string) string {
	ok := true
	s := hole.ReplaceAllStringFunc(w.say, func(m string) string {
		switch m = m[1 : len(m)-1]; {
		case m == "level":
			return level
		case m == "old":
			return old
		case m == "grow":
			x := float64(v["rec"]-v["prev"]) / float64(v["prev"]) * 100
			if x < 0 {
				return fmt.Sprintf("下降%.1f%%", -x)
			}
			return fmt.Sprintf("增长%.1f%%", x)
		case m == "growverb":
			if v["rec"] < v["prev"] {
				return "减少"
			}
			return "增加"
		case strings.HasPrefix(m, "|"):
			n := reckon(v, m)
			return strconv.FormatInt(max(n, -n), 10)
		case strings.HasPrefix(m, "cn:"):
			return han(reckon(v, m[3:]))
		}
		n := reckon(v, m)
		ok = ok && n >= 0
		return strconv.FormatInt(n, 10)
	})
	if !ok {
		return ""
	}
	return s
}

// A body is a report's agency: level is how its people call its area, old a body
// that was merged into it.
type body struct {
	name, level, old string
	kind             archive.Kind
	at               archive.Level
	scope            string
}

var bodies = []body{
	{"青溪县水利局", "县", "青溪县水务局", archive.Department, archive.County, ""},
	{"南屏市教育局", "市", "南屏市教育体育局", archive.Department, archive.Prefecture, ""},
	{"青溪县人民政府办公室", "县", "青溪县人民政府外事办公室", archive.Department, archive.County, ""},
	{"青溪县大湾镇人民政府", "县", "大湾乡人民政府", archive.Township, archive.Town, ""},
	{"青溪县城南街道办事处", "县", "城南镇人民政府", archive.Subdistrict, archive.Town, ""},
	{"青溪经济技术开发区管理委员会", "县", "青溪工业园区管理委员会", archive.Zone, archive.County, ""},
	{"国家税务总局青溪县税务局", "县", "青溪县地方税务局", archive.Vertical, archive.County, ""},
	{"青溪县第一中学", "县", "青溪县城关中学", archive.Authorised, archive.County, ""},
	{"青溪县公共交通有限公司", "县", "青溪县公交公司", archive.Authorised, archive.County, "own"},
	{"青溪县中医院", "县", "青溪县城关医院", archive.Authorised, archive.County, "own"},
	{"青溪县人民政府", "县", "青溪县", archive.Government, archive.County, "area"},
	{"南屏市人民政府", "市", "南屏市", archive.Government, archive.Prefecture, ""},
	{"云岭区人民政府", "区", "云岭县", archive.Government, archive.County, "area"},
}

// A report whose words are right fails no rule, whatever turn of phrase it
// uses and whatever body it is about.
func TestHonestWordingsNeverFail(t *testing.T) {
	per := mutants(1, 60)
	n, hints := 0, map[string][]string{}
	for wi, w := range wordings(t) {
		told := 0
		for try := 0; told < per && try < per*100; try++ {
			s, last, b, kind, text := w.report(uint64(wi*1000 + try))
			if text == "" {
				continue
			}
			told++
			for _, f := range judgeOf(t, s, last, b, kind).Findings {
				switch f.Status {
				case check.Fail:
					t.Errorf("wordings.txt:%d: %s as %s: %s [%s] (%s)\n%s", w.line, b.name, kind, f.Message.ZH, f.Formula, f.Rule.ID, text)
				case check.Hint:
					hints[f.Rule.ID] = append(hints[f.Rule.ID], fmt.Sprintf("wordings.txt:%d: %s [%s] %s", w.line, f.Message.ZH, f.Formula, text))
				}
			}
		}
		if told == 0 {
			t.Errorf("wordings.txt:%d: never applies", w.line)
		}
		n += told
	}
	t.Logf("%d reports", n)
	for _, id := range slices.Sorted(maps.Keys(hints)) {
		t.Logf("%s: %d hints, such as %s", id, len(hints[id]), hints[id][0])
	}
	if name := os.Getenv("OGI_HINTS"); name != "" {
		var all []string
		for id, hs := range hints {
			for _, h := range hs {
				all = append(all, id+" "+h)
			}
		}
		slices.Sort(all)
		if err := os.WriteFile(name, []byte(strings.Join(all, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// report is a report that says w, "" where w does not apply to the one drawn.
func (w wording) report(seed uint64) (s, last *specimen.Specimen, b body, kind specimen.Kind, text string) {
	rng := rand.New(rand.NewPCG(seed, 7))
	b = bodies[rng.IntN(len(bodies))]
	if w.who != 'a' && (w.who == 'g') != (b.kind == archive.Government) {
		return nil, nil, b, "", ""
	}
	o := specimen.Options{Max: []int64{3, 12, 60, 4000}[rng.IntN(4)], Agency: b.name, Year: 2023, Kind: string(b.kind)}
	if rng.IntN(2) == 0 || strings.Contains(w.when, "prev") {
		last = specimen.Random(seed+9, o)
		o.Previous = last
		last.Sections[0].Paras = last.Sections[0].Paras[:3] // two years of one text are another matter
		last.Sections[4].Paras = []string{"问题：去年的栏目层级过深。", "改进：把目录改为两层。"}
	}
	o.Year, o.AllZero = 2024, rng.IntN(6) == 0 || strings.Contains(w.when, "rec=0")
	s = specimen.Random(seed+3, o)
	v := told(s, last, rng)
	if applies(v, w.when) {
		text = w.words(v, b.level, b.old)
	}
	if text == "" {
		return s, last, b, "", ""
	}
	beside := rng.IntN(3) == 0 // the usual sentence
	switch p := s.Sections[0].Paras; {
	case w.section == 0:
		s.Preamble = []string{text}
	case w.section > 1:
		s.Sections[w.section-1].Paras = []string{text}
	case strings.HasPrefix(text, "（一）"):
		p[1] = text
	case beside:
		_, rest, _ := strings.Cut(text, "。")
		p[2] += rest
	default:
		p[2] = text
	}
	return s, last, b, []specimen.Kind{specimen.Tab, specimen.HTML}[rng.IntN(2)], text
}

func judgeOf(t *testing.T, s, last *specimen.Specimen, b body, k specimen.Kind) *check.Judgement {
	t.Helper()
	g := &archive.Agency{Slug: "unit", Name: b.name, Kind: b.kind, Level: b.at, Region: "410403"}
	add := func(s *specimen.Specimen) *archive.Entry {
		for _, c := range []string{"issued", "repealed", "in_force", "made"} {
			s.Print("proactive.rules."+c, "0")
		}
		r, ds := decode.File(fmt.Sprintf("%d%s", s.Year, k.Ext()), s.MustWrite(k))
		if r == nil {
			t.Fatal(ds)
		}
		e := &archive.Entry{Agency: g, Year: s.Year, Path: r.File, Report: r, Meta: config.Year{Scope: b.scope}}
		g.Reports = append(g.Reports, e)
		return e
	}
	if last != nil {
		add(last)
	}
	return check.One(g, add(s), nil, rule.All, false)
}
