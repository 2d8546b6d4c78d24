package office

import (
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/internal/specimen"
	"ogi/generator/office/opinion"
)

var keep = flag.String("keep", "", "write the drafts and opinions of the test here, to look at them")

// An office of the test: 40 units of 青禾县 that hand in drafts of all kinds.
type office struct {
	t                         *testing.T
	drafts, last, out, roster string
	units                     []string
}

func newOffice(t *testing.T) *office {
	dir := t.TempDir()
	if *keep != "" {
		dir = *keep
	}
	o := &office{t: t, drafts: filepath.Join(dir, "drafts"), last: filepath.Join(dir, "2023"), out: filepath.Join(dir, "opinions"), roster: filepath.Join(dir, "units.csv")}
	for _, n := range strings.Fields("发展和改革局 教育局 科学技术局 工业和信息化局 公安局 民政局 司法局 财政局 人力资源和社会保障局 自然资源局 生态环境局 住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 文化和旅游局 卫生健康局 退役军人事务局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 信访局 城市管理局 行政审批局 林业局 柳林镇人民政府 石桥镇人民政府 白沙乡人民政府 东岭乡人民政府 大河镇人民政府 北塘镇人民政府 城关街道办事处 河西街道办事处 新华街道办事处 经济开发区管理委员会 机关事务服务中心 档案局") {
		o.units = append(o.units, "青禾县"+n)
	}
	var b strings.Builder
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"单位", "类别", "别名"})
	for _, u := range o.units {
		_ = w.Write([]string{u, "", strings.TrimPrefix(u, "青禾县")})
	}
	w.Flush()
	o.write(o.roster, []byte(b.String()))
	return o
}

func (o *office) write(name string, b []byte) {
	o.t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		o.t.Fatal(err)
	}
}

// reports are last year's report and this year's draft of a unit, without a
// fault, in words of their own.
func (o *office) reports(i int) (last, draft *specimen.Specimen) {
	seed := uint64(i + 1)
	last = specimen.Random(seed, specimen.Options{Agency: o.units[i], Year: 2023, Max: 20})
	draft = specimen.Random(seed+1000, specimen.Options{Agency: o.units[i], Year: 2024, Max: 20, Previous: last})
	for _, s := range []*specimen.Specimen{last, draft} {
		r := rand.New(rand.NewPCG(seed, uint64(s.Year)))
		for range 6 {
			s.Sections[0].Paras = append(s.Sections[0].Paras, words(r))
			s.Sections[4].Paras = append(s.Sections[4].Paras, words(r))
		}
		say("没有发生责任追究", "开展工作考核和社会评议，没有发生责任追究")(s)
		// Figures of documents and suits that hang together over the years.
		for _, row := range []string{"proactive.rules", "proactive.normative_documents"} {
			for _, c := range []string{"issued", "repealed", "in_force"} {
				s.Print(row+"."+c, "0")
			}
		}
		s.Print("proactive.normative_documents.in_force", "12")
		s.Print("proactive.charges.amount", "3.50")
		for _, c := range []string{"upheld", "corrected", "other", "pending", "total"} {
			s.Print("remedies.suit_after_reconsideration."+c, "0")
		}
		n := s.Int("remedies.direct_suit.total")
		say(fmt.Sprintf("行政诉讼%d件", n+s.Int("remedies.suit_after_reconsideration.total")), fmt.Sprintf("行政诉讼%d件", n))(s)
	}
	return last, draft
}

var vocabulary = strings.Fields("目录 栏目 文件 解读 窗口 培训 科室 村组 街巷 审核 更新 整理 走访 座谈 问答 图解 视频 公告 台账 档案 入口 检索 手机 电话 热线 回访 群众 企业 学校 医院 市场 农户 项目 资金 补助 招标 环境 水库 道路 桥梁 安全 标准 流程 时限 责任 清单 规范 便民 指南 材料")

func words(r *rand.Rand) string {
	var b strings.Builder
	for i, at := range r.Perm(len(vocabulary))[:42] {
		b.WriteString(vocabulary[at])
		if i%7 == 6 && i < 41 {
			b.WriteString("，")
		}
	}
	return b.String() + "。"
}

// A fault is planted in a draft; rule must then be on the opinion sheet.
type fault struct {
	rule  string
	plant func(*specimen.Specimen)
}

func more(s *specimen.Specimen, key string, n int64) { s.Print(key, fmt.Sprint(s.Int(key)+n)) }

func say(old, to string) func(*specimen.Specimen) {
	return func(s *specimen.Specimen) {
		for i := range s.Sections {
			for j := range s.Sections[i].Paras {
				s.Sections[i].Paras[j] = strings.Replace(s.Sections[i].Paras[j], old, to, 1)
			}
		}
	}
}

// faults by unit. What stands alone is found alone; a wrong total is found by
// each sum it stands in.
var faults = map[int]fault{
	0: {"applicant-total", func(s *specimen.Specimen) { more(s, "requests.granted.research", 3) }},
	2: {"requests-balance", func(s *specimen.Specimen) { more(s, "requests.received.total", 5) }},
	4: {"remedies-total", func(s *specimen.Specimen) { more(s, "remedies.direct_suit.total", 2) }},
	6: {"outcomes-total", func(s *specimen.Specimen) { more(s, "requests.outcomes_total.other", 4) }},
	8: {"remedies-total", func(s *specimen.Specimen) { more(s, "remedies.reconsideration.upheld", 1) }},
	10: {"text-received", func(s *specimen.Specimen) {
		n := s.Int("requests.received.total")
		say(fmt.Sprintf("申请%d件，上年", n), fmt.Sprintf("申请%d件，上年", n+7))(s)
	}},
	12: {"text-carried-in", func(s *specimen.Specimen) {
		n := s.Int("requests.carried_in.total")
		say(fmt.Sprintf("上年结转%d件", n), fmt.Sprintf("上年结转%d件", n+2))(s)
	}},
	14: {"carry-over-continuity", func(s *specimen.Specimen) {
		for _, k := range []string{"requests.carried_in", "requests.carried_out"} {
			more(s, k+".natural_person", 2)
			more(s, k+".total", 2)
		}
		n := s.Int("requests.carried_in.total")
		m := s.Int("requests.carried_out.total")
		say(fmt.Sprintf("上年结转%d件", n), fmt.Sprintf("上年结转%d件", n+2))(s)
		say(fmt.Sprintf("结转下年度继续办理%d件", m), fmt.Sprintf("结转下年度继续办理%d件", m+2))(s)
	}},
	16: {"missing-section", func(s *specimen.Specimen) { s.Sections[5] = specimen.Section{} }},
	18: {"title-mismatch", func(s *specimen.Specimen) { s.Title = strings.Replace(s.Title, "2024", "2023", 1) }},
	20: {"text-litigation", func(s *specimen.Specimen) {
		n := s.Int("remedies.direct_suit.total")
		say(fmt.Sprintf("行政诉讼%d件", n), fmt.Sprintf("行政诉讼%d件", n+1))(s)
	}},
	22: {"applicant-total", func(s *specimen.Specimen) { more(s, "requests.denied.case_file.total", 1) }},
	24: {"overview-items", func(s *specimen.Specimen) { say("政府信息管理", "其他工作")(s) }},
	26: {"doubled-word", func(s *specimen.Specimen) { say("改进的办法：", "改进的的办法：")(s) }},
	28: {"government-appraisal", say("开展工作考核和社会评议，没有发生责任追究的情形", "各项工作照常")},
}

// mended are the units whose fault is gone in the second round, worsened those
// with another one.
var (
	mended   = []int{0, 4, 8, 10, 16, 24}
	worsened = map[int]fault{30: {"remedies-total", func(s *specimen.Specimen) { more(s, "remedies.reconsideration.total", 9) }}}
)

// hand writes the drafts of a round; kinds change from unit to unit.
func (o *office) hand(round int) {
	kinds := []specimen.Kind{
		specimen.DOCX, specimen.Flat, specimen.XLSX, specimen.HTML, specimen.PDF, specimen.Tab, specimen.MHT, specimen.CSV, specimen.Lines, specimen.Markdown, specimen.Pipe,
	}
	for i, u := range o.units {
		last, draft := o.reports(i)
		k := kinds[i%len(kinds)]
		if f, ok := faults[i]; ok && (round == 1 || !slices.Contains(mended, i)) {
			f.plant(draft)
		}
		if f, ok := worsened[i]; ok && round == 2 {
			f.plant(draft)
		}
		if round == 1 {
			o.write(filepath.Join(o.last, fmt.Sprintf("%s2023年年报%s", u, specimen.DOCX.Ext())), last.MustWrite(specimen.DOCX))
		}
		name := filepath.Join(o.drafts, fmt.Sprintf("%02d", i+1)+strings.TrimPrefix(u, "青禾县")+"（送审稿）"+k.Ext())
		switch {
		case i == 36 || i == 37 && round == 1: // 36 never hands in, 37 late
		case i == 38 && round == 1:
			o.write(filepath.Join(o.drafts, "机关事务服务中心.jpg"), []byte("\xff\xd8\xff scan"))
		default:
			o.write(name, draft.MustWrite(k))
		}
	}
	o.write(filepath.Join(o.drafts, "关于报送年报的通知.txt"), []byte("各单位：请于1月15日前报送年报初稿。\n联系人：办公室。\n"))
}

func (o *office) round() (opinion.Overview, map[string]*opinion.Sheet) {
	o.t.Helper()
	d, _, err := Read(context.Background(), Request{Dir: o.drafts, Previous: o.last, Roster: o.roster, Out: o.out})
	if err != nil {
		o.t.Fatal(err)
	}
	v, err := opinion.Write(o.out, d.Folder)
	if err != nil {
		o.t.Fatal(err)
	}
	sheets := map[string]*opinion.Sheet{}
	for _, s := range v.Sheets {
		sheets[s.Unit.Name] = s
	}
	return v, sheets
}

func TestTheOfficesDayInTwoRounds(t *testing.T) {
	o := newOffice(t)
	o.hand(1)
	v, sheets := o.round()
	if v.Round != 1 || v.Year != 2024 || v.Count(opinion.Received) != 37 || v.Count(opinion.Missing) != 2 || v.Count(opinion.Unreadable) != 1 || len(v.Strays) != 1 {
		t.Errorf("round %d of %d: %s", v.Round, v.Year, v.Summary())
	}
	planted := 0
	for i, u := range o.units {
		s := sheets[u]
		f, bad := faults[i]
		switch {
		case s.Entry == nil:
		case bad && !s.Asks(f.rule):
			t.Errorf("%s (%s): %s is not on the sheet: %s", u, s.File, f.rule, asked(s))
		case bad:
			planted++
		case s.Count(opinion.ToCheck)+s.Count(opinion.ToNote) > 0:
			t.Errorf("%s (%s): nothing was planted, yet: %s", u, s.File, asked(s))
		}
		if s.Entry != nil && s.Previous == "" {
			t.Errorf("%s: last year's report was not found", u)
		}
		if s.Marked(opinion.New, opinion.NotCorrected, opinion.Corrected) > 0 {
			t.Errorf("%s: a first round has no marks", u)
		}
	}
	if planted != len(faults) {
		t.Errorf("%d of %d faults found", planted, len(faults))
	}
	if again, _ := o.round(); again.Round != 1 {
		t.Errorf("the same drafts once more are round %d", again.Round)
	}

	if err := os.RemoveAll(o.drafts); err != nil {
		t.Fatal(err)
	}
	o.hand(2)
	v, sheets = o.round()
	if v.Round != 2 || v.Count(opinion.Received) != 39 || v.Count(opinion.Missing) != 1 {
		t.Errorf("round %d: %s", v.Round, v.Summary())
	}
	for i, u := range o.units {
		s := sheets[u]
		f, bad := faults[i]
		g, worse := worsened[i]
		switch {
		case s.Entry == nil:
		case bad && slices.Contains(mended, i):
			if s.Marked(opinion.Corrected) == 0 || s.Marked(opinion.NotCorrected, opinion.Changed, opinion.New, opinion.NotTold) > 0 {
				t.Errorf("%s: %s was mended: %s", u, f.rule, asked(s))
			}
		case bad:
			if s.Marked(opinion.NotCorrected) == 0 || s.Marked(opinion.Corrected, opinion.New, opinion.NotTold) > 0 {
				t.Errorf("%s: %s was not mended: %s", u, f.rule, asked(s))
			}
		case worse:
			if s.Marked(opinion.New) == 0 || !s.Asks(g.rule) {
				t.Errorf("%s: %s is new: %s", u, g.rule, asked(s))
			}
		case s.Count(opinion.ToCheck)+s.Count(opinion.ToNote) > 0:
			t.Errorf("%s: nothing was planted, yet: %s", u, asked(s))
		}
	}
	for _, name := range []string{"第1轮/总览.xlsx", "第1轮/总览.html", "第2轮/总览.xlsx", "第2轮/修改意见表/001-青禾县发展和改革局.docx", "第2轮/修改意见表/001-青禾县发展和改革局.xlsx", "rounds.json"} {
		if st, err := os.Stat(filepath.Join(o.out, name)); err != nil || st.Size() == 0 {
			t.Errorf("%s was not written", name)
		}
	}
}

func asked(s *opinion.Sheet) string {
	var out []string
	for _, l := range s.Lines {
		if l.Group != opinion.Undecided {
			out = append(out, l.Rule()+" "+l.Mark+" "+l.Ask)
		}
	}
	return strings.Join(out, " | ")
}
