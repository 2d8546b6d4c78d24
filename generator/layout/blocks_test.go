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
		fmt.Fprintln(&b, kind)
		for _, l := range k.Lines {
			fmt.Fprintf(&b, "  %v %.60q\n", l.Pos, l.Text)
		}
		if k.Table == nil {
			continue
		}
		for _, row := range k.Table.Rows {
			b.WriteByte(' ')
			for _, c := range row {
				fmt.Fprintf(&b, " [%d", c.Col)
				if c.ColSpan > 1 || c.RowSpan > 1 {
					fmt.Fprintf(&b, " %dx%d", c.ColSpan, c.RowSpan)
				}
				fmt.Fprintf(&b, " %v %q]", c.Pos, c.Text)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
