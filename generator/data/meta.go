package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"ogi/generator/sign"
)

// An Archive is what is told of the data as a whole.
type Archive struct {
	Title, Description string
	Address            string // of the site, with a slash at the end, "" where it is not known
	Licence            string // of the figures, as the archive words it
	Date               string // newest day that it rests on
	Version            string // of the program
}

// A Made is a file that is there.
type Made struct {
	File
	Size int64
	Sum  [32]byte
}

// An Extra is a file that tells of the others.
type Extra struct {
	Path string
	Text []byte
}

// Described are the files that tell what the others are: a dictionary, a schema of each
// table, a data package, metadata for catalogues, how to cite, the sums. None tells a
// time but that of what the data rests on.
func Described(a Archive, made []Made) []Extra {
	for _, t := range []*string{&a.Title, &a.Description, &a.Licence} {
		*t = sign.Line(*t)
	}
	var out []Extra
	add := func(path string, text []byte) { out = append(out, Extra{Dir + path, text}) }
	h := bytes.Buffer{}
	for _, m := range made {
		fmt.Fprintf(&h, "%s  %s\n", hex.EncodeToString(m.Sum[:]), strings.TrimPrefix(m.Path, Dir))
	}
	add("sha256.txt", h.Bytes())
	add("dictionary.csv", dictionary())
	add("dictionary.json", indented(entries()))
	for _, t := range Tables {
		if !t.Inner {
			add("schema/"+t.Key+".schema.json", indented(t.schema()))
		}
	}
	add("datapackage.json", indented(a.pack(made)))
	add("dataset.jsonld", indented(a.dataset(made)))
	add("dcat.jsonld", indented(a.dcat(made)))
	add("CITATION.cff", a.citation())
	return out
}

type entry struct {
	Table   string   `json:"table"`
	Key     string   `json:"key"`
	Type    string   `json:"type"`
	Label   string   `json:"label"`
	LabelEN string   `json:"label_en"`
	Unit    string   `json:"unit"`
	Period  string   `json:"period"`
	Forms   []string `json:"forms"`
}

// entries are all columns. Those of wide are also the keys of cells and, behind
// "indicator.", of indicators.
func entries() []entry {
	var all []entry
	for _, t := range Tables {
		if t.Inner {
			continue
		}
		for _, c := range t.Columns {
			forms := c.Forms
			if forms == nil {
				forms = []string{}
			}
			all = append(all, entry{t.Key, c.Key, c.Type.String(), c.Name.ZH, c.Name.EN, c.Unit.ZH, c.When.Words().ZH, forms})
		}
	}
	return all
}

func dictionary() []byte {
	t := &Table{Columns: make([]Column, 8)}
	rows := []Row{{"table", "key", "type", "label", "label_en", "unit", "period", "forms"}}
	for _, e := range entries() {
		rows = append(rows, Row{e.Table, e.Key, e.Type, e.Label, e.LabelEN, e.Unit, e.Period, strings.Join(e.Forms, " ")})
	}
	return append([]byte(bom), csvOf(t, rows, true)...)
}

// schema is the JSON Schema of a line of JSON lines.
func (t *Table) schema() any {
	props := ordered{}
	var need []string
	for _, c := range t.Columns {
		typ := c.Type.String()
		one := ordered{}
		if typ == "date" {
			typ = "string"
			one = append(one, pair{"format", "date"})
		}
		one = append(ordered{{"type", []string{typ, "null"}}, {"description", c.Name.ZH + " / " + c.Name.EN}}, one...)
		if slices.Contains(t.Primary, c.Key) {
			one[0].value = typ
		}
		props = append(props, pair{c.Key, one})
		need = append(need, c.Key)
	}
	return ordered{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", t.Key + " / " + t.Name.ZH},
		{"type", "object"},
		{"properties", props},
		{"required", need},
		{"additionalProperties", false},
	}
}

// pack is a Data Package: https://specs.frictionlessdata.io/data-package/.
func (a Archive) pack(made []Made) any {
	resources := []any{}
	for _, m := range made {
		path := strings.TrimPrefix(m.Path, Dir)
		r := ordered{
			{"name", named(path)},
			{"path", path},
			{"format", m.Format},
			{"bytes", m.Size},
			{"hash", "sha256:" + hex.EncodeToString(m.Sum[:])},
			{"mediatype", media(path)},
		}
		if m.Table != nil {
			r = append(r, pair{"title", m.Table.Name.ZH + " / " + m.Table.Name.EN})
		}
		if m.Format == "csv" {
			fields := []any{}
			for _, c := range m.Table.Columns {
				fields = append(fields, ordered{{"name", c.Key}, {"type", c.Type.String()}, {"title", c.Name.ZH}, {"description", c.Name.EN}})
			}
			schema := ordered{{"fields", fields}, {"primaryKey", m.Table.Primary}, {"missingValues", []string{""}}}
			r = append(r, pair{"encoding", "utf-8"}, pair{"schema", schema})
		}
		resources = append(resources, r)
	}
	p := ordered{{"name", "government-information-disclosure"}, {"title", a.Title}}
	if a.Description != "" {
		p = append(p, pair{"description", a.Description})
	}
	if a.Address != "" {
		p = append(p, pair{"homepage", a.Address + "data/"})
	}
	if a.Licence != "" {
		p = append(p, pair{"licenses", []any{licence(a.Licence)}})
	}
	return append(p, pair{"version", a.digest(made)}, pair{"resources", resources})
}

// licence names one as a Data Package does: by its short name where it is one.
func licence(words string) any {
	short := strings.ToUpper(strings.ReplaceAll(words, " ", "-"))
	for _, known := range []string{"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODBL-1.0", "ODC-BY-1.0", "PDDL-1.0"} {
		if strings.EqualFold(short, known) {
			return ordered{{"name", known}, {"title", words}}
		}
	}
	return ordered{{"name", "other"}, {"title", words}}
}

// digest is the version of the data: by what it holds, not by when it was made.
func (a Archive) digest(made []Made) string {
	var all []byte
	for _, m := range made {
		all = append(all, m.Rests[:]...)
	}
	sum := sha256.Sum256(all)
	return "1+" + hex.EncodeToString(sum[:])[:12]
}

// dataset is schema.org's Dataset, as search engines read it.
func (a Archive) dataset(made []Made) any {
	var parts []any
	for _, m := range made {
		parts = append(parts, ordered{
			{"@type", "DataDownload"},
			{"name", strings.TrimPrefix(m.Path, Dir)},
			{"encodingFormat", media(m.Path)},
			{"contentUrl", a.Address + m.Path},
			{"contentSize", fmt.Sprint(m.Size, " B")},
			{"sha256", hex.EncodeToString(m.Sum[:])},
		})
	}
	d := ordered{
		{"@context", "https://schema.org/"},
		{"@type", "Dataset"},
		{"name", a.Title},
		{"description", a.told()},
		{"inLanguage", "zh-CN"},
		{"isAccessibleForFree", true},
		{"version", a.digest(made)},
	}
	if a.Address != "" {
		d = append(d, pair{"url", a.Address + "data/"})
	}
	if a.Licence != "" {
		d = append(d, pair{"license", a.Licence})
	}
	if a.Date != "" {
		d = append(d, pair{"dateModified", a.Date})
	}
	return append(d, pair{"distribution", parts})
}

// dcat is the same for data catalogues: https://www.w3.org/TR/vocab-dcat-3/.
func (a Archive) dcat(made []Made) any {
	var parts []any
	for _, m := range made {
		parts = append(parts, ordered{
			{"@type", "dcat:Distribution"},
			{"dct:title", strings.TrimPrefix(m.Path, Dir)},
			{"dcat:mediaType", media(m.Path)},
			{"dcat:downloadURL", ordered{{"@id", a.Address + m.Path}}},
			{"dcat:byteSize", m.Size},
		})
	}
	d := ordered{
		{"@context", ordered{{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"}}},
		{"@type", "dcat:Dataset"},
		{"dct:title", a.Title},
		{"dct:description", a.told()},
		{"dct:language", "zh-CN"},
	}
	if a.Licence != "" {
		d = append(d, pair{"dct:license", a.Licence})
	}
	if a.Date != "" {
		d = append(d, pair{"dct:modified", a.Date})
	}
	return append(d, pair{"dcat:distribution", parts})
}

// told is a description that is long enough for catalogues, which want fifty
// characters.
func (a Archive) told() string {
	const more = "政府信息公开工作年度报告法定表格的数字，逐格带状态、原文和出处，以及指标和核对结果。Figures of Chinese government information disclosure annual reports, cell by cell, with state, printed text and place."
	if a.Description == "" {
		return more
	}
	return a.Description + " " + more
}

func (a Archive) citation() []byte {
	var b bytes.Buffer
	b.WriteString("cff-version: 1.2.0\nmessage: 引用这些数据时请注明。If you use these data, please cite them.\ntype: dataset\n")
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, bytes.TrimSpace(quoted(value)))
		}
	}
	line("title", a.Title)
	fmt.Fprintf(&b, "authors:\n  - name: %s\n", quoted(a.Title))
	line("abstract", a.Description)
	if a.Address != "" {
		line("url", a.Address+"data/")
	}
	line("date-released", day(a.Date))
	return b.Bytes()
}

// day is a date if it is a whole one.
func day(s string) string {
	if len(s) == len("2006-01-02") {
		return s
	}
	return ""
}

// named is a name of a resource: small letters, digits and points.
func named(path string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '-', r == '_':
			return r
		}
		return '-'
	}, strings.ToLower(path))
}

func media(path string) string {
	for ending, m := range map[string]string{
		".zip": "application/zip", ".parquet": "application/vnd.apache.parquet",
		".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	} {
		if strings.HasSuffix(path, ending) {
			return m
		}
	}
	return "application/octet-stream"
}

// ordered is a JSON object whose keys stay in order.
type ordered []pair

type pair struct {
	key   string
	value any
}

func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(quoted(p.key))
		b.WriteByte(':')
		v, err := json.Marshal(p.value)
		if err != nil {
			return nil, err
		}
		b.Write(v)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // values of our own
	}
	return b.Bytes()
}
