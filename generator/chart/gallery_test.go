package chart

import (
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ogi/generator/archive"
	"ogi/generator/badge"
	"ogi/generator/internal/sample"
	"ogi/generator/report"
)

// gallery is every kind of chart over testdata/gallery.txt, our own figures.
func gallery(t testing.TB) []*Chart {
	t.Helper()
	entries := entriesOf(t)
	agencies := sample.Agencies(entries)
	gov := agencies[0]
	last := shownReport(t)
	var year []*archive.Entry
	var rows []VerdictRow
	states := []badge.State{badge.Pass, badge.Hint, badge.Fail, badge.Unknown}
	for i, a := range agencies {
		r := VerdictRow{Name: a.Name, States: map[int]badge.State{}}
		for j, e := range a.Reports {
			r.States[e.Year] = states[(i*i+j)%len(states)]
			if e.Year == 2025 {
				year = append(year, e)
			}
		}
		rows = append(rows, r)
	}
	return []*Chart{
		Outcomes(gov, 5), Flow(last, 5), Grounds(last, 5), Disputes(gov), DisputesOf(last), TableTwo(gov),
		Verdicts(rows, 2021, 2025, badge.Looks), Distribution(2025, slices.Values(year), "disclosed-share", 5), Releases(2025, slices.Values(year)),
	}
}

// shownReport is the one whose charts are in the gallery.
func shownReport(t testing.TB) *archive.Entry {
	t.Helper()
	gov := sample.Agencies(entriesOf(t))[0]
	return gov.Reports[len(gov.Reports)-1]
}

func entriesOf(t testing.TB) []*archive.Entry {
	t.Helper()
	text, err := os.ReadFile("testdata/gallery.txt")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := sample.Entries(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// page is a page of charts as the site makes them: same policy, same scripts.
var page = template.Must(template.New("").Parse(`<!doctype html>
<html lang="zh-Hans" data-lang="{{.Lang}}" data-theme="{{.Theme}}"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:">
<meta name="viewport" content="width=device-width">
<title>charts</title>
<link rel="stylesheet" href="page.css">
<table hidden><tr>{{range .Cells}}<td id="c{{.Number}}"><a href="#">{{.Text}}</a><a class="mark">▲1</a></td>{{end}}</tr></table>
{{range .Charts}}<figure><figcaption><i>{{.Title.ZH}}</i><i lang="en">{{.Title.EN}}</i></figcaption>
<p class="said"><i>{{.Sentence.ZH}}</i><i lang="en">{{.Sentence.EN}}</i></p>
{{if .Options}}<div class="chart" id="{{.ID}}"><script type="application/json">{{.Options}}</script></div>
{{else if .Pictured}}<div class="chart" id="{{.ID}}" data-kind="{{.Kind}}"></div>{{end}}
<p>{{.N}}{{.NWord.ZH}}。{{.Note.ZH}}</p></figure>{{end}}
<script src="echarts.min.js"></script><script src="kinds.js"></script><script src="charts.js"></script></html>`))

// A numbered is one cell of the statutory tables, as a page has it.
type numbered struct {
	Number int
	Text   template.HTML
}

// cellsOf are the cells of a report with numbers in groups, as pages show them.
func cellsOf(e *archive.Entry) []numbered {
	var out []numbered
	for i, d := range e.Report.Form.Defs {
		c := numbered{d.Number, "空"}
		if e.Report.Cells[i].State == report.Number {
			s := e.Report.Cells[i].Value.String()
			if c.Text = template.HTML(s); len(s) > 3 && !strings.Contains(s, ".") {
				c.Text = template.HTML(s[:len(s)-3] + `<span class="g">` + s[len(s)-3:] + "</span>")
			}
		}
		out = append(out, c)
	}
	return out
}

const pageCSS = `body{margin:0;padding:12px;max-width:860px;background:#fff;color:#24292e;font:16px/1.6 "Noto Sans CJK SC",sans-serif}
[data-theme=dark] body{background:#14171a;color:#e2e6ea} p{margin:.3em 0} h2{font-size:18px;margin:1.4em 0 .2em}`

// writeGallery writes the page with its scripts into dir.
func writeGallery(t testing.TB, dir string, charts []*Chart, lang, theme string) string {
	t.Helper()
	for _, name := range []string{"echarts/echarts.min.js", "js/charts.js", "js/kinds.js"} {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "page.css"), []byte(pageCSS), 0o644); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, lang+"-"+theme+".html")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := page.Execute(f, map[string]any{"Charts": charts, "Lang": lang, "Theme": theme, "Cells": cellsOf(shownReport(t))}); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestGallery writes all charts to look at: OGI_GALLERY=/some/folder go test -run Gallery.
func TestGallery(t *testing.T) {
	dir := os.Getenv("OGI_GALLERY")
	if dir == "" {
		t.Skip("OGI_GALLERY names no folder")
	}
	for _, lang := range []string{"zh", "en"} {
		for _, theme := range []string{"light", "dark"} {
			writeGallery(t, dir, gallery(t), lang, theme)
		}
	}
}
