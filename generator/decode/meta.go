package decode

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/form"
	"ogi/generator/grid"
	"ogi/generator/report"
	"ogi/generator/source"
)

// metaNames are the fields that pages print about a document, normalised.
var metaNames = map[string]bool{}

func init() {
	for _, s := range strings.Fields("名称 标题 索引号 索引 信息索引号 公开目录 分类 信息分类 主题分类 体裁分类 组配分类 发布机构 发文机关 发文单位 公开机构 公开责任部门 责任部门 信息来源 来源 单位 作者 公开日期 发布日期 发布时间 发文日期 成文日期 生成日期 生效日期 失效日期 废止日期 采集时间 更新时间 更新日期 文号 发文字号 文件编号 主题词 关键词 关键字 有效性 时效 时效性 信息有效性 文件下载 公开方式 公开范围 公开程序 公开时限 内容概述 概述 浏览次数 点击次数 阅读次数 点击数 浏览量 访问量 审核 责任编辑 编辑 字体 字号 语种 效力状态 统一登记号 信息类别 日期 时间 阅读 点击 浏览 访问量 信息来源 文章来源 稿源 供稿 供稿单位 发布单位 发布部门 发布人 发布者 责编 撰稿 分享 字体大小 发布于 阅读量 浏览数 阅读数") {
		metaNames[form.Norm(s)] = true
	}
}

// meta reads what the page says about the document: fields in tables and
// lines, navigation, footers. None of it is the report. It gives the body that
// the page names as its source.
func (c *reader) meta(title int) (origin report.Text) {
	fields := c.doc.Meta
	first, last := len(c.units), -1
	for i := range c.heads {
		first = min(first, c.heads[i].unit)
		last = max(last, c.heads[i].unit)
	}
	for i := range c.units {
		u := &c.units[i]
		switch {
		case u.section >= 0 || u.table != 0 || u.role != noRole:
		case u.isRow():
			if i < first || i > last || u.aside {
				fields = append(fields, c.metaRow(u)...)
			}
		case u.aside || i < first || i > last:
			if more, ok := metaLine(u.line); ok {
				u.setRole(metaRole)
				fields = append(fields, more...)
				continue
			}
			if u.aside || isFurniture(u.line.Text) || i < title && c.beforeTitle(u) {
				c.residue(u)
			}
		}
	}
	return c.useMeta(fields)
}

// beforeTitle reports whether a line above the title belongs to the page and
// not to the report.
func (c *reader) beforeTitle(u *unit) bool {
	return c.file.Kind != source.Text && c.file.Kind != source.Markdown || utf8.RuneCountInString(u.line.Text) <= 12
}

func (c *reader) residue(u *unit) {
	u.setRole(residueRole)
	if text, pos, ok := u.only(); ok {
		c.r.Residue = append(c.r.Residue, report.Text{Text: text, Pos: pos})
	}
}

// metaRow reads a table row of names and values by turns.
func (c *reader) metaRow(u *unit) []grid.Meta {
	var out []grid.Meta
	for i := range u.row {
		if !metaNames[form.Norm(strings.TrimRight(u.row[i].Text, "：: "))] {
			continue
		}
		u.roles[i] = metaRole
		if i+1 < len(u.row) {
			u.roles[i+1] = metaRole
			out = append(out, grid.Meta{Name: form.Norm(u.row[i].Text), Value: u.row[i+1].Text, Pos: u.row[i+1].Pos})
		}
	}
	if len(out) == 0 && u.aside {
		u.setRole(residueRole)
	}
	return out
}

// metaLine reads 发布日期：2024-01-17　来源：…, one field or several.
func metaLine(l grid.Line) ([]grid.Meta, bool) {
	s := l.Text
	if len(s) > 600 {
		return nil, false
	}
	at := strings.IndexAny(s, "：:")
	if at < 0 || !metaNames[form.Norm(s[:at])] {
		return nil, false
	}
	var out []grid.Meta
	for at >= 0 {
		name := s[:at]
		if i := strings.LastIndexAny(name, " \u00a0\u3000\t|丨[【"); i >= 0 {
			_, n := utf8.DecodeRuneInString(name[i:])
			name = name[i+n:]
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		rest := s[at+n:]
		// The value ends where the next field's name begins.
		value, next := rest, -1
		for from := 0; ; {
			k := strings.IndexAny(rest[from:], "：:")
			if k < 0 {
				break
			}
			head := strings.TrimRight(rest[:from+k], " \u00a0\u3000")
			start := strings.LastIndexAny(head, " \u00a0\u3000\t|丨[【")
			if start >= 0 && metaNames[form.Norm(head[start:])] {
				value, next = rest[:start], at+n+from+k
				break
			}
			from += k + 1
		}
		out = append(out, grid.Meta{Name: form.Norm(name), Value: strings.TrimSpace(value), Pos: shift(l.Pos, l.Text, at+n)})
		at = next
	}
	return out, true
}

// isFurniture knows lines that pages print about themselves.
func isFurniture(s string) bool {
	if utf8.RuneCountInString(s) > 120 {
		return false
	}
	for _, w := range [...]string{
		"ICP备", "版权所有", "主办单位", "承办单位", "网站标识码", "公网安备", "当前位置", "您的位置", "现在的位置", "现在位置", "分享到",
		"打印】", "打印]", "【打印", "浏览次数", "点击数", "访问量", "扫一扫", "上一篇", "下一篇", "相关链接", "关闭窗口", "返回顶部", "Copyright",
		"技术支持", "首页 >", "首页>", "首页 »", "字体：", "字号：", "附件下载", "文件下载", "网站地图", "联系我们", "设为首页",
	} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// useMeta takes date, address and author from the fields, and gives the body
// that the page names as its source, which may be another than the author.
func (c *reader) useMeta(fields []grid.Meta) (origin report.Text) {
	r := c.r
	for _, m := range fields {
		switch strings.ToLower(m.Name) {
		case "pubdate", "publishdate", "publish-date", "article:published_time", "发布日期", "发布时间", "公开日期", "日期", "时间", "发布于":
			if d, at, ok := metaDate(m.Value); ok && r.Published.IsZero() {
				d.Pos = shift(m.Pos, m.Value, at)
				r.Published = d
			}
		case "contentsource", "信息来源", "文章来源", "来源":
			v := strings.TrimSpace(m.Value)
			c.useAddress(v)
			if name := stripSpace(v); origin.Text == "" && isAgency(name) && utf8.RuneCountInString(name) >= 5 {
				origin = report.Text{Text: name, Pos: m.Pos}
			}
		case "url", "og:url", "canonical", "saved from url":
			c.useAddress(strings.TrimSpace(m.Value))
		case "发布机构", "发文机关", "发文单位", "公开机构":
			name := stripSpace(m.Value)
			if isAgency(name) && (r.Agency.Text == "" || strings.HasSuffix(name, r.Agency.Text) && name != r.Agency.Text) {
				r.Agency = report.Text{Text: name, Pos: m.Pos}
			}
		case "articletitle", "标题", "名称":
			if r.Title.Text == "" && titleScore(m.Value) >= 7 {
				r.Title = report.Text{Text: m.Value, Pos: m.Pos}
			}
		}
	}
	return origin
}

// useAddress takes the page's address, of several the first.
func (c *reader) useAddress(v string) {
	if c.r.Source == "" && (strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://")) && !strings.ContainsAny(v, " \t") {
		c.r.Source = v
	}
}

// metaDate reads the date of a field, also as 20250120.
func metaDate(s string) (report.Date, int, bool) {
	t := strings.TrimSpace(s)
	if v, n := digits(t); n == 8 && len(t) == n {
		if y, m, day := v/10000, v/100%100, v%100; validDay(y, m, day) {
			return report.Date{Year: y, Month: m, Day: day, Text: t}, strings.Index(s, t), true
		}
	}
	return dateIn(s)
}
