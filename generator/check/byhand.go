package check

import (
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// ofProse reports whether rules of a family rest on the words of a report or on
// the shape of its tables. Neither is known where people read the numbers off a
// scan.
func ofProse(f Family) bool {
	switch f {
	case Structure, TextVsTable, Fees, Duplication, Language:
		return true
	}
	return false
}

// unreadProse records that a rule on prose cannot be decided.
func (p *Run) unreadProse() {
	if p.Rule.Guard || p.Rule.ID == PersonalData {
		p.NA() // nothing was read, so nothing was found
		return
	}
	p.Unknown(Finding{
		Message: tongue.Of("文件是扫描件或图片，正文未能由程序读取，无法判断。",
			"the file is a scan; its prose could not be read by a program."),
		Responsible: ByParser, Bar: scanned,
	})
}

// entered reports whether a finding rests on a cell that only one person read.
func (p *Run) entered(ops []Operand) bool {
	for _, o := range ops {
		if o.Key != "" && o.File == "" && p.Report.Cell(o.Key).Reading == report.Entered {
			return true
		}
	}
	return false
}
