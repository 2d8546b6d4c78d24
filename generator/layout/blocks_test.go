package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"ogi/generator/grid"
)

var updateBlocks = flag.Bool("update-blocks", false, "rewrite the expected parts of testdata/blocks")

// TestBlocks reads the first file of each archive and compares its blocks with
// the file named want.
func TestBlocks(t *testing.T) {
	files, err := filepath.Glob("testdata/blocks/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, _, err := Read(a.Files[0].Name, a.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			got := dumpBlocks(d)
			if *updateBlocks {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) < 2 || got != string(a.Files[1].Data) {
				t.Errorf("got:\n%s\nwant:\n%s", got, a.Files[len(a.Files)-1].Data)
			}
		})
	}
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
