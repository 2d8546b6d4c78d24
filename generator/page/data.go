package page

import (
	"fmt"
	"strconv"
	"strings"

	"ogi/generator/data"
	"ogi/generator/tongue"
)

// A Data is the page from which the archive is taken away.
type Data struct {
	Base
	Reports, Agencies int
	First, Last       int
	Groups            []DataGroup
	About             []DataFile // what tells of the others
	Columns           []DataTable
	Cite              string // as GB/T 7714 has it
	BibTeX            string
	Own               bool // each agency has a file of its own
}

// A DataGroup is the files of one format.
type DataGroup struct {
	Key   string
	Name  tongue.Text
	Open  tongue.Text // with what it is opened
	Code  string      // a line that does so, "" for none
	Files []DataFile
}

// A DataFile is one file.
type DataFile struct {
	Link
	Rows, Size string
	Year       string
}

// A DataTable is a table with its columns.
type DataTable struct {
	Key     string
	Name    tongue.Text
	Columns []DataColumn
}

// A DataColumn is a column that readers are told of here; those that are cells or
// indicators are told in the dictionary.
type DataColumn struct {
	Key, Type string
	Name      tongue.Text
}

var dataFormats = map[string]DataGroup{
	"xlsx": {
		Name: tongue.Of("Excel 工作簿，一年一本", "Excel workbooks, one a year"),
		Open: tongue.Of("用 Excel、WPS 或 LibreOffice 打开。一份报告一行，另有发现和机关；逐格的数据行数太多，请用下面的文件。",
			"Open with Excel, WPS or LibreOffice. One row a report, findings and agencies; the cells are too many rows, see below."),
	},
	"csv": {
		Name: tongue.Of("CSV（UTF-8）", "CSV (UTF-8)"),
		Open: tongue.Of("每个 zip 里一个文件。pandas、R、DuckDB 都能直接打开。", "One file in each zip. pandas, R and DuckDB open them as they are."),
		Code: `pandas: pd.read_csv("wide.csv.zip")    R: readr::read_csv("wide.csv.zip")`,
	},
	"excel": {
		Name: tongue.Of("CSV（给 Excel）", "CSV (for Excel)"),
		Open: tongue.Of("同上，带有 Excel 认得的编码标记；以等号之类开头的文字前加了撇号，免得被当作公式。",
			"The same with the mark by which Excel knows the encoding; a text that begins like a formula has an apostrophe before it."),
	},
	"jsonl": {
		Name: tongue.Of("JSON lines", "JSON lines"),
		Open: tongue.Of("一行一个对象，数字是数字，没有的是 null。", "An object a line; numbers are numbers, nothing is null."),
		Code: `unzip -p cells.jsonl.zip | jq 'select(.key == "requests.received.total")'`,
	},
	"parquet": {
		Name: tongue.Of("Parquet，按年分开", "Parquet, by year"),
		Open: tongue.Of("给 DuckDB、Arrow、Spark；按年份只读所需的部分。", "For DuckDB, Arrow and Spark, which read only the years asked for."),
		Code: `DuckDB: SELECT * FROM read_parquet('parquet/cells/*/*.parquet', hive_partitioning = true)`,
	},
	"sqlite": {
		Name: tongue.Of("SQLite 数据库", "SQLite database"),
		Open: tongue.Of("全部表、字典、视图，正文可以搜索。汉字之间加空格就是词组：", "All tables, the dictionary, views, and the prose with an index. Blanks between Chinese characters make a phrase:"),
		Code: `SELECT p.* FROM passages_fts f JOIN passages p ON p.rowid = f.rowid WHERE passages_fts MATCH '"信 息 公 开"'`,
	},
}

// DataPath is the page's own.
const DataPath = "data/index.html"

// DataPage is the page of the data files that were made, of an archive that is known by
// briefs alone.
func DataPage(in Input, of []*BodyBrief, made []data.Made, more []data.Extra) Page {
	s := known(in, of)
	return s.page("data/", "data", func(b Base) any { return s.data(b, made, more) })
}

// DataOf is what describes the data to other programs.
func DataOf(in Input, of []*BodyBrief) data.Archive {
	site := in.Archive.Site
	a := data.Archive{Title: site.Title, Description: site.Description, Licence: site.Licence.Data, Version: in.Version}
	if site.BaseURL != "" {
		a.Address = strings.TrimSuffix(site.BaseURL, "/") + "/"
	}
	for _, g := range of {
		for _, r := range g.Reports {
			a.Date = max(a.Date, r.Newest)
		}
	}
	return a
}

func (s *site) data(b Base, made []data.Made, more []data.Extra) *Data {
	b.at(tongue.Of("数据", "Data"))
	b.rests(s.briefs...)
	p := &Data{Agencies: len(s.bodies), Own: s.Archive.Site.Data.Has("agencies")}
	for _, r := range s.briefs {
		p.Reports++
		if p.First == 0 || r.Year < p.First {
			p.First = r.Year
		}
		p.Last = max(p.Last, r.Year)
	}
	for _, f := range data.Formats {
		g := dataFormats[f]
		g.Key = f
		for _, m := range made {
			if m.Format != f {
				continue
			}
			one := DataFile{Link: Link{tongue.ZH(strings.TrimPrefix(m.Path, data.Dir)), b.Root + m.Path}, Rows: strconv.Itoa(m.Rows), Size: bytesOf(m.Size)}
			if m.Table != nil {
				one.Text = m.Table.Name.Plus(" "+m.Table.Key, "")
			}
			if m.Year != 0 {
				one.Year = strconv.Itoa(m.Year)
			}
			g.Files = append(g.Files, one)
		}
		if len(g.Files) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	for _, e := range more {
		p.About = append(p.About, DataFile{Link: Link{tongue.ZH(strings.TrimPrefix(e.Path, data.Dir)), b.Root + e.Path}, Size: bytesOf(int64(len(e.Text)))})
	}
	for _, t := range data.Tables {
		if t.Inner {
			continue
		}
		d := DataTable{Key: t.Key, Name: t.Name}
		for _, c := range t.Columns {
			if c.When == data.Untimed {
				d.Columns = append(d.Columns, DataColumn{c.Key, c.Type.String(), c.Name})
			}
		}
		p.Columns = append(p.Columns, d)
	}
	at := b.Canonical
	if at == "" {
		at = "data/"
	}
	year, day := "", b.DataDate
	if len(day) >= 4 {
		year = day[:4]
	}
	p.Cite = fmt.Sprintf("%s. 政府信息公开工作年度报告数据[DS/OL]. (%s)[引用日期]. %s.", b.Site, day, at)
	p.BibTeX = fmt.Sprintf("@misc{ogi-data,\n  title = {%s: 政府信息公开工作年度报告数据},\n  year = {%s},\n  howpublished = {%s},\n  note = {data as of %s}\n}", b.Site, year, at, day)
	p.Base = b
	return p
}

// bytesOf is a size for readers.
func bytesOf(n int64) string {
	switch {
	case n < 1000:
		return strconv.FormatInt(n, 10) + " B"
	case n < 1_000_000:
		return strconv.FormatFloat(float64(n)/1e3, 'f', 1, 64) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}
