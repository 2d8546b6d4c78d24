package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/place"
)

// decode turns the bytes of a text into a string: by byte order mark, then
// UTF-8, then what the page declares or the bytes look like. Damage is an
// error with its place, since a wrong character may be a wrong number.
func decode(b []byte, kind Kind) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		encoding, b = "utf-8-bom", b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return utf16Text(b[2:], false)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return utf16Text(b[2:], true)
	default:
		encoding = "utf-8"
	}
	if at := bytes.IndexByte(b, 0); at >= 0 {
		if big, ok := looksUTF16(b); ok {
			return utf16Text(b, big)
		}
		return "", "", &Error{
			Pos: placeOf(b, at), Message: "文件不是文本（含有零字节）",
			Remedy: "请确认文件格式，必要时用办公软件打开后另存为 docx、xlsx 或 txt（UTF-8）",
		}
	}
	if utf8.Valid(b) {
		return blankCheck(string(b), encoding)
	}
	bad, good, broken := survey(b)
	if encoding == "utf-8" && good <= 4*broken || kind == HTML && declaresGB(b) && good <= 20*broken {
		if s, ok := gbText(b); ok {
			return blankCheck(s, "gb18030")
		}
	}
	pos := placeOf(b, bad)
	return "", "", &Error{
		Pos: pos, Message: fmt.Sprintf("此处不是合法的 UTF-8 编码（字节 %#x）", b[bad]),
		Remedy: "文件在转存中受损；请重新下载原文件，或以 UTF-8 另存",
	}
}

func blankCheck(s, encoding string) (string, string, error) {
	if strings.TrimSpace(s) == "" {
		return "", "", &Error{Message: "文件里只有空白", Remedy: "请重新下载或另存后再放入"}
	}
	return s, encoding, nil
}

// survey counts multi-byte characters that are whole and broken, and finds the
// first broken byte.
func survey(b []byte) (bad, good, broken int) {
	bad = -1
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			if bad < 0 {
				bad = i
			}
			broken++
		} else {
			good++
		}
		i += n
	}
	return bad, good, broken
}

// placeOf is the place of a byte in bytes that are no valid text: columns count
// what can be counted.
func placeOf(b []byte, at int) place.Pos {
	line := 1 + bytes.Count(b[:at], []byte("\n"))
	start := bytes.LastIndexByte(b[:at], '\n') + 1
	return place.Pos{Line: line, Col: utf8.RuneCount(b[start:at]) + 1}
}

func declaresGB(b []byte) bool {
	head := bytes.ToLower(b[:min(len(b), 4096)])
	i := bytes.Index(head, []byte("charset"))
	if i < 0 {
		return false
	}
	rest := bytes.TrimLeft(head[i+len("charset"):], " =\"'")
	return bytes.HasPrefix(rest, []byte("gb"))
}

// gbText decodes GB18030, of which GBK and GB2312 are parts. It accepts only
// text whose two-byte characters are mostly the common ones of GB2312: nearly
// any bytes can be read as GB18030.
func gbText(b []byte) (string, bool) {
	two, common := 0, 0
	for i := 0; i+1 < len(b); i++ {
		if b[i] < 0x81 {
			continue
		}
		two++
		if b[i+1] >= 0xA1 && (b[i] >= 0xB0 && b[i] <= 0xF7 || b[i] >= 0xA1 && b[i] <= 0xA3) {
			common++
		}
		i++
	}
	if common*10 < two*8 {
		return "", false
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(b)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

func looksUTF16(b []byte) (big, ok bool) {
	n := min(len(b), 4096) &^ 1
	even, odd := 0, 0
	for i := 0; i < n; i += 2 {
		if b[i] == 0 {
			even++
		}
		if b[i+1] == 0 {
			odd++
		}
	}
	switch {
	case odd >= 4 && odd > 4*even && odd*50 > n:
		return false, true
	case even >= 4 && even > 4*odd && even*50 > n:
		return true, true
	}
	return false, false
}

func utf16Text(b []byte, big bool) (string, string, error) {
	name := "utf-16le"
	if big {
		name = "utf-16be"
	}
	u := make([]uint16, len(b)/2)
	for i := range u {
		lo, hi := uint16(b[2*i]), uint16(b[2*i+1])
		if big {
			lo, hi = hi, lo
		}
		u[i] = hi<<8 | lo
	}
	var out strings.Builder
	out.Grow(len(b))
	line, col := 1, 1
	for i := 0; i < len(u); i++ {
		r := rune(u[i])
		if utf16.IsSurrogate(r) {
			r = utf8.RuneError
			if i+1 < len(u) {
				r = utf16.DecodeRune(rune(u[i]), rune(u[i+1]))
			}
			if r == utf8.RuneError {
				return "", "", &Error{Pos: place.Pos{Line: line, Col: col}, Message: "此处不是合法的 UTF-16 编码", Remedy: "请以 UTF-8 重新另存"}
			}
			i++
		}
		if r == 0 {
			return "", "", &Error{Pos: place.Pos{Line: line, Col: col}, Message: "文件不是文本（含有零字符）", Remedy: "请确认文件格式"}
		}
		col++
		if r == '\n' {
			line, col = line+1, 1
		}
		out.WriteRune(r)
	}
	if len(b)%2 != 0 {
		return "", "", &Error{Pos: place.Pos{Line: line, Col: col}, Message: "文件在一个 UTF-16 字符中间截断", Remedy: "请重新下载原文件"}
	}
	return blankCheck(out.String(), name)
}
