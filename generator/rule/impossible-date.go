package rule

import (
	"strconv"

	"ogi/generator/check"
	"ogi/generator/han"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// impossibleDate: see impossible-date.md for the text readers get.
var impossibleDate = &check.Rule{
	ID: "impossible-date", Title: tongue.Of("日期先后", "order of dates"),
	Found:  tongue.Of("日期自相矛盾", "dates contradict each other"),
	Family: check.Timeliness, Severity: check.S2, Grade: check.Logical,
	Basis: tongue.Of("年报反映全年工作，落款应在年末之后、公布之前",
		"a report of a whole year is signed after its end and before its release"),
	Formula: "报告年度12月31日 ≤ 落款日期 ≤ 公布日期",
	MayBeWrong: tongue.Of("一月里把年份写成上一年；落款是下属单位或附件的。",
		"last year's number typed in January; the signature is that of an attachment"),
	OfDrafts: true,
	Check: func(p *check.Run) {
		signed := p.Report.Signed
		if signed.IsZero() {
			p.NA()
			return
		}
		year := strconv.Itoa(p.Entry.Year)
		end := report.Date{Year: p.Entry.Year, Month: 12, Day: 31}
		s := check.ISO(signed)
		op := check.Day("落款日期", signed)
		late := signed.Year == p.Entry.Year && signed.Month == 12
		switch {
		case late && (signed.Day == 31 || signed.Day == 0):
			p.Pass()
		case late && signed.Day >= 20:
			p.Hint(check.Finding{
				Message: tongue.Of("落款日期"+s+"在报告年度结束之前，请核实。", "signed some days before the report year ended."),
				Formula: s + " < " + check.ISO(end), Operands: []check.Operand{op},
			})
		case check.CompareDays(signed, end) < 0 && (signed.Year < p.Entry.Year || signed.Month > 0):
			f := check.Finding{
				Message: tongue.Of("落款日期"+s+"早于报告年度"+year+"年年末，与年报反映全年工作不符。",
					"signed before the report year ended."),
				Formula: s + " < " + check.ISO(end), Operands: []check.Operand{op},
			}
			if titleYear(han.Squeeze(p.Report.Title.Text)) == p.Entry.Year || p.Report.Period[1].Year == p.Entry.Year {
				p.Fail(f)
			} else { // the archive may have filed last year's report under this
				f.Message = tongue.Of("落款日期"+s+"早于归档年份"+year+"年年末，标题和统计期限又未写明年份，是否归档有误无法判断。",
					"signed before the year it is filed under had ended; nothing else in the report tells its year.")
				f.Responsible = check.ByMixed
				p.Unknown(f)
			}
		case signed.Year > p.Entry.Year+1:
			p.Hint(check.Finding{
				Message: tongue.Of("落款年份"+strconv.Itoa(signed.Year)+"与报告年度"+year+"相隔一年以上，请核实。",
					"signed more than a year after the report year."),
				Formula: strconv.Itoa(signed.Year) + " > " + strconv.Itoa(p.Entry.Year+1), Operands: []check.Operand{op},
			})
		default:
			p.Pass()
		}
		published, label := check.ParseISO(p.Entry.Meta.Published), "公布日期（归档记录）"
		if published.IsZero() {
			published, label = p.Report.Published, "公布日期（网页）"
		}
		if p.Draft || published.IsZero() || signed.Day == 0 || published.Day == 0 {
			return
		}
		if check.CompareDays(signed, published) <= 0 {
			p.Pass()
			return
		}
		f := check.Finding{
			Message:  tongue.Of("落款日期"+s+"晚于公布日期"+check.ISO(published)+"，两者不符，请核实。", "signed after it was published."),
			Formula:  s + " > " + check.ISO(published),
			Operands: []check.Operand{op, check.Day(label, published)}, Responsible: check.ByMixed,
			MayBeWrong: tongue.Of("网页上的日期多由网站系统生成，可能是建稿日期。",
				"the page's date is mostly made by its system, and may be that of the draft"),
		}
		if p.Entry.Meta.Published != "" {
			f.MayBeWrong = tongue.Of("公布日期是本站的归档记录，可能记错。", "the date of publication is the archive's own record, which may be wrong")
			p.Unknown(f)
		} else {
			p.Hint(f)
		}
	},
}
