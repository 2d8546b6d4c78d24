// Package config reads the archive's own TOML: site.toml, agency.toml,
// <year>.toml, <year>.notes.toml and <year>.cells.toml. Bytes come in, structs and diagnostics go
// out; what could not be used keeps its default and the rest holds. Decoding
// is strict: an unknown key, a wrong type or a value outside its closed list is
// an error with file:line:col and, where one is near, the name that was meant.
// It is the only package that knows TOML, and it opens no file.
//
// The structs are the documentation: "need" marks a key that must be there and
// shows an example, "is" the check its text must pass.
package config

import "slices"

// A Site is site.toml. Every field is optional but Title.
type Site struct {
	Title       string   `toml:"title" need:"…"`
	Description string   `toml:"description"`
	BaseURL     string   `toml:"base_url" is:"base"`   // without it: no sitemap, badge code with relative paths
	Languages   []string `toml:"languages" is:"zh|en"` // which the pages offer
	// Contact is the address of a correction form or a mail address, with
	// {report} and {rule} replaced by the URL of the report and the rule's id,
	// {file}, {key} and {value} by what a finding rests on.
	Contact string  `toml:"contact"`
	Licence Licence `toml:"licence"`
	// Badges says which badges are written, each with those before it: of each agency
	// (the default), of each report with what badge services read, of each family.
	Badges string `toml:"badges" is:"agencies|reports|families"`
	// Profile is full, the default, or lean: reports without their files and without
	// the lines of the file that no finding rests on.
	Profile   string    `toml:"profile" is:"full|lean"`
	Data      Data      `toml:"data"`
	SmallN    int       `toml:"small_n"`   // ratios below this n are not shown; default 5
	Deadlines Deadlines `toml:"deadlines"` // local deadlines
	// Thresholds are the limits of rules that weigh.
	Thresholds Thresholds        `toml:"thresholds"`
	Labels     map[string]string `toml:"labels" is:"pass|hint|fail|unknown|unread|old_form|not_held|disputed|explained|na:label"` // public words that replace ours
}

// Lean reports whether the site leaves out what takes most room.
func (s *Site) Lean() bool { return s.Profile == "lean" }

// A Licence names the licences of what the site holds.
type Licence struct {
	Data      string `toml:"data"`
	Prose     string `toml:"prose"`
	Originals string `toml:"originals"`
}

// Data says which open data the site has.
type Data struct {
	Formats []string `toml:"formats" is:"agencies|csv|excel|jsonl|parquet|xlsx|sqlite"`
}

// Has reports whether a format is written.
func (d Data) Has(format string) bool { return slices.Contains(d.Formats, format) }

// Deadlines are local deadlines for townships and subdistricts: region code
// (or a prefix of one) to "MM-DD" of the year after the report year.
type Deadlines struct {
	Townships map[string]string `toml:"townships" is:"deadline:month-day"`
}

// Thresholds replace the limits of rules that weigh; 0 keeps the rule's own.
// Shares are in per cent.
type Thresholds struct {
	RepeatsLastYear      int `toml:"repeats_last_year"`      // severe from this share of last year's prose; default 90
	RepeatsLastYearHint  int `toml:"repeats_last_year_hint"` // slight from this; default 75
	CopiesAnother        int `toml:"copies_another"`         // of another body's prose; default 80
	CopiesAnotherHint    int `toml:"copies_another_hint"`    // default 50
	SameProblems         int `toml:"same_problems"`          // of last year's part five; default 85
	MagnitudeJump        int `toml:"magnitude_jump"`         // times last year's number; default 10
	EmptyProblems        int `toml:"empty_problems"`         // characters that part five needs; default 30
	ProseTooShortToMatch int `toml:"prose_too_short"`        // characters below which prose is not compared; default 400
}

// An Agency is agency.toml.
type Agency struct {
	Name         string        `toml:"name" need:"…"`
	Region       string        `toml:"region" is:"region"`                                                            // six digits, GB/T 2260
	Kind         string        `toml:"kind" is:"government|department|township|subdistrict|zone|vertical|authorised"` // else inferred from the name
	Function     string        `toml:"function" is:"function"`                                                        // a key of Functions; else inferred from the name
	Aliases      []string      `toml:"aliases"`
	Former       []string      `toml:"former"`
	Names        []Name        `toml:"names"`
	Predecessors []Predecessor `toml:"predecessors"`
	Homepage     string        `toml:"homepage" is:"address"`
}

// A Name is a name the agency bore, from and to a year inclusive; 0 is open.
type Name struct {
	Name string `toml:"name" need:"…"`
	From int    `toml:"from"`
	To   int    `toml:"to"`
}

// A Predecessor is an agency whose duties this one took over in Year.
type Predecessor struct {
	Agency string `toml:"agency" need:"slug"`
	Year   int    `toml:"year"`
	Part   string `toml:"part" is:"whole|part"`
}

// A Year is <year>.toml. Dates are YYYY-MM-DD.
type Year struct {
	Source    string `toml:"source" is:"address"`
	Published string `toml:"published" is:"date"`
	Captured  string `toml:"captured" is:"date"`
	// SHA256 is of the report's bytes as they were put in; other bytes are told of.
	SHA256    string `toml:"sha256" is:"sha256"`
	Edition   string `toml:"edition" is:"full|abridged"`       // full by default
	Fidelity  string `toml:"fidelity" is:"original|converted"` // else by file kind
	Scope     string `toml:"scope" is:"own|area|unclear"`      // else by the report's words
	Withdrawn string `toml:"withdrawn"`
	// Searched is the day on which a person looked for numbers of persons in a
	// file that no program can read; without it such a file is not offered.
	Searched string `toml:"searched" is:"date"`
	Files    []File `toml:"file"`
}

// A File gives the role of one of several files of a year.
type File struct {
	Path string `toml:"path" need:"2025.pdf" is:"relative"`
	Role string `toml:"role" need:"main" is:"main|attachment|earlier|corrected"`
	// Where this one differs from the report as a whole.
	Source    string `toml:"source" is:"address"`
	Published string `toml:"published" is:"date"`
	Captured  string `toml:"captured" is:"date"`
	Searched  string `toml:"searched" is:"date"`
	SHA256    string `toml:"sha256" is:"sha256"` // of this file as it was put in
}

// Notes is <year>.notes.toml.
type Notes struct {
	Notes []Note `toml:"note"`
}

// A Note is a reviewed reply to one finding.
type Note struct {
	Rule   string `toml:"rule" need:"requests-balance"`
	Status string `toml:"status" need:"explained" is:"confirmed|explained|disputed|our-error"`
	Value  string `toml:"value"` // the formula with its numbers as the finding showed them; stale when it changes
	Text   string `toml:"text" need:"…"`
	By     string `toml:"by"`
	Date   string `toml:"date" is:"date"`
	Link   string `toml:"link" is:"address"`
	Line   int    `toml:"-"` // where the note stands in its file
}
