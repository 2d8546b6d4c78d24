// Package form holds the statutory form as data: every cell of each version
// with its canonical key, table, row, column and printed label. The keys are
// the vocabulary of the whole product. It reads no report.
package form

import (
	"cmp"
	_ "embed"
	"slices"
	"strconv"
	"strings"
)

// A Key names one cell of the form, as "requests.granted.total".
type Key = string

// A Table is one of the three statutory tables.
type Table uint8

const (
	Two   Table = 2 // 主动公开
	Three Table = 3 // 申请
	Four  Table = 4 // 复议、诉讼
)

// A Def defines one cell.
type Def struct {
	Key    Key
	Table  Table
	Row    string // key without its last part: "requests.denied.case_file"
	Column string // last part: "total", "issued"
	Label  string // as printed, row and column
	Amount bool   // an exact decimal with a unit, not a count
	Number int    // its address on pages, c17: one cell has one in all forms, for good
	terms  string // which sums it is part of: "+outcomes =across"
}

// A Form is one version of the statutory form. It is never changed after init.
type Form struct {
	Version string // "2021", "2019" or "free"
	OneRow  bool   // （六）其他处理 printed as one row
	Defs    []Def  // in printed order
	index   map[Key]int
	rows    [Four + 1][]string        // row keys by table
	first   map[string]int            // by row key, where its cells begin in Defs
	sums    [Four + 1][sumKinds][]Sum // by table
	side    [sumKinds][]side          // by cell
}

//go:embed form-2021.tsv
var tsv2021 string

//go:embed form-2019.tsv
var tsv2019 string

// A new cell takes the next number that no form has had, wherever it is printed:
// numbers stand in addresses that others keep. The cells of 2021 were numbered
// first, in printed order, then what 2019 has besides.

// The forms. Free is the shape of reports before 2019: no cells.
var (
	F2021       = parse("2021", tsv2021)
	F2021OneRow = oneRow(F2021)
	F2019       = parse("2019", tsv2019)
	Free        = build("free", false, nil)
)

// Columns are the seven columns of table three, in printed order.
var Columns = []string{"natural_person", "enterprise", "research", "public_welfare", "legal_service", "other", "total"}

// ColumnNames are their printed names.
var ColumnNames = map[string]string{
	"natural_person": "自然人", "enterprise": "商业企业", "research": "科研机构",
	"public_welfare": "社会公益组织", "legal_service": "法律服务机构", "other": "其他", "total": "总计",
}

// Index is the position of key in Defs, -1 if the form has no such cell.
func (f *Form) Index(key Key) int {
	if i, ok := f.index[key]; ok {
		return i
	}
	return -1
}

// At is the position in Defs of the cell of a row and a column, -1 if the form
// has no such cell: Index(row + "." + column) without making that key.
func (f *Form) At(row, column string) int {
	i, ok := f.first[row]
	for ; ok && i < len(f.Defs) && f.Defs[i].Row == row; i++ {
		if f.Defs[i].Column == column {
			return i
		}
	}
	return -1
}

// Rows are the row keys of one table, in printed order. They are not to be
// written to.
func (f *Form) Rows(t Table) []string { return f.rows[t] }

// Outcomes are the row keys of table three that （七）总计 sums up: （一） to （六）.
func (f *Form) Outcomes() []string {
	var rows []string
	if sums := f.Sums(Three, Downwards); len(sums) > 0 {
		for _, i := range sums[0].Left {
			rows = append(rows, f.Defs[i].Row)
		}
	}
	return rows
}

// RowLabel is the printed label of a row of table three: "（三）不予公开 1.属于国家秘密".
func (f *Form) RowLabel(row string) string {
	if i := f.Index(row + ".natural_person"); i >= 0 {
		label, _, _ := strings.Cut(f.Defs[i].Label, " × ")
		return label
	}
	return row
}

func parse(version, tsv string) *Form {
	var defs []Def
	for i, line := range strings.Split(strings.TrimRight(tsv, "\n"), "\n") {
		if i == 0 {
			continue
		}
		f := strings.Split(line, "\t")
		number, err := strconv.Atoi(f[len(f)-1])
		if len(f) != 6 || err != nil {
			panic("internal error: form-" + version + ".tsv: bad line " + line)
		}
		dot := strings.LastIndexByte(f[0], '.')
		t := map[string]Table{"二": Two, "三": Three, "四": Four}[f[1]]
		defs = append(defs, Def{Key: f[0], Table: t, Row: f[0][:dot], Column: f[0][dot+1:], Label: f[2], Amount: f[3] == "amount", terms: f[4], Number: number})
	}
	return build(version, version == "2019", defs)
}

// oneRow is the 2021 form as some agencies print it: （六）其他处理 without its
// three sub-rows.
func oneRow(f *Form) *Form {
	var defs []Def
	first := ""
	for _, d := range f.Defs {
		if strings.HasPrefix(d.Row, "requests.other_outcome.") {
			if first = cmp.Or(first, d.Row); d.Row != first {
				continue
			}
			d.Row, d.Key, d.Label = "requests.other_outcome", "requests.other_outcome."+d.Column, "（六）其他处理 × "+ColumnNames[d.Column]
			d.Number = F2019.Defs[F2019.Index(d.Key)].Number
		}
		defs = append(defs, d)
	}
	return build(f.Version, true, defs)
}

func build(version string, one bool, defs []Def) *Form {
	f := &Form{Version: version, OneRow: one, Defs: defs, index: make(map[Key]int, len(defs)), first: map[string]int{}}
	for i, d := range defs {
		if _, dup := f.index[d.Key]; dup {
			panic("internal error: form " + version + ": key twice: " + d.Key)
		}
		f.index[d.Key] = i
		if i > 0 && defs[i-1].Row == d.Row {
			continue
		}
		if _, apart := f.first[d.Row]; apart {
			panic("internal error: form " + version + ": row in two pieces: " + d.Row)
		}
		f.first[d.Row] = i
		f.rows[d.Table] = append(f.rows[d.Table], d.Row)
	}
	for t := range f.rows {
		f.rows[t] = slices.Clip(f.rows[t])
	}
	f.addUp()
	return f
}
