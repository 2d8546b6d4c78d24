package sum

import (
	"fmt"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/internal/growth"
	"ogi/generator/internal/specimen"
	"ogi/generator/rule"
)

// A sum takes time as its units are many.
func TestTimeGrowsWithUnits(t *testing.T) {
	file, _ := archive.LoadFile(fstest.MapFS{
		"2024.txt": {Data: specimen.Random(1, specimen.Options{Year: 2024, Agency: "青禾县教育局"}).MustWrite(specimen.Tab)},
	}, "2024.txt")
	g := &archive.Agency{Slug: "a", Name: "青禾县教育局"}
	e := &archive.Entry{Agency: g, Year: 2024, Path: "2024.txt", Files: []archive.File{file}, Report: file.Report}
	g.Reports = []*archive.Entry{e}
	j := check.Ready(archive.New(config.Site{}, []*archive.Agency{g}), rule.All, true).One(g, e)
	growth.Work(t, "sum", func(size int) func() {
		var us []Unit
		for i := range size / 128 {
			us = append(us, Unit{Name: fmt.Sprintf("青禾县第%d局", i), Entry: e, Judgement: j})
		}
		return func() {
			if _, err := Of(2024, us, nil).XLSX(); err != nil {
				t.Error(err)
			}
		}
	})
}
