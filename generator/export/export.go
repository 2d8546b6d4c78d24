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
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/inspect"
	"ogi/generator/sign"
	"ogi/generator/tongue"
)

// An Item is one judged report. File is its path as the reader knows it.
type Item struct {
	File      string
	Entry     *archive.Entry
	Judgement *check.Judgement
}

// Options are what a caller may choose.
type Options struct {
	English bool
	Version string // of ogi, for the formats that name their tool
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
	Year     int               `json:"year"`
	Findings []inspect.Finding `json:"findings"`
	Verdicts inspect.Verdicts  `json:"verdicts"`
}

func writeJSON(w io.Writer, items []Item, o Options) error {
	out := make([]Checked, 0, len(items))
	for _, it := range items {
		r := inspect.Of(it.File, it.Entry, it.Judgement, o.English)
		out = append(out, Checked{r.File, r.Agency, r.Year, r.Findings, r.Verdicts})
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
	return sign.Line(msg)
}
