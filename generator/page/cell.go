package page

import (
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
)

// A Cell is one cell of a statutory table as readers see it.
type Cell struct {
	Key   form.Key // names the anchor; "" for a cell without one
	Class string   // what the cell is: n z r blank dash missing garbled
	Text  string
	Unit  string // as printed beside an amount
	Note  string // marks of notes that stand beside it in the report
	Hand  string // "录" where one person read it, "校" where two did, "" for a program
	Long  bool   // five digits or more: shown in groups
	Title string // what it is in words, "" for a plain number
	Href  string // its place in the source view
	Marks []Mark
}

// A Mark ties a cell or a line of the source to a finding.
type Mark struct {
	N     int // number of the finding on the page
	State State
}

// cell says what a cell is. Only a plain number goes without words.
func cell(key form.Key, c report.Cell) Cell {
	out := Cell{Key: key}
	switch c.State {
	case report.Missing:
		out.Class, out.Title = "missing", "未读到：公布的表中没有这一格（missing）"
	case report.Blank:
		out.Class, out.Text, out.Title = "blank", "空", "空白：原文此格未填，空白不等于零（blank）"
	case report.Dash:
		out.Class, out.Text, out.Title = "dash", c.Raw, "原文以符号填写："+c.Raw+"（dash）"
		if out.Text == "" {
			out.Text = "—"
		}
	case report.Garbled:
		out.Class, out.Text, out.Title = "garbled", c.Raw, "读不成数，照录原文（garbled）"
		if c.Raw == "" {
			out.Text = "？"
		}
	case report.Number:
		out.Class, out.Text = "n", c.Value.String()
		out.Long = c.Value.Int64() >= 10000
		if c.Value.IsZero() {
			out.Class = "n z"
		}
		out.Unit = c.Unit.String()
		if c.Dirty {
			out.Title = join(out.Title, "原文作“"+c.Raw+"”")
		}
		if c.Recovered {
			out.Class += " r"
			out.Title = join(out.Title, "推定值，非在原位读出（recovered）")
		}
	}
	if c.Note != "" {
		out.Note = c.Note
		out.Title = join(out.Title, "原文此处有注号"+c.Note)
	}
	if c.Reading != report.ByProgram {
		out.Hand = hands[c.Reading]
		out.Title = join(out.Title, c.Reading.String())
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
