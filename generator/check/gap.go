package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/form"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// A Bar is why a check could not be made, where the same may hold for others:
// the page then says it once for all of them. Brief is for a badge; Why where
// empty.
type Bar struct{ Why, Brief tongue.Text }

// Bars that do not depend on what a report says.
var (
	Abridged = &Bar{
		tongue.Of("本站收录的是节录本，正文经过缩写", "this archive shortened the prose"),
		tongue.Of("正文为节录", "prose abridged"),
	}
	converted = &Bar{
		tongue.Of("文件经过格式转换，所查的内容可能在转换中丢失", "the file went through a converter, which may have lost what is asked"),
		tongue.Of("文件经过转换", "file converted"),
	}
	scanned = &Bar{
		tongue.Of("文件是扫描件或图片，正文未能由程序读取", "the file is a scan; no program could read its prose"),
		tongue.Of("正文未读", "prose not read"),
	}
	oneReader = &Bar{Why: tongue.Of("所据数字由一人从图像中录入，尚未经第二人校核",
		"the numbers were read from a picture by one person and not yet checked by a second")}
)

// A Gap is all checks that could not be made for one reason. Of holds their
// findings. Why is empty where a finding has a reason of its own.
type Gap struct {
	Bar
	N, Sums int // checks; sums among them
	Of      []*Finding
}

// Told is the gap in one sentence: 表三右边两列没有读到，28个等式无从核对.
func (g Gap) Told() tongue.Text {
	n := tongue.Of(fmt.Sprintf("%d项", g.N), plural(g.N, "check"))
	switch {
	case g.Sums == g.N:
		n = tongue.Of(fmt.Sprintf("%d个等式", g.N), plural(g.N, "sum"))
	case g.Sums > 0:
		n = tongue.Of(fmt.Sprintf("%d个等式和另%d项", g.Sums, g.N-g.Sums),
			plural(g.Sums, "sum")+" and "+plural(g.N-g.Sums, "further check"))
	}
	return g.Why.Plus("，", ": ").Then(n).Plus("无从核对", " could not be made")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// Gaps are what could not be checked: one gap for each reason, in the order of
// the findings. Findings of one rule that give no reason make one gap together.
// Guards are left out, since they are about our own reading.
func (j *Judgement) Gaps(of func(*Finding) bool) []Gap {
	var fs []*Finding
	for i := range j.Findings {
		if f := &j.Findings[i]; of == nil || of(f) {
			fs = append(fs, f)
		}
	}
	return Gaps(j.report, fs)
}

// Gaps are those of some findings of one report.
func Gaps(r *report.Report, fs []*Finding) []Gap {
	var out []Gap
	var keys []string
	at := map[string]int{}
	cells := map[string][]doubt{}
	for _, f := range fs {
		if f.Status != Unknown || f.Rule.Guard || !f.Counts() {
			continue
		}
		b := f.bar()
		key := b.Why.ZH
		switch ds := doubts(r, f.Operands); {
		case f.Note != nil:
			b, key = Bar{}, "note "+f.Rule.ID
		case len(ds) > 0 && (key == "" || f.Bar == converted && ds[0].of == notRead):
			b = Bar{}
			key = fmt.Sprintf("cells %d %d", ds[0].of, r.Form.Defs[ds[0].cell].Table)
			cells[key] = append(cells[key], ds...)
		case key == "":
			key = "rule " + f.Rule.ID
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key], out, keys = i, append(out, Gap{Bar: b}), append(keys, key)
		}
		out[i].N++
		if f.sum != nil {
			out[i].Sums++
		}
		out[i].Of = append(out[i].Of, f)
	}
	for i, key := range keys {
		if ds := cells[key]; len(ds) > 0 {
			out[i].Bar = because(r.Form, ds, out[i].Sums > 0)
		}
	}
	return out
}

// bar is why a check could not be made, as far as the finding itself says.
func (f *Finding) bar() Bar {
	switch {
	case f.Bar != nil:
		return *f.Bar
	case f.Lacks != "":
		b := Bar{
			tongue.Of("未收录"+f.Lacks, "not held: "+f.Lacks),
			tongue.Of("未收录"+strings.TrimSuffix(f.Lacks, "年报"), f.Lacks+" not held"),
		}
		if y, ok := strings.CutSuffix(f.Lacks, "年年报"); ok {
			b.Why.EN, b.Brief.EN = "the report of "+y+" is not held", y+" not held"
		}
		return b
	}
	return Bar{}
}

// A fault is what keeps a cell out of a check.
type fault uint8

const (
	notRead fault = iota
	inferred
	empty
)

// A doubt is a cell of the form that a check could not rest on.
type doubt struct {
	cell    int // index in the form
	of      fault
	garbled bool
}

// doubts are the cells of a report, among those that a finding rests on, that
// keep it from being decided: the worst kind of them alone.
func doubts(r *report.Report, ops []Operand) []doubt {
	var out []doubt
	for _, o := range ops {
		i := -1
		if o.Key != "" && o.File == "" && r != nil {
			i = r.Form.Index(o.Key)
		}
		if i < 0 {
			continue
		}
		switch c := r.Cell(o.Key); {
		case c.State == report.Missing || c.State == report.Garbled:
			out = append(out, doubt{i, notRead, c.State == report.Garbled})
		case c.State == report.Number && !Firm(c):
			out = append(out, doubt{i, inferred, false})
		case c.State == report.Blank || c.State == report.Dash:
			out = append(out, doubt{i, empty, false})
		}
	}
	worst := slices.MinFunc(append(out, doubt{of: empty}), func(a, b doubt) int { return int(a.of) - int(b.of) }).of
	return slices.DeleteFunc(out, func(d doubt) bool { return d.of != worst })
}

// because puts into words which cells keep checks from being made: all of one
// table and one kind.
func because(f *form.Form, ds []doubt, sums bool) Bar {
	in := map[int]bool{}
	garbled, kind, table := 0, ds[0].of, f.Defs[ds[0].cell].Table
	for _, d := range ds {
		if !in[d.cell] && f.Defs[d.cell].Table == table {
			in[d.cell] = true
			if d.garbled {
				garbled++
			}
		}
	}
	said := map[fault]tongue.Text{
		notRead:  tongue.Of("没有读到", "not read"),
		inferred: tongue.Of("是推定值", "inferred"),
		empty:    tongue.Of("为空白或符号", "blank"),
	}[kind]
	switch {
	case kind == notRead && garbled == len(in):
		said = tongue.Of("读不成数", "no number")
	case kind == notRead && garbled > 0:
		said = tongue.Of("没有读清", "not read clearly")
	case kind == inferred && sums:
		said = tongue.Of("是推定值，等式不成立", "inferred, and the sum does not hold")
	case kind == empty && sums:
		said = tongue.Of("为空白或符号，按零计等式也不成立", "blank, and taken as zero the sum does not hold either")
	}
	b := Bar{Why: area(f, table, in).Plus("", ": ").Then(said)}
	if kind == notRead {
		b.Brief = tableNames[table].Plus("", " ").Then(said)
	}
	return b
}

// area names cells of one table: the table, the columns or rows they fill, or
// lie in, where those are few, else how many.
func area(f *form.Form, t form.Table, in map[int]bool) tongue.Text {
	name := tableNames[t]
	var rows, columns []string
	all, one := 0, 0
	inRow, inColumn := map[int]bool{}, map[int]bool{}
	for i, d := range f.Defs {
		if d.Table != t {
			continue
		}
		all++
		r, c := ordinal(&rows, d.Row), ordinal(&columns, d.Column)
		if in[i] {
			one, inRow[r], inColumn[c] = i, true, true
		}
	}
	n := len(in)
	switch {
	case n == all:
		return name
	case n == 1:
		s, _ := SpotOf(f, f.Defs[one].Key)
		return tongue.Of(name.ZH+fmt.Sprintf("第%d行“%s”一格", s.N, s.Column), fmt.Sprintf("one cell of %s, row %d", name.EN, s.N))
	}
	within := name.Plus("", ", ")
	cells := tongue.Sprintf("有%d格", ", %d cells", n)
	of := func(t tongue.Text, full int) tongue.Text {
		if n < full {
			return t.Then(cells)
		}
		return t
	}
	switch k := len(inColumn); {
	case t == form.Three && k <= 3 && len(inRow) > 3:
		return of(within.Then(columnWords(slices.Sorted(maps.Keys(inColumn)), len(columns))), k*len(rows))
	case len(inRow) <= 3:
		full := 0
		for _, d := range f.Defs {
			if d.Table == t && inRow[slices.Index(rows, d.Row)] {
				full++
			}
		}
		return of(within.Then(rowWords(slices.Sorted(maps.Keys(inRow)))), full)
	}
	return name.Then(cells)
}

// ordinal is the index of a name among those seen so far.
func ordinal(seen *[]string, name string) int {
	i := slices.Index(*seen, name)
	if i < 0 {
		i, *seen = len(*seen), append(*seen, name)
	}
	return i
}

func columnWords(cs []int, of int) tongue.Text {
	k := len(cs)
	switch {
	case k == 1:
		return tongue.Of("第"+few(cs[0]+1)+"列", fmt.Sprintf("column %d", cs[0]+1))
	case cs[0] == of-k:
		return tongue.Of("右边"+few(k)+"列", fmt.Sprintf("the %d right columns", k))
	case cs[k-1] == k-1:
		return tongue.Of("左边"+few(k)+"列", fmt.Sprintf("the %d left columns", k))
	}
	return numbersOf(cs, "列", "columns")
}

func rowWords(rs []int) tongue.Text {
	k := len(rs)
	switch {
	case k == 1:
		return tongue.Sprintf("第%d行", "row %d", rs[0]+1)
	case rs[k-1]-rs[0] == k-1:
		return tongue.Sprintf("第%d至%d行", "rows %d to %d", rs[0]+1, rs[k-1]+1)
	}
	return numbersOf(rs, "行", "rows")
}

// numbersOf lists rows or columns: 第3、5行.
func numbersOf(ns []int, zh, en string) tongue.Text {
	var said []string
	for _, n := range ns {
		said = append(said, strconv.Itoa(n+1))
	}
	return tongue.Of("第"+strings.Join(said, "、")+zh, en+" "+strings.Join(said, ", "))
}

// few writes a small number as people say it: 两列.
func few(n int) string {
	if n < 1 || n > 9 {
		return strconv.Itoa(n)
	}
	return string([]rune("一两三四五六七八九")[n-1])
}
