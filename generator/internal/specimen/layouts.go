package specimen

import (
	"strings"

	"ogi/generator/form"
)

// A Layout is one way in which a converter or a clerk leaves the three tables
// as text. Kept holds where the place of every cell can be seen, blank or not;
// elsewhere a blank cell leaves no trace.
type Layout struct {
	Name  string
	Kept  bool
	Table func(*Table) string
	// Prose changes the whole report after its tables stand in it.
	Prose func(string) string
}

// Layouts are all of them.
var Layouts = []Layout{
	// drawn with bars
	{"bar-markdown", true, rows(full, "| ", " | ", " |", ruleAfterFirst), nil},
	{"bar-no-leading", true, rows(full, "", " | ", "", nil), nil},
	{"bar-no-leading-rule", true, rows(full, "", " | ", "", ruleBare), nil},
	{"bar-tight", true, rows(full, "|", "|", "|", nil), nil},
	{"bar-covered-behind", true, rows(behind, "", " | ", " |", nil), nil},
	{"bar-covered-dropped", true, rows(dropped, "", " | ", " |", nil), nil},
	{"bar-covered-dropped-leading", true, rows(dropped, "| ", " | ", " |", nil), nil},
	{"bar-blank-lines", true, rows(full, "| ", " | ", " |", blankBetween), nil},
	{"bar-wide", true, rows(full, "｜", "｜", "｜", nil), nil},
	{"bar-wide-dropped", true, rows(dropped, "", "｜", "｜", nil), nil},
	{"bar-double", true, rows(full, "|| ", " || ", " ||", nil), nil},
	{"bar-nbsp", true, rows(full, "|\u00a0", "\u00a0|\u00a0", "\u00a0|", nil), nil},
	{"bar-entity", true, rows(entity(full, "&nbsp;"), "| ", " | ", " |", nil), nil},
	{"bar-ideographic", true, rows(entity(full, "\u3000"), "|", "|", "|", nil), nil},
	{"box-light", true, rows(full, "│ ", " │ ", " │", nil), nil},
	{"box-heavy", true, rows(full, "┃", "┃", "┃", nil), nil},
	{"box-double", true, rows(full, "║ ", " ║ ", " ║", nil), nil},
	{"box-ruled", true, rows(full, "│ ", " │ ", " │", boxRules), nil},
	{"box-ascii", true, rows(full, "| ", " | ", " |", asciiRules), nil},
	// a cell and its bar a line
	{"bar-line-after", true, cells(dropped, "", " |\n"), nil},
	{"bar-line-before", true, cells(dropped, "| ", "\n"), nil},
	{"bar-line-own", true, cells(dropped, "", "\n|\n"), nil},
	{"bar-line-full", true, cells(full, "", " |\n"), nil},
	{"bar-line-runs", true, runs, nil},
	// tabs
	{"tab-full", true, rows(full, "", "\t", "", nil), nil},
	{"tab-behind", true, rows(behind, "", "\t", "", nil), nil},
	{"tab-dropped", true, rows(dropped, "", "\t", "", nil), nil},
	{"tab-trimmed", false, trimmed(rows(full, "", "\t", "", nil)), nil},
	{"tab-spaces", true, rows(full, "", " \t ", "", nil), nil},
	{"tab-doubled", true, rows(full, "", "\t\t", "", nil), nil},
	{"tab-blank-lines", true, rows(full, "", "\t", "", blankBetween), nil},
	// commas and the like
	{"comma", true, rows(full, "", ",", "", nil), nil},
	{"comma-dropped", true, rows(dropped, "", ",", "", nil), nil},
	{"comma-wide", true, rows(noCommas(full), "", "，", "", nil), nil},
	{"semicolon", true, rows(full, "", ";", "", nil), nil},
	{"semicolon-wide", true, rows(full, "", "；", "", nil), nil},
	{"comma-quoted", true, rows(quoted(full), "", ",", "", nil), nil},
	// blanks
	{"spaces-left", true, columns(false, 2), nil},
	{"spaces-right", true, columns(true, 2), nil},
	{"spaces-left-wide", true, columns(false, 5), nil},
	{"spaces-two", false, rows(written, "", "  ", "", nil), nil},
	{"spaces-one", false, rows(written, "", " ", "", nil), nil},
	{"spaces-ideographic", false, rows(written, "", "\u3000", "", nil), nil},
	{"spaces-nbsp", false, rows(written, "", "\u00a0\u00a0", "", nil), nil},
	// a cell a line
	{"line", false, cells(written, "", "\n"), nil},
	{"line-blank-between", false, cells(written, "", "\n\n"), nil},
	{"line-row-blank", false, eachRow(written, "\n", "\n\n"), nil},
	{"line-empty-is-cell", true, cells(dropped, "", "\n"), nil},
	{"line-indented", false, cells(written, "\t", "\n"), nil},
	{"line-ideographic-is-cell", true, cells(entity(dropped, "\u3000"), "", "\n"), nil},
	{"line-label-then-row", false, labelThenRow, nil},
	{"line-bulleted", false, cells(written, "- ", "\n"), nil},
	// in running text
	{"paragraph", false, rowsJoined(" "), nil},
	{"paragraph-ideographic", false, rowsJoined("\u3000"), nil},
	{"paragraph-comma", false, rowsJoined("，"), nil},
	{"paragraph-semicolon", false, rowsJoined("；"), nil},
	{"paragraph-pause", false, rowsJoined("、"), nil},
	{"paragraph-bars", true, paragraphBars, nil},
	{"one-line", false, rowsJoined(" "), func(s string) string { return strings.Join(strings.Fields(s), " ") }},
	{"one-line-no-blank", false, rowsJoined(" "), func(s string) string { return strings.ReplaceAll(s, "\n", "") }},
	// scripts
	{"traditional-bar", true, rows(full, "| ", " | ", " |", nil), traditional},
	{"traditional-tab", true, rows(full, "", "\t", "", nil), traditional},
	{"traditional-line", false, cells(written, "", "\n\n"), traditional},
	{"mirror-line", false, cells(written, "", "\n"), mirror},
	{"mirror-bar", true, rows(full, "| ", " | ", " |", nil), mirror},
}

// Lay writes the whole report in that layout.
func (s *Specimen) Lay(l Layout) []byte {
	var b strings.Builder
	for _, bl := range s.blocks() {
		if bl.table != nil {
			b.WriteString(strings.TrimRight(l.Table(bl.table), "\n") + "\n")
			continue
		}
		b.WriteString(bl.text + "\n")
	}
	if l.Prose != nil {
		return []byte(l.Prose(b.String()))
	}
	return []byte(b.String())
}

// A way gives the rows of a table as texts.
type way func(*Table) [][]string

// full has a text for every place; what is covered is empty at its own place.
func full(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) {
		if sl.first {
			return sl.cell.Text, true
		}
		return "", true
	})
}

// written leaves out what is covered and what is blank.
func written(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) { return sl.cell.Text, sl.first && sl.cell.Text != "" })
}

// dropped leaves out what is covered and keeps what is blank.
func dropped(t *Table) [][]string {
	return t.texts(func(sl slot) (string, bool) { return sl.cell.Text, sl.first })
}

// behind puts what is covered at the end of its row.
func behind(t *Table) [][]string {
	out := dropped(t)
	for i := range out {
		for len(out[i]) < t.Width {
			out[i] = append(out[i], "")
		}
	}
	return out
}

func (t *Table) texts(f func(slot) (string, bool)) [][]string {
	var out [][]string
	for _, line := range t.layout() {
		row := []string{}
		for _, sl := range line {
			if text, ok := f(sl); ok {
				row = append(row, text)
			}
		}
		out = append(out, row)
	}
	return out
}

// change gives each text of w another shape.
func change(w way, f func(string) string) way {
	return func(t *Table) [][]string {
		out := w(t)
		for _, row := range out {
			for i := range row {
				row[i] = f(row[i])
			}
		}
		return out
	}
}

// entity writes e in each empty place.
func entity(w way, e string) way {
	return change(w, func(s string) string {
		if s == "" {
			return e
		}
		return s
	})
}

// quoted puts each text between quotes.
func quoted(w way) way {
	return change(w, func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` })
}

// noCommas writes the commas inside a label another way.
func noCommas(w way) way {
	return change(w, func(s string) string { return strings.ReplaceAll(s, "，", " ") })
}

// rows writes a row a line; after, if not nil, what follows the line of row i
// of n with w places.
func rows(w way, left, between, right string, after func(i, n, w int) string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		out := w(t)
		for i, row := range out {
			b.WriteString(left + strings.Join(row, between) + right + "\n")
			if after != nil {
				b.WriteString(after(i, len(out), t.Width))
			}
		}
		return b.String()
	}
}

func ruleAfterFirst(i, _, w int) string {
	if i > 0 {
		return ""
	}
	return "|" + strings.Repeat(" --- |", w) + "\n"
}

func ruleBare(i, _, w int) string {
	if i > 0 {
		return ""
	}
	return strings.Repeat("---|", w-1) + "---\n"
}

func blankBetween(int, int, int) string { return "\n" }

func boxRules(i, n, w int) string {
	if i == n-1 {
		return "└" + strings.Repeat("───┴", w-1) + "───┘\n"
	}
	return "├" + strings.Repeat("───┼", w-1) + "───┤\n"
}

func asciiRules(_, _, w int) string { return "+" + strings.Repeat("-----+", w) + "\n" }

// cells writes a cell a line.
func cells(w way, left, right string) func(*Table) string {
	return eachRow(func(t *Table) [][]string {
		return change(w, func(s string) string { return left + s + right })(t)
	}, "", "")
}

// eachRow joins the texts of a row by between and ends it with end.
func eachRow(w way, between, end string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		for _, row := range w(t) {
			b.WriteString(strings.Join(row, between) + end)
		}
		return b.String()
	}
}

// runs writes a cell and its bar a line, and at the end of a row a run of bars
// for what is covered.
func runs(t *Table) string {
	var b strings.Builder
	for _, row := range dropped(t) {
		for _, c := range row {
			b.WriteString(strings.TrimLeft(c+" |", " ") + "\n")
		}
		if n := t.Width - len(row); n > 0 {
			b.WriteString(strings.Repeat("|", n) + "\n")
		}
	}
	return b.String()
}

func trimmed(f func(*Table) string) func(*Table) string {
	return func(t *Table) string {
		var b strings.Builder
		for line := range strings.Lines(f(t)) {
			b.WriteString(strings.TrimRight(line, "\t\n") + "\n")
		}
		return b.String()
	}
}

// columns lines the columns up by the width at which a terminal shows them.
func columns(right bool, gap int) func(*Table) string {
	return func(t *Table) string {
		out := full(t)
		if len(out[0]) > 3 && out[0][0] != "" && t.Width == 10 {
			out[0][0] = "" // the note over the labels would make the first column too wide
		}
		widths := make([]int, t.Width)
		for _, row := range out {
			for j, s := range row {
				if w := wide(s); w > widths[j] && !spans(t, s) {
					widths[j] = w
				}
			}
		}
		var b strings.Builder
		for _, row := range out {
			line, at := "", 0
			for j, s := range row {
				pad := widths[j] - wide(s)
				if right && j >= t.Width-7 {
					line += strings.Repeat(" ", max(0, at+pad-wide(line))) + s
				} else {
					line += strings.Repeat(" ", max(0, at-wide(line))) + s
				}
				at += widths[j] + gap
			}
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
		return b.String()
	}
}

// spans reports whether s is the text of a cell over several columns.
func spans(t *Table, s string) bool {
	for _, row := range t.Rows {
		for _, c := range row {
			if c.Text == s && c.ColSpan > 1 {
				return true
			}
		}
	}
	return false
}

func wide(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2E7F {
			n++
		}
	}
	return n
}

// labelThenRow writes the labels of a row on one line, its numbers on the next.
func labelThenRow(t *Table) string {
	var b strings.Builder
	for _, line := range t.layout() {
		var labels, numbers []string
		for _, sl := range line {
			switch {
			case !sl.first || sl.cell.Text == "":
			case sl.cell.Key == form.Key(""):
				labels = append(labels, sl.cell.Text)
			default:
				numbers = append(numbers, sl.cell.Text)
			}
		}
		for _, part := range [][]string{labels, numbers} {
			if len(part) > 0 {
				b.WriteString(strings.Join(part, " ") + "\n")
			}
		}
	}
	return b.String()
}

// rowsJoined writes a table as one paragraph.
func rowsJoined(between string) func(*Table) string {
	return func(t *Table) string {
		var all []string
		for _, row := range written(t) {
			all = append(all, row...)
		}
		return strings.Join(all, between) + "\n"
	}
}

// paragraphBars writes a table as one paragraph of cells and bars.
func paragraphBars(t *Table) string {
	var all []string
	for _, row := range dropped(t) {
		all = append(all, row...)
	}
	return "| " + strings.Join(all, " | ") + " |\n"
}

func traditional(s string) string { return toTraditional.Replace(s) }

// mirror writes the words of a mirror in Traditional characters too.
func mirror(s string) string {
	return toTraditional.Replace(strings.NewReplacer("信息", "資訊", "规范性文件", "規範性檔案", "复议", "覆議", "列数据", "列資料", "项目", "專案").Replace(s))
}

// toTraditional knows the characters of the form and of our prose.
var toTraditional = strings.NewReplacer(strings.Fields(`
总 總 体 體 况 況 动 動 开 開 条 條 规 規 废 廢 现 現 许 許 处 處 罚 罰 强 強 制发 製發 发 發 费 費 单 單 万 萬 数 數 据 據
关 關 系 係 为 為 项 項 变 變 请 請 业 業 构 構 组 組 织 織 团 團 务 務 机 機 与 與 达 達 转 轉 续 續 办 辦 结 結 个 個
属 屬 国 國 决 決 标 標 护 護 权 權 级 級 类 類 内 內 过 過 档 檔 询 詢 无 無 没 沒 补 補 确 確 举 舉 诉 訴 讼 訟 复议 復議
重复 重複 反复 反覆 复 復 当 當 获 獲 缴 繳 纳 納 维 維 纠 糾 经 經 审 審 后 後 问 問 题 題 进 進 报 報 应 應 书 書 时 時
导 導 么 麼 于 於 旧 舊 优 優 对 對 责 責 监 監 领 領 给 給 县 縣 区 區 乡 鄉 镇 鎮 会 會 东 東 云 雲 网 網 门 門 户 戶
岭 嶺 溪 谿 马 馬 农 農 财 財 产 產 范 範 访 訪 缘 緣 围 圍 栏 欄 页 頁 计 計 认 認 证 證 论 論 设 設 该 該 语 語 说 說
读 讀 课 課 调 調 谁 誰 谢 謝 负 負 账 賬 货 貨 质 質 购 購 费 費 资 資 载 載 辆 輛 输 輸 边 邊 还 還 这 這 连 連 选 選
运 運 远 遠 适 適 递 遞 邮 郵 释 釋 针 針 钟 鐘 钱 錢 链 鏈 错 錯 长 長 间 間 闻 聞 阅 閱 队 隊 阳 陽 阶 階 际 際 陆 陸
随 隨 难 難 须 須 预 預 颁 頒 频 頻 额 額 风 風 馆 館 验 驗 齐 齊 临 臨 众 眾 协 協 厅 廳 历 歷 参 參 双 雙 听 聽 员 員
园 園 场 場 执 執 抢 搶 拟 擬 拥 擁 择 擇 换 換 损 損 摄 攝 敌 敵 无 無 显 顯 晒 曬 权 權 术 術 杂 雜 构 構 检 檢 欢 歡
汇 匯 测 測 浏 瀏 济 濟 渐 漸 满 滿 滞 滯 灾 災 点 點 热 熱 爱 愛 独 獨 环 環 电 電 疗 療 盖 蓋 盘 盤 着 著 确 確 码 碼
础 礎 离 離 种 種 称 稱 稳 穩 穷 窮 窝 窩 竞 競 笔 筆 签 簽 简 簡 纪 紀 纯 純 纲 綱 线 線 练 練 细 細 终 終 统 統 绩 績
编 編 罗 羅 职 職 联 聯 脑 腦 节 節 药 藥 虑 慮 补 補 见 見 观 觀 视 視 览 覽 觉 覺 订 訂 训 訓 议 議 记 記 讲 講 评 評
识 識 译 譯 试 試 话 話 详 詳 误 誤 请 請`)...)
