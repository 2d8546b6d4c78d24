package rule

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ogi/generator/body"
	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// titleMismatch: see title-mismatch.md for the text readers get.
var titleMismatch = &check.Rule{
	ID: "title-mismatch", Title: tongue.Of("标题年份与机关", "year and agency in the title"),
	Found:  tongue.Of("标题年份或机关与归档不符", "title differs from the archive's record"),
	Family: check.Structure, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("《政府信息公开条例》第四十九条：公布上一年度的年度报告；标题与归档信息相互核对",
		"Regulation art. 49: the report is that of last year; title and record checked against each other"),
	Formula:    "标题年份 = 归档年份；标题机关 = 归档机关",
	MayBeWrong: tongue.Of("机关改过名称，或本站的归档信息有误（则错在本站）。", "the body was renamed, or the archive's own record is wrong"),
	Check: func(p *check.Run) {
		if p.Entry.Year < 2019 {
			p.NA()
			return
		}
		ofThatYear(p)
		ofThatBody(p)
	},
}

// ofThatYear compares the years that the report tells with the archive's.
func ofThatYear(p *check.Run) {
	r := p.Report
	filed := strconv.Itoa(p.Entry.Year)
	mark := check.Operand{Label: "归档年份", Text: filed}
	switch y := titleYear(han.Squeeze(r.Title.Text)); y {
	case 0:
		if r.Year == 0 || r.Year == p.Entry.Year {
			p.NA()
			return
		}
		p.Unknown(check.Finding{
			Message: tongue.Of("报告文中所述年度"+strconv.Itoa(r.Year)+"与归档年份"+filed+"不同，无法判断是否归档有误。",
				"the report speaks of "+strconv.Itoa(r.Year)+", the archive files it under "+filed+"."),
			Formula: strconv.Itoa(r.Year) + " ≠ " + filed, Operands: []check.Operand{mark}, Pos: r.YearPos, Responsible: check.ByMixed,
		})
	case p.Entry.Year:
		if d := dissent(r, y); d.Year != 0 {
			printed := strconv.Itoa(d.Year)
			p.Hint(check.Finding{
				Message: tongue.Of(where[d.By].ZH+"所述年度"+printed+"与标题年份"+filed+"不符，请核实。",
					where[d.By].EN+" speaks of "+printed+", the title of "+filed+"."),
				Formula:  printed + " ≠ " + filed,
				Operands: []check.Operand{check.Words("标题", r.Title), {Label: where[d.By].ZH, Text: printed, Pos: d.Pos}}, Pos: d.Pos, Responsible: check.ByMixed,
			})
			return
		}
		p.Pass()
	default:
		printed := strconv.Itoa(y)
		f := check.Finding{
			Message:  tongue.Of("标题年份"+printed+"与归档年份"+filed+"不符。", "the title says "+printed+", the archive "+filed+"."),
			Formula:  printed + " ≠ " + filed,
			Operands: []check.Operand{check.Words("标题", r.Title), mark}, Responsible: check.ByMixed,
		}
		if ofYear(r, p.Entry.Year) {
			p.Fail(f)
		} else { // then the archive may have filed it wrongly
			f.Message = tongue.Of("标题年份"+printed+"与归档年份"+filed+"不同，报告中别处也没有写明归档的年份，可能是归档有误，无法判断。",
				"the title says "+printed+", the archive "+filed+"; nothing else in the report says the year it is filed under, so the filing may be wrong.")
			p.Unknown(f)
		}
	}
}

// dissent is a place that speaks of another year than the title: the sentence
// that says what the report is, or all other places alike.
func dissent(r *report.Report, year int) report.Dated {
	other, alone := report.Dated{}, 0
	for _, d := range r.Dated {
		switch {
		case d.By == report.ByTitle:
		case d.Year == year:
			alone = -10
		case d.By == report.BySentence:
			return d
		case other.Year == 0 || d.Year == other.Year:
			other = d
			alone++
		default:
			alone = -10
		}
	}
	if alone >= 2 {
		return other
	}
	return report.Dated{}
}

// ofThatBody compares the bodies that the report names with the archive's.
func ofThatBody(p *check.Run) {
	r := p.Report
	title := han.Squeeze(r.Title.Text)
	name := titleAgency(title)
	if i := slices.IndexFunc(r.Named, func(n report.Named) bool { return n.By == report.ByTitle }); i >= 0 {
		name = han.Squeeze(r.Named[i].Text.Text)
	}
	if p.Agency.Name == "" {
		p.NA()
		return
	}
	if name == "" || isBody(p.Agency, name) {
		ofOtherBody(p, name != "")
		return
	}
	f := check.Finding{
		Message:  tongue.Of("标题所称机关“"+name+"”与归档机关“"+p.Agency.Name+"”不符。", "the title names another body than the archive."),
		Formula:  name + " ≠ " + p.Agency.Name,
		Operands: []check.Operand{check.Words("标题", r.Title), {Label: "归档机关", Text: p.Agency.Name}}, Responsible: check.ByMixed,
	}
	switch {
	case misread(p, name):
		f.Message = tongue.Of("标题中“"+name+"”与归档机关“"+p.Agency.Name+"”只差一字，可能是误读，无法判断。",
			"the title's name differs from the archive's by one character, which may have been misread.")
		p.Unknown(f)
	case slices.ContainsFunc(agencyEnds, func(end string) bool { return strings.HasSuffix(name, end) }) && namesItself(p) && !officeOf(name, p.Agency.Name):
		p.Fail(f)
	default:
		f.Message = tongue.Of("标题中“"+name+"”是否指归档机关“"+p.Agency.Name+"”，无法判断。",
			"whether the title names the archive's body cannot be told.")
		p.Unknown(f)
	}
}

// ofOtherBody looks at the sentence that says whose report it is, where the
// title names the archive's body or none.
func ofOtherBody(p *check.Run, titled bool) {
	for _, n := range others(p.Entry, p.Report) {
		name := han.Squeeze(n.Text.Text)
		if n.By != report.BySentence || officeOf(name, p.Agency.Name) {
			continue
		}
		f := check.Finding{
			Message: tongue.Of("正文开头所称机关“"+clip(name)+"”与“"+clip(p.Agency.Name)+"”不符，请核实。",
				"the preamble names another body than the title."),
			Formula:  name + " ≠ " + p.Agency.Name,
			Operands: []check.Operand{{Label: "正文开头", Text: name, Pos: n.Text.Pos}, {Label: "归档机关", Text: p.Agency.Name}}, Responsible: check.ByMixed,
		}
		if titled {
			p.Hint(f)
		} else {
			f.Message = tongue.Of("正文开头所称机关“"+clip(name)+"”与归档机关“"+clip(p.Agency.Name)+"”不同，是否同一机关无法判断。",
				"the preamble names another body than the archive.")
			p.Unknown(f)
		}
		return
	}
	if titled {
		p.Pass()
	} else {
		p.NA()
	}
}

// officeOf reports whether one of two bodies is the office of the other: who
// draws the report up is not whose it is.
func officeOf(a, b string) bool {
	a, b = han.Fold(a), han.Fold(b)
	for _, w := range [...]string{"办公室", "办公厅"} {
		if x, ok := strings.CutSuffix(a, w); ok && body.Same(x, b) {
			return true
		}
		if x, ok := strings.CutSuffix(b, w); ok && body.Same(a, x) {
			return true
		}
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// ofYear reports whether the report shows besides its title that it is about
// that year: by the period it states, or a sign-off early in the next year.
func ofYear(r *report.Report, year int) bool {
	if to := r.Period[1]; !to.IsZero() {
		return to.Year == year
	}
	return !r.Signed.IsZero() && r.Signed.Year == year+1
}

// namesItself reports whether the report names the archive's body somewhere
// below its title: then the title is the odd one out, and not the archive.
func namesItself(p *check.Run) bool {
	name := han.Squeeze(p.Agency.Name)
	for _, l := range p.Report.View {
		if t := han.Squeeze(l.Text); strings.Contains(t, name) && !strings.Contains(t, "年度报告") {
			return true
		}
	}
	return false
}

var (
	yearDigits = regexp.MustCompile(`((?:19|20)[0-9]{2})年`)
	yearHan    = regexp.MustCompile(`(二[〇○零][〇○零一二三四五六七八九]{2})年`)
)

// agencyEnds end the names of bodies.
var agencyEnds = strings.Fields("政府 局 厅 委 委员会 办公室 办公厅 管委会 办事处 法院 检察院 中心 总队 支队 大队")

// hanDigits are three bytes each in UTF-8.
const hanDigits = "〇一二三四五六七八九"

// titleYear is the first year a title names, 0 if none.
func titleYear(title string) int {
	if m := yearDigits.FindStringSubmatch(title); m != nil {
		y, _ := strconv.Atoi(m[1])
		return y
	}
	if m := yearHan.FindStringSubmatch(title); m != nil {
		y := 0
		for _, r := range m[1] {
			if r == '○' || r == '零' {
				r = '〇'
			}
			y = y*10 + strings.IndexRune(hanDigits, r)/3
		}
		return y
	}
	return 0
}

// titleAgency is what stands before the year, or between the year and the
// words 政府信息公开: the body's name, "" if nothing.
func titleAgency(title string) string {
	at := yearDigits.FindStringIndex(title)
	if at == nil {
		at = yearHan.FindStringIndex(title)
	}
	if at == nil {
		return ""
	}
	name := strings.TrimSuffix(strings.TrimPrefix(title[:at[0]], "关于"), "关于")
	if name == "" {
		rest := strings.TrimPrefix(title[at[1]:], "度")
		if i := strings.Index(rest, "政府信息公开"); i > 0 {
			name = rest[:i]
		}
	}
	return strings.Trim(name, "《“\"（）()·:：-—")
}

// misread reports whether name differs from the archive's by one character, as
// a reading machine would have it.
func misread(p *check.Run, name string) bool {
	a, b := []rune(name), []rune(han.Squeeze(p.Agency.Name))
	if len(a) != len(b) || len(a) < 5 {
		return false
	}
	n := 0
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n == 1
}

// subsequence reports whether the characters of short stand in long in order,
// as those of 市发改委 in 市发展和改革委员会.
func subsequence(short, long string) bool {
	rest := []rune(long)
	for _, r := range short {
		i := 0
		for i < len(rest) && rest[i] != r {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}
