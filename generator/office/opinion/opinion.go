// Package opinion makes of judged drafts what an office hands back to the units
// that wrote them: an opinion sheet for each (修改意见表) as DOCX and XLSX, and
// an overview of all as XLSX and a page to print. Cases come in, and the record of
// the rounds before from the folder that the sheets go to; each round gets a
// folder of its own there, whole or not at all, the same for the same input. It asks to check and gives no verdict: what no program could
// decide is listed as such, and every line says how it may be wrong. It reads
// no drafts.
package opinion

import (
	"fmt"
	"strings"
	"unicode"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/office/roster"
	"ogi/generator/report"
	"ogi/generator/sign"
)

// A Case is one unit with what it handed in. Entry is nil where nothing could
// be read: Unreadable then says why, and where that is empty too nothing came.
type Case struct {
	Unit       roster.Unit
	File       string // as handed in, from the folder of drafts
	SHA256     string
	Others     []string // the unit's other files, by SHA-256
	Entry      *archive.Entry
	Judgement  *check.Judgement
	Previous   string   // last year's file, "" if not at hand
	Unreadable []string // reasons, each with what to do
	Notes      []string // what the office should look at: pairing, other files
}

// A Stray is a file that belongs to no unit of the roster.
type Stray struct{ File, Note string }

// A Folder is all that was found, units in the order of the roster.
type Folder struct {
	Year   int
	Cases  []Case
	Strays []Stray

	Sender, Deadline string // who sends the sheets, by when units answer; "" if not told
	Off              []Off
	Replies          []Reply // what units wrote on sheets of earlier rounds
}

// An Off is a rule that was switched off, by its title, and why.
type Off struct{ Rule, Why string }

// A Group is a part of an opinion sheet.
type Group uint8

const (
	ToRemove  Group = iota // an identity number: before anything else
	ToCheck                // does not agree; the unit should check it
	ToNote                 // a hint
	Undecided              // people should look: no program could
	Settled                // what the round before asked and is mended now, or cannot be told
)

var groupNames = [...]string{"请先处理：含有个人信息，处理前不要公布", "请核对：与格式、勾稽关系、正文或上年数据不符之处", "提示：供参考", "程序未能核对：请人工核对", "上一轮意见的落实情况"}

func (g Group) String() string { return groupNames[g] }

// heading is the group with its number among the n that the sheet has so far.
func (g Group) heading(n int) string {
	return string([]rune("一二三四五")[n-1]) + "、" + g.String()
}

// A Line is one row of an opinion sheet.
type Line struct {
	Group                             Group
	Severity                          check.Severity
	Table, Row, Column, Value         string
	Ask, Basis, Formula, Remark, Mark string
	Reply                             string // what the unit said of it, in an earlier round
	rule, id                          string
}

// Note is the last column: the mark of the round, then the remark.
func (l Line) Note() string {
	return strings.Join(nonEmpty(l.Mark, l.Remark), "。")
}

// The marks of a second round.
const (
	New          = "新出现"
	NotCorrected = "未改正"
	Changed      = "未改正（数值有变动）"
	Explained    = "已说明"
	Corrected    = "已改正"
	NotTold      = "是否改正未能确认"
)

// A Sheet is the opinion on one draft.
type Sheet struct {
	*Case
	N, Year, Round int
	Lines          []Line
	of             *Folder
}

// Count is how many lines a group has.
func (s *Sheet) Count(g Group) int {
	n := 0
	for _, l := range s.Lines {
		if l.Group == g {
			n++
		}
	}
	return n
}

// Marked is how many lines bear one of the marks.
func (s *Sheet) Marked(marks ...string) int {
	n := 0
	for _, l := range s.Lines {
		for _, m := range marks {
			if l.Mark == m {
				n++
			}
		}
	}
	return n
}

// Severe is how many lines to check are of that severity.
func (s *Sheet) Severe(v check.Severity) int {
	n := 0
	for _, l := range s.Lines {
		if l.Group == ToCheck && l.Severity == v {
			n++
		}
	}
	return n
}

// Where a draft stands, in a word.
const (
	Received   = "已收到"
	Missing    = "未收到"
	Unreadable = "无法读取"
)

// State is where the draft stands.
func (s *Sheet) State() string {
	switch {
	case s.Entry != nil:
		return Received
	case len(s.Unreadable) > 0:
		return Unreadable
	}
	return Missing
}

// Wants reports whether the unit is asked to change something.
func (s *Sheet) Wants() bool { return s.Count(ToRemove)+s.Count(ToCheck) > 0 }

// Summary is the sheet in one sentence.
func (s *Sheet) Summary() string {
	said := []string{fmt.Sprintf("请核对%d条", s.Count(ToCheck)), fmt.Sprintf("提示%d条", s.Count(ToNote)), fmt.Sprintf("程序未能核对%d条", s.Count(Undecided))}
	switch n := s.Count(ToRemove); {
	case n > 0:
		said = append([]string{fmt.Sprintf("%s：%d条", check.PersonalFirst.Word(nil).ZH, n)}, said...)
	case s.Count(ToCheck)+s.Count(ToNote) == 0:
		said = []string{check.BadgeState(s.Judgement).Word(nil).ZH, fmt.Sprintf("程序未能核对%d条", s.Count(Undecided))}
	}
	if s.Round > 1 {
		said = append(said, fmt.Sprintf("上一轮意见中已改正%d条、未改正%d条%s，本轮新出现%d条", s.Marked(Corrected), s.Marked(NotCorrected, Changed), explained(s.Marked(Explained)), s.Marked(New)))
	}
	return strings.Join(said, "；") + "。"
}

// explained is how many lines a unit gave its reasons for.
func explained(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("、已说明%d条", n)
}

// Path is the sheet's slash path in the folder of the round, without the end
// that tells Word from Excel.
func (s *Sheet) Path() string {
	return fmt.Sprintf("修改意见表/%03d-%s", s.N, fileName(s.Unit.Name))
}

// fileName is a name as every system can bear it.
func fileName(s string) string {
	s = strings.Map(func(r rune) rune {
		if sign.Needs(r) || r == unicode.ReplacementChar || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60])
	}
	return strings.Trim(s, ". ")
}

// Title heads the sheet.
func (s *Sheet) Title() string {
	return fmt.Sprintf("%d年政府信息公开工作年度报告修改意见表", s.Year)
}

// Head are the lines under the title.
func (s *Sheet) Head() []string {
	last := s.Previous
	if last == "" {
		last = "未提供，跨年各项未核对"
	}
	head := []string{"单位：" + s.Unit.Name + "　　第" + fmt.Sprint(s.Round) + "轮"}
	if f := s.of; f != nil && f.Sender+f.Deadline != "" {
		due := ""
		if f.Deadline != "" {
			due = "请于" + f.Deadline + "前修改，并在“" + replyColumn + "”一栏说明后返回"
		}
		head = append(head, strings.Join(nonEmpty(prefixed("发出单位：", f.Sender), due), "　　"))
	}
	head = append(head, "核对文件："+s.File+"　　上年年报："+last, s.Summary())
	if n := s.unread(); n > 0 {
		head = append(head, fmt.Sprintf("另有%d格程序未读出，请对照原表人工核对。", n))
	}
	if s.of != nil && len(s.of.Off) > 0 {
		var offs []string
		for _, o := range s.of.Off {
			offs = append(offs, o.Rule+"（"+o.Why+"）")
		}
		head = append(head, "本次不核对："+strings.Join(offs, "；"))
	}
	return head
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// unread is how many cells of the tables that are there no program read, or could not
// make a number of.
func (s *Sheet) unread() (n int) {
	if s.Entry == nil || s.Entry.Report == nil {
		return 0
	}
	r := s.Entry.Report
	for i, d := range r.Form.Defs {
		if st := r.Cells[i].State; r.Table(d.Table).Found && (st == report.Missing || st == report.Garbled) {
			n++
		}
	}
	return n
}

// foot says what the sheet is and what it is not.
const foot = "说明：本表由程序对照法定格式、表内勾稽关系、上年年报和正文逐项核对生成，供修改时参考，不是认定结论。程序可能误读，以文件原文为准；“备注”一栏写明可能误判的情形。表内“第几行”按法定格式的行次计。"

// Columns head the table.
var Columns = []string{"序号", "表", "行", "列", "原值", "核对内容", "依据", "公式", "备注", replyColumn}

func (l Line) cells(n int) []string {
	return []string{fmt.Sprint(n), l.Table, l.Row, l.Column, l.Value, l.Ask, l.Basis, l.Formula, l.Note(), l.Reply}
}

func nonEmpty(ss ...string) []string {
	var out []string
	for _, s := range ss {
		if s = strings.TrimSuffix(s, "。"); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// Rule is the id of the rule that a line comes from.
func (l Line) Rule() string { return l.rule }

// Asks reports whether a rule put a line on the sheet that wants a look.
func (s *Sheet) Asks(rule string) bool {
	for _, l := range s.Lines {
		if l.rule == rule && l.Group <= ToNote {
			return true
		}
	}
	return false
}
