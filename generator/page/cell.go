package page

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A CellState says what a cell of a table, or a figure made from cells, is.
// Render shows each in its own way; nothing here depends on how.
type CellState uint8

const (
	Number  CellState = iota
	Blank             // left blank in the report
	Dash              // a sign instead of a number; a figure that cannot be
	Missing           // not in the table as published
	Garbled           // written, but no number
	Unknown           // a figure of which a cell was not read
	NotHeld           // a figure of a year without a report
)

// A Cell is one cell of a statutory table, or one figure, as readers see it.
type Cell struct {
	N        int      // its number in the form, which names the anchor; 0 for a figure
	Key      form.Key // names a second anchor where a finding rests on the cell
	Is       CellState
	Zero     bool // a number that is zero
	Inferred bool // a number inferred from others, or made of such
	Text     string
	Unit     string // as printed beside an amount
	Note     string // marks of notes beside it in the report
	Hand     string // "录" where one person read it, "校" where two did, "" for a program
	Long     bool   // five digits or more: shown in groups
	Word     string // what it is, in a word of each language; "" for a plain number
	Title    string // what is said of it alone, "" for most
	Href     string // its place in the source view
	Marks    []Mark
}

// A Mark ties a cell or a line of the source to a finding.
type Mark struct {
	N     int // number of the finding on the page
	State State
}

// cell says what a cell is. Only a plain number goes without a word, which is for
// those who listen: more stands below the table, where it says it for all cells at
// once, and a script shows it at each.
func cell(n int, c report.Cell) Cell {
	out := Cell{N: n}
	switch c.State {
	case report.Missing:
		out.Is, out.Word = Missing, "未读到 missing"
	case report.Blank:
		out.Is, out.Text, out.Word = Blank, "空", "未填 blank"
	case report.Dash:
		out.Is, out.Text, out.Word = Dash, c.Raw, "符号 dash"
		if out.Text == "" {
			out.Text = "—"
		}
	case report.Garbled:
		out.Is, out.Text, out.Word = Garbled, c.Raw, "读不成数 garbled"
		if c.Raw == "" {
			out.Text = "？"
		}
	case report.Number:
		out.Text, out.Zero, out.Inferred = c.Value.String(), c.Value.IsZero(), c.Recovered
		out.Long = c.Value.Int64() >= 10000
		out.Unit = c.Unit.String()
		if c.Dirty {
			out.Title = join(out.Title, "原文作“"+c.Raw+"”")
		}
		if c.Recovered {
			out.Word = "推定 inferred"
		}
	}
	if c.Note != "" {
		out.Note = c.Note
		out.Title = join(out.Title, "原文此处有注号"+c.Note)
	}
	if c.Reading != report.ByProgram {
		out.Hand = hands[c.Reading]
		out.Word = join(out.Word, c.Reading.String())
	}
	return out
}

var hands = map[report.Reading]string{report.Entered: "录", report.Reviewed: "校"}

// join puts two remarks on a cell side by side; one that is already said, or
// nothing, adds nothing.
func join(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "" || strings.HasSuffix(a, b):
		return a
	}
	return a + "；" + b
}
