package growth

import (
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

func wordPara(s string) string {
	var b strings.Builder
	_ = s
	b.WriteString("<w:p><w:r><w:t xml:space=\"preserve\">" + s + "</w:t></w:r></w:p>")
	return b.String()
}

func (l *list) word() {
	r := strings.Repeat
	doc := func(name string, per int, f func(n int) string) {
		l.add("docx/"+name, specimen.DOCX, per, func(n int) []byte {
			return specimen.WordDocument(wordPara("青禾县教育局2024年政府信息公开工作年度报告") + wordPara("一、总体情况") + f(n) + wordPara("五、存在的主要问题"))
		})
	}
	drep := func(name, t string) { doc(name, len(t), func(n int) string { return r(t, n) }) }
	dpair := func(name, o, c string) {
		doc("nest "+name, len(o)+len(c), func(n int) string { return r(o, n) + r(c, n) })
	}
	for _, e := range strings.Fields("p r t tbl tr tc sdt sdtContent hyperlink ins del moveFrom fldSimple smartTag pict txbxContent object drawing customXml") {
		drep("open "+e, "<w:"+e+">")
		drep("pairs "+e, "<w:"+e+"></w:"+e+">")
		dpair(e, "<w:"+e+">", "</w:"+e+">")
	}
	run := func(pr, t string) string { return "<w:r><w:rPr>" + pr + "</w:rPr><w:t>" + t + "</w:t></w:r>" }
	for _, pr := range []string{"", "<w:strike/>", "<w:vanish/>", "<w:vertAlign w:val='superscript'/>", "<w:color w:val='FFFFFF'/>", "<w:rStyle w:val='a'/>", "<w:sz w:val='2'/>"} {
		doc("runs "+pr, len(pr)+50, func(n int) string { return "<w:p>" + r(run(pr, "5件")+run("", "，"), n) + "</w:p>" })
		doc("paras "+pr, len(pr)+50, func(n int) string { return r("<w:p>"+run(pr, "收到5件")+"</w:p>", n) })
		doc("cell runs "+pr, len(pr)+50, func(n int) string {
			return "<w:tbl><w:tr><w:tc><w:p>" + r(run(pr, "5")+run("", "，"), n) + "</w:p></w:tc></w:tr></w:tbl>"
		})
	}
	doc("rows", 50, func(n int) string {
		return "<w:tbl>" + r("<w:tr><w:tc>"+wordPara("规章")+"</w:tc><w:tc>"+wordPara("1")+"</w:tc></w:tr>", n) + "</w:tbl>"
	})
	doc("cells", 50, func(n int) string {
		return "<w:tbl><w:tr>" + r("<w:tc>"+wordPara("1")+"</w:tc>", n) + "</w:tr></w:tbl>"
	})
	doc("paras in cell", 50, func(n int) string {
		return "<w:tbl><w:tr><w:tc>" + r(wordPara("1"), n) + "</w:tc></w:tr></w:tbl>"
	})
	doc("tables in cell", 50, func(n int) string {
		return "<w:tbl><w:tr><w:tc>" + r("<w:tbl><w:tr><w:tc>"+wordPara("1")+"</w:tc></w:tr></w:tbl>", n) + "</w:tc></w:tr></w:tbl>"
	})
	doc("vmerge", 50, func(n int) string {
		return "<w:tbl>" + r("<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>"+wordPara("1")+"</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>"+wordPara("1")+"</w:tc></w:tr>", n) + "</w:tbl>"
	})
	doc("gridspan", 50, func(n int) string {
		return "<w:tbl>" + r("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='60'/></w:tcPr>"+wordPara("1")+"</w:tc></w:tr>", n) + "</w:tbl>"
	})
	doc("tables", 50, func(n int) string { return r("<w:tbl><w:tr><w:tc>"+wordPara("规章")+"</w:tc></w:tr></w:tbl>", n) })
	doc("fields", 50, func(n int) string {
		return "<w:p>" + r("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r>", n) + "</w:p>"
	})
	doc("field pairs", 50, func(n int) string {
		return "<w:p>" + r("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>", n) + "</w:p>"
	})
	doc("tabs", 8, func(n int) string { return "<w:p><w:r>" + r("<w:tab/>", n) + "</w:r></w:p>" })
	doc("tabrows", 8, func(n int) string { return r("<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>1</w:t></w:r></w:p>", n) })
	doc("brs", 8, func(n int) string { return "<w:p><w:r>" + r("<w:br/><w:t>1</w:t>", n) + "</w:r></w:p>" })
	doc("numPr", 8, func(n int) string {
		return r("<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>", n)
	})
	doc("footnote refs", 8, func(n int) string {
		return "<w:p>" + r("<w:r><w:t>5</w:t><w:footnoteReference w:id='1'/></w:r>", n) + "</w:p>"
	})
	doc("comments", 8, func(n int) string { return r("<w:commentRangeStart w:id='1'/>", n) })
	doc("bookmarks", 8, func(n int) string { return r("<w:bookmarkStart w:id='1'/>", n) })
	doc("textboxes", 8, func(n int) string {
		return r("<w:p><w:r><w:pict><v:textbox><w:txbxContent>"+wordPara("5件")+"</w:txbxContent></v:textbox></w:pict></w:r></w:p>", n)
	})
	doc("attrs", 8, func(n int) string { return "<w:p" + r(" w:a='1'", n) + "></w:p>" })
	doc("ents", 8, func(n int) string { return wordPara(r("&#49;", n)) })
	doc("cdata", 8, func(n int) string { return wordPara(r("<![CDATA[1]]>", n)) })
	doc("xcomments", 8, func(n int) string { return wordPara(r("<!-- -->1", n)) })
	for _, t := range []string{"张三13800138000、", "收到5件，", "5", "2024年", "青溪镇", "（", "《", "第五条"} {
		doc("para "+t, len(t), func(n int) string { return wordPara(r(t, n)) })
	}
	part := func(name string, per int, f func(n int) []string) {
		l.add("docx/part "+name, specimen.DOCX, per, func(n int) []byte {
			b, _ := specimen.Zip(append([]string{"word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + r("<w:p><w:pPr><w:pStyle w:val='s1'/></w:pPr><w:r><w:t>收到5件</w:t></w:r></w:p>", n) + "</w:body></w:document>"}, f(n)...)...)
			return b
		})
	}
	const wns = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
	part("styles", 130, func(n int) []string {
		var w strings.Builder
		for i := range n {
			fmt.Fprintf(&w, "<w:style w:type='paragraph' w:styleId='s%d'><w:basedOn w:val='s%d'/></w:style>", i, i+1)
		}
		return []string{"word/styles.xml", "<w:styles" + wns + ">" + w.String() + "</w:styles>"}
	})
	part("styles same", 130, func(n int) []string {
		return []string{"word/styles.xml", "<w:styles" + wns + ">" + r("<w:style w:type='paragraph' w:styleId='s1'><w:basedOn w:val='s1'/></w:style>", n) + "</w:styles>"}
	})
	part("numbering", 100, func(n int) []string {
		return []string{"word/numbering.xml", "<w:numbering" + wns + ">" + r("<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>", n) + "</w:numbering>"}
	})
	part("footnotes", 100, func(n int) []string {
		return []string{"word/footnotes.xml", "<w:footnotes" + wns + ">" + r("<w:footnote w:id='1'><w:p><w:r><w:t>张三13800138000</w:t></w:r></w:p></w:footnote>", n) + "</w:footnotes>"}
	})
	part("rels", 100, func(n int) []string {
		return []string{"word/_rels/document.xml.rels", "<Relationships>" + r("<Relationship Id='a' Target='http://a.cn/13800138000' Type='h'/>", n) + "</Relationships>"}
	})
	part("entries", 100, func(n int) []string {
		var p []string
		for i := range n {
			p = append(p, fmt.Sprintf("word/x%d.xml", i), "<a>13800138000</a>")
		}
		return p
	})
	part("binary", 10, func(n int) []string { return []string{"word/media/a.bin", r("13800138000\x00", n)} })
	part("binary16", 10, func(n int) []string { return []string{"word/media/a.bin", r("1\x003\x00", n)} })
	part("core", 10, func(n int) []string { return []string{"docProps/core.xml", "<a>" + r("<b>张三</b>", n) + "</a>"} })
	part("nested zip", 10, func(n int) []string {
		b, _ := specimen.Zip("word/document.xml", r("<a>1</a>", n))
		return []string{"word/embeddings/a.docx", string(b), "word/embeddings/b.docx", string(b)}
	})
}
