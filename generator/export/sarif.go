package export

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"

	"ogi/generator/check"
	"ogi/generator/diag"
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
		Invocations []sarifInvocation `json:"invocations"`
		Language    string            `json:"language"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Descriptor struct {
			ID string `json:"id"`
		} `json:"descriptor"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string     `json:"id"`
		Short   sarifText  `json:"shortDescription"`
		Full    sarifText  `json:"fullDescription"`
		Help    *sarifHelp `json:"help,omitempty"`
		HelpURI string     `json:"helpUri,omitempty"`
	}
	sarifHelp struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Kind      string          `json:"kind"`
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
		Logical []sarifLogical `json:"logicalLocations,omitempty"`
	}
	// A sarifLogical is a cell of the form by its key, or a place in a file that has
	// no lines.
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
		Kind string `json:"kind"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn"`
	}
)

// writeSARIF writes one run. A discrepancy is an error where it fails the gate, a
// warning where it is S1 or S2, else a note, as hints are: the files are other
// people's. What was not decided is open, and has no level. What could not be read
// stands among the notifications of the run.
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
				run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(f.Rule, o))
			}
			run.Results = append(run.Results, result(it.File, index, f, o))
		}
	}
	run.Invocations = []sarifInvocation{invocation(o)}
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

func ruleOf(r *check.Rule, o Options) sarifRule {
	out := sarifRule{ID: r.ID, Short: sarifText{r.Title.In(o.English)}, Full: sarifText{r.Basis.In(o.English)}}
	if o.Doc != nil {
		if doc := o.Doc(r.ID); doc != "" {
			out.Help = &sarifHelp{doc, doc}
		}
	}
	if o.Home != "" {
		out.HelpURI = o.Home + "/blob/HEAD/generator/rule/" + r.ID + ".md"
	}
	return out
}

// invocation tells what went wrong with the input. A run that could not use a file
// did not succeed in full.
func invocation(o Options) sarifInvocation {
	v := sarifInvocation{Successful: true, Notifications: []sarifNotification{}}
	for _, p := range o.Problems {
		n := sarifNotification{Level: [...]string{diag.Note: "note", diag.Warning: "warning", diag.Error: "error"}[p.Level], Message: sarifText{said(p)}, Locations: []sarifLocation{location(p.File, p.Pos)}}
		n.Descriptor.ID = p.Code
		v.Notifications = append(v.Notifications, n)
		v.Successful = v.Successful && p.Level != diag.Error
	}
	return v
}

// maxRelated bounds the places shown beside a finding; a sum may have dozens.
const maxRelated = 12

func result(file string, index int, f check.Finding, o Options) sarifResult {
	r := sarifResult{RuleID: f.Rule.ID, RuleIndex: index, Kind: "fail", Level: level(&f, o), Message: sarifText{message(f, o.English) + where(f.Pos)}}
	if f.Status == check.Unknown {
		r.Kind = "open"
	}
	at := location(file, f.Pos)
	if key := f.Key(); key != "" {
		at.Logical = append(at.Logical, sarifLogical{key, "cell"})
	}
	if p := f.Pos.Place().String(); p != "" {
		at.Logical = append(at.Logical, sarifLogical{p, "place"})
	}
	r.Locations = []sarifLocation{at}
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

func level(f *check.Finding, o Options) string {
	switch {
	case f.Status == check.Unknown:
		return "none"
	case o.gated(f):
		return "error"
	case f.Status == check.Fail && f.Severity <= check.S2:
		return "warning"
	}
	return "note"
}
