package sheet

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"ogi/generator/grid"
	"ogi/generator/place"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

var defaultName = regexp.MustCompile(`^(?i:sheet|工作表)\s*\d*$`)

// readWorkbook reads the sheets that are shown, in order, as Excel would show
// them: numbers formatted, merged cells as one cell.
func readWorkbook(f *source.File) (doc *grid.Doc, err error) {
	has, err := checkWorkbook(f.Bytes)
	if err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil { // the library trusts what it unpacks
			doc, err = nil, kit.Panicked("xl/workbook.xml", r)
		}
	}()
	x, err := excelize.OpenReader(bytes.NewReader(f.Bytes), excelize.Options{
		UnzipSizeLimit: 4 * kit.MaxPart, UnzipXMLSizeLimit: kit.MaxPart,
	})
	if err != nil {
		return nil, kit.Damaged("xl/workbook.xml", err)
	}
	defer x.Close()
	has.work = &kit.Budget{}
	d := &grid.Doc{Layout: "xlsx"}
	hidden := kit.Unseen{Doc: d}
	sheets := ofYear(shownSheets(x, d), f.Path, d)
	for _, sheet := range sheets {
		rows, err := rowsOf(x, sheet, d, &hidden, has)
		if err != nil {
			return nil, err
		}
		blocks := blocks(rows, true)
		if len(sheets) > 1 && len(blocks) > 0 && !defaultName.MatchString(sheet) {
			name := grid.Line{Text: sheet, Pos: place.Pos{}.In(place.Place{Sheet: sheet})}
			d.Blocks = append(d.Blocks, grid.Block{Lines: []grid.Line{name}})
		}
		d.Blocks = append(d.Blocks, blocks...)
	}
	addUnshown(&hidden, x, sheets)
	if p, err := kit.OpenPack(f.Bytes); err == nil {
		hidden.Properties(p)
	}
	return d, nil
}

// A features tells what needs a look at each cell.
type features struct {
	formulas, looks, conditions bool
	work                        *kit.Budget
}

// checkWorkbook looks at the sizes before the library takes the workbook apart:
// it holds all of it in memory and searches merged cells one by one. has
// tells what some sheet has.
func checkWorkbook(b []byte) (has features, err error) {
	p, err := kit.OpenPack(b)
	if err != nil {
		return has, err
	}
	var total uint64
	longest, cells := 0, 0
	for name, m := range p {
		if !strings.HasPrefix(name, "xl/") || strings.HasPrefix(name, "xl/media/") {
			continue
		}
		if total += m.UncompressedSize64; m.UncompressedSize64 > maxPart || total > 2*maxPart {
			return has, kit.TooLarge("工作簿解压后过大")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p)) {
		if !strings.HasPrefix(name, "xl/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		part, err := p.Read(name)
		if err != nil {
			return has, err
		}
		has.formulas = has.formulas || hasTag(part, "f")
		has.looks = has.looks || mayLook(part)
		if name == "xl/sharedStrings.xml" {
			longest = longestText(part)
		}
		cells += countTag(part, "c")
		if longest*cells > maxUnshared {
			return has, kit.TooLarge("工作簿里多次引用的文字过长")
		}
		has.conditions = has.conditions || bytes.Contains(part, []byte("<conditionalFormatting"))
		for _, l := range []struct {
			tag, what string
			most      int
		}{
			{"c", "单元格", 4 * kit.MaxCells},
			{"mergeCell", "合并单元格", 4000},
			{"t", "文字", 4 * kit.MaxCells},
			{"col", "列", 5000},
			{"sheet", "工作表", 500},
		} {
			if countTag(part, l.tag) > l.most {
				return has, kit.TooLarge("工作簿的" + l.what + "过多")
			}
		}
	}
	return has, nil
}

// maxUnshared bounds the texts of all cells if each showed the longest: the library
// makes a copy of a shared text for each cell.
const maxUnshared = 256 << 20

// longestText is the length of the longest shared text, with its markup.
func longestText(part []byte) int {
	longest := 0
	for len(part) > 0 {
		text, rest, _ := bytes.Cut(part, []byte("</si>"))
		longest, part = max(longest, len(text)), rest
	}
	return longest
}

func hasTag(b []byte, tag string) bool { return countTag(b, tag) > 0 }

// countTag counts the start tags of a name without a prefix; a few more where
// text holds them does not matter.
func countTag(b []byte, tag string) int {
	return bytes.Count(b, []byte("<"+tag+" ")) + bytes.Count(b, []byte("<"+tag+">"))
}

var year = regexp.MustCompile(`20\d\d`)

// ofYear leaves out the sheets of other years, where each year has a sheet that
// is named for it and the file itself is named for one of them.
func ofYear(sheets []string, path string, d *grid.Doc) []string {
	yearIn := func(s string) string {
		if m := year.FindAllString(s, 2); len(m) == 1 {
			return m[0]
		}
		return ""
	}
	own, others := yearIn(path[strings.LastIndexByte(path, '/')+1:]), false
	if own == "" || !slices.ContainsFunc(sheets, func(s string) bool { return yearIn(s) == own }) {
		return sheets
	}
	var keep []string
	for _, s := range sheets {
		if y := yearIn(s); y == "" || y == own {
			keep = append(keep, s)
			continue
		}
		others = true
		d.Notes = append(d.Notes, "工作表“"+s+"”是别的年度，未读")
	}
	if !others {
		return sheets
	}
	return keep
}

func shownSheets(x *excelize.File, d *grid.Doc) []string {
	var shown []string
	all := x.GetSheetList()
	for _, s := range all {
		if ok, err := x.GetSheetVisible(s); err == nil && ok {
			shown = append(shown, s)
		} else {
			d.Notes = append(d.Notes, "隐藏的工作表“"+s+"”未读")
		}
	}
	return shown
}

// A texts is a sheet as its cells' texts and which rows and columns are
// shown; a hidden row or column is one that nobody sees, often last year's.
type texts struct {
	cells   [][]string
	width   int
	rowSeen []bool
	colSeen []bool
}

func textsOf(x *excelize.File, sheet string) (t texts, err error) {
	it, err := x.Rows(sheet)
	if err != nil {
		return t, kit.Damaged(sheet, err)
	}
	defer it.Close()
	size := 0
	for it.Next() {
		seen := !it.GetRowOpts().Hidden
		cols, err := it.Columns()
		if err != nil {
			return t, kit.Damaged(sheet, err)
		}
		if len(t.cells) >= maxRows || len(cols) > maxColumns {
			return t, kit.TooLarge(fmt.Sprintf("工作表“%s”超过 %d 行或 %d 列", sheet, maxRows, maxColumns))
		}
		for _, text := range cols {
			size += len(text)
		}
		if size > kit.MostText {
			return t, kit.TooLarge(fmt.Sprintf("工作表“%s”有 %d MB 文字", sheet, size>>20))
		}
		t.cells = append(t.cells, cols)
		t.rowSeen = append(t.rowSeen, seen)
		t.width = max(t.width, len(cols))
	}
	if err := it.Error(); err != nil {
		return t, kit.Damaged(sheet, err)
	}
	return t, nil
}

// trim drops the empty rows at the end, which are there for their borders.
func (t *texts) trim() {
	n := len(t.cells)
	for n > 0 && !slices.ContainsFunc(t.cells[n-1], func(s string) bool { return s != "" }) {
		n--
	}
	t.cells, t.rowSeen = t.cells[:n], t.rowSeen[:n]
}

func (t *texts) columns(x *excelize.File, sheet string) {
	t.colSeen = make([]bool, t.width)
	for j := range t.colSeen {
		name, err := excelize.ColumnNumberToName(j + 1)
		if err == nil {
			t.colSeen[j], err = x.GetColVisible(sheet, name)
		}
		t.colSeen[j] = t.colSeen[j] || err != nil
	}
}

// shownOf counts those that are shown of n from at on.
func shownOf(shown []bool, at, n int) int {
	k := 0
	for i := at; i < min(at+n, len(shown)); i++ {
		if shown[i] {
			k++
		}
	}
	return k
}

func rowsOf(x *excelize.File, sheet string, d *grid.Doc, hidden *kit.Unseen, has features) ([]record, error) {
	t, err := textsOf(x, sheet)
	if err != nil {
		return nil, err
	}
	if !has.formulas {
		t.trim()
	}
	m, err := mergesOf(x, sheet)
	if err != nil {
		return nil, err
	}
	for at, s := range m.spans {
		if at[0] < len(t.cells) {
			t.width = max(t.width, min(at[1]+s[1], maxColumns))
		}
	}
	if len(t.cells)*t.width > 4*kit.MaxCells {
		return nil, kit.TooLarge(fmt.Sprintf("工作表“%s”有 %d 行 %d 列", sheet, len(t.cells), t.width))
	}
	has.work.Spend(20*len(t.cells)*t.width, "工作簿的单元格过多") // sheets may share one part
	t.columns(x, sheet)
	dates, zeros := dateStyles(x), zeroStyles(x)
	looks := cellLooks{x: x, styles: map[int]cellStyle{}, vague: has.conditions, work: has.work}
	rows := make([]record, 0, len(t.cells))
	dropped := 0
	var below []grid.Cell // merged cells that begin in a hidden row and go on below
	for i, cols := range t.cells {
		var row record
		shownCol := 0
		for j := range t.width {
			col := shownCol
			if t.colSeen[j] {
				shownCol++
			}
			if m.covered[[2]int{i, j}] {
				continue
			}
			pos := place.Pos{}.In(place.Place{Sheet: sheet, Row: i + 1, Cell: j + 1})
			c := grid.Cell{Col: col, RowSpan: 1, ColSpan: 1, Pos: pos}
			rowsSeen, colsSeen := shownOf(t.rowSeen, i, 1), shownOf(t.colSeen, j, 1)
			if s, ok := m.spans[[2]int{i, j}]; ok {
				rowsSeen, colsSeen = shownOf(t.rowSeen, i, s[0]), shownOf(t.colSeen, j, s[1])
				c.RowSpan, c.ColSpan = max(1, rowsSeen), max(1, colsSeen)
			}
			if j < len(cols) {
				c.Text = strings.TrimFunc(cols[j], kit.IsSpace)
				if day := dayShown(x, dates, sheet, i, j, c.Text); day != "" {
					c.Text = day
				}
				c.Text = zeroShown(x, zeros, sheet, i, j, c.Text)
				if has.looks {
					c.Marks = grid.Looked(looks.of(sheet, i, j, c.Text))
				}
			}
			if !t.rowSeen[i] && rowsSeen > 0 && colsSeen > 0 {
				below = append(below, c)
				continue
			}
			if rowsSeen == 0 || colsSeen == 0 {
				if c.Text != "" {
					hidden.Add(source.HiddenCells, c.Text, pos)
					dropped++
				}
				continue
			}
			if c.Text == "" && has.formulas {
				c.Text = formula(x, sheet, i, j, d)
			}
			row = append(row, c)
		}
		if t.rowSeen[i] {
			row = append(row, below...)
			slices.SortStableFunc(row, func(a, b grid.Cell) int { return cmp.Compare(a.Col, b.Col) })
			rows, below = append(rows, row), nil
		}
	}
	if dropped > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("工作表“%s”有隐藏的行或列，其中 %d 格未读", sheet, dropped))
	}
	return rows, nil
}

// formula is the result of a formula that was saved without one, "" if the
// cell has none. One that cannot be worked out stands as it is.
func formula(x *excelize.File, sheet string, row, col int, d *grid.Doc) string {
	name, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return ""
	}
	text, err := x.GetCellFormula(sheet, name)
	if err != nil || text == "" {
		return ""
	}
	d.Notes = append(d.Notes, "公式没有保存结果，原样列出："+sheet+"!"+name)
	return "=" + text
}

// merges are the merged cells of a sheet, by 0-based row and column.
type merges struct {
	spans   map[[2]int][2]int // top left to rows and columns
	covered map[[2]int]bool
}

func mergesOf(x *excelize.File, sheet string) (merges, error) {
	m := merges{spans: map[[2]int][2]int{}, covered: map[[2]int]bool{}}
	cells, err := x.GetMergeCells(sheet, true)
	if err != nil {
		return m, kit.Damaged(sheet, err)
	}
	for _, c := range cells {
		col0, row0, err0 := excelize.CellNameToCoordinates(c.GetStartAxis())
		col1, row1, err1 := excelize.CellNameToCoordinates(c.GetEndAxis())
		if err0 != nil || err1 != nil || row0 > maxRows || col0 > maxColumns {
			continue
		}
		row1, col1 = min(row1, maxRows), min(col1, maxColumns)
		m.spans[[2]int{row0 - 1, col0 - 1}] = [2]int{row1 - row0 + 1, col1 - col0 + 1}
		for i := row0 - 1; i < row1; i++ {
			for j := col0 - 1; j < col1; j++ {
				if len(m.covered) > maxRows*maxColumns {
					return m, kit.TooLarge("合并单元格过多")
				}
				m.covered[[2]int{i, j}] = true
			}
		}
		delete(m.covered, [2]int{row0 - 1, col0 - 1})
	}
	return m, nil
}
