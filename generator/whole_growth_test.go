package generator

import (
	"bytes"
	"context"
	"io"
	"testing"
	"testing/fstest"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/export"
	"ogi/generator/inspect"
	"ogi/generator/internal/growth"
	"ogi/generator/internal/specimen"
	"ogi/generator/office/opinion"
	"ogi/generator/office/roster"
	"ogi/generator/page"
	"ogi/generator/rule"
	"ogi/generator/stage"
)

// A step is what is done with a report once it is read.
type step struct {
	name string
	of   func(l *laid) func()
}

// laid is an archive of one agency, its year before, and the report in question.
type laid struct {
	a       *archive.Archive
	results check.Results
	e       *archive.Entry
}

func lay(path string, b []byte, more ...string) *laid {
	fsys := fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"某\"\n")},
		"content/a/agency.toml": {Data: []byte("name = \"青禾县教育局\"\nregion = \"410403\"\n")},
		"content/a/2023.txt":    {Data: specimen.Random(1, specimen.Options{Year: 2023, Agency: "青禾县教育局"}).MustWrite(specimen.Tab)},
		"content/a/" + path:     {Data: b},
	}
	for i := 0; i+1 < len(more); i += 2 {
		fsys["content/a/"+more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	l := &laid{}
	l.a, _ = archive.Load(fsys, archive.Options{})
	for _, e := range l.a.Entries() {
		if e.Year == 2024 && e.Report != nil {
			l.e = e
		}
	}
	if l.e == nil {
		return nil
	}
	return l
}

func (l *laid) judge() *laid {
	if l.results == nil {
		l.results, _, _ = judge(context.Background(), l.a, check.Ready(l.a, rule.All, false), nil)
	}
	return l
}

var steps = []step{
	{"judge", func(l *laid) func() {
		return func() { check.Ready(l.a, rule.All, false).One(l.e.Agency, l.e) }
	}},
	{"mask", func(l *laid) func() {
		l.judge()
		return func() {
			_, _, _, _ = stage.Withhold(context.Background(), l.a, l.results)
			_, _ = Masked(context.Background(), []Judged{{"2024.txt", l.e, l.results[l.e]}})
		}
	}},
	{"pages", func(l *laid) func() {
		l.judge()
		return func() {
			in := page.Input{Archive: l.a, Results: l.results, Rules: rule.All, RuleDoc: rule.Doc}
			for _, p := range page.Site(in) {
				if p.Kind == "report" || p.Kind == "agency" {
					_ = templates().Render(io.Discard, p)
				}
			}
			for _, f := range page.Files(in) {
				f.Bytes()
			}
		}
	}},
	{"formats", func(l *laid) func() {
		l.judge()
		return func() {
			items := []export.Item{{File: "2024.txt", Entry: l.e, Judgement: l.results[l.e]}}
			for _, format := range export.Formats {
				_ = export.Write(io.Discard, format, items, export.Options{})
			}
			var b bytes.Buffer
			inspect.Of("2024.txt", l.e, l.results[l.e], false)
			inspect.Text(&b, "2024.txt", l.e, l.results[l.e], false)
		}
	}},
	{"sheets", func(l *laid) func() {
		l.judge()
		return func() {
			d := opinion.Folder{Year: 2024, Cases: []opinion.Case{{Unit: roster.Unit{Name: "青禾县教育局"}, File: "a.txt", Entry: l.e, Judgement: l.results[l.e]}}}
			_, record := opinion.Sheets(d, opinion.Record{})
			sheets, record := opinion.Sheets(d, record)
			for _, s := range sheets {
				_, _ = s.DOCX()
				_, _ = s.XLSX()
			}
			_, _ = opinion.ReadRecord(record.Bytes())
		}
	}},
}

// TestTimeOfTheWholeWayGrowsWithSize: also what is done with a report once it is
// read takes time as its size.
func TestTimeOfTheWholeWayGrowsWithSize(t *testing.T) {
	if testing.Short() {
		t.Skip("half a minute")
	}
	for _, s := range growth.Some() {
		for _, st := range steps {
			growth.Work(t, st.name+" "+s.Name, func(size int) func() {
				l := lay(s.Path, s.Make(size))
				if l == nil {
					return func() {}
				}
				return st.of(l)
			})
		}
	}
}
