package export

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"

	"ogi/generator/check"
	"ogi/generator/place"
	"ogi/generator/sign"
)

// What of SARIF 2.1.0 is written. The whole format has some 50 objects; a
// library of them brought three modules of 2018 into the program.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string    `json:"id"`
		Short sarifText `json:"shortDescription"`
		Full  sarifText `json:"fullDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Message  *sarifText `json:"message,omitempty"`
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn"`
	}
)

// writeSARIF writes one run. A discrepancy is a warning by its severity S1 or S2,
// else a note: the files are other people's, so nothing is an error here.
// SARIF counts columns in UTF-16 units unless the run says otherwise; ours are
// code points, and the run says so.
func writeSARIF(w io.Writer, items []Item, o Options) error {
	run := sarifRun{Language: "zh-CN", ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	if o.English {
		run.Language = "en"
	}
	run.Tool.Driver = sarifDriver{Name: "ogi", Version: o.Version, Rules: []sarifRule{}}
	seen := map[string]int{}
	for _, it := range items {
		for _, f := range it.Judgement.Findings {
			if !f.Counts() {
				continue // our error, as a reviewed note says
			}
			index, known := seen[f.Rule.ID]
			if !known {
				index = len(run.Tool.Driver.Rules)
				seen[f.Rule.ID] = index
				run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{f.Rule.ID, sarifText{f.Rule.Title.In(o.English)}, sarifText{f.Rule.Basis.ZH}})
			}
			run.Results = append(run.Results, result(it.File, index, f, o))
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
	if err != nil {
		return err
	}
	_, err = w.Write(sign.JSON(b.Bytes()))
	return err
}

// maxRelated bounds the places shown beside a finding; a sum may have dozens.
const maxRelated = 12

func result(file string, index int, f check.Finding, o Options) sarifResult {
	text := message(f, o.English)
	if f.Pos.Line == 0 && !f.Pos.IsZero() {
		text += " (" + f.Pos.String() + ")"
	}
	r := sarifResult{RuleID: f.Rule.ID, RuleIndex: index, Level: level(f), Message: sarifText{text}, Locations: []sarifLocation{location(file, f.Pos)}}
	for _, op := range f.Operands {
		if op.Pos.Line == 0 || len(r.Related) == maxRelated {
			continue
		}
		in := file
		if op.File != "" {
			in = op.File
		}
		at := location(in, op.Pos)
		at.Message = &sarifText{sign.Line(op.Label + " = " + op.Text)}
		r.Related = append(r.Related, at)
	}
	return r
}

// location is a place in a file. An address holds plain ASCII only.
func location(file string, pos place.Pos) sarifLocation {
	var l sarifLocation
	address := url.URL{Path: file}
	l.Physical.Artifact.URI = address.String()
	if pos.Line > 0 {
		l.Physical.Region = &sarifRegion{pos.Line, max(pos.Col, 1)}
	}
	return l
}

func level(f check.Finding) string {
	if f.Status == check.Fail && f.Severity <= check.S2 {
		return "warning"
	}
	return "note"
}
