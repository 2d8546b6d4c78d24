package personal

import (
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"strings"
)

// macros is the name of the stream of an old Word or Excel file that holds the
// programs of its author.
var macros = []byte("_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00")

// actingPart reports whether a part of an office file holds programs, by its name.
func actingPart(name string) bool {
	low := strings.ToLower(name)
	return path.Base(low) == "vbaproject.bin" || strings.Contains(low, "/macrosheets/") ||
		strings.HasPrefix(low, "basic/") || strings.HasPrefix(low, "scripts/") // OpenDocument
}

// fetched are the relations of an office file by which it is made of another
// one, which the program fetches; the last part of their types. A picture or an
// address that is clicked on is none: those run nothing.
var fetched = map[string]bool{
	"attachedTemplate": true, "oleObject": true, "package": true, "frame": true, "subDocument": true, "aFChunk": true,
	"control": true, "externalLinkPath": true,
}

// actingElement reports whether an element of an office file makes the program
// do more than show it.
func actingElement(e xml.StartElement) bool {
	value := func(name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	switch e.Name.Local {
	case "Relationship":
		return strings.EqualFold(value("TargetMode"), "External") && fetched[path.Base(value("Type"))] && elsewhere(value("Target"))
	case "fldSimple":
		return exchanges(value("instr"))
	case "ddeLink", "dde-connection-decl", "dde-source":
		return true
	case "connection":
		on := value("refreshOnLoad")
		return on == "1" || on == "true"
	}
	return false
}

// elsewhere reports whether an address leads to another computer: that of a
// template on the author's own disk, which Word writes of itself, does not.
func elsewhere(target string) bool {
	low := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(target), `\`, "/"))
	if rest, ok := strings.CutPrefix(low, "file:"); ok {
		rest = strings.TrimPrefix(rest, "//localhost/")
		low = strings.TrimPrefix(rest, "///")
	}
	return strings.HasPrefix(low, "//") || remote.MatchString(low)
}

// remote is an address with a scheme; one letter is a disk.
var remote = regexp.MustCompile(`^[a-z][a-z0-9+.-]+:`)

// exchanges reports whether the code of a field runs another program.
func exchanges(code string) bool {
	w := strings.Fields(code)
	return len(w) > 0 && (strings.EqualFold(w[0], "DDE") || strings.EqualFold(w[0], "DDEAUTO"))
}

// Fields are the fields of a Word file that are open, the inner one last.
type fields []field

type field struct {
	code  []byte
	shown bool // its result, not its code
}

// mark takes the mark of a field, and reports whether what was read so far acts:
// a field that exchanges, or whose kind is what another one says.
func (f *fields) mark(e xml.StartElement) bool {
	for _, a := range e.Attr {
		if a.Name.Local != "fldCharType" {
			continue
		}
		n := len(*f) - 1
		switch a.Value {
		case "begin":
			hidden := n >= 0 && !(*f)[n].shown && strings.TrimSpace(string((*f)[n].code)) == ""
			*f = append(*f, field{})
			return hidden
		case "separate", "end":
			if n < 0 {
				return false
			}
			acts := exchanges(string((*f)[n].code))
			(*f)[n].shown = true
			if a.Value == "end" {
				*f = (*f)[:n]
			}
			return acts
		}
	}
	return false
}

// read takes a piece of the code of the field that is open.
func (f fields) read(code []byte) {
	if n := len(f) - 1; n >= 0 && !f[n].shown && len(f[n].code) < 64 {
		f[n].code = append(f[n].code, code[:min(len(code), 64)]...)
	}
}

// actingOld reports whether a file of old Word, or one of RTF, runs something:
// macros, fields that exchange, objects that are fetched anew, a template that
// lies elsewhere.
func actingOld(b []byte) bool {
	return bytes.Contains(b, macros) || oldField.Match(b) || bytes.HasPrefix(b, []byte("{\\rtf")) && actingRTF.Match(b)
}

var (
	// \x13 begins a field; letters are of one byte or of two.
	oldField  = regexp.MustCompile(`(?i)\x13\x00?(?: \x00?){0,4}D\x00?D\x00?E\x00?(?:A\x00?U\x00?T\x00?O\x00?)?[ "]`)
	actingRTF = regexp.MustCompile(`(?i)\\obj(?:update|autlink)\b|\\fldinst\b[{\\a-z0-9 \r\n]{0,80}[{ ]DDE(?:AUTO)?[ \\]|\\\*\\template[ {]{0,4}(?:[a-z]{2,8}:|\\\\)`)
)
