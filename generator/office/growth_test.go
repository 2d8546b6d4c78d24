package office

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/internal/growth"
	"ogi/generator/internal/specimen"
	"ogi/generator/office/opinion"
	"ogi/generator/office/roster"
	"ogi/generator/rule"
)

// An office of many units: pairing and sheets take time as they are many.
func TestTimeGrowsWithUnits(t *testing.T) {
	file, _ := archive.LoadFile(fstest.MapFS{
		"2024.txt": {Data: specimen.Random(1, specimen.Options{Year: 2024, Agency: "青禾县教育局"}).MustWrite(specimen.Tab)},
	}, "2024.txt")
	for name, draft := range map[string]func(i int) string{
		"other agencies": func(i int) string { return fmt.Sprintf("青禾县第%d局", i) },
		"silent":         func(int) string { return "" },
		"one agency":     func(int) string { return "青禾县教育局" },
	} {
		growth.Work(t, name, func(size int) func() {
			files := make([]handed, size/48)
			var before opinion.Round
			for i := range files {
				files[i].path = fmt.Sprintf("a/第%d局.txt", i)
				r := *file.Report
				r.Agency.Text = draft(i)
				files[i].file.Report, files[i].file.SHA256 = &r, strings.Repeat("0", i%64)
				before.Units = append(before.Units, opinion.Kept{Unit: fmt.Sprintf("青禾县第%d局", i)})
			}
			return func() {
				d := &Drafts{Folder: opinion.Folder{Year: 2024}}
				d.pair(authors(files), files, before)
			}
		})
	}
	g := &archive.Agency{Slug: "a", Name: "青禾县教育局"}
	e := &archive.Entry{Agency: g, Year: 2024, Path: "2024.txt", Files: []archive.File{file}, Report: file.Report}
	g.Reports = []*archive.Entry{e}
	j := check.Ready(archive.New(config.Site{}, []*archive.Agency{g}), rule.All, true).One(g, e)
	growth.Work(t, "sheets", func(size int) func() {
		var d opinion.Folder
		for i := range size / 128 {
			name := fmt.Sprintf("青禾县第%d局", i)
			d.Cases = append(d.Cases, opinion.Case{Unit: roster.Unit{Name: name}, File: name + ".txt", Entry: e, Judgement: j})
		}
		return func() {
			_, record := opinion.Sheets(d, opinion.Record{})
			sheets, record := opinion.Sheets(d, record)
			o := opinion.Overview{Year: 2024, Round: 2, Sheets: sheets}
			_, _ = o.HTML()
			_, _ = o.XLSX()
			_, _ = opinion.ReadRecord(record.Bytes())
		}
	})
}
