package transcribe

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/archive"
	"ogi/generator/config"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A Filled is a template that came back.
type Filled struct {
	Path, SHA256, Form string
	Cells              []config.HumanCell // of the cells that were filled in, in the order of the form; By is not set
	Empty              int                // wanted cells left empty
	Wrong              []Wrong
}

// A Wrong is a cell of the spreadsheet whose content no cell of the form can
// have.
type Wrong struct{ At, Label, Text string }

// Read reads a template that a person filled in. The error says why a file is
// none.
func Read(b []byte) (*Filled, error) {
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{UnzipSizeLimit: 64 << 20, UnzipXMLSizeLimit: 16 << 20, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("no spreadsheet: %w", err)
	}
	defer f.Close()
	at := map[string]string{}
	for _, n := range f.GetDefinedName() {
		at[strings.ToLower(n.Name)] = n.RefersTo
	}
	value := func(name string) (string, string) {
		ref := at[strings.ToLower(name)]
		i := strings.LastIndexByte(ref, '!')
		if i < 0 || strings.Contains(ref, "#REF") {
			return "", ""
		}
		sheet := strings.Trim(strings.TrimPrefix(ref[:i], "="), "'")
		cell := strings.ReplaceAll(ref[i+1:], "$", "")
		v, err := f.GetCellValue(sheet, cell)
		if err != nil {
			return "", ""
		}
		return strings.TrimSpace(v), sheet + "!" + cell
	}
	out := &Filled{}
	out.Path, _ = value(namePath)
	out.SHA256, _ = value(nameSHA)
	out.Form, _ = value(nameForm)
	if out.SHA256 == "" || out.Form == "" {
		return nil, fmt.Errorf("no template of ogi transcribe: its names are gone; write a new one and copy the numbers over")
	}
	places := map[form.Table]string{}
	for t := form.Two; t <= form.Four; t++ {
		places[t], _ = value(fmt.Sprint(namePlace, int(t)))
	}
	for _, d := range archive.FormOf(out.Form, 0).Defs {
		v, where := value(nameWanted + d.Key)
		if sheet, cell, ok := strings.Cut(where, "!"); ok && v == "" {
			if f, err := f.GetCellFormula(sheet, cell); err == nil && f != "" {
				out.Wrong = append(out.Wrong, Wrong{where, d.Label, "=" + f})
				continue
			}
		}
		switch {
		case where == "":
			continue // not wanted
		case v == "":
			out.Empty++
			continue
		}
		c := config.HumanCell{Key: d.Key, Value: v, Place: places[d.Table]}
		r, ok := archive.ReadByHand(c)
		if !ok || !d.Amount && r.Unit != report.NoUnit {
			out.Wrong = append(out.Wrong, Wrong{where, d.Label, v})
			continue
		}
		if plain := Plain(r); plain != v {
			c.Value, c.Raw = plain, v
		}
		out.Cells = append(out.Cells, c)
	}
	return out, nil
}
