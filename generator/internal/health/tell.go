package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"ogi/generator/sign"
)

// tell writes the summary to the file, or to w where none is named.
func tell(file string, w io.Writer, r *Record, problems []Remark) error {
	var b bytes.Buffer
	summary(&b, r, problems)
	if file == "" {
		_, err := w.Write(b.Bytes())
		return err
	}
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(b.Bytes()); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func summary(w io.Writer, r *Record, problems []Remark) {
	fmt.Fprintf(w, "## Health of the archive\n\n")
	if len(problems) == 0 {
		fmt.Fprintf(w, "Sound: nothing unreadable, nothing lost.\n\n")
	} else {
		fmt.Fprintf(w, "%d to mend:\n\n", len(problems))
		for _, p := range problems {
			fmt.Fprintf(w, "- <code>%s</code>: %s (%s)\n", text(at(p)), text(p.Message), p.Code)
		}
		fmt.Fprintln(w)
	}
	var sum Report
	fmt.Fprintf(w, "| report | cells | read | inferred | garbled | missing | coverage | source | guards | findings |\n")
	fmt.Fprintf(w, "|---|--:|--:|--:|--:|--:|--:|---|--:|--:|\n")
	for _, p := range r.Reports {
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d | %d | %.1f %% | %s | %d | %d |\n",
			text(p.ID), p.Cells, p.Plain, p.Recovered, p.Garbled, p.Missing, 100*p.Coverage, told(p.Source), len(p.Guards), len(p.Findings))
		sum.Cells += p.Cells
		sum.Plain += p.Plain
		sum.Recovered += p.Recovered
		sum.Garbled += p.Garbled
		sum.Missing += p.Missing
	}
	fmt.Fprintf(w, "\n%d reports: %d of %d cells read, %d inferred, %d garbled, %d missing. ",
		len(r.Reports), sum.Plain, sum.Cells, sum.Recovered, sum.Garbled, sum.Missing)
	fmt.Fprintf(w, "Findings are about what agencies published; they do not fail the gate.\n")
}

func told(source bool) string {
	if source {
		return "told"
	}
	return "not told"
}

// annotations prints GitHub's workflow commands.
func annotations(w io.Writer, r *Record, problems []Remark) {
	for _, p := range problems {
		annotate(w, "error", p)
	}
	for _, m := range r.Remarks {
		annotate(w, "warning", m)
	}
	for _, p := range r.Reports {
		for _, f := range p.Findings {
			annotate(w, "notice", f)
		}
	}
}

func annotate(w io.Writer, level string, m Remark) {
	place := "file=" + property(m.File)
	if m.Line > 0 {
		place += fmt.Sprintf(",line=%d,col=%d", m.Line, max(m.Col, 1))
	}
	fmt.Fprintf(w, "::%s %s,title=%s::%s\n", level, place, property(m.Code), data(m.Message))
}

func at(m Remark) string {
	if m.Line == 0 {
		return m.File
	}
	return fmt.Sprintf("%s:%d:%d", m.File, m.Line, m.Col)
}

// text keeps what a report or a file name says from being read as markup: each
// mark of Markdown is written as a number.
func text(s string) string {
	var b strings.Builder
	for _, r := range sign.Line(s) {
		if strings.ContainsRune("|<>&`*_[]!#@\\", r) {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// data and property escape as GitHub's workflow commands want it, so that a
// report cannot speak a command.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(sign.Line(s))
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(sign.Line(s))
}
