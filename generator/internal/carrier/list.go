package carrier

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"

	"ogi/generator/internal/specimen"
)

const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="%s" TargetMode="External"/></Relationships>`

var places = []spot{
	said("text", "联系人李某，手机{call}，身份证号{card}。"),
	said("text, soft hyphens", "手机{soft}。"),
	said("text, zero-width space", "手机{zero}。"),
	said("text, marks of direction", "身份证号{bidi}。"),
	said("text, full width", "手机{wide}。"),
	said("text, Chinese numerals", "手机{han}。"),
	said("text, parted", "手机{parted}。"),
	said("text, cut by a line end", "手机{head}\n{tail}。"),
	said("text, data: address", "![图](data:text/html;base64,{b64})"),
	tag("page", "<p>身份证号{card}</p>"),
	tag("page, tags between", "<p>手机<span>{head}</span><b>{tail}</b></p>"),
	tag("page, title attribute", `<p title="经办人 {call}">公开</p>`),
	tag("page, href", `<a href="https://example.org/{card}.html">链接</a>`),
	tag("page, href in codes", `<a href="/show?id={percents}">链接</a>`),
	tag("page, tel:", `<a href="tel:{call}">电话</a>`),
	tag("page, mailto:", `<a href="mailto:{call}@example.org">信箱</a>`),
	tag("page, data: address", `<iframe src="data:text/html;base64,{b64}"></iframe>`),
	tag("page, data: address in a style", `<style>p{background:url(data:text/html;base64,{b64})}</style>`),
	tag("page, script", `<script>var a={"c":"{call}","id":"{card}"};</script>`),
	tag("page, script in codes", `<script>var id="{codes}";</script>`),
	tag("page, JSON", `<script type="application/json">{"contact":"{call}"}</script>`),
	tag("page, comment", "<!-- 经办人手机{call} -->"),
	tag("page, style", "<style>/* {card} */</style>"),
	tag("page, class", `<p class="u{card} id-{card}" id="{card}">公开</p>`),
	tag("page, entities in an attribute", `<img src="/a.png" alt="{entities}">`),
	tag("page, hidden", `<p style="display:none">手机{call}</p>`),
	tag("page, template", `<template><p>身份证号{card}</p></template>`),
	tag("page, meta", `<meta name="author" content="李某 {call}">`),
	tag("page, event", `<p onclick="call('{call}')">公开</p>`),
	tag("page, names of attributes", "<p tel: {call} {card}>公开</p>"),
	tag("page, end of a tag", "<b>公开</b tel: {call} id: {card}>"),
	tag("page, data attribute", `<p data-user="{card}">公开</p>`),
	part("Word, text", "", `<w:p><w:r><w:t>手机{head}</w:t></w:r><w:r><w:t>{tail}</w:t></w:r></w:p>`),
	part("Word, alt text", "", `<w:p><w:r><w:drawing><wp:inline xmlns:wp="p"><wp:docPr id="1" name="图1" descr="李某 {call}"/></wp:inline></w:drawing></w:r></w:p>`),
	part("Word, field code", "", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "tel:{head}</w:instrText></w:r><w:r><w:instrText>{tail}"</w:instrText></w:r></w:p>`),
	part("Word, hidden text", "", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>手机{call}</w:t></w:r></w:p>`),
	part("Word, deleted text", "", `<w:p><w:del><w:r><w:delText>手机{call}</w:delText></w:r></w:del></w:p>`),
	part("Word, link", "word/_rels/document.xml.rels", fmt.Sprintf(rels, "tel:{call}")),
	part("Word, web link", "word/_rels/document.xml.rels", fmt.Sprintf(rels, "https://example.org/{card}")),
	part("Word, people", "word/people.xml", `<w15:people xmlns:w15="w"><w15:person w15:author="{call}"><w15:presenceInfo w15:userId="S::{card}@example.org"/></w15:person></w15:people>`),
	part("Word, comment", "word/comments.xml", `<w:comments xmlns:w="w"><w:comment w:id="4" w:author="王某"><w:p><w:r><w:t>问{call}</w:t></w:r></w:p></w:comment></w:comments>`),
	part("Word, author of a comment", "word/comments.xml", `<w:comments xmlns:w="w"><w:comment w:id="4" w:author="{call}"><w:p><w:r><w:t>好</w:t></w:r></w:p></w:comment></w:comments>`),
	part("Word, header", "word/header1.xml", `<w:hdr xmlns:w="w"><w:p><w:r><w:t>手机{call}</w:t></w:r></w:p></w:hdr>`),
	part("Word, settings", "word/settings.xml", `<w:settings xmlns:w="w"><w:docVars><w:docVar w:name="经办" w:val="{card}"/></w:docVars></w:settings>`),
	part("Word, custom XML", "customXml/item1.xml", `<root><phone>{call}</phone></root>`),
	part("Word, properties", "docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>李某 {call}</dc:creator></cp:coreProperties>`),
	part("Word, properties of its own", "docProps/custom.xml", `<Properties><property name="{card}"><lpwstr>1</lpwstr></property></Properties>`),
	{"Word, embedded workbook", func(c Carrier) map[string][]byte {
		return one("2024.docx", office(report(c, specimen.DOCX), "word/embeddings/book1.xlsx", packed("xl/sharedStrings.xml", fill(c, `<sst><si><t>李某</t></si><si><r><t>{head}</t></r><r><t>{tail}</t></r></si></sst>`))))
	}},
	{"Word, embedded object", func(c Carrier) map[string][]byte {
		return one("2024.docx", office(report(c, specimen.DOCX), "word/embeddings/oleObject1.bin", ole+noise+utf16s("身份证号"+c.Card, false)+noise))
	}},
	{"Word, EXIF of a picture", func(c Carrier) map[string][]byte {
		return one("2024.docx", office(report(c, specimen.DOCX), "word/media/image1.jpeg", jpeg+"李某 "+c.Call+"\x00"+noise))
	}},
	{"Word, name of a part", func(c Carrier) map[string][]byte {
		return one("2024.docx", office(report(c, specimen.DOCX), "word/media/"+c.Call+".txt", "a"))
	}},
	sheet("Excel, defined name", "xl/names.xml", `<definedNames><definedName name="a" comment="李某 {call}">Sheet1!$A$1</definedName></definedNames>`),
	sheet("Excel, validation", "xl/worksheets/sheet9.xml", `<worksheet><dataValidations><dataValidation promptTitle="联系" prompt="请致电{call}"><formula1>"{card},无"</formula1></dataValidation></dataValidations></worksheet>`),
	sheet("Excel, external link", "xl/externalLinks/_rels/externalLink1.xml.rels", fmt.Sprintf(rels, "file:///D:/{card}/a.xlsx")),
	sheet("Excel, unused text", "xl/sharedStrings9.xml", `<sst><si><t>手机{call}</t></si></sst>`),
	sheet("Excel, alt text", "xl/drawings/drawing1.xml", `<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="图" descr="身份证 {card}"/></xdr:wsDr>`),
	sheet("Excel, comment", "xl/comments9.xml", `<comments><commentList><comment ref="A1"><text><r><t>{head}</t></r><r><t>{tail}</t></r></text></comment></commentList></comments>`),
	sheet("Excel, properties of its own", "docProps/custom.xml", `<Properties><property name="电话"><lpwstr>{call}</lpwstr></property></Properties>`),
	object("PDF, properties", "<< /Title (13) /Author ({call}) >>"),
	object("PDF, UTF-16", "<< /Contents ({utf16}) >>"),
	object("PDF, note", "<< /Type /Annot /Subtype /Text /Contents ({card}) >>"),
	object("PDF, form field", "<< /FT /Tx /T (a) /V ({call}) >>"),
	object("PDF, link", "<< /S /URI /URI (tel:{call}) >>"),
	object("PDF, web link", "<< /S /URI /URI (https://example.org/{card}) >>"),
	object("PDF, script", `<< /S /JavaScript /JS (var a = "{card}";) >>`),
	{"PDF, XMP", func(c Carrier) map[string][]byte {
		return pdfStream(c, "/Type /Metadata /Subtype /XML", fill(c, `<x:xmpmeta xmlns:x="x"><dc:creator>李某 {call}</dc:creator></x:xmpmeta>`), false)
	}},
	{"PDF, attachment", func(c Carrier) map[string][]byte {
		return pdfStream(c, "/Type /EmbeddedFile", "经办人手机"+c.Call, true)
	}},
	{"PDF, packed objects", func(c Carrier) map[string][]byte {
		return pdfStream(c, "/Type /ObjStm /N 1 /First 4", "1 0 << /V ("+c.Card+") >>", true)
	}},
	mht("web archive, part not shown", "Content-Type: text/html\r\nContent-Location: https://example.org/b.html", "<html><body><p>手机{call}</p></body></html>"),
	mht("web archive, text part", "Content-Type: text/plain; charset=utf-8", "经办人手机{call}"),
	mht("web archive, script part", "Content-Type: application/javascript", `var id = "{card}";`),
	mht("web archive, place of a part", "Content-Type: image/png\r\nContent-Location: https://example.org/{card}.png", "x"),
	binary("old Word, UTF-16", "old.doc", func(c Carrier) []byte {
		return []byte(ole + noise + utf16s("联系人李某，手机"+c.Call+"，身份证号"+c.Card, false) + noise)
	}),
	binary("old Word, bytes", "old.wps", func(c Carrier) []byte { return []byte(ole + noise + string(gbk("李某 "+c.Call)) + noise) }),
	binary("old Excel", "old.xls", func(c Carrier) []byte { return []byte(ole + noise + utf16s(c.Call, true) + noise) }),
	binary("picture, EXIF", "scan.jpg", func(c Carrier) []byte { return []byte(jpeg + "tel " + c.Call + "\x00" + noise) }),
	binary("picture, packed text", "scan.png", func(c Carrier) []byte {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write([]byte("tel " + c.Call))
		_ = w.Close()
		text := "Comment\x00\x00" + z.String()
		return []byte("\x89PNG\r\n\x1a\n\x00\x00\x00" + string(rune(len(text))) + "zTXt" + text + "\x00\x00\x00\x00")
	}),
	binary("OFD", "a.ofd", func(c Carrier) []byte {
		return []byte(packed("OFD.xml", fill(c, `<ofd:OFD xmlns:ofd="o"><ofd:Author>李某 {call}</ofd:Author></ofd:OFD>`)))
	}),
	binary("unknown", "a.bin", func(c Carrier) []byte { return []byte("Rar!\x1a" + noise + " " + c.Call + " " + noise) }),
	toml("TOML, name", "agency.toml", "name = \"青溪镇 李某{call}\"\nregion = \"410403\"\n"),
	toml("TOML, aliases", "agency.toml", "name = \"青溪镇\"\nregion = \"410403\"\naliases = [\"李某{call}\"]\n"),
	toml("TOML, homepage", "agency.toml", "name = \"青溪镇\"\nregion = \"410403\"\nhomepage = \"https://example.org/{card}\"\n"),
	toml("TOML, source", "2024.toml", "source = \"https://example.org/{card}.html\"\n"),
	toml("TOML, withdrawn", "2024.toml", "withdrawn = \"应李某（{call}）要求\"\n"),
	toml("TOML, note", "2024.notes.toml", "[[note]]\nrule = \"requests-balance\"\nstatus = \"explained\"\nvalue = \"1\"\ntext = \"请致电{call}\"\nlink = \"https://example.org/{card}\"\n"),
	toml("TOML, unknown key", "2024.toml", "{call} = \"x\"\n"),
	toml("TOML, bad value", "2024.toml", "source = \"{call}\"\n"),
	toml("TOML, syntax", "2024.toml", "source = 手机{call}\n"),
	toml("name of a file", "附件{call}.txt", "经办人手机{call}\n"),
	{"reading by a person", func(c Carrier) map[string][]byte {
		return map[string][]byte{
			"2024.jpg":        []byte(jpeg + noise),
			"2024.cells.toml": []byte(fill(c, "sha256 = \""+strings.Repeat("0", 64)+"\"\nform = \"2021\"\n[[cell]]\nkey = \"requests.received.total\"\nvalue = \"{call}\"\nplace = \"第3页\"\nby = \"李某{call}\"\n")),
		}
	}},
	{"cells", func(c Carrier) map[string][]byte {
		b := report(c, specimen.HTML)
		at := bytes.LastIndexByte(b[:bytes.Index(b, []byte("二、主动公开"))], '<')
		return one("2024.html", []byte(string(b[:at])+fill(c, "<table><tr><td>联系电话</td><td>{call}</td></tr></table>")+string(b[at:])))
	}},
	{"title", func(c Carrier) map[string][]byte {
		b := string(report(c, specimen.Tab))
		return one("2024.txt", []byte(strings.Replace(b, "2024年", "2024年（李某"+c.Call+"）", 1)))
	}},
}

func pdfStream(c Carrier, dict, body string, pack bool) map[string][]byte {
	if pack {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write([]byte(body))
		_ = w.Close()
		body, dict = z.String(), dict+" /Filter /FlateDecode"
	}
	return object("", fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(body), body)).make(c)
}
