package roster

import (
	"fmt"
	"strings"
	"testing"

	"ogi/generator/internal/growth"
)

// A county has a hundred units, a province ten thousand.
func TestTimeGrowsWithUnits(t *testing.T) {
	list := func(n int) []byte {
		var b strings.Builder
		b.WriteString("单位,类别,区划代码,别名\n")
		for i := range n {
			fmt.Fprintf(&b, "青禾县第%d乡人民政府,乡镇,410403,%d乡、第%d乡\n", i, i, i)
		}
		return []byte(b.String())
	}
	growth.Work(t, "reading", func(size int) func() {
		b := list(size / 48)
		return func() { _, _, _ = Read("a.csv", b) }
	})
	for name, draft := range map[string]func(i int) Draft{
		"named": func(i int) Draft {
			return Draft{Path: fmt.Sprintf("%d.txt", i), Agency: fmt.Sprintf("青禾县第%d乡人民政府", i)}
		},
		"shortly": func(i int) Draft {
			return Draft{Path: fmt.Sprintf("%d.txt", i), Agency: fmt.Sprintf("第%d乡人民政府", i)}
		},
		"called": func(i int) Draft { return Draft{Path: fmt.Sprintf("a/b/%d乡.txt", i)} },
		"titled": func(i int) Draft {
			return Draft{Path: "a.txt", Title: fmt.Sprintf("青禾县第%d乡人民政府2024年报告", i)}
		},
		"strange": func(i int) Draft {
			return Draft{Path: "a.txt", Agency: fmt.Sprintf("某县第%d局", i), Title: "报告"}
		},
		"same":     func(i int) Draft { return Draft{Path: "青禾县.txt", Agency: "青禾县人民政府"} },
		"far down": func(i int) Draft { return Draft{Path: strings.Repeat("a/", 20) + fmt.Sprint(i) + ".txt"} },
	} {
		growth.Work(t, name, func(size int) func() {
			n := size / 48
			units, _, err := Read("a.csv", list(n))
			if err != nil {
				t.Fatal(err)
			}
			drafts := make([]Draft, n)
			for i := range drafts {
				drafts[i] = draft(i)
			}
			return func() { Match(units, drafts) }
		})
	}
}
