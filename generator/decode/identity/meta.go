package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ogi/generator/body"
	"ogi/generator/decode/char"
	"ogi/generator/decode/date"
	"ogi/generator/decode/unit"
	"ogi/generator/form"
	"ogi/generator/grid"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/source"
)

// metaNames are the fields that pages print about a document, normalised.
var metaNames = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields(releaseNames + " " + signedNames + " " + bodyNames + ` 名称 标题 索引号 索引 信息索引 信息索引号 公开目录 分类 信息分类 主题分类 体裁分类 组配分类
		责任部门 公开责任部门 单位 作者 生效日期 失效日期 废止日期 采集时间 录入时间 录入日期 创建时间 创建日期 更新时间 更新日期 修改时间 文号 发文字号 文件编号 主题词 关键词 关键字
		有效性 时效 时效性 信息有效性 文件下载 公开方式 公开范围 公开程序 公开时限 公开形式 内容概述 概述 浏览次数 点击次数 阅读次数 点击数 浏览量 访问量 浏览时间 打印时间 访问时间 打印日期
		审核 责任编辑 编辑 字体 字号 语种 效力状态 统一登记号 信息类别 阅读 点击 浏览 供稿 供稿单位 发布人 发布者 责编 撰稿 分享 字体大小 阅读量 浏览数 阅读数 信息名称 信息来源 今天是 当前时间 现在时间 updated`) {
		m[form.Norm(s)] = true
	}
	return m
}()

// Fields that tell the day of release, the day of signing, and a body. 生成日期
// and 发文日期 of the registers of a government are those of the document.
const (
	releaseNames = "公开日期 公开时间 发布日期 发布时间 日期 时间 发布于 信息时间 信息日期 发表时间 发表日期 发稿时间 发稿日期 刊发时间 信息提供日期 提供日期 上网时间 上传时间 上传日期 公示日期 published pubdate publishdate publish-date article:published_time"
	signedNames  = "成文日期 成文时间 公文生成日期 文件生成日期 生成日期 发文日期 发文时间 印发日期 签发日期 制发日期 形成日期 落款日期"
	bodyNames    = "发布机构 发文机关 发文单位 公开机构 公开主体 制发机关 发布单位 发布部门 发布机关 发布来源 信息来源 文章来源 来源 来自 稿源 contentsource"
)

var fieldOf = func() map[string]int {
	m := map[string]int{}
	for i, names := range [...]string{releaseNames, signedNames, bodyNames} {
		for _, s := range strings.Fields(names) {
			m[form.Norm(s)] = i + 1
		}
	}
	return m
}()

// meta reads what the page says about the document: fields in tables and
// lines, navigation, footers. None of it is the report.
func (c reader) meta(title int) {
	fields := c.Doc.Meta
	first, last := len(c.Units), -1
	for i := range c.Heads {
		first = min(first, c.Heads[i].Unit)
		last = max(last, c.Heads[i].Unit)
	}
	for i := range c.Units {
		u := &c.Units[i]
		switch {
		case u.Section >= 0 || u.Table != 0 || u.Role != unit.NoRole:
		case u.IsRow():
			if i < first || i > last || u.Aside {
				fields = append(fields, c.metaRow(u)...)
			}
		case u.Aside || i < first || i > last:
			if i < first && c.bareDate(u, i-title) {
				continue
			}
			if more, ok := metaLine(u.Line); ok {
				u.SetRole(unit.MetaRole)
				fields = append(fields, more...)
				continue
			}
			if u.Aside || unit.IsFurniture(u.Line.Text) || i < title && c.beforeTitle(u) {
				c.Leave(u)
			}
		}
	}
	c.useMeta(fields)
}

// beforeTitle reports whether a line above the title belongs to the page and
// not to the report (hidden-pane-holds-the-whole-report): in a text a short one is of a
// page (page-words-above-the-title).
func (c reader) beforeTitle(u *unit.Unit) bool {
	return c.File.Kind != source.Text && c.File.Kind != source.Markdown || utf8.RuneCountInString(u.Line.Text) <= 12
}

// metaRow reads a table row of names and values by turns, or of cells that hold
// both (html-page-about-the-report).
func (c reader) metaRow(u *unit.Unit) []grid.Meta {
	var out []grid.Meta
	for i := range u.Row {
		if u.Roles[i] == unit.MetaRole {
			continue
		}
		if !isMetaName(u.Row[i].Text) {
			if more, ok := metaLine(grid.Line{Text: u.Row[i].Text, Pos: u.Row[i].Pos}); ok {
				u.Roles[i] = unit.MetaRole
				out = append(out, more...)
			}
			continue
		}
		u.Roles[i] = unit.MetaRole
		if i+1 < len(u.Row) {
			u.Roles[i+1] = unit.MetaRole
			out = append(out, grid.Meta{Name: form.Norm(u.Row[i].Text), Value: u.Row[i+1].Text, Pos: u.Row[i+1].Pos})
		}
	}
	if len(out) == 0 && u.Aside {
		u.SetRole(unit.ResidueRole)
	}
	return out
}

func isMetaName(s string) bool {
	return metaNames[form.Norm(strings.Trim(s, "【】[]［］：: \u00a0\u3000"))]
}

// metaLine reads 发布日期：2024-01-17　来源：…, one field or several, whether
// blanks part them or none do (spans run together); and fields without colons,
// 发布机构 统计局 发文日期 2024-01-24 (html-page-about-the-report).
func metaLine(l grid.Line) ([]grid.Meta, bool) {
	s := l.Text
	if len(s) > 600 || strings.ContainsFunc(s, unit.EndsSentence) {
		return nil, false
	}
	fields := colonFields(s)
	if len(fields) == 0 {
		fields = blankFields(s)
	}
	if len(fields) == 0 || !leadsFields(s[:fields[0].name]) {
		return nil, false
	}
	var out []grid.Meta
	if d, at, ok := date.Last(s[:fields[0].name]); ok {
		out = append(out, grid.Meta{Name: "日期", Value: d.Text, Pos: l.Pos.Shift(s, at)})
	}
	for i, f := range fields {
		end := len(s)
		if i+1 < len(fields) {
			end = fields[i+1].name
		}
		value := strings.Trim(s[f.value:end], " \t\u00a0\u3000|丨[]【】()（）［］")
		out = append(out, grid.Meta{Name: form.Norm(s[f.name:f.colon]), Value: value, Pos: l.Pos.Shift(s, f.value+max(0, strings.Index(s[f.value:], value)))})
		if kind := fieldOf[form.Norm(s[f.name:f.colon])]; kind == 0 || kind == 3 {
			if d, at, ok := date.Last(value); ok && byline(value, at, d.Text) { // 作者：办公室 2024-01-24 10:20
				out = append(out, grid.Meta{Name: "日期", Value: d.Text, Pos: l.Pos})
			}
		}
	}
	return out, true
}

// byline reports whether a date stands behind a name by itself, as pages print
// the day of release beside the author.
func byline(value string, at int, date string) bool {
	before, rest := value[:at], strings.TrimLeft(value[at+len(date):], " \u00a0\u3000")
	return at > 0 && strings.TrimRight(before, " \u00a0\u3000") != before && strings.Trim(rest, "0123456789:： ") == ""
}

// leadsFields reports whether what stands before the first field may stand
// there: nothing, a mark, a date, a short name. A name of twenty characters is short
// (fields-behind-a-long-name).
func leadsFields(s string) bool {
	s = strings.Trim(s, " \t\u00a0\u3000|丨[【(（［●·")
	if d, at, ok := date.Last(s); ok {
		s = strings.Trim(s[:at]+s[at+len(d.Text):], " 0123456789:：\u00a0\u3000")
	}
	return s == "" || utf8.RuneCountInString(s) <= 20 && body.IsName(s)
}

// A field is where a name begins, where it ends and where its value begins.
type field struct{ name, colon, value int }

// colonFields finds the names that end at colons.
func colonFields(s string) []field {
	var out []field
	from := 0
	for at := 0; at < len(s); {
		k := strings.IndexAny(s[at:], "：:")
		if k < 0 {
			break
		}
		colon := at + k
		_, n := utf8.DecodeRuneInString(s[colon:])
		at = colon + n
		if name := nameBefore(s[from:colon]); name >= 0 {
			out = append(out, field{from + name, colon, at})
			from = at
		}
	}
	return out
}

// nameBefore is where the longest name of a field begins that ends where s does,
// -1 if none does. Blanks within a name count for nothing (html-page-about-the-report).
func nameBefore(s string) int {
	best, end := -1, len(strings.TrimRight(s, " \u00a0\u3000"))
	var word []byte // the characters so far, the last one at its end
	var room [64]byte
	for at, n := end, len(room); at > 0; {
		u, w := utf8.DecodeLastRuneInString(s[:at])
		at -= w
		if u == ' ' || u == '\u00a0' || u == '\u3000' {
			continue
		}
		if n -= w; n < 0 || !unicode.IsLetter(u) && u != '-' && u != '_' {
			break
		}
		utf8.AppendRune(room[n:n], han.Simple(unicode.ToLower(u)))
		if word = room[n:]; metaNames[string(word)] {
			best = at
		}
	}
	return best
}

// blankFields finds names and values that only blanks part. One alone must tell
// a day, or it may be a sentence's beginning.
func blankFields(s string) []field {
	if !strings.ContainsAny(s, "0123456789０") {
		return nil // it tells no day
	}
	var out []field
	days := false
	for at := 0; at < len(s); {
		end := len(s)
		if k := strings.IndexAny(s[at:], " \t\u00a0\u3000"); k >= 0 {
			end = at + k
		}
		word := s[at:end]
		if i := strings.IndexFunc(word, func(u rune) bool { return u < utf8.RuneSelf && u >= '0' && u <= '9' }); i > 0 && metaNames[form.Norm(word[:i])] {
			word = word[:i] // 发布于2024-01-24
		}
		if kind := fieldOf[form.Norm(word)]; word != "" && metaNames[form.Norm(word)] {
			out = append(out, field{at, at + len(word), at + len(word)})
			if _, _, ok := date.Last(s[at+len(word):]); ok && (kind == 1 || kind == 2) {
				days = true
			}
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		at = end + max(n, 1)
	}
	if len(out) > 0 && out[0].name == 0 && days {
		return out
	}
	return nil
}

// useMeta takes the days, the address and the bodies from the fields. A title must
// score as that of the page does (title-of-a-field-alone).
func (c reader) useMeta(fields []grid.Meta) {
	r := c.Report
	for _, m := range fields {
		name := strings.ToLower(m.Name)
		switch fieldOf[form.Norm(name)] {
		case 1:
			if d, at, ok := metaDate(m.Value); ok && r.Published.IsZero() {
				d.Pos = m.Pos.Shift(m.Value, at)
				r.Published = d
			}
		case 2:
			if d, at, ok := metaDate(m.Value); ok && r.Signed.IsZero() {
				d.Pos = m.Pos.Shift(m.Value, at)
				r.Signed = d
			}
		case 3:
			v := strings.TrimSpace(m.Value)
			c.useAddress(v)
			if i := strings.IndexAny(v, " \u00a0\u3000\t"); i > 0 && !body.IsName(char.StripSpace(v)) {
				v = v[:i]
			}
			if body.IsName(v) && utf8.RuneCountInString(body.Plain(v)) >= 5 {
				c.names(report.ByPublisher, body.Plain(v), m.Pos)
			}
		}
		switch name {
		case "url", "og:url", "canonical", "saved from url":
			c.useAddress(strings.TrimSpace(m.Value))
		case "articletitle", "标题", "名称", "信息名称":
			if r.Title.Text == "" && unit.TitleScore(m.Value) >= 7 {
				r.Title = report.Text{Text: m.Value, Pos: m.Pos}
				c.names(report.ByTitle, agencyIn(m.Value), m.Pos)
			}
		}
	}
}

// useAddress takes the page's address, of several the first
// (html-page-about-the-report).
func (c reader) useAddress(v string) {
	if c.Report.Source == "" && (strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://")) && !strings.ContainsAny(v, " \t") {
		c.Report.Source = v
	}
}

// metaDate reads the first date of a field, also as 20250120.
func metaDate(s string) (report.Date, int, bool) {
	t := strings.TrimSpace(s)
	if v, n := date.Digits(t); n == 8 && len(t) == n {
		if y, m, day := v/10000, v/100%100, v%100; date.Valid(y, m, day) {
			return report.Date{Year: y, Month: m, Day: day, Text: t}, strings.Index(s, t), true
		}
	}
	return date.First(s)
}
