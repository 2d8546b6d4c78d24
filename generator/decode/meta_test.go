package decode

import (
	"strings"
	"testing"
)

// TestPageFields reads what pages print and carry about a document.
func TestPageFields(t *testing.T) {
	const title = "青山县水务局2024年政府信息公开工作年度报告"
	for _, page := range []struct {
		name, head, above, title       string
		published, source, agency, end string
	}{
		{name: "fields in a list", above: "<ul><li><b>索 引 号：</b>014/1</li><li><b>发布机构：</b>青山县水务局</li><li><b>发布日期：</b>2025-01-20</li></ul>", published: "2025-01-20"},
		{name: "fields in a table", above: "<table><tr><td>索引号:</td><td>014</td><td>公开日期:</td><td>2025年01月20日</td></tr></table>", published: "2025年01月20日"},
		{name: "one line, the date first", title: title + "</h1><p>日期：2025-01-20 来源：县水务局 作者：管理员 阅读：12次 【字体：大 中 小】</p><h1>", published: "2025-01-20"},
		{name: "one line of spans", title: title + "</h1><div><span>时间：2025-01-20 15:32:10</span><span>来源：本站</span></div><h1>", published: "2025-01-20"},
		{name: "a date in brackets before its source", title: title + "</h1><p>[ 2025.01.20 ]　来源：县水务局　【字体：大 中 小】</p><h1>", published: "2025.01.20"},
		{name: "digits only", head: `<meta name="publishdate" content="20250120">`, published: "20250120"},
		{name: "the address of the page", head: `<link rel="canonical" href="https://www.example.gov.cn/1.html">`, source: "https://www.example.gov.cn/1.html"},
		{name: "a page saved by a browser", head: `<!-- saved from url=(0034)https://www.example.gov.cn/2.html -->`, source: "https://www.example.gov.cn/2.html"},
		{name: "nobody named but as the page's source", head: `<meta name="ContentSource" content="青山县水务局">`, title: "2024年政府信息公开工作年度报告"},
		{name: "whom to ask is no author", title: "2024年政府信息公开工作年度报告", end: "<p>联系人：办公室。</p><p>青山县水务局</p><p>2025年1月17日</p>"},
		{name: "a second name in brackets", title: "青山县政务服务局（青山县行政审批局）2024年政府信息公开工作年度报告", agency: "青山县政务服务局"},
		{name: "an archive", title: "青山县档案馆2024年政府信息公开工作年度报告", agency: "青山县档案馆"},
	} {
		if page.title == "" {
			page.title = title
		}
		if page.agency == "" {
			page.agency = "青山县水务局"
		}
		text := "<html><head>" + page.head + "</head><body>" + page.above + "<h1>" + page.title + "</h1>" +
			"<p>一、总体情况</p><p>工作平稳。</p><p>五、存在的主要问题及改进情况</p><p>无。</p>" + page.end + "</body></html>"
		r, ds := File("2024.html", []byte(strings.ReplaceAll(text, "<h1></h1>", "")))
		if r == nil {
			t.Fatal(ds)
		}
		if r.Published.Text != page.published || r.Source != page.source || r.Agency.Text != page.agency || r.Year != 2024 {
			t.Errorf("%s: published %q, source %q, agency %q, year %d", page.name, r.Published.Text, r.Source, r.Agency.Text, r.Year)
		}
	}
}
