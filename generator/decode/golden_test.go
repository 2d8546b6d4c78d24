package decode

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"ogi/generator/decode/char"
	"ogi/generator/form"
	"ogi/generator/internal/golden"
	"ogi/generator/report"
)

// TestGolden reads the first file of each archive and compares what was
// understood with the file named want.
func TestGolden(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		in := a.Files[0]
		r, ds := File(in.Name, in.Data)
		if r == nil {
			golden.Set(a, "want", fmt.Sprintln(ds[0]))
			return
		}
		golden.Set(a, "want", dump(r))
		checkPlaces(t, r, string(in.Data))
	})
}

// dump tells what was understood, one line a row of the form. Behind a number
// * means recovered, ~ cleaned; _ is blank, - a dash, . missing, ! garbled.
func dump(r *report.Report) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	version := r.Form.Version
	if r.Form.OneRow && version != "2019" {
		version += " one-row"
	}
	p("layout %s  form %s  coverage %.3f", r.Layout, version, r.Coverage)
	p("title %q  agency %q  year %d", r.Title.Text, r.Agency.Text, r.Year)
	if !r.Signed.IsZero() {
		p("signed %s at %v", r.Signed.Text, r.Signed.Pos)
	}
	if !r.Published.IsZero() {
		p("published %s at %v", r.Published.Text, r.Published.Pos)
	}
	if r.Source != "" {
		p("source %s", r.Source)
	}
	if !r.Period[0].IsZero() {
		p("period %s to %s", r.Period[0].Text, r.Period[1].Text)
	}
	if r.Scope != report.ScopeUnclear {
		p("scope %v by %q at %v", r.Scope, r.ScopeWords.Text, r.ScopeWords.Pos)
	}
	for _, s := range r.Sections {
		p("section %d %s %s at %v, %d paragraphs", s.N, s.Printed, s.Title, s.Pos, len(s.Paras))
	}
	for i, it := range r.Items {
		if it.Found {
			p("item %s heading=%v by %q at %v", report.ItemNames[i], it.Heading, it.Words, it.Pos)
		}
	}
	for i, t := range r.Tables {
		if t.Found {
			p("table %d at %v: %d rows, %d columns, %d values", i+2, t.Pos, t.Rows, t.Columns, t.Values)
		}
		for _, x := range t.Problems {
			p("  %v %s", x.Pos, x.Text)
		}
	}
	row := ""
	for i, d := range r.Form.Defs {
		if d.Row != row {
			if row != "" {
				b.WriteByte('\n')
			}
			row = d.Row
			fmt.Fprintf(&b, "%s:", row)
		}
		fmt.Fprintf(&b, " %s", short(r.Cells[i]))
	}
	if row != "" {
		b.WriteByte('\n')
	}
	for i := 0; i < len(r.Cells); i++ {
		c := r.Cells[i]
		if c.State != report.Garbled {
			continue
		}
		to := i + 1
		for to < len(r.Cells) && c.Raw == "" && r.Cells[to].Raw == "" && r.Cells[to].Pos == c.Pos && r.Cells[to].Why.String() == c.Why.String() {
			to++
		}
		if to-i > 20 { // most of a table
			p("garbled %s to %s at %v: %s", r.Form.Defs[i].Key, r.Form.Defs[to-1].Key, c.Pos, c.Why)
			i = to - 1
			continue
		}
		p("garbled %s at %v %q: %s", r.Form.Defs[i].Key, c.Pos, c.Raw, c.Why)
	}
	for _, s := range r.Leftover {
		p("leftover %v %q", s.Pos, s.Text)
	}
	for _, s := range r.Residue {
		p("residue %v %q", s.Pos, s.Text)
	}
	for _, s := range r.Opened {
		p("opened %v to %v", s.From, s.To)
	}
	if r.Unopened {
		p("what lacks may be hidden")
	}
	for _, s := range r.Readings {
		p("reading %s", s)
	}
	return b.String()
}

func short(c report.Cell) string {
	switch c.State {
	case report.Blank:
		return "_"
	case report.Dash:
		return "-"
	case report.Garbled:
		return "!"
	case report.Missing:
		return "."
	}
	s := c.Value.String() + c.Unit.String()
	if c.Dirty {
		s += "~"
	}
	if c.Recovered {
		s += "*"
	}
	return s
}

// checkPlaces: each number's place holds its raw text, marks lie in their
// lines, coverage is a share.
func checkPlaces(t *testing.T, r *report.Report, text string) {
	t.Helper()
	if r.Coverage < 0 || r.Coverage > 1 {
		t.Errorf("coverage %v", r.Coverage)
	}
	lines := strings.FieldsFunc(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")+"\n", func(rune) bool { return false })
	lines = strings.Split(strings.TrimPrefix(strings.ReplaceAll(lines[0], "\r", "\n"), "\ufeff"), "\n")
	for i, c := range r.Cells {
		if c.State != report.Number {
			continue
		}
		key := r.Form.Defs[i].Key
		if c.Pos.Line < 1 || c.Pos.Line > len(lines) {
			t.Errorf("%s: line %d of %d", key, c.Pos.Line, len(lines))
			continue
		}
		line := []rune(lines[c.Pos.Line-1])
		if c.Pos.Col < 1 || c.Pos.Col-1 > len(line) {
			t.Errorf("%s: %v is outside its line", key, c.Pos)
			continue
		}
		rest := string(line[c.Pos.Col-1:])
		raw, _, _ := strings.Cut(c.Raw, "\n")
		if !strings.HasPrefix(rest, raw) && !(r.Layout == "html" || strings.Contains(rest, "<")) {
			t.Errorf("%s: at %v stands %.20q, not %q", key, c.Pos, rest, c.Raw)
		}
		if (r.Layout == "html" || strings.Contains(rest, "<")) && !strings.HasPrefix(visible(rest), char.StripSpace(raw)) {
			t.Errorf("%s: at %v stands %.20q, not %q", key, c.Pos, visible(rest), c.Raw)
		}
	}
	for _, m := range r.Marks {
		if n := utf8.RuneCountInString(r.View[m.Line].Text); m.Start < 0 || int(m.End) > n || m.Start > m.End {
			t.Errorf("mark %v outside line of %d", m, n)
		}
	}
}

// visible drops tags and white space, to compare with what a reader sees.
func visible(s string) string {
	var b strings.Builder
	in := false
	for _, u := range s {
		switch {
		case u == '<':
			in = true
		case u == '>' && in:
			in = false
		case !in:
			b.WriteRune(u)
		}
		if b.Len() > 200 {
			break
		}
	}
	return char.StripSpace(strings.NewReplacer("&nbsp;", "", "&#160;", "").Replace(b.String()))
}

// TestEveryKeyHasOneMark: in the source view each number is marked once.
func TestEveryKeyHasOneMark(t *testing.T) {
	for _, make := range sheets {
		v := map[string]int64{}
		for i, d := range form.F2021.Defs {
			v[d.Key] = int64(i + 100)
		}
		s := make(v)
		r, _ := File(s.file, []byte(s.text()))
		seen := map[string]int{}
		for _, m := range r.Marks {
			key, text := r.Form.Defs[m.Cell].Key, []rune(r.View[m.Line].Text)
			seen[key]++
			if c := r.Cells[m.Cell]; c.State == report.Number && string(text[m.Start:m.End]) != c.Raw {
				t.Errorf("%s: %s marks %q, is %q", s.name, key, string(text[m.Start:m.End]), c.Raw)
			}
		}
		for i, d := range r.Form.Defs {
			if r.Cells[i].State == report.Number && seen[d.Key] != 1 {
				t.Errorf("%s: %s marked %d times", s.name, d.Key, seen[d.Key])
			}
		}
	}
}
