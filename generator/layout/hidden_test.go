package layout

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ogi/generator/internal/specimen"
)

// hiddenOf lists what a file carries unseen, a line each, and checks that none
// of it is in a block.
func hiddenOf(t *testing.T, name string, b []byte) string {
	t.Helper()
	d, _, err := Read(name, b)
	if err != nil {
		t.Fatal(err)
	}
	shown := showDoc(d)
	var out strings.Builder
	for _, h := range d.Hidden {
		if strings.Contains(shown, h.Text) {
			t.Errorf("%s %q is in the text, too", h.Origin, h.Text)
		}
		out.WriteString(h.Origin + " " + h.Text)
		if !h.Pos.IsZero() {
			out.WriteString(" @" + h.Pos.String())
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func TestHiddenTextOfWord(t *testing.T) {
	b, err := specimen.Zip(
		"word/comments.xml", `<w:comments xmlns:w="w"><w:comment w:id="4" w:author="王某"><w:p><w:r><w:t>此数</w:t></w:r><w:r><w:t>待核</w:t></w:r></w:p></w:comment></w:comments>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>含派出机构</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/footer1.xml", `<w:ftr xmlns:w="w"><w:p><w:r><w:t>第 页</w:t></w:r></w:p></w:ftr>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>李某</dc:creator><cp:revision>3</cp:revision></cp:coreProperties>`,
		"docProps/app.xml", `<Properties><Application>WPS</Application><Company>青山县司法局</Company></Properties>`,
		"docProps/custom.xml", `<Properties><property name="联系电话"><vt:lpwstr xmlns:vt="v">555</vt:lpwstr></property></Properties>`,
		"word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>公开</w:t></w:r></w:p><w:p>`+
			`<w:r><w:t>信息</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:commentReference w:id="4"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`+
			`<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p></w:body></w:document>`,
	)
	if err != nil {
		t.Fatal(err)
	}
	want := "修订 旧 @para=2\n隐藏文字 藏 @para=2\n批注 王某：此数待核 @para=2\n脚注 含派出机构 @para=2\n页眉页脚 第 页\n" +
		"文档属性 作者：李某\n文档属性 单位：青山县司法局\n文档属性 联系电话：555\n"
	if got := hiddenOf(t, "a.docx", b); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHiddenTextOfWorkbooks(t *testing.T) {
	x := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(x.SetSheetRow("Sheet1", "A1", &[]string{"规章", "1"}))
	check(x.AddComment("Sheet1", excelize.Comment{Cell: "B1", Author: "王某", Text: "待核"}))
	_, err := x.NewSheet("底稿")
	check(err)
	check(x.SetSheetRow("底稿", "A2", &[]string{"经办人", "张某"}))
	check(x.SetSheetVisible("底稿", false))
	check(x.SetDocProps(&excelize.DocProperties{Creator: "李某"}))
	var b bytes.Buffer
	check(x.Write(&b))
	want := "批注 王某：待核 @sheet=Sheet1 row=1 cell=2\n隐藏的工作表 经办人\t张某 @sheet=底稿 row=2\n文档属性 作者：李某\n"
	if got := hiddenOf(t, "a.xlsx", b.Bytes()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHiddenTextOfPages(t *testing.T) {
	page := `<html><head><script>
var a = 1; // 联系人 张某
var id = 20240117;
</script><style>p{}</style></head><body>
<!-- 待补充：电话 -->
<!-- end -->
<p>公开</p><img src="/2024011712345678.png" alt="申请表 王某"><a href="tel:13900000000">电话</a>
<textarea>草稿
内容</textarea></body></html>`
	want := "网页脚本 var a = 1; // 联系人 张某 @2:1\n网页脚本 var id = 20240117; @3:1\n网页注释 <!-- 待补充：电话 --> @5:1\n" +
		"网页属性 申请表 王某 @7:10\n网页属性 tel:13900000000 @7:56\n网页隐藏内容 草稿 @8:11\n网页隐藏内容 内容 @9:1\n"
	if got := hiddenOf(t, "a.html", []byte(page)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHiddenTextOfPDF(t *testing.T) {
	b := specimen.Random(1, specimen.Options{}).MustWrite(specimen.PDF)
	i := bytes.LastIndex(b, []byte("/Root "))
	b = append(append(append([]byte{}, b[:i]...), "/Info << /Author (Zhang) /Producer (p) /Title <FEFF8349> >> "...), b[i:]...)
	if got, want := hiddenOf(t, "a.pdf", b), "文档属性 标题：草\n文档属性 作者：Zhang\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHiddenTextIsBounded(t *testing.T) {
	page := "<p>公开</p><script>" + strings.Repeat("// 联系人\n", 100_000) + "</script>"
	d, _, err := Read("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for _, h := range d.Hidden {
		size += len(h.Text)
	}
	if size > maxHidden || len(d.Notes) != 1 {
		t.Errorf("%d bytes kept, notes %q", size, d.Notes)
	}
}
