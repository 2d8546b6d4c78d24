package layout

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/grid"
	"ogi/generator/internal/golden"
)

// The first file of an archive is read; want is its blocks.
func TestBlocks(t *testing.T) {
	golden.Run(t, func(t *testing.T, a *txtar.Archive) {
		d, _, err := Read(a.Files[0].Name, a.Files[0].Data)
		if err != nil {
			t.Fatal(err)
		}
		golden.Set(a, "want", dumpBlocks(d))
	})
}

func dumpBlocks(d *grid.Doc) string {
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
