// Package blocks shows tests what was read of a file. It is not part of the program.
package blocks

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/grid"
	"ogi/generator/internal/golden"
	"ogi/generator/place"
	"ogi/generator/read"
	"ogi/generator/source"
)

// Goldens reads the first file of each archive in testdata; want is all that was
// read of it.
func Goldens(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		golden.Set(a, "want", dump(Of(t, a.Files[0].Name, a.Files[0].Data)))
	})
}

// Of reads a file that can be read.
func Of(t *testing.T, name string, b []byte) *grid.Doc {
	t.Helper()
	d, _, err := read.File(name, b)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return d
}

// Show writes the blocks of a file in a short form.
func Show(t *testing.T, name string, b []byte) string {
	t.Helper()
	return Short(Of(t, name, b))
}

// Short writes blocks with a line a paragraph, cells as text@column+columns x rows.
func Short(d *grid.Doc) string {
	var out strings.Builder
	for _, b := range d.Blocks {
		for _, l := range b.Lines {
			out.WriteString(strings.Repeat("#", b.Heading) + l.Text + "\n")
		}
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for i, c := range row {
				if i > 0 {
					out.WriteString(" | ")
				}
				out.WriteString(strings.ReplaceAll(c.Text, "\n", "/") + "@" + string(rune('0'+c.Col)))
				if c.ColSpan > 1 || c.RowSpan > 1 {
					out.WriteString("+" + string(rune('0'+c.ColSpan)) + "x" + string(rune('0'+c.RowSpan)))
				}
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// Row writes the cells of a row with the marks of notes that stood in them.
func Row(cells []grid.Cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, strings.Join(append([]string{c.Text}, c.Marks.Noted()...), " note "))
	}
	return out
}

// Hidden lists what a file carries unseen, a line each, and checks that none
// of it is in a block.
func Hidden(t *testing.T, name string, b []byte) string {
	t.Helper()
	d := Of(t, name, b)
	shown := Short(d)
	var out strings.Builder
	for _, h := range d.Hidden {
		if strings.Contains(shown, h.Text) {
			t.Errorf("%s %q is in the text, too", h.Origin, h.Text)
		}
		out.WriteString(h.Origin + " " + h.Text)
		if !h.Pos.IsZero() {
			out.WriteString(" @" + h.Pos.String())
		}
		out.WriteByte('\n')
	}
	return out.String()
}

// Readable checks what holds of every file that was read or refused: an error
// says what and what to do, every place is inside the file, rows have cells
// with spans, and the characters are those of the blocks.
func Readable(t *testing.T, name string, b []byte) {
	d, f, err := read.File(name, b)
	if err != nil {
		var e *source.Error
		if !errors.As(err, &e) || e.Message == "" {
			t.Fatalf("got a %T: %v", err, err)
		}
		return
	}
	at := func(p place.Pos) {
		if f.Kind.IsText() && (p.Line < 1 || p.Line > f.Lines()+1 || p.Col < 1) {
			t.Fatalf("place %v is outside a file of %d lines", p, f.Lines())
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if (len(b.Lines) > 0) == (b.Table != nil) {
			t.Fatalf("block %d has %d lines, table %v", i, len(b.Lines), b.Table != nil)
		}
		for _, l := range b.Lines {
			at(l.Pos)
		}
		if b.Table != nil {
			checkGrid(t, b.Table, at)
		}
	}
}

func checkGrid(t *testing.T, g *grid.Grid, at func(place.Pos)) {
	for _, row := range g.Rows {
		for _, c := range row {
			at(c.Pos)
			if c.RowSpan < 1 || c.ColSpan < 1 || c.Col < 0 {
				t.Fatalf("cell %q at column %d spans %d by %d", c.Text, c.Col, c.RowSpan, c.ColSpan)
			}
		}
	}
}

func dump(d *grid.Doc) string {
	var b strings.Builder
	fmt.Fprintf(&b, "layout %s, %d characters", d.Layout, d.Chars)
	if d.Title != "" {
		fmt.Fprintf(&b, ", title %q", d.Title)
	}
	b.WriteByte('\n')
	for _, m := range d.Meta {
		fmt.Fprintf(&b, "meta %s = %q\n", m.Name, m.Value)
	}
	for _, k := range d.Blocks {
		kind := "prose"
		switch {
		case k.Table != nil:
			kind = "table"
		case k.Heading > 0:
			kind = fmt.Sprintf("heading %d", k.Heading)
		}
		if k.Aside {
			kind += " aside"
		}
		if k.Veil > 0 {
			kind += fmt.Sprintf(" veil %d", k.Veil)
		}
		fmt.Fprintln(&b, kind)
		for _, l := range k.Lines {
			fmt.Fprintf(&b, "  %v %.60q%s\n", l.Pos, l.Text, notes(l.Marks.Noted()))
		}
		if k.Table == nil {
			continue
		}
		dumpRows(&b, k.Table)
		if k.Table.Whole != nil {
			b.WriteString("whole\n")
			dumpRows(&b, k.Table.Whole)
		}
	}
	for _, h := range d.Hidden {
		fmt.Fprintf(&b, "%s %.60q\n", h.Origin, h.Text)
	}
	return b.String()
}

func dumpRows(b *strings.Builder, g *grid.Grid) {
	for _, row := range g.Rows {
		b.WriteByte(' ')
		for _, c := range row {
			fmt.Fprintf(b, " [%d", c.Col)
			if c.ColSpan > 1 || c.RowSpan > 1 {
				fmt.Fprintf(b, " %dx%d", c.ColSpan, c.RowSpan)
			}
			if c.Marks.Hides() {
				b.WriteString(" veiled")
			}
			fmt.Fprintf(b, " %v %q%s]", c.Pos, c.Text, notes(c.Marks.Noted()))
		}
		b.WriteByte('\n')
	}
}

func notes(marks []string) string {
	if len(marks) == 0 {
		return ""
	}
	return fmt.Sprintf(" notes %q", marks)
}
