package word_test

import (
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func TestHiddenText(t *testing.T) {
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
	if got := blocks.Hidden(t, "a.docx", b); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
