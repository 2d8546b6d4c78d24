package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/sign"
)

// A screen shows findings to a person: under the name of their report, with
// their place in words, as wide as the terminal.
type screen struct {
	painter
	wide    int // columns; 0 where there is no terminal
	english bool
}

const (
	narrowest = 40
	widest    = 100 // beyond it lines are hard to read
)

// columns is how wide the terminal w is, 0 if it is none.
func columns(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil || n <= 0 {
		n = 80
	}
	return min(max(n, narrowest), widest)
}

// report shows what was found in one report; what could not be decided comes
// last.
func (s screen) report(w io.Writer, j generator.Judged, fs []folded) {
	fmt.Fprintln(w, s.paint(bold, j.File))
	s.state(w, check.BadgeState(j.Judgement))
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b folded) int { return undecided(a) - undecided(b) })
	told := map[int]bool{} // groups whose cause was told
	for _, f := range fs {
		s.finding(w, j, f)
		if f.Cause != nil && !told[f.Group] && !s.english {
			told[f.Group] = true
			s.lines(w, "", fmt.Sprintf("先核对“%s”：若为%s，同类各处均相符。", strings.Join(strings.Fields(f.Cause.Cell.Label), " "), f.Cause.Mended))
		}
		s.lines(w, faint, s.rules(f))
	}
}

// state is the report's in words, with what it rests on.
func (s screen) state(w io.Writer, b check.Badge) {
	words := b.Word(nil).In(s.english)
	if beside := b.Beside(); beside.ZH != "" {
		words += " · " + beside.In(s.english)
	}
	for _, l := range wrap(words, s.wide-2) {
		fmt.Fprintln(w, "  "+l)
	}
}

func undecided(f folded) int {
	if f.Status == check.Unknown {
		return 1
	}
	return 0
}

func (s screen) finding(w io.Writer, j generator.Judged, f folded) {
	color := map[check.Status]string{check.Fail: red, check.Hint: yellow}[f.Status]
	head := s.word(f)
	if f.Status != check.Unknown {
		head = f.Severity.String() + " " + head
	}
	head = s.paint(color, head)
	if place := s.place(j, f); place != "" {
		head += "  " + s.paint("", place)
	}
	fmt.Fprintln(w, "  "+head)
	s.lines(w, "", f.message(s.english))
	if f.Formula != "" && f.told.ZH == "" {
		s.lines(w, "", f.Formula)
	}
}

// word is the answer, with the number of findings folded into one whose own
// words do not give it.
func (s screen) word(f folded) string {
	switch w := f.word(s.english); {
	case f.more == 0 || f.told.ZH != "":
		return w
	case s.english:
		return fmt.Sprintf("%s (%d)", w, f.more+1)
	default:
		return fmt.Sprintf("%s（%d项）", w, f.more+1)
	}
}

// rules names the rule, or the ids of several; ogi explain takes them.
func (s screen) rules(f folded) string {
	if len(f.rules) == 1 && !s.english {
		return f.Rule.Name(f.Status).ZH + " " + f.rules[0]
	}
	return strings.Join(f.rules, ", ")
}

// place is where to look: in the form, and in the file.
func (s screen) place(j generator.Judged, f folded) string {
	if f.Pos.IsZero() {
		return ""
	}
	if s.english {
		return at(f.Pos)
	}
	in := check.PlaceWords(f.Pos)
	if spot, ok := check.SpotOf(j.Entry.Report.Form, f.Key()); ok && f.more == 0 {
		return spot.String() + "（" + in + "）"
	}
	return in
}

// lines prints text below the head of a finding.
func (s screen) lines(w io.Writer, color, text string) {
	const indent = 4
	for _, l := range wrap(sign.Line(text), s.wide-indent) {
		fmt.Fprintln(w, strings.Repeat(" ", indent)+s.paint(color, l))
	}
}

// The colours of a terminal.
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	yellow = "33"
)

// A painter colours text for a terminal, and always takes the power out of the
// text's own control characters.
type painter struct{ colored bool }

// newPainter colours where w is a terminal whose owner has not asked for none
// (NO_COLOR).
func newPainter(w io.Writer) painter {
	f, ok := w.(*os.File)
	return painter{ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))}
}

func (p painter) paint(color, text string) string {
	text = sign.Line(text)
	if !p.colored || color == "" || text == "" {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}
