// Package example makes the files of an archive that shows what a site is: an
// invented county, its departments and townships, five years, every kind of file
// that is read, and some faults planted for the checks to find. Nothing comes in, the
// same files come out each time. No name, number or sentence is real, and each report
// and the head of each page says so.
package example

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"ogi/generator/config"
	"ogi/generator/disk"
	"ogi/generator/form"
	"ogi/generator/internal/specimen"
	"ogi/generator/ledger"
)

// Title is the name of the archive, at the head of every page.
const Title = "虚构县政府信息公开年报（虚构示例）"

const (
	first, last = 2021, 2025
	code        = "990101"
	county      = "虚构县"
)

// Site are lines of site.toml besides the title.
func Site() map[string]string {
	return map[string]string{
		"description":         `"虚构示例：地名、机关、数字和文字都由程序编成，用来看看网站是什么样子。"`,
		"contact":             `"mailto:nobody@example.org?subject={rule}&body={report}"`,
		"badges":              `"families"`,
		"licence.data":        `"CC0 1.0"`,
		"licence.originals":   `"虚构示例，无须署名"`,
		"deadlines.townships": `{ "990101" = "01-31" }`,
	}
}

// kinds are those in which the reports come, in turn.
var kinds = []specimen.Kind{specimen.HTML, specimen.DOCX, specimen.PDF, specimen.CMS, specimen.XLSX, specimen.Tab, specimen.MHT, specimen.Markdown, specimen.CSV}

// A unit is one body of the county; topic is what its prose speaks of.
type unit struct{ slug, name, kind, topic string }

var units = append(departments(), townships()...)

func departments() []unit {
	us := []unit{{"xugou-gov", county + "人民政府", "government", "全县"}}
	for _, d := range [][3]string{
		{"fgj", "发展和改革局", "项目审批和价格"},
		{"jyj", "教育局", "招生和学区"},
		{"kjj", "科学技术局", "科技项目"},
		{"gxj", "工业和信息化局", "企业帮扶"},
		{"gaj", "公安局", "户籍和出入境"},
		{"mzj", "民政局", "低保和养老"},
		{"sfj", "司法局", "法律援助和公证"},
		{"czj", "财政局", "预算决算"},
		{"rsj", "人力资源和社会保障局", "就业和社保"},
		{"zrzyj", "自然资源和规划局", "征地和规划"},
		{"sthjj", "生态环境局", "环评和监测"},
		{"zjj", "住房和城乡建设局", "保障房和物业"},
		{"jtj", "交通运输局", "道路和客运"},
		{"slj", "水利局", "河道和灌区"},
		{"nyncj", "农业农村局", "补贴和宅基地"},
		{"swj", "商务局", "市场保供"},
		{"wlj", "文化和旅游局", "场馆和文物"},
		{"wjw", "卫生健康委员会", "疫苗和医院"},
		{"tyjrj", "退役军人事务局", "优待和安置"},
		{"yjj", "应急管理局", "隐患和救灾"},
		{"sjj", "审计局", "审计结果"},
		{"scjgj", "市场监督管理局", "抽检和许可"},
		{"tjj", "统计局", "统计公报"},
		{"ybj", "医疗保障局", "药品目录和报销"},
		{"xfj", "信访局", "来访和答复"},
		{"lyj", "林业局", "林权和防火"},
		{"zfj", "综合行政执法局", "处罚和市容"},
		{"xzspj", "行政审批局", "许可和时限"},
		{"gsj", "工商行政管理局", "登记和年检"},
	} {
		us = append(us, unit{"xugou-" + d[0], county + d[1], "department", d[2]})
	}
	return us
}

// townships bear words for what is not there: no place is called so.
func townships() []unit {
	var us []unit
	for _, d := range [][3]string{
		{"zixu-zhen", "子虚镇", "township"},
		{"wuyou-zhen", "乌有镇", "township"},
		{"wucidi-xiang", "无此地乡", "township"},
		{"jiaxiang-xiang", "假想乡", "township"},
		{"nizao-zhen", "拟造镇", "township"},
		{"kongxu-xiang", "空许乡", "township"},
		{"bucun-zhen", "不存镇", "township"},
		{"yangli-jiedao", "样例街道", "subdistrict"},
		{"shili-jiedao", "示例街道", "subdistrict"},
		{"yanshi-jiedao", "演示街道", "subdistrict"},
	} {
		name := county + d[1] + "人民政府"
		if d[2] == "subdistrict" {
			name = county + d[1] + "办事处"
		}
		us = append(us, unit{"xugou-" + d[0], name, d[2], "村务和补贴"})
	}
	return us
}

// A maker gathers the files.
type maker struct {
	out  []disk.File
	held []ledger.Line
}

func (m *maker) file(path string, b []byte) {
	m.out = append(m.out, disk.File{Path: "content/" + county + "/" + path, Bytes: b})
}

// hold files bytes that are held, and gives their sum.
func (m *maker) hold(path, address string, b []byte) string {
	m.file(path, b)
	s := sha256.Sum256(b)
	sum := hex.EncodeToString(s[:])
	m.held = append(m.held, ledger.Line{Path: "content/" + county + "/" + path, SHA256: sum, Address: address})
	return sum
}

// Files are those of content/, and the list of them.
func Files() ([]disk.File, error) {
	m := &maker{}
	for i, u := range units {
		m.file(u.slug+"/agency.toml", []byte(u.toml()))
		var before *specimen.Specimen
		for year := first; year <= last; year++ {
			if u.slug == old && year >= merged {
				break // its duties went to another
			}
			s, err := m.report(i, u, year, before)
			if err != nil {
				return nil, err
			}
			before = s
		}
	}
	m.out = append(m.out,
		disk.File{Path: "content/pages/about.md", Bytes: []byte(aboutZH)}, disk.File{Path: "content/pages/about.en.md", Bytes: []byte(aboutEN)})
	return append(m.out, disk.File{Path: ledger.Path, Bytes: ledger.Text(m.held)}), nil
}

const (
	aboutZH = "# 关于这个虚构示例\n\n虚构县、它的机关和乡镇、报告里的数字和文字，都由 ogi 的程序编成，用来看看一个网站做成后是什么样子。没有一处是真的，报告里的差错是故意放进去的。\n\n" +
		"做自己的档案：`ogi new archive 文件夹`，再用 `ogi add` 收入报告。\n"
	aboutEN = "# About this invented example\n\nThe county, its agencies and townships, the figures and sentences of the reports are made up by ogi, to show what a finished site is like. Nothing in it is real, and the faults in the reports were planted.\n\n" +
		"To make your own archive: `ogi new archive FOLDER`, then `ogi add` takes in reports.\n"
)

// The reform of the county: what one body did another does from this year on.
const (
	old, heir = "xugou-gsj", "xugou-scjgj"
	merged    = 2024
)

func (u unit) toml() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# 虚构示例\nname = %s\nregion = %q\n", config.Quote(u.name), code)
	switch u.slug {
	case heir:
		fmt.Fprintf(&b, "\n[[predecessors]]\nagency = %q\nyear = %d\npart = \"part\"\n", old, merged)
	case "xugou-zfj":
		fmt.Fprintf(&b, "\n[[names]]\nname = %q\nto = 2022\n", county+"城市管理局")
	}
	return b.String()
}

// report makes one report with what is planted in it.
func (m *maker) report(i int, u unit, year int, before *specimen.Specimen) (*specimen.Specimen, error) {
	n := i*10 + year - first
	o := specimen.Options{Year: year, Agency: u.name, Kind: u.kind, Previous: before, Max: 18, Zero: 0.6, Form: form.F2021}
	switch u.kind {
	case "government":
		o.Max, o.Zero = 160, 0.15
	case "township", "subdistrict":
		o.Max, o.Zero = 4, 0.85
	}
	if u.slug == "xugou-zfj" && year <= 2022 {
		o.Agency = county + "城市管理局"
	}
	id := fmt.Sprintf("%s/%d", u.slug, year)
	if id == "xugou-slj/2023" {
		o.Previous = nil // what was left over of last year is forgotten
	}
	s := specimen.Random(uint64(n)+7, o)
	number := n
	if id == "xugou-lyj/2024" {
		number-- // last year's prose again
	}
	story{s}.tell(u, year, number)
	story{s}.settle(u, year)
	plant(id, s)
	return s, m.write(u, s, kinds[n%len(kinds)], id)
}

// plant puts a fault into a report, which the checks are to find.
func plant(id string, s *specimen.Specimen) {
	more := func(key form.Key, by int64) { s.Print(key, fmt.Sprint(s.Int(key)+by)) }
	switch id {
	case "xugou-jyj/2025", "xugou-nyncj/2022": // a total that is not the sum
		more("requests.outcomes_total.total", 3)
	case "xugou-swj/2024": // a row whose applicants do not add up
		more("requests.received.total", 1)
	case "xugou-czj/2025": // the prose tells another number than the table
		s.Sections[0].Paras[2] = strings.Replace(s.Sections[0].Paras[2], "新收政府信息公开申请", "新收政府信息公开申请1", 1) // 1 before the digits
	case "xugou-wlj/2023": // remedies that do not add up
		more("remedies.reconsideration.total", 2)
	case "xugou-xfj/2022", "xugou-kongxu-xiang/2024": // cells left blank
		s.Print("requests.carried_in.total", "")
		s.Print("requests.denied.state_secret.total", "")
	case "xugou-sthjj/2024": // a dash for zero
		for _, col := range form.Columns {
			s.Print("requests.unprocessed.other."+form.Key(col), "—")
		}
	case "xugou-nizao-zhen/2025": // a cell that nobody can read
		s.Print("requests.received.natural_person", "若干")
	case "xugou-tjj/2023": // no problems told
		s.Sections[4].Paras = []string{"无。"}
	}
}

// write files a report and what is told of it.
func (m *maker) write(u unit, s *specimen.Specimen, k specimen.Kind, id string) error {
	address := fmt.Sprintf("agencies/%s/%d/", u.slug, s.Year)
	facts := fmt.Sprintf("%s/%d.toml", u.slug, s.Year)
	source := fmt.Sprintf("https://example.org/%s/%d%s", u.slug, s.Year, k.Ext())
	day := 5 + (s.Year*7+len(u.name))%24
	s.Signed = fmt.Sprintf("%d年1月%d日", s.Year+1, day)
	if u.kind == "government" {
		s.Signed = fmt.Sprintf("%d年3月%d日", s.Year+1, day)
	}
	published := fmt.Sprintf("%d-01-%02d", s.Year+1, day)
	switch {
	case u.kind == "government":
		published = fmt.Sprintf("%d-03-%02d", s.Year+1, day)
	case id == "xugou-gxj/2024", id == "xugou-wuyou-zhen/2023": // late
		published = fmt.Sprintf("%d-02-%02d", s.Year+1, day)
	}
	if id == "xugou-wjw/2022" {
		m.file(facts, fmt.Appendf(nil, "# 虚构示例\nsource = %q\nwithdrawn = \"虚构示例：误含个人信息，应发布机关要求撤下，2023-04-11\"\n", source))
		return nil
	}
	b, err := s.Write(k)
	if err != nil {
		return fmt.Errorf("%s: %w", id, err)
	}
	sum := m.hold(fmt.Sprintf("%s/%d%s", u.slug, s.Year, k.Ext()), address, b)
	toml := fmt.Sprintf("# 虚构示例\nsource = %q\npublished = %q\ncaptured = \"2026-03-31\"\nsha256 = %q\n", source, published, sum)
	if u.kind == "government" {
		toml += "scope = \"own\"\n"
	}
	if id == "xugou-rsj/2024" { // corrected a month later
		s.Sections[5].Paras = append(s.Sections[5].Paras, "本报告于次年二月更正过一处文字。")
		b, err := s.Write(specimen.HTML)
		if err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
		m.hold(fmt.Sprintf("%s/%d/corrected-1.html", u.slug, s.Year), address, b)
		toml += fmt.Sprintf("\n[[file]]\npath = \"%d/corrected-1.html\"\nrole = \"corrected\"\npublished = \"%d-02-20\"\n", s.Year, s.Year+1)
	}
	m.file(facts, []byte(toml))
	return nil
}
