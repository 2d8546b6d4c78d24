package rule

import (
	"ogi/generator/check"
	"ogi/generator/tongue"
)

// noDate: see no-date.md for the text readers get.
var noDate = &check.Rule{
	ID: "no-date", Title: tongue.Of("可核日期", "a date that could be checked"),
	Found:  tongue.Of("未见可核日期", "no date that could be checked"),
	Family: check.Timeliness, Severity: check.S3, Grade: check.Heuristic,
	Basis: tongue.Of("《政府信息公开条例》第四十九条的期限须有日期才能核对",
		"Regulation art. 49: a deadline can only be checked against a date"),
	Formula:     "公布日期或落款日期至少见其一",
	MayBeWrong:  tongue.Of("日期写在网页上，导出文本时丢失。", "the page shows a date that the text export dropped"),
	OnConverted: check.Unknown,
	Check: func(p *check.Run) {
		r := p.Report
		if p.Entry.Meta.Published != "" || !r.Published.IsZero() || !r.Signed.IsZero() {
			p.Pass()
			return
		}
		p.Hint(check.Finding{
			Message: tongue.Of("未见公布日期或落款日期。", "neither a date of publication nor a date of signature was seen."),
			Formula: "公布日期：缺；落款日期：缺",
		})
	},
}
