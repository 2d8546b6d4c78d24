package main

import (
	"fmt"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/personal"
	"ogi/generator/place"
	"ogi/generator/report"
	"ogi/generator/rule"
)

// A Record is the state of an archive as far as the gate looks at it.
type Record struct {
	Reports  []Report `json:"reports"`
	Troubles []Remark `json:"troubles"` // input that could not be used
	Remarks  []Remark `json:"remarks"`  // used, but worth a look
}

// A Report is one report of the record.
type Report struct {
	ID        string   `json:"id"`   // slug and year
	Path      string   `json:"path"` // "" where the file is gone, as of a withdrawn one
	SHA256    string   `json:"sha256"`
	Withdrawn bool     `json:"withdrawn,omitempty"`
	Source    bool     `json:"source"` // its origin is told
	Form      string   `json:"form"`
	Layout    string   `json:"layout"`
	Coverage  float64  `json:"coverage"`
	Cells     int      `json:"cells"`     // of the form
	Plain     int      `json:"plain"`     // read without doubt: a number, a blank or a dash
	Recovered int      `json:"recovered"` // inferred
	Garbled   int      `json:"garbled"`
	Missing   int      `json:"missing"`
	Guards    []Remark `json:"guards,omitempty"` // doubts about our reading or filing
	Findings  []Remark `json:"findings,omitempty"`
	// Kept are the digests of the files beside the main one.
	Kept []string `json:"kept,omitempty"`
}

// A Remark is a message with its place.
type Remark struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Col     int    `json:"col,omitempty"`
	Code    string `json:"code"` // of the diagnostic, or the rule's id
	Message string `json:"message"`
	Replied bool   `json:"replied,omitempty"` // a reviewed note stands beside it
	Mild    bool   `json:"mild,omitempty"`    // a doubt no number and no filing hangs on
}

// remark is a message as it may be shown to anyone: what is recorded here stands
// in the log and the summary of a pull request. Numbers of persons are masked.
func remark(file string, at place.Pos, code, message string) Remark {
	return Remark{File: personal.Path(file), Line: at.Line, Col: at.Col, Code: code, Message: personal.Mask(message)}
}

// take records the archive in dir.
func take(dir string) (*Record, error) {
	f, err := generator.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, ds := f.Load(nil)
	r := &Record{}
	for _, d := range ds {
		m := remark(d.File, d.Pos, d.Code, d.Message)
		switch d.Level {
		case diag.Error:
			r.Troubles = append(r.Troubles, m)
		case diag.Warning:
			r.Remarks = append(r.Remarks, m)
		}
	}
	set := check.Ready(a, rule.All, false)
	for _, e := range a.Entries() {
		r.Reports = append(r.Reports, of(e, set.One(e.Agency, e)))
	}
	return r, nil
}

func of(e *archive.Entry, j *check.Judgement) Report {
	r := Report{ID: personal.Path(fmt.Sprintf("%s/%d", e.Agency.Slug, e.Year)), Path: personal.Path(e.Path), SHA256: e.SHA256, Withdrawn: e.Meta.Withdrawn != "", Source: e.Meta.Source != ""}
	for _, f := range e.Files {
		if f.Path != e.Path {
			r.Kept = append(r.Kept, f.SHA256)
		}
	}
	if e.Report == nil {
		return r
	}
	r.Form, r.Layout = e.Report.Form.Version, e.Report.Layout
	r.Coverage, r.Cells = e.Report.Coverage, len(e.Report.Cells)
	for _, c := range e.Report.Cells {
		switch {
		case c.Recovered:
			r.Recovered++
		case c.State == report.Garbled:
			r.Garbled++
		case c.State == report.Missing:
			r.Missing++
		default:
			r.Plain++
		}
	}
	for _, f := range j.Findings {
		m := remark(e.Path, f.Pos, f.Rule.ID, f.Message.ZH)
		m.Replied = f.Note != nil
		switch {
		case f.Rule.Guard:
			m.Mild = mild(f.Rule.Family)
			r.Guards = append(r.Guards, m)
		case f.Status == check.Fail || f.Status == check.Hint:
			r.Findings = append(r.Findings, m)
		}
	}
	return r
}

// mild tells doubts about words (a converter's line breaks and leftovers) and
// about years not held from doubts about numbers and files: adding a report
// must not wait for them.
func mild(f check.Family) bool { return f == check.Language || f == check.CrossYear }
