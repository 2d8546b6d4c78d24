package config

import (
	"reflect"
	"strings"

	"ogi/generator/tongue"
)

// A Kind is one of the archive's own TOML files.
type Kind struct {
	Name  string // site, agency, year, notes, cells
	File  string // as it lies in an archive
	Words tongue.Text
	of    any
}

// Kinds are all of them.
var Kinds = []Kind{
	{"site", "site.toml", tongue.Of("整个档案的设置", "settings of the whole archive"), Site{}},
	{"agency", "agency.toml", tongue.Of("一个机关，放在它的文件夹里；有它的文件夹才是机关", "an agency, in its folder, which it makes one"), Agency{}},
	{"year", "<year>.toml", tongue.Of("一份报告的来历，放在报告旁边；可以没有", "where a report comes from, beside it; may be absent"), Year{}},
	{"notes", "<year>.notes.toml", tongue.Of("对核对结果的说明，经过复核", "reviewed replies to findings"), Notes{}},
	{"cells", "<year>.cells.toml", tongue.Of("人工读出的单元格，由 ogi transcribe 写", "cells that people read; ogi transcribe writes it"), Cells{}},
}

// A Key is one key of such a file: what it is for, and what may be written.
type Key struct {
	Path    string // licence.data, file[].role, deadlines.townships.*
	Name    string // its last part
	Depth   int    // how many tables it lies in
	Type    string // text, number, list, table, tables, map
	Need    bool
	Default string   // as it would be written; "" where there is none
	Example string   // as it would be written
	One     []string // the closed list, nil for any
	Form    string   // what the text must be, beyond a closed list: date, region, …
	Words   tongue.Text
}

// Keys lists the keys of a file in the order of its struct, a table before what is
// in it. The structs say what there is and words what it is for, so a key without
// words is found by a test.
func (k Kind) Keys() []Key { return keysOf(k.Name, "", 0, reflect.TypeOf(k.of)) }

func keysOf(file, above string, depth int, t reflect.Type) []Key {
	var ks []Key
	for f := range t.Fields() {
		name := f.Tag.Get("toml")
		if name == "-" {
			continue
		}
		k := Key{Path: above + name, Name: name, Depth: depth, Need: f.Tag.Get("need") != ""}
		w := words[file+"."+k.Path]
		k.Default, k.Example, k.Words = w.def, w.example, w.text
		is := f.Tag.Get("is")
		var in reflect.Type
		switch f.Type.Kind() {
		case reflect.String:
			k.Type = "text"
		case reflect.Int:
			k.Type = "number"
		case reflect.Struct:
			k.Type, in = "table", f.Type
			above := k.Path + "."
			ks = append(append(ks, k), keysOf(file, above, depth+1, in)...)
			continue
		case reflect.Map:
			k.Type = "map"
			is, _, _ = strings.Cut(is, ":") // of its keys
		case reflect.Slice:
			if f.Type.Elem().Kind() == reflect.Struct {
				k.Type = "tables"
				ks = append(append(ks, k), keysOf(file, k.Path+"[].", depth+1, f.Type.Elem())...)
				continue
			}
			k.Type = "list"
		}
		if strings.Contains(is, "|") {
			k.One = strings.Split(is, "|")
		} else {
			k.Form = is
		}
		if is == "function" {
			k.One = strings.Split(functionKeys(), ", ")
		}
		ks = append(ks, k)
	}
	return ks
}

// forms say in words what a text must be.
var forms = map[string]tongue.Text{
	"date":     tongue.Of("日期，如 2026-01-20", "a date, as 2026-01-20"),
	"region":   tongue.Of("六位区划代码（GB/T 2260）", "a division's six digits (GB/T 2260)"),
	"address":  tongue.Of("完整的网址", "a whole web address"),
	"base":     tongue.Of("http 或 https 网址，到文件夹为止", "an http or https address of a folder"),
	"function": tongue.Of("职能的代号", "a function’s key"),
	"sha256":   tongue.Of("64 位十六进制数字", "64 hexadecimal digits"),
	"relative": tongue.Of("本文件夹之下的路径", "a path below this folder"),
	"deadline": tongue.Of("区划代码或其开头 = \"月-日\"", "a division’s code or its beginning = \"month-day\""),
}

type word struct {
	example, def string
	text         tongue.Text
}

func w(example, def, zh, en string) word { return word{example, def, tongue.Of(zh, en)} }

// words say of each key what it is for, with an example and the default, both as
// they would be written.
var words = map[string]word{
	"site.title":       w(`"卫东区政府信息公开年报"`, "", "档案的名称，显示在每一页的顶部。", "The archive’s name, at the head of every page."),
	"site.description": w(`"收录本区各机关的政府信息公开工作年度报告。"`, "", "一句话的介绍，用于首页和搜索引擎。", "One sentence for the home page and search engines."),
	"site.base_url": w(`"https://example.org/reports/"`, "", "网站公布在哪里，到文件夹为止，以斜杠结尾。不写就没有站点地图，徽标代码用相对路径。ogi build --base-url 和环境变量 OGI_BASE_URL 代替它。",
		"Where the site is published: a folder, with a slash at the end. Without it there is no sitemap and badge code has relative paths. ogi build --base-url and OGI_BASE_URL take its place."),
	"site.languages": w(`["zh", "en"]`, `["zh", "en"]`, "页面的语言，先写的先显示。", "Languages of the pages, the first is shown first."),
	"site.contact": w(`"mailto:archive@example.org?subject={rule}&body={report}"`, "", "读者往哪里提交更正：邮箱或表单的网址。{report} 换成页面网址，{rule} 换成规则，{file}、{key}、{value} 换成结论所依据的文件、单元格、算式；只写邮箱则全部写进信里。不写时，更正链接通到“关于”页。",
		"Where readers send corrections: a mail address or a form. {report} becomes the page’s address, {rule} the rule, {file}, {key} and {value} what the finding rests on; a bare mail address gets a letter with all of them. Without it the correction link leads to the page “about”."),
	"site.licence":           w("", "", "别人可以怎样使用本站公布的内容，写简称或一句话。", "How others may use what the site publishes, a short name or plain words."),
	"site.licence.data":      w(`"CC0 1.0"`, "", "数字，即数据。", "The figures, as data."),
	"site.licence.prose":     w(`"CC BY 4.0"`, "", "档案自己写的页面。", "Pages that the archive wrote."),
	"site.licence.originals": w(`"政府信息由各发布机关公开，引用时请注明机关和出处"`, "", "报告原件。", "The reports themselves."),
	"site.badges": w(`"families"`, `"agencies"`, "生成哪些徽标，后者包括前者：每个机关一个、每份报告一个、每类规则一个。公布过的徽标别处会引用，应当保留。",
		"Which badges are written, each word with those before it: of each agency, of each report, of each family of rules. What was published is shown elsewhere and should stay."),
	"site.profile": w(`"lean"`, `"full"`, "每份报告收多少：full 全部收；lean 精简，不收原件（页面仍写明来源、大小和 SHA-256），原文只留涉及发现的行，表中数字不再连到所在的行。表格、正文、发现、图和两种语言都在。build --sizes 说明能省多少。公布过的原件会失效。",
		"How much of a report there is: full, all of it; lean, without the files themselves (pages still name source, size and SHA-256), and of the lines of a file only those that findings rest on, so that numbers of tables do not lead to theirs. Tables, prose, findings, charts and both languages stay. build --sizes says what it saves. Files that were published go."),
	"site.data": w("", "", "供人整份取走的数据。", "Open data, to be taken away whole."),
	"site.data.formats": w(`["agencies", "csv", "excel", "jsonl", "parquet", "xlsx", "sqlite"]`, `["agencies", "csv", "excel"]`,
		"写成哪些格式，[] 则不写；agencies 是每个机关一份小的 CSV。parquet、xlsx 按年分开，sqlite 每次整个重做，报告多时各要多用几秒到几十秒。",
		"In which formats, [] for none; agencies is a small CSV of each agency. parquet and xlsx go by year, sqlite is made anew as a whole: with many reports each takes some seconds more."),
	"site.small_n":                           w("5", "5", "一个比例所依据的件数少于此数，就不显示。", "A share is not shown when it rests on fewer cases than this."),
	"site.deadlines":                         w("", "", "地方规定的期限。", "Deadlines set locally."),
	"site.deadlines.townships":               w(`{ "3208" = "01-31" }`, "", "乡镇、街道年报的公布期限，按区划代码或其开头写次年的月-日。法律没有规定，不写就不判断。", "When reports of townships and subdistricts are due, month-day of the next year by region or the beginning of one. The law sets no date: without an entry it is not judged."),
	"site.thresholds":                        w("", "", "凭程度判断的规则以何处为界；不写则用规则自己的界限，见规则的页面。", "Where the rules that weigh draw the line; without an entry the rule’s own limit holds, which its page names."),
	"site.thresholds.repeats_last_year":      w("90", "90", "正文与上年相同的百分比，从此算严重。", "Per cent of last year’s prose: severe from here."),
	"site.thresholds.repeats_last_year_hint": w("75", "75", "同上，从此算轻微。", "The same: slight from here."),
	"site.thresholds.copies_another":         w("80", "80", "正文与另一机关相同的百分比，从此算严重。", "Per cent of another body’s prose: severe from here."),
	"site.thresholds.copies_another_hint":    w("50", "50", "同上，从此算轻微。", "The same: slight from here."),
	"site.thresholds.same_problems":          w("85", "85", "第五部分与上年相同的百分比。", "Per cent of last year’s part five."),
	"site.thresholds.magnitude_jump":         w("10", "10", "是上年数字的多少倍才提示。", "Times last year’s number."),
	"site.thresholds.empty_problems":         w("30", "30", "第五部分至少应有的字数。", "Characters that part five needs."),
	"site.thresholds.prose_too_short":        w("400", "400", "正文少于此字数就不作比较。", "Characters below which prose is not compared."),
	"site.labels":                            w(`{ pass = "未见不符" }`, "", "结论的公开用语，代替通常的词，每个不超过二十字。", "Public words of the verdicts in place of the usual ones, twenty characters at most."),

	"agency.name":                  w(`"卫东区司法局"`, "", "机关现在的全称。", "The agency’s full name now."),
	"agency.region":                w(`"410403"`, "", "所属区划的代码。", "The code of its division."),
	"agency.kind":                  w(`"department"`, "", "是哪一类机关；一般由名称推断。", "What sort of body it is; its name most often tells."),
	"agency.function":              w(`"justice"`, "", "管什么事，用来与同类机关比较；一般由名称推断。", "What it is for, so that like is compared with like; its name most often tells."),
	"agency.aliases":               w(`["卫东司法局"]`, "", "报告里也会用到的别的写法和简称，名称核对时一并认可。", "Other ways to write the name that reports use and that are taken as the same."),
	"agency.names":                 w("", "", "更名而职责未变：曾用名各写一段，地址不变，历年报告仍在一处。", "Renamed with the same duties: a part for each earlier name; the address and all years stay together."),
	"agency.names[].name":          w(`"卫东区司法行政局"`, "", "曾用名。", "The earlier name."),
	"agency.names[].from":          w("2010", "", "从哪一年起，不写为不详。", "From which year; open if absent."),
	"agency.names[].to":            w("2018", "", "到哪一年止（含）。", "To which year, inclusive."),
	"agency.former":                w(`["weidong-zfb"]`, "", "以前的文件夹名；ogi move 写。那些网址留一页，通向现在的网址。", "Folder names it had before; ogi move writes them. Those addresses keep a page that leads to the one of today."),
	"agency.predecessors":          w("", "", "机构改革：本机关承接了别的机关的职责。前身的报告留在它自己的文件夹里，两个机关的页面互相链接，结转数字向前身核对。", "Reform: this agency took over duties of another. The reports of the old one stay in its own folder, both pages link to each other, and carry-over is checked against it."),
	"agency.predecessors[].agency": w(`"weidong-fzb"`, "", "前身的文件夹名。", "The folder name of the old agency."),
	"agency.predecessors[].year":   w("2019", "", "哪一年承接。", "In which year."),
	"agency.predecessors[].part":   w(`"whole"`, `"whole"`, "全部承接还是一部分；一部分的不核对结转。", "Whether all duties or a part; of a part carry-over is not checked."),
	"agency.homepage":              w(`"https://example.org/"`, "", "机关的网站。", "The agency’s website."),

	"year.source":           w(`"https://example.org/2025.html"`, "", "报告公布在哪里。", "Where it was published."),
	"year.published":        w(`"2026-01-20"`, "", "公布日期。", "When it was published."),
	"year.captured":         w(`"2026-02-03"`, "", "何时取得这个文件。", "When this file was fetched."),
	"year.sha256":           w(`"…"`, "", "文件收进来时的 SHA-256；ogi add 写。", "SHA-256 of the file as it came; ogi add writes it."),
	"year.edition":          w(`"abridged"`, `"full"`, "正文是否由档案写短；数字、标题、日期总是照原文。", "Whether the archive shortened the prose; figures, headings and dates are as published even then."),
	"year.fidelity":         w(`"converted"`, "", "文件是公布的原样，还是转换而来，会丢失行、列、日期；一般由文件种类推断。", "Whether the file is as published or was converted, which may lose rows, columns and dates; the file kind most often tells."),
	"year.scope":            w(`"own"`, "", "数字只算本机关，还是包括全区域；一般由报告的话判断。", "Whether the figures are the body’s own or its area’s; the report most often tells."),
	"year.withdrawn":        w(`"误含个人信息，2026-03-02 撤下"`, "", "撤下的原因；文件可以删去，地址留着，只写原因。", "Why the report was taken down; the file may go, the address stays with the reason alone."),
	"year.searched":         w(`"2026-03-02"`, "", "哪一天有人查看过程序读不了的文件，确认没有个人信息；不写就不提供下载。", "On which day a person looked for personal data in a file that no program can read; without it the file is not offered."),
	"year.file":             w("", "", "一年有几个文件时，各有什么用。", "The role of each of several files of a year."),
	"year.file[].path":      w(`"2025/corrected-1.html"`, "", "文件。", "The file."),
	"year.file[].role":      w(`"corrected"`, "", "报告本身、附件、较早的版本、更正后的版本。", "The report itself, an attachment, an earlier version, a corrected one."),
	"year.file[].source":    w(`"https://example.org/2025b.html"`, "", "这个文件公布在哪里。", "Where this one was published."),
	"year.file[].published": w(`"2026-05-01"`, "", "这个文件的公布日期。", "When this one was published."),
	"year.file[].captured":  w(`"2026-05-02"`, "", "何时取得这个文件。", "When this one was fetched."),
	"year.file[].searched":  w(`"2026-05-02"`, "", "哪一天有人查看过这个文件。", "On which day a person looked through this one."),
	"year.file[].sha256":    w(`"…"`, "", "这个文件收进来时的 SHA-256；ogi add 写，以后字节变了就会提示。", "SHA-256 of this file as it came; ogi add writes it, and other bytes are told of."),

	"notes.note":          w("", "", "一条结论一段。", "A part for each finding."),
	"notes.note[].rule":   w(`"requests-balance"`, "", "哪条规则。", "Which rule."),
	"notes.note[].status": w(`"explained"`, "", "原文确有出入、有正当原因、看法不同、是本站错了。", "Confirmed by the source, explained by a good reason, disputed, or our error."),
	"notes.note[].value":  w(`"95 + 0 ≠ 94 + 0"`, "", "结论里显示的算式；算式变了，说明就失效。", "The formula as the finding shows it; when that changes the note is stale."),
	"notes.note[].text":   w(`"一件于次年一月办结。"`, "", "说明的话，公开显示。", "The reply, shown to all."),
	"notes.note[].by":     w(`"卫东区司法局"`, "", "谁说的。", "Who says so."),
	"notes.note[].date":   w(`"2026-03-02"`, "", "哪一天。", "On which day."),
	"notes.note[].link":   w(`"https://example.org/reply.html"`, "", "依据在哪里。", "Where it is said."),

	"cells.sha256":             w(`"…"`, "", "所读文件的 SHA-256；文件变了，读数就不用。", "SHA-256 of the file that was read; when its bytes change the readings are not used."),
	"cells.form":               w(`"2021"`, "", "扫描件用的是哪一版表格；一般由年度判断。", "The form that a scan is printed on; the year most often tells."),
	"cells.cell":               w("", "", "一格一段。", "A part for each cell."),
	"cells.cell[].key":         w(`"requests.received.total"`, "", "哪一格。", "Which cell."),
	"cells.cell[].value":       w(`"95"`, "", "数字；空格写“空”；或者所印的横线。", "Digits; 空 for an empty cell; or the dash that is printed."),
	"cells.cell[].raw":         w(`"95件"`, "", "所印的原样，比数字多时写。", "As printed, where that is more."),
	"cells.cell[].place":       w(`"第3页"`, "", "在文件的哪里。", "Where in the file."),
	"cells.cell[].by":          w(`"王某"`, "", "谁读的。", "Who read it."),
	"cells.cell[].reviewed_by": w(`"李某"`, "", "谁又读了一遍，结果相同。", "Who read it again and found the same."),
}
