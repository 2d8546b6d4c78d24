package carrier

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/internal/specimen"
)

// report is a sound report of a kind by the carrier's agency.
func report(c Carrier, k specimen.Kind) []byte {
	return specimen.Random(7, specimen.Options{Year: 2024, Max: 40, Agency: c.Name2}).MustWrite(k)
}

// Report is a sound report of an agency that says so much more.
func Report(agency string, said []string) []byte {
	return with(report(Carrier{Name2: agency}, specimen.Tab), strings.Join(said, "。\n")+"。\n")
}

func one(name string, b []byte) map[string][]byte { return map[string][]byte{name: b} }

// with puts words before the second section.
func with(b []byte, words string) []byte {
	at := bytes.Index(b, []byte("二、主动公开"))
	if at < 0 {
		panic("carrier: no section two")
	}
	return []byte(string(b[:at]) + words + string(b[at:]))
}

// said is a place in a text.
func said(name, words string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		return one("2024.txt", with(report(c, specimen.Tab), fill(c, words)+"\n"))
	}}
}

// tag is a place in a page.
func tag(name, markup string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		b := report(c, specimen.HTML)
		at := bytes.LastIndexByte(b[:bytes.Index(b, []byte("二、主动公开"))], '<')
		return one("2024.html", []byte(string(b[:at])+fill(c, markup)+string(b[at:])))
	}}
}

// fill puts the numbers in: {card}, {call}, and as base64, entities and codes.
func fill(c Carrier, s string) string {
	b64 := func(t string) string { return base64.StdEncoding.EncodeToString([]byte(t)) }
	entities, codes, percents := "", "", ""
	for _, r := range c.Card {
		entities += fmt.Sprintf("&#%d;", r)
		codes += fmt.Sprintf("\\u%04x", r)
		percents += fmt.Sprintf("%%%02X", r)
	}
	return strings.NewReplacer("{card}", c.Card, "{call}", c.Call, "{b64}", b64("<p>身份证号"+c.Card+"</p>"), "{entities}", entities, "{codes}", codes, "{percents}", percents,
		"{soft}", c.Call[:3]+"\u00ad"+c.Call[3:7]+"\u00ad"+c.Call[7:], "{zero}", c.Call[:5]+"\u200b"+c.Call[5:], "{bidi}", c.Card[:6]+"\u202a"+c.Card[6:14]+"\u202c"+c.Card[14:],
		"{wide}", wide(c.Call), "{han}", han(c.Call), "{parted}", c.Call[:3]+"-"+c.Call[3:7]+"-"+c.Call[7:], "{head}", c.Call[:4], "{tail}", c.Call[4:]).Replace(s)
}

func wide(s string) string { return strings.Map(func(r rune) rune { return r - '0' + '０' }, s) }
func han(s string) string {
	return strings.Map(func(r rune) rune { return []rune("〇一二三四五六七八九")[r-'0'] }, s)
}

// part is a place in a part of a Word file; an empty name means the body.
func part(name, file, text string, more ...string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		return one("2024.docx", office(report(c, specimen.DOCX), file, fill(c, text), more...))
	}}
}

// sheet is the same for Excel.
func sheet(name, file, text string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		return one("2024.xlsx", office(report(c, specimen.XLSX), file, fill(c, text)))
	}}
}

// object is a place in an object of a PDF.
func object(name, text string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		b := report(c, specimen.PDF)
		at := bytes.Index(b, []byte("\n")) + 1
		_ = at
		i := bytes.LastIndex(b, []byte("xref"))
		for i > 0 && bytes.HasSuffix(b[:i], []byte("start")) {
			i = bytes.LastIndex(b[:i], []byte("xref"))
		}
		t := fill(c, text)
		if strings.Contains(t, "{utf16}") {
			t = strings.ReplaceAll(t, "{utf16}", "\xfe\xff"+utf16s("身份证号"+c.Card, true))
		}
		return one("2024.pdf", []byte(string(b[:i])+"900 0 obj\n"+t+"\nendobj\n"+string(b[i:])))
	}}
}

// binary is a place in bytes that no program reads, as an attachment.
func binary(name, file string, make func(Carrier) []byte) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		return map[string][]byte{
			"2024.txt": report(c, specimen.Tab), file: make(c),
			"2024.toml": []byte("[[file]]\npath = \"2024.txt\"\nrole = \"main\"\n[[file]]\npath = \"" + file + "\"\nrole = \"attachment\"\nsearched = \"2026-03-02\"\n"),
		}
	}}
}

func utf16s(s string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

var jpeg = "\xff\xd8\xff\xe1\x00\x40Exif\x00\x00II*\x00\x08\x00\x00\x00"

var noise = strings.Repeat("\x00\x01\x80\xfe", 64)

// toml is a place in a file of the archive itself.
func toml(name, file, text string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		return map[string][]byte{"2024.txt": report(c, specimen.Tab), file: []byte(fill(c, text))}
	}}
}

// mht is a place in a part of a web archive.
func mht(name, header, text string) spot {
	return spot{name, func(c Carrier) map[string][]byte {
		b := string(report(c, specimen.MHT))
		i := strings.Index(b, "boundary=")
		mark := strings.Trim(b[i+9:i+9+strings.IndexAny(b[i+9:], "\r\n;")], "\"")
		end := strings.LastIndex(b, "--"+mark+"--")
		return one("2024.mht", []byte(b[:end]+"--"+mark+"\r\n"+fill(c, header)+"\r\n\r\n"+fill(c, text)+"\r\n"+b[end:]))
	}}
}

func gbk(s string) []byte {
	b, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	return b
}
