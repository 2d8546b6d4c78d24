package specimen

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// An Oddity is something true and harmless that real reports have and a plain
// specimen has not. Add puts it into a report that is to be written as that
// kind of file; it says whether it did.
type Oddity struct {
	Name string
	Add  func(*rand.Rand, *Specimen, Kind) bool
}

// Oddities are all of them. They may be put together.
var Oddities = slices.Concat(oddSentences(), oddLayouts(), oddCells(), oddFiles())

// Set changes a figure and prints it.
func (s *Specimen) Set(key form.Key, n int64) {
	if s.Form.Index(key) < 0 {
		return
	}
	s.Cells[key] = report.Int(n)
	delete(s.States, key)
	s.Print(key, strconv.FormatInt(n, 10))
}

// Place is the agency's name without what it is: 云岭县.
func (s *Specimen) Place() string {
	for _, end := range []string{"县", "区", "市"} {
		if i := strings.Index(s.Agency, end); i > 0 {
			return strings.TrimPrefix(s.Agency[:i+len(end)], "国家税务总局")
		}
	}
	return s.Agency
}

// elsewhere is another place than the agency's.
func (s *Specimen) elsewhere(r *rand.Rand) string {
	for {
		if p := pick(r, "白石", "临湖", "南屏", "东坪", "石泉", "柳河") + pick(r, "县", "区"); !strings.Contains(s.Agency, p[:6]) {
			return p
		}
	}
}

// say adds an oddity that is a sentence: it stands at the end of a paragraph of
// that section or is a paragraph of its own.
func say(name string, section int, sentence func(*rand.Rand, *Specimen) string) Oddity {
	return Oddity{name, func(r *rand.Rand, s *Specimen, _ Kind) bool {
		text := sentence(r, s)
		if text == "" {
			return false
		}
		ps := &s.Sections[section-1].Paras
		if len(*ps) > 0 && r.IntN(2) == 0 && section != 3 {
			(*ps)[len(*ps)-1] += text
		} else {
			*ps = append(*ps, text)
		}
		return true
	}}
}

func always(pattern string) func(*rand.Rand, *Specimen) string {
	return func(r *rand.Rand, s *Specimen) string {
		return strings.NewReplacer(
			"{y}", strconv.Itoa(s.Year), "{l}", strconv.Itoa(s.Year-1), "{x}", strconv.Itoa(s.Year+1),
			"{n}", strconv.Itoa(2+r.IntN(60)), "{m}", strconv.Itoa(200+r.IntN(3000)), "{place}", s.Place(),
			"{else}", s.elsewhere(r), "{other}", s.elsewhere(r),
		).Replace(pattern)
	}
}

func oddSentences() []Oddity {
	total := func(s *Specimen, row string) int64 { return s.Int("requests." + row + ".total") }
	return []Oddity{
		say("sub-unit count", 1, always("城关所全年收到政府信息公开申请{n}件，新桥所收到{n}件，均由各所自行登记答复。")),
		say("sub-units by kind", 1, always("各站、所共受理群众咨询{n}件次，办结{n}件。")),
		say("last year's count", 1, always("{l}年收到政府信息公开申请{n}件，其中网络申请{n}件。")),
		say("normative-looking papers", 1, always("全年印发红头文件{n}个，其中主动公开{n}个。")),
		say("look-back", 5, always("对于{l}年年度报告中提出的公开不够及时的问题，已在年内整改到位。")),
		say("open list", 1, always("全年公开各类信息{m}条，其中网站120条、新媒体30条等。")),
		say("about", 1, always("全年发布信息约{m}条，访问量{n}余万人次。")),
		say("approximation", 1, always("平均每月答复群众来电近{n}件，满意率超过98%。")),
		say("cooperation", 1, always("与{else}、{other}的同行开展交流学习，互通做法。")),
		say("superiors", 1, always("按照省、市关于政务公开工作要点的部署和{place}人民政府办公室的要求，逐项落实。")),
		say("plan", 5, always("{x}年，计划公开信息{m}条，举办培训{n}期。")),
		say("reconsideration of others", 1, always("全年代理行政应诉案件{n}件，参与办理其他行政复议案件{n}件。")),
		say("channel", 1, always("通过信函方式提出的申请占少数，多数经网上平台提交。")),
		say("citations", 6, always("收费依照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）执行，{y}年没有发生收费。")),
		say("regulation", 1, always("认真贯彻2019年修订的《中华人民共和国政府信息公开条例》（国务院令第711号）。")),
		say("training", 1, always("召开专题会议{n}次，组织培训3期，参训{m}人次。")),
		say("words twice", 1, always("工作中常常自查，层层把关，一一核对，逐条逐条过筛。")),
		say("five-year plan", 1, always("围绕“十四五”规划，公开重大项目{n}个，总投资3.5亿元。")),
		say("january meeting", 6, always("{x}年1月上旬召开会议审议本报告。")),
		say("hotline", 1, always("12345热线转办诉求{m}件，按期办结率100%。")),
		say("proposals", 1, always("办理人大代表建议{n}件、政协提案{n}件，均已答复。")),
		say("permits shown", 1, always("在网站公示行政许可和行政处罚信息{m}条。")),
		say("views", 1, always("政务新媒体阅读量{n}.6万次，同比增长{n}.5%。")),
		say("shares", 1, always("其中政策解读占比62.5%，图解占比37.5%。")),
		say("rated", 1, always("在年度政务公开考核中被评为优秀等次，社会评议反映良好。")),
		say("note under the table", 3, always("注：以上数据统计截至{y}年12月31日。")),
		say("appeals abroad", 4, always("本年度无因政府信息公开工作被纠错的情形。")),
		say("quarter", 1, always("第四季度起，每月抽查栏目{n}个，发现的问题当月改正。")),
		{"abbreviation", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Preamble[0] = strings.Replace(s.Preamble[0], "本报告", s.Agency+"（以下简称“本机关”）年度报告", 1)
			return true
		}},
		{"compiled by its office", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Preamble[0] = strings.Replace(s.Preamble[0], "本报告依照", "本报告由"+s.Agency+"办公室依照", 1)
			return true
		}},
		{"telephone", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			s.Preamble[0] += fmt.Sprintf("联系地址：%s中山路%d号，邮政编码：463%03d，电话：0396-%07d，传真：0396-%07d。", s.Place(), 1+r.IntN(300), r.IntN(1000), 2000000+r.IntN(900000), 2000000+r.IntN(900000))
			return true
		}},
		{"applicants", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			all, person := total(s, "received"), s.Int("requests.received.natural_person")
			if all == 0 || len(s.Sections[0].Paras) < 3 {
				return false
			}
			s.Sections[0].Paras[2] += fmt.Sprintf("新收申请中，自然人申请%d件，法人或其他组织申请%d件。", person, all-person)
			return true
		}},
		{"outcomes", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			if total(s, "outcomes_total") == 0 || len(s.Sections[0].Paras) < 3 {
				return false
			}
			s.Sections[0].Paras[2] += fmt.Sprintf("办理结果中，予以公开%d件，部分公开%d件。", total(s, "granted"), total(s, "partial"))
			return true
		}},
		{"no fee", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			s.Sections[5].Paras[0] = fmt.Sprintf("%d年，%s", s.Year, pick(r, "本机关未收取信息处理费。", "没有收取政府信息公开信息处理费。", "未产生信息处理费。", "依申请公开收取信息处理费0元。", "本单位依申请提供政府信息未收费。"))
			return true
		}},
		{"growth", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			a := int64(200 + r.IntN(400))
			b := a + int64(1+r.IntN(200))
			s.Sections[0].Paras = append(s.Sections[0].Paras, fmt.Sprintf("全年主动公开信息%d条，比上年的%d条增长%.1f%%。", b, a, float64(b-a)*100/float64(a)))
			return true
		}},
		{"parts that add up", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			a, b := 1+r.IntN(400), 1+r.IntN(200)
			s.Sections[0].Paras = append(s.Sections[0].Paras, fmt.Sprintf("全年公开信息%d条，其中门户网站%d条，政务新媒体%d条。", a+b, a, b))
			return true
		}},
	}
}

func oddLayouts() []Oddity {
	return []Oddity{
		{"sub-headings", func(r *rand.Rand, s *Specimen, k Kind) bool {
			s.SubHeadings()
			s.Level, s.SubLevel = 2+r.IntN(3), []int{0, 2, 3, 4, 5}[r.IntN(5)]
			return true
		}},
		{"preface lists the parts", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Preamble = append(s.Preamble, "全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分。")
			return true
		}},
		{"long heading four", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Sections[3].Heading = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
			return true
		}},
		{"long heading five", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			s.Sections[4].Heading = pick(r, "五、政府信息公开工作存在的主要问题及改进情况", "五、存在问题及改进情况", "五、存在问题及整改措施")
			return true
		}},
		{"arabic numbers", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			for i := range s.Sections {
				_, words, _ := strings.Cut(s.Sections[i].Heading, "、")
				s.Sections[i].Heading = strconv.Itoa(i+1) + "、" + words
			}
			return true
		}},
		{"title over lines", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			if !strings.HasPrefix(s.Title, s.Agency) {
				return false
			}
			s.Preamble = slices.Insert(s.Preamble, 0, strings.TrimPrefix(s.Title, s.Agency))
			s.Title = s.Agency
			return true
		}},
		{"page numbers", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			for i := range s.Sections {
				if ps := &s.Sections[i].Paras; r.IntN(2) == 0 && len(*ps) > 0 {
					*ps = append(*ps, fmt.Sprintf("— %d —", i+1))
				}
			}
			return true
		}},
		{"trail", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Front = append(s.Front, Extra{Text: "您当前的位置：首页 > 政务公开 > 法定主动公开内容 > 政府信息公开年报"})
			return true
		}},
		{"published", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			s.Front = append(s.Front, Extra{Text: fmt.Sprintf("发布时间：%d-01-%02d 16:05　来源：%s　浏览次数：%d", s.Year+1, 22+r.IntN(8), s.Agency, r.IntN(900))})
			return true
		}},
		{"published by its office", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			s.Front = append(s.Front, Extra{Text: fmt.Sprintf("发布机构：%s人民政府办公室　发文日期：%d-01-%02d", s.Place(), s.Year+1, 22+r.IntN(8))})
			return true
		}},
		{"footer", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Back = append(s.Back, Extra{Text: "主办：" + s.Place() + "人民政府办公室　承办：数据中心　网站标识码：0917000002"}, Extra{Text: "关闭窗口　打印本页"})
			return true
		}},
		{"attachments", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			s.Back = append(s.Back, Extra{Text: "附件：1.政府信息公开情况统计表.xlsx"})
			return true
		}},
		{"no signature", func(_ *rand.Rand, s *Specimen, _ Kind) bool { s.SignedBy = ""; return true }},
		{"table of contents", func(_ *rand.Rand, s *Specimen, k Kind) bool {
			if k != DOCX && k != PDF {
				return false
			}
			s.Front = append(s.Front, Extra{Text: "目录"})
			for i, sec := range s.Sections {
				s.Front = append(s.Front, Extra{Text: fmt.Sprintf("%s……%d", sec.Heading, i+1)})
			}
			return true
		}},
		{"table per unit", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			t := PlainTable([]string{"单位", "新收申请", "办结", "结转"}, []string{"城关所", "12", "11", "1"}, []string{"新桥所", "7", "5", "2"}, []string{"合计", "19", "16", "3"})
			s.Sections[2].After = append(s.Sections[2].After, Extra{Text: "所属单位自行办理的情况："}, Extra{Table: t, Like: form.Two})
			return true
		}},
		{"table of years", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			t := PlainTable([]string{"年度", "公开信息数", "培训期数"}, []string{strconv.Itoa(s.Year - 1), "310", "2"}, []string{strconv.Itoa(s.Year), "415", "3"})
			s.Sections[1].Before = append(s.Sections[1].Before, Extra{Text: "近两年情况："}, Extra{Table: t, Like: form.Two})
			return true
		}},
		{"table of channels", func(_ *rand.Rand, s *Specimen, _ Kind) bool {
			t := PlainTable([]string{"渠道", "条数"}, []string{"网站", "512"}, []string{"新媒体", "230"}, []string{"总计", "742"})
			s.Sections[0].After = append(s.Sections[0].After, Extra{Table: t, Like: form.Two})
			return true
		}},
		{"table four in three", func(_ *rand.Rand, s *Specimen, k Kind) bool {
			if len(s.Table(form.Four).Rows) == 0 {
				return false
			}
			s.ThreeSmallTables()
			return true
		}},
	}
}

// SubHeadings gives the sub-headings of section one and five lines of their
// own.
func (s *Specimen) SubHeadings() {
	var ps []string
	for _, p := range s.Sections[0].Paras {
		if head, rest, ok := strings.Cut(p, "。"); ok && strings.HasPrefix(p, "（") && rest != "" {
			ps = append(ps, head, rest)
		} else {
			ps = append(ps, p)
		}
	}
	s.Sections[0].Paras = ps
	five := s.Sections[4].Paras
	if len(five) == 2 {
		s.Sections[4].Paras = []string{"（一）存在的主要问题", five[0], "（二）改进情况", five[1]}
	}
}

// oddCells print the same figures in other ways.
func oddCells() []Oddity {
	cells := func(r *rand.Rand, s *Specimen, n int, zero bool, print func(string) string) bool {
		done := false
		for _, i := range r.Perm(len(s.Form.Defs)) {
			d := s.Form.Defs[i]
			if n == 0 || d.Amount || s.States[d.Key] != 0 || s.Cells[d.Key].IsZero() != zero || s.Cells[d.Key].String() != s.Printed(d.Key) {
				continue
			}
			s.Print(d.Key, print(s.Printed(d.Key)))
			n, done = n-1, true
		}
		return done
	}
	look := func(name string, look Look, print func(r *rand.Rand, w *Way, n string) string) Oddity {
		return Oddity{name, func(r *rand.Rand, s *Specimen, k Kind) bool {
			var ways []*Way
			for _, w := range Ways {
				if w.Look == look && w.Plain == "" && w.Carries(k) {
					ways = append(ways, w)
				}
			}
			if len(ways) == 0 {
				return false
			}
			w := ways[r.IntN(len(ways))]
			return cells(r, s, 4, false, func(n string) string { return print(r, w, n) })
		}}
	}
	return []Oddity{
		look("note marks", Raised, func(r *rand.Rand, w *Way, n string) string { return n + w.Of(strconv.Itoa(1+r.IntN(4))) }),
		look("struck corrections", Struck, func(r *rand.Rand, w *Way, n string) string { return w.Of(strconv.Itoa(r.IntN(90))) + n }),
		look("hidden keys", Hidden, func(r *rand.Rand, w *Way, n string) string { return w.Of("000") + n }),
		{"words for none", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			return cells(r, s, 3, true, func(string) string { return pick(r, "无", "无数据", "不涉及", "/", "—") })
		}},
		{"units in cells", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			return cells(r, s, 5, false, func(n string) string { return n + pick(r, "件", "（件）", " 件") })
		}},
		{"full-width digits", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			return cells(r, s, 5, false, func(n string) string {
				return strings.Map(func(c rune) rune {
					if c >= '0' && c <= '9' {
						return c - '0' + '０'
					}
					return c
				}, n)
			})
		}},
		{"spaces in cells", func(r *rand.Rand, s *Specimen, _ Kind) bool {
			return cells(r, s, 9, false, func(n string) string { return "\u3000" + n + "\u00a0" })
		}},
	}
}

// oddFiles are oddities of pages and other files, not of the report.
func oddFiles() []Oddity {
	return []Oddity{
		{"panes", func(r *rand.Rand, s *Specimen, k Kind) bool {
			if k.Ext() != ".html" && k != MHT {
				return false
			}
			pane := pick(r, "<details><summary>展开</summary>…</details>", `<div class="tab" style="display:none">…</div>`)
			for i := 1 + r.IntN(5); i < 6; i++ {
				s.Sections[i].Pane = pane
			}
			return true
		}},
		{"hidden copy", func(r *rand.Rand, s *Specimen, k Kind) bool {
			w := WayNamed("display-none")
			if k != HTML && k != CMS && k != MHT && k != DOCX && k != XLSX || len(s.Table(form.Three).Rows) == 0 {
				return false
			}
			c := s.Table(form.Three).Clone()
			for i := range c.Rows {
				for j := range c.Rows[i] {
					if c.Rows[i][j].Key != "" {
						c.Rows[i][j].Text = strconv.Itoa(r.IntN(50))
					}
				}
			}
			s.Sections[2].Before = append(s.Sections[2].Before, Extra{Table: c, Like: form.Three, Veil: w})
			return true
		}},
		{"hidden sentence", func(r *rand.Rand, s *Specimen, k Kind) bool {
			w := WayNamed("display-none")
			if !w.Carries(k) || k == XLSX {
				return false
			}
			s.Sections[0].Paras = append(s.Sections[0].Paras, w.Of(fmt.Sprintf("%d年，本机关收到政府信息公开申请%d件。", s.Year, 900+r.IntN(90))))
			return true
		}},
		{"traditional", func(_ *rand.Rand, s *Specimen, _ Kind) bool { s.Change(Traditional); return true }},
	}
}
