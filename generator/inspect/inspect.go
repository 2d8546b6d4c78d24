// Package inspect shows one report as it was read and judged: as JSON for
// other programs, whose shape is a contract with a published JSON Schema, and
// as text for people. An archive entry and its judgement come in, text goes
// out. It reads and judges nothing.
package inspect

import (
	"bytes"
	"encoding/json"
	"fmt"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/form"
	"ogi/generator/report"
)

// A Report is the JSON of one report. Its keys and their order are fixed; the
// schema in assets/schema/inspect.schema.json describes them.
type Report struct {
	Schema    int       `json:"schema"`
	File      string    `json:"file"`
	SHA256    string    `json:"sha256"`
	Agency    string    `json:"agency"`
	Slug      string    `json:"slug"`
	Region    string    `json:"region"`
	Kind      string    `json:"kind"`
	Year      int       `json:"year"`
	Form      string    `json:"form"`
	Layout    string    `json:"layout"`
	Coverage  float64   `json:"coverage"`
	Title     string    `json:"title"`
	Signed    string    `json:"signed"`
	Published string    `json:"published"`
	Scope     string    `json:"scope"`
	Fidelity  string    `json:"fidelity"`
	Edition   string    `json:"edition"`
	Sections  []Section `json:"sections"`
	Cells     Cells     `json:"cells"`
	Findings  []Finding `json:"findings"`
	Verdicts  Verdicts  `json:"verdicts"`
}

// Version is that of the schema: it rises when a key is taken away or means
// something else, and not when one is added.
const Version = 1

// A Section is one heading.
type Section struct {
	N     int    `json:"n"`
	Title string `json:"title"`
	Line  int    `json:"line"`
}

// Cells are an object by key, in the order of the form.
type Cells []Cell

// A Cell is one cell of the form found.
type Cell struct {
	Key       form.Key        `json:"-"`
	State     string          `json:"state"`
	Value     *report.Decimal `json:"value"`
	Unit      string          `json:"unit"`
	Raw       string          `json:"raw"`
	Line      int             `json:"line"`
	Col       int             `json:"col"`
	Place     string          `json:"place"`
	Recovered bool            `json:"recovered"`
	Why       string          `json:"why"`
}

// A Finding is what a rule says beyond pass and na.
type Finding struct {
	Rule     string `json:"rule"`
	Status   string `json:"status"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Formula  string `json:"formula"`
	Line     int    `json:"line"`
	Col      int    `json:"col"`
	Cell     string `json:"cell"`
	Place    string `json:"place"`
}

// FindingOf is the JSON of a finding.
func FindingOf(f *check.Finding, english bool) Finding {
	formula := f.Formula
	if f.Secret != "" {
		formula = f.Value() // what a note is bound to; this is for who holds the file
	}
	return Finding{
		f.Rule.ID, f.Status.String(), f.Severity.String(), f.Message.In(english), formula, f.Pos.Line, f.Pos.Col, f.Key(), f.Pos.Place().String(),
	}
}

// Verdicts are an object by rule id, in the order readers meet the rules.
type Verdicts []Verdict

// A Verdict is the status of one rule.
type Verdict struct{ Rule, Status string }

// Of is the JSON of an entry, whose report must have been read, and of the
// judgement on it. file is its path as the reader knows it.
func Of(file string, e *archive.Entry, j *check.Judgement, english bool) Report {
	r := e.Report
	out := Report{
		Schema: Version, File: file, SHA256: e.SHA256, Agency: e.Agency.Name, Region: e.Agency.Region, Kind: string(e.Agency.Kind), Year: e.Year,
		Form: r.Form.Version, Layout: r.Layout, Coverage: r.Coverage, Title: r.Title.Text,
		Signed: date(r.Signed), Published: e.Meta.Published,
		Scope: e.Scope().String(), Fidelity: e.Fidelity().String(), Edition: "full",
		Sections: []Section{}, Cells: Cells{}, Findings: []Finding{}, Verdicts: Verdicts{},
	}
	if e.Agency.Slug != archive.Loose {
		out.Slug = e.Agency.Slug
	}
	if out.Published == "" {
		out.Published = date(r.Published)
	}
	if e.Abridged() {
		out.Edition = "abridged"
	}
	for _, s := range r.Sections {
		out.Sections = append(out.Sections, Section{s.N, s.Title, s.Pos.Line})
	}
	for i, d := range r.Form.Defs {
		out.Cells = append(out.Cells, cell(d.Key, r.Cells[i]))
	}
	for i := range j.Findings {
		if f := &j.Findings[i]; f.Counts() { // else it is our error, as a reviewed note says
			out.Findings = append(out.Findings, FindingOf(f, english))
		}
	}
	for _, v := range j.Verdicts {
		out.Verdicts = append(out.Verdicts, Verdict{v.Rule.ID, v.Status.String()})
	}
	return out
}

func cell(key form.Key, c report.Cell) Cell {
	out := Cell{
		Key: key, State: c.State.String(), Unit: c.Unit.String(), Raw: c.Raw,
		Line: c.Pos.Line, Col: c.Pos.Col, Place: c.Pos.Place().String(), Recovered: c.Recovered, Why: c.Why.String(),
	}
	if c.State == report.Number {
		out.Value = &c.Value
	}
	return out
}

func date(d report.Date) string {
	if d.IsZero() || d.Month == 0 || d.Day == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalJSON writes an object with its keys in order.
func (cs Cells) MarshalJSON() ([]byte, error) {
	return object(len(cs), func(i int) (string, any) { return cs[i].Key, cs[i] })
}

// MarshalJSON writes an object with its keys in order.
func (vs Verdicts) MarshalJSON() ([]byte, error) {
	return object(len(vs), func(i int) (string, any) { return vs[i].Rule, vs[i].Status })
}

func object(n int, at func(i int) (string, any)) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	b.WriteByte('{')
	for i := range n {
		key, v := at(i)
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", key)
		if err := enc.Encode(v); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
