package hostile

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"unicode/utf16"

	"ogi/generator/internal/specimen"
)

// page is a web page that tries all at once; {head} is its front.
const page = `<title>x</title><script>{run}</script><body onload="{run}"><img src="{load}"><meta http-equiv=refresh content="1;url={load}"><iframe src="javascript:parent.{short}"></iframe><p>青溪镇2022年政府信息公开工作年度报告</p>`

// xpage is one of XML.
const xpage = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>{run}</script></head><body onload="{run}"><img src="{load}"/><p>x</p></body></html>`

const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="{run}"><script>{run}</script><image href="{load}"/></svg>`

// shapes are bytes of files in which a program that looks inside may see a page.
var shapes = []string{
	"<!DOCTYPE html><html><head>" + page,
	"<script>{run}</script>",
	" \r\n\t\f<HTML>" + page,
	"\ufeff<html>" + page,
	"\x00\x00<html>" + page,
	"\v\u00a0<html>" + page,
	strings.Repeat(" ", 600) + "<html>" + page,
	strings.Repeat("\n", 5000) + "<html>" + page,
	"<!-- " + strings.Repeat("x", 2000) + " --><html>" + page,
	"<!--><html>" + page,
	"<?xml version=\"1.0\"?>" + xpage,
	xpage,
	"<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY x '<script xmlns=\"http://www.w3.org/1999/xhtml\">{short}</script>'>]><html xmlns=\"http://www.w3.org/1999/xhtml\">&x;</html>",
	"<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"{load}\"?><a/>",
	svg,
	"<?xml version=\"1.0\"?>" + svg,
	"<!DOCTYPE svg>" + svg,
	"<rss version=\"2.0\"><channel><title><![CDATA[<script>{short}</script>]]></title></channel></rss>",
	"年度报告\n<html>" + page,
	"x<script>{run}</script><html></p></p></p>",
	"GIF89a<html>" + page,
	"GIF89a=1/*" + strings.Repeat("x", 40) + "*/;{short}",
	"%PDF-1.4\n<html>" + page,
	"%!PS-Adobe-3.0\n<html>" + page,
	"PK\x03\x04<html>" + page,
	"PK\x03\x04OFD.xml<html>" + page,
	"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1<html>" + page,
	"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1M\x00a\x00c\x00r\x00o\x00s\x00_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00",
	"{\\rtf1<html>" + page + "{\\object\\objdata 0105}{\\field{\\*\\fldinst HYPERLINK \"{load}\"}}",
	"BM\x00<html>" + page,
	"\xff\xd8\xff<html>" + page,
	"II*\x00<html>" + page,
	"MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html>" + page,
	"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html>" + page + "\r\n--b--\r\n",
	"<a href=\"javascript:{short}\">x</a>" + page,
	"<b>x</b>" + page,
	"<br>" + page,
	"<p>x" + page,
	"<h1>x</h1>" + page,
	"<table><td>x" + page,
	"<pre>x</pre>" + page,
	"<iframe src=\"{load}\"></iframe>" + page,
	"<meta charset=utf-7>+ADw-script+AD4-{short}+ADw-/script+AD4-" + page,
	"<meta charset=iso-2022-jp>\x1b$B<!--\x1b(B" + page,
	"<foo>" + page,
	"<foo xmlns=\"http://www.w3.org/1999/xhtml\">" + xpage + "</foo>",
	"</p>" + page,
	"<%@ page %>" + page,
	"<?php x ?>" + page,
	"<",
	"<!",
	"{\"a\":\"<script>{run}</script>\"}",
	"a,b\n=cmd|'/c calc'!A1,<script>{run}</script>\n",
	"# 年报\n\n<script>{run}</script>\n\n![x]({load})\n",
	"[InternetShortcut]\nURL=javascript:{short}\n",
	"#!/bin/sh\n{short}\n<html>",
	"body{background:url({load})}",
	"import '{load}';{short}",
	"Content-Type: text/html\n\n<html>" + page,
}

// endings are under what names they lie.
var endings = []string{
	".html", ".txt", ".md", ".ofd", ".et", ".wps", ".doc", ".docx", ".xlsx", ".xls", ".pdf", ".csv", ".mht", ".svg", ".xml", ".xhtml", ".jpg", ".gif", ".zip", ".bin",
	".hta", ".url", ".bat", ".js", ".json", ".css", ".swf", ".shtml", ".php", ".rtf", ".odt", ".ppt", ".webarchive", ".eml", ".txt.html", ".html.exe", "",
}

// shape is the bytes of the file with that number.
func (a *maker) shape(id int) []byte {
	n := id / perAgency * 2
	if id%perAgency == 3 {
		n++
	}
	switch n %= len(shapes) + 8; n - len(shapes) {
	case 0:
		return utf16s(a.fill("\ufeff<html>"+page, id), false)
	case 1:
		return utf16s(a.fill("\ufeff<html>"+page, id), true)
	case 2:
		return utf16s(a.fill("<html>"+page, id), false)
	case 3:
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write([]byte(a.fill("<html>"+page, id)))
		_ = z.Close()
		return b.Bytes()
	case 4: // a page before a zip that programs find from its end
		return append([]byte(a.fill("<html>"+page, id)), a.carry(a.plain(id).MustWrite(specimen.DOCX), specimen.DOCX, id)...)
	case 5:
		return a.carry(a.plain(id).MustWrite(specimen.PDF), specimen.PDF, id)
	case 6:
		return a.carry(a.plain(id).MustWrite(specimen.DOCX), specimen.DOCX, id)
	case 7:
		return a.carry(a.plain(id).MustWrite(specimen.XLSX), specimen.XLSX, id)
	}
	return []byte(a.fill(shapes[n], id))
}

func (a *maker) plain(id int) *specimen.Specimen {
	return specimen.Random(a.Seed+uint64(id), specimen.Options{Year: 2022, Max: 40})
}

func (a *maker) ending(id int) string { return endings[(id/perAgency*5+id)%len(endings)] }

// raw is a report of hostile bytes.
func (a *maker) raw(dir string, id int) {
	ext := a.ending(id)
	if ext == "" {
		ext = ".txt"
	}
	a.files[dir+"/2022"+ext] = a.shape(id)
	a.meta(dir, id, 2022, "")
}

// beside is an attachment or an earlier version, by a name that tries, too.
func (a *maker) beside(dir string, id int) {
	name := strings.NewReplacer("/", "", "\n", "", "\x1b", "", "\u202e", "", "\u202c", "").Replace(a.fill(folders[id/perAgency%len(folders)], id)) + a.ending(id)
	if id/perAgency%3 == 0 {
		name = "1" + a.ending(id)
	}
	a.files[dir+"/2024/"+name] = a.shape(id)
	role := []string{"attachment", "earlier"}[id/perAgency%2]
	a.meta(dir, id-2, 2024, fmt.Sprintf("[[file]]\npath = %s\nrole = \"main\"\n[[file]]\npath = %s\nrole = %q\nsearched = \"2026-03-02\"\n", quoted(a.main), quoted("2024/"+name), role))
}

func utf16s(s string, big bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}
