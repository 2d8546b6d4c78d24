package config

import (
	"bytes"
	"errors"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"ogi/generator/diag"
	"ogi/generator/personal"
	"ogi/generator/place"
)

// ReadSite reads site.toml. name is the path for messages. What could not be
// used is a diagnostic and keeps its default; the rest holds.
func ReadSite(name string, b []byte) (Site, []diag.Diagnostic) {
	s := Site{Languages: []string{"zh", "en"}, SmallN: 5, Data: Data{Formats: []string{"agencies", "csv", "excel"}}}
	ds := read(name, b, &s)
	return s, ds
}

// ReadAgency reads agency.toml.
func ReadAgency(name string, b []byte) (Agency, []diag.Diagnostic) {
	var a Agency
	ds := read(name, b, &a)
	return a, ds
}

// ReadYear reads <year>.toml.
func ReadYear(name string, b []byte) (Year, []diag.Diagnostic) {
	var y Year
	ds := read(name, b, &y)
	return y, ds
}

// ReadNotes reads <year>.notes.toml.
func ReadNotes(name string, b []byte) (Notes, []diag.Diagnostic) {
	var n Notes
	ds := read(name, b, &n)
	return n, ds
}

// read decodes b into the struct that into points to. The library checks the
// syntax; names, types and closed lists are checked against the struct here,
// since the library names only the first fault and without its place.
func read(name string, b []byte, into any) []diag.Diagnostic {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if at := damaged(b); at >= 0 {
		return []diag.Diagnostic{{
			Level: diag.Error, File: name, Pos: posAt(b, at), Code: "not-utf8",
			Message: "不是 UTF-8 文本", Remedy: "请另存为 UTF-8",
		}}
	}
	raw := map[string]any{}
	if _, err := toml.Decode(string(b), &raw); err != nil {
		d := diag.Diagnostic{Level: diag.Error, File: name, Code: "toml-syntax", Message: "TOML 写法有误：" + personal.Mask(err.Error())}
		if pe, ok := errors.AsType[toml.ParseError](err); ok {
			d.Message = "TOML 写法有误：" + personal.Mask(pe.Message)
			d.Pos = posAt(b, min(max(pe.Position.Start, 0), len(b)))
			// At the end of a line the offset may be past it.
			if n := pe.Position.Line; d.Pos.Line != n && 0 < n && n < d.Pos.Line {
				d.Pos = place.Pos{Line: n, Col: max(pe.Position.Col, 1)}
			}
			d.Remedy = "文字要放在引号里：key = \"value\""
		}
		return []diag.Diagnostic{d}
	}
	f := filler{name: name, places: locate(string(b))}
	f.table(into, raw)
	diag.Sort(f.found)
	return f.found
}

// damaged is the offset of the first byte that is not UTF-8, -1 if none.
func damaged(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// posAt is the place of the byte offset at in b.
func posAt(b []byte, at int) place.Pos {
	before := b[:at]
	start := bytes.LastIndexByte(before, '\n') + 1
	return place.Pos{Line: bytes.Count(before, []byte{'\n'}) + 1, Col: utf8.RuneCount(before[start:]) + 1}
}
