package rule

import (
	"strings"

	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/report"
	"ogi/generator/tongue"
)

// lateTownship: see late-township.md for the text readers get.
var lateTownship = &check.Rule{
	ID: "late-township", Title: tongue.Of("乡镇街道公布期限", "a township's local deadline"),
	Found:  tongue.Of("乡镇街道所见日期晚于本地期限", "township: the date seen is after the local deadline"),
	Family: check.Timeliness, Severity: check.S3, Grade: check.Heuristic,
	Basis: tongue.Of("地方规定的期限，由本站 site.toml 按地区写明；《政府信息公开条例》第四十九条没有规定乡镇、街道的期限",
		"a local deadline set in site.toml; Regulation art. 49 sets none for townships"),
	Formula:    "所见各日期 ≤ 地方规定的期限",
	MayBeWrong: tongue.Of("地方期限有误，或网站迁移改写了公布日期。", "the local deadline is wrong, or a site migration re-dated the page"),
	Check: func(p *check.Run) {
		if p.Agency.Kind != archive.Township && p.Agency.Kind != archive.Subdistrict {
			p.NA()
			return
		}
		best, deadline := -1, report.Date{}
		for code, day := range p.Site.Deadlines.Townships {
			code = strings.TrimRight(code, "0")
			d := check.ParseISO(check.ISO(report.Date{Year: p.Entry.Year + 1}) + "-" + day)
			if len(code) > best && strings.HasPrefix(p.Agency.Region, code) && !d.IsZero() {
				best, deadline = len(code), d
			}
		}
		if best < 0 {
			p.NA()
			return
		}
		onTime(p, deadline)
	},
}
