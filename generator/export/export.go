// Package export writes judgements in the formats that other programs read:
// JSON, SARIF 2.1.0, GitHub workflow annotations and JUnit XML. Judged reports
// come in, bytes go out; the order is that of the input. It judges nothing and
// leaves nothing out: what a format has no place for goes into its message.
package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/inspect"
	"ogi/generator/place"
	"ogi/generator/sign"
	"ogi/generator/tongue"
)

// An Item is one judged report. File is its path as the reader knows it.
type Item struct {
	File      string
	Entry     *archive.Entry
	Judgement *check.Judgement
}

// A Problem is something about the input itself: a file that could not be read, or
// that wants a look.
type Problem = diag.Diagnostic

// Options are what a caller may choose.
type Options struct {
	English  bool
	Version  string         // of ogi, for the formats that name their tool
	Problems []Problem      // by file, with paths as those of the items
	FailOn   check.Severity // what fails the gate: discrepancies as grave as this; 0 for none
	Doc      func(rule string) string
	Home     string // address of the repository, "" if not known
}

// gated reports whether a finding fails the gate.
func (o Options) gated(f *check.Finding) bool {
	return f.Status == check.Fail && f.Severity <= o.FailOn
}

// Formats are the names Write knows, in the order of its documentation.
var Formats = []string{"json", "sarif", "github", "junit"}

// Write writes items in the named format.
func Write(w io.Writer, format string, items []Item, o Options) error {
	switch format {
	case "json":
		return writeJSON(w, items, o)
	case "sarif":
		return writeSARIF(w, items, o)
	case "github":
		return writeGitHub(w, items, o)
	case "junit":
		return writeJUnit(w, items, o)
	}
	return fmt.Errorf("unknown format %q: one of %s", format, strings.Join(Formats, ", "))
}

// A Checked is the JSON of one report: the judgement part of what inspect
// prints. assets/schema/check.schema.json describes it.
type Checked struct {
	File     string            `json:"file"`
	Agency   string            `json:"agency"`
	Slug     string            `json:"slug"`
	Year     int               `json:"year"`
	Findings []inspect.Finding `json:"findings"`
	Verdicts inspect.Verdicts  `json:"verdicts"`
	Problems []told            `json:"problems"`
}

// told is the JSON of a problem.
type told struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Remedy  string `json:"remedy"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
}

func writeJSON(w io.Writer, items []Item, o Options) error {
	out := make([]Checked, 0, len(items))
	for _, it := range items {
		r := inspect.Of(it.File, it.Entry, it.Judgement, o.English)
		out = append(out, Checked{r.File, r.Agency, r.Slug, r.Year, r.Findings, r.Verdicts, []told{}})
	}
	for _, p := range o.Problems {
		i := slices.IndexFunc(out, func(c Checked) bool { return c.File == p.File })
		if i < 0 {
			i = len(out)
			out = append(out, Checked{File: p.File, Findings: []inspect.Finding{}, Verdicts: inspect.Verdicts{}})
		}
		out[i].Problems = append(out[i].Problems, told{p.Level.String(), p.Code, p.Message, p.Remedy, p.Pos.Line, p.Pos.Col})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := w.Write(sign.JSON(b.Bytes()))
	return err
}

// message is one finding in one line: status, sentence, formula. It is for
// people, so what cannot be seen is replaced by signs.
func message(f check.Finding, english bool) string {
	word := map[check.Status]tongue.Text{
		check.Hint:    tongue.Of("提示：", "hint: "),
		check.Unknown: tongue.Of("无法判断：", "cannot be determined: "),
	}[f.Status]
	msg := word.In(english) + f.Message.In(english)
	if f.Formula != "" {
		msg += " [" + f.Formula + "]"
	}
	if key := f.Key(); key != "" {
		msg += " {" + key + "}"
	}
	return sign.Line(msg)
}

// where is a place without lines, " (page=2 table=1)"; "" for one that has a line.
func where(pos place.Pos) string {
	if pos.Line > 0 || pos.IsZero() {
		return ""
	}
	return " (" + pos.String() + ")"
}

// said is a problem in one line.
func said(p Problem) string {
	if p.Remedy == "" {
		return sign.Line(p.Message)
	}
	return sign.Line(p.Message + "：" + p.Remedy)
}
