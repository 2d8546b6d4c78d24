package specimen

import (
	"bytes"
	"fmt"
	"html"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// html is a plain page.
func (s *Specimen) html() []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html.EscapeString(s.Title) + "</title>\n" + s.styles() + s.Head + "</head>\n<body>\n")
	s.body(&b, false)
	b.WriteString("</body>\n</html>\n")
	return []byte(b.String())
}

func (s *Specimen) body(b *strings.Builder, messy bool) {
	for _, bl := range s.blocks() {
		before, after := "", ""
		if bl.veil != nil {
			before, after, _ = strings.Cut(strings.ReplaceAll(bl.veil.HTML, "span", "div"), "…")
		}
		b.WriteString(before)
		switch rank := s.rank(bl.level); {
		case bl.pane != "":
			b.WriteString(bl.pane + "\n")
		case bl.table != nil:
			bl.table.html(b, messy)
		case bl.level > 0 && bl.level < 9 && (!messy || bl.level > 1 && rank != 2):
			fmt.Fprintf(b, "<h%d>%s</h%d>\n", rank, htmlText(bl.text), rank)
		case messy:
			b.WriteString("<p style=\"text-indent:2em\"><span style=\"font-size:16pt\">" + cutSpans(bl.text) + "</span></p>\n")
		default:
			b.WriteString("<p>" + htmlText(bl.text) + "</p>\n")
		}
		b.WriteString(after)
	}
}

// styles is the style sheet of the ways used, if they need one.
func (s *Specimen) styles() string {
	var rules string
	for _, w := range s.ways() {
		if w.CSS != "" {
			rules += w.CSS + "\n"
		}
	}
	if rules == "" {
		return ""
	}
	return "<style>\n" + rules + "</style>\n"
}

// cutSpans cuts text into spans in odd places, as word processors do.
func cutSpans(text string) string {
	r := []rune(text)
	if len(r) < 4 || len(pieces(text)) > 1 || strings.ContainsRune(text, end) {
		return htmlText(text)
	}
	at := len(r) / 3
	return html.EscapeString(string(r[:at])) + "<span lang=\"EN-US\">" + html.EscapeString(string(r[at:2*at])) +
		"</span><font face=\"宋体\">" + html.EscapeString(string(r[2*at:])) + "</font>"
}

func (t *Table) html(b *strings.Builder, messy bool) {
	b.WriteString("<table border=\"1\">\n<tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr")
		if len(row) > 0 && row[0].Veiled == "row" {
			b.WriteString(` style="display:none"`)
		}
		b.WriteString(">")
		for _, c := range row {
			b.WriteString("<td")
			if c.Veiled == "column" {
				b.WriteString(` style="display:none"`)
			}
			if c.ColSpan > 1 {
				fmt.Fprintf(b, " colspan=\"%d\"", c.ColSpan)
			}
			if c.RowSpan > 1 {
				fmt.Fprintf(b, " rowspan=\"%d\"", c.RowSpan)
			}
			b.WriteString(">")
			switch {
			case !messy:
				b.WriteString(htmlText(c.Text))
			case c.Text == "":
				b.WriteString("<p><span lang=\"EN-US\">&nbsp;<o:p></o:p></span></p>")
			default:
				b.WriteString("<p><span>" + cutSpans(c.Text) + "<o:p></o:p></span></p>")
			}
			b.WriteString("</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
}

// cms is the page inside a government site: menus before and after, a table of
// metadata, labels cut into spans.
func (s *Specimen) cms() []byte {
	var b strings.Builder
	date := fmt.Sprintf("%d-01-%02d", s.Year+1, 20)
	fmt.Fprintf(&b, "<html>\n<head>\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">\n<title>%s-政务公开</title>\n", html.EscapeString(s.Title))
	fmt.Fprintf(&b, "<meta name=\"ArticleTitle\" content=\"%s\">\n<meta name=\"PubDate\" content=\"%s 09:30\">\n<meta name=\"ContentSource\" content=\"%s\">\n",
		html.EscapeString(s.Title), date, html.EscapeString(s.Agency))
	b.WriteString("<script>var visits = 12; function jump(u){ location.href = u }</script>\n<style>.nav li{float:left}</style>\n" + s.styles() + s.Head + "</head>\n<body>\n")
	b.WriteString("<div class=\"header\"><ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/zwgk/\">政务公开</a></li><li><a href=\"/bsfw/\">办事服务</a></li><li><a href=\"/hdjl/\">互动交流</a></li></ul></div>\n")
	b.WriteString("<div class=\"crumbs\">当前位置：<a href=\"/\">首页</a> &gt; <a href=\"/zwgk/\">政务公开</a> &gt; 年度报告</div>\n")
	fmt.Fprintf(&b, "<table class=\"meta\"><tr><td>索引号：</td><td>QX%d-0917</td><td>信息分类：</td><td>年度报告</td></tr><tr><td>发布机构：</td><td>%s</td><td>发布日期：</td><td>%s</td></tr></table>\n",
		s.Year, html.EscapeString(s.Agency), date)
	b.WriteString("<div class=\"content\">\n")
	s.body(&b, true)
	b.WriteString("</div>\n<div class=\"tools\">【打印本页】【关闭窗口】</div>\n<div class=\"footer\"><p>主办单位：" + html.EscapeString(s.Agency) + "　网站标识码：0917000001</p><p>备案号：示例ICP备00000001号</p></div>\n</body>\n</html>\n")
	return []byte(b.String())
}

// mht is the CMS page as a browser saves it in one file.
func (s *Specimen) mht() ([]byte, error) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := w.SetBoundary("----=_specimen_0917"); err != nil {
		return nil, err
	}
	b.WriteString("From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----=_specimen_0917\"\r\n\r\n")
	part, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Type":              {"text/html; charset=\"utf-8\""},
		"Content-Transfer-Encoding": {"quoted-printable"},
		"Content-Location":          {"https://www.example.com/zwgk/report.html"},
	})
	if err != nil {
		return nil, err
	}
	q := quotedprintable.NewWriter(part)
	if _, err := q.Write(s.cms()); err != nil {
		return nil, err
	}
	if err := q.Close(); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
